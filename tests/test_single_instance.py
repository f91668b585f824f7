"""One window per data folder: real processes, real sockets, a crash in between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inpost_desk import single_instance
from inpost_desk.errors import FileTrouble
from inpost_desk.single_instance import Lock, first

HOLD = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from inpost_desk.single_instance import first
app = QCoreApplication([])
lock = first(Path(sys.argv[1]))
if sys.argv[2] == "listening":
    lock.listen()
print("held", flush=True)
threading.Event().wait()
"""
TELL = """
import sys
from pathlib import Path
from inpost_desk.single_instance import first
lock = first(Path(sys.argv[1]), file=Path(sys.argv[2]) if sys.argv[2] else None)
sys.exit(0 if lock is None else 9)
"""


def _start(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.fixture
def lock(qtbot: QtBot, tmp_path: Path) -> Iterator[Lock]:
    del qtbot
    lock = first(tmp_path)
    assert lock is not None
    lock.listen()
    yield lock
    lock.release()


def _held_elsewhere(folder: Path, how: str) -> subprocess.Popen[str]:
    holder = _start(HOLD, folder, how)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


@pytest.mark.parametrize("name", ["", "zamówienia dziś.csv"])
def test_a_second_start_calls_the_first_and_says_nothing(
    qtbot: QtBot, lock: Lock, tmp_path: Path, name: str
) -> None:
    with qtbot.waitSignal(lock.asked) as asked:
        second = _start(TELL, tmp_path, name)
    assert asked.args == [Path.cwd() / name if name else None]
    assert second.communicate(timeout=30)[0] == ""
    assert second.returncode == 0


def test_a_name_that_is_no_text_arrives_whole(qtbot: QtBot, lock: Lock, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"zam\xf3wienia.csv")
    with qtbot.waitSignal(lock.asked) as asked:
        second = _start(TELL, tmp_path, odd)
    assert asked.args == [odd]
    second.communicate(timeout=30)


def test_another_folder_is_another_window(lock: Lock, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    second = first(other)
    assert lock is not None
    assert second is not None
    second.release()


def test_the_same_folder_by_another_name_is_the_same_window(
    qtbot: QtBot, lock: Lock, tmp_path: Path
) -> None:
    link = tmp_path.with_name(f"{tmp_path.name}-link")
    link.symlink_to(tmp_path)
    with qtbot.waitSignal(lock.asked):
        second = _start(TELL, link, "")
    second.communicate(timeout=30)
    assert second.returncode == 0


def test_what_a_crashed_program_left_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    holder = _held_elsewhere(tmp_path, "listening")
    holder.send_signal(signal.SIGKILL)
    holder.communicate(timeout=30)
    lock = first(tmp_path)
    assert lock is not None
    lock.listen()
    with qtbot.waitSignal(lock.asked):
        second = _start(TELL, tmp_path, "")
    second.communicate(timeout=30)
    assert second.returncode == 0
    lock.release()


@pytest.mark.parametrize("how", ["deaf", "listening"])
def test_a_first_window_that_hangs_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """Deaf: it never listens. Listening: the system takes the call, but nobody answers."""
    holder = _held_elsewhere(tmp_path, how)
    monkeypatch.setattr(single_instance, "PATIENCE", 0.3)
    with pytest.raises(FileTrouble) as caught:
        first(tmp_path)
    holder.kill()
    holder.communicate(timeout=30)
    assert (caught.value.rule, caught.value.place) == ("locked", str(tmp_path))
    after = first(tmp_path)
    assert after is not None
    after.listen()
    after.release()


@pytest.mark.parametrize("said", [b"{}\n", b"raise\n", b'{"file": 5}\n', b"[]\n", b"x" * 70_000])
def test_whoever_talks_nonsense_is_not_heard(
    qtbot: QtBot, lock: Lock, tmp_path: Path, said: bytes
) -> None:
    from PySide6.QtNetwork import QLocalSocket

    heard: list[object] = []
    lock.asked.connect(heard.append)
    stranger = QLocalSocket()
    stranger.connectToServer(single_instance._address(tmp_path))
    assert stranger.waitForConnected(5_000)
    stranger.write(said)
    stranger.flush()
    cut = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: stranger.bytesAvailable() > 0 or stranger.state() == cut)
    stranger.abort()
    assert heard == []


def test_only_this_user_may_call(lock: Lock) -> None:
    assert lock._server is not None
    assert Path(lock._server.fullServerName()).stat().st_mode & 0o077 == 0


def test_two_double_clicks_are_one_window(tmp_path: Path) -> None:
    """The whole program twice: the second ends at once, its file is imported in the first."""
    command = [sys.executable, "-m", "tests.window_program", "window", "--environment", "demo"]
    command += ["--data-dir", str(tmp_path / "data")]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    order = tmp_path / "orders.csv"
    order.write_text("x")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ) as one:
        assert one.stdout is not None
        assert one.stdout.readline().startswith("shown")
        two = subprocess.run(
            [*command, str(order)], env=environ, capture_output=True, timeout=60, check=False
        )
        told = [one.stdout.readline(), one.stdout.readline()]
        one.send_signal(signal.SIGTERM)
        rest = one.stdout.read()
    assert (two.returncode, two.stdout, two.stderr) == (0, b"", b"")
    assert told == ["account demo/1002\n", f"files {order}\n"], rest
    assert one.returncode == 0
