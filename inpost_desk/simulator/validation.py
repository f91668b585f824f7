"""What ShipX refuses at once (`validation_failed`): fields, limits, points, money, weekend (API §1.8, 2, 5).

What it takes and then cannot offer (sending method missing, size, SMS on lockers) is in `offers`. A point
that is not `Operating` counts as one that does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from inpost_desk.simulator.catalogue import (
    EXTRAS,
    LETTERS,
    LOCKER,
    SENDING_METHODS,
    SERVICES,
    TEMPLATES,
    Service,
)
from inpost_desk.simulator.clock import weekend_window
from inpost_desk.simulator.cost_centres import named
from inpost_desk.simulator.fields import (
    EMAIL,
    PHONE,
    POST_CODE,
    Body,
    amount,
    check_length,
    check_money,
    check_number,
    flag,
    parcels,
    part,
    text,
)
from inpost_desk.simulator.points import Point, Points
from inpost_desk.simulator.records import Account
from inpost_desk.simulator.refusals import Finding, Path, Refusal

MOST_INSURANCE = 9_999_999.99
MOST_PARCELS = 1000
MOST_ROWS = 2500
LONGEST_MPK = 255
HEAVIEST = max(service.kilograms for service in SERVICES.values())
ECONOMY, PRODUCT = "inpost_locker_economy", "commercial_product_identifier"
NEEDS_DROPOFF = frozenset({"pok", "courier_pok"})
ALLEGRO_IDS = ("allegro_user_id", "allegro_transaction_id")
WEEKEND_METHODS = frozenset({"parcel_locker", "dispatch_order"})


def findings(body: Any, account: Account, *, points: Points, now: float) -> list[Finding]:
    """Everything wrong with a shipment body. Raises `Refusal` for `missing_trucker_id`."""
    if not isinstance(body, dict):
        return [(("shipment",), "invalid")]
    name = body.get("service")
    service = SERVICES.get(name) if isinstance(name, str) else None
    if service is not None and service.contract and service.id not in account.services:
        # As observed: not a validation error, and `details` is null (API §1.7).
        message = "trucker_ID_is_not_set_for_organization"
        raise Refusal("missing_trucker_id", message=message, null_details=True)
    if name and (service is None or service.id not in account.services):
        return [(("service",), "invalid")]
    found = list(_texts(body, account))
    if service is not None and service.id == ECONOMY and not text(body, PRODUCT):
        found.append(((PRODUCT,), "required"))
    found += _people(body, service)
    found += _parcels(body, service)
    found += _attributes(body, service, points)
    found += _money(body, service)
    found += _extras(body)
    found += _weekend(body, service, points=points, now=now)
    return found


def rows_findings(
    rows: Any, account: Account, *, points: Points, now: float, ids_needed: bool = True
) -> list[Finding]:
    """Everything wrong with the rows of a batch or a calculation, keyed by row id, else by place."""
    if not isinstance(rows, list) or not rows:
        return [(("shipments",), "required")]
    if len(rows) > MOST_ROWS:
        return [(("shipments",), "too_long")]
    seen: set[str] = set()
    found: list[Finding] = []
    for index, row in enumerate(rows):
        id_ = text(row, "id") if isinstance(row, dict) else ""
        if (ids_needed and not id_) or id_ in seen:
            key = "required" if not id_ else "invalid"
            found.append((("shipments", id_ or str(index), "id"), key))
        seen.add(id_)
        of_row = findings(row, account, points=points, now=now)
        found += [(("shipments", id_ or str(index), *path), key) for path, key in of_row]
    return found


def services_missing(rows: list[Body]) -> list[Finding]:
    """A price is one service's."""
    return [
        (("shipments", text(row, "id") or str(index), "service"), "required")
        for index, row in enumerate(rows)
        if not row.get("service")
    ]


def target_point(body: Body, points: Points) -> Point | None:
    """The destination point, if it exists and operates."""
    return operating(points, text(part(body, "custom_attributes"), "target_point"))


def operating(points: Points, name: str) -> Point | None:
    point = points.get(name)
    return point if point is not None and point["status"] == "Operating" else None


def is_parcel_point(point: Point) -> bool:
    return "pop" in point["type"] and "parcel_locker" not in point["type"]


