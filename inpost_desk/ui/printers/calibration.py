"""Setting a printer right in three steps: print the test label, say what is seen, scan its finest code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.domain.calibration import (
    MODULES,
    RULER_FROM,
    Seen,
    at_the_edges,
    correction,
    millimetres,
    module_read,
    page_for,
    paper_seen,
    scale,
)
from inpost_desk.domain.printer import A6, PaperKind, Profile, Sheet
from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import WARNING, Desk, Notice
from inpost_desk.ui.kit import FieldBox, Ground, KeyButton, Line, ShapeLabel, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.printers.words import mm_words, sheet_words
from inpost_desk.ui.scanner import TAKES_SCANS
from inpost_desk.ui.settings_page_test_way import Stands, TestLabelWay, given_words
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

LINES: Final = 2


class EdgeField(FieldBox):
    """Its finding stands with the step: below the field it would push its neighbours about."""

    def set_finding(self, text: str, state: State = State.ERROR) -> None:
        """Mark the field; the words are only for who cannot see it."""
        super().set_finding(text, state)
        self._finding.hide()


class Step(QWidget):
    """A step with its mark, which becomes a tick when it is done."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.mark = ShapeLabel(Shape.CIRCLE, State.QUIET, 16)
        self.said = Text("", wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Room for what is said usually, so that nothing moves when it is.
        self.said.setText("\n" * (LINES - 1))
        self.said.setMinimumHeight(self.said.sizeHint().height())
        head = QHBoxLayout()
        head.setSpacing(look.GAP)
        head.addWidget(self.mark)
        head.addWidget(Text(title, Role.SECTION, wrap=True), 1)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(look.GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, 12, look.PAD, 12)
        column.setSpacing(look.GAP)
        column.addLayout(head)
        column.addLayout(self.inside)
        column.addWidget(self.said)
        column.addStretch(1)
        self.say("")

    def say(self, text: str, state: State = State.QUIET, *, working: bool = False) -> None:
        """What came of it; "" is a step that has not been taken."""
        shapes = {
            State.DONE: Shape.TICK,
            State.WARNING: Shape.TRIANGLE,
            State.ERROR: Shape.OCTAGON,
            State.INFORMATION: Shape.ARC if working else Shape.INFO,
        }
        self.said.set_state(text, state)
        self.mark.set_shape(shapes.get(state, Shape.CIRCLE), state)
        self.setAccessibleDescription(text)


class Calibration(Ground):
    """The three steps beside each other, below each other where it is narrow."""

    corrected = Signal(int, int)
    """The offset that follows from what was seen: right and down, in tenths of a millimetre."""
    paper_found = Signal(object, object)
    """A `PaperKind` and a `Sheet` that lie in the printer, as the user saw and wants it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("surface")
        self._desk = desk
        self._profile: Profile | None = None
        # As it was when the label was drawn: what is seen on the label is about that.
        self._tried: Profile | None = None
        self._narrow = False
        self._paper: tuple[PaperKind, Sheet] = (PaperKind.A6, A6)
        self._way = TestLabelWay(desk, self)
        self.print_button = KeyButton(
            translate("ui", "Print the test"), key="F7", icon="printer", kind="header"
        )
        self.seen = {name: EdgeField(label, in_header=True) for name, label in _edge_labels()}
        self.measured = EdgeField(translate("ui", "Length of the ruler"), in_header=True)
        self.set_button = KeyButton(translate("ui", "Set the offset"), kind="header")
        self.more_button = KeyButton(translate("ui", "More…"), kind="quiet")
        self.paper_button = KeyButton(translate("ui", "Set this paper"), kind="header")
        self.scanned = FieldBox(translate("ui", "Code on the label"), in_header=True)
        self.scanned.edit.setProperty(TAKES_SCANS, True)
        self.scanned.edit.setPlaceholderText(translate("ui", "scan it, or type it"))
        self.steps = (
            Step(translate("ui", "Test label")),
            Step(translate("ui", "What do you see on the rulers?")),
            Step(translate("ui", "Scan the finest code")),
        )
        self._lay_out()
        self._connect()
        self.set_printer(None)

    def set_printer(self, profile: Profile | None) -> None:
        """The printer that is to be set right; what was seen of another one is forgotten."""
        other = profile is None or self._profile is None or profile.id != self._profile.id
        self._profile = profile
        if other:
            self._tried = None
            for step in self.steps:
                step.say("")
            for field in (*self.seen.values(), self.measured, self.scanned):
                field.edit.clear()
                field.set_finding("")
            self.paper_button.hide()
            self._show_more(shown=False)
        self.setEnabled(profile is not None)

    def print(self) -> None:
        """Print the test label."""
        if self._profile is None or self._way.busy:
            return
        for step in self.steps:
            step.say("")
        self.paper_button.hide()
        self._show_more(shown=False)
        self._tried = self._profile
        self.steps[0].say(translate("ui", "Printing…"), State.INFORMATION, working=True)
        self._way.print(self._profile)

    def judge(self) -> None:
        """What was seen at the edges and measured: set the offset, and say what an offset cannot mend."""
        profile = self._tried or self._profile
        values = {name: self._length(field) for name, field in self.seen.items()}
        if profile is None or self._wrong(self.seen.values()):
            return
        left, top = values["left"], values["top"]
        if left is None or top is None:
            missing = self.seen["left" if left is None else "top"]
            missing.set_finding(translate("ui", "The number, such as 1.5."))
            self._wrong([missing])
            return
        right, bottom = values["right"], values["bottom"]
        if right is not None and bottom is not None:
            seen = Seen(left, top, right, bottom)
            left, top = at_the_edges(seen, profile)
            self._judge_paper(seen, profile)
        self._correct(left, top, profile)
        self._judge_length(profile)

    def set_narrow(self, *, narrow: bool) -> None:
        """Let the steps stand under each other where they have no room beside each other."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._fields.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.measured.label.setWordWrap(narrow)
        if narrow != self._narrow:
            self.setMinimumHeight(0)
        self._narrow = narrow
        self._make_room()

    def _make_room(self) -> None:
        """Five fields beside each other take the place of all steps: none comes below the screen."""
        alone = not self._narrow and not self._more.isHidden()
        for step in (self.steps[0], self.steps[2]):
            step.setHidden(alone)
        for line in self._partings:
            line.setHidden(alone or self._narrow)

    def _lay_out(self) -> None:
        first, second, third = (step.inside for step in self.steps)
        words = translate("ui", "Rulers, stairs at the edges of the paper, and ever finer codes.")
        first.addWidget(Text(words, tone="text2", wrap=True))
        first.addWidget(Flow(self.print_button))
        self._more = QWidget()
        fields, more = QHBoxLayout(), QHBoxLayout(self._more)
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        more.setContentsMargins(0, 0, 0, 0)
        for row in (fields, more, self._fields):
            row.setSpacing(look.GAP)
        top = Qt.AlignmentFlag.AlignTop
        for name in ("left", "top"):
            fields.addWidget(self.seen[name], 1, top)
        self._fields.addLayout(fields, 1)
        self._fields.addWidget(self._more, 2)
        for name in ("right", "bottom"):
            more.addWidget(self.seen[name], 1, top)
        more.addWidget(self.measured, 1, top)
        first_number, last_number = translate("ui", "first"), translate("ui", "last")
        for name, edge in self.seen.items():
            said = first_number if name in ("left", "top") else last_number
            edge.edit.setPlaceholderText(said)
        for field in (*self.seen.values(), self.measured, self.scanned):
            field.edit.setMinimumWidth(72)
            field.label.setWordWrap(True)
        second.addLayout(self._fields)
        second.addWidget(Flow(self.set_button, self.more_button, self.paper_button, gap=look.GAP))
        third.addWidget(self.scanned)
        self._partings = [Line(Qt.Orientation.Vertical) for _ in self.steps[1:]]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for place, step in enumerate(self.steps):
            if place:
                self._row.addWidget(self._partings[place - 1])
            self._row.addWidget(step, 1)

    def _connect(self) -> None:
        self._way.given.connect(self._given)
        self._way.failed.connect(self._failed)
        self._way.lost.connect(self._lost)
        self.print_button.clicked.connect(self.print)
        self.set_button.clicked.connect(self.judge)
        self.more_button.clicked.connect(lambda: self._show_more(shown=self._more.isHidden()))
        self.paper_button.clicked.connect(self._take_paper)
        for field in (*self.seen.values(), self.measured):
            field.edit.returnPressed.connect(self.judge)
            field.edit.textEdited.connect(lambda _, one=field: one.set_finding(""))
        self.scanned.edit.returnPressed.connect(self._read)
        self.scanned.edit.textEdited.connect(lambda _: self.scanned.set_finding(""))

    def _show_more(self, *, shown: bool) -> None:
        # No lower than before either: nothing is to jump.
        self.setMinimumHeight(self.height() if shown and not self._narrow else 0)
        self._more.setVisible(shown)
        self._make_room()
        page = page_for(self._profile)
        label = translate("ui", "Length of the ruler from 20 to {end}, in mm")
        self.measured.label.setText(label.format(end=RULER_FROM + page.rulers[0]))
        self.measured.setVisible(page.rulers[0] > 0)
        words = translate("ui", "Less") if shown else translate("ui", "More…")
        self.more_button.set_text(words)

    def _wrong(self, fields: Iterable[EdgeField]) -> bool:
        """Whether one of these has a finding: it is said, and gone to."""
        field = next((one for one in fields if one.finding()), None)
        if field is None:
            return False
        self.steps[1].say(f"{field.label.text()}: {field.finding()}", State.ERROR)
        field.edit.setFocus()
        field.edit.selectAll()
        return True

    def _length(self, field: FieldBox) -> float | None:
        """What was typed, None for nothing; nonsense is said at the field."""
        text = field.text()
        value = millimetres(text) if text else None
        wrong = bool(text) and value is None
        field.set_finding(translate("ui", "The number, such as 1.5.") if wrong else "")
        return value

    def _correct(self, left: float, top: float, profile: Profile) -> None:
        try:
            right, down = correction(left, top, profile)
        except ValueError as error:
            words = translate("ui", "No offset mends that: look at how the paper lies.")
            self.seen[str(error)].set_finding(words)
            self._wrong([self.seen[str(error)]])
            return
        if (right, down) == (profile.right, profile.down):
            self.steps[1].say(translate("ui", "Nothing to correct."), State.DONE)
        else:
            words = translate("ui", "Offset entered in the form: right {right}, down {down}.")
            said = words.format(right=mm_words(right), down=mm_words(down))
            self.steps[1].say(said, State.DONE)
        self.corrected.emit(right, down)

    def _judge_paper(self, seen: Seen, profile: Profile) -> None:
        self._paper = paper_seen(seen, profile)
        other = self._paper[1] != profile.sheet
        self.paper_button.setVisible(other)
        words = translate("ui", "Set this paper: {paper}")
        self.paper_button.set_text(words.format(paper=sheet_words(self._paper[1])))

    def _take_paper(self) -> None:
        self.paper_button.hide()
        self.paper_found.emit(*self._paper)

    def _judge_length(self, profile: Profile) -> None:
        length = self._length(self.measured)
        if self._wrong([self.measured]) or length is None:
            return
        try:
            percent = scale(length, page_for(profile).rulers[0])
        except ValueError:
            self.measured.set_finding(translate("ui", "Measure from 20 to the number named."))
            self._wrong([self.measured])
            return
        if percent != 100:
            words = translate(
                "ui",
                "It prints at {percent} %: switch off “fit to page” in the driver, or take its paper.",
            )
            shown = QLocale().toString(percent, "f", 1)
            self.steps[1].say(words.format(percent=shown), State.ERROR)

    @Slot()
    def _read(self) -> None:
        module = module_read(self.scanned.text(), self._way.code) if self._way.code else None
        if module is None:
            words = translate("ui", "Another code stands on the label. Scan it once more.")
            self.scanned.set_finding(words)
            self.scanned.edit.selectAll()
            return
        self.scanned.set_finding("")
        self.scanned.edit.clear()
        read = QLocale().toString(module, "g", 4)
        words = translate("ui", "The scanner read {read} mm; InPost's labels have 0.375 mm.")
        if module < MODULES[0]:
            words += " " + translate("ui", "Readable, with a reserve.")
        else:
            words += " " + translate("ui", "Readable. Scan a finer one, too.")
        self.steps[2].say(words.format(read=read), State.DONE)

    @Slot(object)
    def _given(self, stands: Stands) -> None:
        if self._tried is not None:
            state, fact, says = given_words(self._tried, stands)
            self.steps[0].say(" ".join(filter(None, (fact, says))), state)
            self.seen["left"].edit.setFocus()

    @Slot()
    def _lost(self) -> None:
        """The printer had it and did not bring it out."""
        fact = translate("ui", "The test label did not come out.")
        todo = translate("ui", "See to the printer, then print it once more.")
        self.steps[0].say(f"{fact} {todo}", State.ERROR)
        if not self.isVisible():
            self._desk.notify(Notice("test_label", WARNING, fact, todo))

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.steps[0].say("")
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        fact = translate("ui", "The test label was not printed.")
        self.steps[0].say(f"{fact} {trouble_words(error)}", State.ERROR)


def _edge_labels() -> list[tuple[str, str]]:
    return [
        ("left", translate("ui", "left edge")),
        ("top", translate("ui", "top edge")),
        ("right", translate("ui", "right edge")),
        ("bottom", translate("ui", "bottom edge")),
    ]
