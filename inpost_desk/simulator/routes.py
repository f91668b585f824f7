"""The paths of ShipX: reads the request, asks the engine, writes the answer (API §3). No rule lives here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from inpost_desk.simulator import cost_centres
from inpost_desk.simulator.accounts import account_json
from inpost_desk.simulator.after_routes import AfterPaths
from inpost_desk.simulator.answers import batch_json, shipment_json
from inpost_desk.simulator.catalogue import sending_methods_json, services_json
from inpost_desk.simulator.cost_centres import cost_centre_json
from inpost_desk.simulator.engine import Engine
from inpost_desk.simulator.label_requests import LabelDesk
from inpost_desk.simulator.lists import listed, paged
from inpost_desk.simulator.pickup_routes import PickupPaths
from inpost_desk.simulator.point_search import search
from inpost_desk.simulator.records import Account, Shipment
from inpost_desk.simulator.refusals import Refusal
from inpost_desk.simulator.statuses import TITLES
from inpost_desk.simulator.wire import (
    JSON_TYPE,
    account_of,
    answer,
    body_of,
    host,
    object_of,
    owner_of,
)

Handler = Callable[[Request], Awaitable[Response]]
CHALLENGE = 'Bearer realm="ShipX", error="invalid_token"'
LANGUAGES = ("keys", "en_GB", "pl_PL")


def shipx(engine: Engine, control: list[BaseRoute]) -> Starlette:
    """The application with every path of ShipX and the control API beside it."""
    routes = [*Paths(engine).routes(), *AfterPaths(engine).routes(), *control]
    return Starlette(
        routes=routes, exception_handlers={HTTPException: _no_route, Refusal: _refused}
    )


class Paths:
    """One method per path."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._labels = LabelDesk(engine)

    def routes(self) -> list[Route]:
        org = "/v1/organizations/{org:int}"
        one = "/v1/shipments/{id:int}"
        return [
            Route("/v1/statuses", self.statuses),
            Route("/v1/services", self.services),
            Route("/v1/sending_methods", self.sending_methods),
            Route("/v1/points", self.points),
            Route("/v1/points/{name}", self.point),
            Route("/v1/organizations", self.organizations),
            Route("/v1/organizations/{org}", self.organization),
            Route(f"{org}/shipments", self.shipments),
            Route(f"{org}/shipments", self.create, methods=["POST"]),
            Route(f"{org}/shipments/select_offers", self.select_offers, methods=["POST"]),
            Route(f"{org}/shipments/bulk_buy", self.bulk_buy, methods=["POST"]),
            Route(f"{org}/shipments/calculate", self.calculate, methods=["POST"]),
            Route(f"{org}/mpks", self.cost_centres),
            Route(f"{org}/mpks", self.add_cost_centre, methods=["POST"]),
            Route("/v1/mpks/{id:int}", self.cost_centre),
            Route("/v1/mpks/{id:int}", self.change_cost_centre, methods=["PUT"]),
            Route(f"{org}/shipments/labels", self.labels, methods=["GET", "POST"]),
            Route(f"{org}/shipments/{{id:int}}", self.shipment),
            Route(f"{org}/shipments/{{id:int}}/label", self.label),
            Route(f"{org}/batches", self.create_batch, methods=["POST"]),
            Route("/v1/batches/{id:int}", self.batch),
            Route(one, self.shipment),
            Route(one, self.edit, methods=["PUT"]),
            Route(one, self.cancel, methods=["DELETE"]),
            Route(f"{one}/buy", self.buy, methods=["POST"]),
            Route(f"{one}/select_offer", self.select_offer, methods=["POST"]),
            Route(f"{one}/label", self.label),
            *PickupPaths(self._engine, self._labels).routes(),
        ]

    async def statuses(self, request: Request) -> Response:
        language = request.query_params.get("lang", "pl_PL")
        if language not in ("pl_PL", "en_GB"):
            refusal = Refusal("invalid_parameter").body("en_GB")
            refusal["description"] = refusal.pop("message")
            return answer({**refusal, "details": None}, status=400)
        index = 0 if language == "pl_PL" else 1
        items = [
            {"name": name, "title": titles[index], "description": titles[index]}
            for name, titles in TITLES.items()
        ]
        return answer({"href": f"https://{host(request)}/v1/statuses", "items": items})

    async def services(self, _: Request) -> Response:
        return answer(services_json())

    async def sending_methods(self, request: Request) -> Response:
        return answer(sending_methods_json(request.query_params.get("service")))

    async def points(self, request: Request) -> Response:
        found = search(
            self._engine.points,
            request.query_params,
            host=host(request),
            now=self._engine.clock.now(),
        )
        return Response(found, media_type=JSON_TYPE)

    async def point(self, request: Request) -> Response:
        name = request.path_params["name"].upper()
        if self._engine.points.get(name) is None:
            raise Refusal("resource_not_found")
        return answer(self._engine.points.encoded(name))

    async def organizations(self, request: Request) -> Response:
        account = self._account(request)
        return answer(
            {
                "href": f"http://{host(request)}/v1/organizations",
                "count": 1,
                "page": 1,
                "per_page": 100,
                "items": [account_json(account, host(request))],
            }
        )

    async def organization(self, request: Request) -> Response:
        """The token's own one whatever id is asked, like the sandbox (API §3.11)."""
        return answer(account_json(self._account(request), host(request)))

    async def shipments(self, request: Request) -> Response:
        account = self._owner(request)
        engine, behaviour = self._engine, self._engine.behaviour
        listing = listed(
            lambda: engine.visible(account),
            account,
            query=request.query_params,
            by_id=engine.shipments,
            now=engine.clock.now(),
            behaviour=behaviour,
        )
        path = f"{host(request)}{request.url.path}"
        body = {
            "href": listing.address(path),
            "count": listing.count,
            "page": listing.page,
            "per_page": listing.per_page,
            "items": [shipment_json(one, host(request), behaviour) for one in listing.items],
        }
        return answer(body, headers={"Link": listing.link(path)})

    async def create(self, request: Request) -> Response:
        account = self._owner(request)
        shipment = self._engine.create(account, await body_of(request))
        place = f"http://{host(request)}/v1/shipments/{shipment.id}"
        return self._shipment_answer(request, shipment, status=201, headers={"Location": place})

    async def create_batch(self, request: Request) -> Response:
        account = self._owner(request)
        batch = self._engine.create_batch(account, await object_of(request))
        place = f"http://{host(request)}/v1/batches/{batch.id}"
        return self._batch_answer(request, batch.id, status=201, headers={"Location": place})

    async def batch(self, request: Request) -> Response:
        self._engine.find_batch(self._account(request), request.path_params["id"])
        return self._batch_answer(request, request.path_params["id"], status=200, headers={})

    async def shipment(self, request: Request) -> Response:
        return self._shipment_answer(request, self._found(request))

    async def edit(self, request: Request) -> Response:
        account, body = self._account(request), await body_of(request)
        edited = self._engine.edit(account, request.path_params["id"], body)
        return self._shipment_answer(request, edited)

    async def cancel(self, request: Request) -> Response:
        self._engine.cancel(self._account(request), request.path_params["id"])
        return Response(status_code=204)

    async def buy(self, request: Request) -> Response:
        account, body = self._account(request), await object_of(request)
        bought = self._engine.buy(account, request.path_params["id"], body)
        return self._shipment_answer(request, bought)

    async def select_offer(self, request: Request) -> Response:
        account, body = self._account(request), await object_of(request)
        chosen = self._engine.select_offer(account, request.path_params["id"], body)
        return self._shipment_answer(request, chosen)

    async def select_offers(self, request: Request) -> Response:
        account, body = self._owner(request), await object_of(request)
        self._engine.select_offers(account, body)
        return Response(status_code=204)

    async def bulk_buy(self, request: Request) -> Response:
        account, body = self._owner(request), await object_of(request)
        self._engine.bulk_buy(account, body)
        return Response(status_code=204)

    async def calculate(self, request: Request) -> Response:
        """A plain array (API §1.5)."""
        account, body = self._owner(request), await object_of(request)
        return answer(self._engine.calculate(account, body))

    async def cost_centres(self, request: Request) -> Response:
        centres = self._owner(request).cost_centres
        newest_first = sorted(centres, key=lambda one: one.id, reverse=True)
        shown, figures = paged(newest_first, request.query_params)
        path = f"{host(request)}{request.url.path}"
        body = {
            "href": figures.address(path),
            "count": figures.count,
            "page": figures.page,
            "per_page": figures.per_page,
            "items": [cost_centre_json(one, host(request)) for one in shown],
        }
        return answer(body, headers={"Link": figures.link(path)})

    async def add_cost_centre(self, request: Request) -> Response:
        account, body = self._owner(request), await object_of(request)
        centre = self._engine.add_cost_centre(account, body)
        place = f"http://{host(request)}/v1/mpks/{centre.id}"
        shown = cost_centre_json(centre, host(request))
        return answer(shown, status=201, headers={"Location": place})

    async def cost_centre(self, request: Request) -> Response:
        centre = cost_centres.found(self._account(request), request.path_params["id"])
        return answer(cost_centre_json(centre, host(request)))

    async def change_cost_centre(self, request: Request) -> Response:
        account, body = self._account(request), await object_of(request)
        centre = self._engine.change_cost_centre(account, request.path_params["id"], body)
        return answer(cost_centre_json(centre, host(request)))

    async def label(self, request: Request) -> Response:
        shipment = self._found(request)
        return await self._labels.single(shipment, request.query_params)

    async def labels(self, request: Request) -> Response:
        account = self._owner(request)
        if request.method == "POST":
            body = await object_of(request)
            ids, query = body.get("shipment_ids"), {k: str(v) for k, v in body.items()}
        else:
            ids = request.query_params.getlist("shipment_ids[]")
            query = dict(request.query_params)
        return await self._labels.many(account, ids, query)

    def _account(self, request: Request) -> Account:
        return account_of(request, self._engine)

    def _owner(self, request: Request) -> Account:
        return owner_of(request, self._engine)

    def _found(self, request: Request) -> Shipment:
        owner = self._owner if "org" in request.path_params else self._account
        return self._engine.find(owner(request), request.path_params["id"])

    def _shipment_answer(
        self,
        request: Request,
        shipment: Shipment,
        *,
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> Response:
        body = shipment_json(shipment, host(request), self._engine.behaviour)
        return answer(body, status=status, headers=headers)

    def _batch_answer(
        self, request: Request, batch_id: int, *, status: int, headers: dict[str, str]
    ) -> Response:
        engine = self._engine
        body = batch_json(
            engine.batches[batch_id],
            engine.shipments,
            host=host(request),
            now=engine.clock.now(),
        )
        return answer(body, status=status, headers=headers)


async def _refused(request: Request, problem: Exception) -> Response:
    if not isinstance(problem, Refusal):
        raise problem
    language = request.headers.get("accept-language", "")
    body = problem.body(language if language in LANGUAGES else "en_GB")
    headers = {"WWW-Authenticate": CHALLENGE} if problem.status == 401 else None
    return answer(body, status=problem.status, headers=headers)


async def _no_route(request: Request, _: Exception) -> Response:
    return await _refused(request, Refusal("routing_not_found"))
