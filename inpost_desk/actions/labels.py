"""Fetching labels in bulk, reading them back and storing each once.

Works beside the buying on a thread of its own. Pages are recognised by the bar code on them, never by their
place in the file, because InPost promises no order. What fails is noted with the label, never raised.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import queue
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from inpost_desk.errors import PaperTrouble, Refused, Trouble
from inpost_desk.labels.examiner import Page, examiner
from inpost_desk.labels.readback import A6, Paper, check
from inpost_desk.labels.sheet import joined
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import layouts, seen
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.seen import Known, LabelFile, store_labels
from inpost_desk.shipx.client import Client

log = logging.getLogger(__name__)

AT_ONCE = 100
AT_FIRST = 10
A4: Final = Paper(210, 297)
_NO_A6: Final = "label_template_not_found"


@dataclass(slots=True)
class LabelLine:
    """Takes paid shipments and stores their labels, in the background until `finish`."""

    ledger: Ledger
    client: Client
    store: LabelStore
    stored: Callable[[int], None] = lambda _count: None
    examined_by: str = ""
    """The examiner's name."""
    trouble: Trouble | None = None
    """The first failure that will keep coming: a full disk, or InPost out of reach."""
    _queue: queue.SimpleQueue[list[Known] | None] = field(default_factory=queue.SimpleQueue)
    _thread: threading.Thread | None = None
    _begun: bool = False

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
        # It loads while the first labels are on their way; where it cannot, the first of them says so.
        with contextlib.suppress(OSError, RuntimeError):
            examiner(self.examined_by).start()
        while (known := self._queue.get()) is not None:
            while known and self.trouble is None:
                # A few at first: they are on paper while the many behind them are fetched and read.
                most = AT_ONCE if self._begun else AT_FIRST
                self._begun = True
                self._fetch_noting(known[:most])
                known = known[most:]

    def _fetch_noting(self, known: Sequence[Known]) -> None:
        try:
            known = [self._numbered(one) for one in known]
            if whole := [one for one in known if one.numbered]:
                self._fetch(whole)
            for one in known:
                if not one.numbered:
                    # Its pages can be told from others' only where there are no others.
                    self._fetch([one])
        except Trouble as trouble:
            log.warning("labels of %d shipments: %s", len(known), type(trouble).__name__)
            self.trouble = trouble
        except Exception:
            # A bug must not end the line in silence: the rows stay without a label and say so.
            log.exception("labels of %d shipments", len(known))

    def _numbered(self, one: Known) -> Known:
        """With the numbers of all parcels: InPost may confirm a shipment before each of them has one."""
        if one.numbered:
            return one
        try:
            shipment = self.client.shipment(one.shipx_id)
        except Refused:
            # One of InPost's sporadic refusals. Its label can be had all the same.
            return one
        seen.saw(self.ledger, [shipment], now=self.client.now())
        numbers = tuple(parcel.tracking_number for parcel in shipment.parcels)
        return replace(one, parcel_numbers=tuple(filter(None, numbers)), parcels=len(numbers) or 1)

    def _fetch(self, known: Sequence[Known]) -> None:
        rule = self._fetched(known, A6)
        if rule == _NO_A6 and len(known) == 1:
            rule = self._fetched(known, A4) and rule
        if rule:
            self._halves(known, rule)

    def _fetched(self, known: Sequence[Known], paper: Paper) -> str:
        """Fetch and keep these; the rule by which that failed, or ""."""
        layout = "A6" if paper == A6 else "normal"
        try:
            content = self.client.labels([one.shipx_id for one in known], type=layout).content
            numbers = [number for one in known for number in one.numbers]
            pages = examiner(self.examined_by).pages(content, expected=numbers)
        except Refused as refusal:
            rules = [reason.rule for reason in refusal.reasons] or [refusal.error or "refused"]
            return rules[0]
        except PaperTrouble as trouble:
            return trouble.rule
        self._keep(known, pages, paper=paper)
        return ""

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

    def _keep(self, known: Sequence[Known], pages: Sequence[Page], *, paper: Paper) -> None:
        if len(known) == 1:
            # Asked for alone, so all of it is its label, whatever stands on it: kept, held back if wrong.
            found = {known[0].shipment_id: list(pages)} if pages else {}
        else:
            found = _sorted_out(known, pages)
        missing = [one for one in known if one.shipment_id not in found]
        self._save([one for one in known if one.shipment_id in found], found, paper=paper)
        for one in missing:
            if len(known) > 1:
                self._fetch([one])
            else:
                self._note(one, "missing")

    def _save(
        self, known: Sequence[Known], found: Mapping[int, list[Page]], *, paper: Paper
    ) -> None:
        items = []
        for one in known:
            pages = found[one.shipment_id]
            content = joined([page.content for page in pages])
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
                finding=_finding(found[one.shipment_id], one, paper=paper),
                paper=seen.A6 if paper == A6 else seen.A4,
            )
            for one, file in zip(known, self.store.save_all(items), strict=True)
        ]
        store_labels(self.ledger, files, now=self.client.now())
        bad = [file.shipment_id for file in files if file.finding in layouts.UNREADABLE]
        if bad:
            layouts.spare(self.ledger, {one: _codes(found[one]) for one in bad})
        self.stored(len(files))


def _sorted_out(known: Sequence[Known], pages: Sequence[Page]) -> dict[int, list[Page]]:
    """Pages by shipment; those that carry none of the numbers are left out."""
    by_number = {number: one.shipment_id for one in known for number in one.numbers}
    found: dict[int, list[Page]] = defaultdict(list)
    for page in pages:
        owner = next((by_number[code] for code in page.reading.codes if code in by_number), None)
        if owner is not None:
            found[owner].append(page)
    return dict(found)


def _codes(pages: Sequence[Page]) -> list[str]:
    return [code for page in pages for code in page.reading.codes]


def _finding(pages: Sequence[Page], known: Known, *, paper: Paper) -> str:
    """The first thing wrong with a label, or "": a wrong page, one `missing`, or `too_many_pages`.

    Where InPost never said all the numbers, any bar code will do for the parcels without one.
    """
    for page in pages:
        codes = page.reading.codes
        usual = known.numbers[0] if known.numbered else next(iter(codes), "")
        own = next((one for one in known.numbers if one in codes), usual)
        if rule := _wrong(page, own, paper=paper):
            return rule
    if len(pages) > known.parcels:
        return "too_many_pages"
    if not known.numbered:
        return "missing" if len(pages) < known.parcels else ""
    # By their numbers, because on A4 several parcels share a page.
    seen_numbers = {code for page in pages for code in page.reading.codes}
    return "" if seen_numbers.issuperset(known.numbers) else "missing"


def _wrong(page: Page, number: str, *, paper: Paper) -> str:
    rule = check(page.reading, number, paper=paper)
    # Couriers have no A4: asked for it, InPost draws A6 (API §3.5).
    return check(page.reading, number) if rule == "wrong_size" and paper == A4 else rule
