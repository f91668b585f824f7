"""What a token opens, asked of a real simulator and of a server that knows no token."""

from __future__ import annotations

import json

import pytest

from inpost_desk import settings
from inpost_desk.account_probe import Probe, account_probe
from inpost_desk.errors import FileTrouble, NoAnswer, NotAllowed, Offline
from inpost_desk.settings import Environment
from tests.shipx.network import Proxy
from tests.shipx.scripted_server import Step, answer, cut_after_reading, serve
from tests.simulator_process import Simulator

UNKNOWN = answer(401, '{"status":401,"error":"token_invalid"}')
NOWHERE = "http://127.0.0.1:9"


def places(monkeypatch: pytest.MonkeyPatch, *, production: str, sandbox: str) -> None:
    monkeypatch.setitem(settings.API_URLS, Environment.PRODUCTION, production)
    monkeypatch.setitem(settings.API_URLS, Environment.SANDBOX, sandbox)


def test_the_organization_is_found_from_the_token_alone(simulator: Simulator) -> None:
    probe = account_probe(f"Bearer {simulator.token}\n", simulator.url)

    (only,) = probe.organizations
    assert (only.id, only.name) == (1002, "Hurtownia Pokazowa")
    assert probe.token == simulator.token
    account = probe.account_of(only)
    assert account.key == f"{simulator.url}/1002"
    assert account.name == "Hurtownia Pokazowa"


def test_a_token_of_the_other_environment_is_recognised(
    simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve(UNKNOWN) as production:
        places(monkeypatch, production=production.url, sandbox=simulator.url)

        probe = account_probe(simulator.token, Environment.PRODUCTION)

    assert probe.environment == Environment.SANDBOX
    assert [one.id for one in probe.organizations] == [1002]
    assert len(production.requests) == 1


def test_a_token_that_works_is_not_tried_elsewhere(
    simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve() as production:
        places(monkeypatch, production=production.url, sandbox=simulator.url)

        assert account_probe(simulator.token, Environment.SANDBOX).environment == "sandbox"

    assert production.requests == []


@pytest.mark.parametrize("elsewhere", [UNKNOWN, cut_after_reading])
def test_a_token_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch, elsewhere: Step) -> None:
    with serve(UNKNOWN) as production, serve(*[elsewhere] * 4) as sandbox:
        places(monkeypatch, production=production.url, sandbox=sandbox.url)

        with pytest.raises(NotAllowed) as caught:
            account_probe("not.a.token", Environment.PRODUCTION)

    assert (caught.value.status, caught.value.rule) == (401, "token_invalid")
    assert sandbox.requests


def test_a_firewall_is_no_reason_to_send_the_token_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = answer(403, "<html>blocked</html>", content_type="text/html")
    with serve(page) as production, serve() as sandbox:
        places(monkeypatch, production=production.url, sandbox=sandbox.url)

        with pytest.raises(NotAllowed) as caught:
            account_probe("a.b.c", Environment.PRODUCTION)

    assert caught.value.rule == "blocked"
    assert sandbox.requests == []


def test_several_organizations_and_none() -> None:
    several = {"count": 2, "items": [{"id": 7, "name": "Siedem"}, {"id": 8, "name": "Osiem"}]}
    none = {"count": 0, "items": []}
    with serve(answer(body=json.dumps(several)), answer(body=json.dumps(none))) as server:
        probe = account_probe("a.b.c", server.url)
        assert [one.name for one in probe.organizations] == ["Siedem", "Osiem"]
        assert account_probe("a.b.c", server.url).organizations == ()


def test_offline_and_silence_are_told_apart() -> None:
    with pytest.raises(Offline):
        account_probe("a.b.c", NOWHERE)
    with serve(*[cut_after_reading] * 2) as server, pytest.raises(NoAnswer):
        account_probe("a.b.c", server.url)
    assert len(server.requests) == 2


@pytest.mark.parametrize("token", ["", "  ", "two words", "żółć"])
def test_what_is_no_token_is_never_sent(token: str) -> None:
    with serve() as server, pytest.raises(NotAllowed):
        account_probe(token, server.url)
    assert server.requests == []


def test_a_token_never_travels_in_the_clear() -> None:
    with pytest.raises(FileTrouble) as caught:
        account_probe("a.b.c", "http://shipx.example.test")
    assert caught.value.rule == "api_url_not_secure"


def test_a_probe_does_not_show_its_token() -> None:
    assert "secret" not in repr(Probe("sandbox", (), "secret"))


def test_a_proxy_leads_to_both_environments() -> None:
    with Proxy(status=403) as proxy, pytest.raises(Offline, match="proxy"):
        account_probe("a.b.c", "https://shipx.example.test", proxy=proxy.address)
    assert all(one.startswith("CONNECT shipx.example.test:443 ") for one in proxy.heads)
