"""A small shop that talks plain HTTP to the simulator: bodies of shipments, and a client for one account.

Written apart from our ShipX client on purpose.
"""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

import httpx

from tests.simulator_process import Simulator

Body = dict[str, Any]
KIELCE = {
    "street": "Lipowa",
    "building_number": "4/2",
    "city": "Kielce",
    "post_code": "25-001",
    "country_code": "PL",
}


def locker(**changes: Any) -> Body:
    """A locker parcel; `changes` replace whole members, None removes them."""
    body: Body = {
        "receiver": {
            "first_name": "Ala",
            "last_name": "Nowicka",
            "email": "ala@example.test",
            "phone": "500600700",
        },
        "parcels": [{"template": "small"}],
        "custom_attributes": {"target_point": "KRA010", "sending_method": "dispatch_order"},
        "service": "inpost_locker_standard",
        "reference": "ZAM/2031",
    }
    return _changed(body, changes)


def courier(**changes: Any) -> Body:
    """A parcel by contract courier."""
    body: Body = {
        "receiver": {
            "company_name": "Firma Żółw",
            "first_name": "Jan",
            "last_name": "Kos",
            "email": "jan@example.test",
            "phone": "500600701",
            "address": KIELCE,
        },
        "parcels": [parcel("1")],
        "custom_attributes": {"sending_method": "dispatch_order"},
        "service": "inpost_courier_standard",
        "reference": "ZAM/2032",
    }
    return _changed(body, changes)


def parcel(id_: str, **changes: Any) -> Body:
    body: Body = {
        "id": id_,
        "dimensions": {"length": "400", "width": "300", "height": "150", "unit": "mm"},
        "weight": {"amount": "2.5", "unit": "kg"},
    }
    return _changed(body, changes)


def money(amount: object) -> Body:
    return {"amount": amount, "currency": "PLN"}


def _changed(body: Body, changes: Body) -> Body:
    return {name: value for name, value in (body | changes).items() if value is not None}


class Shop:
    """An account's own client. `answer` methods return the raw answer, the others its JSON."""

    def __init__(self, simulator: Simulator, *, prepaid: bool = False) -> None:
        self.simulator = simulator
        self.id = simulator.prepaid_organization if prepaid else simulator.organization
        token = simulator.prepaid_token if prepaid else simulator.token
        self.http = httpx.Client(
            base_url=simulator.url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=20,
            verify=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.http.close()

    @property
    def path(self) -> str:
        return f"/v1/organizations/{self.id}"

    def post(self, body: object) -> httpx.Response:
        return self.http.post(f"{self.path}/shipments", json=body)

    def create(self, body: object) -> Body:
        answer = self.post(body)
        assert answer.status_code == 201, answer.text
        return _object(answer)

    def details(self, body: object) -> Any:
        """Of a refused creation."""
        answer = self.post(body)
        assert answer.status_code == 400, answer.text
        assert answer.json()["error"] == "validation_failed"
        return answer.json()["details"]

    def read(self, shipment_id: int) -> Body:
        answer = self.http.get(f"/v1/shipments/{shipment_id}")
        assert answer.status_code == 200, answer.text
        return _object(answer)

    def bought(self, body: object) -> Body:
        """Created, and as it stands two seconds later."""
        created = self.create(body)
        self.simulator.advance(2)
        return self.read(created["id"])

    def batch(self, rows: list[Body]) -> httpx.Response:
        return self.http.post(f"{self.path}/batches", json={"shipments": rows})

    def listed(self, **query: Any) -> Body:
        answer = self.http.get(f"{self.path}/shipments", params=query)
        assert answer.status_code == 200, answer.text
        return _object(answer)

    def ids(self, **query: Any) -> list[int]:
        return [item["id"] for item in self.listed(**query)["items"]]

    def buy(self, shipment_id: int, offer_id: object) -> httpx.Response:
        return self.http.post(f"/v1/shipments/{shipment_id}/buy", json={"offer_id": offer_id})

    def labels(self, ids: list[int], **query: str) -> httpx.Response:
        return self.http.get(
            f"{self.path}/shipments/labels", params={"shipment_ids[]": ids, **query}
        )


def _object(answer: httpx.Response) -> Body:
    body: Body = answer.json()
    return body
