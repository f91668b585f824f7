"""What the read-back keeps from a printer, what a person may say to that, and where a label goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.print_line import Printed, Printing
from inpost_desk.actions.printing import Ahead
from inpost_desk.actions.ready import Label
from inpost_desk.domain.printer import Language, PaperKind, Profile, Purpose, Reach
from inpost_desk.errors import PrinterTrouble
from inpost_desk.labels.own_pages import separator
from inpost_desk.ledger import layouts, prints
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import shipments
from inpost_desk.printers.folder import FolderPrinter
from tests.actions.paper import (
    bought,
    keep,
    label_file,
    now,
    numbers,
    on_paper,
    outlet,
    outlets,
    pile,
    put,
    states,
)
from tests.labels.specimen_labels import A4, Look, locker, lockers, number

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


def replaced(ledger: Ledger, label: Label, content: bytes) -> None:
    """Another file is stored for this label, as a faulty InPost might send it."""
    from inpost_desk.ledger.schema import labels

    with ledger.write() as connection:
        connection.execute(labels.delete().where(labels.c.shipment_id == label.shipment_id))
    keep(ledger, label.shipment_id, content)


def zebra(folder: Path, **more: object) -> Outlets:
    """A folder that stands for a printer with dots."""
    profile = Profile.at(Reach.FOLDER, str(folder), language=Language.ZPL, **more)
    return outlets(outlet(FolderPrinter(folder), profile))


def test_a_wrong_number_is_held_back_with_its_picture_and_the_rest_prints(
    ledger: Ledger, paper: Path
) -> None:
    labels = pile(ledger, 3)
    replaced(ledger, labels[1], locker(number(77)))
    done = put(ledger, zebra(paper), labels)
    assert done.printed == 2
    (held,) = done.held
    assert (held.label, held.rule, held.codes) == (labels[1], "wrong_number", (number(77),))
    assert held.picture.startswith(b"\x89PNG")
    assert (held.width_mm, held.height_mm) == (105, 148)
    assert states(ledger, labels) == ["done", "", "done"]
    noted = [one for one in prints.last_jobs(ledger) if one.reason == prints.HELD]
    assert [(one.shipments, one.detail) for one in noted] == [
        ((labels[1].shipment_id,), "wrong_number")
    ]


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (locker(number(0), Look(bars=False, matrix=False)), "unreadable"),
        (lockers([number(0), number(0)]), "page_count"),
        (locker(number(0), Look(scale=0.5, module=0.16, matrix=False)), "unreadable"),
    ],
)
def test_what_a_printer_with_dots_would_not_print_well_is_held_back(
    ledger: Ledger, paper: Path, content: bytes, rule: str
) -> None:
    labels = pile(ledger, 1)
    replaced(ledger, labels[0], content)
    done = put(ledger, zebra(paper), labels)
    assert [one.rule for one in done.held] == [rule]
    assert list(paper.iterdir()) == []


def test_an_unreadable_one_prints_when_a_person_wants_it_and_a_wrong_number_never(
    ledger: Ledger, paper: Path
) -> None:
    labels = pile(ledger, 2)
    replaced(ledger, labels[0], locker(number(0), Look(bars=False, matrix=False)))
    replaced(ledger, labels[1], locker(number(9)))
    wanted = [one.shipment_id for one in labels]
    done = put(ledger, zebra(paper), labels, overruled=wanted)
    assert done.printed == 1
    assert [one.rule for one in done.held] == ["wrong_number"]
    assert states(ledger, labels) == ["done", ""]


def test_a_layout_nobody_has_seen_is_asked_about_once(ledger: Ledger, paper: Path) -> None:
    labels = pile(ledger, 3)
    for place, label in enumerate(labels[1:], 1):
        bought(ledger, label.shipment_id, number(place), service=COURIER)
        replaced(ledger, label, locker(number(place), Look(bars=False, matrix=False)))
    with ledger.write() as connection:
        from inpost_desk.ledger.schema import labels as stored

        rows = stored.c.shipment_id.in_([one.shipment_id for one in labels[1:]])
        connection.execute(stored.update().where(rows).values(finding="unreadable"))
    held = put(ledger, zebra(paper), labels).held
    assert [(one.rule, one.service) for one in held] == [("unreadable", COURIER)] * 2
    layouts.accept(ledger, COURIER, "unreadable")
    done = put(ledger, zebra(paper), labels)
    assert done == Printed(printed=2, skipped=1)


def test_a_bad_label_of_a_layout_that_was_read_before_is_no_question_of_layout(
    ledger: Ledger, paper: Path
) -> None:
    labels = pile(ledger, 2)
    replaced(ledger, labels[1], locker(number(1), Look(bars=False, matrix=False)))
    assert [one.service for one in put(ledger, zebra(paper), labels).held] == [""]


def test_an_offset_that_pushes_the_label_off_the_paper_is_noticed(
    ledger: Ledger, paper: Path
) -> None:
    labels = pile(ledger, 1)
    done = put(ledger, zebra(paper, right=300), labels)
    assert [one.rule for one in done.held] == ["off_paper"]


def test_a_label_that_does_not_fit_is_made_smaller_and_that_is_told(
    ledger: Ledger, paper: Path
) -> None:
    labels = pile(ledger, 1)
    told: list[Printing] = []
    done = put(ledger, zebra(paper, head=900, dpi=300), labels, told=told.append)
    assert told[-1].smallest < 1 or [one.rule for one in done.held] == ["unreadable"]


def test_couriers_and_lockers_go_to_printers_of_their_own_each_in_order(
    ledger: Ledger, tmp_path: Path
) -> None:
    labels = pile(ledger, 6)
    for place in (1, 4):
        bought(ledger, labels[place].shipment_id, number(place), service=COURIER)
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    lockers_printer = Profile.at(Reach.FOLDER, str(one), serves=(Purpose.LOCKERS,))
    couriers_printer = Profile.at(Reach.FOLDER, str(two), serves=(Purpose.COURIERS,))
    both = Outlets((lockers_printer, couriers_printer))
    assert put(ledger, both, labels).printed == 6
    assert on_paper(one, jobs=1) == [numbers(0, 2, 3, 5)]
    assert on_paper(two, jobs=1) == [numbers(1, 4)]


def test_nobody_prints_courier_labels(ledger: Ledger, paper: Path) -> None:
    labels = pile(ledger, 1)
    bought(ledger, labels[0].shipment_id, number(0), service=COURIER)
    only = Profile.at(Reach.FOLDER, str(paper), serves=(Purpose.LOCKERS,))
    with pytest.raises(PrinterTrouble) as trouble:
        put(ledger, Outlets((only,)), labels)
    assert trouble.value.rule == "not_chosen"


def test_a_stand_in_takes_over_and_says_so(ledger: Ledger, paper: Path, tmp_path: Path) -> None:
    labels = pile(ledger, 2)
    other = Profile.at(Reach.FOLDER, str(paper), name="Zapasowa", serves=())
    gone = Profile.at(Reach.FOLDER, str(tmp_path / "gone"), name="Zebra", stand_in=other.id)
    told: list[Printing] = []
    assert put(ledger, Outlets((gone, other)), labels, told=told.append).printed == 2
    assert (told[-1].stand_in, told[-1].away) == ("Zapasowa", "Zebra")
    assert on_paper(paper, jobs=1) == [numbers(0, 1)]


def test_two_who_share_a_printer_are_told(ledger: Ledger, paper: Path) -> None:
    labels = pile(ledger, 2)
    prints.claim(ledger, [labels[0].shipment_id], printer=str(paper), reason="", now=now())
    told: list[Printing] = []
    put(ledger, FolderPrinter(paper), labels[1:], told=told.append)
    assert told[-1].shared


def test_an_a4_page_with_its_label_in_a_quarter_becomes_a_label(
    ledger: Ledger, paper: Path
) -> None:
    labels = pile(ledger, 1)
    replaced(ledger, labels[0], locker(number(0), size=A4))
    assert put(ledger, FolderPrinter(paper), labels).printed == 1
    (page,) = on_paper(paper, jobs=1)
    assert page == [number(0)]


def test_sheets_go_on_where_the_last_one_ended(ledger: Ledger, paper: Path) -> None:
    labels = pile(ledger, 7)
    profile = Profile.at(Reach.FOLDER, str(paper), paper=PaperKind.A4_FOUR)
    sheets = Outlets((profile,))
    put(ledger, sheets, labels[:3])
    assert sheets.slots.get(profile.id, 0) == 3
    put(ledger, sheets, labels[3:])
    assert sheets.slots.get(profile.id, 0) == 3
    assert len(on_paper(paper, jobs=2)[1]) == 2


def test_a_file_that_is_not_the_one_that_was_checked_never_prints(
    ledger: Ledger, paper: Path
) -> None:
    labels = pile(ledger, 1)
    label_file(ledger, labels[0]).write_bytes(locker(number(1)))
    assert [one.rule for one in put(ledger, FolderPrinter(paper), labels).held] == ["damaged"]
    with ledger.read() as connection:
        assert connection.scalar(select(shipments.c.tracking_number)) == number(0)


def test_each_printer_gets_the_page_ahead_once_and_a_separator_only_who_wants_one(
    ledger: Ledger, tmp_path: Path
) -> None:
    labels = pile(ledger, 4)
    bought(ledger, labels[3].shipment_id, number(3), service=COURIER)
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
    both = Outlets(
        (
            Profile.at(Reach.FOLDER, str(folders[0]), serves=(Purpose.LOCKERS,), separators=True),
            Profile.at(Reach.FOLDER, str(folders[1]), serves=(Purpose.COURIERS,)),
        )
    )
    page = separator(["ZAM.csv"])
    parting = Ahead(page, everywhere=False)
    put(ledger, both, labels[:2], before=parting)
    put(ledger, both, labels[2:], before=parting)
    assert on_paper(folders[0], jobs=2) == [["", *numbers(0, 1)], numbers(2)]
    assert on_paper(folders[1], jobs=1) == [numbers(3)]
    put(ledger, both, labels, before=Ahead(page), reason="other")
    assert on_paper(folders[1], jobs=2)[1] == ["", number(3)]


def test_a_layout_that_was_accepted_is_not_asked_about_again(ledger: Ledger, paper: Path) -> None:
    labels = pile(ledger, 1)
    layouts.accept(ledger, COURIER, "unreadable")
    bought(ledger, labels[0].shipment_id, number(0), service=COURIER)
    replaced(ledger, labels[0], locker(number(0), Look(bars=False, matrix=False)))
    layouts.spare(ledger, {labels[0].shipment_id: []})
    assert put(ledger, zebra(paper), labels).printed == 1
