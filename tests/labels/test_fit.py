"""Where a page lies on the paper, in millimetres: examples, and what holds for every page."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.printer import Language, PaperKind, Profile, Reach, Sheet
from inpost_desk.labels.fit import Box, Cut, fit, reach, turned

A6 = (105.0, 148.0)
POINTS_A6 = (104.775, 148.519)
A4 = (210.0, 297.0)
INK = Box(3, 3, 98, 140)


def profile(**facts: Any) -> Profile:
    """A Zebra with A6 labels, but for these facts."""
    usual: dict[str, Any] = {"reach": Reach.SOCKET, "address": "zebra", "language": Language.ZPL}
    return Profile(id="1", name="Zebra", **usual | facts)


@pytest.mark.parametrize("page", [A6, POINTS_A6, (105.9, 147.2)])
def test_a_page_of_the_papers_size_lies_as_it_is(page: tuple[float, float]) -> None:
    laid = fit(page, INK, profile())

    assert (laid.scale, laid.cut, laid.lost) == (1.0, Cut.NOTHING, False)
    assert (laid.place.left, laid.place.top, laid.part.left, laid.part.top) == (0, 0, 0, 0)


def test_a_head_of_104_mm_loses_half_a_millimetre_of_margin_at_each_side() -> None:
    laid = fit(A6, INK, profile(head=1040))

    assert laid.part == Box(0.5, 0, 104, 148)
    assert laid.place == Box(0.5, 0, 104, 148)
    assert (laid.cut, laid.scale) == (Cut.MARGIN, 1.0)


def test_a6_on_100_by_150_loses_margin_alike() -> None:
    laid = fit(A6, INK, profile(paper=PaperKind.MM_100_150))

    assert laid.part == Box(2.5, 0, 100, 148)
    assert laid.place.left == 0
    assert laid.cut is Cut.MARGIN


def test_ink_that_lies_aside_is_moved_rather_than_cut() -> None:
    laid = fit(A6, Box(0.2, 3, 99, 140), profile(paper=PaperKind.MM_100_150))

    assert laid.part.left == 0
    assert laid.place.left + 0.2 == pytest.approx(0.5)
    assert (laid.cut, laid.scale, laid.lost) == (Cut.MARGIN, 1.0, False)


def test_only_ink_that_does_not_fit_is_made_smaller() -> None:
    laid = fit(A6, Box(1, 3, 103, 140), profile(paper=PaperKind.MM_100_150))

    assert laid.cut is Cut.SCALED
    assert laid.scale == pytest.approx(99.75 / 103)
    assert not laid.lost


@pytest.mark.parametrize("left", [0, 105])
@pytest.mark.parametrize("top", [0, 148.5])
def test_an_a4_page_with_one_quarter_used_is_that_quarter(left: float, top: float) -> None:
    laid = fit(A4, Box(left + 2, top + 2, 100, 140), profile())

    assert laid.part == Box(left, top, 105, 148)
    assert (laid.cut, laid.scale, laid.lost) == (Cut.QUARTER, 1.0, False)
    assert (laid.place.left, laid.place.top) == (0, 0)


def test_a_frame_half_beyond_its_quarter_is_whole() -> None:
    laid = fit(A4, Box(0, 0, 105.3, 148), profile())

    assert laid.part.width == pytest.approx(105.3, abs=0.31)
    assert (laid.cut, laid.lost) == (Cut.QUARTER, False)


def test_an_a4_page_full_of_ink_is_told_as_scaled() -> None:
    assert fit(A4, Box(10, 10, 190, 277), profile()).cut is Cut.SCALED


def test_an_a4_page_on_a4_is_left_alone() -> None:
    a4 = profile(reach=Reach.CUPS, language=Language.PIXELS, paper=PaperKind.A4)

    laid = fit(A4, Box(2, 2, 90, 90), a4)

    assert (laid.part, laid.cut) == (Box(0, 0, 210, 297), Cut.NOTHING)


def test_a_smaller_page_lies_at_the_top_in_the_middle() -> None:
    laid = fit((80, 60), Box(1, 1, 70, 50), profile())

    assert laid.place == Box(12.5, 0, 80, 60)
    assert (laid.cut, laid.scale) == (Cut.NOTHING, 1.0)


def test_a_blank_page_lies_like_any_other() -> None:
    assert fit(A6, None, profile(head=1040)).part == Box(0.5, 0, 104, 148)


def test_offsets_move_the_page() -> None:
    laid = fit(A6, INK, profile(right=13, down=-21))

    assert laid.place.left == pytest.approx(1.3)
    assert laid.place.top == pytest.approx(-2.1)
    assert not laid.lost


@pytest.mark.parametrize(
    "offset", [{"right": 50}, {"right": -40}, {"down": 60}, {"down": -35}, {"right": 45, "down": 1}]
)
def test_an_offset_that_pushes_ink_away_is_noticed(offset: dict[str, int]) -> None:
    assert fit(A6, INK, profile(**offset)).lost


def test_a_quarter_turn_fits_sideways_paper() -> None:
    sideways = profile(paper=PaperKind.CUSTOM, custom=Sheet(1480, 1050), rotation=90)

    laid = fit(A6, INK, sideways)

    assert (laid.place, laid.cut) == (Box(0, 0, 148, 105), Cut.NOTHING)


lengths = st.floats(20, 250)
shares = st.floats(0, 1)
profiles = st.builds(
    profile,
    paper=st.sampled_from([PaperKind.A6, PaperKind.MM_100_150, PaperKind.INCH_4_6]),
    head=st.sampled_from([0, 720, 1040]),
    rotation=st.sampled_from([0, 90, 180, 270]),
)


@given(lengths, lengths, st.tuples(shares, shares, shares, shares), profiles)
def test_no_ink_is_lost_without_an_offset(
    width: float, height: float, ends: tuple[float, float, float, float], one: Profile
) -> None:
    across, down = sorted(ends[:2]), sorted(ends[2:])
    ink = Box(
        across[0] * width, down[0] * height,
        (across[1] - across[0]) * width, (down[1] - down[0]) * height,
    )  # fmt: skip

    laid = fit((width, height), ink, one)

    same = sorted((width, height))
    tolerance = 1.05 if abs(same[0] - one.sheet.width / 10) <= 1 else 0.35
    assert laid.scale <= 1
    assert (laid.scale < 1) == (laid.cut is Cut.SCALED)
    assert laid.place.within(reach(one), 0.001)
    assert ink.within(laid.part, tolerance)
    assert not laid.lost or tolerance > 1


@given(lengths, lengths, st.sampled_from([0, 90, 180, 270]))
def test_four_turns_are_none(left: float, top: float, rotation: int) -> None:
    page = Box(0, 0, 300, 400)
    box = Box(left, top, 10, 20)
    size = Box(0, 0, page.height, page.width) if rotation in (90, 270) else page

    back = turned(turned(box, page, rotation), size, -rotation % 360)

    assert back.within(box, 0.001)
    assert box.within(back, 0.001)
