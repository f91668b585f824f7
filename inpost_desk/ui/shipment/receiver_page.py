"""Who gets it: name, telephone, e-mail; people known from earlier shipments are one key away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from inpost_desk.background import TABLE
from inpost_desk.domain import checks
from inpost_desk.domain.draft import Draft, Step, goes_to_point, service_of
from inpost_desk.domain.draft_script import in_latin
from inpost_desk.domain.order import Field
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.fields import Entry, FormGrid, Part
from inpost_desk.ui.shipment.form_page import FormPage
from inpost_desk.ui.shipment.label_preview import LabelPreview
from inpost_desk.ui.shipment.pasted import pasted_receiver
from inpost_desk.ui.shipment.people_list import KEYS, PeopleList
from inpost_desk.ui.shipment.presets import PresetBegin
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.known_people import KnownPerson

# Milliseconds after the last letter, so that not each of them is looked for.
LOOK_AFTER: Final = 150


class ReceiverPage(FormPage):
    """The fields of the mock-up; Allegro's numbers only where the service is Allegro's."""

    step = Step.RECEIVER

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting, translate("ui", "Who receives the parcel?"))
        self._make_fields()
        self.preview = LabelPreview()
        self.people = PeopleList()
        self.people.taken.connect(self._take)
        self.begin = PresetBegin(drafting)
        self.begin.show_where_wanted(wanted=False)
        self._asked: object = None
        self._looking = QTimer(self, interval=LOOK_AFTER, singleShot=True)
        self._looking.timeout.connect(self._look)
        on_label = Part(translate("ui", "On the label"), self.preview, Field.NAME)
        on_label.set_focus_target(self.last_name.edit)
        entries = (self.first_name, self.last_name, self.phone, self.email, self.company)
        self._allegro = (self.allegro_transaction, self.allegro_user)
        self.form = FormGrid(*entries, on_label, *self._allegro)
        self.places = [*entries, on_label, *self._allegro]
        for part in (self.begin, self.form, self.people, self.rest):
            self.body.addWidget(part)
        self.first_name.edit.installEventFilter(self)
        for at, key in enumerate(KEYS):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda at=at: self.people.take(at))

    def show_draft(self) -> None:
        """What depends on the service, the label, and the people who fit."""
        draft = self.drafting.draft
        self.subheading.setText(_why(draft))
        self.subheading.show()
        for one in self._allegro:
            one.setVisible(service_of(draft).allegro)
        self.form.arrange()
        self.begin.show_where_wanted(wanted=self.drafting.steps[0] is Step.RECEIVER)
        person = in_latin(checks.tidy(f"{draft.first_name} {draft.last_name}"))
        company = in_latin(checks.tidy(draft.company))
        lines = [(company, checks.LABEL_COMPANY)] if company else []
        self.preview.set_lines([*lines, (person, checks.LABEL_NAME)] if person else lines)
        if _typed(draft) != self._asked:
            self._looking.start()

    def first_field(self) -> QWidget | None:
        """The first empty one of those that are nearly always filled in."""
        for one in (self.first_name, self.last_name, self.phone, self.email):
            if not one.text():
                return one.edit
        return self.first_name.edit

    def keys(self) -> Sequence[tuple[str, str]]:
        """Known people and mends."""
        return [("Alt+1…3", translate("ui", "a receiver from earlier shipments")), *self.mend_key()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A whole address pasted into the first field goes where it belongs."""
        if (
            watched is self.first_name.edit
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Paste)
        ):
            found = pasted_receiver(QGuiApplication.clipboard().text())
            if found:
                self.drafting.change(**found)
                return True
        return super().eventFilter(watched, event)

    def _make_fields(self) -> None:
        make, drafting = Entry, self.drafting
        self.first_name = make(
            drafting, "first_name", translate("ui", "First name"), Field.FIRST_NAME
        )
        self.last_name = make(drafting, "last_name", translate("ui", "Last name"), Field.LAST_NAME)
        self.phone = make(drafting, "phone", translate("ui", "Telephone"), Field.PHONE)
        self.email = make(drafting, "email", translate("ui", "E-mail"), Field.EMAIL)
        self.company = make(
            drafting,
            "company",
            translate("ui", "Company"),
            Field.COMPANY,
            note=translate("ui", "not required"),
            example=translate("ui", "e.g. Elektro-Volt sp. z o.o."),
        )
        self.allegro_transaction = make(
            drafting,
            "allegro_transaction",
            translate("ui", "Allegro purchase number"),
            Field.ALLEGRO_TRANSACTION,
        )
        self.allegro_user = make(
            drafting, "allegro_user", translate("ui", "Allegro buyer number"), Field.ALLEGRO_USER
        )

    @Slot()
    def _look(self) -> None:
        """Ask the ledger for people like the one being typed."""
        session, draft = self.drafting.session, self.drafting.draft
        asked = self._asked = _typed(draft)
        if session is None:
            return

        def work() -> tuple[KnownPerson, ...]:
            from inpost_desk.actions.known_people import Typed, known_people

            return known_people(session.ledger, Typed(*asked))

        def show(found: tuple[KnownPerson, ...]) -> None:
            if asked == self._asked:
                self.people.set_people([one for one in found if not _is(one, draft)])

        self.drafting.desk.lanes.start(
            TABLE, work, done=while_alive(self, show), failed=self.drafting.desk.report
        )

    @Slot(object)
    def _take(self, known: KnownPerson) -> None:
        person, draft = known.person, self.drafting.draft
        members = {
            "first_name": person.first_name,
            "last_name": person.last_name,
            "phone": person.phone,
            "email": person.email,
            "company": person.company,
        }
        if goes_to_point(draft) and known.point:
            members["point"] = known.point
        elif not goes_to_point(draft) and person.address:
            members["street"] = person.address.street
            members["building_number"] = person.address.building_number
            members["city"] = person.address.city
            members["post_code"] = person.address.post_code
        self.drafting.change(**members)


def _typed(draft: Draft) -> tuple[str, str, str, str]:
    return draft.phone, draft.first_name, draft.last_name, draft.company


def _is(known: KnownPerson, draft: Draft) -> bool:
    """Everything of that one stands in the form already."""
    person = known.person
    return (person.phone, person.first_name, person.last_name, person.company) == _typed(draft)


def _why(draft: Draft) -> str:
    if goes_to_point(draft):
        return translate(
            "ui", "A Paczkomat needs a telephone and an e-mail: the code to collect it goes there."
        )
    return translate("ui", "A courier needs a telephone, and a first and last name or a company.")
