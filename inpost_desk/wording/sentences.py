"""Facts become sentences: every rule, outcome and trouble, with what to do next.

A test fails when a rule has no words here or a sentence no Polish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from inpost_desk.domain.order import Change, Field, Problem
from inpost_desk.errors import (
    FileTrouble,
    KeyringTrouble,
    LedgerTrouble,
    NoAnswer,
    NotAllowed,
    Offline,
    PaperTrouble,
    PrinterTrouble,
    QuestionOpen,
    Reason,
    Refused,
    TooFast,
    Trouble,
)
from inpost_desk.wording.draft_rules import DRAFT_RULES
from inpost_desk.wording.names import ADDITIONAL, FIELDS, METHODS, PATHS, SERVICES, STATUSES
from inpost_desk.wording.offer_rules import OFFER_RULES
from inpost_desk.wording.refusals import ACTIONS, ERRORS, VALIDATION
from inpost_desk.wording.rules import (
    FILE_RULES,
    HINTS,
    LABEL_RULES,
    SENT_BEFORE_DELETED,
    STANDING_RULES,
)
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate
from inpost_desk.wording.troubles import TROUBLES

WARSAW: Final = ZoneInfo("Europe/Warsaw")
LONGEST: Final = 60  # of a value quoted in a sentence

OUTCOMES: Final = {
    "done": QT_TRANSLATE_NOOP("outcomes", "done"),
    "invalid": QT_TRANSLATE_NOOP("outcomes", "to be corrected"),
    "refused": QT_TRANSLATE_NOOP("outcomes", "refused by InPost"),
    "duplicate": QT_TRANSLATE_NOOP("outcomes", "sent before, skipped"),
    "offered": QT_TRANSLATE_NOOP("outcomes", "offer to be chosen"),
    "replaced": QT_TRANSLATE_NOOP("outcomes", "replaced"),
    "unpaid": QT_TRANSLATE_NOOP("outcomes", "not paid"),
    "unsure": QT_TRANSLATE_NOOP("outcomes", "unsure"),
    "waiting": QT_TRANSLATE_NOOP("outcomes", "waiting"),
}

RULES: Final = (
    FILE_RULES | STANDING_RULES | LABEL_RULES | DRAFT_RULES | OFFER_RULES | VALIDATION | ERRORS
)

KINDS: Final[dict[type[Trouble], str]] = {
    FileTrouble: "file",
    LedgerTrouble: "ledger",
    KeyringTrouble: "keyring",
    PrinterTrouble: "printer",
    QuestionOpen: "question",
    NotAllowed: "not_allowed",
    Offline: "offline",
    NoAnswer: "no_answer",
}

CHANGES: Final = {
    "sent_as_standard": QT_TRANSLATE_NOOP("changes", "InPost takes none now; sent as standard"),
    "together": QT_TRANSLATE_NOOP("changes", "goes together with another order"),
    "normalised": QT_TRANSLATE_NOOP("changes", "written the usual way"),
    "insurance_raised_to_cod": QT_TRANSLATE_NOOP(
        "changes",
        "extra protection raised to the cash on delivery, because the courier requires it",
    ),
    "written_in_latin": QT_TRANSLATE_NOOP(
        "changes", "written in Latin letters, because labels print no others"
    ),
    "reference_numbered": QT_TRANSLATE_NOOP("changes", "numbered, because each row is a parcel"),
    "changed_in_file": QT_TRANSLATE_NOOP(
        "changes", "an earlier file on the desk said something else"
    ),
    "service_becomes_parcel_point": QT_TRANSLATE_NOOP(
        "changes", "this point is a PaczkoPunkt, so InPost changes the service"
    ),
}


def outcome_words(outcome: str) -> str:
    """An outcome in one or two words."""
    return translate("outcomes", OUTCOMES[outcome])


def field_words(field: str) -> str:
    """A field's name; ShipX's dotted path, where we have no name for it, is shown as it is."""
    return translate("names", FIELDS.get(field) or PATHS.get(field, field))


def service_words(key: str) -> str:
    """The name of a service, additional service or sending method; a new one of InPost's as it is."""
    return translate("names", (SERVICES | ADDITIONAL | METHODS).get(key, key))


def status_words(status: str) -> str:
    """A ShipX status in a few words; InPost adds statuses, and an unknown one is shown as it is."""
    return translate("names", STATUSES.get(status, status))


def moment_words(moment: datetime) -> str:
    """Date and time as a clock in a Polish warehouse shows them."""
    pattern = QT_TRANSLATE_NOOP("names", "%Y-%m-%d %H:%M")
    return moment.astimezone(WARSAW).strftime(translate("names", pattern))


def money_words(amount: str) -> str:
    """PLN as the order file writes them: 1299,00."""
    return amount.replace(".", ",")


