"""The first start: try the demo, or connect an account in five short steps. It fills the window.

What each step decides is in a form of its own, which the settings show again later.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.domain.printer import Profile
from inpost_desk.settings import Account
from inpost_desk.ui import look
from inpost_desk.ui.accounts import Accounts
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_demo import DemoDoor
from inpost_desk.ui.first_start_organization import OrganizationForm
from inpost_desk.ui.first_start_steps import Steps, WelcomeHead
from inpost_desk.ui.first_start_token import TokenForm, where_the_token_is
from inpost_desk.ui.kit import Caption, Card, KeyButton, Text
from inpost_desk.ui.look import Role
from inpost_desk.ui.settings_page_changes import Changes
from inpost_desk.ui.settings_page_printer import PrinterForm
from inpost_desk.ui.settings_page_sending import SendingForm
from inpost_desk.ui.settings_page_test_label import TestLabelForm
from inpost_desk.ui.window_page import LeastHigh
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, choose_language, translate

ACCOUNT, ORGANIZATION, SENDING, PRINTER, TEST = range(5)
STEPS: Final = (
    QT_TRANSLATE_NOOP("ui", "Account"),
    QT_TRANSLATE_NOOP("ui", "Organisation"),
    QT_TRANSLATE_NOOP("ui", "How parcels leave"),
    QT_TRANSLATE_NOOP("ui", "Printer"),
    QT_TRANSLATE_NOOP("ui", "Test label"),
)
WIDEST: Final = 1110
NARROW: Final = 900


class FirstStart(LeastHigh, QWidget):
    """Header, steps, and the form of the step. Enter goes on, Esc leaves for later."""

    demo_asked = Signal()
    language_chosen = Signal(str)
    account_added = Signal(object, str, bool)
    """An `Account`, its token, and whether the keyring holds it; else the program's memory must."""
    finished = Signal()
    """Done, or left for later."""

    def __init__(self, desk: Desk, accounts: Accounts | None = None, *, api_url: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._accounts = accounts or Accounts(desk, parent=self)
        self._accounts.added.connect(self.account_added)
        self._changes = Changes(desk, parent=self)
        self._step = ACCOUNT
        self.head = WelcomeHead(choose_language(desk.settings.language))
        self.head.language_chosen.connect(self.language_chosen)
        self.steps = Steps([translate("ui", name) for name in STEPS])
        self.token = TokenForm(desk, self._accounts, api_url=api_url)
        self.organization = OrganizationForm(desk, self._accounts)
        self.sending = SendingForm()
        self.printer = PrinterForm(desk)
        self.test = TestLabelForm(desk)
        self.demo_button = KeyButton(translate("ui", "Start the demo"), key="Alt+D", kind="main")
        self.next_button = KeyButton("", key="Enter", kind="accent")
        self.back_button = KeyButton(translate("ui", "Back"), key="Alt+←", kind="plain")
        self.later_button = KeyButton(translate("ui", "Later"), key="Esc", kind="quiet")
        self._later_note = Caption(
            translate("ui", "Look around first; the settings have all of this."), wrap=True
        )
        # Shown where there is room; it must not make the window wide.
        self._later_note.hide()
        self._build()
        self._connect()
        self._bind_keys()
        self.go_to(ACCOUNT)

    @property
    def step(self) -> int:
        """Where we are, from 0."""
        return self._step

    def go_to(self, step: int) -> None:
        """Show a step as the settings have it; without a checked token there is no second one."""
        if step == ORGANIZATION and not self.organization.ready:
            step = ACCOUNT
        self._step = step
        self.steps.set_present(step)
        self._pages.setCurrentIndex(step)
        known = self._changes.known
        if step == SENDING:
            self.sending.set_value(known.sending_method, known.courier_days)
        elif step == PRINTER:
            self.printer.set_value(known.printer)
            self.printer.refresh()
        elif step == TEST:
            self.test.set_printer(known.printer)
        self._show_keys()
        # The page has to be there before anything on it can have the focus.
        QTimer.singleShot(0, self, self._focus_step)

    def keys(self) -> list[tuple[str, str]]:
        """For F1."""
        return [
            ("Enter", translate("ui", "next step")),
            ("Alt+←", translate("ui", "one step back")),
            ("Alt+D", translate("ui", "start the demo")),
            ("Ctrl+V", translate("ui", "paste the token")),
            ("F5", translate("ui", "look for printers again")),
            ("F7", translate("ui", "print the test label")),
            ("Esc", translate("ui", "later, look around first")),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where it is narrow, as at 200 %, the doors stand under each other."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        direction = QBoxLayout.Direction
        self._doors.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._later_note.setVisible(not narrow)

    def _build(self) -> None:
        self._pages = QStackedWidget()
        for page in (
            self._account_page(),
            self._page(translate("ui", "Organisation"), "", self.organization),
            self._page(
                translate("ui", "How do your parcels leave?"),
                translate("ui", "InPost wants to know it when a parcel is bought."),
                self.sending,
            ),
            self._page(translate("ui", "Where do the labels come out?"), "", self.printer),
            self._page(
                translate("ui", "Does the printer print what a scanner can read?"), "", self.test
            ),
        ):
            self._pages.addWidget(page)
        inside = QVBoxLayout()
        inside.setSpacing(look.PAD)
        inside.addWidget(self.head)
        inside.addWidget(self.steps)
        inside.addWidget(self._pages, 1)
        inside.addLayout(self._bottom())
        column = QWidget()
        column.setLayout(inside)
        column.setMaximumWidth(WIDEST)
        centre = QHBoxLayout(self)
        centre.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.PAD)
        centre.addStretch(1)
        centre.addWidget(column, 1000)
        centre.addStretch(1)

    def _account_page(self) -> QWidget:
        page = QWidget()
        self._doors = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._doors.setContentsMargins(0, 0, 0, 0)
        self._doors.setSpacing(look.EDGE)
        self._doors.addWidget(DemoDoor(self.demo_button), 45)
        self._doors.addWidget(self._token_door(), 55)
        return _scrolled(page)

    def _token_door(self) -> QWidget:
        card = Card(strong=True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        inside.setSpacing(12)
        inside.addWidget(Text(translate("ui", "Connect my InPost account"), Role.HEADING))
        inside.addWidget(where_the_token_is())
        inside.addWidget(self.token)
        inside.addStretch(1)
        return card

    def _page(self, title: str, explanation: str, form: QWidget) -> QWidget:
        card = Card(strong=True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        inside.setSpacing(look.PAD)
        inside.addWidget(Text(title, Role.HEADING, wrap=True))
        if explanation:
            inside.addWidget(Text(explanation, tone="text2", wrap=True))
        inside.addWidget(form)
        inside.addStretch(1)
        return _scrolled(card)

    def _bottom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.GAP)
        row.addWidget(self.later_button)
        row.addWidget(self._later_note, 1)
        # In place of the note where that is hidden.
        row.addStretch(0)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        return row

    def _connect(self) -> None:
        self.demo_button.clicked.connect(self.demo_asked)
        self.next_button.clicked.connect(self._next)
        self.back_button.clicked.connect(self._back)
        self.later_button.clicked.connect(self._later)
        self.token.changed.connect(self._show_keys)
        self.organization.changed.connect(self._organization_changed)
        self.organization.added.connect(self._added)
        self.sending.changed.connect(self._keep_sending)
        self.printer.changed.connect(self._keep_printer)
        self.printer.loaded.connect(self._printers_loaded)
        self.test.passed.connect(self._show_keys)

    def _bind_keys(self) -> None:
        for keys, action in (
            ("Return", self._enter),
            ("Enter", self._enter),
            ("Esc", self._later),
            ("Alt+D", self._demo),
            ("Alt+Left", self._back),
            ("F5", self._refresh),
            ("F7", self._print_test),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(action)

    def _enter(self) -> None:
        """Enter presses the button or takes the choice that has the focus, else it goes on."""
        focused = QApplication.focusWidget()
        waits = isinstance(focused, QRadioButton) and not focused.isChecked()
        if isinstance(focused, KeyButton) or (waits and isinstance(focused, QRadioButton)):
            focused.click()
        else:
            self._next()

    def _next(self) -> None:
        steps: tuple[Callable[[], None], ...] = (
            self._check_token,
            self.organization.proceed,
            self._leave_sending,
            self._leave_printer,
            self._leave_test,
        )
        steps[self._step]()

    def _check_token(self) -> None:
        probe = self.token.probe
        if probe is None:
            self.token.check()
            return
        self.token.clear()
        self.organization.show_probe(probe)
        self.go_to(ORGANIZATION)

    def _added(self, _: Account) -> None:
        self.go_to(SENDING)

    def _leave_sending(self) -> None:
        value = self.sending.value()
        if value is None:
            self.sending.complain()
            return
        self._keep_sending(*value)
        self.go_to(PRINTER)

    def _leave_printer(self) -> None:
        choice = self.printer.value()
        if choice is None:
            self.printer.complain()
            return
        self._keep_printer(choice)
        self.go_to(TEST)

    def _leave_test(self) -> None:
        if self.test.pending:
            self.test.compare()
        else:
            self.finished.emit()

    def _keep_sending(self, method: str, days: tuple[int, ...]) -> None:
        self._changes.make(sending_method=method, courier_days=days)

    def _keep_printer(self, profile: Profile) -> None:
        """The one chosen last gets the labels; one that was chosen before it here is forgotten."""
        others = [one for one in self._changes.known.printers if one.id != profile.id]
        kept = others if len(others) > 1 else []
        self._changes.make(printers=(profile, *kept))

    def _back(self) -> None:
        if self.back_button.isHidden() or not self.back_button.isEnabled():
            return
        self.go_to(self._step - 1)

    def _later(self) -> None:
        """Esc first ends what is being waited for."""
        if self.token.busy:
            self.token.cancel()
        elif self.organization.busy:
            self.organization.cancel()
        else:
            self.finished.emit()

    def _demo(self) -> None:
        if self._step == ACCOUNT:
            self.demo_asked.emit()

    def _printers_loaded(self) -> None:
        if self._step == PRINTER and self.printer.value() is None:
            self.printer.printers.focus_choice()

    def _refresh(self) -> None:
        if self._step == PRINTER:
            self.printer.refresh()

    def _print_test(self) -> None:
        if self._step == TEST:
            self.test.print()

    def _organization_changed(self) -> None:
        self._show_keys()
        if self.organization.stuck and self._step == ORGANIZATION:
            # Enter must mean what the large button says.
            self.next_button.setFocus()

    def _show_keys(self) -> None:
        words = translate("ui", "Next")
        if self._step == ACCOUNT and self.token.probe is None:
            words = translate("ui", "Check the token")
        elif self._step == TEST:
            words = (
                translate("ui", "Finish")
                if self.test.confirmed
                else translate("ui", "Finish without a test")
            )
        elif self._step == ORGANIZATION and self.organization.stuck:
            words = translate("ui", "Next, without a keyring")
        self.next_button.set_text(words)
        busy = self.token.busy if self._step == ACCOUNT else self.organization.busy
        self.next_button.setEnabled(not (busy and self._step <= ORGANIZATION))
        # An account that was added is changed in the settings.
        back = self._step == ORGANIZATION or self._step > SENDING
        self.back_button.setVisible(back)
        self.back_button.setEnabled(not self.organization.busy)

    def _focus_step(self) -> None:
        match self._step:
            case 0:
                self.token.edit.setFocus()
            case 1:
                self.organization.choices.focus_choice()
            case 2:
                self.sending.ways.focus_choice()
            case 3:
                self.printer.printers.focus_choice()
            case _:
                self.test.print_button.setFocus()
        page, focused = self._pages.currentWidget(), self.focusWidget()
        if isinstance(page, QScrollArea) and focused is not None and page.isAncestorOf(focused):
            page.ensureWidgetVisible(focused)


def _scrolled(page: QWidget) -> QScrollArea:
    """A page that a small screen can scroll."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return area
