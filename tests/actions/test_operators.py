"""Badges that every keyboard types alike, and PINs of which only a digest is kept."""

from __future__ import annotations

import pytest

from inpost_desk.actions.operators import new_badge, pin_digest, pin_matches
from inpost_desk.domain.scan_code import BADGE_PREFIX, STEADY, read_code
from inpost_desk.domain.station import ScannerRules


def test_badges_are_all_different_and_read_as_badges() -> None:
    badges = {new_badge() for _ in range(500)}
    assert len(badges) == 500
    assert {len(badge) for badge in badges} == {len(BADGE_PREFIX) + 8}
    for badge in badges:
        assert set(badge.removeprefix(BADGE_PREFIX)) <= set(STEADY)
        assert read_code(badge.swapcase(), ScannerRules()).badge
        assert read_code(badge, ScannerRules()).text == badge


def test_a_pin_is_known_by_its_digest_which_does_not_tell_it() -> None:
    one, other = pin_digest("4711"), pin_digest("4711")
    assert one != other
    assert "4711" not in one
    assert pin_matches("4711", one)
    assert pin_matches("4711", other)
    assert not pin_matches("4712", one)
    assert not pin_matches("", one)


@pytest.mark.parametrize("digest", ["", ":", "00:", "zz:00", "00:zz", "no digest", "00:00"])
def test_no_pin_matches_a_damaged_digest(digest: str) -> None:
    assert not pin_matches("4711", digest)
    assert not pin_matches("", digest)


def test_there_is_no_empty_pin() -> None:
    with pytest.raises(ValueError, match="pin"):
        pin_digest("")
