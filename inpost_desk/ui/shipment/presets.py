"""Presets of whole shipments: a draft under a name, kept in the settings, to begin the next one with.

The reference and Allegro's numbers belong to one order only, so that a preset leaves them out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from inpost_desk.domain.draft import Draft, from_json, to_json
from inpost_desk.settings import LONGEST_PRESET_NAME
from inpost_desk.ui import look
from inpost_desk.ui.kit import FieldBox, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.look import State
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.wording.speech import translate

BEGIN_KEY: Final = "Alt+B"
KEEP_KEY: Final = "Alt+K"


class PresetBegin(KeyButton):
    """Opens the list of presets; there is nothing to press while there are none."""

    def __init__(self, drafting: Drafting) -> None:
        words = translate("ui", "Begin with a preset")
        super().__init__(words, key=BEGIN_KEY, icon="sliders", kind="header")
        self._drafting = drafting
        self._wanted = True
        self.menu_shown = QMenu(self)
        self.clicked.connect(self._open)
        shortcut = QShortcut(QKeySequence(BEGIN_KEY), self)
        shortcut.activated.connect(self.click)
        drafting.desk.settings_changed.connect(self._settings_changed)
        self._settings_changed()

    def show_where_wanted(self, *, wanted: bool) -> None:
        """Be there, as far as there are presets, or not."""
        self._wanted = wanted
        self._settings_changed()

    @Slot()
    def _settings_changed(self) -> None:
        self.setVisible(self._wanted and bool(self._drafting.desk.settings.shipment_presets))

    @Slot()
    def _open(self) -> None:
        menu = self.menu_shown
        menu.clear()
        presets = self._drafting.desk.settings.shipment_presets
        for name, content in presets:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, content=content: self._begin(content))
            action.setEnabled(from_json(content.encode()) is not None)
        menu.addSeparator()
        forget = menu.addMenu(translate("ui", "Forget"))
        for name, _content in presets:
            action = forget.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=name: self._forget(name))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        first = menu.actions()[0] if menu.actions() else None
        if first is not None:
            menu.setActiveAction(first)

    def _begin(self, content: str) -> None:
        draft = from_json(content.encode())
        if draft is not None:
            self._drafting.take(draft)

    def _forget(self, name: str) -> None:
        desk = self._drafting.desk
        left = tuple(one for one in desk.settings.shipment_presets if one[0] != name)
        desk.change_settings(shipment_presets=left)


class PresetKeep(KeyButton):
    """Asks for a name and keeps the draft under it."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(translate("ui", "Keep as a preset…"), key=KEEP_KEY, kind="header")
        self._drafting = drafting
        self.dialog: PresetName | None = None
        self.clicked.connect(self._ask)
        QShortcut(QKeySequence(KEEP_KEY), self).activated.connect(self.click)

    @Slot()
    def _ask(self) -> None:
        names = [name for name, _ in self._drafting.desk.settings.shipment_presets]
        self.dialog = PresetName(names, self.window())
        self.dialog.accepted.connect(self._keep)
        self.dialog.open()

    @Slot()
    def _keep(self) -> None:
        if self.dialog is None:
            return
        name, desk = self.dialog.name(), self._drafting.desk
        self.dialog.deleteLater()
        self.dialog = None
        content = preset_of(self._drafting.draft)
        others = [one for one in desk.settings.shipment_presets if one[0] != name]
        kept = sorted([*others, (name, content)], key=lambda one: one[0].casefold())
        desk.change_settings(shipment_presets=tuple(kept))


class PresetName(Dialog):
    """The name of a preset; one that is there already is replaced, and that is said."""

    def __init__(self, names: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names
        self.setWindowTitle(translate("ui", "Keep as a preset"))
        self.box = FieldBox(translate("ui", "Name of the preset"))
        self.box.edit.setMaxLength(LONGEST_PRESET_NAME)
        self.box.edit.textChanged.connect(self._typed)
        self.keep = KeyButton(translate("ui", "Keep"), key="Enter", kind="accent")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        cancel = KeyButton(translate("ui", "Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.PAD)
        column.addWidget(self.box)
        column.addWidget(
            Text(
                translate(
                    "ui", "The whole shipment is kept, also its receiver, without the reference."
                ),
                tone="text2",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.keep)
        column.addLayout(row)
        self._typed()

    def name(self) -> str:
        """The name typed."""
        return self.box.text()

    @Slot()
    def _typed(self) -> None:
        self.keep.setEnabled(bool(self.name()))
        taken = self.name() in self._names
        words = translate("ui", "There is one with this name; it will be replaced.")
        self.box.set_finding(words if taken else "", State.WARNING)


def preset_of(draft: Draft) -> str:
    """What is kept of a draft as a preset."""
    bare = replace(draft, reference="", allegro_transaction="", allegro_user="")
    return to_json(bare).decode()
