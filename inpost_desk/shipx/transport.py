"""Sends requests to ShipX: token, time limits, pace, retry rule, errors converted, one log line each.

The only module that imports httpx. It never follows an address that an answer names: a redirect comes
from a captive portal, and ShipX's own links are `http://` (API §1.3).
"""

from __future__ import annotations

import contextlib
import copy
import logging
import ssl
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import TypeVar
from urllib.parse import urlsplit

import httpx

from inpost_desk.clock import elapsed, steady_now
from inpost_desk.errors import NoAnswer, Offline, TooFast, Trouble
from inpost_desk.shipx import received
from inpost_desk.shipx.answers import Answer, trouble_of
from inpost_desk.shipx.breaker import OUTAGE, Breaker, Way
from inpost_desk.shipx.environments import (
    checked_address,
    checked_token,
    token_is_from_elsewhere,
)
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.proxies import proxy_for
from inpost_desk.shipx.request import PAUSES, Query, Request, encoded, worth_repeating
from inpost_desk.shipx.secure import secure_context
from inpost_desk.shipx.server_time import ServerTime

__all__ = ["Answer", "Pace", "Transport", "encoded"]

# A time limit holds for each piece of an answer; the whole may take this many times as long.
PATIENCE = 3.0
# Asked only to see whether InPost is back: small, and nothing in between can answer it from a store.
PROBE = "/v1/organizations"
PROBE_TIMEOUT = 5.0
# Parts of a quick read's time: the most it waits for its turn, and for each piece of the answer.
TURN_PART = 0.3
PIECE_PART = 0.8

T = TypeVar("T")

_log = logging.getLogger("inpost_desk.shipx")


def _as_it_is(answer: Answer) -> Answer:
    return answer


