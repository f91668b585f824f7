"""Where things lie: the program's own resources and the folder with the user's data.

Nothing is read or written here but a trial file that shows whether the data folder can be used. What is
kept in that folder is the business of `settings` and `ledger`.
"""

from __future__ import annotations

import errno
import os
import re
import tempfile
from pathlib import Path

import platformdirs

from inpost_desk.errors import FileTrouble

APP_NAME = "inpost-desk"

NETWORK_FILE_SYSTEMS = frozenset(
    {
        "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse",
        "fuse.rclone", "fuse.smbnetfs", "fuse.sshfs", "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4",
        "ocfs2", "smb3", "smbfs",
    }
)  # fmt: skip

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
    place = Path(given).expanduser() if given else Path(platformdirs.user_data_dir(APP_NAME, False))  # noqa: FBT003 - appauthor
    place = place.absolute()
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place) as trial:
            trial.write(b"x")
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(place)) from error
    return place


def disk_rule(error: OSError) -> str:
    """The rule of a `FileTrouble` for a folder or file that could not be written."""
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return "not_a_folder"
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "disk_full"
    return "read_only"


def on_network(path: Path) -> bool:
    """Whether `path` lies on a network share, where SQLite's locks cannot be trusted."""
    if os.name == "nt":
        return _on_windows_network(path)
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


def _on_windows_network(path: Path) -> bool:  # pragma: no cover
    """Never run here: a UNC path, or a drive letter that stands for one."""
    import ctypes

    drive = path.absolute().drive
    if drive.startswith("\\\\"):
        return True
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - absent elsewhere, which mypy would report
    return bool(kernel.GetDriveTypeW(drive + "\\") == _WINDOWS_REMOTE_DRIVE)
