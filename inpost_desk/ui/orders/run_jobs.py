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
from inpost_desk.ui.orders.paper_jobs import keeping
from inpost_desk.wording.sentences import moment_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.desk_run import Sent
    from inpost_desk.actions.print_line import Printed, Printing
    from inpost_desk.actions.printing import Ahead
    from inpost_desk.actions.ready import Held
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
    held: tuple[Held, ...] = ()


def print_labels(session: Session, known: Settings, parts: PressParts) -> Pressed:
    """Print as labels come."""
    from inpost_desk.actions.press import Press
    from inpost_desk.session_printers import outlets_of

    outlets = outlets_of(session, known)
    press = Press(
        session.ledger,
        outlets,
        parts.pile,
        parts.rows,
        now=session.client.now,
        stop=parts.stop,
        told=keeping(parts.told),
        awaited=parts.awaited,
        before=_front(session, parts),
        ended=parts.ended,
        news=parts.news,
    )
    last = press.work()
    return Pressed(tuple(press.late), last, tuple(press.held))


def _front(session: Session, parts: PressParts) -> Ahead:
    """The page ahead of the labels: a specimen's warning, else what tells this batch from the one before."""
    from inpost_desk.actions.printing import Ahead
    from inpost_desk.labels.own_pages import separator

    if parts.front:
        return Ahead(separator(parts.front))
    count = translate("ui", "Labels: {count}").format(count=len(parts.awaited))
    words = (parts.pile.file_name, count, moment_words(session.client.now()))
    return Ahead(separator(words), everywhere=False)
