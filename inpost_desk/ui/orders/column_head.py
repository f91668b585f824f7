"""The head of the column map: what the page is about, which file, and a warning about money."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, Heading, ShapeLabel, Text
from inpost_desk.ui.kit_card import Ground
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.fitting import WrappingText
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import translate


class MapHead(Ground):
    """What this page is, which file, and a warning about money."""

    def __init__(self) -> None:
        super().__init__(lines=[Qt.Edge.BottomEdge])
        self._title = Heading("", Role.HEADING)
        self._title.setText(translate("ui", "Which column is what?"))
        self._file = WrappingText(bold=True)
        self._words = Text("", tone="text2", wrap=True)
        self._cash = Card(State.WARNING)
        self._cash_words = Text("", tone=State.WARNING, wrap=True)
        row = QHBoxLayout(self._cash)
        row.setContentsMargins(12, look.GAP, 12, look.GAP)
        row.setSpacing(look.GAP)
        row.addWidget(ShapeLabel(Shape.TRIANGLE, State.WARNING), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._cash_words, 1)
        self._cash.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.EDGE, look.PAD, look.EDGE, look.PAD)
        layout.setSpacing(4)
        for widget in (self._title, self._file, self._words):
            layout.addWidget(widget)
        layout.addSpacing(4)
        layout.addWidget(self._cash)

    def show_reading(self, name: str) -> None:
        """The file is being read."""
        self._file.setText(name)
        self._words.setText(translate("ui", "Reading the file…"))
        self.show_cash("")

    def show_file(self, name: str, rows: int) -> None:
        """The file has been read."""
        counted = translate("ui", "{file} · rows: {count}").format(file=name, count=rows)
        self._file.setText(counted)
        self._words.setText(
            translate(
                "ui",
                "This file is not laid out like Manager Paczek's. Look through the columns once; I "
                "will remember them for files like this one.",
            )
        )

    def show_cash(self, column: str) -> None:
        """Warn of the column that speaks of cash on delivery, "" for none."""
        words = translate(
            "ui",
            "“{column}” speaks of cash on delivery, but no column with the sum is chosen. Those "
            "parcels would be handed over without the money.",
        )
        self._cash_words.setText(words.format(column=column))
        self._cash.setVisible(bool(column))
