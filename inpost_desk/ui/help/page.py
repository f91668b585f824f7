"""The Help page: the guides and their chapters at the left, the text at the right, a search above both."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.background import FETCH
from inpost_desk.errors import FileTrouble
from inpost_desk.ui.desk import INFORMATION, Desk, Notice
from inpost_desk.ui.help.contents import Contents
from inpost_desk.ui.help.guides import GUIDES, Guide, letters, read_guides
from inpost_desk.ui.help.header import HelpHeader
from inpost_desk.ui.help.paper import write_paper
from inpost_desk.ui.help.reader import GuideText
from inpost_desk.ui.kit import Ground, Line
from inpost_desk.ui.opening import open_file
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.wording.speech import spoken, translate

ABOUT: Final = {
    "station": "packer.md#station",
    "orders": "owner.md#orders",
    "new": "owner.md#new-shipment",
    "shipments": "owner.md#shipments",
    "pickup": "owner.md#pickup",
    "settings": "owner.md#settings",
    "settings.account": "owner.md#account",
    "settings.sending": "owner.md#sending",
    "settings.printer": "owner.md#printers",
    "settings.station": "owner.md#scanner",
    "settings.pickup": "owner.md#pickup",
    "settings.data": "owner.md#data",
    "settings.computer": "owner.md#troubles",
}
"""The chapter about each page of the rail and of its sections, by names that stand in the guides of both
languages."""
_FOLDS_BELOW: Final = 860
"""Narrower than this the text needs all the room."""
_WEB: Final = ("http", "https", "mailto")


class HelpPage(Ground):
    """Reads the guides on a lane when it is made; nobody waits for them."""

    def __init__(self, desk: Desk, language: str = "") -> None:
        """`language` where the guides are read in another one than is spoken."""
        super().__init__("surface")
        self._desk = desk
        self._guides: dict[str, Guide] = {}
        self._wanted = ""
        self._before: list[tuple[str, int]] = []
        self._counts: dict[str, int] = {}
        self._side_wanted = True
        self.header = HelpHeader()
        self.contents = Contents()
        self.text = GuideText()
        self._lay_out()
        self._connect()
        self._set_keys()
        language = language or spoken()
        desk.lanes.start(
            FETCH, lambda: read_guides(language), done=while_alive(self, self.take_guides)
        )

    # What the window asks of a page

    def keys(self) -> Sequence[tuple[str, str]]:
        """For F1."""
        return (
            ("Ctrl+F", translate("ui", "Search in the guides")),
            ("Enter", translate("ui", "Next place found, or follow the link")),
            ("F3 / Shift+F3", translate("ui", "Next or previous place found")),
            ("Alt+←", translate("ui", "Back to where you read before")),
            ("Tab", translate("ui", "Next link")),
            ("Ctrl+P", translate("ui", "This guide as A4 pages, to print")),
            ("F9", translate("ui", "Show or hide the chapters")),
            ("Esc", translate("ui", "Back")),
        )

    def regions(self) -> Sequence[QWidget]:
        """For F6."""
        return (self.text, self.header, self.contents)

    def show_chapter(self, about: str) -> None:
        """The chapter about that page of the rail, or section of it as `settings.data`."""
        place = ABOUT.get(about) or ABOUT.get(about.partition(".")[0])
        if place is not None:
            self.open_place(place)

    # What is shown

    def take_guides(self, guides: Sequence[Guide]) -> None:
        """They were read."""
        self._guides = {one.key: one for one in guides}
        self.contents.show_guides(guides)
        if guides:
            self.open_place(self._wanted or f"{guides[0].key}.md")

    def open_place(self, place: str) -> None:
        """Show `packer.md#station`, where there is such a guide; `#station` is in the present one."""
        if not self._guides:
            self._wanted = place
            return
        file, _, name = place.partition("#")
        present = self.text.guide
        key = PurePosixPath(file).stem or (present.key if present else "")
        guide = self._guides.get(key)
        if guide is not None:
            self._keep_place()
            self.open_chapter(key, guide.at(name) or 0)

    def open_chapter(self, key: str, chapter: int) -> None:
        """Show that chapter of that guide."""
        if self.text.guide is not self._guides[key]:
            self.text.show_guide(self._guides[key])
            self._show_found()
        self.text.go_to(chapter)

    def go_back(self) -> None:
        """To where a link was followed, or a chapter chosen."""
        if self._before:
            key, height = self._before.pop()
            self.open_chapter(key, 0)
            self.text.verticalScrollBar().setValue(height)
            self.text.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The contents fold where there is no room."""
        super().resizeEvent(event)
        self._side_wanted = self.width() >= _FOLDS_BELOW
        self.header.set_narrow(narrow=not self._side_wanted)
        self._fold()

    def _lay_out(self) -> None:
        # The order of the Tab key: whoever comes here wants to read.
        for part in (self.text, self.contents, self.header):
            part.setParent(self)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.contents)
        self._edge = Line(Qt.Orientation.Vertical)
        body.addWidget(self._edge)
        body.addWidget(self.text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(Line())
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self.text.asked.connect(self._follow)
        self.text.reached.connect(self._reached)
        self.contents.chosen.connect(self._chosen)
        self.header.searched.connect(self._search)
        self.header.stepped.connect(self._step)
        self.header.left.connect(self.text.setFocus)
        self.header.print_button.clicked.connect(self._print)
        self.header.contents_button.clicked.connect(self._toggle_contents)

    def _set_keys(self) -> None:
        for keys, called in (
            ("Ctrl+F", self.header.go_to_search),
            ("F3", lambda: self._step(1)),
            ("Shift+F3", lambda: self._step(-1)),
            ("Alt+Left", self.go_back),
            ("Ctrl+P", self._print),
            ("F9", self._toggle_contents),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(called)

    def _fold(self) -> None:
        self.contents.setVisible(self._side_wanted)
        self._edge.setVisible(self._side_wanted)

    def _toggle_contents(self) -> None:
        self._side_wanted = not self._side_wanted
        self._fold()
        (self.contents if self._side_wanted else self.text).setFocus()

    def _keep_place(self) -> None:
        if self.text.guide is not None:
            self._before.append((self.text.guide.key, self.text.verticalScrollBar().value()))

    def _chosen(self, key: str, chapter: int) -> None:
        self._keep_place()
        self.open_chapter(key, chapter)

    def _reached(self, chapter: int) -> None:
        if self.text.guide is not None:
            self.contents.mark(self.text.guide.key, chapter)

    def _follow(self, target: str) -> None:
        if QUrl(target).scheme() not in _WEB:
            self.open_place(target)
        elif not QDesktopServices.openUrl(QUrl(target)):
            words = translate("ui", "This computer has no program that opens this address.")
            self._desk.notify(Notice("open", INFORMATION, words, target))

    # Searching

    def _search(self, words: str) -> None:
        self.text.search(words)
        self._show_found()
        if words:
            self._step(1, here=True)

    def _show_found(self) -> None:
        """How often the words stand in each guide."""
        words = letters(self.header.words())
        counts = {
            key: one.letters.count(words) if words else 0 for key, one in self._guides.items()
        }
        if self.text.guide is not None:
            counts[self.text.guide.key] = self.text.found
        self._counts = counts
        self.contents.show_counts(counts)
        self.header.show_found(0, self.text.found, elsewhere=sum(counts.values()))

    def _step(self, step: int, *, here: bool = False) -> None:
        """To the next place; from the last one of a guide without any, into the guide that has some."""
        if not self.text.found and not here:
            key = next((one for one, count in self._counts.items() if count), "")
            if not key:
                return
            self._keep_place()
            self.open_chapter(key, 0)
        number = self.text.go_to_found(step, again=here)
        self.header.show_found(number, self.text.found, elsewhere=sum(self._counts.values()))

    def _print(self) -> None:
        """As a file of A4 pages: the usual printer of a packing table holds labels."""
        if self.text.guide is not None:
            name = translate("ui", GUIDES[self.text.guide.key])
            folder = self._desk.data_dir / "guides"
            try:
                open_file(self._desk, write_paper(self.text.guide, name, folder=folder))
            except FileTrouble as trouble:
                self._desk.report(trouble)
