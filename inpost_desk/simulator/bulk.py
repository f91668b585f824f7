"""The rows of `select_offers` and `bulk_buy`: all are right, or the whole call is refused (API §3.3).

A row's error keeps the key that the single call would answer with, under the caller's row `id`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from inpost_desk.simulator.fields import Body, text
from inpost_desk.simulator.records import Offer, Shipment
from inpost_desk.simulator.refusals import Finding, Refusal, invalid

MOST_ROWS = 100
Chosen = tuple[Shipment, Offer]


def chosen_rows(
    body: Body,
    *,
    find: Callable[[int], Shipment],
    check: Callable[[Shipment, Body], Offer],
) -> list[Chosen]:
    """`find` and `check` raise `Refusal`, and so does this."""
    rows = body.get("shipments")
    if not isinstance(rows, list) or not rows:
        raise invalid([(("shipments",), "required")])
    if len(rows) > MOST_ROWS:
        raise invalid([(("shipments",), "too_long")])
    found: list[Finding] = []
    chosen: list[Chosen] = []
    names: set[str] = set()
    for index, row in enumerate(rows):
        name = text(row, "id") if isinstance(row, dict) else ""
        if not name or name in names:
            key = "required" if not name else "invalid"
            found.append((("shipments", name or str(index), "id"), key))
        names.add(name)
        one = _row(row, find=find, check=check, taken={shipment.id for shipment, _ in chosen})
        if isinstance(one, tuple):
            chosen.append(one)
        else:
            found += [(("shipments", name or str(index), *path), key) for path, key in one]
    if found:
        raise invalid(found)
    return chosen


def _row(
    row: Any,
    *,
    find: Callable[[int], Shipment],
    check: Callable[[Shipment, Body], Offer],
    taken: set[int],
) -> Chosen | list[Finding]:
    """Shipment and offer, or what is wrong."""
    given = row.get("shipment_id") if isinstance(row, dict) else None
    if given is None or given == "":
        return [(("shipment_id",), "required")]
    if not str(given).isascii() or not str(given).isdigit():
        return [(("shipment_id",), "not_an_integer")]
    if int(given) in taken:
        return [(("shipment_id",), "invalid")]
    try:
        shipment = find(int(given))
        return shipment, check(shipment, row)
    except Refusal as problem:
        return _findings(problem)


def _findings(problem: Refusal) -> list[Finding]:
    if problem.error == "validation_failed":
        return [((name,), key) for name, keys in problem.details.items() for key in keys]
    place = "offer_id" if problem.error.startswith("offer_") else "shipment_id"
    return [((place,), problem.error)]
