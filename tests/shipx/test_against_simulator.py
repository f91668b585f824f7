"""The client's changes and questions against a simulator that was written apart from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from inpost_desk.domain.order import Address, Field, Person
from inpost_desk.domain.shipment import (
    Dimensions,
    NewShipment,
    OfferChoice,
    OfferId,
    OrganizationId,
    Parcel,
    Shipment,
)
from inpost_desk.domain.stage import payment_failed
from inpost_desk.errors import NotFound, Refused
from inpost_desk.shipx.client import Client
from tests.shipx.talking import talking_to
from tests.simulator_process import Simulator

KIELCE = Address("Lipowa", "4/2", "Kielce", "25-001")
LOCKER = NewShipment(
    key="k-1",
    service="inpost_locker_standard",
    receiver=Person(phone="500600700", email="ala@example.test"),
    parcels=(Parcel(template="small"),),
    sending_method="dispatch_order",
    reference="ZAM/1",
    target_point="KRA010",
    comments="rampa 2",
)
OFFERS = NewShipment(
    key="k-2",
    service="",
    receiver=Person(
        phone="500600701",
        email="jan@example.test",
        first_name="Jan",
        last_name="Kos",
        address=KIELCE,
    ),
    parcels=(Parcel(dimensions=Dimensions(400, 300, 150), weight=Decimal("2.5")),),
    sending_method="dispatch_order",
    reference="ZAM/2",
)
CHOICE_ONLY = replace(LOCKER, only_choice_of_offer=True)


@pytest.fixture
def client(simulator: Simulator) -> Iterator[Client]:
    """On a bill, with every contract service."""
    with talking_to(simulator.url, token=simulator.token) as transport:
        yield Client(transport, OrganizationId(simulator.organization))


@pytest.fixture
def prepaid(simulator: Simulator) -> Iterator[Client]:
    with talking_to(simulator.url, token=simulator.prepaid_token) as transport:
        yield Client(transport, OrganizationId(simulator.prepaid_organization))


def ready(client: Client, simulator: Simulator, new: NewShipment) -> Shipment:
    """Created, with its offers prepared."""
    made = client.create(new)
    simulator.advance(2)
    return client.shipment(made.id)


def available_ids(shipment: Shipment) -> list[OfferId]:
    return [offer.id for offer in shipment.offers if offer.status == "available"]


def called(simulator: Simulator, method: str, path: str) -> int:
    return sum(one["method"] == method and one["path"] == path for one in simulator.log())


def test_from_offers_to_a_paid_shipment(client: Client, simulator: Simulator) -> None:
    shipment = ready(client, simulator, OFFERS)
    assert (shipment.status, shipment.service) == ("offers_prepared", "")
    offer = next(one for one in shipment.offers if one.status == "available")
    assert offer.rate is None
    assert offer.expires_at is not None
    assert offer.service_name
    assert any(one.reasons for one in shipment.offers if one.status == "unavailable")
    chosen = client.select_offer(shipment.id, offer.id)
    assert (chosen.status, chosen.service) == ("offer_selected", offer.service)
    client.buy(shipment.id, offer.id)
    simulator.advance(2)
    paid = client.shipment(shipment.id)
    assert (paid.status, paid.parcels[0].tracking_number) == ("confirmed", paid.tracking_number)
    assert paid.last_transaction is not None
    assert paid.last_transaction.offer == offer.id
    assert called(simulator, "POST", f"/v1/shipments/{shipment.id}/select_offer") == 1
    assert called(simulator, "POST", f"/v1/shipments/{shipment.id}/buy") == 1


def test_a_prepaid_offer_has_a_price(prepaid: Client, simulator: Simulator) -> None:
    shipment = ready(prepaid, simulator, replace(OFFERS, target_point="KRA010"))
    rates = [offer.rate for offer in shipment.offers if offer.status == "available"]
    assert rates
    assert all(rate is not None and rate > 0 for rate in rates)


def test_several_at_once(client: Client, simulator: Simulator) -> None:
    made = [
        client.create(replace(OFFERS, key=f"k-{number}", reference=f"ZAM/{number}"))
        for number in range(2)
    ]
    simulator.advance(2)
    rows = []
    for number, one in enumerate(made):
        offers = available_ids(client.shipment(one.id))
        rows.append(OfferChoice(f"row-{number}", one.id, offers[0]))
    client.select_offers(rows)
    assert {client.shipment(one.id).status for one in made} == {"offer_selected"}
    client.bulk_buy(rows)
    simulator.advance(3)
    assert {client.shipment(one.id).status for one in made} == {"confirmed"}


@pytest.mark.parametrize("action", ["select_offers", "bulk_buy"])
def test_one_wrong_row_refuses_all(client: Client, simulator: Simulator, action: str) -> None:
    shipment = ready(client, simulator, OFFERS)
    good = OfferChoice("good", shipment.id, available_ids(shipment)[0])
    bad = OfferChoice("bad", shipment.id, OfferId(1))
    other = ready(client, simulator, replace(OFFERS, key="k-3"))
    bad = bad._replace(shipment=other.id)
    with pytest.raises(Refused) as caught:
        getattr(client, action)([good, bad])
    (reason,) = caught.value.reasons
    assert (reason.field, reason.rule, reason.row) == (Field.OFFER, "offer_unavailable", "bad")
    assert client.shipment(shipment.id).status == "offers_prepared"


def test_an_expired_offer_is_renewed_by_an_edit(client: Client, simulator: Simulator) -> None:
    shipment = ready(client, simulator, OFFERS)
    offer = available_ids(shipment)[0]
    simulator.advance(301)
    with pytest.raises(Refused) as caught:
        client.buy(shipment.id, offer)
    assert caught.value.error == "offer_expired"
    client.edit(shipment.id, OFFERS)
    simulator.advance(2)
    fresh = client.shipment(shipment.id)
    assert fresh.status == "offers_prepared"
    assert offer not in available_ids(fresh)
    client.buy(shipment.id, available_ids(fresh)[0])
    simulator.advance(2)
    assert client.shipment(shipment.id).status == "confirmed"


def test_an_edit_replaces_everything(client: Client, simulator: Simulator) -> None:
    shipment = ready(client, simulator, replace(CHOICE_ONLY, cod=Decimal(20)))
    assert (shipment.status, shipment.cod, shipment.comments) == (
        "offer_selected",
        Decimal(20),
        "rampa 2",
    )
    wanted = replace(LOCKER, parcels=(Parcel(template="large"),), comments="", reference="NEU/1")
    client.edit(shipment.id, wanted)
    simulator.advance(2)
    edited = client.shipment(shipment.id)
    assert (edited.cod, edited.comments, edited.reference) == (None, "", "NEU/1")
    assert edited.parcels[0].parcel == Parcel(template="large")
    assert edited.receiver == wanted.receiver


def test_cancel_and_too_late(client: Client, simulator: Simulator) -> None:
    shipment = ready(client, simulator, OFFERS)
    client.cancel(shipment.id)
    assert client.shipment(shipment.id).status == "canceled"
    paid = ready(client, simulator, LOCKER)
    assert paid.status == "confirmed"
    with pytest.raises(Refused) as caught:
        client.cancel(paid.id)
    assert (caught.value.error, caught.value.facts["shipment_status"]) == (
        "invalid_action",
        "confirmed",
    )
    with pytest.raises(Refused) as caught:
        client.edit(paid.id, LOCKER)
    assert caught.value.error == "invalid_action"
    assert called(simulator, "DELETE", f"/v1/shipments/{paid.id}") == 1


def test_what_buying_may_be_refused_for(client: Client, simulator: Simulator) -> None:
    paid = ready(client, simulator, LOCKER)
    assert paid.selected_offer is not None
    with pytest.raises(Refused) as caught:
        client.buy(paid.id, paid.selected_offer.id)
    assert [one.rule for one in caught.value.reasons] == ["already_bought"]
    with pytest.raises(NotFound):
        client.buy(type(paid.id)(999_999_999), OfferId(1))
    with pytest.raises(NotFound):
        client.select_offer(type(paid.id)(999_999_999), OfferId(1))


def test_a_payment_that_fails_is_told_by_the_last_transaction(
    prepaid: Client, simulator: Simulator
) -> None:
    simulator.control("balance", {"amount": 0})
    shipment = ready(prepaid, simulator, LOCKER)
    assert payment_failed(shipment) == "debt_collection"


def test_prices(prepaid: Client, simulator: Simulator) -> None:
    large = replace(LOCKER, key="k-9", parcels=(Parcel(template="large"),))
    small, larger = prepaid.calculate([LOCKER, large])
    assert (small.key, larger.key) == ("k-1", "k-9")
    assert small.total is not None
    assert larger.total is not None
    assert Decimal(0) < small.total < larger.total
    assert simulator.shipments() == []


def test_a_price_of_a_mistake(prepaid: Client) -> None:
    with pytest.raises(Refused) as caught:
        prepaid.calculate([LOCKER, replace(LOCKER, key="k-9", target_point="NONE99")])
    (reason,) = caught.value.reasons
    assert (reason.field, reason.rule, reason.row) == (Field.POINT, "does_not_exist", "k-9")


def test_cost_centres(client: Client, simulator: Simulator) -> None:
    found = client.mpks()
    assert found
    made = ready(client, simulator, replace(LOCKER, mpk=found[0].name))
    assert made.mpk == found[0].name


@pytest.mark.parametrize(
    ("change", "field", "rule", "parcel"),
    [
        ({"mpk": "no such"}, Field.MPK, "does_not_exist", None),
        ({"target_point": "NONE99"}, Field.POINT, "does_not_exist", None),
        ({"dropoff_point": "NONE99"}, Field.DROPOFF_POINT, "does_not_exist", None),
        ({"reference": "ab"}, Field.REFERENCE, "too_short", None),
        ({"comments": "x" * 101}, Field.COMMENTS, "too_long", None),
        ({"cod": Decimal("0.50")}, Field.COD, "too_small", None),
        ({"additional_services": ("moon",)}, Field.ADDITIONAL_SERVICES, "invalid", None),
        ({"service": "inpost_moon"}, Field.SERVICE, "invalid", None),
        ({"receiver": Person(phone="500600700")}, Field.EMAIL, "required", None),
        ({"parcels": (Parcel(template="letter_a"),)}, Field.SIZE, "invalid", 0),
        (
            {"parcels": (Parcel(dimensions=Dimensions(10, 10, 10), weight=Decimal(99)),)},
            Field.WEIGHT,
            "too_big",
            0,
        ),
    ],
)
def test_a_mistake_arrives_at_its_field(
    client: Client, change: dict[str, object], field: Field, rule: str, parcel: int | None
) -> None:
    with pytest.raises(Refused) as caught:
        client.create(replace(LOCKER, **change))  # type: ignore[arg-type]
    found = [(one.field, one.rule, one.parcel) for one in caught.value.reasons]
    assert (field, rule, parcel) in found


def test_the_second_parcel_is_named(client: Client) -> None:
    good = OFFERS.parcels[0]
    bad = replace(good, dimensions=Dimensions(0, 300, 150))
    new = replace(OFFERS, service="inpost_courier_standard", parcels=(good, bad))
    with pytest.raises(Refused) as caught:
        client.create(new)
    assert [(one.field, one.parcel) for one in caught.value.reasons] == [(Field.LENGTH, 1)]
