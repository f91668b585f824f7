"""Which proxy is taken: the settings', the environment's, the desktop's, none; and what may be entered."""

from __future__ import annotations

import os
import ssl
from pathlib import Path

import pytest

from inpost_desk import settings
from inpost_desk.domain.proxy import DIRECT, checked_proxy, is_proxy
from inpost_desk.errors import FileTrouble
from inpost_desk.shipx import proxies
from inpost_desk.shipx.proxies import Proxy, Source, proxy_for
from inpost_desk.shipx.secure import issuer_of, secure_context
from tests.shipx.authority import Authority

INPOST = "https://shipx.example.test"


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name == "XDG_CURRENT_DESKTOP":
            monkeypatch.delenv(name)


def _gnome(folder: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """A desktop whose settings say this."""
    program = folder / "gsettings"
    program.write_text("#!/bin/sh\ncat <<'END'\n" + "\n".join(lines) + "\nEND\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")


def test_nothing_set_is_the_direct_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxies, "getproxies", dict)
    assert proxy_for(INPOST) == Proxy()


def test_the_environment_names_it_and_its_exceptions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "proxy.firma:3128")
    assert proxy_for(INPOST) == Proxy("http://proxy.firma:3128", Source.ENVIRONMENT)
    for exception in ("example.test", ".example.test", "*", "other, shipx.example.test"):
        monkeypatch.setenv("no_proxy", exception)
        assert proxy_for(INPOST) == Proxy(), exception
    monkeypatch.setenv("no_proxy", "ample.test")
    assert proxy_for(INPOST).address


def test_the_settings_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.firma:3128")
    assert proxy_for(INPOST, DIRECT) == Proxy(source=Source.SETTINGS)
    assert proxy_for(INPOST, "http://other:1") == Proxy("http://other:1", Source.SETTINGS)
    assert proxy_for("http://127.0.0.1:8080", "http://other:1") == Proxy()


def test_a_password_of_the_environment_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://jan:tajne@proxy.firma:3128")
    found = proxy_for(INPOST)
    assert found.shown == "http://proxy.firma:3128"
    assert "tajne" not in repr(found)


MANUAL = (
    "org.gnome.system.proxy mode 'manual'",
    "org.gnome.system.proxy.https host 'proxy.firma'",
    "org.gnome.system.proxy.https port 8080",
)


def test_the_desktops_settings_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _gnome(tmp_path, monkeypatch, *MANUAL, "org.gnome.system.proxy ignore-hosts ['localhost']")
    assert proxy_for(INPOST) == Proxy("http://proxy.firma:8080", Source.SYSTEM)


@pytest.mark.parametrize("exception", ["'*.example.test'", "'x', 'shipx.example.test'"])
def test_the_desktops_exceptions_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exception: str
) -> None:
    ignored = f"org.gnome.system.proxy ignore-hosts [{exception}]"
    _gnome(tmp_path, monkeypatch, *MANUAL, ignored)
    assert proxy_for(INPOST) == Proxy()


def test_a_network_may_be_an_exception(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ignored = "org.gnome.system.proxy ignore-hosts ['10.0.0.0/8']"
    _gnome(tmp_path, monkeypatch, *MANUAL, ignored)
    assert proxy_for("https://10.1.2.3") == Proxy()


@pytest.mark.parametrize(
    ("named", "script"), [("'http://wpad/x.pac'", "http://wpad/x.pac"), ("''", "WPAD")]
)
def test_a_script_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, script: str
) -> None:
    lines = ("org.gnome.system.proxy mode 'auto'", f"org.gnome.system.proxy autoconfig-url {named}")
    _gnome(tmp_path, monkeypatch, *lines)
    found = proxy_for(INPOST)
    assert (found.address, found.script) == ("", script)


def test_a_desktop_without_settings_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _gnome(tmp_path, monkeypatch, "No such schema")
    monkeypatch.setattr(proxies, "getproxies", dict)
    assert proxy_for(INPOST) == Proxy()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        (" Direct ", "direct"),
        ("proxy.firma:8080", "http://proxy.firma:8080"),
        ("http://Proxy.Firma:8080/", "http://proxy.firma:8080"),
        ("http://[::1]:3128", "http://[::1]:3128"),
    ],
)
def test_what_is_entered_is_kept_in_one_form(given: str, kept: str) -> None:
    assert checked_proxy(given) == kept
    assert is_proxy(kept)


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ("http://jan:tajne@proxy.firma:8080", "proxy_with_password"),
        ("jan@proxy.firma:8080", "proxy_with_password"),
        ("proxy.firma", "proxy_not_valid"),
        ("socks5://proxy.firma:1080", "proxy_not_valid"),
        ("http://proxy.firma:99999", "proxy_not_valid"),
        ("http://proxy.firma:8080/x", "proxy_not_valid"),
        ("http://proxy firma:8080", "proxy_not_valid"),
    ],
)
def test_what_cannot_be_a_proxy_is_refused(given: str, rule: str) -> None:
    with pytest.raises(FileTrouble) as caught:
        checked_proxy(given)
    assert caught.value.rule == rule
    assert "tajne" not in caught.value.place


def test_a_password_never_gets_into_the_settings(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="proxy"):
        settings.change(tmp_path, proxy="http://jan:tajne@proxy.firma:8080")
    files = [one for one in tmp_path.iterdir() if one.is_file()]
    assert all(b"tajne" not in one.read_bytes() for one in files)
    assert settings.change(tmp_path, proxy="http://proxy.firma:8080").proxy


def test_a_certificate_says_who_issued_it_or_nothing(tmp_path: Path) -> None:
    authority = Authority(tmp_path, "Żółta Kłódka")
    whole = ssl.PEM_cert_to_DER_cert(authority.bundle.read_text())
    assert issuer_of(whole) == "Żółta Kłódka"
    for broken in (None, b"", whole[:-1], whole[:40], b"\x30\x84", b"\x30\x00", bytes(60)):
        assert issuer_of(broken) == ""


def test_a_file_of_certificates_that_cannot_be_read_adds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.pem"
    bad.write_text("none")
    for file in (bad, tmp_path / "gone.pem"):
        monkeypatch.setenv("SSL_CERT_FILE", str(file))
        assert secure_context().check_hostname
