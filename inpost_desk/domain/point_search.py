"""Finds points in the network by what a person types: code, town, street, post code; nearest first.

Pure: it is given the points and answers from memory. Polish letters and capitals make no difference. What
takes no parcel of the wanted kind is told with its rule and is never among those that can be chosen.
"""

from __future__ import annotations

import heapq
import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from statistics import median
from typing import Final

from inpost_desk.domain.folding import fold
from inpost_desk.domain.point import Point
from inpost_desk.domain.point_answer import (
    CLOSED,
    Answer,
    Found,
    Origin,
    Place,
    Wish,
    distance,
    place_of,
)

# More letters than these differ only between names that have nothing to do with each other.
SLIPS: Final = 2
MOST: Final = 25
NEIGHBOURS: Final = 6
INSTEAD: Final = 3
"""How many are offered in place of a point that takes no parcels."""

_WORD: Final = re.compile(r"[a-z0-9]+(?:-[0-9]+)?")
_POST_CODE: Final = re.compile(r"(\d\d)(?:-?(\d{1,3}))?-?")
_CODE: Final = re.compile(r"(?:POP-?)?[A-Z]{2,4}-?[A-Z]*\d[A-Z0-9]*")
_RUN_TOGETHER: Final = re.compile(r"\b(\d\d)(\d{3})\b")
_SAYS_NOTHING: Final = frozenset({"ul", "ulica"})
_AFTER: Final = "\uffff"


def slips(one: str, other: str) -> int:
    """How many letters must be put, dropped or changed to make one name the other (Levenshtein)."""
    before = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        line = [at]
        for number, against in enumerate(other, start=1):
            change = before[number - 1] + (letter != against)
            line.append(min(before[number] + 1, line[-1] + 1, change))
        before = line
    return before[-1]


class _Words:
    """The words of one kind (towns, streets, post codes) and the points that have them, by beginning."""

    def __init__(self) -> None:
        self._points: dict[str, list[int]] = defaultdict(list)
        self._words: list[str] = []

    def add(self, text: str, number: int) -> None:
        for word in set(_WORD.findall(fold(text))):
            self._points[word].append(number)

    def sort(self) -> None:
        self._words = sorted(self._points)

    def beginning(self, letters: str) -> set[int]:
        """The points with a word that begins so."""
        first = bisect_left(self._words, letters)
        last = bisect_left(self._words, letters + _AFTER, lo=first)
        return set().union(*(self._points[word] for word in self._words[first:last]))

    def whole(self, word: str) -> set[int]:
        """The points with exactly that word."""
        return set(self._points.get(word, ()))


