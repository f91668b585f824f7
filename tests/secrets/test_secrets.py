"""Promise 9: whatever is secret is planted where it can be entered, the program is run, then looked for.

In every file it has written, every line of its log, everything it said, and in what any other program sees of
its children: as bytes, in several encodings, quoted, and in base64.
"""

from __future__ import annotations

import os
import re
import socket
import stat
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from inpost_desk import log, settings
from inpost_desk.actions.operators import pin_digest
from inpost_desk.domain.draft import Draft
from inpost_desk.domain.notified import ListenRules
from inpost_desk.domain.order import Address, Person
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.domain.station import Operator, StationRules
from inpost_desk.ledger import drafts
from inpost_desk.ledger.ledger import Ledger, ledger_folder
from inpost_desk.own_process import SECRET_VARIABLES
from inpost_desk.tokens import ENVIRONMENT_VARIABLE
from inpost_desk.ui.crash import report_of
from tests.actions.order_specimens import HEADER, csv_text, locker_row
from tests.secrets.house import BUNDLE, LIMIT, House
from tests.secrets.planted import (
    DRAFTED_PHONE,
    E_MAIL,
    EVERYTHING,
    NAME,
    OTHER_TOKEN,
    PHONE,
    PIN,
    PROXY_PASSWORD,
    SECRET_PATH,
    SENDERS_E_MAIL,
    SENDERS_PHONE,
    STREET,
    Planted,
)
from tests.simulator_process import Simulator
from tests.test_tokens import a_secret_service
from tests.waiting import until

