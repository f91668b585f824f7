"""The table of the fault matrix is whole and good, and its checks bite; `python -m tests.matrix` runs it."""

from __future__ import annotations

import inspect
import re
from itertools import cycle
from pathlib import Path
from typing import Any, Final

import httpx

from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from tests.matrix import truth
from tests.matrix.__main__ import cells_of, run
from tests.matrix.calls import BY_NAME, CALLS
from tests.matrix.cells import FAULTS, Cell, Kill
from tests.simulator_process import Simulator

RESULTS: Final = Path(__file__).with_name("results.md")
CHANGES: Final = re.compile(r"self\._(change|end|bulk)\(")


def _changing() -> set[str]:
    """The client's methods that change something at InPost."""
    methods = inspect.getmembers(Client, inspect.isfunction)
    return {
        name
        for name, method in methods
        if not name.startswith("_") and CHANGES.search(inspect.getsource(method))
    }


def test_every_changing_call_has_its_rows() -> None:
    assert {one.method for one in CALLS} == _changing()
    assert len(_changing()) >= 10


def test_the_kept_table_is_whole_and_good() -> None:
    shown = RESULTS.read_text(encoding="utf-8")
    number = len(CALLS) * len(FAULTS) * len(Kill)
    assert f"{number} cells run, none skipped; {number} as they must be, 0 not." in shown
    rows = [line.strip("| ").split(" | ") for line in shown.splitlines() if line.startswith("| ")]
    assert rows[0][1:] == [one.shown for one in FAULTS]
    fields = {row[0]: row[1:] for row in rows[2:]}
    assert list(fields) == [one.name for one in CALLS]
    for row in fields.values():
        assert all(re.fullmatch(rf"[12ab]{{{len(Kill)}}}", field) for field in row)


def test_some_cells_are_run_with_every_suite() -> None:
    """One of each second call; faults and kill points take turns."""
    names = [one.name for one in CALLS][::2]
    cells = [
        Cell(*one) for one in zip(names, cycle(FAULTS[2:]), cycle(list(Kill)[1:]), strict=False)
    ]
    assert len(cells) == len(names)
    assert set(cells) <= set(cells_of(names))
    found = run(cells, workers=2)
    assert {cell.name: found[cell].wrong for cell in cells} == {cell.name: "" for cell in cells}


def test_a_second_parcel_would_be_seen(simulator: Simulator, tmp_path: Path) -> None:
    for _ in range(2):
        _buy(simulator, "ZAM/1")
    Ledger(tmp_path).close()
    asked = [one for one in simulator.log() if one["method"] == "POST"]
    said = truth.wrong(simulator, tmp_path, BY_NAME["create one"], asked)
    assert "calls carried out: 2 for 1" in said
    assert "shipments: ['confirmed', 'confirmed'] for ['confirmed']" in said
    assert "the ledger's shipments: set() for" in said


def _buy(simulator: Simulator, reference: str) -> None:
    parcel: dict[str, Any] = {
        "receiver": {"phone": "501234567", "email": "ala@example.test"},
        "parcels": [{"template": "small"}],
        "service": "inpost_locker_standard",
        "custom_attributes": {"target_point": "KRA010", "sending_method": "dispatch_order"},
        "reference": reference,
        "external_customer_id": reference,
    }
    answer = httpx.post(
        f"{simulator.url}/v1/organizations/{simulator.prepaid_organization}/shipments",
        json=parcel,
        headers={"Authorization": f"Bearer {simulator.prepaid_token}"},
    )
    assert answer.status_code == 201
    simulator.advance(5)
