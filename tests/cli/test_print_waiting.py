"""`inpost-desk print` at a printer that waits: said once, left to it when stopped, and not printed twice."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from inpost_desk import settings
from inpost_desk.actions.print_line import Printing
from inpost_desk.cli.print_told import Remarks
from inpost_desk.domain.printer import Language, Profile, Reach
from inpost_desk.labels.readback import read_pages
from inpost_desk.printers.printer import PrinterState, Readiness
from tests.cli.conftest import Desk, Killable, locker
from tests.cups import PrivateCups
from tests.waiting import until

QUEUE = "Packing"


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateCups]:
    """A queue that was paused."""
    with PrivateCups() as server:
        server.add_pdf_queue(QUEUE, tmp_path / "paper")
        server.pause(QUEUE)
        monkeypatch.setenv("CUPS_SERVER", server.url)
        yield server


@pytest.fixture
def table(killable: Killable) -> Killable:
    """Three bought orders for the queue, which is called Stół."""
    desk = killable.desk
    orders = desk.file(*(locker(f"ZAM-{n}") for n in range(1, 4)))
    assert desk.ship(orders, "--sending-method", "dispatch_order") == 0
    one = Profile.at(Reach.CUPS, QUEUE, name="Stół", language=Language.PDF)
    settings.change(desk.folder / "data", printers=(one,))
    return killable


def start(table: Killable, cups: PrivateCups, *more: str) -> int:
    given = ["print", *more, *table.desk.address(), "--language", "en"]
    return table.launcher.start(
        {
            "arguments": [*given, "--data-dir", str(table.desk.folder / "data")],
            "environment": {"CUPS_SERVER": cups.url},
            "output": str(table.output),
            "moment": "",
            "nth": 1,
        }
    )


def said(table: Killable) -> str:
    return table.output.read_text("utf-8") if table.output.exists() else ""


def put(desk: Desk, *arguments: object) -> int:
    return desk.run("print", *arguments, *desk.address())


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_stopped_the_labels_are_left_to_the_printer_and_come_out_once(
    table: Killable, cups: PrivateCups, tmp_path: Path, how: signal.Signals
) -> None:
    started = start(table, cups, "--reason", "lost")
    until(lambda: "Stół waits: paused. Out: 0 of 3. Ctrl+C stops waiting;" in said(table))
    os.kill(started, how)
    assert table.launcher.wait(started) == 5
    assert "Labels still at the printer: 3." in said(table)
    assert "do not start again" in said(table)
    assert "same command" not in said(table)
    assert said(table).count("Stół waits") == 1
    desk = table.desk
    assert put(desk, "--reason", "lost") == 5
    assert desk.out.strip() == "still at the printer: 3"
    assert "Left out, because a printer still has them" in desk.err
    cups.resume(QUEUE)
    until(cups.idle)
    assert put(desk) == 0
    assert desk.out.strip() == "printed before: 3"
    (file,) = (tmp_path / "paper").glob("*.pdf")
    assert len(list(read_pages(file.read_bytes()))) == 3


def test_why_it_waits_is_said_again_when_that_changes(capsys: pytest.CaptureFixture[str]) -> None:
    remarks = Remarks(earlier=False)
    paper, ink = ("media-empty", "moving-to-paused"), ("marker-supply-low",)
    for printed, reasons in ((2, paper), (2, paper), (2, ("cover-open",)), (4, ink), (4, paper)):
        state = PrinterState(Readiness.READY, reasons)
        remarks(Printing(6, given=6, printed=printed, printer=state, name="Stół"))
    said = [line.partition(" Ctrl")[0] for line in capsys.readouterr().err.splitlines()]
    assert said == [
        "Stół waits: out of labels. Out: 2 of 6.",
        "Stół waits: cover open. Out: 2 of 6.",
        "Stół waits: out of labels. Out: 4 of 6.",
    ]


def test_what_the_printer_has_comes_a_second_time_only_when_that_is_insisted_on(
    table: Killable, cups: PrivateCups, tmp_path: Path
) -> None:
    started = start(table, cups, "ZAM-1")
    until(lambda: "Stół waits" in said(table))
    os.kill(started, signal.SIGTERM)
    table.launcher.wait(started)
    table.output.unlink()
    started = start(table, cups, "ZAM-1", "--reason", "lost", "--anyway")
    until(lambda: "Stół waits" in said(table))
    assert "A document from before is still at this printer." in said(table)
    assert "Somebody else" not in said(table)
    cups.resume(QUEUE)
    assert table.launcher.wait(started) == 0
    assert "printed: 1 · printer: Stół" in said(table)
    until(lambda: len(list((tmp_path / "paper").glob("*.pdf"))) == 2)
