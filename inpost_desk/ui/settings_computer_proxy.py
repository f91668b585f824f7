"""The way to the internet: as the system has it, none, or the address of this network's proxy."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk.domain.proxy import checked_proxy
from inpost_desk.errors import FileTrouble
from inpost_desk.settings import DIRECT
from inpost_desk.ui import look
from inpost_desk.ui.kit import FieldBox
from inpost_desk.ui.settings_page_choices import Choice, ChoiceList
from inpost_desk.ui.settings_station_parts import noted
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

SYSTEM: Final = "system"
"""A choice needs a key; in the settings the system's way is ""."""
ADDRESS: Final = "address"


class ProxyForm(QWidget):
    """Nothing is told before an address is one."""

    changed = Signal(str)
    """As the settings keep it."""

    def __init__(self) -> None:
        super().__init__()
        self._kept = ""
        self.ways = ChoiceList(translate("ui", "Proxy of this network"), _choices())
        self.address = FieldBox(translate("ui", "Address of the proxy"), in_header=True)
        self.address.edit.setPlaceholderText("http://proxy.firma:8080")
        self._typed = noted(
            self.address,
            translate(
                "ui", "Host and port, without name and password; ask whoever runs the network."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.GAP)
        column.addWidget(self.ways)
        column.addWidget(self._typed)
        self.ways.chosen.connect(self._choose)
        self.address.edit.editingFinished.connect(self._written)
        self.address.edit.textEdited.connect(lambda _: self.address.set_finding(""))
        self.set_value("")

    def set_value(self, kept: str) -> None:
        """Show what was decided; an address that is being typed stays."""
        self._kept = kept
        if self.address.finding() or self.address.edit.isModified():
            return
        self.ways.set_value(kept if kept == DIRECT else ADDRESS if kept else SYSTEM)
        if self._has_address():
            self.address.edit.setText(kept)
        self._show_address()

    def _has_address(self) -> bool:
        return self._kept not in ("", DIRECT)

    def _show_address(self) -> None:
        self._typed.setVisible(self.ways.value() == ADDRESS)

    def _choose(self, way: str) -> None:
        self._show_address()
        if way == ADDRESS:
            self.address.edit.setFocus()
            self._written()
            return
        self.address.set_finding("")
        self.address.edit.setModified(False)
        self._tell("" if way == SYSTEM else DIRECT)

    @Slot()
    def _written(self) -> None:
        if self.ways.value() != ADDRESS or not self.address.text():
            return
        try:
            proxy = checked_proxy(self.address.text())
        except FileTrouble as trouble:
            self.address.set_finding(trouble_words(trouble))
            return
        self.address.set_finding("")
        self.address.edit.setModified(False)
        self._tell(proxy)

    def _tell(self, proxy: str) -> None:
        if proxy != self._kept:
            self._kept = proxy
            self.changed.emit(proxy)


def _choices() -> list[Choice]:
    return [
        Choice(
            SYSTEM,
            translate("ui", "As the system has it"),
            translate("ui", "Right nearly everywhere: what the browser uses is used here too."),
        ),
        Choice(
            DIRECT,
            translate("ui", "None"),
            translate("ui", "Straight to InPost, whatever the system says."),
        ),
        Choice(
            ADDRESS,
            translate("ui", "This address"),
            translate(
                "ui", "Where the network chooses its proxy by a script, or the system has none."
            ),
        ),
    ]
