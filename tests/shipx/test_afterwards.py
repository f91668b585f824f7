"""What follows the label, on the wire: pickups, printouts, return labels, tracking, cash on delivery."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from inpost_desk.domain.order import Address
from inpost_desk.domain.pickup import DispatchOrderId, DispatchPointId, NewPickup
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.errors import NoAnswer, NotFound
from tests.shipx.scripted_server import answer, cut_after_reading
from tests.shipx.test_client import asking

PDF = b"%PDF-1.4 a manifest"
IDS = (ShipmentId(501), ShipmentId(502))
NEW = NewPickup(
    shipments=IDS,
    address=Address("Polna", "7", "Kielce", "25-002"),
    name="Magazyn",
    phone="500600702",
    office_hours="8-16",
    comment="rampa 2",
)
ORDER = '{"id":"9","status":"new","shipments":[{"id":501},502],"price":null,"comment":"rampa 2"}'


def test_a_pickup_is_ordered_once_with_one_place() -> None:
    with asking(answer(201, ORDER), answer(201, ORDER)) as (client, server):
        assert client.order_pickup(NEW).shipments == IDS
        client.order_pickup(NewPickup(shipments=IDS, point=DispatchPointId(3011)))
    first, second = server.requests
    assert (first.method, first.path) == ("POST", "/v1/organizations/77/dispatch_orders")
    assert json.loads(first.body) == {
        "shipments": [501, 502],
        "comment": "rampa 2",
        "office_hours": "8-16",
        "name": "Magazyn",
        "phone": "500600702",
        "address": {
            "street": "Polna",
            "building_number": "7",
            "city": "Kielce",
            "post_code": "25-002",
            "country_code": "PL",
        },
    }
    assert json.loads(second.body) == {"shipments": [501, 502], "dispatch_point_id": 3011}


def test_a_lost_answer_does_not_order_a_second_courier() -> None:
    with asking(cut_after_reading) as (client, server), pytest.raises(NoAnswer):
        client.order_pickup(NEW)
    assert len(server.requests) == 1


def test_pickups_are_read_and_cancelled() -> None:
    page = f'{{"href":"http://x/?status=sent","count":1,"items":[{ORDER}]}}'
    with asking(answer(body=ORDER), answer(body=page), answer(204, b"")) as (client, server):
        one = client.pickup(DispatchOrderId(9))
        found = client.pickups(
            shipment=ShipmentId(501), created_from=datetime(2026, 3, 2, tzinfo=UTC), status="sent"
        )
        client.cancel_pickup(DispatchOrderId(9))
    assert (one.status, one.comment, one.price) == ("new", "rampa 2", None)
    assert (found.items, found.kept) == ((one,), frozenset({"status"}))
    assert [(one.method, one.path) for one in server.requests] == [
        ("GET", "/v1/dispatch_orders/9"),
        ("GET", "/v1/organizations/77/dispatch_orders"),
        ("DELETE", "/v1/dispatch_orders/9"),
    ]
    assert dict(server.requests[1].query) == {
        "sort_by": "id",
        "sort_order": "desc",
        "page": "1",
        "per_page": "30",
        "shipment_id": "501",
        "created_at_gteq": "2026-03-02T00:00:00.000Z",
        "status": "sent",
    }


def test_the_price_of_a_pickup_is_a_question_and_asked_again() -> None:
    body = (
        '{"total_success_count":1,"total_error_count":1,"total_price":"12.30",'
        '"invalid_shipments":[{"id":502,"errors":["x"]}]}'
    )
    with asking(cut_after_reading, answer(body=body)) as (client, server):
        price = client.price_of_pickup(NEW)
    assert (price.total, price.counted, price.wrong) == (Decimal("12.30"), 1, (502,))
    assert server.requests[1].path == "/v1/organizations/77/dispatch_orders/calculate"


def test_every_page_of_dispatch_points() -> None:
    def page(number: int) -> str:
        address = '{"line1":"Polna 7","line2":"25-002 Kielce"}'
        item = f'{{"id":{number},"name":"M{number}","status":"activated","address":{address}}}'
        return f'{{"count":2,"page":{number},"items":[{item},{{"name":"no id"}}]}}'

    with asking(answer(body=page(1)), answer(body=page(2))) as (client, server):
        points = client.dispatch_points()
    assert [(one.id, one.name) for one in points] == [(1, "M1"), (2, "M2")]
    assert points[0].address is not None
    assert [dict(one.query)["page"] for one in server.requests] == ["1", "2"]


def test_printouts_and_return_labels() -> None:
    with asking(*[answer(body=PDF)] * 3) as (client, server):
        files = [
            client.manifest_of_pickup(DispatchOrderId(9)),
            client.manifest(IDS),
            client.return_labels(IDS),
        ]
    assert {one.content for one in files} == {PDF}
    home = "/v1/organizations/77"
    assert [one.path for one in server.requests] == [
        "/v1/dispatch_orders/9/printout",
        f"{home}/dispatch_orders/printouts",
        f"{home}/shipments/return_labels",
    ]
    ids = [("shipment_ids[]", "501"), ("shipment_ids[]", "502"), ("format", "Pdf")]
    assert [one.query for one in server.requests] == [ids[2:], ids, [*ids, ("type", "A6")]]


@pytest.mark.parametrize("count", [0, 101])
def test_a_file_of_none_or_too_many_is_a_mistake(count: int) -> None:
    with asking() as (client, server):
        for ask in (client.manifest, client.return_labels):
            with pytest.raises(ValueError, match=f"{count} shipments"):
                ask([ShipmentId(1)] * count)
    assert not server.requests


def test_tracking_travels_without_the_token() -> None:
    history = (
        '{"service_history":[{"service":"b","datetime":"2026-03-02T10:00:00Z"},{"service":"a"}]}'
    )
    with asking(
        answer(body='{"tracking_number":"520","status":"delivered"}'),
        answer(body=history),
        answer(body='{"id":77}'),
    ) as (client, server):
        assert client.tracking(" 520/1 ").status == "delivered"
        changes = client.service_history("520")
        client.account()
    assert [one.service for one in changes] == ["b", "a"]
    assert [one.target for one in server.requests[:2]] == [
        "/v1/tracking/520%2F1",
        "/v1/tracking/520/service_history",
    ]
    assert "authorization" not in server.requests[0].headers
    assert "authorization" not in server.requests[1].headers
    assert server.requests[2].headers["authorization"] == "Bearer token"


@pytest.mark.parametrize("number", ["", " ", "..", "."])
def test_no_number_is_not_found(number: str) -> None:
    with asking() as (client, server), pytest.raises(NotFound):
        client.tracking(number)
    assert not server.requests


def test_an_unknown_number_is_asked_for_once() -> None:
    body = '{"status":404,"error":"resource_not_found","description":"x","details":null}'
    with asking(answer(404, body)) as (client, server), pytest.raises(NotFound):
        client.tracking("612345678901234567890123")
    assert len(server.requests) == 1


def test_the_report_of_cash_on_delivery() -> None:
    with asking(answer(body=b"numer;kwota\n", content_type="application/csv")) as (client, server):
        assert client.cod_report(date(2026, 3, 1), date(2026, 3, 31)) == b"numer;kwota\n"
    assert server.requests[0].path == "/v1/organizations/77/reports/cod"
    assert dict(server.requests[0].query) == {
        "start_date": "2026-03-01",
        "end_date": "2026-03-31",
        "format": "csv",
    }
