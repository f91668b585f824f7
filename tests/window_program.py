"""The whole program in a process of its own, around an Orders page that only notes what it is given.

`python -m tests.window_program` takes the arguments of `inpost-desk`. Each line it prints is a fact.
"""

from __future__ import annotations

import os
import sys
import types
from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from inpost_desk.cli.main import main
from inpost_desk.ui.desk import Desk


def say(*words: object) -> None:
    print(*words, flush=True)


class NotingPage(QWidget):
    """Stands in for the Orders page, whose own tests are elsewhere."""

    settings_asked = Signal(str)

    def __init__(self, desk: Desk, *, kept: QSettings | None = None) -> None:
        super().__init__()
        del kept
        self.taken: list[Path] = []
        self._desk = desk
        QVBoxLayout(self).addWidget(QLabel("orders"))
        desk.session_changed.connect(self._account)

    def go_beside(self, station: object) -> None:
        pass

    def take_files(self, paths: list[Path]) -> None:
        self.taken += paths
        say("files", *paths)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        say("shown", os.getpid())

    def _account(self) -> None:
        say("account", self._desk.session.account.key if self._desk.session else "none")


def put_in_place() -> None:
    """From now on this is the Orders page."""
    module = types.ModuleType("inpost_desk.ui.orders.page")
    module.OrdersPage = NotingPage  # type: ignore[attr-defined]
    sys.modules["inpost_desk.ui.orders.page"] = module


if __name__ == "__main__":
    put_in_place()
    sys.exit(main())
