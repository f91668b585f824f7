"""A pytest plugin for `coverage run -m pytest -p tests.lanes_measured`: it sees what runs on the lanes, too.

Tracing is handed on to Python's own threads only; a lane is one of Qt's.
"""

from __future__ import annotations

import sys
import threading

from inpost_desk.background import _Lane


def pytest_configure() -> None:
    """Before any lane is started."""
    tracing = threading.gettrace()
    drain = _Lane.run

    def run(lane: _Lane) -> None:
        sys.settrace(tracing)
        drain(lane)

    _Lane.run = run  # type: ignore[method-assign, assignment]
