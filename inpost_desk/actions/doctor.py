"""What this machine and this installation can do, one finding after the other.

Facts for `inpost-desk doctor` and for support: names and keys, no sentences, no personal data. Nothing is
changed or repaired here.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inpost_desk import own_process, paths
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.errors import FileTrouble, KeyringTrouble, PrinterTrouble
from inpost_desk.printers.choice import printer_for

LEAST_PYTHON: Final = (3, 11)
LEAST_FREE_BYTES: Final = (
    500_000_000  # a year of labels at a hundred a day, and a copy of the ledger
)
SECONDS: Final = 20.0
OPTIONAL: Final = frozenset({"printing", "printer", "keyring", "settings", "data_private"})
"""Without these parcels are still shipped: a token may come from the environment, labels may stay files."""
_NOT_THERE: Final = 127
# What stands between here and the printer, rather than something at the printer.
_OF_THE_QUEUE: Final = ("no_such_printer", "not_allowed", "rejecting", "unreachable")
_OTHERS: Final = 0o077

# Name of the finding, module that shows whether the package works, distribution that names its version.
PARTS: Final = (
    ("ledger", "sqlalchemy", "sqlalchemy"),
    ("http", "httpx", "httpx"),
    ("spreadsheets", "python_calamine", "python-calamine"),
    ("pdf", "pypdfium2", "pypdfium2"),
    ("bar_codes", "zxingcpp", "zxing-cpp"),
    ("simulator", "uvicorn", "uvicorn"),
)

_FONT_FOLDERS: Final = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    `fact` is a version, a path, a figure or what is missing; `rule` the key of what is wrong or, where all is
    well, of what is worth knowing; `about` which printer, account or host is meant, where there are several.
    """

    name: str
    ok: bool
    fact: str = ""
    rule: str = ""
    about: str = ""

    @property
    def grave(self) -> bool:
        """Whether nothing can be shipped before it is put right."""
        return not self.ok and self.name not in OPTIONAL


def examine(
    data_dir: Path,
    *,
    keyring: Callable[[], str],
    damaged: Sequence[Path] = (),
    profiles: Sequence[Profile] = (),
) -> list[Finding]:
    """Looks at everything the program needs here; takes a second or two, or 20 s for each thing that hangs.

    `keyring` is `tokens.examined` (it may block behind a password window), `damaged` what
    `settings.damaged_files` lists, `profiles` the printers set up. InPost is the business of `reach`.
    """
    return [
        _python(),
        *(_part(*part) for part in PARTS),
        _window_system(),
        _fonts(),
        *_data_folder(data_dir),
        *_ledgers(data_dir),
        _printing(),
        *_printers(profiles),
        _keyring(keyring),
        Finding("settings", not damaged, str(damaged[-1]) if damaged else ""),
    ]


def _python() -> Finding:
    return Finding("python", sys.version_info >= LEAST_PYTHON, platform.python_version())


def _part(name: str, module: str, distribution: str) -> Finding:
    try:
        importlib.import_module(module)
        return Finding(name, ok=True, fact=importlib.metadata.version(distribution))
    except (ImportError, OSError) as error:
        return Finding(name, ok=False, fact=_last_line(str(error)))


def _window_system() -> Finding:
    """In a process of its own, so that the command line never loads Qt."""
    answer = _run(own_process.command("inpost_desk.qt_trial"))
    return Finding("window_system", answer.returncode == 0, _last_line(answer.stdout))


def _fonts() -> Finding:
    """Windows and macOS bring fonts with every Polish letter; a bare Linux has none at all."""
    if sys.platform != "linux":
        return Finding("fonts", ok=True)
    found = next((font for folder in _FONT_FOLDERS for font in folder.rglob("*.[ot]tf")), None)
    return Finding("fonts", found is not None, found.name if found else "")


def _data_folder(data_dir: Path) -> list[Finding]:
    try:
        place = paths.data_dir(str(data_dir))
    except FileTrouble as trouble:
        return [Finding("data_dir", ok=False, fact=trouble.place, rule=trouble.rule)]
    free = shutil.disk_usage(place).free
    # Windows keeps what lies in a user's profile to that user.
    private = os.name == "nt" or not place.stat().st_mode & _OTHERS
    return [
        Finding("data_dir", ok=True, fact=str(place)),
        Finding("data_private", private, str(place)),
        Finding("disk_space", free >= LEAST_FREE_BYTES, str(free)),
        Finding("network_share", not paths.on_network(place), str(place)),
    ]


def _ledgers(data_dir: Path) -> Iterator[Finding]:
    try:
        # Where it is not installed, the parts say so.
        from inpost_desk.ledger.condition import condition, half_restored, ledger_files, shut
    except ImportError:
        return
    for file in sorted({*ledger_files(data_dir), *half_restored(data_dir)}):
        rule, day = shut(file)
        if not rule:
            rule = condition(file)
        yield Finding("account_ledger", not rule, day or str(file), rule, about=file.parent.name)


def _printing() -> Finding:
    """Whether CUPS answers; Windows always has its spooler."""
    if os.name == "nt":
        return Finding("printing", ok=True, fact="spooler")
    answer = _run(["lpstat", "-r"])
    if answer.returncode == _NOT_THERE:
        return Finding("printing", ok=False, fact="lpstat")
    return Finding("printing", answer.returncode == 0, "cups")


def _printers(profiles: Sequence[Profile]) -> list[Finding]:
    """Each printer's own word for how it stands; all are asked at once."""
    if not profiles:
        return [Finding("printer", ok=True, rule="none")]
    with ThreadPoolExecutor(len(profiles)) as lanes:
        return list(lanes.map(_printer, profiles))


def _printer(profile: Profile) -> Finding:
    try:
        state = printer_for(profile).state()
    except PrinterTrouble as trouble:
        return Finding("printer", ok=False, rule=trouble.rule, about=profile.name)
    if state.prints:
        return Finding("printer", ok=True, about=profile.name)
    rule, fact = state.readiness.value, ", ".join(state.reasons)
    if profile.reach is Reach.FOLDER:
        rule, fact = fact, profile.address
    elif len(state.reasons) == 1 and state.reasons[0] in _OF_THE_QUEUE:
        rule, fact = state.reasons[0], ""
    return Finding("printer", ok=False, fact=fact, rule=rule, about=profile.name)


def _keyring(examined: Callable[[], str]) -> Finding:
    try:
        return Finding("keyring", ok=True, fact=examined())
    except KeyringTrouble as trouble:
        return Finding("keyring", ok=False, rule=trouble.rule)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """127 as in a shell where the program is missing, 124 where it hangs; errors go into the output."""
    try:
        return subprocess.run(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=own_process.FOLDER,
            creationflags=own_process.NO_WINDOW,
            env={**own_process.environment(), "LC_ALL": "C"},
            timeout=SECONDS,
            check=False,
            text=True,
            errors="replace",
        )
    except FileNotFoundError:
        return subprocess.CompletedProcess(command, _NOT_THERE, "")
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, "timeout")


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or [""])[-1]
