"""Orders for a courier and the places couriers come to, living on the simulator's clock (API §3.6, §3.8).

A new order is decided a little later: `sent`, or `rejected` with reasons. Whether and how the parcels of a
sent one move on is not decided here: whoever moves them sets `when_changed`.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import datetime, time, timedelta
from math import inf
from typing import TYPE_CHECKING, Any

import msgspec

from inpost_desk.simulator import dispatch_points, pickup_rules, travel
from inpost_desk.simulator.clock import WARSAW
from inpost_desk.simulator.fields import Body, part, text
from inpost_desk.simulator.intake import address_from
from inpost_desk.simulator.records import Account, DispatchOrder, DispatchPoint, PickupComment
from inpost_desk.simulator.refusals import Finding, Refusal, invalid, pickup_refused
from inpost_desk.simulator.statuses import CANCELED

if TYPE_CHECKING:
    from inpost_desk.simulator.engine import Engine

FIRST_IDS = {"pickup": 520_000, "dispatch_point": 3_100}
NEW, SENT, REJECTED = "new", "sent", "rejected"
# The last two belong to older documentation; only the control API gives them.
TAKEN = (SENT, "accepted", "done")
STATUSES = (NEW, *TAKEN, REJECTED, CANCELED)
FOR_PREPAID = "Action available only for prepaid users"
# What a prepaid account pays for each shipment, in grosz: invented.
PRICE = 150


def nobody_listens(_: DispatchOrder) -> None:
    """Until somebody wants to know."""


class Pickups:
    """`engine` knows the shipments; `touch` has a record written down, `next_id` numbers one."""

    def __init__(
        self,
        engine: Engine,
        *,
        touch: Callable[[str, object, Any], None],
        next_id: Callable[[str], int],
    ) -> None:
        self._engine = engine
        self._touch = touch
        self._next_id = next_id
        self.points = dispatch_points.built_in()
        self.orders: dict[int, DispatchOrder] = {}
        # Called when an order becomes sent, rejected or canceled.
        self.when_changed: Callable[[DispatchOrder], None] = nobody_listens
        self._agenda: list[tuple[float, int]] = []
        self._last_order: dict[int, int] = {}

    # --- for whoever has parcels fetched

    def order_of(self, shipment_id: int) -> DispatchOrder | None:
        """The new or sent order that a shipment is in, even after its day."""
        order = self.orders.get(self._last_order.get(shipment_id, 0))
        return order if order is not None and order.status in (NEW, *TAKEN) else None

    # --- what the paths ask for

    def find(self, account: Account, order_id: int) -> DispatchOrder:
        """Raises `Refusal`: 404 where there is none, 403 where it is another account's."""
        order = self.orders.get(order_id)
        if order is None:
            raise Refusal("resource_not_found")
        if order.account != account.id:
            raise Refusal("forbidden")
        return order

    def find_point(self, account: Account, point_id: int) -> DispatchPoint:
        """Raises `Refusal` as `find` does."""
        point = self.points.get(point_id)
        if point is None:
            raise Refusal("resource_not_found")
        if point.account != account.id:
            raise Refusal("forbidden")
        return point

    def order(self, account: Account, body: Body) -> DispatchOrder:
        """A new one; that it is taken says nothing of whether anybody comes. Raises `Refusal`."""
        ids = self._orderable(account, body)
        pickup_rules.place_given(body)
        point = self._place(account, body)
        now = self._engine.clock.now()
        order = DispatchOrder(
            id=self._next_id("pickup"),
            account=account.id,
            point=point.id,
            shipments=ids,
            status=NEW,
            address=point.address,
            created_at=now,
            updated_at=now,
            decided_at=now + self._engine.behaviour.pickup_after,
            statuses=[(NEW, now)],
        )
        if text(body, "comment"):
            self._comment(order, text(body, "comment"), at=now)
        self._keep(order)
        return order

    def cancel(self, account: Account, order_id: int) -> None:
        """Not one that is over, nor one whose parcels InPost has. Raises `Refusal`."""
        order = self.find(account, order_id)
        shipments = (self._engine.shipments[one] for one in order.shipments)
        collected = any(one.status not in ("confirmed", CANCELED) for one in shipments)
        if order.status != NEW and (order.status not in TAKEN or collected):
            raise pickup_refused("cancel", status=order.status, order_id=order.id)
        if order.price is not None:
            account.balance += order.price
            self._engine.touch_account(account)
        self._become(order, CANCELED, at=self._engine.clock.now())

    def calculate(self, account: Account, body: Body) -> dict[str, Any]:
        """What an order would cost; nothing is ordered. Raises `Refusal`."""
        if not account.prepaid:
            raise Refusal(FOR_PREPAID)
        ids = pickup_rules.ids_given(body.get("shipments"), field="shipments")
        troubles = {one: self._trouble(account, one) for one in ids}
        good = [one for one, trouble in troubles.items() if not trouble]
        return {
            "total_success_count": len(good),
            "total_error_count": len(ids) - len(good),
            "total_price": len(good) * PRICE / 100,
            "price_list": [{"shipment_id": one, "price": PRICE / 100} for one in good],
            "invalid_shipments": [
                {"id": one, "errors": [trouble]} for one, trouble in troubles.items() if trouble
            ],
        }

    def add_comment(self, account: Account, order_id: int, body: Body) -> DispatchOrder:
        order = self.find(account, order_id)
        self._comment(order, pickup_rules.comment_given(body), at=self._engine.clock.now())
        self._keep(order)
        return order

    def change_comment(self, account: Account, order_id: int, body: Body) -> DispatchOrder:
        order = self.find(account, order_id)
        words = pickup_rules.comment_given(body)
        wanted = [one for one in order.comments if str(one.id) == text(body, "id")]
        if not wanted:
            raise invalid([(("id",), "does_not_exist")])
        wanted[0].comment = words
        self._keep(order)
        return order

    def drop_comments(self, account: Account, order_id: int, body: Body) -> None:
        order = self.find(account, order_id)
        ids = pickup_rules.ids_given(body.get("comment_ids"), field="comment_ids")
        if set(ids) - {one.id for one in order.comments}:
            raise invalid([(("comment_ids",), "does_not_exist")])
        order.comments = [one for one in order.comments if one.id not in ids]
        self._keep(order)

    # --- for the control API

    def force_status(self, order_id: int, status: str) -> DispatchOrder:
        """Raises KeyError and ValueError."""
        if status not in STATUSES:
            raise ValueError(f"unknown status: {status}")
        order = self.orders[order_id]
        now = self._engine.clock.now()
        if status in TAKEN:
            order.comes_at = self._courier_time(order, at=now)
        self._become(order, status, at=now)
        return order

    # --- time and memory

    def due_at(self) -> float:
        """When the next order is decided; infinity for never."""
        while self._agenda and self.orders[self._agenda[0][1]].decided_at != self._agenda[0][0]:
            heapq.heappop(self._agenda)
        return self._agenda[0][0] if self._agenda else inf

    def step(self) -> None:
        """Decides the next order that is due."""
        at, order_id = heapq.heappop(self._agenda)
        order = self.orders[order_id]
        account = self._engine.account(order.account)
        order.reasons = self._reasons(order, account)
        if order.reasons:
            self._become(order, REJECTED, at=at)
            return
        if account.prepaid:
            order.price = len(order.shipments) * PRICE
            account.balance -= order.price
            self._engine.touch_account(account)
        order.comes_at = self._courier_time(order, at=at)
        point = self.points[order.point]
        if point.status == dispatch_points.CREATED:
            point.status = dispatch_points.ACTIVATED
            self._touch("dispatch_point", point.id, point)
        self._become(order, SENT, at=at)

    def load(self, tables: dict[str, dict[str, msgspec.Raw]]) -> None:
        """What an earlier run wrote down."""
        for raw in tables.get("dispatch_point", {}).values():
            point = msgspec.json.decode(raw, type=DispatchPoint)
            self.points[point.id] = point
        orders = tables.get("dispatch_order", {}).values()
        kept = [msgspec.json.decode(raw, type=DispatchOrder) for raw in orders]
        for order in sorted(kept, key=lambda one: one.id):
            self._index(order)

    def _orderable(self, account: Account, body: Body) -> list[int]:
        ids = pickup_rules.ids_given(body.get("shipments"), field="shipments")
        troubles = dict.fromkeys(self._trouble(account, one) for one in ids)
        found: list[Finding] = [(("shipments",), one) for one in troubles if one]
        if found:
            raise invalid(found)
        return ids

    def _trouble(self, account: Account, shipment_id: int) -> str:
        shipment = self._engine.shipments.get(shipment_id)
        return pickup_rules.trouble_with(shipment, account, ordered=self._ordered)

    def _ordered(self, shipment_id: int) -> bool:
        """Whether a courier may still come for it: a missed one is over when its day is."""
        order = self.order_of(shipment_id)
        now = self._engine.clock.now()
        return order is not None and (order.status == NEW or now < end_of_day(order.comes_at))

    def _place(self, account: Account, body: Body) -> DispatchPoint:
        """The dispatch point that is named, or the one of the address, which is made where missing."""
        own = [point for point in self.points.values() if point.account == account.id]
        named = text(body, "dispatch_point_id")
        if named:
            point = next((one for one in own if str(one.id) == named), None)
            if point is None or point.status == dispatch_points.SUSPENDED:
                key = "does_not_exist" if point is None else "invalid"
                raise invalid([(("dispatch_point_id",), key)])
            return point
        address = address_from(part(body, "address"), lambda: self._next_id("part"))
        known = (one for one in own if dispatch_points.same_place(one.address, address))
        return next(known, None) or self._new_point(account, body, address)

    def _new_point(self, account: Account, body: Body, address: dict[str, Any]) -> DispatchPoint:
        point = DispatchPoint(
            id=self._next_id("dispatch_point"),
            account=account.id,
            name=text(body, "name") or account.name,
            status=dispatch_points.CREATED,
            office_hours=text(body, "office_hours") or None,
            phone=text(body, "phone") or None,
            email=text(body, "email") or None,
            comments=None,
            address=address,
        )
        self.points[point.id] = point
        self._touch("dispatch_point", point.id, point)
        return point

    def _reasons(self, order: DispatchOrder, account: Account) -> dict[str, list[str]]:
        behaviour = self._engine.behaviour
        if behaviour.reject_pickups:
            return {"dispatch_order": [behaviour.reject_pickups]}
        shipments = [self._engine.shipments[one] for one in order.shipments]
        objections = {str(one.id): pickup_rules.objection(one) for one in shipments}
        reasons = {id_: [sentence] for id_, sentence in objections.items() if sentence}
        if not reasons and account.prepaid and account.balance < len(shipments) * PRICE:
            return {"dispatch_order": ["debt_collection"]}
        return reasons

    def _courier_time(self, order: DispatchOrder, *, at: float) -> float:
        """When the last of its parcels is fetched if all goes well."""
        shipments = (self._engine.shipments[one] for one in order.shipments)
        return max(travel.leaves_at(one, ordered=at) for one in shipments)

    def _comment(self, order: DispatchOrder, words: str, *, at: float) -> None:
        order.comments.append(PickupComment(self._next_id("part"), words, at))
        order.updated_at = at

    def _become(self, order: DispatchOrder, status: str, *, at: float) -> None:
        order.status, order.updated_at, order.decided_at = status, at, 0.0
        order.statuses.append((status, at))
        self._keep(order)
        self.when_changed(order)

    def _keep(self, order: DispatchOrder) -> None:
        self._index(order)
        self._touch("dispatch_order", order.id, order)

    def _index(self, order: DispatchOrder) -> None:
        self.orders[order.id] = order
        if order.status == NEW:
            heapq.heappush(self._agenda, (order.decided_at, order.id))
        if order.status in (NEW, *TAKEN):
            for shipment_id in order.shipments:
                self._last_order[shipment_id] = max(order.id, self._last_order.get(shipment_id, 0))


def end_of_day(seconds: float) -> float:
    """The midnight after it, in Warsaw."""
    day = datetime.fromtimestamp(seconds, WARSAW).date() + timedelta(days=1)
    return datetime.combine(day, time(), WARSAW).timestamp()
