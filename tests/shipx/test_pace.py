"""The pace, on a clock that the test moves."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.shipx.pace import Pace
from tests.waiting import until


class Time:
    """A clock that jumps instead of waiting."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def pause(self, condition: threading.Condition, seconds: float | None) -> None:
        if seconds is None:
            condition.wait(10)
        else:
            self.now += seconds


def begun(pace: Pace, time: Time, count: int) -> list[float]:
    found = []
    for _ in range(count):
        with pace.turn():
            found.append(time.now)
    return found


@given(
    per_second=st.floats(min_value=0.3, max_value=20),
    gaps=st.lists(st.floats(min_value=0, max_value=2), min_size=5, max_size=30),
)
def test_no_second_ever_holds_too_many(per_second: float, gaps: list[float]) -> None:
    time = Time()
    pace = Pace(per_second=per_second, clock=time, pause=time.pause)
    found = []
    for gap in gaps:
        found += begun(pace, time, 1)
        time.now += gap
    burst = max(1, int(per_second))
    for earlier, later in zip(found, found[burst:], strict=False):
        assert later - earlier >= burst / per_second


def test_a_quiet_time_is_followed_by_no_delay() -> None:
    time = Time()
    pace = Pace(clock=time, pause=time.pause)
    assert begun(pace, time, 3) == [100.0] * 3
    assert begun(pace, time, 1)[0] == pytest.approx(101.02)


def test_too_fast_blocks_then_halves_and_recovers_slowly() -> None:
    time = Time()
    pace = Pace(per_second=4, clock=time, pause=time.pause)
    pace.slow_down(5)
    assert pace.per_second == 2
    assert begun(pace, time, 1) == [105.0]
    assert 2 < pace.per_second < 2.2
    begun(pace, time, 40)
    assert pace.per_second == 4


def test_however_often_it_is_slowed_down_it_goes_on() -> None:
    time = Time()
    pace = Pace(per_second=3, clock=time, pause=time.pause)
    for _ in range(50):
        pace.slow_down(100_000)
    assert begun(pace, time, 1) == [160.0]
    assert pace.per_second >= 0.2


def test_turns_are_taken_in_the_order_of_asking() -> None:
    pace = Pace(per_second=1000, in_flight=1)
    order: list[int] = []
    threads = []

    def take(number: int) -> None:
        with pace.turn():
            order.append(number)

    with pace.turn():
        for number in range(6):
            threads.append(threading.Thread(target=take, args=(number,)))
            threads[-1].start()
            while len(pace._queue) <= number:
                threads[-1].join(0.001)
    for thread in threads:
        thread.join(10)
    assert order == list(range(6))


def test_a_failed_request_gives_its_place_back() -> None:
    pace = Pace(per_second=1000, in_flight=1)
    for _ in range(3):
        with pytest.raises(RuntimeError), pace.turn():
            raise RuntimeError
    with pace.turn():
        pass


@pytest.mark.parametrize(("per_second", "in_flight"), [(0, 1), (-1, 1), (1, 0)])
def test_a_pace_that_never_moves_is_a_mistake(per_second: float, in_flight: int) -> None:
    with pytest.raises(ValueError, match="positive"):
        Pace(per_second=per_second, in_flight=in_flight)


def test_one_urgent_request_begins_although_the_second_is_full() -> None:
    time = Time()
    pace = Pace(clock=time, pause=time.pause)
    begun(pace, time, 3)
    with pace.turn(urgent=True):
        assert time.now == 100.0
    # The next one waits for one request's share, the others longer: it is counted.
    with pace.turn(urgent=True):
        assert time.now == pytest.approx(100 + 1 / 3)
    assert begun(pace, time, 3) == pytest.approx([101.02, 101.02, 101.02 + 1 / 3])


