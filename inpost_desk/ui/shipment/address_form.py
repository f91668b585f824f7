"""The receiver's address for couriers: street, number, post code, town, with findings while typing."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inpost_desk.domain.order import Field
from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, Text
from inpost_desk.ui.look import Role
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.fields import Entry, FormGrid
from inpost_desk.wording.speech import translate


class AddressForm(QScrollArea):
    """Four fields; `entries` are the page's places."""

    def __init__(self, drafting: Drafting, rest: QWidget) -> None:
        super().__init__()
        self.street = Entry(
            drafting, "street", translate("ui", "Street"), Field.STREET, example="Lipowa"
        )
        self.number = Entry(
            drafting,
            "building_number",
            translate("ui", "Building and flat number"),
            Field.BUILDING_NUMBER,
            example="4/2",
        )
        self.post_code = Entry(
            drafting, "post_code", translate("ui", "Post code"), Field.POST_CODE, example="30-001"
        )
        self.city = Entry(drafting, "city", translate("ui", "Town"), Field.CITY, example="Kraków")
        self.entries = (self.street, self.number, self.post_code, self.city)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.EDGE + look.PAD, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.GAP)
        title = translate("ui", "Which address?")
        self.setAccessibleName(title)
        column.addWidget(Heading(title, Role.HEADING))
        words = translate("ui", "The courier brings it to the door.")
        column.addWidget(Text(words, tone="text2", wrap=True))
        column.addSpacing(look.GAP)
        column.addWidget(FormGrid(*self.entries))
        column.addWidget(rest)
        column.addStretch(1)
        self.setWidget(inside)
