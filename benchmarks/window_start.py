"""The real window from the first line of its process: `window_start.py NOTE ARGUMENTS…`.

As `inpost_desk.__main__` does it: the empty window first, then the program behind it.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtGui import QPaintEvent

from inpost_desk import first_paint
from inpost_desk.ui import window


class NotingWindow(window.MainWindow):
    """Notes when its ground was painted."""

    painted_at = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """As ever."""
        super().paintEvent(event)
        NotingWindow.painted_at = NotingWindow.painted_at or time.monotonic()


if __name__ == "__main__":
    vars(window)["MainWindow"] = NotingWindow
    first_paint.show(sys.argv[2:])
    assert NotingWindow.painted_at, "the empty window was not painted"
    # Loaded only now, as the program itself is.
    from benchmarks.window_watched import watch

    found: dict[str, object] = {"painted": NotingWindow.painted_at}
    sys.exit(watch("start", 0, Path(sys.argv[1]), sys.argv[2:], found))
