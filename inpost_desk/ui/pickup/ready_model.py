"""The parcels that a courier may fetch, as rows with check boxes; those that cannot go, with why.

Everything that can go is ticked until somebody unticks it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap

from inpost_desk.domain.pickup import NotReady, PickupState
from inpost_desk.ui import look
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape, paint
from inpost_desk.wording.pickups import not_ready_words
from inpost_desk.wording.sentences import service_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from inpost_desk.ledger.pickup_lines import Candidate

TICK, REFERENCE, NAME, SERVICE, SIZE = range(5)
HEADINGS: Final = (
    "",
    QT_TRANSLATE_NOOP("ui", "Order"),
    QT_TRANSLATE_NOOP("ui", "Receiver"),
    QT_TRANSLATE_NOOP("ui", "Service"),
    QT_TRANSLATE_NOOP("ui", "Size"),
)
_SHAPE: Final = 16
_NOTHING: Final = "–"
# They stand in the lists of orders; here they are only counted.
_ELSEWHERE: Final = frozenset({NotReady.ORDERED, NotReady.GONE, NotReady.CANCELLED})
# The order the parcel was in came to nothing.
_FALLEN: Final = {
    PickupState.REJECTED: QT_TRANSLATE_NOOP("ui", "order turned down"),
    PickupState.REFUSED: QT_TRANSLATE_NOOP("ui", "order not accepted"),
    PickupState.MISSED: QT_TRANSLATE_NOOP("ui", "courier did not come"),
}
_Index = QModelIndex | QPersistentModelIndex
_DataRole = Qt.ItemDataRole


class ReadyModel(QAbstractTableModel):
    """Rows are named by `HistoryRow.id`."""

    ticked = Signal()
    """Other parcels are ticked now."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Candidate] = ()
        self._rows: list[Candidate] = []
        self._unticked: set[int] = set()
        self._only: frozenset[int] | None = None

    def set_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show these; what was unticked stays so."""
        if list(candidates) == list(self._all):
            return
        self.beginResetModel()
        self._all = candidates
        self._rows = [one for one in candidates if one.not_ready not in _ELSEWHERE]
        self._unticked &= set(self._ready())
        self._take_only()
        self.endResetModel()
        self.ticked.emit()

    def tick_only(self, ids: Iterable[int]) -> None:
        """Tick these and no others, now or as soon as they are known."""
        self._only = frozenset(ids)
        self._take_only()
        self._changed()

    def tick_all(self) -> None:
        """All, or none where all are ticked."""
        ready = set(self._ready())
        self._unticked = set() if self._unticked & ready else ready
        self._changed()

    def turn(self, rows: Iterable[int]) -> None:
        """Tick these rows, or untick them where all are ticked."""
        ids = [self._rows[row].row.id for row in rows if self._rows[row].not_ready is None]
        if self._unticked.isdisjoint(ids):
            self._unticked |= set(ids)
        else:
            self._unticked -= set(ids)
        self._changed()

    def chosen(self) -> list[int]:
        """The parcels that are ticked, in the order shown."""
        return [one for one in self._ready() if one not in self._unticked]

    def at_hand(self) -> list[int]:
        """Those whose label is on the parcel: printed here, or made elsewhere."""
        return [
            one.row.id
            for one in self._rows
            if one.not_ready is None and (one.row.printed or not one.row.ours)
        ]

    def ready_count(self) -> int:
        """How many can go."""
        return len(self._ready())

    def reasons(self) -> Counter[NotReady]:
        """How many cannot go, by why."""
        return Counter(one.not_ready for one in self._all if one.not_ready is not None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """A row a parcel."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """As many as headings."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DataRole.DisplayRole
    ) -> Any:
        """The headings, over the texts."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _DataRole.DisplayRole:
            return translate("ui", HEADINGS[section]) if HEADINGS[section] else ""
        if role == _DataRole.AccessibleTextRole and section == TICK:
            return translate("ui", "Goes with the courier")
        if role == _DataRole.TextAlignmentRole:
            return _side(section)
        return look.font(Role.CAPTION) if role == _DataRole.FontRole else None

    def data(self, index: _Index, role: int = _DataRole.DisplayRole) -> Any:
        """What stands in a cell, and how."""
        one = self._rows[index.row()]
        reader = _READERS.get(role)
        if reader is not None:
            return reader(one, index.column())
        if role == _DataRole.CheckStateRole and index.column() == TICK and one.not_ready is None:
            ticked = one.row.id not in self._unticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == _DataRole.AccessibleTextRole:
            return self._said(one)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By what the column shows."""
        self.layoutAboutToBeChanged.emit()
        down = order == Qt.SortOrder.DescendingOrder
        if column == TICK:
            self._rows.sort(key=lambda one: one.row.id, reverse=not down)
        else:
            self._rows.sort(key=lambda one: _text(one, column).casefold(), reverse=down)
        self.layoutChanged.emit()

    def _ready(self) -> list[int]:
        return [one.row.id for one in self._rows if one.not_ready is None]

    def _take_only(self) -> None:
        ready = set(self._ready())
        if self._only is not None and ready & self._only:
            self._unticked = ready - self._only
            self._only = None

    def _changed(self) -> None:
        last = self.index(max(0, len(self._rows) - 1), TICK)
        self.dataChanged.emit(self.index(0, TICK), last, [_DataRole.CheckStateRole])
        self.ticked.emit()

    def _said(self, one: Candidate) -> str:
        if one.not_ready is not None:
            stands = not_ready_words(one.not_ready)
        elif one.row.id in self._unticked:
            stands = translate("ui", "not ticked")
        else:
            stands = translate("ui", "ticked")
        return f"{one.row.reference}, {one.row.name}, {stands}"


