"""How often InPost is asked again, and that the right time for one look is learned."""

from __future__ import annotations

from inpost_desk.actions.waiting import NEAR, Rhythm, growing


def _looks(rhythm: Rhythm, takes: float) -> int:
    """How many looks it takes to find a thing done that takes so long."""
    looks, waited, missed = 0, 0.0, 0.0
    while True:
        before, waited = waited, waited + rhythm.pause(looks, waited=waited)
        looks += 1
        if waited >= takes:
            rhythm.done(early=missed, late=waited)
            return looks
        missed = waited
        assert waited > before or looks == 1


def test_pauses_grow_up_to_the_most() -> None:
    pauses = [growing(number, first=0.2, most=2.0) for number in range(6)]
    assert pauses == [0.2, 0.4, 0.8, 1.6, 2.0, 2.0]


def test_an_unknown_thing_is_looked_for_ever_more_rarely() -> None:
    assert _looks(Rhythm(first=0.2, most=2.0), 1.7) == 4


def test_one_look_does_once_the_time_is_known() -> None:
    rhythm = Rhythm(first=0.2, most=2.0)
    looks = [_looks(rhythm, 1.7) for _ in range(40)]
    assert sum(looks[10:]) <= 30 * 1.5
    assert rhythm.late < 1.7 + 3 * NEAR


def test_it_follows_when_things_become_slower_or_quicker() -> None:
    rhythm = Rhythm(first=0.2, most=5.0)
    for takes in (1.0, 4.0, 0.5):
        for _ in range(200):
            _looks(rhythm, takes)
        assert takes <= rhythm.late < takes + 3 * NEAR


def test_it_never_waits_longer_than_the_most_nor_backwards() -> None:
    rhythm = Rhythm(first=0.2, most=2.0, early=50.0, late=60.0)
    assert rhythm.pause(0, waited=0) == 2.0
    assert rhythm.pause(0, waited=100) == 0.0
