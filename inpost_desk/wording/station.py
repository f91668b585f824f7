"""What the station says: the huge word, fact and remedy below it, its answers, the last ten in words.

Facts come as `domain.station.Shown`; what each rule says is in `station_rules`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from inpost_desk.clock import steady_now
from inpost_desk.domain.station import Act, Answer, Armed, Line, Shown, State
from inpost_desk.wording.fixes import SIZES, brief_words
from inpost_desk.wording.held_labels import held_brief, held_sentence
from inpost_desk.wording.names import FIELDS
from inpost_desk.wording.offers import price_words
from inpost_desk.wording.sentences import WARSAW, field_words, moment_words
from inpost_desk.wording.sentences import rule_words as plain_rule_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate
from inpost_desk.wording.station_rules import RULES
from inpost_desk.wording.troubles import TROUBLES

STATES: Final = {
    State.READY: QT_TRANSLATE_NOOP("station", "SCAN"),
    State.BUSY: QT_TRANSLATE_NOOP("station", "ONE MOMENT"),
    State.PRINTING: QT_TRANSLATE_NOOP("station", "PRINTING"),
    State.PRINTED: QT_TRANSLATE_NOOP("station", "PRINTED"),
    State.SENT: QT_TRANSLATE_NOOP("station", "SENT TO THE PRINTER"),
    State.STOP: QT_TRANSLATE_NOOP("station", "STOP"),
    State.ASK: QT_TRANSLATE_NOOP("station", "QUESTION"),
    State.ALREADY: QT_TRANSLATE_NOOP("station", "ALREADY PRINTED"),
    State.PAIR: QT_TRANSLATE_NOOP("station", "LABEL?"),
    State.PAIRED: QT_TRANSLATE_NOOP("station", "IT MATCHES"),
    State.SHOWN: QT_TRANSLATE_NOOP("station", "NUMBER"),
    State.WAITING: QT_TRANSLATE_NOOP("station", "WAITS"),
    State.TOLD: QT_TRANSLATE_NOOP("station", "NOTE"),
    State.NOTED: QT_TRANSLATE_NOOP("station", "OK"),
    State.DEAF: QT_TRANSLATE_NOOP("station", "NOT LISTENING"),
}
MODES: Final = {
    "shipping": QT_TRANSLATE_NOOP("station", "Shipping"),
    "checking": QT_TRANSLATE_NOOP("station", "Label check"),
}
# Big and small words; a fix and a choice bring their own.
ACTS: Final[dict[Act, tuple[str, str]]] = {
    Act.ACKNOWLEDGE: (
        QT_TRANSLATE_NOOP("station", "Understood"),
        QT_TRANSLATE_NOOP("station", "or scan CONFIRM from the command sheet"),
    ),
    Act.CANCEL: (
        QT_TRANSLATE_NOOP("station", "Do nothing"),
        QT_TRANSLATE_NOOP("station", "everything stays as it is"),
    ),
    Act.REPRINT: (
        QT_TRANSLATE_NOOP("station", "Print the same one again"),
        QT_TRANSLATE_NOOP("station", "the same number, no charge"),
    ),
    Act.ANOTHER: (
        QT_TRANSLATE_NOOP("station", "New shipment to this person"),
        QT_TRANSLATE_NOOP("station", "a second number"),
    ),
    Act.BUY: (
        QT_TRANSLATE_NOOP("station", "Yes, buy and print"),
        QT_TRANSLATE_NOOP("station", "and do so from now on without asking"),
    ),
    Act.SIZE: (QT_TRANSLATE_NOOP("station", "Size {value}"), ""),
    Act.FIX: ("{words}", QT_TRANSLATE_NOOP("station", "corrects the order, then its label prints")),
    Act.CHOOSE: ("{words}", ""),
    Act.RELEASE: (
        QT_TRANSLATE_NOOP("station", "Let it go"),
        QT_TRANSLATE_NOOP("station", "it is no longer held back"),
    ),
}
# By `ledger.scans.What`; a label that was printed needs no word.
LINES: Final = {
    "printed": "",
    "reprinted": QT_TRANSLATE_NOOP("station", "printed again"),
    "paired": QT_TRANSLATE_NOOP("station", "label matches"),
    "stop": QT_TRANSLATE_NOOP("station", "stopped"),
    "unknown": QT_TRANSLATE_NOOP("station", "unknown code"),
    "waiting": QT_TRANSLATE_NOOP("station", "waits"),
    "replaced": QT_TRANSLATE_NOOP("station", "replaced"),
    "cancelled": QT_TRANSLATE_NOOP("station", "given up"),
    "another": QT_TRANSLATE_NOOP("station", "one more parcel"),
    "late_block": QT_TRANSLATE_NOOP("station", "printed late"),
    "refused_scan": QT_TRANSLATE_NOOP("station", "scan not taken"),
    "signed_on": QT_TRANSLATE_NOOP("station", "signed on"),
    "signed_off": QT_TRANSLATE_NOOP("station", "signed off"),
}
# Why it was stopped, where a line of the last ten has no room for the whole fact.
STOPS: Final = {
    "held": QT_TRANSLATE_NOOP("station", "held back"),
    "wrong_label": QT_TRANSLATE_NOOP("station", "wrong label"),
    "foreign_label": QT_TRANSLATE_NOOP("station", "strange label"),
    "replaced": QT_TRANSLATE_NOOP("station", "label replaced"),
    "cancelled_at_inpost": QT_TRANSLATE_NOOP("station", "cancelled"),
    "unknown_at_inpost": QT_TRANSLATE_NOOP("station", "unknown to InPost"),
    "problem": QT_TRANSLATE_NOOP("station", "to be corrected"),
    "refused": QT_TRANSLATE_NOOP("station", "refused by InPost"),
    "unpaid": QT_TRANSLATE_NOOP("station", "not paid"),
    "unsure": QT_TRANSLATE_NOOP("station", "to be settled"),
    "offered": QT_TRANSLATE_NOOP("station", "offer to choose"),
    "duplicate": QT_TRANSLATE_NOOP("station", "sent before"),
    "question": QT_TRANSLATE_NOOP("station", "open question"),
    "weekend_shut": QT_TRANSLATE_NOOP("station", "no Weekend now"),
    "held_label": QT_TRANSLATE_NOOP("station", "label held back"),
    "bad_label": QT_TRANSLATE_NOOP("station", "unreadable label"),
    "maybe_printed": QT_TRANSLATE_NOOP("station", "maybe printed"),
    "printer": QT_TRANSLATE_NOOP("station", "printer failed"),
    "trouble": QT_TRANSLATE_NOOP("station", "did not work"),
    "not_bought": QT_TRANSLATE_NOOP("station", "not bought"),
    "closed_pile": QT_TRANSLATE_NOOP("station", "list closed"),
    "not_allowed": QT_TRANSLATE_NOOP("station", "not allowed"),
}
KEYS: Final = {"Space": QT_TRANSLATE_NOOP("station", "Space")}
_GIVEN: Final = frozenset({State.PRINTING, State.PRINTED, State.SENT})
_TRACKING: Final = 24


def state_word(state: State) -> str:
    """The huge word."""
    return translate("station", STATES[state])


def mode_words(mode: str) -> str:
    """What the station does now: shipping, or checking labels."""
    return translate("station", MODES[mode])


def rule_words(shown: Shown) -> tuple[str, str]:
    """The fact and the remedy. A rule nobody wrote words for says what its state says."""
    fact, remedy = _said(shown)
    if shown.state is State.STOP and shown.value and (detailed := _DETAILED.get(shown.rule)):
        return detailed(shown, fact, remedy)
    return fact, remedy


def stands_in(shown: Shown) -> bool:
    """Whether the label comes out of another printer than usual: `value` is the one that cannot print."""
    return shown.state in _GIVEN and shown.rule in ("", "reprinted") and bool(shown.value)


def refused_words(why: str) -> str:
    """Why a scan was not taken just now, in one line."""
    fact, remedy = RULES.get(f"refused.{why}", RULES["refused.closed"])
    return f"{translate('station', fact)} {translate('station', remedy)}"


def answer_words(answer: Answer) -> tuple[str, str]:
    """What an answer does, and what there is to know before: what it costs above all."""
    big, small = ACTS[answer.act]
    facts = {"value": answer.value, "words": answer.words}
    big = (translate("station", big) if answer.act in _SPOKEN else big).format(**facts)
    small = translate("station", small) if small else ""
    if answer.act is Act.SIZE and answer.value in SIZES:
        small = translate("fixes", SIZES[answer.value])
    return big, " · ".join(part for part in (small, cost_words(answer)) if part)


def cost_words(answer: Answer) -> str:
    """What it costs, as far as that is known; "" where it costs nothing."""
    if not answer.costs:
        return ""
    if answer.price is None:
        return translate("station", "this costs a shipment")
    return translate("station", "it costs {price}").format(price=price_words(answer.price))


def line_words(line: Line) -> str:
    """One of the last ten behind its reference: what happened, where it was not just printed, and to whom."""
    said = LINES.get(line.what, "")
    what = translate("station", said) if said else ""
    if line.what == "stop" and line.rule in STOPS:
        # The reason rather than the name: together they are too long for a line.
        return translate("station", STOPS[line.rule])
    person = line.name or (line.by if line.what in ("signed_on", "signed_off") else "")
    return ", ".join(part for part in (what, person) if part)


def armed_words(armed: Armed) -> str:
    """What the next order is done with: GABARYT C · ×3 · WEEKEND."""
    said = []
    if armed.size:
        said.append(translate("station", "SIZE {value}").format(value=armed.size))
    if armed.count > 1:
        said.append(f"×{armed.count}")
    if armed.weekend:
        on = armed.weekend == "on"
        said.append(
            translate("station", "WITH WEEKEND") if on else translate("station", "WITHOUT WEEKEND")
        )
    return " · ".join(said)


def key_words(key: str) -> str:
    """A key as it is called on the keyboard."""
    return translate("station", KEYS[key]) if key in KEYS else key


def number_parts(number: str) -> tuple[str, str]:
    """A tracking number for the eye: the four digits before the last, then the last four."""
    if len(number) <= 8:
        return "", number
    return f"… {number[-8:-4]}", number[-4:]


def _said(shown: Shown) -> tuple[str, str]:
    state = str(shown.state)
    keys = [f"{state}.{shown.rule}", f"{state}."]
    if shown.state is State.SENT:
        keys.insert(1, f"printed.{shown.rule}")
    if stands_in(shown):
        keys.insert(0, "printed.elsewhere")
    found = next((RULES[key] for key in keys if key in RULES), ("", ""))
    facts = {"value": _value(shown.value) or "–", "earlier": _earlier(shown)}
    facts["printer"] = shown.printer
    fact, remedy = (translate("station", text).format(**facts) if text else "" for text in found)
    return fact, remedy


def _value(value: str) -> str:
    if len(value) == _TRACKING and value.isdigit():
        return " ".join(number_parts(value))
    return value


def _earlier(shown: Shown) -> str:
    """When it was printed, and by whom."""
    when = _moment(shown.earlier) if shown.earlier else translate("station", "before")
    return ", ".join(part for part in (when, shown.by) if part)


def _moment(moment: datetime) -> str:
    local = moment.astimezone(WARSAW)
    if local.date() == steady_now().astimezone(WARSAW).date():
        return translate("station", "today {time}").format(time=f"{local:%H:%M}")
    return moment_words(moment)


def _plain(shown: Shown, fact: str, remedy: str) -> tuple[str, str]:
    """What the rules of orders and of InPost say, below our own fact."""
    if any(answer.act is Act.FIX for answer in shown.answers):
        remedy = translate("station", "Correct it by a key below, or put the parcel aside.")
    if shown.field in FIELDS:
        brief = brief_words(shown.field, shown.value, value=shown.given)
        return fact, f"{field_words(shown.field)}: {brief}. {remedy}"
    said = plain_rule_words(shown.value, field=shown.field, value=shown.given)
    return fact, f"{said[:1].upper()}{said[1:]} {remedy}"


def _held(shown: Shown, fact: str, remedy: str) -> tuple[str, str]:
    del fact, remedy
    return held_brief(shown.value), held_sentence(shown.value)


def _printer(shown: Shown, fact: str, remedy: str) -> tuple[str, str]:
    text = TROUBLES.get(f"printer.{shown.value}", "")
    if not text:
        return fact, remedy
    said = translate("troubles", text).format(place=shown.printer, detail="")
    return fact, said.replace(" ()", "").replace("  ", " ")


def _trouble(shown: Shown, fact: str, remedy: str) -> tuple[str, str]:
    del remedy
    return fact, shown.value


_DETAILED: Final[dict[str, Callable[[Shown, str, str], tuple[str, str]]]] = {
    "problem": _plain,
    "refused": _plain,
    "unpaid": _plain,
    "held_label": _held,
    "printer": _printer,
    "trouble": _trouble,
    "not_allowed": _trouble,
}
_SPOKEN: Final = frozenset(ACTS) - {Act.FIX, Act.CHOOSE}
