"""Labels that were kept from the printer: the picture, the reason, and what a person says of each.

Nothing is done here; what was answered goes to `held`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.held_jobs import Looked, Shown
from inpost_desk.ui.orders.held_list import HeldList
from inpost_desk.ui.printers.paper_picture import PaperPicture
from inpost_desk.wording.held_labels import held_sentence
from inpost_desk.wording.sentences import service_words
from inpost_desk.wording.speech import translate

# As in `actions.ready`, which is not loaded with the window; a test compares them.
MAY_OVERRULE: Final = frozenset({"unreadable", "bars_unreadable", "wrong_size", "off_paper"})
CHECK_KEY: Final = "F5"
GOOD_KEY: Final = "5"
SIZE: Final = QSize(1040, 680)


class Answer(StrEnum):
    """What can be said of a label; each has its digit, whichever of them stand there."""

    ACCEPT = "accept"
    """All labels of this service look like that."""
    PRINT = "print"
    FETCH = "fetch"
    SKIP = "skip"


class HeldDialog(Dialog):
    """One label at a time, until none is left."""

    answered = Signal(str, object)
    """An `Answer`, and the labels that it is about."""

    check_asked = Signal(object)
    """Those that are to be looked at once more; `renew` or `not_checked` answers."""
    good_asked = Signal(object)
    """Those that are good by now are to be printed."""

    def __init__(
        self, shown: Sequence[Shown], names: Mapping[int, str], parent: QWidget, *, first: int = 0
    ) -> None:
        super().__init__(parent)
        self._left = list(shown)
        self._good: list[Shown] = []
        self._names = names
        self.list = HeldList()
        self.picture = PaperPicture()
        self.no_picture = Text("", tone="text2", wrap=True)
        self.title = Heading("", Role.HEADING)
        self.question = Text("", Role.FIELD, bold=True, wrap=True)
        self.reason = Text("", Role.FIELD, wrap=True)
        self._numbers = QWidget()
        self.wanted, self.found = Text("", Role.FIELD, bold=True), Text("", Role.FIELD, bold=True)
        self.buttons = {
            Answer.ACCEPT: KeyButton("", key="1"),
            Answer.PRINT: KeyButton("", key="2", icon="printer"),
            Answer.FETCH: KeyButton("", key="3", icon="refresh"),
            Answer.SKIP: KeyButton("", key="4"),
        }
        self.close_button = KeyButton(translate("ui", "Close"), key="Esc", kind="quiet")
        self.check_button = KeyButton(
            translate("ui", "Check again"), key=CHECK_KEY, icon="refresh", kind="header"
        )
        self.check_button.hide()
        self._note = Text("", tone="text2", wrap=True)
        self.good_words = Text("", Role.FIELD, bold=True, wrap=True)
        self.good_button = KeyButton("", key=GOOD_KEY, icon="printer")
        self._lay_out()
        self._connect()
        self._fill(first)

    def current(self) -> Shown | None:
        """The label that is shown."""
        row = self.list.currentRow()
        return self._left[row] if 0 <= row < len(self._left) else None

    def open(self) -> None:
        """As large as a picture needs in which words can be read, never larger than the window under it."""
        under = self.parentWidget()
        room = under.window().size() if under is not None else SIZE
        self.resize(SIZE.boundedTo(room).expandedTo(self.minimumSizeHint()))
        super().open()

    def offer_checking(self, good: Sequence[Shown], *, others_out: bool) -> None:
        """They are of a pile: they can be looked at once more, and its next run tries them again.

        `good` are those that were held back and are good by now, `others_out` says that others were printed.
        """
        self._good = list(good)
        self.check_button.show()
        note = translate(
            "ui",
            "The next “Create and print” tries the labels held back again and buys nothing for them.",
        )
        if others_out:
            out = translate("ui", "The other labels have come out in their order.")
            note = f"{out} {note}"
        self._note.setText(note)
        current = self.current()
        self._fill(current.shipment if current is not None else 0)

    def renew(self, looked: Looked) -> None:
        """They were looked at once more. What was answered meanwhile stays answered."""
        current = self.current()
        asked = {one.shipment for one in self._left}
        self._left = [one for one in looked.shown if one.shipment in asked]
        self._good += [one for one in looked.good if one.shipment in asked]
        self._fill(current.shipment if current is not None else 0)
        self.not_checked()

    def not_checked(self) -> None:
        """It can be asked again."""
        self.check_button.setEnabled(True)
        (self.list if self._left else self.good_button).setFocus()

    # Showing

    def _fill(self, first: int) -> None:
        words = translate("ui", "Labels held back: {count}").format(count=len(self._left))
        self.setWindowTitle(words)
        self.title.setText(words)
        self.list.fill(self._left, self._names, first)
        good = len(self._good)
        for part in (self.good_words, self.good_button):
            part.setVisible(bool(good))
        self.good_words.setText(translate("ui", "Good by now: {count}").format(count=good))
        words = translate("ui", "Print all good ones ({count})").format(count=good)
        self.good_button.set_text(words)
        self._show()

    @Slot()
    def _show(self) -> None:
        one = self.current()
        for button in self.buttons.values():
            button.setVisible(one is not None)
        if one is None:
            self._show_none()
            return
        held = one.held
        has_picture = bool(held.picture)
        self.picture.setVisible(has_picture)
        self.no_picture.setVisible(not has_picture)
        self.picture.clear()
        if has_picture:
            self.picture.show_page(held.picture, held.width_mm, held.height_mm)
        asked = bool(held.service)
        self.question.setVisible(asked)
        if asked:
            words = translate(
                "ui",
                "First label of the service {service}: the program cannot read its number. Is the label good?",
            )
            self.question.setText(words.format(service=service_words(held.service)))
        after = translate(
            "ui",
            "After a yes, labels of this service print without it; else fetch the label again.",
        )
        self.reason.setText(after if asked else held_sentence(held.rule))
        self.list.setAccessibleDescription(f"{self.question.text()} {self.reason.text()}".strip())
        self._show_numbers(one)
        self._show_answers(one)

    def _show_none(self) -> None:
        """All that are left are good."""
        for part in (self.list, self.picture, self.no_picture, self.question, self._numbers):
            part.hide()
        self.check_button.hide()
        self.reason.setText(translate("ui", "No label is held back any more."))

    def _show_numbers(self, one: Shown) -> None:
        other = [code for code in one.held.codes if code not in one.numbers]
        numbers = [code for code in other if code.isdigit()] or other
        self._numbers.setVisible(bool(numbers and one.numbers))
        self.wanted.setText(", ".join(map(in_fours, one.numbers)))
        self.found.set_state(", ".join(map(in_fours, numbers[:2])), State.ERROR)

    def _show_answers(self, one: Shown) -> None:
        held = one.held
        words = {
            Answer.ACCEPT: translate("ui", "Yes, labels of this service look like this"),
            Answer.PRINT: translate("ui", "Print anyway"),
            Answer.FETCH: translate("ui", "Fetch again"),
            Answer.SKIP: translate("ui", "Skip until the next printing"),
        }
        for answer, button in self.buttons.items():
            button.set_text(words[answer])
        self.buttons[Answer.ACCEPT].setVisible(bool(held.service))
        # Of a layout nobody has seen, the answer is about all labels like it.
        self.buttons[Answer.PRINT].setVisible(held.rule in MAY_OVERRULE and not held.service)

    # Answering

    def _answer(self, answer: Answer) -> None:
        one = self.current()
        # A hidden button's digit means nothing.
        if one is None or self.buttons[answer].isHidden():
            return
        about = [one]
        if answer is Answer.ACCEPT:
            about = [other for other in self._left if _same_layout(other, one)]
        row = self.list.currentRow()
        self._left = [other for other in self._left if other not in about]
        self.answered.emit(answer.value, about)
        if not self._left and not self._good:
            self.accept()
            return
        self._fill(self._left[min(row, len(self._left) - 1)].shipment if self._left else 0)

    @Slot()
    def _check(self) -> None:
        if self._left and not self.check_button.isHidden() and self.check_button.isEnabled():
            self.check_button.setEnabled(False)
            self.check_asked.emit(list(self._left))

    @Slot()
    def _print_good(self) -> None:
        if not self._good:
            return
        about, self._good = self._good, []
        self.good_asked.emit(about)
        if not self._left:
            self.accept()
            return
        current = self.current()
        self._fill(current.shipment if current is not None else 0)
        self.list.setFocus()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._show())
        for answer, button in self.buttons.items():
            button.clicked.connect(partial(self._pressed, answer))
            key = QShortcut(QKeySequence(button.key()), self)
            # A digit held down must not answer for the next label too.
            key.setAutoRepeat(False)
            key.activated.connect(partial(self._answer, answer))
        for button, act in (
            (self.check_button, self._check),
            (self.good_button, self._print_good),
        ):
            button.clicked.connect(act)
            key = QShortcut(QKeySequence(button.key()), self)
            key.setAutoRepeat(False)
            key.activated.connect(act)
        self.close_button.clicked.connect(self.reject)

    def _pressed(self, answer: Answer, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self._answer(answer)
        self.list.setFocus()

    def _lay_out(self) -> None:
        self.no_picture.setText(
            translate("ui", "There is no picture of it: no label can be drawn.")
        )
        self.no_picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        told = QVBoxLayout()
        told.setSpacing(look.GAP)
        told.addWidget(self._words(), 1)
        for button in self.buttons.values():
            told.addWidget(button)
        told.addWidget(self.good_words)
        told.addWidget(self.good_button)
        sides = QHBoxLayout()
        sides.setSpacing(look.PAD)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        sides.addLayout(left, 2)
        sides.addWidget(self.picture, 4)
        sides.addWidget(self.no_picture, 4)
        sides.addLayout(told, 3)
        self._lay_out_numbers()
        foot = QHBoxLayout()
        foot.setSpacing(look.GAP)
        foot.addWidget(self._note, 1)
        foot.addWidget(self.check_button)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.PAD)
        column.setSpacing(look.PAD)
        column.addWidget(self.title)
        column.addLayout(sides, 1)
        column.addLayout(foot)

    def _words(self) -> QScrollArea:
        """What is to be read scrolls where it does not fit; the answers always show."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.PAD)
        for widget in (self.question, self.reason, self._numbers):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for ground in (inside, scroll.viewport()):
            ground.setAutoFillBackground(False)
        return scroll

    def _lay_out_numbers(self) -> None:
        grid = QGridLayout(self._numbers)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for row, (words, number) in enumerate(
            (
                (translate("ui", "This parcel's number:"), self.wanted),
                (translate("ui", "On the label:"), self.found),
            )
        ):
            number.setWordWrap(True)
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(Text(words, tone="text2"), 2 * row, 0)
            grid.addWidget(number, 2 * row + 1, 0)


def _same_layout(one: Shown, other: Shown) -> bool:
    """What is accepted is one thing that is wrong with labels of one service."""
    return (one.held.service, one.held.rule) == (other.held.service, other.held.rule)


def in_fours(number: str) -> str:
    """Groups of four, as a label has them; what is no number stays as it is."""
    if not number.isdigit():
        return number
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))
