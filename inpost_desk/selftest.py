"""`inpost-desk --selftest`: whether this installation works, tried out and told line by line.

The checks (`selftest_checks`) run in a child, so that every word which it or its own children let fall is
seen, and a crash too. No account is touched, nothing of the user's is read, no network is needed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inpost_desk import own_process
from inpost_desk.asked import SELFTEST
from inpost_desk.paths import resource
from inpost_desk.selftest_report import NAMES, REPORT, Said
from inpost_desk.tokens import ENVIRONMENT_VARIABLE

OK, FAILED = 0, 1
LIMIT: Final = 120.0
"""Seconds after which the checks count as hanging; they take 3 to 5."""
_MOST_SHOWN: Final = 20
# Letters and a blank that users have in their folders' names.
_PLACE: Final = "próba ż"


@dataclass(frozen=True, slots=True)
class Ended:
    """How the child ended: its exit code, None where it was ended, and everything that it wrote."""

    code: int | None
    output: str


def main(given: Sequence[str]) -> int:
    """Run every check, print a line for each; 0 where all of them passed and nothing else was said."""
    arguments = _parser().parse_args(list(given))
    with ExitStack() as stack:
        # A child that would not end may still hold a file, which Windows does not delete then.
        place = arguments.folder or stack.enter_context(
            tempfile.TemporaryDirectory(prefix="inpost-desk-", ignore_cleanup_errors=True)
        )
        folder = Path(place).absolute() / _PLACE
        folder.mkdir(parents=True, exist_ok=True)
        (folder / REPORT).unlink(missing_ok=True)
        ended = checked(folder, os.environ)
        lines = verdict(_report(folder), ended)
    sys.stdout.write("".join(f"{one.line()}\n" for one in lines))
    return OK if all(one.ok for one in lines) else FAILED


def checked(folder: Path, environ: Mapping[str, str]) -> Ended:
    """Run the checks in a child with its data in `folder`."""
    # Our own program and module; whatever it says comes through one pipe, its children's words too.
    process = subprocess.Popen(  # noqa: S603
        own_process.command("inpost_desk.selftest_checks", str(folder)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=own_process.FOLDER,
        env=_environment(environ),
        creationflags=own_process.NO_WINDOW,
    )
    with process:
        try:
            output, _ = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            return Ended(None, "")
    return Ended(process.returncode, output.decode("utf-8", "backslashreplace"))


def verdict(report: Sequence[Said], ended: Ended) -> list[Said]:
    """What the child reported, and a line more for each check it did not come to and for what it let fall."""
    reached = {one.name for one in report}
    lines = [*report, *(Said(name, ok=False, fact="not reached") for name in NAMES - reached)]
    spoken = [line for line in ended.output.splitlines() if line.strip()]
    lines += [Said("output", ok=False, fact=line) for line in spoken[:_MOST_SHOWN]]
    if ended.code != OK:
        fact = "did not end" if ended.code is None else f"exit code {ended.code}"
        lines.append(Said("end", ok=False, fact=fact))
    return lines


def _environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The user's, but for the token, and offscreen where nothing else is said."""
    said = {name: value for name, value in environ.items() if name != ENVIRONMENT_VARIABLE}
    said.setdefault("QT_QPA_PLATFORM", "offscreen")
    # What is written must be readable here, whatever the console's code page is.
    said["PYTHONIOENCODING"] = "utf-8:backslashreplace"
    if sys.platform == "win32":
        # Offscreen, Qt looks for fonts in a folder that it does not bring.
        said.setdefault("QT_QPA_FONTDIR", str(resource("fonts")))
    return said


def _report(folder: Path) -> list[Said]:
    try:
        lines = (folder / REPORT).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []
    return [Said(**json.loads(line)) for line in lines]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"inpost-desk {SELFTEST}", description="Try out whether this installation works."
    )
    parser.add_argument("--folder", metavar="F", help="do it here, and leave what was made")
    return parser
