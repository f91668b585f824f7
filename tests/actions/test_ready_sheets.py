"""Four labels on a sheet: what is lost beyond the printer's reach, and what cannot be read there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from inpost_desk.actions.ready import Label, Order, Ready, make_ready
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.domain.printer import Language, PaperKind, Profile, Reach
from inpost_desk.labels.bitmap import drawn
from inpost_desk.labels.own_pages import separator
from inpost_desk.labels.readback import read_pages
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger.label_findings import forget, let_pass
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.stored_labels import stored_labels
from tests.actions.paper import keep, numbers, pile
from tests.labels.bars import ink
from tests.labels.specimen_labels import Look, locker, number

UNREADABLE = Look(bars=False, matrix=False)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    one = Ledger(tmp_path / "ledger")
    yield one
    one.close()


def four(**facts: Any) -> Profile:
    usual: dict[str, Any] = {"reach": Reach.CUPS, "paper": PaperKind.A4_FOUR}
    return Profile.at(address="sheets", **usual | facts)


def ready(
    ledger: Ledger,
    labels: list[Label],
    profile: Profile,
    *,
    front: bytes | None = None,
    **more: Any,
) -> Ready:
    stored = stored_labels(ledger, [one.shipment_id for one in labels])
    order = Order.of(ledger, stored, LabelStore(ledger.folder / LABEL_FOLDER), **more)
    return make_ready(labels, profile, order, front=front)


def on_sheets(made: Ready) -> set[str]:
    assert made.document is not None
    return {code for page in read_pages(made.document.content) for code in page.codes if code}


def worse(ledger: Ledger, label: Label, look: Look, place: int = 0) -> None:
    """It is found good when stored, as a page that only the finest drawing can read."""
    with ledger.write() as connection:
        from inpost_desk.ledger.schema import labels

        connection.execute(labels.delete().where(labels.c.shipment_id == label.shipment_id))
    keep(ledger, label.shipment_id, locker(number(place), look))


LANGUAGES = pytest.mark.parametrize("language", [Language.PDF, Language.PIXELS])


@LANGUAGES
def test_labels_pushed_off_the_sheet_are_held_back(ledger: Ledger, language: Language) -> None:
    labels = pile(ledger, 4)
    made = ready(ledger, labels, four(language=language, right=60))
    # What moves up to the right-hand place is lost there, too.
    assert made.labels == (labels[0],)
    assert [(one.label, one.rule) for one in made.held] == [
        (one, "off_paper") for one in labels[1:]
    ]
    assert all(one.picture for one in made.held)
    assert on_sheets(made) == set(numbers(0))
    assert made.slot == 1


@LANGUAGES
def test_a_sheet_is_never_made_smaller_nor_laid_elsewhere(
    ledger: Ledger, language: Language
) -> None:
    labels = pile(ledger, 4)
    made = ready(ledger, labels, four(language=language, head=1900))
    assert made.document is None
    assert [one.rule for one in made.held] == ["off_paper"] * 4
    made = ready(ledger, labels, four(language=language, head=2080))
    assert made.document is not None
    assert (made.held, made.smallest) == ((), 1.0)
    assert on_sheets(made) == set(numbers(0, 1, 2, 3))


@LANGUAGES
@pytest.mark.parametrize("moved", [{"right": 10, "down": -5}, {"rotation": 180}])
def test_a_sheet_that_is_moved_keeps_its_labels_and_their_size(
    ledger: Ledger, language: Language, moved: dict[str, int]
) -> None:
    labels = pile(ledger, 4)
    plain = ready(ledger, labels, four())
    made = ready(ledger, labels, four(language=language, **moved))
    assert plain.document is not None
    assert made.document is not None
    assert made.held == ()
    assert on_sheets(made) == set(numbers(0, 1, 2, 3))
    left, top, right, bottom = ink(drawn(plain.document.content, four())[0].image)
    now = ink(drawn(made.document.content, four())[0].image)
    if "rotation" in moved:
        wide, high = 1680, 2376
        left, top, right, bottom = wide - right, high - bottom, wide - left, high - top
    else:
        left, right, top, bottom = left + 8, right + 8, top - 4, bottom - 4
    assert max(abs(a - b) for a, b in zip((left, top, right, bottom), now, strict=True)) <= 2


def test_a_turned_sheet_does_not_lie_on_upright_paper(ledger: Ledger) -> None:
    labels = pile(ledger, 2)
    made = ready(ledger, labels, four(rotation=90))
    assert made.document is None
    assert [one.rule for one in made.held] == ["off_paper"] * 2


def test_a_person_may_print_what_is_lost(ledger: Ledger) -> None:
    labels = pile(ledger, 2)
    made = ready(ledger, labels, four(right=60), overruled=[labels[1].shipment_id])
    assert (made.labels, made.held) == (tuple(labels), ())


def test_one_that_cannot_be_read_is_held_back_and_the_rest_move_up(ledger: Ledger) -> None:
    labels = pile(ledger, 5)
    worse(ledger, labels[1], UNREADABLE, 1)
    made = ready(ledger, labels, four(), front=separator(["ZAM.csv"]))
    assert made.labels == (labels[0], *labels[2:])
    assert [(one.label, one.rule) for one in made.held] == [(labels[1], "unreadable")]
    assert on_sheets(made) == set(numbers(0, 2, 3, 4))
    assert made.slot == 1
    assert made.document is not None
    assert made.document.pages == 2


def test_bars_that_only_a_finer_drawing_reads_are_looked_for_among_readable_ones(
    ledger: Ledger,
) -> None:
    labels = pile(ledger, 4)
    worse(ledger, labels[2], Look(module=0.205, matrix=False), 2)
    made = ready(ledger, labels, four())
    # Whoever is content with any number on the sheet does not see it.
    assert on_sheets(made) == set(numbers(0, 1, 3))
    assert (made.labels, made.held) == (tuple(labels), ())


def test_a_label_that_a_person_let_pass_prints_again(ledger: Ledger) -> None:
    labels = pile(ledger, 4)
    worse(ledger, labels[0], UNREADABLE)
    first = labels[0].shipment_id
    assert [one.rule for one in ready(ledger, labels, four()).held] == ["unreadable"]
    assert ready(ledger, labels, four(), overruled=[first]).held == ()
    let_pass(ledger, [first])
    zebra = Profile.at(Reach.SOCKET, "zebra.test")
    for profile in (four(), zebra):
        assert ready(ledger, labels, profile).labels == tuple(labels)
    # Whether it lies on the paper is another question each time.
    assert [one.rule for one in ready(ledger, labels[:1], four(right=-60)).held] == ["off_paper"]
    forget(ledger, first, "unreadable")
    worse(ledger, labels[0], UNREADABLE)
    assert [one.rule for one in ready(ledger, labels, four()).held] == ["unreadable"]


def test_an_a4_page_is_cut_to_its_label_for_a_driver_with_dots_too(ledger: Ledger) -> None:
    labels = pile(ledger, 2)
    with ledger.write() as connection:
        from inpost_desk.ledger.schema import labels as stored

        connection.execute(stored.delete().where(stored.c.shipment_id == labels[0].shipment_id))
    keep(ledger, labels[0].shipment_id, locker(number(0), size=(595, 842)))
    made = ready(ledger, labels, four(language=Language.PIXELS))
    assert made.held == ()
    assert on_sheets(made) == set(numbers(0, 1))
