"""The control API, outside ShipX and without a token: looks behind the scenes and moves them.

All under `/_control`; bodies and answers are JSON. A request that cannot be understood gets 400 and `error`.

* `GET /_control/log`: every ShipX request in order, with `time, method, path, query, status, request_id,
  fault, acted`; `status` null where no answer was given. `DELETE /_control/log` empties it.
* `GET /_control/shipments`: the truth about every shipment, with no lag: `id, organization, status, service,
  asked_service, tracking_number, tracking_numbers, reference, external_customer_id, identify_numbers, batch,
  charged` (PLN), `payments` (successful ones), `created_at`.
* `GET /_control/accounts`: id, token, kind, balance (PLN), services of both accounts.
* `POST /_control/clock` `{"advance": seconds}` or `{"set": ISO or Unix time}`; answers `{"now": …}`,
  as GET does.
* `POST /_control/balance` `{"amount": PLN, "organization": 1001}` sets a balance (1001 by default).
* `POST /_control/account` `{"organization": id, "prepaid": bool, "company_data": bool, "services": [id, …]}`.
* `POST /_control/faults` with a plan (see `faults`) replaces plan and behaviour; `{}` or DELETE leaves no
  rules and the behaviour of the command line; GET shows the rules with their counts, and the behaviour.
* `POST /_control/point` `{"name": "KRA010", "status": "NonOperating", …}` changes members of a point, so that
  `updated_from` finds it.
* `POST /_control/status` `{"id": shipment, "status": name}` advances one shipment.
* `POST /_control/elsewhere` `{"organization": 1002, "shipment": {…}}` makes a shipment as Manager Paczek
  would (1002 by default): lists and labels know it, printouts refuse it; answers its truth.
* `GET /_control/pickups`: the truth about every dispatch order, with no lag: `id, organization, status,
  shipments, dispatch_point, comes_at, charged` (PLN), `reasons, comments, created_at`.
* `POST /_control/pickup` `{"id": order, "status": name}` puts a dispatch order into another status.
* `POST /_control/collect` `{"ids": […], "way": name}` lets confirmed shipments leave now, all where no ids
  are given, each as it happens to go where no way is (see `ways`: `delivered, reminded, uncollected, delayed,
  redirected, stored, missing` to lockers and PaczkoPunkty; `delivered, absent, delayed, redirected, refused,
  wrong_address, unknown_receiver, unpaid, undeliverable, missing` to addresses); answers `collected` ids.
* `POST /_control/way` `{"id": shipment, "way": name, "cod_held": bool}` chooses the way of a shipment before
  it leaves, or what is left of it; `cod_held` keeps its cash from being paid out.
* `GET /_control/travel` (`?id=`): `id, organization, status, way, scans, ahead, next, redirected_to,
  cod_held` of every shipment that was ever confirmed.
* `POST /_control/notifications` `{"organization": 1002, "url": U}` sets the URL of an account (1002 by
  default) once a GET to it has been answered with 200; "" for none.
* `GET /_control/notifications`: `urls` by organization, how many are `waiting`, and everything `sent` as
  `number, url, body, status, problem` (`status` null where it could not be delivered); DELETE drops both.
* `POST /_control/notifications/fire` `{"event": name, "id": shipment}` or `{"event", "organization",
  "payload"}` sends one now, to the account's `url` unless given; `…/repeat` `{"number": n}` sends one again
  (the last by default); `…/forge` `{"body": anything, "headers": {…}, "url": U}` sends what InPost never
  would, a text as it is.
* `POST /_control/reset`, or `DELETE /_control`: forgets everything, as if just started.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from inpost_desk.simulator.accounts import POSTPAID_ID, PREPAID_ID, TOKENS
from inpost_desk.simulator.clock import iso, moment
from inpost_desk.simulator.engine import Engine
from inpost_desk.simulator.faults import Faults
from inpost_desk.simulator.front import CONTROL, Front
from inpost_desk.simulator.records import Account, DispatchOrder, Shipment
from inpost_desk.simulator.refusals import Refusal
from inpost_desk.simulator.statuses import TITLES
from inpost_desk.simulator.travel_control import TravelControl
from inpost_desk.simulator.wire import answer, object_of

MISTAKES = (ValueError, KeyError, TypeError, AttributeError)
Handler = Callable[[Request], Awaitable[Any]]


class Control:
    """`front` is set once the application stands; `planned` is the plan given at start."""

    front: Front

    def __init__(
        self, engine: Engine, *, planned: Callable[[], Faults], usual: Callable[[Any], Faults]
    ) -> None:
        self._engine = engine
        self._planned = planned
        self._usual = usual
        self._start = engine.clock.offset
        self._travel = TravelControl(engine)

    def routes(self) -> list[BaseRoute]:
        table: list[tuple[str, str, Handler]] = [
            ("GET", "/log", self.log),
            ("DELETE", "/log", self.empty_log),
            ("GET", "/shipments", self.shipments),
            ("GET", "/accounts", self.accounts),
            ("GET", "/clock", self.clock),
            ("POST", "/clock", self.set_clock),
            ("POST", "/balance", self.balance),
            ("POST", "/account", self.account),
            ("GET", "/faults", self.faults),
            ("POST", "/faults", self.set_faults),
            ("DELETE", "/faults", self.no_faults),
            ("POST", "/point", self.point),
            ("POST", "/status", self.status),
            ("POST", "/elsewhere", self.elsewhere),
            ("GET", "/pickups", self.pickups),
            ("POST", "/pickup", self.pickup),
            *self._travel.table(),
            ("POST", "/reset", self.reset),
            ("DELETE", "", self.reset),
        ]
        return [
            Route(f"{CONTROL}{path}", _answered(handler), methods=[method])
            for method, path, handler in table
        ]

    async def log(self, _: Request) -> Any:
        return list(self.front.log)

    async def empty_log(self, _: Request) -> Any:
        self.front.log.clear()
        return {}

    async def shipments(self, _: Request) -> Any:
        now = self._engine.clock.now()
        everything = self._engine.shipments.values()
        return [_truth(shipment) for shipment in everything if shipment.created_at <= now]

    async def accounts(self, _: Request) -> Any:
        tokens = {organization: token for token, organization in TOKENS.items()}
        accounts = self._engine.accounts.values()
        return [_account(one, tokens[one.id]) for one in accounts]

    async def clock(self, _: Request) -> Any:
        return {"now": iso(self._engine.clock.now())}

    async def set_clock(self, request: Request) -> Any:
        wanted = await object_of(request)
        if "set" in wanted:
            self._engine.clock.set(moment(str(wanted["set"])))
        else:
            self._engine.clock.advance(float(wanted["advance"]))
        self._engine.touch_clock()
        self._engine.settle()
        return await self.clock(request)

    async def balance(self, request: Request) -> Any:
        wanted = await object_of(request)
        account = self._engine.account(int(wanted.get("organization", PREPAID_ID)))
        account.balance = round(float(wanted["amount"]) * 100)
        self._engine.touch_account(account)
        return {"balance": account.balance / 100}

    async def account(self, request: Request) -> Any:
        wanted = await object_of(request)
        account = self._engine.account(int(wanted.get("organization", PREPAID_ID)))
        account.prepaid = bool(wanted.get("prepaid", account.prepaid))
        account.company_data = bool(wanted.get("company_data", account.company_data))
        account.services = [str(one) for one in wanted.get("services", account.services)]
        self._engine.touch_account(account)
        return {"organization": account.id, "prepaid": account.prepaid}

    async def faults(self, _: Request) -> Any:
        rules = [asdict(rule) for rule in self.front.faults.rules]
        return {"rules": rules, "behaviour": asdict(self._engine.behaviour)}

    async def set_faults(self, request: Request) -> Any:
        self._use(self._usual(await object_of(request)))
        return await self.faults(request)

    async def no_faults(self, request: Request) -> Any:
        self._use(self._usual({}))
        return await self.faults(request)

    async def point(self, request: Request) -> Any:
        wanted = await object_of(request)
        return self._engine.change_point(str(wanted.pop("name")), wanted)

    async def status(self, request: Request) -> Any:
        wanted = await object_of(request)
        if wanted["status"] not in TITLES:
            raise ValueError(f"unknown status: {wanted['status']}")
        return _truth(self._engine.force_status(int(wanted["id"]), wanted["status"]))

    async def elsewhere(self, request: Request) -> Any:
        wanted = await object_of(request)
        account = self._engine.account(int(wanted.get("organization", POSTPAID_ID)))
        shipment = self._engine.create(account, wanted["shipment"])
        shipment.made_elsewhere = True
        return _truth(shipment)

    async def pickups(self, _: Request) -> Any:
        return [_pickup(order) for order in self._engine.pickups.orders.values()]

    async def pickup(self, request: Request) -> Any:
        wanted = await object_of(request)
        status = str(wanted["status"])
        return _pickup(self._engine.pickups.force_status(int(wanted["id"]), status))

    async def reset(self, _: Request) -> Any:
        self._engine.reset()
        self._travel.reset()
        self._engine.clock.offset = self._start
        self._engine.touch_clock()
        self._use(self._planned())
        self.front.log.clear()
        return {}

    def _use(self, faults: Faults) -> None:
        self.front.faults = faults
        self._engine.behaviour = faults.behaviour


def _answered(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def answered(request: Request) -> Response:
        try:
            return answer(await handler(request))
        except Refusal as problem:
            return answer({"error": problem.error}, status=400)
        except MISTAKES as problem:
            return answer({"error": f"{type(problem).__name__}: {problem}"}, status=400)

    return answered


def _truth(shipment: Shipment) -> dict[str, Any]:
    return {
        "id": shipment.id,
        "organization": shipment.account,
        "status": shipment.status,
        "service": shipment.service,
        "asked_service": shipment.asked_service,
        "tracking_number": shipment.tracking_number,
        "tracking_numbers": [parcel.tracking_number for parcel in shipment.parcels],
        "reference": shipment.reference,
        "external_customer_id": shipment.external_customer_id,
        "identify_numbers": [parcel.identify_number for parcel in shipment.parcels],
        "batch": shipment.batch,
        "charged": shipment.charged / 100,
        "payments": sum(one.status == "success" for one in shipment.transactions),
        "created_at": iso(shipment.created_at),
    }


def _pickup(order: DispatchOrder) -> dict[str, Any]:
    return {
        "id": order.id,
        "organization": order.account,
        "status": order.status,
        "shipments": order.shipments,
        "dispatch_point": order.point,
        "comes_at": iso(order.comes_at) if order.comes_at else None,
        "charged": (order.price or 0) / 100,
        "reasons": order.reasons,
        "comments": [one.comment for one in order.comments],
        "created_at": iso(order.created_at),
    }


def _account(account: Account, token: str) -> dict[str, Any]:
    return {
        "id": account.id,
        "token": token,
        "prepaid": account.prepaid,
        "balance": account.balance / 100,
        "company_data": account.company_data,
        "services": account.services,
    }
