"""What a day needs beside the packing table: InPost's calendar, an office printer, the papers of the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pypdfium2 as pdfium
from PIL import Image

from inpost_desk import settings
from inpost_desk.domain.printer import PaperKind, Profile, Purpose, Reach
from inpost_desk.domain.weekend_window import WARSAW
from tests.actions.exported import sheets
from tests.cups import PrivateCups
from tests.simulator_process import Simulator
from tests.window import order_files, paper
from tests.window.packer import Packer, packing
from tests.window.screen import Screen

OFFICE: Final = "Biuro"
# Left, top, right, bottom: check boxes on the Pickup page, orders' numbers on the Shipments page, offers to
# hand over.
BOXES: Final = (103, 180, 124, 700)
LISTED: Final = (196, 240, 256, 700)
OFFERS: Final = (950, 180, 1360, 400)
# InPost decides on a courier when the day's clock says so, never by chance.
DECIDES: Final = 600


def monday() -> datetime:
    """Ten o'clock on this month's first Monday: the month file of "this month" is of that day."""
    first = datetime.now(WARSAW).replace(day=1, hour=10, minute=0, second=0, microsecond=0)
    return first + timedelta(days=-first.weekday() % 7)


@dataclass(slots=True)
class WholeDay:
    """A packer with everything after the label. Sheets of the office printer lie in `tray`."""

    packer: Packer
    tray: Path

    # The day at InPost

    def advance(self, **time: float) -> None:
        """So much later, as `timedelta` says it."""
        self.packer.inpost.advance(timedelta(**time).total_seconds())

    def parcels(self) -> dict[str, dict[str, Any]]:
        """What InPost has, by order."""
        return {one["reference"]: one for one in self.packer.inpost.shipments()}

    def numbers(self, *orders: str) -> list[str]:
        """Their parcels' numbers."""
        known = self.packer.bought()
        return [known[one] for one in orders]

    def couriers(self) -> list[tuple[str, list[str]]]:
        """Every order for a courier that InPost got: how it stands, and which orders' parcels are in it."""
        names = {one["id"]: name for name, one in self.parcels().items()}
        return [
            (one["status"], sorted(names[parcel] for parcel in one["shipments"]))
            for one in self.packer.inpost.look("pickups")
        ]

    # The day at the desk

    def ship(self, file: Path, count: int) -> list[str]:
        """So many orders bought and their labels on paper."""
        desk = self.packer.desk
        names = order_files.lockers(file, count)
        self.packer.hand_over(file, orders=count)
        desk.run()
        desk.until(lambda: len(self.packer.zebra.labels) >= count, "the labels")
        desk.until(lambda: desk.runs_ended() == 1, "the end of the run")
        return names

    def states(self) -> list[str]:
        """How the couriers stand by the ledger."""
        rows = self.packer.desk.ask("SELECT state FROM pickups ORDER BY id")
        return [one["state"] for one in rows]

    def became(self, *states: str, ticked: int) -> None:
        """Wait until the ledger says so, and so many parcels are ticked on the page."""
        self.packer.desk.until(lambda: self.states() == list(states), f"couriers {states}")
        self.shows(ticked, BOXES)

    def shows(self, count: int, where: tuple[int, int, int, int]) -> None:
        """Wait until so many ticked boxes, or lines of dark text, are seen below each other there."""
        self.packer.desk.until(lambda: self.seen(where) == count, f"{count} at {where}")
        self.packer.desk.screen.rest()

    def seen(self, where: tuple[int, int, int, int]) -> int:
        """How many there are."""
        place = self.packer.folder / "seen.bmp"
        self.packer.desk.screen.save(place)
        with Image.open(place) as picture:
            part = picture.convert("L").crop(where)
        ink = part.point(_INK)
        lines = [sum(row) >= _DARK for row in _rows(ink)]
        runs = "".join("x" if dark else " " for dark in lines).split()
        return sum(len(run) >= _TALL for run in runs)

    def begin_hand_over(self, count: int) -> None:
        """F9: the `count`-th hand-over of the day is open."""
        desk = self.packer.desk
        desk.press_until(
            ["F9"], lambda: desk.count("SELECT count(*) FROM hand_overs") == count, "a hand-over"
        )
        desk.screen.rest()

    def scanned(self, *codes: str, pace: int = 12) -> list[tuple[str, str]]:
        """Codes scanned at the truck, and everything that came of scans so far: what, and whose parcel."""
        desk = self.packer.desk
        wanted = len(self._scans()) + len(codes)
        self.packer.scan(*codes, delay=pace)
        desk.until(lambda: len(self._scans()) >= wanted, "the scans")
        return self._scans()

    def _scans(self) -> list[tuple[str, str]]:
        rows = self.packer.desk.ask(
            "SELECT what, reference FROM hand_over_scans"
            " LEFT JOIN shipments ON shipments.id = shipment_id ORDER BY hand_over_scans.id"
        )
        return [(one["what"], one["reference"] or "") for one in rows]

    def statuses(self) -> dict[str, str]:
        """What the ledger last heard of each order's parcel."""
        rows = self.packer.desk.ask("SELECT reference, status FROM shipments")
        return {one["reference"]: one["status"] for one in rows}

    # What is on paper and in files

    def sheet(self, count: int) -> str:
        """All that stands on the `count`-th document in the tray, once it is there."""
        self.packer.desk.until(lambda: len(paper.jobs(self.tray)) >= count, "a sheet of paper")
        (*_, job) = paper.jobs(self.tray)
        assert len(paper.jobs(self.tray)) == count
        document = pdfium.PdfDocument(job)
        try:
            return "\n".join(page.get_textpage().get_text_bounded() for page in document)
        finally:
            document.close()

    def exported(self, pattern: str, *keys: str) -> dict[str, list[list[object]]]:
        """Ctrl+E, these keys in its menu and Enter to the name proposed: the book that was written."""
        desk, folder = self.packer.desk, self.packer.desk.data.parent
        screen = desk.screen
        desk.press_until(["ctrl+e"], lambda: len(screen.windows(desk.pid)) > 1, "the menu")
        screen.press(*keys, "Return")
        desk.until(lambda: screen.active() not in (0, desk.window), "the dialog")
        screen.rest()
        screen.press("Return")
        desk.until(lambda: list(folder.glob(pattern)), pattern)
        desk.until(lambda: screen.active() == desk.window, "the window again")
        (book,) = folder.glob(pattern)
        return sheets(book)


