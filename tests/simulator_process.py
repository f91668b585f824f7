"""A real simulator in a process of its own, for tests: started, looked behind, killed, restarted."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx

from inpost_desk.simulator.accounts import (
    POSTPAID_ID,
    POSTPAID_TOKEN,
    PREPAID_ID,
    PREPAID_TOKEN,
)

# Generous: several test runs may share two cores.
START_LIMIT = 60.0
MONDAY = "2026-03-02T10:00:00+01:00"


class Simulator:
    """`arguments` go to the simulator's command line; `organization` and `token` are the postpaid account's.

    `--list-lag 0` and `--confirm-after 0.05` unless given otherwise, so that tests need not wait.
    """

    organization = POSTPAID_ID
    token = POSTPAID_TOKEN
    prepaid_organization = PREPAID_ID
    prepaid_token = PREPAID_TOKEN

    def __init__(self, *arguments: str, state: Path | None = None) -> None:
        usual = {"--list-lag": "0", "--confirm-after": "0.05"}
        for name, value in usual.items():
            if name not in arguments:
                arguments = (*arguments, name, value)
        if state is not None:
            arguments = (*arguments, "--state", str(state))
        self._arguments = arguments
        self._process: subprocess.Popen[str] | None = None
        # Loading certificates would take longer than most tests.
        self._client = httpx.Client(timeout=30, verify=False)
        self.url = ""
        self.start(port=0)

    def start(self, port: int) -> None:
        """Returns when the simulator accepts connections."""
        command = [sys.executable, "-m", "inpost_desk.simulator", "--port", str(port)]
        self._process = subprocess.Popen(
            [*command, *self._arguments], stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line.startswith("ShipX simulator: "), f"the simulator did not start: {line!r}"
        self.url = line.split()[-1]

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def stop(self) -> int:
        """SIGTERM; returns the exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """SIGKILL, as a power cut would."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        """Kills it if it still runs and starts it at the same address, with its state if it keeps one."""
        if self.running:
            self.kill()
        self.start(self.port)

    def close(self) -> None:
        """Ends process and client, the quick way."""
        if self._process is not None:
            self.kill()
        self._client.close()

    def control(self, path: str, json: object = None, *, method: str = "POST") -> Any:
        """A call of the control API, such as `control("balance", {"amount": 0})`; fails on a refusal."""
        answer = self._client.request(
            method, f"{self.url}/_control/{path}".rstrip("/"), json=json or {}
        )
        assert answer.status_code == 200, answer.text
        return answer.json()

    def look(self, path: str) -> Any:
        answer = self._client.get(f"{self.url}/_control/{path}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    def log(self) -> list[dict[str, Any]]:
        """Every ShipX request so far (see `simulator.control`)."""
        entries: list[dict[str, Any]] = self.look("log")
        return entries

    def shipments(self) -> list[dict[str, Any]]:
        """The truth about every shipment, with no lag."""
        everything: list[dict[str, Any]] = self.look("shipments")
        return everything

    def advance(self, seconds: float) -> None:
        self.control("clock", {"advance": seconds})

    def faults(self, *rules: dict[str, Any], **behaviour: object) -> None:
        """Replaces the plan: `faults({"do": "cut", "act": True, "nth": 1}, list_lag=5.0)`; none clears it."""
        self.control("faults", {"rules": list(rules), **behaviour})

    def reset(self) -> None:
        self.control("reset")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _end(self, how: signal.Signals) -> int:
        assert self._process is not None
        self._process.send_signal(how)
        code = self._process.wait(START_LIMIT)
        assert self._process.stdout is not None
        self._process.stdout.close()
        return code