class Transport:
    """One account at one address. Thread-safe; everything is set up by the first request.

    `language` is `keys`, `en_GB` or `pl_PL`: errors name rules only with `keys` (API §1.3). `wait` sleeps
    between the attempts of a read and returns True to give up; `clock` is the local time in UTC. Without a
    `breaker` every request is sent, however long InPost has been out of reach. `proxy` is what the settings
    say: "" leaves the way to the system.
    """

    def __init__(
        self,
        base_url: str,
        token: str = "",
        *,
        pace: Pace | None = None,
        breaker: Breaker | None = None,
        language: str = "keys",
        version: str = "",
        proxy: str = "",
        wait: Callable[[float], bool] | None = None,
        clock: Callable[[], datetime] = steady_now,
    ) -> None:
        self._base = checked_address(base_url)
        self._host = urlsplit(self._base).hostname or ""
        self._token = checked_token(token)
        self._pace = pace or Pace()
        self.breaker = breaker or Breaker(opens_after=float("inf"))
        self._language = language
        self._version = version
        self._proxy = proxy
        self._stopped = threading.Event()
        self._wait = wait or self._stopped.wait
        self._time = ServerTime(clock)
        self.hurried = False
        self._connections = _Connections(self._new_client)

    @property
    def address(self) -> str:
        """Where everything is sent."""
        return self._base

    def urgent(self) -> Transport:
        """This transport once more, for the station: its requests go ahead of all others.

        Account, connections, clock, pace and breaker are the same; closing one closes both.
        """
        twin = copy.copy(self)
        twin.hurried = True
        return twin

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
        signed: bool = True,
    ) -> T:
        """GET, made into a value by `reader`, whose `NoAnswer` is retried like a lost answer.

        A `question` is POSTed: for the calls that only ask but need a body to do so. Without `signed` the
        token stays here: for what InPost tells everybody.

        Retried up to three times after `Offline`, `NoAnswer`, `TooFast` and a gateway's 404; after ShipX's
        own 404 only for an id we hold (`held`), since it sends those at random (API §1.4).

        During an outage an urgent read fails at once. The others keep their pauses, may be the probe, and
        at last ask in any case: whoever starts something when InPost is back need not wait for the probe.
        """
        if self.hurried:
            self.probe()
        method, content = ("GET", None) if question is None else ("POST", encoded(question))
        for pause, way in zip((*PAUSES, None), self._ways(), strict=True):
            request = Request(
                method, path, timeout, query=query, content=content, way=way, signed=signed
            )
            try:
                return reader(self._exchange(request))
            except Trouble as trouble:
                hopeless = self.hurried and trouble.detail == OUTAGE
                if pause is None or hopeless or not worth_repeating(trouble, held=held):
                    raise
                if self._wait(max(pause, trouble.wait) if isinstance(trouble, TooFast) else pause):
                    raise
        raise AssertionError("the last attempt returns or raises")

    def _ways(self) -> tuple[Way, ...]:
        """How each attempt of a read that begins now passes during an outage."""
        first = Way.NOT if self.hurried else Way.AS_PROBE
        further = len(PAUSES) * [Way.STILL]
        if self.breaker.outage is not None:
            # It is not under way.
            further = [first] * (len(PAUSES) - 1) + [Way.NOT if self.hurried else Way.AT_LAST]
        return (first, *further)

    def read_quickly(self, path: str, *, within: float) -> Answer:
        """GET once, and never take longer than `within` seconds, whatever the network or its names do.

        Raises `Offline` where it was not sent, also because its turn did not come soon enough.
        """
        piece = within * PIECE_PART
        request = Request(
            "GET", path, piece, connect=piece, way=Way.NOT, turn_within=within * TURN_PART
        )
        self.breaker.check(request.way, request_id=request.id)
        found: Future[Answer] = Future()

        def ask() -> None:
            try:
                found.set_result(self._exchange(request))
            except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
                found.set_exception(error)

        # Nothing ends a look-up of a name: only another thread can be left behind.
        threading.Thread(target=ask, name="quick read", daemon=True).start()
        try:
            return found.result(within)
        except TimeoutError:
            self.breaker.silent()
            raise NoAnswer("timeout", request_id=request.id) from None

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
        is not sent any more but raises `Offline`; so it does during an outage. It is never the probe: where
        one is due, a small read goes ahead of it.

        A kept-alive connection may have been dropped at the other end, and then nobody can tell whether
        the request arrived. Never repeated here, whatever happens: the caller decides.
        """
        by = None if within is None else elapsed() + within
        content = None if body is None else encoded(body)
        self.probe()
        return self._exchange(
            Request(method, path, timeout, content=content, change=True, way=Way.NOT, by=by)
        )

    def probe(self) -> bool:
        """Sends the probe where one is due; whether InPost can be reached as far as is known then."""
        if self.breaker.wants_probe:
            with contextlib.suppress(Trouble):
                self._exchange(Request("GET", PROBE, PROBE_TIMEOUT, query=[("per_page", "1")]))
        return self.breaker.outage is None

    def now(self) -> datetime:
        """The server's time in UTC as learned from its answers; before the first one, this machine's."""
        return self._time.now()

    @property
    def clock_known(self) -> bool:
        """Whether an answer has told the server's time."""
        return self._time.heard

    def close(self) -> None:
        """Ends pauses between attempts at once and closes connections."""
        self._stopped.set()
        self._connections.close()

    def _exchange(self, request: Request) -> Answer:
        """Waits for the turn and sends it once. Raises what came of it where that is a trouble."""
        self.breaker.check(request.way, request_id=request.id)
        try:
            with self._pace.turn(urgent=self.hurried, within=request.turn_within):
                if request.by is not None and elapsed() > request.by:
                    raise Offline("too_late", request_id=request.id)
                # It may have opened meanwhile: then what waited is not sent either.
                with self.breaker.passing(request.way, request_id=request.id):
                    return self._judged(self._sent(request), request)
        except TimeoutError:
            raise Offline("too_late", request_id=request.id) from None

    def _sent(self, request: Request) -> Answer:
        """The answer, whatever it says; and the line in the log."""
        started = time.monotonic()
        outcome = "failed"
        try:
            answer = self._send(request)
            outcome = str(answer.status)
        except (Offline, NoAnswer) as failure:
            outcome = f"{type(failure).__name__} {failure.detail}"
            raise
        finally:
            took = (time.monotonic() - started) * 1000
            shown = request.without_values
            _log.info("%s %s %s %.0f ms %s", request.method, shown, outcome, took, request.id)
        return answer

    def _judged(self, answer: Answer, request: Request) -> Answer:
        self._time.learn(answer)
        elsewhere = answer.status in (401, 403) and token_is_from_elsewhere(self._token, self._host)
        trouble = trouble_of(answer, change=request.change, elsewhere=elsewhere)
        if isinstance(trouble, TooFast):
            self._pace.slow_down(trouble.wait)
        if trouble is not None:
            raise trouble
        return answer

    def _send(self, request: Request) -> Answer:
        client = self._connections.client(kept=request.method == "GET")
        headers = {"X-Request-ID": request.id}
        if self._token and request.signed:
            headers["Authorization"] = f"Bearer {self._token}"
        if request.content is not None:
            headers["Content-Type"] = "application/json"
        try:
            with client.stream(
                request.method,
                self._base + request.path,
                params=list(request.query) or None,
                content=request.content,
                headers=headers,
                timeout=httpx.Timeout(request.timeout, connect=request.connect),
            ) as response:
                content = received.whole(
                    response.iter_bytes(), until=time.monotonic() + request.timeout * PATIENCE
                )
        except (
            httpx.ConnectError,
            httpx.ConnectTimeout,
            httpx.PoolTimeout,
            httpx.ProxyError,
        ) as error:
            raise Offline(_why(error), request_id=request.id) from None
        except httpx.InvalidURL:
            raise Offline("bad_address", request_id=request.id) from None
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise NoAnswer(_why(error), request_id=request.id) from None
        except received.Excess as error:
            raise NoAnswer(str(error), request_id=request.id) from None
        except RuntimeError:
            if not client.is_closed:
                raise
            raise NoAnswer("closed", request_id=request.id) from None
        return Answer(
            status=response.status_code,
            content=content,
            media_type=response.headers.get("content-type", "").split(";")[0].strip().lower(),
            headers=dict(response.headers.items()),
            request_id=request.id,
        )

    def _new_client(self, limits: httpx.Limits) -> httpx.Client:
        secure = self._base.startswith("https:")
        try:
            return httpx.Client(
                headers=self._headers(),
                limits=limits,
                verify=secure_context() if secure else False,
                follow_redirects=False,
                # Its own look at the environment knows no exceptions of Windows and macOS.
                trust_env=False,
                proxy=proxy_for(self._base, self._proxy).address or None,
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
        return headers


class _Connections:
    """The clients of one account, made by the first request that needs them."""

    def __init__(self, new_client: Callable[[httpx.Limits], httpx.Client]) -> None:
        self._new_client = new_client
        self._lock = threading.Lock()
        self._closed = False
        self._kept: httpx.Client | None = None
        self._fresh: httpx.Client | None = None

    def client(self, *, kept: bool) -> httpx.Client:
        """For a read the connections are kept, for a change there is a new one each time."""
        with self._lock:
            if self._closed:
                raise Offline("closed")
            if kept:
                self._kept = self._kept or self._new_client(httpx.Limits(max_connections=10))
                return self._kept
            self._fresh = self._fresh or self._new_client(
                httpx.Limits(max_connections=10, max_keepalive_connections=0)
            )
            return self._fresh

    def close(self) -> None:
        with self._lock:
            self._closed = True
            for client in (self._kept, self._fresh):
                if client is not None:
                    client.close()


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
