"""Labels with which a receiver sends a parcel back: courier services, not Allegro, paid (API §3.5).

How the refusal of another service is called is a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from inpost_desk.simulator.label_facts import LabelFacts, return_facts
from inpost_desk.simulator.label_requests import UNPAID_KEY, LabelDesk, ids_asked, wanted_file
from inpost_desk.simulator.records import Account, Shipment
from inpost_desk.simulator.refusals import action_refused, invalid
from inpost_desk.simulator.statuses import UNPAID

COURIER, ALLEGRO = "inpost_courier_", "inpost_courier_allegro"


class ReturnDesk(LabelDesk):
    """As the desk for labels, for the way back."""

    async def single(self, shipment: Shipment, query: Mapping[str, str]) -> Response:
        """Raises `Refusal`."""
        wanted = wanted_file(query)
        if shipment.status in UNPAID:
            raise action_refused(
                "get_return_label", status=shipment.status, shipment_id=shipment.id
            )
        _check_services([shipment])
        return await self._document([shipment], wanted)

    async def many(self, account: Account, ids: Any, query: Mapping[str, str]) -> Response:
        """`ids` as they came. Raises `Refusal`."""
        wanted = wanted_file(query)
        shipments = [self._engine.find(account, one) for one in sorted(ids_asked(ids))]
        if any(one.status in UNPAID for one in shipments):
            raise invalid([(("tracking_number",), UNPAID_KEY)])
        _check_services(shipments)
        return await self._document(shipments, wanted)

    def _facts(self, shipment: Shipment) -> list[LabelFacts]:
        return return_facts(shipment, self._engine.points)


def _check_services(shipments: list[Shipment]) -> None:
    services = [one.service or "" for one in shipments]
    if not all(name.startswith(COURIER) and name != ALLEGRO for name in services):
        raise invalid([(("service",), "invalid")])
