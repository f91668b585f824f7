"""What a person has accepted of labels, and what holds one back all the same; InPost's own commands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from inpost_desk.actions.held_labels import look_at
from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.ready import Label, Order, Ready, make_ready
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.domain.printer import PaperKind, Profile, Reach, Sheet
from inpost_desk.labels import epl, zpl
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import layouts
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import labels as stored_rows
from inpost_desk.ledger.stored_labels import stored_labels
from tests.actions.label_shelf import Shelf
from tests.actions.paper import bought, keep, pile
from tests.labels.specimen_labels import Look, locker, lockers, number

COURIER = "inpost_courier_standard"
LOCKER = "inpost_locker_standard"
ZEBRA = Profile.at(Reach.SOCKET, "zebra.test")
PDF = Profile.at(Reach.CUPS, "queue")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    one = Ledger(tmp_path / "ledger")
    yield one
    one.close()


def ready(ledger: Ledger, labels: list[Label], profile: Profile, **more: Any) -> Ready:
    stored = stored_labels(ledger, [one.shipment_id for one in labels])
    order = Order.of(ledger, stored, LabelStore(ledger.folder / LABEL_FOLDER), **more)
    return make_ready(labels, profile, order)


def rules(made: Ready) -> list[str]:
    return [one.rule for one in made.held]


def replaced(ledger: Ledger, label: Label, content: bytes, finding: str = "") -> None:
    with ledger.write() as connection:
        mine = stored_rows.c.shipment_id == label.shipment_id
        connection.execute(stored_rows.delete().where(mine))
    keep(ledger, label.shipment_id, content, finding=finding)


def findings(ledger: Ledger, labels: list[Label]) -> list[str]:
    stored = stored_labels(ledger, [one.shipment_id for one in labels])
    return [stored[one.shipment_id].finding for one in labels]


# Layouts


def test_what_was_accepted_is_that_fault_of_that_service(ledger: Ledger) -> None:
    labels = pile(ledger, 2)
    layouts.accept(ledger, LOCKER, "bars_unreadable")
    first = labels[0].shipment_id
    replaced(ledger, labels[0], locker(number(77)), "wrong_number")
    layouts.spare(ledger, {first: [number(77)]})
    assert findings(ledger, labels) == ["wrong_number", ""]
    assert rules(ready(ledger, labels, PDF)) == ["wrong_number"]
    replaced(ledger, labels[0], locker(number(77)))
    assert rules(ready(ledger, labels, ZEBRA)) == ["wrong_number"]
    replaced(ledger, labels[0], locker(number(0), Look(bars=False, matrix=False)))
    assert rules(ready(ledger, labels, ZEBRA)) == ["unreadable"]


def test_another_number_may_be_the_layout_but_never_another_parcels(ledger: Ledger) -> None:
    labels = pile(ledger, 3)
    for label, place in zip(labels[1:], (1, 2), strict=True):
        bought(ledger, label.shipment_id, number(place), service=COURIER)
    # The second says a number of its courier's, the third that of the first parcel.
    replaced(ledger, labels[1], locker(number(500)), "wrong_number")
    replaced(ledger, labels[2], locker(number(0)), "wrong_number")
    made = ready(ledger, labels, PDF)
    assert [(one.rule, one.service, one.codes) for one in made.held] == [
        ("wrong_number", COURIER, (number(500),)),
        ("wrong_number", "", (number(0),)),
    ]
    read = {one.label.shipment_id: one.codes for one in made.held}
    layouts.accept(ledger, COURIER, "wrong_number", read)
    assert findings(ledger, labels) == ["", "", "wrong_number"]
    for profile in (PDF, ZEBRA):
        assert ready(ledger, labels, profile).labels == tuple(labels[:2])
    # Even where nobody knew the other parcel when it was accepted.
    bought(ledger, labels[0].shipment_id, number(500))
    assert rules(ready(ledger, labels[1:2], PDF)) == ["wrong_number"]


def test_a_number_among_those_of_several_parcels_is_another_shipments(ledger: Ledger) -> None:
    labels = pile(ledger, 2)
    from inpost_desk.ledger.schema import shipments

    first, second = (one.shipment_id for one in labels)
    several = f"{number(0)} {number(8)}"
    with ledger.write() as connection:
        mine = shipments.c.id == first
        connection.execute(update(shipments).where(mine).values(parcel_numbers=several))
    assert layouts.foreign(ledger, second, [number(8)])
    assert not layouts.foreign(ledger, first, [number(8)])
    assert not layouts.foreign(ledger, second, ["", number(8)[:-1], "%"])


def test_labels_that_come_after_an_accepted_layout_are_good_but_for_another_parcels_number(
    ledger: Ledger,
) -> None:
    layouts.accept(ledger, COURIER, "wrong_number")
    shelf = Shelf(ledger, 2, services={1: COURIER, 2: COURIER})
    shelf.fetch(lambda ids: lockers([number(900 if one == 1 else 1) for one in ids]))
    assert [one.finding for one in shelf.stored()] == ["", "wrong_number"]


# Bars on a label that was made smaller


def narrow(width: int) -> Profile:
    return replace(ZEBRA, paper=PaperKind.CUSTOM, custom=Sheet(width, 1500))


def test_bars_that_are_lost_by_making_a_label_smaller_hold_it_back(ledger: Ledger) -> None:
    labels = pile(ledger, 1)
    made = ready(ledger, labels, narrow(625))
    assert rules(made) == ["bars_unreadable"]
    # That is the paper, not the layout: nothing to be accepted for good.
    assert [one.service for one in made.held] == [""]
    layouts.accept(ledger, LOCKER, "bars_unreadable")
    assert rules(ready(ledger, labels, narrow(625))) == ["bars_unreadable"]
    made = ready(ledger, labels, narrow(625), overruled=[labels[0].shipment_id])
    assert made.labels == tuple(labels)
    assert made.smallest < 1


def test_bars_that_were_never_there_are_not_asked_for(ledger: Ledger) -> None:
    labels = pile(ledger, 1)
    replaced(ledger, labels[0], locker(number(0), Look(bars=False)))
    made = ready(ledger, labels, narrow(800))
    assert (made.labels, made.held) == (tuple(labels), ())
    assert made.smallest < 1


# InPost's own commands


def own(*, width: int = 840, more: bytes = b"") -> bytes:
    field = b"^FO10,10^BCN,100^FD>;" + number(0).encode() + b"^FS"
    return b"^XA^PW%d^LL1184%b%b^XZ\n" % (width, field, more)


CARRIER = replace(ZEBRA, carrier_commands=True)


def test_commands_that_print_copies_are_held_back(ledger: Ledger) -> None:
    labels = pile(ledger, 1)
    first = labels[0].shipment_id
    assert rules(ready(ledger, labels, CARRIER, commands={first: own(more=b"^PQ2")})) == [
        "page_count"
    ]
    made = ready(ledger, labels, CARRIER, commands={first: own(more=b"^PQ1,0,1,Y")})
    assert made.document is not None
    assert made.document.content == own(more=b"^PQ1,0,1,Y")
    assert made.plain == ()


@pytest.mark.parametrize(
    ("profile", "commands"),
    [
        (replace(CARRIER, right=10), own()),
        (replace(CARRIER, down=-5), own()),
        (replace(CARRIER, rotation=180), own()),
        (CARRIER, own(width=1260)),
        (CARRIER, own(width=1100)),
        (CARRIER, b"^XA^FO"),
    ],
)
def test_commands_that_do_not_suit_the_printer_are_drawn_by_us(
    ledger: Ledger, profile: Profile, commands: bytes
) -> None:
    labels = pile(ledger, 1)
    made = ready(ledger, labels, profile, commands={labels[0].shipment_id: commands})
    assert (made.held, made.plain) == ((), tuple(labels))
    assert made.document is not None
    assert len(zpl.pictures(made.document.content)) == 1


def test_overruled_commands_are_drawn_by_us(ledger: Ledger) -> None:
    labels = pile(ledger, 1)
    first = labels[0].shipment_id
    commands = {first: b"^XA^PW840^LL1184^FO9,9^GB90,90,9^FS^XZ"}
    assert rules(ready(ledger, labels, CARRIER, commands=commands)) == ["unreadable"]
    made = ready(ledger, labels, CARRIER, commands=commands, overruled=[first])
    assert made.plain == tuple(labels)


def test_who_looks_at_a_label_sees_what_holds_its_commands_back(ledger: Ledger) -> None:
    labels = pile(ledger, 1)
    asked: list[int] = []

    def commands(_profile: Profile, shipments: Any) -> dict[int, bytes]:
        asked.extend(shipments)
        return {one: own(more=b"^PQ3") for one in shipments}

    held = look_at(ledger, Outlets((CARRIER,), commands=commands), labels)
    assert [one.rule for one in held] == ["page_count"]
    assert asked == [labels[0].shipment_id]
    assert look_at(ledger, Outlets((ZEBRA,), commands=commands), labels) == []
    assert len(asked) == 1


def test_copies_in_epl() -> None:
    commands = b'\nN\nq840\nQ1184,24\nB9,9,1,1,3,6,200,N,"6"\n%b\n'
    said = (b"P1", b"P3", b"P1,2", b"P", b"P1,1")
    assert [epl.labels_in(commands % one)[0].copies for one in said] == [1, 3, 2, 1, 1]
