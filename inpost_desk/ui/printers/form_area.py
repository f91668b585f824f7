"""The room of a form: it scrolls by itself, or stands there whole in a page that scrolls."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

_LEAST: Final = 220


class FormArea(QScrollArea):
    """Scrolls downwards only."""

    def __init__(self, form: QWidget) -> None:
        super().__init__()
        self._form = form
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(form)
        form.installEventFilter(self)
        self.set_whole(whole=False)

    def set_whole(self, *, whole: bool) -> None:
        """Whether it asks for the height of all of the form."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(whole)
        self.setSizePolicy(policy)
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOff if whole else bar.ScrollBarAsNeeded)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """All of the form."""
        return self._form.heightForWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As `minimumSizeHint`: it takes the room there is."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as the form, and a few fields high."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._form.minimumSizeHint().width() + bar, _LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A field more or less is another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
