"""What a page may offer to the window around it. Every part is optional; a page is a widget, no more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


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
class Closing(Protocol):
    """A page with something to stop."""

    def closing(self) -> None:
        """Stop timers, and runs after the request under way: this page is shown no more."""
