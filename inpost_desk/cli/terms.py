"""What shipments are sent under: the way parcels leave, the contract, the settings' sender and presets."""

from __future__ import annotations

import argparse
from pathlib import Path

from inpost_desk import settings
from inpost_desk.actions.account import check_account
from inpost_desk.actions.send import Terms
from inpost_desk.actions.settle import Horizon
from inpost_desk.cli.session import Session
from inpost_desk.cli.show import ask
from inpost_desk.domain.order_shipment import Choices
from inpost_desk.errors import QuestionOpen
from inpost_desk.wording.speech import translate


def sending_method(given: str | None, folder: Path, *, needed: bool) -> str:
    """Asked once and kept; where it is not needed "" will do, and checks that depend on it are left out."""
    kept = settings.load(folder).settings.sending_method
    method: str | None = given or kept
    if not needed:
        return method or ""
    if not method:
        question = translate(
            "cli",
            "How do the parcels leave? “dispatch_order”: a courier fetches them; “parcel_locker”: you put "
            "them into a Paczkomat; “any_point”: any Paczkomat or PaczkoPunkt; “pop”: a PaczkoPunkt.",
        )
        method = ask(question, ["dispatch_order", "parcel_locker", "any_point", "pop"])
    if not method:
        raise QuestionOpen("sending_method")
    if not kept:
        settings.change(folder, sending_method=method)
    return method


def horizon_of(arguments: argparse.Namespace) -> Horizon:
    """The usual one, or what `--horizon` says."""
    return Horizon.shortened(arguments.horizon) if arguments.horizon else Horizon()


def terms_of(arguments: argparse.Namespace, session: Session, method: str) -> Terms:
    """The account's contract and the settings; asks InPost."""
    account = check_account(session.client).organization
    kept = session.settings
    choices = Choices(sending_method=method, sender=kept.sender, presets=kept.presets)
    return Terms(contract=account.services, choices=choices, horizon=horizon_of(arguments))
