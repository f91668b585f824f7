"""What cannot be printed at once waits, is offered as a block in scanned order, never comes by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from inpost_desk.background import Lanes
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.domain.scan_code import Command
from inpost_desk.domain.station import BuyAt, State, StationRules
from inpost_desk.ledger import prints, waiting_labels
from inpost_desk.ledger.schema import shipments
from inpost_desk.ui.station import watching
from tests.simulator_process import Simulator
from tests.ui.orders_desk import lockers, references
from tests.ui.station_desk import Station, station
from tests.zebra_listener import ZebraListener

Key = Qt.Key
CREATE = {"method": "POST", "path": "*/shipments"}
# InPost makes it, and the answer is lost.
LOST = {"do": "cut", "act": True, "nth": 1, **CREATE}
# Nothing can be looked up.
BLIND = {"do": "error", "status": 503, "method": "GET", "path": "*/organizations/*/shipments*"}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "WORK_EVERY", 50)


@pytest.fixture
def at(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path, quick: None
) -> Iterator[Station]:
    del quick
    with station(qtbot, lanes, simulator, tmp_path) as made:
        yield made


def waiting(at: Station) -> tuple[int, int]:
    """Labels that can be printed now, and those still to come."""
    return waiting_labels.counts(at.session.ledger)


def block(at: Station) -> list[str]:
    """The references of the newest document that went to the printer, in its order."""
    (job,) = prints.last_jobs(at.session.ledger, limit=1)
    names = {at.box(one).shipment_id: one for one in references(9) if known(at, one)}
    return [names[one] for one in job.shipments]


def known(at: Station, reference: str) -> bool:
    from inpost_desk.ledger import station_find

    return bool(station_find.by_reference(at.session.ledger, [reference]))


def reached(at: Station) -> None:
    """InPost answers again, and somebody asks at once."""
    client = at.session.client
    at.until(lambda: client.outage is None or client.knock(now=True))


def offered(at: Station, ready: int) -> None:
    """Wait until so many are offered and none is awaited, with a strip that says so."""
    at.until(lambda: waiting(at) == (ready, 0))
    at.until(at.page.late.isVisible)


# Paper


def test_without_paper_nothing_is_sent_and_what_waits_prints_as_a_block(at: Station) -> None:
    at.buy(at.put(*lockers(3)))
    at.zebra.paper = 0
    for reference in ("R-03", "R-01", "R-02"):
        assert at.scan_until(reference, State.WAITING).rule == "paper"
    at.rest()
    assert (at.zebra.jobs, at.labels) == ([], 0)
    assert waiting(at) == (3, 0)
    at.zebra.change(paper=100)
    at.scan_until("R-02", State.PRINTED)
    assert at.labels == 1
    at.key(Key.Key_F8)
    at.until(lambda: "station.late" in at.notices)
    assert at.labels == 1 + 1 + 2
    assert block(at) == ["R-03", "R-01"]
    assert waiting(at) == (0, 0)
    at.rest()
    assert [what for what, _reference in at.lines()[:2]] == ["late_block", "late_block"]


def test_nothing_that_waits_comes_out_by_itself(at: Station) -> None:
    at.buy(at.put(*lockers(2)))
    at.zebra.paper = 0
    at.scan_until("R-01", State.WAITING)
    at.zebra.change(paper=100)
    at.scan_until("R-02", State.PRINTED)
    at.table.watching.fetch()
    at.rest()
    assert at.labels == 1
    at.scan(Command.PRINT_LATE)
    at.until(lambda: at.labels == 3)
    at.rest()
    assert at.scan_until(Command.PRINT_LATE, State.TOLD).rule == "nothing_late"


def test_what_was_cancelled_while_it_waited_does_not_print(at: Station) -> None:
    at.buy(at.put(*lockers(2)))
    at.zebra.paper = 0
    for reference in references(2):
        at.scan_until(reference, State.WAITING)
    at.cancel("R-01")
    at.grow_old(minutes=11)
    at.zebra.change(paper=100)
    at.rest()
    at.scan(Command.PRINT_LATE)
    at.until(lambda: "station.late.R-01" in at.notices)
    at.rest()
    assert block(at) == ["R-02"]
    assert waiting(at) == (0, 0)


def test_what_inpost_does_not_know_any_more_does_not_print(at: Station) -> None:
    at.buy(at.put(*lockers(2)))
    at.zebra.paper = 0
    for reference in references(2):
        at.scan_until(reference, State.WAITING)
    unknown = update(shipments).where(shipments.c.id == at.box("R-01").shipment_id)
    with at.session.ledger.write() as connection:
        connection.execute(unknown.values(shipx_id=4040404))
    at.grow_old(minutes=11)
    at.zebra.change(paper=100)
    at.rest()
    at.scan(Command.PRINT_LATE)
    at.until(lambda: "station.late.R-01" in at.notices)
    at.rest()
    assert (block(at), at.labels, waiting(at)) == (["R-02"], 2, (0, 0))


def test_what_was_scanned_at_another_station_is_printed_there(at: Station) -> None:
    at.buy(at.put(*lockers(1)))
    at.zebra.paper = 0
    at.scan_until("R-01", State.WAITING)
    at.zebra.change(paper=100)
    at.change(station=StationRules(name="Second"))
    assert at.scan_until(Command.PRINT_LATE, State.TOLD).rule == "nothing_late"
    assert (at.labels, waiting(at)) == (0, (1, 0))
    at.change(station=StationRules())
    at.key(Key.Key_F8)
    at.until(lambda: at.labels == 2)
    at.until(lambda: waiting(at) == (0, 0))


class Holding(ZebraListener):
    """Takes a job and lets no label out before it is told to."""

    held = True

    def _print(self) -> None:
        if not self.held:
            super()._print()

    def let_go(self) -> None:
        self.held = False
        self.change()


def test_a_printer_that_keeps_a_label_to_itself_is_said_aloud(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    rules = StationRules(late_after=1)
    zebra = Holding()
    with zebra:
        printers = (Profile.at(Reach.SOCKET, zebra.address, name="Slow"),)
        with station(
            qtbot, lanes, simulator, tmp_path, station=rules, printers=printers
        ) as at:  # fmt: skip
            at.buy(at.put(*lockers(1)))
            at.scan_until("R-01", State.PRINTING)
            shown = at.shows(State.STOP, "maybe_printed")
            assert shown.box == at.box("R-01")
            at.key(Key.Key_Space)
            zebra.let_go()
            at.until(lambda: prints.at_printer(at.session.ledger) == frozenset())
            assert len(zebra.labels) == 1
            assert [one.rule for one in at.history if one.state is State.STOP] == ["maybe_printed"]
            at.scan_until("R-01", State.ALREADY)


def test_a_printer_that_cannot_tell_says_sent(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with ZebraListener(answers=False) as zebra:
        printers = (Profile.at(Reach.SOCKET, zebra.address),)
        with station(qtbot, lanes, simulator, tmp_path, printers=printers) as at:
            at.buy(at.put(*lockers(1)))
            at.scan_until("R-01", State.SENT)
            at.rest()
            assert State.PRINTED not in {one.state for one in at.history}
            assert len(zebra.labels) == 1


# InPost takes long, or cannot be reached


def test_the_packer_goes_on_while_inpost_takes_long(at: Station) -> None:
    at.change(station=StationRules(late_after=1))
    pile_id = at.put(*lockers(2))
    at.buy(pile_id, [2])
    at.simulator.faults({"do": "slow", "seconds": 1.5, **CREATE})
    assert at.scan_until("R-01", State.WAITING).rule == "slow"
    at.scan_until("R-02", State.PRINTED)
    assert at.labels == 1
    offered(at, 1)
    assert at.labels == 1
    at.key(Key.Key_F8)
    at.until(lambda: at.labels == 3)
    at.rest()
    assert (block(at), at.bought()) == (["R-01"], ["R-01", "R-02"])


def test_a_label_that_comes_after_a_question_was_answered_is_not_late(at: Station) -> None:
    at.change(station=StationRules(late_after=1))
    at.buy(at.put(*lockers(1)))
    at.scan_until("R-01", State.PRINTED)
    at.scan_until("R-01", State.ALREADY)
    asked = at.table.clerk.asked
    assert asked is not None
    now = at.session.client.now
    at.until(lambda: (now() - asked.at).total_seconds() > 1)
    at.key(Key.Key_R)
    at.shows(State.PRINTED, "reprinted")
    assert (at.labels, waiting(at)) == (2, (0, 0))


def test_an_outage_in_the_middle_of_a_series(at: Station) -> None:
    pile_id = at.put(*lockers(6))
    at.buy(pile_id, [1, 3, 5])
    at.simulator.faults({"do": "outage"})
    for reference in references(6):
        at.scan(reference)
    at.until(lambda: waiting(at) == (0, 3))
    at.rest()
    assert at.labels == 3
    assert [one.rule for one in at.history if one.state is State.WAITING] == ["offline"] * 3
    at.simulator.faults()
    reached(at)
    offered(at, 3)
    assert at.labels == 3
    at.key(Key.Key_F8)
    at.until(lambda: at.labels == 7)
    assert block(at) == ["R-02", "R-04", "R-06"]
    assert at.bought() == references(6)
    created = [one["path"] for one in at.simulator.log() if one["method"] == "POST"]
    assert len({one["payments"] for one in at.simulator.shipments()}) == 1
    assert created


def test_what_waits_is_not_bought_where_nothing_is_any_more(at: Station) -> None:
    at.put(*lockers(1))
    at.simulator.faults({"do": "outage"})
    at.scan_until("R-01", State.WAITING)
    at.change(station=StationRules(buy_at=BuyAt.NEVER))
    at.simulator.faults()
    reached(at)
    at.until(lambda: "station.late.R-01" in at.notices)
    at.rest()
    assert (at.bought(), waiting(at)) == ([], (0, 0))
    assert at.notices["station.late.R-01"].consequence.startswith("Not bought yet. ")


def test_a_token_that_may_not_is_told_once(at: Station) -> None:
    at.put(*lockers(1))
    at.simulator.faults({"do": "outage"})
    at.scan_until("R-01", State.WAITING)
    at.simulator.faults({"do": "error", "status": 401, "path": "/v1/organizations/*"})
    reached(at)
    at.until(lambda: "trouble.NotAllowed" in at.notices)
    at.rest()
    asked = len(at.simulator.log())
    at.table.watching._work_off()
    at.rest()
    assert (len(at.simulator.log()), waiting(at)) == (asked, (0, 1))


def test_a_lost_answer_is_found_out_at_once_where_inpost_answers(at: Station) -> None:
    at.put(*lockers(1))
    at.simulator.faults(LOST)
    at.scan_until("R-01", State.PRINTED)
    assert (at.labels, at.bought()) == (1, ["R-01"])


def test_a_lost_answer_buys_nothing_twice(at: Station) -> None:
    at.put(*lockers(2))
    at.simulator.faults(LOST, BLIND)
    shown = at.scan_until("R-01", State.WAITING)
    assert shown.rule in ("offline", "unsure")
    at.simulator.faults()
    reached(at)
    at.scan_until("R-02", State.PRINTED)
    offered(at, 1)
    at.key(Key.Key_F8)
    at.until(lambda: at.labels == 3)
    at.rest()
    assert at.bought() == references(2)
    assert waiting(at) == (0, 0)


def test_three_parcels_wanted_in_an_outage_are_offered_together(at: Station) -> None:
    at.put(*lockers(1))
    at.simulator.faults({"do": "outage"})
    at.scan(Command.TIMES_3)
    at.scan_until("R-01", State.WAITING)
    at.simulator.faults()
    reached(at)
    offered(at, 3)
    at.key(Key.Key_F8)
    at.until(lambda: at.labels == 4)
    assert at.bought() == ["R-01", "R-01-2/2", "R-01-3/3"]


def test_a_further_parcel_whose_answer_is_lost_waits_and_comes_once(at: Station) -> None:
    at.put(*lockers(1))
    at.scan_until("R-01", State.PRINTED)
    at.simulator.faults(LOST, BLIND)
    at.scan_until(Command.MORE, State.WAITING)
    at.simulator.faults()
    reached(at)
    offered(at, 1)
    at.key(Key.Key_F8)
    at.until(lambda: at.labels == 3)
    assert at.bought() == ["R-01", "R-01-2/2"]


def test_no_further_parcel_without_a_connection(at: Station) -> None:
    at.put(*lockers(1))
    at.scan_until("R-01", State.PRINTED)
    at.simulator.faults({"do": "outage"})
    shown = at.scan_until(Command.MORE, State.STOP)
    assert (shown.rule, bool(shown.value)) == ("trouble", True)
    at.key(Key.Key_Space)
    assert at.shows(State.READY)
    assert at.bought() == ["R-01"]
