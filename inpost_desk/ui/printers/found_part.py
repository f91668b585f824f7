"""Printers that the system has and that are not set up: each one press away, as it proposes itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inpost_desk.background import PRINT
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import KeyButton, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.printers.found import Found

_HIGHEST: Final = 180
_LONGEST_NAME: Final = 24


class FoundPart(QWidget):
    """What was found, and how to look again."""

    taken = Signal(object)
    """A `Found` that is to be set up."""
    loaded = Signal()
    """The system has answered, or cannot be asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._busy = False
        self._known: Sequence[Profile] = ()
        self.there: list[Found] = []
        """All that the system reports."""
        self.buttons: dict[str, KeyButton] = {}
        """By the queue's name."""
        self.said = Text("", Role.CAPTION, tone="text2", wrap=True)
        self.again_button = KeyButton(
            translate("ui", "Look again"), key="F5", icon="refresh", kind="quiet"
        )
        self.again_button.clicked.connect(self.look)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(4, 4, 4, 4)
        self._inside = QWidget()
        self._inside.setLayout(self._rows)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self._area.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self._inside.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.PAD, look.GAP, look.GAP, look.GAP)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addWidget(self._area)
        column.addWidget(Flow(self.again_button))
        self._show()

    def look(self) -> None:
        """Ask the system for its printers."""
        if self._busy:
            return
        self._busy = True
        if not self.there:
            self._say(translate("ui", "Looking for printers…"))
        self._desk.lanes.start(
            PRINT,
            _found_printers,
            done=while_alive(self, self._found),
            failed=while_alive(self, self._failed),
        )

    def set_known(self, profiles: Sequence[Profile]) -> None:
        """Those that are set up need not be offered."""
        before = _reached(self._known)
        self._known = profiles
        if _reached(profiles) != before:
            self._show()

    def proposal(self, reach: Reach, address: str) -> Profile | None:
        """As what a queue proposes itself, None where the system has none like that."""
        profiles = (one.profile for one in self.there)
        return next((one for one in profiles if (one.reach, one.address) == (reach, address)), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """As high as its buttons, which have a height only once they are shown."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._area.setFixedHeight(min(_HIGHEST, self._inside.sizeHint().height()))
        return super().eventFilter(watched, event)

    def _found(self, there: list[Found]) -> None:
        self._busy = False
        self.there = there
        self._show()
        self.loaded.emit()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.there = []
        self._show()
        if isinstance(error, Trouble):
            fact = translate("ui", "The system's printers cannot be asked just now.")
            self._say(f"{fact} {trouble_words(error)}", State.WARNING)
        else:
            self._desk.report(error)
        self.loaded.emit()

    def _show(self) -> None:
        for button in self.buttons.values():
            self._rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        known = _reached(self._known)
        new = [one for one in self.there if (one.profile.reach, one.profile.address) not in known]
        self.buttons = {one.profile.address: self._button(one) for one in new}
        for button in self.buttons.values():
            self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._area.setVisible(bool(new))
        if new:
            self._say(translate("ui", "Found, not set up yet:"))
        elif self.there:
            self._say(translate("ui", "Every printer of the system is set up."))
        else:
            self._say(translate("ui", "The system has no printer yet."))

    def _button(self, found: Found) -> KeyButton:
        name = found.profile.name
        shown = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
        button = KeyButton(shown, icon="plus", kind="header")
        button.setAccessibleName(translate("ui", "Add {name}").format(name=name))
        about = ", ".join(filter(None, (name, found.description, found.model)))
        button.setAccessibleDescription(about)
        button.setToolTip(about)
        button.clicked.connect(partial(self.taken.emit, found))
        return button

    def _say(self, text: str, state: State | None = None) -> None:
        self.said.setText(text)
        self.said.set_tone(state or "text2")


def own_ids(profile: Profile, known: Sequence[Profile]) -> Profile:
    """The same with an id and a name that none of these has."""
    number, ids, names = 1, {one.id for one in known}, {one.name for one in known}
    wanted = f"{profile.reach}:{profile.address}"
    new = replace(profile, id=wanted, name=profile.name or profile.address, stand_in="")
    while new.id in ids or new.name in names:
        number += 1
        name = profile.name or profile.address
        new = replace(new, id=f"{wanted}#{number}", name=f"{name} {number}")
    return new


def _reached(profiles: Sequence[Profile]) -> set[tuple[Reach, str]]:
    return {(one.reach, one.address) for one in profiles}


def _found_printers() -> list[Found]:
    from inpost_desk.printers.found import found_printers

    return found_printers()
