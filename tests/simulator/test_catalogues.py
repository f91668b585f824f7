"""What can be asked without a shipment: organisations, services, statuses, languages, headers."""

from __future__ import annotations

import base64
import json
from email.utils import parsedate_to_datetime

import httpx
import pytest

from tests.simulator.shop import Shop, locker
from tests.simulator_process import Simulator


def test_the_organisation_is_the_tokens_own_whatever_is_asked(shop: Shop, prepaid: Shop) -> None:
    for path in (shop.path, "/v1/organizations/5"):
        assert shop.http.get(path).json()["id"] == 1002
    [only] = prepaid.http.get("/v1/organizations").json()["items"]
    assert only["id"] == 1001
    assert "inpost_courier_standard" not in only["services"]
    assert "inpost_courier_standard" in shop.http.get(shop.path).json()["services"]


def test_tokens_look_like_jwts_of_nobody() -> None:
    header, payload, _ = Simulator.token.split(".")
    read = [json.loads(base64.urlsafe_b64decode(part + "==")) for part in (header, payload)]
    assert read[0]["alg"] == "none"
    assert read[1]["iss"] == "simulator"


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer x.y.z"}, {"Authorization": "x"}])
def test_wrong_tokens(simulator: Simulator, header: dict[str, str]) -> None:
    answer = httpx.get(f"{simulator.url}/v1/organizations", headers=header, verify=False)
    assert answer.status_code == 401
    assert answer.json() == {
        "status": 401,
        "error": "token_invalid",
        "message": "Token is missing or invalid.",
        "details": {},
    }
    assert 'error="invalid_token"' in answer.headers["www-authenticate"]


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("keys", "resource_not_found"),
        ("en_GB", "Resource not found."),
        ("pl_PL", "Nie znaleziono zasobu."),
        ("pl-PL,pl;q=0.9", "Resource not found."),
    ],
)
def test_languages(shop: Shop, language: str, message: str) -> None:
    answer = shop.http.get("/v1/shipments/7", headers={"Accept-Language": language})
    assert answer.json() == {
        "status": 404,
        "error": "resource_not_found",
        "message": message,
        "details": {},
    }


def test_unknown_paths_and_methods(shop: Shop) -> None:
    for answer in (shop.http.get("/v1/nothing"), shop.http.patch("/v1/shipments/1")):
        assert (answer.status_code, answer.json()["error"]) == (404, "routing_not_found")


def test_request_id_and_date(shop: Shop) -> None:
    shop.simulator.control("clock", {"set": "2026-03-02T09:15:04+01:00"})
    answer = shop.http.get(shop.path, headers={"X-Request-ID": "abc-1"})
    assert answer.headers["x-request-id"] == "abc-1"
    assert parsedate_to_datetime(answer.headers["date"]).isoformat().startswith("2026-03-02T08:15")
    assert len(answer.headers.get_list("date")) == 1
    assert len(shop.http.get(shop.path).headers["x-request-id"]) == 36
    assert shop.simulator.log()[0]["request_id"] == "abc-1"
    assert shop.create(locker())["created_at"].startswith("2026-03-02T09:15:0")


def test_catalogues_need_no_token(simulator: Simulator) -> None:
    with httpx.Client(base_url=simulator.url, verify=False) as stranger:
        services = {one["id"]: one for one in stranger.get("/v1/services").json()}
        assert "inpost_locker_customer_service_point" not in services
        extras = services["inpost_courier_express_1000"]["additional_services"]
        assert {"forhour_9", "forhour_10"} <= {one["id"] for one in extras}
        statuses = stranger.get("/v1/statuses").json()["items"]
        assert len(statuses) == 53
        assert statuses[3]["title"] == "Przygotowana przez Nadawcę."
        english = stranger.get("/v1/statuses?lang=en_GB").json()["items"]
        assert english[3]["title"] == "Prepared by the Sender."
        wrong = stranger.get("/v1/statuses?lang=fr_FR")
        assert (wrong.status_code, wrong.json()["error"]) == (400, "invalid_parameter")
        assert "description" in wrong.json()
        assert len(stranger.get("/v1/sending_methods").json()) == 7
        own = stranger.get("/v1/sending_methods?service=inpost_courier_palette").json()
        assert [one["id"] for one in own] == ["dispatch_order"]


def test_control_refuses_what_it_cannot_understand(simulator: Simulator) -> None:
    for path, body in (
        ("clock", {"set": "jutro"}),
        ("clock", {}),
        ("status", {"id": 1, "status": "confirmed"}),
        ("faults", {"rules": [{"do": "dance"}]}),
        ("faults", {"nonsense": 1}),
        ("faults", {"rules": [{"do": "cut", "when": "now"}]}),
    ):
        answer = httpx.post(f"{simulator.url}/_control/{path}", json=body, verify=False)
        assert answer.status_code == 400
        assert answer.json()["error"]
