"""What stands round the program in the pictures: InPost (the simulator), a printer, a keyring, an account."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx
import keyring
import keyring.backends.fail
from keyring.backends.SecretService import Keyring as SecretService

from docs.picturing.studio import Studio
from inpost_desk import settings
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.settings import API_URLS, Account, Environment
from tests.cups import PATH, PrivateCups
from tests.simulator_process import Simulator
from tests.test_tokens import a_secret_service

# A Friday, so that a parcel may go at the weekend.
MORNING: Final = "2026-11-20T07:42:00+01:00"
QUEUE: Final = "Zebra_ZD421"


@dataclass(frozen=True, slots=True)
class Printer:
    """Where the labels come out. Without a CUPS server it is a folder, which has no troubles to show."""

    choice: Profile
    cups: PrivateCups | None


@contextmanager
def inpost() -> Iterator[Simulator]:
    """InPost on this machine; to the program it is production."""
    with Simulator("--clock", MORNING, "--confirm-after", "0.3") as simulator:
        API_URLS[Environment.PRODUCTION] = simulator.url
        yield simulator


@contextmanager
def printer(folder: Path) -> Iterator[Printer]:
    """A label printer of a CUPS server of its own."""
    needed = ("cupsd", "ippeveprinter", "lpadmin", "dbus-daemon")
    if not all(shutil.which(one, path=PATH) for one in needed):
        folder.mkdir(parents=True, exist_ok=True)
        yield Printer(Profile.at(Reach.FOLDER, str(folder)), None)
        return
    with PrivateCups() as cups:
        cups.add_ipp_queue(QUEUE, folder)
        os.environ["CUPS_SERVER"] = cups.url
        yield Printer(Profile.at(Reach.CUPS, QUEUE), cups)


@contextmanager
def unlocked_keyring() -> Iterator[None]:
    """A keyring that takes tokens; none where the system's is not installed."""
    if not all(shutil.which(one) for one in ("dbus-run-session", "gnome-keyring-daemon")):
        keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]
        yield
        return
    with a_secret_service() as address:
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        keyring.set_keyring(SecretService())  # type: ignore[no-untyped-call]
        yield


def set_up(
    studio: Studio, simulator: Simulator, printing: Printer, *, prepaid: bool = True
) -> None:
    """What the first start would have asked for, and a second account."""
    number = simulator.prepaid_organization if prepaid else simulator.organization
    account = Account(Environment.PRODUCTION, OrganizationId(number), "Sklep Pokazowy")
    other = Account(Environment.SANDBOX, OrganizationId(20881), "Hurtownia Pokazowa")
    studio.data_dir.mkdir(parents=True)
    settings.change(
        studio.data_dir,
        accounts=(account, other),
        account=account.key,
        sending_method="dispatch_order",
        courier_days=(0, 1, 2, 3, 4),
        printers=(printing.choice,),
    )


def send_by_hand(simulator: Simulator, reference: str) -> None:
    """Somebody made a parcel with that reference elsewhere."""
    receiver = {"phone": "600700801", "email": "jan.nowak@example.test"}
    answer = httpx.post(
        f"{simulator.url}/v1/organizations/{simulator.prepaid_organization}/shipments",
        json={
            "receiver": {**receiver, "first_name": "Jan", "last_name": "Nowak"},
            "parcels": {"template": "small"},
            "service": "inpost_locker_standard",
            "reference": reference,
            "custom_attributes": {"target_point": "KRA010", "sending_method": "dispatch_order"},
        },
        headers={"Authorization": f"Bearer {simulator.prepaid_token}"},
    )
    answer.raise_for_status()