BUG = """
from inpost_desk.cli import manifest
def run(arguments):
    raise ValueError({words!r})
manifest.run = run
"""
CODE = Planted("a locker's code", "418826", digits=True)
# As messages quote them. A name or a street looks like any word: they are in no message of ours.
QUOTED = {
    OTHER_TOKEN: f"Authorization: Bearer {OTHER_TOKEN.text}",
    PROXY_PASSWORD: f"http://packer:{PROXY_PASSWORD.text}@proxy.firma:8080",
    PHONE: f"phone +48 {PHONE.text}",
    DRAFTED_PHONE: f"{DRAFTED_PHONE.text[:3]} {DRAFTED_PHONE.text[3:6]} {DRAFTED_PHONE.text[6:]}",
    E_MAIL: E_MAIL.text,
    CODE: f'{{"customer_delivering_code": "{CODE.text}"}}',
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A warehouse after a day on which everything happened, with its real keyring still there."""
    folder = tmp_path_factory.mktemp("house")
    with a_secret_service() as bus, Simulator("--latency", "20") as simulator:
        environment = {
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
            "DBUS_SESSION_BUS_ADDRESS": bus,
            # Nobody listens there.
            "HTTPS_PROXY": f"http://packer:{PROXY_PASSWORD.text}@127.0.0.1:9",
        }
        one = House(folder, simulator, environment)
        _enter_everything(one)
        _have_a_day(one)
        yield one


def _enter_everything(house: House) -> None:
    """Settings, keyring, a typed draft, an order file."""
    sender = Person(
        SENDERS_PHONE.text,
        SENDERS_E_MAIL.text,
        "Jan",
        "Kos",
        address=Address("Polna", "7", "Kielce", "25-002"),
    )
    settings.change(
        house.data,
        sender=sender,
        notifications=ListenRules(secret=SECRET_PATH.text, only_inpost=False),
        station=StationRules(operators=(Operator("Ewa", "EWA", pin_digest(PIN.text)),)),
        printers=(Profile.at(Reach.FOLDER, str(house.folder / "paper")),),
    )
    typed = f"{OTHER_TOKEN.text}\n"
    words = ("account", "add", "--environment", "sandbox", "--organization", 77)
    assert house.run(*words, typed=typed) == 0
    draft = Draft(phone=DRAFTED_PHONE.text, email=E_MAIL.text, last_name=NAME.text)
    ledger = Ledger(
        ledger_folder(
            house.data,
            api_url=house.simulator.url,
            organization=house.simulator.organization,
        )
    )
    drafts.keep(ledger, draft, now=datetime.now(UTC))
    ledger.close()
    rows = [_row("ZAM/1"), _row("ZAM/2"), _row("ZAM/3", paczkomat="KRA999"), _courier("ZAM/4")]
    house.given("orders.csv").write_text(csv_text([HEADER, *rows]), encoding="utf-8")


def _row(reference: str, **changes: str) -> list[str]:
    cells = {"e-mail": E_MAIL.text, "telefon": PHONE.text}
    return locker_row(reference, **cells | {"imie_i_nazwisko": f"Zofia {NAME.text}", **changes})


def _courier(reference: str) -> list[str]:
    place = {"ulica": f"{STREET.text} 4", "kod_pocztowy": "25-001", "miejscowosc": "Kielce"}
    return _row(reference, typ_przesylki="kurier", paczkomat="", rozmiar="B", **place)


def _have_a_day(house: House) -> None:
    """Bought, printed, refused, cut, notified, crashed, examined; the log begins a new file meanwhile."""
    known = house.simulator
    account = ("--api-url", known.url, "--organization", known.organization)
    token = known.token
    quoted = {
        "receiver": [{"phone": [f"{PHONE.text} is wrong"], "email": [E_MAIL.text]}],
        "shipment": [f"token {OTHER_TOKEN.text}"],
    }
    known.faults(
        {"do": "cut", "act": True, "method": "POST", "path": "*/batches", "nth": 1},
        {"do": "error", "status": 500, "details": quoted, "path": "*/labels*", "nth": 1},
        {"do": "error", "status": 400, "error": "validation_failed", "details": quoted}
        | {"method": "POST", "path": "*/dispatch_orders", "nth": 1},
    )
    ship = ("ship", "orders.csv", *account, "--sending-method", "dispatch_order")
    fill(house.log)
    assert house.run(*ship, "--duplicates", "skip", "--horizon", 2, "--pace", 50, token=token) == 1
    assert house.run("print", *account, token=token) == 0
    with raw_printer() as address:
        settings.change(house.data, printers=(Profile.at(Reach.SOCKET, address),))
        assert house.run("print", "ZAM/1", "--reason", "lost", *account, token=token) == 0
    # Now nobody listens there.
    assert house.run("print", "ZAM/2", "--reason", "lost", *account, token=token) == 1
    place = ("--street", "Polna 7", "--post-code", "25-002", "--city", "Kielce")
    house.run(
        "pickup", "order", "--all", *place, "--phone", SENDERS_PHONE.text, *account, token=token
    )
    listen(house, *account, token=token)
    assert house.run("manifest", "ZAM/1", *account, bug=bug(house.folder.parent), token=token) == 1
    house.run("doctor", "--environment", "demo", "--organization", 1002, token=token)
    # Asks for the other account with its token, by the proxy that is not there.
    house.run("doctor", "--all", "--bundle", house.given(BUNDLE))


def bug(place: Path) -> Path:
    """A mistake in the program whose message quotes whatever can be told from an ordinary word."""
    folder = place / "bug"
    folder.mkdir()
    words = " ".join(QUOTED.values())
    (folder / "sitecustomize.py").write_text(BUG.format(words=words), encoding="utf-8")
    return folder


def fill(file: Path) -> None:
    """So that the next lines begin a new file."""
    file.write_text("x" * (log.FILE_SIZE - 200) + "\n", encoding="utf-8")
    file.chmod(0o600)


@contextmanager
def raw_printer() -> Iterator[str]:
    """Takes what comes, as port 9100 does."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def take() -> None:
            try:
                while True:
                    line, _ = server.accept()
                    with line:
                        while line.recv(65536):
                            pass
            except OSError:
                return

        thread = threading.Thread(target=take)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)
    thread.join()


