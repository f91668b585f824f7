"""Files dropped into the watched folder, and files bought without a press of the button: a real account,
a real folder, the real page.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from inpost_desk.actions import watched_folder
from inpost_desk.actions.station.first_paid import paid_confirmed
from inpost_desk.actions.to_buy import piles_to_buy
from inpost_desk.background import Lanes
from inpost_desk.domain.stage import Stage
from inpost_desk.domain.station import BuyAt, StationRules, WatchedFolder
from inpost_desk.ledger.pile_place import moved
from inpost_desk.ui.orders import by_itself, watched_jobs
from inpost_desk.ui.orders.first_paid import FirstPaidDialog
from inpost_desk.ui.orders.importing import read_file
from inpost_desk.ui.orders.watching import COLUMNS, FILE, FOLDER, REFUSED
from tests.cli.conftest import HEADER, locker
from tests.simulator_process import Simulator
from tests.ui.orders_desk import Window, lockers, references, window
from tests.weekend_hours import ALWAYS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

OFFLINE = {"do": "error", "status": 503, "path": "/v1/organizations/*"}


@pytest.fixture
def desk(
    qtbot: QtBot,
    lanes: Lanes,
    simulator: Simulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Window]:
    monkeypatch.setattr(watched_folder, "RESTED", 0.0)
    monkeypatch.setattr(watched_folder, "CUT_RESTED", 0.0)
    monkeypatch.setattr(by_itself, "LATER", 50)
    (tmp_path / "in").mkdir()
    with window(qtbot, lanes, simulator, tmp_path, weekend_window=ALWAYS) as made:
        yield made


def settle(desk: Window, **changes: object) -> None:
    desk.desk.change_settings(**changes)
    desk.until(lambda: all(getattr(desk.desk.settings, name) == changes[name] for name in changes))
    desk.rest()


def watch(desk: Window, *, buys: bool = False, account: str = "") -> Path:
    """Have the folder watched, for this account or another one."""
    folder = desk.folder / "in"
    assert desk.desk.session is not None
    key = account or desk.desk.session.account.key
    settle(desk, watched=WatchedFolder(str(folder), buys, key))
    return folder


def drop(desk: Window, *rows: str, name: str = "orders.csv", text: str = "") -> Path:
    """Somebody copies a file there; written a while ago, and in one go."""
    path = desk.folder / "made"
    path.write_text(text or "\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    earlier = time.time() - 60
    os.utime(path, (earlier, earlier))
    return Path(shutil.move(path, desk.folder / "in" / name))


def look(desk: Window) -> None:
    """The timer's next look, now, and whatever comes of it."""
    desk.page.watching.poll()
    desk.rest()


def gone(path: Path) -> bool:
    return not path.exists()


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


RESULTS = ["orders-result.csv", "orders-result.xlsx", "orders.csv"]


def test_the_same_account_opened_anew_is_no_reason_to_stop_looking(desk: Window) -> None:
    watch(desk)
    session = desk.desk.session
    assert session is not None
    path = drop(desk, *lockers(1))
    desk.page.watching.poll()
    # Its token came: who asked before is told nothing any more.
    desk.desk.use(dataclasses.replace(session))
    desk.rest()
    look(desk)
    desk.until(lambda: gone(path))
    assert names(desk.folder / "in" / "done") == RESULTS
    desk.desk.use(session)
    desk.rest()


