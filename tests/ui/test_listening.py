"""The program's receiver: on while the settings say so, for the account that is open."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inpost_desk.background import LISTEN, Lanes
from inpost_desk.domain.history import Query
from inpost_desk.domain.notified import ListenRules
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.ledger import history, mirrored
from inpost_desk.session import Session, Target, session
from inpost_desk.settings import Account, Settings
from inpost_desk.ui import listening
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.listening import Listening, Listens
from inpost_desk.ui.notices import NoticeStrip
from tests.actions.test_notified import made
from tests.shipx.notified import SECRET, free_port
from tests.simulator_process import Simulator


@pytest.fixture
def desk(lanes: Lanes, tmp_path: Path) -> Desk:
    return Desk(lanes, tmp_path, Settings())


@pytest.fixture
def opened(simulator: Simulator, tmp_path: Path) -> Iterator[Session]:
    account = Account(simulator.url, OrganizationId(simulator.organization))
    target = Target(account, simulator.url)
    with session(tmp_path, Settings(), target, token=simulator.token, pace=200) as one:
        yield one


@pytest.fixture
def ears(qtbot: QtBot, desk: Desk) -> Iterator[Listening]:
    one = Listening(desk)
    yield one
    one.stop()
    qtbot.waitUntil(lambda: not desk.lanes.busy(LISTEN))


def rules(**more: object) -> ListenRules:
    usual = ListenRules(on=True, port=free_port(), secret=SECRET, only_inpost=False)
    return replace(usual, **more)  # type: ignore[arg-type]


def setting(desk: Desk, new: ListenRules) -> None:
    desk.take_settings(replace(desk.settings, notifications=new))


def test_a_notification_is_followed_by_a_look(
    qtbot: QtBot, desk: Desk, ears: Listening, opened: Session, simulator: Simulator
) -> None:
    new = rules()
    setting(desk, new)
    assert ears.now == Listens()
    desk.use(opened)
    qtbot.waitUntil(lambda: ears.now.port == new.port)
    shipment = made(opened.client, 1)
    mirrored.mirror(opened.ledger, [shipment], ours=(), now=opened.client.now())
    simulator.control("notifications", {"url": f"http://127.0.0.1:{new.port}/{SECRET}"})
    with qtbot.waitSignal(ears.reread) as told:
        simulator.control("notifications/fire", {"id": shipment.id})
    (row,) = history.rows(opened.ledger, history.find(opened.ledger, Query()))
    assert (told.args, row.tracking_number[:3]) == ([1], "620")
    assert ears.now.last is not None
    assert desk.last_told[listening.PART] == ears.now


def test_it_ends_and_begins_with_settings_and_account(
    qtbot: QtBot, desk: Desk, ears: Listening, opened: Session
) -> None:
    first, second = rules(), rules()
    desk.use(opened)
    assert ears.now == Listens()
    setting(desk, first)
    qtbot.waitUntil(lambda: ears.now.port == first.port)
    setting(desk, second)
    qtbot.waitUntil(lambda: ears.now.port == second.port)
    with socket.socket() as other:
        # Nobody is there any more.
        assert other.connect_ex(("127.0.0.1", first.port))
    desk.use(None)
    assert ears.now == Listens()
    qtbot.waitUntil(lambda: not desk.lanes.busy(LISTEN))
    desk.use(replace(opened, may_ask=False))
    assert not desk.lanes.busy(LISTEN)


def test_a_taken_port_is_said_and_tried_again(
    qtbot: QtBot, desk: Desk, ears: Listening, opened: Session
) -> None:
    strip = NoticeStrip(desk)
    qtbot.addWidget(strip)
    ears._again.setInterval(50)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        new = rules(port=other.getsockname()[1])
        setting(desk, new)
        desk.use(opened)
        qtbot.waitUntil(lambda: bool(ears.now.trouble))
        notice = strip.top()
        assert notice is not None
        assert notice.key == listening.NOTICE
    qtbot.waitUntil(lambda: ears.now.port == new.port)
    assert strip.top() is None
