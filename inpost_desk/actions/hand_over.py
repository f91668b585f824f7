"""Handing parcels over to a courier by scanning them, receiving what came back, and the record on paper.

InPost is asked nothing here. `hand_over_id` and parcels are the ledger's own numbers.
"""

from __future__ import annotations

import re
from typing import Final

from inpost_desk.domain.hand_over import HandOver, RecordWords, ScanLine
from inpost_desk.domain.scan_code import read_code
from inpost_desk.domain.station import ScannerRules
from inpost_desk.labels.own_record import record_pages
from inpost_desk.ledger import hand_over_scans
from inpost_desk.ledger.hand_over_scans import Code
from inpost_desk.ledger.hand_overs import begin, current, decide_left, earlier, finish, one
from inpost_desk.ledger.ledger import Ledger

__all__ = [
    "begin",
    "current",
    "decide_left",
    "earlier",
    "finish",
    "one",
    "receive_return",
    "record_sheet",
    "scan",
    "take_back",
]
# InPost's own numbers; then those of the post and other carriers (UPU S10).
_DIGITS: Final = 24
_OF_THE_POST: Final = re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}")


def scan(
    ledger: Ledger,
    hand_over_id: int,
    code: str,
    *,
    operator: str = "",
    rules: ScannerRules | None = None,
) -> ScanLine:
    """What a code at the truck came to. A shipment is handed over once each of its parcels was scanned.

    `rules` are the scanner's, for the shop's own codes. Raises LookupError for an unknown hand-over.
    """
    return hand_over_scans.scan(ledger, hand_over_id, _read(code, rules), operator=operator)


def take_back(
    ledger: Ledger, hand_over_id: int, shipment_id: int, number: str, *, operator: str = ""
) -> ScanLine | None:
    """A counted scan was wrong: its parcel is here again, of several parcels one. Both stay in the record.

    `number` is as the scan's line has it. None where it does not count any more, or the hand-over was closed.
    Raises LookupError for an unknown hand-over.
    """
    return hand_over_scans.take_back(ledger, hand_over_id, shipment_id, number, operator=operator)


def receive_return(ledger: Ledger, number: str) -> ScanLine:
    """Mark a parcel that came back as received, by its own number or the one it returned under."""
    return hand_over_scans.receive(ledger, _read(number, None))


def record_sheet(hand_over: HandOver, words: RecordWords) -> bytes:
    """A4 pages: who handed what over and when, what stayed, and lines for two signatures."""
    return record_pages(hand_over, words)


def _read(code: str, rules: ScannerRules | None) -> Code:
    """Without what a scanner adds, or the blanks between a number's groups."""
    read = read_code(code, rules or ScannerRules())
    number = "".join(read.text.split())
    if number.isdigit() and number.isascii():
        references = tuple(dict.fromkeys((number, *read.references)))
        return Code(number, references, is_number=len(number) == _DIGITS)
    is_number = bool(_OF_THE_POST.fullmatch(number.upper()))
    return Code(read.text, read.references, is_number=is_number)
