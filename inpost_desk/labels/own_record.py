"""The record of a hand-over on A4: facts, the parcels with their times, what stayed, two signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from inpost_desk.domain.hand_over import HandOver, Parcel, RecordWords
from inpost_desk.labels.own_pages import A4
from inpost_desk.labels.own_text import PLAIN, document, text_at

_LEFT: Final = 14 * mm
_RIGHT: Final = A4[0] - _LEFT
_TOP: Final = A4[1] - 26 * mm
_STEP: Final = 6 * mm
# Rows of a page; the facts and the signatures take the room of some.
_ROWS: Final = 42
_FACTS: Final = 5
_SIGNATURES: Final = 6
# Where the texts of a row begin, and how wide they may be; the first is the running number.
_COLUMNS: Final = ((14, 9), (24, 46), (72, 46), (120, 48), (170, 26))


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the list; a heading is bold and has a rule below it."""

    texts: tuple[str, ...]
    heading: bool = False


def record_pages(hand_over: HandOver, words: RecordWords) -> bytes:
    """As many pages as the parcels need; the last one has the signatures."""
    pages = _paged(list(_rows(hand_over, words)))
    draw = [
        partial(_page, rows=rows, place=place, count=len(pages), over=hand_over, words=words)
        for place, rows in enumerate(pages)
    ]
    return document(A4, draw)


def _rows(over: HandOver, words: RecordWords) -> Iterator[_Row]:
    handed = [one for one in over.parcels if one.handed_at is not None]
    stayed = [one for one in over.parcels if one.handed_at is None]
    columns = (words.reference, words.receiver, words.number)
    yield _Row(("", *columns, words.handed), heading=True)
    for number, one in enumerate(handed, start=1):
        moment = words.moment(one.handed_at) if one.handed_at else ""
        yield _Row((str(number), one.reference, one.name, _number(one), moment))
    if stayed:
        yield _Row(())
        yield _Row(("", *columns, words.left_here), heading=True)
    for number, one in enumerate(stayed, start=1):
        told = words.left.get(one.left, "") if one.left else ""
        yield _Row((str(number), one.reference, one.name, _number(one), told))


def _number(one: Parcel) -> str:
    return f"{one.number} (×{one.parts})" if one.parts > 1 else one.number


def _paged(rows: Sequence[_Row]) -> list[Sequence[_Row]]:
    """The first page has room for the facts beside its rows, the last one for the signatures."""
    first = _ROWS - _FACTS
    pages = [rows[:first]]
    pages += [rows[start : start + _ROWS] for start in range(first, len(rows), _ROWS)]
    room = first if len(pages) == 1 else _ROWS
    if len(pages[-1]) > room - _SIGNATURES:
        pages.append(())
    return pages


def _page(
    canvas: Canvas,
    *,
    rows: Sequence[_Row],
    place: int,
    count: int,
    over: HandOver,
    words: RecordWords,
) -> None:
    text_at(canvas, words.title, (_LEFT, A4[1] - 17 * mm), size=15, bold=True, width=150 * mm)
    canvas.setFont(PLAIN, 9)
    canvas.drawRightString(_RIGHT, A4[1] - 17 * mm, f"{place + 1}/{count}")
    y = _TOP
    if place == 0:
        _facts(canvas, over, words, y)
        y -= _FACTS * _STEP
    for row in rows:
        _row(canvas, row, y)
        y -= _STEP
    if place == count - 1:
        _signatures(canvas, words)


def _facts(canvas: Canvas, over: HandOver, words: RecordWords, y: float) -> None:
    counted = words.counted.format(handed=over.handed, expected=over.expected)
    text_at(canvas, counted, (_LEFT, y), size=12, bold=True, width=180 * mm)
    facts = [
        (words.began, words.moment(over.started_at)),
        (words.ended, words.moment(over.ended_at) if over.ended_at else ""),
        (words.operator, over.operator),
        (words.station, over.station),
        ("", words.pickup.format(number=over.pickup_id) if over.pickup_id is not None else ""),
    ]
    shown = [f"{name}: {value}" if name else value for name, value in facts if value]
    for place, fact in enumerate(shown):
        row, column = divmod(place, 2)
        at = (_LEFT + column * 92 * mm, y - (row + 1) * _STEP)
        text_at(canvas, fact, at, size=9.5, width=88 * mm)


def _row(canvas: Canvas, row: _Row, y: float) -> None:
    for (x, width), text in zip(_COLUMNS, row.texts, strict=False):
        size = 8.5 if row.heading else 9
        text_at(canvas, text, (x * mm, y), size=size, bold=row.heading, width=width * mm)
    if row.texts:
        canvas.setLineWidth(0.8 if row.heading else 0.2)
        canvas.line(_LEFT, y - 1.8 * mm, _RIGHT, y - 1.8 * mm)


def _signatures(canvas: Canvas, words: RecordWords) -> None:
    canvas.setLineWidth(0.5)
    for text, x in ((words.given_by, _LEFT), (words.taken_by, 112 * mm)):
        canvas.line(x, 26 * mm, x + 78 * mm, 26 * mm)
        text_at(canvas, text, (x, 21 * mm), size=8.5, width=78 * mm)
