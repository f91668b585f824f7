"""The pace, on a clock that the test moves."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.shipx.pace import Pace


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
