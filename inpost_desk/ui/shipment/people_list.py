"""People to whom something was sent before, each under its key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Text
from inpost_desk.ui.kit_button import EnterButton
from inpost_desk.ui.kit_cap import cap_font, cap_size, paint_cap
from inpost_desk.ui.kit_focus import frame_outside
from inpost_desk.ui.look import Role
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.known_people import KnownPerson

KEYS: Final = ("Alt+1", "Alt+2", "Alt+3")


class PeopleList(QWidget):
    """At most three of them."""

    taken = Signal(object)
    """That `KnownPerson` is meant."""

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[KnownPerson, ...] = ()
        self._rows = [PersonRow(key) for key in KEYS]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Text(translate("ui", "Already sent to similar ones"), bold=True, tone="text2")
        head.setContentsMargins(0, 0, 0, look.GAP)
        column.addWidget(head)
        for at, row in enumerate(self._rows):
            row.clicked.connect(lambda _=False, at=at: self.take(at))
            column.addWidget(row)
        self.set_people(())

    def set_people(self, people: Sequence[KnownPerson]) -> None:
        """Offer these."""
        self.people = tuple(people[: len(KEYS)])
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(self.people))
            if at < len(self.people):
                row.set_person(self.people[at])
        self.setVisible(bool(self.people))

    def take(self, at: int) -> None:
        """That one is meant, where there is one."""
        if at < len(self.people):
            self.taken.emit(self.people[at])


class PersonRow(EnterButton):
    """Key, name, telephone, where the last ones went and how many there were."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self._texts = ("", "", "")
        self.setAutoDefault(False)
        self.setAccessibleDescription(key)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        frame_outside(self)

    def set_person(self, known: KnownPerson) -> None:
        """Show that one."""
        self._texts = _words(known)
        self.setText(", ".join(self._texts).replace("&", "&&"))
        self.setToolTip(", ".join(self._texts))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A line."""
        return QSize(look.PANEL, look.FORM)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Texts are cut where there is no room; the name never first."""
        return QSize(look.PANEL // 2, look.FORM)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the line."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        ground = worn.quiet if self.underMouse() or self.isDown() else worn.surface
        painter.fillRect(self.rect(), QColor(ground))
        painter.setPen(QColor(worn.line))
        painter.drawRect(self.rect().adjusted(0, -1, -1, -1))
        font = cap_font()
        size = cap_size(self._key, font)
        place = QRectF(12, (self.height() - size.height()) / 2, size.width(), size.height())
        paint_cap(painter, self._key, place, font=font, ink=worn.text2, border=worn.control_border)
        left = place.right() + 12
        room = self.width() - left - 12
        shares = ((0, 0.29, True), (1, 0.19, False), (2, 0.52, False))
        for at, share, bold in shares:
            painter.setFont(look.font(Role.BODY, bold=bold))
            painter.setPen(QColor(worn.text2 if at == 2 else worn.text))
            box = QRectF(left, 0, room * share - look.GAP, self.height())
            text = QFontMetricsF(painter.font()).elidedText(
                self._texts[at], Qt.TextElideMode.ElideRight, box.width()
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            left += room * share
        painter.end()


def _words(known: KnownPerson) -> tuple[str, str, str]:
    person, address = known.person, known.person.address
    name = person.company or f"{person.first_name} {person.last_name}".strip()
    phone = person.phone
    if len(phone) == 9:
        phone = f"{phone[:3]} {phone[3:6]} {phone[6:]}"
    place = known.point
    if not place and address:
        place = f"{address.city}, {address.street} {address.building_number}".strip()
    words = translate("ui", "shipments: {count}, last {day}")
    sent = words.format(count=known.shipments, day=f"{known.last:%d.%m.%Y}")
    return name or phone, phone, " · ".join(filter(None, (place, sent)))