def rule_words(rule: str, *, field: str = "", value: str = "", hint: str = "") -> str:
    """What a rule says and what to do; `value` is what was given, `hint` what else is known.

    A rule InPost invented since is shown as it is.
    """
    if rule == "sent_before":
        # What was found is no cell of the file: it says which shipment was meant.
        value, hint = "", hint or value
    known = re.sub(r"^id_\d+_", "id_", rule)
    text = RULES.get(f"{field}.{known}") or RULES.get(known)
    if text is None:
        unknown = QT_TRANSLATE_NOOP("rules", "InPost answered “{rule}”.")
        words = translate("rules", unknown).format(rule=rule)
    else:
        words = translate("rules", text)
    if hint and rule in HINTS:
        words += " " + _hint_words(rule, hint)
    if value:
        quoted = QT_TRANSLATE_NOOP("rules", "“{value}” – {words}")
        words = translate("rules", quoted).format(value=_shown(rule, value), words=words)
    return words


def _hint_words(rule: str, hint: str) -> str:
    number, comma, day = hint.partition(", ")
    if rule == "sent_before" and comma:
        return translate("rules", SENT_BEFORE_DELETED).format(number=number, day=day)
    return translate("rules", HINTS[rule]).format(hint=_hint(rule, hint))


def _hint(rule: str, hint: str) -> str:
    if rule in {"too_small", "too_big", "insurance_beyond_usual"}:
        return money_words(f"{Decimal(hint):,f}".replace(",", "\N{NO-BREAK SPACE}"))
    return service_words(hint) if rule.endswith("_for_service") else hint


def _shown(rule: str, value: str) -> str:
    """A value as a reader knows it: names for keys, a comma in an amount of ours, nothing endless."""
    if rule.endswith(("_for_service", "_in_contract")):
        return service_words(value)
    if rule == "cod_repeated":
        return money_words(value)
    return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"


def problem_words(problem: Problem, column: str = "") -> str:
    """One problem of a row, with the column it is in."""
    words = rule_words(problem.rule, field=problem.field, value=problem.value, hint=problem.hint)
    return f"{column}: {words}" if column else words


def problems_words(problems: Sequence[Problem], columns: dict[Field, str]) -> str:
    """All problems of a row in one line."""
    return " ".join(problem_words(one, columns.get(one.field, "")) for one in problems)


def change_words(change: Change) -> str:
    """What was mended by itself: before → after and why."""
    before = change.before or translate("changes", QT_TRANSLATE_NOOP("changes", "(empty)"))
    after = change.after
    if change.field is Field.SERVICE:
        before, after = service_words(before), service_words(after)
    elif change.field in (Field.COD, Field.INSURANCE):
        after = money_words(after)
        # Here the amount before is one of ours too, not the text of the cell.
        before = money_words(before) if change.rule == "insurance_raised_to_cod" else before
    return f"{before} → {after} ({reason_words(change.rule)})"


def reason_words(rule: str) -> str:
    """Why something was mended by itself."""
    return translate("changes", CHANGES[rule])


def trouble_words(trouble: Trouble) -> str:
    """A trouble in one sentence with the place and the remedy, and the request's id where InPost got one."""
    words = _trouble_sentence(trouble)
    if isinstance(trouble, Offline) or not trouble.request_id:
        return words
    note = QT_TRANSLATE_NOOP("troubles", "(InPost request {id})")
    return f"{words} {translate('troubles', note).format(id=trouble.request_id)}"


def _trouble_sentence(trouble: Trouble) -> str:
    if isinstance(trouble, Refused):
        return _refusal_sentence(trouble)
    if isinstance(trouble, PaperTrouble):
        return _opened(rule_words(trouble.rule))
    key, place = _trouble_key(trouble)
    text = TROUBLES.get(key) or TROUBLES[key.split(".")[0]]
    return translate("troubles", text).format(place=place, detail=trouble.detail)


def _refusal_sentence(refusal: Refused) -> str:
    if refusal.reasons:
        return " ".join(_reason_sentence(one) for one in refusal.reasons)
    return _opened(_action_words(refusal) or rule_words(refusal.error or "refused"))


def _reason_sentence(reason: Reason) -> str:
    """Field and reason; what InPost says of the weekend names it already."""
    words = rule_words(reason.rule, field=reason.field)
    if not reason.field or reason.rule.endswith("_end_of_week_collection"):
        return _opened(words)
    return f"{_opened(field_words(reason.field))}: {words}"


def _action_words(refusal: Refused) -> str:
    """Why just this action is not allowed now, where InPost says which one was meant."""
    action, status = (refusal.facts.get(name, "") for name in ("action", "shipment_status"))
    if refusal.error != "invalid_action" or action not in ACTIONS or not status:
        return ""
    if action == "cancel" and status == "canceled":
        return rule_words("canceled")
    return translate("rules", ACTIONS[action]).format(status=status_words(status))


def _opened(sentence: str) -> str:
    """With a capital where it stands alone."""
    return sentence[:1].upper() + sentence[1:]


def _trouble_key(trouble: Trouble) -> tuple[str, str]:
    """The key in `TROUBLES`, and the place it names."""
    kind = KINDS.get(type(trouble), "unknown")
    match trouble:
        case FileTrouble() | LedgerTrouble() | PrinterTrouble():
            return f"{kind}.{trouble.rule}", trouble.place
        case KeyringTrouble() | QuestionOpen() | NotAllowed():
            return f"{kind}.{trouble.rule}", ""
        case Offline() | NoAnswer():
            return f"{kind}.{trouble.detail}", ""
        case TooFast():
            return "too_fast", f"{trouble.wait:.0f}"
        case _:
            return kind, ""
