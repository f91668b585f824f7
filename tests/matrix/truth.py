"""Holds the simulator's truth and the ledger against what must have come of a cell. Changes neither."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from sqlalchemy import select

from inpost_desk.ledger import journal, pickups, schema
from inpost_desk.ledger.ledger import Ledger
from tests.matrix.calls import Call
from tests.simulator_process import Simulator

RICH, TOPPED_UP = 1_000_000, 1000


def is_call(entry: dict[str, Any], call: Call) -> bool:
    """Whether an entry of the simulator's log is this call."""
    return entry["method"] == call.verb and fnmatchcase(entry["path"], call.path)


def wrong(simulator: Simulator, folder: Path, call: Call, asked: Sequence[dict[str, Any]]) -> str:
    """What is not as it must be, "" where all is well."""
    ours = [
        one
        for one in simulator.shipments()
        if one["organization"] == simulator.prepaid_organization and one["external_customer_id"]
    ]
    couriers: list[dict[str, Any]] = simulator.look("pickups")
    acted = sum(one["acted"] for one in asked)
    found = {
        "calls carried out": (acted, 1),
        "shipments": (sorted(one["status"] for one in ours), sorted(call.ends.shipments)),
        "payments": (sum(one["payments"] for one in ours), call.ends.payments),
        "paid twice": ([one["id"] for one in ours if one["payments"] > 1], []),
        "keys": (len({one["external_customer_id"] for one in ours}), len(ours)),
        "pickups": (tuple(one["status"] for one in couriers), call.ends.pickups),
        "money": _money(simulator, couriers),
        **_of_ledger(folder, ours, couriers),
    }
    differing = [f"{name}: {is_} for {must}" for name, (is_, must) in found.items() if is_ != must]
    return "; ".join(differing)


def _money(simulator: Simulator, couriers: Sequence[dict[str, Any]]) -> tuple[float, float]:
    """What left the prepaid account, and what InPost charged for."""
    accounts: list[dict[str, Any]] = simulator.look("accounts")
    balance = next(
        one["balance"] for one in accounts if one["id"] == simulator.prepaid_organization
    )
    had = TOPPED_UP if balance <= TOPPED_UP else RICH
    charged = sum(one["charged"] for one in simulator.shipments())
    charged += sum(one["charged"] for one in couriers if one["status"] != "canceled")
    return round(had - balance, 2), round(charged, 2)


def _of_ledger(
    folder: Path, ours: Sequence[dict[str, Any]], couriers: Sequence[dict[str, Any]]
) -> dict[str, tuple[object, object]]:
    ledger = Ledger(folder)
    try:
        unsure = [f"{one.kind} {one.undecided}" for one in journal.open_steps(ledger)]
        unsettled = [one.id for one in pickups.unsettled(ledger)]
        rows = schema.shipments.c
        query = select(rows.key, rows.shipx_id, rows.status, rows.tracking_number)
        orders = select(schema.pickups.c.shipx_id, schema.pickups.c.state)
        kept = {"cancelled": "canceled"}
        with ledger.read() as connection:
            known = {tuple(one) for one in connection.execute(query.where(rows.key.is_not(None)))}
            asked = [(one.shipx_id, str(one.state)) for one in connection.execute(orders)]
    finally:
        ledger.close()
    real = [(number, kept.get(state, state)) for number, state in asked if number is not None]
    return {
        "unsure in the ledger": (unsure, []),
        "couriers unsure in the ledger": (unsettled, []),
        "the ledger's shipments": (known, {_row(one) for one in ours}),
        "the ledger's pickups": (real, [(one["id"], one["status"]) for one in couriers]),
    }


def _row(one: dict[str, Any]) -> tuple[object, ...]:
    return one["external_customer_id"], one["id"], one["status"], one["tracking_number"] or ""
