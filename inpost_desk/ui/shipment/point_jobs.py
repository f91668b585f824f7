"""The finder's work on lanes: searching the cache, downloading it, asking InPost for one code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from inpost_desk.background import FETCH, TABLE
from inpost_desk.domain.point_answer import Answer, Wish
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs

if TYPE_CHECKING:
    from inpost_desk.actions.point_search import PointSearch
    from inpost_desk.actions.points import Cache
    from inpost_desk.actions.waiting import Stop
    from inpost_desk.session import Session


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: the text, what the point must be able to, where the receiver lives."""

    text: str
    wish: Wish
    near: str = ""


class PointJobs(QObject):
    """One finder's jobs. Only the newest question is answered."""

    answered = Signal(object, object)
    """An `Asked` and its `Answer`, from the cache."""
    asked_inpost = Signal(object, object)
    """An `Asked` and its `Answer` from InPost, None where InPost could not be asked."""
    cache_known = Signal(object)
    """How the cache stands: a `Cache`."""
    progressed = Signal(int, int)
    """So many of so many points read."""
    ended = Signal(object)
    """The download is over: None, or what went wrong."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self._newest = [0]
        self._newest_name = 0
        self._searches: dict[int, PointSearch] = {}
        self._stops: list[Stop] = []
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)
        self.destroyed.connect(partial(_forget, self._newest, self._stops))

    @property
    def downloading(self) -> bool:
        """Whether points are being read."""
        return bool(self._stops)

    @property
    def may_ask(self) -> bool:
        """Whether InPost can be asked at all."""
        return self._desk.session is not None and self._desk.session.may_ask

    def look(self) -> bool:
        """Ask how the cache stands; False where no account is open."""
        return self._jobs.start(_cache, lane=TABLE, done=self.cache_known.emit)

    def search(self, asked: Asked) -> None:
        """Search the cache; questions that came too late are not answered any more."""
        self._newest[0] += 1
        number = self._newest[0]
        newest, searches = self._newest, self._searches

        def work(session: Session) -> Answer | None:
            return _found(session, searches, asked) if number == newest[0] else None

        def done(answer: Answer | None) -> None:
            if answer is not None and number == newest[0]:
                self.answered.emit(asked, answer)

        self._jobs.start(work, lane=TABLE, done=done)

    def ask(self, asked: Asked) -> None:
        """Ask InPost for one code."""
        self._newest_name += 1
        number = self._newest_name

        def done(answer: Answer | None) -> None:
            if number == self._newest_name:
                self.asked_inpost.emit(asked, answer)

        self._jobs.start(partial(_asked, asked=asked), lane=FETCH, done=done)

    def forget_names(self) -> None:
        """Nobody waits for InPost's answer any more."""
        self._newest_name += 1

    def download(self) -> None:
        """Read the network, or what changed; goes on where it was stopped."""
        from inpost_desk.actions.waiting import Stop

        if self._stops:
            return
        stop = Stop()
        tell = self._jobs.relay(self._progressed)

        def work(session: Session) -> None:
            from inpost_desk.actions.points import read_network

            read_network(
                session.ledger,
                session.client,
                progress=lambda read, total: tell((read, total)),
                stop=stop,
            )

        if self._jobs.start(work, done=self._ended, failed=self._ended):
            self._stops.append(stop)

    def stop(self) -> None:
        """End the download after the page that is being read."""
        for one in self._stops:
            one.event.set()

    def _progressed(self, at: tuple[int, int]) -> None:
        self.progressed.emit(*at)

    def _ended(self, error: Exception | None) -> None:
        self._stops.clear()
        self.ended.emit(error)
        self.look()


def _forget(newest: list[int], stops: list[Stop], *_gone: object) -> None:
    """The page is no more: nothing is read for it any longer."""
    newest[0] += 1
    for one in stops:
        one.event.set()


def _cache(session: Session) -> Cache:
    from inpost_desk.actions.points import cache_of

    return cache_of(session.ledger, session.client.now())


def _found(session: Session, searches: dict[int, PointSearch], asked: Asked) -> Answer:
    """The points stay in memory as long as the finder and the account do."""
    from inpost_desk.actions.point_search import PointSearch

    search = searches.get(id(session))
    if search is None:
        searches.clear()
        search = searches[id(session)] = PointSearch(session.ledger)
    return search.find(asked.text, asked.wish, near=asked.near)


def _asked(session: Session, asked: Asked) -> Answer | None:
    from inpost_desk.actions.point_search import by_name
    from inpost_desk.actions.points import PointsUnknown

    if not session.may_ask:
        return None
    try:
        return by_name(session.ledger, session.client, asked.text, asked.wish, near=asked.near)
    except (PointsUnknown, Trouble):
        # Whether the code is right is found out when the shipment is bought.
        return None
