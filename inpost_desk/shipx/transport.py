"""Sends requests to ShipX: token, time limits, pace, retry rule, errors converted, one log line each.

The only module that imports httpx. It never follows an address that an answer names: a redirect comes
from a captive portal, and ShipX's own links are `http://` (API §1.3).
"""

from __future__ import annotations

import logging
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
import msgspec
import truststore

from inpost_desk.clock import elapsed, steady_now
from inpost_desk.errors import NoAnswer, NotFound, Offline, TooFast, Trouble
from inpost_desk.shipx.answers import GATEWAY_404, Answer, date_of, trouble_of
from inpost_desk.shipx.environments import (
    checked_address,
    checked_token,
    is_loopback,
    token_is_from_elsewhere,
)
from inpost_desk.shipx.pace import Pace

__all__ = ["Answer", "Pace", "Transport"]

CONNECT_TIMEOUT = 5.0
# Pauses between the attempts of a read, in seconds.
PAUSES = (0.5, 1.5, 4.0)
# A read does not sleep longer than this for a Retry-After; the caller is told instead.
LONGEST_SLEEP = 30.0
# A time limit holds for each piece of an answer; the whole may take this many times as long.
PATIENCE = 3.0
LARGEST_ANSWER = 64 * 1024 * 1024
CLOCK_TOLERANCE = timedelta(seconds=2)

Query = Sequence[tuple[str, str]]
T = TypeVar("T")

_log = logging.getLogger("inpost_desk.shipx")
_encoder = msgspec.json.Encoder(decimal_format="number")


def encoded(body: object) -> bytes:
    """JSON as it is sent: a `Decimal` becomes a number with all its digits."""
    return _encoder.encode(body)


def _as_it_is(answer: Answer) -> Answer:
    return answer


