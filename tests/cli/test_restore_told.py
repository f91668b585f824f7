"""What a stranger is told after a restore and of folders and days that do not fit: exit codes and words."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from inpost_desk import settings
from inpost_desk.actions.copies import look_into
from inpost_desk.domain.data_care import DataRules
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.errors import FileTrouble
from inpost_desk.ledger import restored
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.settings import Account, Environment
from tests.cli.conftest import Desk, locker
from tests.cli.test_restore import METHOD, SKIP, copied, ledger_of, lose, made, restore


def test_a_duplicate_names_the_shipment_that_exists(desk: Desk) -> None:
    desk.ship(desk.file(locker("O-1"), name="before.csv"), *METHOD)
    target = copied(desk)
    path = desk.file(locker("A-1"), locker("A-2"))
    assert desk.ship(path, *METHOD) == 0
    bought = [(one["shipment_id"], one["tracking_number"]) for one in desk.result(path)]
    assert all(number and parcel for number, parcel in bought)
    lose(desk)
    assert restore(desk, target) == 0
    assert desk.ship(path, *METHOD, *SKIP, "--json") == 0
    told = [(one["shipment_id"], one["tracking_number"]) for one in desk.json()["rows"]]
    assert told == bought
    assert desk.outcomes(path) == ["duplicate"] * 2
    assert [(one["shipment_id"], one["tracking_number"]) for one in desk.result(path)] == bought
    # Ours, in another file.
    again = desk.file(locker("O-1"), locker("A-1"), name="again.csv")
    assert desk.ship(again, *METHOD, *SKIP) == 0
    assert all(one["tracking_number"] for one in desk.result(again))
    assert made(desk) == 3


def test_what_is_this_computers_own_stays(desk: Desk) -> None:
    desk.ship(desk.file(locker("A-1")), *METHOD)
    data = desk.folder / "data"
    theirs = Profile.at(Reach.FOLDER, "/theirs")
    account = Account(Environment.SANDBOX, OrganizationId(4711), name="shop")
    settings.change(data, language="pl", printers=(theirs,), accounts=(account,))
    target = copied(desk)
    (data / "settings.json").unlink()
    ours = Profile.at(Reach.FOLDER, "/ours")
    settings.change(data, data=DataRules(keep_days=90, backup_folder="/here"), printers=(ours,))
    assert restore(desk, target) == 0
    assert "printers are here" not in desk.out
    known = settings.load(data).settings
    assert known.accounts == (account,)
    assert known.data == DataRules(keep_days=90, backup_folder="/here")
    assert [one.address for one in known.printers] == ["/ours"]
    # With an account set up here nothing of the copy's settings is taken.
    settings.change(data, language="en")
    assert restore(desk, target) == 0
    assert settings.load(data).settings.language == "en"


def test_on_a_new_computer_everything_comes_from_the_copy(desk: Desk) -> None:
    desk.ship(desk.file(locker("A-1")), *METHOD)
    theirs = Profile.at(Reach.FOLDER, "/theirs")
    settings.change(desk.folder / "data", data=DataRules(keep_days=60), printers=(theirs,))
    target = copied(desk)
    assert restore(desk, target, folder="other") == 0
    assert "/theirs" in desk.out
    assert settings.load(desk.folder / "other").settings.data == DataRules(keep_days=60)


@pytest.mark.parametrize(
    "command",
    [
        ("ship", "."),
        ("ship", ".", "--dry-run"),
        ("ship", "orders.csv", "--result", "."),
        ("ship", "orders.csv", "--output", "."),
        ("ship", ".."),
        ("export", "--output", "."),
        ("status", "--output", ".", "A-1"),
        ("doctor", "--bundle", "."),
    ],
)
def test_a_folder_instead_of_a_file(
    desk: Desk, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.file(locker("A-1"))
    monkeypatch.chdir(desk.folder)
    assert desk.run(*command, *desk.address()) == 2
    assert "this is a folder" in desk.err
    assert made(desk) == 0


def test_a_file_instead_of_a_folder(desk: Desk) -> None:
    path = desk.file(locker("A-1"))
    assert desk.run("restore", path) == 2
    assert "this is not a folder" in desk.err


@pytest.mark.parametrize("given", ["wczoraj", "31.02.2026", "2026-13-01", "1.1.1999"])
@pytest.mark.parametrize("command", [("restore", ".", "--day"), ("data", "forget", "--before")])
def test_what_is_no_day_is_told_how_to_write_one(
    desk: Desk, capsys: pytest.CaptureFixture[str], command: tuple[str, ...], given: str
) -> None:
    with pytest.raises(SystemExit) as left:
        desk.run(*command, given)
    assert left.value.code == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err.splitlines()[-2]


def test_a_day_as_people_write_it(desk: Desk) -> None:
    desk.ship(desk.file(locker("A-1")), *METHOD)
    target = copied(desk)
    today = look_into(target).day
    year, month, day = today.split("-")
    assert desk.run("restore", target, "--look", "--day", f"{int(day)}.{month}.{year}") == 0
    assert today in desk.out


@contextlib.contextmanager
def somebody_else() -> Iterator[None]:
    """Root may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    ("shut", "rule"),
    [("", "no_permission"), ("InPost Desk/pc", "no_permission"), ("lost+found", "no_copy")],
)
@pytest.mark.parametrize("inside", ["", "InPost Desk"])
def test_a_folder_that_may_not_be_read(shut: str, rule: str, inside: str) -> None:
    """The system's own folder on a stick is no reason not to read ours."""
    with tempfile.TemporaryDirectory() as folder:
        stick = Path(folder)
        stick.chmod(0o755)
        (stick / "InPost Desk/pc").mkdir(parents=True)
        (stick / "lost+found").mkdir()
        (stick / shut).chmod(0)
        with somebody_else(), pytest.raises(FileTrouble) as trouble:
            look_into(stick / inside)
        (stick / shut).chmod(0o700)
    assert trouble.value.rule == rule


