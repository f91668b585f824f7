"""The contact sheet shows every label, in order, with its number."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from inpost_desk.errors import FileTrouble, PaperTrouble
from inpost_desk.labels.contact_sheet import contact_sheet
from tests.labels.specimen_labels import A4, blank, locker, lockers, number


def drawn(
    folder: Path, document: bytes, *, columns: int = 6, captions: list[str] | None = None
) -> Image.Image:
    pdf, png = folder / "labels.pdf", folder / "labels.png"
    pdf.write_bytes(document)
    contact_sheet(pdf, png, columns=columns, captions=captions or [])
    with Image.open(png) as image:
        image.load()
        return image.copy()


def darkness(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    return sum(image.crop(box).histogram()[:128])


def test_labels_are_in_rows(tmp_path: Path) -> None:
    one = drawn(tmp_path, locker(), columns=6)
    five = drawn(tmp_path, lockers([number(place) for place in range(5)]), columns=3)
    gap = 10
    assert five.width - gap == 3 * (one.width - gap)
    assert five.height - gap == 2 * (one.height - gap)
    last = (2 * one.width, one.height, five.width, five.height)
    assert darkness(five, last) == 0


def test_a_blank_label_shows_its_number_alone(tmp_path: Path) -> None:
    image = drawn(tmp_path, blank())
    caption = image.height - 29
    assert darkness(image, (0, 0, image.width, caption)) == 0
    assert darkness(image, (0, caption, image.width, image.height)) > 0


def test_captions_follow_the_numbers(tmp_path: Path) -> None:
    bare = drawn(tmp_path, blank(2))
    named = drawn(tmp_path, blank(2), captions=["łąka/7"])
    plain = drawn(tmp_path, blank(2), captions=["laka/7"])
    assert named.tobytes() != bare.tobytes()
    assert named.tobytes() == plain.tobytes()


def test_a_long_caption_stays_under_its_label(tmp_path: Path) -> None:
    image = drawn(tmp_path, blank(2), captions=["", "W" * 300])
    narrow = drawn(tmp_path, blank(1), captions=["W" * 300])
    assert darkness(narrow, (narrow.width - 10, 0, narrow.width, narrow.height)) == 0
    assert darkness(image, (image.width - 10, 0, image.width, image.height)) == 0


def test_an_a4_page_fits_its_cell(tmp_path: Path) -> None:
    assert drawn(tmp_path, locker(size=A4)).size == drawn(tmp_path, locker()).size


def test_a_thousand_labels_make_a_picture_of_bounded_size(tmp_path: Path) -> None:
    image = drawn(tmp_path, blank(1000))
    assert 15_000_000 < image.width * image.height < 25_000_000


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as caught:
        contact_sheet(tmp_path / "none.pdf", tmp_path / "none.png")
    assert caught.value.rule == "missing"


def test_a_damaged_file_leaves_no_picture(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4")
    with pytest.raises(PaperTrouble):
        contact_sheet(tmp_path / "bad.pdf", tmp_path / "bad.png")
    assert [one.name for one in tmp_path.iterdir()] == ["bad.pdf"]
