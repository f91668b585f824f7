"""Somebody at the wizard with a keyboard only, and what InPost and the ledger know of it afterwards.

On which step the wizard stands is seen by its list of steps: nothing blinks there.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

import httpx

from tests.simulator_process import Simulator
from tests.window.program import Program

# Left, top, right, bottom.
_STEPS: Final = (96, 100, 296, 650)
_LIST: Final = (306, 90, 1050, 660)
_RING: Final = (1070, 100, 1350, 260)
KOS: Final = ("Ala", "Kos", "500600700", "ala@example.pl")
_RECEIVER: Final = ("first_name", "last_name", "phone", "email")


@dataclass(slots=True)
class Hands:
    """One account in one window. The steps: service, receiver, delivery, parcels, extras, the end."""

    desk: Program
    inpost: Simulator
    token: str

    # What is done

    def start(self) -> None:
        """The program, with its account open and known to InPost."""
        before = self.desk.log().count(_ACCOUNT)
        self.desk.start()
        self.desk.until(lambda: self.desk.log().count(_ACCOUNT) > before, "the account")
        self.desk.screen.rest()

    def begin(self) -> None:
        """Ctrl+N."""
        self._step("ctrl+n")

    def on(self, count: int = 1, key: str = "Return") -> None:
        """So many steps further; the first by that key."""
        self._step(key)
        for _ in range(count - 1):
            self._step("Return")

    def fill(self, **members: str) -> None:
        """One field after the other, beginning where the keys are; until it is kept on the disk."""
        for at, text in enumerate(members.values()):
            if at:
                self.desk.screen.press("Tab")
            self.desk.screen.type(text)
        self.kept(**members)

    def receiver(self) -> None:
        """Who gets it."""
        self.fill(**dict(zip(_RECEIVER, KOS, strict=True)))

    def press(self, *keys: str, **members: Any) -> None:
        """Keys, until the draft on the disk says so."""
        self.desk.screen.press(*keys)
        self.kept(**members)

    def kept(self, **members: Any) -> None:
        """Wait until the draft on the disk says so."""

        def there() -> bool:
            draft = self.draft()
            return all(draft.get(name) == value for name, value in members.items())

        self.desk.until(there, f"{members} in {self.draft()}")

    def _step(self, key: str) -> None:
        screen = self.desk.screen
        before = screen.part(*_STEPS)
        self.desk.press_until(
            [key], lambda: screen.part(*_STEPS) != before, f"another step by {key}"
        )
        screen.rest()

    # What came of it

    def draft(self) -> dict[str, Any]:
        """What was typed last, as the disk has it."""
        rows = self.desk.ask("SELECT content FROM drafts ORDER BY changed_at DESC")
        known: dict[str, Any] = json.loads(rows[0]["content"]) if rows else {}
        return known

    def drafts(self) -> int:
        """How many shipments are still being typed."""
        return self.desk.count("SELECT count(*) FROM drafts")

    def bought(self, labels: int) -> None:
        """Wait for the last page, with so many labels printed in all."""
        self.desk.until(lambda: self.desk.printed() == labels, f"{labels} labels")
        self.desk.until(lambda: self.drafts() == 0, "the draft away")
        self.desk.screen.rest()

    def payment_failed(self, why: str) -> None:
        """Wait until the program knows, and says it."""
        self.desk.until(
            lambda: self.desk.ask("SELECT id FROM shipments WHERE payment_error = ?", why), why
        )
        self.desk.screen.rest()

    def shipments(self) -> list[dict[str, Any]]:
        """The truth at InPost, oldest first."""
        return sorted(self.inpost.shipments(), key=lambda one: int(one["id"]))

    def numbers(self) -> list[str]:
        """The number of each, oldest first."""
        return [one["tracking_number"] for one in self.shipments()]

    def read(self, shipment: int) -> dict[str, Any]:
        """A shipment as ShipX shows it."""
        answer = httpx.get(
            f"{self.inpost.url}/v1/shipments/{shipment}",
            headers={"Authorization": f"Bearer {self.token}"},
        )
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def calls(self) -> Counter[str]:
        """Every call so far that changes something at InPost; a question for prices is none."""
        found = Counter[str]()
        for one in self.inpost.log():
            last = one["path"].rpartition("/")[2]
            if one["method"] != "GET" and last != "calculate":
                found[f"{one['method']} {'' if last.isdigit() else last}".strip()] += 1
        return found

    def offers(self, of: int) -> list[dict[str, Any]]:
        """What can be had of InPost for that shipment, in the order of the window's list: cheapest first.

        The list is there when the ring counts beside it and nothing else moves.
        """
        screen = self.desk.screen

        def counting() -> bool:
            before, ring = screen.part(*_LIST), screen.part(*_RING)
            self.desk.until(lambda: screen.part(*_RING) != ring, "the ring that counts")
            screen.rest()
            return screen.part(*_LIST) == before

        self.desk.until(lambda: len(self.shipments()) == of, "the shipment at InPost")
        self.desk.until(counting, "its offers")
        read = self.read(int(self.shipments()[-1]["id"]))
        found = [one for one in read["offers"] if one["status"] == "available"]
        return sorted(found, key=lambda one: float(one["rate"]))

    def mark(self, number: int) -> None:
        """The offer of that digit."""
        before = self.desk.screen.part(*_LIST)
        self.desk.screen.press(str(number))
        self.list_changed(before)

    def list_changed(self, before: int) -> None:
        """Wait until the list of offers looks different."""
        screen = self.desk.screen
        self.desk.until(lambda: screen.part(*_LIST) != before, "another list of offers")
        screen.rest()

    def list_now(self) -> int:
        """How the list of offers looks."""
        return self.desk.screen.part(*_LIST)


_ACCOUNT: Final = "GET /v1/organizations/"
