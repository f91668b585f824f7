"""Pages of dots through a Windows driver: true size, the paper's corner, readable; and the names of queues.

The spooler is a stand-in that keeps what is drawn (`windows_stand_in`): Windows itself cannot be had here.
"""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image

from inpost_desk.domain.printer import A4, A6, Sheet
from inpost_desk.errors import PaperTrouble, PrinterTrouble
from inpost_desk.printers.printer import Document, Form
from inpost_desk.printers.windows import WindowsPrinter
from inpost_desk.printers.windows_names import found_again
from inpost_desk.printers.windows_pixels import paper_of
from inpost_desk.printers.windows_spooler import Page
from tests.printers.windows_stand_in import DISK_FULL, StandIn

NAME = "Zebra"
NUMBER = "620000000000000000000123"


def label(dots: int, *, width: int = 1050) -> bytes:
    """A6 with a Code 128 whose bars are a quarter of a millimetre and whole dots."""
    paper = Image.new("L", (width * dots // 10, 148 * dots), 255)
    made = zxingcpp.create_barcode(NUMBER, zxingcpp.BarcodeFormat.Code128)
    bars = Image.fromarray(zxingcpp.write_barcode_to_image(made, scale=dots // 4))
    paper.paste(bars.resize((bars.width, 12 * dots)), (6 * dots, 20 * dots))
    target = io.BytesIO()
    paper.point(lambda level: 255 if level >= 128 else 0).convert("1").save(target, "png")
    return target.getvalue()


def pages(dots: int, *images: bytes, media: str = A6.media) -> Document:
    return Document(b"", Form.IMAGES, len(images), media, images, dots)


@pytest.fixture
def spooler() -> StandIn:
    one = StandIn()
    one.install(NAME)
    return one


def drawn(spooler: StandIn, document: Document) -> list[tuple[Image.Image, int, int]]:
    job = WindowsPrinter(NAME, spooler, {}).send(document, title="x")
    given = spooler.jobs[NAME, int(job)]
    assert given.complete
    assert all(one.forgotten for one in spooler.canvases)
    return given.images


@pytest.mark.parametrize(("dots", "dpi"), [(8, 203), (12, 300), (12, 305)])
def test_a_head_s_dots_go_out_one_for_one(spooler: StandIn, dots: int, dpi: int) -> None:
    spooler.dots = Page(dpi, dpi, round(1050 * dpi / 254), round(1480 * dpi / 254))
    sent = label(dots)
    images = drawn(spooler, pages(dots, sent, sent))
    assert len(images) == 2
    assert images[0][0].tobytes() == Image.open(io.BytesIO(sent)).tobytes()
    assert [found.text for found in zxingcpp.read_barcodes(images[1][0].convert("L"))] == [NUMBER]
    assert WindowsPrinter(NAME, spooler, {}).grid(pages(dots, sent)).same


@pytest.mark.parametrize(("dots", "dpi"), [(8, 600), (24, 600), (24, 300), (8, 1200), (8, 300)])
def test_on_another_driver_it_is_the_true_size_and_readable(
    spooler: StandIn, dots: int, dpi: int
) -> None:
    spooler.dots = Page(dpi, dpi, round(1050 * dpi / 254), round(1480 * dpi / 254))
    ((image, _, _),) = drawn(spooler, pages(dots, label(dots)))
    assert image.mode == "1"
    assert image.width / dpi * 25.4 == pytest.approx(105, abs=0.1)
    assert image.height / dpi * 25.4 == pytest.approx(148, abs=0.1)
    assert [found.text for found in zxingcpp.read_barcodes(image.convert("L"))] == [NUMBER]
    assert not WindowsPrinter(NAME, spooler, {}).grid(pages(dots, label(dots))).same


def test_what_the_driver_leaves_at_the_edge_is_taken_off(spooler: StandIn) -> None:
    spooler.dots = Page(203, 203, 839, 1183, left=24, top=16)
    ((_, left, top),) = drawn(spooler, pages(8, label(8)))
    assert (left, top) == (-24, -16)


def test_what_a_narrower_head_reaches_lies_in_the_middle(spooler: StandIn) -> None:
    ((image, left, _),) = drawn(spooler, pages(8, label(8, width=1000)))
    assert (image.width, left) == (800, 20)


def test_the_paper_is_asked_for_by_number_then_by_size(spooler: StandIn) -> None:
    spooler.papers = {70: Page(203, 203, 400, 600)}
    drawn(spooler, pages(8, label(8)))
    assert spooler.wished == [(A6, 70), (A6, 256)]
    spooler.wished.clear()
    drawn(spooler, pages(8, label(8, width=1000), media="custom_label_100x148mm"))
    assert spooler.wished == [(Sheet(1000, 1480), 256)]


def test_a_driver_that_keeps_to_smaller_paper_cuts_no_label(spooler: StandIn) -> None:
    spooler.dots = Page(203, 203, 400, 600)
    with pytest.raises(PrinterTrouble) as caught:
        drawn(spooler, pages(8, label(8)))
    assert (caught.value.rule, caught.value.detail) == ("wrong_paper", "50 x 75.1 mm")
    assert not spooler.jobs
    assert all(one.forgotten for one in spooler.canvases)


@pytest.mark.parametrize(
    ("calls", "passed", "attributes", "rule"),
    [
        ({"CreateDC": 5}, 0, 0, "not_allowed"),
        ({"StartDoc": DISK_FULL}, 0, 0, "spool_full"),
        ({"StartPage": DISK_FULL}, 0, 0, "spool_full"),
        ({"StartPage": DISK_FULL}, 1, 0, "no_answer"),
        ({"StartPage": DISK_FULL}, 1, 0x1, "spool_full"),
        ({"StartPage": DISK_FULL, "AbortDoc": 6}, 0, 0, "no_answer"),
        ({"EndDoc": DISK_FULL}, 0, 0, "no_answer"),
    ],
)
def test_pages_that_break_off(
    spooler: StandIn, calls: dict[str, int], passed: int, attributes: int, rule: str
) -> None:
    spooler.change(NAME, attributes=attributes)
    spooler.refusals, spooler.after = calls, dict.fromkeys(calls, passed)
    with pytest.raises(PrinterTrouble) as caught:
        drawn(spooler, pages(8, label(8), label(8)))
    assert caught.value.rule == rule
    assert all(one.forgotten for one in spooler.canvases)
    assert spooler.handles == 0


@pytest.mark.parametrize(("images", "rule"), [((), "empty"), ((b"not a picture",), "damaged")])
def test_what_is_no_picture_is_found_before_anything_is_sent(
    spooler: StandIn, images: tuple[bytes, ...], rule: str
) -> None:
    with pytest.raises(PaperTrouble) as caught:
        drawn(spooler, pages(8, *images))
    assert caught.value.rule == rule
    assert not spooler.jobs


@pytest.mark.parametrize(
    ("media", "sheet"),
    [
        (A6.media, A6),
        (A4.media, A4),
        ("na_index-4x6_4x6in", Sheet(1016, 1524)),
        ("custom_label_100x150mm", Sheet(1000, 1500)),
        ("custom_label_101.6x49.5mm", Sheet(1016, 495)),
    ],
)
def test_a_paper_s_name_has_its_size(media: str, sheet: Sheet) -> None:
    assert paper_of(media) == sheet


def test_a_name_without_a_size_is_no_paper() -> None:
    with pytest.raises(PaperTrouble):
        paper_of("letter")


@pytest.mark.parametrize(
    ("gone", "names", "again"),
    [
        ("Zebra (redirected 3)", ["Zebra (redirected 5)", "HP"], "Zebra (redirected 5)"),
        ("Zebra (przekierowane 3)", ["zebra (redirected 5)"], "zebra (redirected 5)"),
        ("Zebra (redirected 3)", ["Zebra"], "Zebra"),
        ("Zebra", ["Zebra (Copy 1)"], "Zebra (Copy 1)"),
        ("Zebra (Kopia 2)", ["Zebra"], "Zebra"),
        ("Zebra (Copy 1) (redirected 2)", ["Zebra (redirected 4)"], "Zebra (redirected 4)"),
        ("Zebra", ["Zebra (Copy 1)", "Zebra (Copy 2)"], ""),
        ("Zebra (redirected 3)", ["Zebra (redirected 5)", "Zebra (redirected 9)"], ""),
        (
            "Zebra (redirected 3)",
            ["Zebra (redirected 8)", "Zebra (redirected 9)"],
            "Zebra (redirected 8)",
        ),
        (
            r"\\biuro\Zebra",
            ["Zebra na biuro (przekierowane 4)"],
            "Zebra na biuro (przekierowane 4)",
        ),
        ("Zebra on biuro (redirected 1)", [r"\\BIURO\Zebra"], r"\\BIURO\Zebra"),
        (r"\\biuro\Zebra", ["Zebra"], "Zebra"),
        (r"\\biuro\Zebra", [r"\\magazyn\Zebra"], ""),
        ("Zebra 1", ["Zebra 2"], ""),
        ("Zebra", [], ""),
    ],
)
def test_a_queue_whose_name_changed_by_itself(gone: str, names: list[str], again: str) -> None:
    assert found_again(gone, names, session=8) == again
