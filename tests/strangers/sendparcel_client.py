"""Somebody else's client (`python-sendparcel-inpost`) drives the simulator over a real socket.

Not a part of the tests: run by `run.sh` with the Python that has that client, which must not know ours.
Prints one line for each thing it did and ends with 1 where the simulator did not do as ShipX does.
"""

from __future__ import annotations

import asyncio
import base64
import json
import sys
import threading
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from queue import Queue
from typing import Any, TypeVar

from sendparcel.types import CallbackContext  # type: ignore[import-not-found]
from sendparcel_inpost import (  # type: ignore[import-not-found]
    InPostCourierProvider,
    InPostLockerProvider,
    ShipXClient,
)
from sendparcel_inpost.exceptions import (  # type: ignore[import-not-found]
    ShipXAPIError,
    ShipXAuthenticationError,
)

SENDER = {"name": "Sklep Alfa", "email": "sklep@example.test", "phone": "500600702"}
SENDER_PLACE = {
    "street": "Polna",
    "building_number": "7",
    "city": "Kielce",
    "postal_code": "25-002",
}
RECEIVER = {"name": "Ala Nowak", "email": "ala@example.test", "phone": "501234567"}
PLACE = {
    "street": "Lipowa",
    "building_number": "4",
    "city": "Kielce",
    "postal_code": "25-001",
    "country_code": "PL",
}
PARCEL = {"length_cm": 40.0, "width_cm": 30.0, "height_cm": 15.0, "weight_kg": 2.5}
SECONDS = 20.0

T = TypeVar("T")


@dataclass
class Parcel:
    """What that client wants to know a shipment by."""

    id: str = "1"
    status: str = "new"
    provider: str = "inpost"
    external_id: str = ""
    tracking_number: str = ""


