"""A second purchase that a person did not ask for: every way a file comes back, changed or not."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Desk, courier, locker

METHOD = ("--sending-method", "dispatch_order")


def made(desk: Desk) -> int:
    return len(desk.simulator.shipments())


def test_rows_without_a_reference_are_recognised_in_a_changed_file(desk: Desk) -> None:
    rows = [locker("", phone="501000001"), courier(""), locker("", phone="501000001")]
    desk.ship(desk.file(*rows, locker("R-1", phone="1")), *METHOD)
    assert made(desk) == 3
    mended = desk.file(*rows, locker("R-1"), name="mended.csv")
    assert desk.ship(mended) == 2
    assert made(desk) == 3
    assert desk.ship(mended, "--duplicates", "skip") == 0
    assert desk.outcomes(mended) == ["duplicate"] * 3 + ["done"]
    # A fourth parcel of the same kind is a new one.
    more = desk.file(*rows, rows[0], name="more.csv")
    assert desk.ship(more, "--duplicates", "skip") == 0
    assert desk.outcomes(more) == ["duplicate"] * 3 + ["done"]
    assert made(desk) == 5


@pytest.mark.parametrize(
    ("first", "first_answer", "then", "then_answer"),
    [
        (2, "parcels", 3, "parcels"),
        (2, "parcels", 1, "lines"),
        (1, "lines", 2, "parcels"),
        (2, "lines", 2, "parcels"),
        (2, "parcels", 2, "lines"),
    ],
)
def test_numbered_parts_are_recognised_whatever_their_number(
    desk: Desk, first: int, first_answer: str, then: int, then_answer: str
) -> None:
    before = desk.file(*([locker("Z/1")] * first), locker("A-1"))
    desk.ship(before, *METHOD, "--repeated", first_answer)
    bought = made(desk)
    after = desk.file(*([locker("Z/1")] * then), locker("A-2"), name="after.csv")
    assert desk.ship(after, "--repeated", then_answer) == 2
    assert made(desk) == bought
    assert desk.ship(after, "--repeated", then_answer, "--duplicates", "skip") == 0
    assert made(desk) == bought + 1


def test_asking_again_goes_on_where_it_was_cut(desk: Desk) -> None:
    """A run with `again` that is cut short is finished by the same command, not begun anew."""
    desk.ship(desk.file(locker("R-01"), name="old.csv"), *METHOD)
    path = desk.file(*(locker(f"R-{number:02}") for number in range(1, 12)))
    batches = {"method": "POST", "path": "/v1/organizations/*/batches"}
    desk.simulator.faults(
        {"do": "error", "status": 401, "error": "token_invalid", "nth": [2]} | batches
    )
    assert desk.ship(path, "--duplicates", "again", "--chunk", 5) == 3
    assert desk.ship(path, "--duplicates", "again", "--chunk", 5) == 0
    assert made(desk) == 12
    # Only a finished file is bought once more by asking once more.
    assert desk.ship(path, "--duplicates", "again") == 0
    assert made(desk) == 23


def test_a_changed_file_goes_on_with_what_was_not_finished(prepaid: Desk) -> None:
    rows = [locker(f"R-{number:02}") for number in range(1, 4)]
    prepaid.simulator.control("balance", {"organization": prepaid.organization, "amount": 20})
    assert prepaid.ship(prepaid.file(*rows), *METHOD) in (1, 5)
    prepaid.simulator.control("balance", {"organization": prepaid.organization, "amount": 900})
    changed = prepaid.file(*rows, locker("R-04"), name="changed.csv")
    assert prepaid.ship(changed, "--duplicates", "skip") == 0
    assert prepaid.outcomes(changed) == ["duplicate", "done", "done", "done"]
    assert made(prepaid) == 4


def test_a_changed_file_fetches_labels_that_were_missing(desk: Desk) -> None:
    rows = [locker(f"R-{number:02}") for number in range(1, 4)]
    desk.simulator.faults(
        {
            "do": "error",
            "status": 400,
            "error": "label_generation_failed",
            "method": "GET",
            "path": "*label*",
        }
    )
    assert desk.ship(desk.file(*rows), *METHOD) == 5
    desk.simulator.faults()
    changed = desk.file(*rows, locker("R-04"), name="changed.csv")
    assert desk.ship(changed, "--duplicates", "skip") == 0
    assert desk.outcomes(changed) == ["done"] * 4
    assert made(desk) == 4


def test_the_older_of_two_files_can_be_finished_too(prepaid: Desk) -> None:
    rows = [locker(f"R-{number:02}") for number in range(1, 13)]
    prepaid.simulator.control("balance", {"organization": prepaid.organization, "amount": 20})
    first = prepaid.file(*rows)
    prepaid.ship(first, *METHOD, "--chunk", 5)
    second = prepaid.file(*rows, locker("R-13"), name="second.csv")
    prepaid.ship(second, "--duplicates", "skip", "--chunk", 5)
    prepaid.simulator.control("balance", {"organization": prepaid.organization, "amount": 9000})
    assert prepaid.ship(first, "--duplicates", "skip") == 0
    assert prepaid.ship(second, "--duplicates", "skip") == 0
    references = [one["reference"] for one in prepaid.simulator.shipments()]
    assert sorted(references) == [f"R-{number:02}" for number in range(1, 14)]


def test_a_ledger_restored_from_an_older_copy_buys_nothing_twice(desk: Desk) -> None:
    path = desk.file(locker("R-01"), locker("R-02"), locker("R-03"))
    desk.simulator.faults({"do": "outage", "method": "POST"})
    assert desk.ship(path, *METHOD, "--horizon", 600, "--no-wait") == 5
    folder = desk.folder / "data"
    desk.simulator.faults()
    desk.ship(path, "--horizon", 1)
    bought = made(desk)
    assert bought == 3
    # The copy knows the keys and has no open step; InPost has the parcels.
    import sqlite3

    ledger = next(folder.rglob("ledger.sqlite"))
    with sqlite3.connect(ledger) as connection:
        connection.execute("DELETE FROM labels")
        connection.execute("UPDATE steps SET outcome = 'absent' WHERE outcome IS NOT NULL")
        connection.execute(
            "UPDATE shipments SET shipx_id = NULL, status = '', tracking_number = ''"
        )
        connection.execute("DELETE FROM facts WHERE name = 'mirrored until'")
    connection.close()
    assert desk.ship(path) == 0
    assert made(desk) == bought
