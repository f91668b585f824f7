"""What shops call the columns of their exports, and what the cells of each field look like.

Headings are those of BaseLinker, Allegro, WooCommerce, Shopify, PrestaShop, IdoSell and Sellasist, matched as
plain words: `Delivery_pointId` is `delivery point id`. How one column is chosen is in `column_guess`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from inpost_desk.domain import amounts, checks
from inpost_desk.domain.foreign import kind_in, point_in
from inpost_desk.domain.order import Field, Kind

Test = Callable[[str], bool]

# Parts of fields, which are joined to one.
FIRST, LAST, HOUSE, FLAT = "first_name", "last_name", "house", "flat"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a field's column is known: by its heading, and by `cells`, which most of its cells must pass.

    Where a heading says nothing, cells that pass `alone` are enough.
    """

    strong: str
    weak: str = "(?!)"
    never: str = "(?!)"
    cells: Test | None = None
    alone: Test | None = None


ADDRESS: Final = (Field.STREET, Field.POST_CODE, Field.CITY)
NOT_OURS: Final = (
    r"\b(sender|nadawc\w*|seller\w*|sprzedawc\w*|sprzedaz\w*|shop|sklep\w*|store|vendor|magazyn\w*|warehouse"
    r"|product\w*|produkt\w*|towar\w*|sku|ean|item\w*|lineitem|asortyment\w*|invoice number|nr faktury"
    r"|login|password|haslo|ip|hash)\b"
)
DELIVERY: Final = (
    r"\b(delivery|shipping|ship|dostaw\w*|wysylk\w*|odbiorc\w*|receiver|recipient|adresat\w*)\b"
)
BILLING: Final = r"\b(billing|invoice|faktur\w*|platnik\w*|payer|kupujac\w*|buyer|nabywc\w*|customer|klient\w*)\b"
PAYING: Final = (
    r"\b(payment\w*|platnosc\w*|zaplat\w*|pay|paid|delivery|dostaw\w*|shipping|wysylk\w*)\b"
)
_CASH: Final = r"pobrani|przy odbiorze|\bcod\b|cash.on.delivery"
_AT_POINT: Final = r"\b(point\w*|punkt\w*|pickup|paczkomat\w*|locker|parcel machine)\b"
_NO_PLACE: Final = r"\b(e ?mail\w*|mail|www|url|ip|country|kraj\w*)\b|" + _AT_POINT
_NO_PERSON: Final = (
    r"\b(first|last|sur|user|method|service|product|company|firm\w*|file|street|city|country|status"
    r"|nick|e ?mail|carrier|payment|discount|tag|source|province|state|bank)\b|" + _AT_POINT
)
YES: Final = frozenset({"tak", "t", "true", "prawda", "1", "yes", "y"})
FLAGS: Final = YES | {"nie", "n", "false", "fałsz", "0", "no"}
_POINT_NAME: Final = re.compile(r"[A-Z]{3}[0-9]{2,3}[A-Z]{0,5}|POP-[A-Z0-9]{4,12}")


