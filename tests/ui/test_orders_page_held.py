"""Labels that are held back: told of, looked at, and what a person's answers come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from inpost_desk.actions import ready
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.background import Lanes
from inpost_desk.domain.printer import Profile
from inpost_desk.domain.stage import Stage
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import layouts, prints
from inpost_desk.ledger.schema import labels
from inpost_desk.ui.orders.held_dialog import MAY_OVERRULE, Answer, HeldDialog
from inpost_desk.wording.held_labels import held_sentence
from tests.labels import specimen_labels
from tests.labels.specimen_labels import Look
from tests.simulator_process import Simulator
from tests.ui.orders_desk import CTRL, Window, lockers, window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
OTHER = "602222018610049000000917"


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path) as made:
        yield made


def bought(desk: Window, count: int) -> None:
    desk.take(*lockers(count))
    desk.click("Only buy")
    desk.run_ended()
    assert desk.stages() == [Stage.LABEL] * count


def found_bad(desk: Window, row: int, content: bytes, rule: str) -> None:
    """The label of this row is that file, and the read-back has said so when it was stored."""
    session = desk.desk.session
    assert session is not None
    store = LabelStore(session.ledger.folder / LABEL_FOLDER)
    file = store.save(f"2026-03/bad-{row}.pdf", content)
    values = {"file": file.path, "sha256": file.sha256, "size": file.size, "finding": rule}
    mine = labels.c.shipment_id == desk.rows()[row - 1].local_id
    with session.ledger.write() as connection:
        connection.execute(update(labels).where(mine).values(values))
    desk.page.piling.refresh()
    desk.rest()
    assert desk.stages()[row - 1] is Stage.BAD_LABEL


def damage(desk: Window, row: int) -> None:
    session = desk.desk.session
    assert session is not None
    store = LabelStore(session.ledger.folder / LABEL_FOLDER)
    store.path(desk.rows()[row - 1].label).write_bytes(b"half a label")


def dialog(desk: Window) -> HeldDialog:
    def shown() -> list[HeldDialog]:
        return [one for one in desk.page.findChildren(HeldDialog) if one.isVisible()]

    desk.until(shown)
    (found,) = shown()
    found.activateWindow()
    desk.until(found.isActiveWindow)
    return found


def opened(desk: Window) -> HeldDialog:
    """By the notice's key."""
    desk.notices["held"].pressed()  # type: ignore[misc]
    return dialog(desk)


def visible(asked: HeldDialog) -> set[Answer]:
    return {answer for answer, button in asked.buttons.items() if button.isVisible()}


def test_the_dialog_offers_to_overrule_what_the_printing_lets_pass() -> None:
    assert MAY_OVERRULE == ready.MAY_OVERRULE


def test_a_damaged_label_is_held_back_fetched_again_and_waits_for_a_key(desk: Window) -> None:
    bought(desk, 3)
    damage(desk, 2)
    desk.create_and_print()
    numbers = desk.numbers()
    assert desk.on_paper() == [numbers[0], numbers[2]]
    assert desk.notices["held"].state == "warning"
    assert desk.notices["held"].fact.endswith("1")
    asked = opened(desk)
    assert visible(asked) == {Answer.FETCH, Answer.SKIP}
    assert asked.reason.text() == held_sentence("damaged")
    assert asked.no_picture.isVisible()
    QTest.keyClick(asked, Key.Key_2)
    assert asked.isVisible()
    QTest.keyClick(asked, Key.Key_3)
    desk.until(lambda: not desk.page.findChildren(HeldDialog))
    desk.until(lambda: any(key.startswith("fetched") for key in desk.notices))
    desk.rest()
    assert "held" not in desk.notices
    assert desk.stages() == [Stage.PRINTED, Stage.LABEL, Stage.PRINTED]
    assert len(desk.on_paper()) == 2
    (notice,) = (one for key, one in desk.notices.items() if key.startswith("fetched"))
    assert notice.state == "done"
    notice.pressed()  # type: ignore[misc]
    desk.until(lambda: desk.stages() == [Stage.PRINTED] * 3)
    assert desk.on_paper() == [numbers[0], numbers[2], numbers[1]]


def test_another_parcels_number_is_shown_beside_the_right_one_and_never_printed(
    desk: Window,
) -> None:
    bought(desk, 2)
    found_bad(desk, 1, specimen_labels.locker(OTHER), "wrong_number")
    desk.page.table.go_to(1)
    desk.key(Key.Key_E, CTRL)
    asked = dialog(desk)
    assert visible(asked) == {Answer.FETCH, Answer.SKIP}
    assert asked.found.text().replace(" ", "") == OTHER
    assert asked.wanted.text().replace(" ", "") == desk.numbers()[0]
    assert asked.picture.shown.width() == 840
    assert not asked.question.isVisible()
    for key in (Key.Key_1, Key.Key_2, Key.Key_Return):
        QTest.keyClick(asked, key)
    assert asked.isVisible()
    QTest.keyClick(asked, Key.Key_4)
    desk.until(lambda: not desk.page.findChildren(HeldDialog))
    desk.rest()
    assert "held" not in desk.notices
    assert desk.on_paper() == []
    # Its row leads there still.
    desk.click("Look at the label")
    again = dialog(desk)
    QTest.keyClick(again, Key.Key_Escape)
    desk.until(lambda: not desk.page.findChildren(HeldDialog))
    assert "held" in desk.notices
    assert desk.stages() == [Stage.BAD_LABEL, Stage.LABEL]


