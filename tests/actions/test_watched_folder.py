"""The watched folder on a real disk: nothing half written is read, nothing overwritten, nothing lost."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from inpost_desk.actions import watched_folder
from inpost_desk.actions.watched_folder import (
    CUT_RESTED,
    DONE,
    EMPTY_RESTED,
    FAILED,
    RESTED,
    TOLD,
    Look,
    look,
    put_away,
    reason_place,
    write_reason,
)
from inpost_desk.errors import FileTrouble

EMPTY = Look({})


def file(folder: Path, name: str, text: str = "rows\n", *, changed: float = 0) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    os.utime(path, (1_000_000 + changed, 1_000_000 + changed))
    return path


def looks(folder: Path, *times: float, before: Look = EMPTY) -> Look:
    found = before
    for at in times:
        found = look(folder, found.files, at=at)
    return found


def test_a_file_is_whole_once_it_stayed_as_it_was(tmp_path: Path) -> None:
    path = file(tmp_path, "orders.csv")
    first = looks(tmp_path, 100)
    assert (first.ready, list(first.files)) == ((), [path])
    soon = looks(tmp_path, 100 + RESTED - 0.1, before=first)
    assert soon.ready == ()
    assert looks(tmp_path, 100 + RESTED, before=soon).ready == (path,)


def test_a_link_in_a_circle_keeps_nobody_else(tmp_path: Path) -> None:
    (tmp_path / "circle.csv").symlink_to("circle.csv")
    path = file(tmp_path, "orders.csv")
    assert looks(tmp_path, 0, RESTED).ready == (path,)


def test_one_that_grows_or_changes_is_waited_for(tmp_path: Path) -> None:
    path = file(tmp_path, "orders.csv")
    found = looks(tmp_path, 0)
    file(tmp_path, "orders.csv", "rows and more\n")
    found = looks(tmp_path, 5, before=found)
    assert found.ready == ()
    # As long as it was, and written anew.
    file(tmp_path, "orders.csv", "rows and MORE\n", changed=1)
    found = looks(tmp_path, 10, before=found)
    assert found.ready == ()
    assert looks(tmp_path, 12, before=found).ready == (path,)


def test_the_oldest_comes_first(tmp_path: Path) -> None:
    for name, changed in (("b.csv", 20), ("c.csv", 10), ("a.csv", 20)):
        file(tmp_path, name, changed=changed)
    assert [path.name for path in looks(tmp_path, 0, 3).ready] == ["c.csv", "a.csv", "b.csv"]


@pytest.mark.parametrize(
    "name",
    [
        "~$orders.xlsx",
        ".~lock.orders.csv#",
        ".orders.csv",
        "orders.csv.part",
        "orders.tmp",
        "Orders.CSV.CRDOWNLOAD",
        "Thumbs.db",
    ],
)
def test_what_is_no_order_file_yet_is_left_alone(tmp_path: Path, name: str) -> None:
    file(tmp_path, name)
    found = looks(tmp_path, 0, 100)
    assert (found.ready, found.files) == ((), {})


def test_an_empty_file_may_be_written_into_still(tmp_path: Path) -> None:
    path = file(tmp_path, "orders.csv", "")
    found = looks(tmp_path, 0, RESTED)
    assert found.ready == ()
    assert looks(tmp_path, EMPTY_RESTED, before=found).ready == (path,)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("orders.csv", b"reference;name\nR-01;Now"),
        ("ORDERS.TXT", "R-01;Now".encode("utf-16-le")),
        ("orders.xlsx", b"PK\x03\x04 half of it"),
    ],
)
def test_one_without_an_end_may_be_half_of_one(
    tmp_path: Path, name: str, content: bytes
) -> None:  # fmt: skip
    path = tmp_path / name
    path.write_bytes(content)
    found = looks(tmp_path, 0, CUT_RESTED - 1)
    assert found.ready == ()
    # Some programs write no last line feed at all.
    assert looks(tmp_path, CUT_RESTED, before=found).ready == (path,)


def test_a_line_feed_of_two_bytes_is_an_end(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes("R-01;Nowak\r\n".encode("utf-16-le"))
    assert looks(tmp_path, 0, RESTED).ready == (path,)


def test_a_whole_workbook_waits_no_longer(tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsx"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("sheet", "rows")
    assert looks(tmp_path, 0, RESTED).ready == (path,)


def test_one_that_another_program_keeps_is_told_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file(tmp_path, "orders.csv")
    # Nothing keeps a file from root on this system.
    monkeypatch.setattr(watched_folder, "_free", lambda _path: False)
    found = looks(tmp_path, 0, RESTED)
    assert (found.ready, found.kept) == ((), ())
    assert looks(tmp_path, TOLD, before=found).kept == (path,)
    monkeypatch.undo()
    assert looks(tmp_path, TOLD + 1, before=found) == Look(found.files, (path,))


def test_folders_are_not_files(tmp_path: Path) -> None:
    (tmp_path / DONE).mkdir()
    (tmp_path / "orders.csv").mkdir()
    assert looks(tmp_path, 0, 100).files == {}


def test_what_was_looked_at_again_rests_anew(tmp_path: Path) -> None:
    path = file(tmp_path, "orders.csv")
    found = looks(tmp_path, 0, 3).without(path)
    found = looks(tmp_path, 4, before=found)
    assert found.ready == ()
    assert looks(tmp_path, 7, before=found).ready == (path,)


def test_a_folder_out_of_reach(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as caught:
        looks(tmp_path / "share", 0)
    assert caught.value.rule == "no_folder"
    (tmp_path / "share").mkdir()
    assert looks(tmp_path / "share", 1) == EMPTY


def test_files_of_one_name_get_numbers(tmp_path: Path) -> None:
    places = [put_away(file(tmp_path, "orders.csv", text), DONE) for text in "abc"]
    assert [one.name for one in places] == ["orders.csv", "orders (2).csv", "orders (3).csv"]
    assert [one.read_text("utf-8") for one in places] == ["a", "b", "c"]
    assert sorted(one.name for one in tmp_path.iterdir()) == [DONE]


@pytest.mark.parametrize("taken", ["ORDERS.csv", "orders-result.csv", "orders-result.xlsx"])
def test_no_file_beside_it_is_overwritten_either(tmp_path: Path, taken: str) -> None:
    (tmp_path / DONE).mkdir()
    before = file(tmp_path / DONE, taken, "mine")
    place = put_away(file(tmp_path, "orders.csv"), DONE)
    assert place.name == "orders (2).csv"
    assert before.read_text("utf-8") == "mine"


def test_its_new_place_is_noted_before_it_goes(tmp_path: Path) -> None:
    path = file(tmp_path, "orders.csv")
    there: list[tuple[Path, bool]] = []
    place = put_away(path, DONE, noted=lambda place: there.append((place, path.exists())))
    assert there == [(place, True)]


def test_what_cannot_be_noted_stays(tmp_path: Path) -> None:
    path = file(tmp_path, "orders.csv")

    def fails(_place: Path) -> None:
        raise FileTrouble("disk_full")

    with pytest.raises(FileTrouble):
        put_away(path, DONE, noted=fails)
    assert path.read_text("utf-8") == "rows\n"
    assert list((tmp_path / DONE).iterdir()) == []


def test_one_that_has_gone_meanwhile(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as caught:
        put_away(tmp_path / "orders.csv", DONE)
    assert caught.value.rule == "missing"
    assert list((tmp_path / DONE).iterdir()) == []


def test_a_file_in_the_place_of_the_subfolder(tmp_path: Path) -> None:
    file(tmp_path, DONE)
    path = file(tmp_path, "orders.csv")
    with pytest.raises(FileTrouble) as caught:
        put_away(path, DONE)
    assert caught.value.rule == "not_a_folder"
    assert path.exists()


def test_why_it_failed_stands_beside_it_whatever_it_is_called(tmp_path: Path) -> None:
    place = put_away(file(tmp_path, "zamówienia.txt"), FAILED)
    reason = write_reason(place, "To nie jest tabela.")
    assert reason == reason_place(place) == tmp_path / FAILED / "zamówienia.txt.txt"
    assert "To nie jest tabela." in reason.read_text("utf-8")
    assert place.read_text("utf-8") == "rows\n"
