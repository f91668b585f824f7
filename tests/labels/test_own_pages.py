"""Our own pages: every bar code reads at 203 dpi, whatever a shop calls its orders."""

from __future__ import annotations

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpost_desk.domain.printer import SHEETS, Language, PaperKind, Profile, Reach, Sheet
from inpost_desk.labels import own_pages
from inpost_desk.labels.bitmap import drawn
from inpost_desk.labels.own_pages import Headings, Slip
from inpost_desk.labels.readback import PageReading, read_pages

HEADINGS = Headings("Lista pakowania", "Punkt", "Gabaryt", "Pobranie", "Odbiorca", "Zawartość")
REFERENCES = [
    "1",
    "4711",
    "ZAM/2026/11/00123",
    "12345678901234567890123456789012345678",
    "ab" * 14,
    "ZAMÓWIENIE/ŁÓDŹ/17",
    "order #12; 50% – żółty",
    "X" * 40,
]


def a_slip(reference: str, *, lines: int = 2) -> Slip:
    contents = tuple(f"{place} × Kubek „Zażółć gęślą jaźń” {place}" for place in range(lines))
    return Slip(reference, "KRA010", "A", "1 299,00 zł", "Jan Żółty", contents)


def pages(document: bytes) -> list[PageReading]:
    return list(read_pages(document))


def words(document: bytes) -> str:
    found = pypdfium2.PdfDocument(document)
    return "\n".join(page.get_textpage().get_text_bounded() for page in found)


def test_the_warning_says_its_lines_on_a_page_of_a6() -> None:
    document = own_pages.separator(["WZÓR – NIE NADAWAĆ", "(SPECIMEN)", "Zażółć gęślą jaźń " * 9])
    (page,) = pages(document)
    assert (page.width_mm, page.height_mm) == pytest.approx((105, 148), abs=0.1)
    assert not page.codes
    assert not page.blank
    said = words(document)
    assert "NADAWAĆ" in said
    assert "(SPECIMEN)" in said
    assert said.count("gęślą") == 9


@pytest.mark.parametrize("sheet", [*SHEETS.values(), Sheet(600, 400)])
def test_a_separator_fits_its_paper_and_says_all_of_it(sheet: Sheet) -> None:
    lines = ["WZÓR – NIE NADAWAĆ", "Partia 3 z 7"]
    document = own_pages.separator(lines, sheet=sheet)
    (page,) = pages(document)
    size = (sheet.width / 10, sheet.height / 10)
    assert (page.width_mm, page.height_mm) == pytest.approx(size, abs=0.1)
    said = " ".join(words(document).split())
    assert " ".join(lines) in said


def test_a_separator_leaves_the_edges_to_a_narrower_head() -> None:
    head = Profile(
        "z", "Zebra", Reach.SOCKET, "10.0.0.1", language=Language.ZPL, paper=PaperKind.A6, head=1000
    )
    (page,) = drawn(own_pages.separator(["WZÓR"]), head)
    assert page.fit.scale == 1
    assert not page.fit.lost


def test_command_codes_are_scanned_with_their_words_beside_them() -> None:
    entries = [(f"IPD:X{place}", f"×{place} paczki „Ż”") for place in range(2, 20)]
    document = own_pages.command_codes(entries, title="Polecenia")
    found = pages(document)
    assert [len(page.codes) for page in found] == [14, 4]
    assert {code for page in found for code in page.codes} == {code for code, _ in entries}
    assert (found[0].width_mm, found[0].height_mm) == pytest.approx((210, 297), abs=0.1)
    said = words(document)
    for code, meaning in entries:
        assert code in said
        assert meaning in said
    assert said.count("Polecenia") == 2


