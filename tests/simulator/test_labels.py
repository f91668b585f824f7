"""Labels: bar codes decoded from pixels, sizes, merging, ZIP, refusals."""

from __future__ import annotations

import io
import zipfile

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from tests.simulator.shop import Shop, courier, locker, money, parcel

DOTS_PER_MM = 8
A6, A4 = (297, 421), (595, 842)


def pages(content: bytes) -> list[Image.Image]:
    """As a 203 dpi print head sees them."""
    document = pypdfium2.PdfDocument(content)
    scale = DOTS_PER_MM * 25.4 / 72
    images = [page.render(scale=scale).to_pil() for page in document]
    document.close()
    return images


def codes(image: Image.Image) -> dict[str, str]:
    found = zxingcpp.read_barcodes(image)
    return {str(code.format).rpartition(".")[2].replace(" ", ""): code.text for code in found}


def texts(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    words = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return words


def sizes(content: bytes) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(content)
    found = [(round(page.get_width()), round(page.get_height())) for page in document]
    document.close()
    return found


@pytest.mark.parametrize("kind", ["A6", "normal"])
def test_a_locker_label_reads_back(shop: Shop, kind: str) -> None:
    body = shop.bought(locker(comments="Ostrożnie: szkło i żółć"))
    answer = shop.http.get(f"/v1/shipments/{body['id']}/label", params={"type": kind})
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["transfer-encoding"] == "chunked"
    assert answer.headers["content-transfer-encoding"] == "binary"
    assert 'filename="inpost_locker_standard.pdf"' in answer.headers["content-disposition"]
    assert answer.content.startswith(b"%PDF-1.4")
    number = body["tracking_number"]
    [image] = pages(answer.content)
    assert codes(image) == {"Code128": number, "DataMatrix": number}
    assert sizes(answer.content) == [A6 if kind == "A6" else A4]
    words = texts(answer.content)
    for word in (
        "KRA010",
        "GABARYT",
        "żółć",
        "ZAM/2031",
        number[-4:],
        "SYMULATOR",
        "*** *** *00 700",
    ):
        assert word in words
    assert "500600700" not in words


def test_the_a4_label_lies_in_the_upper_left_quarter(shop: Shop) -> None:
    id_ = shop.bought(locker())["id"]
    [image] = pages(shop.http.get(f"/v1/shipments/{id_}/label?format=Pdf").content)
    width, height = image.size
    dark = image.convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()
    assert dark is not None
    assert dark[2] <= width / 2
    assert dark[3] <= height / 2


def test_courier_labels_are_a6_with_the_address_for_each_parcel(shop: Shop) -> None:
    two = [parcel("a"), parcel("b")]
    body = shop.bought(courier(parcels=two, cod=money(99.5), insurance=money(100)))
    answer = shop.http.get(f"/v1/shipments/{body['id']}/label?format=PDF&type=normal")
    assert sizes(answer.content) == [A6, A6]
    found = [codes(image)["Code128"] for image in pages(answer.content)]
    assert found == [one["tracking_number"] for one in body["parcels"]]
    words = texts(answer.content)
    for word in ("Firma Żółw", "Lipowa 4/2", "25-001 Kielce", "POBRANIE 99,50 PLN", "paczka 2/2"):
        assert word in words


def test_several_of_one_service_are_merged_in_the_order_of_ids(shop: Shop) -> None:
    ids = [shop.create(locker(reference=f"ZAM/{n}"))["id"] for n in range(3)]
    shop.simulator.advance(2)
    merged = shop.labels(list(reversed(ids)), format="Pdf", type="A6")
    numbers = [shop.read(id_)["tracking_number"] for id_ in ids]
    assert [codes(image)["Code128"] for image in pages(merged.content)] == numbers
    posted = shop.http.post(
        f"{shop.path}/shipments/labels",
        json={"shipment_ids": ids, "format": "Pdf", "type": "A6"},
    )
    assert posted.content == merged.content


def test_several_services_come_as_zip(shop: Shop) -> None:
    ids = [shop.create(body)["id"] for body in (locker(), courier(), locker())]
    shop.simulator.advance(2)
    answer = shop.labels(ids, format="Pdf", type="A6")
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    counted = {name: len(sizes(content)) for name, content in files.items()}
    assert counted == {"inpost_courier_standard.pdf": 1, "inpost_locker_standard.pdf": 2}


def test_printer_commands_carry_the_number_and_no_orders_of_strangers(shop: Shop) -> None:
    body = shop.bought(locker(reference='^XA~JR "x"', comments="Żółć"))
    number = body["tracking_number"]
    path = f"/v1/shipments/{body['id']}/label"
    zpl = shop.http.get(path, params={"format": "Zpl", "type": "A6"})
    assert zpl.headers["content-type"] == "application/zpl"
    text = zpl.content.decode()
    assert text.count("^XA") == text.count("^XZ") == 1
    assert f"^BCR,200,N,N,N^FD>;{number}^FS" in text
    assert "_5EXA_7EJR" in text
    finer = shop.http.get(path, params={"format": "Zpl", "type": "dpi300"}).content.decode()
    assert "^PW1260^LL1776" in finer
    epl = shop.http.get(path, params={"format": "Epl", "type": "A6"})
    assert epl.headers["content-type"] == "application/epl2"
    lines = epl.content.decode("cp1250").splitlines()
    assert any(line.startswith("B") and line.endswith(f'"{number}"') for line in lines)
    assert any('\\"x\\"' in line for line in lines)
    assert any("Żółć" in line for line in lines)


def test_dpi300_only_as_zpl_and_for_some_services(shop: Shop) -> None:
    one, other = shop.bought(locker())["id"], shop.bought(courier())["id"]
    for id_, format_ in ((one, "Pdf"), (other, "Zpl")):
        answer = shop.http.get(f"/v1/shipments/{id_}/label?type=dpi300&format={format_}")
        assert (answer.status_code, answer.json()["error"]) == (400, "label_template_not_found")


def test_labels_are_refused_as_recorded(shop: Shop) -> None:
    shop.simulator.faults(confirm_after=1100.0)
    unpaid = shop.create(locker())["id"]
    single = shop.http.get(f"/v1/shipments/{unpaid}/label").json()
    assert (single["error"], single["message"]) == ("invalid_action", "shipment_status_incorrect")
    assert single["details"] == {
        "action": "get_label",
        "shipment_status": "created",
        "shipment_id": unpaid,
    }
    key = "you_can_not_generate_labels_for_unpaid_shipments"
    assert shop.labels([unpaid]).json()["details"] == {"tracking_number": [key]}
    shop.http.delete(f"/v1/shipments/{unpaid}")
    cancelled = shop.http.get(f"/v1/shipments/{unpaid}/label").json()
    assert cancelled["details"] == {"tracking_number": [key]}
    assert shop.labels([1]).status_code == 404
    assert shop.labels(list(range(1, 102))).json()["details"] == {"shipment_ids": ["invalid_range"]}
    path = f"{shop.path}/shipments/labels"
    indexed = shop.http.get(path, params={"shipment_ids[0]": unpaid})
    assert indexed.json()["details"] == {"shipment_ids": ["required"]}
    words = shop.http.get(path, params={"shipment_ids[]": "abc"})
    assert words.json()["details"] == {"shipment_ids": ["invalid"]}
    assert shop.labels([unpaid], format="Doc").json()["details"] == {"format": ["invalid"]}
    assert shop.labels([unpaid], type="A5").json()["details"] == {"type": ["invalid"]}
