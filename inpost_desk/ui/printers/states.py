"""How the printers stand: each asked on a lane, whenever somebody looks again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inpost_desk.background import POLL
from inpost_desk.domain.printer import Profile
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_page_printer import printer_words
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import translate

Stands = tuple[str, ...]
"""Readiness and reasons; empty where it does not answer."""


class States(QObject):
    """The answers of the printers, by how they are reached."""

    changed = Signal()

    def __init__(self, desk: Desk, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looker = parent
        self._profiles: dict[str, Profile] = {}
        self._asked: set[str] = set()
        self._answers: dict[str, Stands] = {}

    def watch(self, profiles: Iterable[Profile]) -> None:
        """These are the printers that matter from now on; those not known yet are asked at once."""
        self._profiles = {_key(one): one for one in profiles}
        if self._looker.isVisible():
            self._ask({key for key in self._profiles if key not in self._answers})

    def look(self) -> None:
        """Ask all of them that are not being asked, each by itself."""
        self._ask(self._profiles)

    def _ask(self, keys: Iterable[str]) -> None:
        for key in keys:
            if key in self._asked:
                continue
            self._asked.add(key)
            self._desk.lanes.start(
                POLL,
                partial(_stands, self._profiles[key]),
                done=while_alive(self, partial(self._answered, key)),
                failed=while_alive(self, partial(self._silent, key)),
            )

    def words(self, profile: Profile) -> tuple[str, Shape, State]:
        """How it stands, in a word."""
        stands = self._answers.get(_key(profile))
        if stands is None:
            return translate("ui", "not asked yet"), Shape.CIRCLE, State.QUIET
        if not stands:
            return translate("ui", "does not answer"), Shape.CUT, State.WARNING
        return printer_words(stands[0], stands[1:])

    def _answered(self, key: str, stands: Stands) -> None:
        self._asked.discard(key)
        if self._answers.get(key) != stands:
            self._answers[key] = stands
            self.changed.emit()

    def _silent(self, key: str, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._asked.discard(key)
            self._desk.report(error)
            return
        self._answered(key, ())


def _key(profile: Profile) -> str:
    return f"{profile.reach}:{profile.address}:{profile.language}"


def _stands(profile: Profile) -> Stands:
    from inpost_desk.printers.choice import printer_for

    state = printer_for(profile).state()
    return state.readiness.value, *state.reasons
