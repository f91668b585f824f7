"""*Teach me your scanner*: three printed codes are scanned, and their keys say what the scanner is like.

Keys are read as they come, whatever the figures in force take for a scan; what they say is judged in
`domain.scan_code`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inpost_desk.domain.scan import ENDS, Key
from inpost_desk.domain.scan_code import TEACH_CODES, Learned, learned
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import Heading, KeyButton, ShapeLabel, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.scanner import READS_KEYS
from inpost_desk.ui.scanner_keys import PERSONAL, Clock, control_letter, letter
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

SHEET_KEY: Final = "F7"
AGAIN_KEY: Final = "F5"
SILENCE: Final = 1500
"""Milliseconds: nothing more comes of a code."""
TRAILING: Final = 400
"""The same where it is as long as printed: a suffix, Enter or a second end of a line may still come."""
WIDE: Final = 560

_PRESS: Final = QEvent.Type.KeyPress
_OVERRIDE: Final = QEvent.Type.ShortcutOverride
_ENDS: Final = {
    "\r": QT_TRANSLATE_NOOP("ui", "It sends Enter after each code."),
    "\t": QT_TRANSLATE_NOOP("ui", "It sends Tab after each code."),
    "\n": QT_TRANSLATE_NOOP("ui", "It sends a line feed after each code."),
    "": QT_TRANSLATE_NOOP(
        "ui",
        "It does not send Enter after each code. With Enter it would be surer; its manual says how.",
    ),
}


class TeachStep(QWidget):
    """One printed code, and whether it came."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self._mark = ShapeLabel(Shape.CIRCLE, State.QUIET, 18)
        self._said = Text("", tone="text2", wrap=True)
        # As printed: letter by letter, and not torn at its hyphen.
        words = Text(code.replace("-", "\N{NON-BREAKING HYPHEN}"), Role.FIELD, bold=True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(words)
        column.addWidget(self._said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.PAD)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def said(self) -> str:
        """What is said of it."""
        return self._said.text()

    def say(self, words: str, shape: Shape, state: State) -> None:
        """Show how it stands."""
        self._mark.set_shape(shape, state)
        self._said.setText(words)
        self.setAccessibleName(f"{self.code}: {words}")


class TeachDialog(Dialog):
    """Esc leaves everything as it is; Enter saves once all three codes came. No mouse is needed."""

    sheet_asked = Signal()
    """The three codes are to be printed."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = Clock()
        self._burst: list[Key] = []
        self._ended = 0.0
        self._came: dict[int, list[Key]] = {}
        self.learned: Learned | None = None
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(self._end)
        self.setProperty(READS_KEYS, True)
        self.setWindowTitle(translate("ui", "Teach me your scanner"))
        self.steps = [TeachStep(code) for code in TEACH_CODES]
        self.told = Text("", wrap=True)
        self.warned = Text("", wrap=True, bold=True)
        self.sheet_button = KeyButton(
            translate("ui", "Print the three codes"), key=SHEET_KEY, icon="printer"
        )
        self.again_button = KeyButton(translate("ui", "Begin again"), key=AGAIN_KEY, icon="undo")
        self.save_button = KeyButton(translate("ui", "Save"), key="Enter", kind="accent")
        self.close_button = KeyButton(translate("ui", "Leave it as it is"), key="Esc", kind="quiet")
        self._content, self._scroll = QWidget(), QScrollArea()
        self._feet = Flow(
            self.sheet_button, self.again_button, self.save_button, self.close_button, gap=look.GAP
        )
        self._lay_out()
        self._connect()
        self.begin()

    @Slot()
    def begin(self) -> None:
        """Forget what came."""
        self._came.clear()
        self._forget_burst()
        self.learned = None
        self._show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Its keys are looked at before anything in it gets them."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the keys of a code from the dialog's own controls."""
        kind = event.type()
        if kind not in (_PRESS, _OVERRIDE) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        at = self._clock.at(event.timestamp())
        text = letter(event) or (control_letter(event) if self._burst else "")
        if not self._takes(text, at):
            return False
        event.accept()
        if kind == _PRESS and not event.isAutoRepeat():
            self._clock.last = at
            self._take(Key(text, at))
        return True

    # Keys

    def _takes(self, text: str, at: float) -> bool:
        """Letters always; Enter, Tab and Space only as a part of a code, else they are the dialog's."""
        if not text or text in PERSONAL:
            return False
        if text in ENDS or text == " ":
            return bool(self._burst) or at - self._ended <= TRAILING / 1000
        return True

    def _take(self, key: Key) -> None:
        if not self._burst and key.text in ENDS:
            return
        self._burst.append(key)
        if key.text in ENDS:
            self._end()
            return
        place = self._next()
        whole = place is not None and len(self._burst) >= len(TEACH_CODES[place])
        self._silence.start(TRAILING if whole else SILENCE)

    @Slot()
    def _end(self) -> None:
        """That was one code. What comes after the third is not looked at."""
        burst, place = self._burst, self._next()
        self._ended = burst[-1].at if burst else 0.0
        self._forget_burst()
        if place is None or not burst:
            return
        words = _wrong("".join(key.text for key in burst if key.text not in ENDS), place)
        if words:
            self._show(wrong=words)
            return
        self._came[place] = burst
        if self._next() is None:
            self._judge()
        self._show()

    def _forget_burst(self) -> None:
        self._silence.stop()
        self._burst = []

    def _next(self) -> int | None:
        """The place of the code that is to be scanned now."""
        return next((place for place in range(len(TEACH_CODES)) if place not in self._came), None)

    def _judge(self) -> None:
        bursts = [self._came[place] for place in range(len(TEACH_CODES))]
        found = learned(bursts, self._desk.settings.scanner)
        for place in found.missed:
            del self._came[place]
        self.learned = None if found.missed else found

    @Slot()
    def save(self) -> None:
        """From now on these figures count."""
        if self.learned is not None:
            rules = self.learned.applied(self._desk.settings.scanner)
            self._desk.change_settings(scanner=rules)
            self.accept()

    # What shows

    def _show(self, *, wrong: str = "") -> None:
        place = self._next()
        for number, step in enumerate(self.steps):
            if number in self._came:
                step.say(translate("ui", "Came"), Shape.TICK, State.DONE)
            elif number == place and wrong:
                step.say(wrong, Shape.TRIANGLE, State.WARNING)
            elif number == place:
                step.say(translate("ui", "Scan this one now."), Shape.INFO, State.INFORMATION)
            else:
                step.say("", Shape.CIRCLE, State.QUIET)
        found = self.learned
        self.told.setText("\n".join(_told(found)) if found is not None else "")
        self.warned.set_state(_warning(found) if found is not None else "", State.WARNING)
        self.told.setVisible(found is not None)
        self.warned.setVisible(bool(self.warned.text()))
        self.save_button.setVisible(found is not None)
        # Enter is the way on that is right for this scanner.
        better = self.sheet_button if found is None else self.save_button
        better = self.again_button if self.warned.text() else better
        self.save_button.set_key("Enter" if better is self.save_button else "")
        better.setFocus()
        self._fit()
        last = self.warned if self.warned.text() else self.told
        self._scroll.ensureWidgetVisible(last if place is None else self.steps[place])

    def _fit(self) -> None:
        """As tall as what is said, and no taller than the window under it: then that scrolls."""
        inside, feet = self._content.layout(), self._feet
        under = self.parentWidget()
        if inside is None or under is None:
            return
        wide = max(self.width(), WIDE)
        room = wide - 2 * look.EDGE
        tall = inside.totalHeightForWidth(room) + feet.heightForWidth(room)
        tall += 2 * look.EDGE + look.PAD
        most = under.window().height()
        policy = Qt.FocusPolicy.TabFocus if tall > most else Qt.FocusPolicy.NoFocus
        self._scroll.setFocusPolicy(policy)
        self.resize(wide, min(tall, most))

    def _lay_out(self) -> None:
        self.setMinimumWidth(WIDE)
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.PAD)
        inside.addWidget(Heading(translate("ui", "Teach me your scanner"), Role.HEADING))
        words = translate("ui", "Print the three codes and scan them from the first to the last.")
        inside.addWidget(Text(words, tone="text2", wrap=True))
        for widget in (*self.steps, self.told, self.warned):
            inside.addWidget(widget)
        inside.addStretch(1)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.windowTitle())
        for ground in (self._content, self._scroll.viewport()):
            ground.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.PAD)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._feet)

    def _connect(self) -> None:
        self.sheet_button.clicked.connect(self.sheet_asked)
        self.again_button.clicked.connect(self.begin)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)
        for button in (self.sheet_button, self.again_button):
            key = QShortcut(QKeySequence(button.key()), self)
            key.setAutoRepeat(False)
            key.activated.connect(button.click)


