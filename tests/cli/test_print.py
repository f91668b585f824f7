"""`inpost-desk print`: labels of a run on a printer that was set up, again for a reason, after a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from inpost_desk import settings
from inpost_desk.domain.printer import Language, Profile, Reach
from inpost_desk.labels.readback import read_pages
from inpost_desk.ledger.ledger import Ledger, ledger_folder
from inpost_desk.ledger.schema import labels
from tests.cli.conftest import Desk, locker


@pytest.fixture
def paper(desk: Desk, tmp_path: Path) -> Path:
    """Four bought orders, and a folder as the printer."""
    folder = tmp_path / "paper"
    folder.mkdir()
    orders = desk.file(*(locker(f"ZAM-{n}") for n in range(1, 5)))
    assert desk.ship(orders, "--sending-method", "dispatch_order") == 0
    settings.change(desk.folder / "data", printers=(Profile.at(Reach.FOLDER, str(folder)),))
    return folder


def put(desk: Desk, *arguments: object) -> int:
    return desk.run("print", *arguments, *desk.address())


def test_the_last_run_prints_once(desk: Desk, paper: Path) -> None:
    assert put(desk) == 0
    assert desk.out.strip() == f"printed: 4 · printer: {paper}"
    assert put(desk) == 1
    assert desk.out.strip() == "printed before: 4"
    assert "not again: ZAM-1, ZAM-2, ZAM-3, ZAM-4." in desk.err
    assert "say why: --reason bad_print|lost" in desk.err
    assert put(desk, "--json") == 1
    assert desk.json()["skipped"] == 4
    assert desk.json()["printed_before"] == ["ZAM-1", "ZAM-2", "ZAM-3", "ZAM-4"]
    (file,) = paper.iterdir()
    assert len(list(read_pages(file.read_bytes()))) == 4


def test_one_again_for_a_reason_and_the_newest(desk: Desk, paper: Path) -> None:
    put(desk)
    assert put(desk, "ZAM-2", "--reason", "lost") == 0
    assert put(desk, "--last") == 0
    first, second, third = (list(read_pages(file.read_bytes())) for file in sorted(paper.iterdir()))
    assert [page.codes for page in second] == [first[1].codes]
    assert [page.codes for page in third] == [first[1].codes]


def test_what_came_after_the_last_good_label(desk: Desk, paper: Path) -> None:
    put(desk)
    (file,) = paper.iterdir()
    numbers = [page.codes[0] for page in read_pages(file.read_bytes())]
    assert put(desk, "--after", numbers[1]) == 0
    again = max(paper.iterdir())
    assert [page.codes[0] for page in read_pages(again.read_bytes())] == numbers[2:]
    assert put(desk, "--after", "600000000000000000000000") == 1


def test_what_there_is_not_is_named(desk: Desk, paper: Path) -> None:
    assert put(desk, "ZAM-1", "ZAM-77") == 1
    assert "ZAM-77: not known here." in desk.err
    assert len(list(paper.iterdir())) == 1


def test_an_order_without_a_label_is_told_from_one_that_is_not_known(
    desk: Desk, paper: Path
) -> None:
    desk.ship(desk.file(locker("ZAM-9", phone="12"), name="bad.csv"))
    assert put(desk, "ZAM-9", "ZAM-77") == 1
    assert "ZAM-9: no label here." in desk.err
    assert "ZAM-77: not known here." in desk.err
    assert list(paper.iterdir()) == []


def test_what_cannot_be_meant_is_refused(desk: Desk, paper: Path) -> None:
    assert put(desk, "--run", 99) == 1
    assert "There is no run 99." in desk.err
    assert put(desk, "ZAM-1", "--last") == 2
    assert "References cannot go together" in desk.err
    assert list(paper.iterdir()) == []


def test_two_rows_of_one_parcel_are_one_label(desk: Desk, paper: Path) -> None:
    orders = desk.file(locker("ZAM-8"), locker("ZAM-8"), name="twins.csv")
    assert desk.ship(orders, "--repeated", "lines") == 0
    assert put(desk) == 0
    assert desk.out.strip() == f"printed: 1 · printer: {paper}"


def test_without_a_printer_it_says_what_to_do(desk: Desk, paper: Path) -> None:
    settings.change(desk.folder / "data", printers=())
    assert put(desk) == 1
    assert "Add one with “inpost-desk printers add”." in desk.err
    spare = Profile.at(Reach.FOLDER, str(paper), serves=())
    settings.change(desk.folder / "data", printers=(spare,))
    assert put(desk) == 1
    assert "printers set NAME --serves" in desk.err
    assert list(paper.iterdir()) == []


def test_a_label_held_back_is_named_and_its_picture_kept(
    desk: Desk, paper: Path, tmp_path: Path
) -> None:
    off = Profile.at(Reach.FOLDER, str(paper), language=Language.ZPL, right=400)
    settings.change(desk.folder / "data", printers=(off,))
    assert put(desk, "ZAM-1", "--pictures", tmp_path / "held") == 1
    assert "ZAM-1" in desk.err
    (picture,) = (tmp_path / "held").iterdir()
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert list(paper.iterdir()) == []


def test_a_label_that_was_found_bad_when_it_came_is_told_of_and_not_passed_over(
    desk: Desk, paper: Path
) -> None:
    folder = ledger_folder(
        desk.folder / "data",
        api_url=desk.simulator.url,
        organization=desk.simulator.organization,
    )
    ledger = Ledger(folder)
    with ledger.write() as connection:
        first = labels.c.id == connection.scalar(select(func.min(labels.c.id)))
        connection.execute(labels.update().where(first).values(finding="unreadable"))
    ledger.close()
    assert put(desk) == 1
    assert "ZAM-1" in desk.err
    assert desk.out.strip() == f"printed: 3 · held back: 1 · printer: {paper}"
    assert put(desk, "--anyway") == 0
    assert len(list(paper.iterdir())) == 2
