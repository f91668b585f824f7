"""What every page of the wizard is: a part of the draft, with what is wrong said at its fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget, QWizardPage

from inpost_desk.domain.draft import Finding, Step
from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, Text
from inpost_desk.ui.look import Role
from inpost_desk.ui.shipment.drafting import Drafting


class WizardPage(QWizardPage):
    """One step. A subclass lays out `body` and shows the draft whenever `refresh` is called."""

    step: ClassVar[Step]
    scrolls: ClassVar[bool] = True
    """At 200 % a form needs more room than the page has; a page with a list of its own scrolls itself."""

    def __init__(self, drafting: Drafting, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.drafting = drafting
        self.heading = Heading(title, Role.HEADING)
        self.subheading = Text(subtitle, tone="text2", wrap=True)
        if not subtitle:
            self.subheading.hide()
        self.setAccessibleName(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(look.PAD)
        inside = QWidget()
        column = QVBoxLayout(inside)
        edge = look.EDGE if self.scrolls else 0
        column.setContentsMargins(edge + look.PAD if self.scrolls else 0, edge, edge, edge)
        column.setSpacing(look.GAP)
        column.addWidget(self.heading)
        column.addWidget(self.subheading)
        column.addSpacing(look.GAP if self.scrolls else 0)
        column.addLayout(self.body)
        if self.scrolls:
            column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(_scrolling(inside, title) if self.scrolls else inside)
        drafting.changed.connect(self._changed)

    @property
    def beside(self) -> bool:
        """Whether what the shipment is so far stands beside it; a page with its own panel has no room."""
        return True

    def findings(self) -> tuple[Finding, ...]:
        """What is wrong on this page."""
        return self.drafting.findings(self.step)

    def isComplete(self) -> bool:  # noqa: N802
        """Whether nothing on it stops the next step."""
        return not self.drafting.stops(self.step)

    def initializePage(self) -> None:  # noqa: N802
        """It is about to be shown."""
        self.refresh()

    def cleanupPage(self) -> None:  # noqa: N802
        """Going back loses nothing: the draft holds what was typed."""

    def refresh(self) -> None:
        """Show the draft as it stands, and what is wrong with it. The field with the focus keeps its text."""

    def first_field(self) -> QWidget | None:
        """Where the focus goes when the page is shown."""
        return None

    def field_of(self, finding: Finding) -> QWidget | None:
        """The field a finding is about."""
        del finding
        return None

    def keys(self) -> Sequence[tuple[str, str]]:
        """The page's own keys, for F1."""
        return ()

    def next_words(self) -> str:
        """What the main button says; "" for the name of the next step."""
        return ""

    def go_on(self) -> bool:
        """Enter: whether the next step may be shown now. A page that waits says no and goes on later."""
        return not self.drafting.stops(self.step)

    @Slot()
    def _changed(self) -> None:
        wizard = self.wizard()
        # Not `completeChanged`: QWizard hides the page for a moment at that, and the focus would be gone.
        if wizard is not None and wizard.currentPage() is self:
            self.refresh()


def _scrolling(inside: QWidget, title: str) -> QScrollArea:
    area = QScrollArea()
    # Where nothing is typed it has the keys, so that what is too long can be scrolled by them.
    area.setAccessibleName(title)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area
