"""Label files survive what disks do: whole or not at all, and never outside their folder."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.errors import FileTrouble
from inpost_desk.labels.store import LabelStore, StoredFile, file_trouble
from inpost_desk.whole_file import whole_file


@pytest.fixture
def store(tmp_path: Path) -> LabelStore:
    return LabelStore(tmp_path / "labels")


def test_saved_and_read(store: LabelStore, tmp_path: Path) -> None:
    stored = store.save("2026-11/14000001.pdf", b"label")
    assert stored == StoredFile("2026-11/14000001.pdf", 5, sha256(b"label").hexdigest())
    assert store.read(stored.path, sha256=stored.sha256) == b"label"
    assert store.path(stored.path) == tmp_path / "labels" / "2026-11" / "14000001.pdf"


def test_the_same_again_does_not_touch_the_file(store: LabelStore) -> None:
    first = store.save("2026-11/1.pdf", b"label")
    before = store.path("2026-11/1.pdf").stat()
    assert store.save("2026-11/1.pdf", b"label") == first
    assert store.path("2026-11/1.pdf").stat() == before


def test_other_content_takes_the_place(store: LabelStore) -> None:
    store.save("1.pdf", b"first")
    stored = store.save("1.pdf", b"other")
    assert store.read("1.pdf", sha256=stored.sha256) == b"other"


def test_many_at_once(store: LabelStore, tmp_path: Path) -> None:
    items = [
        (f"2026-{month}/{place}.pdf", b"%d" % place) for month in (10, 11) for place in range(20)
    ]
    stored = store.save_all(iter(items))
    assert [one.path for one in stored] == [name for name, _content in items]
    assert [store.read(one.path, sha256=one.sha256) for one in stored] == [c for _name, c in items]
    assert sum(one.is_file() for one in tmp_path.rglob("*")) == 40


def test_nothing_to_save(store: LabelStore, tmp_path: Path) -> None:
    assert store.save_all([]) == ()
    assert not list(tmp_path.iterdir())


def test_trouble_half_way_stores_none(store: LabelStore, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as caught:
        store.save_all([("1.pdf", b"a"), ("2.pdf", b"b"), ("../3.pdf", b"c")])
    assert caught.value.rule == "bad_name"
    assert not [one for one in tmp_path.rglob("*") if one.is_file()]


def test_a_file_that_was_changed_is_noticed(store: LabelStore) -> None:
    stored = store.save("1.pdf", b"label")
    store.path("1.pdf").write_bytes(b"lable")
    with pytest.raises(FileTrouble) as caught:
        store.read("1.pdf", sha256=stored.sha256)
    assert caught.value.rule == "damaged"


def test_a_file_that_is_gone(store: LabelStore) -> None:
    with pytest.raises(FileTrouble) as caught:
        store.read("2026-11/1.pdf", sha256="")
    assert caught.value.rule == "missing"


BAD_NAMES = [
    "", ".", "..", "/etc/passwd", "../1.pdf", "2026/../../1.pdf", "a//b", "a/", "a\\b", "C:/x", "a:b",
    ".hidden", "a/.part", "ż.pdf", "a\n", "a\x00b", "nul", "CON.pdf", "2026/com1.pdf", "x" * 200, "a/b/c/d/e",
]  # fmt: skip


@pytest.mark.parametrize("name", BAD_NAMES)
def test_names_that_are_refused(store: LabelStore, name: str) -> None:
    with pytest.raises(FileTrouble) as caught:
        store.path(name)
    assert caught.value.rule == "bad_name"


@given(st.text(alphabet="ab1._-/\\:~ żC\n", max_size=30))
def test_no_name_leaves_the_folder(name: str) -> None:
    folder = Path("/somewhere/labels")
    try:
        place = LabelStore(folder).path(name)
    except FileTrouble:
        return
    assert Path(os.path.normpath(place)).is_relative_to(folder)
    assert place != folder


def test_a_folder_where_the_file_should_be(store: LabelStore) -> None:
    store.path("1.pdf").mkdir(parents=True)
    with pytest.raises(FileTrouble) as caught:
        store.save("1.pdf", b"label")
    assert caught.value.rule == "unusable"


# Root may write anywhere: there the program gives up being root first.
READ_ONLY = """
import os, sys
from pathlib import Path
from inpost_desk.errors import FileTrouble
from inpost_desk.labels.store import LabelStore
from inpost_desk.whole_file import whole_file
folder = Path(sys.argv[1])
if os.geteuid() == 0:
    os.seteuid(65534)
for attempt in (lambda: LabelStore(folder).save("1.pdf", b"label"), whole_file(folder / "x").__enter__):
    try:
        attempt()
    except FileTrouble as trouble:
        print(trouble.rule)
"""

FULL = """
import resource, sys
from pathlib import Path
from inpost_desk.errors import FileTrouble
from inpost_desk.labels.store import LabelStore
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    LabelStore(Path(sys.argv[1])).save_all([("1.pdf", b"small"), ("2.pdf", bytes(5000))])
except FileTrouble as trouble:
    print(trouble.rule)
"""


def run(program: str, folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.split()


def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    assert run(READ_ONLY, tmp_path) == ["read_only", "read_only"]
    tmp_path.chmod(0o755)
    assert not list(tmp_path.iterdir())


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    assert run(FULL, tmp_path) == ["disk_full"]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EIO, "unusable"),
        (None, "unusable"),
    ],
)
def test_the_systems_errors_as_rules(code: int | None, rule: str) -> None:
    error = OSError(code, "") if code else OSError("no code")
    trouble = file_trouble(error, Path("labels.pdf"))
    assert (trouble.rule, trouble.place) == (rule, "labels.pdf")


class InterruptedWork(Exception):
    pass


def test_a_file_left_by_an_exception_stays_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "labels.pdf"
    target.write_bytes(b"old")

    def half() -> None:
        with whole_file(target) as whole:
            whole.file.write(b"half")
            raise InterruptedWork

    with pytest.raises(InterruptedWork):
        half()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
