"""New shipment: the wizard with its steps at the left, what it comes to at the right, the buttons below.

Which steps there are and what is wrong with them, the draft says. This page leads from one to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
    QWizard,
)
from shiboken6 import isValid

from inpost_desk.domain.draft import Draft, Step
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import Ground, KeyButton, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shipment.account_facts import AccountFacts
from inpost_desk.ui.shipment.beginning import Beginning
from inpost_desk.ui.shipment.buying_note import BuyingNote
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.step_list import StepList, step_word
from inpost_desk.ui.shipment.summary_panel import SummaryPanel, notes
from inpost_desk.ui.shipment.wizard_page import WizardPage
from inpost_desk.ui.window_page import LeastHigh
from inpost_desk.wording.sentences import problem_words
from inpost_desk.wording.speech import translate

ORDER: Final = tuple(Step)
ROOM_FOR_NOTE: Final = 900
ROOM_FOR_STEPS: Final = 700
DIRECT: Final = Qt.FindChildOption.FindDirectChildrenOnly
# Rules of a field that nothing stands in.
EMPTY: Final = frozenset({"required", "name_or_company_required", "building_number_required"})


class Wizard(QWizard):
    """Only the way from page to page; its buttons are the page's own."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__()
        self._drafting = drafting
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoDefaultButton)
        self.setOption(QWizard.WizardOption.IndependentPages)
        self.setButtonLayout([])
        self.currentIdChanged.connect(self.trim)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The pages take all the room."""
        super().resizeEvent(event)
        self.trim()

    def event(self, event: QEvent) -> bool:
        """In another look it lays itself out anew: the keys stay where they are."""
        if event.type() != QEvent.Type.StyleChange:
            return super().event(event)
        held = QApplication.focusWidget()
        held = held if held is not None and self.isAncestorOf(held) else None
        done = super().event(event)
        # Not in the middle of it: every widget is being dressed.
        QTimer.singleShot(0, self, partial(self._dressed, held))
        return done

    @Slot()
    def trim(self) -> None:
        """A dialog's margins, and the line above its buttons, are of no use inside a page."""
        for inside in self.findChildren(QWidget, options=DIRECT):
            layout = inside.layout()
            if layout is None:
                continue
            layout.setContentsMargins(0, 0, 0, 0)
            if isinstance(layout, QGridLayout):
                layout.setSpacing(0)
                for row in range(layout.rowCount()):
                    layout.setRowMinimumHeight(row, 0)
            for one in inside.findChildren(QWidget, options=DIRECT):
                if not isinstance(one, (QFrame, QAbstractButton)):
                    one.hide()

    def _dressed(self, held: QWidget | None) -> None:
        self.trim()
        if held is not None and isValid(held) and held.isVisible():
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    def nextId(self) -> int:  # noqa: N802
        """The next step that this draft needs."""
        steps, here = self._drafting.steps, self.currentId()
        after = [one for one in steps if ORDER.index(one) > here]
        return ORDER.index(after[0]) if after else -1

    def reject(self) -> None:
        """Esc is the page's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """A dialog would swallow Enter and Esc, which are the page's."""
        event.ignore()


