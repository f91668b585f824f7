"""The Shipments page over a long history, driven by keys and mouse: what each act costs the window."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import update

from benchmarks.window_bare import Painted
from inpost_desk.background import PAPER
from inpost_desk.domain.journey import Phase
from inpost_desk.ledger.schema import shipments
from inpost_desk.ui.shipments.page import ShipmentsPage
from inpost_desk.ui.window_parts import SHIPMENTS

if TYPE_CHECKING:
    from benchmarks.driven import Condition
    from benchmarks.window_watched import Watch
    from inpost_desk.ledger.ledger import Ledger

# Rarer and rarer, then back.
TYPED = "nowak"
SCROLLED = 40
CHANGED = 1_000
# The first round of statuses is over by then.
SETTLED = 8.0
# The part of the idle seconds in which all must be done that comes of one act.
ACT = 0.02


def history_script(watch: Watch) -> Iterator[Condition]:
    """Opened, searched, scrolled, narrowed by a chip, read again after many rows changed."""
    window, found = watch.program.window, watch.found
    yield watch.rested(min(SETTLED, watch.idle))
    yield watch.quiet
    found["asked"] = time.monotonic()
    window.open_page(SHIPMENTS)
    page = window.findChild(ShipmentsPage)
    assert page is not None

    def listed() -> None:
        found.setdefault("listed", time.monotonic())

    page.reading.found.connect(lambda *_: Painted(page.table.viewport(), listed))
    yield lambda: "listed" in found
    yield lambda: not page.busy and watch.quiet()
    window.activateWindow()
    yield window.isActiveWindow
    session = watch.program.desk.session
    assert session is not None
    yield from _letters(watch, page)
    page.clear_choices()
    yield lambda: not page.busy
    yield from _act(watch, page, "scrolled", partial(_key, page, Qt.Key.Key_PageDown), SCROLLED)
    chips = [page.filters.chips.chip(one) for one in (Phase.DELIVERED, Phase.WAITING, None)]
    turns = iter(chips * 3)
    yield from _act(watch, page, "chip", lambda: next(turns).click(), len(chips) * 3)
    for number in range(3):
        write = partial(_change, session.ledger, f"Nowy {number}")
        watch.program.desk.lanes.start(PAPER, write)
        yield watch.quiet
        yield from _act(watch, page, "changed", page.refresh, 1)


def _letters(watch: Watch, page: ShipmentsPage) -> Iterator[Condition]:
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = page.header.search
    assert QApplication.focusWidget() is field
    # The first one, nothing, is what the clocks here and the blinking cursor cost by themselves.
    yield from _act(watch, page, "idle", lambda: None, 5)
    for letter in TYPED:
        yield from _act(watch, page, "letter", partial(QTest.keyClicks, field, letter), 1)
    for _ in TYPED:
        back = partial(QTest.keyClick, field, Qt.Key.Key_Backspace)
        yield from _act(watch, page, "letter", back, 1)


def _act(watch: Watch, page: ShipmentsPage, name: str, act: Any, times: int) -> Iterator[Condition]:
    """Do it so often; each time the thread's CPU, the longest stall, and how long until all was shown."""
    costs = watch.found.setdefault(name, [])
    assert isinstance(costs, list)
    for _ in range(times):
        yield watch.rested(ACT * watch.idle)
        began, spent = time.perf_counter(), time.thread_time()
        watch.heart.begin()
        act()
        yield lambda: not page.busy and watch.quiet()
        whole = (time.perf_counter() - began) * 1_000
        yield watch.rested(ACT * watch.idle)
        cpu = (time.thread_time() - spent) * 1_000
        costs.append({"cpu": cpu, "whole": whole, **watch.heart.end()})


def _key(page: ShipmentsPage, key: Qt.Key) -> None:
    target: QWidget = page.table
    QTest.keyClick(target, key)


def _change(ledger: Ledger, name: str) -> None:
    """Rows all over the history stand otherwise."""
    with ledger.write() as connection:
        every = shipments.c.id % 100 == 0
        connection.execute(update(shipments).where(every).values(receiver=name))
