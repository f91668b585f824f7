"""One good row in full: every cell, what was changed in it, its number, when it was printed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from inpost_desk.domain.order import Field
from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look
from inpost_desk.ui.kit import KeyButton, stage_word
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.panel_cards import RowCard
from inpost_desk.ui.orders.panel_parts import Lines, Told, Words, column
from inpost_desk.ui.shapes import STAGE_LOOK, Shape
from inpost_desk.wording.fixes import brief_words
from inpost_desk.wording.sentences import change_words, field_words, moment_words, status_words
from inpost_desk.wording.speech import translate

# As a parcel is read: who, where, what, how much.
ORDER: Final = (
    Field.NAME,
    Field.COMPANY,
    Field.PHONE,
    Field.EMAIL,
    Field.KIND,
    Field.POINT,
    Field.STREET,
    Field.POST_CODE,
    Field.CITY,
    Field.SIZE,
    Field.COD,
    Field.INSURANCE,
    Field.WEEKEND,
    Field.COMMENTS,
    Field.MPK,
    Field.CONTENTS,
)
# Where an address may go on in the next line.
BREAK: Final = "\N{ZERO WIDTH SPACE}"
# Contents may be as long as a book, and stand here only for a look.
_LONGEST: Final = 300
AGAIN_KEY: Final = "Ctrl+R"


class DetailBox(QWidget):
    """The row under the cursor where it needs nobody."""

    undo_asked = Signal()
    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: RowCard | None = None
        self._reference = Words(role=Role.SECTION)
        self._stage = Told()
        self._facts = Lines()
        self._pairs: list[tuple[Words, Words]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self.undo_button = KeyButton("", key="Ctrl+Z", icon="undo", kind="quiet")
        self.undo_button.clicked.connect(self.undo_asked)
        self.again_button = KeyButton("", key=AGAIN_KEY, icon="refresh", kind="header")
        self.again_button.clicked.connect(self.again_asked)
        self._notes = Lines()
        layout = column(self, margins=(look.PAD, 12, look.PAD, 12), spacing=8)
        layout.addWidget(self._reference)
        layout.addWidget(self._stage)
        layout.addWidget(self._facts)
        layout.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._grid)
        layout.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._notes)

    def show_row(self, card: RowCard) -> None:
        """Show that row."""
        if card == self._shown:
            return
        self._shown = card
        detail = card.detail
        self._reference.say(detail.reference)
        shape, state = STAGE_LOOK[card.stage]
        place = translate("ui", "no. {row}").format(row=detail.row)
        self._stage.say(stage_word(card.stage), shape, state, aside=place)
        self._say_facts(card)
        self._say_cells(card)
        self.undo_button.set_text(translate("ui", "Undo"))
        self.undo_button.setVisible(bool(detail.given))
        self.again_button.set_text(translate("ui", "Send again"))
        self.again_button.setVisible(card.stage is Stage.REFUSED)
        self._say_notes(card)

    def pairs(self) -> list[tuple[str, str]]:
        """The labels and values that stand here."""
        return [
            (label.text(), value.text()) for label, value in self._pairs if not label.isHidden()
        ]

    def _say_facts(self, card: RowCard) -> None:
        lines = []
        if card.number:
            number = " ".join(card.number[at : at + 4] for at in range(0, len(card.number), 4))
            lines.append((number, Shape.LABEL, State.INFORMATION, ""))
        if card.status:
            lines.append((status_words(card.status), Shape.DOT, State.INFORMATION, ""))
        if card.printed_at:
            printed = translate("ui", "printed {time}")
            words = printed.format(time=moment_words(card.printed_at))
            lines.append((words, Shape.TICK, State.DONE, ""))
        self._facts.say(lines)

    def _say_cells(self, card: RowCard) -> None:
        detail = card.detail
        shown = [
            one
            for one in (*ORDER, *(field for field in detail.cells if field not in ORDER))
            if one is not Field.REFERENCE
            and (detail.cells.get(one, "").strip() or one in detail.given)
        ]
        while len(self._pairs) < len(shown):
            self._add_pair()
        for number, (label, value) in enumerate(self._pairs):
            if number >= len(shown):
                label.say("")
                value.say("")
                continue
            field = shown[number]
            now = _text(detail.cells.get(field, ""))
            if field is Field.EMAIL:
                now = now.replace("@", f"@{BREAK}").replace(".", f".{BREAK}")
            edited = field in detail.given
            label.say(field_words(field))
            value.say(f"{_text(detail.given[field])} → {now}" if edited else now)
            value.setFont(look.font(Role.TABLE, bold=edited))

    def _add_pair(self) -> None:
        label = Words(role=Role.CAPTION, tone="text3")
        value = Words(role=Role.TABLE)
        row = len(self._pairs)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, row, 0, top)
        self._grid.addWidget(value, row, 1, top)
        self._pairs.append((label, value))

    def _say_notes(self, card: RowCard) -> None:
        lines = []
        for one in card.detail.warnings:
            brief = brief_words(one.field, one.rule, value=one.value, hint=one.hint)
            words = f"{field_words(one.field)}: {brief}"
            lines.append((words, Shape.TRIANGLE, State.WARNING, ""))
        lines += [
            (f"{field_words(change.field)}: {change_words(change)}", Shape.TICK, State.DONE, "")
            for change in card.detail.changes
        ]
        self._notes.say(lines)


def _text(cell: str) -> str:
    text = cell.strip() or "–"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
