"""One order for a courier in a list: how it stands, what it is about, and what can be done with it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.domain.pickup import PickupLine, PickupState
from inpost_desk.ui import look
from inpost_desk.ui.kit import KeyButton, ShapeLabel
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.panel_parts import Words
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.offers import price_words
from inpost_desk.wording.pickups import next_words, order_words, rejection_sentence, state_words
from inpost_desk.wording.sentences import WARSAW, moment_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

LIST, CANCEL, MISSED, WITHOUT, LOOK = "list", "cancel", "missed", "without", "look"
AGAIN: Final = "again"
LOOKS: Final = {
    PickupState.SENDING: (Shape.ARC, State.INFORMATION),
    PickupState.UNSURE: (Shape.DIAMOND, State.WARNING),
    PickupState.NEW: (Shape.ARC, State.INFORMATION),
    PickupState.SENT: (Shape.TICK, State.DONE),
    PickupState.REJECTED: (Shape.OCTAGON, State.ERROR),
    PickupState.CANCELLED: (Shape.SLASH, State.QUIET),
    PickupState.REFUSED: (Shape.OCTAGON, State.ERROR),
    PickupState.MISSED: (Shape.TRIANGLE, State.WARNING),
}
_DEEDS: Final = {
    PickupState.UNSURE: (LOOK,),
    PickupState.NEW: (LOOK, CANCEL),
    PickupState.SENT: (LIST, CANCEL, MISSED),
}
_FALLEN: Final = frozenset({PickupState.REJECTED, PickupState.REFUSED})
_WORDS: Final = {
    LIST: QT_TRANSLATE_NOOP("ui", "Print list"),
    CANCEL: QT_TRANSLATE_NOOP("ui", "Cancel"),
    MISSED: QT_TRANSLATE_NOOP("ui", "Courier did not come"),
    WITHOUT: QT_TRANSLATE_NOOP("ui", "Order without them"),
    AGAIN: QT_TRANSLATE_NOOP("ui", "Tick its parcels again"),
    LOOK: QT_TRANSLATE_NOOP("ui", "Look at InPost"),
}
_ICONS: Final = {LIST: "printer", LOOK: "refresh"}
_NAMED: Final = 5


class OrderItem(QWidget):
    """It asks; the page does."""

    asked = Signal(str, object)
    """One of LIST, CANCEL, MISSED, WITHOUT, AGAIN, LOOK, and the `PickupLine`."""

    def __init__(self, *, dated: bool = False) -> None:
        super().__init__()
        self._line: PickupLine | None = None
        self._dated = dated
        self.mark = ShapeLabel(Shape.CIRCLE, State.QUIET, 16)
        self.title = Words("", Role.BODY, bold=True)
        self.detail = Words("", tone="text2")
        self.next = Words("", tone="text2")
        self.buttons = {
            deed: KeyButton(translate("ui", words), icon=_ICONS.get(deed, ""), kind="header")
            for deed, words in _WORDS.items()
        }
        for deed, button in self.buttons.items():
            button.clicked.connect(lambda _=False, deed=deed: self.asked.emit(deed, self._line))
        self._lay_out()

    def line(self) -> PickupLine | None:
        """What it shows."""
        return self._line

    def say(self, line: PickupLine) -> None:
        """Show that order."""
        if line == self._line:
            return
        self._line = line
        self.mark.set_shape(*LOOKS[line.state])
        self.title.say(title_words(line, dated=self._dated))
        self.detail.say(detail_words(line))
        self.next.say(told_words(line))
        deeds = _deeds(line)
        number = order_name(line)
        for deed, button in self.buttons.items():
            button.setVisible(deed in deeds)
            button.setAccessibleName(f"{button.words()}, {number}")
        self._deeds.setVisible(bool(deeds))
        self.setAccessibleName(f"{self.title.text()}. {self.detail.text()}. {self.next.text()}")

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.title, self.detail, self.next):
            words.addWidget(part)
        self._deeds = Flow(*self.buttons.values(), margins=(0, 4, 0, 0))
        words.addWidget(self._deeds)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.GAP, 0, look.GAP)
        row.setSpacing(10)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def _deeds(line: PickupLine) -> tuple[str, ...]:
    if line.ending:
        return ()
    if line.state in _FALLEN:
        return (WITHOUT,) if line.rejections else (AGAIN,)
    return _DEEDS.get(line.state, ())


def order_name(line: PickupLine) -> str:
    """InPost's number; one that has none yet is named by its time."""
    if line.order is not None:
        return str(line.order)
    return translate("ui", "order of {time}").format(time=_clock(line.sent_at))


def order_number(line: PickupLine) -> str:
    """As `order_name`, for a sentence that has said already that it is an order."""
    if line.order is not None:
        return str(line.order)
    return translate("ui", "of {time}").format(time=_clock(line.sent_at))


def title_words(line: PickupLine, *, dated: bool) -> str:
    """`88214 · courier ordered 10:05`."""
    when = moment_words(line.sent_at) if dated else _clock(line.sent_at)
    state = translate("ui", "being cancelled") if line.ending else state_words(line.state)
    name = order_name(line)
    return f"{name} · {state}" if line.order is None and not dated else f"{name} · {state}  {when}"


def detail_words(line: PickupLine) -> str:
    """How many parcels, when, where, and what it costs."""
    parts = [translate("ui", "parcels: {count}").format(count=line.parcels)]
    if line.office_hours:
        parts.append(translate("ui", "hours {hours}").format(hours=line.office_hours))
    found = translate("ui", "found at InPost") if line.elsewhere else ""
    parts.extend(part for part in (line.place, found, line.operator) if part)
    if line.price is not None:
        parts.append(price_words(line.price))
    return ", ".join(parts)


def told_words(line: PickupLine) -> str:
    """What there is to know: why it was turned down, parcel by parcel; else what happens next."""
    told = [
        rejection_sentence(one.reference or str(one.shipment_id), one.rule)
        for one in line.rejections[:_NAMED]
    ]
    if left := len(line.rejections) - len(told):
        told.append(translate("ui", "and {count} more parcels").format(count=left))
    if line.state in _FALLEN:
        # A refusal's own rule is that of its first parcel.
        whole = line.state is PickupState.REJECTED and bool(line.rule)
        return "\n".join(
            [*([order_words(line.rule, field=line.field)] if whole or not told else []), *told]
        )
    told.append(next_words(line.state))
    return "\n".join(part for part in told if part)


def _clock(moment: datetime) -> str:
    local = moment.astimezone(WARSAW)
    return f"{local.hour}:{local.minute:02}"
