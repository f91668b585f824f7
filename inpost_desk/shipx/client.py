"""One short typed method per ShipX endpoint (API §3).

Every method may raise `Offline`, `NoAnswer`, `TooFast`, `NotAllowed` and `Refused` (also as `NotFound`).
Reads are repeated by the retry rule, changes are sent once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar
from urllib.parse import quote

from inpost_desk.domain.catalogue import Entry
from inpost_desk.domain.point import Point
from inpost_desk.domain.shipment import (
    Batch,
    BatchId,
    NewShipment,
    OfferId,
    Organization,
    OrganizationId,
    Shipment,
    ShipmentId,
)
from inpost_desk.errors import NoAnswer, NotFound
from inpost_desk.shipx.answers import Answer, file_of, values_of
from inpost_desk.shipx.catalogues import read_entries, read_point
from inpost_desk.shipx.reading import (
    Page,
    read_batch,
    read_organization,
    read_organizations,
    read_page,
    read_shipment,
)
from inpost_desk.shipx.transport import Transport
from inpost_desk.shipx.writing import write_batch, write_shipment

__all__ = ["Client", "LabelFile", "Page"]

CHANGE_TIMEOUT = 30.0
BATCH_TIMEOUT = 180.0
LABEL_TIMEOUT = 30.0
# The horizon of a lost answer counts from when the call was noted, so it must leave soon after.
CREATE_WITHIN = 30.0
MOST_LABELS = 100
# Only what `read_point` reads: a whole point is four times as long.
_POINT_FIELDS = (
    "name,type,status,location,address,address_details,functions,location_247,payment_available"
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LabelFile:
    """A label file as it came: PDF, ZPL, EPL, or a ZIP where services differ (API §3.5)."""

    content: bytes
    media_type: str


class Client:
    """ShipX for one organisation."""

    def __init__(self, transport: Transport, organization: OrganizationId) -> None:
        self._transport = transport
        self._organization = organization
        self._home = f"/v1/organizations/{organization}"

    @property
    def organization(self) -> OrganizationId:
        """The organisation that every call is made for."""
        return self._organization

    def now(self) -> datetime:
        """InPost's time in UTC, as far as it is known."""
        return self._transport.now()

    def account(self) -> Organization:
        """The organisation. The sandbox answers with the token's own one whatever id is asked (§3.11)."""
        return self._read(self._home, read_organization, held=True)

    def organizations(self, *, page: int = 1, per_page: int = 100) -> Page[Organization]:
        """A page of the organisations that the token may act for (§3.11)."""
        query = [("page", str(page)), ("per_page", str(per_page))]
        return self._read(
            "/v1/organizations", lambda values: read_organizations(values, page=page), query=query
        )

    def create(self, new: NewShipment) -> Shipment:
        """Creates and, in simplified mode, buys one shipment. Answers before offers are made (§3.2)."""
        return self._change(
            f"{self._home}/shipments",
            write_shipment(new),
            read_shipment,
            timeout=CHANGE_TIMEOUT,
            within=CREATE_WITHIN,
        )

    def create_batch(self, new: Sequence[NewShipment]) -> Batch:
        """Creates a batch; `Reason.row` of a refusal is the shipment's `key` (§3.4)."""
        return self._change(
            f"{self._home}/batches",
            write_batch(new),
            read_batch,
            timeout=BATCH_TIMEOUT,
            within=CREATE_WITHIN,
        )

    def batch(self, batch_id: BatchId) -> Batch:
        """A batch as it stands; complete once its status is `done` (§3.4)."""
        return self._read(f"/v1/batches/{batch_id}", read_batch, held=True)

    def shipment(self, shipment_id: ShipmentId) -> Shipment:
        """One shipment, without the lag of lists (§3.2)."""
        return self._read(f"/v1/shipments/{shipment_id}", read_shipment, held=True)

    def shipments(
        self,
        *,
        ids: Sequence[ShipmentId] = (),
        created_from: datetime | None = None,
        key: str = "",
        page: int = 1,
        per_page: int = 100,
    ) -> Page[Shipment]:
        """A page of shipments by ascending id; compare `Page.kept` with what was asked for (§1.5, §3.2)."""
        query = [
            ("sort_by", "id"),
            ("sort_order", "asc"),
            ("page", str(page)),
            ("per_page", str(per_page)),
        ]
        if ids:
            query.append(("id", ",".join(str(one) for one in ids)))
        if created_from is not None:
            query.append(("created_at_gteq", _iso(created_from)))
        if key:
            query.append(("external_customer_id", key))
        return self._read(
            f"{self._home}/shipments",
            lambda values: read_page(values, read_shipment, page=page),
            query=query,
            held=True,
        )

    def buy(self, shipment_id: ShipmentId, offer_id: OfferId) -> Shipment:
        """Pays for an offer. The answer does not yet show the effect (§3.3)."""
        return self._change(
            f"/v1/shipments/{shipment_id}/buy",
            {"offer_id": offer_id},
            read_shipment,
            timeout=CHANGE_TIMEOUT,
        )

    def renew(self, shipment_id: ShipmentId, reference: str) -> Shipment:
        """Edits nothing, so that expired offers are made anew; members left out keep their values (§3.2)."""
        return self._change(
            f"/v1/shipments/{shipment_id}",
            {"reference": reference},
            read_shipment,
            timeout=CHANGE_TIMEOUT,
            method="PUT",
        )

    def labels(
        self,
        ids: Sequence[ShipmentId],
        *,
        format: str = "Pdf",  # noqa: A002
        type: str = "A6",  # noqa: A002
    ) -> LabelFile:
        """The labels of up to 100 shipments in one file (§3.5). Raises ValueError for none or more."""
        if not 0 < len(ids) <= MOST_LABELS:
            raise ValueError(f"labels of {len(ids)} shipments")
        query = [("format", format), ("type", type)]
        path = f"/v1/shipments/{ids[0]}/label"
        if len(ids) > 1:
            path = f"{self._home}/shipments/labels"
            query = [("shipment_ids[]", str(one)) for one in ids] + query
        return self._transport.read_as(
            path, _label_file, query=query, timeout=LABEL_TIMEOUT, held=True
        )

    def points(
        self, *, page: int = 1, per_page: int = 500, updated_from: datetime | None = None
    ) -> Page[Point]:
        """A page of points by name, at most 500; `updated_from` at most three days back (§6)."""
        query = [("sort_by", "name"), ("sort_order", "asc")]
        if updated_from is not None:
            query.append(("updated_from", _iso(updated_from)))
        return self._points(query, page=page, per_page=per_page)

    def points_near(
        self,
        place: tuple[float, float] | str,
        *,
        metres: int = 10_000,
        per_page: int = 25,
    ) -> Page[Point]:
        """Points where parcels can be collected, nearest first; closed ones among them (§6).

        `place` is latitude and longitude, or a post code. `metres` is at most 50 000.
        """
        if isinstance(place, str):
            near = ("relative_post_code", place)
        else:
            near = ("relative_point", f"{place[0]:.6f},{place[1]:.6f}")
        query = [
            near,
            ("max_distance", str(metres)),
            ("functions", "parcel_collect"),
            ("sort_by", "distance_to_relative_point"),
            ("sort_order", "asc"),
        ]
        return self._points(query, page=1, per_page=per_page)

    def _points(self, query: Sequence[tuple[str, str]], *, page: int, per_page: int) -> Page[Point]:
        paging = [("fields", _POINT_FIELDS), ("page", str(page)), ("per_page", str(per_page))]
        return self._read(
            "/v1/points",
            lambda values: read_page(values, read_point, page=page),
            query=[*query, *paging],
        )

    def point(self, name: str) -> Point:
        """One point by name. Raises `NotFound` where there is none (§6)."""
        if not name.strip(". "):
            raise NotFound(status=404, error="resource_not_found")
        return self._read(f"/v1/points/{quote(name.strip(), safe='')}", _one_point)

    def services(self) -> tuple[Entry, ...]:
        """Every service there is; what the contract allows is in `account` (§2.1, §3.9)."""
        return self._read("/v1/services", read_entries)

    def sending_methods(self, service: str = "") -> tuple[Entry, ...]:
        """The ways of sending, all or of one service (§3.9)."""
        query = [("service", service)] if service else []
        return self._read("/v1/sending_methods", read_entries, query=query)

    def statuses(self, language: str = "pl_PL") -> tuple[Entry, ...]:
        """The statuses with InPost's own words, in `pl_PL` or `en_GB` (§3.9, §4.3)."""
        return self._read("/v1/statuses", read_entries, query=[("lang", language)])

    def _read(
        self,
        path: str,
        reader: Callable[[object], T],
        *,
        query: Sequence[tuple[str, str]] = (),
        held: bool = False,
    ) -> T:
        return self._transport.read_as(
            path, lambda answer: _understood(answer, reader), query=query, held=held
        )

    def _change(
        self,
        path: str,
        body: object,
        reader: Callable[[object], T],
        *,
        timeout: float,
        method: str = "POST",
        within: float | None = None,
    ) -> T:
        answer = self._transport.change(method, path, body=body, timeout=timeout, within=within)
        return _understood(answer, reader, change=True)


def _understood(answer: Answer, reader: Callable[[object], T], *, change: bool = False) -> T:
    """A reader that gives up does not know the request's id."""
    values = values_of(answer, change=change)
    try:
        return reader(values)
    except NoAnswer as trouble:
        raise NoAnswer(trouble.detail, request_id=answer.request_id) from None


def _label_file(answer: Answer) -> LabelFile:
    return LabelFile(content=file_of(answer), media_type=answer.media_type)


def _one_point(values: object) -> Point:
    found = read_point(values)
    if found is None:
        raise NoAnswer("unreadable")
    return found


def _iso(when: datetime) -> str:
    """ISO 8601 in UTC with milliseconds."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