class ShipmentPage(LeastHigh, QWidget):
    """The whole of it. Enter goes on, Alt+Left back, Esc leaves; the draft is kept."""

    left = Signal()

    def __init__(
        self,
        desk: Desk,
        begun: Draft | Beginning,
        pages: Sequence[Callable[[Drafting], WizardPage]],
    ) -> None:
        super().__init__()
        self.drafting = Drafting(desk, begun, self)
        self.beginning = self.drafting.beginning
        self.steps = StepList()
        self.summary = SummaryPanel()
        self.wizard = Wizard(self.drafting)
        self.title = Text(self.beginning.title(), Role.TITLE, bold=True)
        kept = translate("ui", "the draft keeps itself") if self.beginning.keeps else ""
        self.note = Text(kept, tone="text2")
        self.explained = BuyingNote()
        self.anew_button = KeyButton(translate("ui", "Begin anew"), key="Ctrl+Delete", kind="quiet")
        leave = (
            translate("ui", "Leave the draft") if self.beginning.keeps else translate("ui", "Leave")
        )
        self.leave_button = KeyButton(leave, key="Esc", kind="quiet")
        self.back_button = KeyButton("", key="Alt+←", kind="plain")
        self.next_button = KeyButton("", key="Enter", kind="accent")
        self.wrong = Text("", bold=True, wrap=True)
        self.wrong.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._pages: dict[Step, WizardPage] = {}
        self._pressed: set[Step] = set()
        for made in pages:
            page = made(self.drafting)
            self._pages[page.step] = page
            self.wizard.setPage(ORDER.index(page.step), page)
        self._lay_out()
        self._connect()
        AccountFacts(self.drafting)
        self.wizard.setStartId(ORDER.index(self.drafting.steps[0]))
        self.wizard.restart()
        if self.beginning.step is not None:
            self.go_to(self.beginning.step)
        self._refresh()

    @property
    def step(self) -> Step:
        """Where we are."""
        return ORDER[max(0, self.wizard.currentId())]

    def page_of(self, step: Step) -> WizardPage:
        """The page of that step."""
        return self._pages[step]

    def keys(self) -> list[tuple[str, str]]:
        """For F1."""
        return [
            ("Enter", translate("ui", "next step, or to the first wrong field")),
            ("Alt+←", translate("ui", "one step back")),
            *self._pages[self.step].keys(),
            ("Ctrl+Delete", translate("ui", "begin anew")),
            (
                "Esc",
                translate("ui", "leave; the draft is kept")
                if self.beginning.keeps
                else translate("ui", "leave"),
            ),
        ]

    def regions(self) -> list[QWidget]:
        """For F6."""
        return [self.steps, self._pages[self.step], self.next_button]

    def closing(self) -> None:
        """This page is shown no more."""
        self.drafting.close()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where it is narrow, as at 200 %, the form has the room."""
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: object) -> None:  # noqa: N802
        """The first field has the keys."""
        super().showEvent(event)  # type: ignore[arg-type]
        QTimer.singleShot(0, self, self._focus)

    @Slot()
    def go_on(self) -> None:
        """Enter: to the next step, or to the first field that is wrong."""
        page = self._pages[self.step]
        self._pressed.add(self.step)
        if page.go_on():
            self.next()
        else:
            self.go_to_first_wrong()
            self._refresh()

    @Slot()
    def next(self) -> None:
        """To the next step, whatever is wrong."""
        if self.wizard.nextId() >= 0:
            self.wizard.next()

    @Slot()
    def go_back(self) -> None:
        """To the step before; nothing is lost. From the end there is no way back."""
        steps = self.drafting.steps
        if self.step in steps and self.step is not Step.DONE and steps.index(self.step) > 0:
            self.go_to(steps[steps.index(self.step) - 1])

    @Slot(object)
    def go_to(self, step: Step) -> None:
        """To any step up to the first that is not finished."""
        steps = self.drafting.steps
        if step not in steps or step is Step.DONE or self.step is Step.DONE:
            return
        before = steps[: steps.index(step)]
        held = next((one for one in before if self.drafting.stops(one)), step)
        self.wizard.setCurrentId(ORDER.index(held))

    @Slot()
    def begin_anew(self) -> None:
        """An empty draft; the service stays, as the next parcel often goes the same way."""
        if self.step is Step.DONE:
            return
        draft = self.drafting.draft
        fresh = Draft(mode=draft.mode, service=draft.service)
        # What is about a shipment that is there begins with that one.
        self.drafting.take(fresh if self.beginning.keeps else self.beginning.draft)
        self.wizard.setCurrentId(ORDER.index(self.drafting.steps[0]))
        self._focus()

    def go_to_first_wrong(self) -> None:
        """The focus to what stops the next step, here or on an earlier page."""
        for finding in self.drafting.findings():
            if not finding.stops or finding.step not in self._pages:
                continue
            if finding.step is not self.step and ORDER.index(finding.step) > ORDER.index(self.step):
                continue
            if finding.step is not self.step:
                self.wizard.setCurrentId(ORDER.index(finding.step))
            field = self._pages[finding.step].field_of(finding)
            if field is not None:
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter in a field goes on, instead of pressing some button of the wizard's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and isinstance(watched, QLineEdit):
                self.go_on()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter where no button has the focus, and Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = Ground("surface", lines=(Qt.Edge.BottomEdge,))
        head.setMinimumHeight(look.HEADER)
        top = QHBoxLayout(head)
        top.setContentsMargins(look.EDGE, 0, look.EDGE, 0)
        top.setSpacing(look.EDGE)
        top.addWidget(self.title)
        top.addWidget(self.note)
        top.addStretch(1)
        top.addWidget(self.anew_button)
        top.addWidget(self.leave_button)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.steps)
        middle.addWidget(self.wizard, 1)
        middle.addWidget(self.summary)
        bar = Ground("surface", lines=(Qt.Edge.TopEdge,))
        bar.setMinimumHeight(look.BAR)
        below = QHBoxLayout(bar)
        below.setContentsMargins(look.EDGE, look.GAP, look.EDGE, look.GAP)
        below.setSpacing(look.PAD)
        below.addWidget(self.back_button)
        below.addStretch(1)
        below.addWidget(self.wrong, 3)
        below.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        explained = self.beginning.explained()
        if explained:
            column.addWidget(self.explained)
            self.explained.say((explained, State.WARNING))
        column.addLayout(middle, 1)
        column.addWidget(bar)

    def _connect(self) -> None:
        self.drafting.changed.connect(self._refresh)
        self.drafting.asked_for_step.connect(self.go_to)
        self.steps.chosen.connect(self.go_to)
        self.next_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.go_back)
        self.leave_button.clicked.connect(self._leave)
        self.anew_button.clicked.connect(self.begin_anew)
        self.drafting.left.connect(self._leave)
        self.wizard.currentIdChanged.connect(self._step_changed)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)
        QShortcut(QKeySequence("Ctrl+Delete"), self).activated.connect(self.begin_anew)
        for page in self._pages.values():
            for field in page.findChildren(QLineEdit):
                field.installEventFilter(self)

    @Slot()
    def _leave(self) -> None:
        self.drafting.close()
        self.left.emit()

    def _fold(self) -> None:
        # Step by step: what is away lets the page become narrower still.
        self.note.setVisible(self.width() >= ROOM_FOR_NOTE)
        self.anew_button.setVisible(self.width() >= ROOM_FOR_STEPS and self.step is not Step.DONE)
        self.steps.setVisible(self.width() >= ROOM_FOR_STEPS)
        self.explained.setVisible(bool(self.beginning.explained()) and self.step is not Step.DONE)
        room = self.width() >= look.NARROW_BELOW - look.RAIL
        self.summary.setVisible(room and self._pages[self.step].beside)

    @Slot()
    def _step_changed(self) -> None:
        self.drafting.desk.met.emit(f"new.{self.step}")
        self._fold()
        self._refresh()
        QTimer.singleShot(0, self, self._focus)

    @Slot()
    def _focus(self) -> None:
        field = self._pages[self.step].first_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _refresh(self) -> None:
        """Everything round the page, as the draft stands."""
        if self.wizard.currentId() < 0:
            return
        draft, steps, step = self.drafting.draft, self.drafting.steps, self.step
        wrong = frozenset(one.step for one in self.drafting.findings() if one.stops)
        self.steps.show_steps(steps, step, notes=notes(draft), wrong=wrong)
        self.summary.show_draft(draft, self.drafting.known.method)
        at = steps.index(step) if step in steps else 0
        self.back_button.setVisible(at > 0 and step is not Step.DONE)
        self._fold()
        if at > 0:
            self.back_button.set_text(step_word(steps[at - 1]))
        words = self._pages[step].next_words()
        if not words and at + 1 < len(steps):
            words = translate("ui", "Next: {step}").format(step=step_word(steps[at + 1]).lower())
        self.next_button.set_text(words)
        self.next_button.setVisible(bool(words))
        self._show_wrong(step)

    def _show_wrong(self, step: Step) -> None:
        found = self.drafting.findings(step)
        if step not in self._pressed:
            # Nobody has left this page yet: what is still empty is no mistake.
            found = tuple(one for one in found if one.problem.rule not in EMPTY)
        self.wrong.setVisible(bool(found))
        if found:
            state = State.ERROR if found[0].stops else State.WARNING
            words = problem_words(found[0].problem)
            more = len(found) - 1
            if more:
                words = translate("ui", "{first} More: {count}").format(first=words, count=more)
            self.wrong.set_state(words, state)
