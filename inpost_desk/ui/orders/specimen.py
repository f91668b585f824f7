"""The words on the page ahead of labels that nobody may send: those of the demo and the sandbox."""

from __future__ import annotations

from inpost_desk.settings import Account, Environment
from inpost_desk.wording.speech import translate


def specimen_words(account: Account | None) -> tuple[str, ...]:
    """Empty where labels are real."""
    if account is None or account.environment not in (Environment.DEMO, Environment.SANDBOX):
        return ()
    return (
        translate("ui", "SPECIMEN – DO NOT SEND"),
        translate("ui", "The labels behind this page are samples."),
    )