def plain(text: str) -> str:
    """Lower case without Polish marks."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _is_phone(text: str) -> bool:
    return checks.phone(checks.unwrapped(text)).problem is None


def _is_email(text: str) -> bool:
    return checks.email(text, required=True).problem is None


def _is_post_code(text: str) -> bool:
    return checks.post_code(checks.unwrapped(text)).problem is None


def _is_written_post_code(text: str) -> bool:
    return re.fullmatch(r"[0-9]{2}-[0-9]{3}", text.strip()) is not None


def _is_point(text: str) -> bool:
    name = point_in(text)
    shaped = any(char.isdigit() for char in name) and " " not in name.strip()
    return shaped and checks.point_name(name).problem is None


def _is_usual_point(text: str) -> bool:
    return _POINT_NAME.fullmatch(text.strip().upper()) is not None


def _is_size(text: str) -> bool:
    return checks.size(text).problem is None


def _is_letter_size(text: str) -> bool:
    return re.fullmatch(r"(gabaryt )?[ABC]", text.strip(), re.IGNORECASE) is not None


def _is_money(text: str) -> bool:
    return amounts.cod(text, kind=Kind.COURIER).problem is None


def _is_insurance(text: str) -> bool:
    return amounts.insurance(text).problem is None


def _is_kind(text: str) -> bool:
    return checks.kind(kind_in(text)).problem is None


def _is_yes_or_no(text: str) -> bool:
    return checks.weekend(text).problem is None


def _is_words(text: str) -> bool:
    return any(char.isalpha() for char in text) and "@" not in text


def _is_name(text: str) -> bool:
    return _is_words(text) and not any(char.isdigit() for char in text)


def has_number(text: str) -> bool:
    """Whether a street comes with its building number."""
    return checks.street(text).problem is None


def _is_number(text: str) -> bool:
    return any(char.isdigit() for char in text) and len(text.strip()) <= 12


def _is_flat(text: str) -> bool:
    return len(text.strip()) <= 20


def _is_reference(text: str) -> bool:
    clean = text.strip()
    one_word = " " not in clean or any(char.isdigit() for char in clean)
    return one_word and checks.reference(clean).problem is None


def _is_hash_number(text: str) -> bool:
    return re.fullmatch(r"#[A-Z]{0,3}[0-9]{3,}", text.strip()) is not None


def says_cash(text: str) -> bool:
    """Whether a way of paying is cash on delivery."""
    return re.search(_CASH, plain(text)) is not None


RULES: Final[Mapping[str, Rule]] = {
    Field.PHONE: Rule(
        r"\b(telefon\w*|tel|phone\w*|mobile|komorka|komorkowy|telephone)\b",
        r"\b(kontakt|contact)\b",
        r"\b(prefix|kierunkowy|country|kraj\w*)\b",
        cells=_is_phone,
        alone=_is_phone,
    ),
    Field.EMAIL: Rule(r"\be ?mail\b|\bmail\b", cells=_is_email, alone=_is_email),
    Field.SIZE: Rule(
        r"\bgabaryt\w*\b|\b(rozmiar|wielkosc) (paczki|przesylki)\b|\b(parcel|package) (size|template)\b",
        r"\b(rozmiar|size|template)\b",
        cells=_is_size,
        alone=_is_letter_size,
    ),
    Field.POINT: Rule(
        r"\bpaczkomat\w*\b|\b(point|locker|machine|punkt\w*|pickup) (odbioru )?(id|code|kod|nr|numer)\b"
        r"|\b(id|kod\w*|nr|numer|symbol) (punkt\w*|paczkomat\w*|odbioru)\b|\btarget point\b"
        r"|\b(inpost|easypack) \w*( ?(machine|point|locker|id|code))*\b|\bparcel (locker|machine)\b",
        r"\b(locker|point|punkt\w*|pickup|skrytk\w*|automat\w*|machine)\b",
        r"\b(address|adres\w*|city|miasto|post ?code|kod pocztowy|description|opis|name|nazwa|date|data"
        r"|e ?mail|phone|telefon\w*|points|punkty|status)\b",
        cells=_is_point,
        alone=_is_usual_point,
    ),
    Field.REFERENCE: Rule(
        r"\b(numer|nr|no|number) (zam|zamowieni\w*|order|referencyjny|ref)\b|\breferenc\w+\b"
        r"|\border (number|no|nr|ref\w*)\b|\bzamowieni\w* (nr|numer)\b",
        r"\b(order|id|zamowieni\w*) (id|order|zamowieni\w*)\b|^(zamowienie|order|numer|nr)$",
        r"\b(payment|platnosc\w*|status|date|data|kurier\w*|tracking|paczki|customer|klient\w*)\b",
        cells=_is_reference,
        alone=_is_hash_number,
    ),
    Field.INSURANCE: Rule(
        r"\b(ubezpieczeni\w*|insurance|insured|dodatkowa ochrona)\b",
        r"\bochrona\b",
        r"\b(koszt|cost|fee|oplata|czy|is|waluta|currency)\b",
        cells=_is_insurance,
    ),
    Field.COD: Rule(
        r"\b(kwota|wartosc|suma|amount|value) (za )?(pobrani\w*|cod)\b|\bcod (amount|value|kwota)\b"
        r"|\b(za pobraniem|do pobrania|pobranie kwota|cash on delivery)\b"
        r"|\b(zaplaty|platne|zaplata|platnosc|gotowka) przy (odbiorze|dostawie)\b",
        r"\b(cod|pobrani\w*|cash|przy odbiorze|przy dostawie)\b",
        r"\b(method|metoda|sposob|typ|type|is|czy|waluta|currency|koszt|cost|oplata|fee|prowizja|numer|nr"
        r"|konto|iban|status|date|data)\b",
        cells=_is_money,
    ),
    Field.NAME: Rule(
        r"\b(imie (i )?nazwisko|nazwisko (i )?imie|full ?name|fullname)\b"
        r"|\b(delivery|shipping|receiver|recipient|billing|customer|buyer|klient\w*) name\b"
        r"|\bnazwa (odbiorcy|klienta|adresata)\b",
        r"^(name|odbiorca|receiver|recipient|adresat|klient|kupujacy|customer|osoba kontaktowa)$|\bname\b",
        _NO_PERSON,
        cells=_is_name,
    ),
    FIRST: Rule(
        r"\b(imie|first ?name|firstname|name first)\b", never=r"\bnazwisko\b", cells=_is_name
    ),
    LAST: Rule(
        r"\b(nazwisko|last ?name|lastname|surname|name last)\b", never=r"\bimie\b", cells=_is_name
    ),
    Field.COMPANY: Rule(
        r"\b(nazwa firmy|company|firma)\b", never=r"\b(kuriersk\w*|nip|vat|id)\b", cells=_is_words
    ),
    Field.STREET: Rule(
        r"\b(ulica|street)\b|\b(address|adres)( line)? 1\b|\b(delivery|shipping|billing) address$"
        r"|\badres (dostawy|wysylki|odbiorcy)\b",
        r"\b(adres\w*|address|ul)\b",
        r"^(?!.*\b(ulica|street) (i|and)\b).*\b(?<!1 )(2|3|id|number|nr|numer|typ|type|city|post ?code|zip)\b|"
        + _NO_PLACE,
        cells=_is_words,
    ),
    HOUSE: Rule(
        r"\b(nr|numer) (domu|budynku|posesji)\b|\b(house|building|street)( number| nr| no)\b|\bdom\b",
        never=r"\b(flat|lokal\w*|mieszkani\w*|apartment|ulica|(street|adres) (i|and))\b",
        cells=_is_number,
    ),
    FLAT: Rule(
        r"\b(nr|numer) (lokalu|mieszkania)\b|\b(lokal|mieszkanie|flat|apartment)( number| nr| no)?\b"
        r"|\b(address|adres)( line)? 2\b",
        cells=_is_flat,
    ),
    Field.POST_CODE: Rule(
        r"\b(kod pocztowy|post ?code|postal ?code|zip( ?code)?)\b",
        r"^kod$",
        _AT_POINT,
        cells=_is_post_code,
        alone=_is_written_post_code,
    ),
    Field.CITY: Rule(
        r"\b(miasto|miejscowosc|city|town)\b", r"\bpoczta\b", _AT_POINT, cells=_is_name
    ),
    Field.KIND: Rule(
        r"\b(typ|rodzaj) (przesylki|dostawy|wysylki)\b",
        r"\b(delivery|shipping)( method| type| service)?$|\b(sposob|forma|metoda) (dostawy|wysylki)\b"
        r"|^(dostawa|wysylka|usluga|service|przewoznik|kurier|courier|carrier)$",
        r"\b(cost|koszt|price|cena|amount)\b",
        cells=_is_kind,
    ),
    Field.WEEKEND: Rule(r"\bweekend\w*\b", cells=_is_yes_or_no),
}
