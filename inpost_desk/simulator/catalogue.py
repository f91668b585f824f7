"""InPost's services as the API describes them, with the rules that hang on the service (API §5).

Only facts by service id; whether a given shipment keeps them is checked in `validation` and `offers`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

LOCKER = "inpost_locker_standard"
PARCEL_POINT = "inpost_locker_customer_service_point"

EXTRAS = {
    "insurance": ("Ubezpieczenie", "Ubezpieczenie przesyłki"),
    "cod": ("Pobranie", "Pobranie za przesyłkę"),
    "labelless": ("Przesyłka bez etykiety", "Przesyłka bez etykiety"),
    "end_of_week_collection": ("Dostawa weekendowa", "Weekendowa dostawa przesyłki"),
    "sms": ("Serwis SMS", "Powiadomienie o przesyłce via SMS"),
    "email": ("Serwis Email", "Powiadomienie o przesyłce via e-mail"),
    "saturday": ("Doręczenie w sobotę", "Doręczenie przesyłki w sobotę"),
    "dor1720": ("Doręczenie od 17:00", "Doręczenie pomiędzy 17:00 a 20:00"),
    "rod": ("Zwrot dokumentów", "Zwrot dokumentów."),
    **{
        f"forhour_{hour}": (f"Doręczenie na godzinę {hour}:00", "Doręczenie do pełnej godziny")
        for hour in range(9, 18)
    },
}
SENDING_METHODS = {
    "parcel_locker": ("Nadanie w automacie Paczkomat", "Nadam przesyłkę w automacie Paczkomat"),
    "pok": ("Nadanie w POK", "Nadam przesyłkę w Punkcie Obsługi Klienta"),
    "pop": ("Nadanie w POP", "Nadam przesyłkę w Punkcie Obsługi Przesyłek"),
    "courier_pok": ("Nadanie w POK", "Nadam przesyłkę w Punkcie Obsługi Klienta"),
    "branch": ("Nadanie w Oddziale", "Dostarczę przesyłkę do Oddziału InPost"),
    "dispatch_order": ("Odbiór przez Kuriera", "Utworzę zlecenie odbioru"),
    "any_point": ("Nadanie w dowolnym punkcie", "Nadam przesyłkę w Paczkomacie lub PaczkoPunkcie"),
}
CARRIERS = {
    # Recorded offers name it for Allegro Kurier24 and courier C2C too.
    "inpost_locker": ("InPost Paczkomaty", "InPost Paczkomaty - Przesyłki paczkomatowe"),
    "inpost_courier": ("InPost Kurier", "InPost Express - Przesyłki kurierskie"),
    "inpost_letter": ("InPost Listy", "InPost Listy - Przesyłki listowe"),
}
# Height, width and length in millimetres, kilograms (API §2.4); echoed with length and width exchanged (C*).
TEMPLATES = {
    "small": (80, 380, 640, 25),
    "medium": (190, 380, 640, 25),
    "large": (410, 380, 640, 25),
    "xlarge": (500, 500, 800, 25),
    "letter_a": (80, 380, 640, 10),
    "letter_b": (190, 380, 640, 10),
    "letter_c": (410, 380, 640, 10),
}
BOXES = ("small", "medium", "large")
LETTERS = ("letter_a", "letter_b", "letter_c")

_ANYWHERE = frozenset({"parcel_locker", "dispatch_order", "pop", "pok", "branch", "any_point"})
_COURIER_OR_ANYWHERE = _ANYWHERE | {"courier_pok"}
_COURIER = frozenset({"dispatch_order", "pop", "courier_pok", "branch"})


@dataclass(frozen=True, slots=True)
class Service:
    """`contract`: needs a courier contract; `method_needed`: no offer without a sending method.

    `parcel_point`: also delivers to a PaczkoPunkt. `cod_limit` in PLN, `kilograms` for each parcel; `a4`: has
    an A4 label; `dpi300`: has a 300 dpi ZPL label (API §5.5).
    """

    id: str
    name: str
    description: str
    carrier: str
    extras: tuple[str, ...]
    templates: tuple[str, ...] = BOXES
    methods: frozenset[str] = _ANYWHERE
    to_point: bool = False
    multi: bool = False
    contract: bool = False
    method_needed: bool = False
    listed: bool = True
    parcel_point: bool = False
    cod_limit: int = 5_000
    kilograms: int = 25
    a4: bool = True
    dpi300: bool = False

    @property
    def allegro(self) -> bool:
        return "allegro" in self.id

    @property
    def for_allegro_buyers(self) -> bool:
        """Wants to know who bought at Allegro; the Smart variants too (recorded in offers)."""
        return self.allegro or "smart" in self.id

    def described(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "description": self.description}


def _locker(name: str, title: str, **more: Any) -> Service:
    more = {"extras": ("insurance", "cod"), **more}
    text = f"Przesyłka {title[0].lower()}{title[1:]}"
    return Service(
        f"inpost_locker_{name}", title, text, carrier="inpost_locker", to_point=True, **more
    )


def _contract_courier(name: str, title: str, *extras: str, **more: Any) -> Service:
    return Service(
        f"inpost_courier_{name}",
        title,
        f"Przesyłka kurierska: {title}",
        carrier="inpost_courier",
        extras=("insurance", "cod", "sms", "email", *extras),
        templates=(),
        multi=True,
        contract=True,
        method_needed=True,
        cod_limit=15_000,
        a4=False,
        **{"methods": _COURIER, "kilograms": 50, **more},
    )


_ALL = (
    _locker(
        "standard",
        "Paczkomatowa standardowa",
        extras=("insurance", "cod", "labelless", "end_of_week_collection"),
        parcel_point=True,
        dpi300=True,
    ),
    _locker(
        "economy",
        "Paczkomatowa ekonomiczna",
        methods=frozenset({"parcel_locker", "dispatch_order"}),
    ),
    _locker(
        "allegro",
        "Allegro Paczkomaty24/7 InPost",
        method_needed=True,
        parcel_point=True,
        dpi300=True,
    ),
    _locker(
        "pass_thru",
        "Podaj dalej",
        extras=("insurance", "cod", "end_of_week_collection"),
        methods=frozenset({"parcel_locker"}),
        dpi300=True,
    ),
    _locker("standard_smart", "Paczkomatowa standardowa", extras=("insurance",)),
    _locker(
        "allegro_smart",
        "Allegro Paczkomaty24/7 InPost",
        extras=("insurance",),
        method_needed=True,
    ),
    _locker(
        "customer_service_point", "Paczkomatowa do PaczkoPunktu", parcel_point=True, listed=False
    ),
    Service(
        "inpost_courier_allegro",
        "Allegro Kurier24 InPost",
        "Przesyłka kurierska Allegro Kurier24 InPost",
        carrier="inpost_locker",
        extras=("insurance", "cod"),
        templates=(),
        methods=_COURIER_OR_ANYWHERE,
        multi=True,
        method_needed=True,
        kilograms=50,
        dpi300=True,
    ),
    Service(
        "inpost_courier_c2c",
        "Kurier standard",
        "Przesyłka kurierska standardowa",
        carrier="inpost_locker",
        extras=("insurance", "cod", "labelless"),
        templates=(*BOXES, "xlarge"),
        methods=_COURIER_OR_ANYWHERE,
        method_needed=True,
        dpi300=True,
    ),
    _contract_courier(
        "palette",
        "Paleta standard",
        "rod",
        methods=frozenset({"dispatch_order"}),
        kilograms=1_000,
    ),
    _contract_courier("standard", "Kurier standard", "saturday", "dor1720", "rod"),
    _contract_courier(
        "express_1000", "Kurier doręczenie 10:00", "saturday", "rod", "forhour_9", "forhour_10"
    ),
    _contract_courier(
        "express_1200", "Kurier doręczenie 12:00", "saturday", "rod", "forhour_11", "forhour_12"
    ),
    _contract_courier(
        "express_1700",
        "Kurier doręczenie 17:00",
        "saturday",
        "rod",
        *(f"forhour_{hour}" for hour in range(13, 18)),
    ),
    Service(
        "inpost_courier_alcohol",
        "eSmartMIX",
        "Przesyłka kurierska eSmartMix z elektronicznym obiegiem dokumentów",
        carrier="inpost_courier",
        extras=(),
        templates=(),
        methods=_COURIER,
        contract=True,
        method_needed=True,
        a4=False,
    ),
    Service(
        "inpost_letter_allegro",
        "Allegro miniKurier24 InPost",
        "Przesyłka listowa Allegro miniKurier24 InPost",
        carrier="inpost_letter",
        extras=("insurance", "cod"),
        templates=LETTERS,
        kilograms=10,
        methods=_COURIER_OR_ANYWHERE,
        method_needed=True,
        dpi300=True,
    ),
)
SERVICES = {service.id: service for service in _ALL}


def services_json() -> list[dict[str, Any]]:
    """`GET /v1/services` (API §3.9)."""
    return [
        {**service.described(), "additional_services": [_extra(extra) for extra in service.extras]}
        for service in _ALL
        if service.listed
    ]


def sending_methods_json(service: str | None) -> list[dict[str, Any]]:
    """`GET /v1/sending_methods`, of one service or all of them."""
    allowed = SERVICES[service].methods if service in SERVICES else frozenset(SENDING_METHODS)
    return [
        {"id": name, "name": title, "description": text}
        for name, (title, text) in SENDING_METHODS.items()
        if name in allowed
    ]


def carrier_json(carrier: str) -> dict[str, Any]:
    name, description = CARRIERS[carrier]
    return {"id": carrier, "name": name, "description": description}


def _extra(extra: str) -> dict[str, Any]:
    name, description = EXTRAS[extra]
    return {"id": extra, "name": name, "description": description}
