"""The one window: its pages, its keys, its end. What it is made of is built by `window_parts`.

It comes up empty, with nothing but Qt loaded, and is filled when the program behind it is there. It knows its
pages only by `window_page`. It asks before it closes; what has to be stopped, others stop.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from inpost_desk.ui.window_page import (
    Closing,
    FillsScreen,
    HasKeys,
    HasRegions,
    MayClose,
    ShowsChapter,
    ShowsDrag,
    TakesFiles,
    chapter_of,
    scrollable,
)
from inpost_desk.ui.window_place import (
    Ground,
    keep_place,
    kept_ground,
    kept_page,
    paint_ground,
    take_place,
)
from inpost_desk.ui.window_regions import focus_into, go_to_next
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    # Loaded when the window is filled: it is on screen before that.
    from inpost_desk.settings import Account
    from inpost_desk.ui.desk import Desk, Notice
    from inpost_desk.ui.status import StatusText
    from inpost_desk.ui.window_parts import PageEntry

TITLE: Final = "InPost Desk"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a window leaves to the one that takes its place, in another language."""

    page: str
    notices: list[Notice]
    told: dict[str, StatusText]


class MainWindow(QWidget):
    """The program's window: empty, or filled with `pages` in the order of the rail, the first one shown."""

    stop_asked = Signal()
    """The window is about to close: whatever runs should stop after its present request."""
    closed = Signal()
    account_menu_asked = Signal(QPoint)
    way_out_asked = Signal()
    """Out of the demo or the sandbox."""
    new_shipment_asked = Signal()
    ground_painted = Signal()
    """The empty window is on screen."""

    def __init__(self, desk: Desk | None = None, pages: Sequence[PageEntry] = ()) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(TITLE)
        self._ground: Ground | None = None
        self._leaving = False
        # Whether there are pages to go to; None until it is filled.
        self._railed: bool | None = None
        if desk is not None:
            take_place(self, desk.data_dir)
            self.fill(desk, pages)

    def stand(self, data_dir: Path) -> None:
        """Take the place it had, empty, in the colours it had."""
        take_place(self, data_dir)
        self._ground = kept_ground(data_dir)

    def fill(self, desk: Desk, pages: Sequence[PageEntry]) -> None:
        """Put everything in, once."""
        from inpost_desk.ui.window_parts import Parts

        self._desk = desk
        self._entries = {one.key: one for one in pages}
        self._pages: dict[str, QWidget] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._before = ""
        self._now = ""
        self._instead: QWidget | None = None
        self._railed = True
        self._parts = parts = Parts(desk, pages, self)
        self.rail, self.strip, self.status = parts.rail, parts.strip, parts.status
        self._stack, self._frame, self._stopping = parts.stack, parts.frame, parts.stopping
        self._ground = None
        self._connect()
        self._set_keys()
        self._show_account()
        parts.frame.show()
        # A page that files are given to is there from the start.
        for one in [one for one in pages if one.first] or pages[:1]:
            self.open_page(one.key)
        if kept_page(desk.data_dir) in {one.key for one in pages if one.again}:
            self.open_page(kept_page(desk.data_dir))
        if self.isVisible():
            parts.drop.watch(self.windowHandle())

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return self._now

    @Slot(str)
    def open_page(self, key: str) -> None:
        """Show a page and put the focus where it was there last."""
        if key not in self._entries:
            return
        self._make(key)
        if key != self._now:
            self._before, self._now = self._now, key
        self.rail.select(key)
        if self._instead is None:
            self._stack.setCurrentWidget(self._areas[key])
            focus_into(self._pages[key])
        self._show_rail()

    def _make(self, key: str) -> None:
        if key not in self._pages:
            self._pages[key] = self._entries[key].make()
            self._areas[key] = scrollable(self._pages[key])
            self._stack.addWidget(self._areas[key])

    def page_widget(self, key: str) -> QWidget | None:
        """The page of that key, where it was opened before."""
        return self._pages.get(key)

    def show_instead(self, widget: QWidget, *, rail: bool = False) -> None:
        """Something that comes before the pages: the first start without the rail, a new shipment with it."""
        self.show_pages()
        self._instead = scrollable(widget)
        self._stack.addWidget(self._instead)
        self._stack.setCurrentWidget(self._instead)
        self._railed = rail
        self._show_rail()
        focus_into(widget)

    def show_pages(self) -> None:
        """Back from what was shown instead of them, which is deleted."""
        if self._instead is None:
            return
        if isinstance(leaving := self._shown(), Closing):
            leaving.closing()
        self._stack.removeWidget(self._instead)
        self._instead.deleteLater()
        self._instead = None
        self._railed = True
        self._show_rail()
        self.open_page(self._now)

    def take_files(self, paths: list[Path]) -> None:
        """Order files from outside: dropped, or given to a second start."""
        for key, page in self._pages.items():
            if isinstance(page, TakesFiles) and not self.stopping:
                self.show_pages()
                self.open_page(key)
                page.take_files(paths)
                return

    def come_forward(self) -> None:
        """Somebody started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def kept(self) -> Kept:
        """What the window that takes this one's place should show."""
        keep_place(self, self._desk.data_dir, self._now)
        return Kept(self._now, self.strip.notices(), self.status.told())

    def take_over(self, kept: Kept) -> None:
        """Show what the window before this one showed."""
        for notice in kept.notices:
            self.strip.put(notice)
        for part, value in kept.told.items():
            self.status.take(part, value)
        self.open_page(kept.page)

    def retire(self) -> None:
        """Another window takes this one's place: pages stop, nothing is asked."""
        self._tell_pages_closing()
        self._desk.noticed.disconnect(self.strip.put)
        self._desk.told.disconnect(self.status.take)
        self._leaving = True
        self.hide()

    def close_now(self) -> None:
        """Close without waiting any longer."""
        self._leaving = True
        self.close()

    @property
    def stopping(self) -> bool:
        """Whether it is about to close and waits for the last request."""
        return self._stopping.begun

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Ask the pages, finish what is under way, then close."""
        if self._ground is not None:
            event.accept()
        elif self._leaving or self._may_leave():
            self._leaving = True
            keep_place(self, self._desk.data_dir, self._now)
            event.accept()
            self.closed.emit()
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Files can be dropped on it as soon as the system knows the window."""
        super().showEvent(event)
        if self._ground is None:
            self._parts.drop.watch(self.windowHandle())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """By F11, or by the system's own way to the whole screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self._railed is not None:
            self._show_rail()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Its ground, while nothing stands on it yet."""
        del event
        if self._ground is not None:
            paint_ground(self, self._ground)
            self.ground_painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc, where nobody else wanted it, leads back."""
        if event.key() == Qt.Key.Key_Escape and self._before and self._instead is None:
            self.open_page(self._before)
        else:
            super().keyPressEvent(event)

    def _may_leave(self) -> bool:
        """Whether the window may close at once; else it is seen to that it closes later, or not."""
        if self._stopping.begun:
            self._stopping.insist()
            return False
        for key, page in self._pages.items():
            if isinstance(page, MayClose) and not page.may_close():
                self.show_pages()
                self.open_page(key)
                return False
        self._tell_pages_closing()
        self.stop_asked.emit()
        if not self._stopping.still_busy():
            return True
        self._frame.setEnabled(False)
        self._stopping.begin()
        return False

    def _tell_pages_closing(self) -> None:
        instead = [self._shown()] if self._instead is not None else []
        for page in (*self._pages.values(), *instead):
            if isinstance(page, Closing):
                page.closing()

    def _connect(self) -> None:
        self.rail.chosen.connect(self._chosen)
        self.status.account_menu_asked.connect(self.account_menu_asked)
        self._frame.pressed.connect(self.way_out_asked)
        self._stopping.finished.connect(self.close_now)
        drop = self._parts.drop
        drop.entered.connect(self._drag_entered)
        drop.left.connect(self._drag_left)
        # The program the files come from waits until the drop is over.
        drop.dropped.connect(self.take_files, Qt.ConnectionType.QueuedConnection)
        self._desk.session_changed.connect(self._show_account)
        self._desk.settings_changed.connect(self._show_account)

    def _set_keys(self) -> None:
        from inpost_desk.ui.window_parts import DIGITS

        keys = {
            "Ctrl+N": self.new_shipment_asked.emit,
            "F1": self.show_keys,
            "Shift+F1": self.show_guide,
            "F4": self.strip.press,
            "Shift+F4": self.strip.close_top,
            "F6": lambda: go_to_next(self._regions(), 1),
            "Shift+F6": lambda: go_to_next(self._regions(), -1),
            "F11": self._toggle_full_screen,
        }
        for key, called in keys.items():
            QShortcut(QKeySequence(key), self._frame).activated.connect(called)
        for page in self._entries:
            shortcut = QShortcut(QKeySequence(f"Ctrl+{DIGITS[page]}"), self._frame)
            shortcut.activated.connect(lambda page=page: self._chosen(page))

    @Slot(str)
    def _chosen(self, key: str) -> None:
        if key == "new":
            self.new_shipment_asked.emit()
        elif self._railed:
            # The owner may have put a PIN before the settings.
            self._desk.guard(key, partial(self._go_to, key))

    def _go_to(self, key: str) -> None:
        self.show_pages()
        self.open_page(key)

    @Slot()
    def show_keys(self) -> None:
        """F1: the keys of this page and of the window."""
        from inpost_desk.ui.window_parts import show_keys

        shown = self._shown()
        own: Sequence[tuple[str, str]] = shown.keys() if isinstance(shown, HasKeys) else ()
        there = self._instead is None
        entry = self._entries.get(self._now)
        heading = entry.word if entry and there else translate("ui", "Here")
        words = {one.key: one.word for one in self._entries.values()} if there else {}
        guide = self.show_guide if self._railed and "help" in self._entries else None
        show_keys(self, heading, own, words, guide=guide)

    @Slot()
    def show_guide(self) -> None:
        """Shift+F1: the guide, at the chapter about what is shown."""
        about = chapter_of(self._place(), self._shown())
        self._chosen("help")
        if isinstance(page := self._pages.get("help"), ShowsChapter):
            page.show_chapter(about)

    def _place(self) -> str:
        """The page of the rail that shows; what is shown instead of them is something new."""
        return self._now if self._instead is None else "new"

    def _shown(self) -> QWidget | None:
        if isinstance(self._instead, QScrollArea):
            return self._instead.widget()
        return self._pages.get(self._now)

    def _regions(self) -> list[QWidget]:
        shown = self._shown()
        inside = list(shown.regions()) if isinstance(shown, HasRegions) else [shown]
        every = [self.rail, self.strip, *inside, self._parts.hints, self.status]
        return [one for one in every if one]

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_rail(self) -> None:
        """Where a page fills the screen, Ctrl and the digits of the rail go on leading away from it."""
        shown, full = self._shown(), self.isFullScreen()
        fills = isinstance(shown, FillsScreen)
        self.rail.setVisible(bool(self._railed) and not (fills and full))
        self._parts.hints.go(self._place(), full=full)
        if isinstance(shown, FillsScreen):
            shown.show_full_screen(full=full)

    @Slot(list)
    def _drag_entered(self, paths: list[Path]) -> None:
        for page in self._pages.values():
            if isinstance(page, ShowsDrag):
                page.drag_entered(paths)

    @Slot()
    def _drag_left(self) -> None:
        for page in self._pages.values():
            if isinstance(page, ShowsDrag):
                page.drag_left()

    @Slot()
    def _show_account(self) -> None:
        account = self._account()
        self._parts.show_account(account)
        name = account.name or str(account.organization) if account else ""
        self.setWindowTitle(f"{TITLE} – {name}" if name else TITLE)

    def _account(self) -> Account | None:
        """The open account, by the newest name of it."""
        if self._desk.session is None:
            return None
        account = self._desk.session.account
        listed = (one for one in self._desk.settings.accounts if one.key == account.key)
        return next(listed, account)
