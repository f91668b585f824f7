"""Papers' names and the sizes in them."""

from __future__ import annotations

import pytest

from inpost_desk.domain.printer import A4, A6, SHEETS, PaperKind, Sheet
from inpost_desk.printers import media

ROLL = ("iso_a6_105x148mm", "custom_min_50.8x25mm", "custom_max_4x12in")


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("iso_a6_105x148mm", A6),
        ("na_index-4x6_4x6in", SHEETS[PaperKind.INCH_4_6]),
        ("custom_60.33x139.7mm_60.33x139.7mm", Sheet(603, 1397)),
        ("unknown", None),
        ("", None),
        ("x_1.1.1x2mm", None),
    ],
)
def test_a_name_says_its_size(name: str, sheet: Sheet | None) -> None:
    assert media.size(name) == sheet


@pytest.mark.parametrize("kind", list(SHEETS))
def test_our_own_names_are_read(kind: PaperKind) -> None:
    assert media.size(SHEETS[kind].media) == SHEETS[kind]


def test_a_printer_knows_its_papers_and_what_lies_between_its_limits() -> None:
    assert media.known(A6, ["om_a-6-fullbleed_104.78x148.17mm"])
    assert media.known(SHEETS[PaperKind.MM_100_150], ROLL)
    assert media.known(Sheet(620, 1005), ROLL)
    assert not media.known(A4, ROLL)
    assert not media.known(Sheet(500, 1000), ROLL)
    assert not media.known(SHEETS[PaperKind.MM_100_150], ["na_index-4x6_4x6in"])
    assert not media.known(A6, [])
