"""Children of ours: named modules only, from source by Python, frozen by the program itself."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from inpost_desk import own_process

TRIAL = "inpost_desk.qt_trial"
PROGRAM = "import sys; from inpost_desk.__main__ import main; sys.exit(main())"


def as_the_frozen_program(*arguments: str) -> subprocess.CompletedProcess[str]:
    """What a frozen program does with its words, without being one."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=own_process.FOLDER,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_from_source_python_runs_the_module() -> None:
    assert own_process.command(TRIAL, "a") == [sys.executable, "-m", TRIAL, "a"]


def test_frozen_the_program_runs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_process.command(TRIAL, "a") == [sys.executable, "--own-process", TRIAL, "a"]


def test_on_windows_the_program_with_a_console_is_the_child(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", "/program/InPost Desk.exe")
    assert own_process.command(TRIAL)[0] == str(Path("/program/inpost-desk.exe"))


def test_only_modules_of_ours_are_started() -> None:
    with pytest.raises(ValueError, match=r"http\.server"):
        own_process.command("http.server")
    refused = as_the_frozen_program(own_process.WORD, "http.server")
    assert (refused.returncode, refused.stdout, refused.stderr) == (2, "", "")
    assert as_the_frozen_program(own_process.WORD).returncode == 2


@pytest.mark.parametrize("module", own_process.MODULES)
def test_each_of_them_is_there(module: str) -> None:
    assert find_spec(module) is not None


def test_the_hidden_word_makes_the_program_a_child() -> None:
    told = as_the_frozen_program(own_process.WORD, TRIAL)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("6.")


def test_a_child_gets_its_arguments_and_gives_its_code() -> None:
    told = as_the_frozen_program(own_process.WORD, "inpost_desk.simulator", "--port", "-1")
    assert told.returncode == 2
    assert "port -1" in told.stderr