@dataclass
class Simulator:
    """The other end: its ShipX address, and what moves it behind the scenes."""

    url: str
    token: str
    organization: int

    @property
    def config(self) -> dict[str, Any]:
        return {
            "token": self.token,
            "organization_id": self.organization,
            "base_url": self.url,
            "retry_base_delay": 0.05,
            "verify_webhook_ip": False,
        }

    def client(self, token: str = "") -> Any:
        return ShipXClient(
            token or self.token, self.organization, base_url=self.url, retry_base_delay=0.05
        )

    def control(self, path: str, body: dict[str, Any]) -> None:
        request = urllib.request.Request(
            f"{self.url}/_control/{path}",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        urllib.request.urlopen(request).close()


def did(what: str) -> None:
    print(f"ok {what}", flush=True)


async def until(ask: Callable[[], Awaitable[T]], wanted: Callable[[T], bool]) -> T:
    """The first answer that is as wanted."""
    async with asyncio.timeout(SECONDS):
        while True:
            found = await ask()
            if wanted(found):
                return found
            await asyncio.sleep(0.1)


async def refusal(call: Awaitable[Any]) -> Any:
    """What that client raises for it."""
    try:
        answer = await call
    except ShipXAPIError as problem:
        return problem
    raise AssertionError(f"taken: {answer}")


async def created(kind: Any, simulator: Simulator, client: Any, **wanted: Any) -> Any:
    """A provider with a parcel that InPost has."""
    parcel = Parcel()
    provider = kind(parcel, simulator.config, transport=client)
    answer = await provider.create_shipment(
        sender_address={**SENDER, **SENDER_PLACE},
        receiver_address={**RECEIVER, **({} if kind is InPostLockerProvider else PLACE)},
        parcels=[PARCEL],
        **wanted,
    )
    parcel.external_id = answer["external_id"]
    return provider


async def to_locker(simulator: Simulator, client: Any, *, point: str = "KRA010") -> Any:
    """A provider with a parcel to a locker that is confirmed."""
    provider = await created(InPostLockerProvider, simulator, client, target_point=point)
    await confirmed(provider)
    return provider


async def confirmed(provider: Any) -> None:
    """Wait until it is paid and numbered."""
    found = await until(provider.fetch_shipment_status, lambda one: one["status"] == "label_ready")
    provider.shipment.tracking_number = found["tracking_number"]
    assert len(found["tracking_number"]) == 24, found


async def labelled(provider: Any, client: Any) -> None:
    """Labels of every kind; what is paid cannot be cancelled any more."""
    for size in ("normal", "A6"):
        label = await provider.create_label(label_type=size)
        document = base64.b64decode(label["content_base64"])
        assert document.startswith(b"%PDF-1."), document[:20]
    assert await client.get_label(int(provider.shipment.external_id), label_format="Zpl")
    outcome = await provider.cancel_shipment()
    assert (outcome["cancelled"], outcome["provider_status_code"]) == (False, 400), outcome


async def by_locker(simulator: Simulator) -> None:
    """create → confirmed → label."""
    async with simulator.client() as client:
        await labelled(await to_locker(simulator, client), client)
        did("locker: created, confirmed, labelled; not cancelled once it is paid")


async def by_courier(simulator: Simulator) -> None:
    """Its courier provider names no sending method: then InPost has no offer and buys nothing (API §5.3).

    With one, by its plain client, it is bought.
    """
    async with simulator.client() as client:
        provider = await created(InPostCourierProvider, simulator, client)
        number = int(provider.shipment.external_id)
        found = await until(lambda: client.get_shipment(number), lambda one: bool(one["offers"]))
        reasons = [one["key"] for one in found["offers"][0]["unavailability_reasons"]]
        assert reasons == ["sending_method_required"], found
        assert (await provider.cancel_shipment())["cancelled"]
        answer = await client.create_shipment(
            {
                "receiver": provider._address_to_peer({**RECEIVER, **PLACE}),
                "sender": provider._address_to_peer({**SENDER, **SENDER_PLACE}),
                "parcels": provider._parcels_to_shipx([PARCEL]),
                "service": "inpost_courier_standard",
                "custom_attributes": {"sending_method": "dispatch_order"},
            }
        )
        provider.shipment.external_id = str(answer["id"])
        await confirmed(provider)
        await labelled(provider, client)
        did("courier: no offer without a sending method; with one confirmed and labelled")


async def cancelled(simulator: Simulator) -> None:
    """Without a service only offers are made, and that can be cancelled."""
    async with simulator.client() as client:
        answer = await client.create_shipment(
            {
                "receiver": {"phone": "501234567", "email": "ala@example.test"},
                "parcels": [{"template": "small"}],
                "custom_attributes": {"target_point": "KRA010", "sending_method": "parcel_locker"},
            }
        )
        provider = InPostLockerProvider(
            Parcel(external_id=str(answer["id"])), simulator.config, transport=client
        )
        await until(
            lambda: client.get_shipment(answer["id"]),
            lambda one: bool(one["status"] == "offers_prepared"),
        )
        outcome = await provider.cancel_shipment()
        assert outcome["cancelled"], outcome
        update = await provider.fetch_shipment_status()
        assert update["status"] == "cancelled", update
        did("offers: made, cancelled, read back as cancelled")


async def tracked(simulator: Simulator) -> None:
    """Unknown before the first scan, then followed to the end; the catalogues name what it meets."""
    async with simulator.client() as client:
        provider = await to_locker(simulator, client)
        parcel = provider.shipment
        problem = await refusal(client.get_tracking(parcel.tracking_number))
        assert problem.status_code == 404, problem
        number = int(parcel.external_id)
        simulator.control("collect", {"ids": [number], "way": "delivered"})
        simulator.control("clock", {"advance": 10 * 24 * 3600})
        found = await client.get_tracking(parcel.tracking_number)
        seen = {one["status"] for one in found["tracking_details"]}
        assert found["tracking_number"] == parcel.tracking_number
        assert {"collected_from_sender", "delivered"} <= seen, seen
        known = {one["name"] for one in _items(await client.get_statuses(lang="pl_PL"))}
        assert seen <= known, seen - known
        services = {one["id"] for one in _items(await client.get_services())}
        assert {"inpost_locker_standard", "inpost_courier_standard"} <= services
        update = await provider.fetch_shipment_status()
        assert update["status"] == "delivered", update
        did("tracking: 404 before the first scan, then every status to delivered; catalogues")


def _items(answer: Any) -> list[dict[str, Any]]:
    """A catalogue is a list, or a collection with one."""
    found: list[dict[str, Any]] = answer["items"] if isinstance(answer, dict) else answer
    return found


async def refused(simulator: Simulator) -> None:
    """A locker that does not exist, a wrong token, and one answer too many in a second."""
    async with simulator.client() as client:
        problem = await refusal(to_locker(simulator, client, point="KRA999"))
        assert (problem.status_code, "does_not_exist" in str(problem.errors)) == (400, True)
    async with simulator.client("wrong") as client:
        problem = await refusal(client.get_shipment(1))
        assert isinstance(problem, ShipXAuthenticationError), problem
        did("refusals: 400 with details for a wrong locker, 401 for a wrong token")
    plan = {"rules": [{"do": "too_many", "retry_after": 1, "times": 1}]}
    simulator.control("faults", plan)
    async with simulator.client() as client:
        assert await client.get_services()
        assert client.metrics.snapshot()["retry_count"] == 1
        did("429: waited as Retry-After says, then served")


async def notified(simulator: Simulator) -> None:
    """The simulator's notifications are what that client takes for InPost's."""
    bodies: Queue[dict[str, Any]] = Queue()
    with _receiver(bodies) as url:
        simulator.control("notifications", {"organization": simulator.organization, "url": url})
        async with simulator.client() as client:
            provider = await to_locker(simulator, client)
            number = int(provider.shipment.external_id)
            simulator.control("collect", {"ids": [number], "way": "delivered"})
            simulator.control("clock", {"advance": 10 * 24 * 3600})
            update: dict[str, Any] = {}
            while update.get("status") != "delivered":
                body = await asyncio.to_thread(bodies.get, timeout=SECONDS)
                update = await provider.handle_callback(
                    CallbackContext("1", body, headers={}, source_ip="127.0.0.1", raw_body=b"")
                )
            assert update["tracking_number"] == provider.shipment.tracking_number
            did("notifications: understood to the last status")
        simulator.control("notifications", {"organization": simulator.organization, "url": ""})


@contextmanager
def _receiver(bodies: Queue[dict[str, Any]]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answered()

        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            bodies.put(json.loads(self.rfile.read(size)))
            self._answered()

        def _answered(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/inpost"
        finally:
            server.shutdown()
            thread.join()


async def main(url: str, token: str, organization: str) -> None:
    """All of it, one after the other."""
    simulator = Simulator(url, token, int(organization))
    for part in (by_locker, by_courier, cancelled, tracked, refused, notified):
        await part(simulator)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
