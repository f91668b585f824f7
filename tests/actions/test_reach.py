"""Why InPost cannot be reached, told apart over real sockets: network, proxy, encryption, clock, token."""

from __future__ import annotations

import base64
import json
import os
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import pytest

from inpost_desk.actions.doctor import Finding
from inpost_desk.actions.reach import reach
from inpost_desk.errors import NotAllowed
from inpost_desk.shipx import line as line_module
from inpost_desk.wording.doctor import fact_words, name_words, remedy_words
from tests.shipx.authority import Authority
from tests.shipx.network import Proxy, SecureServer, http
from tests.shipx.scripted_server import (
    Server,
    Step,
    answer,
    cut_after_reading,
    cut_before_reading,
    hang,
    serve,
    then_drop,
)
from tests.simulator_process import Simulator

HOST: Final = "shipx.example.test"
INPOST: Final = f"https://{HOST}"
OLD: Final = "Mon, 02 Mar 2026 09:00:00 GMT"


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name == "XDG_CURRENT_DESKTOP":
            monkeypatch.delenv(name)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def trusted(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """As a company's authority in the system's store."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.bundle))
    return authority


@pytest.fixture
def behind_proxy() -> Iterator[Callable[..., Proxy]]:
    """A server with that certificate behind a proxy that leads every name to it."""
    with ExitStack() as doors:

        def start(context: ssl.SSLContext, *, password: str = "", said: bytes = b"") -> Proxy:
            server = SecureServer(context, lambda _: said or http())
            doors.enter_context(server)
            return doors.enter_context(Proxy(server.port, password=password))

        yield start


def _found(findings: tuple[Finding, ...]) -> dict[str, Finding]:
    for one in findings:
        assert name_words(one)
        assert one.ok or "{" not in remedy_words(one)
        assert one.ok or remedy_words(one)
        fact_words(one)
    return {one.name: one for one in findings}


def _wrong(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(one.name, one.rule) for one in _found(findings).values() if not one.ok]


def _closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_all_is_well_through_a_proxy_and_a_companys_authority(
    trusted: Authority, behind_proxy: Callable[..., Proxy]
) -> None:
    proxy = behind_proxy(trusted.server(HOST))
    findings = reach(INPOST, proxy=proxy.address)
    found = _found(findings)
    assert _wrong(findings) == []
    assert found["proxy"].fact == proxy.address
    assert found["proxy"].rule == "settings"
    assert found["tls"] == Finding("tls", True, "Firma Ochrona Sieci", "inspected", HOST)
    assert "reads along" in remedy_words(found["tls"])
    assert found["inpost"].ok
    assert all("uthorization" not in head for head in proxy.heads)


def test_a_certificate_everybody_trusts_is_no_news(
    trusted: Authority, behind_proxy: Callable[..., Proxy], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("certifi.where", lambda: str(trusted.bundle))
    proxy = behind_proxy(trusted.server(HOST))
    assert _found(reach(INPOST, proxy=proxy.address))["tls"].rule == ""


@pytest.mark.parametrize(
    ("host", "days", "rule"),
    [
        (HOST, (-9, -1), "expired"),
        (HOST, (1, 2), "not_yet_valid"),
        ("login.hotel.test", (-1, 2), "wrong_name"),
    ],
)
def test_certificates_that_are_wrong_are_told_apart(
    trusted: Authority,
    behind_proxy: Callable[..., Proxy],
    host: str,
    days: tuple[int, int],
    rule: str,
) -> None:
    proxy = behind_proxy(trusted.server(host, days=days))
    findings = reach(INPOST, proxy=proxy.address)
    assert _wrong(findings) == [("tls", rule)]
    assert _found(findings)["tls"].fact == "Firma Ochrona Sieci"


def test_an_unknown_authority_is_named(
    authority: Authority, behind_proxy: Callable[..., Proxy]
) -> None:
    proxy = behind_proxy(authority.server(HOST))
    findings = reach(INPOST, proxy=proxy.address, token="tajny", organization=7)
    assert _wrong(findings) == [("tls", "not_trusted")]
    assert "Firma Ochrona Sieci" in fact_words(_found(findings)["tls"])


def test_a_server_that_does_not_encrypt_is_not_trusted() -> None:
    def deaf(exchange: object) -> bool:
        exchange.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")  # type: ignore[attr-defined]
        return False

    with serve(deaf, deaf) as server, Proxy(server.port) as proxy:
        assert _wrong(reach(INPOST, proxy=proxy.address)) == [("tls", "no_tls")]


def test_a_proxy_that_wants_a_password_says_how(
    trusted: Authority, behind_proxy: Callable[..., Proxy], monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = behind_proxy(trusted.server(HOST), password="jan:taj ne")
    findings = reach(INPOST, proxy=proxy.address)
    assert _wrong(findings) == [("proxy", "wants_password")]
    assert _found(findings)["proxy"].fact == f"{proxy.address} Negotiate, Basic"
    monkeypatch.setenv("https_proxy", proxy.address.replace("//", "//jan:taj%20ne@"))
    findings = reach(INPOST)
    assert _wrong(findings) == []
    assert _found(findings)["proxy"].rule == "environment"
    assert "taj" not in repr(findings)
    encoded = base64.b64encode(b"jan:taj ne").decode()
    assert encoded in proxy.heads[-1]


def test_proxies_that_do_not_let_through_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    with Proxy(status=403) as proxy:
        assert _wrong(reach(INPOST, proxy=proxy.address)) == [("proxy", "refuses")]
    nobody = f"http://127.0.0.1:{_closed_port()}"
    assert _wrong(reach(INPOST, proxy=nobody)) == [("proxy", "refused")]
    with serve(*[then_drop(answer(200, ""))] * 2) as server:
        # A tunnel that ends at once: nothing in it is encrypted.
        findings = reach(INPOST, proxy=server.url)
    assert _wrong(findings) == [("tls", "no_tls")]
    monkeypatch.setattr(line_module, "SECONDS", 0.2)
    with serve(hang) as server:
        assert _wrong(reach(INPOST, proxy=server.url)) == [("proxy", "no_answer")]
    with serve(cut_after_reading) as server:
        assert _wrong(reach(INPOST, proxy=server.url)) == [("proxy", "not_usable")]
    monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:1")
    assert _wrong(reach(INPOST)) == [("proxy", "not_usable")]


def test_an_encrypting_proxy_is_left_to_the_transport(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve(cut_before_reading, cut_before_reading) as server:
        monkeypatch.setenv("https_proxy", f"https://127.0.0.1:{server.port}")
        findings = reach(INPOST)
    assert _wrong(findings) == [("inpost", "no_answer")]


def test_encryption_that_never_begins_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_module, "SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"https://127.0.0.1:{silent.getsockname()[1]}"
        assert _wrong(reach(address)) == [("tls", "no_answer")]


def test_a_name_nobody_can_have_is_not_found() -> None:
    assert _wrong(reach(f"https://{'x' * 70}.test")) == [("network", "name_not_found")]


def test_no_network_and_no_name_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    port = _closed_port()
    assert _wrong(reach(f"http://127.0.0.1:{port}")) == [("network", "refused")]
    monkeypatch.setattr(line_module, "_has_route", lambda: True)
    (name,) = _wrong(reach("https://no-such-name.invalid"))
    assert name[0] == "network"
    assert name[1] in ("name_not_found", "no_network")
    monkeypatch.setattr(line_module, "_has_route", lambda: False)
    assert _wrong(reach("https://no-such-name.invalid")) == [("network", "no_network")]


def test_a_script_for_proxies_is_named_where_nothing_else_leads_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "gsettings"
    program.write_text("#!/bin/sh\necho \"org.gnome.system.proxy mode 'auto'\"\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    wrong = _wrong(reach("https://no-such-name.invalid"))
    assert wrong[1:] == [("proxy", "script")]


@pytest.mark.parametrize(
    ("step", "rule", "fact"),
    [
        (answer(503, "oops"), "down", "503"),
        (answer(302, "", location="http://login.hotel.test/"), "not_inpost", ""),
        (answer(200, "<html>Sign in</html>", content_type="text/html"), "not_inpost", ""),
        (answer(404, "404 page not found"), "not_inpost", ""),
        (answer(403, "<html>blocked</html>", content_type="text/html"), "blocked", "403"),
        (answer(429, "", retry_after="7"), "too_fast", "7"),
        (cut_after_reading, "no_answer", ""),
    ],
)
def test_what_answers_instead_of_inpost_is_told_apart(step: Step, rule: str, fact: str) -> None:
    with serve(step) as server:
        findings = reach(server.url)
    (wrong,) = [one for one in findings if not one.ok]
    assert (wrong.name, wrong.rule, wrong.fact) == ("inpost", rule, fact)
    _found(findings)


def _dated(date: str) -> Server:
    return serve(answer(200, '{"items":[]}', date=date))


def test_a_wrong_clock_says_by_how_much() -> None:
    with _dated(OLD) as server:
        findings = _found(reach(server.url))
    assert not findings["clock"].ok
    assert int(findings["clock"].fact) > 86_400 * 200
    assert fact_words(findings["clock"]).endswith("days fast")
    for seconds, words in (
        (-300, "5 min slow"),
        (60, "60 s fast"),
        (8000, "2 h fast"),
        (1, "right"),
    ):
        assert fact_words(Finding("clock", ok=True, fact=str(seconds))) == words


def test_the_right_token_opens_its_organisation(simulator: Simulator) -> None:
    findings = reach(simulator.url, token=simulator.token, organization=simulator.organization)
    assert _wrong(findings) == []
    found = _found(findings)
    assert found["organization"].about == str(simulator.organization)
    assert found["clock"].ok


def test_what_inpost_thinks_of_a_token_is_told_apart(simulator: Simulator) -> None:
    number = simulator.organization
    wrong = {
        token: _wrong(reach(simulator.url, token=token, organization=number))
        for token in ("abc", "", "zażółć", _jwt("login.inpost.pl"))
    }
    assert wrong["abc"] == [("token", "token_invalid")]
    assert wrong[""] == [("token", "token_missing")]
    assert wrong["zażółć"] == [("token", "token_invalid")]
    assert wrong[_jwt("login.inpost.pl")] == [("environment", "other_environment")]
    other = _wrong(reach(simulator.url, token=simulator.token, organization=77))
    assert [name for name, _ in other] == ["organization"]


def test_an_organisation_that_is_not_shown_is_no_wrong_token() -> None:
    gone = answer(404, '{"status":404,"error":"resource_not_found","message":"x","details":{}}')
    denied = answer(403, '{"status":403,"error":"forbidden","message":"x","details":{}}')
    for step, rule in ((gone, "not_visible"), (denied, "access_forbidden")):
        with serve(answer(), step) as server:
            findings = reach(server.url, token="abc", organization=7)
        assert _wrong(findings) == [("organization", rule)]


def test_trouble_that_comes_with_the_token_is_inposts() -> None:
    page = answer(403, "<html>blocked</html>", content_type="text/html")
    for step, rule in ((page, "blocked"), (answer(404, "no"), "not_inpost"), (answer(502), "down")):
        with serve(answer(), step) as server:
            findings = reach(server.url, token="abc", organization=7)
        assert _wrong(findings) == [("inpost", rule)]


def test_without_an_organisation_no_token_leaves() -> None:
    with serve(answer()) as server:
        assert _wrong(reach(server.url, token="secret")) == []
    assert all("authorization" not in one.headers for one in server.requests)
    with pytest.raises(NotAllowed):
        reach("http://shipx.example.test")


def _jwt(issuer: str) -> str:
    claims = base64.urlsafe_b64encode(json.dumps({"iss": issuer}).encode()).decode().rstrip("=")
    return f"e30.{claims}.x"
