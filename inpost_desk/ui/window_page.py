"""What a page may offer to the window around it. Every part is optional; a page is a widget, no more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QLayoutItem, QScrollArea, QWidget

from inpost_desk.ui.kit_stack import Stack


@runtime_checkable
class HasKeys(Protocol):
    """A page with keys of its own, for F1."""

    def keys(self) -> Sequence[tuple[str, str]]:
        """Each key as it stands on the keyboard, and what it does in words."""


@runtime_checkable
class HasRegions(Protocol):
    """A page with several parts that F6 goes to."""

    def regions(self) -> Sequence[QWidget]:
        """The parts in reading order; those not visible are left out by the window."""


@runtime_checkable
class TakesFiles(Protocol):
    """The page that order files dropped anywhere go to."""

    def take_files(self, paths: list[Path]) -> None:
        """Files (or folders, or pictures: the page says what it cannot use) given by the user."""


@runtime_checkable
class ShowsDrag(Protocol):
    """A page that shows where a file would go."""

    def drag_entered(self, paths: list[Path]) -> None:
        """Files are being dragged over the window."""

    def drag_left(self) -> None:
        """They are gone, or were dropped."""


@runtime_checkable
class MayClose(Protocol):
    """A page that may have something to ask before the window closes."""

    def may_close(self) -> bool:
        """False where the page shows a question instead."""


@runtime_checkable
class FillsScreen(Protocol):
    """A page with a bar of its own, which has the whole screen for itself without the rail."""

    def show_full_screen(self, *, full: bool) -> None:
        """The window took the whole screen, or gave it back."""


@runtime_checkable
class HasSections(Protocol):
    """A page of several sections: in another language it comes up at the same one."""

    def section(self) -> int:
        """The section that is shown."""

    def go_to_section(self, number: int) -> None:
        """Show that section."""


@runtime_checkable
class HasChapter(Protocol):
    """A page whose sections have chapters of their own in the guides."""

    def chapter(self) -> str:
        """The name of the section that is shown."""


def chapter_of(place: str, page: QWidget | None) -> str:
    """What the guide is asked for there: the page of the rail, and its section where it has some."""
    return f"{place}.{page.chapter()}" if isinstance(page, HasChapter) else place


def section_of(page: QWidget | None) -> int:
    """The section such a page shows, 0 of others."""
    return page.section() if isinstance(page, HasSections) else 0


def go_to_section(page: QWidget | None, number: int) -> None:
    """Show it there, if it is such a page."""
    if isinstance(page, HasSections):
        page.go_to_section(number)


@runtime_checkable
class Closing(Protocol):
    """A page with something to stop."""

    def closing(self) -> None:
        """Stop timers, and runs after the request under way: this page is shown no more."""


@runtime_checkable
class ShowsChapter(Protocol):
    """The page with the guides."""

    def show_chapter(self, about: str) -> None:
        """The chapter about that page of the rail."""


class LeastHigh:
    """Of a page, parts below each other, that scrolls only where not even its least height has room.

    Qt asks a page with lines that break how high it would like to be, what is hidden in it included, and
    scrolls where there is less.
    """

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The least height at that width."""
        layout: QLayout = self.layout()  # type: ignore[attr-defined]
        edges = layout.contentsMargins()
        return edges.top() + edges.bottom() + _least(layout, width)


def _least(item: QLayoutItem, width: int) -> int:
    inside, row = item.widget(), item.layout()
    if isinstance(inside, Stack):
        return inside.heightForWidth(width)
    if isinstance(row, QBoxLayout):
        parts = [one for at in range(row.count()) if (one := row.itemAt(at)) is not None]
        if row.direction() is QBoxLayout.Direction.LeftToRight:
            # Beside each other: as wide as they lie now.
            return max((_least(one, one.geometry().width()) for one in parts), default=0)
        between = max(0, row.spacing()) * max(0, len(parts) - 1)
        return between + sum(_least(one, width) for one in parts)
    tall = item.minimumSize().height()
    return max(tall, item.minimumHeightForWidth(width)) if item.hasHeightForWidth() else tall


def scrollable(page: QWidget) -> QScrollArea:
    """At 200 % a page may need more room than the screen has."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
