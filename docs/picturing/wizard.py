"""The wizard: one shipment typed by hand, by its service or by InPost's offers, up to the label."""

from __future__ import annotations

from typing import Any

from docs.picturing import orders, places, shop
from docs.picturing.studio import Studio
from inpost_desk.app_session import Given
from inpost_desk.domain.draft import Draft, DraftParcel, Mode, Step
from inpost_desk.domain.service import COURIER, LOCKER
from inpost_desk.ui.shipment.purchase import Phase
from tests.simulator_process import Simulator

# Long enough for InPost's answer, short enough to be waited for.
SHORT_LIFE = 4.0
NAMED = {"first_name": "Monika", "last_name": "Wójcik"}
RECEIVER: dict[str, Any] = {**NAMED, "phone": "604 118 221", "email": "monika.wojcik@example.test"}
ADDRESS: dict[str, Any] = {
    "street": "Wolności",
    "building_number": "19",
    "post_code": "39-300",
    "city": "Mielec",
}
PARCEL = DraftParcel(length="300", width="300", height="300", weight="2,5")
LONG_ONE = DraftParcel(length="800", width="200", height="150", weight="6")


def service(studio: Studio) -> None:
    """A locker with three parcels."""
    paper = studio.data_dir.parent / "paper"
    with places.inpost() as inpost, places.printer(paper) as printer:
        places.set_up(studio, inpost, printer)
        studio.start(Given(token=inpost.prepaid_token, pace=12))
        _send_some(studio)
        _locker(studio)


def contract(studio: Studio) -> None:
    """A courier with several parcels, paid for at the end of the month."""
    paper = studio.data_dir.parent / "paper"
    with places.inpost() as inpost, places.printer(paper) as printer:
        places.set_up(studio, inpost, printer, prepaid=False)
        studio.start(Given(token=inpost.token, pace=12))
        studio.idle()
        _courier(studio)
        page = shown(studio)
        page.drafting.take(offer_draft())
        _offers(studio, page, "wizard-offers")


def compared(studio: Studio) -> None:
    """What each service costs; offers that were waited with for too long, and the one that is bought."""
    paper = studio.data_dir.parent / "paper"
    with places.inpost() as inpost, places.printer(paper) as printer:
        places.set_up(studio, inpost, printer)
        studio.start(Given(token=inpost.prepaid_token, pace=12))
        studio.idle()
        page = opened(studio)
        studio.key("0")
        studio.picture("wizard-compare")
        page.drafting.take(offer_draft())
        _expired(studio, page, inpost)


def twice_as_large(studio: Studio) -> None:
    """The same at 200 %: the screen has half the room. Started with QT_SCALE_FACTOR=2."""
    studio.start(Given(environment="demo"))
    shop.checked(studio)
    page = opened(studio)
    studio.picture("twice-wizard")
    page.drafting.take(Draft(service=LOCKER, **RECEIVER))
    for step in (Step.RECEIVER, Step.DELIVERY):
        _at(studio, page, step)
        studio.picture(f"twice-wizard-{step}")
    page.drafting.change(point="KRA010", count=3, reference="ZK-48290")
    for step in (Step.PARCELS, Step.EXTRAS, Step.SUMMARY):
        _at(studio, page, step)
        studio.picture(f"twice-wizard-{step}")
    page.drafting.take(offer_draft())
    _offers(studio, page, "twice-wizard-offers")


def opened(studio: Studio) -> Any:
    """The wizard, by its key."""
    studio.window.activateWindow()
    studio.key("Ctrl+N")
    studio.wait(lambda: hasattr(shown(studio), "drafting"))
    studio.idle()
    return shown(studio)


def shown(studio: Studio) -> Any:
    """The page that stands in place of the others."""
    return studio.window._instead.widget()  # noqa: SLF001 - there is one page only


def offer_draft() -> Draft:
    """Some services are not to be had for it."""
    return Draft(
        mode=Mode.OFFERS,
        to_point=False,
        parcels=(PARCEL,),
        sending_method="dispatch_order",
        insurance="500",
        reference="ZK-48291",
        **RECEIVER,
        **ADDRESS,
    )


