"""An endpoint's answer made into what the client returns; whatever cannot be read becomes `NoAnswer`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from inpost_desk.domain.point import Point
from inpost_desk.errors import NoAnswer
from inpost_desk.shipx.answers import Answer, file_of, values_of
from inpost_desk.shipx.catalogues import read_point

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LabelFile:
    """A label file as it came: PDF, ZPL, EPL, or a ZIP where services differ (API §3.5)."""

    content: bytes
    media_type: str


def understood(answer: Answer, reader: Callable[[object], T], *, change: bool = False) -> T:
    """What `reader` makes of the body. A reader that gives up does not know the request's id."""
    values = values_of(answer, change=change)
    try:
        return reader(values)
    except NoAnswer as trouble:
        raise NoAnswer(trouble.detail, request_id=answer.request_id) from None


def done(answer: Answer) -> None:
    """A success needs no body; whatever body there is may be an error in disguise."""
    if answer.content.strip():
        values_of(answer, change=True)


def label_file(answer: Answer) -> LabelFile:
    """A file of labels."""
    return LabelFile(content=file_of(answer), media_type=answer.media_type)


def one_point(values: object) -> Point:
    """A point that must be there."""
    found = read_point(values)
    if found is None:
        raise NoAnswer("unreadable")
    return found
