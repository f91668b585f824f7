"""The last good label is scanned: those after it come again once, whatever the printer still holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import update

from inpost_desk.actions import last_good
from inpost_desk.actions.last_good import after_last_good, decide, what_comes_again
from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.print_line import Printed, Printing
from inpost_desk.actions.printing import look_again
from inpost_desk.actions.ready import Label
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.printer import Language, Profile, Reach
from inpost_desk.errors import PaperTrouble
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import prints
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import labels as stored
from inpost_desk.ledger.schema import shipments
from inpost_desk.printers.cups import CupsPrinter
from inpost_desk.printers.folder import FolderPrinter
from inpost_desk.printers.printer import ENDED, JobState
from tests.actions.paper import now, numbers, on_paper, outlet, outlets, pile, put, states
from tests.cups import PrivateCups
from tests.labels.specimen_labels import lockers, number
from tests.zebra_listener import ZebraListener


@pytest.fixture(scope="module")
def server() -> Iterator[PrivateCups]:
    with PrivateCups() as one:
        yield one


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    one = Ledger(tmp_path / "ledger")
    yield one
    one.close()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    folder = tmp_path / "paper"
    folder.mkdir()
    return folder


@pytest.fixture
def queue(server: PrivateCups, paper: Path, monkeypatch: pytest.MonkeyPatch) -> CupsPrinter:
    """A queue of this test's own that is paused."""
    monkeypatch.setenv("CUPS_SERVER", server.url)
    name = f"Q{len(list(server.folder.glob('etc/ppd/*.ppd')))}"
    server.add_pdf_queue(name, paper)
    server.pause(name)
    return CupsPrinter(name)


def scan(ledger: Ledger, where: Outlets, place: int) -> list[int]:
    return after_last_good(ledger, where, number(place), now=now, stop=Stop())


def refused(ledger: Ledger, where: Outlets, text: str) -> str:
    with pytest.raises(PaperTrouble) as trouble:
        after_last_good(ledger, where, text, now=now, stop=Stop())
    return trouble.value.rule


def ids(labels: Sequence[Label]) -> list[int]:
    return [one.shipment_id for one in labels]


def left_there(ledger: Ledger, where: Outlets, labels: Sequence[Label], state: JobState) -> Printed:
    """Print them and stop as soon as the printer has them in this state."""
    stop = Stop()

    def tell(one: Printing) -> None:
        if one.job is state:
            stop.event.set()

    return put(ledger, where, labels, stop=stop, told=tell)


def test_what_a_queue_holds_is_taken_back_and_comes_once(
    server: PrivateCups, ledger: Ledger, queue: CupsPrinter, paper: Path
) -> None:
    labels = pile(ledger, 6)
    where = outlets(outlet(queue))
    assert left_there(ledger, where, labels, JobState.WAITING).open == 6
    assert scan(ledger, where, 2) == ids(labels[3:])
    assert states(ledger, labels) == ["done"] * 3 + ["failed"] * 3
    server.resume(queue.name)
    assert put(ledger, where, labels[3:], reason="bad_print").printed == 3
    assert on_paper(paper, jobs=1) == [numbers(3, 4, 5)]


def test_looking_decides_nothing_and_what_is_printed_since_is_left_alone(
    ledger: Ledger, queue: CupsPrinter
) -> None:
    labels = pile(ledger, 5)
    where = outlets(outlet(queue))
    left_there(ledger, where, labels[:4], JobState.WAITING)
    seen = what_comes_again(ledger, number(1))
    assert list(seen.shipments) == ids(labels[2:4])
    assert states(ledger, labels[:4]) == ["sent"] * 4
    (job,) = prints.open_jobs(ledger, printer=queue.name)
    assert queue.job(job.printer_job).state not in ENDED
    left_there(ledger, where, labels[4:], JobState.WAITING)
    assert decide(ledger, where, seen, now=now, stop=Stop()) == ids(labels[2:4])
    assert states(ledger, labels) == ["done"] * 2 + ["failed"] * 2 + ["sent"]


def test_who_still_follows_the_document_does_not_overrule_the_person(
    ledger: Ledger, queue: CupsPrinter
) -> None:
    labels = pile(ledger, 4)
    where = outlets(outlet(queue))
    again: list[int] = []
    stop = Stop()

    def tell(one: Printing) -> None:
        if one.job is JobState.WAITING:
            if again:
                # It was not taken back.
                stop.event.set()
            else:
                again.extend(scan(ledger, where, 1))

    assert put(ledger, where, labels, stop=stop, told=tell).cancelled == 4
    assert again == ids(labels[2:])
    assert states(ledger, labels) == ["done"] * 2 + ["failed"] * 2
    assert prints.maybe_printed(ledger) == []


