"""What the window says of an outage: at once, every second, and that it is over. InPost is a real socket."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpost_desk import clock
from inpost_desk.background import Lanes
from inpost_desk.domain.shipment import OrganizationId, ShipmentId
from inpost_desk.errors import NoAnswer, Offline
from inpost_desk.session import Session, Target, session
from inpost_desk.settings import Account, Settings
from inpost_desk.shipx import breaker
from inpost_desk.ui import look, outage
from inpost_desk.ui.desk import DONE, WARNING, Desk, Notice
from inpost_desk.ui.look import State
from inpost_desk.ui.notices import NoticeStrip
from inpost_desk.ui.outage import OutageLine
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.status import CONNECTION, StatusText
from tests.shipx.scripted_server import Server, answer, cut_before_reading, serve

LIMIT = 10_000
CONNECTED = StatusText("Connected to the shop", Shape.CONNECTED, State.DONE)
WORDS = "Labels fetched before go on printing"


class Window:
    """The desk of an account whose InPost does what the test's script says, and its strip."""

    def __init__(self, qtbot: QtBot, lanes: Lanes, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.desk = Desk(lanes, folder, Settings())
        self.strip = NoticeStrip(self.desk)
        qtbot.addWidget(self.strip)
        self.owner = QObject()
        self.line = OutageLine(self.desk, self.owner)
        self.line._beat.setInterval(50)
        self.desk.told.emit(CONNECTION, CONNECTED)

    def lose(self, opened: Session) -> None:
        for _ in range(3):
            with pytest.raises(NoAnswer):
                opened.client.cancel(ShipmentId(501))
        self.until(lambda: self.status() != CONNECTED.text)

    def status(self) -> str:
        told = self.desk.last_told[CONNECTION]
        assert isinstance(told, StatusText)
        return told.text

    def top(self) -> Notice | None:
        return self.strip.top()

    def until(self, ready: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(ready, timeout=LIMIT)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, lanes: Lanes, tmp_path: Path) -> Iterator[Window]:
    look.apply(qapp, "light")
    made = Window(qtbot, lanes, tmp_path)
    yield made
    made.line.stop()


@pytest.fixture
def server() -> Iterator[Server]:
    with serve(*[cut_before_reading] * 3) as made:
        yield made


@pytest.fixture
def opened(window: Window, server: Server) -> Iterator[Session]:
    account = Account(server.url, OrganizationId(7), "Shop")
    target = Target(account, server.url)
    with session(window.folder, Settings(), target, token="t", pace=200) as doors:
        window.desk.use(doors)
        yield doors


def test_it_says_what_goes_on_and_what_waits(window: Window, opened: Session) -> None:
    window.line.set_waiting(3)
    assert window.top() is None
    window.lose(opened)
    told = window.desk.last_told[CONNECTION]
    assert isinstance(told, StatusText)
    assert told.offline
    assert told.text.startswith("InPost does not answer: ")
    notice = window.top()
    assert notice is not None
    assert (notice.state, notice.fact) == (WARNING, "InPost does not answer.")
    assert notice.consequence == f"{WORDS}; waiting: 3."
    window.line.set_waiting(4)
    window.line.set_waiting(0)
    assert [one.consequence for one in window.strip.notices()] == [f"{WORDS}."]


def test_the_words_follow_the_time(
    window: Window, opened: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.lose(opened)
    for lasted, words in (
        (timedelta(seconds=185), "InPost has not answered for 3 min."),
        (timedelta(hours=2, minutes=5), "InPost has not answered for 2 h 5 min."),
    ):
        shown = lambda lasted=lasted: clock.steady_now() + lasted  # noqa: E731
        monkeypatch.setattr(outage, "steady_now", shown)
        window.until(lambda words=words: words in window.strip.words())  # type: ignore[misc]
    assert window.status() == "InPost does not answer: 2 h 5 min"
    assert len(window.strip.notices()) == 1


def test_what_only_this_side_can_mend_is_said(window: Window, opened: Session) -> None:
    door = opened.client._transport.breaker
    for _ in range(3):
        with pytest.raises(Offline), door.passing(breaker.Way.AS_PROBE):
            raise Offline("certificate")
    window.until(lambda: window.top() is not None)
    assert "Check this computer's clock" in window.strip.words()


def test_put_away_it_comes_back_only_with_something_new(window: Window, opened: Session) -> None:
    window.lose(opened)
    window.strip.close_top()
    said = window.status()
    window.until(lambda: window.status() != said)
    assert window.top() is None
    window.line.set_waiting(1)
    assert window.top() is not None


def test_a_probe_is_sent_by_itself_and_then_all_is_well(
    window: Window, server: Server, monkeypatch: pytest.MonkeyPatch, opened: Session
) -> None:
    monkeypatch.setattr(breaker, "PROBES", (0.1,))
    window.line.set_waiting(2)
    window.lose(opened)
    server.steps += [cut_before_reading, answer()]
    window.until(lambda: window.status() == CONNECTED.text)
    notice = window.top()
    assert notice is not None
    assert (notice.state, notice.fact) == (DONE, "The connection to InPost is back.")
    assert notice.consequence == "Waiting: 2."
    assert notice.button == ""
    assert [one.path for one in server.requests] == ["/v1/organizations"]


def test_that_it_is_back_is_said_for_a_moment(window: Window, opened: Session) -> None:
    window.lose(opened)
    window.line._back.setInterval(1)
    opened.client._transport.breaker.silent()
    with opened.client._transport.breaker.passing(breaker.Way.STILL):
        pass
    window.until(lambda: window.status() == CONNECTED.text)
    window.until(lambda: window.top() is None)
    assert not window.line._beat.isActive()


def test_a_person_can_try_at_once(window: Window, server: Server, opened: Session) -> None:
    window.lose(opened)
    server.steps.append(answer())
    assert window.strip.button.text() == "Try again"
    window.strip.press()
    window.until(lambda: window.status() == CONNECTED.text)
    assert len(server.requests) == 1


def test_another_account_knows_nothing_of_it(window: Window, opened: Session) -> None:
    window.lose(opened)
    window.desk.use(None)
    assert window.top() is None
    assert not window.line._beat.isActive()
    window.desk.use(opened)
    window.until(lambda: window.top() is not None)
    assert window.strip.words().startswith("InPost does not answer.")
