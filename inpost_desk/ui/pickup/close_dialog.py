"""Closing a hand-over with parcels missing: what becomes of each, then it is closed and printed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.domain.hand_over import HandOver, Left
from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.look import Role
from inpost_desk.ui.pickup.scan_list import parcel_words
from inpost_desk.wording.pickups import left_words
from inpost_desk.wording.speech import translate

STAYS_KEY: Final = "Alt+1"
NOT_SENT_KEY: Final = "Alt+2"
CLOSE_KEY: Final = "Ctrl+Enter"
_ID: Final = Qt.ItemDataRole.UserRole
_LEFT: Final = Qt.ItemDataRole.UserRole + 1


class CloseDialog(Dialog):
    """All stay unless something else is said of the selected ones."""

    decided = Signal(object)
    """dict[Left, list[int]]: what becomes of which shipments."""

    def __init__(self, one: HandOver, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._heading = Heading("", Role.HEADING)
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(translate("ui", "Not handed over yet"))
        self._words: dict[int, str] = {}
        self.follow(one)
        stays = translate("ui", "Selected ones stay")
        self.stays = KeyButton(stays, key=STAYS_KEY, kind="header")
        not_sent = translate("ui", "Selected ones are not sent")
        self.not_sent = KeyButton(not_sent, key=NOT_SENT_KEY, kind="header")
        self.close_button = KeyButton(
            translate("ui", "Close and print"), key=CLOSE_KEY, kind="accent"
        )
        self.back = KeyButton(translate("ui", "Go on scanning"), key="Esc", kind="plain")
        self._lay_out()
        self._connect()
        self.resize(620, 480)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def follow(self, one: HandOver) -> None:
        """Take what is missing now: scans go on while the question stands."""
        title = translate("ui", "Not handed over: {count} of {total}")
        title = title.format(count=len(one.missing), total=one.expected)
        self.setWindowTitle(title)
        self._heading.setText(title)
        missing = {parcel.shipment_id for parcel in one.missing}
        for row in reversed(range(self.list.count())):
            if self.list.item(row).data(_ID) not in missing:
                self.list.takeItem(row)
        for row, parcel in enumerate(one.missing):
            there = self.list.item(row)
            if row < self.list.count() and there.data(_ID) == parcel.shipment_id:
                continue
            item = QListWidgetItem()
            item.setData(_ID, parcel.shipment_id)
            self._words[parcel.shipment_id] = parcel_words(parcel)
            self.list.insertItem(row, item)
            self._set(item, Left.STAYS)

    def value(self) -> dict[Left, list[int]]:
        """What becomes of which shipments."""
        found: dict[Left, list[int]] = {Left.STAYS: [], Left.CANCELLED: []}
        for row in range(self.list.count()):
            item = self.list.item(row)
            found[item.data(_LEFT)].append(item.data(_ID))
        return found

    def _lay_out(self) -> None:
        told = translate(
            "ui",
            "They stay for the next pickup unless you say otherwise. What is not sent keeps its"
            " number and is not offered again; its label must come off.",
        )
        choices, row = QHBoxLayout(), QHBoxLayout()
        for button in (self.stays, self.not_sent):
            choices.addWidget(button)
        choices.addStretch()
        row.addStretch()
        row.addWidget(self.back)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.PAD)
        column.addWidget(self._heading)
        column.addWidget(Text(told, wrap=True))
        column.addWidget(self.list, 1)
        column.addLayout(choices)
        column.addLayout(row)

    def _connect(self) -> None:
        self.stays.clicked.connect(lambda: self._choose(Left.STAYS))
        self.not_sent.clicked.connect(lambda: self._choose(Left.CANCELLED))
        self.close_button.clicked.connect(self._close)
        self.back.clicked.connect(self.reject)
        for key, button in (
            (STAYS_KEY, self.stays),
            (NOT_SENT_KEY, self.not_sent),
            ("Ctrl+Return", self.close_button),
            (CLOSE_KEY, self.close_button),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(button.click)

    def _choose(self, left: Left) -> None:
        for item in self.list.selectedItems():
            self._set(item, left)

    def _set(self, item: QListWidgetItem, left: Left) -> None:
        item.setData(_LEFT, left)
        words = translate("ui", "{name}: {words}")
        item.setText(words.format(name=self._words[item.data(_ID)], words=left_words(left)))

    def _close(self) -> None:
        decided = self.value()
        self.accept()
        self.decided.emit(decided)
