"""The printed record of a hand-over: everybody's name and time, on as many pages as it takes."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pypdf
import pytest

from inpost_desk.domain.hand_over import HandOver, Left, Parcel, RecordWords
from inpost_desk.labels.own_record import record_pages

BEGAN = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
WORDS = RecordWords(
    title="Protokół wydania 7",
    moment=lambda moment: moment.strftime("%H:%M:%S"),
    began="Początek",
    ended="Koniec",
    operator="Wydaje",
    station="Stanowisko",
    pickup="Zlecenie odbioru {number}",
    counted="Wydano {handed} z {expected}",
    reference="Zamówienie",
    receiver="Odbiorca",
    number="Numer przesyłki",
    handed="Wydano",
    left_here="Zostaje",
    left={Left.STAYS: "następny odbiór", Left.CANCELLED: "nie wysyłamy"},
    given_by="Podpis magazynu",
    taken_by="Podpis kuriera",
)


def _parcel(number: int, *, handed: bool = True, left: Left | None = None) -> Parcel:
    at = BEGAN + timedelta(seconds=number) if handed else None
    return Parcel(number, f"ZAM/{number}", "Łucja Żółć", f"6300{number:020}", "", at, left)


def _over(*parcels: Parcel) -> HandOver:
    ended = BEGAN + timedelta(minutes=5)
    return HandOver(7, BEGAN, ended, "Ala", "Rampa", 3, parcels, ())


def _pages(*parcels: Parcel) -> list[str]:
    read = pypdf.PdfReader(io.BytesIO(record_pages(_over(*parcels), WORDS)))
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in read.pages} == {
        (595, 842)
    }
    return [page.extract_text() for page in read.pages]


def test_everything_stands_on_it() -> None:
    several = Parcel(3, "ZAM/3", "Jan Kos", "630000000000000000000009", parts=3)
    stays = _parcel(2, handed=False, left=Left.STAYS)
    (text,) = _pages(_parcel(1), stays, several)
    for said in (
        "Protokół wydania 7",
        "Wydano 1 z 3",
        "Początek: 14:00:00",
        "Koniec: 14:05:00",
        "Wydaje: Ala",
        "Stanowisko: Rampa",
        "Zlecenie odbioru 3",
        "Łucja Żółć",
        f"6300{1:020}",
        "14:00:01",
        "następny odbiór",
        "630000000000000000000009 (×3)",
        "Podpis magazynu",
        "Podpis kuriera",
        "1/1",
    ):
        assert said in text


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (30, 1), (31, 2), (72, 2), (300, 8)])
def test_as_many_pages_as_it_takes(count: int, pages: int) -> None:
    texts = _pages(*(_parcel(number) for number in range(1, count + 1)))
    assert len(texts) == pages
    whole = "\n".join(texts)
    assert all(f"6300{number:020}" in whole for number in range(1, count + 1))
    assert ["Podpis kuriera" in text for text in texts] == [False] * (pages - 1) + [True]
