"""Labels for sending a parcel back, and shipments that are returns themselves."""

from __future__ import annotations

import io
import zipfile

import httpx
import pytest

from tests.simulator.shop import KIELCE, Body, Shop, courier, locker, parcel
from tests.simulator.test_labels import codes, pages, texts

BACK = {"is_return": True, "receiver": None}
CUSTOMER = {
    "first_name": "Jan",
    "last_name": "Kos",
    "email": "jan@example.test",
    "phone": "500600701",
    "address": KIELCE,
}


def many(shop: Shop, ids: list[int], **query: str) -> httpx.Response:
    return shop.http.get(
        f"{shop.path}/shipments/return_labels",
        params={"shipment_ids[]": ids, "format": "Pdf", **query},
    )


def one(shop: Shop, shipment_id: int) -> httpx.Response:
    return shop.http.get(f"/v1/shipments/{shipment_id}/return_label", params={"format": "Pdf"})


def test_a_return_label_has_a_number_of_its_own_and_the_way_back(shop: Shop) -> None:
    body = shop.bought(courier(parcels=[parcel("1"), parcel("2")]))
    answer = one(shop, body["id"])
    assert answer.headers["content-type"] == "application/pdf"
    numbers = [codes(image)["Code128"] for image in pages(answer.content)]
    own = [each["tracking_number"] for each in body["parcels"]]
    assert len(set(numbers) | set(own)) == 4
    assert all(number.startswith("52") and len(number) == 24 for number in numbers)
    words = texts(answer.content)
    for word in ("ZWROT", "Hurtownia Pokazowa", "Lipowa 4/2", "SYMULATOR"):
        assert word in words
    assert many(shop, [body["id"]]).content == answer.content


def test_several_services_come_as_zip(shop: Shop) -> None:
    other = courier(service="inpost_courier_express_1200")
    ids = [shop.bought(body)["id"] for body in (courier(), other)]
    answer = many(shop, ids, type="A6")
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert len(archive.namelist()) == 2


def test_only_couriers_but_allegros_take_parcels_back(shop: Shop) -> None:
    attributes = {
        "sending_method": "dispatch_order",
        "allegro_user_id": "1",
        "allegro_transaction_id": "2",
    }
    allegro = courier(service="inpost_courier_allegro", custom_attributes=attributes)
    for body in (locker(), allegro):
        id_ = shop.bought(body)["id"]
        assert shop.read(id_)["status"] == "confirmed"
        for answer in (one(shop, id_), many(shop, [id_])):
            assert answer.status_code == 400
            assert answer.json()["details"] == {"service": ["invalid"]}


def test_return_labels_are_refused_as_labels_are(shop: Shop) -> None:
    shop.simulator.faults(confirm_after=1100.0)
    unpaid = shop.create(courier())["id"]
    single = one(shop, unpaid).json()
    assert (single["error"], single["details"]["action"]) == ("invalid_action", "get_return_label")
    key = "you_can_not_generate_labels_for_unpaid_shipments"
    assert many(shop, [unpaid]).json()["details"] == {"tracking_number": [key]}
    shop.http.delete(f"/v1/shipments/{unpaid}")
    assert one(shop, unpaid).json()["details"] == {"tracking_number": [key]}
    assert many(shop, []).json()["details"] == {"shipment_ids": ["required"]}
    too_many = many(shop, list(range(1, 102)))
    assert too_many.json()["details"] == {"shipment_ids": ["invalid_range"]}
    assert many(shop, [1]).status_code == 404
    assert shop.http.get("/v1/shipments/1/return_label").status_code == 404


@pytest.mark.parametrize(("body", "status"), [(courier(), "confirmed"), (locker(), "created")])
def test_a_return_goes_by_courier_but_not_by_locker(shop: Shop, body: Body, status: str) -> None:
    wanted = {name: value for name, value in {**body, **BACK}.items() if value is not None}
    made = shop.bought({**wanted, "sender": CUSTOMER})
    assert made["is_return"]
    if status == "confirmed":
        assert made["status"] == status
        assert made["receiver"]["company_name"] == "Hurtownia Pokazowa"
    else:
        assert made["status"] == "offers_prepared"
        [offer] = made["offers"]
        assert offer["status"] == "unavailable"
        assert "is_return_unavailable" in [why["key"] for why in offer["unavailability_reasons"]]
