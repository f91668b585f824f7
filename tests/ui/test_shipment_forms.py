"""The forms of the wizard with real keys: typed texts are in the draft, findings stand at their fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.actions.known_people import KnownPerson
from inpost_desk.background import Lanes
from inpost_desk.domain.draft import Draft, DraftParcel, Finding, Step
from inpost_desk.domain.order import Address, Field, Person, Problem, Size
from inpost_desk.domain.order_shipment import PRESETS
from inpost_desk.settings import Settings
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.extras_page import ExtrasPage
from inpost_desk.ui.shipment.fields import Entry
from inpost_desk.ui.shipment.form_page import FormPage
from inpost_desk.ui.shipment.mode_page import ModePage
from inpost_desk.ui.shipment.page import ORDER, ShipmentPage
from inpost_desk.ui.shipment.parcels_page import ParcelsPage
from inpost_desk.ui.shipment.presets import preset_of
from inpost_desk.ui.shipment.receiver_page import ReceiverPage
from inpost_desk.ui.shipment.summary_page import SummaryPage
from inpost_desk.ui.shipment.wizard_page import WizardPage
from inpost_desk.wording.refusals import VALIDATION

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
P = TypeVar("P", bound=WizardPage)

LOCKER = Draft(
    service="inpost_locker_standard",
    phone="500600700",
    email="ala@example.pl",
    first_name="Ala",
    last_name="Kos",
    point="KRA010",
)
COURIER = replace(
    LOCKER,
    service="inpost_courier_standard",
    point="",
    street="Lipowa",
    building_number="4",
    city="Kielce",
    post_code="25-001",
    parcels=(DraftParcel(length="400", width="300", height="150", weight="2,5"),),
)
STEPS = (Step.MODE, Step.RECEIVER, Step.PARCELS, Step.EXTRAS, Step.SUMMARY)
ALLOWED = frozenset({"inpost_locker_standard", "inpost_courier_standard"})


class Between(WizardPage):
    """Where the points are chosen, which is not tested here."""

    step = Step.DELIVERY

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting, "Delivery")


class Form:
    """The wizard at one step, and a person at it."""

    def __init__(self, qtbot: QtBot, page: ShipmentPage) -> None:
        self.qtbot, self.page = qtbot, page

    @property
    def draft(self) -> Draft:
        return self.page.drafting.draft

    @property
    def mode(self) -> ModePage:
        return self._page(ModePage)

    @property
    def receiver(self) -> ReceiverPage:
        return self._page(ReceiverPage)

    @property
    def parcels(self) -> ParcelsPage:
        return self._page(ParcelsPage)

    @property
    def extras(self) -> ExtrasPage:
        return self._page(ExtrasPage)

    @property
    def summary(self) -> SummaryPage:
        return self._page(SummaryPage)

    def _page(self, kind: type[P]) -> P:
        found = self.page.page_of(kind.step)
        assert isinstance(found, kind)
        return found

    def at(self, step: Step) -> None:
        """Show that step, and wait until its first field has the keys."""
        self.page.wizard.setCurrentId(ORDER.index(step))
        self.until(lambda: self.page.page_of(step).isAncestorOf(self.focus()))

    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.page

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Wherever the focus is."""
        QTest.keyClick(self.focus(), key, modifier)

    def here(self) -> Step:
        return self.page.step

    def write(self, text: str) -> None:
        """In place of what stands there."""
        self.key(Key.Key_A, CTRL)
        self.key(Key.Key_Delete)
        self.type(text)

    def type(self, text: str) -> None:
        """Letter by letter, whatever the letters."""
        for char in text:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, char)
            QApplication.sendEvent(self.focus(), event)

    def fits(self, step: Step) -> bool:
        """Whether the form is no wider than the room for it, once it is laid out."""
        (area,) = self.page.page_of(step).findChildren(QScrollArea)
        with suppress(TimeoutError):
            self.until(lambda: not area.horizontalScrollBar().maximum())
        return not area.horizontalScrollBar().maximum()

    def until(self, ready: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(ready()), timeout=10_000)


