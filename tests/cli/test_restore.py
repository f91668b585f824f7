"""A ledger that is lost and restored from an older copy: nothing bought since is bought once more."""

from __future__ import annotations

import json
import resource
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from inpost_desk import settings
from inpost_desk.actions.copies import look_into
from inpost_desk.actions.copying import back_up
from inpost_desk.domain.data_care import DataRules
from inpost_desk.errors import FileTrouble, LedgerTrouble
from inpost_desk.ledger import restored
from inpost_desk.ledger.ledger import Ledger, local_now
from tests.cli.conftest import Desk, courier, locker

METHOD = ("--sending-method", "dispatch_order", "--horizon", "0.5")
SKIP = ("--duplicates", "skip")


def made(desk: Desk) -> int:
    return len(desk.simulator.shipments())


def ledger_of(desk: Desk, folder: str = "data") -> Path:
    (one,) = (desk.folder / folder / "ledgers").iterdir()
    return one


def copied(desk: Desk, name: str = "copies") -> Path:
    """A copy made by the command line."""
    target = desk.folder / name
    target.mkdir(exist_ok=True)
    assert desk.run("backup", "--to", target) == 0
    return target


def lose(desk: Desk) -> None:
    """The disk died some time ago, labels and all."""
    shutil.rmtree(ledger_of(desk))


def restore(desk: Desk, target: Path, *arguments: object, folder: str = "data") -> int:
    """Long enough ago that InPost is not at anything of the lost ledger's any more."""
    code = desk.run("restore", target, *arguments, folder=folder)
    for one in (desk.folder / folder / "ledgers").iterdir() if code == 0 else ():
        ledger = Ledger(one)
        restored.quiet_again(ledger, local_now() - timedelta(hours=1))
        ledger.close()
    return code


def test_not_one_shipment_more_after_a_restore(desk: Desk) -> None:
    """Half of a file, then a second one with and without references, were bought after the copy."""
    first = desk.file(locker("A-1"), locker("A-2"), courier("A-3"), name="first.csv")
    rows = (
        locker("B-1"),
        locker("", phone="501000001"),
        courier(""),
        locker("", phone="501000001"),
    )
    second = desk.file(*rows, name="second.csv")
    before = desk.file(locker("O-1"), name="before.csv")
    desk.ship(before, *METHOD)
    # The first file is in the copy with one call that is unsure; the rest of it was not sent yet.
    desk.simulator.faults({"do": "outage", "method": "POST"})
    assert desk.ship(first, *METHOD, "--no-wait") != 0
    assert made(desk) == 1
    target = copied(desk)
    desk.simulator.faults()
    assert desk.ship(first, *METHOD) == 0
    assert desk.ship(second, *METHOD) == 0
    bought = made(desk)
    assert bought == 1 + 3 + 4
    lose(desk)
    assert restore(desk, target) == 0
    assert "InPost" in desk.out
    for file in (before, first, second):
        assert desk.ship(file, *METHOD, *SKIP) == 0
    assert made(desk) == bought
    # A row more than there were is a new parcel.
    more = desk.file(*rows, rows[1], name="more.csv")
    assert desk.ship(more, *METHOD, *SKIP) == 0
    assert made(desk) == bought + 1


def test_orders_of_the_copy_that_inpost_has_are_finished_with_their_labels(desk: Desk) -> None:
    rows = [locker(f"R-{number}") for number in range(4)]
    path = desk.file(*rows)
    desk.ship(desk.file(locker("O-1"), name="before.csv"), *METHOD)
    desk.simulator.faults({"do": "outage", "method": "POST"})
    assert desk.ship(path, *METHOD, "--no-wait") != 0
    target = copied(desk)
    desk.simulator.faults()
    desk.ship(path, *METHOD)
    assert desk.ship(path, *METHOD) == 0
    assert made(desk) == 5
    lose(desk)
    assert restore(desk, target) == 0
    assert desk.ship(path, *METHOD) == 0
    assert desk.outcomes(path) == ["done"] * 4
    assert made(desk) == 5


def test_nothing_is_sent_before_inpost_was_read(desk: Desk) -> None:
    desk.ship(desk.file(locker("O-1"), name="before.csv"), *METHOD)
    target = copied(desk)
    assert desk.run("restore", target) == 0
    path = desk.file(locker("N-1"))
    # The ledger was written a moment ago: InPost may still be at something.
    assert desk.ship(path, "--sending-method", "dispatch_order") == 5
    assert "min" in desk.err
    assert made(desk) == 1
    ledger = Ledger(ledger_of(desk))
    restored.quiet_again(ledger, local_now() - timedelta(hours=1))
    with pytest.raises(LedgerTrouble) as trouble, ledger.write() as connection:
        restored.refuse_sending(connection)
    assert trouble.value.rule == "restored"
    ledger.close()
    assert desk.ship(path, *METHOD) == 0
    assert made(desk) == 2


