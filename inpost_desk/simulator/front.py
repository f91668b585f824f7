"""What stands around every request: the clock, the journal, faults, latency, ids, and the log of requests.

ASGI on the outside, because faults need the bare connection; the answers themselves are made in `routes`.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections import deque
from collections.abc import Callable, MutableMapping
from typing import Any

import msgspec
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from inpost_desk.simulator.clock import http_date, iso
from inpost_desk.simulator.engine import Engine
from inpost_desk.simulator.faults import Faults, Rule

CONTROL = "/_control"
LONGEST_LOG = 200_000
Address = tuple[str, int]


class Front:
    """The ASGI application. `cut`, set by the server, closes a client's connection without a word."""

    cut: Callable[[Address], None]

    def __init__(self, app: ASGIApp, *, engine: Engine, faults: Faults, latency: float) -> None:
        """`latency` in seconds."""
        self._app = app
        self.engine = engine
        self.faults = faults
        self.latency = latency
        self.log: deque[dict[str, Any]] = deque(maxlen=LONGEST_LOG)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"].startswith(CONTROL):
            self.engine.settle()
            answer = await self._act(scope, receive)
            await _deliver(answer, send)
            return
        entry = self._entry(scope)
        self.log.append(entry)
        fault = self.faults.fault(scope["method"], scope["path"])
        answer = await self._answer(fault, entry, scope, receive)
        await asyncio.sleep(self.latency)
        _add_headers(answer, entry, date=http_date(self.engine.clock.now()))
        if fault is None:
            entry["status"] = answer[0]["status"]
            await _deliver(answer, send)
        else:
            entry["fault"] = fault.do
            await self._spoil(fault, answer, entry, scope=scope, receive=receive, send=send)

    def _entry(self, scope: Scope) -> dict[str, Any]:
        """What the log keeps of a request: no header but its id, no body."""
        given = dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1")
        return {
            "time": iso(self.engine.clock.now()),
            "method": scope["method"],
            "path": scope["path"],
            "query": scope["query_string"].decode("latin-1"),
            "request_id": given or str(uuid.uuid4()),
            "status": None,
            "fault": None,
            "acted": False,
        }

    async def _answer(
        self, fault: Rule | None, entry: dict[str, Any], scope: Scope, receive: Receive
    ) -> list[Message]:
        """Carries the request out unless the fault forbids it."""
        if fault is not None and not fault.act:
            return [{"type": "http.response.start", "status": 500, "headers": []}]
        self.engine.settle()
        answer = await self._act(scope, receive)
        entry["acted"] = True
        return answer

    async def _act(self, scope: Scope, receive: Receive) -> list[Message]:
        """The whole answer; what the request changed is written down before anybody learns of it."""
        answer: list[Message] = []

        async def collect(message: Message) -> None:
            answer.append(message)

        try:
            await self._app(scope, receive, collect)
        except Exception:  # A mistake of ours; Starlette has already answered 500 for it.
            logging.getLogger(__name__).exception("the simulator failed")
        self.engine.commit()
        return answer

    async def _spoil(
        self,
        fault: Rule,
        answer: list[Message],
        entry: dict[str, Any],
        *,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        if fault.do == "hang":
            await _until_gone(receive, fault.seconds)
        if fault.do == "truncate":
            await _deliver_half(answer, send)
        if fault.do in ("cut", "hang", "truncate"):
            self.cut(scope["client"])
            # Once uvicorn has noticed, it does not miss the answer.
            await _until_gone(receive, 1)
            return
        if fault.do == "slow":
            await asyncio.sleep(fault.seconds)
        else:
            answer = _spoilt(fault)
            _add_headers(answer, entry, date=http_date(self.engine.clock.now()))
        entry["status"] = answer[0]["status"]
        await _deliver(answer, send)


def _spoilt(fault: Rule) -> list[Message]:
    """The answer that the fault puts in place of the real one."""
    if fault.do == "too_many":
        wait = str(fault.retry_after).encode()
        return _plain(429, b"error code: 1015", [(b"retry-after", wait)])
    if fault.do == "text_404":
        return _plain(404, b"404 page not found", [])
    if fault.do == "empty":
        return _message(fault.status, b"", [])
    if fault.do == "page":
        return _page(fault.status, [])
    if fault.do == "redirect":
        return _page(302, [(b"location", b"http://portal.example/login")])
    status, error, details = fault.status, fault.error, fault.details
    message = error
    if fault.do == "not_found":
        status, error, message = 404, "resource_not_found", "Resource not found."
    body = {"status": status, "error": error, "message": message, "details": details}
    kind = (b"content-type", b"application/json; charset=utf-8")
    return _message(status, msgspec.json.encode(body), [kind])


def _page(status: int, headers: list[tuple[bytes, bytes]]) -> list[Message]:
    """What somebody between InPost and the client has to say."""
    body = b"<!DOCTYPE html><html><body><h1>Welcome to our network</h1></body></html>"
    return _message(status, body, [(b"content-type", b"text/html; charset=utf-8"), *headers])


def _plain(status: int, body: bytes, headers: list[tuple[bytes, bytes]]) -> list[Message]:
    return _message(status, body, [(b"content-type", b"text/plain; charset=utf-8"), *headers])


def _message(status: int, body: bytes, headers: list[tuple[bytes, bytes]]) -> list[Message]:
    length = (b"content-length", str(len(body)).encode())
    start = {"type": "http.response.start", "status": status, "headers": [*headers, length]}
    return [start, {"type": "http.response.body", "body": body}]


def _add_headers(answer: list[Message], entry: MutableMapping[str, Any], *, date: str) -> None:
    given = entry["request_id"].encode("latin-1")
    answer[0]["headers"] = [
        *answer[0].get("headers", []),
        (b"x-request-id", given),
        (b"date", date.encode()),
    ]


async def _deliver(answer: list[Message], send: Send) -> None:
    for message in answer:
        await send(message)


async def _deliver_half(answer: list[Message], send: Send) -> None:
    body = b"".join(message.get("body", b"") for message in answer[1:])
    await send(answer[0])
    await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})


async def _until_gone(receive: Receive, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            while (await receive())["type"] != "http.disconnect":
                pass
    except TimeoutError:
        return
