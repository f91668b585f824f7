"""The test label with an account open: in its journal, followed to its end, a failure told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.ledger import prints
from inpost_desk.ledger.prints import PrintState
from inpost_desk.printers.cups import CupsPrinter
from inpost_desk.ui import look, settings_page_test_way
from inpost_desk.ui.desk import Desk, Notice
from inpost_desk.ui.settings_page_test_label import TestLabelForm
from tests.cups import PrivateCups
from tests.simulator_process import Simulator
from tests.ui.orders_desk import opened

Make = Callable[[Profile], TestLabelForm]


@pytest.fixture
def desk(
    lanes: Lanes, simulator: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    monkeypatch.setattr(settings_page_test_way, "LOOK_EVERY", 50)
    look.apply(QApplication.instance(), "light")  # type: ignore[arg-type]
    known = settings.change(tmp_path, look="light")
    desk = Desk(lanes, tmp_path, known)
    with opened(tmp_path, simulator, known) as session:
        desk.session = session
        yield desk
        assert lanes.stop()


@pytest.fixture
def make(desk: Desk) -> Iterator[Make]:
    """Forms for a printer, gone before the lanes end: they would look for their jobs there."""
    forms: list[TestLabelForm] = []

    def made(profile: Profile) -> TestLabelForm:
        form = TestLabelForm(desk)
        forms.append(form)
        form.show()
        form.set_printer(profile)
        return form

    yield made
    for form in forms:
        shiboken6.delete(form)


def test_it_is_in_the_journal_of_the_open_account(
    qtbot: QtBot, desk: Desk, make: Make, tmp_path: Path
) -> None:
    form = make(Profile.at(Reach.FOLDER, str(tmp_path)))
    form.print()
    qtbot.waitUntil(form.scanned.isVisible, timeout=10_000)
    assert desk.session is not None
    ledger = desk.session.ledger
    qtbot.waitUntil(lambda: prints.last_jobs(ledger)[0].state is PrintState.DONE)
    (job,) = prints.last_jobs(ledger)
    assert (job.document, job.shipments) == ("test", ())


def test_one_that_does_not_come_out_is_told_even_when_the_page_was_left(
    qtbot: QtBot, desk: Desk, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Notice] = []
    desk.noticed.connect(told.append)
    with PrivateCups() as cups:
        monkeypatch.setenv("CUPS_SERVER", cups.url)
        cups.add_pdf_queue("Zebra", tmp_path / "paper")
        cups.pause("Zebra")
        form = make(Profile.at(Reach.CUPS, "Zebra"))
        for hidden in (False, True):
            form.print()
            qtbot.waitUntil(form.scanned.isVisible, timeout=10_000)
            form.setHidden(hidden)
            assert desk.session is not None
            (job, *_) = prints.last_jobs(desk.session.ledger)
            CupsPrinter("Zebra").cancel(job.printer_job)
            qtbot.waitUntil(lambda: "did not come out" in form.finding.words(), timeout=10_000)
            assert [one.key for one in told] == (["test_label"] if hidden else [])


def test_without_an_account_it_is_printed_all_the_same(
    qtbot: QtBot, desk: Desk, make: Make, tmp_path: Path
) -> None:
    session, desk.session = desk.session, None
    form = make(Profile.at(Reach.FOLDER, str(tmp_path / "paper")))
    (tmp_path / "paper").mkdir()
    form.print()
    qtbot.waitUntil(form.scanned.isVisible, timeout=10_000)
    assert len(list((tmp_path / "paper").iterdir())) == 1
    assert session is not None
    assert prints.last_jobs(session.ledger) == []
