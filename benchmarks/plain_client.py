"""What anybody would write: requests over kept connections at a pace, two in flight, and nothing more."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TypeVar
from urllib.parse import urlencode, urlsplit

from tests.simulator_process import Simulator

PER_SECOND = 3
IN_FLIGHT = 2

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Call:
    """A request of the simulator's log; `body` for those that change something."""

    method: str
    path: str
    query: str = ""
    body: bytes | None = None


class Pace:
    """Begins at most `PER_SECOND` requests in any second. Written apart from the program's own."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._begun: deque[float] = deque(maxlen=PER_SECOND)

    def turn(self) -> None:
        """Returns when the next request may begin."""
        with self._lock:
            if len(self._begun) == PER_SECOND:
                time.sleep(max(0.0, self._begun[0] + 1 - time.monotonic()))
            self._begun.append(time.monotonic())


class Line:
    """One kept connection."""

    def __init__(self, simulator: Simulator, pace: Pace) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(simulator.url).netloc, timeout=60)
        self._headers = {
            "Authorization": f"Bearer {simulator.token}",
            "Content-Type": "application/json",
        }
        self._pace = pace

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def send(self, call: Call) -> bytes:
        """The whole answer's body."""
        self._pace.turn()
        address = f"{call.path}?{call.query}" if call.query else call.path
        self._connection.request(call.method, address, body=call.body, headers=self._headers)
        with self._connection.getresponse() as response:
            return response.read()


def _in_flight(simulator: Simulator, work: Callable[[Line, T], R], items: Iterable[T]) -> list[R]:
    pace = Pace()
    idle: SimpleQueue[Line] = SimpleQueue()
    with ExitStack() as open_lines, ThreadPoolExecutor(IN_FLIGHT) as pool:
        for _ in range(IN_FLIGHT):
            idle.put(open_lines.enter_context(closing(Line(simulator, pace))))

        def one(item: T) -> R:
            line = idle.get()
            try:
                return work(line, item)
            finally:
                idle.put(line)

        return list(pool.map(one, items))


def replay(simulator: Simulator, calls: Sequence[Call]) -> tuple[float, list[bytes]]:
    """Sends the calls in order, waiting for nothing but the pace: seconds, and what label calls gave."""

    def send(line: Line, call: Call) -> bytes:
        answer = line.send(call)
        return answer if "label" in call.path else b""

    started = time.perf_counter()
    answers = _in_flight(simulator, send, calls)
    return time.perf_counter() - started, [one for one in answers if one]


def one_by_one(simulator: Simulator, bodies: Sequence[bytes]) -> float:
    """The naive client: create, poll, label, for each order by itself; seconds for all of them."""
    home = f"/v1/organizations/{simulator.organization}/shipments"

    def ship(line: Line, body: bytes) -> None:
        made = json.loads(line.send(Call("POST", home, body=body)))
        path = f"/v1/shipments/{made['id']}"
        while not made["tracking_number"]:
            time.sleep(0.5)
            made = json.loads(line.send(Call("GET", path)))
        line.send(Call("GET", f"{path}/label", urlencode({"format": "Pdf", "type": "A6"})))

    started = time.perf_counter()
    _in_flight(simulator, ship, bodies)
    return time.perf_counter() - started
