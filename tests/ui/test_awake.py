"""Awake: asked of a desktop on a real session bus, and on machines without one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inpost_desk.background import KEYRING, Lanes
from inpost_desk.settings import Settings
from inpost_desk.ui.awake import REASON, Awake
from inpost_desk.ui.desk import Desk
from tests.ui.screen_saver import ScreenSaver, session_bus


@pytest.fixture
def desk(lanes: Lanes, tmp_path: Path) -> Desk:
    return Desk(lanes, tmp_path, Settings())


@pytest.fixture
def awake(desk: Desk) -> Iterator[Awake]:
    awake = Awake(desk)
    yield awake
    awake.set_wanted(False)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with session_bus() as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
        yield bus


def test_the_screen_is_kept_on_while_that_is_wanted(qtbot: QtBot, bus: str, awake: Awake) -> None:
    with ScreenSaver(bus) as desktop:
        for count in (1, 2):
            awake.set_wanted(True)
            awake.set_wanted(True)
            qtbot.waitUntil(lambda: awake.held)
            ((_, reason),) = desktop.holding.values()
            assert reason == REASON
            assert desktop.asked == count
            awake.set_wanted(False)
            assert not awake.held
            qtbot.waitUntil(lambda: not desktop.holding)


def test_who_thinks_better_of_it_at_once_holds_nothing(
    qtbot: QtBot, bus: str, desk: Desk, awake: Awake
) -> None:
    with ScreenSaver(bus) as desktop:
        for wanted in (True, False, True, False):
            awake.set_wanted(wanted)
        qtbot.waitUntil(lambda: desk.lanes.busy(KEYRING) == 0 and not desktop.holding)
        assert not awake.held
        awake.set_wanted(True)
        qtbot.waitUntil(lambda: awake.held)
        assert len(desktop.holding) == 1


def test_a_desktop_that_refuses_is_left_alone(qtbot: QtBot, bus: str, awake: Awake) -> None:
    with ScreenSaver(bus, refuses=True) as desktop:
        awake.set_wanted(True)
        qtbot.waitUntil(lambda: desktop.asked == 1)
        awake.set_wanted(False)
        awake.set_wanted(True)
        qtbot.waitUntil(lambda: desktop.asked == 2 and not awake.children())
        assert not awake.held


@pytest.mark.parametrize("address", ["", "disabled:", "unix:path=/nowhere"])
def test_no_bus_no_desktop_and_no_failure(
    qtbot: QtBot, desk: Desk, awake: Awake, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(desk.data_dir))
    awake.set_wanted(True)
    qtbot.waitUntil(lambda: desk.lanes.busy(KEYRING) == 0)
    assert not awake.held


def test_a_bus_without_a_desktop_is_no_failure_either(
    qtbot: QtBot, bus: str, desk: Desk, awake: Awake
) -> None:
    awake.set_wanted(True)
    qtbot.waitUntil(lambda: desk.lanes.busy(KEYRING) == 0 and awake._bus is not None)
    qtbot.waitUntil(lambda: not awake.children())
    assert bus
    assert not awake.held


def test_the_usual_bus_is_found_without_its_address(
    qtbot: QtBot, bus: str, awake: Awake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    socket = dict(part.split("=") for part in bus.removeprefix("unix:").split(","))["path"]
    (tmp_path / "bus").symlink_to(socket)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with ScreenSaver(bus):
        awake.set_wanted(True)
        qtbot.waitUntil(lambda: awake.held)
        assert awake.held
