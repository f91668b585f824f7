"""Labels are drawn, then read back from their pixels as a 203 dpi head would print them."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pypdf
import pytest
from PIL import Image

from inpost_desk.errors import PaperTrouble
from inpost_desk.labels.pdfium import opened
from inpost_desk.labels.readback import (
    A6,
    INK,
    PageReading,
    Paper,
    check,
    is_blank,
    read_image,
    read_pages,
)
from inpost_desk.labels.render import render
from tests.labels.specimen_labels import (
    A4,
    NUMBER,
    Look,
    blank,
    courier,
    encrypted,
    locker,
    lockers,
    number,
    pdf,
)

GOOD = PageReading(0, 105, 148, blank=False, codes=(NUMBER,))


def verdict(document: bytes, tracking: str = NUMBER) -> str:
    [reading] = read_pages(document, expected=[tracking])
    return check(reading, tracking)


@pytest.mark.parametrize("module", [0.24, 0.25, 0.29, 0.33, 0.375, 0.4])
def test_bars_of_a_carriers_width_are_read(module: float) -> None:
    assert verdict(locker(look=Look(module=module, matrix=False))) == ""


def test_bars_that_need_the_finer_drawing_are_read() -> None:
    """Drawn straight at 8 dots a millimetre, 0.23 mm bars run together."""
    assert verdict(locker(look=Look(module=0.23, matrix=False))) == ""


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_courier_label_is_read_whichever_way_it_is_drawn(turned: int) -> None:
    assert verdict(courier(turned=turned)) == ""


def test_a_label_at_ninety_percent_is_read() -> None:
    assert verdict(locker(look=Look(scale=0.9))) == ""


@pytest.mark.parametrize(
    "look",
    [Look(bars=False), Look(damaged_bars=True), Look(matrix=False), Look(damaged_matrix=True)],
)
def test_either_code_is_enough(look: Look) -> None:
    assert verdict(locker(look=look)) == ""


def test_both_codes_of_a_label_are_listed_once() -> None:
    [reading] = read_pages(locker())
    assert reading.codes == (NUMBER,)


def test_no_readable_code() -> None:
    assert verdict(locker(look=Look(damaged_bars=True, damaged_matrix=True))) == "unreadable"


def test_bars_too_narrow_for_the_head() -> None:
    assert verdict(locker(look=Look(module=0.15, matrix=False))) == "unreadable"


def test_another_parcels_label() -> None:
    assert verdict(locker(number(1)), number(2)) == "wrong_number"


def test_blank_page() -> None:
    assert verdict(blank()) == "blank_page"


def test_a_page_too_pale_to_print_is_blank() -> None:
    def pale(canvas: object) -> None:
        canvas.setFillGray(0.8)  # type: ignore[attr-defined]
        canvas.rect(10, 10, 100, 100, fill=1, stroke=0)  # type: ignore[attr-defined]

    assert verdict(pdf([pale])) == "blank_page"


def test_a_label_on_a4_is_refused_though_it_can_be_read() -> None:
    [reading] = read_pages(locker(size=A4), expected=[NUMBER])
    assert reading.codes == (NUMBER,)
    assert check(reading, NUMBER) == "wrong_size"
    assert check(reading, NUMBER, paper=Paper(210, 297)) == ""


def test_a_turned_page_is_measured_as_it_is_seen() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(locker()))
    writer.pages[0].rotate(90)
    turned = io.BytesIO()
    writer.write(turned)
    [reading] = read_pages(turned.getvalue())
    assert (round(reading.width_mm), round(reading.height_mm)) == (149, 105)
    assert check(reading, NUMBER) == "wrong_size"


def test_a_page_of_five_metres_is_measured_and_not_drawn() -> None:
    [reading] = read_pages(locker(size=(14_400, 14_400)))
    assert reading.codes == ()
    assert check(reading, NUMBER) == "wrong_size"


def test_a_page_without_a_size() -> None:
    flat = locker().replace(b"/MediaBox [ 0 0 297 421 ]", b"/MediaBox [ 0 0   0   0 ]")
    [reading] = read_pages(flat)
    assert check(reading, NUMBER) == "wrong_size"


@pytest.mark.parametrize(
    ("width", "height", "rule"),
    [
        (104, 147, ""),
        (106, 149, ""),
        (103.9, 148, "wrong_size"),
        (105, 149.1, "wrong_size"),
        (148, 105, "wrong_size"),
        (100, 150, "wrong_size"),
    ],
)
def test_a_millimetre_is_allowed(width: float, height: float, rule: str) -> None:
    reading = PageReading(0, width, height, blank=False, codes=(NUMBER,))
    assert check(reading, NUMBER, paper=A6) == rule


def test_no_tracking_number_is_never_right() -> None:
    assert check(GOOD, "") == "wrong_number"


def test_pages_come_in_order_each_with_its_own_number() -> None:
    numbers = [number(place) for place in range(12)]
    readings = list(read_pages(lockers(numbers), expected=numbers))
    assert [one.index for one in readings] == list(range(12))
    assert [one.codes for one in readings] == [(one,) for one in numbers]


@pytest.mark.parametrize(
    ("document", "rule"),
    [(b"%PDF-1.4\nnothing", "damaged"), (b"", "damaged"), (encrypted(), "encrypted")],
)
def test_a_document_that_cannot_be_opened(document: bytes, rule: str) -> None:
    with pytest.raises(PaperTrouble) as caught:
        list(read_pages(document))
    assert caught.value.rule == rule


def image_of(document: bytes) -> Image.Image:
    with opened(document) as pages:
        return render(pages[0], dots_per_mm=8, oversample=4)


def as_a_head_sees(image: Image.Image) -> Image.Image:
    return image.point(lambda value: 255 * (value > INK), mode="1")


def test_a_drawn_label_is_read_with_and_without_greys() -> None:
    image = image_of(locker())
    assert read_image(image) == read_image(as_a_head_sees(image)) == (NUMBER,)
    assert not is_blank(image)
    assert not is_blank(as_a_head_sees(image))


def test_what_is_expected_ends_the_reading_of_an_image() -> None:
    assert read_image(image_of(courier()), expected=[number(5)]) == (NUMBER,)
    assert read_image(image_of(locker()), expected=[NUMBER]) == (NUMBER,)


def test_an_image_without_a_dark_dot_is_blank() -> None:
    image = image_of(blank())
    assert is_blank(image)
    assert is_blank(as_a_head_sees(image))
    assert is_blank(Image.new("L", (8, 8), INK + 1))
    assert not is_blank(Image.new("L", (8, 8), INK))


def test_another_thread_reads_while_a_reading_is_under_way() -> None:
    """A scan at the station must not wait until a run has read its last page."""
    run = read_pages(lockers([number(1), number(2)]))
    first = next(run)
    with ThreadPoolExecutor(1) as station:
        assert station.submit(verdict, locker()).result(timeout=30) == ""
    assert [first.codes, next(run).codes] == [(number(1),), (number(2),)]


@pytest.mark.parametrize("scale", [0.94, 0.9, 0.75])
def test_bars_that_a_shrunken_label_lost_are_told_though_its_matrix_is_read(scale: float) -> None:
    """Fit-to-page does that: a scanner that reads bars only would read nothing."""
    (page,) = read_pages(locker(NUMBER, Look(module=0.19, scale=scale)), expected=[NUMBER])
    assert NUMBER in page.codes
    assert page.bars_lost
    assert check(page, NUMBER) == "bars_unreadable"


def test_a_good_label_has_lost_nothing() -> None:
    (page,) = read_pages(locker(NUMBER), expected=[NUMBER])
    assert (page.bars_lost, check(page, NUMBER)) == (False, "")
