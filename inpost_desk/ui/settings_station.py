"""The section of the settings about the station: its forms under each other, each change written at once.

The forms are built when the section is first shown: there are many, and the page is to open quickly.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import Line
from inpost_desk.ui.settings_page_changes import Changes


class StationSection(QWidget):
    """A place for the forms."""

    sheet_asked = Signal(str)
    """A sheet of bar codes is to be printed: "commands", "teach" or "badges"."""

    def __init__(self, desk: Desk, changes: Changes) -> None:
        super().__init__()
        self._desk, self._changes = desk, changes
        self._forms: StationForms | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def forms(self) -> StationForms:
        """The forms, built now if nobody saw them before."""
        self.build()
        assert self._forms is not None
        return self._forms

    def build(self) -> None:
        """Somebody looks: build the forms, once."""
        if self._forms is None:
            self._forms = StationForms(self._desk, self._changes)
            self._forms.sheet_asked.connect(self.sheet_asked)
            self._column.addWidget(self._forms)

    def insert(self) -> None:
        """Ins: an operator where those have the keyboard, else a pattern."""
        forms = self.forms
        (forms.operators if _has_focus(forms.operators) else forms.patterns).add()

    def delete(self) -> None:
        """Del in a list or on its button: elsewhere it is for texts."""
        for form in (self.forms.patterns, self.forms.operators):
            if form.list.hasFocus() or form.remove_button.hasFocus():
                form.remove()

    def escape(self) -> bool:
        """Whether there was something to leave."""
        return self.forms.operators.leave() or self.forms.patterns.leave()


class StationForms(QWidget):
    """The forms, and what they write."""

    sheet_asked = Signal(str)

    def __init__(self, desk: Desk, changes: Changes) -> None:
        super().__init__()
        from inpost_desk.ui.settings_station_operators import OperatorsForm
        from inpost_desk.ui.settings_station_patterns import PatternsForm
        from inpost_desk.ui.settings_station_rules import StationRulesForm
        from inpost_desk.ui.settings_station_scanner import ScannerForm
        from inpost_desk.ui.settings_station_watched import WatchedForm

        self._changes = changes
        self.rules = StationRulesForm()
        self.scanner = ScannerForm(desk)
        self.patterns = PatternsForm()
        self.operators = OperatorsForm(desk)
        self.watched = WatchedForm(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.EDGE)
        for part in (self.rules, self.scanner, self.patterns, self.operators):
            column.addWidget(part)
            column.addWidget(Line())
        column.addWidget(self.watched)
        self.rules.changed.connect(self._keep_station)
        self.operators.changed.connect(self._keep_station)
        self.scanner.changed.connect(self._keep_scanner)
        self.patterns.changed.connect(lambda found: self._keep_scanner({"patterns": found}))
        self.watched.changed.connect(lambda watched: changes.make(watched=watched))
        self.scanner.sheet_asked.connect(self.sheet_asked)
        self.operators.sheet_asked.connect(self.sheet_asked)
        changes.changed.connect(self.show_settings)
        self.show_settings()

    def show_settings(self) -> None:
        """Show what was decided, here or elsewhere."""
        known = self._changes.known
        self.rules.set_value(known.station)
        self.scanner.set_value(known.scanner)
        self.patterns.set_value(known.scanner)
        self.operators.set_value(known.station)
        self.watched.set_value(known.watched)

    def _keep_station(self, change: dict[str, Any]) -> None:
        self._changes.make(station=replace(self._changes.known.station, **change))

    def _keep_scanner(self, change: dict[str, Any]) -> None:
        self._changes.make(scanner=replace(self._changes.known.scanner, **change))


def _has_focus(part: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and part.isAncestorOf(focused)
