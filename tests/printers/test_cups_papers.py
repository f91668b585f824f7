"""Papers, commands and a full disk against a real CUPS: true size or nothing, byte by byte or nothing."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from inpost_desk.domain.printer import A4, A6, SHEETS, PaperKind, Sheet
from inpost_desk.errors import PrinterTrouble
from inpost_desk.printers.cups import CupsPrinter
from inpost_desk.printers.printer import Document, Form, JobState
from tests.cups import PrivateCups
from tests.labels.specimen_labels import locker, pdf
from tests.printers.following import ended, until
from tests.zebra_listener import ZebraListener

pytestmark = pytest.mark.usefixtures("here")

PAPERS = [
    SHEETS[PaperKind.MM_100_150],
    SHEETS[PaperKind.INCH_4_6],
    A6,
    Sheet(620, 1005),
]
COMMANDS = b"\x02\x00~SD20^XA^FO10,10^FDx^FS^XZ\r\n\xff\xfe%!PS %PDF-"
DOTS = 20
EDGE = 5 * mm


def label(sheet: Sheet) -> Document:
    """A page with a box five millimetres from its edges."""
    width, height = (tenths / 254 * 72 for tenths in (sheet.width, sheet.height))

    def draw(canvas: Canvas) -> None:
        canvas.rect(EDGE, EDGE, width - 2 * EDGE, height - 2 * EDGE, fill=1)

    return Document(pdf([draw], size=(width, height)), media=sheet.media)


def ink(document: bytes) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The first page's size and where its ink lies, in millimetres."""
    with pypdfium2.PdfDocument(document) as pages:
        drawn: Image.Image = pages[0].render(scale=DOTS * 25.4 / 72, grayscale=True).to_pil()
        size = tuple(points / 72 * 25.4 for points in pages[0].get_size())
    box = drawn.point(lambda grey: 255 * (grey < 128)).getbbox()
    return size, tuple(place / DOTS for place in box or ())


def arrived(folder: Path) -> bytes:
    def papers() -> list[Path]:
        return [file for file in folder.glob("*.pdf") if file.stat().st_size]

    assert until(lambda: bool(papers()))
    (paper,) = papers()
    return paper.read_bytes()


@pytest.mark.parametrize("sheet", PAPERS, ids=lambda sheet: sheet.media)
def test_every_paper_comes_out_at_true_size(
    server: PrivateCups, tmp_path: Path, sheet: Sheet
) -> None:
    name = f"Paper-{sheet.width}x{sheet.height}"
    server.add_pdf_queue(name, tmp_path / "paper")
    check_true_size(CupsPrinter(name), sheet, tmp_path / "paper")


def test_a_paper_of_its_own_comes_out_of_a_printer_without_a_driver(
    server: PrivateCups, tmp_path: Path
) -> None:
    server.add_ipp_queue("Roll", tmp_path / "paper", roll=True)
    check_true_size(CupsPrinter("Roll"), SHEETS[PaperKind.MM_100_150], tmp_path / "paper")


def check_true_size(printer: CupsPrinter, sheet: Sheet, folder: Path) -> None:
    document = label(sheet)
    assert ended(printer, printer.send(document, title="x")).state == JobState.DONE
    (_size, given), (size, got) = ink(document.content), ink(arrived(folder))
    # CUPS cuts a paper to whole points, a third of a millimetre, and shifts by half of that.
    assert size == pytest.approx((sheet.width / 10, sheet.height / 10), abs=0.36)
    assert got == pytest.approx(given, abs=0.3)
    assert got[2] - got[0] == pytest.approx(given[2] - given[0], abs=1.5 / DOTS)
    assert got[3] - got[1] == pytest.approx(given[3] - given[1], abs=1.5 / DOTS)


