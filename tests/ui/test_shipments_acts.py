"""What can be done with a shipment, and why not; statuses, exceptions and days in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QSettings

from inpost_desk.domain.history import Detail, HistoryRow, PickupOf, Print, Request, Sort, Stop
from inpost_desk.domain.journey import Concern, Phase, phase_of
from inpost_desk.domain.pickup import PickupState
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.simulator.statuses import TITLES
from inpost_desk.ui.shipments.acts import Act, reasons, why_not
from inpost_desk.ui.shipments.choices import (
    EXCEPTIONS,
    Choices,
    Days,
    keep,
    kept_choices,
    read_day,
    span,
)
from inpost_desk.ui.shipments.jobs import Whole
from inpost_desk.ui.shipments.support import support_text
from inpost_desk.wording.journey import CONCERNS, REMEDIES, phase_words, stop_words
from inpost_desk.wording.names import STATUSES

MADE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)


def row(status: str = "confirmed", **values: object) -> HistoryRow:
    usual = HistoryRow(
        id=1,
        shipx_id=ShipmentId(14),
        reference="ZK-1",
        name="Łucja Żak",
        phone="501200300",
        service="inpost_courier_standard",
        size="A",
        point="",
        city="Łódź",
        status=status,
        phase=phase_of(status),
        concern=None,
        tracking_number="620999000000000000000001",
        made_at=MADE,
        status_at=MADE,
        cod=None,
        price=None,
        printed=True,
        ours=True,
        sending_method="dispatch_order",
    )
    return replace(usual, **values)  # type: ignore[arg-type]


def whole(status: str = "confirmed", *, no_return: str = "", **values: object) -> Whole:
    return Whole(Detail(row(status, **values)), no_return)


def test_a_good_parcel_that_is_not_posted_can_be_almost_everything() -> None:
    can = {act for act in Act if not why_not(act, whole())}
    assert can == {Act.PRINT, Act.PICKUP, Act.RETURN, Act.TRACK, Act.SUPPORT, Act.REPLACE}


@pytest.mark.parametrize(
    ("act", "made", "why"),
    [
        (Act.PRINT, whole("offers_prepared"), "not paid"),
        (Act.PRINT, whole("canceled"), "it is cancelled"),
        (Act.PRINT, whole(do_not_send=True), "replaced"),
        (Act.PICKUP, whole("delivered"), "already posted"),
        (Act.PICKUP, whole(sending_method="parcel_locker"), "posted in a Paczkomat"),
        (Act.RETURN, whole(no_return="return_only_courier"), "couriers' parcels only"),
        (Act.RETURN, whole(no_return="not_paid"), "not paid"),
        (Act.TRACK, whole(tracking_number=""), "no number yet"),
        (Act.REPLACE, whole("delivered"), "already posted"),
        (Act.REPLACE, whole(do_not_send=True), "replaced already"),
        (Act.PAY, whole(), "paid"),
        (Act.PAY, whole("canceled"), "it is cancelled"),
        (Act.CANCEL, whole(), "only before payment"),
        (Act.CANCEL, whole("canceled"), "cancelled already"),
    ],
)
def test_why_an_act_is_not_open(act: Act, made: Whole, why: str) -> None:
    assert why_not(act, made) == why


def test_what_is_in_a_living_pickup_is_not_ordered_again() -> None:
    ordered = Detail(row(), pickup=PickupOf(1, None, PickupState.NEW))
    missed = Detail(row(), pickup=PickupOf(1, None, PickupState.MISSED))
    assert why_not(Act.PICKUP, Whole(ordered)) == "courier ordered"
    assert why_not(Act.PICKUP, Whole(missed)) == ""


def test_without_a_printer_nothing_prints() -> None:
    assert why_not(Act.PRINT, whole(), printer=False) == "no printer chosen"


def test_an_unpaid_one_can_be_paid_and_cancelled() -> None:
    unpaid = whole("offer_selected")
    assert [why_not(act, unpaid) for act in (Act.PAY, Act.CANCEL)] == ["", ""]


def test_the_reasons_stand_in_one_sentence_without_the_hidden_act() -> None:
    said = reasons(whole("delivered"), but=Act.PAY)
    assert said.startswith("Not available: pickup (already posted), replacing (already posted)")
    assert "payment (" not in said


def test_every_status_of_inpost_has_words_and_an_unknown_one_stays_as_it_is() -> None:
    assert set(TITLES) <= set(STATUSES)
    assert stop_words("delivered") == "Delivered"
    assert stop_words("brand_new_status") == "brand_new_status"


def test_every_phase_and_exception_has_words_and_a_remedy() -> None:
    assert all(phase_words(phase) for phase in Phase)
    assert set(CONCERNS) == set(REMEDIES) == set(Concern)


def test_what_support_gets_has_no_name_and_no_telephone() -> None:
    detail = Detail(
        row(),
        way=(Stop("confirmed", MADE, "Łódź", "DOR"),),
        requests=(Request("create", MADE, "made", MADE, "Ola"),),
        prints=(Print(MADE, "Zebra", "done"),),
    )
    text = support_text(detail, organization=7, environment="sandbox")
    assert "620999000000000000000001" in text
    assert "2026-03-02 09:00:00Z  create  made" in text
    assert not any(part in text for part in ("Łucja", "Żak", "501200300", "Ola", "Łódź"))


@pytest.mark.parametrize(
    ("days", "since", "until"),
    [
        (Days.ALL, None, None),
        (Days.TODAY, TODAY, None),
        (Days.WEEK, date(2026, 2, 24), None),
        (Days.MONTH, date(2026, 3, 1), None),
        (Days.LAST_MONTH, date(2026, 2, 1), date(2026, 2, 28)),
    ],
)
def test_days_as_dates(days: Days, since: date | None, until: date | None) -> None:
    assert span(Choices(days=days), TODAY) == (since, until)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-02-21", date(2026, 2, 21)),
        ("21.02.2026", date(2026, 2, 21)),
        ("21.2.", date(2026, 2, 21)),
        ("21.2.26", date(2026, 2, 21)),
        ("31.02.2026", None),
        ("wczoraj", None),
        ("", None),
    ],
)
def test_a_day_as_somebody_types_it(text: str, day: date | None) -> None:
    assert read_day(text, today=TODAY) == day


def test_choices_are_kept_but_for_words_and_run(tmp_path: object) -> None:
    kept = QSettings(f"{tmp_path}/window.ini", QSettings.Format.IniFormat)
    chosen = Choices(
        chip=EXCEPTIONS,
        days=Days.BETWEEN,
        since=TODAY,
        service="inpost_courier_standard",
        printed=False,
        cod=True,
        sort=Sort.NAME,
        descending=False,
    )
    keep(kept, replace(chosen, words="żak", run_id=3))
    assert kept_choices(kept) == chosen
    kept.setValue("shipments/choices", '{"chip": "gone", "days": 7, "since": "x", "printed": "y"}')
    assert kept_choices(kept) == Choices()
