"""One label as its printer gets it: exactly the dots, on its paper. Nothing is printed or decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.ui.kit import Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.look import Role
from inpost_desk.ui.printers.paper_picture import PaperPicture
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.held_labels import Preview

SIZE: Final = QSize(560, 680)


class LabelPicture(Dialog):
    """A page at a time; a shipment of several parcels has several."""

    def __init__(self, reference: str, number: str, found: Preview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("ui", "The label as it prints"))
        self._found = found
        self._place = 0
        self.picture = PaperPicture()
        self.facts = Text("", tone="text2", wrap=True)
        self.next = KeyButton(translate("ui", "Next page"), key="Space", kind="plain")
        self.next.setShortcut("Space")
        self.next.setVisible(len(found.pages) > 1)
        self.next.clicked.connect(self._turn)
        self.close_button = KeyButton(translate("ui", "Close"), key="Esc", kind="plain")
        self.close_button.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(Heading(reference or number, Role.HEADING))
        layout.addWidget(self.facts)
        layout.addWidget(self.picture, 1)
        keys = QHBoxLayout()
        keys.addStretch(1)
        keys.addWidget(self.next)
        keys.addWidget(self.close_button)
        layout.addLayout(keys)
        self.resize(SIZE)
        self._show()
        self.close_button.setFocus()

    @Slot()
    def _turn(self) -> None:
        self._place = (self._place + 1) % len(self._found.pages)
        self._show()

    def _show(self) -> None:
        page = self._found.pages[self._place]
        self.picture.show_page(page.png, page.width_mm, page.height_mm)
        words = [translate("ui", "Printer: {name}").format(name=self._found.printer)]
        if len(self._found.pages) > 1:
            count = translate("ui", "page {page} of {total}")
            words.append(count.format(page=self._place + 1, total=len(self._found.pages)))
        if self._found.by_fields:
            words.append(
                translate(
                    "ui",
                    "InPost's own commands go to this printer: only their fields can be checked, and they may "
                    "look different.",
                )
            )
        self.facts.setText(" · ".join(words))
