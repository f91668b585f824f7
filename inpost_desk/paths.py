"""Where things lie: the program's own resources and the folder with the user's data.

Nothing is read or written here but a trial file that shows whether the data folder can be used. What is
kept in that folder is the business of `settings` and `ledger`.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path, PureWindowsPath

import platformdirs

from inpost_desk.errors import FileTrouble
from inpost_desk.windows_files import in_use

APP_NAME = "inpost-desk"

NETWORK_FILE_SYSTEMS = frozenset(
    {
        "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse",
        "fuse.rclone", "fuse.smbnetfs", "fuse.sshfs", "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4",
        "ocfs2", "smb3", "smbfs",
    }
)  # fmt: skip

PORTABLE = "portable"
"""A file of this name beside the frozen program: its data lies beside it too, in `data`."""

# Folders that a program copies to and from somewhere else, by what their systems call them.
_CLOUD_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_CLOUD_NAMES = re.compile(
    r"(?i)(onedrive|dropbox)( - .+| \(.+\))?|google ?drive|my drive|m[oó]j dysk|icloud ?drive|mobile documents"
)

PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600
"""Receivers, labels and the log are nobody else's business, whatever folder the user chose for them."""
# Everything of ours in the data folder; what else lies there is left alone.
_OURS = ("ledgers", "demo", "samples", "results")
_OUR_FILES = ("settings.json*", "inpost-desk.log*", "window.ini*", "*.lock")
_DEEPEST = 4

_PACKAGE = Path(__file__).resolve().parent
_WINDOWS_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


def resource(name: str) -> Path:
    """A file or folder that ships with the program, such as `resource("demo/orders.csv")`.

    A wheel carries the resources inside the package; in a checkout they lie beside it.
    """
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources") / name


def data_dir(given: str | None) -> Path:
    """The folder for settings and ledgers, created where it is missing, readable by its owner only.

    `given` is what `--data-dir` said; without it the system's usual place. Raises `FileTrouble` with the
    rule `not_a_folder`, `disk_full` or `read_only`.
    """
    place = (Path(given).expanduser() if given else _usual_data_dir()).absolute()
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place) as trial:
            trial.write(b"x")
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(place)) from error
    keep_private(place)
    if not given:
        private_folder(place)
    return place


def _usual_data_dir() -> Path:
    beside = Path(sys.executable).parent
    if getattr(sys, "frozen", False) and (beside / PORTABLE).exists():
        return beside / "data"
    # Of this machine only (AppData, Local): a roaming profile is copied at each login.
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def private_folder(folder: Path) -> None:
    """Make a folder of ours that only its owner can read, with the folders above it that are missing.

    Raises OSError.
    """
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    if _is_open(folder):
        folder.chmod(PRIVATE_FOLDER)


def private_file(file: Path) -> None:
    """Make an empty file that only its owner can read; one that is there is kept and closed to others.

    Raises OSError.
    """
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
    except FileExistsError:
        if _is_open(file):
            file.chmod(PRIVATE_FILE)


def keep_private(data_dir: Path) -> None:
    """Close what an earlier version left open to others: everything of ours in the data folder.

    What lies in a folder that was closed before is not looked at again, so that 100,000 labels cost nothing.
    """
    if os.name == "nt":
        # The profile's folder is closed to others by itself.
        return
    with contextlib.suppress(OSError):
        for pattern in _OUR_FILES:
            for file in data_dir.glob(pattern):
                if _is_open(file):
                    file.chmod(PRIVATE_FILE)
        for name in _OURS:
            _close_folder(data_dir / name, deeper=_DEEPEST - 1)


def _close_folder(folder: Path, *, deeper: int) -> None:
    if folder.is_symlink() or not folder.is_dir():
        return
    was_open = _is_open(folder)
    if not (was_open or deeper):
        return
    for one in folder.iterdir():
        if one.is_symlink():
            continue
        if one.is_dir():
            _close_folder(one, deeper=max(0, deeper - 1))
        elif _is_open(one):
            one.chmod(PRIVATE_FILE)
    if was_open:
        folder.chmod(PRIVATE_FOLDER)


def _is_open(path: Path) -> bool:
    """Whether others than its owner may look at it."""
    return os.name != "nt" and bool(path.stat().st_mode & 0o077)


def disk_rule(error: OSError) -> str:
    """The rule of a `FileTrouble` for a folder or file that could not be written."""
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return "not_a_folder"
    if in_use(error):
        return "held_open"
    if error.errno == errno.ENAMETOOLONG:
        return "name_too_long"
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "disk_full"
    return "read_only"


def unfit_for_ledger(path: Path) -> str:
    """Why no ledger may lie in that folder, as the rule of a `LedgerTrouble`; "" where it may.

    `network_share`, or `cloud_folder`: a program such as OneDrive, which copies files while they are written
    and puts an older copy in their place, would take purchases back out of the ledger.
    """
    if on_network(path):
        return "network_share"
    return "cloud_folder" if in_cloud(path, os.environ) else ""


def in_cloud(path: Path, environ: Mapping[str, str]) -> bool:
    """Whether `path` lies in a folder of OneDrive, Dropbox, Google Drive or iCloud, as far as names tell."""
    place = path.absolute()
    known = [Path(environ[name]) for name in _CLOUD_VARIABLES if environ.get(name)]
    if any(place.is_relative_to(one) for one in known):
        return True
    return any(_CLOUD_NAMES.fullmatch(part) for part in place.parts)


def on_network(path: Path) -> bool:
    """Whether `path` lies on a network share, where SQLite's locks cannot be trusted."""
    if os.name == "nt":  # pragma: no cover - never run here
        # A drive letter may stand for a folder elsewhere (subst, junctions).
        return on_windows_network(PureWindowsPath(path.resolve()), _drive_type)
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    return file_system_of(path, mounts.read_text("utf-8", "surrogateescape")) in (
        NETWORK_FILE_SYSTEMS
    )


def file_system_of(path: Path, mounts: str) -> str:
    """The type of the file system that holds `path`, from the text of /proc/mounts ("" if none does)."""
    path = path.resolve()
    best, found = -1, ""
    for line in mounts.split("\n"):
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        where = Path(_unescaped(parts[1]))
        # A later mount on the same folder hides the earlier one.
        if len(where.parts) >= best and path.is_relative_to(where):
            best, found = len(where.parts), parts[2]
    return found


def _unescaped(field: str) -> str:
    """/proc/mounts writes blank, tab, line feed and backslash as three octal digits."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), field)


def on_windows_network(path: PureWindowsPath, drive_type: Callable[[str], int]) -> bool:
    """Whether that is a share by its name (UNC), or on a drive that stands for one.

    `drive_type` is Windows' GetDriveTypeW. A long local path may be spelled `\\\\?\\C:\\…`.
    """
    drive = path.drive.upper()
    if drive.startswith(("\\\\?\\UNC\\", "\\\\.\\UNC\\")):
        return True
    if drive.startswith(("\\\\?\\", "\\\\.\\")):
        drive = drive[4:]
    return drive.startswith("\\\\") or drive_type(f"{drive}\\") == _WINDOWS_REMOTE_DRIVE


def _drive_type(root: str) -> int:  # pragma: no cover - never run here
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - absent elsewhere, which mypy would report
    return int(kernel.GetDriveTypeW(root))
