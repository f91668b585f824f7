"""Answers label calls: reads format and type, checks ids and statuses, has files made off the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from starlette.responses import Response, StreamingResponse

from inpost_desk.simulator.catalogue import SERVICES
from inpost_desk.simulator.engine import Engine
from inpost_desk.simulator.label_facts import LabelFacts, label_facts
from inpost_desk.simulator.records import Account, Shipment
from inpost_desk.simulator.refusals import Refusal, action_refused, invalid
from inpost_desk.simulator.statuses import CANCELED, UNPAID

if TYPE_CHECKING:
    from inpost_desk.simulator.documents import Document, Wanted

FORMATS = ("pdf", "zpl", "epl")
TYPES = ("normal", "a6", "dpi300")
MOST_IDS = 100
CHUNK = 65_536
NO_MASS_LABELS = "inpost_courier_alcohol"
UNPAID_KEY = "you_can_not_generate_labels_for_unpaid_shipments"


class LabelDesk:
    """One thread draws: more would only share the same lock."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._drawing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="labels")

    async def single(self, shipment: Shipment, query: Mapping[str, str]) -> Response:
        """Raises `Refusal`."""
        wanted = wanted_file(query)
        if shipment.status in UNPAID:
            raise action_refused("get_label", status=shipment.status, shipment_id=shipment.id)
        return await self._document([shipment], wanted)

    async def many(self, account: Account, ids: Any, query: Mapping[str, str]) -> Response:
        """`ids` as they came. Raises `Refusal`."""
        wanted = wanted_file(query)
        shipments = [self._engine.find(account, one) for one in sorted(ids_asked(ids))]
        if any(one.status in UNPAID for one in shipments):
            raise invalid([(("tracking_number",), UNPAID_KEY)])
        if any(one.service == NO_MASS_LABELS for one in shipments):
            raise Refusal("label_generation_failed")
        return await self._document(shipments, wanted)

    async def _document(self, shipments: list[Shipment], wanted: Wanted) -> Response:
        if any(one.status == CANCELED for one in shipments):
            raise invalid([(("tracking_number",), UNPAID_KEY)])
        services = {one.service or "" for one in shipments}
        fine = wanted.format == "zpl" and all(SERVICES[one].dpi300 for one in services)
        if wanted.type == "dpi300" and not fine:
            raise Refusal("label_template_not_found")
        pages = {name: self._pages(shipments, name) for name in sorted(services)}
        return await self.drawn(lambda: _draw(pages, wanted))

    async def drawn(self, draw: Callable[[], Document]) -> Response:
        """The answer that carries a file; `draw` is called off the event loop."""
        loop = asyncio.get_running_loop()
        made = await loop.run_in_executor(self._drawing, draw)
        headers = {
            "Content-Disposition": f'attachment; filename="{made.file_name}"',
            "Content-Transfer-Encoding": "binary",
        }
        return StreamingResponse(
            _chunks(made.content), headers=headers, media_type=made.content_type
        )

    def _pages(self, shipments: list[Shipment], service: str) -> tuple[LabelFacts, ...]:
        of_service = (one for one in shipments if one.service == service)
        return tuple(facts for one in of_service for facts in self._facts(one))

    def _facts(self, shipment: Shipment) -> list[LabelFacts]:
        return label_facts(shipment, self._engine.points)


def _draw(pages: dict[str, tuple[LabelFacts, ...]], wanted: Wanted) -> Document:
    # Imported with the first label: reportlab would double the time the simulator takes to start.
    from inpost_desk.simulator.documents import document

    return document(pages, wanted)


def wanted_file(query: Mapping[str, str]) -> Wanted:
    """Raises `Refusal`."""
    from inpost_desk.simulator.documents import Wanted

    wanted = Wanted(query.get("format", "pdf").lower(), query.get("type", "normal").lower())
    if wanted.format not in FORMATS:
        raise invalid([(("format",), "invalid")])
    if wanted.type not in TYPES:
        raise invalid([(("type",), "invalid")])
    return wanted


def ids_asked(given: Any) -> set[int]:
    """1 to 100 ids, as they came. Raises `Refusal`."""
    if not isinstance(given, list) or not given:
        raise invalid([(("shipment_ids",), "required")])
    if len(given) > MOST_IDS:
        raise invalid([(("shipment_ids",), "invalid_range")])
    words = [str(one) for one in given]
    if not all(word.isascii() and word.isdigit() for word in words):
        raise invalid([(("shipment_ids",), "invalid")])
    return {int(word) for word in words}


async def _chunks(content: bytes) -> AsyncIterator[bytes]:
    """Sent without a length, so that it goes out chunked like ShipX's own (C*)."""
    for start in range(0, len(content), CHUNK):
        yield content[start : start + CHUNK]