def _send_some(studio: Studio) -> None:
    """So that there are people who are known."""
    page = studio.page("orders")
    folder = studio.data_dir.parent
    shop.take(studio, orders.written(folder / "dostawa.csv", [orders.row(n) for n in (2, 32, 5)]))
    studio.key("Ctrl+Return")
    studio.wait(lambda: page.runner.running)
    studio.wait(lambda: not page.runner.running)
    studio.idle()
    studio.key("Shift+F4")


def _locker(studio: Studio) -> None:
    page = opened(studio)
    studio.key("1")
    studio.idle()
    studio.picture("wizard-mode")
    studio.key("Return")
    page.drafting.change(
        **{**RECEIVER, "phone": "604 118 22", "email": "monika.wojcik@example,test"}
    )
    studio.idle()
    studio.picture("wizard-receiver")
    page.drafting.change(**RECEIVER)
    _at(studio, page, Step.DELIVERY)
    studio.picture("wizard-points-unknown")
    finder = page.page_of(Step.DELIVERY).finder
    studio.key("Alt+D")
    studio.wait(lambda: finder.cache is not None and finder.cache.read_at)
    studio.idle()
    studio.type("krak")
    studio.wait(lambda: finder.list.entries)
    studio.idle()
    studio.picture("wizard-points")
    studio.key("Down")
    studio.key("Return")
    studio.wait(lambda: page.step is Step.PARCELS)
    studio.key("B")
    studio.key("3")
    studio.idle()
    studio.picture("wizard-parcels")
    page.drafting.change(cod="6200", insurance="100", reference="ZK-48290", weekend=True)
    _at(studio, page, Step.EXTRAS)
    studio.key("Return")
    studio.idle()
    studio.picture("wizard-extras")
    page.drafting.change(cod="219,90", insurance="300", weekend=False)
    _at(studio, page, Step.SUMMARY)
    studio.picture("wizard-summary")
    studio.key("Return")
    _done(studio, page)
    studio.picture("wizard-done")
    studio.key("Escape")
    studio.idle()


def _courier(studio: Studio) -> None:
    page = opened(studio)
    page.drafting.take(Draft(service=COURIER, **RECEIVER, **{**ADDRESS, "post_code": "39-30"}))
    _at(studio, page, Step.DELIVERY)
    studio.picture("wizard-address")
    page.drafting.change(post_code="39-300", parcels=(PARCEL, PARCEL, LONG_ONE))
    _at(studio, page, Step.PARCELS)
    studio.picture("wizard-courier-parcels")
    page.drafting.change(reference="ZK-48293", additional_services=("sms",))
    _at(studio, page, Step.EXTRAS)
    studio.picture("wizard-courier-extras")
    _at(studio, page, Step.SUMMARY)
    studio.picture("wizard-courier-summary")


def _offers(studio: Studio, page: Any, name: str) -> None:
    _at(studio, page, Step.OFFERS)
    _offered(studio, page)
    studio.key("3")
    studio.idle()
    studio.picture(name)


def _expired(studio: Studio, page: Any, inpost: Simulator) -> None:
    picker = page.page_of(Step.OFFERS).picker
    inpost.faults(offer_life=SHORT_LIFE)
    _at(studio, page, Step.OFFERS)
    _offered(studio, page)
    studio.wait(lambda: picker.expired)
    studio.picture("wizard-offers-expired")
    inpost.faults()
    studio.key("Return")
    studio.wait(lambda: not picker.expired)
    _offered(studio, page)
    studio.picture("wizard-offers-prepaid")
    studio.key("Return")
    _done(studio, page)
    studio.picture("wizard-done-offer")


def _at(studio: Studio, page: Any, step: Step) -> None:
    page.go_to(step)
    if page.step is not step:
        raise TimeoutError(f"the wizard is held at {page.step}")
    studio.idle()


def _offered(studio: Studio, page: Any) -> None:
    buying = page.page_of(Step.OFFERS).buying
    studio.wait(lambda: buying.phase is Phase.OFFERS)
    studio.idle()


def _done(studio: Studio, page: Any) -> None:
    studio.wait(lambda: page.step is Step.DONE)
    studio.idle()
