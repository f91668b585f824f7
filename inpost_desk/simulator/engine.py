"""The simulated ShipX itself: accounts, shipments and batches, living on the simulator's clock.

Nothing happens by timer: `settle` brings everything up to date with the clock in the order it fell due, and
is called before each request is looked at. What changed is written down by `commit` before the answer leaves.
Neither HTTP nor JSON here.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from math import inf
from typing import Any

import msgspec

from inpost_desk.simulator import cost_centres, purchase, steps, travel
from inpost_desk.simulator.accounts import built_in
from inpost_desk.simulator.behaviour import Behaviour
from inpost_desk.simulator.bulk import chosen_rows
from inpost_desk.simulator.calculation import calculated, rows_to_price
from inpost_desk.simulator.clock import Clock
from inpost_desk.simulator.fields import Body, flag
from inpost_desk.simulator.intake import shipment_from
from inpost_desk.simulator.notices import Notice, nobody_listens, notices_of
from inpost_desk.simulator.pickups import FIRST_IDS as PICKUP_IDS
from inpost_desk.simulator.pickups import SENT, Pickups
from inpost_desk.simulator.points import Points
from inpost_desk.simulator.records import Account, Batch, CostCentre, DispatchOrder, Offer, Shipment
from inpost_desk.simulator.refusals import Refusal, action_refused, invalid
from inpost_desk.simulator.statuses import CANCELED, UNPAID
from inpost_desk.simulator.store import Store
from inpost_desk.simulator.validation import findings, rows_findings

FIRST_IDS = {"shipment": 41_000_000, "batch": 810_000, "part": 9_300_000, "mpk": 10, **PICKUP_IDS}


class Engine:
    """`balance` (grosz) is what the prepaid account starts with. Raises OSError for an unusable store."""

    def __init__(
        self, *, clock: Clock, store: Store, points: Points, behaviour: Behaviour, balance: int
    ) -> None:
        self.clock = clock
        self.points = points
        self.behaviour = behaviour
        self._store = store
        self._balance = balance
        # What is said to an account's URL once it is written down; to be copied.
        self.tell: Callable[[list[Notice]], None] = nobody_listens
        self._start_empty()
        self._load(store.load())

    # --- accounts, shipments, batches

    def account(self, organization: int) -> Account:
        return self.accounts[organization]

    def find(self, account: Account, shipment_id: int) -> Shipment:
        """Raises `Refusal`: 404 where there is none, 403 where it is another account's."""
        shipment = self.shipments.get(shipment_id)
        if shipment is None or shipment.created_at > self.clock.now():
            raise Refusal("resource_not_found")
        if shipment.account != account.id:
            raise Refusal("forbidden")
        return shipment

    def visible(self, account: Account) -> list[Shipment]:
        """Every shipment of the account that exists by now, oldest first."""
        now = self.clock.now()
        return [
            shipment
            for shipment in self.shipments.values()
            if shipment.account == account.id and shipment.created_at <= now
        ]

    def find_batch(self, account: Account, batch_id: int) -> Batch:
        batch = self.batches.get(batch_id)
        if batch is None:
            raise Refusal("resource_not_found")
        if batch.account != account.id:
            raise Refusal("forbidden")
        return batch

    def create(self, account: Account, body: Any) -> Shipment:
        """Raises `Refusal`."""
        now = self.clock.now()
        found = findings(body, account, points=self.points, now=now)
        if found:
            raise invalid(found)
        return self._take_in(body, account, at=now, stops=flag(body, "only_choice_of_offer"))

    def create_batch(self, account: Account, body: Body) -> Batch:
        """All or nothing: one bad row refuses the whole batch, keyed by the row's id (API §3.4)."""
        now = self.clock.now()
        rows = body.get("shipments")
        found = rows_findings(rows, account, points=self.points, now=now)
        if found or not isinstance(rows, list):
            raise invalid(found)
        pace, stops = self.behaviour.seconds_per_row, flag(body, "only_choice_of_offer")
        shipments = [
            self._take_in(
                {name: value for name, value in row.items() if name != "id"},
                account,
                at=round(now + index * pace, 3),
                stops=stops or flag(row, "only_choice_of_offer"),
            )
            for index, row in enumerate(rows)
        ]
        batch = Batch(
            id=self._next_id("batch"),
            account=account.id,
            shipments=[shipment.id for shipment in shipments],
            created_at=now,
            done_at=now + len(rows) * pace,
        )
        for shipment in shipments:
            shipment.batch = batch.id
        self.batches[batch.id] = batch
        self._touch("batch", batch.id, batch)
        return batch

    def edit(self, account: Account, shipment_id: int, body: Any) -> Shipment:
        """Recalculates the offers; what is sent as null is cleared (API §3.2). Nothing is bought by it."""
        shipment = self.find(account, shipment_id)
        if shipment.status not in UNPAID or shipment.next_step:
            raise action_refused("update", status=shipment.status, shipment_id=shipment.id)
        if not isinstance(body, dict):
            raise invalid([(("shipment",), "invalid")])
        now = self.clock.now()
        wanted = {k: v for k, v in {**shipment.request, **body}.items() if v is not None}
        found = findings(wanted, account, points=self.points, now=now)
        if found:
            raise invalid(found)
        fresh = self._made(wanted, account, id_=shipment.id, at=shipment.created_at)
        fresh.transactions, fresh.batch = shipment.transactions, shipment.batch
        fresh.pays_by_itself, fresh.updated_at = False, now
        fresh.made_elsewhere = shipment.made_elsewhere
        self.shipments[fresh.id] = fresh
        self._plan_offers(fresh, now)
        return fresh

    def cancel(self, account: Account, shipment_id: int) -> None:
        """A purchase that has got half-way to its offers overtakes the cancellation (C*: API §3.2)."""
        shipment = self.find(account, shipment_id)
        chosen = shipment.status == "offer_selected" and not shipment.next_step
        allowed = self.behaviour.cancel_selected and chosen
        if shipment.status not in ("created", "offers_prepared") and not allowed:
            raise action_refused("cancel", status=shipment.status, shipment_id=shipment.id)
        now, half = self.clock.now(), self.behaviour.prepare_after / 2
        buys = bool(shipment.next_step) and shipment.pays_by_itself and bool(shipment.service)
        if not (self.behaviour.cancel_race and buys and now - shipment.created_at >= half):
            shipment.next_step = ""
            shipment.queued = None
        shipment.status, shipment.updated_at = CANCELED, now
        self._touch("shipment", shipment.id, shipment)

    def select_offer(self, account: Account, shipment_id: int, body: Body) -> Shipment:
        shipment = self._payable(account, shipment_id)
        now = self.clock.now()
        purchase.select(shipment, purchase.selectable(shipment, body, at=now), at=now)
        self._touch("shipment", shipment.id, shipment)
        return shipment

    def select_offers(self, account: Account, body: Body) -> None:
        """All or nothing (API §3.3). Raises `Refusal`."""
        now = self.clock.now()
        for shipment, offer in self._chosen_rows(account, body, purchase.selectable, at=now):
            purchase.select(shipment, offer, at=now)
            self._touch("shipment", shipment.id, shipment)

    def buy(self, account: Account, shipment_id: int, body: Body) -> Shipment:
        shipment = self._payable(account, shipment_id)
        now = self.clock.now()
        offer = purchase.buyable(shipment, body, at=now)
        try:
            purchase.buy(
                shipment,
                offer,
                account,
                at=now,
                behaviour=self.behaviour,
                next_id=self._next_id,
            )
        finally:
            self.schedule(shipment)
        return shipment

    def bulk_buy(self, account: Account, body: Body) -> None:
        """Validated all or nothing, bought one by one afterwards (API §3.3). Raises `Refusal`."""
        now, pace = self.clock.now(), self.behaviour.seconds_per_row
        rows = self._chosen_rows(account, body, purchase.buyable, at=now)
        for index, (shipment, offer) in enumerate(rows):
            purchase.queue(shipment, offer, at=round(now + index * pace, 3))
            self.schedule(shipment)

    def calculate(self, account: Account, body: Body) -> list[dict[str, Any]]:
        """What shipments would cost; nothing is made of them. Raises `Refusal`."""
        now = self.clock.now()
        rows = rows_to_price(body.get("shipments"), account, points=self.points, now=now)
        made = ((row, self._made(row, account, id_=0, at=now, number=int)) for row in rows)
        return [calculated(shipment, account, row=row.get("id")) for row, shipment in made]

    # --- cost centres

    def add_cost_centre(self, account: Account, body: Body) -> CostCentre:
        centre = cost_centres.made(account, body, id_=self._next_id("mpk"), at=self.clock.now())
        self.touch_account(account)
        return centre

    def change_cost_centre(self, account: Account, id_: int, body: Body) -> CostCentre:
        centre = cost_centres.found(account, id_)
        cost_centres.changed(account, centre, body, at=self.clock.now())
        self.touch_account(account)
        return centre

    # --- for the control API

    def force_status(self, shipment_id: int, status: str) -> Shipment:
        """Advances a shipment as InPost's people and machines would. Raises KeyError."""
        shipment = self.shipments[shipment_id]
        account, before, now = self.accounts[shipment.account], shipment.status, self.clock.now()
        travel.force(shipment, status, at=now)
        self._notices += notices_of(shipment, account, step="", before=before, at=now)
        self._touch("shipment", shipment.id, shipment)
        return shipment

    def schedule(self, shipment: Shipment) -> None:
        """To be called after changing a shipment and what it does next."""
        self._touch("shipment", shipment.id, shipment)
        self._plan(shipment)

    def touch_account(self, account: Account) -> None:
        """To be called after changing an account."""
        self._touch("account", account.id, account)

    def touch_clock(self) -> None:
        """To be called after setting the clock."""
        self._touch("clock", "offset", self.clock.offset)

    def reset(self) -> None:
        """Back to two accounts without shipments, and to the points as they were."""
        self._store.clear()
        self.points.restore()
        self._start_empty()

    def change_point(self, name: str, members: dict[str, Any]) -> dict[str, Any]:
        """Changes a point now, for `updated_from` too. Raises KeyError and ValueError."""
        at = self.clock.now()
        point = self.points.change(name, members, at=at)
        self._touch("point", name, {"members": point, "at": at})
        return point

    # --- time and memory

    def settle(self) -> None:
        """Lets everything happen that has fallen due, in the order of its time."""
        now = self.clock.now()
        while True:
            pickup = self.pickups.due_at()
            at, shipment_id = self._agenda[0] if self._agenda else (inf, 0)
            if min(at, pickup) > now:
                return
            if pickup < at:
                self.pickups.step()
                continue
            heapq.heappop(self._agenda)
            shipment = self.shipments[shipment_id]
            # An entry of a step that was replaced or dropped meanwhile is stale.
            if shipment.next_step and shipment.next_at == at:
                self._step(shipment, at)
                self.schedule(shipment)

    def commit(self) -> None:
        """Writes down what changed since the last time."""
        if self._changed:
            self._changed["ids", "next"] = self._ids
            self._store.put([(table, key, v) for (table, key), v in self._changed.items()])
            self._changed.clear()
        self.tell(self._notices)
        self._notices.clear()

    def _start_empty(self) -> None:
        self.accounts = built_in(self._balance)
        self.shipments: dict[int, Shipment] = {}
        self.batches: dict[int, Batch] = {}
        self._ids = dict(FIRST_IDS)
        self._agenda: list[tuple[float, int]] = []
        self._changed: dict[tuple[str, str], Any] = {}
        self.pickups = Pickups(self, touch=self._touch, next_id=self._next_id)
        self.pickups.when_changed = self._pickup_changed
        self._notices: list[Notice] = []

    def _load(self, tables: dict[str, dict[str, msgspec.Raw]]) -> None:
        decode = msgspec.json.decode
        for raw in tables.get("account", {}).values():
            account = decode(raw, type=Account)
            self.accounts[account.id] = account
        for raw in tables.get("shipment", {}).values():
            shipment = decode(raw, type=Shipment)
            self.shipments[shipment.id] = shipment
            self._plan(shipment)
        self.shipments = dict(sorted(self.shipments.items()))
        for raw in tables.get("batch", {}).values():
            batch = decode(raw, type=Batch)
            self.batches[batch.id] = batch
        self.pickups.load(tables)
        for raw in tables.get("ids", {}).values():
            self._ids = {**FIRST_IDS, **decode(raw, type=dict[str, int])}
        for name, raw in tables.get("point", {}).items():
            kept = decode(raw, type=dict[str, Any])
            self.points.change(name, kept["members"], at=kept["at"])
        for raw in tables.get("clock", {}).values():
            self.clock.offset = decode(raw, type=float)

    def _next_id(self, kind: str = "part") -> int:
        self._ids[kind] += 1
        return self._ids[kind]

    def _touch(self, table: str, key: object, record: Any) -> None:
        self._changed[table, str(key)] = record

    def _plan(self, shipment: Shipment) -> None:
        if shipment.next_step:
            heapq.heappush(self._agenda, (shipment.next_at, shipment.id))

    def _plan_offers(self, shipment: Shipment, at: float) -> None:
        shipment.next_step, shipment.next_at = "prepare", at + self.behaviour.prepare_after
        self.schedule(shipment)

    def _made(
        self,
        body: Body,
        account: Account,
        *,
        id_: int,
        at: float,
        number: Callable[[], int] | None = None,
    ) -> Shipment:
        """`number` numbers its parts; the engine's own ids unless given."""
        next_id = number or self._next_id
        return shipment_from(
            body, account, id_=id_, created_at=at, points=self.points, next_id=next_id
        )

    def _payable(self, account: Account, shipment_id: int) -> Shipment:
        """Selecting and buying do not tell another account's shipment from a missing one (API §3.3)."""
        try:
            return self.find(account, shipment_id)
        except Refusal:
            raise Refusal("resource_not_found") from None

    def _chosen_rows(
        self,
        account: Account,
        body: Body,
        check: Callable[..., Offer],
        *,
        at: float,
    ) -> list[tuple[Shipment, Offer]]:
        return chosen_rows(
            body,
            find=lambda shipment_id: self._payable(account, shipment_id),
            check=lambda shipment, row: check(shipment, row, at=at),
        )

    def _take_in(self, body: Body, account: Account, *, at: float, stops: bool) -> Shipment:
        shipment = self._made(body, account, id_=self._next_id("shipment"), at=at)
        shipment.pays_by_itself = not stops and shipment.service is not None
        self.shipments[shipment.id] = shipment
        self._plan_offers(shipment, at)
        return shipment

    def _step(self, shipment: Shipment, at: float) -> None:
        account = self.accounts[shipment.account]
        name, before = shipment.next_step, shipment.status
        steps.take(
            shipment,
            account,
            at=at,
            behaviour=self.behaviour,
            points=self.points,
            order=self.pickups.order_of(shipment.id),
            next_id=self._next_id,
        )
        if name == "complete":
            self.touch_account(account)
        self._notices += notices_of(shipment, account, step=name, before=before, at=at)

    def _pickup_changed(self, order: DispatchOrder) -> None:
        if order.status == SENT:
            for shipment in (self.shipments[one] for one in order.shipments):
                travel.await_courier(shipment, order)
                self.schedule(shipment)
