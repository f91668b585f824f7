"""Files as they come: dragged from a file manager, half written, no order files at all, by a second start."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

import pytest
from PIL import Image

from tests.actions.order_specimens import HEADER, csv_text, locker_row
from tests.simulator_process import Simulator
from tests.window import order_files
from tests.window.drag_source import TITLE
from tests.window.program import ROOT, Program
from tests.window.screen import Screen, end, until

Drop = Callable[[list[Path]], str]


@pytest.fixture
def drop(screen: Screen, desk: Program) -> Iterator[Drop]:
    """Drag these files from another program into the middle of the window; what that program says of it."""
    with ExitStack() as others:

        def dropped(files: list[Path]) -> str:
            said = others.enter_context(_file_manager(screen, files))
            (source,) = until(lambda: screen.windows(title=TITLE), "the other program")
            screen.rest()
            screen.drag(source, desk.window)
            return said.readline().decode().strip()

        yield dropped


@contextmanager
def _file_manager(screen: Screen, files: list[Path]) -> Iterator[IO[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.window.drag_source", *map(str, files)],
        cwd=ROOT,
        env={**screen.environment, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == b"shown\n"
        yield process.stdout
    finally:
        end(process)
        process.stdout.close()


def test_what_is_no_order_file_is_refused_and_the_next_one_is_taken(
    screen: Screen, desk: Program, drop: Drop, tmp_path: Path
) -> None:
    folder, picture = tmp_path / "folder", tmp_path / "zdjęcie.png"
    folder.mkdir()
    Image.new("RGB", (64, 64), "red").save(picture)
    desk.start()
    desk.until(lambda: "GET /v1/organizations" in desk.log(), "the account")
    before = screen.rest()
    for wrong in (folder, picture):
        assert drop([wrong]) == "dropped"
        before = screen.changed(before)
        assert desk.count(_PILES) == 0
    file = tmp_path / "zamowienia.csv"
    order_files.lockers(file, 3)
    assert drop([file]) == "dropped"
    desk.until(lambda: desk.count(_ROWS) == 3, "the orders")
    assert desk.close() == 0


def test_ten_files_at_once_are_read_one_after_the_other(
    desk: Program, drop: Drop, tmp_path: Path
) -> None:
    files = [tmp_path / f"zamowienia {number}.csv" for number in range(10)]
    for number, file in enumerate(files):
        order_files.lockers(file, 5, first=5 * number + 1)
    desk.start()
    desk.until(lambda: "GET /v1/organizations" in desk.log(), "the account")
    desk.screen.rest()
    assert drop(files) == "dropped"
    desk.until(lambda: desk.count(_PILES) == 10, "all files")
    names = [row["file_name"] for row in desk.ask("SELECT file_name FROM piles ORDER BY id")]
    assert names == [file.name for file in files]
    assert desk.count(_ROWS) == 50
    assert desk.close() == 0


def test_a_file_that_is_being_written_is_read_when_it_is_whole(
    desk: Program, tmp_path: Path
) -> None:
    file = tmp_path / "zamowienia.csv"
    rows = [locker_row(f"ZAM/{number:03}") for number in range(1, 61)]
    file.write_text(csv_text([HEADER, *rows[:2]]), "utf-8")
    enough = threading.Event()

    def write() -> None:
        with file.open("a", encoding="utf-8") as output:
            for row in rows[2:]:
                # As a shop system that takes its time.
                enough.wait(0.05)
                output.write(csv_text([row]))
                output.flush()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        desk.start(str(file))
        desk.until(lambda: desk.count(_ROWS) > 0, "the orders")
    finally:
        enough.set()
        writer.join()
    assert desk.count(_PILES) == 1
    assert desk.count(_ROWS) == 60
    assert desk.close() == 0


def test_a_second_start_brings_the_window_forward_and_hands_over_its_file(
    screen: Screen, desk: Program, simulator: Simulator, tmp_path: Path
) -> None:
    names = order_files.lockers(tmp_path / "zamowienia.csv", 2)
    desk.start()
    window = desk.window
    screen.minimize(window)
    until(lambda: screen.active() != window, "the window away")
    assert desk.launch().wait(60) == 0
    until(lambda: screen.active() == window, "the window in front again")
    assert desk.launch(str(tmp_path / "zamowienia.csv")).wait(60) == 0
    desk.until(lambda: desk.count(_ROWS) == 2, "the orders")
    assert len(screen.windows(title="^InPost Desk")) == 1
    desk.run()
    desk.until(lambda: desk.printed() == 2, "the labels")
    desk.until(lambda: desk.runs_ended() == 1, "the end of the run")
    assert sorted(one["reference"] for one in simulator.shipments()) == names
    assert desk.close() == 0


_PILES = "SELECT count(*) FROM piles"
_ROWS = "SELECT count(*) FROM pile_rows"