def _texts(body: Body, account: Account) -> Iterator[Finding]:
    yield from check_length(body, "reference", path=(), least=3, most=100)
    yield from check_length(body, "comments", path=(), most=100)
    yield from check_length(body, "external_customer_id", path=(), most=255)
    centre = text(body, "mpk")
    if len(centre) > LONGEST_MPK:
        yield ("mpk",), "too_long"
    elif centre and named(account, centre) is None:
        yield ("mpk",), "does_not_exist"


def _people(body: Body, service: Service | None) -> Iterator[Finding]:
    if not body.get("receiver"):
        if not flag(body, "is_return"):
            yield ("receiver",), "required"
    elif not isinstance(body["receiver"], dict):
        yield ("receiver",), "invalid"
    else:
        by_address = service is not None and not service.to_point
        to_point = service is not None and service.to_point
        yield from _peer(body["receiver"], "receiver", address=by_address, email=to_point)
    if isinstance(body.get("sender"), dict) and body["sender"]:
        yield from _peer(body["sender"], "sender", address=True, email=False)


def _peer(peer: Body, path: str, *, address: bool, email: bool) -> Iterator[Finding]:
    yield from _contact(peer, path, email=email)
    for name in ("name", "company_name", "first_name", "last_name"):
        yield from check_length(peer, name, path=(path,), most=255)
    if address and not text(peer, "company_name"):
        for name in ("first_name", "last_name"):
            if not text(peer, name):
                yield (path, name), "required"
    if peer.get("address"):
        yield from address_findings(part(peer, "address"), (path, "address"))
    elif address:
        yield (path, "address"), "required"


def _contact(peer: Body, path: str, *, email: bool) -> Iterator[Finding]:
    phone, mail = text(peer, "phone"), text(peer, "email")
    if not phone:
        yield (path, "phone"), "required"
    elif not PHONE.fullmatch(phone):
        yield (path, "phone"), "invalid_format"
    if email and not mail:
        yield (path, "email"), "required"
    elif mail and not EMAIL.fullmatch(mail):
        yield (path, "email"), "invalid_format"


def address_findings(address: Body, path: Path) -> Iterator[Finding]:
    """Of a peer's address, or of the place of a pickup."""
    if not text(address, "line1"):
        for name in ("street", "building_number"):
            if not text(address, name):
                yield (*path, name), "required"
    if not text(address, "city"):
        yield (*path, "city"), "required"
    country = text(address, "country_code") or "PL"
    post_code = text(address, "post_code")
    if not post_code:
        yield (*path, "post_code"), "required"
    elif country == "PL" and not POST_CODE.fullmatch(post_code):
        yield (*path, "post_code"), "invalid_format"
    yield from check_length(address, "country_code", path=path, least=2, most=3)
    for name in ("street", "building_number", "line1", "line2", "city"):
        yield from check_length(address, name, path=path, most=255)


def _parcels(body: Body, service: Service | None) -> Iterator[Finding]:
    all_parcels = parcels(body)
    if not all_parcels:
        yield ("parcels",), "required"
    elif len(all_parcels) > MOST_PARCELS:
        yield ("parcels",), "too_long"
    elif len(all_parcels) > 1 and service is not None and not service.multi:
        yield ("parcels",), "invalid"
    for index, parcel in enumerate(all_parcels):
        path = ("parcels", str(index))
        if not isinstance(parcel, dict):
            yield path, "invalid"
            continue
        if len(all_parcels) > 1 and not text(parcel, "id"):
            yield (*path, "id"), "required"
        yield from _parcel(parcel, service, path)


def _parcel(parcel: Body, service: Service | None, path: Path) -> Iterator[Finding]:
    template = text(parcel, "template")
    if template:
        allowed = TEMPLATES if service is None else service.templates
        if template not in allowed:
            yield (*path, "template"), "invalid"
        return
    if service is not None and service.templates == LETTERS:
        yield (*path, "template"), "required"
        return
    if not parcel.get("dimensions"):
        yield (*path, "dimensions"), "required"
    else:
        yield from _dimensions(part(parcel, "dimensions"), (*path, "dimensions"))
    if not parcel.get("weight"):
        yield (*path, "weight"), "required"
        return
    weight = part(parcel, "weight")
    most = HEAVIEST if service is None else service.kilograms
    yield from check_number(weight, "amount", path=(*path, "weight"), least=0.01, most=most)
    if text(weight, "unit") not in ("", "kg"):
        yield (*path, "weight", "unit"), "invalid"


