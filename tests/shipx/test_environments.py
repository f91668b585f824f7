"""Addresses, tokens and proxies: where a token may travel, and where nothing is sent at all."""

from __future__ import annotations

import base64
import json

import pytest

from inpost_desk.errors import NotAllowed, Offline
from inpost_desk.shipx.environments import checked_address, token_is_from_elsewhere
from inpost_desk.shipx.transport import Transport
from tests.shipx.scripted_server import Exchange, answer, serve
from tests.shipx.talking import talking_to


def jwt(issuer: str) -> str:
    claims = base64.urlsafe_b64encode(json.dumps({"iss": issuer}).encode()).decode().rstrip("=")
    return f"eyJhbGciOiJub25lIn0.{claims}.c2ln"


@pytest.mark.parametrize(
    ("token", "rule"),
    [
        ("opaque", "token_invalid"),
        (jwt("sandbox-login.inpost.pl"), "other_environment"),
        (jwt("https://login.inpost.pl/auth/realms/external"), "other_environment"),
        (jwt("https://login.example.test"), "token_invalid"),
    ],
)
def test_a_token_of_another_environment_is_told_apart(token: str, rule: str) -> None:
    refused = answer(401, '{"status":401,"error":"token_invalid","details":{}}')
    with (
        serve(refused) as server,
        talking_to(server.url, token=token) as transport,
        pytest.raises(NotAllowed) as caught,
    ):
        transport.read("/v1/things")
    assert (caught.value.status, caught.value.rule) == (401, rule)


@pytest.mark.parametrize(
    ("host", "issuer", "elsewhere"),
    [
        ("api-shipx-pl.easypack24.net", "sandbox-login.inpost.pl", True),
        ("api-shipx-pl.easypack24.net", "login.inpost.pl", False),
        ("sandbox-api-shipx-pl.easypack24.net", "https://login.inpost.pl/realms/x", True),
        ("stage-api-shipx-it.easypack24.net", "sandbox-login.inpost.pl", False),
        ("shipx.proxy.example.test", "login.inpost.pl", False),
        ("api-shipx-pl.easypack24.net", "notinpost.pl", False),
    ],
)
def test_which_environment_a_token_was_issued_for(
    host: str, issuer: str, *, elsewhere: bool
) -> None:
    assert token_is_from_elsewhere(jwt(issuer), host) is elsewhere


@pytest.mark.parametrize(
    "token", ["", "a.b.c", "a.e30.c", "a.W10.c", "a.é.c", "..", "a.eyJpc3MiOjF9.c"]
)
def test_any_token_has_a_readable_or_no_issuer(token: str) -> None:
    assert not token_is_from_elsewhere(token, "api-shipx-pl.easypack24.net")


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        ("http://api.example.test", "insecure_address"),
        ("http://10.0.0.1:80", "insecure_address"),
        ("ftp://127.0.0.1", "bad_address"),
        ("127.0.0.1:80", "bad_address"),
        ("http://[::1", "bad_address"),
        ("https://user:pass@api.example.test", "bad_address"),
        ("https://api.example.test/?a=1", "bad_address"),
        ("http://127.0.0.1:99999", "bad_address"),
        ("", "bad_address"),
    ],
)
def test_an_address_that_would_give_the_token_away_is_refused(address: str, rule: str) -> None:
    with pytest.raises(NotAllowed) as caught:
        Transport(address)
    assert caught.value.rule == rule


@pytest.mark.parametrize(
    "address", ["http://localhost:1", "http://[::1]:1", "https://api.example.test"]
)
def test_a_safe_address_is_taken(address: str) -> None:
    assert checked_address(address) == address
    Transport(address).close()


@pytest.mark.parametrize("token", ["zażółć", "two words", "line\nbreak", "nul\0"])
def test_a_token_that_cannot_be_sent_is_not_allowed(token: str) -> None:
    with pytest.raises(NotAllowed) as caught:
        Transport("https://api.example.test", token)
    assert caught.value.rule == "token_invalid"
    assert token not in repr(caught.value)


def test_a_pasted_token_is_cleaned() -> None:
    with (
        serve(answer()) as server,
        talking_to(server.url, token=" Bearer abc.def \r\n") as transport,
    ):
        transport.read("/v1/things")
    assert server.requests[0].headers["authorization"] == "Bearer abc.def"


def test_this_machine_is_never_asked_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve() as proxy, serve(answer()) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        with talking_to(server.url) as transport:
            transport.read("/v1/things")
        assert proxy.connections == 0


def test_a_proxy_that_refuses_means_that_nothing_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve(answer(403, "")) as proxy:
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        monkeypatch.setenv("https_proxy", proxy.url)
        with (
            talking_to("https://shipx.example.test") as transport,
            pytest.raises(Offline, match="proxy"),
        ):
            transport.change("POST", "/v1/things", body={"a": 1}, timeout=1)
    (request,) = proxy.requests
    assert (request.method, request.target) == ("CONNECT", "shipx.example.test:443")
    assert "authorization" not in request.headers


def test_a_proxy_we_cannot_speak_to_is_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "gopher://127.0.0.1:1")
    monkeypatch.setenv("https_proxy", "gopher://127.0.0.1:1")
    with (
        talking_to("https://shipx.example.test") as transport,
        pytest.raises(Offline, match="proxy"),
    ):
        transport.change("POST", "/v1/things", body=None, timeout=1)


def test_a_server_without_encryption_gets_nothing() -> None:
    def deaf(exchange: Exchange) -> bool:
        exchange.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        return False

    with (
        serve(deaf) as server,
        talking_to(f"https://127.0.0.1:{server.port}") as transport,
        pytest.raises(Offline, match="tls"),
    ):
        transport.change("POST", "/v1/things", body={"a": 1}, timeout=1)
    assert server.requests == []
