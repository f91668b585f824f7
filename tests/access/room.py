"""Whether every text that is shown has room: not cut by its own widget or one round it, not shortened unsaid.

What scrolls may lie outside; the one main action of a page may not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)

from inpost_desk.ui.kit_button import KeyButton
from tests.access.texts import Painted, Written

# Figures of the last letter's slant and the rounding of places; a cut of that size is no cut of a letter.
LEEWAY = 2.0
ELLIPSIS = "…"


def cramped(top: QWidget, written: Written) -> Iterator[str]:
    """What has too little room in that window or dialog; `written` is all that is written in it."""
    for widget, painted in written:
        yield from _cut(widget, painted)
        yield from _shortened(widget, painted)
        yield from _overlapping(widget, painted)
    yield from _sideways(top)
    yield from _hidden_actions(top)


def name_of(widget: QWidget) -> str:
    """The widget by what it is and where."""
    parent = widget.parentWidget()
    above = f"{type(parent).__name__} > " if parent is not None else ""
    return f"{above}{type(widget).__name__}"


def _cut(widget: QWidget, painted: Sequence[Painted]) -> Iterator[str]:
    """Texts that leave what they are painted on, or the widgets round it."""
    if _scrolls(widget) or (isinstance(widget, QLineEdit) and widget.text()):
        return
    if isinstance(widget, QComboBox) and widget.toolTip():
        return
    seen = _seen(widget)
    for one in painted:
        place = one.place.adjusted(LEEWAY, one.place.height() / 6, -LEEWAY, -one.place.height() / 6)
        if one.clip is not None and not one.clip.contains(place):
            yield f"cut by its clip: {name_of(widget)}: {one.text}"
        elif not QRectF(widget.rect()).contains(place):
            yield f"cut by itself: {name_of(widget)}: {one.text}"
        elif not QRectF(seen).contains(place):
            yield f"cut by what is round it: {name_of(widget)}: {one.text}"


def _scrolls(widget: QWidget) -> bool:
    """The viewport of something that scrolls its own texts."""
    area = widget.parentWidget()
    return isinstance(area, QAbstractItemView | QPlainTextEdit | QTextEdit | QHeaderView) and (
        area.viewport() is widget
    )


def _seen(widget: QWidget) -> QRect:
    """What the widgets round it leave of it, in its own coordinates; a place that scrolls takes nothing."""
    seen = widget.rect().adjusted(-4, -4, 4, 4)
    here = widget
    while (parent := here.parentWidget()) is not None and not here.isWindow():
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            break
        corner = widget.mapFrom(parent, QPoint(0, 0))
        seen = seen.intersected(QRect(corner, parent.size()))
        here = parent
    return seen


def _shortened(widget: QWidget, painted: Sequence[Painted]) -> Iterator[str]:
    """Texts with dots at the end that are not their own, where pointing at them does not tell the rest."""
    if isinstance(widget.parentWidget(), QTextEdit | QPlainTextEdit):
        return
    cut = [one for one in painted if ELLIPSIS in one.text]
    own = _own_words(widget) if cut else ""
    # Of a table the first row stands for all.
    for one in cut[:1] if _scrolls(widget) else cut:
        if one.text.strip() not in own and not _told(widget, one):
            yield f"shortened, and nothing tells the rest: {name_of(widget)}: {one.text}"


def _own_words(widget: QWidget) -> str:
    said = [widget.accessibleName(), widget.accessibleDescription()]
    said += [one.text().replace("&", "") for one in widget.actions()]
    for name in ("text", "placeholderText", "currentText", "words"):
        value = getattr(widget, name, None)
        if callable(value):
            said.append(str(value()))
    return "\n".join(said)


def _told(widget: QWidget, one: Painted) -> bool:
    """Whether a tip comes up where the mouse rests on it."""
    if widget.toolTip() or isinstance(widget, QComboBox):
        return True
    where = one.place.center().toPoint()
    if not widget.rect().contains(where):
        return True
    QToolTip.hideText()
    there = widget.mapToGlobal(where)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, where, there))
    told = bool(QToolTip.text())
    QToolTip.hideText()
    return told


def _overlapping(widget: QWidget, painted: Sequence[Painted]) -> Iterator[str]:
    """Two texts of one widget in the same place."""
    ordered = sorted(painted, key=lambda one: one.place.top())
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.place.top() > one.place.bottom():
                break
            both = one.place.intersected(other.place)
            if both.width() > 2 * LEEWAY and both.height() > one.place.height() / 3:
                yield f"over each other: {name_of(widget)}: {one.text} / {other.text}"


def _sideways(top: QWidget) -> Iterator[str]:
    """A page that has to be scrolled from side to side; tables may."""
    for area in top.findChildren(QAbstractScrollArea):
        if not area.isVisible() or isinstance(area, QAbstractItemView):
            continue
        bar = area.horizontalScrollBar()
        if bar.maximum() > bar.minimum() and bar.isVisible():
            yield f"scrolls sideways by {bar.maximum()}: {name_of(area)}"


def _hidden_actions(top: QWidget) -> Iterator[str]:
    """The main action of a page is there without scrolling."""
    for button in top.findChildren(KeyButton):
        if not button.isVisible() or button._name != "accent":
            continue
        shown = button.visibleRegion().boundingRect()
        if not shown.adjusted(-1, -1, 1, 1).contains(button.rect()):
            yield f"the main action is not in sight: {name_of(button)}: {button.words()}"
