"""status, settle, account, demo and the arguments."""

from __future__ import annotations

import logging
import tomllib
from pathlib import Path

import pytest

from inpost_desk import settings
from inpost_desk.cli.main import main
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.labels.readback import read_pages
from tests.cli.conftest import Desk, locker

METHOD = ("--sending-method", "dispatch_order")


def test_status_shows_a_run_with_its_batches(desk: Desk) -> None:
    desk.ship(desk.file(*(locker(f"R-{n}0") for n in range(4))), *METHOD)
    assert desk.run("status", *desk.address(), "--json") == 0
    told = desk.json()
    assert [row["outcome"] for row in told["rows"]] == ["done"] * 4
    # The account's first shipment goes alone, the others as a batch.
    assert [batch["status"] for batch in told["batches"]] == ["done"]
    assert desk.run("status", *desk.address(), "--run", "1") == 0
    assert f"ShipX batch {told['batches'][0]['id']}: done" in desk.out
    assert desk.run("status", *desk.address(), "--runs") == 0
    assert "orders.csv" in desk.out


def test_status_of_a_reference(desk: Desk) -> None:
    desk.ship(desk.file(locker("R-01")), *METHOD)
    assert desk.run("status", "R-01", *desk.address()) == 0
    assert "R-01" in desk.out
    assert desk.run("status", "R-99", *desk.address()) == 1
    assert "R-99" in desk.err


def test_status_before_anything_was_sent(desk: Desk) -> None:
    assert desk.run("status", *desk.address()) == 0
    assert "Nothing was sent yet" in desk.out
    assert desk.run("status", "--run", "7", *desk.address()) == 1


def test_settle_with_nothing_unsure(desk: Desk) -> None:
    assert desk.run("settle", *desk.address(), "--json") == 0
    assert desk.json() == {"found": 0, "absent": 0, "pending": 0, "undecided": 0, "steps": []}
    assert desk.run("settle", "R-01", "--absent", *desk.address()) == 1
    assert desk.run("settle", "--absent", *desk.address()) == 2


def test_account_check_names_the_organisation(desk: Desk) -> None:
    assert desk.run("account", "check", *desk.address()) == 0
    assert str(desk.simulator.organization) in desk.out
    assert "inpost_courier_standard" in desk.out


def test_account_list_is_empty_at_first(desk: Desk) -> None:
    assert desk.run("account", "list") == 0
    assert "account add" in desk.out


def test_no_account_is_a_question(desk: Desk) -> None:
    assert desk.run("status") == 2
    assert "--organization" in desk.err


def test_demo_fills_its_folder_and_buys_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["demo", "--data-dir", str(tmp_path / "data"), "--output-dir", str(tmp_path / "out")]
    given += ["--pace", "100", "--language", "en"]
    assert main(given) == 0
    assert "done: 21 · to be corrected: 3" in capsys.readouterr().out
    made = {path.name for path in (tmp_path / "out").iterdir()}
    assert made == {"labels.pdf", "labels.png", "result.csv", "result.xlsx"}
    before = (tmp_path / "out" / "result.csv").read_bytes()
    assert main(given) == 0
    assert "21 rows were bought by an earlier start" in capsys.readouterr().out
    assert (tmp_path / "out" / "result.csv").read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["ship"],
        ["ship", "f.csv", "--chunk", "101"],
        ["ship", "f.csv", "--pace", "0"],
        ["ship", "f.csv", "--horizon", "nan"],
        ["ship", "f.csv", "--duplicates", "maybe"],
        ["nonsense"],
    ],
)
def test_wrong_usage_exits_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_insecure_address_is_refused(desk: Desk) -> None:
    path = desk.file(locker("R-01"))
    code = desk.run("ship", path, "--api-url", "http://example.test", "--organization", 1, *METHOD)
    assert code == 2
    assert "https" in desk.err


