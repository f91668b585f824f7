"""InPost's own ZPL and EPL: asked for by name, split per label, stored beside the PDF and never instead."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest

from inpost_desk.actions import label_formats
from inpost_desk.actions.label_formats import StoredCommands, commands_of, fetch_commands
from inpost_desk.actions.labels import LabelLine
from inpost_desk.domain.printer import Language, Profile, Reach
from inpost_desk.domain.shipment import Dimensions, NewShipment, Parcel, Shipment
from inpost_desk.errors import Offline, Refused
from inpost_desk.labels import epl, zpl
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import journal, seen
from inpost_desk.ledger.stored_labels import stored_labels
from inpost_desk.shipx.client import Client
from tests.actions.label_shelf import Answers, Shelf, StandIn, good
from tests.actions.shop import client_of, enter, ledger_in, order
from tests.labels.specimen_labels import locker, number
from tests.shipx.test_against_simulator import LOCKER, OFFERS
from tests.simulator_process import Simulator
from tests.waiting import until

COURIER = "inpost_courier_standard"
MakeShelf = Callable[..., Shelf]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[MakeShelf]:
    """Shipments with their PDFs."""
    with ledger_in(tmp_path) as ledger:

        def make(count: int, services: dict[int, str] | None = None, **more: object) -> Shelf:
            shop = Shelf(ledger, count, services=services, **more)  # type: ignore[arg-type]
            shop.fetch(good)
            return shop

        yield make


def label(tracking: str) -> bytes:
    """One label in ZPL."""
    return b"^XA^PW840^LL1184^FO9,9^BCN,99^FD>;%b^FS^XZ\n" % tracking.encode()


def epl_label(tracking: str) -> bytes:
    return b'\nN\nq840\nQ1184,24\nB9,9,0,1,3,6,99,N,"%b"\nP1\n' % tracking.encode()


def zebra(ids: Sequence[int]) -> bytes:
    return b"".join(label(number(one)) for one in ids)


def nothing(_ids: Sequence[int]) -> bytes:
    raise AssertionError("asked for again")


def fetched(
    shop: Shelf, answer: Answers, *, language: Language = Language.ZPL, dpi: int = 203
) -> tuple[StandIn, list[StoredCommands | str]]:
    """What is found for each shipment, in order."""
    client = StandIn(answer)
    found = fetch_commands(
        shop.ledger,
        cast("Client", client),
        LabelStore(shop.ledger.folder / "labels"),
        shop.stored(),
        language=language,
        dpi=dpi,
    )
    return client, [found[one.shipment_id] for one in shop.stored()]


def contents(found: Sequence[StoredCommands | str]) -> list[bytes | str]:
    return [one.content if isinstance(one, StoredCommands) else one for one in found]


def test_each_shipment_gets_its_own_whatever_the_order(shelf: MakeShelf) -> None:
    shop = shelf(3)
    client, found = fetched(shop, lambda ids: zebra(list(reversed(ids))))
    assert contents(found) == [label(number(one)) for one in (1, 2, 3)]
    assert (client.calls, client.layouts) == ([[1, 2, 3]], [("Zpl", "A6")])


def test_they_lie_beside_the_pdf_which_stays(shelf: MakeShelf) -> None:
    shop = shelf(2)
    before = shop.stored()
    _, found = fetched(shop, zebra)
    assert shop.stored() == before
    assert shop.rules() == ["", ""]
    for pdf, commands in zip(before, found, strict=True):
        assert isinstance(commands, StoredCommands)
        assert Path(commands.file).parent == Path(pdf.file).parent
        place = shop.ledger.folder / "labels" / commands.file
        assert (place.suffix, place.read_bytes()) == (".zpl", commands.content)


def test_what_is_stored_is_not_fetched_again(shelf: MakeShelf) -> None:
    shop = shelf(2)
    _, first = fetched(shop, zebra)
    client, again = fetched(shop, nothing)
    assert (again, client.calls) == (first, [])


def test_a_stored_file_that_was_damaged_is_fetched_again(shelf: MakeShelf) -> None:
    shop = shelf(1)
    _, [first] = fetched(shop, zebra)
    assert isinstance(first, StoredCommands)
    (shop.ledger.folder / "labels" / first.file).write_bytes(b"^XA")
    client, [again] = fetched(shop, zebra)
    assert (again, client.calls) == (first, [[1]])
    assert fetched(shop, nothing)[1] == [first]


def test_resolutions_and_languages_are_kept_apart(shelf: MakeShelf) -> None:
    shop = shelf(1)
    fetched(shop, zebra)
    fine, [at_300] = fetched(shop, lambda _ids: label(number(1)) + b" ", dpi=300)
    plain, [in_epl] = fetched(shop, lambda _ids: epl_label(number(1)), language=Language.EPL)
    assert [*fine.layouts, *plain.layouts] == [("Zpl", "dpi300"), ("Epl", "A6")]
    assert isinstance(at_300, StoredCommands)
    assert isinstance(in_epl, StoredCommands)
    assert in_epl.content == epl_label(number(1))
    assert len(list((shop.ledger.folder / "labels").rglob("*.*"))) == 4


@pytest.mark.parametrize(
    ("language", "dpi", "calls"),
    [
        (Language.ZPL, 300, [[1]]),
        (Language.ZPL, 600, []),
        (Language.EPL, 300, []),
        (Language.PDF, 203, []),
    ],
)
def test_what_inpost_does_not_draw_is_not_asked_for(
    shelf: MakeShelf, language: Language, dpi: int, calls: list[list[int]]
) -> None:
    shop = shelf(2, {2: COURIER})
    client, found = fetched(shop, zebra, language=language, dpi=dpi)
    assert found[1] == "no_such_format"
    assert client.calls == calls


def test_services_in_a_zip(shelf: MakeShelf) -> None:
    def packed(ids: Sequence[int]) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("inpost_courier_standard.zpl", zebra(ids[2:]))
            archive.writestr("inpost_locker_standard.zpl", zebra(ids[:2]))
            archive.writestr("read.me", b"hello")
        return target.getvalue()

    shop = shelf(3, {3: COURIER})
    _, found = fetched(shop, packed)
    assert contents(found) == [label(number(one)) for one in (1, 2, 3)]


def test_more_than_a_hundred_take_several_calls(
    shelf: MakeShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(label_formats, "AT_ONCE", 2)
    shop = shelf(5)
    client, found = fetched(shop, zebra)
    assert client.calls == [[1, 2], [3, 4], [5]]
    assert all(isinstance(one, StoredCommands) for one in found)


def test_parcels_of_one_shipment_come_in_the_order_of_their_numbers(shelf: MakeShelf) -> None:
    parts = (number(1), number(11), number(12))
    shop = shelf(1, parcels={1: parts})
    _, found = fetched(shop, lambda _ids: b"".join(label(parts[one]) for one in (2, 0, 1)))
    assert contents(found) == [b"".join(map(label, parts))]


def test_epl_labels_never_run_into_one_another(shelf: MakeShelf) -> None:
    parts = (number(1), number(11))
    shop = shelf(1, parcels={1: parts})
    answer = b"".join(epl_label(one) for one in reversed(parts)).rstrip()
    _, [found] = fetched(shop, lambda _ids: answer, language=Language.EPL)
    assert isinstance(found, StoredCommands)
    assert found.content.count(b"\nP1\n") == 2


def test_a_refused_service_is_found_by_halves(shelf: MakeShelf) -> None:
    def answer(ids: Sequence[int]) -> bytes:
        if 3 in ids:
            raise Refused(status=400, error="label_template_not_found")
        return zebra(ids)

    shop = shelf(4)
    _, found = fetched(shop, answer)
    assert contents(found)[2] == "no_such_format"
    assert sum(isinstance(one, StoredCommands) for one in found) == 3


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "empty"),
        (b"<html>^XA ^XZ</html>", "not_commands"),
        (b'{"status":404,"error":"resource_not_found"}', "not_commands"),
        (locker(number(2)), "not_commands"),
        (label(number(2))[:-6], "damaged"),
        (label(number(7)), "wrong_number"),
        (b"^XA^FO9,9^FDno bars^FS^XZ", "unreadable"),
        (b"^XA^FO9,9^FS^XZ", "blank_page"),
        (label(number(2)) * 2, "too_many_pages"),
    ],
)
def test_what_is_no_label_of_this_parcel(shelf: MakeShelf, content: bytes, rule: str) -> None:
    shop = shelf(3)
    before = shop.stored()
    _, found = fetched(shop, lambda ids: content if 2 in ids else zebra(ids))
    assert contents(found) == [label(number(1)), rule, label(number(3))]
    assert shop.stored() == before


def test_one_that_is_left_out_is_asked_for_alone(shelf: MakeShelf) -> None:
    shop = shelf(3)
    client, found = fetched(shop, lambda ids: zebra(ids if len(ids) == 1 else ids[:2]))
    assert client.calls == [[1, 2, 3], [3]]
    assert all(isinstance(one, StoredCommands) for one in found)


def profile(dpi: int = 203) -> Profile:
    return Profile(
        "z", "Zebra", Reach.SOCKET, "zebra.test", Language.ZPL, dpi, carrier_commands=True
    )


def test_a_printer_gets_what_there_is(shelf: MakeShelf) -> None:
    shop = shelf(2, {2: COURIER})
    ids = [one.shipment_id for one in shop.stored()]
    client = cast("Client", StandIn(zebra))
    assert commands_of(shop.ledger, client, profile(300), ids) == {ids[0]: label(number(1))}


def test_without_inpost_a_printer_gets_pixels_of_ours(shelf: MakeShelf) -> None:
    def away(_ids: Sequence[int]) -> bytes:
        raise Offline

    shop = shelf(1)
    ids = [one.shipment_id for one in shop.stored()]
    assert commands_of(shop.ledger, cast("Client", StandIn(away)), profile(), ids) == {}
    assert shop.rules() == [""]


def test_commands_alone_are_no_label(tmp_path: Path) -> None:
    with ledger_in(tmp_path) as ledger:
        shop = Shelf(ledger, 1)
        [one] = seen.of_run(ledger, shop.run_id)
        row = seen.LabelFile(one.shipment_id, "a.zpl", 1, "", 1, "", format="zpl", paper="203")
        seen.store_labels(ledger, [row], now=StandIn(good).now())
        [again] = seen.of_run(ledger, shop.run_id)
        assert not again.has_label
        assert shop.rules() == ["label_missing"]


def bought(client: Client, new: NewShipment) -> Shipment:
    """Made and paid for."""
    made = client.create(new)
    until(lambda: bool(client.shipment(made.id).tracking_number))
    return client.shipment(made.id)


@pytest.mark.parametrize(("language", "dpi"), [(Language.ZPL, 203), (Language.EPL, 203)])
def test_the_simulators_own(
    simulator: Simulator, tmp_path: Path, language: Language, dpi: int
) -> None:
    """Commands that another hand wrote from the API's description, in a ZIP of two services."""
    parcel = Parcel(dimensions=Dimensions(400, 300, 150), weight=Decimal("2.5"))
    one = replace(LOCKER, key="k-1", reference="R-1")
    other = replace(OFFERS, key="k-2", reference="R-2", service=COURIER, parcels=(parcel, parcel))
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        made = [bought(client, one), bought(client, other)]
        run = enter(ledger, order("R-1"), order("R-2"))
        claimed = journal.claim(ledger, run, limit=9, now=client.now())
        assert claimed is not None
        steps = [row.step_id for row in claimed.rows]
        journal.made(ledger, list(zip(steps, made, strict=True)), now=client.now())
        store = LabelStore(ledger.folder / "labels")
        line = LabelLine(ledger, client, store)
        line.put(seen.of_run(ledger, run))
        line.finish()
        wanted = list(
            stored_labels(ledger, [row.shipment_id for row in seen.of_run(ledger, run)]).values()
        )
        found = fetch_commands(ledger, client, store, wanted, language=language, dpi=dpi)
    labels_in = {Language.ZPL: zpl.labels_in, Language.EPL: epl.labels_in}[language]
    contents = [found[row.shipment_id] for row in wanted]
    read = [
        {number for label in labels_in(each.content) for number in label.numbers}
        for each in contents
        if isinstance(each, StoredCommands)
    ]
    assert read == [set(row.numbers) for row in wanted]
    assert [len(row.numbers) for row in wanted] == [1, 2]
