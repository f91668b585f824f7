"""The month's file for the accounts: Warsaw's month, and sums that are right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from inpost_desk.actions.month_file import month_file
from inpost_desk.actions.waiting import Stop
from inpost_desk.errors import FileTrouble
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.wording.exports import export_words
from tests.actions.exported import MADE, formulas, put, sheets
from tests.actions.shop import ledger_in

NOVEMBER = date(2026, 11, 17)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as one:
        yield one


def filled(ledger: Ledger) -> None:
    """One of each fate."""
    put(ledger, 1, cod=Decimal(100), mpk="Sklep 2")
    put(ledger, 2, cod=Decimal("50.50"), status="returned_to_sender")
    put(ledger, 3, cod=Decimal(20), status="sent_from_source_branch", size="B")
    put(ledger, 4, status="confirmed", mpk="Sklep 2", cod=Decimal(7))
    put(ledger, 5, status="confirmed", handed_at=MADE)
    put(ledger, 6, status="canceled", replaced_by=1, do_not_send=True)
    put(ledger, 7, status="canceled", tracking_number="", transaction_status="", price=None)
    put(ledger, 8, status="offers_prepared", tracking_number="", transaction_status="")
    put(ledger, 9, service="inpost_courier_standard", size="", price=None)


def sums(lines: list[list[object]]) -> dict[object, tuple[object, object]]:
    return {line[0]: (line[1], line[2]) for line in lines[1:]}


def test_everything_is_counted_once(ledger: Ledger, tmp_path: Path) -> None:
    filled(ledger)
    path = tmp_path / "month.xlsx"
    assert month_file(path, ledger, NOVEMBER, words=export_words) == 9
    found = sheets(path)
    assert len(found["Shipments"]) == 10
    assert sums(found["Totals"]) == {
        "All shipments": (9.0, pytest.approx(12.99 * 7)),
        "Paid": (7.0, pytest.approx(12.99 * 6)),
        "Delivered": (2.0, 12.99),
        "Returned": (1.0, 12.99),
        "Paid and not handed over": (2.0, pytest.approx(12.99 * 2)),
        "Cancelled and replaced": (2.0, 12.99),
        "Not paid": (2.0, 12.99),
    }
    services = {(line[0], line[1]): line[2] for line in found["Services and sizes"][1:]}
    assert services == {
        ("Paczkomat", "A"): 5.0,
        ("Paczkomat", "B"): 1.0,
        ("courier, standard", ""): 1.0,
        ("Together", ""): 7.0,
    }
    assert formulas(path) == 0


def test_unused_labels_are_listed_by_cost_centre(ledger: Ledger, tmp_path: Path) -> None:
    filled(ledger)
    path = tmp_path / "month.xlsx"
    month_file(path, ledger, NOVEMBER, words=export_words)
    found = sheets(path)
    assert [(line[0], line[1]) for line in found["Unused labels"][1:]] == [
        ("", "ZAM/6"),
        ("Sklep 2", "ZAM/4"),
    ]
    centres = {line[0]: (line[1], line[5], line[6]) for line in found["MPK"][1:]}
    assert centres == {"no MPK": (5.0, 1.0, 12.99), "Sklep 2": (2.0, 1.0, 12.99)}
    assert [line[0] for line in found["Cancelled and replaced"][1:]] == ["ZAM/6", "ZAM/7"]


def test_where_the_cash_is(ledger: Ledger, tmp_path: Path) -> None:
    filled(ledger)
    path = tmp_path / "month.xlsx"
    month_file(path, ledger, NOVEMBER, words=export_words)
    lines = sheets(path)["Cash on delivery"][1:]
    totals = {line[0]: (line[-2], line[-1]) for line in lines if isinstance(line[-2], float)}
    assert totals == {
        "on its way": (1.0, 20.0),
        "delivered": (1.0, 100.0),
        "returned": (1.0, 50.5),
        "not handed over": (1.0, 7.0),
    }


def test_the_month_is_warsaws(ledger: Ledger, tmp_path: Path) -> None:
    at = {
        # 23:30 in Warsaw on the last of October: winter time has begun.
        "before": datetime(2026, 10, 31, 22, 30, tzinfo=UTC),
        "first": datetime(2026, 10, 31, 23, 30, tzinfo=UTC),
        "last": datetime(2026, 11, 30, 22, 59, 59, tzinfo=UTC),
        "after": datetime(2026, 11, 30, 23, 0, tzinfo=UTC),
        # Summer time: 23:30 on the 31st of July.
        "july": datetime(2026, 7, 31, 21, 30, tzinfo=UTC),
    }
    for number, (name, moment) in enumerate(at.items()):
        put(ledger, number, reference=name, made_at=moment)
    path = tmp_path / "month.xlsx"

    def made_in(month: date) -> list[object]:
        month_file(path, ledger, month, words=export_words)
        return [line[0] for line in sheets(path)["Shipments"][1:]]

    assert made_in(NOVEMBER) == ["first", "last"]
    assert made_in(date(2026, 12, 31)) == ["after"]
    assert made_in(date(2026, 7, 31)) == ["july"]
    assert made_in(date(2026, 10, 1)) == ["before"]
    assert made_in(date(2028, 2, 29)) == []


def test_only_a_workbook_and_only_whole(ledger: Ledger, tmp_path: Path) -> None:
    filled(ledger)
    with pytest.raises(FileTrouble) as told:
        month_file(tmp_path / "month.csv", ledger, NOVEMBER, words=export_words)
    assert told.value.rule == "month_ending"
    stop = Stop()
    stop.event.set()
    place = tmp_path / "month.xlsx"
    assert month_file(place, ledger, NOVEMBER, words=export_words, stop=stop) is None
    assert not place.exists()