def test_a_file_that_is_written_again_while_it_is_read_stays(
    desk: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = watch(desk)
    path = drop(desk, *lockers(1))
    written: list[Path] = []

    def slowly(*args: Any, **named: Any) -> Any:
        put = read_file(*args, **named)
        written.append(drop(desk, *lockers(2)))
        return put

    monkeypatch.setattr(watched_jobs, "read_file", slowly)
    desk.page.watching.timer.stop()
    desk.page.watching.poll()
    desk.until(lambda: written)
    desk.rest()
    assert path.exists()
    assert names(folder) == ["orders.csv"]


def test_a_file_comes_onto_the_desk_and_goes_to_done_with_its_result(desk: Window) -> None:
    folder = watch(desk)
    path = drop(desk, *lockers(2))
    look(desk)
    assert gone(path)
    assert names(folder / "done") == RESULTS
    assert desk.shown() == "orders.csv"
    assert desk.stages() == [Stage.READY] * 2
    # By hand it is bought as any other file, and its result is written where it lies now.
    desk.create_and_print()
    assert names(folder) == ["done"]
    result = (folder / "done" / "orders-result.csv").read_text("utf-8")
    assert result.count(",done,") == 2


def test_the_same_again_is_known_and_another_of_that_name_gets_a_number(desk: Window) -> None:
    folder = watch(desk)
    drop(desk, *lockers(1))
    look(desk)
    drop(desk, *lockers(1))
    look(desk)
    assert desk.notices[FILE].fact == "orders.csv was on the desk already."
    drop(desk, locker("S-1"))
    look(desk)
    assert "orders (3).csv" in names(folder / "done")
    assert names(folder) == ["done"]
    assert desk.bought() == Counter()
    # The desk was not free for it: somebody has to buy the first file still.
    assert desk.shown() == "orders.csv"
    assert [row.reference for row in desk.rows()] == references(1)
    pressed = desk.notices[FILE].pressed
    assert pressed is not None
    pressed()
    desk.until(lambda: [row.reference for row in desk.rows()] == ["S-1"])
    desk.rest()


def test_what_cannot_be_read_goes_to_failed_with_the_reason(desk: Window) -> None:
    folder = watch(desk)
    drop(desk, name="orders.xlsx", text="%PDF-1.7")
    drop(desk, locker("R-1"), name="good.csv")
    look(desk)
    assert names(folder / "failed") == ["orders.xlsx", "orders.xlsx.txt"]
    assert len((folder / "failed" / "orders.xlsx.txt").read_text("utf-8")) > 30
    assert desk.notices[REFUSED].fact == "orders.xlsx could not be read."
    assert desk.shown() == "good.csv"


def test_unknown_columns_wait_for_a_person_and_other_files_go_on(desk: Window) -> None:
    folder = watch(desk)
    foreign = drop(desk, name="shop.csv", text="komu;dokad;tel\nAla Nowak;KRA010;501234567\n")
    look(desk)
    drop(desk, locker("R-1"))
    look(desk)
    assert names(folder) == ["done", "shop.csv"]
    assert desk.shown() == "orders.csv"
    pressed = desk.notices[COLUMNS].pressed
    assert pressed is not None
    pressed()
    desk.until(desk.page.mapping.isVisible)
    look(desk)
    assert foreign.exists()
    desk.page.importer.take_with(foreign, {}, "layout")
    desk.rest()


def test_another_accounts_folder_is_left_alone(desk: Window) -> None:
    folder = watch(desk, account="production/7")
    path = drop(desk, locker("R-1"))
    look(desk)
    assert path.exists()
    assert FOLDER in desk.notices
    watch(desk)
    assert FOLDER not in desk.notices
    look(desk)
    assert names(folder) == ["done"]


def test_a_share_that_is_gone_and_comes_back(desk: Window) -> None:
    folder = watch(desk)
    folder.rmdir()
    look(desk)
    look(desk)
    assert "cannot be reached" in desk.notices[FOLDER].fact
    folder.mkdir()
    drop(desk, locker("R-1"))
    look(desk)
    assert FOLDER not in desk.notices
    assert names(folder) == ["done"]


def test_a_crash_between_import_and_move_loses_nothing(desk: Window) -> None:
    """The pile is in the ledger, its new place is noted, and the file still lies in the folder."""
    folder = desk.folder / "in"
    path = drop(desk, *lockers(2))
    desk.page.take_files([path])
    desk.until(lambda: desk.shown() == "orders.csv")
    desk.rest()
    assert desk.desk.session is not None
    assert desk.page.piling.pile is not None
    (folder / "done").mkdir()
    moved(desk.desk.session.ledger, desk.page.piling.pile.id, folder / "done" / "orders.csv")
    watch(desk, buys=True)
    look(desk)
    desk.until(lambda: desk.runs)
    desk.run_ended()
    assert desk.bought() == Counter(references(2))
    assert names(folder) == ["done"]
    assert names(folder / "done") == RESULTS


def test_files_are_bought_one_after_the_other_and_not_printed(desk: Window) -> None:
    folder = watch(desk, buys=True)
    drop(desk, *lockers(2), name="a.csv")
    drop(desk, locker("S-1", phone="601000001"), locker("S-2", phone="1"), name="b.csv")
    look(desk)
    desk.until(lambda: desk.runs == 2)
    desk.run_ended()
    desk.until(lambda: not kept(desk))
    desk.rest()
    assert desk.bought() == Counter([*references(2), "S-1"])
    assert desk.printed() == []
    assert names(folder) == ["done"]
    result = (folder / "done" / "b-result.csv").read_text("utf-8")
    assert (result.count(",done,"), result.count(",invalid,")) == (1, 1)
    # Dropped again, it is known, and what is to be fixed is left to a person.
    drop(desk, *lockers(2), name="a.csv")
    look(desk)
    assert desk.runs == 2


def kept(desk: Window) -> tuple[int, ...]:
    assert desk.desk.session is not None
    return piles_to_buy(desk.desk.session.ledger)


def test_any_file_is_bought_where_the_station_buys_at_import(desk: Window) -> None:
    settle(desk, station=StationRules(buy_at=BuyAt.IMPORT))
    desk.page.take_files([desk.file(*lockers(2))])
    desk.until(lambda: desk.runs)
    desk.run_ended()
    assert desk.stages() == [Stage.LABEL] * 2
    assert desk.printed() == []


def test_an_open_question_is_waited_for(desk: Window) -> None:
    settle(desk, station=StationRules(buy_at=BuyAt.IMPORT))
    desk.take(*lockers(1), *lockers(1))
    desk.until(lambda: by_itself.WAITS in desk.notices)
    assert desk.bought() == Counter()
    desk.page.piling.answer_repeated("lines")
    desk.until(lambda: desk.runs)
    desk.run_ended()
    assert desk.bought() == Counter(references(1))


def test_out_of_reach_it_is_tried_again_when_inpost_is_back(
    desk: Window,
) -> None:
    watch(desk, buys=True)
    desk.simulator.faults(OFFLINE)
    drop(desk, *lockers(2))
    look(desk)
    desk.until(lambda: desk.runs == 1)
    desk.run_ended()
    desk.until(lambda: by_itself.WAITS in desk.notices)
    assert (desk.bought(), len(kept(desk))) == (Counter(), 1)
    desk.simulator.faults()
    desk.page.by_itself._again.start(0)
    desk.until(lambda: desk.runs == 2)
    desk.run_ended()
    desk.until(lambda: not kept(desk))
    assert desk.bought() == Counter(references(2))


def test_what_was_begun_before_a_new_start_goes_on(desk: Window) -> None:
    """The account is left before anything is bought, and opened again with another file in view."""
    watch(desk, buys=True)
    desk.simulator.faults(OFFLINE)
    drop(desk, *lockers(2))
    look(desk)
    desk.until(lambda: desk.runs == 1)
    desk.run_ended()
    there = desk.desk.session
    desk.desk.use(None)
    desk.simulator.faults()
    desk.desk.use(there)
    desk.until(lambda: desk.runs == 2)
    desk.run_ended()
    desk.until(lambda: not kept(desk))
    assert desk.bought() == Counter(references(2))


def test_a_file_that_comes_during_a_run_waits_its_turn(desk: Window) -> None:
    folder = watch(desk, buys=True)
    desk.take(*lockers(2), name="mine.csv")
    desk.simulator.faults({"do": "slow", "seconds": 0.6, "method": "POST"})
    desk.go()
    desk.until(desk.bought)
    drop(desk, locker("S-1", phone="601000001"))
    desk.page.watching.poll()
    desk.until(lambda: names(folder) == ["done"])
    assert desk.page.runner.running
    assert desk.shown() == "mine.csv"
    desk.until(lambda: desk.runs == 2)
    desk.run_ended()
    assert desk.bought() == Counter([*references(2), "S-1"])
    assert len(desk.on_paper()) == 2


def test_the_first_paid_parcel_of_an_account_is_asked_about_once(desk: Window) -> None:
    there = desk.desk.session
    assert there is not None
    account = dataclasses.replace(there.account, environment="production")
    paid = dataclasses.replace(there, account=account)
    desk.desk.use(paid)
    desk.rest()
    watch(desk, buys=True)
    drop(desk, *lockers(1))
    look(desk)
    desk.until(lambda: by_itself.FIRST_PAID in desk.notices)
    assert desk.runs == 0
    for answer in ("no", "yes"):
        pressed = desk.notices[by_itself.FIRST_PAID].pressed
        assert pressed is not None
        pressed()
        (dialog,) = desk.page.findChildren(FirstPaidDialog)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible()
        getattr(dialog, answer).click()
        desk.until(lambda: not desk.page.by_itself._dialog)
        desk.qtbot.waitUntil(lambda: not desk.page.findChildren(FirstPaidDialog))
        assert desk.runs == (0 if answer == "no" else desk.runs)
    desk.until(lambda: desk.runs)
    desk.run_ended()
    assert paid_confirmed(paid.ledger)
    assert desk.bought() == Counter(references(1))


def test_nobody_is_disturbed_at_typing(desk: Window) -> None:
    desk.take(*lockers(1), name="mine.csv")
    watch(desk, buys=True)
    desk.page.table.go_to(1, "phone")
    desk.key(Qt.Key.Key_F2)
    editor: QLineEdit = desk.editor()
    drop(desk, locker("S-1"))
    look(desk)
    assert kept(desk)
    assert desk.shown() == "mine.csv"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    desk.until(lambda: desk.runs)
    desk.run_ended()
    assert desk.bought() == Counter(["S-1"])
