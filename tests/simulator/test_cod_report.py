"""The report of cash on delivery: what was paid out when, what was not, dates that are none."""

from __future__ import annotations

import csv
from datetime import date, timedelta

import pytest

from tests.simulator.shop import Shop, courier, locker, money
from tests.simulator_process import MONDAY

DAY = 86_400.0
MARCH = {"start_date": "2026-03-01", "end_date": "2026-03-31"}
BODY = courier(cod=money(129.9), insurance=money(130))


@pytest.fixture
def monday(shop: Shop) -> Shop:
    """A Monday at ten."""
    shop.simulator.control("clock", {"set": MONDAY})
    return shop


def lines(shop: Shop, **query: str) -> list[dict[str, str]]:
    answer = shop.http.get(f"{shop.path}/reports/cod", params={**MARCH, "format": "csv", **query})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("application/csv")
    return list(csv.DictReader(answer.text.splitlines(), delimiter=";"))


def test_delivered_cash_is_paid_out_some_working_days_later(monday: Shop) -> None:
    made = monday.bought(BODY)
    other = monday.bought(locker())
    monday.simulator.control("collect")
    monday.simulator.advance(1.4 * DAY)
    assert monday.read(made["id"])["status"] == "delivered"
    assert lines(monday) == []
    monday.simulator.advance(8 * DAY)
    assert monday.read(other["id"])["status"] == "delivered"
    [line] = lines(monday)
    assert line["numer_przesylki"] == made["tracking_number"]
    assert line["numer_referencyjny"] == "ZAM/2032"
    assert (line["kwota"], line["waluta"]) == ("129.90", "PLN")
    assert line["data_doreczenia"] == "2026-03-03"
    paid = date.fromisoformat(line["data_wyplaty"])
    assert date(2026, 3, 4) <= paid <= date(2026, 3, 9)
    assert paid.weekday() < 5
    assert line["tytul_przelewu"] == f"POBRANIA {monday.id}/{paid}"
    day_before = (paid - timedelta(days=1)).isoformat()
    assert lines(monday, end_date=day_before) == []
    assert lines(monday, start_date=str(paid), end_date=str(paid)) == [line]


def test_some_cash_is_held_back(monday: Shop) -> None:
    held, plain = monday.bought(BODY), monday.bought(BODY)
    monday.simulator.control("way", {"id": held["id"], "cod_held": True})
    monday.simulator.control("collect")
    monday.simulator.advance(14 * DAY)
    assert monday.read(held["id"])["status"] == "delivered"
    assert [line["numer_przesylki"] for line in lines(monday)] == [plain["tracking_number"]]
    monday.simulator.faults(cod_held=1.0)
    monday.bought(BODY)
    monday.simulator.control("collect")
    monday.simulator.advance(14 * DAY)
    assert len(lines(monday)) == 1


def test_what_came_back_is_not_paid(monday: Shop) -> None:
    made = monday.bought(BODY)
    monday.simulator.control("collect", {"ids": [made["id"]], "way": "unpaid"})
    monday.simulator.advance(14 * DAY)
    assert monday.read(made["id"])["status"] == "returned_to_sender"
    assert lines(monday) == []


@pytest.mark.parametrize(
    ("query", "details"),
    [
        ({}, {"start_date": ["required"], "end_date": ["required"]}),
        ({**MARCH, "start_date": "1.03.2026"}, {"start_date": ["invalid"]}),
        ({**MARCH, "end_date": "2026-02-30"}, {"end_date": ["invalid"]}),
        ({**MARCH, "end_date": "2026-02-27"}, {"end_date": ["invalid"]}),
        ({**MARCH, "format": "xlsx"}, {"format": ["invalid"]}),
    ],
)
def test_dates_that_are_none_are_refused(
    shop: Shop, query: dict[str, str], details: dict[str, list[str]]
) -> None:
    answer = shop.http.get(f"{shop.path}/reports/cod", params=query)
    assert answer.status_code == 400
    assert answer.json()["details"] == details


def test_another_accounts_report_is_forbidden(shop: Shop, prepaid: Shop) -> None:
    answer = shop.http.get(f"{prepaid.path}/reports/cod", params=MARCH)
    assert answer.status_code == 403
