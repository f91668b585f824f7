"""Words on first use: one quiet line under the page, until it is put away or was read.

It never takes the focus, a scan or a key of the page, and covers nothing: the page gets a little lower. Which
hints were shown is kept beside the window's place; whether there are any is a setting.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inpost_desk.clock import steady_now
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk, Notice
from inpost_desk.ui.kit import KeyButton, ShapeLabel, Text
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.window_place import window_settings
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

HINTS: Final = {
    "station": QT_TRANSLATE_NOOP(
        "ui", "Scan an order, a label or a code of the command sheet: nothing has to be clicked."
    ),
    "orders.empty": QT_TRANSLATE_NOOP(
        "ui", "Drop your shop's order file anywhere on this window. A copy is read, the file stays."
    ),
    "orders.pile": QT_TRANSLATE_NOOP(
        "ui",
        "F8 leads to the next row that needs you, 1–4 answer it, Ctrl+Enter creates and prints.",
    ),
    "new.offers": QT_TRANSLATE_NOOP(
        "ui", "A digit only marks an offer. Enter buys the marked one."
    ),
    "shipments": QT_TRANSLATE_NOOP(
        "ui",
        "Search by several words at once: a name, a town, the last digits of a number or phone.",
    ),
    "pickup": QT_TRANSLATE_NOOP(
        "ui", "Space ticks parcels, Ctrl+Enter orders a courier for them, F9 begins the hand-over."
    ),
    "pickup.hand_over": QT_TRANSLATE_NOOP(
        "ui",
        "Scan each parcel that goes into the van. F9 closes the list, also with parcels missing.",
    ),
    "settings.printer": QT_TRANSLATE_NOOP(
        "ui", "F7 prints a test label. Scan it back: only then is it sure that it can be read."
    ),
    "notice": QT_TRANSLATE_NOOP(
        "ui", "F4 does what the notice at the top offers, Shift+F4 puts it away."
    ),
}
"""By the moment: a page of the rail, "new" for a new shipment, behind the dot what is done there."""
DISMISS_KEY: Final = "F12"
NO_MORE_KEY: Final = "Shift+F12"
READ_AFTER: Final = timedelta(seconds=5)
"""A hint has to stand to count as shown, where its page is left before it is put away."""
_SEEN: Final = "hints/seen"
_ANYWHERE: Final = "notice"


class HintLine(QWidget):
    """Hears from the desk what somebody has come to, and from the window which page shows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._place = ""
        self._met: dict[str, str] = {}
        self._noticed = self._full = False
        self._shown, self._since = "", steady_now()
        self.words = Text("", wrap=True, tone=State.INFORMATION)
        self.close_button = KeyButton(translate("ui", "Got it"), key=DISMISS_KEY, kind="quiet")
        self.no_more_button = KeyButton(
            translate("ui", "No more hints"), key=NO_MORE_KEY, kind="quiet"
        )
        for button in (self.close_button, self.no_more_button):
            # By Tab only: a click leaves the keyboard where it is.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self.close_button.clicked.connect(self.dismiss)
        self.no_more_button.clicked.connect(self.no_more)
        # While the line is hidden its keys are nobody's.
        QShortcut(QKeySequence(DISMISS_KEY), self).activated.connect(self.dismiss)
        QShortcut(QKeySequence(NO_MORE_KEY), self).activated.connect(self.no_more)
        desk.met.connect(self.meet)
        desk.noticed.connect(self._notice_came)
        desk.settings_changed.connect(self._show_next)
        self.hide()

    @property
    def shown(self) -> str:
        """The moment whose hint is shown, or ""."""
        return self._shown

    def go(self, place: str, *, full: bool = False) -> None:
        """That page shows now; with the whole screen for itself it shows no hints."""
        self._place, self._full = place, full
        self._met.setdefault(place, place)
        self._show_next()

    @Slot(str)
    def meet(self, moment: str) -> None:
        """Somebody has come to that, perhaps for the first time."""
        self._met[moment.partition(".")[0]] = moment
        self._show_next()

    @Slot()
    def dismiss(self) -> None:
        """Put the hint away for good."""
        if self._shown:
            self._remember(self._shown)
            self._show_next()

    @Slot()
    def no_more(self) -> None:
        """No hints from now on; the settings bring them back."""
        if self._shown:
            self._desk.change_settings(hints=False)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint tint and upper line."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(worn.tint(State.INFORMATION)))
        line = QRectF(0, 0, self.width(), 1)
        painter.fillRect(line, QColor(worn.line_of(State.INFORMATION)))
        painter.end()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(look.EDGE, 4, look.PAD, 4)
        row.setSpacing(look.GAP)
        row.addWidget(ShapeLabel(Shape.INFO, State.INFORMATION, 16))
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button)
        row.addWidget(self.no_more_button)

    @Slot(object)
    def _notice_came(self, notice: Notice) -> None:
        self._noticed = self._noticed or notice.pressed is not None
        self._show_next()

    def _next(self) -> str:
        """What there is to say here and was not said yet: about the page first."""
        if not self._desk.settings.hints or self._full:
            return ""
        known = seen(self._desk.data_dir)
        moment = self._met.get(self._place, "")
        wanted = (moment, _ANYWHERE if self._noticed else "")
        return next((one for one in wanted if one in HINTS and one not in known), "")

    def _show_next(self) -> None:
        moment = self._next()
        if moment == self._shown:
            return
        if self._shown and steady_now() - self._since >= READ_AFTER:
            self._remember(self._shown)
        self._shown, self._since = moment, steady_now()
        if moment:
            self.words.setText(translate("ui", HINTS[moment]))
            self.setAccessibleName(self.words.text())
        self.setVisible(bool(moment))

    def _remember(self, moment: str) -> None:
        known = seen(self._desk.data_dir)
        kept = window_settings(self._desk.data_dir)
        kept.setValue(_SEEN, sorted(known | {moment}))


def seen(data_dir: Path) -> frozenset[str]:
    """The moments whose hints were shown."""
    kept = window_settings(data_dir).value(_SEEN, [])
    # One alone is read as text, several as a list.
    return frozenset(kept if isinstance(kept, list) else [str(kept)])


def show_again(data_dir: Path) -> None:
    """All hints, as if nobody had read any."""
    window_settings(data_dir).remove(_SEEN)
