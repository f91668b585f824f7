"""The settings: sections at the left, the form of one at the right. Every change is written at once.

What a section decides is in its own form; here they meet the settings and the way back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.domain.order import Person, Size
from inpost_desk.domain.order_shipment import Preset
from inpost_desk.ui import look
from inpost_desk.ui.accounts import Accounts
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.hints import show_again
from inpost_desk.ui.kit import Heading, KeyButton, Line
from inpost_desk.ui.look import Role
from inpost_desk.ui.orders.fitting import FittingText
from inpost_desk.ui.printers.page import PrintersPage
from inpost_desk.ui.settings_computer import ComputerSection
from inpost_desk.ui.settings_data import DataSection
from inpost_desk.ui.settings_notifications import NotificationsSection
from inpost_desk.ui.settings_page_account import AccountForm
from inpost_desk.ui.settings_page_changes import Changes
from inpost_desk.ui.settings_page_look import LookForm
from inpost_desk.ui.settings_page_parts import SectionList, page_of
from inpost_desk.ui.settings_page_presets import PresetsForm
from inpost_desk.ui.settings_page_rules import FileRulesForm
from inpost_desk.ui.settings_page_sender import SenderForm
from inpost_desk.ui.settings_page_sending import SendingForm
from inpost_desk.ui.settings_pickup import PickupSection
from inpost_desk.ui.settings_station import StationSection
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

(
    ACCOUNT, SENDER, SENDING, PRINTER, LOOK, STATION, PICKUP, NOTIFICATIONS, DATA, COMPUTER,
) = range(10)  # fmt: skip
SECTIONS: Final = (
    ("account", QT_TRANSLATE_NOOP("ui", "Account")),
    ("home", QT_TRANSLATE_NOOP("ui", "Sender")),
    ("truck", QT_TRANSLATE_NOOP("ui", "Sending")),
    ("printer", QT_TRANSLATE_NOOP("ui", "Printers")),
    ("globe", QT_TRANSLATE_NOOP("ui", "Language and look")),
    ("scan", QT_TRANSLATE_NOOP("ui", "Station")),
    ("box", QT_TRANSLATE_NOOP("ui", "Pickup")),
    ("import", QT_TRANSLATE_NOOP("ui", "Notifications")),
    ("database", QT_TRANSLATE_NOOP("ui", "Data")),
    ("sliders", QT_TRANSLATE_NOOP("ui", "This computer")),
)
PLACES: Final = {
    "account": ACCOUNT,
    "sender": SENDER,
    "sending": SENDING,
    "printer": PRINTER,
    "station": STATION,
    "pickup": PICKUP,
    "notifications": NOTIFICATIONS,
    "data": DATA,
    "computer": COMPUTER,
}
"""Sections by the names that others ask for."""


class SettingsPage(QWidget):
    """The page of the rail."""

    language_chosen = Signal(str)
    look_chosen = Signal(str)
    account_added = Signal(object, str, bool)
    """As of `FirstStart`."""
    account_removed = Signal(str)
    """The key of an account that is forgotten."""
    sheet_asked = Signal(str)
    """As of `StationSection`."""

    def __init__(self, desk: Desk, accounts: Accounts | None = None, *, api_url: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._changes = Changes(desk, parent=self)
        accounts = accounts or Accounts(desk, parent=self)
        accounts.added.connect(self.account_added)
        accounts.removed.connect(self.account_removed)
        self.account = AccountForm(desk, accounts, self._changes, api_url=api_url)
        self.sender_form = SenderForm()
        self.sending = SendingForm()
        self.file_rules = FileRulesForm()
        self.presets = PresetsForm()
        self.printers = PrintersPage(desk, self._changes)
        self.look = LookForm()
        self.station = StationSection(desk, self._changes)
        self.pickup = PickupSection(desk, self._changes)
        self.notifications = NotificationsSection(desk, self._changes)
        self.data = DataSection(desk, self._changes)
        self.computer = ComputerSection(desk, self._changes)
        self.undo_button = KeyButton(
            translate("ui", "Undo the change"), key="Ctrl+Z", icon="undo", kind="header"
        )
        self.sections = SectionList(SECTIONS)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._show_settings()
        self.sections.setCurrentRow(ACCOUNT)

    def open_section(self, number: int) -> None:
        """Show a section, such as PRINTER, from elsewhere in the window."""
        self.sections.setCurrentRow(number)
        self.sections.setFocus()

    def open_place(self, place: str) -> None:
        """Show a section by its name in `PLACES`; "data.stay" and "data.restore" lead on to that button."""
        section, _, wanted = place.partition(".")
        self.open_section(PLACES[section])
        if section == "data" and wanted:
            self.data.go_to(wanted)

    def section(self) -> int:
        """The section that is shown."""
        return self.sections.currentRow()

    def chapter(self) -> str:
        """The section's name in `PLACES`, "" without one."""
        return next((name for name, number in PLACES.items() if number == self.section()), "")

    def go_to_section(self, number: int) -> None:
        """Show that section, and leave the keys where they are."""
        self.sections.setCurrentRow(number)

    def add_account(self) -> None:
        """Show the form that adds an account, from elsewhere in the window."""
        self.sections.setCurrentRow(ACCOUNT)
        self.account.add()

    def keys(self) -> list[tuple[str, str]]:
        """For F1."""
        return [
            ("↑ ↓", translate("ui", "section, or choice in a list")),
            ("Ctrl+Z", translate("ui", "undo the last change")),
            (
                "Ins",
                translate("ui", "add to the list: an account, a printer, a pattern, an operator"),
            ),
            ("Del", translate("ui", "remove what is chosen in the list")),
            ("F5", translate("ui", "look for printers again, or check this computer")),
            ("F7", translate("ui", "print the test label")),
            ("1–4", translate("ui", "next free place on the sheet")),
            ("Esc", translate("ui", "back")),
        ]

    def closing(self) -> None:
        """The window closes."""
        self.data.closing()

    def regions(self) -> Sequence[QWidget]:
        """For F6."""
        return [self.sections, self._pages]

    def _lay_out(self) -> None:
        parts: tuple[tuple[QWidget, ...], ...] = (
            (self.account,),
            (self.sender_form,),
            (self.sending, Line(), self.file_rules, Line(), self.presets),
            (),
            (self.look,),
            (self.station,),
            (self.pickup,),
            (self.notifications,),
            (self.data,),
            (self.computer,),
        )
        for (_, name), shown in zip(SECTIONS, parts, strict=True):
            page = page_of(translate("ui", name), shown) if shown else self.printers
            self._pages.addWidget(page)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.sections)
        body.addWidget(Line(Qt.Orientation.Vertical))
        body.addWidget(self._pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header())
        layout.addWidget(Line())
        layout.addLayout(body, 1)

    def _header(self) -> QWidget:
        header = QWidget()
        header.setMinimumHeight(look.HEADER)
        header.setBackgroundRole(QPalette.ColorRole.Base)
        header.setAutoFillBackground(True)
        row = QHBoxLayout(header)
        row.setContentsMargins(look.EDGE, 0, look.EDGE, 0)
        row.setSpacing(look.EDGE)
        row.addWidget(Heading(translate("ui", "Settings"), Role.TITLE))
        self.said = FittingText(Role.CAPTION, tone="text2")
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.said, 1)
        row.addWidget(self.undo_button)
        return header

    def _connect(self) -> None:
        changes = self._changes
        self.sections.currentRowChanged.connect(self._open)
        self.undo_button.clicked.connect(self._undo)
        self.sender_form.changed.connect(self._keep_sender)
        self.sending.changed.connect(self._keep_sending)
        self.file_rules.offers_changed.connect(lambda rule: self._changes.make(file_offers=rule))
        self.file_rules.window_changed.connect(
            lambda window: self._changes.make(weekend_window=window)
        )
        self.presets.changed.connect(self._keep_presets)
        self.look.language_chosen.connect(self._choose_language)
        self.look.look_chosen.connect(self._choose_look)
        self.look.forget_maps_asked.connect(self._forget_maps)
        self.look.hints_chosen.connect(lambda wanted: self._changes.make(hints=wanted))
        self.look.all_hints_asked.connect(self._show_hints)
        self.station.sheet_asked.connect(self.sheet_asked)
        self.pickup.settings_asked.connect(lambda _: self.open_section(SENDING))
        changes.changed.connect(self._show_settings)

    def _bind_keys(self) -> None:
        for keys, action in (
            ("Ctrl+Z", self._undo),
            ("Ins", self._insert),
            ("Del", self._delete),
            ("F5", self._refresh),
            ("F7", self._print_test),
            ("Esc", self._escape),
        ):
            self._bind(keys, action)
        enters = [self._bind(keys, self._enter) for keys in ("Return", "Enter")]

        def only_while_adding() -> None:
            # Elsewhere Enter belongs to fields and buttons.
            for shortcut in enters:
                shortcut.setEnabled(self.account.adding and self.sections.currentRow() == ACCOUNT)

        self.account.changed.connect(only_while_adding)
        self.sections.currentRowChanged.connect(only_while_adding)
        only_while_adding()

    def _bind(self, keys: str, action: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(action)
        return shortcut

    def _open(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        self._desk.met.emit(f"settings.{SECTIONS[number][0]}")
        if number == PRINTER:
            self.printers.refresh()
        elif number == STATION:
            self.station.build()

    def _show_settings(self) -> None:
        known = self._changes.known
        self.sender_form.set_value(known.sender)
        if self.sending.value() != (known.sending_method, known.courier_days):
            self.sending.set_value(known.sending_method, known.courier_days)
        self.file_rules.set_value(known.file_offers, known.weekend_window)
        self.presets.set_value(known.presets)
        self.look.set_value(known)
        self.undo_button.setEnabled(self._changes.can_undo)
        self._say_way_back()

    def _say_way_back(self) -> None:
        """What was taken back, and what the next press would take back."""
        said = []
        if self._changes.undone:
            said.append(translate("ui", "Undone: {change}.").format(change=self._changes.undone))
        if self._changes.can_undo:
            words = translate("ui", "Ctrl+Z takes back: {change}.")
            said.append(words.format(change=self._changes.last))
        saved = translate("ui", "every change is saved at once")
        self.said.set_wordings([" ".join(said) or saved, said[0] if said else ""])

    def _undo(self) -> None:
        before = self._changes.known
        self._changes.undo()
        after = self._changes.known
        if after.language != before.language:
            self.language_chosen.emit(after.language)
        if after.look != before.look:
            self.look_chosen.emit(after.look)

    def _keep_sender(self, sender: Person | None) -> None:
        self._changes.make(sender=sender)

    def _keep_sending(self, method: str, days: tuple[int, ...]) -> None:
        self._changes.make(sending_method=method, courier_days=days)

    def _keep_presets(self, presets: dict[Size, Preset]) -> None:
        self._changes.make(presets=presets)

    def _choose_language(self, language: str) -> None:
        self._changes.make(language=language)
        self.language_chosen.emit(language)

    def _choose_look(self, chosen: str) -> None:
        self._changes.make(look=chosen)
        self.look_chosen.emit(chosen)

    def _forget_maps(self) -> None:
        self._changes.make(columns={})

    def _show_hints(self) -> None:
        show_again(self._desk.data_dir)
        self._changes.make(hints=True)

    def _insert(self) -> None:
        if self.sections.currentRow() == ACCOUNT:
            self.account.add()
        elif self.sections.currentRow() == PRINTER:
            self.printers.add()
        elif self.sections.currentRow() == STATION:
            self.station.insert()

    def _delete(self) -> None:
        if self.sections.currentRow() == ACCOUNT:
            self.account.ask_to_remove()
        elif self.sections.currentRow() == PRINTER:
            self.printers.remove()
        elif self.sections.currentRow() == STATION:
            self.station.delete()

    def _refresh(self) -> None:
        if self.sections.currentRow() == PRINTER:
            self.printers.refresh()
        elif self.sections.currentRow() == COMPUTER:
            self.computer.form.check()

    def _print_test(self) -> None:
        if self.sections.currentRow() == PRINTER:
            self.printers.print_test()

    def _enter(self) -> None:
        """Enter presses the button or takes the choice that has the focus, else it goes on."""
        focused = QApplication.focusWidget()
        waits = isinstance(focused, QRadioButton) and not focused.isChecked()
        if isinstance(focused, KeyButton) or (waits and isinstance(focused, QRadioButton)):
            focused.click()
        else:
            self.account.proceed()

    def _escape(self) -> None:
        section = self.sections.currentRow()
        left = (
            (section == ACCOUNT and self.account.cancel())
            or (section == PRINTER and self.printers.escape())
            or (section == STATION and self.station.escape())
        )
        if not left:
            self.sections.setFocus()
