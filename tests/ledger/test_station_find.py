"""Which parcel a scanned code means: rows on the desk, orders typed by hand, shipments made elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, insert, update

from inpost_desk.domain.order import Field, Problem
from inpost_desk.domain.stage import Stage
from inpost_desk.domain.station import Box
from inpost_desk.ledger import anew, journal, piles, prints, scans, seen, station_find
from inpost_desk.ledger.desk import shown_rows
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.piles import SENT_BEFORE, CheckedRow, PileFile, StoredRow
from inpost_desk.ledger.prints import PrintState
from inpost_desk.ledger.scans import What
from inpost_desk.ledger.schema import shipments
from inpost_desk.ledger.station_facts import Found
from tests.actions.shop import ledger_in
from tests.ledger.pile import NOW, a_shipment, entered


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as opened:
        yield opened


def on_desk(ledger: Ledger, references: Sequence[str], *, digest: str = "file") -> int:
    """A pile with these rows, all good; no run of it yet."""
    file = PileFile(f"{digest}.csv", "", digest, "", "", {})
    cells = [{Field.REFERENCE: one} for one in references]
    rows = [StoredRow(row, row + 1, one) for row, one in enumerate(cells, start=1)]
    pile_id = piles.enter_pile(ledger, file, rows, now=NOW)
    judge(ledger, pile_id, *(good(row, one) for row, one in enumerate(references, start=1)))
    return pile_id


def good(row: int, reference: str, *, into: int | None = None) -> CheckedRow:
    shown = {"reference": reference, "name": "Nowak", "place": "Kraków, Długa", "size": "A"}
    return CheckedRow(row, True, into, shown | {"point": "KRA010"})


def judge(ledger: Ledger, pile_id: int, *rows: CheckedRow) -> None:
    piles.put_findings(ledger, pile_id, rows)


def buy(ledger: Ledger, run_id: int, *, first: int = 501, label: bool = True) -> list[int]:
    """Have InPost make all of a run; the ledger's own numbers, in the order of the rows."""
    claim = journal.claim(ledger, run_id, limit=99, now=NOW)
    assert claim is not None
    pairs = [
        (one.step_id, a_shipment(first + place, key=one.key, status="confirmed"))
        for place, one in enumerate(claim.rows)
    ]
    assert journal.made(ledger, pairs, now=NOW) == []
    ids = [one.shipment_id for one in claim.rows]
    if label:
        stored = [seen.LabelFile(one, f"{one}.pdf", 10, "0", 1, "") for one in ids]
        seen.store_labels(ledger, stored, now=NOW)
    return ids


def number(shipx_id: int) -> str:
    return f"6209990000000000{shipx_id:08}"


def find(ledger: Ledger, *references: str) -> list[tuple[str, Stage, int | None, int | None]]:
    found = station_find.by_reference(ledger, references)
    return [(one.box.reference, one.stage, one.pile_id, one.row) for one in found]


@pytest.mark.parametrize("code", ["Zam/ż-1", "zam/ż-1", "ZAM/Ż-1", " Zam/ż-1 "])
def test_a_row_is_found_in_any_case_bought_or_not(ledger: Ledger, code: str) -> None:
    pile_id = on_desk(ledger, ["Zam/ż-1", "ZAM-2"])
    assert find(ledger, code) == [("Zam/ż-1", Stage.READY, pile_id, 1)]
    assert station_find.known_reference(ledger, code)
    first, _ = buy(ledger, entered(ledger, ["Zam/ż-1", "ZAM-2"]))
    (found,) = station_find.by_reference(ledger, [code])
    assert (found.stage, found.shipx_id, found.label) == (Stage.LABEL, 501, True)
    assert (found.open_pile, found.seen_at, found.printed_at) == (True, NOW, None)
    box = found.box
    assert (box.name, box.place, box.point, box.size) == ("Nowak", "Kraków, Długa", "KRA010", "A")
    assert (box.number, box.shipment_id) == (number(501), first)


def test_what_nobody_knows_is_not_found(ledger: Ledger) -> None:
    on_desk(ledger, ["ZAM-1"])
    assert find(ledger, "ZAM-10", "", "ZAM") == []
    assert station_find.by_reference(ledger, []) == ()
    assert not station_find.known_reference(ledger, "ZAM")
    assert not station_find.known_reference(ledger, "")
    assert station_find.by_number(ledger, "620999000000000000009999") is None
    assert station_find.by_number(ledger, "") is None


