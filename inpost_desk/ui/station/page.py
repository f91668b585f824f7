"""The station: one huge word with its colour and shape, the parcel in large type, its label, the last ten.

It shows what it is given and passes keys on; what a scan means and what an answer does, others decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QWidget

from inpost_desk.domain.station import Act, Answer, Box, Counters, Line, Shown, State
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.look import State as Tone
from inpost_desk.ui.look import Station
from inpost_desk.ui.station.band import LOOKS, Band
from inpost_desk.ui.station.bar import MODE_KEYS, TopBar
from inpost_desk.ui.station.card import LabelCard
from inpost_desk.ui.station.figures import ROWS, Figures, LastTen
from inpost_desk.ui.station.parcel import Parcel, Told
from inpost_desk.ui.station.question import Question
from inpost_desk.ui.station.stop import Stop
from inpost_desk.ui.station.strips import ArmedStrip, Flash, LateStrip, strip_height
from inpost_desk.ui.station.tiles import Tile
from inpost_desk.wording.speech import translate
from inpost_desk.wording.station import (
    key_words,
    number_parts,
    rule_words,
    stands_in,
    state_word,
)

LEAST: Final = QSize(480, 300)
# Of these the word says it all, unless a rule says more.
_PLAIN: Final = frozenset({State.PRINTING, State.PRINTED, State.SENT, State.PAIRED})
_FRAMES: Final = {
    State.PRINTED: Tone.DONE,
    State.SENT: Tone.DONE,
    State.PAIRED: Tone.DONE,
    State.ALREADY: Tone.WARNING,
    State.ASK: Tone.WARNING,
    State.SHOWN: Tone.INFORMATION,
}
_MODIFIED: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class StationPage(QWidget):
    """The page has the keyboard itself: there is no field to click."""

    answered = Signal(object)
    """An `Answer`; Esc where nothing is asked as well."""
    mode_chosen = Signal(str)
    late_asked = Signal()
    sign_off_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown = Shown(State.READY)
        self._next: tuple[Box | None, int] = (None, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("ui", "Station"))
        self._make()
        self._connect()
        self._show_name()
        self.show_state(self._shown)

    @property
    def shown(self) -> Shown:
        """What it shows."""
        return self._shown

    def show_state(self, shown: Shown) -> None:
        """Show that state; a question's keys count from now on."""
        self._shown = shown
        fact, remedy = rule_words(shown)
        face = self._face()
        self._keep_keyboard(shown)
        if face is not self.stop:
            state = State.NOTED if shown.calm else shown.state
            self.band.show_state(state, self._hint(fact))
        if face is self.stop:
            self.stop.show_stop(shown)
        elif face is self.question:
            self.question.ask(shown)
        else:
            self.parcel.tell(self._told(fact, remedy))
        self.armed.arm(shown.armed)
        self._show_parts()
        self._frame_label()
        self._place()
        self._announce(fact, remedy)

    def show_counters(self, counters: Counters) -> None:
        """Today's figures."""
        self.figures.show_counters(counters)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """The last ten, the newest first."""
        self.last.show_lines(lines)

    def show_picture(self, png: bytes, width_mm: float, height_mm: float, number: str) -> None:
        """The label as its printer got it; b"" for none. It comes after the state in its own time."""
        self.card.show_picture(png, width_mm, height_mm, number)
        self._frame_label()

    def show_next(self, box: Box | None, left: int) -> None:
        """The next order of the pile, None where there is none, and how many are left."""
        self._next = (box, left)
        if self._shown.state is State.READY:
            self.parcel.tell(self._told(*rule_words(self._shown)))
            self._place()

    def show_late(self, ready: int, coming: int) -> None:
        """Labels that came late: so many can be printed now, so many are still awaited."""
        self.late.show_late(ready, coming)
        self._show_parts()
        self._place()

    def show_operator(self, name: str) -> None:
        """Who works here; "" for nobody in particular."""
        self.bar.show_operator(name)

    def show_mode(self, mode: str) -> None:
        """What a scan does: "shipping" or "checking"."""
        self.bar.show_mode(mode)

    def flash(self, words: str) -> None:
        """Say for a moment that a scan was not taken."""
        self.flashed.tell(words)
        self._place()

    def show_full_screen(self, *, full: bool) -> None:
        """With the whole screen it shows the mark and the time, and how to get back."""
        self.bar.show_full(full=full)

    def keys(self) -> Sequence[tuple[str, str]]:
        """For F1."""
        return (
            ("F2", translate("ui", "Shipping: a scan prints")),
            ("F3", translate("ui", "Label check: a scan compares")),
            ("F8", translate("ui", "Print what waits")),
            (key_words("Space"), translate("ui", "Acknowledge STOP")),
            ("R / N / K", translate("ui", "Answer a question by the key on it")),
            ("A / B / C", translate("ui", "Choose the size")),
            ("Esc", translate("ui", "Give up what was begun")),
        )

    def regions(self) -> Sequence[QWidget]:
        """One: whatever it shows."""
        return [self]

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Everything gets smaller before the page has to be scrolled."""
        return LEAST

    def sizeHint(self) -> QSize:  # noqa: N802
        """The least; it takes all the room there is."""
        return LEAST

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Answer by the key on the tile. Enter is no answer, nor is a key held down."""
        if event.modifiers() & _MODIFIED:
            super().keyPressEvent(event)
            return
        key = _key_name(event)
        answer = next((one for one in self._shown.answers if one.key == key), None)
        if key == "Esc" and answer is None and not self._shown.closed:
            answer = Answer("Esc", Act.CANCEL)
        if answer is not None and not event.isAutoRepeat():
            self.answered.emit(answer)
        elif key == "Space" and answer is None and not event.isAutoRepeat():
            self._press_focused()
        elif not key or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room out anew."""
        super().resizeEvent(event)
        self._place()

    def _make(self) -> None:
        self.bar, self.band, self.armed = TopBar(), Band(), ArmedStrip()
        self.parcel, self.question, self.stop = Parcel(), Question(), Stop()
        self.figures, self.last, self.card = Figures(), LastTen(), LabelCard()
        self.late = LateStrip()
        for part in (
            self.bar, self.band, self.armed, self.parcel, self.question,
            self.late, self.figures, self.last, self.card, self.stop,
        ):  # fmt: skip
            # By name: without a parent it would be a window of its own.
            part.setParent(self)
        self.flashed = Flash(self)

    def _connect(self) -> None:
        for tiles in (self.question.tiles, self.stop.tiles):
            tiles.answered.connect(self.answered)
        self.bar.mode_chosen.connect(self.mode_chosen)
        self.bar.sign_off_asked.connect(self.sign_off_asked)
        self.late.clicked.connect(self._late)
        for mode, key in MODE_KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda mode=mode: self.mode_chosen.emit(mode))
        QShortcut(QKeySequence("F8"), self).activated.connect(self._late)
        self._desk.settings_changed.connect(self._show_name)

    def _show_name(self) -> None:
        self.bar.show_name(self._desk.settings.station.name)

    def _late(self) -> None:
        if not self._shown.closed:
            self.late_asked.emit()

    def _press_focused(self) -> None:
        """Space on a button that Tab led to, where Space is no answer itself."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            press = getattr(focused, "click", None)
            if press is not None:
                press()

    def _keep_keyboard(self, shown: Shown) -> None:
        """A key meant for the old question must not meet a tile of the new one."""
        focused = QApplication.focusWidget()
        if isinstance(focused, Tile) or (shown.closed and self.isVisible()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _face(self) -> QWidget:
        if self._shown.state is State.STOP:
            return self.stop
        asks = (State.ASK, State.ALREADY, State.SHOWN)
        return self.question if self._shown.state in asks else self.parcel

    def _show_parts(self) -> None:
        face = self._face()
        self.stop.setVisible(face is self.stop)
        self.question.setVisible(face is self.question)
        self.parcel.setVisible(face is self.parcel)
        self.figures.setVisible(face is self.parcel)
        self.last.setVisible(face is self.parcel)
        self.late.setVisible(face is self.parcel and self.late.any)
        self.band.setVisible(face is not self.stop)
        self.card.setVisible(face is not self.stop)

    def _said_below(self) -> bool:
        """Whether the fact stands large below the band, because there is no parcel to show."""
        state = self._shown.state
        return state is State.DEAF or (
            self._shown.box is None and state not in (State.READY, State.ASK, State.ALREADY)
        )

    def _hint(self, fact: str) -> str:
        shown = self._shown
        return (
            "" if _is_plain(shown) or shown.state is State.ALREADY or self._said_below() else fact
        )

    def _told(self, fact: str, remedy: str) -> Told:
        shown = self._shown
        if shown.state is State.READY:
            box, left = self._next
            note = translate("ui", "Next in the pile · {left} left").format(left=left)
            return Told(note=note, box=box, grey=True) if box else Told()
        if self._said_below():
            note = translate("ui", "Scanned: {code}").format(code=shown.code) if shown.code else ""
            return Told(note=note, fact=fact, remedy=remedy, tone=_tone(shown.state))
        if shown.state is State.SHOWN and shown.box:
            number = " ".join(number_parts(shown.box.number))
            return Told(note=number, loud=True, box=shown.box, tone=Tone.INFORMATION)
        if _is_plain(shown):
            return Told(note=fact, box=shown.box)
        return Told(note=remedy, loud=True, box=shown.box, tone=_tone(shown.state))

    def _frame_label(self) -> None:
        box = self._shown.box
        about = box is not None and bool(box.number) and box.number == self.card.number
        tone = _FRAMES.get(self._shown.state) if about else None
        caption = "" if about or not self.card.number else translate("ui", "Last label ·")
        self.card.frame(tone, caption)

    def _announce(self, fact: str, remedy: str) -> None:
        """For screen readers; sighted people see it from two metres."""
        said = ". ".join(part for part in (state_word(self._shown.state), fact, remedy) if part)
        part = self.stop if self._shown.state is State.STOP else self.band
        if part.accessibleName() != said:
            part.setAccessibleName(said)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Alert))

    def _place(self) -> None:
        """Everything where it belongs: by hand, because rows give way first and then all gets smaller."""
        wide, tall = self.width(), self.height()
        top = min(self.bar.wanted_height(), round(tall * 0.12))
        self.bar.setGeometry(0, 0, wide, top)
        self.stop.setGeometry(0, top, wide, tall - top)
        # Over the bar: the state word below it is not to be covered.
        self.flashed.setGeometry(0, 0, wide, max(top, strip_height(Station.READ, tall)))
        band = round(min(look.station_font(Station.WORD).pointSizeF() * 2, tall * 0.26))
        self.band.setGeometry(0, top, wide, band)
        top += band
        if not self.armed.isHidden():
            strip = strip_height(Station.DECIDE, tall)
            self.armed.setGeometry(0, top, wide, strip)
            top += strip
        edge = min(look.EDGE, round(wide * 0.02))
        card = round(min(max(wide * 0.22, 150), 440, (tall - top) * 0.72))
        body = tall - top - 2 * min(look.PAD, edge)
        top += min(look.PAD, edge)
        self.card.setGeometry(wide - edge - card, top, card, body)
        self._place_left(edge, top, wide - card - 3 * edge, body)

    def _place_left(self, left: int, top: int, wide: int, tall: int) -> None:
        self.question.setGeometry(left, top, wide, tall)
        late = not self.late.isHidden()
        heights = [
            self.parcel.wanted_height() + look.GAP,
            strip_height(Station.READ, self.height()) + look.GAP if late else 0,
            self.figures.wanted_height() + look.GAP,
        ]
        factor = min(1.0, tall / max(1, sum(heights)))
        rows = self.last.row_height() * ROWS
        # What is left over stands below the parcel, so that counters and rows keep their place.
        spare = max(0, round(tall - sum(heights) * factor - rows))
        parts = (self.parcel, self.late, self.figures)
        for part, height in zip(parts, heights, strict=True):
            if height:
                share = round(height * factor) - look.GAP
                part.setGeometry(left, top, wide, max(1, share))
                top += share + look.GAP + (spare if part is self.parcel else 0)
        end = self.question.geometry().bottom() + 1
        self.last.setGeometry(left, top, wide, max(0, end - top))


def _is_plain(shown: Shown) -> bool:
    return shown.state in _PLAIN and not shown.rule and not stands_in(shown)


def _tone(state: State) -> Tone:
    """Of what is to be done; of being deaf it is the warning's."""
    tone = LOOKS[state][1]
    return Tone.WARNING if tone is Tone.QUIET else tone


def _key_name(event: QKeyEvent) -> str:
    """A key as an `Answer` calls it; "" where it is none of those."""
    if event.key() == Qt.Key.Key_Space:
        return "Space"
    if event.key() == Qt.Key.Key_Escape:
        return "Esc"
    text = event.text().upper()
    return text if len(text) == 1 and text.isalnum() else ""