def test_an_unreadable_label_is_printed_anyway_and_then_counts_as_printed(desk: Window) -> None:
    bought(desk, 2)
    number = desk.numbers()[1]
    unreadable = Look(damaged_bars=True, damaged_matrix=True)
    found_bad(desk, 2, specimen_labels.locker(number, unreadable), "unreadable")
    asked = opened(desk)
    assert visible(asked) == {Answer.PRINT, Answer.FETCH, Answer.SKIP}
    QTest.mouseClick(asked.buttons[Answer.PRINT], Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.stages() == [Stage.LABEL, Stage.PRINTED])
    desk.rest()
    assert "held" not in desk.notices
    assert len(desk.printed()) == 1
    # Nothing of it is fetched or printed by the next run.
    desk.create_and_print()
    assert [len(one) for one in desk.printed()] == [1, 1]


def test_a_layout_nobody_has_seen_is_accepted_once_for_its_service(desk: Window) -> None:
    bought(desk, 2)
    unreadable = Look(damaged_bars=True, damaged_matrix=True)
    for row, number in enumerate(desk.numbers(), start=1):
        found_bad(desk, row, specimen_labels.locker(number, unreadable), "unreadable")
    asked = opened(desk)
    assert asked.list.count() == 2
    assert visible(asked) == {Answer.ACCEPT, Answer.FETCH, Answer.SKIP}
    assert asked.question.isVisible()
    QTest.keyClick(asked, Key.Key_1)
    desk.until(lambda: desk.stages() == [Stage.PRINTED] * 2)
    session = desk.desk.session
    assert session is not None
    assert layouts.trusted(session.ledger) == {"inpost_locker_standard:unreadable"}
    (job,) = prints.last_jobs(session.ledger)
    assert list(job.shipments) == [row.local_id for row in desk.rows()]
    assert "held" not in desk.notices


def test_what_cannot_be_fetched_stays_held_back(desk: Window) -> None:
    bought(desk, 1)
    found_bad(desk, 1, specimen_labels.locker(OTHER), "wrong_number")
    desk.simulator.stop()
    asked = opened(desk)
    QTest.keyClick(asked, Key.Key_3)
    desk.until(lambda: any(key.startswith("fetched") for key in desk.notices))
    desk.rest()
    assert "held" in desk.notices
    assert desk.stages() == [Stage.BAD_LABEL]


def use(desk: Window, printer: Profile) -> None:
    desk.desk.change_settings(printers=(printer,))
    desk.until(lambda: desk.desk.settings.printers == (printer,))


def test_what_is_good_once_the_printer_was_corrected_is_printed_by_one_key(desk: Window) -> None:
    bought(desk, 3)
    damage(desk, 2)
    (right,) = desk.desk.settings.printers
    use(desk, replace(right, right=500))
    desk.create_and_print()
    assert desk.on_paper() == []
    assert "buys nothing" in desk.notices["held"].consequence
    asked = opened(desk)
    assert asked.list.count() == 3
    boxes = [asked.list.visualItemRect(asked.list.item(at)) for at in range(3)]
    assert len({box.height() for box in boxes}) == 1
    assert not asked.list.horizontalScrollBar().isVisible()
    assert not asked.good_button.isVisible()
    assert not any("have come out" in one.text() for one in asked.findChildren(QLabel))
    before = asked.current()
    assert before is not None
    assert before.held.rule == "off_paper"
    QTest.keyClick(asked, Key.Key_5)
    use(desk, right)
    QTest.keyClick(asked, Key.Key_F5)
    desk.until(asked.good_button.isVisible)
    assert asked.list.count() == 1
    assert asked.reason.text() == held_sentence("damaged")
    QTest.keyClick(asked, Key.Key_5)
    assert not asked.good_button.isVisible()
    desk.until(lambda: desk.stages() == [Stage.PRINTED, Stage.LABEL, Stage.PRINTED])
    desk.rest()
    numbers = desk.numbers()
    assert desk.on_paper() == [numbers[0], numbers[2]]
    QTest.keyClick(asked, Key.Key_Escape)
    desk.until(lambda: not desk.page.findChildren(HeldDialog))
    assert desk.notices["held"].fact.endswith("1")


def test_corrected_in_settings_meanwhile_they_are_looked_at_anew(desk: Window) -> None:
    bought(desk, 1)
    (right,) = desk.desk.settings.printers
    use(desk, replace(right, right=500))
    desk.create_and_print()
    use(desk, right)
    asked = opened(desk)
    assert asked.list.count() == 0
    assert not any(one.isVisible() for one in asked.buttons.values())
    QTest.keyClick(asked, Key.Key_5)
    desk.until(lambda: not desk.page.findChildren(HeldDialog))
    desk.until(lambda: desk.stages() == [Stage.PRINTED])
    desk.rest()
    assert "held" not in desk.notices
