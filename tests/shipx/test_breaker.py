"""The breaker on a clock that the test moves: what opens it, who passes, what closes it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from inpost_desk.errors import NoAnswer, NotAllowed, NotFound, Offline, Refused, TooFast, Trouble
from inpost_desk.shipx.breaker import PROBES, Breaker, Outage, Way

BEGAN = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


class Line:
    """A breaker, its clock, and the requests of a test."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.told: list[Outage | None] = []
        self.recovered = 0
        self.breaker = Breaker(
            recovered=self._recover,
            clock=lambda: self.seconds,
            now=lambda: BEGAN + timedelta(seconds=self.seconds),
        )
        self.stop = self.breaker.listen(lambda: self.told.append(self.breaker.outage))

    def _recover(self) -> None:
        self.recovered += 1

    def ask(self, trouble: Trouble | None = None, way: Way = Way.AS_PROBE) -> str:
        """What comes of one request whose outcome is `trouble`."""
        try:
            with self.breaker.passing(way):
                if trouble is not None:
                    raise trouble
        except Trouble as met:
            return met.detail or type(met).__name__
        return "answered"

    def open(self) -> None:
        for _ in range(3):
            self.ask(Offline("no_connection"))
        assert self.breaker.outage is not None


@pytest.fixture
def line() -> Line:
    return Line()


UNREACHED = [
    Offline("no_connection"),
    Offline("timeout"),
    Offline("tls"),
    NoAnswer("cut"),
    NoAnswer("timeout"),
    NoAnswer("redirected"),
    NoAnswer("status_503"),
]
HEARD = [
    None,
    NoAnswer("status_500"),
    NoAnswer("unreadable"),
    TooFast(wait=5),
    NotAllowed(status=401),
    NotFound(status=404),
    Refused(status=400),
]
NOTHING_LEARNED = [Offline("closed"), Offline("too_late"), NoAnswer("closed"), ValueError("a bug")]


@pytest.mark.parametrize("trouble", UNREACHED, ids=str)
def test_three_in_a_row_that_do_not_reach_inpost_open_it(line: Line, trouble: Trouble) -> None:
    assert [line.ask(trouble) for _ in range(2)] == [trouble.detail] * 2
    assert line.breaker.outage is None
    line.seconds = 7
    line.ask(trouble)
    why = trouble.detail if isinstance(trouble, Offline) else ""
    assert line.breaker.outage == Outage(BEGAN, 0, PROBES[0], why)
    assert line.told == [line.breaker.outage]
    assert line.ask() == "outage"


@pytest.mark.parametrize("heard", HEARD, ids=repr)
def test_whatever_inpost_itself_says_begins_the_count_anew(
    line: Line, heard: Trouble | None
) -> None:
    for trouble in (*UNREACHED[:2], heard, *UNREACHED[:2]):
        line.ask(trouble)
    assert line.breaker.outage is None


@pytest.mark.parametrize("ours", NOTHING_LEARNED, ids=repr)
def test_what_is_our_own_doing_teaches_nothing(line: Line, ours: Exception) -> None:
    for trouble in (Offline("tls"), Offline("tls"), ours):
        with pytest.raises(type(trouble)), line.breaker.passing(Way.AS_PROBE):
            raise trouble
    assert line.breaker.outage is None
    line.ask(Offline("tls"))
    assert line.breaker.outage is not None


def test_one_request_asked_four_times_is_no_outage_but_no_connection_is(line: Line) -> None:
    """A single path may be broken at InPost; that nothing can be connected to is true of all."""
    line.ask(NoAnswer("status_503"))
    for _ in range(3):
        line.ask(NoAnswer("status_503"), Way.STILL)
    assert line.breaker.outage is None
    line.ask(Offline("timeout"), Way.STILL)
    line.ask(Offline("timeout"), Way.STILL)
    assert line.breaker.outage is not None


