"""Which printer a label or another page goes to: the user's profiles, each with the way to it.

Nothing is printed here. A stand-in is chosen where a printer cannot print, and who prints has to say so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from inpost_desk.domain.printer import Profile, Purpose, profile_for, stand_in_of
from inpost_desk.domain.service import Target, service_named
from inpost_desk.errors import PrinterTrouble
from inpost_desk.printers.choice import printer_for
from inpost_desk.printers.printer import Printer, PrinterState, Readiness

Commands = Callable[[Profile, Sequence[int]], Mapping[int, bytes]]
"""InPost's own ZPL or EPL for these shipments, by shipment; those it has none for are left out."""

_CANNOT_PRINT = frozenset({Readiness.MISSING, Readiness.STOPPED, Readiness.PAUSED})


@dataclass(frozen=True, slots=True)
class Outlet:
    """A printer with what is known of it. `stands_in_for` is the one that does not print just now."""

    profile: Profile
    printer: Printer
    stands_in_for: Profile | None = None


@dataclass(slots=True)
class Outlets:
    """The printers of one person's settings, each made once.

    `slots` says which place of the A4 sheet in a printer is the next free one, and `keep_slot` is told of
    every change. `commands` fetches InPost's own where a printer wants them.
    """

    profiles: tuple[Profile, ...]
    slots: dict[str, int] = field(default_factory=dict)
    keep_slot: Callable[[str, int], None] = lambda _profile, _slot: None
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
        return Outlet(profile, self.printer(profile))

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
        return Outlet(other, printer, outlet.profile), instead

    def printer(self, profile: Profile) -> Printer:
        """The way to one of them."""
        if profile.id not in self._made:
            self._made[profile.id] = printer_for(profile)
        return self._made[profile.id]

    def named(self, name: str) -> Printer | None:
        """The printer that the ledger knows by this name, None where it is not set up any more."""
        printers = (self.printer(one) for one in self.profiles)
        return next((one for one in printers if one.name == name), None)

    def slot(self, profile: Profile) -> int:
        """The next free place on the sheet that lies in it."""
        return self.slots.get(profile.id, 0)

    def took_slots(self, profile: Profile, slot: int) -> None:
        """A sheet was printed; from now on this place is the next free one."""
        self.slots[profile.id] = slot
        self.keep_slot(profile.id, slot)
