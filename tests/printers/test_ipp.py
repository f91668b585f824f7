"""IPP messages: what we write is what the format says, and no answer can break the reader."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.printers import ipp
from inpost_desk.printers.ipp import Attribute, Operation, Tag

# Written by hand after RFC 8010: a job, with a collection and a name in a language among its values.
JOB = (
    b"\x01\x01\x00\x00\x00\x00\x00\x01"
    b"\x01\x47\x00\x12attributes-charset\x00\x05utf-8"
    b"\x48\x00\x1battributes-natural-language\x00\x02en"
    b"\x41\x00\x0estatus-message\x00\x02ok"
    b"\x02\x21\x00\x06job-id\x00\x04\x00\x00\x00\x2a"
    b"\x23\x00\x09job-state\x00\x04\x00\x00\x00\x05"
    b"\x34\x00\x09media-col\x00\x00\x4a\x00\x00\x00\x01x\x21\x00\x00\x00\x04\x00\x00\x00\x07\x37\x00\x00\x00\x00"
    b"\x44\x00\x11job-state-reasons\x00\x04none\x44\x00\x00\x00\x0cjob-printing"
    b"\x36\x00\x08job-name\x00\x08\x00\x02pl\x00\x02\xc5\x82"
    b"\x22\x00\x04held\x00\x01\x01"
    b"\x03"
)


def test_an_answer_is_read() -> None:
    found = ipp.answer(JOB)
    assert (found.status, found.message) == (0, "ok")
    (job,) = found.groups
    assert job["job-id"] == [42]
    assert job["job-state"] == [5]
    assert job["job-state-reasons"] == ["none", "job-printing"]
    assert job["job-name"] == ["ł"]
    assert job["held"] == [1]


@pytest.mark.parametrize(
    ("across", "unit", "dpi"), [(203, 3, 203), (300, 3, 300), (80, 4, 203), (118, 4, 300)]
)
def test_a_resolution_is_dots_an_inch(across: int, unit: int, dpi: int) -> None:
    value = struct.pack(">iib", across, across, unit)
    found = ipp.answer(
        b"\x01\x01\x00\x00\x00\x00\x00\x01\x01\x04\x32\x00\x01r\x00\x09" + value + b"\x03"
    )
    assert found.groups == ({"r": [dpi]},)


def test_a_request_begins_with_what_must_come_first() -> None:
    written = ipp.request(
        Operation.PRINT_JOB,
        [Attribute(Tag.URI, "printer-uri", ("ipp://localhost/printers/Zebra",))],
        job_attributes=[
            Attribute(Tag.KEYWORD, "media", ("iso_a6_105x148mm",)),
            Attribute(Tag.INTEGER, "copies", (1,)),
        ],
    )
    assert struct.unpack_from(">BBHI", written) == (1, 1, 2, 1)
    assert written[8:].startswith(b"\x01\x47\x00\x12attributes-charset\x00\x05utf-8\x48")
    assert written.endswith(
        b"\x02\x44\x00\x05media\x00\x10iso_a6_105x148mm\x21\x00\x06copies\x00\x04\x00\x00\x00\x01\x03"
    )


def test_several_values_share_one_name() -> None:
    written = ipp.request(
        Operation.CUPS_GET_PRINTERS, [Attribute(Tag.KEYWORD, "requested-attributes", ("a", "b"))]
    )
    assert written.endswith(
        b"\x44\x00\x14requested-attributes\x00\x01a\x44\x00\x00\x00\x01b\x03"
    )  # fmt: skip


def test_a_long_name_loses_whole_letters() -> None:
    assert ipp.name("Zażółć") == "Zażółć"
    assert ipp.name("ł" * 200) == "ł" * 127


def test_an_answer_cut_short_is_damaged() -> None:
    for end in range(len(JOB)):
        with pytest.raises(ipp.Damaged):
            ipp.answer(JOB[:end])


@given(place=st.integers(0, len(JOB) - 1), value=st.integers(0, 255))
def test_an_answer_with_a_wrong_byte_is_read_or_damaged(place: int, value: int) -> None:
    content = bytearray(JOB)
    content[place] = value
    try:
        read = isinstance(ipp.answer(bytes(content)), ipp.Answer)
    except ipp.Damaged:
        read = True
    assert read


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    try:
        read = isinstance(ipp.answer(content), ipp.Answer)
    except ipp.Damaged:
        read = True
    assert read
