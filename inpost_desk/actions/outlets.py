"""Which printer a label or another page goes to: the user's profiles, each with the way to it.

Nothing is printed here. A stand-in is chosen where a printer cannot print, and who prints has to say so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from inpost_desk.domain.printer import SLOTS, PaperKind, Profile, Purpose, profile_for, stand_in_of
from inpost_desk.domain.service import Target, service_named
from inpost_desk.errors import PrinterTrouble
from inpost_desk.printers.choice import printer_for
from inpost_desk.printers.printer import Printer, PrinterState, Readiness

Commands = Callable[[Profile, Sequence[int]], Mapping[int, bytes]]
"""InPost's own ZPL or EPL for these shipments, by shipment; those it has none for are left out."""

_CANNOT_PRINT = frozenset({Readiness.MISSING, Readiness.STOPPED, Readiness.PAUSED})


class Slots(Protocol):
    """By a profile's id, which place of the A4 sheet that lies in its printer is the next free one."""

    def get(self, profile: str, usual: int, /) -> int:
        """The place, from 0."""

    def __setitem__(self, profile: str, slot: int, /) -> None:
        """A sheet was printed."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A printer with what is known of it. `stands_in_for` is the one that does not print just now."""

    profile: Profile
    printer: Printer
    stands_in_for: Profile | None = None
    slots: Slots = field(default_factory=dict[str, int])

    @property
    def slot(self) -> int:
        """The next free place on the sheet that lies in it, 0 where labels share none."""
        shares = self.profile.paper is PaperKind.A4_FOUR
        return self.slots.get(self.profile.id, 0) if shares else 0

    def took(self, slot: int) -> None:
        """A document is with the printer; from now on this place is the next free one."""
        if self.profile.paper is PaperKind.A4_FOUR:
            self.slots[self.profile.id] = slot

    def whole_sheets(self, labels: int) -> int:
        """How many of so many labels fill sheets to their end, all of them where labels share none."""
        if self.profile.paper is not PaperKind.A4_FOUR:
            return labels
        return max(0, labels - (self.slot + labels) % SLOTS)


@dataclass(slots=True)
class Outlets:
    """The printers of one person's settings, each made once.

    `commands` fetches InPost's own where a printer wants them.
    """

    profiles: tuple[Profile, ...]
    slots: Slots = field(default_factory=dict[str, int])
    commands: Commands = lambda _profile, _shipments: {}
    _made: dict[str, Printer] = field(default_factory=dict)

    def for_service(self, service: str) -> Outlet:
        """Where labels of this service go. Raises PrinterTrouble `not_chosen`."""
        target = service_named(service).target
        return self.serving(Purpose.COURIERS if target is Target.ADDRESS else Purpose.LOCKERS)

    def serving(self, purpose: Purpose) -> Outlet:
        """Raises PrinterTrouble `not_chosen`."""
        profile = profile_for(self.profiles, purpose)
        if profile is None:
            raise PrinterTrouble("not_chosen")
        return Outlet(profile, self.printer(profile), slots=self.slots)

    def whole_sheets(self, labels: int) -> int:
        """As `Outlet.whole_sheets` of the printer that nearly all labels go to."""
        profile = profile_for(self.profiles, Purpose.LOCKERS)
        return self.serving(Purpose.LOCKERS).whole_sheets(labels) if profile else labels

    def printing(self, outlet: Outlet) -> tuple[Outlet, PrinterState]:
        """This printer, or where it cannot print now its stand-in that can; and how the one stands."""
        state = outlet.printer.state()
        if state.readiness not in _CANNOT_PRINT:
            return outlet, state
        other = stand_in_of(self.profiles, outlet.profile)
        if other is None:
            return outlet, state
        printer = self.printer(other)
        instead = printer.state()
        if instead.readiness in _CANNOT_PRINT:
            return outlet, state
        return Outlet(other, printer, outlet.profile, self.slots), instead

    def printer(self, profile: Profile) -> Printer:
        """The way to one of them."""
        if profile.id not in self._made:
            self._made[profile.id] = printer_for(profile)
        return self._made[profile.id]

    def named(self, name: str) -> Printer | None:
        """The printer that the ledger knows by this name, None where it is not set up any more."""
        printers = (self.printer(one) for one in self.profiles)
        return next((one for one in printers if one.name == name), None)