@given(
    per_second=st.floats(min_value=0.5, max_value=20),
    asked=st.lists(
        st.tuples(st.booleans(), st.floats(min_value=0, max_value=1)), min_size=5, max_size=40
    ),
)
def test_urgent_requests_take_their_share_from_the_others(
    per_second: float, asked: list[tuple[bool, float]]
) -> None:
    time = Time()
    pace = Pace(per_second=per_second, clock=time, pause=time.pause)
    found: list[tuple[float, bool]] = []
    for urgent, gap in asked:
        wanted = time.now
        with pace.turn(urgent=urgent):
            found.append((time.now, urgent))
        if urgent:
            assert time.now - wanted <= 1 / per_second + 1e-6
        time.now += gap
    burst = max(1, int(per_second))
    for (earlier, _), (later, urgent) in zip(found, found[burst:], strict=False):
        assert urgent or later - earlier >= burst / per_second


def waiting(pace: Pace, *, urgent: bool, order: list[str], name: str) -> threading.Thread:
    """A thread that stands in the queue already."""

    def take() -> None:
        with pace.turn(urgent=urgent):
            order.append(name)

    queue = pace._urgent if urgent else pace._queue
    there = len(queue)
    thread = threading.Thread(target=take)
    thread.start()
    until(lambda: len(queue) > there)
    return thread


def test_an_urgent_request_goes_ahead_of_all_that_wait() -> None:
    pace = Pace(per_second=1000, in_flight=1)
    order: list[str] = []
    with pace.turn(), pace.turn(urgent=True):
        # Both places are taken, the ordinary one and the one that is kept.
        threads = [waiting(pace, urgent=False, order=order, name=f"run {one}") for one in range(3)]
        threads += [waiting(pace, urgent=True, order=order, name="scan")]
        assert order == []
    for thread in threads:
        thread.join(10)
    assert order == ["scan", "run 0", "run 1", "run 2"]


def test_the_place_that_is_kept_is_not_for_the_others() -> None:
    pace = Pace(per_second=1000, in_flight=1)
    order: list[str] = []
    with pace.turn(urgent=True):
        begin = waiting_or_done(pace, order)
        with pace.turn(urgent=True):
            late = waiting(pace, urgent=False, order=order, name="late")
            assert order == ["run"]
    begin.join(10)
    late.join(10)
    assert order == ["run", "late"]


def waiting_or_done(pace: Pace, order: list[str]) -> threading.Thread:
    """An ordinary request that finds its place free beside the urgent one."""

    def take() -> None:
        with pace.turn():
            order.append("run")

    thread = threading.Thread(target=take)
    thread.start()
    until(lambda: order == ["run"])
    thread.join(10)
    return thread


def test_after_a_429_the_station_waits_too_or_gives_up_at_once() -> None:
    time = Time()
    pace = Pace(clock=time, pause=time.pause)
    pace.slow_down(5)
    with pytest.raises(TimeoutError), pace.turn(urgent=True, within=1):
        pass
    assert time.now == 100
    with pace.turn(urgent=True):
        assert time.now == 105


def test_who_does_not_get_a_place_in_time_leaves_the_queue() -> None:
    pace = Pace(per_second=1000, in_flight=1)
    with pace.turn(), pytest.raises(TimeoutError), pace.turn(within=0.02):
        pass
    with pace.turn(within=0.02):
        assert not pace._queue


def test_after_an_outage_it_begins_gently_and_grows() -> None:
    time = Time()
    pace = Pace(per_second=8, in_flight=2, clock=time, pause=time.pause)
    pace.begin_gently()
    assert pace.per_second == 2
    with pace.turn(), pytest.raises(TimeoutError), pace.turn(within=0):
        pass
    with pace.turn(), pace.turn(urgent=True):
        assert pace.per_second < 3
    begun(pace, time, 12)
    assert pace.per_second >= 4
    with pace.turn(), pace.turn():
        assert pace.per_second < 8
    begun(pace, time, 30)
    assert pace.per_second == 8
