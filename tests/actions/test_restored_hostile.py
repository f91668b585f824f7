"""A restore under bad luck: wrong clocks, keys that do not come back, drafts, crashes half-way."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import update

from inpost_desk.actions.copies import look_into
from inpost_desk.actions.copying import back_up
from inpost_desk.actions.forgetting import forget, surely_now, would_forget
from inpost_desk.actions.new_shipment import enter as enter_draft
from inpost_desk.actions.restored import read_first
from inpost_desk.actions.restoring import restore
from inpost_desk.actions.send import Terms
from inpost_desk.actions.settle import MIRRORED, mirror, window
from inpost_desk.domain.draft import Draft
from inpost_desk.domain.order import Order
from inpost_desk.domain.order_shipment import Choices, as_shipment
from inpost_desk.domain.shipment import Shipment
from inpost_desk.errors import FileTrouble, LedgerTrouble, QuestionOpen
from inpost_desk.ledger import copies, earlier, journal, restored
from inpost_desk.ledger.earlier import Sought
from inpost_desk.ledger.ledger import HALF_RESTORED, Ledger, local_now
from inpost_desk.ledger.schema import orders
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.reading import Page
from tests.actions.shop import client_of, enter, order
from tests.simulator_process import Simulator

DAYS = timedelta(days=1)


@contextmanager
def restored_from(
    ledger: Ledger, folder: Path, *, copied_at: datetime | None = None
) -> Iterator[Ledger]:
    folder.mkdir()
    copies.sound_copy(ledger.path, folder / copies.FILE)
    copied = copied_at or local_now()
    quiet = local_now() - timedelta(hours=1)
    copies.prepare(folder / copies.FILE, copied_at=copied, quiet_since=quiet)
    again = Ledger(folder)
    try:
        yield again
    finally:
        again.close()


def bought(client: Client, one: Order) -> None:
    """By a ledger that is lost by now, of an account that gives no keys back."""
    choices = Choices(sending_method="dispatch_order")
    client.create(as_shipment(one, key="", contract=frozenset(), choices=choices))


def test_a_copy_made_by_a_fast_clock_hides_nothing(simulator: Simulator, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger")
    with client_of(simulator) as client:
        bought(client, order("OLD/1"))
        mirror(ledger, client)
        # What is known of lists is as wrong as the clock that day.
        wrong = local_now() + 400 * DAYS
        ledger.learn(MIRRORED, wrong.isoformat())
        with restored_from(ledger, tmp_path / "other", copied_at=wrong) as again:
            bought(client, order("NEW/1"))
            simulator.advance(30 * 86_400)
            client.account()
            done = read_first(again, client)
            assert done is not None
            asked = [Sought(1, "NEW/1", order("NEW/1"))]
            assert earlier.sent_before(again, asked, digest="x")
    ledger.close()


def test_a_list_read_by_a_fast_clock_is_read_again(simulator: Simulator, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger")
    ledger.learn(MIRRORED, (local_now() + 400 * DAYS).isoformat())
    with client_of(simulator) as client:
        bought(client, order("NEW/1"))
        assert mirror(ledger, client) == 1
    ledger.close()


@pytest.mark.parametrize("cancelled", [True, False])
def test_a_list_that_moved_while_it_was_read_is_not_whole(
    simulator: Simulator, *, cancelled: bool
) -> None:
    """The last one stood on the second page when the first was read, and on the first afterwards."""
    with client_of(simulator) as client:
        for number in range(3):
            bought(client, order(f"A/{number}"))
        everything = client.shipments(created_from=client.now() - DAYS, page=1)

        class Moving:
            def shipments(self, *, created_from: datetime, page: int) -> Page[Shipment]:
                assert created_from < client.now()
                items = everything.items[:2] if page == 1 else everything.items[2:]
                count = 3 - (cancelled and page > 1)
                kept = () if page > 1 and cancelled else items
                return Page(kept, count=count, page=page, per_page=2)

        read = window(cast("Client", Moving()), since=client.now())
        assert read.whole is not cancelled


@pytest.mark.parametrize("made", [1, 3])
def test_more_or_fewer_of_a_reference_than_the_copy_wanted(
    simulator: Simulator, tmp_path: Path, made: int
) -> None:
    """The copy has two of it that were not sent, of two files; each that was made is taken by one."""
    ledger = Ledger(tmp_path / "ledger")
    with client_of(simulator) as client:
        runs = [enter(ledger, order("ZAM/1"), digest=name) for name in ("one", "two")]
        with ledger.write() as connection:
            connection.execute(update(orders).values(taken_over=False))
        with restored_from(ledger, tmp_path / "other") as again:
            for _ in range(made):
                bought(client, order("ZAM/1"))
            done = read_first(again, client)
            assert done is not None
            assert done.found == min(made, 2)
            left = [journal.any_left(again, run) for run in runs]
            assert left.count(True) == 2 - min(made, 2)
    ledger.close()


def test_a_draft_of_the_copy_that_was_sent_since_is_asked_about(
    simulator: Simulator, tmp_path: Path
) -> None:
    ledger = Ledger(tmp_path / "ledger")
    draft = Draft(reference="", phone="501234567", email="ala@example.test", point="KRA010")
    with client_of(simulator) as client, restored_from(ledger, tmp_path / "other") as again:
        lost = order("21-11/007")
        bought(client, lost)
        bought(client, replace(lost, reference="21-11/008-1/2"))
        terms = Terms(frozenset(), Choices(sending_method="dispatch_order"))
        for name in ("one", "two"):
            with pytest.raises(QuestionOpen):
                enter_draft(again, client, draft, terms, draft_id=name)
        assert again.fact("day 21-11") == "8"
        assert enter_draft(again, client, draft, terms, draft_id="one", again=True)
        # In a ledger that was never restored two that are typed alike are two.
        for name in ("one", "two"):
            assert enter_draft(ledger, client, draft, terms, draft_id=name)
    ledger.close()


def test_a_wrong_clock_deletes_nothing(simulator: Simulator, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledgers" / "one-1")
    with client_of(simulator) as client:
        bought(client, order("A/1"))
        mirror(ledger, client)
    now = local_now()
    assert surely_now(tmp_path, now + 365 * DAYS) < now + 2 * DAYS
    assert surely_now(tmp_path, now) == now
    assert surely_now(tmp_path / "empty", now) == now
    ledger.close()


def test_nothing_is_deleted_before_inpost_was_read_nor_of_a_run_under_way(
    simulator: Simulator, tmp_path: Path
) -> None:
    ledger = Ledger(tmp_path / "ledger")
    enter(ledger, order("A/1"))
    before = local_now() - 40 * DAYS
    with ledger.write() as connection:
        connection.execute(update(orders).values(created_at=local_now() - 90 * DAYS))
    # Entered long ago, and a run of today is about to send it.
    assert would_forget(ledger, before=before).orders == 0
    with ledger.write() as connection:
        connection.exec_driver_sql("UPDATE runs SET started_at = '2020-01-01 00:00:00.000000'")
    assert would_forget(ledger, before=before).orders == 1
    with restored_from(ledger, tmp_path / "other") as again:
        assert would_forget(again, before=before).orders == 0
        assert forget(again, before=before).orders == 0
        with client_of(simulator) as client:
            read_first(again, client)
        assert forget(again, before=before).orders == 1
    ledger.close()


def places(tmp_path: Path) -> tuple[Path, Path]:
    data, target = tmp_path / "data", tmp_path / "copies"
    target.mkdir()
    ledger = Ledger(data / "ledgers" / "one-1")
    enter(ledger, order("A/1"))
    ledger.close()
    return data, target


def test_a_day_of_a_wrong_clock_is_not_the_newest_for_a_year(tmp_path: Path) -> None:
    data, target = places(tmp_path)
    now = local_now()
    for at in (now, now + 365 * DAYS, now + DAYS, now - 3000 * DAYS, now + 2 * DAYS):
        back_up(data, target, copies=3, now=at)
        assert look_into(target).made_at == at
    assert len(look_into(target).days) == 3
    assert look_into(target).days[1] < "2020"


def test_the_earlier_copy_of_a_day_survives_a_cut(tmp_path: Path) -> None:
    data, target = places(tmp_path)
    now = local_now()
    back_up(data, target, copies=3, now=now)
    place = look_into(target).place
    # Cut between the two names; and then the ledger is damaged, so that no new one comes about.
    place.rename(place.with_name(f".{place.name}.0011aabb.before"))
    (data / "ledgers" / "one-1" / "ledger.sqlite").write_bytes(b"nothing" * 1000)
    with pytest.raises(LedgerTrouble):
        back_up(data, target, copies=3, now=now)
    assert look_into(target).place == place
    assert [one.name for one in place.parent.iterdir() if one.name.startswith(".")] == []


def test_copies_are_closed_to_others_and_not_in_the_data(tmp_path: Path) -> None:
    data, target = places(tmp_path)
    back_up(data, target, copies=3, now=local_now())
    home = look_into(target).place.parent
    for one in (home, *home.rglob("*")):
        assert one.stat().st_mode & 0o777 == (0o700 if one.is_dir() else 0o600), one
    (data / "copies").mkdir()
    link = tmp_path / "link"
    link.symlink_to(data / "copies")
    for folder in (data, data / "copies", link):
        with pytest.raises(FileTrouble) as trouble:
            back_up(data, folder, copies=3, now=local_now())
        assert trouble.value.rule == "own_folder"


def test_a_manifest_names_no_folder_elsewhere(tmp_path: Path) -> None:
    data, target = places(tmp_path)
    back_up(data, target, copies=3, now=local_now())
    manifest = look_into(target).place / "manifest.json"
    text = manifest.read_text("utf-8")
    manifest.write_text(text.replace('"name": "one-1"', '"name": "../../elsewhere"'), "utf-8")
    with pytest.raises(FileTrouble) as trouble:
        restore(data, target, now=local_now())
    assert trouble.value.rule == "damaged"
    assert not (tmp_path / "elsewhere").exists()


def test_two_restores_in_one_second_keep_both_ledgers(tmp_path: Path) -> None:
    data, target = places(tmp_path)
    now = local_now()
    back_up(data, target, copies=3, now=now)
    aside = [path for _ in range(3) for path in restore(data, target, now=now).set_aside]
    assert len({one for one in aside if one.exists()}) == 3


def test_moved_to_where_the_account_was_used_meanwhile_it_waits(tmp_path: Path) -> None:
    data, target = places(tmp_path)
    back_up(data, target, copies=3, now=local_now(), moved=True)
    ledger = Ledger(data / "ledgers" / "one-1")
    run = enter(ledger, order("B/1"), digest="other")
    journal.claim(ledger, run, limit=1, now=datetime.now(UTC))
    ledger.close()
    restore(data, target, now=local_now())
    again = Ledger(data / "ledgers" / "one-1")
    mark = restored.marked(again)
    assert mark is not None
    assert local_now() - mark.quiet_since < timedelta(minutes=1)
    again.close()


def references(path: Path) -> set[str]:
    with contextlib.closing(sqlite3.connect(path)) as base:
        return {one[0] for one in base.execute("SELECT reference FROM orders")}


class Cut(BaseException):
    """As if the process had been killed."""


@pytest.mark.parametrize("nth", [2, 3, 4, 5])
def test_cut_between_any_two_names_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    """What is only in the file written ahead goes aside with its ledger, whenever it is cut."""
    data, target = places(tmp_path)
    now, folder = local_now(), data / "ledgers" / "one-1"
    back_up(data, target, copies=3, now=now)
    ledger = Ledger(folder)
    enter(ledger, order("NEW/1"), digest="new")
    crashed = {one.name: one.read_bytes() for one in folder.glob("ledger.sqlite*")}
    ledger.close()
    for name, content in crashed.items():
        (folder / name).write_bytes(content)
    done, replace_file = [0], Path.replace

    def cut(file: Path, to: Path) -> Path:
        done[0] += 1
        if done[0] == nth:
            raise Cut
        return replace_file(file, to)

    monkeypatch.setattr(Path, "replace", cut)
    with pytest.raises(Cut):
        restore(data, target, now=now)
    monkeypatch.setattr(Path, "replace", replace_file)
    # Half a ledger drives no whole copy of it away.
    with pytest.raises(LedgerTrouble) as trouble:
        back_up(data, target, copies=3, now=now)
    assert trouble.value.rule == "half_restored"
    restore(data, target, now=now + timedelta(seconds=5))
    assert not (folder / HALF_RESTORED).exists()
    aside = list(folder.glob("ledger.set-aside-*.sqlite"))
    assert any("NEW/1" in references(one) for one in aside)


def test_what_is_begun_anew_drives_no_copy_of_today_away(
    simulator: Simulator, tmp_path: Path
) -> None:
    data, target = places(tmp_path)
    folder, now = data / "ledgers" / "one-1", local_now()
    with client_of(simulator) as client:
        bought(client, order("A/1"))
        ledger = Ledger(folder)
        mirror(ledger, client)
        ledger.close()
    back_up(data, target, copies=2, now=now)
    for days in (0, 1):
        # The disk died: nothing is here.
        shutil.rmtree(folder, ignore_errors=True)
        with pytest.raises(FileTrouble) as trouble:
            back_up(data, target, copies=2, now=now + days * DAYS)
        assert trouble.value.rule == "fewer_than_copied"
    Ledger(folder).close()
    with pytest.raises(FileTrouble):
        back_up(data, target, copies=2, now=now)
    assert look_into(target).accounts[0].shipments == 1
    # Whoever goes on without it gets copies of that.
    assert back_up(data, target, copies=2, now=now + DAYS).accounts == 1
