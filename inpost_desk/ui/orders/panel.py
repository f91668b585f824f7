"""The side panel of the Orders page: what is to be fixed, what happens now, one row in full.

It shows what it is given and says what was chosen; the page decides what the panel is about, looks up points
and changes the pile.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from inpost_desk.domain.pile import PileRow
from inpost_desk.ui import look
from inpost_desk.ui.look import State
from inpost_desk.ui.orders.panel_acts import ActsBox
from inpost_desk.ui.orders.panel_cards import (
    Happening,
    Mended,
    NowCard,
    ProblemCard,
    QuestionCard,
    RefusedRow,
    Reimported,
    RowCard,
    UnsureCard,
    Warned,
)
from inpost_desk.ui.orders.panel_detail import DetailBox
from inpost_desk.ui.orders.panel_notes import NotesBox
from inpost_desk.ui.orders.panel_parts import PanelHeader, Words, column
from inpost_desk.ui.orders.panel_problem import OtherProblems, ProblemBox
from inpost_desk.ui.orders.panel_questions import MendedBox, QuestionBox
from inpost_desk.ui.orders.panel_running import RunningBox
from inpost_desk.ui.orders.panel_together import TogetherBox, TogetherCard
from inpost_desk.ui.orders.panel_unsure import UnsureBox
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import translate


class SidePanel(QWidget):
    """One of: problems with the import's questions, a run, unsure orders, a row's details, nothing."""

    fix_chosen = Signal(int, object)
    """Row number, `Fix`."""
    fix_all_chosen = Signal(int, object)
    """Row number, `Fix`: the same in all rows with this problem."""
    other_asked = Signal(int)
    skip_asked = Signal(int)
    problem_chosen = Signal(int)
    repeated_answered = Signal(str)
    """"lines" or "parcels"."""
    duplicates_answered = Signal(str)
    """"skip" or "again"."""
    weekend_answered = Signal(str)
    """"wait" or "standard"."""
    unsure_answered = Signal(str, str, object)
    """Reference; "adopt", "absent" or "settle"; the shipment's id where it is adopted."""
    undo_asked = Signal()
    together_asked = Signal(object, bool)
    """Row numbers of orders that go in one box, or apart again."""
    again_asked = Signal()
    """The row that is shown, which InPost has refused, is to be sent once more."""

    def __init__(self) -> None:
        super().__init__()
        self.header = PanelHeader()
        self.questions = QuestionBox()
        self.notes = NotesBox()
        self.problem = ProblemBox()
        self.others = OtherProblems()
        self.mended = MendedBox()
        self.running = RunningBox()
        self.unsure = UnsureBox()
        self.detail = DetailBox()
        self.together = TogetherBox()
        self.acts = ActsBox()
        self.empty = Words(tone="text2")
        self._question_ground = QWidget()
        self._scroll = QScrollArea()
        self._inside = QWidget()
        self._lay_out()
        self._connect()
        self._shortcuts()
        self.set_wide(wide=False)
        self.show_nothing()

    def set_wide(self, *, wide: bool) -> None:
        """Take the room of a wide window, or that of a usual one."""
        self.setFixedWidth(look.PANEL_WIDE if wide else look.PANEL)

    def show_problems(
        self,
        current: ProblemCard | None,
        others: Sequence[PileRow] = (),
        *,
        mended: Sequence[Mended] = (),
        reimported: Sequence[Reimported] = (),
        warnings: Sequence[Warned] = (),
        questions: QuestionCard | None = None,
        undo: str = "",
        notes: Sequence[str] = (),
    ) -> None:
        """Show what is to be fixed; `current` is what the digits mean, `others` the other rows.

        Without `current`, digits answer the questions. `undo` says what Ctrl+Z would take back.
        """
        count = len(others) + (current is not None)
        self._say_header(count, questions, more=bool(others))
        self.questions.show_questions(questions, alt=current is not None)
        self._question_ground.setVisible(not self.questions.isHidden())
        self.problem.show_problem(current)
        self.others.show_rows(others)
        self.mended.show_mended(mended, reimported, warnings, undo=undo)
        self.notes.show_notes(notes)
        self._only(self._question_ground, self.problem, self.others, self.notes, self.mended)

    def _say_header(self, count: int, questions: QuestionCard | None, *, more: bool) -> None:
        asked = questions is not None and questions.open
        if count:
            title, shape, state = translate("ui", "To be fixed"), Shape.TRIANGLE, State.WARNING
        elif asked:
            title, shape, state = translate("ui", "A question"), Shape.DIAMOND, State.WARNING
        else:
            title, shape, state = translate("ui", "Nothing to be fixed"), Shape.TICK, State.DONE
        aside, key = (translate("ui", "next"), "F8") if more else ("", "")
        self.header.say(title, shape, state=state, count=count or None, aside=aside, key=key)

    def show_running(
        self,
        now: NowCard | None,
        refused: Sequence[RefusedRow] = (),
        events: Sequence[Happening] = (),
        *,
        lasting: str = "",
        ending: str = "",
    ) -> None:
        """Show a run: `events` newest first, `lasting` how long it has gone on, `ending` what comes of it."""
        self.header.say(translate("ui", "Now"), Shape.ARC, state=State.INFORMATION, aside=lasting)
        self.running.show_running(now, refused, events, ending=ending)
        self._only(self.running)

    def show_unsure(self, cards: Sequence[UnsureCard], *, count: int = 0) -> None:
        """Show orders whose answer was lost, of `count` there are; the digits answer for the first."""
        self.header.say(
            translate("ui", "To be cleared up"),
            Shape.DIAMOND,
            state=State.WARNING,
            count=count or len(cards) or None,
        )
        self.unsure.show_unsure(cards)
        self._only(self.unsure)

    def show_detail(self, card: RowCard, together: TogetherCard | None = None) -> None:
        """Show a row that needs nobody, and with which orders it may share a box."""
        self.header.say(translate("ui", "Row"), Shape.INFO, state=State.QUIET)
        self.detail.show_row(card)
        self.together.show_card(together)
        self.acts.show_row(card.row)
        self._only(self.detail, self.together, self.acts)

    def show_nothing(self) -> None:
        """Show that there is nothing to show."""
        self.header.say(translate("ui", "Row"), Shape.INFO, state=State.QUIET)
        self.empty.say(translate("ui", "Choose a row to see all of it here."))
        self._only(self.empty)

    def press(self, digit: int) -> bool:
        """Take the answer of that digit to what is current; 0 is all rows like it. Whether there was one."""
        for box in (self.problem, self.unsure, self.questions):
            if box.isVisibleTo(self):
                return box.press(digit)
        return False

    def inside(self) -> QWidget:
        """What scrolls."""
        return self._inside

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Digits and Del mean the current card wherever in the panel the focus is."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        # A key held down must not answer the next problem too.
        if plain and not event.isAutoRepeat():
            if event.text() in tuple("01234") and self.press(int(event.text())):
                return
            if event.key() == Qt.Key.Key_Delete and self.problem.isVisibleTo(self):
                self.problem.skip()
                return
            if (
                event.key() == Qt.Key.Key_Escape
                and self.unsure.isVisibleTo(self)
                and self.unsure.back()
            ):
                return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground and the line that parts it from the table."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(worn.surface))
        painter.fillRect(QRect(0, 0, 1, self.height()), QColor(worn.line))
        painter.end()

    def _lay_out(self) -> None:
        layout = column(self._inside, spacing=0)
        column(self._question_ground, margins=(12, 12, 12, 12)).addWidget(self.questions)
        self.empty.setContentsMargins(look.PAD, look.PAD, look.PAD, look.PAD)
        self._boxes = (
            self._question_ground,
            self.problem,
            self.others,
            self.notes,
            self.mended,
            self.running,
            self.unsure,
            self.together,
            self.acts,
            self.detail,
            self.empty,
        )
        for box in self._boxes:
            layout.addWidget(box)
        layout.addStretch()
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The panel's own ground shows through.
        for ground in (self._inside, self._scroll.viewport()):
            ground.setAutoFillBackground(False)
        outer = column(self, margins=(1, 0, 0, 0), spacing=0)
        outer.addWidget(self.header)
        outer.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.problem.fix_chosen.connect(self.fix_chosen)
        self.problem.fix_all_chosen.connect(self.fix_all_chosen)
        self.problem.other_asked.connect(self.other_asked)
        self.problem.skip_asked.connect(self.skip_asked)
        self.others.chosen.connect(self.problem_chosen)
        self.questions.repeated_answered.connect(self.repeated_answered)
        self.questions.duplicates_answered.connect(self.duplicates_answered)
        self.questions.weekend_answered.connect(self.weekend_answered)
        self.unsure.answered.connect(self.unsure_answered)
        self.mended.undo_asked.connect(self.undo_asked)
        self.detail.undo_asked.connect(self.undo_asked)
        self.detail.again_asked.connect(self.again_asked)
        self.together.asked.connect(self.together_asked)

    def _shortcuts(self) -> None:
        for digit in range(1, 5):
            shortcut = QShortcut(QKeySequence(f"Alt+{digit}"), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda number=digit: self._asked(number))

    def _asked(self, digit: int) -> None:
        if self.questions.isVisibleTo(self):
            self.questions.press(digit)

    def _only(self, *shown: QWidget) -> None:
        """Hide the boxes of the other subjects; those shown know themselves whether they are empty."""
        for box in self._boxes:
            if box not in shown:
                box.hide()
            elif box in (self.running, self.unsure, self.detail, self.empty):
                box.show()
