"""A network of 25,000 invented points, searched letter by letter on a lane as the wizard does it.

What is compared is the same search beside a bare scan of the folded texts; the GUI thread does nothing but
wait and is watched meanwhile.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure
from inpost_desk.domain.point import Point
from inpost_desk.domain.point_answer import Wish
from inpost_desk.domain.point_search import PointIndex, fold
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.points import READ_AT, store_points

POINTS = 25_000
# Each is typed letter by letter: a street everywhere, a town, a post code, codes, several words, nonsense.
TYPED = ("lipowa 14", "kraków", "warszawa pul", "30-721", "waw01", "pop-kra", "łó", "a", "xyzzy")
NEAR = "30-721"
FRONTS = ("Kra", "War", "Łó", "Gda", "Po", "Szcze", "Lu", "By", "Ka", "Bia", "Rze", "Tor", "Li", "Ża")
MIDDLES = ("ko", "sza", "dź", "ńsk", "zna", "ci", "bli", "dgo", "to", "ły", "szo", "u", "po", "ga")
ENDS = ("w", "wa", "ce", "ń", "no", "n", "szcz", "wice", "stok", "ów", "ska", "wo", "na", "nie")


def network(count: int = POINTS) -> Iterator[Point]:
    """As many towns, streets and closed points as there are in the real one; the same each time."""
    dice = random.Random(20261122)  # noqa: S311 - invented points
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
