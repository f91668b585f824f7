"""What an HTTP answer means: the values in its body, or one `Trouble`.

Knows status codes and ShipX's error bodies (API §1.6), not how an answer travelled and not what is read
out of it. The question behind every line: may InPost have acted?
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import msgspec

from inpost_desk.errors import NoAnswer, NotAllowed, NotFound, Refused, TooFast, Trouble
from inpost_desk.shipx import refusals
from inpost_desk.shipx.picking import mapping, several, text, whole

GATEWAY_404 = "gateway_404"
NOT_SHIPX = "not_shipx"
DEFAULT_WAIT = 5.0
LONGEST_WAIT = 24 * 3600.0

# InPost's other APIs write camelCase where ShipX writes snake_case (API §9).
_FOREIGN = frozenset(
    {
        "trackingNumber",
        "createdAt",
        "updatedAt",
        "totalItems",
        "perPage",
        "recipient",
        "pickupTime",
        "parcelCount",
        "coordinates",
    }
)
_OURS = frozenset({"tracking_number", "created_at", "per_page", "href", "trackingDetails"})


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer as it came. Header names are in lower case; `media_type` is without parameters."""

    status: int
    content: bytes
    media_type: str
    headers: Mapping[str, str]
    request_id: str


def trouble_of(answer: Answer, *, change: bool, elsewhere: bool = False) -> Trouble | None:
    """The `Trouble` behind a status code, or None for 2xx.

    `change` tells a call that may have acted from a read; `elsewhere` that the token was issued for
    another environment than the one that answered.
    """
    if 200 <= answer.status < 300:
        return None
    if answer.status < 400:
        return NoAnswer("redirected", request_id=answer.request_id)
    return _failure(answer, answer.status, change=change, elsewhere=elsewhere)


def values_of(answer: Answer, *, change: bool = False) -> object:
    """The decoded JSON body of a 2xx answer.

    Raises `NoAnswer` where it cannot be read, and the error it carries where it is an error in disguise
    (API §1.6) or comes from one of InPost's other APIs.
    """
    values = _decoded(answer.content)
    if values is None:
        raise NoAnswer("unreadable", request_id=answer.request_id)
    status = _disguised(values, change=change)
    if status:
        raise _failure(answer, status, change=change, elsewhere=False)
    if is_foreign(values):
        if change:
            raise NoAnswer(NOT_SHIPX, request_id=answer.request_id)
        raise Refused(status=answer.status, error=NOT_SHIPX, request_id=answer.request_id)
    return values


def file_of(answer: Answer) -> bytes:
    """The bytes of a 2xx answer that should be a file. Raises as `values_of` for JSON, HTML or nothing."""
    start = answer.content[:256].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"{", b"[")) and _decoded(answer.content) is not None:
        values_of(answer)
        raise NoAnswer("unreadable", request_id=answer.request_id)
    if not start or start.startswith((b"<!doctype", b"<html", b"<?xml")):
        raise NoAnswer("unreadable", request_id=answer.request_id)
    return answer.content


def is_foreign(values: object) -> bool:
    """Whether this is the dialect of InPost's international APIs."""
    own = mapping(values)
    parts = [
        own,
        *(mapping(one) for name in ("items", "parcels") for one in several(own.get(name))),
    ]
    return any(part.keys() & _FOREIGN for part in parts) and not own.keys() & _OURS


def _decoded(content: bytes) -> object | None:
    try:
        return msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))  # type: ignore[no-any-return]
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _disguised(values: object, *, change: bool) -> int:
    """The status of an error that came as a success, 0 for an ordinary body."""
    body = mapping(values)
    status = whole(body.get("status"))
    if status is not None and 400 <= status < 600:
        return status
    named = text(body.get("error")) or text(body.get("key"))
    if named and not {"id", "items", "event", "name"} & body.keys():
        # Without a status nobody says that a change was not carried out.
        return 500 if change else 400
    return 0


def _failure(answer: Answer, status: int, *, change: bool, elsewhere: bool) -> Trouble:
    request_id = answer.request_id
    if status >= 500 or status == 408:
        return NoAnswer(f"status_{status}", request_id=request_id)
    if status == 429:
        return TooFast(wait=_wait(answer), request_id=request_id)
    body = _decoded(answer.content)
    readable = isinstance(body, dict)
    if status in (401, 403):
        return _not_allowed(body if readable else None, answer, status=status, elsewhere=elsewhere)
    if status == 404 and not readable:
        if change:
            return NoAnswer(GATEWAY_404, request_id=request_id)
        return NotFound(status=404, error=GATEWAY_404, request_id=request_id)
    error = NOT_SHIPX if is_foreign(body) else refusals.key_of(body)
    kind = NotFound if status == 404 else Refused
    return kind(
        status=status,
        error=error,
        reasons=refusals.reasons_of(body),
        facts=refusals.facts_of(body),
        request_id=request_id,
    )


def _not_allowed(body: object, answer: Answer, *, status: int, elsewhere: bool) -> NotAllowed:
    """A page instead of ShipX's JSON is a firewall's or proxy's: the token may be right."""
    rule = "token_invalid" if status == 401 else "access_forbidden"
    if elsewhere:
        rule = "other_environment"
    elif body is None and answer.content.strip():
        rule = "blocked"
    elif refusals.key_of(body) not in ("", "forbidden", "unauthorized"):
        rule = refusals.key_of(body)
    return NotAllowed(status=status, rule=rule, request_id=answer.request_id)


def _wait(answer: Answer) -> float:
    """Seconds to wait by `Retry-After`, which is a number or a date (API §1.4)."""
    given = answer.headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", given, re.ASCII):
        return min(float(given), LONGEST_WAIT)
    until = date_of(given)
    if until is None:
        return DEFAULT_WAIT
    now = date_of(answer.headers.get("date", "")) or datetime.now(UTC)
    return min(max((until - now).total_seconds(), 0.0), LONGEST_WAIT)


def date_of(value: str) -> datetime | None:
    """An HTTP date as an aware time in UTC."""
    try:
        found = parsedate_to_datetime(value)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
