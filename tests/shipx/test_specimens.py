"""Every specimen is read without an exception, or gives the one clear error it stands for.

`INPOST_DESK_SPECIMENS` may name a folder of recordings laid out like `tests/specimens`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from inpost_desk.domain.shipment import OfferId, ShipmentId
from inpost_desk.domain.stage import payment_failed
from inpost_desk.errors import NoAnswer, NotFound, Reason, Refused
from inpost_desk.shipx import catalogues, pickups, reading
from inpost_desk.shipx.answers import Answer, file_of, trouble_of, values_of
from inpost_desk.shipx.picking import mapping, whole

OWN = Path(__file__).parent.parent / "specimens"


def folders() -> list[Path]:
    other = os.environ.get("INPOST_DESK_SPECIMENS", "")
    return [OWN, Path(other)] if other else [OWN]


def specimens(kind: str) -> list[Path]:
    return [file for folder in folders() for file in sorted((folder / kind).glob("*.*"))]


def named(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"


def answered(file: Path, status: int = 200) -> Answer:
    return Answer(status, file.read_bytes(), "application/json", {}, "req-1")


def one_or_page(reader: Callable[[object], object]) -> Callable[[object], object]:
    def read(values: object) -> object:
        return reading.read_page(values, reader) if "items" in mapping(values) else reader(values)

    return read


READERS: dict[str, Callable[[object], object]] = {
    "shipments": reading.read_shipment,
    "lists": lambda values: reading.read_page(values, reading.read_shipment),
    "organizations": reading.read_organization,
    "batches": reading.read_batch,
    "points": one_or_page(catalogues.read_point),
    "tracking": catalogues.read_tracking,
    "webhooks": catalogues.read_notification,
    "mpks": one_or_page(catalogues.read_cost_centre),
    "dispatch_orders": pickups.read_dispatch_order,
    "dictionaries": catalogues.read_entries,
}
READABLE = [file for kind in READERS for file in specimens(kind)]


@pytest.mark.parametrize("file", READABLE, ids=named)
def test_it_is_read(file: Path) -> None:
    assert READERS[file.parent.name](values_of(answered(file))) is not None


@pytest.mark.parametrize("file", specimens("calculate"), ids=named)
def test_a_calculation_is_prices_or_reasons(file: Path) -> None:
    answer = answered(file)
    refused = "unavailability_reasons" in mapping(values_of_any(file))
    if not refused:
        assert catalogues.read_prices(values_of(answer))
        return
    with pytest.raises(Refused) as caught:
        values_of(answer)
    assert caught.value.reasons


@pytest.mark.parametrize("file", specimens("labels"), ids=named)
def test_a_label_is_kept_as_it_came(file: Path) -> None:
    assert file_of(answered(file)) == file.read_bytes()


@pytest.mark.parametrize("file", specimens("foreign_dialects"), ids=named)
def test_another_api_is_recognised(file: Path) -> None:
    with pytest.raises(Refused) as caught:
        values_of(answered(file))
    assert caught.value.error == "not_shipx"
    with pytest.raises(NoAnswer, match="not_shipx"):
        values_of(answered(file), change=True)


@pytest.mark.parametrize("file", specimens("errors"), ids=named)
def test_an_error_is_one_refusal_that_keeps_what_it_says(file: Path) -> None:
    body = file.read_text(encoding="utf-8")
    status = 400
    if body.startswith("{"):
        status = whole(mapping(values_of_any(file)).get("status")) or 400
    trouble = trouble_of(answered(file, status), change=False)
    assert isinstance(trouble, Refused)
    assert isinstance(trouble, NotFound) == (status == 404)
    assert trouble.request_id == "req-1"
    if body.startswith("{"):
        assert trouble.error or trouble.reasons
        assert trouble.reasons or trouble.facts


def values_of_any(file: Path) -> object:
    """The body whatever it means: an answer that carries an error is an error of its own."""
    return msgspec.json.decode(file.read_bytes())


def refusal(name: str, status: int = 400) -> Refused:
    trouble = trouble_of(answered(OWN / "errors" / name, status), change=True)
    assert isinstance(trouble, Refused)
    return trouble


def test_the_documented_buy_answer() -> None:
    shipment = reading.read_shipment(
        values_of(answered(OWN / "shipments/buy_answer_documented.json"))
    )
    assert shipment.id == ShipmentId(1700000031)
    assert (shipment.cod, shipment.insurance) == (Decimal("219.9"), Decimal(300))
    assert (shipment.target_point, shipment.sending_method) == ("GDY044", "any_point")
    assert shipment.keys == {"desk-31", "karton z lampą"}
    assert shipment.created_at == datetime(2026, 3, 2, 18, 21, tzinfo=UTC)
    offer = shipment.selected_offer
    assert offer is not None
    assert offer == shipment.offers[0]
    assert (offer.id, offer.service, offer.rate) == (
        OfferId(2031),
        "inpost_locker_standard",
        Decimal("13.37"),
    )
    assert offer.expires_at == datetime(2026, 3, 2, 18, 26, tzinfo=UTC)


def test_a_failed_payment() -> None:
    shipment = reading.read_shipment(values_of(answered(OWN / "shipments/payment_failed.json")))
    assert payment_failed(shipment) == "debt_collection"
    assert shipment.keys == {"desk-32"}
    assert (shipment.cod, shipment.insurance) == (None, None)
    assert shipment.sending_method == "dispatch_order"
    assert shipment.receiver.address is not None
    assert shipment.receiver.address.street == "Długa 4 m. 7"


def test_odd_shapes() -> None:
    shipment = reading.read_shipment(values_of(answered(OWN / "shipments/odd_shapes.json")))
    assert (shipment.id, shipment.status) == (1700000033, "some_status_of_tomorrow")
    assert shipment.selected_offer is None
    assert shipment.offers[0].reasons == ("post_code_invalid",)
    assert shipment.offers[0].rate == Decimal("12.50")
    assert shipment.transactions[0].error == "insufficient_balance"
    assert (shipment.cod, shipment.insurance) == (Decimal("12.50"), None)
    assert shipment.created_at == datetime(2026, 3, 2, 18, 29, 59, tzinfo=UTC)


def test_a_page_tells_which_filters_were_kept() -> None:
    page = reading.read_page(
        values_of(answered(OWN / "lists/echoed_filters.json")), reading.read_shipment
    )
    assert [one.id for one in page.items] == [501, 502]
    assert (page.count, page.page, page.per_page) == (2, 1, 100)
    assert {"created_at_gteq", "id", "sort_by"} <= page.kept
    assert "external_customer_id" not in page.kept


def test_a_batch_under_way_names_what_is_made() -> None:
    batch = reading.read_batch(values_of(answered(OWN / "batches/under_way.json")))
    assert (batch.id, batch.status, batch.shipments) == (9, "in_progress", (501, 502))


def test_an_account_lists_its_contract() -> None:
    account = reading.read_organization(values_of(answered(OWN / "organizations/one.json")))
    assert account.services == {"inpost_locker_standard", "inpost_courier_standard"}
    collection = values_of(answered(OWN / "organizations/as_a_collection.json"))
    assert reading.read_organization(collection).id == account.id


def test_points_in_every_state() -> None:
    page = reading.read_page(values_of(answered(OWN / "points/page.json")), catalogues.read_point)
    locker, shop, bare, removed = page.items
    assert (locker.street, locker.post_code, locker.city) == ("Cicha 3", "81-001", "Gdynia")
    assert (locker.latitude, locker.longitude, locker.open_247) == (54.51, 18.53, True)
    assert (shop.street, shop.post_code, shop.city) == ("Długa 4", "81-002", "Gdynia Orłowo")
    assert (shop.latitude, shop.payment, shop.open_247) == (None, False, False)
    assert shop.parcel_point
    assert (bare.status, bare.open_247, bare.receives) == ("", None, True)
    assert not removed.operating
    assert (removed.post_code, removed.city) == ("", "bez kodu")


def test_tracking_with_dates_of_every_form() -> None:
    tracking = catalogues.read_tracking(values_of(answered(OWN / "tracking/mixed.json")))
    assert [one.at for one in tracking.events] == [
        datetime(2026, 1, 15, 9, tzinfo=UTC),
        datetime(2026, 1, 14, 8, tzinfo=UTC),
        None,
    ]
    assert (tracking.target_point, tracking.events[0].place) == ("GDY044", "GDY")


@pytest.mark.parametrize("name", ["returned", "fraction", "offers"])
def test_a_notification_names_its_shipment_and_time(name: str) -> None:
    found = catalogues.read_notification(values_of(answered(OWN / f"webhooks/{name}.json")))
    assert found.shipment == 501
    assert found.at is not None
    assert found.at.replace(microsecond=0) == datetime(2026, 3, 2, 8, 15, 6, tzinfo=UTC)


def test_each_row_of_a_batch_has_its_reasons() -> None:
    assert refusal("batch_rows.json").reasons == (
        Reason("insurance", "too_small", "ZAM.7/A"),
        Reason("post_code", "invalid_format", "ZAM.7/A"),
        Reason("weight", "too_small", "ZAM.7/A", parcel=0),
        Reason("width", "too_small", "ZAM.7/A", parcel=0),
        Reason("point", "does_not_exist", "ZAM-8"),
        Reason("row", "required", "3"),
    )


@pytest.mark.parametrize(
    ("name", "reasons"),
    [
        ("errors_key.json", (Reason("sender", "required"),)),
        ("message_and_dotted_details.json", (Reason("email", "not_an_email"),)),
        ("details_as_list.json", (Reason("post_code", "required"), Reason("", "odd"))),
        (
            "repeated_leaves.json",
            (
                Reason("weight", "required", parcel=0),
                Reason("weight", "required", parcel=1),
                Reason("size", "invalid", parcel=2),
            ),
        ),
        (
            "malformed_details.json",
            (
                Reason("point", "does_not_exist"),
                Reason("sending_method", "required"),
                Reason("far.away.from", "home"),
            ),
        ),
        (
            "weekend.json",
            (Reason("weekend", "invalid_target_point_247_for_end_of_week_collection"),),
        ),
        ("details_as_text.json", ()),
    ],
)
def test_reasons_in_every_shape(name: str, reasons: tuple[Reason, ...]) -> None:
    assert refusal(name).reasons == reasons


@pytest.mark.parametrize(
    ("name", "error", "facts"),
    [
        (
            "details_as_text.json",
            "label_generation_failed",
            {"details": "No label for parcel 3, ask [phone]."},
        ),
        (
            "invalid_action.json",
            "invalid_action",
            {
                "action": "get_label",
                "shipment_status": "offer_selected",
                "shipment_id": "700100200",
                "message": "shipment_status_incorrect",
            },
        ),
        (
            "label_later.json",
            "label_generation_failed",
            {"shipment_id": "700100201", "label_available_from": "2026-03-04T08:00:00.000+01:00"},
        ),
        ("key_and_sentence.json", "too_many_filters", {"message": "Choose fewer filters."}),
    ],
)
def test_facts_beside_the_reasons(name: str, error: str, facts: dict[str, str]) -> None:
    found = refusal(name)
    assert (found.error, found.facts) == (error, facts)
