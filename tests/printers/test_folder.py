"""The folder printer: whole files or none, nothing overwritten, and a folder that cannot be used."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from inpost_desk.errors import FileTrouble, PaperTrouble
from inpost_desk.printers.folder import FolderPrinter
from inpost_desk.printers.printer import Job, JobState, PrinterState, Readiness

MOMENT = datetime(2026, 11, 22, 9, 1, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def label(tmp_path: Path) -> Path:
    file = tmp_path / "label.pdf"
    file.write_bytes(b"%PDF-1.4 one")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Etykiety – próba"
    place.mkdir()
    return place


def printer(folder: Path) -> FolderPrinter:
    return FolderPrinter(folder, now=lambda: MOMENT)


def test_each_document_becomes_a_file_named_by_the_clock(folder: Path, label: Path) -> None:
    one = printer(folder)
    assert one.send(label, title="x", pages=1) == "2026-11-22-0901-001.pdf"
    assert one.send(label, title="x", pages=1) == "2026-11-22-0901-002.pdf"
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {
        "2026-11-22-0901-001.pdf": b"%PDF-1.4 one",
        "2026-11-22-0901-002.pdf": b"%PDF-1.4 one",
    }
    assert one.job("2026-11-22-0901-001.pdf") == Job("2026-11-22-0901-001.pdf", JobState.DONE)
    assert one.can_tell
    assert one.state() == PrinterState(Readiness.READY)


def test_the_wall_clock_is_the_usual_one(folder: Path, label: Path) -> None:
    name = FolderPrinter(folder).send(label, title="x", pages=1)
    written = datetime.strptime(name[:15], "%Y-%m-%d-%H%M").astimezone()
    assert abs(datetime.now().astimezone() - written) < timedelta(minutes=2)


def test_nothing_is_overwritten(folder: Path, label: Path) -> None:
    (folder / "2026-11-22-0901-001.pdf").write_bytes(b"somebody's")
    (folder / "2026-11-22-0901-002.pdf").mkdir()
    assert printer(folder).send(label, title="x", pages=1) == "2026-11-22-0901-003.pdf"
    assert (folder / "2026-11-22-0901-001.pdf").read_bytes() == b"somebody's"


def test_nothing_is_overwritten_where_there_are_no_hard_links(
    folder: Path, label: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    (folder / "2026-11-22-0901-001.pdf").write_bytes(b"somebody's")
    assert printer(folder).send(label, title="x", pages=1) == "2026-11-22-0901-002.pdf"
    assert sorted(file.name for file in folder.iterdir()) == [
        "2026-11-22-0901-001.pdf",
        "2026-11-22-0901-002.pdf",
    ]
    assert (folder / "2026-11-22-0901-001.pdf").read_bytes() == b"somebody's"


def test_several_at_once_get_files_of_their_own(folder: Path, label: Path) -> None:
    names: list[str] = []
    threads = [
        threading.Thread(
            target=lambda: names.append(printer(folder).send(label, title="x", pages=1))
        )
        for _ in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(names)) == 12
    assert sorted(names) == sorted(file.name for file in folder.iterdir())


def test_a_missing_folder_is_not_made_again(tmp_path: Path, label: Path) -> None:
    one = printer(tmp_path / "stick")
    with pytest.raises(FileTrouble) as trouble:
        one.send(label, title="x", pages=1)
    assert (trouble.value.rule, trouble.value.place) == ("missing", str(tmp_path / "stick"))
    assert one.state() == PrinterState(Readiness.MISSING, ("missing",))
    assert not (tmp_path / "stick").exists()


def test_a_file_is_no_folder(label: Path) -> None:
    one = printer(label)
    with pytest.raises(FileTrouble) as trouble:
        one.send(label, title="x", pages=1)
    assert trouble.value.rule == "not_a_folder"
    assert one.state().readiness == Readiness.STOPPED


READ_ONLY = """
import os, sys
from pathlib import Path
from inpost_desk.errors import FileTrouble
from inpost_desk.printers.folder import FolderPrinter
if os.geteuid() == 0:
    os.seteuid(65534)
printer = FolderPrinter(Path(sys.argv[1]))
try:
    printer.send(Path(sys.argv[2]), title="x", pages=1)
except FileTrouble as trouble:
    print(trouble.rule, printer.state().readiness)
"""
FULL = """
import resource, signal, sys
from pathlib import Path
from inpost_desk.errors import FileTrouble
from inpost_desk.printers.folder import FolderPrinter
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    FolderPrinter(Path(sys.argv[1])).send(Path(sys.argv[2]), title="x", pages=1)
except FileTrouble as trouble:
    print(trouble.rule)
"""


def run(program: str, *arguments: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_full_disk_leaves_nothing_behind(folder: Path, label: Path) -> None:
    label.write_bytes(b"%PDF-" + bytes(20_000))
    assert run(FULL, folder, label) == "disk_full"
    assert list(folder.iterdir()) == []


def test_a_folder_that_may_not_be_written_says_so() -> None:
    # Not in the tests' own folder, which other users may not even enter.
    with tempfile.TemporaryDirectory() as place:
        folder, label = Path(place), Path(place) / "label.pdf"
        label.write_bytes(b"%PDF-1.4")
        folder.chmod(0o555)
        assert run(READ_ONLY, folder, label) == "read_only stopped"
        assert [file.name for file in folder.iterdir()] == ["label.pdf"]
        folder.chmod(0o755)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF"])
def test_what_is_no_pdf_is_not_printed(folder: Path, label: Path, content: bytes) -> None:
    label.write_bytes(content)
    with pytest.raises(PaperTrouble):
        printer(folder).send(label, title="x", pages=1)
    assert list(folder.iterdir()) == []


def test_a_document_that_is_gone_says_so(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as trouble:
        printer(folder).send(tmp_path / "gone.pdf", title="x", pages=1)
    assert (trouble.value.rule, trouble.value.place) == ("missing", str(tmp_path / "gone.pdf"))
