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

from inpost_desk.errors import FileTrouble, PaperTrouble, PrinterTrouble
from inpost_desk.printers.folder import FolderPrinter
from inpost_desk.printers.printer import (
    Document,
    Form,
    Job,
    JobState,
    PrinterState,
    Readiness,
)

MOMENT = datetime(2026, 11, 22, 9, 1, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def label() -> Document:
    return Document(b"%PDF-1.4 one")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Etykiety – próba"
    place.mkdir()
    return place


def printer(folder: Path) -> FolderPrinter:
    return FolderPrinter(folder, now=lambda: MOMENT)


def test_each_document_becomes_a_file_named_by_the_clock(folder: Path, label: Document) -> None:
    one = printer(folder)
    assert one.send(label, title="x") == "2026-11-22-0901-001.pdf"
    assert one.send(label, title="x") == "2026-11-22-0901-002.pdf"
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {
        "2026-11-22-0901-001.pdf": b"%PDF-1.4 one",
        "2026-11-22-0901-002.pdf": b"%PDF-1.4 one",
    }
    assert one.job("2026-11-22-0901-001.pdf") == Job("2026-11-22-0901-001.pdf", JobState.DONE)
    assert one.can_tell
    assert one.state() == PrinterState(Readiness.READY)


def test_the_wall_clock_is_the_usual_one(folder: Path, label: Document) -> None:
    name = FolderPrinter(folder).send(label, title="x")
    written = datetime.strptime(name[:15], "%Y-%m-%d-%H%M").astimezone()
    assert abs(datetime.now().astimezone() - written) < timedelta(minutes=2)


def test_nothing_is_overwritten(folder: Path, label: Document) -> None:
    (folder / "2026-11-22-0901-001.pdf").write_bytes(b"somebody's")
    (folder / "2026-11-22-0901-002.pdf").mkdir()
    assert printer(folder).send(label, title="x") == "2026-11-22-0901-003.pdf"
    assert (folder / "2026-11-22-0901-001.pdf").read_bytes() == b"somebody's"


def test_nothing_is_overwritten_where_there_are_no_hard_links(
    folder: Path, label: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    (folder / "2026-11-22-0901-001.pdf").write_bytes(b"somebody's")
    assert printer(folder).send(label, title="x") == "2026-11-22-0901-002.pdf"
    assert sorted(file.name for file in folder.iterdir()) == [
        "2026-11-22-0901-001.pdf",
        "2026-11-22-0901-002.pdf",
    ]
    assert (folder / "2026-11-22-0901-001.pdf").read_bytes() == b"somebody's"


def test_several_at_once_get_files_of_their_own(folder: Path, label: Document) -> None:
    names: list[str] = []
    threads = [
        threading.Thread(target=lambda: names.append(printer(folder).send(label, title="x")))
        for _ in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(names)) == 12
    assert sorted(names) == sorted(file.name for file in folder.iterdir())


def test_a_missing_folder_is_not_made_again(tmp_path: Path, label: Document) -> None:
    one = printer(tmp_path / "stick")
    with pytest.raises(FileTrouble) as trouble:
        one.send(label, title="x")
    assert (trouble.value.rule, trouble.value.place) == ("missing", str(tmp_path / "stick"))
    assert one.state() == PrinterState(Readiness.MISSING, ("missing",))
    assert not (tmp_path / "stick").exists()


def test_a_file_is_no_folder(tmp_path: Path, label: Document) -> None:
    (tmp_path / "file").write_bytes(b"")
    one = printer(tmp_path / "file")
    with pytest.raises(FileTrouble) as trouble:
        one.send(label, title="x")
    assert trouble.value.rule == "not_a_folder"
    assert one.state().readiness == Readiness.STOPPED


READ_ONLY = """
import os, sys
from pathlib import Path
from inpost_desk.errors import FileTrouble
from inpost_desk.printers.folder import FolderPrinter
from inpost_desk.printers.printer import Document
if os.geteuid() == 0:
    os.seteuid(65534)
printer = FolderPrinter(Path(sys.argv[1]))
try:
    printer.send(Document(b"%PDF-1.4"), title="x")
except FileTrouble as trouble:
    print(trouble.rule, printer.state().readiness)
"""
FULL = """
import resource, signal, sys
from pathlib import Path
from inpost_desk.errors import FileTrouble
from inpost_desk.printers.folder import FolderPrinter
from inpost_desk.printers.printer import Document
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    FolderPrinter(Path(sys.argv[1])).send(Document(b"%PDF-" + bytes(20_000)), title="x")
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


def test_a_full_disk_leaves_nothing_behind(folder: Path) -> None:
    assert run(FULL, folder) == "disk_full"
    assert list(folder.iterdir()) == []


def test_a_folder_that_may_not_be_written_says_so() -> None:
    # Not in the tests' own folder, which other users may not even enter.
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o555)
        assert run(READ_ONLY, folder) == "read_only stopped"
        assert list(folder.iterdir()) == []
        folder.chmod(0o755)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF"])
def test_what_is_no_pdf_is_not_printed(folder: Path, content: bytes) -> None:
    with pytest.raises(PaperTrouble):
        printer(folder).send(Document(content), title="x")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(("form", "ending"), [(Form.ZPL, ".zpl"), (Form.EPL, ".epl")])
def test_commands_become_files_of_their_kind(folder: Path, form: Form, ending: str) -> None:
    commands = b"\x00^XA\xff\r\n^XZ"
    name = printer(folder).send(Document(commands, form), title="x")
    assert name == f"2026-11-22-0901-001{ending}"
    assert (folder / name).read_bytes() == commands


def test_pictures_are_not_for_a_folder(folder: Path) -> None:
    with pytest.raises(PrinterTrouble) as trouble:
        printer(folder).send(Document(b"", Form.IMAGES, images=(b"x",)), title="x")
    assert trouble.value.rule == "wrong_form"
    with pytest.raises(PaperTrouble):
        printer(folder).send(Document(b"", Form.ZPL), title="x")
    assert list(folder.iterdir()) == []
