"""Cost centres (MPK): what may be written into them, and how they read (API §2.10, §3.11)."""

from __future__ import annotations

from typing import Any

from inpost_desk.simulator.clock import iso
from inpost_desk.simulator.fields import Body, check_length, text
from inpost_desk.simulator.records import Account, CostCentre
from inpost_desk.simulator.refusals import Finding, Refusal, invalid

LONGEST = 255


def found(account: Account, id_: int) -> CostCentre:
    """Raises `Refusal` where the account has none of that id."""
    for centre in account.cost_centres:
        if centre.id == id_:
            return centre
    raise Refusal("resource_not_found")


def named(account: Account, name: str) -> CostCentre | None:
    return next((centre for centre in account.cost_centres if centre.name == name), None)


def made(account: Account, body: Body, *, id_: int, at: float) -> CostCentre:
    """A new one of the account. Raises `Refusal`."""
    centre = CostCentre(id_, "", None, at, at)
    changed(account, centre, {"name": None, **body}, at=at)
    account.cost_centres.append(centre)
    return centre


def changed(account: Account, centre: CostCentre, body: Body, *, at: float) -> None:
    """Members that are not given stay. Raises `Refusal`."""
    problems = _problems(account, centre, body)
    if problems:
        raise invalid(problems)
    if "name" in body:
        centre.name = text(body, "name")
    if "description" in body:
        centre.description = text(body, "description") or None
    centre.updated_at = at


def cost_centre_json(centre: CostCentre, host: str) -> dict[str, Any]:
    return {
        "href": f"https://{host}/v1/mpks/{centre.id}",
        "id": centre.id,
        "name": centre.name,
        "description": centre.description,
        "created_at": iso(centre.created_at),
        "updated_at": iso(centre.updated_at),
    }


def _problems(account: Account, centre: CostCentre, body: Body) -> list[Finding]:
    problems = [
        *check_length(body, "name", path=(), most=LONGEST),
        *check_length(body, "description", path=(), most=LONGEST),
    ]
    if "name" in body:
        name = text(body, "name")
        other = named(account, name)
        if not name:
            problems.append((("name",), "required"))
        elif other is not None and other is not centre:
            problems.append((("name",), "invalid"))
    return problems
