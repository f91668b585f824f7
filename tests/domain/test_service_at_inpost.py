"""Each row of the catalogue against the simulator, whose rules were written apart from ours.

What we let pass InPost takes, and what we stop it refuses, at once or by an offer that is not available.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from inpost_desk.domain.draft import Draft, DraftParcel, Mode
from inpost_desk.domain.draft_checks import findings
from inpost_desk.domain.draft_shipments import shipments_of
from inpost_desk.domain.order_shipment import Choices
from inpost_desk.domain.service import PARCEL_POINT, Service
from inpost_desk.shipx.transport import encoded
from inpost_desk.shipx.writing import write_shipment
from tests.domain.drafts import MEASURED, SENDABLE, good
from tests.simulator.shop import Shop
from tests.simulator_process import Simulator

THURSDAY_NIGHT = "2026-03-05T21:00:00+01:00"
EXTRAS = ("sms", "email", "saturday", "dor1720", "rod", "labelless")
HOURS = ("forhour_9", "forhour_10", "forhour_11", "forhour_12", "forhour_13", "forhour_17")


def _parcel(*measures: int, non_standard: bool = False) -> dict[str, Any]:
    length, width, height, weight = map(str, measures)
    one = DraftParcel("", length, width, height, weight, non_standard)
    return {"parcels": (one,)}


TRIALS: dict[str, dict[str, Any]] = {
    "nothing changed": {},
    **{
        name: {"parcels": (DraftParcel(name),)}
        for name in ("small", "medium", "large", "xlarge", "letter_a", "letter_c")
    },
    "measured": {"parcels": (MEASURED,)},
    "size D": _parcel(790, 490, 490, 20),
    "79 cm": _parcel(790, 300, 300, 20),
    "130 cm": _parcel(1300, 300, 300, 20),
    "130 cm, non-standard": _parcel(1300, 300, 300, 20, non_standard=True),
    "230 cm in all": _parcel(1000, 700, 600, 20),
    "360 cm": _parcel(3600, 300, 300, 20, non_standard=True),
    "26 kg": _parcel(400, 300, 150, 26),
    "31 kg": _parcel(400, 300, 150, 31),
    "51 kg": _parcel(400, 300, 150, 51),
    "two parcels": {"parcels": (MEASURED, MEASURED)},
    **{
        method: {"sending_method": method}
        for method in ("parcel_locker", "dispatch_order", "pop", "any_point")
    },
    "over the counter": {"sending_method": "pok", "dropoff_point": "KRA010"},
    "cash": {"cod": "100"},
    "much cash": {"cod": "5001"},
    "very much cash": {"cod": "15001"},
    "insured": {"insurance": "100"},
    **{extra: {"additional_services": (extra,)} for extra in (*EXTRAS, *HOURS)},
    "weekend": {"weekend": True},
    "no e-mail": {"email": ""},
    "no Allegro numbers": {"allegro_transaction": "", "allegro_user": ""},
    "no product": {"product": ""},
    "no name": {"first_name": "", "last_name": ""},
    "PaczkoPunkt": {"point": "POP-WAW364"},
}
# Where InPost would take it and charge more, we ask first; a mark nobody can set is not sent.
STRICTER = {"non_standard_needed", "non_standard_not_for_service"}


@pytest.fixture
def shop(simulator: Simulator) -> Iterator[Shop]:
    simulator.control("clock", {"set": THURSDAY_NIGHT})
    everything = {"organization": simulator.organization, "services": [one.id for one in SENDABLE]}
    simulator.control("account", everything)
    with Shop(simulator) as shop:
        yield shop


@pytest.mark.parametrize("service", SENDABLE, ids=[one.id for one in SENDABLE])
def test_we_and_inpost_agree(shop: Shop, service: Service) -> None:
    differ = {
        name: said
        for name, changes in TRIALS.items()
        if (said := _difference(shop, replace(good(service), **changes)))
    }
    assert differ == {}


def _difference(shop: Shop, draft: Draft) -> str:
    found = findings(draft)
    rules = {one.problem.rule for one in found if one.stops}
    # The only thing we are not sure of and InPost is.
    rules |= {one.problem.rule for one in found if one.problem.rule == "allegro_email_invalid"}
    try:
        (new,) = shipments_of(draft, ["key"], Choices(""))
    except ValueError:
        return "" if rules else "cannot be read, and nothing was found"
    status, taken = _asked(shop, json.loads(encoded(write_shipment(new))))
    if taken:
        return f"stopped for nothing: {rules}" if rules - STRICTER else ""
    return "" if rules else f"refused: {status}"


def _asked(shop: Shop, body: dict[str, Any]) -> tuple[object, bool]:
    answer = shop.post(body)
    if answer.status_code != 201:
        return answer.json(), False
    shop.simulator.advance(2)
    status = shop.read(answer.json()["id"])["status"]
    return status, status == "confirmed"


def test_a_parcel_point_changes_the_service(shop: Shop) -> None:
    draft = replace(good(SENDABLE[0]), point="POP-WAW364")
    (warning,) = findings(draft)
    assert (warning.problem.rule, warning.stops) == ("becomes_parcel_point", False)
    (new,) = shipments_of(draft, ["key"], Choices(""))
    bought = shop.bought(json.loads(encoded(write_shipment(new))))
    assert bought["service"] == PARCEL_POINT


@pytest.mark.parametrize("to_point", [True, False])
def test_offers_are_made_for_a_draft_without_a_service(shop: Shop, to_point: bool) -> None:
    base = good(SENDABLE[0]) if to_point else replace(good(SENDABLE[6]), parcels=(MEASURED,))
    draft = replace(base, mode=Mode.OFFERS, to_point=to_point)
    assert not [one for one in findings(draft) if one.stops]
    (new,) = shipments_of(draft, ["key"], Choices(""))
    read = shop.bought(json.loads(encoded(write_shipment(new))))
    assert read["status"] == "offers_prepared"
    assert "available" in {one["status"] for one in read["offers"]}
