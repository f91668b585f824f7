"""Invented order files for the pictures: a shop's morning, the same one corrected, a shop's own layout."""

from __future__ import annotations

from pathlib import Path
from typing import Final

HEADER: Final = (
    "e-mail;telefon;rozmiar;paczkomat;numer_referencyjny;dodatkowa_ochrona;za_pobraniem;"
    "imie_i_nazwisko;nazwa_firmy;ulica;kod_pocztowy;miejscowosc;typ_przesylki;paczka_w_weekend"
)
NAMES: Final = (
    "Anna Kowalczyk", "Piotr Zieliński", "Monika Wójcik", "Tomasz Lewandowski", "Agnieszka Kamińska",
    "Krzysztof Szymański", "Magdalena Dąbrowska", "Paweł Kozłowski", "Joanna Jankowska", "Marcin Mazur",
    "Katarzyna Krawczyk", "Grzegorz Piotrowski", "Barbara Grabowska", "Łukasz Pawłowski", "Ewa Michalska",
    "Rafał Nowicki", "Natalia Adamczyk", "Jakub Dudek", "Aleksandra Zając", "Mateusz Wieczorek",
    "Dorota Król", "Sebastian Wróbel", "Iwona Stępień", "Michał Jaworski", "Beata Malinowska",
    "Adam Górski", "Karolina Rutkowska", "Marek Sikora", "Zofia Ostrowska", "Wojciech Baran",
)  # fmt: skip
POINTS: Final = (
    "KRA010", "KAT01M", "BYD01M", "POP-WAW364", "LOD02M", "SAN01APP", "KRA02APP", "SZC01N",
    "WRO02M", "POZ01M", "OLS02APP", "LUB02M", "BIA01M", "KIE02M", "RZE01APP", "TOR01A",
)  # fmt: skip
STREETS: Final = (
    ("Grójecka 81/5", "02-094", "Warszawa"),
    ("Wolności 19", "39-300", "Mielec"),
    ("Partyzantów 61", "22-400", "Zamość"),
    ("Lipowa 4/2", "30-624", "Kraków"),
)


def morning(folder: Path, *, rows: int = 42, name: str = "zamowienia_2026-11-20.csv") -> Path:
    """Orders as they come; five of them with a mistake."""
    lines = [_row(number) for number in range(1, rows + 1)]
    mistakes = {
        7: {"paczkomat": "KRA054M"},
        12: {"telefon": "601 118 22"},
        15: {"za_pobraniem": "6200,00"},
        19: {"rozmiar": ""},
        23: {
            "kod_pocztowy": "33-10",
            "typ_przesylki": "kurier",
            "ulica": "Lipowa 4",
            "miejscowosc": "Kraków",
            "paczkomat": "",
        },
    }
    for number, cells in mistakes.items():
        if number <= rows:
            lines[number - 1] |= cells
    return written(folder / name, lines)


def written(place: Path, lines: list[dict[str, str]]) -> Path:
    """A file in Manager Paczek's layout."""
    names = HEADER.split(";")
    text = [HEADER, *(";".join(line[name] for name in names) for line in lines)]
    place.write_text("\n".join(text) + "\n", "utf-8")
    return place


def row(number: int, **cells: str) -> dict[str, str]:
    """An order without a mistake, but for these cells."""
    return _row(number) | cells


def own_layout(folder: Path) -> Path:
    """What a shop's own program writes: other headings, another order."""
    lines = ["Zamówienie;Klient;Tel.;Punkt odbioru;Wielkość;Kwota pobrania;Uwagi magazynu"]
    for number in range(1, 9):
        one = _row(number)
        cells = (
            f"S/{number:03}/11",
            one["imie_i_nazwisko"],
            one["telefon"],
            POINTS[number],
            "A",
            one["za_pobraniem"],
            "",
        )
        lines.append(";".join(cells))
    place = folder / "sklep_eksport.csv"
    place.write_text("\n".join(lines) + "\n", "utf-8")
    return place


def _row(number: int) -> dict[str, str]:
    name = NAMES[number % len(NAMES)]
    first, last = name.split(" ")
    plain = f"{first}.{last}".lower().translate(str.maketrans("ąćęłńóśźż", "acelnoszz"))
    cells = dict.fromkeys(HEADER.split(";"), "")
    cells |= {
        "e-mail": f"{plain}@example.test",
        "telefon": f"{501 + number * 7 % 300} {(number * 379) % 900 + 100} {(number * 613) % 900 + 100}",
        "rozmiar": "ABAABAC"[number % 7],
        "numer_referencyjny": f"ZK-{48210 + number}",
        "imie_i_nazwisko": name,
        "paczka_w_weekend": "NIE",
        "za_pobraniem": ("", "", "", "89,00", "", "", "219,90", "")[number % 8],
    }
    if number % 5 == 4:
        street, code, town = STREETS[number // 5 % len(STREETS)]
        cells |= {
            "typ_przesylki": "kurier",
            "ulica": street,
            "kod_pocztowy": code,
            "miejscowosc": town,
        }
    else:
        cells |= {"typ_przesylki": "paczkomat", "paczkomat": POINTS[number * 3 % len(POINTS)]}
    return cells
