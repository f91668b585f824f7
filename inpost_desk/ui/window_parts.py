"""What the window is made of: rail, notices, pages, status bar, and round them the frame of what is not real.

Everything here is loaded after the window is on screen. What the parts do together is `window`'s business.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inpost_desk.settings import Account, Environment
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.hints import HintLine
from inpost_desk.ui.keys import KeyGroup, KeysDialog
from inpost_desk.ui.kit import EnvironmentFrame, Rail
from inpost_desk.ui.kit_rail import RailEntry
from inpost_desk.ui.notices import NoticeStrip
from inpost_desk.ui.status import Status, kind_of
from inpost_desk.ui.stopping import Stopping
from inpost_desk.ui.window_files import FileDrop
from inpost_desk.wording.speech import translate

STATION: Final = "station"
ORDERS: Final = "orders"
SHIPMENTS: Final = "shipments"
PICKUP: Final = "pickup"
SETTINGS: Final = "settings"
HELP: Final = "help"
NEW: Final = "new"
DIGITS: Final = {STATION: 1, ORDERS: 2, SHIPMENTS: 3, PICKUP: 4, SETTINGS: 5, HELP: 6}


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page and its place on the rail. It is made when it is first opened.

    The `first` one is shown at the start; one that comes up `again` where it was shown last.
    """

    key: str
    icon: str
    word: str
    make: Callable[[], QWidget]
    first: bool = False
    again: bool = False


class Parts:
    """The parts of one window, laid out in it."""

    def __init__(self, desk: Desk, pages: Sequence[PageEntry], window: QWidget) -> None:
        self.rail = _rail(pages)
        self.strip = NoticeStrip(desk)
        self.hints = HintLine(desk)
        self.status = Status(desk)
        self.stack = QStackedWidget()
        self.frame = EnvironmentFrame(self._content())
        around = QVBoxLayout(window)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.frame)
        self.stopping = Stopping(desk.lanes, window)
        self.drop = FileDrop(window)

    def show_account(self, account: Account | None) -> None:
        """Where the work is done: frame and status bar."""
        self.status.show_account(account)
        self.status.show_printer()
        kind = kind_of(account) if account else ""
        sentence, button = _environment_words(kind)
        self.frame.set_environment(kind or str(Environment.PRODUCTION), sentence, button)

    def _content(self) -> QWidget:
        pages = QVBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.strip)
        pages.addWidget(self.stack, 1)
        pages.addWidget(self.hints)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(pages, 1)
        content = QWidget()
        # Behind a page's scroll bars the frame's stripes would show.
        content.setAutoFillBackground(True)
        all_of_it = QVBoxLayout(content)
        all_of_it.setContentsMargins(0, 0, 0, 0)
        all_of_it.setSpacing(0)
        all_of_it.addLayout(middle, 1)
        all_of_it.addWidget(self.status)
        return content


def help_entry(desk: Desk) -> PageEntry:
    """The guides' place on the rail."""

    def make() -> QWidget:
        from inpost_desk.ui.help.page import HelpPage

        return HelpPage(desk)

    return PageEntry(HELP, "help", translate("ui", "Help"), make)


def show_keys(
    window: QWidget,
    heading: str,
    own: Sequence[tuple[str, str]],
    pages: Mapping[str, str],
    *,
    guide: Callable[[], None] | None,
) -> None:
    """F1: the keys of what is shown and of the window; `pages` are the words of those that can be opened.

    `guide` opens the help, where there is a way to it.
    """
    of_window = everywhere(pages, guided=guide is not None)
    groups = [KeyGroup(heading, own), KeyGroup(translate("ui", "Everywhere"), of_window)]
    dialog = KeysDialog(groups, window, guided=guide is not None)
    if guide is not None:
        dialog.guide_asked.connect(guide)
    dialog.open()


def everywhere(pages: Mapping[str, str], *, guided: bool) -> list[tuple[str, str]]:
    """The window's own keys, where those pages can be opened."""
    guide = [("Shift+F1", translate("ui", "The guide to this page"))] if guided else []
    return [
        *((f"Ctrl+{DIGITS[key]}", word) for key, word in pages.items()),
        ("Ctrl+N", translate("ui", "New shipment")),
        ("F1", translate("ui", "These keys")),
        *guide,
        ("F4", translate("ui", "What the notice offers")),
        ("Shift+F4", translate("ui", "Close the notice")),
        ("F6 / Shift+F6", translate("ui", "Next or previous part of the window")),
        ("F11", translate("ui", "Full screen and back")),
        ("F12 / Shift+F12", translate("ui", "Put the hint away, or all hints")),
        ("Esc", translate("ui", "Back")),
    ]


def _environment_words(kind: str) -> tuple[str, str]:
    """What the frame says, and the button that leads out of it."""
    if kind == Environment.DEMO:
        return (
            translate("ui", "nothing is sent or paid · labels say SPECIMEN"),
            translate("ui", "Connect my account"),
        )
    if kind == Environment.SANDBOX:
        return (
            translate("ui", "InPost's trial environment · no courier comes, labels say SPECIMEN"),
            translate("ui", "Go to production"),
        )
    return "", ""


def _rail(pages: Sequence[PageEntry]) -> Rail:
    entries = [RailEntry(one.key, one.icon, one.word, str(DIGITS[one.key])) for one in pages]
    foot = (HELP, SETTINGS)
    above = [one for one in entries if one.key not in foot]
    above.append(RailEntry(NEW, "plus", translate("ui", "New"), "Ctrl+N", page=False))
    rail = Rail(above, [one for one in entries if one.key in foot])
    rail.setAccessibleName(translate("ui", "Pages"))
    return rail
