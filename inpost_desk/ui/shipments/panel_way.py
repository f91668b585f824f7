"""Droga przesyłki: the stations of a shipment in words, the newest first; and what is known of it beside."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from inpost_desk.domain.history import Detail, HistoryRow, Stop
from inpost_desk.domain.journey import Phase, phase_of
from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, KeyButton, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.again import REASONS
from inpost_desk.ui.orders.columns import amount_text, phone_text
from inpost_desk.ui.orders.fitting import FittingText
from inpost_desk.ui.orders.panel_parts import Lines, Told, Words, column
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.shipments.columns import service_text
from inpost_desk.ui.shipments.status_look import PHASE_LOOK, status_look, status_text
from inpost_desk.wording.journey import (
    answer_words,
    brief_moment,
    clock_words,
    print_words,
    request_words,
    stop_words,
)
from inpost_desk.wording.pickups import state_words
from inpost_desk.wording.sentences import WARSAW, service_words
from inpost_desk.wording.speech import translate

MOST_STOPS: Final = 60
MOST_LINES: Final = 8


class WayBox(QWidget):
    """The way, since when it is known, and the key that asks now."""

    refresh_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading(translate("ui", "Way of the shipment"))
        self.fresh = FittingText(Role.CAPTION, tone="text2")
        self.fresh.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.refresh = KeyButton("", key="F5", icon="refresh", kind="quiet")
        self.refresh.setAccessibleName(translate("ui", "Ask InPost now"))
        self.refresh.clicked.connect(self.refresh_asked)
        self.now = Told(bold=True)
        self.earlier = _Thread()
        self.none = Words(tone="text2")
        top = QHBoxLayout()
        top.setSpacing(look.GAP)
        top.addWidget(self.heading)
        top.addWidget(self.fresh, 1)
        top.addWidget(self.refresh)
        layout = column(self, margins=(look.PAD, look.GAP, look.PAD, 12), spacing=2)
        layout.addLayout(top)
        layout.addWidget(self.now)
        layout.addWidget(self.earlier)
        layout.addWidget(self.none)

    def show_detail(self, detail: Detail, *, asking: bool) -> None:
        """Show that way; `asking` while InPost is being asked."""
        self.fresh.set_wordings(_fresh_words(detail, asking=asking))
        row = detail.row
        shape, state = status_look(row)
        way = [one for one in detail.way if one.status]
        if way and way[0].status == row.status:
            newest, way = way[0], way[1:]
        else:
            newest = Stop(row.status, row.status_at)
        words = status_text(row) + (f", {newest.place}" if newest.place else "")
        self.now.say(words, shape, state, aside=_when(newest.at))
        self.earlier.say([_line(one) for one in way[:MOST_STOPS]])
        prepared = row.phase is Phase.PREPARED
        self.none.say(translate("ui", "InPost has not scanned it yet.") if prepared else "")

    def texts(self) -> list[str]:
        """What stands there, the newest first."""
        return [self.now.words.text(), *self.earlier.texts()]


class _Thread(Lines):
    """Lines on a thin thread, which joins their shapes."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the thread behind the shapes."""
        del event
        painter = QPainter(self)
        painter.setPen(QColor(look.colours().line))
        middle = 7.0
        painter.drawLine(QPointF(middle, 0), QPointF(middle, max(0.0, self.height() - 14.0)))
        painter.end()


