"""The account is closed for a moment and opened again: for work on whole ledgers, and for another proxy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.app_alone import Alone
from inpost_desk.app_session import Given, OpenAccount
from inpost_desk.background import RUN, Lanes
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger.copies import others_have
from inpost_desk.settings import DIRECT, Account
from inpost_desk.ui.desk import Desk
from tests.simulator_process import Simulator

LIMIT = 20_000


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, simulator: Simulator) -> Iterator[Desk]:
    """Works for an account, which is open."""
    lanes = Lanes()
    given = Given(api_url=simulator.url, organization=simulator.organization, token=simulator.token)
    desk = Desk(lanes, tmp_path, settings.load(tmp_path).settings)
    account = OpenAccount(desk, given=given, kept={})
    parent = QObject()
    desk.alone = Alone(desk, account, given=given, parent=parent)
    account.open(Account(simulator.url, OrganizationId(simulator.organization)))
    qtbot.waitUntil(lambda: desk.session is not None, timeout=LIMIT)
    yield desk
    assert lanes.stop()
    account.close()


def test_nobody_has_the_ledger_meanwhile(desk: Desk, qtbot: QtBot) -> None:
    before = desk.session
    assert before is not None
    folder = before.ledger.folder
    assert others_have(folder)
    answers: list[object] = []
    desk.alone(lambda: others_have(folder), done=answers.append, failed=answers.append)
    # Whoever comes second is told at once.
    desk.alone(lambda: True, done=answers.append, failed=answers.append)
    assert isinstance(answers.pop(), LedgerTrouble)
    assert desk.session is None
    qtbot.waitUntil(lambda: answers == [False], timeout=LIMIT)
    qtbot.waitUntil(lambda: desk.session is not None, timeout=LIMIT)
    assert desk.session is not before
    assert desk.session is not None
    assert desk.session.may_ask


def test_what_fails_is_told_and_the_account_opens_again(desk: Desk, qtbot: QtBot) -> None:
    def fail() -> None:
        raise LedgerTrouble("disk_full")

    answers: list[Exception] = []
    desk.alone(fail, done=lambda _: None, failed=answers.append)
    qtbot.waitUntil(lambda: bool(answers) and desk.session is not None, timeout=LIMIT)
    assert str(getattr(answers[0], "rule", "")) == "disk_full"


def test_not_beside_a_run(desk: Desk, qtbot: QtBot) -> None:
    over = threading.Event()
    desk.lanes.start(RUN, over.wait)
    answers: list[Exception] = []
    desk.alone(lambda: None, done=lambda _: None, failed=answers.append)
    assert getattr(answers[0], "rule", "") == "at_work"
    before = desk.session
    assert before is not None
    # Another proxy waits for the run's end, too.
    desk.change_settings(proxy=DIRECT)
    qtbot.waitUntil(lambda: desk.settings.proxy == DIRECT, timeout=LIMIT)
    assert desk.session is before
    over.set()
    qtbot.waitUntil(
        lambda: desk.session is not None and desk.session.settings.proxy == DIRECT, timeout=LIMIT
    )
    assert desk.session is not before
