"""What every page of the window shares: lanes, settings, the open account, notices.

Pages get one `Desk`. It starts nothing by itself; `app` builds it and opens the account.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QObject, Signal

from inpost_desk import settings
from inpost_desk.background import CHANGE, RUN, Lanes
from inpost_desk.errors import Trouble
from inpost_desk.settings import Settings
from inpost_desk.wording.sentences import trouble_words

if TYPE_CHECKING:
    # What it brings along (httpx, SQLAlchemy) is loaded on the lane that opens an account.
    from inpost_desk.session import Session

INFORMATION: Final = "information"
DONE: Final = "done"
WARNING: Final = "warning"
ERROR: Final = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of the strip. The newest notice of a `key` takes the place of the older one.

    `state` is information, done, warning or error; `fact` what happened, `consequence` what that means and
    what to do; `button` never spends money and never deletes.
    """

    key: str
    state: str
    fact: str
    consequence: str = ""
    button: str = ""
    pressed: Callable[[], None] | None = None


class Alone(Protocol):
    """Does `work` on a lane while no account is open, opens again what was, then tells `done` or `failed`."""

    def __call__(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None: ...


class Desk(QObject):
    """The window's state that outlives every page."""

    session_changed = Signal()
    settings_changed = Signal()
    noticed = Signal(object)
    withdrawn = Signal(str)
    put_away = Signal(str)
    """Somebody has read the notice of that key and does not want to see it any more."""
    reported = Signal(object)
    """A `Trouble` that was shown by `report`."""
    told = Signal(str, object)
    """Status bar: a part (`connection`, `work`, `printer`) and what stands there now."""
    met = Signal(str)
    """Somebody has come to that moment of `hints.HINTS`, perhaps for the first time."""

    def __init__(self, lanes: Lanes, data_dir: Path, known: Settings) -> None:
        super().__init__()
        self.lanes = lanes
        self.data_dir = data_dir
        self.settings = known
        self.session: Session | None = None
        self.pile_lock = threading.Lock()
        """Held by a lane that changes rows of piles, or takes them as they stand."""
        self.guard: Callable[[str, Callable[[], None]], None] = _nobody_guards
        """Does something that may need a PIN (`domain.station.GUARDED`), once that is given."""
        self.alone: Alone = self._nobody_is_there
        """For what changes ledgers as a whole; the program closes the account meanwhile."""
        self.last_told: dict[str, object] = {}
        """What `told` said last of each part, for a page that is built later."""
        self.told.connect(self._keep_told)

    def use(self, session: Session | None) -> None:
        """Everything is about that account from now on."""
        self.session = session
        self.session_changed.emit()

    def change_settings(self, **changes: object) -> None:
        """Write settings on a lane; they count here as soon as they are on disk."""
        self.lanes.start(
            CHANGE,
            lambda: settings.change(self.data_dir, **changes),
            done=self.take_settings,
            failed=self.report,
        )

    def take_settings(self, known: Settings) -> None:
        """The settings as they stand on disk now."""
        self.settings = known
        self.settings_changed.emit()

    def _nobody_is_there(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.lanes.start(RUN, work, done=done, failed=failed)

    def _keep_told(self, part: str, value: object) -> None:
        self.last_told[part] = value

    def notify(self, notice: Notice) -> None:
        """Put a notice into the strip."""
        self.noticed.emit(notice)

    def withdraw(self, key: str) -> None:
        """Take back the notice of that key, where there is one."""
        self.withdrawn.emit(key)

    def report(self, error: Exception) -> None:
        """Show a failure nobody else shows. A bug goes to the crash dialog."""
        if not isinstance(error, Trouble):
            raise error
        self.notify(Notice(f"trouble.{type(error).__name__}", ERROR, trouble_words(error)))
        self.reported.emit(error)


def _nobody_guards(_what: str, then: Callable[[], None]) -> None:
    then()
