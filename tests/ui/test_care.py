"""The daily care: the copy where it is due, one notice a trouble, nothing beside a run; reading first."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.actions.waiting import Stop
from inpost_desk.background import RUN, Lanes
from inpost_desk.domain.data_care import DataRules
from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger import restored
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ui.care import CHECK, COPY, Care, last_copy_kept
from inpost_desk.ui.care_work import Cared, account_names, care, check_all
from inpost_desk.ui.desk import DONE, Desk, Notice
from inpost_desk.ui.reading_first import NOTICE, ReadingFirst
from tests.simulator_process import Simulator
from tests.ui import orders_desk
from tests.ui.care_desk import NAME, break_links, ledger_with_an_order

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LIMIT = 20_000


class Shop:
    """A desk with an open account, its care, and the notices that stand."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.now = NOW
        self.care = Care(desk, desk, first=3_600_000, now=lambda: self.now)
        self.notices: dict[str, Notice] = {}
        self.told = 0
        desk.noticed.connect(self._notice)
        desk.withdrawn.connect(lambda key: self.notices.pop(key, None))

    def _notice(self, notice: Notice) -> None:
        self.told += 1
        self.notices[notice.key] = notice

    def round(self) -> Cared:
        """One round of care to its end."""
        with self.qtbot.waitSignal(self.care.cared, timeout=LIMIT) as done:
            self.care.look()
        assert done.args is not None
        cared = done.args[0]
        assert isinstance(cared, Cared)
        return cared


@pytest.fixture
def shop(qtbot: QtBot, lanes: Lanes, tmp_path: Path, simulator: Simulator) -> Iterator[Shop]:
    data = tmp_path / "data"
    data.mkdir()
    known = settings.change(data, data=DataRules(backup_folder=str(tmp_path / "stick")))
    desk = Desk(lanes, data, known)
    with orders_desk.opened(data, simulator, known) as doors:
        desk.session = doors
        yield Shop(qtbot, desk)
        qtbot.waitUntil(lambda: not lanes.busy(), timeout=LIMIT)


