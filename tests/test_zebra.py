"""The tests' own Zebra, on jobs written by hand from the manuals and as CUPS's driver writes them."""

from __future__ import annotations

import pytest

from tests import zebra

# What CUPS's driver sends for a picture of 14 by 4 dots, two copies, upside down.
CUPS = (
    b"~DGR:CUPS.GRF,8,2,\n,:HF,8!^XA\n^POI\n^PW14\n^LH0,0\n^MNY\n^PQ2, 0, 0, N\n"
    b"^FO0,0^XGR:CUPS.GRF,1,1^FS\n^XZ\n^XA\n^IDR:CUPS.GRF^FS\n^XZ\n"
)


def rows(job: bytes) -> list[list[str]]:
    """Each label as lines of # and ."""
    return [
        [
            "".join(".#"[image.getpixel((x, y)) == 0] for x in range(image.width))
            for y in range(image.height)
        ]
        for image in zebra.printed(job)
    ]


def test_a_stored_picture_with_repeats() -> None:
    label = [".." + "#" * 10 + "...#", "." * 8 + "#" * 8, "." * 16, "." * 16]

    # The last two columns of the picture are beyond the label's width; then it is turned.
    assert rows(CUPS) == [[line[2:] for line in label]] * 2


def test_plain_hexadecimal_at_its_place() -> None:
    job = b"^XA^PW10^LL3^LH1,0^FO1,1^GFA,2,2,1,81FF^FS^XZ"

    assert rows(job) == [["..........", "..#......#", "..########"]]


def test_epl_prints_zeros() -> None:
    job = b"N\nq8\nQ2,24\nR0,0\nGW0,0,1,2,\x7f\x00P2\n"

    assert rows(job) == [["#.......", "########"]] * 2


@pytest.mark.parametrize(
    "job",
    [
        b"^XA^FO0,0^GFA,2,2,1,8^FS^XZ",
        b"^XA^FO0,0^GFA,2,2,1,:B64:gf8=:0000^FS^XZ",
        b"^XA^FO0,0^GFA,2,2,1,81FF^FS",
        b"N\nq8\nQ2,24\nGW0,0,1,2,\x7f",
        b"N\nq8\nQ2,24\nGW0,0,1,2,\x7f\x00",
        b"%PDF-1.4",
    ],
)
def test_what_a_printer_cannot_make_sense_of(job: bytes) -> None:
    with pytest.raises(zebra.Jammed):
        zebra.printed(job)
