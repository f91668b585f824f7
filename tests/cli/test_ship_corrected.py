"""`ship` on a file that was corrected in the window and not sent from there: it goes as it was corrected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import httpx

from inpost_desk.actions import pile, ship
from inpost_desk.actions.pile import Rules
from inpost_desk.domain.order import Field
from inpost_desk.ledger.ledger import Ledger, ledger_folder
from tests.actions.shop import client_of
from tests.cli.conftest import Desk, locker

METHOD = ("--sending-method", "dispatch_order")
SAID = "Rows taken as they were corrected in the window: "


def edited(desk: Desk, path: Path, cells: Mapping[int, Mapping[Field, str]]) -> None:
    """The file put on the window's desk, and its cells corrected there."""
    ledger = ledger_of(desk)
    try:
        put = pile.put_on_desk(ledger, path, now=datetime.now(UTC))
        pile.edit(ledger, put.pile.id, cells, Rules())
    finally:
        ledger.close()


def ledger_of(desk: Desk) -> Ledger:
    place = ledger_folder(
        desk.folder / "data",
        api_url=desk.simulator.url,
        organization=desk.simulator.organization,
    )
    return Ledger(place)


def phones(desk: Desk) -> dict[str, str]:
    """What InPost was told, by reference."""
    return dict(sent(desk))


def sent(desk: Desk) -> list[tuple[str, str]]:
    address = f"{desk.simulator.url}/v1/organizations/{desk.simulator.organization}/shipments"
    key = {"Authorization": f"Bearer {desk.simulator.token}"}
    items = httpx.get(address, headers=key).json()["items"]
    return [(one["reference"], one["receiver"]["phone"]) for one in items]


def test_corrected_rows_go_as_corrected_and_that_is_said(desk: Desk) -> None:
    path = desk.file(locker("R-1", phone="50123456"), locker("R-2"), locker("R-3"))
    new = {1: {Field.PHONE: "601111222"}, 2: {Field.POINT: "POP-WAW364"}}
    edited(desk, path, new)
    assert desk.ship(path, *METHOD, "--dry-run") == 0
    assert f"{SAID}2." in desk.out
    assert desk.ship(path, *METHOD) == 0
    assert f"{SAID}2." in desk.out
    assert phones(desk) == {"R-1": "601111222", "R-2": "501234567", "R-3": "501234567"}
    assert desk.outcomes(path) == ["done"] * 3


def test_what_went_corrected_is_not_told_again(desk: Desk) -> None:
    path = desk.file(locker("R-1", phone="50123456"))
    edited(desk, path, {1: {Field.PHONE: "601111222"}})
    assert desk.ship(path, *METHOD) == 0
    assert desk.ship(path) == 0
    assert SAID not in desk.out
    assert desk.outcomes(path) == ["done"]
    assert desk.ship(path, "--duplicates", "again") == 0
    assert sent(desk) == [("R-1", "601111222")] * 2


def test_a_file_edited_since_counts_as_it_is(desk: Desk) -> None:
    path = desk.file(locker("R-1", phone="50123456"))
    edited(desk, path, {1: {Field.PHONE: "601111222"}})
    path = desk.file(locker("R-1", phone="602222333"))
    assert desk.ship(path, *METHOD) == 0
    assert SAID not in desk.out
    assert phones(desk) == {"R-1": "602222333"}


def test_a_corrected_reference_is_no_question_any_more(desk: Desk) -> None:
    path = desk.file(locker("R-1"), locker("R-1"))
    edited(desk, path, {2: {Field.REFERENCE: "R-2"}})
    assert desk.ship(path, *METHOD) == 0
    assert set(phones(desk)) == {"R-1", "R-2"}


def test_held_rows_stay_and_are_not_counted(desk: Desk) -> None:
    path = desk.file(locker("R-1"), locker("R-2"))
    edited(desk, path, {1: {Field.PHONE: "601111222"}, 2: {Field.PHONE: "602222333"}})
    ledger = ledger_of(desk)
    put = pile.put_on_desk(ledger, path, now=datetime.now(UTC))
    pile.mark(ledger, put.pile.id, [2], Rules(), held=True)
    ledger.close()
    desk.ship(path, *METHOD, "--dry-run", "--json")
    assert desk.json()["corrected"] == 1
    desk.ship(path, *METHOD)
    assert f"{SAID}1." in desk.out
    assert phones(desk) == {"R-1": "601111222"}


def test_what_a_run_had_entered_before_takes_the_correction(desk: Desk) -> None:
    path = desk.file(locker("R-1"))
    edited(desk, path, {})
    ledger = ledger_of(desk)
    with client_of(desk.simulator) as client:
        one = pile.put_on_desk(ledger, path, now=client.now()).pile
        imported = pile.for_sending(ledger, one.id, Rules(), [1])
        ship.enter(ledger, client, imported, duplicates="skip", again_about={})
        pile.edit(ledger, one.id, {1: {Field.PHONE: "601111222"}}, Rules())
    ledger.close()
    assert desk.ship(path, *METHOD) == 0
    assert phones(desk) == {"R-1": "601111222"}
