"""A receiver's whole address out of a message or a shop: its lines go into the fields they belong to."""

from __future__ import annotations

import re

from inpost_desk.domain import checks

_POST = re.compile(r"([0-9]{2}-[0-9]{3}),?\s+(.+)")
_LABELLED = re.compile(r"^(?:tel|telefon|phone|e-?mail|mail)\b\.?:? *", re.IGNORECASE)


def pasted_receiver(text: str) -> dict[str, str]:
    """The members of a draft in it; empty for a single line or lines that say nothing known."""
    lines = [checks.tidy(one) for one in text.splitlines() if checks.tidy(one)]
    found: dict[str, str] = {}
    names: list[str] = []
    for line in lines if len(lines) > 1 else ():
        bare = _LABELLED.sub("", line)
        post = _POST.fullmatch(bare)
        if not checks.email(bare, required=True).problem:
            found["email"] = bare
        elif not checks.phone(bare).problem:
            found["phone"] = checks.phone(bare).value
        elif post:
            found["post_code"], found["city"] = post[1], post[2]
        elif names and not checks.street(bare).problem:
            street = checks.street(bare).value
            found["street"], found["building_number"] = street.street, street.number
        else:
            names.append(bare)
    if not found or len(names) not in (1, 2):
        return {}
    return {**found, **_named(names)}


def _named(names: list[str]) -> dict[str, str]:
    """The first of two lines is the company's; a single one is a person's where it is two words."""
    if len(names) == 2:
        return {"company": names[0], **_person(names[1])}
    return _person(names[0]) if len(names[0].split()) == 2 else {"company": names[0]}


def _person(name: str) -> dict[str, str]:
    first, _, last = name.partition(" ")
    return {"first_name": first, "last_name": last}
