"""`inpost-desk printers list|add|set|remove|test`: the printers set up, and those the system reports.

A printer is named as the user named it; letters' case says nothing.
"""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path

from inpost_desk import settings
from inpost_desk.cli.printer_profile import NotThere, changed, new_profile
from inpost_desk.cli.printer_words import (
    FACTS,
    changes_words,
    columns,
    not_there_words,
    state_words,
    value_words,
)
from inpost_desk.cli.session import folder_of
from inpost_desk.cli.show import complain, say, say_json, table
from inpost_desk.domain.printer import PaperKind, Profile
from inpost_desk.errors import Trouble
from inpost_desk.printers.printer import PrinterState, Readiness
from inpost_desk.settings import Settings
from inpost_desk.wording.speech import translate

OK, NOT_FOUND, USAGE = 0, 1, 2
ASKED_AT_ONCE = 8
# No two that look or sound alike.
LETTERS = "ACDEFHJKLMNPRTWXY"


def run(arguments: argparse.Namespace) -> int:
    """One of the five actions."""
    actions = {"list": _list, "add": _add, "set": _set, "remove": _remove, "test": _test}
    return actions[arguments.action](arguments)


def _list(arguments: argparse.Namespace) -> int:
    kept = settings.load(folder_of(arguments)).settings
    known = kept.printers
    if arguments.found:
        return _found(known, as_json=arguments.json)
    with ThreadPoolExecutor(ASKED_AT_ONCE) as lanes:
        states = list(lanes.map(_state, known))
    if arguments.json:
        slots = kept.sheet_slots
        say_json([_facts(one, state, slots) for one, state in zip(known, states, strict=True)])
        return OK
    if not known:
        say(
            translate(
                "cli", "No printer is set up here. “printers list --found” shows what there is."
            )
        )
        return OK
    rows = [
        (one.name, *columns(one, known, kept.sheet_slots.get(one.id, 0)), state_words(state))
        for one, state in zip(known, states, strict=True)
    ]
    table([translate("cli", one) for one in FACTS], rows)
    return OK


def _found(known: Sequence[Profile], *, as_json: bool) -> int:
    from inpost_desk.printers.found import found_printers

    found = found_printers()
    mine = {(one.reach, one.address) for one in known}
    if as_json:
        say_json(
            [
                {
                    **asdict(one),
                    "set_up": (one.profile.reach, one.profile.address) in mine,
                }
                for one in found
            ]
        )
        return OK
    if not found:
        say(translate("cli", "This computer reports no printers."))
        return OK
    rows = []
    for one in found:
        state = PrinterState(Readiness(one.readiness), one.reasons)
        there = (one.profile.reach, one.profile.address) in mine
        note = translate("cli", "set up") if there else state_words(state)
        rows.append((one.profile.name, *columns(one.profile, (), 0), note))
    table([translate("cli", one) for one in FACTS], rows)
    return OK


def _add(arguments: argparse.Namespace) -> int:
    folder, known = _known(arguments)
    if _named(known, arguments.name):
        words = translate(
            "cli", "There is a printer {name} already. Change it with “printers set”."
        )
        complain(words.format(name=arguments.name))
        return USAGE
    try:
        made = new_profile(arguments, known)
    except (ValueError, NotThere) as error:
        return _refused(error)
    profiles = [*known, made]
    settings.change(folder, printers=tuple(profiles))
    if arguments.json:
        say_json(asdict(made))
        return OK
    words = translate("cli", "{name}: {facts}. Try it with “inpost-desk printers test”.")
    facts = filter(None, columns(made, profiles, 0))
    say(words.format(name=made.name, facts=" · ".join(facts)))
    return OK


def _set(arguments: argparse.Namespace) -> int:
    folder, known = _known(arguments)
    one = _named(known, arguments.name)
    if one is None:
        return _not_there(arguments.name, known)
    other = arguments.renamed and _named(known, arguments.renamed)
    if other and other.id != one.id:
        complain(translate("cli", "Another printer has the name {name}.").format(name=other.name))
        return USAGE
    try:
        made = changed(one, arguments, known)
    except (ValueError, NotThere) as error:
        return _refused(error)
    old = settings.load(folder).settings
    new = settings.change(
        folder, printers=tuple(made if kept.id == one.id else kept for kept in known)
    )
    if arguments.place is not None:
        new = settings.keep_sheet_slot(folder, one.id, arguments.place - 1)
    if arguments.json:
        say_json(asdict(made))
        return OK
    changes = changes_words(_said(one, old), _said(made, new))
    if changes:
        words = translate("cli", "{name}: changed: {changes}.")
    else:
        words = translate("cli", "{name}: nothing changed, it was set so before.")
    say(words.format(name=made.name, changes=changes))
    return OK


