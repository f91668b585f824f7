"""What Windows forbids with files and nobody else does: replacing one that is open, device names, long paths.

The rules of a `FileTrouble` for it, and the one way to put a finished file into its place. Nothing here asks
which system it runs on but by what the system's errors say.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path, PurePath
from typing import Final

from inpost_desk.errors import FileTrouble

PAUSES: Final = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds: a virus scanner or an indexer looks into a new file for a moment and lets go of it."""

_IN_USE: Final = frozenset({32, 33})  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_DENIED: Final = 5  # ERROR_ACCESS_DENIED, which a rename onto an open file says
_DEVICE: Final = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\..*)?")
# Without the switch for long paths, which is off unless an administrator has set it.
_LONGEST: Final = 259
# A file is written under a passing name first, which is about so long.
_PASSING_NAME: Final = 40


def in_use(error: OSError) -> bool:
    """Whether another program holds the file open."""
    return getattr(error, "winerror", None) in _IN_USE


def put_in_place(ready: Path, place: Path) -> None:
    """A complete file takes the place of another, or of none; its folder took it a moment ago.

    Raises FileTrouble `held_open` where the old file cannot be replaced and `not_a_file` for a device's name,
    OSError for anything else; `ready` is still there then.
    """
    if os.name == "nt" and is_device(place.name):
        raise FileTrouble("not_a_file", place=str(place))
    for pause in (*PAUSES, None):
        try:
            ready.replace(place)
        except PermissionError as error:
            passing = in_use(error) or getattr(error, "winerror", None) == _DENIED
            if pause is None or not passing:
                raise FileTrouble("held_open", place=str(place)) from error
            time.sleep(pause)
        else:
            return


def is_device(name: str) -> bool:
    """Whether Windows takes this name for a device, whatever its ending: what is written there is lost."""
    return bool(_DEVICE.fullmatch(name))


def too_long(path: PurePath, *, system: str = os.name) -> bool:
    """Whether Windows says of a path that it is not there because of its length."""
    room = max(len(path.name), _PASSING_NAME)
    return system == "nt" and len(str(path.parent)) + 1 + room > _LONGEST
