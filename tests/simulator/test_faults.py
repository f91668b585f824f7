"""Planned faults, seen from the client and from behind."""

from __future__ import annotations

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.simulator.behaviour import Behaviour
from inpost_desk.simulator.faults import Faults
from tests.simulator.shop import Shop, locker

POST = {"method": "POST", "path": "/v1/organizations/*/shipments"}
SILENCE = (httpx.RemoteProtocolError, httpx.ReadError)


@pytest.mark.parametrize("act", [False, True])
def test_a_cut_before_or_after_acting(shop: Shop, *, act: bool) -> None:
    shop.simulator.faults({"do": "cut", "act": act, "nth": 1, **POST})
    with pytest.raises(SILENCE):
        shop.post(locker())
    assert len(shop.simulator.shipments()) == act
    [entry] = shop.simulator.log()
    assert (entry["acted"], entry["fault"], entry["status"]) == (act, "cut", None)
    shop.create(locker())


def test_a_truncated_answer(shop: Shop) -> None:
    shop.simulator.faults({"do": "truncate", **POST})
    with pytest.raises(SILENCE):
        shop.post(locker())
    assert len(shop.simulator.shipments()) == 1


def test_hanging_until_the_client_gives_up(shop: Shop) -> None:
    shop.simulator.faults({"do": "hang", "act": True, **POST})
    with pytest.raises(httpx.ReadTimeout):
        shop.http.post(f"{shop.path}/shipments", json=locker(), timeout=0.2)
    assert len(shop.simulator.shipments()) == 1
    shop.simulator.faults({"do": "hang", "seconds": 0.1, **POST})
    with pytest.raises(SILENCE):
        shop.post(locker())


def test_too_many(shop: Shop) -> None:
    shop.simulator.faults({"do": "too_many", "retry_after": 7, "every": 2})
    answers = [shop.http.get(shop.path) for _ in range(4)]
    assert [one.status_code for one in answers] == [200, 429, 200, 429]
    assert answers[1].headers["retry-after"] == "7"
    assert answers[1].headers["content-type"].startswith("text/plain")
    assert answers[1].text == "error code: 1015"


def test_bad_answers_of_every_kind(shop: Shop) -> None:
    id_ = shop.create(locker())["id"]
    path = f"/v1/shipments/{id_}"
    shop.simulator.faults(
        {"do": "error", "status": 503, "nth": [1], "path": "/v1/shipments/*"},
        {"do": "empty", "status": 502, "nth": [2], "path": "/v1/shipments/*"},
        {"do": "text_404", "nth": [3], "path": "/v1/shipments/*"},
        {"do": "not_found", "nth": [4], "path": "/v1/shipments/*"},
        {"do": "slow", "seconds": 0.01, "nth": [5], "path": "/v1/shipments/*"},
    )
    answers = [shop.http.get(path) for _ in range(6)]
    assert [one.status_code for one in answers] == [503, 502, 404, 404, 200, 200]
    assert answers[0].json()["error"] == "internal_server_error"
    assert answers[1].content == b""
    assert answers[2].text == "404 page not found"
    assert answers[3].json()["error"] == "resource_not_found"
    assert answers[4].json()["id"] == id_
    assert all("x-request-id" in one.headers for one in answers)


def test_an_error_after_acting(shop: Shop) -> None:
    shop.simulator.faults({"do": "error", "act": True, "times": 1, **POST})
    assert shop.post(locker()).status_code == 500
    assert shop.post(locker()).status_code == 201
    assert len(shop.simulator.shipments()) == 2


def test_an_outage_ends(shop: Shop) -> None:
    shop.simulator.faults({"do": "outage"})
    with pytest.raises(SILENCE):
        shop.http.get(shop.path)
    shop.simulator.faults()
    assert shop.http.get(shop.path).status_code == 200


def test_refused_payments(shop: Shop) -> None:
    shop.simulator.faults(refuse_payment="debt_collection")
    failed = shop.bought(locker())
    assert failed["transactions"][0]["details"]["error"] == "debt_collection"
    shop.simulator.faults()
    shop.buy(failed["id"], failed["selected_offer"]["id"])
    shop.simulator.advance(2)
    assert shop.read(failed["id"])["status"] == "confirmed"


@given(seed=st.integers(0, 1000), probability=st.floats(0, 1), calls=st.integers(1, 60))
def test_chance_is_repeatable(seed: int, probability: float, calls: int) -> None:
    plan = {"seed": seed, "rules": [{"do": "cut", "probability": probability, "times": 5}]}
    runs = []
    for _ in range(2):
        faults = Faults(plan, Behaviour())
        runs.append([faults.fault("GET", "/v1/x") is not None for _ in range(calls)])
    assert runs[0] == runs[1]
    assert sum(runs[0]) <= 5


@given(every=st.integers(1, 9), calls=st.integers(1, 50))
def test_every_nth_of_the_matching_ones_only(every: int, calls: int) -> None:
    rule = {"do": "empty", "method": "POST", "path": "/v1/*/buy", "every": every}
    faults = Faults({"rules": [rule]}, Behaviour())
    assert faults.fault("GET", "/v1/1/buy") is None
    hits = [faults.fault("POST", f"/v1/{n}/buy") is not None for n in range(calls)]
    assert hits == [n % every == 0 for n in range(1, calls + 1)]
