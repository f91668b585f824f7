"""The command line on consoles and pipes that lack letters: it says what it has to, and never ends of it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from inpost_desk.cli import streams

TEXT = "zażółć gęślą – „jaźń” ✓ €…"


def _program(given: str, encoding: str) -> subprocess.CompletedProcess[bytes]:
    code = f"from inpost_desk.cli import streams; streams.make_ready(); print({given!r})"
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("cp852", 'zażółć gęślą - "jaźń" + ?...'),
        ("cp1250", "zażółć gęślą – „jaźń” + €…"),
        ("ascii", 'zazolc gesla - "jazn" + ?...'),
        ("utf-8", TEXT),
    ],
)
def test_a_code_page_says_what_it_can(encoding: str, expected: str) -> None:
    done = _program(TEXT, encoding)

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode(encoding).rstrip() == expected


def test_a_half_of_a_letter_ends_nothing() -> None:
    """As a file's name may hold it."""
    assert _program("a\udc80b", "utf-8").stdout.rstrip() == b"a?b"


def _piped(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    """Standard output and input as in a Windows pipe."""
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="cp1250"))
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbftoken\r\n"), "cp1250")
    )
    return written


def test_pipes_on_windows_are_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    piped = _piped(monkeypatch)
    streams.make_ready("win32")
    sys.stdout.write(TEXT)
    sys.stdout.flush()

    assert piped.getvalue() == TEXT.encode()
    assert sys.stdin.readline().strip() == "token"


def test_elsewhere_a_pipe_keeps_its_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    piped = _piped(monkeypatch)
    streams.make_ready("linux")
    sys.stdout.write("ął✓")
    sys.stdout.flush()

    assert piped.getvalue() == "ął+".encode("cp1250")


def test_a_program_without_a_console_says_it_to_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    streams.make_ready("win32")

    assert sys.stdout.write("x") == 1
    sys.stdout.close()
    sys.stderr.close()
