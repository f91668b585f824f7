"""An order file as a shop would export it: lockers and couriers, invented people, the same each time."""

from __future__ import annotations

import csv
import random
from pathlib import Path

from inpost_desk.domain.spreadsheet import MANAGER
from inpost_desk.simulator.points import Points

FIRST = ("Anna", "Piotr", "Łucja", "Michał", "Zofia", "Grzegorz", "Małgorzata", "Jan", "Żaneta")
LAST = ("Kowalska", "Wiśniewski", "Wójcik", "Dąbrowska", "Źrebiec", "Nowak", "Śliwa", "Ćwik")
STREETS = ("Lipowa", "Długa", "Świętego Jana", "Ogrodowa", "3 Maja", "Źródlana")
CITIES = (("30-624", "Kraków"), ("00-950", "Warszawa"), ("90-001", "Łódź"), ("61-001", "Poznań"))
COURIERS = 0.25
CASH = 0.1


def write_orders(file: Path, count: int) -> None:
    """`count` rows in Manager Paczek's layout, every one of them good."""
    dice, points = random.Random(20260302), lockers()
    with file.open("w", encoding="utf-8", newline="") as output:
        writer = csv.DictWriter(output, list(MANAGER.columns.values()), delimiter=";", restval="")
        writer.writeheader()
        for number in range(1, count + 1):
            writer.writerow(_order(dice, number, points))


def lockers() -> list[str]:
    """Lockers that take every parcel."""
    return [
        name
        for name, point in Points().by_name.items()
        if point["status"] == "Operating"
        and point["payment_available"]
        and "parcel_collect" in point["functions"]
    ]


def _order(dice: random.Random, number: int, points: list[str]) -> dict[str, str]:
    order = {
        "e-mail": f"klient{number}@example.test",
        "telefon": str(dice.randint(500_000_000, 799_999_999)),
        "rozmiar": dice.choice("ABC"),
        "numer_referencyjny": f"ZAM/2026/{number:05}",
        "imie_i_nazwisko": f"{dice.choice(FIRST)} {dice.choice(LAST)}",
        "za_pobraniem": f"{dice.randint(1000, 30000) / 100:.2f}" if dice.random() < CASH else "",
        "paczka_w_weekend": "NIE",
    }
    if dice.random() >= COURIERS:
        return order | {"typ_przesylki": "paczkomat", "paczkomat": dice.choice(points)}
    post_code, city = dice.choice(CITIES)
    return order | {
        "typ_przesylki": "kurier",
        "ulica": f"{dice.choice(STREETS)} {dice.randint(1, 140)}",
        "kod_pocztowy": post_code,
        "miejscowosc": city,
    }
