"""A page of the wizard that is a form: its places show the draft, and say what is wrong with it.

A finding that none of the places shows is said at the end of the page.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from inpost_desk.domain.draft import Finding
from inpost_desk.ui import look
from inpost_desk.ui.kit import Text
from inpost_desk.ui.look import State
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.fields import Entry, Place
from inpost_desk.ui.shipment.tab_order import put_in_order, stops_of
from inpost_desk.ui.shipment.wizard_page import WizardPage
from inpost_desk.wording.sentences import field_words, problem_words
from inpost_desk.wording.speech import translate


class FormPage(WizardPage):
    """A subclass lays out its places, puts them into `places`, and shows in `show_draft` what they cannot."""

    def __init__(self, drafting: Drafting, title: str, subtitle: str = "") -> None:
        super().__init__(drafting, title, subtitle)
        self.places: list[Place] = []
        self.rest = Text("", wrap=True)
        self.rest.hide()
        self._pressed = False
        self._ordered: list[QWidget] = []
        mend = QShortcut(QKeySequence("Alt+P"), self)
        mend.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        mend.activated.connect(self.mend)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def show_draft(self) -> None:
        """Show what is no plain text of the draft."""

    def refresh(self) -> None:
        """Texts, choices, findings."""
        for one in self.places:
            if isinstance(one, Entry):
                one.show_draft(self.drafting.draft)
        was = list(stops_of(self.body))
        self.show_draft()
        self._order_tabs(was)
        left = list(self.findings())
        for place in self.places:
            mine = [one for one in left if place.takes(one)]
            place.say(mine, pressed=self._pressed)
        self._say_rest([one for one in left if self._place_of(one) is None])

    def field_of(self, finding: Finding) -> QWidget | None:
        """Where it is put right."""
        place = self._place_of(finding)
        return place.target(finding) if place else None

    def go_on(self) -> bool:
        """From now on empty fields are complained of, too."""
        self._pressed = True
        self.refresh()
        return super().go_on()

    @Slot()
    def mend(self) -> None:
        """Alt+P: what the field with the focus offers, else the first that offers something."""
        offering = [one for one in self.places if isinstance(one, Entry) and one.mendable]
        offering.sort(key=lambda one: not one.edit.hasFocus())
        if offering:
            offering[0].mend()

    def mend_key(self) -> list[tuple[str, str]]:
        """For F1."""
        return [("Alt+P", translate("ui", "write what is offered under a field"))]

    def _order_tabs(self, was: list[QWidget]) -> None:
        stops = list(stops_of(self.body))
        anchor = next((one for one in was if one in stops), None)
        if stops != self._ordered and anchor is not None:
            self._ordered = stops
            put_in_order(stops, anchor)

    def _place_of(self, finding: Finding) -> Place | None:
        found = (one for one in self.places if one.takes(finding))
        return next((one for one in found if one.target(finding).isVisibleTo(self)), None)

    def _say_rest(self, findings: list[Finding]) -> None:
        lines = []
        for one in findings:
            name = field_words(one.problem.field)
            lines.append(f"{name[:1].upper()}{name[1:]}: {problem_words(one.problem)}")
        state = State.ERROR if any(one.stops for one in findings) else State.WARNING
        self.rest.set_state("\n".join(lines), state)
        self.rest.setVisible(bool(lines))

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What has the focus can be seen, however low the window is."""
        if now is not None and self.isAncestorOf(now):
            for area in self.findChildren(QScrollArea):
                if area.isAncestorOf(now):
                    area.ensureWidgetVisible(now, 0, look.EDGE)
