"""`inpost-desk print --reference` and `--tracking`: labels of any shipment, whoever made it."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from inpost_desk import settings
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.labels.readback import read_pages
from tests.cli.conftest import Desk, locker
from tests.waiting import until


@pytest.fixture
def paper(desk: Desk, tmp_path: Path) -> Path:
    """A folder as the printer, and a parcel made in Manager Paczek."""
    folder = tmp_path / "paper"
    folder.mkdir()
    (desk.folder / "data").mkdir(exist_ok=True)
    settings.change(desk.folder / "data", printers=(Profile.at(Reach.FOLDER, str(folder)),))
    return folder


def made_elsewhere(desk: Desk, reference: str) -> str:
    """Its number."""
    receiver = {
        "first_name": "Ala",
        "last_name": "Kos",
        "email": "a@example.test",
        "phone": "500600700",
    }
    body = {
        "service": "inpost_locker_standard",
        "receiver": receiver,
        "parcels": [{"template": "small"}],
        "custom_attributes": {"target_point": "KRA010", "sending_method": "dispatch_order"},
        "reference": reference,
    }
    simulator = desk.simulator
    answer = httpx.post(
        f"{simulator.url}/v1/organizations/{simulator.organization}/shipments",
        json=body,
        headers={"Authorization": f"Bearer {simulator.token}"},
        verify=False,
    )
    assert answer.status_code == 201, answer.text
    until(lambda: _number(desk, reference) != "")
    return _number(desk, reference)


def _number(desk: Desk, reference: str) -> str:
    found = [one for one in desk.simulator.shipments() if one["reference"] == reference]
    return str(found[0]["tracking_number"] or "")


def put(desk: Desk, *arguments: object) -> int:
    return desk.run("print", *arguments, *desk.address())


def printed(paper: Path) -> list[str]:
    return [
        page.codes[0] for file in sorted(paper.iterdir()) for page in read_pages(file.read_bytes())
    ]


def test_a_parcel_made_elsewhere_prints_by_reference_and_by_number(desk: Desk, paper: Path) -> None:
    first, second = made_elsewhere(desk, "OBCA-1"), made_elsewhere(desk, "OBCA-2")
    grouped = " ".join(second[place : place + 4] for place in range(0, 24, 4))
    assert put(desk, "--reference", "obca-1", "--tracking", grouped) == 0
    assert printed(paper) == [first, second]
    assert put(desk, "--reference", "OBCA-1") == 1
    assert desk.out.strip() == "printed before: 1"
    assert put(desk, "--tracking", first, "--reason", "lost") == 0
    assert printed(paper) == [first, second, first]


def test_ours_prints_along_and_what_is_missing_is_named(desk: Desk, paper: Path) -> None:
    assert desk.ship(desk.file(locker("ZAM-1")), "--sending-method", "dispatch_order") == 0
    assert put(desk, "--reference", "ZAM-1", "--reference", "NIKT", "--tracking", "6" * 24) == 1
    assert "NIKT: not known here." in desk.err
    assert "6" * 24 in desk.err
    assert len(printed(paper)) == 1
    assert put(desk, "--reference", "ZAM-1", "--last") == 2


def test_a_parcel_made_elsewhere_is_tracked(desk: Desk) -> None:
    number = made_elsewhere(desk, "OBCA-1")
    assert desk.run("track", "OBCA-1", *desk.address(), "--json") == 0
    assert [one["tracking_number"] for one in desk.json()] == [number]


def test_the_parts_of_an_order_print_together(desk: Desk, paper: Path) -> None:
    file = desk.file(locker("R-01"), locker("R-01"))
    assert desk.ship(file, "--sending-method", "parcel_locker", "--repeated", "parcels") == 0
    assert put(desk, "--reference", "R-01") == 0
    assert len(printed(paper)) == 2
