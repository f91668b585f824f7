"""Paths of what comes after the label: tracking, return labels, the report of cash on delivery (API §3)."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from inpost_desk.simulator import tracking
from inpost_desk.simulator.cod_report import days_asked, report
from inpost_desk.simulator.engine import Engine
from inpost_desk.simulator.return_labels import ReturnDesk
from inpost_desk.simulator.wire import account_of, answer, owner_of


class AfterPaths:
    """One method per path."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._tracking = tracking.Tracking(engine)
        self._returns = ReturnDesk(engine)

    def routes(self) -> list[Route]:
        org = "/v1/organizations/{org:int}"
        return [
            Route("/v1/tracking/{number}", self.tracking),
            Route("/v1/tracking/{number}/service_history", self.service_history),
            Route(f"{org}/shipments/return_labels", self.return_labels),
            Route("/v1/shipments/{id:int}/return_label", self.return_label),
            Route(f"{org}/reports/cod", self.cod_report),
        ]

    async def tracking(self, request: Request) -> Response:
        number = request.path_params["number"]
        found = self._tracking.find(number)
        if found is None:
            return answer(tracking.not_found(number), status=404)
        return answer(self._tracking.shown(*found))

    async def service_history(self, request: Request) -> Response:
        number = request.path_params["number"]
        found = self._tracking.find(number)
        if found is None:
            return answer(tracking.not_found(number), status=404)
        return answer(tracking.service_history(found[0], number))

    async def return_label(self, request: Request) -> Response:
        account = account_of(request, self._engine)
        shipment = self._engine.find(account, request.path_params["id"])
        return await self._returns.single(shipment, request.query_params)

    async def return_labels(self, request: Request) -> Response:
        account = owner_of(request, self._engine)
        ids = request.query_params.getlist("shipment_ids[]")
        return await self._returns.many(account, ids, request.query_params)

    async def cod_report(self, request: Request) -> Response:
        account = owner_of(request, self._engine)
        days = days_asked(request.query_params)
        now = self._engine.clock.now()
        file = report(self._engine.visible(account), account, days, now=now)
        name = f"cod_{days.since}_{days.until}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(file, headers=headers, media_type="application/csv")
