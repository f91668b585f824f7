"""A window of its own with a scanner's ear, in which every key has something to do; says what happens."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from inpost_desk.background import Lanes
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.scanner import Scanner


def say(*words: object) -> None:
    print(*words, flush=True)


def main() -> None:
    application = QApplication(sys.argv)
    lanes = Lanes()
    desk = Desk(lanes, Path(sys.argv[1]), Settings())
    scanner = Scanner(desk, known=lambda _: False)
    window = QWidget()
    window.setWindowTitle("Scanner")
    column = QVBoxLayout(window)
    line, button = QLineEdit("as it was"), QPushButton("Push")
    for widget in (line, button):
        column.addWidget(widget)
    menu = QMenu(window)
    for name in ("&6", "&A", "&R"):
        menu.addAction(name)
    keys: dict[str, object] = {
        "F2": line.setFocus,
        "F3": button.setFocus,
        "F4": lambda: menu.popup(window.mapToGlobal(QPoint(0, 0))),
        "F9": application.quit,
    }
    for name in ("6", "2", "A", "R", "Return", "Tab", *keys):
        pressed = QShortcut(QKeySequence(name), window).activated
        pressed.connect(keys.get(name) or (lambda name=name: say("shortcut", name)))
        pressed.connect(lambda name=name: say("done", name) if name in keys else None)
    scanner.scanned.connect(lambda scan: say("scan", scan.code, repr(line.text())))
    scanner.heard.connect(lambda has: say("heard", has))
    line.returnPressed.connect(lambda: say("entered"))
    button.clicked.connect(lambda: say("clicked"))
    menu.triggered.connect(lambda action: say("menu", action.text()))
    window.resize(300, 200)
    QTimer.singleShot(0, window.show)
    application.exec()
    lanes.stop()


if __name__ == "__main__":
    main()
