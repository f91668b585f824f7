"""Texts that make the best of the room they have: one chooses its wording, one its lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from inpost_desk.ui.kit import Text
from inpost_desk.ui.look import Role


class FittingText(Text):
    """Shows the longest of several wordings that fits, and cuts even the shortest only where it must.

    Only for what stands elsewhere in full; screen readers get the longest one.
    """

    def __init__(self, role: Role = Role.BODY, *, tone: str = "text", bold: bool = False) -> None:
        super().__init__("", role, tone=tone, bold=bold)
        self._wordings: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wordings(self) -> tuple[str, ...]:
        """What it chooses from, the longest first."""
        return self._wordings

    def set_wordings(self, wordings: Sequence[str]) -> None:
        """From the longest to the shortest, one at least."""
        if tuple(wordings) == self._wordings:
            return
        self._wordings = tuple(wordings)
        self.setAccessibleName(self._wordings[0])
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the longest."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._wordings[0]) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for a few letters."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.averageCharWidth() * 8, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choose again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        room = self.width()
        fitting = (one for one in self._wordings if metrics.horizontalAdvance(one) <= room)
        shown = next(fitting, None)
        if shown is None:
            shown = metrics.elidedText(self._wordings[-1], Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown)


class WrappingText(Text):
    """Stays in one line where there is room, and breaks only where there is none.

    Qt's own wrapping label asks for a block as wide as it is pleasant, even beside empty space.
    """

    def __init__(self, role: Role = Role.BODY, *, tone: str = "text", bold: bool = False) -> None:
        super().__init__("", role, tone=tone, bold=bold, wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.height())
