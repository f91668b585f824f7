"""A point of InPost's network: Paczkomat or PaczkoPunkt, and what it can take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """Only what decides whether a parcel may go there, and what a person needs to recognise it."""

    name: str
    status: str = ""
    types: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    open_247: bool | None = None
    payment: bool | None = None
    street: str = ""
    city: str = ""
    post_code: str = ""
    latitude: float | None = None
    longitude: float | None = None

    @property
    def operating(self) -> bool:
        """False only where InPost says something else than `Operating`."""
        return self.status in ("", "Operating")

    @property
    def receives(self) -> bool:
        """Whether parcels can be collected here; a point without listed functions is given the benefit."""
        return not self.functions or "parcel_collect" in self.functions

    @property
    def parcel_point(self) -> bool:
        """A PaczkoPunkt: ShipX will change the service (seed 1)."""
        return self.name.startswith("POP-") or (
            "pop" in self.types and "parcel_locker" not in self.types
        )
