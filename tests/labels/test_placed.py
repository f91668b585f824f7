"""PDF pages laid on another paper: what is seen of them lies there, and what was hidden stays hidden."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

from inpost_desk.domain.printer import PaperKind, Profile, Reach, Sheet
from inpost_desk.labels.bitmap import drawn
from inpost_desk.labels.placed import fits_as_it_is, placed
from inpost_desk.labels.readback import read_image, read_pages
from inpost_desk.labels.sheet import four_up
from tests.labels.bars import ink
from tests.labels.specimen_labels import A6, locker, lockers, number

A6_PAPER = Profile.at(Reach.CUPS, "queue")
LARGER = replace(A6_PAPER, paper=PaperKind.CUSTOM, custom=Sheet(1500, 2000))


def boxed(content: bytes, **boxes: tuple[float, float, float, float]) -> bytes:
    """The document with other boxes on its first page."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    for name, box in boxes.items():
        setattr(writer.pages[0], name, RectangleObject(box))
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def neighbours() -> bytes:
    """Two labels on one page, of which the second is cropped away."""
    first, second = PdfReader(io.BytesIO(lockers([number(1), number(2)]))).pages
    writer = PdfWriter()
    page = writer.add_page(first)
    page.mediabox = RectangleObject((0, 0, 2 * A6[0], A6[1]))
    page.merge_translated_page(second, A6[0], 0, expand=False)
    page.cropbox = RectangleObject((0, 0, *A6))
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


@pytest.mark.parametrize(
    "document",
    [
        locker(number(1)),
        boxed(locker(number(1)), cropbox=(-50, -50, 350, 480)),
        boxed(locker(number(1), size=(595, 842)), cropbox=(0, 0, *A6)),
    ],
)
@pytest.mark.parametrize(
    "profile", [replace(A6_PAPER, right=20, down=-5), LARGER, replace(A6_PAPER, head=1040)]
)
def test_it_lies_where_its_dots_lie(document: bytes, profile: Profile) -> None:
    dots = drawn(document, profile)
    moved = placed(document, dots, profile)
    whole = replace(profile, right=0, down=0, head=0)
    again = drawn(moved, whole)
    assert fits_as_it_is(moved, whole)
    left = (profile.sheet.width - profile.printable) / 20 * profile.dots
    wanted = ink(dots[0].image)
    shifted = (wanted[0] + left, wanted[1], wanted[2] + left, wanted[3])
    found = ink(again[0].image)
    assert max(abs(one - two) for one, two in zip(shifted, found, strict=True)) <= 2
    assert read_image(again[0].image) == (number(1),)


def test_the_neighbour_that_was_cropped_away_does_not_come_back() -> None:
    document = neighbours()
    assert [page.codes for page in read_pages(document)] == [(number(1),)]
    for profile in (replace(A6_PAPER, right=-200), replace(LARGER, custom=Sheet(2100, 1500))):
        moved = placed(document, drawn(document, profile), profile)
        assert number(2) not in {code for page in read_pages(moved) for code in page.codes}
        (page,) = drawn(moved, replace(profile, right=0))
        assert ink(page.image)[2] <= (profile.sheet.width / 20 + 53 + profile.right / 10) * 8


def test_nor_on_a_sheet_for_four() -> None:
    document = boxed(neighbours(), cropbox=(0, 0, 250, 400))
    page = drawn(four_up(document), replace(A6_PAPER, paper=PaperKind.A4))[0]
    assert ink(page.image)[2] <= 250 / 72 * 25.4 * 8 + 2
