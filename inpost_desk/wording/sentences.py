"""Facts become sentences: every rule, outcome and trouble, with what to do next.

A test fails when a rule has no words here or a sentence no Polish.
"""

from __future__ import annotations

from collections.abc import Sequence

from inpost_desk.domain.order import Change, Field, Problem
from inpost_desk.errors import (
    FileTrouble,
    KeyringTrouble,
    LedgerTrouble,
    NoAnswer,
    NotAllowed,
    Offline,
    QuestionOpen,
    Refused,
    TooFast,
    Trouble,
)
from inpost_desk.wording.rules import RULES
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate
from inpost_desk.wording.troubles import TROUBLES

OUTCOMES = {
    "done": QT_TRANSLATE_NOOP("outcomes", "done"),
    "invalid": QT_TRANSLATE_NOOP("outcomes", "to be corrected"),
    "refused": QT_TRANSLATE_NOOP("outcomes", "refused by InPost"),
    "duplicate": QT_TRANSLATE_NOOP("outcomes", "sent before, skipped"),
    "unpaid": QT_TRANSLATE_NOOP("outcomes", "not paid"),
    "unsure": QT_TRANSLATE_NOOP("outcomes", "unsure"),
    "waiting": QT_TRANSLATE_NOOP("outcomes", "waiting"),
}

KINDS: dict[type[Trouble], str] = {
    KeyringTrouble: "keyring",
    QuestionOpen: "question",
    NotAllowed: "not_allowed",
    Offline: "offline",
    NoAnswer: "no_answer",
}

CHANGES = {
    "normalised": QT_TRANSLATE_NOOP("changes", "written the usual way"),
    "insurance_raised_to_cod": QT_TRANSLATE_NOOP(
        "changes", "extra protection raised to the cash on delivery, as the courier requires"
    ),
    "reference_numbered": QT_TRANSLATE_NOOP("changes", "numbered: one parcel a row"),
    "service_becomes_parcel_point": QT_TRANSLATE_NOOP(
        "changes", "a PaczkoPunkt: InPost changes the service by itself"
    ),
}


def outcome_words(outcome: str) -> str:
    """An outcome in one or two words."""
    return translate("outcomes", OUTCOMES[outcome])


def rule_words(rule: str, *, value: str = "", hint: str = "") -> str:
    """What a rule says and what to do; a rule InPost invented since is shown as it is."""
    text = RULES.get(rule)
    if text is None:
        unknown = QT_TRANSLATE_NOOP("rules", "InPost answered “{rule}”.")
        return translate("rules", unknown).format(rule=rule)
    return translate("rules", text).format(value=value, hint=hint)


def problem_words(problem: Problem, column: str = "") -> str:
    """One problem of a row, with the column it is in."""
    words = rule_words(problem.rule, value=problem.value, hint=problem.hint)
    return f"{column}: {words}" if column else words


def problems_words(problems: Sequence[Problem], columns: dict[Field, str]) -> str:
    """All problems of a row in one line."""
    return " ".join(problem_words(one, columns.get(one.field, "")) for one in problems)


def change_words(change: Change) -> str:
    """What was mended by itself."""
    why = translate("changes", CHANGES[change.rule])
    return f"{change.before} → {change.after} ({why})"


def trouble_words(trouble: Trouble) -> str:
    """A trouble in one sentence with the place and the remedy, and InPost's request id where there is one."""
    words = _trouble_sentence(trouble)
    if not trouble.request_id:
        return words
    note = QT_TRANSLATE_NOOP("troubles", "(request {id})")
    return f"{words} {translate('troubles', note).format(id=trouble.request_id)}"


def _trouble_sentence(trouble: Trouble) -> str:
    if isinstance(trouble, Refused):
        if trouble.reasons:
            return " ".join(f"{one.field}: {rule_words(one.rule)}" for one in trouble.reasons)
        return rule_words(trouble.error or "refused")
    key, place = _trouble_key(trouble)
    text = TROUBLES.get(key) or TROUBLES[key.split(".")[0]]
    return translate("troubles", text).format(place=place, detail=trouble.detail)


def _trouble_key(trouble: Trouble) -> tuple[str, str]:
    """The key in `TROUBLES`, and the place it names."""
    match trouble:
        case FileTrouble() | LedgerTrouble():
            kind = "file" if isinstance(trouble, FileTrouble) else "ledger"
            return f"{kind}.{trouble.rule}", trouble.place
        case KeyringTrouble() | QuestionOpen() | NotAllowed():
            return f"{KINDS[type(trouble)]}.{trouble.rule}", ""
        case TooFast():
            return "too_fast", f"{trouble.wait:.0f}"
        case _:
            return KINDS.get(type(trouble), "unknown"), ""
