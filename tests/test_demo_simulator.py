"""The demo's simulator lives today, whatever day that is."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx

from inpost_desk.demo_simulator import running_simulator


def test_the_demo_s_clock_is_the_real_one(tmp_path: Path) -> None:
    with running_simulator(tmp_path) as simulator, httpx.Client(verify=False) as client:
        answer = client.get(f"{simulator.url}/v1/services")
    told = parsedate_to_datetime(answer.headers["date"])
    assert abs((told - datetime.now(UTC)).total_seconds()) < 60
