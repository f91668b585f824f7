"""What can be done with the shipment of the row that is shown, and the question before one is cancelled."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inpost_desk.domain.pile import PileRow
from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, KeyButton
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.panel_parts import Words, column
from inpost_desk.ui.orders.row_acts import KEYS, Act, act_words, may
from inpost_desk.wording.speech import translate


class ActsBox(QWidget):
    """A button for each act that fits; where one is to be cancelled, a question in their place."""

    asked = Signal(object)
    """An `Act`."""
    cancel_agreed = Signal(object)
    """The `PileRow` whose shipment is to be cancelled."""
    left = Signal()
    """Nothing is cancelled: back to the row."""

    def __init__(self) -> None:
        super().__init__()
        self._row: PileRow | None = None
        self._asks = False
        self.buttons: dict[Act, KeyButton] = {}
        for act in Act:
            kind = "quiet" if act is Act.CANCEL else "header"
            button = KeyButton("", key=KEYS[act], kind=kind)
            button.clicked.connect(partial(self._press, act))
            self.buttons[act] = button
        self._question = Words(role=Role.FIELD, bold=True)
        self._more = Words(role=Role.CAPTION, tone="text2")
        self.agree = KeyButton("", key="Enter", kind="danger")
        self.leave = KeyButton("", key="Esc", kind="quiet")
        self.agree.clicked.connect(self._agree)
        self.leave.clicked.connect(self.drop)
        self._card = Card(State.WARNING)
        inside = column(self._card, margins=(12, 12, 12, 12), spacing=6)
        inside.addWidget(self._question)
        inside.addWidget(self._more)
        inside.addWidget(Flow(self.agree, self.leave))
        self._acts = Flow(*self.buttons.values())
        layout = column(self, margins=(look.PAD, 12, look.PAD, 0))
        layout.addWidget(self._card)
        layout.addWidget(self._acts)
        self.hide()

    def show_row(self, row: PileRow | None) -> None:
        """Show what fits that row; an open question stays while it is about the same shipment."""
        if self._row is None or row is None or row.local_id != self._row.local_id:
            self._asks = False
        self._row = row
        self._asks = self._asks and may(Act.CANCEL, row)
        for act, button in self.buttons.items():
            button.set_text(act_words(act))
            button.setVisible(may(act, row))
        self._card.setVisible(self._asks)
        self._acts.setVisible(not self._asks)
        self.setVisible(any(may(act, row) for act in Act))

    def ask(self, row: PileRow) -> None:
        """Ask whether its shipment is really to be cancelled."""
        self._row, self._asks = row, True
        words = translate("ui", "Cancel {reference} at InPost?").format(reference=row.reference)
        self._question.say(words)
        told = translate("ui", "It is not paid. Once cancelled it cannot be bought any more.")
        self._more.say(told)
        self.agree.set_text(act_words(Act.CANCEL))
        self.leave.set_text(translate("ui", "Leave it"))
        self.show_row(row)
        self.agree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def event(self, event: QEvent) -> bool:
        """Esc is the page's but for an open question."""
        override = QEvent.Type.ShortcutOverride
        if not isinstance(event, QKeyEvent) or event.type() != override or not self._asks:
            return super().event(event)
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc leaves it as it is."""
        if event.key() == Qt.Key.Key_Escape and self._asks:
            self.drop()
        else:
            super().keyPressEvent(event)

    @Slot()
    def drop(self) -> None:
        """Nothing is cancelled."""
        if self._asks:
            self._asks = False
            self.show_row(self._row)
            self.left.emit()

    def _press(self, act: Act) -> None:
        self.asked.emit(act)

    @Slot()
    def _agree(self) -> None:
        row = self._row
        self.drop()
        if row is not None:
            self.cancel_agreed.emit(row)
