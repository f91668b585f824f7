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
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inpost_desk import paths
from inpost_desk.actions.account import AccountClient, check_account
from inpost_desk.errors import FileTrouble, KeyringTrouble, NotAllowed, Trouble

LEAST_PYTHON: Final = (3, 11)
LEAST_FREE_BYTES: Final = (
    500_000_000  # a year of labels at a hundred a day, and a copy of the ledger
)
SECONDS: Final = 20.0
_NOT_THERE: Final = 127

# Name of the finding, module that shows whether the package works, distribution that names its version.
PARTS: Final = (
    ("ledger", "sqlalchemy", "sqlalchemy"),
    ("http", "httpx", "httpx"),
    ("spreadsheets", "python_calamine", "python-calamine"),
    ("pdf", "pypdfium2", "pypdfium2"),
    ("bar_codes", "zxingcpp", "zxing-cpp"),
    ("simulator", "uvicorn", "uvicorn"),
)

# The plugins are loaded by hand: Qt itself would abort, or say nothing, where a library is missing.
_QT_TRIAL: Final = """
import ctypes, pathlib, PySide6, PySide6.QtWidgets, PySide6.QtPrintSupport
plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins"
for name in ("platforms/libqxcb.so", "printsupport/libcupsprintersupport.so"):
    if (plugins / name).exists():
        ctypes.CDLL(str(plugins / name))
print(PySide6.__version__)
"""

_FONT_FOLDERS: Final = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """`fact` is a version, a path, a name or a rule key; for a failure, what is missing."""

    name: str
    ok: bool
    fact: str = ""


def examine(
    data_dir: Path,
    *,
    keyring: Callable[[], str],
    damaged: Sequence[Path] = (),
    client: AccountClient | None = None,
) -> list[Finding]:
    """Looks at everything the program needs; takes a second or two, or 20 s for each thing that hangs.

    `keyring` is `tokens.examined` (it may block behind a password window), `damaged` what
    `settings.damaged_files` lists. InPost is asked only where a `client` is given.
    """
    findings = [
        _python(),
        *(_part(*part) for part in PARTS),
        _window_system(),
        _fonts(),
        *_data_folder(data_dir),
        _printing(),
        _keyring(keyring),
        Finding("settings", not damaged, str(damaged[-1]) if damaged else ""),
    ]
    if client is not None:
        findings.append(_shipx(client))
    return findings


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
    answer = _run([sys.executable, "-c", _QT_TRIAL])
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
        return [Finding("data_dir", ok=False, fact=f"{trouble.rule} {trouble.place}")]
    free = shutil.disk_usage(place).free
    return [
        Finding("data_dir", ok=True, fact=str(place)),
        Finding("disk_space", free >= LEAST_FREE_BYTES, str(free)),
        Finding("network_share", not paths.on_network(place), str(place)),
    ]


def _printing() -> Finding:
    """Whether CUPS answers; Windows always has its spooler."""
    if os.name == "nt":
        return Finding("printing", ok=True, fact="spooler")
    answer = _run(["lpstat", "-r"])
    if answer.returncode == _NOT_THERE:
        return Finding("printing", ok=False, fact="lpstat")
    return Finding("printing", answer.returncode == 0, "cups")


def _keyring(examined: Callable[[], str]) -> Finding:
    try:
        return Finding("keyring", ok=True, fact=examined())
    except KeyringTrouble as trouble:
        return Finding("keyring", ok=False, fact=trouble.rule)


def _shipx(client: AccountClient) -> Finding:
    try:
        return Finding("shipx", ok=True, fact=str(check_account(client).organization.id))
    except NotAllowed as trouble:
        return Finding("shipx", ok=False, fact=trouble.rule or str(trouble.status))
    except Trouble as trouble:
        return Finding("shipx", ok=False, fact=type(trouble).__name__)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """127 as in a shell where the program is missing, 124 where it hangs; errors go into the output."""
    try:
        return subprocess.run(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "LC_ALL": "C"},
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