def _dimensions(dimensions: Body, path: Path) -> Iterator[Finding]:
    for name in ("length", "width", "height"):
        yield from check_number(dimensions, name, path=path, least=1)
    if text(dimensions, "unit") not in ("", "mm"):
        yield (*path, "unit"), "invalid"


def _attributes(body: Body, service: Service | None, points: Points) -> Iterator[Finding]:
    attributes = part(body, "custom_attributes")
    path = "custom_attributes"
    method = text(attributes, "sending_method")
    if method and method not in (SENDING_METHODS if service is None else service.methods):
        yield (path, "sending_method"), "invalid"
    dropoff = text(attributes, "dropoff_point")
    if method in NEEDS_DROPOFF and not dropoff:
        yield (path, "dropoff_point"), "required"
    if dropoff:
        yield from _dropoff(operating(points, dropoff))
    yield from _allegro_ids(attributes, service)
    target = text(attributes, "target_point")
    if target:
        yield from _target(body, operating(points, target), service)
    elif service is not None and service.to_point:
        yield (path, "target_point"), "required"


def _dropoff(point: Point | None) -> Iterator[Finding]:
    path = ("custom_attributes", "dropoff_point")
    if point is None:
        yield path, "does_not_exist"
    elif "parcel_send" not in point["functions"]:
        yield path, "invalid_box_machine_function"


def _allegro_ids(attributes: Body, service: Service | None) -> Iterator[Finding]:
    """Both or none; with none the buyer's Allegro e-mail is needed, which `offers` looks at."""
    given = [name for name in ALLEGRO_IDS if text(attributes, name)]
    if service is not None and service.for_allegro_buyers and len(given) == 1:
        [missing] = set(ALLEGRO_IDS) - set(given)
        yield ("custom_attributes", missing), "required"


def _target(body: Body, point: Point | None, service: Service | None) -> Iterator[Finding]:
    path = ("custom_attributes", "target_point")
    if point is None:
        yield path, "does_not_exist"
        return
    if service is not None and not service.to_point:
        return
    cash = bool(amount(body, "cod")) and not point["payment_available"]
    allegro = service is not None and service.allegro
    needed = "allegro_parcel_collect" if allegro else "parcel_collect"
    locker_only = service is not None and not service.parcel_point and is_parcel_point(point)
    if cash or locker_only or needed not in point["functions"]:
        yield path, "invalid_box_machine_function"


def _money(body: Body, service: Service | None) -> Iterator[Finding]:
    limit = (
        max(one.cod_limit for one in SERVICES.values()) if service is None else service.cod_limit
    )
    yield from check_money(body, "cod", most=limit)
    yield from check_money(body, "insurance", most=MOST_INSURANCE)
    cod, insurance = amount(body, "cod"), amount(body, "insurance")
    if service is None or not service.contract or not cod:
        return
    if insurance is None:
        yield ("insurance",), "required"
    elif insurance < cod:
        yield ("insurance", "amount"), "too_small"


def _extras(body: Body) -> Iterator[Finding]:
    extras = body.get("additional_services")
    if extras is None:
        return
    if not isinstance(extras, list) or any(extra not in EXTRAS for extra in extras):
        yield ("additional_services",), "invalid"


def _weekend(
    body: Body, service: Service | None, *, points: Points, now: float
) -> Iterator[Finding]:
    if not asks_weekend(body):
        return
    path = ("end_of_week_collection",)
    if service is not None and service.allegro:
        yield path, "invalid_allegro_for_end_of_week_collection"
    elif service is not None and service.id not in (LOCKER, "inpost_locker_pass_thru"):
        yield path, "invalid_end_of_week_collection"
        return
    method = text(part(body, "custom_attributes"), "sending_method")
    if method and method not in WEEKEND_METHODS:
        yield ("custom_attributes", "sending_method"), "invalid"
    if not weekend_window(now):
        yield path, "invalid_end_of_week_collection"
    point = target_point(body, points)
    if point is None:
        return
    if is_parcel_point(point):
        yield path, "invalid_target_point_for_end_of_week_collection"
    elif not point["location_247"]:
        yield path, "invalid_target_point_247_for_end_of_week_collection"


def asks_weekend(body: Body) -> bool:
    """The flag, or the additional service of the same name."""
    extras = body.get("additional_services")
    listed = isinstance(extras, list) and "end_of_week_collection" in extras
    return flag(body, "end_of_week_collection") or listed
