"""What can go wrong, as facts; the sentences are made in `wording`.

Every failure that a user may meet is a `Trouble`. The one question that matters about a failed call is
whether InPost may have acted on it: only a change that surely was not carried out may be sent again.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing InPost refused.

    `row` is the caller's own row id in a batch (or None), `field` our field name (see `domain.order.Field`)
    or ShipX's dotted path where we have none, `rule` ShipX's key such as `does_not_exist`, `parcel` which
    parcel of the shipment it is about, counted from 0 (or None).
    """

    field: str
    rule: str
    row: str | None = None
    parcel: int | None = None


class Trouble(Exception):
    """A failure with facts and no sentence."""

    may_have_acted: bool = False

    def __init__(self, detail: str = "", *, request_id: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
        self.request_id = request_id


class Offline(Trouble):
    """Surely nothing was sent: no connection could be made."""


class NoAnswer(Trouble):
    """Sent or partly sent, then silence, a cut, a 5xx or an unreadable 2xx: InPost may have acted."""

    may_have_acted = True


class Refused(Trouble):
    """InPost answered 4xx (or an error body with 200) and did not act.

    `status` is the HTTP code, `error` ShipX's stable top-level key ("" where the body had none), `facts`
    other scalar members of `details` (such as `shipment_status`), never personal data.
    """

    def __init__(
        self,
        detail: str = "",
        *,
        status: int,
        error: str = "",
        reasons: tuple[Reason, ...] = (),
        facts: dict[str, str] | None = None,
        request_id: str = "",
    ) -> None:
        super().__init__(detail, request_id=request_id)
        self.status = status
        self.error = error
        self.reasons = reasons
        self.facts = facts or {}


class NotFound(Refused):
    """404 from ShipX itself. For an id we hold it may be one of its sporadic ones."""


class NotAllowed(Trouble):
    """401 or 403, or a token that belongs to another organisation or environment."""

    def __init__(
        self, detail: str = "", *, status: int, rule: str = "", request_id: str = ""
    ) -> None:
        super().__init__(detail, request_id=request_id)
        self.status = status
        self.rule = rule


class TooFast(Trouble):
    """429: InPost did not act and asks to wait `wait` seconds."""

    def __init__(self, detail: str = "", *, wait: float, request_id: str = "") -> None:
        super().__init__(detail, request_id=request_id)
        self.wait = wait


class FileTrouble(Trouble):
    """A file cannot be read or written: `rule` names what is wrong, `place` where (path, column, row)."""

    def __init__(self, rule: str, *, place: str = "", detail: str = "") -> None:
        super().__init__(detail or rule)
        self.rule = rule
        self.place = place


class QuestionOpen(Trouble):
    """A decision is needed that nobody is there to make. `rule` names the question, `detail` its facts."""

    def __init__(self, rule: str, *, detail: str = "") -> None:
        super().__init__(detail or rule)
        self.rule = rule


class LedgerTrouble(Trouble):
    """The ledger cannot be opened or written: newer than the program, damaged, disk full, network share."""

    def __init__(self, rule: str, *, place: str = "", detail: str = "") -> None:
        super().__init__(detail or rule)
        self.rule = rule
        self.place = place


class KeyringTrouble(Trouble):
    """The OS keyring cannot be used. `rule`: `missing`, `locked`, `unsafe`, `failed`,
    `token_not_valid` or `token_damaged`."""

    def __init__(self, rule: str, *, detail: str = "") -> None:
        super().__init__(detail or rule)
        self.rule = rule


class PaperTrouble(Trouble):
    """A label file is not what must be printed. `rule` as in `labels.readback`."""

    def __init__(self, rule: str, *, detail: str = "") -> None:
        super().__init__(detail or rule)
        self.rule = rule


class PrinterTrouble(Trouble):
    """A printer cannot be used: `rule` names what is wrong, `place` the queue or the print server.

    After `no_answer` the printer may have got the document, so nothing prints it again by itself.
    """

    def __init__(self, rule: str, *, place: str = "", detail: str = "") -> None:
        super().__init__(detail or rule)
        self.rule = rule
        self.place = place
        self.may_have_acted = rule == "no_answer"
