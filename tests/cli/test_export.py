"""`export` and `notifications` on the command line, with a ledger on disk and a real receiver."""

from __future__ import annotations

import argparse
import socket
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from inpost_desk import settings
from inpost_desk.actions.listening import Listener
from inpost_desk.cli import export, notifications
from inpost_desk.cli.arguments import SpeakingParser, _common
from inpost_desk.cli.arguments_export import add_export_commands
from inpost_desk.domain.notified import ListenRules
from inpost_desk.domain.tracking import Notification
from inpost_desk.errors import FileTrouble
from inpost_desk.ledger.ledger import Ledger, ledger_folder
from inpost_desk.shipx.notifications import Receiver
from tests.actions.exported import put, sheets, table
from tests.shipx.notified import OURS, SECRET, free_port, posted, said, status

URL = "http://127.0.0.1:9"


@pytest.fixture(autouse=True)
def _token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INPOST_DESK_TOKEN", "token")


def parsed(folder: Path, *given: object) -> argparse.Namespace:
    whole = SpeakingParser()
    add_export_commands(whole.add_subparsers(dest="command"), _common())
    usual = ("--data-dir", folder / "data", "--api-url", URL, "--organization", 77)
    return whole.parse_args([str(one) for one in (*given, *usual)])


def filled(folder: Path) -> None:
    ledger = Ledger(ledger_folder(folder / "data", api_url=URL, organization=77))
    put(ledger, 1)
    put(ledger, 2, status="confirmed", service="inpost_courier_standard")
    ledger.close()


def test_the_history_as_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled(tmp_path)
    path = tmp_path / "all.csv"
    assert export.run(parsed(tmp_path, "export", "--output", path)) == 0
    assert [line[0] for line in table(path)[1:]] == ["ZAM/1", "ZAM/2"]
    assert capsys.readouterr().out == f"{path}: 2 shipments.\n"
    for given, references in (
        (("--status-phase", "prepared"), ["ZAM/2"]),
        (("--service", "inpost_locker_standard"), ["ZAM/1"]),
        (("--since", "2026-11-10", "--until", "2026-11-10", "--not-printed"), ["ZAM/1", "ZAM/2"]),
        (("--since", "2026-11-11"), []),
        (("--run", "5"), []),
    ):
        assert export.run(parsed(tmp_path, "export", "--output", path, *given)) == 0
        assert [line[0] for line in table(path)[1:]] == references


def test_the_ending_says_what_parts_the_columns(tmp_path: Path) -> None:
    filled(tmp_path)
    for ending, sign in ((".txt", ";"), (".TSV", "\t")):
        path = tmp_path / f"all{ending}"
        assert export.run(parsed(tmp_path, "export", "--output", path)) == 0
        assert path.read_text(encoding="utf-8-sig").splitlines()[1].startswith(f"ZAM/1{sign}")


def test_for_the_shop_and_for_the_accounts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled(tmp_path)
    path, month = tmp_path / "shop.csv", tmp_path / "month.xlsx"
    export.run(parsed(tmp_path, "export", "--output", path, "--shop"))
    assert path.read_text().splitlines()[0] == "order_number,tracking_number,carrier"
    given = ("export", "--output", month, "--month", "2026-11", "--json")
    assert export.run(parsed(tmp_path, *given)) == 0
    assert len(sheets(month)["Shipments"]) == 3
    assert '"shipments": 2' in capsys.readouterr().out


def test_what_cannot_be_written_is_a_bad_input(tmp_path: Path) -> None:
    filled(tmp_path)
    for name, more, rule in (
        ("x.pdf", (), "table_ending"),
        ("nowhere/x.csv", (), "missing"),
        ("x.csv", ("--month", "2026-11"), "month_ending"),
    ):
        with pytest.raises(FileTrouble) as told:
            export.run(parsed(tmp_path, "export", "--output", tmp_path / name, *more))
        assert told.value.rule == rule


@pytest.mark.parametrize(
    "given",
    [
        ("export",),
        ("export", "--output", "x.csv", "--month", "11-2026"),
        ("export", "--output", "x.csv", "--month", "2026-11", "--shop"),
        ("export", "--output", "x.csv", "--since", "yesterday"),
        ("notifications", "--listen", "--address"),
        ("notifications", "--listen", "--port", "0"),
        ("notifications", "--listen", "--secret", "short"),
        ("notifications", "--listen", "--secret", "Capitals" * 4),
        ("notifications", "--listen", "--trusted-proxy", "proxy.example"),
    ],
)
def test_nonsense_ends_with_2(tmp_path: Path, given: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        parsed(tmp_path, *given)
    assert ended.value.code == 2


def test_choices_that_do_not_go_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = ("export", "--output", tmp_path / "x.xlsx")
    for given, words in (
        ((*output, "--since", "2026-11-02", "--until", "2026-11-01"), "before --since"),
        ((*output, "--month", "2026-11", "--since", "2026-11-02"), "the whole month"),
    ):
        assert export.run(parsed(tmp_path, *given)) == 2
        assert words in capsys.readouterr().err
    assert notifications.run(parsed(tmp_path, "notifications")) == 2
    assert "--address" in capsys.readouterr().err
    assert not (tmp_path / "x.xlsx").exists()


def test_the_address_stays_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = parsed(tmp_path, "notifications", "--address")
    assert notifications.run(asked) == 0
    first = capsys.readouterr().out
    assert notifications.run(asked) == 0
    assert capsys.readouterr().out == first
    kept = settings.load(tmp_path / "data").settings.notifications
    assert first.strip() == f"/{kept.secret}"
    assert (len(kept.secret) >= 32, kept.on) == (True, False)
    rules = ListenRules(secret=kept.secret, public_address="https://shop.example")
    settings.change(tmp_path / "data", notifications=rules)
    notifications.run(asked)
    assert capsys.readouterr().out == f"https://shop.example/{kept.secret}\n"


def test_it_listens_until_it_is_told_to_stop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    given = ("--port", port, "--secret", SECRET, "--any-sender", "--trusted-proxy", "10.0.0.1")
    listeners: list[Listener] = []

    class Told(Listener):
        """Stops after the first notification."""

        def _take(self, notification: Notification) -> None:
            super()._take(notification)
            listeners.append(self)

    monkeypatch.setattr(notifications, "Listener", Told)
    codes: list[int] = []
    answers: list[int] = []

    def send() -> None:
        receiver = Receiver(ListenRules(port=port, secret=SECRET), OURS, print)
        body = b'{"event": "x", "organization_id": 77, "payload": {"shipment_id": 5}}'
        while not answers:
            with suppress(OSError):
                answers.append(status(said(receiver, posted(body))))
        listeners[0].stop()

    sender = threading.Thread(target=send)
    sender.start()
    codes.append(notifications.run(parsed(tmp_path, "notifications", "--listen", "--json", *given)))
    sender.join(20)
    assert (codes, answers) == ([0], [200])
    assert '"shipment_id": 5' in capsys.readouterr().out


def test_a_taken_port_is_a_bad_input(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(FileTrouble) as told:
            notifications.run(parsed(tmp_path, "notifications", "--listen", "--port", port))
    assert told.value.rule == "port_taken"
