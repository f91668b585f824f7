"""Twenty labels of a pile by every way to a printer: all of them readable, in order, and at true size.

What arrived is read from its dots or its fields, apart from the program's own reading. Labels are bought once
from the simulator; each way prints them again, for a reason.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Final

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from inpost_desk.actions.last_good import after_last_good
from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.press import label_of
from inpost_desk.actions.print_line import Printed, Printing
from inpost_desk.actions.printing import print_labels
from inpost_desk.actions.ready import Label
from inpost_desk.actions.send import Terms
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.printer import Language, PaperKind, Profile, Reach
from inpost_desk.ledger.stored_labels import stored_labels
from inpost_desk.printers.printer import JobState
from inpost_desk.session_printers import commands_with
from tests import zebra
from tests.actions.shop import client_of, ledger_in
from tests.actions.test_pile import TERMS, Table
from tests.cli.conftest import courier, locker
from tests.cups import PrivateCups
from tests.simulator_process import Simulator
from tests.waiting import until
from tests.zebra_listener import ZebraListener

COUNT: Final = 20
COURIERS: Final = (5, 11, 20)
CONTRACT: Final = frozenset({"inpost_locker_standard", "inpost_courier_standard"})
# The ink of the simulator's label, from its first dark column to its last, in millimetres.
TOLERANCE_MM: Final = 0.3


@dataclass
class Shop:
    """A pile of twenty bought orders, and what their labels look like as InPost sent them."""

    table: Table
    labels: list[Label]
    numbers: list[str]
    inks: list[tuple[float, float]]

    def print(
        self, *profiles: Profile, told: Callable[[Printing], None] = lambda _: None
    ) -> Printed:
        ledger, client = self.table.ledger, self.table.client
        outlets = Outlets(profiles, commands=commands_with(ledger, client))
        return print_labels(
            ledger,
            outlets,
            self.labels,
            now=client.now,
            stop=Stop(),
            reason="other",
            told=told,
        )

    def check(self, pages: list[Image.Image], *, dots: float) -> None:
        """All readable, in order, at the size InPost drew them."""
        assert [number_on(page) for page in pages] == self.numbers
        for page, (width, height) in zip(pages, self.inks, strict=True):
            left, top, right, bottom = ink(page)
            assert abs((right - left) / dots - width) <= TOLERANCE_MM
            assert abs((bottom - top) / dots - height) <= TOLERANCE_MM


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    folder = tmp_path_factory.mktemp("shop")
    with (
        Simulator() as simulator,
        ledger_in(folder) as ledger,
        client_of(simulator) as client,
    ):
        terms: Terms = replace(TERMS, contract=CONTRACT)
        table = Table(folder, ledger, client, terms)
        rows = [
            courier(f"ZAM-{n}") if n in COURIERS else locker(f"ZAM-{n}")
            for n in range(1, COUNT + 1)
        ]
        pile = table.put(*rows)
        table.send(pile)
        shown = table.rows(pile)
        labels = [label_of(row) for row in shown]
        stored = stored_labels(ledger, [one.shipment_id for one in labels])
        inks = [
            size_of_ink(ledger.folder / "labels" / stored[one.shipment_id].file) for one in labels
        ]
        yield Shop(table, labels, [row.tracking_number for row in shown], inks)


@pytest.fixture(scope="module")
def cups() -> Iterator[PrivateCups]:
    with PrivateCups() as one:
        yield one


@pytest.fixture
def queue(cups: PrivateCups, monkeypatch: pytest.MonkeyPatch) -> PrivateCups:
    monkeypatch.setenv("CUPS_SERVER", cups.url)
    return cups


def test_pdf_as_it_is_on_a_cups_queue(shop: Shop, queue: PrivateCups, tmp_path: Path) -> None:
    queue.add_pdf_queue("Laser", tmp_path)
    assert shop.print(Profile.at(Reach.CUPS, "Laser")).printed == COUNT
    shop.check(pdf_pages(arrived(tmp_path, jobs=1), dots=12), dots=12)


def test_pdf_as_it_is_on_an_ipp_printer(shop: Shop, queue: PrivateCups, tmp_path: Path) -> None:
    queue.add_ipp_queue("Everywhere", tmp_path)
    assert shop.print(Profile.at(Reach.CUPS, "Everywhere")).printed == COUNT
    shop.check(pdf_pages(arrived(tmp_path, jobs=1), dots=8), dots=8)


@pytest.mark.parametrize("dpi", [203, 300])
def test_dots_as_zpl_on_the_network(shop: Shop, dpi: int) -> None:
    with ZebraListener() as printer:
        profile = Profile.at(Reach.SOCKET, printer.address, dpi=dpi)
        assert shop.print(profile).printed == COUNT
        shop.check(played(printer.labels), dots=profile.dots)


@pytest.mark.parametrize("dpi", [203, 300])
def test_dots_as_zpl_on_a_raw_queue(
    shop: Shop, queue: PrivateCups, tmp_path: Path, dpi: int
) -> None:
    queue.add_raw_queue(f"Raw{dpi}", tmp_path)
    profile = Profile.at(Reach.CUPS, f"Raw{dpi}", language=Language.ZPL, dpi=dpi)
    assert shop.print(profile).printed == COUNT
    shop.check(played(arrived(tmp_path, jobs=1)), dots=profile.dots)


@pytest.mark.parametrize("dpi", [203, 300])
def test_dots_as_epl_on_the_network(shop: Shop, dpi: int) -> None:
    with ZebraListener(answers=False) as printer:
        profile = Profile.at(Reach.SOCKET, printer.address, language=Language.EPL, dpi=dpi)
        assert shop.print(profile).printed == COUNT
        until(lambda: len(printer.jobs) == 1)
        shop.check(played(printer.jobs), dots=profile.dots)


@pytest.mark.parametrize("dpi", [203, 300])
def test_dots_through_the_driver_of_a_zebra(
    shop: Shop, queue: PrivateCups, tmp_path: Path, dpi: int
) -> None:
    queue.add_zebra_queue(f"Driver{dpi}", tmp_path, dpi=dpi)
    profile = Profile.at(Reach.CUPS, f"Driver{dpi}", language=Language.PIXELS, dpi=dpi)
    assert shop.print(profile).printed == COUNT
    # The driver's head has 203 or 300 dots an inch, not 8 or 12 a millimetre.
    shop.check(played(arrived(tmp_path, jobs=1)), dots=dpi / 25.4)


@pytest.mark.parametrize("dpi", [203, 300])
def test_inpost_s_own_zpl(shop: Shop, dpi: int) -> None:
    with ZebraListener() as printer:
        profile = Profile.at(Reach.SOCKET, printer.address, dpi=dpi, carrier_commands=True)
        told: list[Printing] = []
        assert shop.print(profile, told=told.append).printed == COUNT
        labels = printer.labels
    # Contract couriers have no ZPL for 300 dpi: these are drawn by us.
    drawn = [place for place, one in enumerate(labels, 1) if b"^GF" in one]
    assert drawn == (list(COURIERS) if dpi == 300 else [])
    assert told[-1].plain == len(drawn)
    pages = played(labels)
    assert [number_on(page) for page in pages] == shop.numbers
    for page in pages:
        assert abs(page.width / profile.dots - 105) <= TOLERANCE_MM
        assert abs(page.height / profile.dots - 148) <= TOLERANCE_MM


def test_inpost_s_own_epl(shop: Shop) -> None:
    with ZebraListener(answers=False) as printer:
        profile = Profile.at(
            Reach.SOCKET, printer.address, language=Language.EPL, carrier_commands=True
        )
        assert shop.print(profile).printed == COUNT
        until(lambda: len(printer.jobs) == 1)
        pages = played(printer.jobs)
    assert [number_on(page) for page in pages] == shop.numbers


def test_four_on_a_sheet_from_its_third_place(
    shop: Shop, queue: PrivateCups, tmp_path: Path
) -> None:
    queue.add_pdf_queue("Sheets", tmp_path)
    profile = Profile.at(Reach.CUPS, "Sheets", paper=PaperKind.A4_FOUR)
    outlets = Outlets((profile,), {profile.id: 2})
    done = print_labels(
        shop.table.ledger,
        outlets,
        shop.labels,
        now=shop.table.client.now,
        stop=Stop(),
        reason="other",
    )
    assert done.printed == COUNT
    sheets = pdf_pages(arrived(tmp_path, jobs=1), dots=12)
    quarters = [
        sheet.crop((x, y, x + sheet.width // 2, y + sheet.height // 2))
        for sheet in sheets
        for y in (0, sheet.height // 2)
        for x in (0, sheet.width // 2)
    ]
    filled = [one for one in quarters if one.getextrema()[0] == 0]
    assert [one.getextrema()[0] for one in quarters[:2]] == [255, 255]
    shop.check(filled, dots=12)
    assert outlets.slots.get(profile.id, 0) == (2 + COUNT) % 4


def test_out_of_paper_in_the_middle(shop: Shop) -> None:
    """The rest waits at the printer, is told of, and comes when there is paper."""
    with ZebraListener(paper=8) as printer:
        told: list[Printing] = []

        def tell(one: Printing) -> None:
            told.append(one)
            if one.job is JobState.HELD and "media-empty" in one.detail:
                printer.change(paper=100)

        assert shop.print(Profile.at(Reach.SOCKET, printer.address), told=tell).printed == COUNT
        shop.check(played(printer.labels), dots=8)
    assert any(one.job is JobState.HELD for one in told)


def test_misprints_after_the_last_good_label_come_again(shop: Shop, tmp_path: Path) -> None:
    """The ribbon ran out after the twelfth: it is scanned, and the eight behind it print once more."""
    ledger, client = shop.table.ledger, shop.table.client
    profile = Profile.at(Reach.FOLDER, str(tmp_path))
    shop.print(profile)
    outlets = Outlets((profile,))
    again = after_last_good(ledger, outlets, shop.numbers[11], now=client.now, stop=Stop())
    assert again == [one.shipment_id for one in shop.labels[12:]]
    labels = [one for one in shop.labels if one.shipment_id in again]
    done = print_labels(
        ledger,
        Outlets((profile,)),
        labels,
        now=client.now,
        stop=Stop(),
        reason="bad_print",
    )
    assert done.printed == 8
    pages = pdf_pages(arrived(tmp_path, jobs=2)[1:], dots=8)
    assert [number_on(page) for page in pages] == shop.numbers[12:]


# What arrived


def arrived(folder: Path, *, jobs: int) -> list[bytes]:
    """The documents that came out, oldest first."""

    def files() -> list[Path]:
        # What is hidden is being written; CUPS's own printer leaves an empty file beside each document.
        kept = (one for one in folder.iterdir() if one.name[0] != "." and one.suffix != ".prn")
        return sorted(kept)

    # CUPS's own printer writes where everybody can see it.
    until(lambda: len(files()) >= jobs and all(map(_whole, files())))
    return [one.read_bytes() for one in files()]


def _whole(file: Path) -> bool:
    content = file.read_bytes()
    return bool(content) and (content[:1] != b"%" or b"%%EOF" in content[-32:])


def pdf_pages(documents: list[bytes], *, dots: int) -> list[Image.Image]:
    """Every page as a head or a laser with so many dots a millimetre would draw it."""
    pages = []
    for document in documents:
        with pypdfium2.PdfDocument(document) as opened:
            for place in count():
                if place == len(opened):
                    break
                bitmap = opened[place].render(scale=dots * 25.4 / 72, grayscale=True)
                pages.append(bitmap.to_pil().point([0] * 128 + [255] * 128))
    return pages


def played(jobs: list[bytes]) -> list[Image.Image]:
    """The labels of these jobs as the printer would make them."""
    return [label.convert("L") for job in jobs for label in zebra.printed(job)]


def number_on(page: Image.Image) -> str:
    """The shipment's number as a scanner would read it."""
    codes = {one.text for one in zxingcpp.read_barcodes(page)}
    return next((one for one in codes if re.fullmatch(r"\d{24}", one)), "")


def ink(page: Image.Image) -> tuple[int, int, int, int]:
    box = page.point([255] * 128 + [0] * 128).getbbox()
    assert box
    return box


def size_of_ink(file: Path) -> tuple[float, float]:
    """Width and height of what InPost drew, in millimetres."""
    page = pdf_pages([file.read_bytes()], dots=24)[0]
    left, top, right, bottom = ink(page)
    return (right - left) / 24, (bottom - top) / 24


def test_the_measure_itself_sees_a_label_that_was_made_smaller(shop: Shop) -> None:
    """94 % of the size is what a printer that fits to its page makes of it."""
    stored = stored_labels(shop.table.ledger, [shop.labels[0].shipment_id])
    file = shop.table.ledger.folder / "labels" / stored[shop.labels[0].shipment_id].file
    page = pdf_pages([file.read_bytes()], dots=24)[0]
    small = page.resize((int(page.width * 0.94), int(page.height * 0.94)))
    kept = io.BytesIO()
    small.save(kept, "png")
    left, top, right, bottom = ink(Image.open(kept))
    width, height = shop.inks[0]
    assert abs((right - left) / 24 - width) > TOLERANCE_MM
    assert abs((bottom - top) / 24 - height) > TOLERANCE_MM
