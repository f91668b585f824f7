"""Offers chosen and bought, shipments edited, cancelled and priced: what is sent and what is told."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from inpost_desk.domain.catalogue import CostCentre, Price
from inpost_desk.domain.order import Address, Field, Person
from inpost_desk.domain.shipment import OfferChoice, OfferId, ShipmentId
from inpost_desk.errors import NoAnswer, NotFound, Offline, Reason, Refused, TooFast, Trouble
from inpost_desk.shipx.changes import write_edit
from inpost_desk.shipx.client import Client
from tests.shipx.scripted_server import answer, cut_after_reading, cut_before_reading
from tests.shipx.test_client import NEW, asking
from tests.shipx.test_writing import COURIER

ID, OFFER = ShipmentId(501), OfferId(901)
ROWS = (OfferChoice("ZAM/1", ID, OFFER), OfferChoice("7", ShipmentId(502), OfferId(902)))
CHANGES: dict[str, Callable[[Client], object]] = {
    "buy": lambda client: client.buy(ID, OFFER),
    "select_offer": lambda client: client.select_offer(ID, OFFER),
    "select_offers": lambda client: client.select_offers(ROWS),
    "bulk_buy": lambda client: client.bulk_buy(ROWS),
    "edit": lambda client: client.edit(ID, NEW),
    "cancel": lambda client: client.cancel(ID),
}


def buying(client: Client) -> object:
    return client.buy(ID, OFFER)


BULK = ("select_offers", "bulk_buy")


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    ("step", "trouble"),
    [
        (cut_after_reading, NoAnswer),
        (answer(503, "<html>"), NoAnswer),
        (answer(429, "error code: 1015", retry_after="1"), TooFast),
        (answer(404, '{"error":"resource_not_found"}'), NotFound),
        (answer(400, '{"error":"invalid_action"}'), Refused),
    ],
)
def test_a_change_is_sent_once_whatever_happens(
    change: str, step: Callable[..., bool], trouble: type[Trouble]
) -> None:
    with asking(step, answer(204, "")) as (client, server):
        with pytest.raises(trouble):
            CHANGES[change](client)
        assert len(server.requests) == 1


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_waited_too_long_is_not_sent(
    change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = itertools.count(0, 31)
    monkeypatch.setattr("inpost_desk.shipx.transport.elapsed", lambda: float(next(clock)))
    with asking(answer(204, "")) as (client, server):
        with pytest.raises(Offline) as trouble:
            CHANGES[change](client)
        assert (trouble.value.detail, server.requests) == ("too_late", [])


@pytest.mark.parametrize("change", [*BULK, "cancel"])
@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        ("<html>log in</html>", NoAnswer),
        ('{"status":400,"error":"offer_expired"}', Refused),
        ('{"key":"bad","error":"Bad."}', NoAnswer),
    ],
)
def test_a_success_with_a_body_is_looked_at(change: str, body: str, trouble: type[Trouble]) -> None:
    with asking(answer(200, body)) as (client, server):
        with pytest.raises(trouble):
            CHANGES[change](client)
        assert len(server.requests) == 1


def test_select_offer() -> None:
    body = '{"id":501,"status":"offer_selected","selected_offer":{"id":901,"status":"selected"}}'
    with asking(answer(body=body)) as (client, server):
        chosen = client.select_offer(ID, OFFER)
    assert chosen.selected_offer is not None
    assert (chosen.status, chosen.selected_offer.id) == ("offer_selected", 901)
    (request,) = server.requests
    assert (request.method, request.path) == ("POST", "/v1/shipments/501/select_offer")
    assert json.loads(request.body) == {"offer_id": 901}


@pytest.mark.parametrize("action", BULK)
def test_rows_travel_under_numbers(action: str) -> None:
    with asking(answer(204, "")) as (client, server):
        CHANGES[action](client)
    (request,) = server.requests
    assert (request.method, request.path) == ("POST", f"/v1/organizations/77/shipments/{action}")
    assert json.loads(request.body) == {
        "shipments": [
            {"id": 1, "shipment_id": 501, "offer_id": 901},
            {"id": 2, "shipment_id": 502, "offer_id": 902},
        ]
    }


@pytest.mark.parametrize("action", BULK)
def test_a_refused_row_is_the_callers(action: str) -> None:
    details = {
        "shipments": [
            {
                "1": {"offer_id": ["offer_expired"]},
                "2": {"shipment": ["already_bought"], "shipment_id": ["resource_not_found"]},
                "7": ["required"],
            }
        ]
    }
    body = json.dumps({"status": 400, "error": "validation_failed", "details": details})
    with asking(answer(400, body)) as (client, _), pytest.raises(Refused) as caught:
        CHANGES[action](client)
    assert caught.value.reasons == (
        Reason(Field.OFFER, "offer_expired", "ZAM/1"),
        Reason("shipment", "already_bought", "7"),
        Reason("shipment_id", "resource_not_found", "7"),
        Reason(Field.ROW, "required"),
    )


@pytest.mark.parametrize("count", [0, 101])
def test_no_rows_or_too_many_are_a_mistake(count: int) -> None:
    with asking() as (client, server):
        for change in (client.select_offers, client.bulk_buy):
            with pytest.raises(ValueError, match=f"{count} shipments"):
                change([ROWS[0]] * count)
    assert not server.requests


def test_an_edit_clears_what_is_not_there() -> None:
    with asking(answer(body='{"id":501,"status":"created"}')) as (client, server):
        assert client.edit(ID, NEW).status == "created"
    (request,) = server.requests
    assert (request.method, request.path) == ("PUT", "/v1/shipments/501")
    body = json.loads(request.body)
    assert body["service"] == "inpost_locker_standard"
    assert body["receiver"] == {
        "phone": "500600700",
        "email": "ala@example.test",
        "first_name": None,
        "last_name": None,
        "company_name": None,
        "address": None,
    }
    assert body["custom_attributes"] == {
        "target_point": "GDY044",
        "sending_method": "any_point",
        "dropoff_point": None,
        "allegro_transaction_id": None,
        "allegro_user_id": None,
    }
    cleared = {"sender", "cod", "insurance", "comments", "mpk", "additional_services"}
    assert {name for name in cleared if body[name] is None} == cleared
    assert (body["end_of_week_collection"], body["external_customer_id"]) == (False, "k-1")


def test_an_edit_keeps_what_is_there() -> None:
    body = write_edit(COURIER)
    assert body["cod"] == {"amount": Decimal("129.90"), "currency": "PLN"}
    assert body["end_of_week_collection"] is True
    assert isinstance(body["receiver"], dict)
    assert body["receiver"]["address"] == {
        "street": "Lipowa",
        "building_number": "4/2",
        "line1": None,
        "line2": None,
        "city": "Kielce",
        "post_code": "25-001",
        "country_code": "PL",
    }
    assert isinstance(body["sender"], dict)
    assert body["sender"]["company_name"] == "Lampy"


def test_an_edit_may_go_over_to_offers_and_to_a_bare_receiver() -> None:
    bare = replace(NEW, service="", receiver=Person(), sending_method="", target_point="")
    body = write_edit(bare)
    assert body["service"] is None
    assert isinstance(body["receiver"], dict)
    assert not any(body["receiver"].values())
    addressed = replace(NEW, sender=Person(address=Address("A", "1", "B", "30-001")))
    sender = write_edit(addressed)["sender"]
    assert isinstance(sender, dict)
    assert sender["address"]["line1"] is None


def test_cancel() -> None:
    with asking(answer(204, "")) as (client, server):
        client.cancel(ID)
    (request,) = server.requests
    assert (request.method, request.path, request.body) == ("DELETE", "/v1/shipments/501", b"")


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (404, {"error": "resource_not_found"}, "resource_not_found"),
        (400, {"error": "offer_unavailable", "details": {}}, "offer_unavailable"),
        (400, {"error": "offer_expired", "details": None}, "offer_expired"),
        (400, {"error": "transaction_failed"}, "transaction_failed"),
        (400, {"error": "invalid_action"}, "invalid_action"),
        (422, {"error": "debt_collection", "message": "debt_collection"}, "debt_collection"),
        (422, {"error": "company_data_missing", "details": {"a": 1}}, "company_data_missing"),
    ],
)
def test_the_error_of_a_change_is_kept(status: int, body: dict[str, object], error: str) -> None:
    said = json.dumps({"status": status, **body})
    steps = [answer(status, said)] * (len(CHANGES) + 1)
    with asking(*steps) as (client, _):
        for change in (*CHANGES.values(), buying):
            with pytest.raises(Refused) as caught:
                change(client)
            assert (caught.value.status, caught.value.error) == (status, error)


@pytest.mark.parametrize("error", ["offer_unavailable", "offer_expired"])
def test_what_is_wrong_with_an_offer_is_said_of_the_offer(error: str) -> None:
    with (
        asking(answer(400, json.dumps({"status": 400, "error": error}))) as (client, _),
        pytest.raises(Refused) as caught,
    ):
        client.select_offer(ID, OFFER)
    assert caught.value.reasons == (Reason(Field.OFFER, error),)


def test_why_an_action_is_not_allowed() -> None:
    body = (
        '{"status":400,"error":"invalid_action","message":"shipment_status_incorrect",'
        '"details":{"action":"cancel","shipment_status":"confirmed","shipment_id":501}}'
    )
    with asking(answer(400, body)) as (client, _), pytest.raises(Refused) as caught:
        client.cancel(ID)
    assert caught.value.facts["action"] == "cancel"
    assert caught.value.facts["shipment_status"] == "confirmed"


def test_a_calculation_is_a_read() -> None:
    prices = '[{"id":"k-1","calculated_charge_amount":"13.37","cod_charge_amount":null,'
    prices += '"calculated_charge_amount_non_commission":"12.00"}]'
    with asking(cut_before_reading, answer(503, ""), answer(body=prices)) as (client, server):
        (price,) = client.calculate([NEW])
    assert price == Price("k-1", total=Decimal("13.37"), without_commission=Decimal("12.00"))
    assert [one.method for one in server.requests] == ["POST"] * len(server.requests)
    assert server.requests[-1].path == "/v1/organizations/77/shipments/calculate"
    (row,) = json.loads(server.requests[-1].body)["shipments"]
    assert (row["id"], row["service"]) == ("k-1", "inpost_locker_standard")


def test_a_calculation_that_cannot_be_made() -> None:
    reasons = '{"status":400,"unavailability_reasons":[{"receiver":"post_code_invalid"}]}'
    postpaid = '{"status":400,"error":"Action available only for prepaid users","details":{}}'
    with asking(answer(body=reasons), answer(400, postpaid)) as (client, _):
        with pytest.raises(Refused) as caught:
            client.calculate([NEW])
        assert caught.value.reasons == (Reason("receiver", "post_code_invalid"),)
        with pytest.raises(Refused) as caught:
            client.calculate([NEW])
    assert caught.value.error == "action_available_only_for_prepaid_users"


def test_cost_centres_of_every_page() -> None:
    first = '{"count":2,"page":1,"items":[{"id":3,"name":"Lampy","description":"x"}]}'
    second = '{"count":2,"page":2,"items":[{"id":1,"name":"Meble","description":null}]}'
    with asking(answer(body=first), answer(body=second)) as (client, server):
        found = client.mpks()
    assert found == (CostCentre(3, "Lampy", "x"), CostCentre(1, "Meble"))
    assert [dict(one.query)["page"] for one in server.requests] == ["1", "2"]
    assert server.requests[0].path == "/v1/organizations/77/mpks"


def test_a_server_that_repeats_its_page_is_not_asked_for_ever() -> None:
    same = answer(body='{"count":5,"items":[{"id":3,"name":"Lampy"}]}')
    with asking(same, same) as (client, server):
        assert len(client.mpks()) == 1
    assert len(server.requests) == 2


def test_points_by_what_they_offer() -> None:
    with asking(answer(body='{"items":[]}')) as (client, server):
        client.points(
            city=" Gdynia ",
            post_code="81-001",
            functions=("parcel_collect", "parcel_send"),
            payment=True,
            open_247=True,
            updated_from=datetime(2026, 3, 2, tzinfo=UTC),
        )
    query = dict(server.requests[0].query)
    assert (query["city"], query["post_code"]) == ("Gdynia", "81-001")
    assert query["functions"] == "parcel_collect,parcel_send"
    assert (query["payment_available"], query["location_247"]) == ("true", "true")
