"""The wizard's third step: to which point, or to which address.

Where InPost's offers are compared, a person says first which of the two is wanted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from inpost_desk.domain import checks
from inpost_desk.domain.draft import Finding, Mode, Step, goes_to_point
from inpost_desk.domain.point import Point
from inpost_desk.domain.point_answer import Found
from inpost_desk.ui import look
from inpost_desk.ui.kit import Ground, Segmented
from inpost_desk.ui.shipment.address_form import AddressForm
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.form_page import FormPage
from inpost_desk.ui.shipment.point_finder import PointFinder
from inpost_desk.wording.speech import translate

_POINT: Final = "point"
_ADDRESS: Final = "address"


class DeliveryPage(FormPage):
    """The finder for services to a point, the address form for couriers."""

    step: ClassVar[Step] = Step.DELIVERY
    scrolls: ClassVar[bool] = False

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting, translate("ui", "Where to deliver?"))
        self.finder = PointFinder(drafting.desk)
        self.address = AddressForm(drafting, self.rest)
        self.places = [*self.address.entries]
        self.choice = Segmented(
            [
                (_POINT, translate("ui", "To a point")),
                (_ADDRESS, translate("ui", "To an address")),
            ],
            name=translate("ui", "Where to deliver?"),
        )
        self._waiting = False
        self._parts = QStackedWidget()
        self._parts.addWidget(self.finder)
        self._parts.addWidget(self.address)
        self._fit()
        self._lay_out()
        self.choice.changed.connect(self._to_point_chosen)
        self.finder.chosen.connect(self._chosen)
        self.finder.typed.connect(self._typed)
        self.finder.known.connect(self._known)
        self.finder.settled.connect(self._settled)

    @property
    def beside(self) -> bool:
        """The rings stand where the summary would."""
        return not goes_to_point(self.drafting.draft)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What is known of the network may be old."""
        super().showEvent(event)
        if goes_to_point(self.drafting.draft):
            self.finder.begin()

    def show_draft(self) -> None:
        """Point or address, and which."""
        draft = self.drafting.draft
        to_point = goes_to_point(draft)
        self._choosing.setVisible(draft.mode is Mode.OFFERS)
        self.choice.set_value(_POINT if to_point else _ADDRESS)
        part = self.finder if to_point else self.address
        if self._parts.currentWidget() is not part:
            self._parts.setCurrentWidget(part)
            self._fit()
            if part is self.finder and self.isVisible():
                self.finder.begin()
        if to_point:
            self.finder.show_draft(draft)

    def first_field(self) -> QWidget | None:
        """Where one types."""
        if goes_to_point(self.drafting.draft):
            return self.finder.field
        return self.address.street.edit

    def field_of(self, finding: Finding) -> QWidget | None:
        """The finder for everything about the point."""
        if goes_to_point(self.drafting.draft):
            return self.finder.field
        return super().field_of(finding)

    def go_on(self) -> bool:
        """Enter takes what is marked; what was just typed is searched for first."""
        if goes_to_point(self.drafting.draft):
            self._waiting = self.drafting.session is not None and self.finder.searching
            if self._waiting:
                return False
            self.finder.take()
        return super().go_on()

    def mend(self) -> None:
        """Alt+P is the finder's own where it is shown."""
        if goes_to_point(self.drafting.draft):
            self.finder.filters.payment.click()
        else:
            super().mend()

    def keys(self) -> Sequence[tuple[str, str]]:
        """For F1."""
        if not goes_to_point(self.drafting.draft):
            return self.mend_key()
        return [
            ("↑ / ↓", translate("ui", "another point")),
            ("Alt+1 … Alt+9", translate("ui", "the point with that number")),
            ("Alt+C", translate("ui", "only points open 24/7")),
            ("Alt+P", translate("ui", "only points that take cash on delivery")),
            ("Alt+K", translate("ui", "with PaczkoPunkty or without")),
            ("Alt+M", translate("ui", "copy a message for the buyer")),
            ("Alt+D", translate("ui", "download the network's points, or stop")),
        ]

    def _fit(self) -> None:
        """The one that is not shown needs no room: the address stands beside the summary."""
        for part in (self.finder, self.address):
            shown = part is self._parts.currentWidget()
            kind = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            part.setSizePolicy(kind, kind)

    @Slot(object)
    def _chosen(self, found: Found) -> None:
        """Somebody took it: the shipment goes there."""
        self._know({found.point.name: found.point})
        self.drafting.change(point=found.point.name)

    @Slot()
    def _settled(self) -> None:
        """Enter was pressed before the list was there."""
        wizard = self.wizard()
        if self._waiting and wizard is not None and wizard.currentPage() is self and self.go_on():
            wizard.next()

    @Slot(str)
    def _typed(self, text: str) -> None:
        """A code counts once it is known, or where nothing but InPost can know it."""
        self._waiting = False
        cache = self.finder.cache
        name = checks.point_name(text).value
        empty = cache is None or cache.read_at is None
        known = name in self.drafting.known.points
        self.drafting.change(point=name if name and (known or empty) else "")

    @Slot(str, object)
    def _known(self, name: str, point: Point | None) -> None:
        self._know({name: point})
        if self.finder.field.text().strip().upper() == name:
            self.drafting.change(point=name)

    def _know(self, points: Mapping[str, Point | None]) -> None:
        known = self.drafting.known.points
        if any(name not in known or known[name] != point for name, point in points.items()):
            self.drafting.know(points={**known, **points})

    @Slot(str)
    def _to_point_chosen(self, key: str) -> None:
        self.drafting.change(to_point=key == _POINT)

    def _lay_out(self) -> None:
        """Its grounds reach to the edges of the page."""
        frame = self.body.parentWidget()
        around = self.layout()
        assert frame is not None
        assert isinstance(around, QVBoxLayout)
        frame.hide()
        self._choosing = Ground("surface", lines=(Qt.Edge.BottomEdge,))
        row = QHBoxLayout(self._choosing)
        row.setContentsMargins(look.EDGE, look.GAP, look.EDGE, look.GAP)
        row.addWidget(self.choice)
        row.addStretch(1)
        around.setSpacing(0)
        around.addWidget(self._choosing)
        around.addWidget(self._parts, 1)
