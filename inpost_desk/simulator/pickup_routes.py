"""The paths of couriers' pickups: dispatch orders, their printouts, dispatch points (API §3.6 to §3.8)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from inpost_desk.simulator.clock import iso
from inpost_desk.simulator.dispatch_points import point_json
from inpost_desk.simulator.engine import Engine
from inpost_desk.simulator.label_requests import LabelDesk
from inpost_desk.simulator.lists import Listing
from inpost_desk.simulator.pickup_lists import listed_orders, listed_points
from inpost_desk.simulator.printouts import PrintoutDesk
from inpost_desk.simulator.records import DispatchOrder, Shipment
from inpost_desk.simulator.wire import account_of, answer, host, object_of, owner_of


class PickupPaths:
    """One method per path."""

    def __init__(self, engine: Engine, labels: LabelDesk) -> None:
        self._engine = engine
        self._printouts = PrintoutDesk(engine, labels)

    def routes(self) -> list[Route]:
        orders = "/v1/organizations/{org:int}/dispatch_orders"
        comment = f"{orders}/{{id:int}}/comment"
        one = "/v1/dispatch_orders/{id:int}"
        return [
            Route(orders, self.orders),
            Route(orders, self.order, methods=["POST"]),
            Route(f"{orders}/calculate", self.calculate, methods=["POST"]),
            Route(f"{orders}/printouts", self.printouts),
            Route(comment, self.add_comment, methods=["POST"]),
            Route(comment, self.change_comment, methods=["PUT"]),
            Route(comment, self.drop_comments, methods=["DELETE"]),
            Route(one, self.one),
            Route(one, self.cancel, methods=["DELETE"]),
            Route(f"{one}/printout", self.printout),
            Route("/v1/organizations/{org:int}/dispatch_points", self.points),
            Route("/v1/dispatch_points/{id:int}", self.point),
        ]

    async def orders(self, request: Request) -> Response:
        account = owner_of(request, self._engine)
        engine = self._engine
        shown, figures = listed_orders(
            engine.pickups.orders.values(),
            account,
            query=request.query_params,
            shipments=engine.shipments,
            fresh=engine.clock.now() - engine.behaviour.list_lag,
        )
        items = [order_json(one, host(request), engine.shipments) for one in shown]
        return _page(request, items, figures)

    async def order(self, request: Request) -> Response:
        account = owner_of(request, self._engine)
        order = self._engine.pickups.order(account, await object_of(request))
        place = f"http://{host(request)}/v1/dispatch_orders/{order.id}"
        return self._order(request, order, status=201, headers={"Location": place})

    async def one(self, request: Request) -> Response:
        account = account_of(request, self._engine)
        return self._order(request, self._engine.pickups.find(account, request.path_params["id"]))

    async def cancel(self, request: Request) -> Response:
        account = account_of(request, self._engine)
        self._engine.pickups.cancel(account, request.path_params["id"])
        return Response(status_code=204)

    async def calculate(self, request: Request) -> Response:
        account = owner_of(request, self._engine)
        return answer(self._engine.pickups.calculate(account, await object_of(request)))

    async def add_comment(self, request: Request) -> Response:
        account, body = owner_of(request, self._engine), await object_of(request)
        order = self._engine.pickups.add_comment(account, request.path_params["id"], body)
        return self._order(request, order, status=201)

    async def change_comment(self, request: Request) -> Response:
        account, body = owner_of(request, self._engine), await object_of(request)
        order = self._engine.pickups.change_comment(account, request.path_params["id"], body)
        return self._order(request, order)

    async def drop_comments(self, request: Request) -> Response:
        account, body = owner_of(request, self._engine), await object_of(request)
        self._engine.pickups.drop_comments(account, request.path_params["id"], body)
        return Response(status_code=204)

    async def printout(self, request: Request) -> Response:
        account = account_of(request, self._engine)
        order = self._engine.pickups.find(account, request.path_params["id"])
        return await self._printouts.of_order(account, order, request.query_params)

    async def printouts(self, request: Request) -> Response:
        account, query = owner_of(request, self._engine), request.query_params
        ids = query.getlist("shipment_ids[]")
        return await self._printouts.many(account, ids, query)

    async def points(self, request: Request) -> Response:
        account = owner_of(request, self._engine)
        points = self._engine.pickups.points.values()
        shown, figures = listed_points(points, account, query=request.query_params)
        return _page(request, [point_json(one, host(request)) for one in shown], figures)

    async def point(self, request: Request) -> Response:
        account = account_of(request, self._engine)
        point = self._engine.pickups.find_point(account, request.path_params["id"])
        return answer(point_json(point, host(request)))

    def _order(
        self,
        request: Request,
        order: DispatchOrder,
        *,
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> Response:
        body = order_json(order, host(request), self._engine.shipments)
        return answer(body, status=status, headers=headers)


def order_json(
    order: DispatchOrder, host: str, shipments: Mapping[int, Shipment]
) -> dict[str, Any]:
    """A DispatchOrder (API §2.10); how `errors` and `statuses` look inside is our guess."""
    return {
        "href": f"https://{host}/v1/dispatch_orders/{order.id}",
        "id": order.id,
        "status": order.status,
        "statuses": [{"status": name, "created_at": iso(at)} for name, at in order.statuses],
        "errors": _errors(order),
        "price": order.price / 100 if order.price is not None else None,
        "address": order.address,
        "shipments": [
            {
                "href": f"https://{host}/v1/shipments/{one}",
                "id": one,
                "tracking_number": shipments[one].tracking_number,
            }
            for one in order.shipments
        ],
        "comments": [
            {"id": one.id, "comment": one.comment, "created_at": iso(one.created_at)}
            for one in order.comments
        ],
        "created_at": iso(order.created_at),
        "updated_at": iso(order.updated_at),
    }


def _errors(order: DispatchOrder) -> dict[str, Any] | None:
    """`details` in the shape of every error's: shipments by their ids, wrapped (API §1.6)."""
    if not order.reasons:
        return None
    own = {name: said for name, said in order.reasons.items() if not name.isdigit()}
    of_shipments = {name: said for name, said in order.reasons.items() if name.isdigit()}
    details: dict[str, Any] = {**own, **({"shipments": [of_shipments]} if of_shipments else {})}
    return {"details": details}


def _page(request: Request, items: list[dict[str, Any]], figures: Listing) -> Response:
    path = f"{host(request)}{request.url.path}"
    body = {
        "href": figures.address(path),
        "count": figures.count,
        "page": figures.page,
        "per_page": figures.per_page,
        "items": items,
    }
    return answer(body, headers={"Link": figures.link(path)})
