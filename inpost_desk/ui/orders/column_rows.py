"""The lines of the column map: one for each of our fields, with the file's columns to choose from and what
comes out of them. What is read and when is `column_map`'s business.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inpost_desk.domain.foreign import KIND_TEXT, NamedColumn, Source
from inpost_desk.domain.order import Field, Kind, Size
from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, Line, ShapeLabel, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.fitting import WrappingText
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.sentences import field_words, money_words, rule_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.foreign_file import Sample

# What a good order mostly needs comes first.
ROWS: Final = (
    Field.PHONE,
    Field.SIZE,
    Field.POINT,
    Field.EMAIL,
    Field.NAME,
    Field.STREET,
    Field.POST_CODE,
    Field.CITY,
    Field.KIND,
    Field.REFERENCE,
    Field.COD,
    Field.INSURANCE,
    Field.COMPANY,
    Field.WEEKEND,
    Field.CONTENTS,
)
# How many columns may be joined: first and last name; street, house and flat; product, kind and pieces.
_MOST_COLUMNS: Final = {Field.NAME: 2, Field.STREET: 3, Field.CONTENTS: 3}
_MONEY: Final = frozenset({Field.COD, Field.INSURANCE})


def column_words(column: NamedColumn) -> str:
    """What a column is called on screen."""
    if column.heading:
        return column.shown
    return translate("ui", "Column {letter}").format(letter=column.letter)


def field_title(field: Field) -> str:
    """A field's name where it stands alone."""
    words = field_words(field)
    return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of a field: the samples, how many rows have a problem there, and the first one in words."""

    samples: Sequence[Sample] = ()
    bad: int = 0


class _Combo(QComboBox):
    """A choice that the mouse wheel leaves alone: it stands in a page that scrolls."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(look.font(Role.BODY))
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Let the page have it."""
        event.ignore()

    def choose(self, data: str) -> None:
        """Choose without telling anybody; what is not there is nothing."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(0, self.findData(data)))

    def chosen(self) -> str:
        """A column's name, `=` and a text, or ""."""
        return str(self.currentData() or "")


