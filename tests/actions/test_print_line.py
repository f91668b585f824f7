"""From the claim to the printer: whatever breaks on the way, the journal says what may be on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inpost_desk.actions.print_line import Line, Printing, note_end
from inpost_desk.actions.waiting import Stop
from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger import prints
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import PrintState
from inpost_desk.printers.folder import FolderPrinter
from inpost_desk.printers.printer import Document, Job, JobState
from tests.actions.paper import now, pile
from tests.labels.specimen_labels import locker


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    one = Ledger(tmp_path / "ledger")
    yield one
    one.close()


@pytest.fixture
def shipment(ledger: Ledger) -> int:
    return pile(ledger, 1)[0].shipment_id


def claim(ledger: Ledger, shipment: int) -> str:
    job = prints.claim(ledger, [shipment], printer="Zebra", reason="", now=now())
    assert job
    return job


def test_a_window_that_breaks_before_the_printer_leaves_nothing_sent(
    ledger: Ledger, shipment: int, tmp_path: Path
) -> None:
    def tell(_printing: Printing) -> None:
        raise RuntimeError("a bug")

    line = Line(ledger, now, Stop(), tell)
    with pytest.raises(RuntimeError):
        line.print(FolderPrinter(tmp_path), claim(ledger, shipment), Document(locker()), title="x")
    assert prints.printed_states(ledger) == {shipment: PrintState.FAILED}
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_journal_that_breaks_after_the_printer_leaves_it_to_a_person(
    ledger: Ledger, shipment: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise LedgerTrouble("disk_full")

    monkeypatch.setattr(prints, "sent", full)
    line = Line(ledger, now, Stop(), lambda _printing: None)
    with pytest.raises(LedgerTrouble):
        line.send(FolderPrinter(tmp_path), claim(ledger, shipment), Document(locker()), title="x")
    assert prints.maybe_printed(ledger) == [shipment]
    assert len(list(tmp_path.glob("*.pdf"))) == 1


@pytest.mark.parametrize("state", [JobState.CANCELLED, JobState.FAILED])
@pytest.mark.parametrize("begun", [True, False])
def test_what_began_between_two_looks_is_asked_about(
    ledger: Ledger, shipment: int, state: JobState, *, begun: bool
) -> None:
    job = claim(ledger, shipment)
    prints.sent(ledger, job, "17", can_tell=True, now=now())
    note_end(ledger, job, Job("17", state, begun=begun), now=now(), begun=False)
    assert prints.maybe_printed(ledger) == ([shipment] if begun else [])
