"""ShipX's error bodies, flattened into reasons that name our fields (API §1.6 to §1.8).

Whatever shape `details` has, nothing it says is lost and nothing personal is kept. What an HTTP status
means is decided in `answers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from inpost_desk.domain.order import Field
from inpost_desk.errors import Reason
from inpost_desk.log import redact
from inpost_desk.shipx.picking import first, mapping, several, text

DEEPEST = 24
LONGEST_RULE = 160

_KEY = re.compile(r"[a-z0-9_.]{1,80}")
_WEEKEND = "end_of_week_collection"
# Top-level errors that are about one field, as a leaf of `details` would be.
_FIELD_OF = {"offer_unavailable": Field.OFFER, "offer_expired": Field.OFFER}
_FACTS = frozenset(
    {"action", "shipment_status", "shipment_id", "label_available_from", "dispatch_order_id"}
)
_SAYINGS = {
    "is required": "required",
    "can't be blank": "required",
    "has already been taken": "taken",
    "Już nadane.": "already_sent",
}

_RECEIVER = {
    "phone": Field.PHONE,
    "phone_number": Field.PHONE,
    "email": Field.EMAIL,
    "name": Field.NAME,
    "first_name": Field.FIRST_NAME,
    "last_name": Field.LAST_NAME,
    "company_name": Field.COMPANY,
    "address": Field.STREET,
    "address.street": Field.STREET,
    "address.building_number": Field.BUILDING_NUMBER,
    "address.line1": Field.STREET,
    "address.line2": Field.STREET,
    "address.post_code": Field.POST_CODE,
    "address.city": Field.CITY,
}
_EXACT = {
    **{f"receiver.{name}": field for name, field in _RECEIVER.items()},
    "custom_attributes.target_point": Field.POINT,
    "custom_attributes.sending_method": Field.SENDING_METHOD,
    "custom_attributes.dropoff_point": Field.DROPOFF_POINT,
    "custom_attributes.allegro_transaction_id": Field.ALLEGRO_TRANSACTION,
    "custom_attributes.allegro_user_id": Field.ALLEGRO_USER,
    "target_point": Field.POINT,
    "dropoff_point": Field.DROPOFF_POINT,
    "sending_method": Field.SENDING_METHOD,
    "parcels": Field.SIZE,
    "parcels.is_non_standard": Field.SIZE,
    "service": Field.SERVICE,
    "end_of_week_collection": Field.WEEKEND,
    "reference": Field.REFERENCE,
    "comments": Field.COMMENTS,
    "offer": Field.OFFER,
    "offer_id": Field.OFFER,
    "commercial_product_identifier": Field.PRODUCT,
}
_WHOLE = {
    "parcels.template": Field.SIZE,
    "parcels.dimensions.length": Field.LENGTH,
    "parcels.dimensions.width": Field.WIDTH,
    "parcels.dimensions.height": Field.HEIGHT,
    "parcels.dimensions": Field.DIMENSIONS,
    "parcels.weight": Field.WEIGHT,
    "additional_services": Field.ADDITIONAL_SERVICES,
    "cod": Field.COD,
    "cod_amount": Field.COD,
    "insurance": Field.INSURANCE,
    "insurance_amount": Field.INSURANCE,
    "sender": Field.SENDER,
    "mpk": Field.MPK,
}
# What the callers' rows, or the shipments asked for, are listed under.
_ROWS = ("shipments", "shipment_ids")
# Members of a shipment's body: under `shipments` these cannot be the caller's row ids.
_MEMBERS = frozenset(
    {
        "receiver",
        "sender",
        "parcels",
        "custom_attributes",
        "cod",
        "insurance",
        "service",
        "reference",
        "comments",
        "mpk",
        "additional_services",
        "end_of_week_collection",
        "external_customer_id",
        "is_return",
        "only_choice_of_offer",
        "commercial_product_identifier",
        "offer_id",
        "shipment_id",
    }
)
# What a parcel has: other steps below `parcels` say which one (API §1.6).
_OF_A_PARCEL = frozenset({"id", "template", "dimensions", "weight", "is_non_standard"})

Path = tuple[str, ...]


def key_of(body: object) -> str:
    """The stable key of an error body, "" where it has none. A sentence becomes a key of its words."""
    own = mapping(body)
    named = text(first(own, "key", "error"))
    if _KEY.fullmatch(named):
        return named
    return re.sub(r"[^a-z0-9]+", "_", redact(named[:2000]).lower()).strip("_")[:80]


def facts_of(body: object) -> dict[str, str]:
    """What else an error says: scalar details, and its sentence where there are no reasons."""
    own = mapping(body)
    facts = {
        name: text(value) if _is_id(name, value) else _plain(value)
        for name, value in mapping(own.get("details")).items()
        if _is_fact(name, value, key_of(body))
    }
    if isinstance(own.get("details"), str):
        facts["details"] = _plain(own["details"])
    sentence = _plain(first(own, "message", "description") or own.get("error"))
    if sentence != key_of(body) and not reasons_of(body):
        facts.setdefault("message", sentence)
    return {name: value for name, value in facts.items() if value}


def reasons_of(body: object) -> tuple[Reason, ...]:
    """Everything refused, each once, in ShipX's order."""
    own = mapping(body)
    error = key_of(body)
    about = Field.WEEKEND if _WEEKEND in error else _FIELD_OF.get(error)
    found = [] if about is None else [Reason(about.value, error)]
    for name in ("details", "errors", "unavailability_reasons"):
        part = own.get(name)
        if isinstance(part, dict):
            part = {key: one for key, one in part.items() if not _is_fact(key, one, error)}
        if not isinstance(part, str):
            found += _leaves(part, (), row=None, depth=0)
    return tuple(dict.fromkeys(found))


