"""Every endpoint on the wire: what is sent, and what becomes of the answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from inpost_desk.domain.order import Person
from inpost_desk.domain.shipment import (
    BatchId,
    NewShipment,
    OfferId,
    OrganizationId,
    Parcel,
    ShipmentId,
)
from inpost_desk.errors import NoAnswer, NotFound, Refused
from inpost_desk.shipx.client import Client, LabelFile
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport
from tests.shipx.scripted_server import Server, Step, answer, serve

NEW = NewShipment(
    key="k-1",
    service="inpost_locker_standard",
    receiver=Person(phone="500600700", email="ala@example.test"),
    parcels=(Parcel(template="small"),),
    sending_method="any_point",
    reference="ZAM/1",
    target_point="GDY044",
)
PDF = b"%PDF-1.4 a label"


@contextmanager
def asking(*steps: Step) -> Iterator[tuple[Client, Server]]:
    with serve(*steps) as server:
        transport = Transport(server.url, "token", pace=Pace(per_second=1000), wait=lambda _: False)
        try:
            yield Client(transport, OrganizationId(77)), server
        finally:
            transport.close()


def test_the_account() -> None:
    with asking(answer(body='{"id":78,"name":"Lampy","services":["inpost_locker_standard"]}')) as (
        client,
        server,
    ):
        account = client.account()
    assert (client.organization, account.id) == (77, 78)
    assert server.requests[0].path == "/v1/organizations/77"


def test_the_organizations_of_a_token() -> None:
    body = '{"count":2,"items":[{"id":78,"name":"Lampy"},{"id":79}],"page":2,"per_page":100}'
    with asking(answer(body=body), answer(body='{"id":78,"name":"Lampy"}')) as (client, server):
        page = client.organizations(page=2)
        only = client.organizations()
    assert [(one.id, one.name) for one in page.items] == [(78, "Lampy"), (79, "")]
    assert (page.count, [one.id for one in only.items]) == (2, [78])
    assert server.requests[0].path == "/v1/organizations"
    assert dict(server.requests[0].query) == {"page": "2", "per_page": "100"}


@pytest.mark.parametrize("body", ["{}", '{"items":[{"name":"no id"}]}', "7"])
def test_organizations_that_cannot_be_read_are_no_answer(body: str) -> None:
    with asking(*[answer(body=body)] * 4) as (client, _), pytest.raises(NoAnswer):
        client.organizations()


def test_create() -> None:
    with asking(answer(201, '{"id":501,"status":"created"}')) as (client, server):
        assert client.create(NEW).id == 501
    (request,) = server.requests
    assert (request.method, request.path) == ("POST", "/v1/organizations/77/shipments")
    assert request.headers["content-type"] == "application/json"
    assert json.loads(request.body)["external_customer_id"] == "k-1"


def test_create_batch() -> None:
    with asking(answer(201, '{"id":9,"status":"in_progress","shipments":[{"id":501}]}')) as (
        client,
        server,
    ):
        assert client.create_batch([NEW]).shipments == (501,)
    (request,) = server.requests
    assert (request.method, request.path) == ("POST", "/v1/organizations/77/batches")
    assert json.loads(request.body)["shipments"][0]["id"] == "k-1"


@pytest.mark.parametrize(
    "body", ["", "<html>", '{"status":"created"}', '{"id":"ship_1"}', "[]", '{"id":null}', "7"]
)
def test_a_success_that_cannot_be_read_may_have_been_done(body: str) -> None:
    with asking(*[answer(201, body)] * 3) as (client, server):
        for change in (
            lambda: client.create(NEW),
            lambda: client.create_batch([NEW]),
            lambda: client.buy(ShipmentId(501), OfferId(9)),
        ):
            with pytest.raises(NoAnswer) as caught:
                change()
            assert caught.value.request_id == server.requests[-1].headers["x-request-id"]
    assert len(server.requests) == 3


def test_another_api_that_says_created_may_have_acted() -> None:
    foreign = '{"id":"ship_9","status":"created","trackingNumber":"6340000000000000009"}'
    with asking(answer(201, foreign), answer(200, foreign)) as (client, _):
        with pytest.raises(NoAnswer, match="not_shipx"):
            client.create(NEW)
        with pytest.raises(Refused) as caught:
            client.account()
    assert caught.value.error == "not_shipx"


def test_an_unreadable_read_is_repeated() -> None:
    with asking(answer(body="{}"), answer(body='{"id":501,"status":"confirmed"}')) as (client, _):
        assert client.shipment(ShipmentId(501)).status == "confirmed"


def test_one_shipment_and_one_batch_survive_a_passing_404() -> None:
    missing = answer(404, '{"status":404,"error":"resource_not_found"}')
    with asking(missing, answer(body='{"id":501}'), missing, answer(body='{"id":9}')) as (
        client,
        server,
    ):
        assert client.shipment(ShipmentId(501)).id == 501
        assert client.batch(BatchId(9)).id == 9
    assert server.requests[-1].path == "/v1/batches/9"


def test_a_page_of_shipments() -> None:
    body = '{"href":"http://x/?page=2&sort_by=id","count":101,"page":2,"per_page":100,"items":[{"id":5}]}'
    with asking(answer(body=body)) as (client, server):
        page = client.shipments(
            ids=[ShipmentId(5), ShipmentId(6)],
            created_from=datetime(2026, 3, 2, 8, 15, 6, 374_999, tzinfo=UTC),
            key="k-1",
            page=2,
        )
    assert ([one.id for one in page.items], page.count, page.page) == ([5], 101, 2)
    assert page.kept == {"page", "sort_by"}
    assert server.requests[0].path == "/v1/organizations/77/shipments"
    assert dict(server.requests[0].query) == {
        "sort_by": "id",
        "sort_order": "asc",
        "page": "2",
        "per_page": "100",
        "id": "5,6",
        "created_at_gteq": "2026-03-02T08:15:06.374Z",
        "external_customer_id": "k-1",
    }


def test_a_page_with_a_shipment_that_cannot_be_identified_is_no_answer() -> None:
    body = '{"count":2,"items":[{"id":5},{"id":"?"}]}'
    with asking(*[answer(body=body)] * 4) as (client, _), pytest.raises(NoAnswer):
        client.shipments()


def test_buy() -> None:
    with asking(answer(body='{"id":"501"}')) as (client, server):
        client.buy(ShipmentId(501), OfferId(9))
    (request,) = server.requests
    assert (request.method, request.path) == ("POST", "/v1/shipments/501/buy")
    assert json.loads(request.body) == {"offer_id": 9}


def test_labels() -> None:
    with asking(
        answer(body=PDF, content_type="application/pdf; charset=binary"),
        answer(body=b"PK\x03\x04", content_type="application/zip"),
    ) as (client, server):
        assert client.labels([ShipmentId(5)]) == LabelFile(PDF, "application/pdf")
        several = client.labels([ShipmentId(5), ShipmentId(6)], format="Zpl", type="dpi300")
    assert several.media_type == "application/zip"
    one, two = server.requests
    assert (one.path, one.query) == ("/v1/shipments/5/label", [("format", "Pdf"), ("type", "A6")])
    assert two.path == "/v1/organizations/77/shipments/labels"
    assert two.query == [
        ("shipment_ids[]", "5"),
        ("shipment_ids[]", "6"),
        ("format", "Zpl"),
        ("type", "dpi300"),
    ]


@pytest.mark.parametrize("body", [b"", b"<html>login</html>", b'{"id":1}', b"[1]"])
def test_a_label_that_is_none_is_asked_for_again(body: bytes) -> None:
    with asking(answer(body=body), answer(body=PDF)) as (client, _):
        assert client.labels([ShipmentId(5)]).content == PDF


def test_a_label_that_is_an_error_is_refused() -> None:
    with (
        asking(answer(body='{"status":400,"error":"label_generation_failed"}')) as (client, _),
        pytest.raises(Refused) as caught,
    ):
        client.labels([ShipmentId(5)])
    assert caught.value.error == "label_generation_failed"


@pytest.mark.parametrize("count", [0, 101])
def test_labels_of_none_or_too_many_is_a_mistake(count: int) -> None:
    with asking() as (client, _), pytest.raises(ValueError, match=f"{count} shipments"):
        client.labels([ShipmentId(1)] * count)


def test_points() -> None:
    body = '{"count":1,"items":[{"name":"GDY044","status":"Operating"},{"status":"nameless"}]}'
    with asking(answer(body=body), answer(body='{"items":[]}')) as (client, server):
        assert [one.name for one in client.points(page=3).items] == ["GDY044"]
        client.points(updated_from=datetime(2026, 3, 2, tzinfo=UTC))
    query = dict(server.requests[0].query)
    assert server.requests[0].path == "/v1/points"
    assert (query["page"], query["per_page"], query["sort_by"]) == ("3", "500", "name")
    assert "updated_from" not in query
    assert dict(server.requests[1].query)["updated_from"] == "2026-03-02T00:00:00.000Z"


def test_a_point() -> None:
    missing = answer(404, '{"status":404,"error":"resource_not_found"}')
    with asking(answer(body='{"name":"POP A/1"}'), missing) as (client, server):
        assert client.point(" POP A/1 ").name == "POP A/1"
        with pytest.raises(NotFound):
            client.point("NONE1")
        for trick in ("", "..", "."):
            with pytest.raises(NotFound):
                client.point(trick)
    assert server.requests[0].target == "/v1/points/POP%20A%2F1"
    assert len(server.requests) == 2


def test_catalogues() -> None:
    with asking(
        answer(body='[{"id":"inpost_locker_standard","additional_services":[{"id":"cod"}]}]'),
        answer(body='[{"id":"any_point"}]'),
        answer(body='{"items":[{"id":"pop"}]}'),
        answer(body='{"items":[{"name":"created","title":"Utworzona."}]}'),
    ) as (client, server):
        assert client.services()[0].extras == ("cod",)
        assert client.sending_methods()[0].id == "any_point"
        assert client.sending_methods("inpost_courier_standard")[0].id == "pop"
        assert client.statuses("en_GB")[0].name == "Utworzona."
    assert [(one.path, one.query) for one in server.requests] == [
        ("/v1/services", []),
        ("/v1/sending_methods", []),
        ("/v1/sending_methods", [("service", "inpost_courier_standard")]),
        ("/v1/statuses", [("lang", "en_GB")]),
    ]


def test_the_servers_time() -> None:
    with asking(answer(body='{"id":77}', date="Mon, 02 Mar 2020 09:00:00 GMT")) as (client, _):
        client.account()
        assert abs((client.now() - datetime(2020, 3, 2, 9, tzinfo=UTC)).total_seconds()) < 60