Make = Callable[..., Form]


@pytest.fixture
def make(qapp: QApplication, qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> Iterator[Make]:
    look.apply(qapp, "light")
    made: list[ShipmentPage] = []

    def build(draft: Draft = LOCKER, step: Step = Step.MODE, **known: object) -> Form:
        desk = Desk(lanes, tmp_path, Settings(**{"sending_method": "dispatch_order", **known}))  # type: ignore[arg-type]
        pages = [ModePage, ReceiverPage, Between, ParcelsPage, ExtrasPage, SummaryPage]
        page = ShipmentPage(desk, draft, pages)
        made.append(page)
        page.resize(1278, 704)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        form = Form(qtbot, page)
        form.until(page.isActiveWindow)
        form.at(step)
        return form

    yield build
    assert lanes.stop()
    for page in made:
        page.close()
        page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


# The service


def test_a_digit_chooses_the_service_and_the_parcels_follow(make: Make) -> None:
    form = make(Draft())
    form.page.drafting.know(allowed=ALLOWED)

    form.key(Key.Key_2)

    assert form.draft.service == "inpost_courier_standard"
    assert form.draft.parcels[0].length == str(PRESETS[Size.A].dimensions.length)
    form.key(Key.Key_1)
    assert form.draft.service == "inpost_locker_standard"


def test_the_arrows_choose_and_enter_goes_on(make: Make) -> None:
    form = make(LOCKER)
    form.page.drafting.know(allowed=ALLOWED)

    form.until(lambda: form.mode.rows.row("inpost_courier_standard").y())
    form.key(Key.Key_Down)
    assert form.draft.service == "inpost_courier_standard"
    form.key(Key.Key_Return)

    assert form.here() is Step.RECEIVER


def test_what_the_contract_has_not_says_so_and_has_no_digit(make: Make) -> None:
    form = make(Draft())
    form.page.drafting.know(allowed=ALLOWED)

    assert form.mode.rows.keys() == ["inpost_locker_standard", "inpost_courier_standard"]
    row = form.mode.rows.row("inpost_courier_palette")
    assert not row.isEnabled()
    assert "contract" in row.accessibleDescription()
    form.key(Key.Key_3)
    assert form.draft.service == ""


def test_a_service_nobody_knows_yet_can_be_chosen(make: Make) -> None:
    form = make(Draft())
    form.page.drafting.know(allowed=frozenset({"inpost_courier_moon"}))

    form.key(Key.Key_1)

    assert form.draft.service == "inpost_courier_moon"


def test_without_a_service_enter_says_what_is_missing(make: Make) -> None:
    form = make(Draft())

    form.key(Key.Key_Return)

    assert form.here() is Step.MODE
    assert "no service was chosen" in form.mode.places[0].finding().lower()  # type: ignore[attr-defined]


def test_zero_compares_prices(make: Make) -> None:
    form = make(LOCKER)

    form.key(Key.Key_0)
    assert form.draft.mode.value == "offers"
    form.key(Key.Key_2)
    assert form.draft.to_point is False
    form.key(Key.Key_0)
    assert form.draft.mode.value == "service"


def test_the_last_choice_is_the_first_next_time(make: Make) -> None:
    form = make(Draft())
    form.key(Key.Key_3)
    chosen = form.draft.service
    form.key(Key.Key_Return)
    assert form.here() is Step.RECEIVER

    again = make(Draft())

    assert chosen
    assert again.draft.service == chosen


# The receiver


def test_the_receiver_is_typed_with_tab_and_enter(make: Make) -> None:
    form = make(Draft(service="inpost_locker_standard"), Step.RECEIVER)

    for text in ("Monika", "Wójcik", "604 118 221", "monika@example.pl"):
        form.type(text)
        form.key(Key.Key_Tab)
    form.key(Key.Key_Return)

    assert (form.draft.first_name, form.draft.last_name) == ("Monika", "Wójcik")
    assert (form.draft.phone, form.draft.email) == ("604 118 221", "monika@example.pl")
    assert form.here() is Step.DELIVERY


def test_an_untouched_field_is_not_red_before_enter(make: Make) -> None:
    form = make(Draft(service="inpost_locker_standard"), Step.RECEIVER)
    assert form.receiver.phone.finding() == ""

    form.key(Key.Key_Return)

    assert "required" in form.receiver.phone.finding() or form.receiver.phone.finding()
    assert form.receiver.email.finding()
    assert form.here() is Step.RECEIVER
    assert form.focus() is form.receiver.phone.edit


def test_what_is_wrong_is_said_while_typing(make: Make) -> None:
    form = make(LOCKER, Step.RECEIVER)
    form.receiver.phone.edit.setFocus()

    form.write("604 118 22")

    assert form.receiver.phone.finding() == "Only 8 digits; there have to be 9."
    form.type("1")
    assert form.receiver.phone.finding() == ""


def test_one_key_mends_the_comma_in_an_address(make: Make) -> None:
    form = make(LOCKER, Step.RECEIVER)
    form.receiver.email.edit.setFocus()
    form.write("ala@example,pl")
    assert form.receiver.email.mend_button.isVisible()

    form.key(Key.Key_P, ALT)

    assert form.draft.email == "ala@example.pl"
    assert form.receiver.email.text() == "ala@example.pl"
    assert not form.receiver.email.mend_button.isVisible()


def test_tab_behind_a_mistake_goes_on_to_the_next_field(make: Make) -> None:
    form = make(LOCKER, Step.RECEIVER)
    form.receiver.email.edit.setFocus()
    form.write("ala@example,pl")

    form.key(Key.Key_Tab)
    form.type("Kos i syn")

    assert (form.draft.email, form.draft.company) == ("ala@example,pl", "Kos i syn")


def test_an_emoji_is_taken_out_and_cyrillic_written_in_latin(make: Make) -> None:
    form = make(replace(LOCKER, first_name="Ала😀"), Step.RECEIVER)
    assert form.receiver.first_name.finding()

    form.key(Key.Key_P, ALT)

    assert form.draft.first_name == "Ала"
    assert form.receiver.first_name.finding() == ""
    assert "Ala Kos" in form.receiver.preview.accessibleDescription()


def test_three_hundred_characters_are_refused_at_the_field(make: Make) -> None:
    form = make(replace(LOCKER, company="Ż" * 300, last_name="ß" * 300), Step.RECEIVER)

    assert form.receiver.company.finding()
    assert form.receiver.last_name.finding()
    assert form.page.grab().width() == 1278


def test_allegros_numbers_are_asked_only_where_allegro_wants_them(make: Make) -> None:
    form = make(LOCKER, Step.RECEIVER)
    assert not form.receiver.allegro_user.isVisible()

    form.page.drafting.change(service="inpost_courier_allegro")

    assert form.receiver.allegro_user.isVisible()


def test_a_known_person_is_one_key_away(make: Make) -> None:
    form = make(LOCKER, Step.RECEIVER)
    person = Person("604118221", "m@example.pl", "Monika", "Wójcik")
    known = KnownPerson(person, "KRA112M", 3, datetime(2026, 11, 4, tzinfo=UTC))
    form.receiver.people.set_people([known, known])

    form.key(Key.Key_2, ALT)

    assert (form.draft.phone, form.draft.point) == ("604118221", "KRA112M")
    assert form.receiver.last_name.text() == "Wójcik"


def test_a_whole_address_is_pasted_into_its_fields(make: Make) -> None:
    form = make(replace(COURIER, first_name=""), Step.RECEIVER)
    form.receiver.first_name.edit.setFocus()
    text = "Jan Nowak\nul. Polna 5/7\n30-624 Kraków\ntel. 501 234 567\njan@example.pl"
    QGuiApplication.clipboard().setText(text)

    form.key(Key.Key_V, CTRL)

    draft = form.draft
    assert (draft.first_name, draft.last_name) == ("Jan", "Nowak")
    assert (draft.street, draft.building_number) == ("ul. Polna", "5/7")
    assert (draft.post_code, draft.city) == ("30-624", "Kraków")
    assert (draft.phone, draft.email) == ("501234567", "jan@example.pl")


# The parcels


def test_letters_take_sizes_and_digits_count(make: Make) -> None:
    form = make(LOCKER, Step.PARCELS)

    form.key(Key.Key_C)
    form.key(Key.Key_3)

    assert form.draft.parcels == (DraftParcel("large"),)
    assert form.draft.count == 3
    assert "first parcel only" in form.parcels.count_part.note.text()


def test_measures_of_a_locker_parcel(make: Make) -> None:
    form = make(LOCKER, Step.PARCELS)
    for _ in range(3):
        form.key(Key.Key_Right)
    assert form.draft.parcels == (DraftParcel(),)
    form.key(Key.Key_Return)
    assert form.focus() is form.parcels.rows.rows[0].edits[Field.LENGTH]

    for text in ("64 cm", "380", "80", "2,5"):
        form.write(text)
        form.key(Key.Key_Tab)
    assert form.draft.parcels[0].length == "64 cm"
    form.key(Key.Key_Return)

    assert form.here() is Step.EXTRAS


def test_a_courier_takes_more_parcels(make: Make) -> None:
    form = make(COURIER, Step.PARCELS)

    form.key(Key.Key_Insert)
    assert len(form.draft.parcels) == 2
    form.write("1300")
    form.key(Key.Key_Return)

    assert form.here() is Step.PARCELS
    assert "non-standard" in form.parcels.rows.rows[1].finding()
    assert form.focus() is form.parcels.rows.rows[1].non_standard
    form.key(Key.Key_Space)
    assert form.draft.parcels[1].non_standard
    form.key(Key.Key_Delete, ALT)
    assert form.draft.parcels == COURIER.parcels


def test_enter_in_a_row_that_was_added_goes_on(make: Make) -> None:
    form = make(COURIER, Step.PARCELS)
    form.key(Key.Key_Insert)
    assert isinstance(form.focus(), QLineEdit)

    form.key(Key.Key_Return)

    assert form.here() is Step.EXTRAS


def test_a_size_of_the_settings_fills_a_row(make: Make) -> None:
    form = make(COURIER, Step.PARCELS)

    form.key(Key.Key_B, ALT)

    sides = PRESETS[Size.B].dimensions
    assert form.draft.parcels[0].height == str(sides.height)


def test_the_way_of_sending_is_asked_and_its_point_too(make: Make) -> None:
    form = make(LOCKER, Step.PARCELS)
    assert not form.parcels.dropoff.isVisible()

    form.parcels.method.setFocus()
    while form.parcels.method.currentData() != "pok":
        form.key(Key.Key_Down)
    form.key(Key.Key_Return)

    assert form.draft.sending_method == "pok"
    assert form.parcels.dropoff.isVisible()
    assert form.focus() is form.parcels.dropoff.edit


# The extras


def test_money_and_texts(make: Make) -> None:
    form = make(LOCKER, Step.EXTRAS)

    form.write("12,5,0")
    assert form.extras.cod.finding()
    form.write("1 299,00")
    assert form.extras.cod.finding() == ""
    form.extras.reference.edit.setFocus()
    form.write("AB")
    form.key(Key.Key_Return)

    assert form.here() is Step.EXTRAS
    assert form.extras.reference.finding()


def test_additional_services_and_the_hour(make: Make) -> None:
    form = make(replace(COURIER, service="inpost_courier_express_1200"), Step.EXTRAS)
    form.extras.boxes["sms"].setFocus()
    form.key(Key.Key_Space)
    form.extras.hour.setFocus()
    form.key(Key.Key_Down)

    assert form.draft.additional_services == ("sms", "forhour_11")
    form.key(Key.Key_Down)
    assert form.draft.additional_services == ("sms", "forhour_12")


def test_what_another_service_had_can_be_left_out(make: Make) -> None:
    form = make(replace(LOCKER, additional_services=("sms",), weekend=False), Step.EXTRAS)
    assert form.extras.services_part.finding()

    form.extras.boxes["sms"].setFocus()
    form.key(Key.Key_Space)

    assert form.draft.additional_services == ()
    assert form.extras.services_part.finding() == ""


def test_the_weekend_says_how_long_its_window_is_open(make: Make) -> None:
    form = make(LOCKER, Step.EXTRAS)

    form.extras.weekend.setFocus()
    form.key(Key.Key_Space)

    assert form.draft.weekend
    assert form.extras.weekend_part.note.text().startswith("Possible")


def test_the_demo_takes_a_weekend_parcel_on_any_day(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inpost_desk.ui.shipment.drafting.weekend_window", lambda *_: None)
    form = make(replace(LOCKER, weekend=True), Step.EXTRAS)

    assert form.page.drafting.known.window.always
    assert form.extras.weekend_part.note.text() == ""


def test_a_sender_half_typed_holds_the_step(make: Make) -> None:
    form = make(LOCKER, Step.EXTRAS)
    form.extras.sent_by.choice.setFocus()
    form.key(Key.Key_Down)
    form.key(Key.Key_Return)

    assert form.here() is Step.EXTRAS
    assert form.extras.sent_by.form.isVisible()
    form.extras.sent_by.choice.setFocus()
    form.key(Key.Key_Up)
    form.key(Key.Key_Return)
    assert form.here() is Step.SUMMARY


def test_tab_goes_through_the_form_from_top_to_bottom(make: Make) -> None:
    form = make(COURIER, Step.PARCELS)
    row = form.parcels.rows.rows[0]

    passed = []
    for _ in range(6):
        passed.append(form.focus())
        form.key(Key.Key_Tab)

    assert passed[:5] == [*row.edits.values(), row.non_standard]
    form.at(Step.EXTRAS)
    for _ in range(2):
        form.key(Key.Key_Tab)
    assert form.focus() is form.extras.boxes["sms"]


# Findings


PAGES = {
    Step.MODE: "mode",
    Step.RECEIVER: "receiver",
    Step.PARCELS: "parcels",
    Step.EXTRAS: "extras",
}
LEAVES = [field for field in Field if Finding(Problem(field, "invalid")).step in PAGES]


@pytest.mark.parametrize("draft", [LOCKER, COURIER], ids=["locker", "courier"])
def test_whatever_inpost_says_of_a_field_is_said_on_its_page(make: Make, draft: Draft) -> None:
    form = make(draft)
    lost = []
    for field in LEAVES:
        for rule in ("invalid", "required", "made_up_tomorrow"):
            finding = Finding(Problem(field, rule), parcel=0)
            form.page.drafting.refuse((finding,))
            form.at(finding.step)
            page = form.page.page_of(finding.step)
            assert isinstance(page, FormPage)
            page.refresh()
            page.go_on()
            if not any(said for said in _said(page)):
                lost.append((field, rule))
    assert lost == []


def _said(page: FormPage) -> list[str]:
    found = [page.rest.text() if page.rest.isVisible() else ""]
    found += [place.finding() for place in page.places if isinstance(place, Entry)]
    found += [
        place.finding()
        for place in page.findChildren(QWidget)
        if hasattr(place, "finding") and callable(place.finding) and place.isVisible()
    ]
    return found


@pytest.mark.parametrize("rule", sorted({one.rpartition(".")[2] for one in VALIDATION}))
def test_every_leaf_of_the_receiver_stands_at_its_field(make: Make, rule: str) -> None:
    form = make(LOCKER, Step.RECEIVER)

    for entry, field in (
        (form.receiver.phone, Field.PHONE),
        (form.receiver.email, Field.EMAIL),
        (form.receiver.first_name, Field.FIRST_NAME),
        (form.receiver.last_name, Field.LAST_NAME),
        (form.receiver.company, Field.COMPANY),
    ):
        form.page.drafting.refuse((Finding(Problem(field, rule)),))
        assert entry.finding()


@pytest.mark.parametrize("draft", [LOCKER, COURIER], ids=["locker", "courier"])
def test_nothing_is_cut_off_at_the_right_at_two_hundred_percent(make: Make, draft: Draft) -> None:
    form = make(replace(draft, mpk="M" * 300, company="Świętokrzyskie " * 20))
    form.page.resize(595, 352)
    cut = []
    for step in STEPS:
        form.at(step)
        cut += [] if form.fits(step) else [step]

    assert cut == []


# The summary


def test_the_summary_says_everything_and_asks_for_the_purchase(make: Make, qtbot: QtBot) -> None:
    draft = replace(
        LOCKER, phone="+48 500-600-700", point="POP-KRA88", count=3, cod="120", reference="ZAM/1"
    )
    form = make(draft, Step.SUMMARY)
    words = "\n".join(one.text() for one in form.summary.findChildren(QLabel))

    assert "+48 500-600-700 → 500600700" in words
    assert "PaczkoPunkt" in words
    assert "ZAM/1-1/3" in words
    assert words.count("cash on delivery 120,00 zł") == 2
    form.summary.set_price("41,97 zł", "InPost's price list")
    assert "41,97 zł" in form.page.next_button.words()
    with qtbot.waitSignal(form.summary.buy_asked):
        form.key(Key.Key_Return)


def test_a_shipment_paid_by_our_call_is_bought_at_once_and_says_so(make: Make) -> None:
    form = make(replace(LOCKER, only_choice_of_offer=True), Step.SUMMARY)
    words = "\n".join(one.text() for one in form.summary.findChildren(QLabel))

    assert "this program pays for it at once" in words
    assert form.page.next_button.words() == "Buy and print"


def test_what_no_page_has_is_shown_on_the_summary_and_stops(make: Make, qtbot: QtBot) -> None:
    form = make(LOCKER, Step.SUMMARY)
    problem = Problem("receiver.address.planet", "wrong_orbit")  # type: ignore[arg-type]
    form.page.drafting.refuse((Finding(problem),))

    with qtbot.assertNotEmitted(form.summary.buy_asked):
        form.key(Key.Key_Return)

    assert "wrong_orbit" in form.summary._stopping.lines.text()
    assert "receiver.address.planet" in form.summary._stopping.lines.text().lower()


# Presets


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_shipment_is_kept_as_a_preset_and_begun_with(make: Make, tmp_path: Path) -> None:
    form = make(replace(LOCKER, reference="ZAM/1"), Step.SUMMARY)
    form.key(Key.Key_K, ALT)
    dialog = form.summary.keep.dialog
    assert dialog is not None
    form.until(dialog.isVisible)
    QTest.keyClicks(dialog.box.edit, "Reklamacje & zwroty")
    QTest.keyClick(dialog.box.edit, Key.Key_Return)
    form.until(lambda: form.page.drafting.desk.settings.shipment_presets)

    kept = settings.load(tmp_path).settings.shipment_presets
    assert [name for name, _ in kept] == ["Reklamacje & zwroty"]

    other = make(Draft(), shipment_presets=kept)
    other.key(Key.Key_B, ALT)
    other.until(other.mode.begin.menu_shown.isVisible)
    QTest.keyClick(other.mode.begin.menu_shown, Key.Key_Return)
    assert other.draft == replace(LOCKER, reference="")


def test_a_preset_has_no_reference(make: Make) -> None:
    del make
    assert "ZAM/1" not in preset_of(replace(LOCKER, reference="ZAM/1"))


def test_an_address_known_from_before_is_taken_for_a_courier(make: Make) -> None:
    form = make(replace(COURIER, street="", city=""), Step.RECEIVER)
    person = Person("604118221", "", "Jan", "Nowak", "", Address("Polna", "5", "Kraków", "30-624"))
    form.receiver.people.set_people(
        [KnownPerson(person, "KRA112M", 1, datetime(2026, 11, 4, tzinfo=UTC))]
    )

    form.key(Key.Key_1, ALT)

    assert (form.draft.street, form.draft.city) == ("Polna", "Kraków")
    assert form.draft.point == ""
