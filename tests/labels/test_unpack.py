"""Label answers are told apart by their bytes, and nothing in them can hurt."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.errors import PaperTrouble
from inpost_desk.labels import unpack
from inpost_desk.labels.readback import read_pages
from inpost_desk.labels.unpack import command_files, documents
from tests.labels.specimen_labels import courier, encrypted, locker, lockers, number

LABELS = lockers([number(1), number(2)])


def packed(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return target.getvalue()


def rule_of(content: bytes) -> str:
    with pytest.raises(PaperTrouble) as caught:
        documents(content)
    return caught.value.rule


def test_a_pdf_is_itself() -> None:
    assert documents(LABELS) == (LABELS,)


def test_a_pdf_after_a_byte_order_mark() -> None:
    assert documents(b"\xef\xbb\xbf\r\n" + LABELS) == (b"\xef\xbb\xbf\r\n" + LABELS,)


def test_a_zip_of_two_services() -> None:
    both = packed(
        ("inpost_locker_standard.pdf", LABELS), ("inpost_courier_standard.pdf", courier())
    )
    assert documents(both) == (LABELS, courier())
    assert [len(list(read_pages(one))) for one in documents(both)] == [2, 1]


def test_names_in_a_zip_mean_nothing() -> None:
    odd = packed(
        ("../../etc/passwd", LABELS), ("C:\\x", courier()), ("../../etc/passwd ", locker())
    )
    assert documents(odd) == (LABELS, courier(), locker())


def test_folders_other_files_and_zips_in_a_zip_are_passed_over() -> None:
    mixed = packed(
        ("labels/", b""), ("read.me", b"hello"), ("inner.zip", packed(("a", LABELS))), ("x", LABELS)
    )
    assert documents(mixed) == (LABELS,)


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "empty"),
        (b" \r\n\x00", "empty"),
        (packed(), "empty"),
        (packed(("folder/", b"")), "empty"),
        (b"<html><body>502 Bad Gateway %PDF-1.4</body></html>", "not_a_pdf"),
        (b'{"status":404,"error":"resource_not_found"}', "not_a_pdf"),
        (b"^XA^FO50,50^BCN,100,Y,N,N^FD60000^FS^XZ", "not_a_pdf"),
        (packed(("label.pdf", b"<html></html>")), "not_a_pdf"),
        (packed(("inner.zip", packed(("a.pdf", LABELS)))), "not_a_pdf"),
        (b"%PDF-1.4\n%%EOF\n", "damaged"),
        (packed(("label.pdf", LABELS[: len(LABELS) // 2])), "damaged"),
        (packed(("label.pdf", LABELS))[:-40], "damaged"),
        (b"PK\x03\x04 and nothing of the kind", "damaged"),
        (encrypted(), "encrypted"),
        (packed(("label.pdf", encrypted())), "encrypted"),
    ],
)
def test_what_is_no_label(content: bytes, rule: str) -> None:
    assert rule_of(content) == rule


ZPL = b"\r\n^XA^FO50,50^BCN,100,Y,N,N^FD60000^FS^XZ\n"
EPL = b'\r\nN\r\nB9,9,0,1,3,6,99,N,"60000"\r\nP1\r\n'


@pytest.mark.parametrize("commands", [ZPL, EPL, b"CT~~CD,~CC^~CT~" + ZPL])
def test_commands_are_themselves(commands: bytes) -> None:
    assert command_files(commands) == (commands,)


def test_commands_of_two_services_in_a_zip() -> None:
    both = packed(("a.zpl", ZPL), ("b.zpl", EPL), ("read.me", b"hello"), ("c.pdf", LABELS))
    assert command_files(both) == (ZPL, EPL)


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b" \r\n", "empty"),
        (packed(), "empty"),
        (LABELS, "not_commands"),
        (b"<html>^XA</html>", "not_commands"),
        (b'{"error":"^XA"}', "not_commands"),
        (b"no label at all", "not_commands"),
        (packed(("label.zpl", LABELS)), "not_commands"),
        (packed(("label.zpl", ZPL))[:-40], "damaged"),
    ],
)
def test_what_are_no_commands(content: bytes, rule: str) -> None:
    with pytest.raises(PaperTrouble) as caught:
        command_files(content)
    assert caught.value.rule == rule


def test_a_zip_with_a_flipped_byte_is_damaged() -> None:
    good = packed(("label.pdf", LABELS), method=zipfile.ZIP_STORED)
    place = good.index(b"endstream")
    assert rule_of(good[:place] + b"?" + good[place + 1 :]) == "damaged"


def test_a_zip_that_asks_for_a_password() -> None:
    locked = bytearray(packed(("label.pdf", LABELS)))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert rule_of(bytes(locked)) == "encrypted"


@pytest.mark.parametrize("tenth", range(1, 10))
@pytest.mark.parametrize("document", [LABELS, locker()], ids=["two pages", "one page"])
def test_a_file_cut_at_any_tenth_is_damaged(document: bytes, tenth: int) -> None:
    assert rule_of(document[: len(document) * tenth // 10]) == "damaged"


@pytest.mark.parametrize("lost", [8, 40, 300])
def test_a_file_that_lost_its_tail_is_damaged(lost: int) -> None:
    assert rule_of(LABELS[:-lost]) == "damaged"


def test_too_many_members() -> None:
    assert rule_of(packed(*((f"{place}.pdf", b"%PDF-") for place in range(201)))) == "too_large"


def test_a_bomb_that_says_what_it_is() -> None:
    bomb = packed(*((f"{place}.pdf", b"%PDF-" + bytes(30_000_000)) for place in range(8)))
    assert len(bomb) < 400_000
    assert rule_of(bomb) == "too_large"


def test_what_is_really_unpacked_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "MOST_BYTES", 10_000)
    assert (
        rule_of(packed(("a", b"%PDF-" + bytes(6_000)), ("b", b"%PDF-" + bytes(6_000))))
        == "too_large"
    )
    assert rule_of(b"%PDF-1.4\n" + bytes(10_000) + b"%%EOF") == "too_large"


def test_a_member_that_unpacks_to_more_than_it_claims_is_damaged() -> None:
    lying = bytearray(packed(("a.pdf", LABELS + bytes(1_000_000))))
    size = lying.index(b"PK\x01\x02") + 24
    lying[size : size + 4] = (100).to_bytes(4, "little")
    assert rule_of(bytes(lying)) == "damaged"


def must_survive(content: bytes) -> None:
    rule = "damaged"
    try:
        for document in documents(content):
            list(read_pages(document))
    except PaperTrouble as trouble:
        rule = trouble.rule
    assert rule in {"empty", "not_a_pdf", "damaged", "encrypted", "too_large"}


@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04"]))
def test_any_bytes_are_answered(content: bytes, start: bytes) -> None:
    must_survive(start + content)


SMALL = packed(("a.pdf", LABELS))


@given(st.data())
def test_any_damage_is_answered(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from([locker(), SMALL])))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content) - 1))
        content[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=10))
        if not content:
            break
    must_survive(bytes(content))
