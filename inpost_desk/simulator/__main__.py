"""Starts the simulator: `python -m inpost_desk.simulator --port 8080 --state shipx.jsonl`.

Listens on 127.0.0.1 only. Prints its address and its accounts once it accepts connections, and ends with 0
on Ctrl-C or SIGTERM, with 2 where it cannot start.
"""

from __future__ import annotations

import argparse
import json
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import uvicorn

from inpost_desk.simulator.accounts import POSTPAID_ID, TOKENS
from inpost_desk.simulator.behaviour import Behaviour
from inpost_desk.simulator.clock import Clock, moment, take_weekend_parcels_every_day
from inpost_desk.simulator.control import Control
from inpost_desk.simulator.engine import Engine
from inpost_desk.simulator.faults import Faults
from inpost_desk.simulator.front import Address, Front
from inpost_desk.simulator.points import Points
from inpost_desk.simulator.routes import shipx
from inpost_desk.simulator.store import Store

HOST = "127.0.0.1"
GOODBYE = 1


class Announced(uvicorn.Server):
    """Says where it is as soon as it accepts connections."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if sockets and not self.should_exit:
            print(f"ShipX simulator: http://{HOST}:{sockets[0].getsockname()[1]}", flush=True)  # noqa: T201
            for token, organization in TOKENS.items():
                kind = "postpaid" if organization == POSTPAID_ID else "prepaid"
                print(f"  organization {organization}, {kind}, token {token}", flush=True)  # noqa: T201

    def cut(self, client: Address) -> None:
        """Closes the connection of a client without another byte."""
        for connection in list(self.server_state.connections):
            if getattr(connection, "client", None) == client:
                connection.transport.abort()


def main(argv: list[str] | None = None) -> int:
    """Runs until told to stop. Returns 0, or 2 where a file, the plan or the port cannot be used."""
    options = _options(argv)
    try:
        front = _built(options)
    except OSError as problem:
        return _failed(f"{problem.filename}: {problem.strerror or problem}")
    except ValueError as problem:
        return _failed(str(problem))
    try:
        listener = _listener(options.port)
    except (OSError, OverflowError) as problem:
        return _failed(f"port {options.port}: {getattr(problem, 'strerror', '') or problem}")
    with listener:
        _serve(front, listener)
    return 0


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="inpost-desk simulator", description="A ShipX that runs on this machine."
    )
    add = parser.add_argument
    add("--port", type=int, default=8080, help="port on 127.0.0.1; 0 takes a free one")
    add("--state", type=Path, help="file that keeps shipments over a restart")
    add("--latency", type=float, default=0, metavar="MS", help="delay of each ShipX answer")
    add("--faults", type=Path, metavar="F", help="plan of faults, JSON (see simulator/faults.py)")
    add("--confirm-after", type=float, default=1.1, metavar="S", help="from POST to confirmed")
    add("--offer-life", type=float, default=300.0, metavar="S", help="how long offers are valid")
    add("--list-lag", type=float, default=2.0, metavar="S", help="new shipments miss in lists")
    add("--clock", type=_start, default=None, metavar="ISO|real", help="time at the first start")
    add("--balance", type=float, default=1_000_000, metavar="PLN", help="of the prepaid account")
    add("--weekend-any-day", action="store_true", help="weekend parcels are taken on every day")
    return parser.parse_args(argv)


def _start(text: str) -> float | None:
    return None if text == "real" else moment(text)


def _built(options: argparse.Namespace) -> Front:
    """Raises OSError for files that cannot be used, ValueError for a plan with mistakes."""
    usual = Behaviour(
        confirm_after=options.confirm_after,
        list_lag=options.list_lag,
        offer_life=options.offer_life,
    )
    planned = _plan(options.faults)
    faults = Faults(planned, usual)
    engine = Engine(
        clock=Clock(start=options.clock),
        store=Store(options.state),
        points=Points(),
        behaviour=faults.behaviour,
        balance=round(options.balance * 100),
    )
    if options.weekend_any_day:
        take_weekend_parcels_every_day()
    engine.touch_clock()
    engine.commit()
    control = Control(
        engine,
        planned=lambda: Faults(planned, usual),
        usual=lambda plan: Faults(plan, usual),
    )
    front = Front(
        shipx(engine, control.routes()),
        engine=engine,
        faults=faults,
        latency=options.latency / 1000,
    )
    control.front = front
    return front


def _plan(file: Path | None) -> dict[str, Any]:
    if file is None:
        return {}
    try:
        plan = json.loads(file.read_text("utf-8"))
        Faults(plan, Behaviour())
    except (ValueError, TypeError) as problem:
        raise ValueError(f"{file}: {problem}") from problem
    read: dict[str, Any] = plan
    return read


def _listener(port: int) -> socket.socket:
    """Raises OSError where the port is taken."""
    # Without the protocol asyncio would not switch off Nagle, and chunked answers took 40 ms longer.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(256)
    except (OSError, OverflowError):
        listener.close()
        raise
    return listener


def _serve(front: Front, listener: socket.socket) -> None:
    for name in (signal.SIGINT, signal.SIGTERM):
        # uvicorn raises the signal again when it has stopped; being told to stop is no failure.
        signal.signal(name, lambda *_: None)
    server = Announced(
        uvicorn.Config(
            front,
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=GOODBYE,
            timeout_keep_alive=60,
        )
    )
    front.cut = server.cut
    server.run(sockets=[listener])


def _failed(sentence: str) -> int:
    print(f"ShipX simulator: {sentence}", file=sys.stderr)  # noqa: T201
    return 2


if __name__ == "__main__":
    sys.exit(main())