def our_field(path: Path) -> str:
    """Our name for a ShipX path (`receiver.phone` → `phone`), or the dotted path where we have none."""
    steps = [step for step in path if step and not step.isdigit()]
    dotted = ".".join(steps)
    if dotted in _EXACT:
        return _EXACT[dotted].value
    for start, field in _WHOLE.items():
        if dotted == start or dotted.startswith(start + "."):
            return field.value
    return dotted


def _is_fact(name: str, value: object, error: str) -> bool:
    """Scalars beside an error that is no validation describe the case (`shipment_status`)."""
    if isinstance(value, dict | list) or value is None:
        return False
    if name in _FACTS or not isinstance(value, str):
        return True
    return error not in ("", "validation_failed") and our_field(tuple(name.split("."))) == name


def _is_id(name: str, value: object) -> bool:
    """Ids of nine digits look like phones and must not be redacted."""
    return name in _FACTS and re.fullmatch(r"\d{1,19}", text(value), re.ASCII) is not None


def _plain(value: object) -> str:
    """Texts are written by people and may quote a phone or an e-mail."""
    if isinstance(value, bool):
        return str(value).lower()
    return redact(text(value)[:2000])[:300]


def _leaves(value: object, path: Path, *, row: str | None, depth: int) -> Iterator[Reason]:
    if depth > DEEPEST:
        return
    if isinstance(value, str):
        if value.strip():
            yield _reason(path, value, row)
    elif isinstance(value, list):
        for place, one in enumerate(value):
            steps = path + _place(one, place) if path == ("parcels",) else path
            yield from _leaves(one, steps, row=row, depth=depth + 1)
    elif isinstance(value, dict):
        yield from _members(value, path, row=row, depth=depth + 1)


def _members(
    value: Mapping[str, object], path: Path, *, row: str | None, depth: int
) -> Iterator[Reason]:
    if isinstance(value.get("field"), str) and "message" in value:
        place = path + tuple(text(value["field"]).split("."))
        yield from _leaves(several(value["message"]), place, row=row, depth=depth)
        return
    if isinstance(value.get("key"), str):
        yield _reason(path, text(value["key"]), row)
        return
    for name, one in value.items():
        steps = path + _steps(name, path)
        inner = row
        if row is None and len(steps) > 1 and steps[0] in _ROWS and steps[1] not in _MEMBERS:
            inner, steps = steps[1], steps[2:]
        elif steps[0] in _ROWS and len(steps) > 1:
            steps = steps[1:]
        yield from _leaves(one, steps, row=inner, depth=depth)


def _place(value: object, place: int) -> Path:
    """The place in a list of parcels, where no key in the item says which parcel it is."""
    known = isinstance(value, dict) and all(
        name.split(".")[0] in _OF_A_PARCEL for name in value.keys() - {"field", "key", "message"}
    )
    return (str(place),) if known else ()


def _parcel_of(path: Path) -> tuple[Path, int | None]:
    """The path without the step that says which parcel is meant, and which one that is."""
    if len(path) < 2 or path[0] != "parcels" or path[1] in _OF_A_PARCEL:
        return path, None
    which = path[1]
    index = int(which) if re.fullmatch(r"\d{1,4}", which, re.ASCII) else None
    return ("parcels", *path[2:]), index


def _steps(name: str, path: Path) -> Path:
    """A dotted key is a path, except for a row id, which is the caller's own."""
    return (name,) if path == ("shipments",) else tuple(name.split("."))


def _reason(path: Path, said: str, row: str | None) -> Reason:
    rule = _SAYINGS.get(said.strip(), said.strip())
    if not _KEY.fullmatch(rule):
        rule = redact(rule[:2000])[:LONGEST_RULE]
    path, parcel = _parcel_of(path)
    field = our_field(path)
    if not field and row is not None:
        field = Field.ROW.value
    if not field and _WEEKEND in rule:
        field = Field.WEEKEND.value
    return Reason(field, rule, row, parcel)
