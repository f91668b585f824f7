"""The test label as heads of both kinds print it: true places, whole codes, nothing made smaller."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from inpost_desk.domain.calibration import bar_codes, page_for
from inpost_desk.domain.printer import Language, PaperKind, Profile, Reach, Sheet
from inpost_desk.labels import own_pages
from inpost_desk.labels.bitmap import drawn
from inpost_desk.labels.fit import Cut
from inpost_desk.labels.readback import read_image, read_pages

CODE = "KTAMRX"
LINES = ["Etykieta próbna", "Zebra ZD421", "Co widać przy lewym i górnym brzegu?"]
ZEBRA = Profile("z", "Zebra", Reach.SOCKET, "10.0.0.1", language=Language.ZPL)
PRINTERS = {
    "A6": ZEBRA,
    "100x150": replace(ZEBRA, paper=PaperKind.MM_100_150),
    "4x6": replace(ZEBRA, paper=PaperKind.INCH_4_6, head=1040),
    "A6 on a narrow head": replace(ZEBRA, head=1040),
    "custom": replace(ZEBRA, paper=PaperKind.CUSTOM, custom=Sheet(800, 1200)),
}


def label(profile: Profile | None = None) -> bytes:
    return own_pages.test_label(CODE, LINES, profile=profile, top="góra")


def black(image: Image.Image, at: tuple[float, float], dots: int) -> bool:
    """Whether there is a line within a dot of a place, in millimetres."""
    x, y = (round(one * dots) for one in at)
    area = image.convert("L").crop((max(0, x - 1), max(0, y - 1), x + 2, y + 2))
    darkest, _lightest = area.getextrema()
    return darkest == 0


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("printer", PRINTERS.values(), ids=list(PRINTERS))
def test_it_comes_out_at_true_size_on_every_paper(printer: Profile, turned: int) -> None:
    profile = replace(printer, rotation=turned)
    (page,) = drawn(label(profile), profile)
    assert page.fit.scale == 1
    assert page.fit.cut in (Cut.NOTHING, Cut.MARGIN)
    assert not page.fit.lost
    said = read_image(page.image)
    assert {text for module, text in bar_codes(CODE) if module > 0.2} <= set(said)


@pytest.mark.parametrize("dpi", [300, 600])
def test_a_finer_head_prints_the_finest_code_readably(dpi: int) -> None:
    profile = replace(ZEBRA, dpi=dpi)
    (page,) = drawn(label(profile), profile)
    assert set(read_image(page.image)) == {text for _, text in bar_codes(CODE)}


def test_the_coarsest_code_is_what_a_person_types() -> None:
    (page,) = read_pages(label())
    assert CODE in page.codes
    said = pypdfium2.PdfDocument(label())[0].get_textpage().get_text_bounded()
    for one in (*LINES[:2], CODE, "góra", "80 mm", "100 mm", "148"):
        assert one in said


@pytest.mark.parametrize("dpi", [203, 300])
def test_rulers_frames_and_stairs_stand_where_they_say(dpi: int) -> None:
    profile = replace(ZEBRA, dpi=dpi)
    (page,) = drawn(label(profile), profile)

    def there(*at: float) -> bool:
        return black(page.image, (at[0], at[1]), profile.dots)

    for place in (30, 60, 90):
        assert there(place, 10)
        assert not there(place + 0.5, 10)
    for place in (30, 90, 130):
        assert there(10, place)
        assert not there(10, place + 0.5)
    # The frames: at the paper's edge, and two millimetres inside it.
    for at in ((0.12, 30), (104.88, 30), (30, 0.12), (30, 147.88), (2.12, 30), (102.88, 30)):
        assert there(*at)
    assert not there(1, 30)
    # What is measured: 80 mm from the 20 of the one ruler, 100 mm from that of the other.
    assert there(20, 21)
    assert there(100, 21)
    assert there(20, 119)


def test_a_corrected_printer_moves_all_of_it() -> None:
    moved = replace(ZEBRA, right=10, down=20)
    (page,) = drawn(label(moved), moved)
    assert black(page.image, (31, 12), moved.dots)
    assert not black(page.image, (30, 10), moved.dots)


def test_a_head_narrower_than_the_paper_crops_nothing_unseen() -> None:
    narrow = replace(ZEBRA, head=1040)
    page = page_for(narrow)
    assert page.clear == 0.5
    (drawn_page,) = drawn(label(narrow), narrow)
    assert drawn_page.image.width == 832


@pytest.mark.parametrize("sheet", [Sheet(200, 200), Sheet(600, 400), Sheet(2000, 300)])
def test_a_small_label_has_what_there_is_room_for(sheet: Sheet) -> None:
    profile = replace(ZEBRA, paper=PaperKind.CUSTOM, custom=sheet)
    (page,) = drawn(label(profile), profile)
    assert page.fit.scale == 1
    assert page.image.convert("L").getextrema() == (0, 255)
