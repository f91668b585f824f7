"""What a run from the window is sent under: the account's contract, asked of InPost, and the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inpost_desk.domain.order_shipment import Choices
from inpost_desk.errors import QuestionOpen
from inpost_desk.settings import Environment, Settings

if TYPE_CHECKING:
    from inpost_desk.actions.pile import Rules
    from inpost_desk.actions.send import Terms
    from inpost_desk.domain.weekend_window import Opening, WeekendWindow
    from inpost_desk.session import Session

# In the demo nothing is asked that somebody who only looks could not answer.
USUAL_METHOD = "dispatch_order"


def terms_of(session: Session, known: Settings) -> Terms:
    """Works on a lane. Raises `QuestionOpen` where nobody said how parcels leave, and what asking raises."""
    from inpost_desk.actions.account import check_account
    from inpost_desk.actions.send import Terms

    contract = check_account(session.client).organization.services
    choices = choices_of(session, known)
    if not choices.sending_method:
        raise QuestionOpen("sending_method")
    # A run does not wait for what is unsure: the window settles it beside, and the packer goes on.
    return Terms(contract=contract, choices=choices, wait=False, choose=known.file_offers)


def choices_of(session: Session, known: Settings) -> Choices:
    """What the settings decide about every parcel; the way of sending is "" where nobody said it."""
    method = usual_method(session, known)
    return Choices(sending_method=method, sender=known.sender, presets=known.presets)


def rules_of(session: Session, known: Settings) -> Rules:
    """What the account allows; nothing is forbidden while InPost cannot be asked. Works on a lane."""
    from inpost_desk.actions.account import check_account
    from inpost_desk.actions.pile import Rules
    from inpost_desk.errors import Trouble

    try:
        contract = check_account(session.client).organization.services
    except Trouble:
        contract = frozenset()
    return Rules(contract, usual_method(session, known), weekend_shut=weekend_shut(session, known))


def weekend_opening(session: Session, known: Settings) -> Opening | None:
    """How the window of Paczka w Weekend stands by InPost's clock; None where nobody ever waits for it."""
    window = weekend_window(session, known)
    return None if window is None else window.at(session.client.now())


def weekend_shut(session: Session, known: Settings) -> bool:
    """Whether InPost takes no Paczka w Weekend now."""
    opening = weekend_opening(session, known)
    return opening is not None and not opening.open


def weekend_window(session: Session | None, known: Settings) -> WeekendWindow | None:
    """The hours of Paczka w Weekend, None for always: the demo takes one whatever the day."""
    demo = session is not None and session.account.environment == Environment.DEMO
    return None if demo or known.weekend_window.always else known.weekend_window


def usual_method(session: Session | None, known: Settings) -> str:
    """How parcels leave, "" while nobody said."""
    demo = session is not None and session.account.environment == Environment.DEMO
    return known.sending_method or (USUAL_METHOD if demo else "")
