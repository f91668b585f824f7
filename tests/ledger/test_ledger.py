from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event, text

from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger import journal
from inpost_desk.ledger.ledger import Ledger, ledger_folder
from tests.ledger.pile import NOW, entered


def test_each_address_and_organisation_has_a_ledger_of_its_own(tmp_path: Path) -> None:
    places = {
        ledger_folder(tmp_path, api_url=address, organization=number)
        for address in ("https://api-shipx-pl.easypack24.net", "http://127.0.0.1:8080", "demo")
        for number in (1, 2)
    }
    assert len(places) == 6


def test_facts_are_kept(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    assert ledger.fact("keys come back") == ""
    ledger.learn("keys come back", "missing")
    ledger.learn("keys come back", "proven")
    ledger.close()
    ledger = Ledger(tmp_path)
    assert ledger.fact("keys come back") == "proven"
    ledger.close()


def test_a_first_start_cut_short_leaves_a_file_that_opens(tmp_path: Path) -> None:
    made = 0

    def stop(_connection: Connection, _cursor: object, statement: str, *_more: object) -> None:
        nonlocal made
        made += "CREATE TABLE" in statement
        if made == 5:
            raise KeyboardInterrupt

    event.listen(Engine, "before_cursor_execute", stop)
    try:
        with pytest.raises(KeyboardInterrupt):
            Ledger(tmp_path)
    finally:
        event.remove(Engine, "before_cursor_execute", stop)
    ledger = Ledger(tmp_path)
    assert journal.claim(ledger, entered(ledger, ["A"]), limit=1, now=NOW) is not None
    ledger.close()


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    with ledger.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    ledger.close()
    with pytest.raises(LedgerTrouble) as refused:
        Ledger(tmp_path)
    assert (refused.value.rule, refused.value.detail) == ("newer", "9999")


def test_a_damaged_ledger_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"nie ksiega" * 1000)
    with pytest.raises(LedgerTrouble) as refused:
        Ledger(tmp_path)
    assert refused.value.rule == "damaged"


def test_a_dead_owners_lock_is_swept_away(tmp_path: Path) -> None:
    ledger, other = Ledger(tmp_path), Ledger(tmp_path)
    assert ledger.owner.lives(other.owner.id)
    assert ledger.owner.lives(ledger.owner.id)
    other.close()
    assert not ledger.owner.lives(other.owner.id)
    assert not ledger.owner.lives("")
    assert len(list((tmp_path / "owners").iterdir())) == 1
    ledger.close()
