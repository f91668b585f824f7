"""Sounds: by real processes of a player that writes down what it got, and on machines without one."""

from __future__ import annotations

import time
import wave
from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from docs import make_sounds
from inpost_desk.background import TABLE, Lanes
from inpost_desk.paths import resource
from inpost_desk.settings import Settings
from inpost_desk.ui import sounds
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.sounds import DEAF, DUPLICATE, LENGTHS, PRINTED, STOP, TAKEN, WARNING, Sounds
from tests.sound_player import SoundPlayers

# Seconds: longer than any test looks.
LONG = 30.0
Start = Callable[..., Sounds]


@pytest.fixture
def players(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoundPlayers:
    monkeypatch.setenv("PATH", str(tmp_path))
    return SoundPlayers(tmp_path)


@pytest.fixture
def desk(lanes: Lanes, tmp_path: Path) -> Desk:
    return Desk(lanes, tmp_path, Settings())


@pytest.fixture
def start(qtbot: QtBot, desk: Desk, players: SoundPlayers) -> Iterator[Start]:
    """Sounds with the players added so far; `looked` waits until these are found."""
    made: list[Sounds] = []

    def start(*, looked: bool = True) -> Sounds:
        made.append(Sounds(desk))
        if looked:
            qtbot.waitUntil(lambda: desk.lanes.busy(TABLE) == 0)
        return made[-1]

    yield start
    for one in made:
        one.stop()
    assert not players.left


@pytest.fixture
def beeps(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """The bell of this screen cannot be heard: it is counted."""
    beeps: list[None] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(None))
    return beeps


def test_a_sound_is_played_and_its_start_is_told(
    qtbot: QtBot, players: SoundPlayers, start: Start
) -> None:
    players.add("paplay")
    heard = start(looked=False)
    before = time.monotonic()
    # The player is still being looked for.
    with qtbot.waitSignal(heard.played) as told:
        heard.play(TAKEN)
    name, at = told.args or ["", 0.0]
    assert name == TAKEN
    assert before <= at <= time.monotonic()
    qtbot.waitUntil(lambda: players.heard == ["paplay taken"] and not players.left)
    assert heard.possible


def test_asking_for_a_sound_waits_for_no_player(
    qtbot: QtBot, players: SoundPlayers, start: Start
) -> None:
    players.add("paplay")
    heard = start()
    asked, over = [], []
    for _ in range(9):
        with qtbot.waitSignal(heard.played):
            before = time.perf_counter()
            heard.play(TAKEN)
            asked.append(time.perf_counter() - before)
        qtbot.waitUntil(lambda: not players.left)
        over.append(time.perf_counter() - before)
    assert sorted(asked)[4] < sorted(over)[4] / 3


def test_a_newer_sound_cuts_off_one_of_its_weight_but_none_that_matters_more(
    qtbot: QtBot, players: SoundPlayers, start: Start
) -> None:
    players.add("paplay", seconds=LONG)
    heard = start()
    played = []
    for name in (TAKEN, PRINTED, WARNING, STOP):
        heard.play(name)
        played.append(f"paplay {name}")
        qtbot.waitUntil(lambda: players.heard == played)
    qtbot.waitUntil(lambda: len(players.left) == 1)
    heard.play(STOP)
    for name in (TAKEN, DEAF, DUPLICATE):
        heard.play(name)
    played.append("paplay stop")
    qtbot.waitUntil(lambda: players.heard == played)
    # Its process may stay when the sound is over.
    heard._asked -= LENGTHS[STOP]
    heard.play(TAKEN)
    played.append("paplay taken")
    qtbot.waitUntil(lambda: players.heard == played)
    qtbot.waitUntil(lambda: len(players.left) == 1)
    assert players.heard == played


def test_silence_where_the_owner_wants_it(
    qtbot: QtBot, desk: Desk, players: SoundPlayers, start: Start
) -> None:
    players.add("paplay")
    heard = start()
    known = desk.settings
    desk.take_settings(replace(known, station=replace(known.station, sounds=False)))
    heard.play(STOP)
    desk.take_settings(known)
    with qtbot.waitSignal(heard.played):
        heard.play(PRINTED)
    qtbot.waitUntil(lambda: players.heard == ["paplay printed"])
    assert heard.possible


def test_the_next_player_takes_over_from_one_that_fails(
    qtbot: QtBot, players: SoundPlayers, start: Start
) -> None:
    players.add("pw-play", code=1)
    players.add("aplay")
    (players.folder / "paplay").write_bytes(b"\x7fELF no program")
    (players.folder / "paplay").chmod(0o755)
    heard = start()
    heard.play(STOP)
    qtbot.waitUntil(lambda: players.heard == ["pw-play stop", "aplay stop"] and not players.left)
    heard.play(TAKEN)
    qtbot.waitUntil(lambda: players.heard[2:] == ["aplay taken"] and not players.left)
    assert heard.possible


def test_a_machine_without_sound_beeps_where_it_matters(start: Start, beeps: list[None]) -> None:
    heard = start()
    for name in (TAKEN, PRINTED, STOP, WARNING):
        heard.play(name)
    assert len(beeps) == 2
    assert not heard.possible


def test_players_that_all_fail_are_left_alone_for_a_while(
    qtbot: QtBot,
    players: SoundPlayers,
    start: Start,
    beeps: list[None],
) -> None:
    players.add("paplay", code=1)
    players.add("aplay", code=1)
    heard = start()
    heard.play(WARNING)
    qtbot.waitUntil(lambda: len(beeps) == 1)
    heard.play(WARNING)
    assert len(beeps) == 2
    assert players.heard == ["paplay warning", "aplay warning"]
    assert not heard.possible
    players.add("paplay")
    heard._mute_until -= sounds.MUTE
    heard.play(TAKEN)
    qtbot.waitUntil(lambda: heard.possible)
    assert players.heard[2:] == ["paplay taken"]


def test_a_player_that_hangs_is_ended(
    qtbot: QtBot,
    players: SoundPlayers,
    start: Start,
    beeps: list[None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sounds, "FRESH", 0.0)
    players.add("paplay", seconds=LONG)
    heard = start()
    heard._limit.setInterval(50)
    heard.play(STOP)
    monkeypatch.undo()
    qtbot.waitUntil(lambda: len(beeps) == 1 and not players.left)
    assert not heard.possible


def test_no_sound_outlives_the_window(qtbot: QtBot, players: SoundPlayers, start: Start) -> None:
    players.add("paplay", seconds=LONG)
    heard = start()
    heard.play(STOP)
    qtbot.waitUntil(lambda: len(players.left) == 1)
    heard.stop()
    assert not players.left
    heard.play(STOP)
    assert players.heard == ["paplay stop"]
    assert not heard.findChildren(QProcess)[0].processId()


def test_every_sound_is_there_short_and_unlike_the_others(tmp_path: Path) -> None:
    seen = {}
    for name, tones in make_sounds.SOUNDS.items():
        with wave.open(str(resource(f"sounds/{name}.wav")), "rb") as file:
            assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22050)
            found = array("h", file.readframes(file.getnframes()))
        make_sounds.write(tmp_path / "made.wav", tones)
        with wave.open(str(tmp_path / "made.wav"), "rb") as file:
            made = array("h", file.readframes(file.getnframes()))
        # The last bit of a sine is another one on another machine.
        assert len(found) == len(made)
        assert max(abs(one - other) for one, other in zip(found, made, strict=True)) <= 1
        assert max(map(abs, found)) > 15_000
        seen[name] = len(found) / 22050
    assert set(seen) == set(sounds.WEIGHTS)
    assert seen == pytest.approx(sounds.LENGTHS, abs=0.001)
    assert max(seen.values()) < 1
    assert len({round(one, 2) for one in seen.values()}) == len(seen)
