"""Results of jobs for pages that may be gone when they come."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from PySide6.QtCore import QObject
from shiboken6 import isValid

P = ParamSpec("P")


def while_alive(owner: QObject, tell: Callable[P, object]) -> Callable[P, None]:
    """`tell`, as long as its owner exists: nobody waits for a page that was left."""

    def told(*args: P.args, **kwargs: P.kwargs) -> None:
        if isValid(owner):
            tell(*args, **kwargs)

    return told
