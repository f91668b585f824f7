"""What `running` has done on lanes: thin calls of the actions with the run's account. Nothing of Qt here."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inpost_desk.actions.progress import Shower
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.pile import Pile
from inpost_desk.settings import Settings

if TYPE_CHECKING:
    from inpost_desk.actions.desk_run import Sent
    from inpost_desk.actions.printing import Printed, Printing
    from inpost_desk.session import Session


@dataclass(frozen=True, slots=True)
class Sending:
    """What is bought, and who is told."""

    pile_id: int
    rows: Collection[int] | None
    show: Shower
    stop: Stop
    alone: threading.Lock | None


def send(session: Session, known: Settings, what: Sending) -> Sent:
    from inpost_desk.actions import desk_run
    from inpost_desk.ui.orders.terms import terms_of, weekend_window

    return desk_run.send(
        session.ledger,
        session.client,
        what.pile_id,
        terms=terms_of(session, known),
        rows=what.rows,
        show=what.show,
        stop=what.stop,
        alone=what.alone,
        weekend=weekend_window(session, known),
    )


@dataclass(frozen=True, slots=True)
class PressParts:
    """What a `Press` is made of, on its lane."""

    pile: Pile
    rows: frozenset[int]
    stop: Stop
    told: Callable[[Printing], None]
    awaited: Collection[int]
    front: tuple[str, ...]
    ended: threading.Event
    news: threading.Event


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came of the printing beside a run."""

    late: tuple[int, ...] = ()
    last: Printed | None = None


def print_labels(session: Session, known: Settings, parts: PressParts) -> Pressed:
    """Print as labels come."""
    from inpost_desk.actions.press import Press
    from inpost_desk.labels.own_pages import separator
    from inpost_desk.ui.orders.terms import printer_for_session

    press = Press(
        session.ledger,
        printer_for_session(session, known),
        parts.pile,
        parts.rows,
        now=session.client.now,
        stop=parts.stop,
        told=parts.told,
        awaited=parts.awaited,
        before=separator(parts.front) if parts.front else None,
        ended=parts.ended,
        news=parts.news,
    )
    last = press.work()
    return Pressed(tuple(press.late), last)
