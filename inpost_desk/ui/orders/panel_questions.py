"""The questions of an import as one quiet card, and what was mended or is worth a look.

Nothing here is asked in a window over the others: rows that wait for an answer are not sent meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, KeyButton, Line, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.panel_cards import (
    Mended,
    QuestionCard,
    Reimported,
    RepeatedQuestion,
    SentBefore,
    Warned,
)
from inpost_desk.ui.orders.panel_parts import AnswerButton, Lines, Words, column
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.weekend_words import day_and_time, left_words
from inpost_desk.wording.fixes import brief_words
from inpost_desk.wording.sentences import change_words, field_words, moment_words, status_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

MOST_LINES: Final = 5
LINES: Final = "lines"
PARCELS: Final = "parcels"
SKIP: Final = "skip"
AGAIN: Final = "again"
WAIT: Final = "wait"
STANDARD: Final = "standard"
# The digits that mean an answer; further ones have none.
MOST_KEYS: Final = 4

MENDED: Final[Mapping[str, str]] = {
    "phone_prefix": QT_TRANSLATE_NOOP("ui", "+48 removed from numbers: {n}"),
    "phone": QT_TRANSLATE_NOOP("ui", "Numbers written without blanks: {n}"),
    "email": QT_TRANSLATE_NOOP("ui", "Blanks removed from e-mail addresses: {n}"),
    "point": QT_TRANSLATE_NOOP("ui", "Names of points in capitals: {n}"),
    "post_code": QT_TRANSLATE_NOOP("ui", "Post codes written like 00-950: {n}"),
    "street": QT_TRANSLATE_NOOP("ui", "Street and number put in order: {n}"),
    "size": QT_TRANSLATE_NOOP("ui", "Sizes written as a letter: {n}"),
    "amount": QT_TRANSLATE_NOOP("ui", "Amounts written like 1299,00: {n}"),
    "insurance_raised_to_cod": QT_TRANSLATE_NOOP(
        "ui", "Extra protection raised to the cash on delivery: {n}"
    ),
    "reference_numbered": QT_TRANSLATE_NOOP("ui", "References numbered, a parcel a row: {n}"),
    "service_becomes_parcel_point": QT_TRANSLATE_NOOP(
        "ui", "PaczkoPunkt, so InPost changes the service: {n}"
    ),
    "sent_as_standard": QT_TRANSLATE_NOOP("ui", "Without Paczka w Weekend, as standard: {n}"),
    "together": QT_TRANSLATE_NOOP("ui", "Parcels with another order in the same box: {n}"),
}
# Money and the service change for these, so they inform; the others are done.
_INFORM: Final = frozenset(
    {"insurance_raised_to_cod", "service_becomes_parcel_point", "sent_as_standard", "together"}
)


class QuestionBox(Card):
    """What only a person knows of a file: repeated references, orders that InPost has, and what becomes of
    Paczka w Weekend while none is taken."""

    repeated_answered = Signal(str)
    duplicates_answered = Signal(str)
    weekend_answered = Signal(str)

    def __init__(self) -> None:
        super().__init__(State.QUIET)
        self._card: QuestionCard | None = None
        self._keys = ""
        self._repeated = Words(role=Role.FIELD, bold=True)
        self._repeated_more = Words(role=Role.CAPTION, tone="text2")
        self._line = Line()
        self._before = Words(role=Role.FIELD, bold=True)
        self._before_lines = Lines()
        self._second_line = Line()
        self._weekend = Words(role=Role.FIELD, bold=True)
        self._weekend_more = Words(role=Role.CAPTION, tone="text2")
        self.buttons = [AnswerButton() for _ in range(6)]
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, at=number: self._take(at))
        self._lay_out()

    def _lay_out(self) -> None:
        layout = column(self, margins=(12, 12, 12, 12), spacing=6)
        for widget in (self._repeated, self._repeated_more, *self.buttons[:2], self._line):
            layout.addWidget(widget)
        for widget in (self._before, self._before_lines, *self.buttons[2:4], self._second_line):
            layout.addWidget(widget)
        for widget in (self._weekend, self._weekend_more, *self.buttons[4:]):
            layout.addWidget(widget)

    def show_questions(self, card: QuestionCard | None, *, alt: bool) -> None:
        """Show these questions; `alt` where plain digits mean something else."""
        self._card = card if card and (card.repeated or card.duplicates or card.weekend) else None
        self._keys = "Alt+" if alt else ""
        self.setVisible(self._card is not None)
        if self._card is None:
            return
        shown = self._card
        self._line.setVisible(bool(shown.repeated and shown.duplicates))
        self._second_line.setVisible(bool(shown.weekend and (shown.repeated or shown.duplicates)))
        self._say_repeated(shown.repeated)
        self._say_duplicates(shown)
        self._say_weekend(shown)

    def press(self, digit: int) -> bool:
        """Give the answer of that digit. Whether there is one."""
        for number, button in enumerate(self.buttons):
            shown = self._card is not None and not button.isHidden()
            if shown and button.key() == f"{self._keys}{digit}":
                self._take(number)
                return True
        return False

    def _say_repeated(self, asked: RepeatedQuestion | None) -> None:
        if asked is None:
            for widget in (self._repeated, self._repeated_more):
                widget.say("")
            for button in self.buttons[:2]:
                button.say("", "")
            return
        self._repeated.say(translate("ui", "The same reference on several rows"))
        counts = translate("ui", "Rows: {rows}, references: {references}. What are they?")
        self._repeated_more.say(counts.format(rows=asked.rows, references=asked.references))
        parcels = translate("ui", "parcels in the file: {n}")
        self.buttons[0].say(
            f"{self._keys}1",
            translate("ui", "Lines of one order, one parcel"),
            parcels.format(n=asked.parcels_if_lines),
            chosen=asked.answer == LINES,
        )
        self.buttons[1].say(
            f"{self._keys}2",
            translate("ui", "Separate parcels"),
            parcels.format(n=asked.parcels_if_parcels),
            chosen=asked.answer == PARCELS,
        )

    def _say_duplicates(self, card: QuestionCard) -> None:
        found = card.duplicates
        first = 3 if card.repeated else 1
        if not found:
            self._before.say("")
            self._before_lines.say([])
            for button in self.buttons[2:]:
                button.say("", "")
            return
        self._before.say(translate("ui", "Sent before: {n}").format(n=len(found)))
        self._before_lines.say(shortened([_sent(one) for one in found]))
        self.buttons[2].say(
            f"{self._keys}{first}",
            translate("ui", "Leave them out"),
            chosen=card.duplicates_answer == SKIP,
        )
        self.buttons[3].say(
            f"{self._keys}{first + 1}",
            translate("ui", "Send them again"),
            translate("ui", "each is paid for once more"),
            chosen=card.duplicates_answer == AGAIN,
        )

    def _say_weekend(self, card: QuestionCard) -> None:
        asked = card.weekend
        if asked is None or asked.opens_at is None:
            for widget in (self._weekend, self._weekend_more):
                widget.say("")
            for button in self.buttons[4:]:
                button.say("", "")
            return
        self._weekend.say(translate("ui", "Paczka w Weekend, rows: {n}").format(n=asked.rows))
        opens = day_and_time(asked.opens_at)
        more = translate("ui", "InPost takes none now. Open again: {time}, in {left}.")
        self._weekend_more.say(more.format(time=opens, left=left_words(asked.left)))
        first = 1 + 2 * (card.repeated is not None) + 2 * bool(card.duplicates)
        self.buttons[4].say(
            self._key(first),
            translate("ui", "Wait until {time}").format(time=opens),
            translate("ui", "ready then, and started by you"),
            chosen=asked.answer == WAIT,
        )
        self.buttons[5].say(
            self._key(first + 1),
            translate("ui", "Send as standard now"),
            translate("ui", "without Paczka w Weekend"),
            chosen=asked.answer == STANDARD,
        )

    def _key(self, digit: int) -> str:
        return f"{self._keys}{digit}" if digit <= MOST_KEYS else ""

    def _take(self, number: int) -> None:
        if number < 2:
            self.repeated_answered.emit((LINES, PARCELS)[number])
        elif number < 4:
            self.duplicates_answered.emit((SKIP, AGAIN)[number - 2])
        else:
            self.weekend_answered.emit((WAIT, STANDARD)[number - 4])


def _sent(one: SentBefore) -> tuple[str, Shape, State, str]:
    when = moment_words(one.at) if one.at else ""
    number = f"{one.number[:4]} … {one.number[-4:]}" if len(one.number) > 10 else one.number
    status = status_words(one.status) if one.status else ""
    words = " · ".join(filter(None, (one.reference, when, number, status)))
    return words, Shape.SQUARES, State.QUIET, translate("ui", "no. {row}").format(row=one.row)


def shortened(
    lines: list[tuple[str, Shape, State, str]], most: int = MOST_LINES
) -> list[tuple[str, Shape, State, str]]:
    """The first lines, and how many more there are."""
    if len(lines) <= most:
        return lines
    more = translate("ui", "and {n} more").format(n=len(lines) - most)
    return [*lines[:most], (more, Shape.INFO, State.QUIET, "")]


class MendedBox(QWidget):
    """What was mended by itself, what the file says differently than before, what is worth a look."""

    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._mended_title = Text("", Role.CAPTION, tone="text2", bold=True)
        self.mended = Lines()
        self._again_title = Text("", Role.CAPTION, tone="text2", bold=True)
        self.again = Lines()
        self._warned_title = Text("", Role.CAPTION, tone="text2", bold=True)
        self.warned = Lines()
        self._undo_words = Words(role=Role.CAPTION, tone="text2")
        self.undo_button = KeyButton("", key="Ctrl+Z", icon="undo", kind="quiet")
        self.undo_button.clicked.connect(self.undo_asked)
        self._undo = QWidget()
        self._parts: list[QWidget] = []
        self._lay_out()

    def _lay_out(self) -> None:
        layout = column(self, margins=(look.PAD, 12, look.PAD, 12), spacing=4)
        undo = QHBoxLayout(self._undo)
        undo.setContentsMargins(0, 0, 0, 4)
        undo.addWidget(self._undo_words, 1, Qt.AlignmentFlag.AlignVCenter)
        undo.addWidget(self.undo_button)
        layout.addWidget(self._undo)
        for title, lines in (
            (self._mended_title, self.mended),
            (self._again_title, self.again),
            (self._warned_title, self.warned),
        ):
            part = QWidget()
            inside = column(part, margins=(0, 0, 0, 8), spacing=4)
            inside.addWidget(title)
            inside.addWidget(lines)
            layout.addWidget(part)
            self._parts.append(part)

    def show_mended(
        self,
        mended: Sequence[Mended],
        reimported: Sequence[Reimported],
        warnings: Sequence[Warned],
        *,
        undo: str,
    ) -> None:
        """Show all of it; `undo` says what the last change was, "" where nothing can be taken back."""
        shown = (tuple(mended), tuple(reimported), tuple(warnings), undo)
        self.setVisible(any(shown))
        if shown == self._shown:
            return
        self._shown = shown
        self._undo_words.say(undo)
        self.undo_button.set_text(translate("ui", "Undo"))
        self._undo.setVisible(bool(undo))
        self._mended_title.setText(translate("ui", "Mended while importing"))
        self.mended.say([_mended(one) for one in mended])
        self._again_title.setText(translate("ui", "Different than last time"))
        self.again.say(shortened([_again(one) for one in reimported]))
        self._warned_title.setText(translate("ui", "Worth a look"))
        self.warned.say(shortened([_warned(one) for one in warnings]))
        for part, there in zip(self._parts, (mended, reimported, warnings), strict=True):
            part.setVisible(bool(there))


def _mended(one: Mended) -> tuple[str, Shape, State, str]:
    text = MENDED.get(one.kind) or QT_TRANSLATE_NOOP("ui", "Needless blanks removed: {n}")
    inform = one.kind in _INFORM
    shape, state = (Shape.INFO, State.INFORMATION) if inform else (Shape.TICK, State.DONE)
    place = translate("ui", "no. {row}").format(row=one.first) if one.rows == 1 else ""
    return translate("ui", text).format(n=one.rows), shape, state, place


def _again(one: Reimported) -> tuple[str, Shape, State, str]:
    told = "; ".join(
        f"{field_words(change.field)} {change_words(change).rpartition(' (')[0]}"
        for change in one.changes
    )
    place = translate("ui", "no. {row}").format(row=one.row)
    return f"{one.reference}: {told}", Shape.INFO, State.INFORMATION, place


def _warned(one: Warned) -> tuple[str, Shape, State, str]:
    problem = one.problem
    brief = brief_words(problem.field, problem.rule, value=problem.value, hint=problem.hint)
    words = f"{one.reference} · {field_words(problem.field)}: {brief}"
    place = translate("ui", "no. {row}").format(row=one.row)
    return words, Shape.TRIANGLE, State.WARNING, place