def _rows(picture: Image.Image) -> list[bytes]:
    data, wide = picture.tobytes(), picture.width
    return [data[start : start + wide] for start in range(0, len(data), wide)]


# Black and nearly black are ink; a line of it is so many pixels, a letter or a box so many lines tall.
_INK: Final = [1] * 90 + [0] * 166
_DARK: Final = 5
_TALL: Final = 6


@contextmanager
def whole_day(screen: Screen, folder: Path, inpost: Simulator) -> Iterator[WholeDay]:
    """Monday, ten o'clock: a Zebra for labels, an office printer for paper, nothing bought yet."""
    with PrivateCups() as cups, packing(screen, folder, inpost) as packer:
        tray = folder / "tray"
        cups.add_pdf_queue(OFFICE, tray)
        zebra = Profile.at(Reach.SOCKET, packer.zebra.address)
        documents = (Purpose.DOCUMENTS,)
        office = Profile.at(Reach.CUPS, OFFICE, paper=PaperKind.A4, serves=documents)
        settings.change(packer.desk.data, printers=(zebra, office))
        # Where a file dialog was last, other tests may have left there.
        home = folder / "home"
        home.mkdir()
        packer.desk.environment |= {"CUPS_SERVER": cups.url, "HOME": str(home)}
        inpost.control("clock", {"set": monday().isoformat()})
        inpost.faults(pickup_after=float(DECIDES))
        yield WholeDay(packer, tray)


def filled(sheet: Sequence[Sequence[object]]) -> list[dict[str, object]]:
    """A sheet's lines by its headings."""
    names = [str(one) for one in sheet[0]]
    return [dict(zip(names, line, strict=True)) for line in sheet[1:]]