def test_a_removed_row_is_found_only_if_inpost_has_it(ledger: Ledger) -> None:
    pile_id = on_desk(ledger, ["ZAM-1", "ZAM-2"])
    stored = piles.stored_rows(ledger, pile_id)
    gone = [StoredRow(one.row, one.line, one.cells, removed=True) for one in stored]
    buy(ledger, entered(ledger, ["ZAM-1"]))
    piles.put_rows(ledger, pile_id, gone)
    assert find(ledger, "ZAM-2") == []
    assert not station_find.known_reference(ledger, "ZAM-2")
    assert find(ledger, "ZAM-1") == [("ZAM-1", Stage.LABEL, None, None)]


def test_a_row_in_another_ones_parcel_leads_to_it(ledger: Ledger) -> None:
    pile_id = on_desk(ledger, ["ZAM-1", "ZAM-2", "ZAM-3"])
    judge(ledger, pile_id, good(3, "ZAM-3", into=1))
    assert find(ledger, "zam-3") == [("ZAM-3", Stage.READY, pile_id, 1)]
    buy(ledger, entered(ledger, ["ZAM-1", "ZAM-2"]))
    (found,) = station_find.by_reference(ledger, ["ZAM-3"])
    assert (found.box.reference, found.box.number, found.row) == ("ZAM-3", number(501), 1)
    assert find(ledger, "ZAM-3", "ZAM-1") == [("ZAM-1", Stage.LABEL, pile_id, 1)]


def test_an_order_in_parts_leads_to_each(ledger: Ledger) -> None:
    pile_id = on_desk(ledger, ["ZAM-1", "ZAM-1"])
    judge(ledger, pile_id, good(1, "ZAM-1-1/2"), good(2, "ZAM-1-2/2"))
    both = [("ZAM-1-1/2", Stage.READY, pile_id, 1), ("ZAM-1-2/2", Stage.READY, pile_id, 2)]
    assert find(ledger, "zam-1") == both
    assert find(ledger, "zam-1-2/2") == both[1:]
    # As typed by hand: no cell says the order's own reference.
    buy(ledger, entered(ledger, ["X-7-1/2", "X-7-2/2", "X-71-1/1"], digest="typed"))
    parts = [("X-7-1/2", Stage.LABEL, None, None), ("X-7-2/2", Stage.LABEL, None, None)]
    assert find(ledger, "x-7") == parts
    assert station_find.known_reference(ledger, "X-7")


def test_day_numbers_are_no_parts_of_a_short_reference(ledger: Ledger) -> None:
    entered(ledger, ["12-10/001"], digest="nameless")
    assert find(ledger, "12") == []
    assert not station_find.known_reference(ledger, "12")
    assert find(ledger, "12-10/001") == [("12-10/001", Stage.READY, None, None)]


def test_open_piles_come_first_and_newest_first(ledger: Ledger) -> None:
    old, open_one, newest = (on_desk(ledger, ["101"], digest=name) for name in "abc")
    piles.close_pile(ledger, old, now=NOW)
    buy(ledger, entered(ledger, ["101"], digest="typed"))
    with ledger.write() as connection:
        connection.execute(insert(shipments).values(shipx_id=900, reference="101"))
    found = station_find.by_reference(ledger, ["101"])
    assert [one.pile_id for one in found] == [newest, open_one, old, None, None]
    assert [one.open_pile for one in found] == [True, True, False, False, False]
    assert [one.shipx_id for one in found[3:]] == [501, 900]


def test_what_was_sent_before_stands_beside_its_original(ledger: Ledger) -> None:
    first = on_desk(ledger, ["ZAM-1"], digest="first")
    buy(ledger, entered(ledger, ["ZAM-1"], digest="first"))
    second = on_desk(ledger, ["ZAM-1"], digest="second")
    why = Problem(Field.REFERENCE, SENT_BEFORE, "501")
    judge(ledger, second, CheckedRow(1, True, None, {"reference": "ZAM-1"}, why))
    assert find(ledger, "ZAM-1") == [
        ("ZAM-1", Stage.DUPLICATE, second, 1),
        ("ZAM-1", Stage.LABEL, first, 1),
    ]
    assert station_find.by_reference(ledger, ["ZAM-1"])[0].value == "501"


