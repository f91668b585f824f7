"""The offers of a shipment to choose from: prices in one column, a ring that counts down, reasons in words.

Digits and arrows only mark; what Enter does is the page's. What it shows was asked of InPost elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.domain.order import Field
from inpost_desk.domain.shipment import Offer
from inpost_desk.ui import look
from inpost_desk.ui.kit import Ground, Heading, Text
from inpost_desk.ui.look import Role
from inpost_desk.ui.shipment.offer_aside import OfferAside, Rule
from inpost_desk.ui.shipment.offer_ring import ENDING, WHOLE
from inpost_desk.ui.shipment.offer_row import MOST_KEYS, MissingRow, OfferRow
from inpost_desk.wording.offers import MEND_KEYS, cheapest
from inpost_desk.wording.sentences import WARSAW
from inpost_desk.wording.speech import translate

BUYABLE: Final = frozenset({"available", "selected"})
SECOND: Final = 1000
# Beside the list there is no room for the ring below this width.
FOLD_BELOW: Final = 720


class OfferPicker(QWidget):
    """Shows offers and knows which one is marked."""

    marked_changed = Signal()
    enter_pressed = Signal()
    mend_asked = Signal(object)
    """The `Field` that makes an offer possible which is not."""
    time_passed = Signal()
    """The offers have just expired."""
    rule_changed = Signal(str)
    """A `Rule`, or the service that is always marked."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        super().__init__()
        self._now = now
        self._until: datetime | None = None
        self._rule: str = Rule.ASK
        self.rows: list[OfferRow] = []
        self.missing: list[MissingRow] = []
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._toggled)
        self.heading = Heading("", Role.HEADING)
        self.answered = Text("", tone="text2")
        self.aside = OfferAside()
        self.aside.rule_chosen.connect(self._choose_rule)
        self._list = QVBoxLayout()
        self._clock = QTimer(self, interval=SECOND)
        self._clock.timeout.connect(self.tick)
        self._lay_out()
        for field, key in MEND_KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda field=field: self._mend(field))

    # What is shown

    def show_offers(
        self,
        offers: Sequence[Offer],
        *,
        answered: datetime,
        rule: str = "",
        more: tuple[str, ...] = (),
    ) -> None:
        """These, in InPost's order; `more` is said beside the additional services of each.

        What was marked stays marked where it is there again, else the rule marks.
        """
        before = self.marked()
        good = [one for one in offers if one.status in BUYABLE]
        bad = [one for one in offers if one.status not in BUYABLE]
        lowest = cheapest(good)
        self._clear()
        for number, offer in enumerate(good, start=1):
            row = OfferRow(offer, number, cheapest=offer is lowest, more=more)
            row.enter_pressed.connect(self.enter_pressed)
            row.installEventFilter(self)
            self._group.addButton(row)
            self._list.addWidget(row)
            self.rows.append(row)
        widest = max((row.price.sizeHint().width() for row in self.rows), default=0)
        for row in self.rows:
            row.price.setMinimumWidth(widest)
        self._add_missing(bad)
        self._list.addStretch(1)
        self.heading.setText(translate("ui", "Offers: {count}").format(count=len(good)))
        clock = answered.astimezone(WARSAW).strftime("%H:%M:%S")
        self.answered.setText(translate("ui", "InPost's answer of {time}").format(time=clock))
        ends = [one.expires_at for one in good if one.expires_at is not None]
        self._until = min(ends, default=None)
        self.aside.show_end(self._until, some=bool(good))
        self._rule = rule
        self._mark_first(before.service if before else "")
        self.tick()
        # Whether time is left or not: it is the answer's age that the ring shows.
        self._clock.start()

    def marked(self) -> Offer | None:
        """The offer that Enter is about."""
        return next((row.offer for row in self.rows if row.isChecked()), None)

    @property
    def expired(self) -> bool:
        """Whether their time is over: by the clock, not by when it was last redrawn."""
        return self._until is not None and self._now() >= self._until

    def first_field(self) -> QWidget | None:
        """The marked row, else the first one."""
        alive = [row for row in self.rows if row.isEnabled()]
        return next((row for row in alive if row.isChecked()), None) or next(iter(alive), None)

    def mark(self, number: int) -> None:
        """Mark the offer of that digit, where there is one."""
        if 0 < number <= len(self.rows) and self.rows[number - 1].isEnabled():
            row = self.rows[number - 1]
            row.setChecked(True)
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rest(self) -> None:
        """Nothing is counted any more: it is not shown, or bought."""
        self._clock.stop()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Digits mark."""
        if not self._take_digit(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Digits and arrows while a row has the keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            move = moves.get(Qt.Key(event.key()))
            if move and isinstance(watched, OfferRow):
                at = self.rows.index(watched) + move
                self.mark(max(0, min(at, len(self.rows) - 1)) + 1)
                return True
            return self._take_digit(event)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where it is narrow, the ring stands above the list."""
        super().resizeEvent(event)
        narrow = self.width() < FOLD_BELOW
        way = QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != way:
            self._row.setDirection(way)
            self.aside.fold(narrow=narrow)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """A painted ring follows the look by itself."""
        super().changeEvent(event)

    # Inside

    @Slot()
    def tick(self) -> None:
        """Show the time that is left; once a second."""
        if self._until is None:
            self.aside.ring.hide()
            return
        self.aside.ring.show()
        was = self.aside.ring.expired
        left = math.ceil((self._until - self._now()).total_seconds())
        self.aside.ring.set_left(left, WHOLE)
        over = self.aside.ring.expired
        if over:
            self._keep_keys()
        for row in self.rows:
            row.setEnabled(not over)
        self.aside.say_end(self._until, over=over, ending=0 < left < ENDING)
        if over:
            self._clock.stop()
        if over and not was:
            self.time_passed.emit()

    def _keep_keys(self) -> None:
        """When the row that has them goes, Qt would hand them, and the next Enter, to some button."""
        if any(row.hasFocus() for row in self.rows):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_digit(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or not event.text().isdigit() or event.text() == "0":
            return False
        number = int(event.text())
        if number <= MOST_KEYS:
            self.mark(number)
        return True

    def _mend(self, field: Field) -> None:
        if any(row.mend is field for row in self.missing):
            self.mend_asked.emit(field)

    def _mark_first(self, before: str) -> None:
        """What was marked, else by the rule; nothing is bought by that."""
        rows = {row.offer.service: row for row in self.rows}
        lowest = cheapest(row.offer for row in self.rows)
        wanted = rows.get(before)
        if wanted is None:
            by_rule = lowest.service if lowest and self._rule == Rule.CHEAPEST else self._rule
            wanted = rows.get(by_rule)
        wanted = wanted or next((row for row in self.rows if row.offer.status == "selected"), None)
        wanted = wanted or next(iter(self.rows), None)
        if wanted is not None:
            wanted.setChecked(True)
        self._show_rules()

    @Slot(QRadioButton, bool)
    def _toggled(self, row: object, marked: bool) -> None:  # noqa: FBT001
        del row
        if marked:
            self._show_rules()
            self.marked_changed.emit()

    def _show_rules(self) -> None:
        self.aside.show_rules(self._rule, self.marked())

    @Slot(str)
    def _choose_rule(self, rule: str) -> None:
        self._rule = rule
        self.rule_changed.emit(rule)

    def _clear(self) -> None:
        self._keep_keys()
        for row in self.rows:
            self._group.removeButton(row)
        self.rows, self.missing = [], []
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_missing(self, offers: Sequence[Offer]) -> None:
        if not offers:
            return
        head = Ground("quiet", lines=(Qt.Edge.BottomEdge,))
        inside = QHBoxLayout(head)
        inside.setContentsMargins(look.EDGE, look.GAP + 2, look.EDGE, look.GAP + 2)
        words = translate("ui", "Not to be had for this parcel")
        inside.addWidget(Text(words, bold=True, tone="text2"))
        self._list.addWidget(head)
        for offer in offers:
            row = MissingRow(offer)
            row.mend_asked.connect(self.mend_asked)
            self._list.addWidget(row)
            self.missing.append(row)

    def _lay_out(self) -> None:
        top = Ground("window", lines=(Qt.Edge.BottomEdge,))
        head = QHBoxLayout(top)
        head.setContentsMargins(look.EDGE, look.GAP + 4, look.EDGE, look.GAP + 4)
        head.setSpacing(look.PAD)
        head.addWidget(self.heading)
        head.addWidget(self.answered, 1)
        inside = Ground("quiet")
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        inside.setLayout(self._list)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(top)
        left.addWidget(area, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(left, 1)
        self._row.addWidget(self.aside)