def test_what_went_wrong_long_ago_does_not_count(line: Line) -> None:
    line.ask(NoAnswer("cut"))
    line.ask(NoAnswer("cut"))
    line.seconds = 3600
    line.ask(NoAnswer("cut"))
    assert line.breaker.outage is None
    line.ask(NoAnswer("cut"))
    line.ask(NoAnswer("cut"))
    assert line.breaker.outage is not None
    assert line.breaker.outage.since == BEGAN + timedelta(hours=1)


def test_a_request_nothing_was_heard_of_counts(line: Line) -> None:
    for _ in range(3):
        line.breaker.silent()
    assert line.ask(way=Way.NOT) == "outage"


def test_while_it_is_open_nothing_passes_but_what_was_under_way(line: Line) -> None:
    line.open()
    assert [line.ask(way=way) for way in (Way.AS_PROBE, Way.NOT)] == ["outage"] * 2
    with pytest.raises(Offline) as caught:
        line.breaker.check(Way.NOT, request_id="one")
    assert (caught.value.request_id, caught.value.may_have_acted) == ("one", False)
    assert line.ask(NoAnswer("cut"), Way.STILL) == "cut"
    assert line.breaker.outage is not None
    assert line.breaker.outage.attempts == 0
    assert line.ask(way=Way.STILL) == "answered"
    assert line.breaker.outage is None


def test_exactly_one_probe_passes_when_it_is_due(line: Line) -> None:
    line.open()
    line.seconds = 4.9
    assert (line.ask(), line.breaker.wants_probe) == ("outage", False)
    line.seconds = 5.0
    assert line.breaker.wants_probe
    assert line.ask(way=Way.NOT) == "outage"
    with line.breaker.passing(Way.AS_PROBE):
        assert not line.breaker.wants_probe
        assert line.ask() == "outage"
    assert line.breaker.outage is None


def test_probes_in_vain_become_rarer_up_to_a_minute(line: Line) -> None:
    line.open()
    pauses = []
    for number in range(1, 7):
        assert line.breaker.outage is not None
        pauses.append(line.breaker.outage.next_probe_in)
        line.seconds += pauses[-1]
        assert line.ask(NoAnswer("timeout")) == "timeout"
        assert line.breaker.outage is not None
        assert line.breaker.outage.attempts == number
    assert pauses == [5, 10, 20, 40, 60, 60]
    assert len(line.told) == 7
    line.seconds += 60
    assert line.ask(Refused("no", status=400)) == "no"
    assert (line.told[-1], line.recovered) == (None, 1)
    # The next outage begins from the beginning.
    line.open()
    assert line.breaker.outage is not None
    assert (line.breaker.outage.attempts, line.breaker.outage.next_probe_in) == (0, 5)


def test_a_probe_that_was_not_sent_leaves_its_place(line: Line) -> None:
    line.open()
    line.seconds = 5
    with pytest.raises(ValueError, match="a bug"), line.breaker.passing(Way.AS_PROBE):
        raise ValueError("a bug")
    assert line.breaker.wants_probe
    assert line.ask(Offline("closed")) == "closed"
    assert line.breaker.wants_probe


def test_a_last_attempt_does_not_wait_for_the_probe_but_goes_alone(line: Line) -> None:
    line.open()
    assert line.ask(NoAnswer("cut"), Way.AT_LAST) == "cut"
    assert line.breaker.outage is not None
    assert (line.breaker.outage.attempts, line.breaker.outage.next_probe_in) == (1, 10)
    with line.breaker.passing(Way.AT_LAST):
        assert line.ask(way=Way.AT_LAST) == "outage"
    assert line.breaker.outage is None


def test_a_person_need_not_wait_for_the_next_probe(line: Line) -> None:
    line.open()
    line.breaker.probe_now()
    assert line.ask() == "answered"
    assert line.told[-1] is None


def test_who_has_stopped_listening_hears_nothing_more(line: Line) -> None:
    line.open()
    line.stop()
    line.stop()
    line.seconds = 5
    line.ask()
    assert line.told[1:] == []
    assert line.recovered == 1