class Transport:
    """One account at one address. Thread-safe; everything is set up by the first request.

    `language` is `keys`, `en_GB` or `pl_PL`: errors name rules only with `keys` (API §1.3). `wait` sleeps
    between the attempts of a read and returns True to give up; `clock` is the local time in UTC.
    """

    def __init__(
        self,
        base_url: str,
        token: str = "",
        *,
        pace: Pace | None = None,
        language: str = "keys",
        version: str = "",
        wait: Callable[[float], bool] | None = None,
        clock: Callable[[], datetime] = steady_now,
    ) -> None:
        self._base = checked_address(base_url)
        self._host = urlsplit(self._base).hostname or ""
        self._token = checked_token(token)
        self._pace = pace or Pace()
        self._language = language
        self._version = version
        self._stopped = threading.Event()
        self._wait = wait or self._stopped.wait
        self._clock = clock
        self._offset = timedelta()
        self._lock = threading.Lock()
        self._kept: httpx.Client | None = None
        self._fresh: httpx.Client | None = None

    def read(
        self, path: str, *, query: Query = (), timeout: float = 15.0, held: bool = False
    ) -> Answer:
        """GET by the retry rule; see `read_as`."""
        return self.read_as(path, _as_it_is, query=query, timeout=timeout, held=held)

    def read_as(
        self,
        path: str,
        reader: Callable[[Answer], T],
        *,
        query: Query = (),
        timeout: float = 15.0,
        held: bool = False,
        question: object | None = None,
    ) -> T:
        """GET, made into a value by `reader`, whose `NoAnswer` is retried like a lost answer.

        A `question` is POSTed: for the calls that only ask but need a body to do so.

        Retried up to three times after `Offline`, `NoAnswer`, `TooFast` and a gateway's 404; after ShipX's
        own 404 only for an id we hold (`held`), since it sends those at random (API §1.4).
        """
        method = "GET" if question is None else "POST"
        for pause in (*PAUSES, None):
            try:
                answer = self._exchange(method, path, query=query, body=question, timeout=timeout)
                return reader(answer)
            except Trouble as trouble:
                if pause is None or not _worth_repeating(trouble, held=held):
                    raise
                if self._wait(max(pause, trouble.wait) if isinstance(trouble, TooFast) else pause):
                    raise
        raise AssertionError("the last attempt returns or raises")

    def change(
        self,
        method: str,
        path: str,
        *,
        body: object | None,
        timeout: float,
        within: float | None = None,
    ) -> Answer:
        """Sends a change exactly once, on a connection of its own.

        Waiting for its turn may take long, and the machine may sleep meanwhile: after `within` seconds it
        is not sent any more but raises `Offline`.

        A kept-alive connection may have been dropped at the other end, and then nobody can tell whether
        the request arrived. Never repeated here, whatever happens: the caller decides.
        """
        return self._exchange(method, path, body=body, timeout=timeout, change=True, within=within)

    def now(self) -> datetime:
        """The server's time in UTC as learned from its answers; before the first one, this machine's."""
        return self._clock() + self._offset

    def close(self) -> None:
        """Ends pauses between attempts at once and closes connections."""
        self._stopped.set()
        with self._lock:
            for client in (self._kept, self._fresh):
                if client is not None:
                    client.close()

    def _exchange(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: object | None = None,
        timeout: float,
        change: bool = False,
        within: float | None = None,
    ) -> Answer:
        request_id = str(uuid4())
        asked = elapsed()
        content = None if body is None else encoded(body)
        trouble: Trouble | None
        with self._pace.turn():
            if within is not None and elapsed() - asked > within:
                raise Offline("too_late", request_id=request_id)
            started = time.monotonic()
            try:
                answer = self._send(
                    method,
                    path,
                    query=query,
                    content=content,
                    timeout=timeout,
                    request_id=request_id,
                )
                trouble, outcome = self._judged(answer, change=change), str(answer.status)
            except (Offline, NoAnswer) as failure:
                trouble, outcome = failure, f"{type(failure).__name__} {failure.detail}"
            took = (time.monotonic() - started) * 1000
            shown = _without_values(path, query)
            _log.info("%s %s %s %.0f ms %s", method, shown, outcome, took, request_id)
        if trouble is not None:
            raise trouble
        return answer

    def _judged(self, answer: Answer, *, change: bool) -> Trouble | None:
        self._learn_time(answer)
        elsewhere = answer.status in (401, 403) and token_is_from_elsewhere(self._token, self._host)
        trouble = trouble_of(answer, change=change, elsewhere=elsewhere)
        if isinstance(trouble, TooFast):
            self._pace.slow_down(trouble.wait)
        return trouble

    def _send(
        self,
        method: str,
        path: str,
        *,
        query: Query,
        content: bytes | None,
        timeout: float,
        request_id: str,
    ) -> Answer:
        client = self._client(kept=method == "GET")
        headers = {"X-Request-ID": request_id}
        if content is not None:
            headers["Content-Type"] = "application/json"
        try:
            with client.stream(
                method,
                self._base + path,
                params=list(query) or None,
                content=content,
                headers=headers,
                timeout=httpx.Timeout(timeout, connect=CONNECT_TIMEOUT),
            ) as response:
                whole = _collected(response, until=time.monotonic() + timeout * PATIENCE)
        except (
            httpx.ConnectError,
            httpx.ConnectTimeout,
            httpx.PoolTimeout,
            httpx.ProxyError,
        ) as error:
            raise Offline(_why(error), request_id=request_id) from None
        except httpx.InvalidURL:
            raise Offline("bad_address", request_id=request_id) from None
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise NoAnswer(_why(error), request_id=request_id) from None
        except _Excess as error:
            raise NoAnswer(str(error), request_id=request_id) from None
        except RuntimeError:
            if not client.is_closed:
                raise
            raise NoAnswer("closed", request_id=request_id) from None
        return Answer(
            status=response.status_code,
            content=whole,
            media_type=response.headers.get("content-type", "").split(";")[0].strip().lower(),
            headers=dict(response.headers.items()),
            request_id=request_id,
        )

    def _client(self, *, kept: bool) -> httpx.Client:
        with self._lock:
            if self._stopped.is_set():
                raise Offline("closed")
            if kept:
                self._kept = self._kept or self._new_client(httpx.Limits(max_connections=10))
                return self._kept
            self._fresh = self._fresh or self._new_client(
                httpx.Limits(max_connections=10, max_keepalive_connections=0)
            )
            return self._fresh

    def _new_client(self, limits: httpx.Limits) -> httpx.Client:
        secure = self._base.startswith("https:")
        try:
            return httpx.Client(
                headers=self._headers(),
                limits=limits,
                verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if secure else False,
                follow_redirects=False,
                trust_env=not is_loopback(self._host),
            )
        except (ValueError, ImportError, httpx.InvalidURL):
            # A proxy in the environment that httpx cannot use.
            raise Offline("proxy") from None

    def _headers(self) -> dict[str, str]:
        headers = {
            "Accept": "*/*",
            "Accept-Language": self._language,
            "User-Agent": "InPost Desk",
            "X-User-Agent": "InPost Desk",
        }
        if self._version:
            headers["X-User-Agent-Version"] = self._version
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        return headers

    def _learn_time(self, answer: Answer) -> None:
        """The `Date` header has whole seconds, and a portal's or firewall's page has a clock of its own."""
        there = date_of(answer.headers.get("date", ""))
        strange = 300 <= answer.status < 400 or answer.media_type.startswith("text/")
        if there is None or strange:
            return
        offset = there - self._clock()
        if abs(offset - self._offset) >= CLOCK_TOLERANCE:
            self._offset = offset


class _Excess(Exception):
    """An answer that is too long or takes too long."""


def _collected(response: httpx.Response, *, until: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in response.iter_bytes():
        parts.append(part)
        size += len(part)
        if size > LARGEST_ANSWER:
            raise _Excess("too_large")
        if time.monotonic() > until:
            raise _Excess("timeout")
    return b"".join(parts)


def _without_values(path: str, query: Query) -> str:
    names = "&".join(dict.fromkeys(name for name, _ in query))
    return f"{path}?{names}" if names else path


def _worth_repeating(trouble: Trouble, *, held: bool) -> bool:
    if isinstance(trouble, TooFast):
        return trouble.wait <= LONGEST_SLEEP
    if isinstance(trouble, NotFound):
        return held or trouble.error == GATEWAY_404
    return isinstance(trouble, Offline | NoAnswer) and trouble.detail != "closed"


def _why(error: httpx.HTTPError | httpx.StreamError) -> str:
    """A key for what happened; the library's own words may quote an address with a query."""
    if isinstance(error, httpx.TimeoutException):
        return "timeout"
    if isinstance(error, httpx.ProxyError):
        return "proxy"
    if isinstance(error, httpx.ConnectError):
        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, ssl.SSLError):
                return "certificate" if isinstance(cause, ssl.CertificateError) else "tls"
            cause = cause.__cause__ or cause.__context__
        return "no_connection"
    return "cut"