def _wrong(text: str, place: int) -> str:
    """Why that cannot be the code at this place; "" where it can, be it in other letters."""
    others = (code.lower() for code in TEACH_CODES if code != TEACH_CODES[place])
    if any(code in text.lower() for code in others):
        return translate("ui", "That was another one of the three. Scan this one.")
    if len(text) < len(TEACH_CODES[place]):
        return translate("ui", "It did not come whole. Scan this code once more.")
    return ""


def _told(found: Learned) -> Iterator[str]:
    """What the scanner is like."""
    speed = translate("ui", "From key to key it takes {gap} ms at most, on average.")
    yield speed.format(gap=found.gap)
    yield translate("ui", _ENDS.get(found.terminator, _ENDS["\r"]))
    if found.prefix:
        words = translate("ui", "Before each code it sends “{prefix}”.")
        yield words.format(prefix=_visible(found.prefix))
    if found.suffix:
        words = translate("ui", "After each code it sends “{suffix}”.")
        yield words.format(suffix=_visible(found.suffix))
    if found.swapped:
        yield translate("ui", "It swaps capital and small letters; they are put right.")


def _warning(found: Learned) -> str:
    """What is to be done about the scanner; "" for nothing."""
    if found.layout_wrong:
        words = translate(
            "ui",
            "The scanner thinks of another keyboard: {printed} came as {came}. Set it to the keyboard of this "
            "computer (its manual has a code for that), then begin again.",
        )
        printed, came = found.layout_wrong[0]
        return words.format(printed=printed, came=_visible(came))
    if found.slow:
        return translate(
            "ui",
            "It types as slowly as a person. Let it send a sign such as ~ before each code (its manual says "
            "how), then begin again.",
        )
    return ""


def _visible(text: str) -> str:
    """Signs that have no shape, as the keys that write them."""
    return "".join(one if one.isprintable() else f"^{chr(ord(one) + 64)}" for one in text)
