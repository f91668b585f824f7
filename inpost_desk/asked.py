"""Which command is asked for: read from the arguments before anything else is loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Final

WINDOW: Final = "window"
SELFTEST: Final = "--selftest"
ORDER_FILES: Final = (".csv", ".xlsx", ".ods")
SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def command_first(given: list[str]) -> list[str]:
    """The arguments with the command in front.

    Common options may stand before it; it may be left out, also in front of an order file.
    """
    if given[:1] == [SELFTEST]:
        return list(given)
    rest, options = list(given), []
    while rest and rest[0].startswith("--") and rest[0] not in ("--help", "--version"):
        option = rest.pop(0)
        options.append(option)
        if "=" not in option and option not in ("--json", "--verbose") and rest:
            options.append(rest.pop(0))
    if rest and rest[0].lower().endswith(ORDER_FILES):
        rest.insert(0, WINDOW)
    return [*(rest or [_usual_command()]), *options]


def data_dir_for_window(given: list[str]) -> str | None:
    """What `--data-dir` says, "" without it; None where no window is asked for."""
    command, *rest = command_first(given)
    if command != WINDOW or {"--help", "-h"} & set(rest):
        return None
    for at, one in enumerate(rest):
        if one.startswith("--data-dir="):
            return one.partition("=")[2]
        if one == "--data-dir" and at + 1 < len(rest):
            return rest[at + 1]
    return ""


def has_screen(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a window can come up here. A server may not even have Qt's own libraries."""
    return platform in ("win32", "darwin") or any(environ.get(name) for name in SCREENS)


def _usual_command() -> str:
    return WINDOW if has_screen(os.environ, sys.platform) else "demo"
