"""Finding in the history: words in any form, filters, order, counts; what an index can serve is served so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from inpost_desk.domain.history import Query, Sort
from inpost_desk.domain.journey import Phase
from inpost_desk.domain.order import Person
from inpost_desk.ledger import history, prints
from inpost_desk.ledger.ledger import Ledger
from tests.actions.shop import ledger_in
from tests.ledger.history_shelf import courier, elsewhere, found, noted, ours
from tests.ledger.pile import NOW, entered


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    "words",
    [
        "lucja",
        "ŻAK obca",
        "lod01",
        "501 200 300",
        "+48 501 200 300",
        "501-200-300",
        "200300",
        "620999 0000 0000 0000 000001",
        "obca/1",
    ],
)
def test_any_form_of_the_words_finds_it(ledger: Ledger, words: str) -> None:
    noted(ledger, elsewhere(1), courier(2))
    assert found(ledger, words=words) == ["OBCA/1"]


def test_a_town_finds_what_goes_there(ledger: Ledger) -> None:
    noted(ledger, elsewhere(1), courier(2))
    assert found(ledger, words="Łódź") == ["OBCA/2"]


@pytest.mark.parametrize("words", ["%", "_", "501 200 301", "lucja sklep", "o%a", "/1/"])
def test_what_is_not_there_is_not_found(ledger: Ledger, words: str) -> None:
    noted(ledger, elsewhere(1), courier(2))
    assert found(ledger, words=words) == []


def test_only_what_inpost_has_is_history(ledger: Ledger) -> None:
    ours(ledger, ["ZAM/1"])
    entered(ledger, ["ZAM/2"], digest="other")
    assert found(ledger) == ["ZAM/1"]
    assert history.counts(ledger, Query()).all == 1


def test_each_filter_and_all_together(ledger: Ledger) -> None:
    day = timedelta(days=1)
    noted(
        ledger, elsewhere(1), elsewhere(2, "pickup_time_expired", created_at=NOW + day), courier(3)
    )
    (mine,) = ours(ledger, ["ZAM/1"])
    prints.claim(ledger, [mine], printer="Zebra", reason="", now=NOW)
    assert set(found(ledger, phase=Phase.PREPARED)) == {"OBCA/1", "OBCA/3", "ZAM/1"}
    assert found(ledger, exceptions=True) == ["OBCA/2"]
    assert found(ledger, since=date(2026, 3, 3), until=date(2026, 3, 3)) == ["OBCA/2"]
    assert len(found(ledger, until=date(2026, 3, 2))) == 3
    assert found(ledger, service="inpost_courier_standard") == ["OBCA/3"]
    assert found(ledger, cod=True) == ["OBCA/3"]
    assert found(ledger, printed=True) == ["ZAM/1"]
    assert "ZAM/1" not in found(ledger, printed=False)
    ((run, name, _),) = history.runs_of(ledger)
    assert (found(ledger, run_id=run), name) == (["ZAM/1"], "zamowienia.csv")
    assert found(ledger, phase=Phase.PREPARED, cod=True, words="sklep") == ["OBCA/3"]
    assert history.services(ledger) == ("inpost_courier_standard", "inpost_locker_standard")
    assert history.first_day(ledger) == NOW


def test_counts_leave_out_their_own_filter(ledger: Ledger) -> None:
    noted(ledger, elsewhere(1), elsewhere(2, "pickup_time_expired"), courier(3, status="delivered"))
    whole = history.counts(ledger, Query(phase=Phase.DELIVERED, exceptions=True))
    assert whole.phases == {Phase.PREPARED: 1, Phase.ON_ITS_WAY: 1, Phase.DELIVERED: 1}
    assert (whole.all, whole.exceptions) == (3, 1)
    assert history.counts(ledger, Query(words="sklep")).phases == {Phase.DELIVERED: 1}


def test_every_order_both_ways_and_polish_letters_in_their_place(ledger: Ledger) -> None:
    names = ["Zuzanna", "Łucja", "Lidia", "Żaneta", "Adam", "Ąda"]
    noted(
        ledger,
        *(
            elsewhere(place, receiver=Person(first_name=name))
            for place, name in enumerate(names, 1)
        ),
    )
    ids = history.find(ledger, Query(sort=Sort.NAME, descending=False))
    shown = [row.name for row in history.rows(ledger, ids)]
    assert shown == ["Adam", "Ąda", "Lidia", "Łucja", "Zuzanna", "Żaneta"]
    for sort in Sort:
        up = history.find(ledger, Query(sort=sort, descending=False))
        assert history.find(ledger, Query(sort=sort)) == up[::-1]


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (Query(), "COVERING INDEX shipments_made"),
        (Query(phase=Phase.PREPARED), "COVERING INDEX shipments_by_phase"),
        (Query(exceptions=True), "shipments_of_concern"),
        (Query(since=date(2026, 3, 1)), "SEARCH shipments USING COVERING INDEX shipments_made"),
        (Query(run_id=1), "run_rows"),
    ],
)
def test_a_find_uses_its_index(ledger: Ledger, query: Query, index: str) -> None:
    with _plans() as plans:
        history.find(ledger, query)
    assert any(index in line for line in plans), plans


def test_counts_and_badge_use_their_indexes(ledger: Ledger) -> None:
    with _plans() as plans:
        history.counts(ledger, Query())
        history.badge(ledger)
    assert plans[0] == "SEARCH shipments USING COVERING INDEX shipments_by_phase (phase>?)"
    assert all("shipments_of_concern" in line for line in plans[1:])


@contextmanager
def _plans() -> Iterator[list[str]]:
    """How the database goes about what is asked of it meanwhile."""
    found: list[str] = []

    def explain(
        connection: Connection, _cursor: object, statement: str, given: Any, *_more: object
    ) -> None:
        if statement.startswith("SELECT"):
            raw = connection.connection.cursor()
            raw.execute(f"EXPLAIN QUERY PLAN {statement}", given)
            found.extend(row[3] for row in raw.fetchall())

    event.listen(Engine, "before_cursor_execute", explain)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", explain)
