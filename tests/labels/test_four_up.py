"""Four labels on a sheet of A4: at true size, each in its place, however large or turned its page is."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from inpost_desk.domain.printer import SLOTS
from inpost_desk.errors import PaperTrouble
from inpost_desk.labels.readback import PageReading, read_pages
from inpost_desk.labels.sheet import four_up, page_count, sheet_count, slots_after
from tests.labels.specimen_labels import A4, encrypted, locker, lockers, number, pdf

NUMBERS = [number(place) for place in range(9)]
DOTS = 16
PLACE = (105, 148.5)


def sheets(document: bytes) -> list[PageReading]:
    return list(read_pages(document))


def picture(document: bytes, page: int = 0) -> Image.Image:
    pages = pypdfium2.PdfDocument(document)
    image: Image.Image = pages[page].render(scale=DOTS * 25.4 / 72, grayscale=True).to_pil()
    pages.close()
    return image


def in_place(sheet: Image.Image, slot: int) -> Image.Image:
    row, column = divmod(slot, 2)
    left, top = column * PLACE[0] * DOTS, row * PLACE[1] * DOTS
    return sheet.crop(
        (round(left), round(top), round(left + PLACE[0] * DOTS), round(top + PLACE[1] * DOTS))
    )


def ink(image: Image.Image) -> tuple[float, ...]:
    """Left, top, right and bottom of what is black, in millimetres."""
    box = image.point([255] * 128 + [0] * 128).getbbox()
    assert box is not None
    return tuple(one / DOTS for one in box)


def squares(
    size: tuple[float, float], *, turned: int = 0, origin: tuple[float, float] = (0, 0)
) -> bytes:
    """A page, in millimetres, with a square of 20 mm 5 mm from its upper left corner as it is seen."""
    target = io.BytesIO()
    width, height = size if turned in (0, 180) else size[::-1]
    canvas = Canvas(target, pagesize=(width * mm, height * mm), invariant=True)
    canvas.translate(*(one * mm for one in origin))
    corners = {
        0: (5, height - 25),
        90: (5, 5),
        180: (width - 25, 5),
        270: (width - 25, height - 25),
    }
    x, y = corners[turned]
    canvas.rect(x * mm, y * mm, 20 * mm, 20 * mm, stroke=0, fill=1)
    canvas.setPageRotation(turned)
    canvas.showPage()
    canvas.save()
    pages = pypdfium2.PdfDocument(target.getvalue())
    box = (*origin, origin[0] + width, origin[1] + height)
    pages[0].set_mediabox(*(one * mm for one in box))
    output = io.BytesIO()
    pages.save(output)
    pages.close()
    return output.getvalue()


def test_labels_fill_the_sheets_in_their_order() -> None:
    document = four_up(lockers(NUMBERS))
    read = sheets(document)
    assert [(round(one.width_mm), round(one.height_mm)) for one in read] == [(210, 297)] * 3
    for place, tracking in enumerate(NUMBERS):
        sheet, slot = divmod(place, SLOTS)
        label = in_place(picture(document, sheet), slot)
        [reading] = read_pages(_as_page(label))
        assert tracking in reading.codes


def _as_page(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "pdf", resolution=DOTS * 25.4)
    return target.getvalue()


@pytest.mark.parametrize("start", range(SLOTS))
def test_places_that_are_used_stay_empty(start: int) -> None:
    document = four_up(lockers(NUMBERS[:5]), start=start)
    assert page_count(document) == sheet_count(5, start=start) == 2
    sheet = picture(document)
    for slot in range(SLOTS):
        darkest, _ = in_place(sheet, slot).getextrema()
        assert (darkest == 255) is (slot < start)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "size", [(105, 148), (105, 148.5), (104.8, 148.5), (100, 140), (60, 40), (105.8, 149.2)]
)
def test_every_size_and_turn_is_true(size: tuple[float, float], turned: int) -> None:
    page = squares(size, turned=turned, origin=(7, 11))
    document = four_up(page, start=3)
    found = ink(in_place(picture(document), 3))
    assert found == pytest.approx((5, 5, 25, 25), abs=0.47)
    assert (found[2] - found[0], found[3] - found[1]) == pytest.approx((20, 20), abs=0.1)


@pytest.mark.parametrize("size", [A4, (421.0, 297.0), (306.0, 421.0)])
def test_a_page_that_is_larger_is_refused(size: tuple[float, float]) -> None:
    with pytest.raises(PaperTrouble) as caught:
        four_up(locker(size=size))
    assert caught.value.rule == "wrong_size"


@pytest.mark.parametrize(
    ("document", "rule"), [(b"%PDF-1.4 cut", "damaged"), (encrypted(), "encrypted")]
)
def test_a_bad_document(document: bytes, rule: str) -> None:
    with pytest.raises(PaperTrouble) as caught:
        four_up(document)
    assert caught.value.rule == rule


@pytest.mark.parametrize("start", [-1, SLOTS])
def test_there_are_four_places(start: int) -> None:
    with pytest.raises(ValueError, match=str(start)):
        four_up(locker(), start=start)


def test_the_same_labels_are_the_same_bytes() -> None:
    document = four_up(lockers(NUMBERS[:2]), start=1)
    assert document == four_up(lockers(NUMBERS[:2]), start=1)
    assert b"CreationDate" not in document


def test_nothing_but_labels_is_added() -> None:
    assert sheets(four_up(pdf([lambda _canvas: None])))[0].blank


@given(start=st.integers(0, 3), runs=st.lists(st.integers(0, 30), max_size=5))
@settings(deadline=None)
def test_run_after_run_the_next_free_place_is_known(start: int, runs: list[int]) -> None:
    slot, sheets_begun = start, 1 if start else 0
    for labels in runs:
        sheets_begun += sheet_count(labels, start=slot) - (1 if slot else 0)
        slot = slots_after(slot, labels)
    assert slot in range(SLOTS)
    assert sheets_begun == sheet_count(start + sum(runs))
