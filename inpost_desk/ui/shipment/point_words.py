"""What the point finder says: distances, places, why a point takes no parcel, the message for the buyer."""

from __future__ import annotations

from inpost_desk.domain.point import Point
from inpost_desk.domain.point_answer import Answer, Found
from inpost_desk.domain.service import PARCEL_POINT
from inpost_desk.wording.sentences import rule_words, service_words
from inpost_desk.wording.speech import translate

_NARROW = "\N{NARROW NO-BREAK SPACE}"


def metres_words(metres: int | None) -> str:
    """180 m, 1,1 km, 23 km; nothing where it is not known."""
    if metres is None:
        return ""
    if metres < 995:
        return f"{max(10, round(metres, -1)) if metres else 0} m"
    if metres < 9_950:
        whole, tenth = f"{metres / 1000:.1f}".split(".")
        return translate("ui", "{whole}.{tenth} km").format(whole=whole, tenth=tenth)
    return f"{figures(round(metres / 1000))} km"


def figures(count: int) -> str:
    """With a narrow blank between thousands."""
    return f"{count:,}".replace(",", _NARROW)


def place_words(point: Point) -> str:
    """Post code and town."""
    return " ".join(one for one in (point.post_code, point.city) if one)


def why_words(found: Found) -> str:
    """Why it cannot be chosen, short."""
    words = {
        "point_closed": translate("ui", "closed now"),
        "invalid_box_machine_function": translate("ui", "no parcels can be collected"),
        "cod_not_payable_at_point": translate("ui", "takes no cash on delivery"),
        "not_open_247": translate("ui", "not open day and night"),
        "parcel_point_not_for_service": translate("ui", "a PaczkoPunkt, not for this service"),
        "invalid_target_point_for_end_of_week_collection": translate(
            "ui", "a PaczkoPunkt, not at the weekend"
        ),
        "invalid_target_point_247_for_end_of_week_collection": translate(
            "ui", "not open day and night, so not at the weekend"
        ),
    }
    return words.get(found.rule) or rule_words(found.rule, field="point")


def tags(point: Point) -> list[str]:
    """What it can, in small frames."""
    found = [translate("ui", "PaczkoPunkt")] if point.parcel_point else []
    if point.open_247:
        found.append("24/7")
    if point.payment:
        found.append(translate("ui", "cash"))
    return found


def instead_words(answer: Answer) -> str:
    """That the code that was typed takes no parcel, and what is shown instead."""
    if answer.rule == "not_open_247":
        words = translate("ui", "this point is not open day and night.")
    else:
        words = rule_words(answer.rule, field="point")
    said = f"{answer.instead_of}: {words}"
    if not answer.choices:
        return said
    if answer.rule == "does_not_exist":
        return " ".join((said, translate("ui", "These take the parcel:")))
    return " ".join((said, translate("ui", "Nearest that take the parcel:")))


def buyer_message(answer: Answer) -> str:
    """What the buyer may be sent: which points there are instead."""
    lines = [
        "- "
        + ", ".join(
            one
            for one in (found.point.name, found.point.street, found.point.city, _away(found))
            if one
        )
        for found in answer.choices
    ]
    words = translate(
        "ui",
        "Hello, the parcel cannot go to the point {code}. These points can take it:\n"
        "{points}\nPlease write which of them it should go to.",
    )
    return words.format(code=answer.instead_of, points="\n".join(lines))


def parcel_point_words(number: str) -> str:
    """Said beforehand: InPost changes the service for a PaczkoPunkt."""
    words = translate("ui", "PaczkoPunkt{number}: InPost changes the service to “{service}”.")
    return words.format(number=number, service=service_words(PARCEL_POINT))


def said(found: Found, number: int) -> str:
    """A row of the list, read out."""
    point = found.point
    parts = [str(number)] if number else []
    parts += [point.name, point.street, place_words(point), *tags(point)]
    parts += [why_words(found)] if found.rule else []
    return ", ".join(one for one in (*parts, metres_words(found.metres)) if one)


def _away(found: Found) -> str:
    return metres_words(found.metres) if found.metres else ""