def test_the_doctor_says_what_is_wrong_with_the_data_folder(desk: Desk) -> None:
    desk.file(locker("A-1"), name="plain")
    bundle = desk.folder / "bundle.zip"
    given = ("doctor", *desk.address(), "--json", "--bundle", bundle)
    assert desk.run(*given, folder="plain/data") == 1
    (found,) = (one for one in desk.json() if one["name"] == "data_dir")
    assert (found["ok"], found["rule"]) == (False, "not_a_folder")
    assert bundle.is_file()
    assert desk.run("doctor", *desk.address(), folder="plain/data") == 1
    assert "✗ data folder: " in desk.out


def test_the_doctor_says_why_nothing_is_sent(desk: Desk) -> None:
    desk.ship(desk.file(locker("A-1")), *METHOD)
    assert _of_the_ledger(desk) == (True, "")
    target = copied(desk)
    today = look_into(target).day
    assert restore(desk, target) == 0
    assert _of_the_ledger(desk) == (False, "restored")
    assert f"restored from the copy of {today}" in desk.out
    assert desk.run("data", "check") == 0
    assert f"restored from the copy of {today}" in desk.err
    ledger = Ledger(ledger_of(desk))
    restored.was_read(ledger)
    restored.move(ledger, local_now())
    ledger.close()
    assert _of_the_ledger(desk) == (False, "moved")
    assert "data stay" in desk.out
    assert "Settings → Data" in desk.out
    (ledger_of(desk) / "half-restored").touch()
    for one in ledger_of(desk).glob("ledger.sqlite*"):
        one.unlink()
    assert _of_the_ledger(desk) == (False, "half_restored")
    assert "Settings → Data" in desk.out
    shutil.rmtree(ledger_of(desk))


def _of_the_ledger(desk: Desk) -> tuple[bool, str]:
    """The finding; afterwards `out` is what a person reads."""
    desk.run("doctor", *desk.address(), "--json")
    (found,) = (one for one in json.loads(desk.out) if one["name"] == "account_ledger")
    assert desk.run("doctor", *desk.address()) == (0 if found["ok"] else 1)
    return found["ok"], found["rule"]
