"""The console's streams made safe before the first word: no letter that it lacks may end the program.

A Windows console speaks every letter by itself; a pipe there has a code page (852 or 1250) unless somebody
says otherwise. What is written is the business of `show`.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
from pathlib import Path
from typing import Final, TextIO
from unicodedata import normalize

ERRORS: Final = "inpost_desk_plain"
# What stands for a letter that a code page lacks.
_PLAIN: Final = {
    "–": "-", "—": "-", "−": "-", "…": "...", "„": '"', "”": '"', "“": '"', "’": "'", "‘": "'", "·": "-",
    "✓": "+", "✗": "x", "→": "->", "×": "x", "ł": "l", "Ł": "L", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip


def make_ready(platform: str = sys.platform) -> None:
    """Let every text be written to standard output and error, and read UTF-8 from a pipe on Windows.

    A program without a console (Windows' own kind) has no streams: what is said goes nowhere then.
    """
    codecs.register_error(ERRORS, _plain)
    sys.stdout = _safe(sys.stdout, platform)
    sys.stderr = _safe(sys.stderr, platform)
    if platform == "win32" and isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty():
        # PowerShell puts a mark before what it pipes.
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")


def _safe(stream: TextIO | None, platform: str) -> TextIO:
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        piped = platform == "win32" and not stream.isatty()
        # Who says which encoding gets that one.
        if piped and not os.environ.get("PYTHONIOENCODING"):
            stream.reconfigure(encoding="utf-8", errors=ERRORS)
        else:
            stream.reconfigure(errors=ERRORS)
    return stream


def _plain(error: UnicodeError) -> tuple[str, int]:
    """The letters without their strokes and tails, "?" where none are left."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(map(_plain_letter, missing)), error.end


def _plain_letter(letter: str) -> str:
    plain = _PLAIN.get(letter) or normalize("NFKD", letter).encode("ascii", "ignore").decode()
    return plain or "?"
