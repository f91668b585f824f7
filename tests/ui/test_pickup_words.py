"""Words of pickups, the time orders are taken until, and what the window is told meanwhile."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.hand_over import Left, ScanLine, Scanned
from inpost_desk.domain.pickup import NotReady, PickupLine, PickupState
from inpost_desk.domain.weekend_window import WARSAW
from inpost_desk.ui.pickup import following
from inpost_desk.ui.pickup.cut_off import cut_off, cut_off_words
from inpost_desk.ui.pickup.handing_over import SOUNDS
from inpost_desk.ui.pickup.order_item import LOOKS, told_words
from inpost_desk.ui.pickup.scan_list import LOOKS as SCAN_LOOKS
from inpost_desk.ui.pickup.scan_list import texts
from inpost_desk.wording import pickups
from tests.simulator_process import Simulator
from tests.ui.pickup_desk import WAREHOUSE, quicker, warehouse

FRIDAY = datetime(2026, 11, 20, 14, 3, tzinfo=WARSAW)


def test_everything_that_can_be_said_has_words() -> None:
    assert set(pickups.STATES) == set(pickups.NEXT) == set(LOOKS) == set(PickupState)
    assert set(pickups.NOT_READY) == set(NotReady)
    assert set(pickups.SCANNED) == set(pickups.IN_HAND) == set(Scanned) == set(SOUNDS)
    assert set(SCAN_LOOKS) == set(Scanned)
    assert set(pickups.LEFT) == set(Left)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            "status should be Prepared, but is CustomerDelivering",
            (
                "ZK-1: it is to be posted in a Paczkomat or at a point, the courier cannot take it;"
                " order without it and put it into a Paczkomat."
            ),
        ),
        (
            "status should be Prepared, but is Cancelled",
            "ZK-1: it was cancelled at InPost; order without it and take its label off.",
        ),
        (
            "Już nadane.",
            (
                "ZK-1: it is in another pickup order, or InPost has it;"
                " order without it; look into Manager Paczek for the other order."
            ),
        ),
        (
            "in_order:520003",
            "ZK-1: InPost has it in order 520003 already; a courier comes for it.",
        ),
        ("something_new", "ZK-1: something_new; order without it."),
    ],
)
def test_why_a_parcel_was_turned_down(rule: str, said: str) -> None:
    assert pickups.rejection_sentence("ZK-1", rule) == said


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            "absent",
            "The order did not reach InPost. Its parcels are ready: order again.",
        ),
        (
            "not_sent",
            "The order could not be sent to InPost. Its parcels are ready: order again once InPost answers.",
        ),
        (
            "not_allowed",
            (
                "InPost did not accept the token of this account. Its parcels are ready: renew the token"
                " in Settings, then order again."
            ),
        ),
        (
            "address_not_served",
            "InPost's couriers do not come to this address. Check the place or call InPost, then order again.",
        ),
        (
            "something_quite_new",
            (
                "InPost says of the order: something quite new. Check the place and the data or call"
                " InPost, then order again."
            ),
        ),
        (
            "",
            "InPost did not say why. Check the place and the data or call InPost, then order again.",
        ),
    ],
)
def test_why_there_is_no_order_at_all(rule: str, said: str) -> None:
    """It never says to order without a parcel: none was named."""
    assert pickups.order_words(rule) == said
    line = PickupLine(1, None, PickupState.REJECTED, FRIDAY, 2, rule=rule)
    assert told_words(line) == said


def test_of_a_strange_parcel_the_end_of_its_number_is_shown() -> None:
    line = ScanLine(FRIDAY, Scanned.FOREIGN, "620999000000000000000017")
    assert texts(line) == ("strange parcel", "…0017")
    # A badge, or whatever it was.
    assert texts(ScanLine(FRIDAY, Scanned.UNKNOWN, "DESKBXYZ")) == ("no parcel number", "")


def test_a_part_of_several_says_which() -> None:
    line = ScanLine(FRIDAY, Scanned.PART, "1", part=1, parts=3)
    assert pickups.scanned_words(line) == "part 1 of 3"


def test_the_cut_off_is_of_working_days_in_warsaw() -> None:
    known = cut_off(FRIDAY, time(15, 0))
    assert (known.day, known.left) == (date(2026, 11, 20), timedelta(minutes=57))
    assert cut_off_words(known)[0] == "Orders for today until 15:00, 57 min left"
    assert not known.soon
    assert cut_off(FRIDAY + timedelta(minutes=30), time(15, 0)).soon
    late = cut_off(FRIDAY + timedelta(hours=1), time(15, 0))
    assert (late.day, late.left, late.soon) == (date(2026, 11, 23), None, False)
    assert cut_off_words(late)[0] == "Orders made now are for Monday 23.11."
    sunday = cut_off(FRIDAY + timedelta(days=2), time(15, 0))
    assert sunday.day == date(2026, 11, 23)
    # A Wednesday, and nobody comes.
    holiday = cut_off(datetime(2026, 11, 11, 9, tzinfo=WARSAW), time(15, 0))
    assert (holiday.day, holiday.left) == (date(2026, 11, 12), None)


def test_near_the_cut_off_waiting_parcels_are_named(
    qtbot: QtBot,
    lanes: Lanes,
    simulator: Simulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    quicker(monkeypatch)
    near = FRIDAY + timedelta(minutes=40)
    monkeypatch.setattr(following, "cut_off", lambda _now, _at: cut_off(near, time(15, 0)))
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=("ZK-1",), pickup=WAREHOUSE) as one:
        one.until(lambda: "pickup.soon" in one.notices)
        notice = one.notices["pickup.soon"]
        assert notice.fact == "Parcels without a courier: 1."
        assert notice.consequence == "Orders for today are taken until 15:00, 17 min left."
        shown: list[bool] = []
        one.page.following.page_asked.connect(lambda: shown.append(True))
        assert notice.pressed is not None
        notice.pressed()
        assert shown == [True]
        one.order()
        one.until(lambda: "pickup.soon" not in one.notices)
        one.rest()
