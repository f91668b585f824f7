"""Drafts of every service that nothing is wrong with, for tests."""

from __future__ import annotations

from dataclasses import replace

from inpost_desk.domain.draft import Draft, DraftParcel
from inpost_desk.domain.order import Field
from inpost_desk.domain.service import CATALOGUE, PARCEL_POINT, Service, Target

MEASURED = DraftParcel(length="400", width="300", height="150", weight="2,5")
SENDABLE = tuple(one for one in CATALOGUE.values() if one.id != PARCEL_POINT)
PERSON = Draft(phone="500600700", email="ala@example.test", sending_method="dispatch_order")
ADDRESSED = replace(
    PERSON,
    first_name="Jan",
    last_name="Kos",
    street="Lipowa",
    building_number="4/2",
    city="Kielce",
    post_code="25-001",
)


def good(service: Service) -> Draft:
    """A draft that needs nothing more."""
    draft = replace(PERSON, point="KRA010") if service.target is Target.POINT else ADDRESSED
    template = DraftParcel(service.templates[0]) if service.templates else MEASURED
    if "dispatch_order" not in service.methods:
        draft = replace(draft, sending_method="parcel_locker")
    if Field.PRODUCT in service.required:
        draft = replace(draft, product="K-1")
    if service.allegro:
        draft = replace(draft, allegro_transaction="TX-1", allegro_user="77")
    return replace(draft, service=service.id, parcels=(template,), reference="ZAM/1")
