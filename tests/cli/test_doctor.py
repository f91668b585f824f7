"""`doctor`: exit codes, whom it asks, what it writes, and that it changes nothing."""

from __future__ import annotations

import json
import socket
import zipfile
from pathlib import Path

import pytest

from inpost_desk import releases, settings
from inpost_desk.actions import doctor as actions_doctor
from inpost_desk.cli import VERSION, doctor
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.settings import Account, Environment
from tests.cli.conftest import Desk
from tests.shipx.scripted_server import answer, serve


@pytest.fixture(autouse=True)
def _a_sound_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever this one lacks, and without the half second that a look at Qt takes."""
    monkeypatch.setattr(actions_doctor, "LEAST_FREE_BYTES", 0)
    monkeypatch.setattr(
        actions_doctor, "_window_system", lambda: actions_doctor.Finding("window_system", ok=True)
    )


def _nobody() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


def _found(desk: Desk) -> dict[str, dict[str, str]]:
    return {one["name"]: one for one in desk.json()}


def test_it_finds_inpost_and_the_organisation(desk: Desk) -> None:
    assert desk.run("doctor", *desk.address(), "--json") == 0
    found = _found(desk)
    assert all(found[name]["ok"] for name in ("pdf", "data_dir", "network", "inpost", "clock"))
    assert found["organization"]["about"] == str(desk.simulator.organization)
    assert set(found["token"]) == {"name", "ok", "fact", "rule", "about"}


def test_exit_codes_tell_apart_what_is_wrong(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.run("doctor", "--api-url", _nobody()) == 4
    assert "✗ network (127.0.0.1): 127.0.0.1 refuses the connection" in desk.out
    monkeypatch.setenv("INPOST_DESK_TOKEN", "wrong")
    assert desk.run("doctor", *desk.address()) == 3
    assert f"✗ token ({desk.simulator.organization}): InPost does not know" in desk.out
    monkeypatch.setattr(actions_doctor, "LEAST_FREE_BYTES", 10**18)
    assert desk.run("doctor", *desk.address()) == 1
    assert desk.run("doctor", "--api-url", "http://example.test") == 2


def test_without_an_account_the_usual_addresses_are_asked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve(answer(), answer()) as server:
        for place in (Environment.PRODUCTION, Environment.SANDBOX):
            monkeypatch.setitem(settings.API_URLS, place, server.url)
        assert desk.run("doctor") == 0
    assert {one.target for one in server.requests} == {"/v1/statuses"}
    assert all("authorization" not in one.headers for one in server.requests)


def test_all_accounts_are_asked_and_nothing_is_changed(desk: Desk) -> None:
    folder = desk.folder / "data"
    folder.mkdir(mode=0o700)
    for number in (desk.simulator.organization, 77):
        settings.add_account(folder, Account(desk.simulator.url, OrganizationId(number)))
    before = (folder / "settings.json").read_bytes()
    assert desk.run("doctor", "--all", "--json") == 3
    asked = [(one["name"], one["ok"]) for one in desk.json() if one["about"] == "77"]
    assert asked == [("organization", False)]
    assert (folder / "settings.json").read_bytes() == before
    assert {one.name for one in folder.iterdir()} == {
        "inpost-desk.log",
        "settings.json",
        "settings.json.lock",
    }


def test_the_demo_is_a_simulator_of_its_own(desk: Desk) -> None:
    assert desk.run("doctor", "--environment", "demo", "--organization", 1002) == 0
    assert "✓ organisation (1002)" in desk.out
    assert not (desk.folder / "data" / "demo").exists()


def test_a_keyring_that_is_not_there_is_no_reason_to_stop(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INPOST_DESK_TOKEN")
    monkeypatch.setattr("keyring.get_keyring", _no_keyring)
    assert desk.run("doctor", *desk.address()) == 3
    assert "✗ keyring: This system has no keyring" in desk.out
    assert "there is no token for this account" in desk.out


def _no_keyring() -> object:
    from keyring.backends.fail import Keyring

    return Keyring()  # type: ignore[no-untyped-call]


def test_a_printer_that_is_gone_is_told(desk: Desk) -> None:
    folder = desk.folder / "data"
    folder.mkdir()
    gone = Profile.at(Reach.FOLDER, str(desk.folder / "gone"), name="Stół 1")
    settings.change(folder, printers=(gone,))
    assert desk.run("doctor", *desk.address()) == 0
    assert f"✗ printer (Stół 1): {desk.folder / 'gone'}: there is no such file" in desk.out


def test_the_bundle_is_listed_and_says_what_is_left_out(desk: Desk) -> None:
    path = desk.folder / "help.zip"
    assert desk.run("doctor", *desk.address(), "--bundle", path) == 0
    assert f"For support: {path}" in desk.out
    assert "Left out: tokens" in desk.out
    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()
        whole = "".join(packed.read(one).decode() for one in names)
    assert all(f"  {one}\t" in desk.out for one in names)
    assert desk.simulator.token not in whole
    assert str(desk.folder) not in whole
    assert desk.run("doctor", *desk.address(), "--json", "--bundle", path) == 0
    assert json.loads(desk.out)
    assert desk.run("doctor", *desk.address(), "--bundle", desk.folder) == 2


@pytest.mark.parametrize(
    ("version", "page", "words"),
    [
        (
            "99.0",
            "https://example.test/new",
            f"Version 99.0 is there; here runs {VERSION}. More: https",
        ),
        ("99.0", "", f"Version 99.0 is there; here runs {VERSION}."),
        ("0.0.1", "https://example.test/new", "This is the newest version"),
    ],
)
def test_newer_versions_are_looked_for_only_when_asked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, version: str, page: str, words: str
) -> None:
    body = json.dumps({"version": version, "page": page})
    with serve(answer(200, body)) as server:
        monkeypatch.setattr(releases, "ADDRESS", f"{server.url}/newest.json")
        assert desk.run("doctor", *desk.address()) == 0
        assert server.connections == 0
        assert desk.run("doctor", "--newer") == doctor.OK
    assert words in desk.out


def test_a_build_that_does_not_know_where_to_look_says_so(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.run("doctor", "--newer") == 1
    assert "ask whoever gave it to you" in desk.err
    monkeypatch.setattr(releases, "ADDRESS", _nobody() + "/newest.json")
    assert desk.run("doctor", "--newer") == 4
    assert "nothing could be read" in desk.err


def test_damaged_settings_are_told(desk: Desk) -> None:
    folder = desk.folder / "data"
    folder.mkdir()
    Path(folder / "settings.json").write_text("{")
    assert desk.run("doctor", *desk.address()) == 0
    assert "✗ settings: " in desk.out
