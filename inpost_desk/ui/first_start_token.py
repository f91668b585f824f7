"""The token of an account: pasted, never shown, and asked about at InPost before anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inpost_desk.domain.service import COURIER, COURIER_C2C, LOCKER
from inpost_desk.errors import Trouble
from inpost_desk.settings import Environment
from inpost_desk.ui import look
from inpost_desk.ui.accounts import Accounts, account_words, environment_words
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import Caption, KeyCap, Segmented, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.wording.sentences import service_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from inpost_desk.account_probe import Probe
    from inpost_desk.domain.shipment import Organization

# A token that came at once was pasted: then it is asked about without another key.
PASTED: Final = 20
OTHER_PLACE: Final[dict[str, str]] = {
    Environment.SANDBOX: QT_TRANSLATE_NOOP(
        "ui", "This is a token of the sandbox: parcels bought with it are not real."
    ),
    Environment.PRODUCTION: QT_TRANSLATE_NOOP(
        "ui", "This is a token of production: parcels bought with it cost money."
    ),
}
# The ones an owner thinks in; the rest would fill the card.
SHOWN_SERVICES: Final = (LOCKER, COURIER, COURIER_C2C)


class TokenForm(QWidget):
    """Environment, token, and what InPost says of it."""

    found = Signal(object)
    """A `Probe` with at least one organisation: what the token in the field opens."""
    changed = Signal()
    """Whether it asks, or what it knows, is another now."""

    def __init__(self, desk: Desk, accounts: Accounts, *, api_url: str = "") -> None:
        super().__init__()
        self._desk, self._accounts = desk, accounts
        self._job = 0
        self._probe: Probe | None = None
        self._length = 0
        self.places = self._make_places(api_url)
        self.edit = self._make_edit()
        self._count = Text("", Role.CAPTION, tone="text2")
        self.finding = Finding()
        self._lay_out()
        self._show_count()

    @property
    def busy(self) -> bool:
        """Whether InPost is being asked."""
        return bool(self._job)

    @property
    def probe(self) -> Probe | None:
        """What InPost said of the token in the field."""
        return self._probe

    def check(self) -> None:
        """Ask InPost about the token in the field."""
        if self._job:
            return
        token = self._token()
        if not token:
            fact = translate("ui", "The token is missing.")
            self.finding.say(State.ERROR, fact, translate("ui", "Copy it and paste it here."))
            self.edit.setFocus()
            return
        place = self.places.value()
        self._job = self._accounts.probe(
            token,
            place,
            done=while_alive(self, lambda probe: self._answered(probe, place)),
            failed=while_alive(self, self._failed),
        )
        self.finding.say(State.INFORMATION, translate("ui", "Asking InPost…"), working=True)
        self.changed.emit()

    def cancel(self) -> None:
        """Forget the question under way."""
        if self._job:
            self._desk.lanes.forget(self._job)
            self._job = 0
            self.finding.hide()
            self.changed.emit()

    def clear(self) -> None:
        """Nothing of the token stays in the field."""
        self.cancel()
        self._probe = None
        self.edit.clear()
        self.finding.hide()
        self.changed.emit()

    def _make_places(self, api_url: str) -> Segmented:
        names = [Environment.PRODUCTION.value, Environment.SANDBOX.value]
        names += [api_url] if api_url else []
        places = Segmented(
            [(name, environment_words(name)) for name in names], name=translate("ui", "Environment")
        )
        places.set_value(api_url or Environment.PRODUCTION)
        places.changed.connect(self._forget_answer)
        return places

    def _make_edit(self) -> QLineEdit:
        edit = QLineEdit()
        edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.setFont(look.font(Role.FIELD))
        edit.setProperty("form", True)
        # Long tokens exist; the default would cut one without a word.
        edit.setMaxLength(120_000)
        edit.setAccessibleName(translate("ui", "Token"))
        edit.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )
        edit.textChanged.connect(self._typed)
        return edit

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        label = Text(translate("ui", "Token"), bold=True)
        label.setBuddy(self.edit)
        top.addWidget(label, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        top.addWidget(self.places)
        below = QHBoxLayout()
        below.setSpacing(look.GAP)
        below.addWidget(self._count)
        below.addStretch(1)
        paste = QKeySequence(QKeySequence.StandardKey.Paste)
        below.addWidget(Caption(translate("ui", "paste")))
        below.addWidget(KeyCap(paste.toString(QKeySequence.SequenceFormat.NativeText)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.GAP)
        layout.addLayout(top)
        layout.addWidget(self.edit)
        layout.addLayout(below)
        layout.addWidget(self.finding)
        layout.addWidget(
            Caption(
                translate("ui", "The token goes into the system's keyring and nowhere else."),
                wrap=True,
            )
        )

    def _token(self) -> str:
        """Without the blanks and line ends that came along when it was copied, as `Bearer` may have."""
        words = self.edit.text().split()
        return "".join(words[1:] if words[:1] in (["Bearer"], ["bearer"]) else words)

    def _typed(self, text: str) -> None:
        grown, self._length = len(text) - self._length, len(text)
        self._show_count()
        self._forget_answer()
        if grown >= PASTED:
            self.check()

    def _show_count(self) -> None:
        words = translate("ui", "Characters: {count}").format(count=self._length)
        self._count.setText(words if self._length else translate("ui", "The token is never shown."))

    def _forget_answer(self) -> None:
        self.cancel()
        self._probe = None
        self.finding.hide()
        self.changed.emit()

    def _answered(self, probe: Probe, asked: str) -> None:
        self._job = 0
        if not probe.organizations:
            self.finding.say(
                State.WARNING,
                translate("ui", "The token is right, but it opens no organisation."),
                translate(
                    "ui",
                    "Fill in company and invoice data in Manager Paczek → My account, then try again.",
                ),
            )
            self.changed.emit()
            return
        self._probe = probe
        note = ""
        if probe.environment != asked:
            blocked = self.places.blockSignals(True)
            self.places.set_value(probe.environment)
            self.places.blockSignals(blocked)
            note = translate("ui", OTHER_PLACE[probe.environment])
        first = probe.organizations[0]
        fact, detail = organization_words(first)
        if len(probe.organizations) > 1:
            fact = translate("ui", "The token opens several organisations.")
            detail = ", ".join(one.name or str(one.id) for one in probe.organizations)
        state = State.WARNING if note else State.DONE
        self.finding.say(state, fact, "\n".join(filter(None, (detail, note))))
        self.changed.emit()
        self.found.emit(probe)

    def _failed(self, error: Exception) -> None:
        self._job = 0
        self.finding.hide()
        self.changed.emit()
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        self.finding.say(State.ERROR, account_words(error))


def organization_words(found: Organization) -> tuple[str, str]:
    """Name and number; what the account may send, and how it pays where that can be told."""
    number = translate("ui", "organisation {id}").format(id=found.id)
    name = f"{found.name}, {number}" if found.name else number[:1].upper() + number[1:]
    services = [service_words(key) for key in SHOWN_SERVICES if key in found.services]
    if COURIER in found.services:
        # Contract couriers are for accounts that pay by invoice only.
        services.append(translate("ui", "contract with invoice"))
    return name, " · ".join(services)


def where_the_token_is() -> QWidget:
    """Where to copy it from, and why it may be missing there."""
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    way = translate("ui", "Manager Paczek → My account → API. Copy the token and paste it here.")
    layout.addWidget(Text(way, tone="text2", wrap=True))
    catch = translate("ui", "It stands there only once company and invoice data are filled in.")
    layout.addWidget(Caption(catch, wrap=True))
    return part