def test_the_days_copy_is_made_once(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    first = shop.round()
    assert first.copied is not None
    assert first.copied.accounts == 1
    assert last_copy_kept(shop.desk.data_dir) == NOW
    assert shop.round().copied is None
    shop.now += timedelta(days=1)
    assert shop.round().copied is not None
    assert shop.notices == {}


def test_a_folder_that_is_away_is_told_once_a_day(shop: Shop, tmp_path: Path) -> None:
    shop.round()
    assert "none before" in shop.notices[COPY].fact
    assert str(tmp_path / "stick") in shop.notices[COPY].consequence
    asked: list[str] = []
    shop.care.settings_asked.connect(asked.append)
    assert shop.notices[COPY].pressed is not None
    shop.notices[COPY].pressed()
    assert asked == ["data"]
    shop.round()
    assert shop.told == 1
    (tmp_path / "stick").mkdir()
    shop.round()
    assert COPY not in shop.notices
    (tmp_path / "stick").rename(tmp_path / "gone")
    shop.now += timedelta(days=1)
    shop.round()
    assert "since 2026-11-22" in shop.notices[COPY].fact


def test_nothing_is_begun_beside_a_run(shop: Shop, lanes: Lanes, qtbot: QtBot) -> None:
    over = threading.Event()
    lanes.start(RUN, over.wait)
    shop.care.look()
    assert not shop.care.busy
    over.set()
    qtbot.waitUntil(lambda: not lanes.busy())
    shop.care.look()
    assert shop.care.busy
    shop.care.stop()
    qtbot.waitUntil(lambda: not lanes.busy(), timeout=LIMIT)
    assert not shop.care.busy
    shop.care.look()
    assert not shop.care.busy


def test_what_is_wrong_with_the_data_is_one_notice(shop: Shop) -> None:
    break_links(ledger_with_an_order(shop.desk.data_dir))
    shop.round()
    assert "Problems: 1" in shop.notices[CHECK].fact
    assert "without a parcel" in shop.notices[CHECK].consequence
    # Once a day is enough; the next day it is looked at again.
    assert shop.round().problems == ()
    shop.now += timedelta(days=1)
    assert len(shop.round().problems) == 1
    assert CHECK in shop.notices


def test_a_damaged_ledger_keeps_nothing_else_from_being_done(tmp_path: Path) -> None:
    folder = ledger_with_an_order(tmp_path)
    (folder / "ledger.sqlite").write_bytes(b"no ledger" * 100)
    (tmp_path / "stick").mkdir()
    rules = DataRules(keep_days=90, backup_folder=str(tmp_path / "stick"))
    done = care(tmp_path, rules, now=NOW, daily=True, stop=Stop())
    assert done.check_trouble is not None
    assert done.forget_trouble is not None
    assert done.copy_trouble is not None
    assert done.last is None


def test_receivers_are_deleted_after_the_days_chosen(tmp_path: Path) -> None:
    ledger_with_an_order(tmp_path)
    rules = DataRules(keep_days=90)
    assert rules.kept_since(datetime(2026, 11, 21, 23, 30, tzinfo=UTC)) == datetime(
        2026, 8, 23, 22, 0, tzinfo=UTC
    )
    assert DataRules().kept_since(NOW) is None
    done = care(tmp_path, rules, now=NOW, daily=True, stop=Stop())
    # What was never sent waits, and is kept.
    assert done.forget_trouble is None
    assert [found.problems for _, found in check_all(tmp_path, quick=False, stop=Stop())] == [()]
    assert NAME not in account_names(tmp_path, settings.load(tmp_path).settings)


# After a restore


@pytest.fixture
def mark(shop: Shop) -> Callable[..., None]:
    """Put a mark on the open ledger, as `restore` would."""
    session = shop.desk.session
    assert session is not None

    def marked(*, quiet: timedelta) -> None:
        now = datetime.now(UTC)
        restored.mark(session.ledger, copied_at=now - timedelta(days=1), quiet_since=now - quiet)

    return marked


def test_inpost_is_read_by_itself_and_then_said(
    shop: Shop, mark: Callable[..., None], qtbot: QtBot
) -> None:
    mark(quiet=timedelta(hours=1))
    reading = ReadingFirst(shop.desk, shop.desk)
    shop.desk.session_changed.emit()
    qtbot.waitUntil(lambda: NOTICE in shop.notices, timeout=LIMIT)
    qtbot.waitUntil(lambda: shop.notices[NOTICE].state == DONE, timeout=LIMIT)
    session = shop.desk.session
    assert session is not None
    assert restored.marked(session.ledger) is None
    reading.look()
    qtbot.waitUntil(lambda: NOTICE not in shop.notices, timeout=LIMIT)


def test_until_then_a_notice_stays(shop: Shop, mark: Callable[..., None], qtbot: QtBot) -> None:
    mark(quiet=timedelta())
    reading = ReadingFirst(shop.desk, shop.desk)
    reading.look()
    qtbot.waitUntil(lambda: "min" in shop.notices.get(NOTICE, EMPTY).consequence, timeout=LIMIT)
    assert "nothing is sent" in shop.notices[NOTICE].fact
    session = shop.desk.session
    assert session is not None
    shop.desk.session = replace(session, may_ask=False)
    reading.look()
    qtbot.waitUntil(lambda: "token" in shop.notices[NOTICE].consequence, timeout=LIMIT)
    restored.move(session.ledger, datetime.now(UTC))
    reading.look()
    qtbot.waitUntil(lambda: "another computer" in shop.notices[NOTICE].fact, timeout=LIMIT)
    reading.stop()


def test_put_away_it_stays_away_until_something_is_refused(
    shop: Shop, mark: Callable[..., None], qtbot: QtBot
) -> None:
    mark(quiet=timedelta())
    reading = ReadingFirst(shop.desk, shop.desk)
    asked: list[str] = []
    reading.settings_asked.connect(asked.append)
    reading.look()
    qtbot.waitUntil(lambda: "min" in shop.notices.get(NOTICE, EMPTY).consequence, timeout=LIMIT)
    notice = shop.notices.pop(NOTICE)
    assert notice.pressed is not None
    notice.pressed()
    assert asked == ["data.restore"]
    shop.desk.put_away.emit(NOTICE)
    reading._again.stop()
    reading.look()
    qtbot.waitUntil(reading._again.isActive, timeout=LIMIT)
    assert NOTICE not in shop.notices
    shop.desk.report(LedgerTrouble("restored", detail="2026-11-20"))
    assert "nothing is sent" in shop.notices[NOTICE].fact
    reading.stop()


EMPTY = Notice("", "", "")


def test_a_stop_leaves_the_rest_for_the_next_time(tmp_path: Path) -> None:
    folder = ledger_with_an_order(tmp_path)
    (tmp_path / "stick").mkdir()
    stop = Stop()
    stop.event.set()
    rules = DataRules(backup_folder=str(tmp_path / "stick"))
    done = care(tmp_path, rules, now=NOW, daily=True, stop=stop)
    assert not done.whole
    assert done.copied is None
    with contextlib.closing(Ledger(folder)) as ledger:
        assert ledger.path.is_file()
