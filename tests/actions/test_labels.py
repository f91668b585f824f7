"""The label line: pages found by their bar codes, one bad label never holds up the others, nothing lost.

InPost is a stand-in here, because the simulator draws no wrong labels; files, ledger and bar codes are real.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from inpost_desk.errors import FileTrouble, Offline, Refused
from inpost_desk.ledger.report import standing_of_run
from tests.actions.label_shelf import Shelf, good
from tests.actions.shop import ledger_in
from tests.labels.specimen_labels import Look, blank, courier, locker, lockers, number


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Callable[[int], Shelf]]:
    with ledger_in(tmp_path) as ledger:
        yield lambda count: Shelf(ledger, count)


def test_pages_are_found_by_their_codes_whatever_their_order(shelf: Callable[[int], Shelf]) -> None:
    shop = shelf(5)
    client, _ = shop.fetch(lambda ids: lockers([number(one) for one in reversed(ids)]))
    assert shop.rules() == [""] * 5
    assert client.calls == [[1, 2, 3, 4, 5]]
    names = [row.label for row in standing_of_run(shop.ledger, shop.run_id)]
    assert [Path(name).stem.split("-")[0] for name in names] == ["1", "2", "3", "4", "5"]


def test_services_in_a_zip(shelf: Callable[[int], Shelf]) -> None:
    def packed(ids: Sequence[int]) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("inpost_locker_standard.pdf", good(ids[:2]))
            archive.writestr("inpost_courier_standard.pdf", courier(number(ids[2])))
        return target.getvalue()

    shop = shelf(3)
    shop.fetch(packed)
    assert shop.rules() == [""] * 3


def test_one_bad_label_is_asked_for_alone_and_held_back(shelf: Callable[[int], Shelf]) -> None:
    unreadable = Look(bars=False, matrix=False)

    def answer(ids: Sequence[int]) -> bytes:
        return good(ids) if 2 not in ids else _mixed(ids, {2: locker(number(2), unreadable)})

    shop = shelf(3)
    client, _ = shop.fetch(answer)
    assert shop.rules() == ["", "unreadable", ""]
    assert client.calls == [[1, 2, 3], [2]]
    assert standing_of_run(shop.ledger, shop.run_id)[1].label == ""


def test_a_label_of_another_parcel_is_held_back(shelf: Callable[[int], Shelf]) -> None:
    shop = shelf(2)
    shop.fetch(lambda ids: lockers([number(77 if one == 1 else one) for one in ids]))
    assert shop.rules() == ["wrong_number", ""]


def test_a_blank_page_and_a_wrong_size_are_held_back(shelf: Callable[[int], Shelf]) -> None:
    shop = shelf(1)
    shop.fetch(lambda _ids: blank())
    assert shop.rules() == ["blank_page"]
    shop.fetch(lambda ids: lockers([number(one) for one in ids], size=(595, 842)))
    assert shop.rules() == ["wrong_size"]
    shop.fetch(good)
    assert shop.rules() == [""]


def test_a_refused_call_is_halved_until_the_bad_one_is_found(shelf: Callable[[int], Shelf]) -> None:
    def answer(ids: Sequence[int]) -> bytes:
        if 3 in ids:
            raise Refused(status=400, error="label_generation_failed")
        return good(ids)

    shop = shelf(4)
    shop.fetch(answer)
    assert shop.rules() == ["", "", "label_generation_failed", ""]


def test_garbage_instead_of_labels_is_noted_on_each(shelf: Callable[[int], Shelf]) -> None:
    shop = shelf(2)
    shop.fetch(lambda _ids: b"<html>maintenance</html>")
    assert shop.rules() == ["not_a_pdf", "not_a_pdf"]


def test_a_missing_page_is_asked_for_alone(shelf: Callable[[int], Shelf]) -> None:
    shop = shelf(3)
    client, _ = shop.fetch(lambda ids: good(ids[:2]))
    assert shop.rules() == [""] * 3
    assert client.calls == [[1, 2, 3], [3]]


def test_two_pages_of_one_shipment_stay_together(shelf: Callable[[int], Shelf]) -> None:
    shop = shelf(2)
    shop.fetch(lambda ids: lockers([number(ids[0]), number(ids[1]), number(ids[0])]))
    assert shop.rules() == ["too_many_pages", ""]


def test_unreachable_ends_the_line_and_leaves_the_rows_waiting(
    shelf: Callable[[int], Shelf],
) -> None:
    def answer(_ids: Sequence[int]) -> bytes:
        raise Offline

    shop = shelf(2)
    _, line = shop.fetch(answer)
    assert isinstance(line.trouble, Offline)
    assert shop.rules() == ["label_missing"] * 2


def test_stored_labels_are_not_fetched_again(shelf: Callable[[int], Shelf]) -> None:
    shop = shelf(2)
    shop.fetch(good)
    client, _ = shop.fetch(good)
    assert client.calls == []


def test_a_full_disk_is_told_once(shelf: Callable[[int], Shelf]) -> None:
    shop = shelf(2)
    (shop.ledger.folder / "labels").write_text("in the way")
    _, line = shop.fetch(good)
    assert isinstance(line.trouble, FileTrouble)
    assert shop.rules() == ["label_missing"] * 2


def _mixed(ids: Sequence[int], special: dict[int, bytes]) -> bytes:
    """A ZIP in which some labels are special."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for one in ids:
            archive.writestr(f"{one}.pdf", special.get(one) or locker(number(one)))
    return target.getvalue()