def _text(one: Candidate, column: int) -> str:
    row = one.row
    if column == SERVICE:
        return _service(one)
    texts = {REFERENCE: row.reference or row.tracking_number, NAME: row.name, SIZE: row.size}
    return (texts.get(column) or _NOTHING) if column in texts else ""


def _service(one: Candidate) -> str:
    if one.not_ready is not None:
        return not_ready_words(one.not_ready)
    if one.pickup is not None and one.pickup.state in _FALLEN:
        return translate("ui", _FALLEN[one.pickup.state])
    return service_words(one.row.service)


def _ink(one: Candidate, column: int) -> QColor | None:
    worn = look.colours()
    if column == SERVICE and (
        one.not_ready is not None or (one.pickup is not None and one.pickup.state in _FALLEN)
    ):
        return QColor(worn.ink(State.WARNING))
    return QColor(worn.text3) if one.not_ready is not None else None


def _decoration(one: Candidate, column: int) -> QPixmap | None:
    if column != TICK or one.not_ready is None:
        return None
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen else 1.0
    return _pause(look.colours().text3, ratio)


@cache
def _pause(colour: str, ratio: float) -> QPixmap:
    made = QPixmap(round(_SHAPE * ratio), round(_SHAPE * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, Shape.PAUSE, QRectF(0, 0, _SHAPE, _SHAPE), colour)
    painter.end()
    return made


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == SIZE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _font(one: Candidate, column: int) -> Any:
    loud = column == REFERENCE or (column == SERVICE and _ink(one, column) is not None)
    return look.font(Role.TABLE, bold=loud and (one.not_ready is None or column == SERVICE))


_READERS: Final[dict[int, Callable[[Candidate, int], Any]]] = {
    _DataRole.DisplayRole: _text,
    _DataRole.ToolTipRole: _text,
    _DataRole.ForegroundRole: _ink,
    _DataRole.DecorationRole: _decoration,
    _DataRole.TextAlignmentRole: lambda _one, column: _side(column),
    _DataRole.FontRole: _font,
}