def test_log_holds_no_secret_and_no_person(desk: Desk) -> None:
    desk.ship(desk.file(locker("R-01", phone="501 234 567")), *METHOD)
    log = (desk.folder / "data" / "inpost-desk.log").read_text(encoding="utf-8")
    assert "/v1/" in log
    for secret in (desk.simulator.token, "501234567", "501 234 567", "ala@example.test"):
        assert secret not in log


def test_status_without_a_token_reads_the_ledger(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.ship(desk.file(*(locker(f"R-{n}0") for n in range(4))), *METHOD)
    monkeypatch.delenv("INPOST_DESK_TOKEN")
    assert desk.run("status", *desk.address(), "--json") == 0
    assert [batch["status"] for batch in desk.json()["batches"]] == ["–"]


def test_status_names_the_field_in_front_of_the_reason(desk: Desk) -> None:
    desk.ship(desk.file(locker("R-01", phone="1")), *METHOD)
    desk.run("status", *desk.address())
    assert "telephone: “1” – digits are missing" in desk.out


def test_labels_are_joined_again(desk: Desk) -> None:
    path = desk.file(locker("R-01"), locker("R-02"), locker("R-03", phone="1"))
    desk.ship(path, *METHOD)
    again = desk.folder / "again.pdf"
    assert desk.run("status", "--run", 1, "--output", again, *desk.address()) == 0
    assert str(again) in desk.out
    numbers = [row["tracking_number"] for row in desk.result(path)]
    assert [page.codes[0] for page in read_pages(again.read_bytes())] == numbers[:2]
    assert desk.run("status", "R-02", "--output", again, *desk.address()) == 0
    assert [page.codes[0] for page in read_pages(again.read_bytes())] == numbers[1:2]
    assert desk.run("status", "R-03", "--output", again, *desk.address()) == 1
    assert "label" in desk.err
    assert desk.run("status", "--output", "/dev/null", *desk.address()) == 2


def test_settle_of_an_unknown_reference(desk: Desk) -> None:
    for decision in ([], ["--absent"], ["--adopt", "0"]):
        assert desk.run("settle", "R-99", *decision, *desk.address()) == 1
        assert "R-99" in desk.err
    assert desk.run("settle", "--adopt", 0, *desk.address()) == 2


def test_an_unknown_account_is_not_forgotten(desk: Desk) -> None:
    assert desk.run("account", "remove", "--organization", 77, "--environment", "sandbox") == 1
    assert "77 (sandbox)" in desk.err


def test_the_accounts_known_stand_in_the_question(desk: Desk) -> None:
    folder = desk.folder / "data"
    for place, number in (("sandbox", 12), ("production", 34)):
        settings.add_account(folder, settings.Account(place, OrganizationId(number)))
    assert desk.run("account", "check", "--environment", "demo") == 2
    assert "12 (sandbox)" in desk.err
    assert "34 (production)" in desk.err


def test_an_unusable_log_gives_a_sentence(desk: Desk) -> None:
    (desk.folder / "data" / "inpost-desk.log").mkdir(parents=True)
    assert desk.run("account", "list") == 2
    assert "inpost-desk.log" in desk.err


def test_each_command_ends_its_own_log(desk: Desk) -> None:
    before = list(logging.getLogger("inpost_desk").handlers)
    assert desk.run("account", "list") == 0
    assert desk.run("settle", *desk.address()) == 0
    assert logging.getLogger("inpost_desk").handlers == before


def test_a_data_folder_of_nobody_gives_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["account", "list", "--data-dir", "~no-such-user/x", "--language", "en"]) == 2
    assert "no such file or folder" in capsys.readouterr().err


def test_the_version_is_that_of_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] in capsys.readouterr().out


def test_common_options_may_stand_before_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--data-dir", str(tmp_path), "--language=en", "--json", "account", "list"]
    assert main(given) == 0
    assert capsys.readouterr().out.strip() == "[]"
