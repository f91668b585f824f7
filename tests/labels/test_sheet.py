"""Documents are taken apart and joined; what counts is what the pages still say."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from inpost_desk.errors import FileTrouble, PaperTrouble
from inpost_desk.labels.contact_sheet import contact_sheet
from inpost_desk.labels.readback import read_pages
from inpost_desk.labels.sheet import join, joined, page_count, single_pages
from tests.labels.specimen_labels import blank, encrypted, heavy, locker, lockers, number

NUMBERS = [number(place) for place in range(5)]
LABELS = lockers(NUMBERS)


def said(document: bytes) -> list[str]:
    return [" ".join(reading.codes) for reading in read_pages(document)]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    places = [tmp_path / f"{place}.pdf" for place in range(5)]
    for place, page in zip(places, single_pages(LABELS), strict=True):
        place.write_bytes(page)
    return places


def test_each_page_becomes_a_document() -> None:
    pages = single_pages(LABELS)
    assert [said(page) for page in pages] == [[one] for one in NUMBERS]
    assert max(map(len, pages)) < len(LABELS) / 3


def test_the_same_label_has_the_same_bytes_every_time() -> None:
    assert single_pages(LABELS) == single_pages(LABELS)
    assert len(set(single_pages(LABELS))) == len(NUMBERS)


def test_the_size_of_a_page_is_kept() -> None:
    [reading] = read_pages(single_pages(LABELS)[0])
    assert (round(reading.width_mm, 1), round(reading.height_mm, 1)) == (104.8, 148.5)


def test_page_count() -> None:
    assert page_count(LABELS) == 5
    with pytest.raises(PaperTrouble):
        page_count(b"%PDF-1.4 and no more")


def test_joined_in_the_order_of_the_pile(files: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "all.pdf"
    join([files[2], files[0], files[4]], target)
    assert said(target.read_bytes()) == [NUMBERS[2], NUMBERS[0], NUMBERS[4]]


def test_all_pages_of_a_file_are_joined(files: list[Path], tmp_path: Path) -> None:
    many = tmp_path / "many.pdf"
    many.write_bytes(joined([files[1].read_bytes(), files[2].read_bytes()]))
    join([files[0], many, files[3]], tmp_path / "all.pdf")
    assert said((tmp_path / "all.pdf").read_bytes()) == NUMBERS[:4]


def test_a_label_twice_is_joined_twice(files: list[Path], tmp_path: Path) -> None:
    join([files[0], files[0]], tmp_path / "all.pdf")
    assert said((tmp_path / "all.pdf").read_bytes()) == [NUMBERS[0]] * 2


def test_joined_over_one_of_its_own_files(files: list[Path]) -> None:
    join(files, files[0])
    assert said(files[0].read_bytes()) == NUMBERS


@pytest.mark.parametrize(
    ("content", "rule"), [(b"%PDF-1.4 cut", "damaged"), (encrypted(), "encrypted")]
)
def test_a_bad_file_leaves_the_old_sheet_alone(
    files: list[Path], tmp_path: Path, content: bytes, rule: str
) -> None:
    target = tmp_path / "all.pdf"
    target.write_bytes(b"old")
    files[3].write_bytes(content)
    with pytest.raises(PaperTrouble) as caught:
        join(files, target)
    assert caught.value.rule == rule
    assert target.read_bytes() == b"old"
    assert not list(tmp_path.glob(".*"))


def test_a_label_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as caught:
        join([tmp_path / "none.pdf"], tmp_path / "all.pdf")
    assert (caught.value.rule, caught.value.place) == ("missing", str(tmp_path / "none.pdf"))


def test_nothing_to_join(tmp_path: Path) -> None:
    with pytest.raises(PaperTrouble) as caught:
        join([], tmp_path / "all.pdf")
    assert caught.value.rule == "empty"
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_missing(files: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "none" / "all.pdf"
    with pytest.raises(FileTrouble) as caught:
        join(files, target)
    assert (caught.value.rule, caught.value.place) == ("missing", str(target.parent))


FULL_DISK = """
import resource, sys
from pathlib import Path
from inpost_desk.errors import FileTrouble
from inpost_desk.labels.sheet import join
folder = Path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    join(sorted(folder.glob("[0-9].pdf")), folder / "all.pdf")
except FileTrouble as trouble:
    print(trouble.rule, trouble.place == str(folder / "all.pdf"))
"""


def test_no_room_for_the_sheet(files: list[Path], tmp_path: Path) -> None:
    (tmp_path / "all.pdf").write_bytes(b"old")
    assert run(FULL_DISK, tmp_path) == "disk_full True"
    assert (tmp_path / "all.pdf").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == len(files) + 1


# Not getrusage: its peak begins with that of the process which started this one.
MEMORY = """
import sys
from pathlib import Path
from inpost_desk.labels.sheet import join
def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024
folder = Path(sys.argv[1])
files = sorted(folder.glob("[0-9].pdf"))
join(files, folder / "all.pdf")
before = peak()
join(files * 200, folder / "all.pdf")
print(peak() - before)
"""


def test_a_thousand_labels_are_joined_in_little_memory(tmp_path: Path) -> None:
    for place in range(5):
        (tmp_path / f"{place}.pdf").write_bytes(heavy(number(place), noise=os.urandom(36_000)))
    assert (tmp_path / "0.pdf").stat().st_size > 40_000
    assert int(run(MEMORY, tmp_path)) < 130
    assert page_count((tmp_path / "all.pdf").read_bytes()) == 1_000


def run(program: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_many_threads_at_once(files: list[Path], tmp_path: Path) -> None:
    def work(place: int) -> list[str]:
        target = tmp_path / f"all-{place}.pdf"
        join(files, target)
        contact_sheet(target, target.with_suffix(".png"))
        single_pages(LABELS)
        return said(target.read_bytes())

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(work, range(24))) == [NUMBERS] * 24


def test_blank_pages_can_be_joined(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(blank(2))
    (tmp_path / "b.pdf").write_bytes(locker())
    join([tmp_path / "a.pdf", tmp_path / "b.pdf"], tmp_path / "all.pdf")
    assert [one.blank for one in read_pages((tmp_path / "all.pdf").read_bytes())] == [
        True,
        True,
        False,
    ]