def test_a_reference_corrected_since_leads_nowhere(ledger: Ledger) -> None:
    pile_id = on_desk(ledger, ["ZAM-1"])
    entered(ledger, ["ZAM-1"])
    piles.put_rows(ledger, pile_id, [StoredRow(1, 2, {Field.REFERENCE: "ZAM-9"})])
    judge(ledger, pile_id, good(1, "ZAM-9"))
    assert find(ledger, "ZAM-1") == []
    assert find(ledger, "ZAM-9") == [("ZAM-9", Stage.READY, pile_id, 1)]


def test_an_order_taken_over_by_another_file_is_the_others(ledger: Ledger) -> None:
    old = on_desk(ledger, ["ZAM-1"], digest="old")
    entered(ledger, ["ZAM-1"], digest="old")
    piles.close_pile(ledger, old, now=NOW)
    fresh = on_desk(ledger, ["ZAM-1"], digest="fresh")
    buy(ledger, entered(ledger, ["ZAM-1"], digest="fresh"))
    assert find(ledger, "ZAM-1") == [("ZAM-1", Stage.LABEL, fresh, 1)]


def replaced(ledger: Ledger) -> tuple[int, int]:
    on_desk(ledger, ["ZAM-1"])
    (old,) = buy(ledger, entered(ledger, ["ZAM-1"]))
    run_id = entered(ledger, ["ZAM-1"], digest="typed")
    assert anew.replace_by(ledger, old, run_id)
    (fresh,) = buy(ledger, run_id, first=601)
    return old, fresh


def test_a_replaced_parcel_leads_to_the_one_in_its_place(ledger: Ledger) -> None:
    old, fresh = replaced(ledger)
    (found,) = station_find.by_reference(ledger, ["ZAM-1"])
    assert (found.box.shipment_id, found.stage) == (fresh, Stage.LABEL)
    before = station_find.by_number(ledger, number(501))
    assert before is not None
    assert before.successor is not None
    assert (before.box.shipment_id, before.stage) == (old, Stage.REPLACED)
    assert before.do_not_send
    assert (before.successor.shipment_id, before.successor.number) == (fresh, number(601))


def test_a_cancelled_parcel_made_anew_is_found_by_its_old_number(ledger: Ledger) -> None:
    pile_id = on_desk(ledger, ["ZAM-1"])
    run_id = entered(ledger, ["ZAM-1"])
    (old,) = buy(ledger, run_id)
    fresh = anew.plan_again(ledger, old, key="again")
    assert find(ledger, "ZAM-1") == [("ZAM-1", Stage.READY, pile_id, 1)]
    buy(ledger, run_id, first=601)
    (found,) = station_find.by_reference(ledger, ["ZAM-1"])
    assert (found.box.shipment_id, found.canceled) == (fresh, False)
    before = station_find.by_number(ledger, number(501))
    assert before is not None
    assert (before.canceled, before.stage, before.box.shipment_id) == (True, Stage.REPLACED, old)
    box = Box("ZAM-1", "Nowak 501200001", "", "KRA010", "A", number(601), fresh)
    assert before.successor == box


def test_any_parcel_of_several_is_found_by_its_number(ledger: Ledger) -> None:
    ids = buy(ledger, entered(ledger, ["ZAM-1"]))
    with ledger.write() as connection:
        several = f"{number(501)} 620000000000000000000077"
        connection.execute(update(shipments).values(parcel_numbers=several))
    found = station_find.by_number(ledger, "620000000000000000000077")
    assert found is not None
    assert (found.box.shipment_id, found.box.number) == (ids[0], "620000000000000000000077")
    assert station_find.by_number(ledger, "62000000000000000000007") is None


def test_what_was_made_elsewhere_is_found(ledger: Ledger) -> None:
    with ledger.write() as connection:
        made = {"shipx_id": 900, "reference": "ALLE-1", "point": "KRA010", "seen_at": NOW}
        paid = {"status": "confirmed", "tracking_number": number(900)}
        connection.execute(insert(shipments).values(made | paid))
        other = {"shipx_id": 901, "reference": "ALLE-1", "status": "canceled"}
        connection.execute(insert(shipments).values(other))
    assert find(ledger, "alle-1") == [("ALLE-1", Stage.BOUGHT, None, None)]
    found = station_find.by_number(ledger, number(900))
    assert found is not None
    assert (found.order_id, found.label, found.box.point) == (None, False, "KRA010")
    assert station_find.known_reference(ledger, "alle-1")


def state_of(ledger: Ledger) -> Found:
    (found,) = station_find.by_reference(ledger, ["ZAM-1"])
    pile = piles.newest_pile(ledger)
    assert pile is not None
    assert found.stage == shown_rows(ledger, pile, [1])[0].stage
    return found


