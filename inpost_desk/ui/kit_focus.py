"""The focus frame round a control, outside of it: a stylesheet can only draw inside.

One frame per window or scroll area, laid over what has the focus; a click with the mouse shows none.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from inpost_desk.ui import look

_RADIUS: Final = "focus_radius"
_ON_DARK: Final = "focus_on_dark"
_MOVES: Final = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}
)
_REACH: Final = 2 * look.FOCUS


def frame_outside(widget: QWidget, *, radius: int = look.RADIUS, on_dark: bool = False) -> None:
    """Show the focus of that widget by a frame round it; `on_dark` for the rail, dark in both looks."""
    widget.setProperty(_RADIUS, radius)
    widget.setProperty(_ON_DARK, on_dark)
    widget.installEventFilter(_watcher())


class FocusFrame(QWidget):
    """The frame itself. It takes no clicks and follows what it frames."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []

    def frame(self, target: QWidget) -> None:
        """Stand round that widget from now on."""
        self.release()
        self._target = target
        step: QWidget | None = target
        while step is not None and step is not self.parentWidget():
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self._place()

    def release(self) -> None:
        """Frame nothing."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the target and everything it lies in."""
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the frame."""
        del event
        if self._target is None:
            return
        worn = look.colours()
        on_dark = bool(self._target.property(_ON_DARK))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(worn.accent if on_dark else worn.focus), look.FOCUS))
        half = look.FOCUS / 2
        inner = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = float(self._target.property(_RADIUS)) + _REACH - half
        painter.drawRoundedRect(inner, radius, radius)
        painter.end()

    def _place(self) -> None:
        target, host = self._target, self.parentWidget()
        if target is None or host is None or not target.isVisibleTo(host):
            self.hide()
            return
        place = QRect(target.mapTo(host, QPoint(0, 0)), target.size())
        self.setGeometry(place.adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.raise_()
        self.show()


class _Watcher(QObject):
    """Sees the focus come and go."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(watched, QWidget):
            if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
                if event.reason() != Qt.FocusReason.MouseFocusReason:
                    _frame_of(watched).frame(watched)
            elif event.type() == QEvent.Type.FocusOut:
                _frame_of(watched).release()
        return super().eventFilter(watched, event)


_watchers: list[_Watcher] = []


def _watcher() -> _Watcher:
    if not _watchers:
        _watchers.append(_Watcher(QApplication.instance()))
    return _watchers[0]


def _frame_of(widget: QWidget) -> FocusFrame:
    host = _host(widget)
    found = host.findChild(FocusFrame, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, FocusFrame) else FocusFrame(host)


def _host(widget: QWidget) -> QWidget:
    """The window, or the scroll area's ground nearest to the widget: there the frame is cut as it is."""
    step = widget
    while (above := step.parentWidget()) is not None and not step.isWindow():
        if step is not widget and isinstance(above, QAbstractScrollArea):
            return step
        step = above
    return step
