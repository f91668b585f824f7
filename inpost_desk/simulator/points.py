"""About three thousand invented Paczkomaty and PaczkoPunkty over real Polish towns, the same at every start.

A few have fixed names for tests and training:

* KRA010, KRA02APP, WAW123A: ordinary lockers, open round the clock, with payment;
* POP-WAW364: a PaczkoPunkt (the service of a locker parcel is changed for it);
* KRA054M: closed (`NonOperating`), KRA055M: `Disabled`;
* KRA056M: not open round the clock, KRA057M: without payment, KRA058M: nothing can be collected there.

Which points a question finds is decided in `point_search`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import msgspec

from inpost_desk.simulator.towns import PLACES, STREETS, TOWNS, Town

SEED = 20260302
SUFFIXES = ("M", "M", "M", "A", "N", "H", "APP", "APP")
FUNCTIONS = (
    "allegro_courier_collect",
    "allegro_courier_reverse_return_send",
    "allegro_courier_send",
    "allegro_letter_reverse_return_send",
    "allegro_letter_send",
    "allegro_parcel_collect",
    "allegro_parcel_reverse_return_send",
    "allegro_parcel_send",
    "parcel",
    "parcel_collect",
    "parcel_reverse_return_send",
    "parcel_send",
    "standard_courier_reverse_return_send",
    "standard_courier_send",
)
FIXED: dict[str, dict[str, Any]] = {
    "KRA010": {},
    "KRA02APP": {},
    "WAW123A": {},
    "KRA054M": {"status": "NonOperating"},
    "KRA055M": {"status": "Disabled"},
    "KRA056M": {"location_247": False, "opening_hours": "PN-SB 06-22"},
    "KRA057M": {"payment_available": False},
    "KRA058M": {"functions": ["parcel_send", "parcel_reverse_return_send"]},
}
PAYMENTS = {
    True: {"2": "Payment by card in the machine"},
    False: {"0": "Payments are not supported"},
}
Point = dict[str, Any]


class Points:
    """All points by name, each also as the JSON it goes out in. `ages` are days since the last change.

    `changed` are the moments (seconds since 1970) of changes made later through the control API.
    """

    def __init__(self) -> None:
        self.by_name: dict[str, Point] = {}
        self.ages: dict[str, float] = {}
        dice = random.Random(SEED)  # noqa: S311 - invented lockers
        for point in _invented(dice):
            self.by_name[point["name"]] = point
            self.ages[point["name"]] = round(dice.uniform(0, 400), 3)
        self.by_name = dict(sorted(self.by_name.items()))
        self.changed: dict[str, float] = {}
        self._born: dict[str, Point] = {}
        self._encoded: dict[str, msgspec.Raw] = {}

    def __getitem__(self, name: str) -> Point:
        return self.by_name[name]

    def get(self, name: str) -> Point | None:
        return self.by_name.get(name)

    def encoded(self, name: str) -> msgspec.Raw:
        """The point as JSON, made once."""
        if name not in self._encoded:
            self._encoded[name] = msgspec.Raw(msgspec.json.encode(self.by_name[name]))
        return self._encoded[name]

    def change(self, name: str, members: dict[str, Any], *, at: float) -> Point:
        """Replaces members of a point. Raises KeyError and ValueError."""
        point = self.by_name[name]
        if set(members) - set(point):
            raise ValueError(f"unknown members: {', '.join(sorted(set(members) - set(point)))}")
        self._born.setdefault(name, point)
        self.by_name[name] = {**point, **members}
        self.changed[name] = at
        self._encoded.pop(name, None)
        return self.by_name[name]

    def restore(self) -> None:
        """Undoes every change."""
        for name in self._born:
            self._encoded.pop(name, None)
        self.by_name.update(self._born)
        self._born.clear()
        self.changed.clear()


def _invented(dice: random.Random) -> Iterator[Point]:
    for town in TOWNS:
        used = {name for name in FIXED if name.startswith(town.code)}
        yield from (_locker(dice, town, name) for name in sorted(used))
        for number in range(1, town.lockers + 1):
            suffix = dice.choice(SUFFIXES)
            name = f"{town.code}{number:02}{suffix}"
            if name not in used and f"{town.code}{number:03}{suffix}" not in used:
                yield _locker(dice, town, name)
        numbers = [number * 7 for number in range(1, max(2, town.lockers // 9))]
        numbers += [364] if town.code == "WAW" else []
        yield from (_parcel_point(dice, town, f"POP-{town.code}{number}") for number in numbers)


def _locker(dice: random.Random, town: Town, name: str) -> Point:
    point = _place(dice, town, name)
    round_the_clock = dice.random() > 0.06
    point |= {
        "status": dice.choices(("Operating", "NonOperating", "Disabled"), (95, 3, 2))[0],
        "location_247": round_the_clock,
        "opening_hours": "24/7" if round_the_clock else "PN-SB 06-22",
        "payment_available": dice.random() > 0.1,
    }
    if dice.random() < 0.03:
        point["functions"] = [one for one in FUNCTIONS if not one.endswith("_collect")]
    if name in FIXED:
        point |= {
            "status": "Operating",
            "location_247": True,
            "opening_hours": "24/7",
            "payment_available": True,
            "functions": list(FUNCTIONS),
            **FIXED[name],
        }
    return _with_payment_text(point)


def _parcel_point(dice: random.Random, town: Town, name: str) -> Point:
    point = _place(dice, town, name) | {
        "display_name": f"InPost PaczkoPunkt {name}",
        "type": ["pok", "pop"],
        "location_type": "Indoor",
        "location_247": False,
        "opening_hours": "PN-SB 08-20",
        "partner_id": 30,
        "virtual": "0",
        "payment_available": name == "POP-WAW364" or dice.random() > 0.3,
        "physical_type_mapped": None,
    }
    return _with_payment_text(point)


def _place(dice: random.Random, town: Town, name: str) -> Point:
    street, number = dice.choice(STREETS), str(dice.randint(1, 140))
    digits = f"{dice.randint(0, 999):03}"
    post_code = f"{town.post}-{digits}"
    spread = 0.02 + town.lockers / 4000
    return {
        "href": f"https://127.0.0.1/v1/points/{name}",
        "name": name,
        "display_name": f"InPost Paczkomat {name}",
        "type": ["parcel_locker"],
        "status": "Operating",
        "location": {
            "longitude": round(town.longitude + dice.uniform(-spread, spread) * 1.5, 5),
            "latitude": round(town.latitude + dice.uniform(-spread, spread), 5),
        },
        "location_type": "Outdoor",
        "location_date": None,
        "location_description": dice.choice(PLACES),
        "location_description_1": None,
        "location_description_2": None,
        "distance": None,
        "opening_hours": "24/7",
        "address": {"line1": f"{street} {number}", "line2": f"{post_code} {town.name}"},
        "address_details": {
            "city": town.name,
            "province": town.province,
            "post_code": post_code,
            "street": street,
            "building_number": number,
            "flat_number": None,
        },
        "phone_number": None,
        "payment_point_descr": None,
        "functions": list(FUNCTIONS),
        "partner_id": 0,
        "is_next": False,
        "payment_available": True,
        "payment_type": {},
        "virtual": "0",
        "recommended_low_interest_box_machines_list": None,
        "apm_doubled": None,
        "location_247": True,
        "operating_hours_extended": {"customer": None},
        "agency": town.code,
        "image_url": None,
        "easy_access_zone": dice.random() > 0.3,
        "air_index_level": None,
        "physical_type_mapped": "006" if name.endswith("APP") else "004",
        "physical_type_description": None,
    }


def _with_payment_text(point: Point) -> Point:
    available = point["payment_available"]
    text = "Płatność apką InPost oraz PayByLink" if available else "Płatność niedostępna"
    return point | {"payment_type": PAYMENTS[available], "payment_point_descr": text}
