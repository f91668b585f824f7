"""What a person reads off a test label leads to the right offset, paper and scale, whatever way it lies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.calibration import (
    MODULES,
    Seen,
    at_the_edges,
    bar_codes,
    correction,
    millimetres,
    module_read,
    page_for,
    paper_seen,
    scale,
)
from inpost_desk.domain.printer import (
    A4,
    A6,
    MOST_OFFSET,
    ROTATIONS,
    SHEETS,
    Language,
    PaperKind,
    Profile,
    Reach,
    Sheet,
)

ZEBRA = Profile("z", "Zebra", Reach.SOCKET, "10.0.0.1", language=Language.ZPL)
LASER = Profile("l", "Laser", Reach.CUPS, "laser", paper=PaperKind.A4_FOUR)

halves = st.integers(-12, 12).map(lambda one: one / 2)
heads = st.sampled_from([0, 1040])
turns = st.sampled_from(ROTATIONS)
papers = st.sampled_from([PaperKind.A6, PaperKind.MM_100_150, PaperKind.INCH_4_6])


def floor(value: float) -> float:
    return value * 2 // 1 / 2


def looked_at(profile: Profile, off: tuple[float, float]) -> Seen:
    """What is seen of a label that stands so far too far left and too high, as it is held upright.

    Worked out from the paper: the head prints what it reaches, the print is moved as set, the paper cuts.
    """
    page = page_for(profile)
    ends = []
    for length, clear, moved, away in (
        (page.width, page.clear, page.right, off[0]),
        (page.height, page.clear_ends, page.down, off[1]),
    ):
        numbers = [place / 2 for place in range(int(length * 2) + 1)]
        printed = [
            one
            for one in numbers
            if clear <= one <= length - clear and clear <= one + moved <= length - clear
        ]
        seen = [one for one in printed if away <= one + moved <= length + away]
        ends.append((seen[0], seen[-1]))
    return Seen(ends[0][0], ends[1][0], ends[0][1], ends[1][1])


@given(paper=papers, head=heads, rotation=turns, across=halves, along=halves)
def test_what_is_seen_at_the_edges_sets_the_offset(
    paper: PaperKind, head: int, rotation: int, across: float, along: float
) -> None:
    profile = replace(ZEBRA, paper=paper, head=head, rotation=rotation)
    left, top = at_the_edges(looked_at(profile, (across, along)), profile)
    right, down = correction(left, top, profile)
    mended = replace(profile, right=right, down=down)
    page = page_for(mended)
    # What is off by less than the head leaves out, or than a number is from the edge, cannot be seen.
    assert page.right == pytest.approx(across, abs=max(0.55, page.clear + 0.55))
    assert page.down == pytest.approx(along, abs=max(0.55, page.clear_ends + 0.55))
    assert at_the_edges(looked_at(mended, (across, along)), mended) == pytest.approx(
        (0, 0), abs=0.55
    )


def test_a_cut_off_edge_moves_the_print_inwards() -> None:
    assert correction(1.5, 0.5, ZEBRA) == (15, 5)
    assert correction(-1.5, 0, replace(ZEBRA, right=10, down=-3)) == (-5, -3)


@pytest.mark.parametrize(
    ("rotation", "offset"), [(0, (15, 5)), (90, (-5, 15)), (180, (-15, -5)), (270, (5, -15))]
)
def test_the_offset_is_one_of_the_paper_not_of_the_label(
    rotation: int, offset: tuple[int, int]
) -> None:
    assert correction(1.5, 0.5, replace(ZEBRA, rotation=rotation)) == offset


@pytest.mark.parametrize(
    ("rotation", "reading", "name"),
    [(0, (51, 0), "left"), (0, (0, -51), "top"), (90, (51, 0), "left"), (270, (0, 51), "top")],
)
def test_a_reading_that_no_offset_mends_is_named(
    rotation: int, reading: tuple[float, float], name: str
) -> None:
    with pytest.raises(ValueError, match=name):
        correction(*reading, replace(ZEBRA, rotation=rotation))


@given(left=halves, top=halves, rotation=turns)
def test_a_correction_taken_back_is_none(left: float, top: float, rotation: int) -> None:
    profile = replace(ZEBRA, rotation=rotation)
    right, down = correction(left, top, profile)
    assert max(abs(right), abs(down)) <= MOST_OFFSET
    assert correction(-left, -top, replace(profile, right=right, down=down)) == (0, 0)


def test_a_narrower_head_and_the_present_offset_are_no_error() -> None:
    narrow = replace(ZEBRA, head=1040)
    assert at_the_edges(Seen(0.5, 0, 104.5, 148), narrow) == (0, 0)
    assert at_the_edges(Seen(1.0, 0, 104.5, 148), narrow) == (0, 0)
    assert at_the_edges(Seen(2.0, 0, 104.5, 148), narrow) == (2, 0)
    moved = replace(ZEBRA, right=20, down=-10)
    assert at_the_edges(Seen(0, 1, 103, 148), moved) == (0, 0)
    assert at_the_edges(Seen(0, 1, 102, 148), moved) == (-3, 0)


@pytest.mark.parametrize("paper", [one for one in SHEETS if one is not PaperKind.A4_FOUR])
@pytest.mark.parametrize("present", [PaperKind.A6, PaperKind.MM_100_150, PaperKind.INCH_4_6])
def test_the_paper_is_known_by_its_edges(present: PaperKind, paper: PaperKind) -> None:
    profile = replace(LASER, paper=present)
    printed, real = SHEETS[present], SHEETS[paper]
    seen = Seen(
        0,
        0,
        floor(min(printed.width, real.width) / 10),
        floor(min(printed.height, real.height) / 10),
    )
    kind, sheet = paper_seen(seen, profile)
    if real.width >= printed.width and real.height >= printed.height:
        # All of the label is on it: nothing speaks against what is set.
        assert (kind, sheet) == (present, printed)
    else:
        assert (kind, sheet) == (paper, real)


def test_a_paper_nobody_knows_is_told_by_its_size() -> None:
    assert paper_seen(Seen(0, 0, 80, 120), ZEBRA) == (PaperKind.CUSTOM, Sheet(800, 1200))
    turned = replace(ZEBRA, rotation=90)
    assert paper_seen(Seen(0, 0, 120, 80), turned) == (PaperKind.CUSTOM, Sheet(800, 1200))
    # In the middle of the head, as some printers feed it.
    assert paper_seen(Seen(2.5, 0, 102.5, 148), ZEBRA)[0] is PaperKind.MM_100_150


def test_a_narrow_head_is_no_narrow_paper() -> None:
    narrow = replace(ZEBRA, head=1000)
    assert paper_seen(Seen(2.5, 0, 102.5, 148), narrow) == (PaperKind.A6, A6)


def test_the_page_lies_as_the_printer_turns_it() -> None:
    page = page_for(replace(ZEBRA, head=1040, rotation=90, right=10, down=20))
    assert (page.width, page.height, page.clear, page.clear_ends) == (148, 105, 0, 0.5)
    assert (page.right, page.down) == (2, -1)
    assert page_for(LASER).height == A4.height / 10
    assert page_for(None).rulers == (80, 100)


def test_a_driver_that_scales_is_told_by_its_per_cent() -> None:
    assert scale(78.2, 80) == 97.8
    assert scale(97, 100) == 97
    assert scale(80.5, 80) == scale(79.5, 80) == 100
    for length in (0, 30, 800):
        with pytest.raises(ValueError, match="measured"):
            scale(length, 80)


@given(per_cent=st.integers(60, 180), ruler=st.sampled_from([80, 100]))
def test_a_scale_is_found_whichever_ruler_is_measured(per_cent: int, ruler: int) -> None:
    found = scale(ruler * per_cent / 100, ruler)
    assert found == pytest.approx(per_cent, abs=0.7)
    assert (found == 100) is (abs(ruler * (per_cent - 100)) <= 50)


def test_each_bar_code_says_how_fine_it_is() -> None:
    said = [text for _, text in bar_codes("KTAMRX")]
    assert said[0] == "KTAMRX"
    assert len(set(said)) == 3
    assert tuple(module_read(one, "KTAMRX") for one in said) == MODULES
    assert module_read(" ktam-rx2\n", "KTAMRX") == 0.25
    for other in ("", "KTAMR", "KTAMRX4", "602222018610049000000917"):
        assert module_read(other, "KTAMRX") is None


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("1,5 mm", 1.5),
        ("1.5", 1.5),
        ("−0,5", -0.5),
        ("- 2 MM", -2),
        ("+3", 3),
        ("", None),
        ("mm", None),
        ("1,5,2", None),
        ("12345", None),
        ("nan", None),
    ],
)
def test_a_typed_length(text: str, length: float | None) -> None:
    assert millimetres(text) == length


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_length_or_nothing(text: str) -> None:
    length = millimetres(text)
    assert length is None or -10_000 < length < 10_000