def listen(house: House, *account: object, token: str) -> None:
    """Notifications come, true and forged, to the secret path and to others."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = house.start("notifications", "--listen", "--port", port, *account, token=token)
    body = f'{{"payload": {{"phone": "{PHONE.text}", "email": "{E_MAIL.text}"}}, "event": "x"}}'

    def notify(path: str) -> bool:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", data=body.encode()).close()
        except urllib.error.HTTPError as refusal:
            refusal.close()
        except OSError:
            return False
        return True

    until(lambda: notify(SECRET_PATH.text), seconds=LIMIT)
    notify(f"wrong/{PHONE.text}")
    process.terminate()
    house.end(process, "notifications")
    assert process.stdin is not None
    process.stdin.close()


def _codes(house: House) -> list[Planted]:
    """What opens a locker, of each parcel that goes to one."""
    known = house.simulator
    answer = httpx.get(
        f"{known.url}/v1/organizations/{known.organization}/shipments",
        headers={"Authorization": f"Bearer {known.token}"},
    )
    found = [one["custom_attributes"] for one in answer.json()["items"]]
    codes = [one["customer_delivering_code"] for one in found if "customer_delivering_code" in one]
    return [Planted("a locker's code", str(one), digits=True) for one in codes]


def test_nothing_planted_comes_out_where_it_may_not(house: House) -> None:
    codes = _codes(house)
    assert len(codes) == 2
    token = Planted("the account's token", house.simulator.token)
    assert house.leaks([*EVERYTHING, *codes, token]) == []


def test_the_search_finds_what_is_there(house: House) -> None:
    """Else nothing found would mean nothing."""
    asked = Planted("a path", str(house.data))
    assert any("said" in one for one in house.leaks([asked]))
    sender = replace(SENDERS_E_MAIL, receiver=False)
    assert any("settings.json" in one for one in house.leaks([sender]))
    ledgers = house.leaks([replace(one, receiver=False) for one in (PHONE, E_MAIL, NAME, STREET)])
    assert {one.split(" in ")[0] for one in ledgers if "ledger.sqlite" in one} == {
        one.name for one in (PHONE, E_MAIL, NAME, STREET)
    }


@pytest.mark.parametrize("form", ["utf-8", "utf-16-le", "utf-16-be"])
def test_every_form_is_searched_for(form: str) -> None:
    assert all(one.found_in(f"({one.text})".encode(form)) for one in EVERYTHING)
    assert PHONE.found_in(b"tel. 511 287 634")
    assert not PHONE.found_in(b"65112876341")


def test_the_day_was_a_real_one(house: House) -> None:
    """Everything happened that could have let something out."""
    said = {what.split()[0] for what, _ in house.said}
    assert {"account", "ship", "print", "pickup", "notifications", "doctor"} <= said
    commands = b" ".join(one.command for one in house.children)
    assert b"inpost_desk.labels.examined" in commands
    assert b"inpost_desk.simulator" in commands
    assert house.log.with_name("inpost-desk.log.1").exists()
    assert b"unexpected failure" in house.log.read_bytes()
    assert house.given(BUNDLE).exists()
    assert len(list((house.folder / "paper").iterdir())) >= 1


def test_nobody_else_can_read_what_the_program_keeps(house: House) -> None:
    open_to_all = [
        str(one.relative_to(house.data))
        for one in house.data.rglob("*")
        if stat.S_IMODE(one.stat().st_mode) & 0o077
    ]
    assert open_to_all == []


def test_nothing_is_left_in_folders_for_all(house: House) -> None:
    left = [
        str(one.relative_to(house.folder))
        for name in ("home", "tmp")
        for one in (house.folder / name).rglob("*")
        if one.is_file()
    ]
    assert [one for one in left if re.search("inpost", one)] == []


def test_a_crash_leaves_no_picture_of_the_memory(house: House) -> None:
    assert house.dumps == {"0"}


def test_the_variable_with_the_token_is_kept_from_children() -> None:
    assert ENVIRONMENT_VARIABLE in SECRET_VARIABLES


def test_the_crash_report_covers_what_it_can_know() -> None:
    report = report_of(ValueError(" ".join(QUOTED.values()))).encode()
    assert [one.name for one in QUOTED if one.found_in(report)] == []
