"""What is brought in front of the camera, by the keys and files a person would use."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from docs.picturing import orders
from docs.picturing.studio import Studio
from inpost_desk import settings
from inpost_desk.app_session import Given
from inpost_desk.domain.order import Person
from inpost_desk.domain.printer import CUPS, FOLDER, PrinterChoice
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.domain.stage import Stage
from inpost_desk.settings import API_URLS, Account, Environment
from tests.cups import PrivateCups
from tests.simulator_process import Simulator
from tests.test_tokens import a_secret_service

# A Friday, so that a parcel may go at the weekend.
MORNING: Final = "2026-11-20T07:42:00+01:00"
PRINTER: Final = "Zebra_ZD421"


def demo(studio: Studio) -> None:
    """From the sample orders to the paper, without an account."""
    studio.start(Given(environment="demo"))
    page = studio.orders
    _checked(studio)
    studio.picture("demo")
    studio.key("F1")
    studio.picture("keys")
    studio.key("Escape")
    studio.key("Ctrl+F")
    studio.type("Kowalska")
    studio.rest(1)
    studio.picture("nothing-found")
    studio.key("Escape")
    studio.key("Escape")
    studio.rest(0.5)
    page.table.setFocus()
    page.table.go_to(3)
    for _ in range(4):
        studio.key("Shift+Down")
    studio.picture("several")
    studio.key("Up")
    studio.key("Ctrl+Return")
    studio.wait(lambda: page.runner.figures.bought > 4)
    studio.picture("demo-running", settle=0.05)
    studio.wait(lambda: not page.runner.running)
    studio.idle()
    studio.picture("demo-ended")
    page.table.go_to(5)
    studio.idle()
    studio.key("Shift+F4")
    studio.picture("row")
    page.papers.print_again_from_here()
    studio.picture("print-again")
    studio.key("Escape")
    studio.click(studio.window.status.bar.organisation)
    studio.picture("accounts")
    studio.key("Escape")


def shop(studio: Studio) -> None:
    """A morning of a shop with a prepaid account: mistakes, questions, trouble at InPost."""
    with _inpost() as inpost, _printer(studio) as printer:
        _account(studio, inpost, printer)
        studio.start(Given(token=inpost.prepaid_token, pace=12))
        page = studio.orders
        studio.wait(lambda: page._body.currentWidget() is page.empty)
        studio.idle()
        studio.picture("empty")
        folder = studio.data_dir.parent
        page.drag_entered([Path("zamowienia_2026-11-20.csv")])
        studio.picture("drag")
        page.drag_left()
        (folder / "etykieta.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))
        studio.window.take_files([folder / "etykieta.png"])
        studio.idle()
        studio.picture("refused-file")
        studio.window.take_files([orders.own_layout(folder)])
        studio.wait(lambda: page._body.currentWidget() is page.mapping)
        studio.idle()
        studio.picture("columns")
        page.mapping.cancelled.emit()
        _morning(studio, folder, inpost)


def _morning(studio: Studio, folder: Path, inpost: Simulator) -> None:
    page = studio.orders
    studio.window.take_files([orders.morning(folder)])
    _checked(studio)
    page.table.go_to(7, "point")
    studio.idle()
    studio.picture("orders")
    studio.key("1")
    studio.idle()
    studio.picture("one-key")
    page.table.go_to(3)
    studio.key("H")
    studio.idle()
    studio.key("Ctrl+Return")
    studio.wait(lambda: page.runner.figures.printed > 3)
    studio.picture("running", settle=0.05)
    studio.wait(lambda: not page.runner.running)
    studio.idle()
    studio.picture("ended")
    _questions(studio, folder)
    _unpaid(studio, folder, inpost)
    _unsure(studio, folder, inpost)


def _questions(studio: Studio, folder: Path) -> None:
    page = studio.orders
    again = [orders.row(number) for number in (1, 2, 4)]
    twice = [orders.row(60 + number // 2) | {"rozmiar": "A"} for number in range(6)]
    fresh = [orders.row(number) for number in range(70, 82)]
    place = orders.written(folder / "zamowienia_popoludnie.csv", [*twice, *again, *fresh])
    studio.window.take_files([place])
    _checked(studio, place.name)
    studio.picture("questions")
    page.side.panel.repeated_answered.emit("parcels")
    studio.idle()
    page.table.set_stage(None)
    studio.picture("sent-before")
    changed = [
        one | {"telefon": "600 700 800", "rozmiar": "C"} if at in (2, 4) else one
        for at, one in enumerate(fresh)
    ]
    orders.written(place, [*twice, *again, *changed])
    studio.window.take_files([place])
    studio.idle()
    page.table.go_to(12)
    studio.idle()
    studio.picture("re-imported")


def _unpaid(studio: Studio, folder: Path, inpost: Simulator) -> None:
    page = studio.orders
    inpost.faults(refuse_payment="debt_collection")
    place = orders.written(
        folder / "zamowienia_wieczor.csv", [orders.row(number) for number in range(90, 110)]
    )
    studio.window.take_files([place])
    _checked(studio, place.name)
    studio.key("Ctrl+Return")
    studio.wait(lambda: page.runner.running)
    studio.wait(lambda: not page.runner.running)
    studio.idle()
    studio.picture("payment-stop")
    inpost.faults()


def _unsure(studio: Studio, folder: Path, inpost: Simulator) -> None:
    page = studio.orders
    inpost.faults({"do": "cut", "act": False, "method": "POST", "path": "*/organizations/*"})
    lines = [orders.row(number) for number in range(120, 126)]
    place = orders.written(folder / "zamowienia_noc.csv", lines)
    studio.window.take_files([place])
    _checked(studio, place.name)
    studio.key("Ctrl+Return")
    studio.wait(lambda: page.runner.running)
    studio.wait(lambda: not page.runner.running)
    inpost.faults()
    studio.idle()
    row = next((one for one in page.piling.rows.values() if one.stage is Stage.UNSURE), None)
    if row is None:
        raise AssertionError("nothing became unsure")
    _stranger(inpost, row.reference)
    page.table.go_to(row.row)
    studio.idle()
    studio.picture("unsure")


def _stranger(inpost: Simulator, reference: str) -> None:
    """Somebody made a parcel with the same reference by hand."""
    import httpx

    body = {
        "receiver": {
            "phone": "600700801",
            "email": "kto.inny@example.test",
            "first_name": "Jan",
            "last_name": "Nowak",
        },
        "parcels": {"template": "small"},
        "service": "inpost_locker_standard",
        "reference": reference,
        "custom_attributes": {"target_point": "KRA010", "sending_method": "dispatch_order"},
    }
    answer = httpx.post(
        f"{inpost.url}/v1/organizations/{inpost.prepaid_organization}/shipments",
        json=body,
        headers={"Authorization": f"Bearer {inpost.prepaid_token}"},
        verify=False,
    )
    assert answer.status_code == 201, answer.text


def _checked(studio: Studio, name: str = "") -> None:
    """Wait until the pile on the desk has been looked at in InPost."""
    page = studio.orders
    studio.wait(lambda: page.piling.pile is not None and name in (page.piling.pile.file_name, ""))
    studio.wait(lambda: len(page.piling.rows) > 0)
    studio.wait(lambda: page.piling.checked)
    studio.idle()
    page.table.setFocus()


def _account(studio: Studio, inpost: Simulator, printer: PrinterChoice) -> None:
    """What the first start would have asked for."""
    API_URLS[Environment.PRODUCTION] = inpost.url
    account = Account(
        Environment.PRODUCTION, OrganizationId(inpost.prepaid_organization), "Sklep Pokazowy"
    )
    studio.data_dir.mkdir(parents=True)
    settings.change(
        studio.data_dir,
        accounts=(account,),
        account=account.key,
        sending_method="dispatch_order",
        courier_days=(0, 1, 2, 3, 4),
        printer=printer,
        sender=None,
    )


@contextmanager
def _inpost() -> Iterator[Simulator]:
    with Simulator("--clock", MORNING, "--confirm-after", "0.3") as simulator:
        yield simulator


@contextmanager
def _printer(studio: Studio) -> Iterator[PrinterChoice]:
    with PrivateCups() as cups:
        cups.add_ipp_queue(PRINTER, studio.data_dir.parent / "paper")
        os.environ["CUPS_SERVER"] = cups.url
        yield PrinterChoice(CUPS, PRINTER)


STORIES: Final[dict[str, tuple[Callable[[Studio], None], tuple[str, ...]]]] = {
    "demo": (
        demo,
        (
            "demo",
            "keys",
            "nothing-found",
            "several",
            "demo-running",
            "demo-ended",
            "row",
            "print-again",
            "accounts",
        ),
    ),
    "shop": (
        shop,
        (
            "empty",
            "drag",
            "refused-file",
            "columns",
            "orders",
            "one-key",
            "running",
            "ended",
            "questions",
            "sent-before",
            "re-imported",
            "payment-stop",
            "unsure",
        ),
    ),
}
