"""The list of earlier runs: what it says, keys, and reading it from a real ledger on a real lane."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.actions.runs import EarlierRun
from inpost_desk.background import Lanes
from inpost_desk.domain.shipment import BatchId
from inpost_desk.domain.stage import Outcome
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.settings import Settings
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.look import State
from inpost_desk.ui.orders.run_words import figures_of, shape_of, when_words
from inpost_desk.ui.orders.runs import RunsPanel
from inpost_desk.ui.shapes import Shape
from tests.ledger.pile import NOW, entered


def _run(number: int = 1, **changes: Any) -> EarlierRun:
    values: dict[str, Any] = {
        "file_name": "zamowienia.csv",
        "started_at": NOW,
        "ended_at": NOW + timedelta(minutes=4),
        "stopped_by": "",
        "batches": (BatchId(14000231), BatchId(14000232)),
        "outcomes": {Outcome.DONE: 143},
        "parcels": 143,
        "printed": 143,
    }
    return EarlierRun(id=number, **(values | changes))


@pytest.fixture
def desk(lanes: Lanes, tmp_path: Path) -> Desk:
    return Desk(lanes, tmp_path, Settings())


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[RunsPanel]:
    look.apply(qapp, "light")
    panel = RunsPanel(desk)
    panel.resize(look.PANEL, 600)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    yield panel
    panel.close()


def _texts(widget: QWidget) -> str:
    return " | ".join(
        one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()
    )


def _buttons(widget: QWidget) -> dict[str, QPushButton]:
    return {one.text(): one for one in widget.findChildren(QPushButton) if one.isVisible()}


@pytest.mark.parametrize(
    ("changes", "shape", "figures"),
    [
        ({}, Shape.TICK, "143 of 143 printed"),
        ({"printed": 0}, Shape.TICK, "labels: 143 of 143"),
        ({"printed": 140}, Shape.TRIANGLE, "140 of 143 printed"),
        (
            {"outcomes": {Outcome.WAITING: 12}, "printed": 0},
            Shape.PAUSE,
            "labels: 0 of 143, waiting 12",
        ),
        ({"outcomes": {Outcome.UNPAID: 2}}, Shape.TRIANGLE, "143 of 143 printed, not paid 2"),
        ({"outcomes": {Outcome.REFUSED: 2}}, Shape.OCTAGON, "143 of 143 printed, refused 2"),
        (
            {"outcomes": {Outcome.DUPLICATE: 2}, "parcels": 0, "printed": 0},
            Shape.SLASH,
            "nothing to send, sent before 2",
        ),
    ],
)
def test_how_a_run_ended(changes: dict[str, Any], shape: Shape, figures: str) -> None:
    run = _run(**changes)
    assert (shape_of(run)[0], figures_of(run)) == (shape, figures)


def test_what_waits_for_a_decision_comes_first() -> None:
    run = _run(outcomes=dict.fromkeys(Outcome, 1))
    assert shape_of(run) == (Shape.DIAMOND, State.WARNING)


def test_when_it_was() -> None:
    now = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    moments = (
        now,
        now - timedelta(hours=1),
        now - timedelta(days=2),
        now - timedelta(days=90),
    )
    # In Warsaw the next day has begun.
    assert [when_words(one, now=now) for one in moments] == [
        "today 00:30",
        "yesterday 23:30",
        "03-01",
        "2025-12-03",
    ]


def test_the_arrows_and_enter_work_the_list(panel: RunsPanel, qtbot: QtBot) -> None:
    panel.set_runs([_run(2), _run(1, file_name="inne.ods")])
    first, second = (item.head for item in panel.items())
    assert first.accessibleName().startswith("zamowienia.csv, 143 of 143 printed, ")
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Up)
    QTest.keyClick(first, Qt.Key.Key_Down)
    qtbot.waitUntil(second.hasFocus)
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert [item.head.isChecked() for item in panel.items()] == [False, True]
    assert "14000231, 14000232" in _texts(panel)
    QTest.keyClick(second, Qt.Key.Key_Left)
    assert "14000231, 14000232" not in _texts(panel)
    QTest.keyClick(second, Qt.Key.Key_Right)
    assert "14000231, 14000232" in _texts(panel)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert "14000231, 14000232" not in _texts(panel)


def test_the_details_and_what_can_be_asked(panel: RunsPanel, tmp_path: Path) -> None:
    asked: list[object] = []
    panel.run_chosen.connect(asked.append)
    panel.labels_asked.connect(lambda number: asked.append(("labels", number)))
    panel.result_asked.connect(asked.append)
    result = tmp_path / "zamowienia-result.csv"
    panel.set_runs([_run(7, stopped_by="debt_collection", ended_at=None, result=result)])
    QTest.mouseClick(panel.items()[0].head, Qt.MouseButton.LeftButton)
    texts = _texts(panel)
    for words in ("2026-03-02 10:00", "not finished", "The balance is too low", "14000231"):
        assert words in texts
    buttons = _buttons(panel)
    for words in ("Show", "Labels PDF…", "Open the result"):
        QTest.mouseClick(buttons[words], Qt.MouseButton.LeftButton)
    assert asked == [7, ("labels", 7), result]
    QTest.mouseClick(buttons["Copy the numbers"], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "14000231, 14000232"
    assert "Copied" in _buttons(panel)


def test_only_what_there_is_can_be_asked(panel: RunsPanel) -> None:
    panel.set_runs([_run(outcomes={Outcome.WAITING: 3}, batches=())])
    QTest.mouseClick(panel.items()[0].head, Qt.MouseButton.LeftButton)
    assert list(_buttons(panel)) == ["Show"]


def test_what_is_open_stays_open(panel: RunsPanel, qtbot: QtBot) -> None:
    panel.set_runs([_run(1)])
    head = panel.items()[0].head
    head.setFocus()
    QTest.keyClick(head, Qt.Key.Key_Space)
    panel.set_runs([_run(2), _run(1)])
    assert [item.head.isChecked() for item in panel.items()] == [False, True]
    qtbot.waitUntil(panel.items()[1].head.hasFocus)
    before = panel.items()
    panel.set_runs([_run(2), _run(1)])
    assert panel.items() is before


def test_a_long_list_and_a_long_name_scroll_and_fit(panel: RunsPanel, qtbot: QtBot) -> None:
    panel.set_runs([_run(n, file_name="eksport_zamowien_" * 6 + ".csv") for n in range(20)])
    heads = [item.head for item in panel.items()]
    heads[0].setFocus()
    for head in heads[:-1]:
        QTest.keyClick(head, Qt.Key.Key_Down)
    qtbot.waitUntil(heads[-1].hasFocus)
    visible = heads[-1].visibleRegion().boundingRect()
    assert visible.height() == heads[-1].height()
    assert heads[-1].width() <= look.PANEL


def test_it_reads_the_ledger_on_a_lane(
    panel: RunsPanel, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    panel.refresh()
    assert "There are no runs yet." in _texts(panel)
    ledger = Ledger(tmp_path / "ledger")
    desk.session = cast("Any", SimpleNamespace(ledger=ledger))
    entered(ledger, ["A", "B"])
    panel.refresh()
    panel.refresh()
    qtbot.waitUntil(lambda: bool(panel.items()))
    assert [item.run.outcomes for item in panel.items()] == [{Outcome.WAITING: 2}]
    assert "There are no runs yet." not in _texts(panel)
    ledger.close()


def test_a_ledger_that_cannot_be_read_says_so_and_is_asked_again(
    panel: RunsPanel, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    ledger = Ledger(tmp_path / "ledger")
    ledger.close()
    kept = ledger.path.read_bytes()
    ledger.path.write_bytes(b"nie ksiega" * 1000)
    desk.session = cast("Any", SimpleNamespace(ledger=ledger))
    panel.refresh()
    qtbot.waitUntil(lambda: "Try again" in _buttons(panel))
    assert "damaged" in _texts(panel)
    for beside in ("-wal", "-shm"):
        ledger.path.with_name(ledger.path.name + beside).unlink(missing_ok=True)
    ledger.path.write_bytes(kept)
    ledger._engine.dispose()
    QTest.mouseClick(_buttons(panel)["Try again"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "There are no runs yet." in _texts(panel))
    assert "Try again" not in _buttons(panel)
    ledger.close()