class SourceChoice(QWidget):
    """Where a field comes from. Fields that may be joined offer one column more than are chosen."""

    changed = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        title = field_title(field)
        more = translate("ui", "{field}, one more column").format(field=title)
        most = _MOST_COLUMNS.get(field, 1)
        self.combos = [_Combo(more if at else title) for at in range(most)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(4)
        layout.addStretch(1)
        for combo in self.combos:
            layout.addWidget(combo)
            combo.currentIndexChanged.connect(self._chosen)
        layout.addStretch(1)

    def set_columns(self, columns: Sequence[NamedColumn]) -> None:
        """Offer these columns; nothing is chosen."""
        more = [(translate("ui", "+ one more"), "")]
        for at, combo in enumerate(self.combos):
            with QSignalBlocker(combo):
                combo.clear()
                for words, data in more if at else self._fixed():
                    combo.addItem(words, data)
                combo.insertSeparator(combo.count())
                for column in columns:
                    combo.addItem(column_words(column), column.name)
        self.set_source(Source())

    def source(self) -> Source:
        """What is chosen; an empty one where nothing is."""
        first = self.combos[0].chosen()
        if first.startswith("="):
            return Source(constant=first[1:])
        return Source(tuple(name for combo in self.combos if (name := combo.chosen())))

    def set_source(self, source: Source) -> None:
        """Choose that, without telling anybody."""
        names = [str(source)] if source.constant else list(source.headings)
        names += [""] * len(self.combos)
        for combo, name in zip(self.combos, names, strict=False):
            combo.choose(name)
        self._offer()

    def _fixed(self) -> list[tuple[str, str]]:
        nothing = translate("ui", "– not in the file –")
        if self._field is Field.SIZE:
            every = translate("ui", "All rows: {value}")
            return [(nothing, ""), *((every.format(value=one), f"={one}") for one in Size)]
        if self._field is Field.KIND:
            return [
                (translate("ui", "– told by the point –"), ""),
                (translate("ui", "All rows: Paczkomat"), f"={KIND_TEXT[Kind.LOCKER]}"),
                (translate("ui", "All rows: courier"), f"={KIND_TEXT[Kind.COURIER]}"),
            ]
        return [(nothing, "")]

    def _chosen(self) -> None:
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        going_on = True
        for combo in self.combos:
            combo.setVisible(going_on)
            if not going_on:
                combo.choose("")
            going_on = going_on and bool(combo.chosen()) and not combo.chosen().startswith("=")


class _Piece(QWidget):
    """One sample, with the triangle where it is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = ShapeLabel(Shape.TRIANGLE, State.WARNING, 14)
        self._text = Text("", Role.TABLE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(4)
        layout.addWidget(self._mark)
        layout.addWidget(self._text)

    def show_sample(self, text: str, *, wrong: bool) -> None:
        """Show that text."""
        # Beyond this it is no sample but the cell itself.
        self._text.setText(text if len(text) <= 48 else f"{text[:47]}…")
        self._text.set_tone(State.WARNING if wrong else "text")
        self._mark.setVisible(wrong)
        self.updateGeometry()


class Samples(QWidget):
    """Up to three samples, and below them what is wrong in how many rows."""

    def __init__(self, field: Field, most: int = 3) -> None:
        super().__init__()
        self._field = field
        self._pieces = [_Piece() for _ in range(most)]
        self._words = WrappingText(Role.CAPTION, tone=State.WARNING)
        flow = Flow(*self._pieces, gap=4)
        for piece in self._pieces:
            piece.hide()
        self._words.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(2)
        layout.addStretch(1)
        layout.addWidget(flow)
        layout.addWidget(self._words)
        layout.addStretch(1)

    def show_finding(self, finding: Finding) -> None:
        """Show what came of the field."""
        for at, piece in enumerate(self._pieces):
            there = at < len(finding.samples)
            piece.setVisible(there)
            if there:
                sample = finding.samples[at]
                text = sample.text or translate("ui", "(empty)")
                if self._field in _MONEY and not sample.problem:
                    text = money_words(text)
                piece.show_sample(text, wrong=sample.problem is not None)
        self._words.setText(self._bad_words(finding))
        self._words.setVisible(bool(self._words.text()))

    def words(self) -> str:
        """What is wrong, or ""."""
        return self._words.text()

    def _bad_words(self, finding: Finding) -> str:
        problem = next((one.problem for one in finding.samples if one.problem), None)
        if problem is None or not finding.bad:
            return ""
        reason = rule_words(problem.rule, field=problem.field, hint=problem.hint)
        words = translate("ui", "To fix: {count} – {reason}")
        return words.format(count=finding.bad, reason=reason)


class FieldRow(QObject):
    """One field's line in the grid."""

    changed = Signal()

    def __init__(self, field: Field, grid: QGridLayout) -> None:
        super().__init__(grid)
        self.field = field
        self.choice = SourceChoice(field)
        self.samples = Samples(field)
        self._title = Text(field_title(field), bold=True, wrap=True)
        self._title.setBuddy(self.choice.combos[0])
        self._mark = ShapeLabel(Shape.TRIANGLE, State.WARNING, 14)
        self._needed = Caption(wrap=True)
        self._lay_out(grid)
        self.choice.changed.connect(self.changed)

    def show_need(self, *, needed: bool, missing: bool) -> None:
        """Say whether the field has to be in the file, and whether it is."""
        packed = self.field is Field.CONTENTS
        self._needed.setVisible(needed or packed)
        self._mark.setVisible(missing)
        words = translate("ui", "needed, please choose") if missing else translate("ui", "needed")
        if packed:
            words = translate("ui", "only for packing slips and lists")
        self._needed.setText(words)
        self._needed.set_tone(State.WARNING if missing else "text2")
        self._describe(words if needed or packed else "")

    def show_finding(self, finding: Finding) -> None:
        """Show what came of the field."""
        self.samples.show_finding(finding)
        self._describe(self.samples.words() or self._needed.text())

    def _describe(self, words: str) -> None:
        self.choice.combos[0].setAccessibleDescription(words)

    def _lay_out(self, grid: QGridLayout) -> None:
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._mark)
        below.addWidget(self._needed, 1)
        title = QVBoxLayout()
        title.setSpacing(2)
        title.setContentsMargins(0, 6, 0, 6)
        title.addStretch(1)
        title.addWidget(self._title)
        title.addLayout(below)
        title.addStretch(1)
        at = grid.rowCount()
        grid.addLayout(title, at, 0)
        grid.addWidget(self.choice, at, 1)
        grid.addWidget(self.samples, at, 2)
        grid.addWidget(Line(), at + 1, 0, 1, 3)


def given_sources(rows: Mapping[Field, FieldRow]) -> dict[Field, Source]:
    """What is chosen, without the fields that are not in the file."""
    chosen = {field: row.choice.source() for field, row in rows.items()}
    return {field: source for field, source in chosen.items() if source}
