"""`GET …/shipments`: filters, sorting, paging, lag and the echoed address (API §1.5, §3.2).

Unknown filters are ignored and missing from the echo. A list that is not asked for by id shows a new
shipment only after the lag; cancelled ones never show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from inpost_desk.simulator.behaviour import Behaviour
from inpost_desk.simulator.catalogue import SERVICES
from inpost_desk.simulator.clock import moment
from inpost_desk.simulator.records import Account, Shipment
from inpost_desk.simulator.refusals import invalid
from inpost_desk.simulator.statuses import CANCELED

MOST_PER_PAGE = 100
OTHERS_PER_PAGE = 30
LARGEST_ID = 2**63

Value = Callable[[Shipment], Any]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page. `query` is what the echo repeats."""

    items: list[Shipment]
    count: int
    page: int
    per_page: int
    query: dict[str, str]

    def address(self, path: str, page: int | None = None) -> str:
        """The echoed address, `http://` like ShipX's own (C*)."""
        query = self.query if page is None else {**self.query, "page": str(page)}
        return f"http://{path}?{urlencode(sorted(query.items()))}"

    def link(self, path: str) -> str:
        """All four relations, always (C*: API §1.3)."""
        last = max(1, -(-self.count // self.per_page))
        pages = {
            "next": min(self.page + 1, last),
            "last": last,
            "previous": max(1, self.page - 1),
            "first": 1,
        }
        return ", ".join(
            f'<{self.address(path, page)}>; rel="{rel}"' for rel, page in pages.items()
        )


def listed(
    shipments: Callable[[], Iterable[Shipment]],
    account: Account,
    *,
    query: Mapping[str, str],
    by_id: Mapping[int, Shipment],
    now: float,
    behaviour: Behaviour,
) -> Listing:
    """Raises `Refusal` for an `id` or a time that cannot be read."""
    known = {
        name: value
        for name, value in query.items()
        if value and name in FILTERS and (behaviour.key_filter or name != "external_customer_id")
    }
    if "id" in known:
        found = _by_ids(known["id"], account, by_id=by_id, now=now)
    else:
        fresh = now - behaviour.list_lag
        found = [one for one in shipments() if one.created_at <= fresh]
    found = [one for one in found if one.status != CANCELED]
    for name, value in known.items():
        found = FILTERS[name](found, name, value)
    return _page(found, account, query=query, known=known)


def paged(everything: list[Any], query: Mapping[str, str]) -> tuple[list[Any], Listing]:
    """A page of something small, and its figures (30 a page: API §1.5)."""
    page = max(1, _whole(query.get("page"), default=1))
    per_page = min(_whole(query.get("per_page"), default=OTHERS_PER_PAGE), OTHERS_PER_PAGE)
    per_page = per_page or OTHERS_PER_PAGE
    echo = {"page": str(page), "per_page": str(per_page)}
    shown = everything[(page - 1) * per_page : page * per_page]
    return shown, Listing([], len(everything), page, per_page, echo)


def _page(
    found: list[Shipment], account: Account, *, query: Mapping[str, str], known: dict[str, str]
) -> Listing:
    by = query.get("sort_by") if query.get("sort_by") in SORTS else "id"
    order = "asc" if query.get("sort_order") == "asc" else "desc"
    value = SORTS[by or "id"]
    found = sorted(found, key=lambda one: (value(one) is not None, value(one) or 0, one.id))
    if order == "desc":
        found.reverse()
    page = max(1, _whole(query.get("page"), default=1))
    per_page = min(_whole(query.get("per_page"), default=MOST_PER_PAGE), MOST_PER_PAGE)
    per_page = per_page or MOST_PER_PAGE
    echo = {
        **known,
        "owner_id": str(account.owner_id),
        "page": str(page),
        "per_page": str(per_page),
        "sort_by": by or "id",
        "sort_order": order,
    }
    items = found[(page - 1) * per_page : page * per_page]
    return Listing(items, len(found), page, per_page, echo)


def _by_ids(
    text: str, account: Account, *, by_id: Mapping[int, Shipment], now: float
) -> list[Shipment]:
    found: dict[int, Shipment] = {}
    for part in text.split(","):
        word = part.strip()
        if not (word.isascii() and word.isdigit() and 0 < int(word) <= LARGEST_ID):
            raise invalid([(("shipment",), f"id_{word}_does_not_exist")])
        shipment = by_id.get(int(word))
        if shipment and shipment.account == account.id and shipment.created_at <= now:
            found[shipment.id] = shipment
    return list(found.values())


def _whole(text: str | None, *, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else default


Filter = Callable[[list[Shipment], str, str], list[Shipment]]


def _equal(value: Value) -> Filter:
    def keep(shipments: list[Shipment], _: str, text: str) -> list[Shipment]:
        wanted = {part.strip() for part in text.split(",")}
        return [one for one in shipments if _written(value(one)) in wanted]

    return keep


def _written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value or "")


def _range(value: Value, read: Callable[[str], float], *, least: bool) -> Filter:
    def keep(shipments: list[Shipment], name: str, text: str) -> list[Shipment]:
        try:
            limit = read(text)
        except ValueError:
            raise invalid([((name,), "invalid")]) from None
        values = ((one, value(one)) for one in shipments)
        return [
            one
            for one, figure in values
            if figure is not None and (figure >= limit if least else figure <= limit)
        ]

    return keep


def _same_moment(shipments: list[Shipment], name: str, text: str) -> list[Shipment]:
    later = _range(_created, moment, least=True)(shipments, name, text)
    return [one for one in later if _created(one) < moment(text) + 0.001]


def _contains(shipments: list[Shipment], _: str, text: str) -> list[Shipment]:
    return [one for one in shipments if text in (one.tracking_number or "")]


def _unfiltered(shipments: list[Shipment], _: str, __: str) -> list[Shipment]:
    return shipments


def _created(shipment: Shipment) -> float:
    return shipment.created_at


def _peer(side: str, member: str) -> Filter:
    return _equal(lambda one: getattr(one, side)[member])


def _place(side: str, member: str) -> Filter:
    return _equal(lambda one: (getattr(one, side)["address"] or {}).get(member))


def _of_peer(side: str) -> dict[str, Filter]:
    peer = {f"{side}_{name}": _peer(side, name) for name in ("name", "phone", "email")}
    places = ("city", "post_code", "country_code")
    place = {f"{side}_{name}": _place(side, name) for name in places}
    return {**peer, **place, f"{side}_address": _place(side, "street")}


def _carrier(shipment: Shipment) -> str:
    return SERVICES[shipment.service].carrier if shipment.service else ""


FILTERS: dict[str, Filter] = {
    "id": _unfiltered,
    "created_at": _same_moment,
    "created_at_gteq": _range(_created, moment, least=True),
    "created_at_lteq": _range(_created, moment, least=False),
    "tracking_number": _equal(lambda one: one.tracking_number),
    "tracking_number_cont": _contains,
    "status": _equal(lambda one: one.status),
    "service": _equal(lambda one: one.service),
    "carrier": _equal(_carrier),
    "insurance_amount_gteq": _range(lambda one: one.insurance, float, least=True),
    "insurance_amount_lteq": _range(lambda one: one.insurance, float, least=False),
    "cod_amount_gteq": _range(lambda one: one.cod, float, least=True),
    "cod_amount_lteq": _range(lambda one: one.cod, float, least=False),
    **_of_peer("receiver"),
    **_of_peer("sender"),
    "monitoring": _unfiltered,
    "external_customer_id": _equal(lambda one: one.external_customer_id),
    "sending_method": _equal(lambda one: one.custom_attributes.get("sending_method")),
    "only_choice_active_offers": _unfiltered,
    "offers_status": lambda shipments, _, text: [
        one for one in shipments if any(offer.status in text.split(",") for offer in one.offers)
    ],
    "end_of_week_collection": _equal(lambda one: one.weekend),
}
SORTS: dict[str, Value] = {
    "id": lambda one: one.id,
    "created_at": lambda one: one.created_at,
    "tracking_number": lambda one: one.tracking_number,
    "service": lambda one: one.service,
    "status": lambda one: one.status,
    "insurance_amount": lambda one: one.insurance,
    "cod_amount": lambda one: one.cod,
    "external_customer_id": lambda one: one.external_customer_id,
}
