"""What a size means to a courier on contract: dimensions and weight, typed into a small table."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from inpost_desk.domain.order import Size
from inpost_desk.domain.order_shipment import PRESETS, Preset
from inpost_desk.domain.shipment import Dimensions
from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, Heading, KeyButton, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

COLUMNS: Final[tuple[str, ...]] = (
    QT_TRANSLATE_NOOP("ui", "Length, mm"),
    QT_TRANSLATE_NOOP("ui", "Width, mm"),
    QT_TRANSLATE_NOOP("ui", "Height, mm"),
    QT_TRANSLATE_NOOP("ui", "Weight, kg"),
)
# What no parcel reaches, so that a figure in the wrong unit is noticed (API §5.2).
LONGEST: Final = 3500
HEAVIEST: Final = Decimal(70)


class PresetsForm(QWidget):
    """A line for each size."""

    changed = Signal(object)
    """All presets, by size."""

    def __init__(self) -> None:
        super().__init__()
        self._presets = dict(PRESETS)
        self.cells = {size: [self._cell(size, column) for column in range(4)] for size in Size}
        self._finding = Text("", wrap=True)
        self._finding.hide()
        self.reset_button = KeyButton(translate("ui", "Usual values"), icon="undo", kind="header")
        self.reset_button.clicked.connect(self._reset)
        self._lay_out()
        self.set_value(self._presets)

    def set_value(self, presets: dict[Size, Preset]) -> None:
        """Show these."""
        self._presets = dict(presets)
        for size, cells in self.cells.items():
            preset = presets[size]
            sides = preset.dimensions
            texts = [str(one) for one in (sides.length, sides.width, sides.height)]
            texts.append(f"{preset.weight.normalize():f}".replace(".", ","))
            for cell, text in zip(cells, texts, strict=True):
                if not cell.hasFocus() or _figure(cell.text()) != _figure(text):
                    cell.setText(text)
                self._mark(cell, wrong=False)
        self._finding.hide()

    def _cell(self, size: Size, column: int) -> QLineEdit:
        cell = QLineEdit()
        cell.setAlignment(Qt.AlignmentFlag.AlignRight)
        cell.setFont(look.font(Role.BODY))
        cell.setMinimumHeight(look.BUTTON_HEADER)
        what = translate("ui", COLUMNS[column])
        cell.setAccessibleName(translate("ui", "Size {size}: {what}").format(size=size, what=what))
        cell.textEdited.connect(lambda: self._typed(size, column))
        cell.editingFinished.connect(lambda: self._finished(size, column))
        return cell

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.GAP)
        grid.setVerticalSpacing(look.GAP)
        for column, title in enumerate(COLUMNS, 1):
            grid.addWidget(Caption(translate("ui", title)), 0, column)
            grid.setColumnStretch(column, 1)
        for line, (size, cells) in enumerate(self.cells.items(), 1):
            grid.addWidget(Text(f"{size}", bold=True), line, 0)
            for column, cell in enumerate(cells, 1):
                grid.addWidget(cell, line, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.GAP)
        layout.addWidget(Heading(translate("ui", "Sizes of courier parcels")))
        layout.addWidget(
            Text(
                translate(
                    "ui",
                    "Couriers on contract ask for dimensions and weight instead of a size. N is a parcel "
                    "beyond the standard.",
                ),
                tone="text2",
                wrap=True,
            )
        )
        layout.addLayout(grid)
        layout.addWidget(self._finding)
        layout.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _typed(self, size: Size, column: int) -> None:
        cell = self.cells[size][column]
        wrong = _usable(cell.text(), column) is None
        self._mark(cell, wrong=wrong)
        words = (
            translate("ui", "Weight: more than 0 and at most {most} kg.").format(most=HEAVIEST)
            if column == 3
            else translate("ui", "A side: whole millimetres, at most {most}.").format(most=LONGEST)
        )
        self._finding.set_state(words if wrong else "", State.ERROR)
        self._finding.setVisible(wrong)
        cell.setAccessibleDescription(words if wrong else "")

    def _finished(self, size: Size, column: int) -> None:
        found = _usable(self.cells[size][column].text(), column)
        if found is None:
            return
        preset = self._presets[size]
        if column == 3:
            revised = replace(preset, weight=found)
        else:
            sides = preset.dimensions
            given = [sides.length, sides.width, sides.height]
            given[column] = int(found)
            revised = replace(preset, dimensions=Dimensions(*given))
        if revised != preset:
            self._presets[size] = revised
            self.changed.emit(dict(self._presets))

    def _reset(self) -> None:
        self.set_value(PRESETS)
        self.changed.emit(dict(PRESETS))

    def _mark(self, cell: QLineEdit, *, wrong: bool) -> None:
        cell.setProperty("finding", State.ERROR.value if wrong else "")
        cell.style().unpolish(cell)
        cell.style().polish(cell)


def _figure(text: str) -> Decimal | None:
    try:
        found = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _usable(text: str, column: int) -> Decimal | None:
    """What was typed as a figure that InPost could take, or None."""
    found = _figure(text)
    if found is None or found <= 0:
        return None
    if column == 3:
        return found if found <= HEAVIEST else None
    return found if found <= LONGEST and found == found.to_integral_value() else None
