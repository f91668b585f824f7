"""What an answer of InPost's writes into a shipment's row for the history, beside how its purchase stands.

Pure: `seen.record` reads the row, asks here and writes. Our own reference, telephone and point stay as they
were sent, whatever InPost made of them.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Final

from inpost_desk.domain.folding import fold
from inpost_desk.domain.journey import (
    OLD,
    OLD_LOOK,
    Concern,
    Phase,
    concern_of,
    next_look,
    phase_of,
)
from inpost_desk.domain.order import Person
from inpost_desk.domain.service import SIZES
from inpost_desk.domain.shipment import Shipment

PERSONAL: Final = ("reference", "phone", "point", "receiver", "city", "words")
"""What is deleted with the receiver, and what no answer brings back then."""

_NO_DIGIT: Final = re.compile(r"\D+")


def history_columns(known: Any, shipment: Shipment, *, now: datetime) -> dict[str, object]:
    """The columns by name; `known` is the row as it stands.

    What InPost does not say is left as it was known. `status_at` is InPost's own time or None: it is what
    later answers are compared with, and no two clocks ever agree.
    """
    other = shipment.status != known.status
    status_at = shipment.updated_at if other or known.status_at is None else known.status_at
    receiver = shipment.receiver
    address = receiver.address
    kept = _kept(known, shipment)
    number = shipment.return_tracking_number or known.return_number
    name = name_of(receiver) or known.receiver
    parcels = (one.tracking_number for one in shipment.parcels)
    city = (address.city if address else "")[:255] or known.city
    looked_at = (kept["reference"], name, _digits(kept["phone"]), kept["point"], city)
    return kept | {
        "receiver": name[:255],
        "city": city,
        "size": _size(shipment) or known.size,
        "sending_method": shipment.sending_method[:32] or known.sending_method,
        "cod": shipment.cod,
        "insurance": shipment.insurance,
        "mpk": shipment.mpk[:64],
        "weekend": shipment.weekend,
        "is_return": shipment.is_return,
        "return_number": number[:64],
        "phase": phase_of(shipment.status),
        "concern": _concern(known, shipment, other=other),
        # What is here again stays dealt with, also where InPost's scans of its way back come later.
        "handled": known.handled and (not other or known.returned_at is not None),
        "status_at": status_at,
        "due_at": _due(known, shipment, number=number, since=status_at, now=now),
        "words": words_of(*looked_at, shipment.tracking_number, *parcels, number),
    }


def name_of(person: Person) -> str:
    """First and last name, else the company."""
    return " ".join(filter(None, (person.first_name, person.last_name))) or person.company


def words_of(*texts: str) -> str:
    """What a search looks at: each text once, folded, a line each."""
    return fold("\n".join(dict.fromkeys(filter(None, texts))))


def _kept(known: Any, shipment: Shipment) -> dict[str, str]:
    theirs = {
        "reference": shipment.reference[:255],
        "phone": shipment.receiver.phone[:32],
        "point": shipment.target_point[:32],
    }
    ours = known.key is not None
    return {
        name: (getattr(known, name) or value) if ours else (value or getattr(known, name))
        for name, value in theirs.items()
    }


def _digits(phone: str) -> str:
    return _NO_DIGIT.sub("", phone)


def _size(shipment: Shipment) -> str:
    parcel = next(iter(shipment.parcels), None)
    return SIZES.get(parcel.template, "") if parcel else ""


def _concern(known: Any, shipment: Shipment, *, other: bool) -> str:
    if not other and known.concern == Concern.LEFT_BEHIND:
        return Concern.LEFT_BEHIND
    return concern_of(shipment.status, shipment.service) or ""


def _due(
    known: Any, shipment: Shipment, *, number: str, since: datetime | None, now: datetime
) -> datetime | None:
    stood = now - (since or known.made_at or now)
    if phase_of(shipment.status) is Phase.RETURNED and not number and stood < OLD:
        # The number of the parcel on its way back may come later.
        return now + OLD_LOOK
    look = next_look(shipment.status, still=stood, numbered=bool(shipment.tracking_number))
    return None if look is None else now + look
