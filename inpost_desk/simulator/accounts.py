"""The two accounts the simulator is born with: prepaid 1001 and postpaid 1002, and their tokens.

The tokens look like the JWTs of ShipX but are unsigned and worth nothing anywhere else.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from inpost_desk.simulator.clock import iso
from inpost_desk.simulator.records import OPENED, Account

PREPAID_ID = 1001
POSTPAID_ID = 1002

PREPAID_SERVICES = (
    "inpost_locker_standard",
    "inpost_locker_allegro",
    "inpost_locker_pass_thru",
    "inpost_letter_allegro",
    "inpost_courier_allegro",
    "inpost_courier_c2c",
)
POSTPAID_SERVICES = (
    *PREPAID_SERVICES,
    "inpost_courier_standard",
    "inpost_courier_express_1000",
    "inpost_courier_express_1200",
    "inpost_courier_express_1700",
    "inpost_courier_palette",
)
ADDRESS = {
    "id": 5001,
    "street": "Przykładowa",
    "building_number": "7",
    "line1": None,
    "line2": None,
    "city": "Kraków",
    "post_code": "30-001",
    "country_code": "PL",
}


def _token(organization: int) -> str:
    parts = ({"alg": "none", "typ": "JWT"}, {"iss": "simulator", "sub": str(organization)})
    encoded = (base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in parts)
    return ".".join((*(part.decode() for part in encoded), "nie-podpisany"))


PREPAID_TOKEN = _token(PREPAID_ID)
POSTPAID_TOKEN = _token(POSTPAID_ID)
TOKENS = {PREPAID_TOKEN: PREPAID_ID, POSTPAID_TOKEN: POSTPAID_ID}


def built_in(balance: int) -> dict[int, Account]:
    """Both accounts; `balance` in grosz is the prepaid one's."""
    prepaid = Account(
        PREPAID_ID, 2001, "Sklep Pokazowy", list(PREPAID_SERVICES), prepaid=True, balance=balance
    )
    postpaid = Account(
        POSTPAID_ID, 2002, "Hurtownia Pokazowa", list(POSTPAID_SERVICES), prepaid=False, balance=0
    )
    return {PREPAID_ID: prepaid, POSTPAID_ID: postpaid}


def account_json(account: Account, host: str) -> dict[str, Any]:
    """An Organization (API §2.1)."""
    complete = account.company_data
    return {
        "href": f"https://{host}/v1/organizations/{account.id}",
        "id": account.id,
        "owner_id": account.owner_id,
        "name": account.name,
        "tax_id": "PL0000000000",
        "bank_account_number": "PL00000000000000000000000000" if complete else None,
        "carriers": ["inpost_locker", "inpost_letter", "inpost_courier"],
        "services": account.services,
        "address": ADDRESS if complete else None,
        "invoice_address": None,
        "contact_person": {
            "id": 6001,
            "email": "biuro@example.test",
            "phone": "500000000",
            "first_name": "Anna",
            "last_name": "Przykładowa",
        },
        "created_at": iso(OPENED),
        "updated_at": iso(OPENED),
    }


def default_sender(account: Account) -> dict[str, Any]:
    """The organisation's own data as a peer: its id is 0 (API §2.3)."""
    return {
        "id": 0,
        "name": account.name,
        "company_name": account.name,
        "first_name": None,
        "last_name": None,
        "email": "biuro@example.test",
        "phone": "500000000",
        "address": ADDRESS,
    }
