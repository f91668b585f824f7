"""Finds the Paczkomat or PaczkoPunkt: a field to type in, filters, the list, and rings beside it.

Works without a network as soon as the points were downloaded once. Nothing is taken that a person did not
mark: what stands in place of a closed or unknown point has to be chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from inpost_desk.domain.draft import Draft
from inpost_desk.domain.point_answer import Answer, Found
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.icons import icon
from inpost_desk.ui.kit import Caption, Ground, Heading, KeyCap, Text
from inpost_desk.ui.look import Role
from inpost_desk.ui.shipment.point_cards import DownloadCard, InsteadCard, ParcelPointCard
from inpost_desk.ui.shipment.point_filters import PointFilters
from inpost_desk.ui.shipment.point_jobs import Asked, PointJobs
from inpost_desk.ui.shipment.point_list import Entry, PointList, numbered
from inpost_desk.ui.shipment.point_rings import DRAWN, PointRings
from inpost_desk.ui.shipment.point_words import figures
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.points import Cache

RINGS_FROM: Final = 860
"""Beside a narrower list there is no room for the rings."""
LOW: Final = 380
"""Where it is lower, the list has the heading's room."""
_RINGS_WIDE: Final = 400
# Milliseconds after the last letter until InPost is asked about a code.
ASK_AFTER: Final = 400


