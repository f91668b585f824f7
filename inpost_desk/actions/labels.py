"""Fetching labels in bulk, reading them back and storing each once.

Works beside the buying on a thread of its own. Pages are recognised by the bar code on them, never by their
place in the file, because InPost promises no order. What fails is noted with the label, never raised.
"""

from __future__ import annotations

import hashlib
import logging
import queue
import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from inpost_desk.errors import PaperTrouble, Refused, Trouble
from inpost_desk.labels.readback import PageReading, check, read_pages
from inpost_desk.labels.sheet import single_pages
from inpost_desk.labels.store import LabelStore
from inpost_desk.labels.unpack import documents
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.seen import Known, LabelFile, store_labels
from inpost_desk.shipx.client import Client

log = logging.getLogger(__name__)

AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a bulk file with what the read-back found on it."""

    content: bytes
    reading: PageReading


@dataclass(slots=True)
class LabelLine:
    """Takes paid shipments and stores their labels, in the background until `finish`."""

    ledger: Ledger
    client: Client
    store: LabelStore
    stored: Callable[[int], None] = lambda _count: None
    trouble: Trouble | None = None
    """The first failure that will keep coming: a full disk, or InPost out of reach."""
    _queue: queue.SimpleQueue[list[Known] | None] = field(default_factory=queue.SimpleQueue)
    _thread: threading.Thread | None = None

    def put(self, known: Sequence[Known]) -> None:
        """Have the labels of these fetched; those stored before are left alone."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="labels", daemon=True)
            self._thread.start()
        self._queue.put([one for one in known if not one.has_label])

    def finish(self) -> None:
        """Wait until everything put so far is stored or has failed."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while (known := self._queue.get()) is not None:
            for start in range(0, len(known), AT_ONCE):
                if self.trouble is None:
                    self._fetch_noting(known[start : start + AT_ONCE])

    def _fetch_noting(self, known: Sequence[Known]) -> None:
        try:
            self._fetch(known)
        except Trouble as trouble:
            log.warning("labels of %d shipments: %s", len(known), type(trouble).__name__)
            self.trouble = trouble
        except Exception:
            # A bug must not end the line in silence: the rows stay without a label and say so.
            log.exception("labels of %d shipments", len(known))

    def _fetch(self, known: Sequence[Known]) -> None:
        try:
            content = self.client.labels([one.shipx_id for one in known]).content
        except Refused as refusal:
            rules = [reason.rule for reason in refusal.reasons] or [refusal.error or "refused"]
            self._halves(known, rules[0])
            return
        try:
            pages = _pages(content, [number for one in known for number in one.numbers])
        except PaperTrouble as trouble:
            self._halves(known, trouble.rule)
            return
        self._keep(known, pages)

    def _halves(self, known: Sequence[Known], rule: str) -> None:
        """One bad shipment fails the whole call: halves find it."""
        if len(known) == 1:
            self._note(known[0], rule)
            return
        middle = len(known) // 2
        self._fetch(known[:middle])
        self._fetch(known[middle:])

    def _note(self, one: Known, rule: str) -> None:
        nothing = LabelFile(one.shipment_id, file="", size=0, sha256="", pages=0, finding=rule[:96])
        store_labels(self.ledger, [nothing], now=self.client.now())

    def _keep(self, known: Sequence[Known], pages: Sequence[Page]) -> None:
        found, strangers = _sorted_out(known, pages)
        missing = [one for one in known if one.shipment_id not in found]
        if len(known) == 1 and missing and strangers:
            # Asked for alone, so this is its label whatever stands on it: kept, but held back.
            found = {known[0].shipment_id: strangers}
            missing = []
        self._save([one for one in known if one.shipment_id in found], found)
        for one in missing:
            if len(known) > 1:
                self._fetch([one])
            else:
                self._note(one, "missing")

    def _save(self, known: Sequence[Known], found: dict[int, list[Page]]) -> None:
        items = []
        for one in known:
            pages = found[one.shipment_id]
            content = pages[0].content if len(pages) == 1 else _joined(pages)
            month = self.client.now().strftime("%Y-%m")
            # Named by content: another process storing the same label never changes a checked file.
            mark = hashlib.sha256(content).hexdigest()[:8]
            items.append((f"{month}/{one.shipx_id}-{mark}.pdf", content))
        files = [
            LabelFile(
                one.shipment_id,
                file=file.path,
                size=file.size,
                sha256=file.sha256,
                pages=len(found[one.shipment_id]),
                finding=_finding(found[one.shipment_id], one.numbers),
            )
            for one, file in zip(known, self.store.save_all(items), strict=True)
        ]
        store_labels(self.ledger, files, now=self.client.now())
        self.stored(len(files))


def _pages(content: bytes, numbers: Sequence[str]) -> list[Page]:
    """Every page of the answer, PDF or ZIP, as a file of its own with its reading."""
    pages = []
    for document in documents(content):
        readings = read_pages(document, expected=numbers)
        pages += [
            Page(single, reading)
            for single, reading in zip(single_pages(document), readings, strict=True)
        ]
    return pages


def _sorted_out(
    known: Sequence[Known], pages: Sequence[Page]
) -> tuple[dict[int, list[Page]], list[Page]]:
    """Pages by shipment, and those that carry none of the numbers."""
    by_number = {number: one.shipment_id for one in known for number in one.numbers}
    found: dict[int, list[Page]] = defaultdict(list)
    strangers = []
    for page in pages:
        owner = next((by_number[code] for code in page.reading.codes if code in by_number), None)
        if owner is None:
            strangers.append(page)
        else:
            found[owner].append(page)
    return dict(found), strangers


def _finding(pages: Sequence[Page], numbers: Sequence[str]) -> str:
    """The first thing wrong with a label, or ""; every parcel needs a page of its own."""
    seen_numbers = {code for page in pages for code in page.reading.codes} & set(numbers)
    for page in pages:
        own = next((one for one in numbers if one in page.reading.codes), numbers[0])
        rule = check(page.reading, own)
        if rule:
            return rule
    return "" if len(seen_numbers) == len(numbers) else "missing"


def _joined(pages: Sequence[Page]) -> bytes:
    """The pages of a shipment of several parcels as one file."""
    import io

    from pypdf import PdfWriter

    writer = PdfWriter()
    for page in pages:
        writer.append(io.BytesIO(page.content))
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()