def test_what_a_printer_on_its_port_holds_has_to_come_out_first(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_good, "PATIENCE", 0.2)
    labels = pile(ledger, 4)
    with ZebraListener(paper=3) as zebra:
        where = Outlets((Profile.at(Reach.SOCKET, zebra.address, language=Language.ZPL),))
        assert left_there(ledger, where, labels, JobState.HELD).open == 4
        assert refused(ledger, where, number(1)) == "still_at_printer"
        assert states(ledger, labels) == ["sent"] * 4
        zebra.change(paper=100)
        assert scan(ledger, where, 1) == ids(labels[2:])
        assert len(zebra.labels) == 4
    assert states(ledger, labels) == ["done"] * 2 + ["failed"] * 2


def test_while_somebody_is_giving_it_labels_nothing_is_decided(
    ledger: Ledger, paper: Path
) -> None:  # fmt: skip
    labels = pile(ledger, 3)
    where = outlets(outlet(FolderPrinter(paper)))
    put(ledger, where, labels[:2])
    job = prints.claim(ledger, ids(labels[2:]), printer=str(paper), reason="", now=now())
    assert job
    assert refused(ledger, where, number(0)) == "still_at_printer"
    prints.let_go(ledger, job)
    assert scan(ledger, where, 0) == ids(labels[1:])


@pytest.mark.parametrize("text", ["", " \t", "-", "%", number(7)])
def test_what_was_not_printed_is_no_last_good_label(
    ledger: Ledger, paper: Path, text: str
) -> None:  # fmt: skip
    labels = pile(ledger, 2)
    where = outlets(outlet(FolderPrinter(paper)))
    several(ledger, labels[1], [number(5), "-"])
    put(ledger, where, labels)
    before = states(ledger, labels)
    assert refused(ledger, where, text) == "not_printed_here"
    assert states(ledger, labels) == before


def several(ledger: Ledger, label: Label, parcels: Sequence[str]) -> None:
    """Its shipment has these parcels, a page for each in the stored file."""
    content = lockers([one for one in parcels if one != "-"])
    file = LabelStore(ledger.folder / LABEL_FOLDER).save("2026-03/several.pdf", content)
    values = {"file": file.path, "sha256": file.sha256, "pages": len(parcels)}
    shipment = label.shipment_id
    with ledger.write() as connection:
        connection.execute(
            update(shipments)
            .where(shipments.c.id == shipment)
            .values(parcel_numbers=" ".join(parcels))
        )
        connection.execute(
            update(stored).where(stored.c.shipment_id == shipment).values(**values)
        )  # fmt: skip


@pytest.mark.parametrize(("place", "first"), [(10, 1), (11, 1), (12, 2)])
def test_of_several_parcels_only_the_last_label_ends_the_shipment(
    ledger: Ledger, paper: Path, place: int, first: int
) -> None:
    labels = pile(ledger, 3)
    several(ledger, labels[1], numbers(10, 11, 12))
    where = outlets(outlet(FolderPrinter(paper)))
    assert put(ledger, where, labels).printed == 3
    assert scan(ledger, where, place) == ids(labels[first:])
    assert states(ledger, labels) == ["done"] * first + ["failed"] * (3 - first)


def test_labels_that_were_lost_with_the_power_are_asked_about(ledger: Ledger) -> None:
    labels = pile(ledger, 3)
    printers = [ZebraListener(paper=1)]
    address = printers[0].address
    where = Outlets((Profile.at(Reach.SOCKET, address, language=Language.ZPL),))

    def tell(one: Printing) -> None:
        if one.detail == "media-empty":
            printers[0].close()
        elif one.detail == "unreachable" and len(printers) == 1:
            printers.append(ZebraListener(port=printers[0].port))

    try:
        done = put(ledger, where, labels, told=tell)
    finally:
        for one in printers:
            one.close()
    assert (done.failed, done.detail) == (3, "restarted")
    assert [len(one.labels) for one in printers] == [1, 0]
    assert prints.maybe_printed(ledger) == ids(labels)


def test_after_a_restart_of_the_program_an_empty_printer_proves_nothing(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = pile(ledger, 2)
    with ZebraListener(paper=1) as zebra:
        profile = Profile.at(Reach.SOCKET, zebra.address, language=Language.ZPL)
        assert left_there(ledger, Outlets((profile,)), labels, JobState.HELD).open == 2
    monkeypatch.setattr("inpost_desk.printers.raw_port._seen", {})
    with ZebraListener(port=zebra.port):
        assert look_again(ledger, Outlets((profile,)).printer(profile), now=now) == 0
    assert prints.maybe_printed(ledger) == ids(labels)
