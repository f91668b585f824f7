"""A network of 25,000 invented points, searched letter by letter as the wizard does it.

`points.py NOTE COUNT` types into the finder itself, with the points in a ledger, and notes what every letter
costs: on the lane, and on the GUI thread. Compared with a bare search that measures and sorts every point.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.figures import Figure
from benchmarks.program import HOME
from inpost_desk.actions.point_search import PointSearch
from inpost_desk.background import SWITCH, TABLE, Garbage, Lanes
from inpost_desk.domain.folding import fold
from inpost_desk.domain.point import Point
from inpost_desk.domain.point_answer import Wish, distance, place_of
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.ledger.points import READ_AT, store_points
from inpost_desk.session import Session, Target, session
from inpost_desk.settings import Account, Settings
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.shipment.point_finder import PointFinder

POINTS = 25_000
# Each is typed letter by letter: a street everywhere, a town, a post code, codes, several words, nonsense.
TYPED = ("lipowa 14", "kraków", "warszawa pul", "30-721", "waw01", "pop-kra", "łó", "a", "xyzzy")
NEAR = "30-721"
# Nobody is asked there: everything comes out of the cache.
NOWHERE = "http://127.0.0.1:9"
FRONTS = (
    "Kra",
    "War",
    "Łó",
    "Gda",
    "Po",
    "Szcze",
    "Lu",
    "By",
    "Ka",
    "Bia",
    "Rze",
    "Tor",
    "Li",
    "Ża",
)
MIDDLES = ("ko", "sza", "dź", "ńsk", "zna", "ci", "bli", "dgo", "to", "ły", "szo", "u", "po", "ga")
ENDS = ("w", "wa", "ce", "ń", "no", "n", "szcz", "wice", "stok", "ów", "ska", "wo", "na", "nie")


def network(count: int = POINTS) -> Iterator[Point]:
    """As many towns, streets and closed points as there are in the real one; the same each time."""
    dice = random.Random(20261122)
    towns = _towns(dice, max(3, count // 10))
    streets = [_word(dice) for _ in range(max(3, count // 5))] + ["Lipowa"] * 20
    sizes = [1 / rank for rank in range(1, len(towns) + 1)]
    for number, town in enumerate(dice.choices(towns, sizes, k=count)):
        yield _point(dice, number, town, dice.choice(streets))


@dataclass(frozen=True, slots=True)
class _Town:
    name: str
    letters: str
    post: str
    north: float
    east: float


def _towns(dice: random.Random, count: int) -> list[_Town]:
    made = [
        _Town("Warszawa", "WAW", "02", 52.23, 21.01),
        _Town("Kraków", "KRA", "30", 50.06, 19.94),
        _Town("Łódź", "LOD", "90", 51.77, 19.46),
    ]
    for _ in range(count - len(made)):
        name = _word(dice)
        letters = fold(name)[:3].upper().ljust(3, "X")
        place = (dice.uniform(49.3, 54.5), dice.uniform(14.5, 23.8))
        made.append(_Town(name, letters, f"{dice.randint(5, 99):02}", *place))
    return made


def _word(dice: random.Random) -> str:
    return dice.choice(FRONTS) + dice.choice(MIDDLES) + dice.choice(MIDDLES) + dice.choice(ENDS)


def _point(dice: random.Random, number: int, town: _Town, street: str) -> Point:
    pop = dice.random() < 0.2
    return Point(
        name=f"{'POP-' if pop else ''}{town.letters}{number:05}{'' if pop else 'M'}",
        status="Operating" if dice.random() < 0.95 else "NonOperating",
        types=frozenset({"pop"} if pop else {"parcel_locker"}),
        functions=frozenset({"parcel_collect", "parcel_send"}),
        open_247=not pop,
        payment=dice.random() < 0.9,
        street=f"{street} {dice.randint(1, 140)}",
        city=town.name,
        post_code=f"{town.post}-{dice.randint(0, 999):03}",
        latitude=town.north + dice.uniform(-0.1, 0.1),
        longitude=town.east + dice.uniform(-0.15, 0.15),
    )


def letters() -> list[str]:
    """Every text that stands in the field on the way."""
    return [text[:end] for text in TYPED for end in range(1, len(text) + 1)]


def searching(folder: Path, *, count: int = POINTS) -> list[Figure]:
    """What a letter costs, in a process of its own."""
    note = folder / "note"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.points", str(note), str(count)],
        cwd=HOME,
        env=environment,
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2_000:]
    found = json.loads(note.read_text("utf-8"))
    name = f"a letter over {count} points"
    return [
        Figure(f"{count} points out of the ledger, ready to be searched", found["ready"], "s"),
        Figure(f"{name}: dearest, on the lane", found["dearest"], "ms", limit=30),
        Figure(f"{name}: usual, on the lane", found["usual"], "ms"),
        Figure(f"{name}: every point measured and sorted", found["bare"], "ms"),
        Figure(f"{name}: dearest ÷ that", found["dearest"] / found["bare"], limit=1),
        Figure(f"{name}: GUI thread's CPU", found["gui"], "ms", limit=16),
    ]


def measure(note: Path, count: int) -> None:
    """Type into the finder and note what it costs."""
    app = QApplication(["points"])
    sys.setswitchinterval(SWITCH)
    look.apply(app, look.LIGHT_LOOK)
    garbage, lanes = Garbage(), Lanes()
    place = note.with_name("points")
    place.mkdir()
    target = Target(Account(NOWHERE, OrganizationId(1), ""), NOWHERE)
    with session(place, Settings(), target, token="") as doors:
        store_points(doors.ledger, list(network(count)))
        doors.ledger.learn(READ_AT, datetime.now(UTC).isoformat())
        found = _on_lane(lanes, doors)
        found["gui"] = _typing(app, lanes, doors, place)
        assert lanes.stop()
    garbage.stop()
    note.write_text(json.dumps(found), "utf-8")


def _on_lane(lanes: Lanes, doors: Session) -> dict[str, float]:
    search = PointSearch(doors.ledger)
    ready = _timed(lanes, search.index)
    spent = [
        min(_timed(lanes, partial(search.find, text, Wish(), near=NEAR)) for _ in range(3))
        for text in letters()
    ]
    points = list(network(len(search.index())))
    bare = min(_timed(lanes, lambda: _bare(points, "lipowa")) for _ in range(5))
    return {
        "ready": ready,
        "dearest": max(spent) * 1_000,
        "usual": median(spent) * 1_000,
        "bare": bare * 1_000,
    }


def _bare(points: Sequence[Point], text: str) -> list[Point]:
    """As one would write it at first: everything that has the letters, by its distance."""
    here = (50.06, 19.94)
    measured = [
        (text not in fold(f"{one.name} {one.city} {one.street}"), distance(here, place), one.name)
        for one in points
        if (place := place_of(one))
    ]
    by_name = {one.name: one for one in points}
    return [by_name[name] for _, _, name in sorted(measured)[:25]]


def _timed(lanes: Lanes, work: Callable[[], object]) -> float:
    """Seconds that it takes on the lane, with the GUI thread waiting for events."""
    spent: list[float] = []

    def timed() -> float:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    waiting = QEventLoop()

    def done(seconds: float) -> None:
        spent.append(seconds)
        waiting.quit()

    lanes.start(TABLE, timed, done=done)
    waiting.exec()
    return spent[0]


def _typing(app: QApplication, lanes: Lanes, doors: Session, place: Path) -> float:
    """Milliseconds of the GUI thread for the dearest letter, painting included; as it is typed."""
    desk = Desk(lanes, place, Settings())
    desk.use(doors)
    finder = PointFinder(desk)
    finder.resize(1_000, 700)
    finder.show()
    finder.begin()
    waiting = QEventLoop()
    finder.jobs.answered.connect(waiting.quit)
    waiting.exec()
    costs: list[float] = []
    for text in TYPED:
        finder.field.clear()
        for letter in text:
            began = time.thread_time()
            _press(app, finder.field, letter)
            waiting.exec()
            # What came of it is painted before this returns.
            app.processEvents()
            costs.append((time.thread_time() - began) * 1_000)
    return max(costs)


def _press(app: QApplication, field: QWidget, letter: str) -> None:
    """`QTest` knows no Polish letters."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        app.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


if __name__ == "__main__":
    measure(Path(sys.argv[1]), int(sys.argv[2]))