@pytest.mark.parametrize(("dpi", "dots"), [(203, 8), (300, 11.8)])
def test_a_zebras_driver_draws_a_label_at_the_heads_dots(
    server: PrivateCups, tmp_path: Path, dpi: int, dots: float
) -> None:
    server.add_zebra_queue(f"Zebra{dpi}", tmp_path / "paper", dpi=dpi)
    CupsPrinter(f"Zebra{dpi}").send(label(SHEETS[PaperKind.MM_100_150]), title="x")
    _command, total, across = arrived(tmp_path / "paper").split(b",", 3)[:3]
    assert int(across) * 8 == pytest.approx(100 * dots, abs=8)
    assert int(total) / int(across) == pytest.approx(150 * dots, abs=8)


def test_a_paper_that_a_queue_does_not_know_is_not_printed_in_the_middle_of_another(
    server: PrivateCups, tmp_path: Path
) -> None:
    server.add_pdf_queue("Office", tmp_path / "paper", any_paper=False)
    printer = CupsPrinter("Office")
    for sheet in (SHEETS[PaperKind.MM_100_150], SHEETS[PaperKind.INCH_4_6], Sheet(620, 1005)):
        with pytest.raises(PrinterTrouble) as trouble:
            printer.send(label(sheet), title="x")
        assert (trouble.value.rule, trouble.value.detail) == ("no_such_paper", sheet.media)
        assert not trouble.value.may_have_acted
    for sheet in (A6, A4):
        assert ended(printer, printer.send(label(sheet), title="x")).state == JobState.DONE


@pytest.mark.parametrize("form", [Form.ZPL, Form.EPL])
def test_commands_arrive_byte_by_byte(server: PrivateCups, tmp_path: Path, form: Form) -> None:
    for place, add in enumerate((server.add_raw_queue, server.add_zebra_queue)):
        name, folder = f"Commands{place}{form}", tmp_path / str(place)
        add(name, folder)
        CupsPrinter(name).send(Document(COMMANDS, form, media="custom_label_9x9mm"), title="x")
        assert arrived(folder) == COMMANDS


def test_labels_reach_a_zebra_behind_a_raw_queue_in_order(server: PrivateCups) -> None:
    labels = [b"^XA^FD%d^FS^XZ\n" % place for place in range(20)]
    with ZebraListener() as zebra:
        server.add_socket_queue("Behind", zebra.port)
        printer = CupsPrinter("Behind")
        job = printer.send(Document(b"".join(labels), Form.ZPL, pages=20), title="x")
        assert ended(printer, job).state == JobState.DONE
        assert zebra.labels == labels


def test_commands_are_no_page_for_a_printer_without_a_driver(
    server: PrivateCups, tmp_path: Path
) -> None:
    server.add_ipp_queue("Pages", tmp_path / "paper")
    with pytest.raises(PrinterTrouble) as trouble:
        CupsPrinter("Pages").send(Document(COMMANDS, Form.ZPL), title="x")
    assert (trouble.value.rule, trouble.value.may_have_acted) == ("no_raw", False)


def test_pictures_go_through_a_driver_as_a_pdf_only() -> None:
    with pytest.raises(PrinterTrouble) as trouble:
        CupsPrinter("Nobody").send(Document(b"", Form.IMAGES, images=(b"x",)), title="x")
    assert trouble.value.rule == "wrong_form"


@pytest.mark.parametrize("size", [150_000, 5_000_000])
def test_a_full_disk_says_so_and_prints_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    with PrivateCups() as full:
        full.add_raw_queue("Full", tmp_path / "paper")
        monkeypatch.setenv("CUPS_SERVER", full.url)
        printer = CupsPrinter("Full")
        full.fill_spool(100_000)
        with pytest.raises(PrinterTrouble) as trouble:
            printer.send(Document(locker() + b"%" * size), title="x")
        assert (trouble.value.rule, trouble.value.may_have_acted) == ("spool_full", False)
        full.fill_spool(-1)
        assert ended(printer, printer.send(Document(locker()), title="x")).state == JobState.DONE
        assert arrived(tmp_path / "paper") == locker()
