"""A morning of a shop with a prepaid account: mistakes, questions, trouble at InPost and with the printer."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from docs.picturing import orders, places
from docs.picturing.studio import Studio
from inpost_desk.app_session import Given
from inpost_desk.domain.stage import Stage
from inpost_desk.ledger import prints
from tests.simulator_process import Simulator

MORNING_FILE = "zamowienia_2026-11-20.csv"


def files(studio: Studio) -> None:
    """What can be dropped on an empty page."""
    paper = studio.data_dir.parent / "paper"
    with places.inpost() as inpost, places.printer(paper) as printer:
        places.set_up(studio, inpost, printer)
        studio.start(Given(token=inpost.prepaid_token, pace=12))
        page, folder = studio.page("orders"), studio.data_dir.parent
        studio.wait(lambda: page._body.currentWidget() is page.empty)  # noqa: SLF001
        studio.idle()
        studio.picture("empty")
        page.drag_entered([Path(MORNING_FILE)])
        studio.picture("drag")
        page.drag_left()
        (folder / "etykieta.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))
        studio.window.take_files([folder / "etykieta.png"])
        studio.idle()
        studio.picture("refused-file")
        if studio.wants("loading"):
            _loading(studio, folder)
        studio.window.take_files([orders.own_layout(folder)])
        studio.wait(lambda: page._body.currentWidget() is page.mapping)  # noqa: SLF001
        studio.idle()
        studio.picture("columns")


def _loading(studio: Studio, folder: Path) -> None:
    """Another program is still writing the file."""
    place = orders.morning(folder, name="zamowienia_w_zapisie.csv")
    line = place.read_text("utf-8").splitlines()[1]
    written = threading.Event()

    def write() -> None:
        while not written.wait(0.1):
            with place.open("a", encoding="utf-8") as file:
                file.write(f"{line}\n")

    writer = threading.Thread(target=write)
    writer.start()
    studio.window.take_files([place])
    studio.rest(0.6)
    try:
        studio.picture("loading", settle=0.1)
    finally:
        written.set()
        writer.join()
    studio.idle()


def morning(studio: Studio) -> None:
    """The whole file from the import to the paper, then the same orders again, and changed ones."""
    paper = studio.data_dir.parent / "paper"
    with places.inpost() as inpost, places.printer(paper) as printer:
        places.set_up(studio, inpost, printer)
        studio.start(Given(token=inpost.prepaid_token, pace=12))
        page, folder = studio.page("orders"), studio.data_dir.parent
        take(studio, orders.morning(folder))
        page.table.go_to(7, "point")
        studio.idle()
        studio.picture("orders")
        studio.key("1")
        studio.idle()
        studio.picture("one-key")
        studio.click(studio.window.status.bar.organisation)
        studio.picture("accounts")
        studio.close_menu()
        page.table.setFocus()
        _running(studio, inpost)
        studio.wait(lambda: not page.runner.running)
        studio.idle()
        studio.picture("ended")
        studio.key("Shift+F4")
        page.header.runs_toggled.emit(True)  # noqa: FBT003 - a signal
        studio.idle()
        page.runs.items()[0].head.click()
        studio.picture("runs")
        page.header.runs_toggled.emit(False)  # noqa: FBT003 - a signal
        _questions(studio, folder)
        _doubts(studio)


def _running(studio: Studio, inpost: Simulator) -> None:
    page = studio.page("orders")
    # All labels after the first come late: else the run would end between two pictures.
    inpost.faults({"do": "slow", "path": "*/labels", "nth": 2, "seconds": 8})
    studio.key("Ctrl+Return")
    studio.wait(lambda: page.runner.figures.printed > 0)
    studio.picture("running", settle=0.05)
    inpost.faults()


def _questions(studio: Studio, folder: Path) -> None:
    page = studio.page("orders")
    again = [orders.row(number) for number in (1, 2, 4)]
    twice = [orders.row(60 + number // 2) for number in range(6)]
    fresh = [orders.row(number) for number in range(70, 82)]
    name = "zamowienia_popoludnie.csv"
    take(studio, orders.written(folder / name, [*twice, *again, *fresh]))
    studio.picture("questions")
    studio.key("2")
    studio.idle()
    page.table.go_to(7)
    studio.idle()
    studio.picture("sent-before")
    changed = {2: {"telefon": "600 700 800"}, 4: {"rozmiar": "C", "telefon": "600 700 801"}}
    lines = [one | changed.get(at, {}) for at, one in enumerate(fresh)]
    take(studio, orders.written(folder / name, [*twice, *again, *lines]))
    page.table.go_to(12)
    studio.idle()
    studio.picture("re-imported")


def _doubts(studio: Studio) -> None:
    """As the ledger is left by a program that was killed while it sent labels to the printer."""
    page = studio.page("orders")
    studio.key("Ctrl+Return")
    studio.wait(lambda: page.runner.running)
    studio.wait(lambda: not page.runner.running)
    studio.idle()
    session = studio.desk.session
    assert session is not None
    ids = [one.local_id for one in page.piling.rows.values() if one.label][:5]
    now = session.client.now()
    job = prints.claim(session.ledger, ids, printer="Zebra", reason="other", now=now)
    assert job is not None
    prints.let_go(session.ledger, job)
    page.piling.refresh()
    studio.idle()
    studio.picture("maybe-notice")
    page.papers.ask_about_doubts()
    studio.picture("maybe-printed")


def trouble(studio: Studio) -> None:
    """No money, no answer, no paper; and the window is closed in the middle of it."""
    paper = studio.data_dir.parent / "paper"
    with places.inpost() as inpost, places.printer(paper) as printer:
        places.set_up(studio, inpost, printer)
        studio.start(Given(token=inpost.prepaid_token, pace=12))
        folder = studio.data_dir.parent
        _unpaid(studio, folder, inpost)
        _unsure(studio, folder, inpost)
        if printer.cups is not None:
            printer.cups.pause(places.QUEUE)
            _no_paper(studio, folder)
            printer.cups.resume(places.QUEUE)
        _closed(studio, folder, inpost)


def _unpaid(studio: Studio, folder: Path, inpost: Simulator) -> None:
    inpost.faults(refuse_payment="debt_collection")
    lines = [orders.row(number) for number in range(90, 110)]
    _run(studio, orders.written(folder / "zamowienia_1.csv", lines))
    studio.picture("payment-stop")
    inpost.faults()


def _unsure(studio: Studio, folder: Path, inpost: Simulator) -> None:
    page = studio.page("orders")
    inpost.faults({"do": "cut", "method": "POST", "path": "*/organizations/*"})
    lines = [orders.row(number) for number in range(120, 126)]
    _run(studio, orders.written(folder / "zamowienia_2.csv", lines))
    inpost.faults()
    last = [one for one in page.piling.rows.values() if one.stage is Stage.UNSURE][-1]
    places.send_by_hand(inpost, last.reference)
    time.sleep(2.1)
    page.table.go_to(last.row)
    studio.idle()
    studio.picture("unsure")


def _no_paper(studio: Studio, folder: Path) -> None:
    page = studio.page("orders")
    lines = [orders.row(number) for number in range(130, 142)]
    take(studio, orders.written(folder / "zamowienia_3.csv", lines))
    studio.key("Ctrl+Return")
    studio.wait(lambda: page.runner.figures.checked >= 12)
    studio.rest(8)
    studio.picture("printer-waits", settle=0.05)
    studio.key("Escape")
    studio.wait(lambda: not page.runner.running)
    studio.idle()
    studio.picture("printer-stopped")


def _closed(studio: Studio, folder: Path, inpost: Simulator) -> None:
    page = studio.page("orders")
    lines = [orders.row(number) for number in range(150, 162)]
    take(studio, orders.written(folder / "zamowienia_4.csv", lines))
    inpost.faults({"do": "slow", "method": "POST", "seconds": 8})
    studio.key("Ctrl+Return")
    studio.wait(lambda: page.runner.running)
    studio.rest(1)
    studio.window.close()
    studio.rest(0.5)
    studio.picture("stopping", settle=0.1)


def _run(studio: Studio, place: Path) -> None:
    page = studio.page("orders")
    take(studio, place)
    studio.key("Ctrl+Return")
    studio.wait(lambda: page.runner.running)
    studio.wait(lambda: not page.runner.running)
    studio.idle()


def take(studio: Studio, place: Path) -> None:
    """Give the window a file and wait until it has been looked at in InPost."""
    studio.window.take_files([place])
    checked(studio, place.name)


def checked(studio: Studio, name: str = "") -> None:
    """Wait until the pile on the desk has been looked at in InPost."""
    page = studio.page("orders")
    studio.wait(lambda: page.piling.pile is not None)
    studio.wait(lambda: name in ("", page.piling.pile.file_name))
    studio.wait(lambda: len(page.piling.rows) > 0)
    studio.wait(lambda: page.piling.checked)
    studio.idle()
    page.table.setFocus()
