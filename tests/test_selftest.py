"""`--selftest`: green here, and red for whatever is missing, let fall, complained of, or ended too early."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from inpost_desk import own_process, selftest
from inpost_desk.asked import command_first, data_dir_for_window
from inpost_desk.own_process import FOLDER
from inpost_desk.selftest import Ended, verdict
from inpost_desk.selftest_checks import CHECKS, Wrong, complaints, outcome
from inpost_desk.selftest_report import NAMES, Said
from inpost_desk.wording import speech

ALL = [Said(name, ok=True) for name in NAMES]


def test_this_installation_passes(tmp_path: Path) -> None:
    """The whole of it, as a user starts it: nothing but its own lines, nothing left behind but its folder."""
    done = subprocess.run(
        [sys.executable, "-m", "inpost_desk", "--selftest", "--folder", tmp_path / "here"],
        cwd=FOLDER,
        env={name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert {line.split()[:2][1] for line in lines} == NAMES
    assert all(line.startswith("ok ") for line in lines)
    assert len(lines) == len(NAMES)
    assert list((tmp_path / "here").rglob("drukarka/*.pdf"))


def test_every_check_is_announced() -> None:
    assert set(CHECKS) == NAMES
    assert list(CHECKS)[-1] == "window"


def test_the_window_does_not_come_up_for_it() -> None:
    assert data_dir_for_window(["--selftest"]) is None
    assert command_first(["--selftest", "--folder", "F"]) == ["--selftest", "--folder", "F"]


def test_all_of_it_passes_only_without_another_word() -> None:
    assert verdict(ALL, Ended(0, "")) == ALL
    assert verdict(ALL, Ended(0, "\n \n")) == ALL


@pytest.mark.parametrize(
    ("ended", "line"),
    [
        (Ended(0, "a library says hello\n"), "FAIL output a library says hello"),
        (Ended(-11, ""), "FAIL end exit code -11"),
        (Ended(None, ""), "FAIL end did not end"),
    ],
)
def test_a_word_too_much_or_a_bad_end_fails(ended: Ended, line: str) -> None:
    assert [one.line() for one in verdict(ALL, ended) if not one.ok] == [line]


def test_what_was_not_reached_has_not_passed() -> None:
    """As when the process is gone in the middle, with whatever exit code."""
    without = [one for one in ALL if one.name != "window"]

    assert Said("window", ok=False, fact="not reached") in verdict(without, Ended(0, ""))


def test_what_a_check_complains_of_is_told(tmp_path: Path) -> None:
    def complains(_folder: Path) -> str:
        qWarning("the plugin is not there")
        qWarning("This plugin does not support propagateSizeHints()")
        logging.getLogger("inpost_desk.somewhere").warning("for jan@example.com")
        return "fine"

    with complaints() as heard:
        said = outcome("printers", complains, tmp_path, heard)

    assert said == [
        Said("printers", ok=True, fact="fine"),
        Said("printers", ok=False, fact="Qt: the plugin is not there"),
        Said("printers", ok=False, fact="log: WARNING inpost_desk.somewhere for [e-mail]"),
    ]
    assert heard == []


def test_a_check_that_raises_is_told(tmp_path: Path) -> None:
    def breaks(_folder: Path) -> str:
        raise Wrong("unreadable\nlabel ż")

    said = outcome("specimen", breaks, tmp_path, [])

    assert [one.line() for one in said] == ["FAIL specimen Wrong unreadable label \\u017c"]


def test_a_missing_translation_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech, "resource", lambda name: tmp_path / name)

    with pytest.raises(Wrong, match="translation is missing"):
        CHECKS["languages"](tmp_path)


def test_a_child_that_says_something_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library of the child's that prints, as the parent gets it."""
    words = "import sys; print('zażółć'); sys.exit(3)"
    monkeypatch.setattr(
        own_process, "command", lambda *_: [sys.executable, "-X", "utf8", "-c", words]
    )

    ended = selftest.checked(tmp_path, os.environ)

    assert (ended.code, ended.output.strip()) == (3, "zażółć")
    assert not all(one.ok for one in verdict(ALL, ended))


def test_a_child_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = [sys.executable, "-c", "import threading; threading.Event().wait()"]
    monkeypatch.setattr(own_process, "command", lambda *_: hanging)
    monkeypatch.setattr(selftest, "LIMIT", 0.2)

    assert selftest.checked(tmp_path, os.environ) == Ended(None, "")


def test_the_token_of_this_machine_is_not_handed_on() -> None:
    environment = selftest._environment({"INPOST_DESK_TOKEN": "secret", "HOME": "/home/x"})

    assert "secret" not in environment.values()
    assert environment["HOME"] == "/home/x"
    assert environment["QT_QPA_PLATFORM"] == "offscreen"
    assert selftest._environment({"QT_QPA_PLATFORM": "xcb"})["QT_QPA_PLATFORM"] == "xcb"