def test_a_command_that_is_no_bar_code_is_a_card_all_the_same() -> None:
    document = own_pages.command_codes([("ŻÓŁW", "Żółw"), ("X" * 60, "Za długi"), ("A", "Dobry")])
    (page,) = pages(document)
    assert page.codes == ("A",)
    assert "Za długi" in words(document)
    assert len(pages(own_pages.command_codes([]))) == 1


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_slip_carries_its_reference(reference: str) -> None:
    document = own_pages.packing_slips([a_slip(reference)], HEADINGS)
    (page,) = pages(document)
    assert page.codes == (reference,)
    said = words(document)
    assert reference in said.replace("\r\n", "")
    for one in ("KRA010", "1 299,00 zł", "Jan Żółty", "Kubek „Zażółć", "Gabaryt", "Zawartość"):
        assert one in said


def test_what_a_slip_has_not_is_not_named() -> None:
    said = words(own_pages.packing_slips([Slip("4711", lines=())], HEADINGS))
    assert said.split() == ["4711"]


def test_long_contents_stay_on_the_page() -> None:
    document = own_pages.packing_slips([a_slip("4711", lines=80)], HEADINGS)
    (page,) = pages(document)
    assert page.codes == ("4711",)
    assert "…" in words(document)
    assert "79 ×" not in words(document)


@pytest.mark.parametrize("line", ["Kubek „Żółć” " * 4000, "Ź" * 30_000])
def test_one_endless_line_of_contents_is_cut(line: str) -> None:
    slip = Slip("4711", lines=(line, "Talerz"))
    for document in (
        own_pages.packing_slips([slip], HEADINGS),
        own_pages.packing_list([slip], HEADINGS),
    ):
        (page,) = pages(document)
        assert page.codes == ("4711",)
        said = words(document)
        assert line[:6] in said
        assert "…" in said
        assert len(said) < 3000


def test_slips_are_a_page_each_in_their_order() -> None:
    document = own_pages.packing_slips([a_slip(one) for one in REFERENCES], HEADINGS)
    assert [page.codes[0] for page in pages(document)] == REFERENCES


def test_a_list_has_every_order_in_its_order() -> None:
    slips = [a_slip(f"ZAM/2026/{place:03}") for place in range(40)]
    document = own_pages.packing_list(slips, HEADINGS)
    found = pages(document)
    assert [len(page.codes) for page in found] == [15, 15, 10]
    assert [code for page in found for code in sorted(page.codes)] == [
        one.reference for one in slips
    ]
    assert (found[0].width_mm, found[0].height_mm) == pytest.approx((210, 297), abs=0.1)
    said = words(document)
    assert said.index("ZAM/2026/003") < said.index("ZAM/2026/004") < said.index("ZAM/2026/039")
    assert "3/3" in said


@pytest.mark.parametrize("reference", REFERENCES[:-1])
def test_a_line_of_a_list_reads(reference: str) -> None:
    (page,) = pages(own_pages.packing_list([a_slip(reference)], HEADINGS))
    assert page.codes == (reference,)


def test_an_empty_list_is_a_page() -> None:
    document = own_pages.packing_list([], HEADINGS)
    assert len(pages(document)) == 1
    assert "Lista pakowania" in words(document)


@given(reference=st.text(min_size=1, max_size=100), line=st.text(max_size=200))
@settings(max_examples=10, deadline=None)
def test_whatever_the_texts_the_pages_come_out(reference: str, line: str) -> None:
    slip = Slip(reference, line, line, line, line, (line, line))
    for document in (
        own_pages.packing_slips([slip], HEADINGS),
        own_pages.packing_list([slip], HEADINGS),
        own_pages.separator([line, line]),
        own_pages.test_label(reference, [line], top=line),
        own_pages.command_codes([(reference, line)], title=line),
    ):
        assert pypdfium2.PdfDocument(document)


def test_the_same_page_is_the_same_bytes() -> None:
    one = own_pages.packing_slips([a_slip("4711")], HEADINGS)
    assert one == own_pages.packing_slips([a_slip("4711")], HEADINGS)
