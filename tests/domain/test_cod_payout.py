"""InPost's report of cash on delivery: whatever its headings, separators, letters and amounts look like."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from inpost_desk.domain.cod_payout import Payout, amount_of, read_payouts
from inpost_desk.errors import FileTrouble

NUMBER = "520000000000000000000001"
PAID = (Payout(NUMBER, Decimal("1299.00"), date(2026, 3, 5)),)


@pytest.mark.parametrize(
    "text",
    [
        (
            "numer_przesylki;numer_referencyjny;kwota;waluta;data_doreczenia;data_wyplaty;tytul_przelewu\n"
            f"{NUMBER};ZAM/1;1299.00;PLN;2026-03-03;2026-03-05;POBRANIA 1002/2026-03-05\n"
        ),
        (
            f"Data wypłaty;Numer przesyłki;Kwota pobrania;Nr konta\r\n05.03.2026 10:00;{NUMBER};1 299,00;12\r\n"
            "Razem;;1299,00;\r\n"
        ),
        f'shipment_id,tracking_number,cod_amount,payout_date\n501,\'{NUMBER},"1,299.00",2026-03-05\n',
        f"Raport pobrań\n\nPaczka\tPobranie\tPrzelew\n{NUMBER}\t1.299,00 zł\t5-03-2026\n\n",
        f'sep=;\n"Parcel";"Amount";"Paid"\n"=""{NUMBER}""";"1299";"2026/03/05"\n',
    ],
)
@pytest.mark.parametrize("code", ["utf-8-sig", "cp1250"])
def test_every_layout_says_the_same(text: str, code: str) -> None:
    assert read_payouts(text.encode(code)) == PAID


def test_a_report_of_nothing() -> None:
    assert read_payouts(b"numer_przesylki;kwota;data_wyplaty\r\n") == ()


def test_what_cannot_be_read_of_a_line_is_open() -> None:
    found = read_payouts(f"numer;kwota;data\nAB123456789PL;?;soon\n{NUMBER}\n".encode())
    assert found == (Payout("AB123456789PL"), Payout(NUMBER))


@pytest.mark.parametrize("content", [b"", b"404 page not found", b"a;b;c\n1;2;3\n", b"\x81\x83"])
def test_no_such_report(content: bytes) -> None:
    with pytest.raises(FileTrouble) as caught:
        read_payouts(content)
    assert caught.value.rule == "cod_report"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1 299,00", "1299.00"),
        ("129,9", "129.9"),
        ("-5,00 PLN", "-5.00"),
        ("1.299.300,50", "1299300.50"),
    ],
)
def test_amounts(text: str, amount: str) -> None:
    assert amount_of(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "1.299", "1,299", "abc", "1e5", "1,2,3", "NaN"])
def test_an_amount_that_is_none_is_not_guessed(text: str) -> None:
    assert amount_of(text) is None
