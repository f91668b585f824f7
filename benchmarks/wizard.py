"""The wizard walked through page by page with Enter and Alt+Left, a whole shipment typed in it.

`wizard.py NOTE ROUNDS` does so in a window over a ledger with history, and notes what every change of page
costs the GUI thread, its painting included. Compared with a bare QWizard of as many pages with a form each.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QLineEdit,
    QMainWindow,
    QWizard,
    QWizardPage,
)

from benchmarks.figures import Figure
from benchmarks.program import HOME
from benchmarks.window_data import add_history
from inpost_desk.background import SWITCH, Garbage, Lanes
from inpost_desk.domain.draft import Draft, DraftParcel, Mode, Step
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.session import Session, Target, session
from inpost_desk.settings import Account, Settings
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.shipment.opening import PAGES
from inpost_desk.ui.shipment.page import ShipmentPage

ROUNDS = 10
HISTORY = 1_000
# Without a token nobody is asked there.
NOWHERE = "http://127.0.0.1:9"
SIZE = (1366, 768)
FIELDS = 10
LOCKER = Draft(
    service="inpost_locker_standard",
    phone="500600700",
    email="ala@example.test",
    first_name="Ala",
    last_name="Kos",
    point="KRA010",
    reference="ZAM/1",
)
COURIER = replace(
    LOCKER,
    service="inpost_courier_standard",
    point="",
    street="Lipowa",
    building_number="4",
    city="Kielce",
    post_code="25-001",
    parcels=(DraftParcel(length="400", width="300", height="150", weight="2,5"),) * 5,
)
# Where offers are compared, the last page would ask InPost: the walk ends before it.
COMPARED = replace(COURIER, mode=Mode.OFFERS, service="", to_point=False)


def changing(folder: Path, *, rounds: int = ROUNDS) -> list[Figure]:
    """What a change of page costs, in a process of its own."""
    note = folder / "note"
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.wizard", str(note), str(rounds)],
        cwd=HOME,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2_000:]
    found = json.loads(note.read_text("utf-8"))
    return [
        Figure("the wizard built and shown: GUI thread's CPU", found["built"], "ms"),
        Figure("a page shown for the first time: dearest", found["first"], "ms", limit=50),
        Figure("a page shown again: dearest", found["again"], "ms", limit=50),
        Figure("a page shown: usual", found["usual"], "ms"),
        Figure("a page of a bare QWizard: usual", found["bare"], "ms"),
        Figure("a page shown: usual ÷ bare", found["usual"] / found["bare"]),
    ]


def measure(note: Path, rounds: int) -> None:
    """Walk through it and note what that costs."""
    app = QApplication(["wizard"])
    sys.setswitchinterval(SWITCH)
    look.apply(app, look.LIGHT_LOOK)
    garbage, lanes = Garbage(), Lanes()
    place = note.with_name("wizard")
    place.mkdir()
    target = Target(Account(NOWHERE, OrganizationId(1), ""), NOWHERE)
    # The dearest of a round is what it costs; of several rounds the best, as others use this machine too.
    first: list[float] = []
    again: list[float] = []
    usual: list[float] = []
    built: list[float] = []
    with session(place, Settings(), target, token="") as doors:
        add_history(doors.ledger, HISTORY)
        for _ in range(rounds):
            walks = [_walk(app, lanes, doors, draft) for draft in (LOCKER, COURIER, COMPARED)]
            built.append(max(walk[0] for walk in walks))
            firsts = [cost for walk in walks for cost in walk[1]]
            agains = [cost for walk in walks for cost in walk[2]]
            first.append(max(firsts))
            again.append(max(agains))
            usual += [*firsts, *agains]
        bare = _bare(app, rounds)
        assert lanes.stop()
    garbage.stop()
    found = {
        "built": min(built),
        "first": min(first),
        "again": min(again),
        "usual": median(usual),
        "bare": median(bare),
    }
    note.write_text(json.dumps(found), "utf-8")


def _walk(
    app: QApplication, lanes: Lanes, doors: Session, draft: Draft
) -> tuple[float, list[float], list[float]]:
    """What building it cost, then each page shown for the first time, and back and forth once more."""
    desk = Desk(lanes, doors.data_dir, Settings(sending_method="dispatch_order"))
    desk.use(doors)
    window = QMainWindow()
    window.resize(*SIZE)
    window.show()
    _settle(app, lanes)
    pages: list[ShipmentPage] = []

    def build() -> None:
        pages.append(ShipmentPage(desk, draft, PAGES))
        window.setCentralWidget(pages[0])

    built = _cost(app, build)
    (page,) = pages
    _settle(app, lanes)
    steps = [one for one in page.drafting.steps if one not in (Step.OFFERS, Step.DONE)]
    ways = [page.go_on] * (len(steps) - 1)
    backs = [page.go_back] * (len(steps) - 1)
    first = list(_changes(app, lanes, page, ways))
    again = [*_changes(app, lanes, page, backs), *_changes(app, lanes, page, ways)]
    page.closing()
    window.close()
    window.deleteLater()
    _settle(app, lanes)
    return built, first, again


def _changes(
    app: QApplication, lanes: Lanes, page: ShipmentPage, ways: list[Callable[[], None]]
) -> Iterator[float]:
    for way in ways:
        before = page.step
        cost = _cost(app, way)
        # A search that is still under way lets the page wait: what comes later is counted by none.
        _settle(app, lanes)
        assert page.step is not before, f"it stays at {before}: {page.drafting.findings()}"
        yield cost


def _bare(app: QApplication, rounds: int) -> list[float]:
    """As many pages of plain fields."""
    wizard = QWizard()
    wizard.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
    wizard.setOption(QWizard.WizardOption.IndependentPages)
    for _ in range(6):
        made = QWizardPage()
        form = QFormLayout(made)
        for number in range(FIELDS):
            form.addRow(f"Field {number}", QLineEdit())
        wizard.addPage(made)
    wizard.resize(*SIZE)
    wizard.show()
    app.processEvents()
    costs = []
    for _ in range(rounds):
        costs += [_cost(app, wizard.next) for _ in range(5)]
        costs += [_cost(app, wizard.back) for _ in range(5)]
    wizard.close()
    return costs


def _cost(app: QApplication, act: Callable[[], object]) -> float:
    """Milliseconds of this thread until what comes of it is painted."""
    began = time.thread_time()
    act()
    app.processEvents()
    return (time.thread_time() - began) * 1_000


def _settle(app: QApplication, lanes: Lanes) -> None:
    """Until nothing is asked for any more."""
    app.processEvents()
    while lanes.busy():
        QTest.qWait(5)
    app.processEvents()


if __name__ == "__main__":
    measure(Path(sys.argv[1]), int(sys.argv[2]))
