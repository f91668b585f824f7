"""One short typed method per ShipX endpoint (API §3).

Every method may raise `Offline`, `NoAnswer`, `TooFast`, `NotAllowed` and `Refused` (also as `NotFound`).
Reads are repeated by the retry rule, changes are sent once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from urllib.parse import quote

from inpost_desk.domain.catalogue import CostCentre, Entry, Price
from inpost_desk.domain.point import Point
from inpost_desk.domain.shipment import (
    Batch,
    BatchId,
    NewShipment,
    OfferChoice,
    OfferId,
    Organization,
    OrganizationId,
    Shipment,
    ShipmentId,
)
from inpost_desk.errors import NotFound, Refused
from inpost_desk.shipx import queries
from inpost_desk.shipx.afterwards import Afterwards
from inpost_desk.shipx.breaker import Outage
from inpost_desk.shipx.calls import CHANGE_TIMEOUT, SENT_WITHIN
from inpost_desk.shipx.catalogues import (
    read_cost_centre,
    read_entries,
    read_point,
    read_prices,
)
from inpost_desk.shipx.changes import named_rows, write_choices, write_edit
from inpost_desk.shipx.reading import (
    Page,
    read_batch,
    read_organization,
    read_organizations,
    read_page,
    read_shipment,
)
from inpost_desk.shipx.understood import (
    LabelFile,
    done,
    one_point,
    understood,
)
from inpost_desk.shipx.writing import write_batch, write_shipment

__all__ = ["Client", "LabelFile", "Page"]

BATCH_TIMEOUT = 180.0
# A label that is there prints after a look no longer than this: somebody stands before the printer.
GLANCE_TIMEOUT = 1.5
MOST_LABELS = 100
MOST_CHOICES = 100


class Client(Afterwards):
    """ShipX for one organisation."""

    @property
    def organization(self) -> OrganizationId:
        """The organisation that every call is made for."""
        return self._organization

    @property
    def address(self) -> str:
        """Where InPost is asked."""
        return self._transport.address

    @property
    def urgent(self) -> Client:
        """This client for the station: its requests go ahead of all others.

        During an outage they fail at once, reads too. Account, connections, pace and InPost's time are
        shared.
        """
        return Client(self._transport.urgent(), self._organization)

    @property
    def outage(self) -> Outage | None:
        """Since when InPost is out of reach, None while it is not; readable from any thread."""
        return self._transport.breaker.outage

    def listen(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Have `changed` called, on any thread, whenever `outage` is another one; returns what ends it."""
        return self._transport.breaker.listen(changed)

    def knock(self, *, now: bool = False) -> bool:
        """See whether InPost is back, where a probe is due or `now`; whether it can be reached. Blocks."""
        if now:
            self._transport.breaker.probe_now()
        return self._transport.probe()

    def now(self) -> datetime:
        """InPost's time in UTC, as far as it is known."""
        return self._transport.now()

    @property
    def clock_known(self) -> bool:
        """Whether `now` is InPost's own time: an answer has come since this program began."""
        return self._transport.clock_known

    def account(self) -> Organization:
        """The organisation. The sandbox answers with the token's own one whatever id is asked (§3.11)."""
        return self._read(self._home, read_organization, held=True)

    def organizations(self, *, page: int = 1, per_page: int = 100) -> Page[Organization]:
        """A page of the organisations that the token may act for (§3.11)."""
        return self._read(
            "/v1/organizations",
            lambda values: read_organizations(values, page=page),
            query=queries.paging(page, per_page),
        )

    def create(self, new: NewShipment) -> Shipment:
        """Creates and, with a service, buys one shipment. Answers before offers are made (§3.2).

        Without a service InPost prepares offers to choose from; nothing is bought (§3.1).
        """
        return self._change(
            f"{self._home}/shipments",
            write_shipment(new),
            read_shipment,
        )

    def create_batch(self, new: Sequence[NewShipment]) -> Batch:
        """Creates a batch; `Reason.row` of a refusal is the shipment's `key` (§3.4)."""
        return self._change(
            f"{self._home}/batches",
            write_batch(new),
            read_batch,
            timeout=BATCH_TIMEOUT,
        )

    def batch(self, batch_id: BatchId) -> Batch:
        """A batch as it stands; complete once its status is `done` (§3.4)."""
        return self._read(f"/v1/batches/{batch_id}", read_batch, held=True)

    def shipment(self, shipment_id: ShipmentId) -> Shipment:
        """One shipment, without the lag of lists (§3.2)."""
        return self._read(f"/v1/shipments/{shipment_id}", read_shipment, held=True)

    def glance(self, shipment_id: ShipmentId) -> Shipment:
        """One shipment by a single look of 1.5 s at most, before a label that is there already prints.

        Not repeated, so `NotFound` proves nothing: InPost sends 404 at random for ids we hold (§1.4). It
        means that nothing is known, like `Offline` (also `outage` and `too_late`) and `NoAnswer`.
        """
        path = f"/v1/shipments/{shipment_id}"
        answer = self._transport.read_quickly(path, within=GLANCE_TIMEOUT)
        return understood(answer, read_shipment)

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
        query = queries.of_shipments(
            ids=ids, created_from=created_from, key=key, page=page, per_page=per_page
        )
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
        )

    def select_offer(self, shipment_id: ShipmentId, offer_id: OfferId) -> Shipment:
        """Chooses an offer without paying; the others are dropped (§3.3)."""
        return self._change(
            f"/v1/shipments/{shipment_id}/select_offer",
            {"offer_id": offer_id},
            read_shipment,
        )

    def select_offers(self, choices: Sequence[OfferChoice]) -> None:
        """Chooses offers of up to 100 shipments; `Reason.row` of a refusal is the choice's `row` (§3.3).

        Raises ValueError for none or more.
        """
        self._bulk("select_offers", choices)

    def bulk_buy(self, choices: Sequence[OfferChoice]) -> None:
        """Pays for offers of up to 100 shipments, one by one after the answer; else as `select_offers`.

        InPost refuses all of them where one is wrong (§3.3).
        """
        self._bulk("bulk_buy", choices)

    def edit(self, shipment_id: ShipmentId, new: NewShipment) -> Shipment:
        """Makes the shipment what `new` says, nothing of the old one left; offers are made anew (§3.2)."""
        return self._change(
            f"/v1/shipments/{shipment_id}",
            write_edit(new),
            read_shipment,
            method="PUT",
        )

    def cancel(self, shipment_id: ShipmentId) -> None:
        """Cancels an unpaid shipment. A purchase under way may overtake it: read it again later (§3.2)."""
        self._end(f"/v1/shipments/{shipment_id}")

    def calculate(self, new: Sequence[NewShipment]) -> tuple[Price, ...]:
        """What these would cost; buys nothing. Prepaid accounts only (§3.10).

        `Price.key`, and `Reason.row` of a refusal, are the shipment's `key`.
        """
        return self._read(
            f"{self._home}/shipments/calculate", read_prices, question=write_batch(new)
        )

    def mpks(self) -> tuple[CostCentre, ...]:
        """Every cost centre of the organisation (§3.11)."""
        return self._every(f"{self._home}/mpks", read_cost_centre)

    def renew(self, shipment_id: ShipmentId, reference: str) -> Shipment:
        """Edits nothing, so that expired offers are made anew; members left out keep their values (§3.2)."""
        return self._change(
            f"/v1/shipments/{shipment_id}",
            {"reference": reference},
            read_shipment,
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
        return self._file(path, query=query)

    def points(
        self,
        *,
        page: int = 1,
        per_page: int = 500,
        updated_from: datetime | None = None,
        city: str = "",
        post_code: str = "",
        functions: Sequence[str] = (),
        payment: bool = False,
        open_247: bool = False,
    ) -> Page[Point]:
        """A page of points by name, at most 500, those that meet every condition given (§6).

        `updated_from` lies at most three days back; `functions` such as `parcel_collect`; `payment` and
        `open_247` leave out points where nothing can be paid, or that close at times.
        """
        query = queries.of_points(
            updated_from=updated_from,
            city=city,
            post_code=post_code,
            functions=functions,
            payment=payment,
            open_247=open_247,
        )
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
        return self._points(queries.of_points_near(place, metres=metres), page=1, per_page=per_page)

    def _points(self, query: Sequence[tuple[str, str]], *, page: int, per_page: int) -> Page[Point]:
        return self._read(
            "/v1/points",
            lambda values: read_page(values, read_point, page=page),
            query=[*query, *queries.paging(page, per_page)],
        )

    def point(self, name: str) -> Point:
        """One point by name. Raises `NotFound` where there is none (§6)."""
        if not name.strip(". "):
            raise NotFound(status=404, error="resource_not_found")
        return self._read(f"/v1/points/{quote(name.strip(), safe='')}", one_point)

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

    def _bulk(self, action: str, choices: Sequence[OfferChoice]) -> None:
        """The rows travel under numbers, as documented; a refusal names them as the caller does."""
        if not 0 < len(choices) <= MOST_CHOICES:
            raise ValueError(f"{action} of {len(choices)} shipments")
        path = f"{self._home}/shipments/{action}"
        try:
            body = write_choices(choices)
            answer = self._transport.change(
                "POST", path, body=body, timeout=CHANGE_TIMEOUT, within=SENT_WITHIN
            )
            done(answer)
        except Refused as refusal:
            refusal.reasons = named_rows(refusal.reasons, choices)
            raise
