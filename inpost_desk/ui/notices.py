"""The strip above the pages: which notice stands on top, and what F4 and Shift+F4 do with it.

Notices come from the desk, by key. Nothing is shown in a box that must be closed first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from inpost_desk.ui.desk import DONE, ERROR, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.kit import NoticeBar
from inpost_desk.wording.speech import again, translate

# What merely happened is as good as what is done: of the two the newest shows.
RANKS: Final = {ERROR: 0, WARNING: 1, INFORMATION: 2, DONE: 2}


@dataclass(frozen=True, slots=True)
class _Kept:
    notice: Notice
    number: int
    since: datetime


class NoticeStrip(NoticeBar):
    """Shows the most urgent notice, of these the newest, and how many lie under it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept: dict[str, _Kept] = {}
        self._numbers = 0
        # Focus by F6 and by a click, so that Ctrl+C finds it.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.pressed.connect(self.press)
        self.closed.connect(self.close_top)
        desk.noticed.connect(self.put)
        desk.withdrawn.connect(self.withdraw)

    @Slot(object)
    def put(self, notice: Notice) -> None:
        """Keep it; it takes the place of the one with the same key."""
        self._numbers += 1
        older = self._kept.get(notice.key)
        # Said again is not new: the time is since when it has been so.
        same = older is not None and older.notice.state == notice.state
        since = older.since if older is not None and same else datetime.now(UTC)
        number = older.number if older is not None and same else self._numbers
        self._kept[notice.key] = _Kept(notice, number, since)
        self._show_top()

    @Slot(str)
    def withdraw(self, key: str) -> None:
        """Forget the notice of that key."""
        if self._kept.pop(key, None) is not None:
            self._show_top()

    def top(self) -> Notice | None:
        """The notice that is shown."""
        kept = self._top()
        return kept.notice if kept else None

    def notices(self) -> list[Notice]:
        """All that are kept, for a window that takes this one's place, in the language of now."""
        ordered = sorted(self._kept.values(), key=lambda one: one.number)
        return [_said_again(one.notice) for one in ordered]

    def press(self) -> None:
        """F4: what the notice's button does."""
        notice = self.top()
        if notice is not None and notice.pressed is not None:
            notice.pressed()

    def close_top(self) -> None:
        """Shift+F4: put the notice away."""
        notice = self.top()
        if notice is not None:
            self.withdraw(notice.key)
            self._desk.put_away.emit(notice.key)

    def words(self) -> str:
        """The notice as text, as it is copied."""
        notice = self.top()
        return f"{notice.fact} {notice.consequence}".strip() if notice else ""

    def copy(self) -> None:
        """Put the words into the clipboard."""
        QGuiApplication.clipboard().setText(self.words())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ctrl+C copies, also while its buttons have the focus."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Copy, by the mouse or the menu key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("ui", "Copy the text")).triggered.connect(self.copy)
        menu.popup(event.globalPos())

    def _top(self) -> _Kept | None:
        def rank(one: _Kept) -> tuple[int, int]:
            return (RANKS[one.notice.state], -one.number)

        return min(self._kept.values(), key=rank, default=None)

    def _show_top(self) -> None:
        kept = self._top()
        if kept is None:
            self.hide()
            return
        notice = kept.notice
        button = notice.button if notice.pressed is not None else ""
        self.show_notice(
            notice.state,
            notice.fact,
            notice.consequence,
            button,
            len(self._kept) - 1,
            time=_clock_words(kept.since),
        )


def _said_again(notice: Notice) -> Notice:
    return replace(
        notice,
        fact=again(notice.fact),
        consequence=again(notice.consequence),
        button=again(notice.button),
    )


def _clock_words(moment: datetime) -> str:
    local = moment.astimezone(ZoneInfo("Europe/Warsaw"))
    return f"{local.hour}:{local.minute:02}"
