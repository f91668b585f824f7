"""Settings that nobody can work with are refused by name; what is told to InPost and who may send to us."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from ipaddress import ip_address

import pytest

from inpost_desk.domain import journey
from inpost_desk.domain.data_care import DataRules
from inpost_desk.domain.hand_over import HandOver, Parcel
from inpost_desk.domain.notified import ListenRules
from inpost_desk.domain.notified_address import (
    new_secret,
    paths,
    proxies,
    public_address,
    sender,
    whole_address,
)
from inpost_desk.domain.pickup import NewPickup
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.domain.shop_columns import ShopColumns
from inpost_desk.domain.station import Armed, ScannerRules, StationRules

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda: DataRules(keep_days=29), "keep_days"),
        (lambda: DataRules(keep_days=3651), "keep_days"),
        (lambda: DataRules(copies=1), "copies"),
        (lambda: DataRules(copies=366), "copies"),
        (lambda: ShopColumns(columns=()), "columns"),
        (lambda: ShopColumns(separator="|"), "columns"),
        (lambda: ListenRules(port=0), "port"),
        (lambda: ListenRules(port=65_536), "port"),
        (lambda: StationRules(name="s" * 300), "station.name"),
        (lambda: StationRules(late_after=0), "station.late_after"),
        (lambda: StationRules(guarded=("everything",)), "station.guarded"),
        (lambda: ScannerRules(gap=0), "scanner.gap"),
        (lambda: ScannerRules(bounce=11), "scanner.bounce"),
        (lambda: NewPickup((ShipmentId(1),)), "a pickup has shipments and one place"),
    ],
)
def test_what_cannot_be_is_refused_by_name(make: Callable[[], object], name: str) -> None:
    with pytest.raises(ValueError, match=rf"^{name}$"):
        make()


def test_the_limits_themselves_are_taken() -> None:
    assert [DataRules(keep_days=days).keep_days for days in (0, 30, 3650)] == [0, 30, 3650]
    assert [DataRules(copies=days).copies for days in (2, 365)] == [2, 365]
    assert [ListenRules(port=port).port for port in (1, 65_535)] == [1, 65_535]


def test_nothing_armed_is_nothing() -> None:
    assert not Armed()
    assert Armed(size="A")


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("", ""),
        (" https://Sklep.Example.test/inpost/ ", "https://sklep.example.test/inpost"),
        ("https://sklep.example.test:8443", "https://sklep.example.test:8443"),
    ],
)
def test_an_address_that_inpost_can_reach(given: str, address: str) -> None:
    assert public_address(given) == address


@pytest.mark.parametrize(
    "given",
    [
        "http://sklep.example.test",
        "https://komputer",
        "https://drukarka.local",
        "https://sklep.example.test:0",
        "https://ala:haslo@sklep.example.test",
        "https://sklep.example.test/?a=1",
        "https://sklep.example.test/#a",
        "https://sklep.example.test/a b",
        "sklep.example.test",
    ],
)
def test_an_address_that_inpost_cannot_reach(given: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        public_address(given)


def test_the_secret_is_the_end_of_the_address() -> None:
    first, second = new_secret(), new_secret()
    assert first != second
    assert (len(first), first) == (40, first.lower())
    rules = ListenRules(public_address="https://sklep.example.test/inpost", secret=first)
    assert whole_address(rules) == f"https://sklep.example.test/inpost/{first}"
    assert paths(rules) == {f"/{first}", f"/inpost/{first}"}
    for missing in (ListenRules(secret=first), ListenRules(public_address="https://a.test")):
        assert whole_address(missing) == ""
    assert paths(ListenRules()) == frozenset()


def test_only_a_proxy_of_ours_says_who_sent() -> None:
    trusted = proxies("10.0.0.0/8, 192.168.1.5")
    assert trusted == ("10.0.0.0/8", "192.168.1.5")
    assert sender("91.216.25.1", ["1.2.3.4"], trusted) == ip_address("91.216.25.1")
    assert sender("10.0.0.1", ["1.2.3.4, 91.216.25.1"], trusted) == ip_address("91.216.25.1")
    assert sender("10.0.0.1", ["91.216.25.1", "10.0.0.2"], trusted) == ip_address("91.216.25.1")
    assert sender("10.0.0.1", ["nobody"], trusted) is None
    with pytest.raises(ValueError, match="10"):
        proxies("10.0.0.300")


def _hand_over(*parcels: Parcel) -> HandOver:
    return HandOver(1, AT, None, "", "", None, parcels, ())


def test_the_last_digits_name_a_parcel_that_is_still_here() -> None:
    parcels = (
        Parcel(1, "ZAM/1", "", "620000000000001234"),
        Parcel(2, "ZAM/2", "", "620000000000111234"),
        Parcel(3, "ZAM/3", "", "620000000000005678", handed_at=AT),
        Parcel(4, "ZAM/4", "", "620000000000009999"),
    )
    found = {
        digits: _hand_over(*parcels).number_ending(digits)
        for digits in ("1234", "01 234", "999", "9999", "5678", "99a9", "")
    }
    assert found == {
        "1234": "",
        "01 234": "620000000000001234",
        "999": "",
        "9999": "620000000000009999",
        "5678": "",
        "99a9": "",
        "": "",
    }


def test_a_note_at_the_door_and_one_at_the_locker_differ() -> None:
    concerns = {
        service: journey.concern_of("avizo", service)
        for service in ("inpost_courier_standard", "inpost_locker_standard")
    }
    assert concerns == {
        "inpost_courier_standard": journey.Concern.UNDELIVERED,
        "inpost_locker_standard": journey.Concern.EXPIRED,
    }
    assert journey.phase_of("") is journey.Phase.UNPAID
    assert journey.phase_of("something_new") is journey.Phase.ON_ITS_WAY
    assert journey.place_on_way("something_new") > journey.place_on_way("confirmed")
