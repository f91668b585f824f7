"""Several printers for one pile: a stand-in's order, sheets that labels share, pages that are no labels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.print_line import Printing
from inpost_desk.actions.printing import print_document
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.printer import PaperKind, Profile, Purpose, Reach
from inpost_desk.labels.own_pages import Headings, Slip, packing_slips
from inpost_desk.ledger import prints
from inpost_desk.ledger.ledger import Ledger
from tests.actions.paper import bought, now, numbers, on_paper, pile, put, states
from tests.labels.specimen_labels import number

COURIER = "inpost_courier_standard"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    one = Ledger(tmp_path / "ledger")
    yield one
    one.close()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    folder = tmp_path / "paper"
    folder.mkdir()
    return folder


def test_a_stand_in_that_has_labels_of_its_own_keeps_the_pile_s_order(
    ledger: Ledger, paper: Path, tmp_path: Path
) -> None:
    labels = pile(ledger, 6)
    for place in (1, 3, 5):
        bought(ledger, labels[place].shipment_id, number(place), service=COURIER)
    couriers = Profile.at(Reach.FOLDER, str(paper), serves=(Purpose.COURIERS,))
    gone = Profile.at(
        Reach.FOLDER, str(tmp_path / "gone"), serves=(Purpose.LOCKERS,), stand_in=couriers.id
    )
    assert put(ledger, Outlets((gone, couriers)), labels).printed == 6
    assert on_paper(paper, jobs=1) == [numbers(*range(6))]


def test_no_sheet_is_left_half_empty_in_the_middle_of_a_pile(ledger: Ledger, paper: Path) -> None:
    labels = pile(ledger, 30)
    profile = Profile.at(Reach.FOLDER, str(paper), paper=PaperKind.A4_FOUR)
    sheets = Outlets((profile,), {profile.id: 3})
    assert put(ledger, sheets, labels).printed == 30
    documents = on_paper(paper, jobs=2)
    # One label on what was left of the first sheet, then seven whole ones, and one that is not full.
    assert sum(map(len, documents)) == 1 + 7 + 1
    assert sheets.slots.get(profile.id, 0) == 1


def test_a_slip_takes_the_next_place_and_a_whole_page_none(ledger: Ledger, paper: Path) -> None:
    profile = Profile.at(Reach.FOLDER, str(paper), paper=PaperKind.A4_FOUR)
    sheets = Outlets((profile,), {profile.id: 2})
    slip = packing_slips([Slip("ZAM-1")], Headings("", "", "", "", "", ""))
    done = print_document(
        ledger,
        sheets.serving(Purpose.SLIPS),
        slip,
        document="slips",
        title="x",
        now=now,
        stop=Stop(),
    )
    assert done.printed == 1
    assert sheets.slots.get(profile.id, 0) == 3


def test_what_breaks_before_the_printer_has_it_leaves_nothing_that_looks_sent(
    ledger: Ledger, paper: Path
) -> None:
    labels = pile(ledger, 2)

    def tell(_one: Printing) -> None:
        raise RuntimeError("a bug")

    profile = Profile.at(Reach.FOLDER, str(paper))
    with pytest.raises(RuntimeError):
        put(ledger, Outlets((profile,)), labels, told=tell)
    assert states(ledger, labels) == ["", ""]
    assert prints.last_jobs(ledger) == []
    assert list(paper.iterdir()) == []
