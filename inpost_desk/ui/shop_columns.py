"""The columns a shop wants when it imports tracking numbers: set up once, kept in the settings."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.domain.shop_columns import Cell, ShopColumns
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import FieldBox, Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.kit_focus import frame_outside
from inpost_desk.ui.look import Role
from inpost_desk.wording.exports import export_words
from inpost_desk.wording.speech import translate

ENCODINGS: Final = ("utf-8", "utf-8-sig", "cp1250", "iso-8859-2")
_LONGEST: Final = 80
_WIDE: Final = 520
_TALL: Final = 660
_LIST: Final = 140


class ShopColumnsDialog(Dialog):
    """A list of columns, and what the chosen one is called and holds; nothing is kept before *Save*."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        kept = desk.settings.shop_columns
        self._columns = list(kept.columns)
        self.setWindowTitle(translate("ui", "Columns for the shop"))
        self._make_controls()
        self._lay_out()
        self._connect()
        _choose(self.separator, kept.separator)
        _choose(self.encoding, kept.encoding)
        self._fill(0)

    def columns(self) -> ShopColumns:
        """As it is set up now. Raises ValueError while there is no column."""
        return ShopColumns(
            tuple(self._columns),
            separator=self.separator.currentData(),
            encoding=self.encoding.currentData(),
        )

    @Slot()
    def add(self) -> None:
        """One column more, behind the chosen one."""
        used = {cell for _, cell in self._columns}
        cell = next((one for one in Cell if one not in used), Cell.REFERENCE)
        at = self.list.currentRow() + 1
        self._columns.insert(at, (cell.value, cell))
        self._fill(at)
        self.title.edit.setFocus()
        self.title.edit.selectAll()

    @Slot()
    def remove(self) -> None:
        """The chosen column goes; the last one stays."""
        if len(self._columns) > 1:
            at = self.list.currentRow()
            del self._columns[at]
            self._fill(min(at, len(self._columns) - 1))

    def shift(self, by: int) -> None:
        """The chosen column goes so many places down."""
        at = self.list.currentRow()
        to = at + by
        if 0 <= to < len(self._columns):
            self._columns.insert(to, self._columns.pop(at))
            self._fill(to)

    def save(self) -> None:
        """Keep it and close."""
        self._desk.change_settings(shop_columns=self.columns())
        self.accept()

    def _make_controls(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(translate("ui", "Columns"))
        frame_outside(self.list)
        self.add_button = KeyButton(translate("ui", "Add a column"), icon="plus", kind="header")
        self.remove_button = KeyButton(translate("ui", "Remove"), kind="quiet")
        self.up_button = KeyButton(translate("ui", "Up"), key="Alt+↑", kind="quiet")
        self.down_button = KeyButton(translate("ui", "Down"), key="Alt+↓", kind="quiet")
        self.title = FieldBox(translate("ui", "Heading in the file"), in_header=True)
        self.title.edit.setMaxLength(_LONGEST)
        self.cell = _Combo(translate("ui", "What stands under it"))
        for one in Cell:
            self.cell.addItem(export_words(f"column.{one}"), one)
        self.separator = _Combo(translate("ui", "Between the columns"))
        for sign, words in (
            (",", translate("ui", "comma")),
            (";", translate("ui", "semicolon")),
            ("\t", translate("ui", "tabulator")),
        ):
            self.separator.addItem(words, sign)
        self.encoding = _Combo(translate("ui", "Encoding of letters"))
        names = ("UTF-8", "UTF-8 (BOM)", "Windows-1250", "ISO 8859-2")
        for encoding, name in zip(ENCODINGS, names, strict=True):
            self.encoding.addItem(name, encoding)
        self.save_button = KeyButton(translate("ui", "Save"), kind="accent")
        self.save_button.setDefault(True)
        self.cancel_button = KeyButton(translate("ui", "Cancel"), key="Esc", kind="quiet")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(look.EDGE, look.PAD, look.EDGE, look.EDGE)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        row.addWidget(self.save_button)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inside())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addLayout(row)
        self.resize(_WIDE, _TALL)

    def _inside(self) -> QWidget:
        """What scrolls where the screen is small."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, 0)
        column.setSpacing(look.PAD)
        about = translate(
            "ui", "What your shop's import of tracking numbers expects, in the shop's own words."
        )
        column.addWidget(Heading(translate("ui", "Columns for the shop")))
        column.addWidget(Text(about, tone="text2", wrap=True))
        self.list.setFixedHeight(_LIST)
        column.addWidget(self.list)
        buttons = (self.add_button, self.remove_button, self.up_button, self.down_button)
        column.addWidget(Flow(*buttons, gap=look.GAP))
        column.addWidget(self.title)
        for box in (self.cell, self.separator, self.encoding):
            column.addWidget(box.labelled())
        return inside

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.up_button.clicked.connect(lambda: self.shift(-1))
        self.down_button.clicked.connect(lambda: self.shift(1))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self.shift(by))
        delete = QShortcut(QKeySequence("Del"), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)
        self.title.edit.textEdited.connect(lambda _: self._written())
        self.cell.activated.connect(lambda _: self._written())
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)

    def _fill(self, at: int) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([_line(title, cell) for title, cell in self._columns])
            self.list.setCurrentRow(at)
        self._show(at)

    @Slot(int)
    def _show(self, at: int) -> None:
        if at < 0:
            return
        title, cell = self._columns[at]
        self.title.edit.setText(title)
        _choose(self.cell, cell)
        self._judge()
        self.remove_button.setEnabled(len(self._columns) > 1)
        self.up_button.setEnabled(at > 0)
        self.down_button.setEnabled(at < len(self._columns) - 1)

    def _written(self) -> None:
        at = self.list.currentRow()
        self._columns[at] = (self.title.text(), Cell(self.cell.currentData()))
        self.list.item(at).setText(_line(*self._columns[at]))
        self._judge()

    def _judge(self) -> None:
        title = self._columns[self.list.currentRow()][0]
        words = "" if title else translate("ui", "A column needs a heading.")
        self.title.set_finding(words)
        self.save_button.setEnabled(all(one for one, _ in self._columns))


class _Combo(QComboBox):
    """A choice with its label."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setAccessibleName(name)
        self.setFont(look.font(Role.BODY))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)

    def labelled(self) -> QWidget:
        """The choice below its label."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = Text(self._name, bold=True)
        label.setBuddy(self)
        column.addWidget(label)
        column.addWidget(self)
        return part


def _choose(box: QComboBox, value: str) -> None:
    at = box.findData(value)
    if at < 0:
        # Written into the settings by hand.
        box.addItem(value, value)
        at = box.count() - 1
    box.setCurrentIndex(at)


def _line(title: str, cell: Cell) -> str:
    return f"{title}   ←  {export_words(f'column.{cell}')}"
