"""The window's pages and what leads from one thing to another: accounts, language, first start, files."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from inpost_desk.app_after import AfterTheLabel
from inpost_desk.app_alone import AT_WORK, Alone
from inpost_desk.app_session import Given, OpenAccount, demo_account, first_account
from inpost_desk.background import KEYRING, LANES
from inpost_desk.domain.scan import Scan
from inpost_desk.errors import Trouble
from inpost_desk.settings import Account, Environment
from inpost_desk.ui.accounts import DEMO_KEY, Accounts, AccountSwitcher
from inpost_desk.ui.care import Care
from inpost_desk.ui.desk import INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.listening import Listening
from inpost_desk.ui.printer_watch import PrinterWatch
from inpost_desk.ui.reading_first import ReadingFirst
from inpost_desk.ui.scanner import Scanner
from inpost_desk.ui.station.table import PackingTable
from inpost_desk.ui.window import MainWindow
from inpost_desk.ui.window_page import go_to_section, section_of
from inpost_desk.ui.window_parts import ORDERS, SETTINGS, PageEntry, help_entry
from inpost_desk.ui.window_parts import STATION as STATION_PAGE
from inpost_desk.ui.window_place import window_settings
from inpost_desk.ui.window_regions import take_focus_from
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.ui.shipment.beginning import Beginning


class Program(QObject):
    """What a person calls the program: one window at a time, one account at a time."""

    closed = Signal()
    window_changed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        given: Given,
        *,
        speak: Callable[[str], None],
        wear: Callable[[str], None],
        window: MainWindow | None = None,
    ) -> None:
        """`window` is the empty one that is on screen already."""
        super().__init__()
        self._desk, self._given, self._speak, self._wear = desk, given, speak, wear
        self.accounts = Accounts(desk, parent=self)
        self.account = OpenAccount(desk, given=given, kept=self.accounts.session_tokens)
        desk.alone = Alone(desk, self.account, given=given, parent=self)
        self.listening = Listening(desk, self)
        self.care = Care(desk, self)
        self.reading_first = ReadingFirst(desk, self)
        self._files: list[Path] = []
        self._language: str | None = None
        self._before: list[MainWindow] = []
        self._greeting = False
        self.scanner = Scanner(desk, known=self._known_code)
        self.window = self._new_window(window)
        self.scanner.scanned.connect(self._scanned)
        self.scanner.heard.connect(self._heard)
        self.accounts.added.connect(self._account_added)
        self.accounts.removed.connect(self._account_removed)
        self.account.opened.connect(self._import_waiting)
        self.account.settings_asked.connect(self._open_settings)
        self.care.settings_asked.connect(self._open_settings)
        self.reading_first.settings_asked.connect(self._open_settings)
        # Queued: a lane says that it is idle before the page has heard of the result.
        queued = Qt.ConnectionType.QueuedConnection
        desk.lanes.changed.connect(self._lanes_changed, queued)

    def show(self) -> None:
        """The window comes up for the first time."""
        self.window.show()
        self.window_changed.emit(self.window)

    def open_first_account(self, file: Path | None) -> None:
        """Open what was open last, or ask; then import the file."""
        if file is not None:
            self._files.append(file.absolute())
        try:
            account = first_account(self._desk.settings, self._given)
        except Trouble as trouble:
            self._desk.report(trouble)
            return
        if account is None:
            self.greet()
        else:
            self.account.open(account)

    def settings_came(self, language: str) -> None:
        """They were held by another program when the window was built."""
        account = None
        with contextlib.suppress(Trouble):
            account = first_account(self._desk.settings, self._given)
        if account is not None and self.account.account is None:
            self._greeting = False
            self.account.open(account)
        self._language = language
        self._exchange_window()

    def close(self) -> None:
        """As the window's own button."""
        self.window.close()

    def close_by_signal(self) -> None:
        """As the window's own button; asked again, at once."""
        if self.window.stopping:
            self.window.close_now()
        else:
            self.window.close()

    def called_again(self, file: Path | None) -> None:
        """Somebody started the program once more, perhaps with a file."""
        self.window.come_forward()
        if file is not None:
            self._files.append(file)
            self._import_waiting()

    @Slot()
    def new_shipment(self) -> None:
        """Ctrl+N: the wizard, with the draft that was kept."""
        from inpost_desk.ui.shipment.opening import open_wizard

        if not self._greeting:
            open_wizard(self._desk, self.window, self._open_settings)

    @Slot()
    def greet(self) -> None:
        """The first start: demo or own account."""
        from inpost_desk.ui.first_start import FirstStart

        page = FirstStart(self._desk, self.accounts)
        page.demo_asked.connect(self._start_demo)
        page.finished.connect(self._greeted)
        page.language_chosen.connect(self.change_language)
        self._greeting = True
        self.window.show_instead(page)

    @Slot(str)
    def change_language(self, language: str) -> None:
        """Speak it as soon as nothing is at work."""
        self._language = language
        if language != self._desk.settings.language:
            self._desk.change_settings(language=language)
        if self._at_work():
            self._desk.notify(
                Notice(
                    "language",
                    INFORMATION,
                    translate("ui", "The language changes as soon as the run has ended."),
                )
            )
        else:
            self._exchange_window()

    def drop_windows(self) -> None:
        """The end: no page lives any longer than this."""
        for window in (*self._before, self.window):
            take_focus_from(window)
            window.deleteLater()
        self._before.clear()

    def _new_window(self, empty: MainWindow | None = None) -> MainWindow:
        self.table = self._new_table()
        self.after = self._new_after(self.table)
        if empty is None:
            window = MainWindow(self._desk, self._pages())
        else:
            window = empty
            window.fill(self._desk, self._pages())
        self.after.belong_to(window)
        for part in (self.table, self.after, self.listening, self.care, self.reading_first):
            window.closed.connect(part.stop)
        window.closed.connect(self.closed)
        window.account_menu_asked.connect(self._show_accounts)
        window.way_out_asked.connect(self._leave_trial)
        window.new_shipment_asked.connect(self.new_shipment)
        # The window's own, so that they speak the window's language.
        PrinterWatch(self._desk, window)
        return window

    def _new_table(self) -> PackingTable:
        table = PackingTable(self._desk)
        table.wanted.connect(self._show_station)
        table.wizard_asked.connect(self._open_wizard)
        self._desk.guard = table.guard.ask
        return table

    def _new_after(self, table: PackingTable) -> AfterTheLabel:
        after = AfterTheLabel(self._desk, table, self)
        after.settings_asked.connect(self._open_settings)
        after.wizard_asked.connect(self._open_wizard)
        self.listening.reread.connect(after.reread)
        return after

    def _known_code(self, text: str) -> bool:
        """Whether that is an order's reference, where it is too short to be told from typing."""
        return self.table.knows(text)

    @Slot(object)
    def _scanned(self, scan: Scan) -> None:
        if not self.after.takes(scan):
            self.table.scanned(scan)

    @Slot(bool)
    def _heard(self, hearing: bool) -> None:  # noqa: FBT001 - a slot
        self.table.clerk.heard(hearing)

    @Slot()
    def _show_station(self) -> None:
        # A menu on the page before would stay open, and take the keys that answer the station.
        while (menu := QApplication.activePopupWidget()) is not None:
            menu.close()
        if self._greeting:
            return
        # The wizard may lie over the page itself.
        self.window.show_pages()
        if self.window.page != STATION_PAGE:
            self.window.open_page(STATION_PAGE)

    @Slot(object)
    def _open_wizard(self, begun: Beginning) -> None:
        from inpost_desk.ui.shipment.opening import show_wizard

        show_wizard(self._desk, self.window, self._open_settings, begun)

    def _pages(self) -> list[PageEntry]:
        return [
            PageEntry(
                STATION_PAGE, "scan", translate("ui", "Station"), self.table.page, again=True
            ),
            PageEntry(ORDERS, "orders", translate("ui", "Orders"), self._orders_page, first=True),
            *self.after.entries(),
            help_entry(self._desk),
            PageEntry(SETTINGS, "settings", translate("ui", "Settings"), self._settings_page),
        ]

    def _orders_page(self) -> QWidget:
        from inpost_desk.ui.orders.page import OrdersPage

        page = OrdersPage(self._desk, kept=window_settings(self._desk.data_dir))
        page.settings_asked.connect(self._open_settings)
        page.go_beside(self.table)
        return page

    @Slot(str)
    def _open_settings(self, section: str) -> None:
        """Where what is missing can be set, as `SettingsPage.open_place` knows it."""
        self._desk.guard(SETTINGS, lambda: self._open_section(section))

    def _open_section(self, section: str) -> None:
        from inpost_desk.ui import settings_page

        self.window.open_page(SETTINGS)
        page = self.window.page_widget(SETTINGS)
        if isinstance(page, settings_page.SettingsPage):
            page.open_place(section)

    def _settings_page(self) -> QWidget:
        from inpost_desk.ui.settings_page import SettingsPage

        page = SettingsPage(self._desk, self.accounts)
        page.language_chosen.connect(self.change_language)
        page.look_chosen.connect(self._wear)
        page.sheet_asked.connect(self.table.sheets.print)
        return page

    def _exchange_window(self) -> None:
        language, self._language = self._language, None
        if language is None:
            return
        self._speak(language)
        self._desk.withdraw("language")
        old, table, after = self.window, self.table, self.after
        kept, section = old.kept(), section_of(old.page_widget(old.page))
        table.stop()
        after.stop()
        # They end with their window.
        table.setParent(old)
        after.setParent(old)
        self.window = self._new_window()
        self.table.take_over(table)
        self.window.take_over(kept)
        go_to_section(self.window.page_widget(kept.page), section)
        if self._greeting:
            self.greet()
        self.window.show()
        old.retire()
        self._before.append(old)
        self.window_changed.emit(self.window)
        self._delete_windows()

    @Slot()
    def _lanes_changed(self) -> None:
        if self._language is not None and not self._at_work():
            self._exchange_window()
        self._delete_windows()

    def _delete_windows(self) -> None:
        """Once no job is left that would tell its result to a page of the old window."""
        if any(self._desk.lanes.busy(lane) for lane in LANES if lane != KEYRING):
            return
        for window in self._before:
            take_focus_from(window)
            window.deleteLater()
        self._before.clear()

    def _at_work(self) -> bool:
        return any(self._desk.lanes.busy(lane) for lane in AT_WORK)

    @Slot(QPoint)
    def _show_accounts(self, corner: QPoint) -> None:
        menu = AccountSwitcher(self._desk, self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(self._switch)
        menu.add_asked.connect(self.greet)
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    @Slot(str)
    def _switch(self, key: str) -> None:
        if key == DEMO_KEY:
            self._open(demo_account())
            return
        for account in self._desk.settings.accounts:
            if account.key == key:
                self._open(account)

    def _open(self, account: Account, token: str = "") -> None:
        if self._at_work():
            self._desk.notify(
                Notice(
                    "account",
                    WARNING,
                    translate("ui", "Another account can be opened when the run has ended."),
                )
            )
            return
        self.account.open(account, token=token)

    @Slot()
    def _start_demo(self) -> None:
        self._greeted()
        self._open(demo_account())

    @Slot()
    def _greeted(self) -> None:
        self._greeting = False
        self.window.show_pages()

    @Slot()
    def _leave_trial(self) -> None:
        """Out of the sandbox to the real account where there is one; else it is asked for."""
        present = self.account.account
        listed = self._desk.settings.accounts
        real = [one for one in listed if one.environment == Environment.PRODUCTION]
        if present is not None and present.environment == Environment.SANDBOX and real:
            self._open(real[0])
        else:
            self.greet()

    @Slot(object, str, bool)
    def _account_added(self, account: Account, token: str, _stored: bool) -> None:  # noqa: FBT001
        self._open(account, token)

    @Slot(str)
    def _account_removed(self, key: str) -> None:
        present = self.account.account
        if present is None or present.key != key:
            return
        left = first_account(self._desk.settings, Given())
        if left is None:
            self.account.leave()
            self.greet()
        else:
            self.account.open(left)

    @Slot()
    def _import_waiting(self) -> None:
        """Files wait for an account to be open."""
        if self._files and self._desk.session is not None and not self._greeting:
            files, self._files = self._files, []
            self.window.take_files(files)