class PointFinder(QWidget):
    """`typed` is what stands in the field; `chosen` a `Found` a person took."""

    chosen = Signal(object)
    typed = Signal(str)
    known = Signal(str, object)
    """What a code typed in full turned out to be: its point, or None where there is none."""
    settled = Signal()
    """The list shows what stands in the field."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.jobs = PointJobs(desk, self)
        self.cache: Cache | None = None
        self.answer = Answer()
        self._answered_for: Asked | None = None
        self._draft = Draft()
        self.field = QLineEdit()
        self.filters = PointFilters()
        self.list = PointList()
        self.rings = PointRings()
        self.count = Caption("")
        self.count.setParent(self.field)
        self.instead = InsteadCard()
        self.download = DownloadCard()
        self.hint = Text("", tone="text2", wrap=True)
        self.hint.hide()
        self._cards = (ParcelPointCard(), ParcelPointCard())
        self._asking = QTimer(self, interval=ASK_AFTER, singleShot=True)
        self._lay_out()
        self._connect()

    @property
    def marked(self) -> Found | None:
        """What Enter takes."""
        entry = self.list.marked()
        return entry.found if entry else None

    @property
    def searching(self) -> bool:
        """Whether the list is still about something typed before."""
        return self._answered_for != self._asked()

    def begin(self) -> None:
        """The page is shown: see how the cache stands."""
        self.jobs.look()
        self._search()

    def show_draft(self, draft: Draft) -> None:
        """Search again where the shipment asks for something else; what is being typed stays."""
        before, self._draft = self._asked(), draft
        listed = any(one.found.point.name == draft.point for one in self.list.entries)
        if draft.point and not listed and not self.field.hasFocus():
            self.field.setText(draft.point)
        self.filters.show_draft(draft)
        if self._asked() != before:
            self._search()

    def take(self, number: int = 0) -> bool:
        """Choose that number, or what is marked; whether there was something to choose."""
        entry = self.list.marked()
        number = number or (entry.number if entry else 0)
        return self.list.take(number) if number else False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Up and down in the field move the mark in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            plain = not event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.key() in moves and plain:
                self.list.step(moves[Qt.Key(event.key())])
                return True
        elif event.type() == QEvent.Type.Resize and watched is self.field:
            self._place_count()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The rings stand beside the list where there is room for both."""
        super().resizeEvent(event)
        self._aside.setVisible(self.width() >= RINGS_FROM)
        self._top.setVisible(self.height() >= LOW)
        self._show_mark()

    # What was found

    def _asked(self) -> Asked:
        near = self._draft.post_code.strip() or self._draft.city.strip()
        return Asked(self.field.text().strip(), self.filters.wish(self._draft), near)

    @Slot()
    def _search(self) -> None:
        self._asking.stop()
        self.jobs.forget_names()
        self.jobs.search(self._asked())

    @Slot(object, object)
    def _answered(self, asked: Asked, answer: Answer) -> None:
        """From the cache. What it does not know InPost may."""
        self._answered_for = asked
        self._show(answer)
        code = asked.text.upper()
        exact = next((one for one in answer.found if one.point.name == code), None)
        if exact is not None:
            self.known.emit(code, exact.point)
        elif asked.text and (answer.rule == "does_not_exist" or not answer.found):
            self._asking.start()
        self.settled.emit()

    @Slot()
    def _ask(self) -> None:
        asked = self._asked()
        if asked.text and " " not in asked.text and any(one.isdigit() for one in asked.text):
            self.jobs.ask(Asked(asked.text.upper(), asked.wish, self._draft.post_code.strip()))

    @Slot(object, object)
    def _inpost_said(self, asked: Asked, answer: Answer | None) -> None:
        if answer is None or asked.text != self._asked().text.upper():
            return
        point = next((one.point for one in answer.found if one.point.name == asked.text), None)
        self.known.emit(asked.text, point)
        # What the cache found to be alike is still the better guess for a code that is not known.
        if answer.found or not self.answer.found:
            self._show(answer)

    def _show(self, answer: Answer) -> None:
        self.answer = answer
        entries = numbered(answer.found)
        # What stands in place of another point is not marked: somebody has to choose it.
        chosen = [one.number for one in entries if one.found.point.name == self._draft.point]
        first = 0 if answer.instead_of or not self.field.text().strip() else 1
        self.list.show_entries(entries, (chosen or [first])[0])
        self.rings.show_entries(entries, answer.origin)
        self.instead.show_answer(answer)
        self._ring_title.setText(
            translate("ui", "Distance from {place}").format(place=answer.origin.name)
            if answer.origin
            else ""
        )
        self._legend.setVisible(answer.origin is not None)
        self.rings.setVisible(answer.origin is not None)
        self._show_hint()
        self._show_mark()

    def _show_hint(self) -> None:
        words = ""
        if not self.answer.found and self.cache is not None and self.cache.read_at:
            words = translate("ui", "Nothing is called so. Try a town, a street or a post code.")
            if not self.field.text().strip():
                words = translate("ui", "Type a code, a town, a street or a post code.")
        self.hint.setText(words)
        self.hint.setVisible(bool(words) and not self.answer.instead_of)

    @Slot()
    def _show_mark(self) -> None:
        """The mark stands on another one: the rings show it, and what it means is said."""
        entry = self.list.marked()
        self.rings.mark(entry)
        aside = not self._aside.isHidden()
        here = [entry] if entry and not aside else []
        self._cards[0].show_numbers(_parcel_points(here, entry))
        self._cards[1].show_numbers(_parcel_points(self.list.entries, entry) if aside else [])
        QTimer.singleShot(0, self, self._show_row)

    @Slot()
    def _show_row(self) -> None:
        """The marked row can be seen; without one, the top."""
        bar = self._area.verticalScrollBar()
        entry = self.list.marked()
        if entry is None or entry.number == 1:
            bar.setValue(0 if not self.instead.isVisibleTo(self) or entry is None else bar.value())
        if entry is not None:
            row = self.list.row_place(entry)
            at = self.list.mapTo(self._inside, row.center())
            self._area.ensureVisible(0, at.y(), 0, row.height())

    @Slot(object)
    def _cache_known(self, cache: Cache) -> None:
        begun, self.cache = self.cache is None, cache
        whole = cache.read_at is not None
        self.download.show_cache(cache, reading=self.jobs.downloading)
        words = translate("ui", "{count} points, no internet needed")
        self.count.setText(words.format(count=figures(cache.count)) if whole else "")
        self._place_count()
        self._show_hint()
        if begun and whole and not cache.fresh and self.jobs.may_ask:
            # Only what changed since; the search goes on meanwhile.
            self.jobs.download()

    @Slot(object)
    def _download_ended(self, error: Exception | None) -> None:
        self.download.show_end(error)
        self._search()

    @Slot()
    def copy_message(self) -> None:
        """The message for the buyer into the clipboard."""
        if self.instead.isVisibleTo(self):
            QGuiApplication.clipboard().setText(self.instead.message())
            self.instead.show_copied()

    @Slot(str)
    def _edited(self, text: str) -> None:
        self._search()
        self.typed.emit(text.strip())

    # Built once

    def _lay_out(self) -> None:
        self.field.setProperty("form", "true")
        self.field.setFont(look.font(Role.FIELD))
        self.field.setAccessibleName(translate("ui", "Search for a point"))
        self.field.setPlaceholderText(translate("ui", "code, town, street or post code"))
        glass = self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(translate("ui", "Search"))
        self.field.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._head())
        left.addWidget(self._below(), 1)
        row.addLayout(left, 1)
        self._aside = self._rings_side()
        row.addWidget(self._aside)

    def _place_count(self) -> None:
        """At the right end of the field, where there is room for it beside what is typed."""
        size, room = self.count.sizeHint(), self.field.width()
        shown = bool(self.count.text()) and size.width() < room // 2
        self.count.setVisible(shown)
        self.count.resize(size)
        self.count.move(room - size.width() - look.PAD, (self.field.height() - size.height()) // 2)
        self.field.setTextMargins(0, 0, size.width() + look.PAD if shown else 0, 0)

    def _head(self) -> QWidget:
        head = Ground("quiet", lines=(Qt.Edge.BottomEdge,))
        column = QVBoxLayout(head)
        column.setContentsMargins(look.EDGE, look.PAD, look.EDGE, look.PAD)
        column.setSpacing(look.GAP + 4)
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(4)
        top.addWidget(Heading(translate("ui", "Where to deliver?"), Role.HEADING), 1)
        for key in ("↑", "↓"):
            top.addWidget(KeyCap(key))
        top.addWidget(Caption(translate("ui", "choose,")))
        top.addWidget(KeyCap("Alt"))
        top.addWidget(Caption(translate("ui", "+ number at once")))
        column.addWidget(self._top)
        column.addWidget(self.field)
        column.addWidget(self.filters)
        return head

    def _below(self) -> QWidget:
        """Cards and list scroll together: at 200 % there is little room for both."""
        self._inside = Ground("surface")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for one in (self.instead, self.hint, self._cards[0], self.download):
            column.addWidget(_padded(one))
        column.addWidget(self.list)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inside)
        return self._area

    def _rings_side(self) -> QWidget:
        side = Ground("quiet", lines=(Qt.Edge.LeftEdge,))
        side.setFixedWidth(_RINGS_WIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(look.EDGE, look.PAD, look.EDGE, look.PAD)
        column.setSpacing(look.PAD)
        self._ring_title = Heading("")
        self._ring_title.setWordWrap(True)
        self._legend = Caption(
            translate(
                "ui", "Straight lines. Square: Paczkomat, round: PaczkoPunkt, crossed: closed."
            ),
            wrap=True,
        )
        column.addWidget(self._ring_title)
        column.addWidget(self.rings, 1)
        column.addWidget(self._legend)
        column.addWidget(self._cards[1])
        column.addStretch(0)
        return side

    def _connect(self) -> None:
        self.field.textEdited.connect(self._edited)
        self.filters.changed.connect(self._search)
        self.list.chosen.connect(self.chosen)
        self.list.moved.connect(self._show_mark)
        self.jobs.answered.connect(self._answered)
        self.jobs.asked_inpost.connect(self._inpost_said)
        self.jobs.cache_known.connect(self._cache_known)
        self.jobs.progressed.connect(self.download.show_progress)
        self.jobs.ended.connect(self._download_ended)
        self.download.asked.connect(self._start_download)
        self.download.stop_asked.connect(self.jobs.stop)
        self.instead.copy_asked.connect(self.copy_message)
        self._asking.timeout.connect(self._ask)
        for number in range(1, DRAWN + 1):
            QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(
                lambda number=number: self.take(number)
            )
        QShortcut(QKeySequence("Alt+M"), self).activated.connect(self.copy_message)
        QShortcut(QKeySequence("Alt+D"), self).activated.connect(self.download.press)

    @Slot()
    def _start_download(self) -> None:
        self.jobs.download()
        if self.cache is not None:
            self.download.show_cache(self.cache, reading=self.jobs.downloading)


def _parcel_points(entries: Sequence[Entry], marked: Entry | None) -> list[int]:
    """The numbers of the PaczkoPunkty that have a key, and of the marked one."""
    shown = [one for one in entries if one.number and (one.number <= DRAWN or one == marked)]
    return [one.number for one in shown if one.found.point.parcel_point]


def _padded(card: QWidget) -> QWidget:
    """With a margin that goes when the card does."""
    around = _Margin()
    inside = QVBoxLayout(around)
    inside.setContentsMargins(look.EDGE, look.PAD, look.EDGE, look.GAP)
    inside.addWidget(card)
    around.follow(card)
    return around


class _Margin(QWidget):
    """Round a card, hidden with it."""

    def follow(self, card: QWidget) -> None:
        self.setVisible(not card.isHidden())
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)
