"""An order to be shipped, as the warehouse knows it: receiver, size, place, money.

No wire format, no file format. Names of the fields are the ones problems and refusals point at.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Field(StrEnum):
    """Our name for everything about an order that can be wrong.

    An order file has one column for a name, a street with its number and a size; the wizard has them apart.
    """

    EMAIL = "email"
    PHONE = "phone"
    SIZE = "size"
    POINT = "point"
    REFERENCE = "reference"
    INSURANCE = "insurance"
    COD = "cod"
    NAME = "name"
    # An import knows `first_name` and `last_name` as columns that make up a name.
    FIRST_NAME = "given_name"
    LAST_NAME = "surname"
    COMPANY = "company"
    STREET = "street"
    BUILDING_NUMBER = "building_number"
    POST_CODE = "post_code"
    CITY = "city"
    KIND = "kind"
    WEEKEND = "weekend"
    SERVICE = "service"
    SENDING_METHOD = "sending_method"
    SENDER = "sender"
    COMMENTS = "comments"
    MPK = "mpk"
    DIMENSIONS = "dimensions"
    LENGTH = "length"
    WIDTH = "width"
    HEIGHT = "height"
    WEIGHT = "weight"
    COUNT = "count"
    DROPOFF_POINT = "dropoff_point"
    ADDITIONAL_SERVICES = "additional_services"
    ALLEGRO_TRANSACTION = "allegro_transaction_id"
    ALLEGRO_USER = "allegro_user_id"
    PRODUCT = "commercial_product_identifier"
    OFFER = "offer_id"
    CONTENTS = "contents"
    ROW = "row"


class Kind(StrEnum):
    """How the parcel reaches its receiver."""

    LOCKER = "locker"
    COURIER = "courier"


class Size(StrEnum):
    """Gabaryt. N is a parcel beyond the courier's standard dimensions."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    N = "N"


@dataclass(frozen=True, slots=True)
class Address:
    """ShipX has no field for a flat: it stands in the building number (`12/3`)."""

    street: str
    building_number: str
    city: str
    post_code: str
    country_code: str = "PL"


@dataclass(frozen=True, slots=True)
class Person:
    """Sender or receiver. `phone` is nine digits."""

    phone: str = ""
    email: str = ""
    first_name: str = ""
    last_name: str = ""
    company: str = ""
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """One parcel to be sent. Amounts are PLN; `point` names a Paczkomat or PaczkoPunkt."""

    reference: str
    kind: Kind
    size: Size
    receiver: Person
    point: str = ""
    cod: Decimal | None = None
    insurance: Decimal | None = None
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an order cannot be sent: `rule` is a plain key, `value` what was given, `hint` a guess."""

    field: Field
    rule: str
    value: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What was mended by itself: shown as before → after."""

    field: Field
    before: str
    after: str
    rule: str = "normalised"
