"""The control API's part about parcels on their way and notifications; `control` says what it takes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request

from inpost_desk.simulator import travel
from inpost_desk.simulator.accounts import POSTPAID_ID
from inpost_desk.simulator.clock import iso
from inpost_desk.simulator.engine import Engine
from inpost_desk.simulator.notices import CONFIRMED, Notice, notice, payload_of
from inpost_desk.simulator.notifier import Notifier, answers
from inpost_desk.simulator.records import Account, Scan, Shipment
from inpost_desk.simulator.wire import object_of

Entry = tuple[str, str, Callable[[Request], Awaitable[Any]]]


class TravelControl:
    """One method for each entry of `table`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._notifier = Notifier(lambda: engine.behaviour.shuffle)
        engine.tell = self._notifier.post

    def table(self) -> list[Entry]:
        return [
            ("GET", "/travel", self.ways),
            ("POST", "/collect", self.collect),
            ("POST", "/way", self.way),
            ("GET", "/notifications", self.notifications),
            ("POST", "/notifications", self.set_url),
            ("DELETE", "/notifications", self.forget),
            ("POST", "/notifications/fire", self.fire),
            ("POST", "/notifications/repeat", self.repeat),
            ("POST", "/notifications/forge", self.forge),
        ]

    def reset(self) -> None:
        """Nothing of before the reset is sent any more."""
        self._notifier.forget()

    async def ways(self, request: Request) -> Any:
        wanted = request.query_params.get("id")
        everything = self._engine.shipments.values()
        return [_way(one) for one in everything if wanted in (None, str(one.id)) and one.scans]

    async def collect(self, request: Request) -> Any:
        wanted = await object_of(request)
        everything = self._engine.shipments
        ids = [int(one) for one in wanted.get("ids", everything)]
        leaving = [everything[one] for one in ids if everything[one].status == travel.CONFIRMED]
        for shipment in leaving:
            if "way" in wanted:
                travel.send(shipment, str(wanted["way"]), self._engine.points)
            travel.wait(shipment, until=self._engine.clock.now())
            self._engine.schedule(shipment)
        self._engine.settle()
        return {"collected": [one.id for one in leaving]}

    async def way(self, request: Request) -> Any:
        wanted = await object_of(request)
        shipment = self._engine.shipments[int(wanted["id"])]
        shipment.cod_held = bool(wanted.get("cod_held", shipment.cod_held))
        if "way" in wanted:
            travel.send(shipment, str(wanted["way"]), self._engine.points)
        self._engine.schedule(shipment)
        return _way(shipment)

    async def notifications(self, _: Request) -> Any:
        sent, waiting = self._notifier.log()
        urls = {one.id: one.notify_url for one in self._engine.accounts.values()}
        numbered = [{"number": index, **entry} for index, entry in enumerate(sent)]
        return {"urls": urls, "waiting": waiting, "sent": numbered}

    async def set_url(self, request: Request) -> Any:
        wanted = await object_of(request)
        account, url = self._account(wanted), str(wanted["url"])
        if url and not await asyncio.to_thread(answers, url):
            raise ValueError("the URL does not answer 200 to a GET")
        account.notify_url = url
        self._engine.touch_account(account)
        return {"organization": account.id, "url": url}

    async def forget(self, request: Request) -> Any:
        self._notifier.forget()
        return await self.notifications(request)

    async def fire(self, request: Request) -> Any:
        wanted = await object_of(request)
        event = str(wanted.get("event", CONFIRMED))
        payload = wanted.get("payload")
        if payload is None:
            payload = payload_of(self._engine.shipments[int(wanted["id"])], event)
        made = notice(self._account(wanted), event, payload, at=self._engine.clock.now())
        return self._posted(Notice(str(wanted.get("url", made.url)), made.body))

    async def repeat(self, request: Request) -> Any:
        wanted = await object_of(request)
        sent, _ = self._notifier.log()
        number = int(wanted.get("number", len(sent) - 1))
        if not 0 <= number < len(sent):
            raise ValueError(f"nothing of number {number} was sent")
        again = sent[number]
        return self._posted(Notice(again["url"], again["body"]))

    async def forge(self, request: Request) -> Any:
        wanted = await object_of(request)
        headers = {str(name): str(value) for name, value in wanted.get("headers", {}).items()}
        url = str(wanted.get("url") or self._account(wanted).notify_url)
        return self._posted(Notice(url, wanted["body"], headers))

    def _posted(self, made: Notice) -> Any:
        if not made.url:
            raise ValueError("the account has no URL")
        self._notifier.post([made])
        return {"url": made.url, "body": made.body}

    def _account(self, wanted: dict[str, Any]) -> Account:
        organization = wanted.get("organization")
        if organization is None and "id" in wanted:
            organization = self._engine.shipments[int(wanted["id"])].account
        return self._engine.account(int(organization or POSTPAID_ID))


def _way(shipment: Shipment) -> dict[str, Any]:
    return {
        "id": shipment.id,
        "organization": shipment.account,
        "status": shipment.status,
        "way": shipment.way,
        "scans": [_scan(scan) for scan in shipment.scans],
        "ahead": [_scan(scan) for scan in shipment.ahead],
        "next": iso(shipment.next_at) if shipment.next_step else None,
        "redirected_to": shipment.redirected_to,
        "cod_held": shipment.cod_held,
    }


def _scan(scan: Scan) -> dict[str, Any]:
    return {"status": scan.status, "at": iso(scan.at)}
