"""The section of the settings about InPost's notifications: off unless asked for, and nothing is lost then.

Its form is built when the section is first shown, each change is written at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk.domain.notified import ListenRules
from inpost_desk.domain.notified_address import (
    EVERYWHERE,
    HERE,
    new_secret,
    proxies,
    public_address,
    whole_address,
)
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import FieldBox, KeyButton, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.listening import PART, Listens
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_page_changes import Changes
from inpost_desk.ui.settings_station_parts import Decision, noted
from inpost_desk.wording.speech import translate


class NotificationsSection(QWidget):
    """A place for the form. Without `changes` it writes by itself, without a way back."""

    def __init__(self, desk: Desk, changes: Changes | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._changes = changes or Changes(desk, parent=self)
        self._form: NotificationsForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def form(self) -> NotificationsForm:
        """The form, built now if nobody saw it before."""
        self.build()
        assert self._form is not None
        return self._form

    def build(self) -> None:
        """Somebody looks: build the form, once."""
        if self._form is None:
            self._form = NotificationsForm(self._desk, self._changes)
            self._column.addWidget(self._form)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Seen for the first time."""
        self.build()
        super().showEvent(event)


class NotificationsForm(QWidget):
    """What is decided, and how it stands now."""

    def __init__(self, desk: Desk, changes: Changes) -> None:
        super().__init__()
        self._desk, self._changes = desk, changes
        self._make_controls()
        self._lay_out()
        self._connect()
        self.show_settings()

    @property
    def _rules(self) -> ListenRules:
        return self._changes.known.notifications

    def _make_controls(self) -> None:
        self.on = Decision(translate("ui", "Receive notifications"))
        self.state = Finding()
        self.public = FieldBox(translate("ui", "Public address"), in_header=True)
        self.whole = FieldBox(translate("ui", "Address for InPost"), in_header=True)
        self.whole.edit.setReadOnly(True)
        self.copy_button = KeyButton(translate("ui", "Copy the address"), kind="header")
        self.secret_button = KeyButton(translate("ui", "Make a new address"), kind="header")
        self.port = FieldBox(translate("ui", "Port on this computer"), in_header=True)
        self.everywhere = Decision(
            translate("ui", "From other computers too"),
            translate("ui", "Needed where the router or the proxy is another device."),
        )
        self.only_inpost = Decision(
            translate("ui", "Only InPost may send"),
            translate(
                "ui",
                "Whoever else sends something gets no answer that tells anything. Behind a proxy, "
                "name it below: otherwise it looks as if everything came from the proxy.",
            ),
        )
        self.proxies = FieldBox(translate("ui", "Trusted proxies"), in_header=True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.EDGE)
        for part in (
            _quiet(_about()),
            self.on,
            self.state,
            noted(
                self.public,
                translate(
                    "ui",
                    "An address on the internet that leads to this computer, for example "
                    "https://sklep.example/inpost. Whoever looks after your network sets it up; "
                    "without one, leave this off.",
                ),
            ),
            noted(
                self.whole,
                translate("ui", "Paste it in Manager Paczek: My account, API, notifications."),
            ),
            Flow(self.copy_button, self.secret_button, gap=look.GAP),
            self.port,
            self.everywhere,
            self.only_inpost,
            noted(
                self.proxies,
                translate("ui", "IP addresses with blanks between, such as 127.0.0.1 10.0.0.0/8."),
            ),
        ):
            column.addWidget(part)

    def _connect(self) -> None:
        self.on.decided.connect(self._turn)
        self.everywhere.decided.connect(lambda on: self._keep(host=EVERYWHERE if on else HERE))
        self.only_inpost.decided.connect(lambda on: self._keep(only_inpost=on))
        self.copy_button.clicked.connect(self._copy)
        self.secret_button.clicked.connect(lambda: self._keep(secret=new_secret()))
        for field, written in (
            (self.public, self._public_written),
            (self.port, self._port_written),
            (self.proxies, self._proxies_written),
        ):
            field.edit.editingFinished.connect(written)
            field.edit.textEdited.connect(_forget(field))
        self._changes.changed.connect(self.show_settings)
        self._desk.told.connect(self._hear)

    @Slot()
    def show_settings(self) -> None:
        """Show what was decided, here or elsewhere."""
        rules = self._rules
        self.on.show_value(rules.on)
        self.everywhere.show_value(rules.host != HERE)
        self.only_inpost.show_value(rules.only_inpost)
        for field, text in (
            (self.public, rules.public_address),
            (self.port, str(rules.port)),
            (self.proxies, " ".join(rules.trusted_proxies)),
            (self.whole, whole_address(rules)),
        ):
            # What is wrong or being typed stays for whoever types it.
            if not field.finding() and not field.edit.isModified() and field.text() != text:
                field.edit.setText(text)
        self.copy_button.setEnabled(bool(whole_address(rules)))
        self.secret_button.setEnabled(bool(rules.secret))
        self._say_state()

    @Slot(bool)
    def _turn(self, on: bool) -> None:  # noqa: FBT001
        self._keep(on=on, secret=self._rules.secret or new_secret())

    @Slot()
    def _public_written(self) -> None:
        words = translate(
            "ui", "This is no address that InPost reaches. It looks like https://host/…"
        )
        self._written(self.public, "public_address", public_address, words)

    @Slot()
    def _port_written(self) -> None:
        words = translate("ui", "A port is a number from 1 to 65535.")
        self._written(self.port, "port", _port, words)

    @Slot()
    def _proxies_written(self) -> None:
        words = translate("ui", "One of these is no IP address.")
        self._written(self.proxies, "trusted_proxies", proxies, words)

    def _written(
        self, field: FieldBox, name: str, read: Callable[[str], object], wrong: str
    ) -> None:
        try:
            value = read(field.text())
        except ValueError:
            field.set_finding(wrong)
            return
        field.edit.setModified(False)
        field.set_finding("")
        self._keep(**{name: value})
        self.show_settings()

    def _keep(self, **change: object) -> None:
        rules = replace(self._rules, **change)  # type: ignore[arg-type]
        if rules.public_address and not rules.secret:
            rules = replace(rules, secret=new_secret())
        self._changes.make(notifications=rules)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(whole_address(self._rules))

    @Slot(str, object)
    def _hear(self, part: str, _value: object) -> None:
        if part == PART:
            self._say_state()

    def _say_state(self) -> None:
        rules, now = self._rules, self._desk.last_told.get(PART)
        listens = now if isinstance(now, Listens) else Listens()
        if not rules.on:
            words = translate("ui", "Off. Parcels are followed by asking InPost now and then.")
            self.state.say(State.QUIET, words)
        elif listens.trouble:
            self.state.say(State.WARNING, listens.trouble)
        elif _unheard(rules):
            self.state.say(
                State.WARNING,
                translate("ui", "As it is set up, nothing of InPost's can arrive."),
                translate(
                    "ui",
                    "It is only heard from this computer, and no proxy on it is trusted. Name the "
                    "proxy (127.0.0.1), or take other computers too.",
                ),
            )
        elif listens.port:
            words = translate("ui", "Listening at port {port}.").format(port=listens.port)
            self.state.say(State.DONE, words, _last_words(listens.last))
        else:
            words = translate("ui", "It begins as soon as an account with a token is open.")
            self.state.say(State.INFORMATION, words)


def _about() -> str:
    return translate(
        "ui",
        "InPost can report each change of a parcel at once. For that it must reach this computer "
        "by a public address on the internet. Most shops have none and lose nothing: the program "
        "asks InPost by itself and shows the same, some minutes later.",
    )


def _quiet(words: str) -> Text:
    return Text(words, tone="text2", wrap=True)


def _forget(field: FieldBox) -> Callable[[str], None]:
    return lambda _: field.set_finding("")


def _port(text: str) -> int:
    number = int(text)
    if not 0 < number < 65_536:
        raise ValueError(text)
    return number


def _unheard(rules: ListenRules) -> bool:
    return rules.host == HERE and rules.only_inpost and not rules.trusted_proxies


def _last_words(last: datetime | None) -> str:
    if last is None:
        return translate("ui", "No notification has come yet.")
    local = last.astimezone(ZoneInfo("Europe/Warsaw"))
    day = (
        ""
        if local.date() == datetime.now(UTC).astimezone(local.tzinfo).date()
        else f"{local:%Y-%m-%d} "
    )
    words = translate("ui", "The last notification came at {time}.")
    return words.format(time=f"{day}{local.hour}:{local.minute:02}")