def test_what_the_station_did_is_told(ledger: Ledger) -> None:
    on_desk(ledger, ["ZAM-1"])
    (parcel,) = buy(ledger, entered(ledger, ["ZAM-1"]))
    job = prints.claim(ledger, [parcel], printer="Zebra", reason="", now=NOW)
    assert job is not None
    assert state_of(ledger).stage is Stage.PRINTING
    prints.let_go(ledger, job)
    assert state_of(ledger).stage is Stage.MAYBE_PRINTED
    prints.sent(ledger, job, "17", can_tell=True, now=NOW)
    assert state_of(ledger).stage is Stage.PRINTING
    prints.ended(ledger, job, PrintState.DONE, now=NOW)
    found = state_of(ledger)
    assert (found.stage, found.printed_at, found.scanned) == (Stage.PRINTED, NOW, False)
    scans.note(ledger, What.PAIRED, now=NOW, shipment_id=parcel, operator="Jan")
    found = state_of(ledger)
    assert (found.scanned, found.paired_at, found.printed_by) == (True, NOW, "")
    later = NOW + timedelta(minutes=1)
    again = prints.claim(ledger, [parcel], printer="Zebra", reason="lost", now=later)
    assert again is not None
    prints.ended(ledger, again, PrintState.FAILED, now=later)
    assert state_of(ledger).printed_at == NOW
    scans.note(ledger, What.REPRINTED, now=later, shipment_id=parcel, operator="Ola")
    found = state_of(ledger)
    assert (found.scanned, found.paired_at, found.printed_by) == (True, None, "Ola")


def test_the_next_of_the_pile(ledger: Ledger) -> None:
    assert station_find.next_in_pile(ledger) == (None, 0)
    names = [f"ZAM-{place}" for place in range(1, 7)]
    pile_id = on_desk(ledger, names)
    why = Problem(Field.REFERENCE, SENT_BEFORE, "7")
    judge(ledger, pile_id, CheckedRow(4, True, None, {"reference": "ZAM-4"}, why))
    judge(ledger, pile_id, good(5, "ZAM-5", into=1))
    piles.put_rows(ledger, pile_id, [StoredRow(6, 7, {Field.REFERENCE: "ZAM-6"}, held=True)])
    box, left = station_find.next_in_pile(ledger)
    assert (box and box.reference, left) == ("ZAM-1", 3)
    ids = buy(ledger, entered(ledger, names[:3]))
    job = prints.claim(ledger, ids[:2], printer="Zebra", reason="", now=NOW)
    box, left = station_find.next_in_pile(ledger)
    assert job
    assert (box and box.reference, left) == ("ZAM-3", 1)
    # Printed beforehand: from the first pairing on, what was scanned is packed.
    scans.note(ledger, What.PAIRED, now=NOW, shipment_id=ids[0])
    box, left = station_find.next_in_pile(ledger)
    assert (box and box.reference, left) == ("ZAM-2", 2)
    for parcel in ids[1:]:
        scans.note(ledger, What.PRINTED, now=NOW, shipment_id=parcel)
    assert station_find.next_in_pile(ledger) == (None, 0)


def test_no_find_reads_a_whole_table(ledger: Ledger) -> None:
    """Every question goes by an index, so that a hundred thousand parcels make no difference."""
    replaced(ledger)
    plans: list[str] = []

    def explain(
        connection: Connection, _cursor: object, text: str, values: Sequence[str], *_: object
    ) -> None:
        if text.lstrip().startswith("SELECT"):
            found = connection.connection.cursor().execute(f"EXPLAIN QUERY PLAN {text}", values)
            plans.extend(row[-1] for row in found)

    event.listen(ledger._engine, "before_cursor_execute", explain)
    assert station_find.by_reference(ledger, ["ZAM-1", "ZAM-2"])
    assert station_find.by_number(ledger, number(601))
    assert station_find.by_number(ledger, "6200") is None
    assert station_find.known_reference(ledger, "ZAM-1")
    assert not station_find.known_reference(ledger, "ZAM-3")
    event.remove(ledger._engine, "before_cursor_execute", explain)
    assert len(plans) > 20
    whole = {one for one in plans if one.startswith("SCAN") and "INDEX" not in one}
    assert whole == set()
    assert {one for one in plans if one.startswith("SCAN") and "INDEX" in one} <= {
        "SCAN shipments USING COVERING INDEX shipments_of_parcels",
        "SCAN steps USING INDEX open_steps",
    }
