"""Labels that hurt or surprise: files that kill PDFium, A4 for A6, pages that are too many or too few."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pypdfium2
import pytest

from inpost_desk.actions import labels as label_line
from inpost_desk.errors import NotFound, Refused
from inpost_desk.labels.examiner import Examiner
from inpost_desk.labels.readback import read_pages
from inpost_desk.ledger import seen
from inpost_desk.ledger.report import standing_of_run
from tests.actions.label_shelf import Shelf, good
from tests.actions.shop import ledger_in
from tests.labels.hostile import hanging
from tests.labels.specimen_labels import (
    A4,
    Look,
    encrypted,
    locker,
    lockers,
    number,
)

MakeShelf = Callable[..., Shelf]
PARTS = (number(1), number(11), number(12))


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[MakeShelf]:
    with ledger_in(tmp_path) as ledger:
        yield lambda count, parcels=None: Shelf(ledger, count, parcels)


@pytest.fixture
def short_limit(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A child of one's own that gives a document a second."""
    one = Examiner(limit=1.0)
    monkeypatch.setattr(label_line, "examiner", lambda _name: one)
    yield
    one.close()


def with_special(special: Mapping[int, bytes]) -> Callable[[Sequence[int]], bytes]:
    """A ZIP in which some labels are special."""

    def answer(ids: Sequence[int]) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for one in ids:
                archive.writestr(f"{one}.pdf", special.get(one) or locker(number(one)))
        return target.getvalue()

    return answer


@pytest.mark.usefixtures("short_limit")
def test_one_label_that_hangs_pdfium_is_found_and_noted_alone(shelf: MakeShelf) -> None:
    shop = shelf(2)
    client, line = shop.fetch(with_special({2: hanging()}))
    assert shop.rules() == ["", "too_slow"]
    assert client.calls == [[1, 2], [1], [2]]
    assert line.trouble is None


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (locker(number(2))[:-300], "damaged"),
        (encrypted(number(2)), "encrypted"),
        (b"<html>502 Bad Gateway</html>", "not_a_pdf"),
        (b"", "empty"),
    ],
)
def test_one_bad_file_among_good_ones(shelf: MakeShelf, content: bytes, rule: str) -> None:
    def answer(ids: Sequence[int]) -> bytes:
        return content if 2 in ids else good(ids)

    shop = shelf(3)
    shop.fetch(answer)
    assert shop.rules() == ["", rule, ""]


def test_forty_pages_for_one_parcel_are_kept_and_held_back(shelf: MakeShelf) -> None:
    shop = shelf(1)
    shop.fetch(lambda _ids: lockers([number(1)] * 40, Look(matrix=False)))
    assert shop.rules() == ["too_many_pages"]
    [stored] = shop.stored()
    content = (shop.ledger.folder / "labels" / stored.file).read_bytes()
    assert len(pypdfium2.PdfDocument(content)) == 40


def test_what_cannot_be_fetched_again_leaves_the_file_that_is_there(shelf: MakeShelf) -> None:
    shop = shelf(1)
    shop.fetch(lambda _ids: locker(number(77)))
    before = shop.stored()
    shop.fetch(lambda _ids: b"<html></html>")
    assert shop.rules() == ["wrong_number"]
    assert shop.stored() == before


def no_a6(ids: Sequence[int]) -> bytes:
    """InPost has no A6 for the second."""
    if 2 in ids:
        raise Refused(status=400, error="label_template_not_found")
    return good(ids)


def a4(ids: Sequence[int]) -> bytes:
    return lockers([number(one) for one in ids], size=A4)


def test_where_there_is_no_a6_its_a4_is_stored(shelf: MakeShelf) -> None:
    shop = shelf(2)
    client, _ = shop.fetch(no_a6, a4=a4)
    assert shop.rules() == ["", ""]
    assert client.calls == [[1, 2], [1], [2], [2]]
    assert client.layouts[-1] == ("Pdf", "normal")
    files = [row.label for row in standing_of_run(shop.ledger, shop.run_id)]
    [page] = read_pages((shop.ledger.folder / "labels" / files[1]).read_bytes())
    assert (round(page.width_mm), page.codes) == (210, (number(2),))
    assert all(one.has_label for one in seen.of_run(shop.ledger, shop.run_id))


def test_a6_under_the_name_of_a4_is_taken(shelf: MakeShelf) -> None:
    """Couriers have no A4: asked for it, InPost draws A6."""
    shop = shelf(2)
    shop.fetch(no_a6, a4=good)
    assert shop.rules() == ["", ""]


def test_neither_a6_nor_a4(shelf: MakeShelf) -> None:
    shop = shelf(2)
    shop.fetch(no_a6)
    assert shop.rules() == ["", "label_template_not_found"]


def test_a4_of_another_parcel_is_held_back(shelf: MakeShelf) -> None:
    shop = shelf(2)
    shop.fetch(no_a6, a4=lambda _ids: a4([7]))
    assert shop.rules() == ["", "wrong_number"]


def test_a4_where_a6_was_asked_is_held_back(shelf: MakeShelf) -> None:
    shop = shelf(1)
    shop.fetch(a4)
    assert shop.rules() == ["wrong_size"]


def pages_of_first(ids: Sequence[int]) -> bytes:
    """The first shipment has three parcels."""
    return lockers([*(PARTS if 1 in ids else ()), *(number(one) for one in ids if one != 1)])


def test_each_parcel_has_its_page(shelf: MakeShelf) -> None:
    shop = shelf(2, {1: PARTS})
    shop.fetch(pages_of_first)
    assert shop.rules() == ["", ""]
    assert [one.numbers for one in shop.stored()] == [PARTS, (number(2),)]


def test_a_parcel_without_a_page_is_missing(shelf: MakeShelf) -> None:
    shop = shelf(1, {1: PARTS})
    shop.fetch(lambda _ids: lockers(PARTS[:2]))
    assert shop.rules() == ["missing"]


def test_numbers_that_came_after_the_confirmation_are_asked_for(shelf: MakeShelf) -> None:
    shop = shelf(2, {1: (PARTS[0], "", "")})
    client, _ = shop.fetch(pages_of_first, parcels={1: PARTS})
    assert shop.rules() == ["", ""]
    assert client.calls == [[1, 2]]
    assert shop.stored()[0].numbers == PARTS


def test_numbers_that_do_not_come_cost_no_page(shelf: MakeShelf) -> None:
    early = (PARTS[0], "", "")
    shop = shelf(2, {1: early})
    client, _ = shop.fetch(pages_of_first, parcels={1: early})
    assert client.calls == [[2], [1]]
    assert shop.rules() == ["", ""]
    [first, _] = shop.stored()
    pages = read_pages((shop.ledger.folder / "labels" / first.file).read_bytes())
    assert [page.codes for page in pages] == [(one,) for one in PARTS]


def test_pages_fewer_than_parcels_are_missing_whatever_their_numbers(shelf: MakeShelf) -> None:
    early = (PARTS[0], "", "")
    shop = shelf(1, {1: early})
    shop.fetch(lambda _ids: lockers(PARTS[:2]), parcels={1: early})
    assert shop.rules() == ["missing"]


def test_numbers_that_cannot_be_asked_for_hold_nothing_up(
    shelf: MakeShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sporadic(*_given: object) -> None:
        raise NotFound(status=404, error="resource_not_found")

    monkeypatch.setattr("tests.actions.label_shelf.StandIn.shipment", sporadic)
    shop = shelf(1, {1: (PARTS[0], "", "")})
    shop.fetch(pages_of_first)
    assert shop.rules() == [""]
