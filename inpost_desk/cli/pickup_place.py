"""Where a courier is to come, out of the arguments and the settings, checked before InPost is asked."""

from __future__ import annotations

import argparse

from inpost_desk.actions.pickup import Where
from inpost_desk.cli.session import Session
from inpost_desk.cli.show import complain
from inpost_desk.domain import checks
from inpost_desk.domain.order import Address
from inpost_desk.domain.pickup import LONGEST_COMMENT, LONGEST_HOURS, DispatchPointId, PickupRules
from inpost_desk.wording.sentences import problem_words
from inpost_desk.wording.speech import translate


def place_of(arguments: argparse.Namespace, session: Session) -> Where | None:
    """The place; None, and what is missing is said, where there is none or it is written wrongly."""
    kept = session.settings.pickup
    typed = (arguments.street, arguments.post_code, arguments.city)
    if arguments.point is not None and any(typed):
        complain(translate("cli", "Give a place's number or an address, not both."))
        return None
    point, address = kept.point, kept.address if kept.point is None else None
    name = kept.name
    if arguments.point is not None:
        point, address, name = DispatchPointId(arguments.point), None, ""
    elif any(typed):
        point, address, name = None, _address(arguments), ""
        if address is None:
            return None
    if point is None and address is None:
        complain(
            translate(
                "cli",
                "Say where the courier is to come: “--point ID” as “inpost-desk pickup points” lists them, or "
                "“--street”, “--post-code” and “--city”. The usual place can be kept in the settings.",
            )
        )
        return None
    if point is not None and not (arguments.name or name):
        name = _name_of(session, point)
    return _where(arguments, kept, point, address, name)


def _name_of(session: Session, point: DispatchPointId) -> str:
    """As InPost calls it now: it is kept with the order, and lists show it. "" where it has no such place."""
    points = session.client.dispatch_points()
    return next((one.name for one in points if one.id == point), "")


def _where(
    arguments: argparse.Namespace,
    kept: PickupRules,
    point: DispatchPointId | None,
    address: Address | None,
    name: str,
) -> Where | None:
    """With what the courier is told."""
    hours = kept.office_hours if arguments.hours is None else arguments.hours
    comment = kept.comment if arguments.comment is None else arguments.comment
    for text, most in ((hours, LONGEST_HOURS), (comment, LONGEST_COMMENT)):
        if len(text) > most:
            words = translate("cli", "“{text}” is too long; at most {most} characters.")
            complain(words.format(text=text, most=most))
            return None
    phone = checks.phone(arguments.phone) if arguments.phone else None
    if phone is not None and phone.problem is not None:
        complain(f"--phone: {problem_words(phone.problem)}")
        return None
    return Where(
        point=point,
        address=address,
        name=arguments.name or name,
        phone=phone.value if phone is not None else kept.phone,
        email=arguments.email or kept.email,
        office_hours=hours,
        comment=comment,
    )


def _address(arguments: argparse.Namespace) -> Address | None:
    street = checks.street(arguments.street or "")
    post_code = checks.post_code(arguments.post_code or "")
    city = checks.city(arguments.city or "")
    found = {
        "--street": street.problem,
        "--post-code": post_code.problem,
        "--city": city.problem,
    }
    problems = {name: problem for name, problem in found.items() if problem is not None}
    for name, problem in problems.items():
        complain(f"{name}: {problem_words(problem)}")
    if problems:
        return None
    return Address(street.value.street, street.value.number, city.value, post_code.value)