def test_the_ledger_that_was_here_is_kept_and_labels_come_back(desk: Desk) -> None:
    path = desk.file(locker("A-1"), courier("A-2"))
    desk.ship(path, *METHOD)
    target = copied(desk)
    shutil.rmtree(ledger_of(desk) / "labels")
    assert desk.run("data", "check") == 1
    assert "2" in desk.err
    assert restore(desk, target) == 0
    assert len(list(ledger_of(desk).glob("ledger.set-aside-*.sqlite"))) == 1
    assert desk.run("data", "check") == 0
    assert desk.ship(path, *METHOD) == 0
    assert desk.outcomes(path) == ["done"] * 2
    assert made(desk) == 2


def test_an_open_ledger_is_not_replaced(desk: Desk) -> None:
    desk.ship(desk.file(locker("A-1")), *METHOD)
    target = copied(desk)
    held = Ledger(ledger_of(desk))
    assert desk.run("restore", target) == 2
    assert desk.run("backup", "--to", target, "--move") == 2
    held.close()
    assert restore(desk, target) == 0


def test_damaged_and_newer_copies_are_refused_in_words(desk: Desk) -> None:
    desk.ship(desk.file(locker("A-1")), *METHOD)
    target = copied(desk)
    place = look_into(target).place
    (packed,) = place.glob("*.sqlite.gz")
    whole = packed.read_bytes()
    packed.write_bytes(whole[:-40])
    assert desk.run("restore", target, "--look") == 1
    assert "damaged" in desk.err
    before = (ledger_of(desk) / "ledger.sqlite").read_bytes()
    assert desk.run("restore", target) == 2
    assert "damaged" in desk.err
    packed.write_bytes(whole)
    manifest = place / "manifest.json"
    text = manifest.read_text("utf-8")
    manifest.write_text(text.replace('"version": "', '"version": "9'), "utf-8")
    assert desk.run("restore", target) == 2
    assert "newer" in desk.err
    assert (ledger_of(desk) / "ledger.sqlite").read_bytes() == before
    manifest.write_text(text[: len(text) // 2], "utf-8")
    assert desk.run("restore", target) == 2
    assert desk.run("restore", desk.folder) == 2
    assert "no copy" in desk.err


def test_a_restore_that_was_cut_is_refused_until_it_is_done_again(desk: Desk) -> None:
    desk.ship(desk.file(locker("A-1")), *METHOD)
    target = copied(desk)
    (ledger_of(desk) / "half-restored").touch()
    assert desk.run("data", "check") == 2
    assert "once more" in desk.err
    assert restore(desk, target) == 0
    assert desk.run("data", "check") == 0


def test_moving_to_another_computer(desk: Desk) -> None:
    path = desk.file(locker("A-1"), locker("A-2"))
    desk.ship(path, *METHOD)
    assert desk.run("backup", "--to", desk.folder, "--move") == 0
    assert "account add" in desk.out
    again = desk.file(locker("N-1"), name="new.csv")
    assert desk.ship(again, *METHOD) == 2
    assert "another computer" in desk.err
    # The other computer, at once: nothing was under way.
    assert desk.run("restore", desk.folder, folder="other") == 0
    assert desk.ship(again, *METHOD, folder="other") == 0
    assert desk.ship(path, *METHOD, folder="other") == 0
    assert made(desk) == 3
    # And back here after all: what the other one bought is known.
    assert desk.run("data", "stay") == 0
    (data,) = (desk.folder / "data" / "ledgers").iterdir()
    ledger = Ledger(data)
    restored.quiet_again(ledger, local_now() - timedelta(hours=1))
    ledger.close()
    assert desk.ship(again, *METHOD, *SKIP) == 0
    assert made(desk) == 3


def test_copies_rotate_and_a_full_or_absent_place_leaves_them(desk: Desk) -> None:
    desk.ship(desk.file(locker("A-1")), *METHOD)
    data, target = desk.folder / "data", desk.folder / "copies"
    target.mkdir()
    now = local_now()
    for day in range(5):
        done = back_up(data, target, copies=3, now=now + timedelta(days=day))
        assert done.accounts == 1
        assert done.labels == (1 if day == 0 else 0)
    found = look_into(target)
    assert len(found.days) == 3
    assert found.problems == ()
    assert not list(target.rglob(".*.part"))
    assert desk.run("backup", "--to", desk.folder / "stick") == 2
    assert not (desk.folder / "stick").exists()
    # No file can grow beyond 10 kB any more, as on a full disk.
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises((FileTrouble, LedgerTrouble)):
            back_up(data, target, copies=3, now=now + timedelta(days=9))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not list(target.rglob(".*.part"))
    assert not list(data.rglob(".copying-*"))
    assert look_into(target).days == found.days


def test_no_token_and_no_backup_folder_are_in_a_copy(desk: Desk) -> None:
    desk.ship(desk.file(locker("A-1")), *METHOD)
    target = desk.folder / "copies"
    target.mkdir()
    settings.change(desk.folder / "data", data=DataRules(backup_folder=str(target)))
    assert desk.run("backup") == 0
    kept = json.loads((look_into(target).place / "settings.json").read_text("utf-8"))
    assert kept["data"]["backup_folder"] == ""
    texts = b"".join(one.read_bytes() for one in target.rglob("*") if one.is_file())
    assert desk.simulator.token.encode() not in texts
