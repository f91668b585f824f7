"""Printouts: what is extracted from the pages, ZIP, and every refusal."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import httpx
import pypdfium2
import pytest

from tests.simulator.shop import KIELCE, Shop, courier, locker
from tests.simulator_process import MONDAY, Simulator

NUMBER = re.compile(r"(?<!\d)\d{24}(?!\d)")


@pytest.fixture(autouse=True)
def monday(simulator: Simulator) -> None:
    simulator.control("clock", {"set": MONDAY})


def texts(content: bytes) -> list[str]:
    """Of each page."""
    document = pypdfium2.PdfDocument(content)
    words = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return words


def ordered(shop: Shop, ids: list[int]) -> int:
    body = {"shipments": ids, "address": KIELCE}
    answer = shop.http.post(f"{shop.path}/dispatch_orders", json=body)
    assert answer.status_code == 201, answer.text
    shop.simulator.advance(2)
    return int(answer.json()["id"])


def printouts(shop: Shop, ids: list[int], **query: Any) -> httpx.Response:
    given = {"shipment_ids[]": ids, **query}
    return shop.http.get(f"{shop.path}/dispatch_orders/printouts", params=given)


def refusal(answer: httpx.Response) -> Any:
    assert answer.status_code == 400, answer.text
    body = answer.json()
    return body["details"] if body["error"] == "validation_failed" else body["error"]


def test_the_printout_of_an_order(shop: Shop) -> None:
    parcel = shop.bought(courier(reference="ZAM/ŻÓŁĆ"))
    order = ordered(shop, [parcel["id"]])
    answer = shop.http.get(f"/v1/dispatch_orders/{order}/printout", params={"format": "Pdf"})
    assert answer.headers["content-type"] == "application/pdf"
    assert 'filename="inpost_courier_standard.pdf"' in answer.headers["content-disposition"]
    [words] = texts(answer.content)
    assert NUMBER.findall(words) == [parcel["tracking_number"]]
    for word in (
        "Potwierdzenie nadania",
        "Hurtownia Pokazowa",
        f"Zlecenie odbioru: {order}",
        "Wydrukowano: 2026-03-02 10:00",
        "Kielce",
        "40×30×15",
        "ZAM/ŻÓŁĆ",
        "Podpis nadawcy",
        "Data i podpis kuriera",
        "Strona 1 z 1",
    ):
        assert word in words, word
    by_order = printouts(shop, [], dispatch_order_id=order)
    assert texts(by_order.content) == [words]
    assert texts(printouts(shop, [parcel["id"]]).content) == [words]


def test_a_hundred_parcels_take_several_pages(shop: Shop) -> None:
    rows = [locker(id=str(n), reference=f"ZAM/{n:04}/{'x' * 60}") for n in range(100)]
    shop.batch(rows)
    shop.simulator.advance(5)
    truth = shop.simulator.shipments()
    ids, numbers = [one["id"] for one in truth], [one["tracking_number"] for one in truth]
    content = printouts(shop, ids).content
    pages = texts(content)
    assert len(pages) == 3
    assert [number for page in pages for number in NUMBER.findall(page)] == numbers
    assert all(f"Strona {n} z 3" in page for n, page in enumerate(pages, start=1))
    assert ["Podpis nadawcy" in page for page in pages] == [False, False, True]
    assert "Zlecenie odbioru: brak" in pages[0]
    document = pypdfium2.PdfDocument(content)
    assert {(page.get_width(), page.get_height()) for page in document} == {(595, 842)}
    document.close()


def test_several_services_come_as_zip(shop: Shop) -> None:
    ids = [shop.create(body)["id"] for body in (locker(), courier(), locker())]
    shop.simulator.advance(2)
    order = ordered(shop, ids)
    for answer in (printouts(shop, ids), shop.http.get(f"/v1/dispatch_orders/{order}/printout")):
        assert answer.headers["content-type"] == "application/zip"
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            found = {name: archive.read(name) for name in archive.namelist()}
        counts = {name: len(NUMBER.findall(texts(file)[0])) for name, file in found.items()}
        assert counts == {"inpost_courier_standard.pdf": 1, "inpost_locker_standard.pdf": 2}


def test_ids_are_named_with_empty_brackets_only(shop: Shop) -> None:
    id_ = shop.bought(locker())["id"]
    path = f"{shop.path}/dispatch_orders/printouts"
    indexed = shop.http.get(path, params={"shipment_ids[0]": id_})
    assert refusal(indexed) == {"shipment_ids": ["required"]}
    assert refusal(shop.http.get(path)) == {"shipment_ids": ["required"]}
    words = shop.http.get(path, params={"shipment_ids[]": "abc"})
    assert refusal(words) == {"shipment_ids": ["invalid"]}


def test_printouts_are_refused(shop: Shop, prepaid: Shop) -> None:
    alone, taken = shop.bought(locker())["id"], shop.bought(locker())["id"]
    theirs = prepaid.bought(locker())["id"]
    ordered(shop, [taken])
    mixed = "cannot_mix_shipments_with_and_without_dispatch_order"
    assert refusal(printouts(shop, [alone, taken])) == mixed
    assert refusal(printouts(shop, [alone, theirs])) == "does_not_exist"
    assert refusal(printouts(shop, [alone, 5])) == "does_not_exist"
    assert refusal(printouts(shop, list(range(1, 102)))) == "invalid_range"
    assert refusal(printouts(shop, [alone], format="Zpl")) == {"format": ["invalid"]}
    shop.simulator.faults(confirm_after=1100.0)
    unpaid = shop.create(locker())["id"]
    assert refusal(printouts(shop, [alone, unpaid])) == "invalid_status"
    assert prepaid.http.get(f"{shop.path}/dispatch_orders/printouts").status_code == 403


def test_what_a_courier_has_collected_is_still_printed(shop: Shop) -> None:
    id_ = shop.bought(locker())["id"]
    order = ordered(shop, [id_])
    shop.simulator.control("status", {"id": id_, "status": "collected_from_sender"})
    assert printouts(shop, [id_]).status_code == 200
    assert shop.http.get(f"/v1/dispatch_orders/{order}/printout").status_code == 200


def test_no_printout_of_an_order_that_is_over(shop: Shop, prepaid: Shop) -> None:
    id_ = shop.bought(locker())["id"]
    order = ordered(shop, [id_])
    path = f"/v1/dispatch_orders/{order}/printout"
    assert prepaid.http.get(path).status_code == 403
    assert printouts(shop, [], dispatch_order_id=1).status_code == 404
    assert refusal(printouts(shop, [], dispatch_order_id="x")) == {"dispatch_order_id": ["invalid"]}
    shop.http.delete(f"/v1/dispatch_orders/{order}")
    assert refusal(shop.http.get(path)) == "printout_generation_failed"
    assert printouts(shop, [id_]).status_code == 200


def test_a_shipment_made_elsewhere_has_a_label_but_no_printout(shop: Shop) -> None:
    own = shop.bought(locker())
    body = {"organization": shop.id, "shipment": locker(reference="ZAM/9000")}
    made = shop.simulator.control("elsewhere", body)["id"]
    shop.simulator.advance(2)
    assert shop.ids() == [made, own["id"]]
    assert shop.read(made)["application_id"] != own["application_id"]
    assert shop.http.get(f"/v1/shipments/{made}/label").status_code == 200
    assert refusal(printouts(shop, [own["id"], made])) == "printout_generation_failed"