class PointIndex:
    """The cached points, ready to be searched. Made once; nothing in it changes."""

    def __init__(self, points: Iterable[Point]) -> None:
        self._points = sorted(points, key=lambda one: one.name)
        self._names = [one.name for one in self._points]
        self._towns, self._streets, self._codes = _Words(), _Words(), _Words()
        self._town_names: dict[str, list[int]] = defaultdict(list)
        self._post_codes: dict[str, list[int]] = defaultdict(list)
        for number, point in enumerate(self._points):
            self._towns.add(point.city, number)
            self._streets.add(point.street, number)
            self._codes.add(point.post_code, number)
            self._town_names[_tidy(point.city)].append(number)
            self._post_codes[point.post_code].append(number)
        for words in (self._towns, self._streets, self._codes):
            words.sort()
        self._sorted_codes = sorted(self._post_codes)

    def __len__(self) -> int:
        return len(self._points)

    def named(self, name: str) -> Point | None:
        """The point with exactly that code."""
        at = bisect_left(self._names, name)
        return self._points[at] if at < len(self._names) and self._names[at] == name else None

    def find(
        self, text: str, wish: Wish | None = None, *, near: str = "", most: int = MOST
    ) -> Answer:
        """What a person means by `text`. `near` is a post code or town: streets there come first.

        Without a text: what is nearest to `near`. At most `most` can be chosen; closed ones stand between.
        """
        wish, typed = wish or Wish(), " ".join(text.split())
        if not typed:
            origin = self.origin(near)
            return self._around(origin, wish, most) if origin else Answer()
        code = _as_code(typed)
        answer = self._by_code(code, wish, near, most)
        exact = self.named(code) is not None
        if exact and answer.origin and not answer.rule:
            around = self.nearest(answer.origin, wish, most=NEIGHBOURS, but=code)
            return _joined(answer, Answer(around), most)
        if not exact and len(answer.choices) < most:
            answer = _joined(answer, self._by_place(typed, wish, near, most), most)
        if not answer.found and _CODE.fullmatch(code) and " " not in typed:
            return self._unknown(code, wish, near)
        return answer

    def nearest(
        self, origin: Origin, wish: Wish | None = None, *, most: int = INSTEAD, but: str = ""
    ) -> tuple[Found, ...]:
        """The nearest that will do."""
        everywhere = self._by_distance(range(len(self._points)), origin.place)
        will_do = (
            one
            for one in self._judged(everywhere, wish or Wish(), origin)
            if not one.rule and one.point.name != but
        )
        return tuple(islice(will_do, most))

    def origin(self, text: str) -> Origin | None:
        """Where a post code, a town or a point is, as far as the points tell."""
        typed = " ".join(text.split())
        point = self.named(_as_code(typed))
        if point is not None:
            place = place_of(point)
            return Origin(point.name, place) if place else None
        match = _POST_CODE.fullmatch(typed)
        if match and len(match[2] or "") == 3:
            return self._post_code_origin(f"{match[1]}-{match[2]}")
        return self._town_origin(_tidy(typed))

    # Codes

    def _prefixed(self, code: str) -> range:
        first = bisect_left(self._names, code) if code else 0
        return range(first, bisect_left(self._names, code + _AFTER, lo=first) if code else 0)

    def _by_code(self, code: str, wish: Wish, near: str, most: int) -> Answer:
        exact = self.named(code)
        if exact is not None and (rule := wish.refuses(exact)):
            return self._instead_of(exact, rule, wish)
        origin = self.origin(near if exact is None else code)
        found = self._chosen(self._judged(self._prefixed(code), wish, origin), most)
        return Answer(tuple(found), origin if found else None)

    def _instead_of(self, point: Point, rule: str, wish: Wish) -> Answer:
        place = place_of(point)
        itself = Found(point, 0 if place else None, rule)
        if place is None:
            origin = self.origin(point.post_code) or self.origin(point.city)
        else:
            origin = Origin(point.name, place)
        near = self.nearest(origin, wish, but=point.name) if origin else ()
        return Answer((itself, *near), origin, point.name, rule)

    def _unknown(self, code: str, wish: Wish, near: str) -> Answer:
        """Points whose code is nearly the same, else those near the receiver."""
        origin, alike = self.origin(near), []
        for number in self._prefixed(code[: 6 if code.startswith("POP-") else 2]):
            point = self._points[number]
            missed = slips(code, point.name) if not wish.refuses(point) else SLIPS + 1
            if missed <= SLIPS:
                alike.append((missed, point.name, number))
        numbers = [number for *_, number in heapq.nsmallest(INSTEAD, alike)]
        if numbers or origin is None:
            found = tuple(self._judged(numbers, wish, origin))
        else:
            found = self.nearest(origin, wish)
        return Answer(found, origin, code, "does_not_exist")

    # Post codes, towns, streets

    def _by_place(self, typed: str, wish: Wish, near: str, most: int) -> Answer:
        if match := _POST_CODE.fullmatch(typed):
            return self._by_post_code(match[1], match[2] or "", wish, most)
        folded = _RUN_TOGETHER.sub(r"\1-\2", fold(typed))
        words = [one for one in _WORD.findall(folded) if one not in _SAYS_NOTHING]
        return self._by_words(words, wish, near, most) if words else Answer()

    def _by_post_code(self, front: str, back: str, wish: Wish, most: int) -> Answer:
        code = f"{front}-{back}"
        if len(back) == 3:
            origin = self._post_code_origin(code)
            return self._around(origin, wish, most) if origin else Answer()
        numbers = list(self._with_code(code))
        middle = self._middle(numbers)
        origin = Origin(code.rstrip("-"), middle) if middle else None
        return Answer(tuple(self._best(numbers, wish, origin, most)), origin)

    def _with_code(self, beginning: str) -> Iterator[int]:
        first = bisect_left(self._sorted_codes, beginning)
        for code in self._sorted_codes[first:]:
            if not code.startswith(beginning):
                return
            yield from self._post_codes[code]

    def _by_words(self, words: Sequence[str], wish: Wish, near: str, most: int) -> Answer:
        """Towns, then streets, then the rest; by distance where it is known from where."""
        towns = set.intersection(*(self._towns.beginning(word) for word in words))
        origin = self._origin_of(words, towns) or self.origin(near)
        named = set(self._town_names.get(" ".join(words), ()))
        found: list[Found] = []
        seen: set[int] = set()
        left = most
        for tier in (named, towns, self._on_street(words), self._mixed(words)):
            best = self._best(tier - seen, wish, origin, left)
            found += best
            seen |= tier
            left -= sum(not one.rule for one in best)
            if left <= 0:
                break
        return Answer(tuple(found), origin)

    def _on_street(self, words: Sequence[str]) -> set[int]:
        if all(word[0].isdigit() for word in words):
            return set()
        return set.intersection(*(self._in_street(word) for word in words))

    def _in_street(self, word: str) -> set[int]:
        # House numbers in full: "1" is not asked for 140 of them.
        return self._streets.whole(word) if word[0].isdigit() else self._streets.beginning(word)

    def _mixed(self, words: Sequence[str]) -> set[int]:
        """Each word in one of the fields: "krak lipska 14"."""
        if len(words) == 1:
            return self._codes.beginning(words[0]) if words[0][0].isdigit() else set()
        found: set[int] | None = None
        for word in words:
            hit = self._towns.beginning(word) | self._in_street(word) | self._codes.beginning(word)
            found = hit if found is None else found & hit
            if not found:
                return set()
        return found or set()

    def _origin_of(self, words: Sequence[str], towns: Collection[int]) -> Origin | None:
        """The town or post code among the words, or the town they begin."""
        for take in range(len(words), 0, -1):
            for part in (words[:take], words[-take:]):
                origin = self._town_origin(" ".join(part))
                if origin is not None:
                    return origin
        codes = [one for one in words if re.fullmatch(r"\d\d-\d{3}", one)]
        if codes:
            return self._post_code_origin(codes[0])
        begun = Counter(self._points[number].city for number in towns).most_common(1)
        return self._town_origin(_tidy(begun[0][0])) if begun else None

    # Places

    def _around(self, origin: Origin, wish: Wish, most: int) -> Answer:
        everywhere = range(len(self._points))
        return Answer(tuple(self._best(everywhere, wish, origin, most)), origin)

    def _post_code_origin(self, code: str) -> Origin | None:
        """The middle of its points; a code without any is between the codes beside it."""
        for beginning in (code, code[:5], code[:4]):
            numbers = list(self._with_code(beginning))
            middle = self._middle(numbers)
            if middle is not None:
                town = Counter(self._points[number].city for number in numbers).most_common(1)
                return Origin(f"{code} {town[0][0]}".strip(), middle)
        return None

    def _town_origin(self, name: str) -> Origin | None:
        """The middle of the largest town of that name: of its points under the same first figures."""
        numbers = self._town_names.get(name) if name else None
        if not numbers:
            return None
        regions = Counter(self._points[number].post_code[:2] for number in numbers)
        region = regions.most_common(1)[0][0]
        inside = [one for one in numbers if self._points[one].post_code[:2] == region]
        middle = self._middle(inside)
        return Origin(self._points[inside[0]].city, middle) if middle else None

    def _middle(self, numbers: Iterable[int]) -> Place | None:
        places = [place for one in numbers if (place := place_of(self._points[one]))]
        if not places:
            return None
        return median(one[0] for one in places), median(one[1] for one in places)

    # Order and judgement

    def _best(
        self, numbers: Collection[int], wish: Wish, origin: Origin | None, most: int
    ) -> list[Found]:
        """The nearest of these, or the first by name where no distance is known."""
        if origin is None:
            return self._chosen(self._judged(sorted(numbers), wish, None), most)
        near = self._by_distance(numbers, origin.place)
        found = self._chosen(self._judged(near, wish, origin), most)
        return sorted(found, key=lambda one: math.inf if one.metres is None else one.metres)

    def _by_distance(self, numbers: Iterable[int], place: Place) -> Iterator[int]:
        """Nearest first, those without a place last; as if the country were flat, which is quicker."""
        wide = math.cos(math.radians(place[0]))
        north, east = place
        heap: list[tuple[float, int]] = []
        for number in numbers:
            point = self._points[number]
            if point.latitude is None or point.longitude is None:
                heap.append((math.inf, number))
                continue
            up, along = point.latitude - north, (point.longitude - east) * wide
            heap.append((up * up + along * along, number))
        heapq.heapify(heap)
        while heap:
            yield heapq.heappop(heap)[1]

    def _judged(self, numbers: Iterable[int], wish: Wish, origin: Origin | None) -> Iterator[Found]:
        for number in numbers:
            point = self._points[number]
            yield _measured(Found(point, rule=wish.refuses(point)), origin)

    def _chosen(self, judged: Iterator[Found], most: int) -> list[Found]:
        """So many that can be chosen, and the closed ones between them; what is only not wanted is left."""
        found: list[Found] = []
        choices = 0
        for one in judged:
            if choices >= most or len(found) >= 2 * most:
                break
            if not one.rule or one.rule in CLOSED:
                found.append(one)
                choices += not one.rule
        return found


def _as_code(typed: str) -> str:
    return fold(typed).upper().replace(" ", "")


def _measured(found: Found, origin: Origin | None) -> Found:
    place = place_of(found.point) if origin else None
    metres = round(distance(origin.place, place)) if origin and place else None
    return replace(found, metres=metres)


def _joined(one: Answer, other: Answer, most: int) -> Answer:
    """What begins so as a code, then what is so by its place, all measured from the same origin."""
    known = {found.point.name for found in one.found}
    room = most - len(one.choices)
    rest: list[Found] = []
    for found in other.found:
        if found.point.name not in known and room > 0:
            rest.append(found)
            room -= not found.rule
    origin = one.origin or other.origin
    return Answer(tuple(_measured(found, origin) for found in (*one.found, *rest)), origin)


def _tidy(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))