class FactsBox(QWidget):
    """Names and values in two columns, then requests and prints."""

    def __init__(self) -> None:
        super().__init__()
        self._pairs: list[tuple[Words, Words]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 4)
        self.prints_title = Text(translate("ui", "Prints"), Role.CAPTION, tone="text2", bold=True)
        self.prints = Lines()
        self.requests_title = Text(
            translate("ui", "Requests to InPost"), Role.CAPTION, tone="text2", bold=True
        )
        self.requests = Lines()
        layout = column(self, margins=(look.PAD, 4, look.PAD, look.PAD), spacing=8)
        layout.addLayout(self._grid)
        for one in (self.prints_title, self.prints, self.requests_title, self.requests):
            layout.addWidget(one)

    def show_detail(self, detail: Detail) -> None:
        """Show what is known."""
        shown = facts_of(detail)
        while len(self._pairs) < len(shown):
            self._add_pair()
        for number, (label, value) in enumerate(self._pairs):
            name, text = shown[number] if number < len(shown) else ("", "")
            label.say(name)
            value.say(text)
        prints = [_print_line(one.state, one.reason, one.printer, one.at) for one in detail.prints]
        self.prints.say(prints[:MOST_LINES])
        self.prints_title.setVisible(bool(prints))
        requests = [
            (
                f"{request_words(one.kind)}: {answer_words(one.outcome)}",
                Shape.DOT,
                State.QUIET,
                _when(one.sent_at),
            )
            for one in detail.requests
        ]
        self.requests.say(requests[:MOST_LINES])
        self.requests_title.setVisible(bool(requests))

    def pairs(self) -> list[tuple[str, str]]:
        """The names and values that stand here."""
        return [
            (label.text(), value.text()) for label, value in self._pairs if not label.isHidden()
        ]

    def _add_pair(self) -> None:
        label = Words(role=Role.CAPTION, tone="text3")
        value = Words(role=Role.TABLE)
        row = len(self._pairs)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, row, 0, top)
        self._grid.addWidget(value, row, 1, top)
        self._pairs.append((label, value))


def facts_of(detail: Detail) -> list[tuple[str, str]]:
    """What is known, with its names; nothing that is not."""
    row = detail.row
    handed = translate("ui", "with the courier")
    found = [
        (translate("ui", "Service"), _service(row)),
        (translate("ui", "Destination"), " ".join(filter(None, (row.point, row.city)))),
        (translate("ui", "Telephone"), phone_text(row.phone)),
        (translate("ui", "Posting"), service_words(row.sending_method)),
        (translate("ui", "Cash on delivery"), money(row.cod)),
        (translate("ui", "Extra protection"), money(detail.insurance)),
        (translate("ui", "MPK"), detail.mpk),
        (translate("ui", "Pickup"), state_words(detail.pickup.state) if detail.pickup else ""),
        (translate("ui", "Handed over"), f"{handed}, {_when(detail.handed_at)}"),
        (translate("ui", "Comes back as"), detail.return_number),
        (translate("ui", "Received back"), _when(detail.returned_at)),
        (translate("ui", "Payment"), detail.payment_error),
        (
            translate("ui", "Parcels"),
            "\n".join(detail.parcel_numbers[1:] and detail.parcel_numbers),
        ),
        (translate("ui", "Made"), _made(row)),
    ]
    hidden = {translate("ui", "Handed over")} if detail.handed_at is None else set()
    return [(name, text) for name, text in found if text and name not in hidden]


def money(amount: object) -> str:
    """A sum in złoty, "" where there is none."""
    return "" if amount is None else f"{amount_text(str(amount))} zł"


def _service(row: HistoryRow) -> str:
    size = translate("ui", "size {size}").format(size=row.size) if row.size else ""
    return ", ".join(filter(None, (service_text(row), size)))


def _made(row: HistoryRow) -> str:
    where = "" if row.ours else translate("ui", "made elsewhere")
    return ", ".join(filter(None, (_when(row.made_at), where)))


def _line(stop: Stop) -> tuple[str, Shape, State, str]:
    words = stop_words(stop.status) + (f", {stop.place}" if stop.place else "")
    quiet = PHASE_LOOK[phase_of(stop.status)][0] is Shape.SLASH
    return words, Shape.SLASH if quiet else Shape.TICK, State.QUIET, _when(stop.at)


def _print_line(
    state: str, reason: str, printer: str, at: datetime
) -> tuple[str, Shape, State, str]:
    why = translate("ui", REASONS[reason]) if reason in REASONS else ""
    words = " · ".join(filter(None, (print_words(state), printer, why)))
    shape = Shape.TICK if state in ("done", "sent") else Shape.TRIANGLE
    return words, shape, State.QUIET, _when(at)


def _when(moment: datetime | None) -> str:
    return "" if moment is None else brief_moment(moment, year=datetime.now(UTC).year)


def _fresh_words(detail: Detail, *, asking: bool) -> tuple[str, ...]:
    if asking:
        return (translate("ui", "asking InPost…"), "…")
    if detail.seen_at is None:
        return ("",)
    today = datetime.now(WARSAW).date() == detail.seen_at.astimezone(WARSAW).date()
    when = clock_words(detail.seen_at) if today else _when(detail.seen_at)
    return translate("ui", "refreshed {time}").format(time=when), when