def _remove(arguments: argparse.Namespace) -> int:
    folder, known = _known(arguments)
    kept_slots = settings.load(folder).settings.sheet_slots
    one = _named(known, arguments.name)
    if one is None:
        return _not_there(arguments.name, known)
    settings.change(
        folder,
        printers=tuple(_alone(kept, one.id) for kept in known if kept.id != one.id),
        sheet_slots={id_: slot for id_, slot in kept_slots.items() if id_ != one.id},
    )
    say(translate("cli", "The printer {name} is forgotten here.").format(name=one.name))
    return OK


def _test(arguments: argparse.Namespace) -> int:
    _, known = _known(arguments)
    one = _named(known, arguments.name)
    if one is None:
        return _not_there(arguments.name, known)
    code = "".join(secrets.choice(LETTERS) for _ in range(6))
    complain(translate("cli", "Sending to {name}…").format(name=one.name))
    _print_test_label(one, code)
    words = translate(
        "cli", "The test label is at the printer {name}. Its bar codes begin with {code}."
    )
    say(words.format(name=one.name, code=code))
    return OK


def _print_test_label(profile: Profile, code: str) -> None:
    """To this printer, never to its stand-in: it is this one that is tried. Raises PrinterTrouble."""
    from inpost_desk.actions.ready import document_for
    from inpost_desk.labels.own_pages import test_label
    from inpost_desk.printers.choice import printer_for

    title = translate("cli", "Test label")
    question = translate("cli", "What is the first number you see at the left and at the top edge?")
    lines = [title, profile.name, question]
    page = test_label(code, lines, profile=profile, top=translate("cli", "top"))
    printer_for(profile).send(document_for(page, profile), title=title)


def _known(arguments: argparse.Namespace) -> tuple[Path, tuple[Profile, ...]]:
    folder = folder_of(arguments)
    return folder, settings.load(folder).settings.printers


def _refused(error: ValueError | NotThere) -> int:
    if isinstance(error, NotThere):
        complain(not_there_words(error.option, error.name, error.there))
    else:
        complain(value_words(str(error)))
    return USAGE


def _named(known: Sequence[Profile], name: str) -> Profile | None:
    wanted = name.strip().casefold()
    return next((one for one in known if one.name.casefold() == wanted), None)


def _not_there(name: str, known: Sequence[Profile]) -> int:
    if known:
        words = translate("cli", "There is no printer {name} here. There are: {names}.")
        complain(words.format(name=name, names=", ".join(one.name for one in known)))
    else:
        complain(translate("cli", "No printer is set up here. Add one with “printers add”."))
    return NOT_FOUND


def _state(profile: Profile) -> PrinterState:
    from inpost_desk.printers.choice import printer_for

    try:
        return printer_for(profile).state()
    except Trouble as trouble:
        return PrinterState(Readiness.MISSING, (getattr(trouble, "rule", "failed"),))


def _alone(profile: Profile, gone: str) -> Profile:
    """Nobody stands in for a printer once the other is gone."""
    return replace(profile, stand_in="") if profile.stand_in == gone else profile


def _said(profile: Profile, kept: Settings) -> tuple[str, ...]:
    place = kept.sheet_slots.get(profile.id, 0)
    return profile.name, *columns(profile, kept.printers, place)


def _facts(profile: Profile, state: PrinterState, slots: Mapping[str, int]) -> dict[str, object]:
    """`place` is the first free one of the sheet in it, None where labels share none."""
    shares = profile.paper is PaperKind.A4_FOUR
    facts = {"readiness": state.readiness, "reasons": state.reasons}
    return asdict(profile) | facts | {"place": slots.get(profile.id, 0) + 1 if shares else None}
