"""The time left: exact for an even flow, calm in bursts, silent where nobody can know."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.time_left import Sample, rounded, seconds_left


def _even(rate: float, seconds: int) -> list[Sample]:
    return [Sample(float(at), int(at * rate)) for at in range(seconds + 1)]


def test_an_even_flow_is_exact() -> None:
    left = seconds_left(_even(2.0, 30), 100, now=30.0)
    assert left == pytest.approx(20.0)


@pytest.mark.parametrize("samples", [[], [(0, 0)], [(0, 0), (10, 5)], [(0, 0), (1, 1), (2, 2)]])
def test_too_early_to_know(samples: list[tuple[float, int]]) -> None:
    assert seconds_left([Sample(*one) for one in samples], 100, now=11.0) is None


def test_nothing_is_left_of_a_finished_run() -> None:
    assert seconds_left([Sample(0, 7)], 7, now=90.0) == 0


def test_a_flow_that_stopped_says_nothing() -> None:
    samples = _even(1.0, 20)
    assert seconds_left(samples, 100, now=30.0) is not None
    assert seconds_left(samples, 100, now=51.0) is None


@given(
    burst=st.integers(min_value=1, max_value=100),
    period=st.floats(min_value=0.5, max_value=60),
    count=st.integers(min_value=12, max_value=40),
    more=st.integers(min_value=1, max_value=50),
    late=st.floats(min_value=0, max_value=1),
)
def test_regular_bursts_count_down_second_by_second(
    burst: int, period: float, count: int, more: int, late: float
) -> None:
    samples = [Sample(at * period, at * burst) for at in range(count + 1)]
    left = seconds_left(samples, burst * (count + more), now=(count + late) * period)
    assert left == pytest.approx(max((more - late) * period, 1.0), rel=1e-3, abs=0.01)


@given(
    before=st.integers(min_value=0, max_value=5_000),
    rate=st.integers(min_value=1, max_value=5),
    seconds=st.integers(min_value=20, max_value=300),
)
def test_what_was_done_before_the_start_does_not_count(
    before: int, rate: int, seconds: int
) -> None:
    jump = [Sample(0.0, 0), *(Sample(at + 0.2, before + at * rate) for at in range(1, seconds + 1))]
    total = before + seconds * rate + 100 * rate
    assert seconds_left(jump, total, now=seconds + 0.2) == pytest.approx(100, rel=0.1)


@given(
    gaps=st.lists(
        st.tuples(st.floats(min_value=0.01, max_value=200), st.integers(0, 100)), max_size=60
    ),
    total=st.integers(min_value=0, max_value=10_000),
    waited=st.floats(min_value=0, max_value=500),
)
def test_whatever_comes_the_answer_is_a_time_or_none(
    gaps: list[tuple[float, int]], total: int, waited: float
) -> None:
    time, done, samples = 0.0, 0, [Sample(0.0, 0)]
    for gap, more in gaps:
        time, done = time + gap, done + more
        samples.append(Sample(time, done))
    left = seconds_left(samples, total, now=time + waited)
    assert left is None or left >= 0
    assert (left == 0) == (done >= total)


@given(
    rate=st.floats(min_value=0.2, max_value=5),
    slower=st.floats(min_value=0.2, max_value=5),
)
def test_only_the_last_two_minutes_count(rate: float, slower: float) -> None:
    first = [Sample(at / rate, at) for at in range(200)]
    start = first[-1].time
    steps = int(slower * 130) + 5
    samples = first + [Sample(start + at / slower, 199 + at) for at in range(1, steps)]
    left = seconds_left(samples, samples[-1].done + 50, now=samples[-1].time)
    assert left == pytest.approx(50 / slower, rel=0.1)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.4, 10), (14, 10), (16, 20), (131, 130), (299, 300), (335, 360)]
)
def test_rounded_for_the_eye(seconds: float, said: int) -> None:
    assert rounded(seconds) == said
