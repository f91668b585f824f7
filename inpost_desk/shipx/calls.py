"""What every endpoint's method is made of: a read, every page of it, a file, a change, an end.

Knows no endpoint. Reads are repeated by the transport's retry rule, changes are sent once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.errors import NoAnswer
from inpost_desk.shipx import queries
from inpost_desk.shipx.reading import Page, read_page
from inpost_desk.shipx.transport import Transport
from inpost_desk.shipx.understood import LabelFile, done, label_file, understood

CHANGE_TIMEOUT = 30.0
FILE_TIMEOUT = 30.0
# The horizon of a lost answer counts from when the call was noted, so it must leave soon after.
SENT_WITHIN = 30.0
# No account has as many of anything; a server that ignores the page number must not keep us asking.
MOST_PAGES = 50
NO_CONTENT = 204

T = TypeVar("T")
Kept = TypeVar("Kept", bound=Hashable)


class Calls:
    """ShipX for one organisation, without its endpoints."""

    def __init__(self, transport: Transport, organization: OrganizationId) -> None:
        self._transport = transport
        self._organization = organization
        self._home = f"/v1/organizations/{organization}"

    def _read(
        self,
        path: str,
        reader: Callable[[object], T],
        *,
        query: Sequence[tuple[str, str]] = (),
        held: bool = False,
        question: object | None = None,
        signed: bool = True,
    ) -> T:
        return self._transport.read_as(
            path,
            lambda answer: understood(answer, reader),
            query=query,
            held=held,
            question=question,
            signed=signed,
        )

    def _every(self, path: str, reader: Callable[[object], Kept | None]) -> tuple[Kept, ...]:
        """All pages of a collection, each item once."""
        found: dict[Kept, None] = {}
        for page in range(1, MOST_PAGES + 1):
            known = len(found)
            got: Page[Kept] = self._read(
                path, lambda values: read_page(values, reader), query=queries.paging(page, 100)
            )
            found.update(dict.fromkeys(got.items))
            if len(found) >= got.count or len(found) == known:
                break
        return tuple(found)

    def _file(self, path: str, *, query: Sequence[tuple[str, str]], held: bool = True) -> LabelFile:
        return self._transport.read_as(
            path, label_file, query=query, timeout=FILE_TIMEOUT, held=held
        )

    def _change(
        self,
        path: str,
        body: object,
        reader: Callable[[object], T],
        *,
        timeout: float = CHANGE_TIMEOUT,
        method: str = "POST",
    ) -> T:
        answer = self._transport.change(
            method, path, body=body, timeout=timeout, within=SENT_WITHIN
        )
        return understood(answer, reader, change=True)

    def _end(self, path: str) -> None:
        answer = self._transport.change(
            "DELETE", path, body=None, timeout=CHANGE_TIMEOUT, within=SENT_WITHIN
        )
        done(answer)
        if answer.status != NO_CONTENT and not answer.content.strip():
            # InPost says 204 (API §3.2, §3.6); an empty 200 may be anybody's in between.
            raise NoAnswer("unreadable", request_id=answer.request_id)
