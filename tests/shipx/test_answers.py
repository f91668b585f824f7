"""What statuses and bodies mean, for changes and for reads; nothing makes a reader fall over."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.order import Field
from inpost_desk.errors import NoAnswer, NotAllowed, NotFound, Refused, TooFast, Trouble
from inpost_desk.shipx import catalogues, pickups, reading, refusals
from inpost_desk.shipx.answers import Answer, file_of, trouble_of, values_of

# Names that mean something to a reader come up often, so that odd values meet every line.
NAMES = st.sampled_from(
    [
        "id",
        "status",
        "error",
        "key",
        "message",
        "details",
        "errors",
        "items",
        "count",
        "page",
        "per_page",
        "href",
        "shipments",
        "receiver",
        "phone",
        "parcels",
        "custom_attributes",
        "target_point",
        "cod",
        "amount",
        "offers",
        "service",
        "selected_offer",
        "transactions",
        "name",
        "type",
        "location",
        "latitude",
        "address",
        "address_details",
        "line2",
        "functions",
        "event",
        "payload",
        "tracking_number",
        "field",
        "tracking_details",
        "datetime",
        "created_at",
        "unavailability_reasons",
        "ROW-1",
        "0",
        "shipments.ROW.receiver",
        "end_of_week_collection",
        "valid_to",
        "additional_services",
        "carrier",
        "mpk",
        "dimensions",
        "length",
        "width",
        "height",
        "weight",
        "template",
        "offer_id",
    ]
) | st.text(max_size=8)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=30)
    | st.sampled_from(
        [
            "",
            "required",
            "400",
            "2026-03-02 09:15:06 +0100",
            "0001-01-01T00:00:00+14:00",
            "1e999",
            "http://[",
            "99999999999999",
            "12,5",
            "81-001 Gdynia",
            "²",
        ]
    )
    | st.sampled_from([400, 429, 503, 10**40, -1, 0, 2**63, 1e300])
)
ANY_JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=6),
    max_leaves=25,
)
READERS: list[Callable[[object], object]] = [
    reading.read_shipment,
    reading.read_offer,
    reading.read_batch,
    reading.read_organization,
    lambda values: reading.read_page(values, reading.read_shipment),
    lambda values: reading.read_page(values, catalogues.read_point),
    catalogues.read_point,
    catalogues.read_entries,
    catalogues.read_cost_centre,
    catalogues.read_prices,
    catalogues.read_tracking,
    pickups.read_dispatch_order,
    catalogues.read_notification,
    refusals.reasons_of,
    refusals.facts_of,
    refusals.key_of,
]


def answer(
    status: int = 200, content: bytes | str = b"", headers: Mapping[str, str] | None = None
) -> Answer:
    raw = content.encode() if isinstance(content, str) else content
    return Answer(status, raw, "application/json", headers or {}, "req-1")


@given(ANY_JSON)
def test_any_json_is_read_or_gives_a_trouble(values: object) -> None:
    ended = 0
    for reader in READERS:
        with contextlib.suppress(Trouble):
            reader(values)
        ended += 1
    assert ended == len(READERS)


@given(ANY_JSON, st.sampled_from([200, 201, 302, 400, 401, 403, 404, 422, 429, 500]), st.booleans())
def test_any_json_answer_is_values_or_a_trouble(values: object, status: int, change: bool) -> None:
    found = answer(status, msgspec.json.encode(values))
    trouble = trouble_of(found, change=change)
    assert (trouble is None) == (status < 300)
    with contextlib.suppress(Trouble):
        values_of(found, change=change)
    with contextlib.suppress(Trouble):
        file_of(found)


@given(st.binary(max_size=200), st.dictionaries(st.just("retry-after"), st.text(max_size=20)))
def test_any_bytes_are_values_or_a_trouble(content: bytes, headers: dict[str, str]) -> None:
    for status in (200, 400, 401, 404, 429):
        found = answer(status, content, headers)
        assert trouble_of(found, change=True) is None or status != 200
        for reader in (values_of, file_of):
            with contextlib.suppress(Trouble):
                reader(found)


def test_json_nested_without_end_is_unreadable() -> None:
    deep = b"[" * 100_000
    with pytest.raises(NoAnswer):
        values_of(answer(200, deep))
    closed = b'{"details":' * 900 + b"1" + b"}" * 900
    refused = trouble_of(answer(400, closed), change=False)
    assert isinstance(refused, Refused)


@pytest.mark.parametrize("content", [b"", b"   ", b"<html>", b"404 page not found", b"\xff\xfe{"])
def test_a_success_that_cannot_be_read_is_no_answer(content: bytes) -> None:
    for change in (False, True):
        with pytest.raises(NoAnswer, match="unreadable") as caught:
            values_of(answer(201, content), change=change)
        assert caught.value.request_id == "req-1"


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert values_of(answer(200, b'\xef\xbb\xbf{"id":1}')) == {"id": 1}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('{"status":400,"key":"bad","error":"Bad."}', Refused),
        ('{"status":"404","error":"resource_not_found"}', NotFound),
        ('{"status":401,"error":"token_invalid"}', NotAllowed),
        ('{"status":429,"error":"slow"}', TooFast),
        ('{"status":503,"error":"carrier_unavailable"}', NoAnswer),
        ('{"key":"bad","error":"Bad."}', Refused),
        ('{"error":"validation_failed","details":{}}', Refused),
    ],
)
def test_an_error_that_came_as_a_success(body: str, kind: type[Trouble]) -> None:
    for reader in (values_of, file_of):
        with pytest.raises(kind):
            reader(answer(200, body))


def test_a_shipment_that_mentions_an_error_is_a_shipment() -> None:
    assert values_of(answer(200, '{"id":501,"status":"created","error":"x"}'))


@pytest.mark.parametrize(
    ("status", "body", "rule"),
    [
        (401, "", "token_invalid"),
        (403, "", "access_forbidden"),
        (403, '{"status":403,"error":"forbidden"}', "access_forbidden"),
        (403, '{"status":403,"error":"access_forbidden"}', "access_forbidden"),
        (401, '{"error":"Unauthorized"}', "token_invalid"),
        (403, "<html>Blocked by policy</html>", "blocked"),
    ],
)
def test_not_allowed(status: int, body: str, rule: str) -> None:
    trouble = trouble_of(answer(status, body), change=True)
    assert isinstance(trouble, NotAllowed)
    assert (trouble.status, trouble.rule) == (status, rule)


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, 5),
        ({"retry-after": "7"}, 7),
        ({"retry-after": " 1.5 "}, 1.5),
        ({"retry-after": "-3"}, 5),
        ({"retry-after": "soon"}, 5),
        ({"retry-after": "999999999"}, 86400),
        (
            {
                "retry-after": "Mon, 02 Mar 2026 09:00:30 GMT",
                "date": "Mon, 02 Mar 2026 09:00:00 GMT",
            },
            30,
        ),
        ({"retry-after": "Thu, 01 Jan 1970 00:00:00 GMT"}, 0),
    ],
)
def test_how_long_to_wait(headers: dict[str, str], wait: float) -> None:
    trouble = trouble_of(answer(429, "error code: 1015", headers), change=True)
    assert isinstance(trouble, TooFast)
    assert trouble.wait == wait


def test_a_missing_page_is_told_apart_from_a_missing_thing() -> None:
    ours = '{"status":404,"error":"resource_not_found"}'
    assert isinstance(trouble_of(answer(404, ours), change=True), NotFound)
    assert isinstance(trouble_of(answer(404, "404 page not found"), change=True), NoAnswer)
    found = trouble_of(answer(404, ""), change=False)
    assert isinstance(found, NotFound)
    assert found.error == "gateway_404"


def test_a_refusal_quotes_nobodys_address() -> None:
    body = (
        '{"status":422,"error":"company_data_missing","message":"Write to ewa@example.test",'
        '"details":{"owner":"ewa@example.test","phone":500100200,"receiver":[{"name":["+48 500 100 201 is odd"]}]}}'
    )
    trouble = trouble_of(answer(422, body), change=True)
    assert isinstance(trouble, Refused)
    said = repr((trouble.args, trouble.error, trouble.reasons, trouble.facts))
    for private in ("ewa@", "500100200", "500 100 201"):
        assert private not in said


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("receiver.phone", "phone"),
        ("receiver.first_name", Field.FIRST_NAME),
        ("receiver.name", "name"),
        ("receiver.company_name", "company"),
        ("receiver.email", "email"),
        ("receiver.address.street", "street"),
        ("receiver.address.building_number", Field.BUILDING_NUMBER),
        ("receiver.address.line1", "street"),
        ("receiver.address.post_code", "post_code"),
        ("receiver.address.city", "city"),
        ("receiver.address.country_code", "receiver.address.country_code"),
        ("custom_attributes.target_point", "point"),
        ("custom_attributes.sending_method", "sending_method"),
        ("custom_attributes.dropoff_point", "dropoff_point"),
        ("parcels.0.template", "size"),
        ("parcels.0.dimensions.width", "width"),
        ("parcels.0.dimensions", "dimensions"),
        ("parcels.0.dimensions.unit", "dimensions"),
        ("parcels.1.weight.amount", "weight"),
        ("parcels.0.id", "parcels.id"),
        ("cod.amount", "cod"),
        ("insurance.amount", "insurance"),
        ("service", "service"),
        ("end_of_week_collection", "weekend"),
        ("sender.address.city", "sender"),
        ("reference", "reference"),
        ("comments", "comments"),
        ("mpk", "mpk"),
        ("offer_id", Field.OFFER),
        ("additional_services.0", "additional_services"),
        ("commercial_product_identifier", Field.PRODUCT),
        ("custom_attributes.allegro_user_id", Field.ALLEGRO_USER),
        ("something.new", "something.new"),
    ],
)
def test_our_name_for_a_path(path: str, field: str) -> None:
    assert refusals.our_field(tuple(path.split("."))) == field


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        ({"shipments": ["Już nadane."]}, [("shipments", "already_sent", None)]),
        ({"shipments": [{"receiver": [{"phone": ["required"]}]}]}, [("phone", "required", None)]),
        ({"shipments.ROW-1.receiver.phone": "required"}, [("phone", "required", "ROW-1")]),
        ({"shipment": ["already_bought"]}, [("shipment", "already_bought", None)]),
        ({"base": [{"key": "no_carriers", "message": "…"}]}, [("base", "no_carriers", None)]),
        (
            {"": ["invalid_end_of_week_collection"]},
            [("weekend", "invalid_end_of_week_collection", None)],
        ),
    ],
)
def test_where_a_reason_belongs(
    details: dict[str, object], expected: list[tuple[str, str, str | None]]
) -> None:
    found = refusals.reasons_of({"error": "validation_failed", "details": details})
    assert [(one.field, one.rule, one.row) for one in found] == expected
