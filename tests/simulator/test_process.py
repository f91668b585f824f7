"""The simulator as a process: start, stop, restart with state, plan and clock from the command line."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.simulator.shop import Shop, locker
from tests.simulator_process import Simulator

Start = Callable[..., Simulator]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "inpost_desk.simulator", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_it_ends_cleanly_when_told_to(start_simulator: Start) -> None:
    assert start_simulator().stop() == 0


def test_it_ends_cleanly_while_a_request_hangs(start_simulator: Start) -> None:
    simulator = start_simulator()
    simulator.faults({"do": "hang"})
    with httpx.Client(verify=False) as client, pytest.raises(httpx.ReadTimeout):
        client.get(f"{simulator.url}/v1/services", timeout=0.1)
    assert simulator.stop() == 0


def test_a_taken_port_is_one_clear_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("--port", str(port))
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert f"port {port}: " in done.stderr


@pytest.mark.parametrize("plan", ["{", "[]", '{"rules": [{"do": "dance"}]}'])
def test_a_bad_plan_is_one_clear_line(tmp_path: Path, plan: str) -> None:
    file = tmp_path / "plan.json"
    file.write_text(plan)
    done = run("--port", "0", "--faults", str(file))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert str(file) in done.stderr


def test_a_state_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    done = run("--port", "0", "--state", str(tmp_path / "missing" / "state"))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_plan_clock_balance_and_latency_from_the_command_line(
    start_simulator: Start, tmp_path: Path
) -> None:
    file = tmp_path / "plan.json"
    rule = {"do": "too_many", "nth": 1, "path": "/v1/organizations"}
    file.write_text(json.dumps({"rules": [rule], "return_keys": False}))
    clock = "2026-03-02T09:15:04+01:00"
    simulator = start_simulator(
        "--faults", str(file), "--clock", clock, "--balance", "12.5", "--latency", "20"
    )
    assert simulator.look("clock")["now"].startswith("2026-03-02T09:15:")
    assert simulator.look("accounts")[0]["balance"] == 12.5
    with Shop(simulator) as shop:
        answers = [shop.http.get("/v1/organizations") for _ in range(2)]
        assert [one.status_code for one in answers] == [429, 200]
        assert min(one.elapsed.total_seconds() for one in answers) >= 0.02
        assert shop.create(locker(external_customer_id="k"))["external_customer_id"] is None
        simulator.advance(3600)
        simulator.reset()
        assert simulator.look("clock")["now"].startswith("2026-03-02T09:15:")
        assert shop.http.get("/v1/organizations").status_code == 429


def test_weekend_parcels_on_every_day_where_that_is_wanted(start_simulator: Start) -> None:
    monday = "2026-03-02T09:15:04+01:00"
    simulator = start_simulator("--clock", monday, "--weekend-any-day")
    attributes = {"target_point": "KRA010", "sending_method": "parcel_locker"}
    with Shop(simulator) as shop:
        made = shop.create(locker(custom_attributes=attributes, end_of_week_collection=True))
    assert made["end_of_week_collection"] is True


def test_what_was_answered_survives_a_kill(start_simulator: Start, tmp_path: Path) -> None:
    simulator = start_simulator("--confirm-after", "1100", state=tmp_path / "shipx")
    with Shop(simulator) as shop:
        simulator.faults(seconds_per_row=1000.0)
        rows = [{"id": str(n), **locker(reference=f"ZAM/{n}")} for n in range(3)]
        batch = shop.batch(rows).json()
        single = shop.create(locker(external_customer_id="k"))
        simulator.kill()
        simulator.restart()
        now = shop.read(single["id"])
        assert now == {**single, "status": now["status"]}
        assert len(shop.http.get(f"/v1/batches/{batch['id']}").json()["shipments"]) == 1
        simulator.advance(5000)
        assert {one["status"] for one in simulator.shipments()} == {"confirmed"}
        before = simulator.shipments()
        simulator.kill()
        simulator.restart()
        assert simulator.shipments() == before
        assert shop.create(locker())["id"] > max(one["id"] for one in before)


def test_money_and_clock_survive_too(start_simulator: Start, tmp_path: Path) -> None:
    clock = "2026-03-02T09:00:00+01:00"
    simulator = start_simulator("--clock", clock, state=tmp_path / "shipx")
    with Shop(simulator, prepaid=True) as shop:
        simulator.control("balance", {"amount": 20})
        shop.bought(locker())
        simulator.advance(86_400)
        simulator.restart()
        assert simulator.look("accounts")[0]["balance"] == 3.51
        assert simulator.look("clock")["now"].startswith("2026-03-03T09:0")


def test_a_torn_last_line_is_forgotten(start_simulator: Start, tmp_path: Path) -> None:
    state = tmp_path / "shipx"
    simulator = start_simulator(state=state)
    with Shop(simulator) as shop:
        id_ = shop.create(locker())["id"]
        simulator.kill()
        with state.open("ab") as file:
            file.write(b'[["shipment","41000009",{"id":410')
        simulator.restart()
        assert [one["id"] for one in simulator.shipments()] == [id_]
        shop.create(locker())
        simulator.restart()
        assert len(simulator.shipments()) == 2


def test_a_reset_forgets_everything(start_simulator: Start, tmp_path: Path) -> None:
    simulator = start_simulator(state=tmp_path / "shipx")
    with Shop(simulator) as shop:
        shop.create(locker())
        simulator.control("", method="DELETE")
        assert (simulator.shipments(), simulator.log()) == ([], [])
        simulator.restart()
        assert simulator.shipments() == []
