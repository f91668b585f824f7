"""The one stylesheet: Qt's own controls in the colours of the look. What the kit paints is not here.

No rule for plain widgets and none for fonts: the first slows every widget down, the second would take the
sizes of the roles away.
"""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import Final

from inpost_desk.paths import resource
from inpost_desk.ui.look import Colours, State

_TEXTS: Final = """
QLabel[tone="text2"] { color: $text2; }
QLabel[tone="text3"], QLabel:disabled { color: $text3; }
QLabel[tone="on_not_real"] { color: $on_not_real; }
QToolTip { background: $rail; color: $rail_text_selected; border: 1px solid $line; padding: 4px 6px; }
"""

_INPUTS: Final = """
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
    background: $surface; color: $text; border: 1px solid $control_border; border-radius: 4px;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $text3;
}
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 30px; padding: 0 9px; }
QPlainTextEdit, QTextEdit { padding: 6px 7px; }
QLineEdit[form="true"], QAbstractSpinBox[form="true"], QComboBox[form="true"] { min-height: 38px; }
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { background: $quiet; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled,
QTextEdit:disabled { color: $text3; background: $quiet; border-color: $line; }
QLineEdit[finding="error"] { border: 2px solid $error; padding: 0 8px; min-height: 28px; }
QLineEdit[finding="warning"] { border: 2px solid $warning; padding: 0 8px; min-height: 28px; }
QLineEdit[finding="done"] { border: 2px solid $done; padding: 0 8px; min-height: 28px; }
QLineEdit[finding="information"] { border: 2px solid $information; padding: 0 8px; min-height: 28px; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid $focus; padding: 0 8px; min-height: 28px;
}
QLineEdit[form="true"][finding="error"], QLineEdit[form="true"][finding="warning"],
QLineEdit[form="true"][finding="done"], QLineEdit[form="true"][finding="information"],
QLineEdit[form="true"]:focus, QAbstractSpinBox[form="true"]:focus, QComboBox[form="true"]:focus {
    min-height: 36px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 5px 6px; }
QTextEdit[guide="true"] {
    background: $surface; border: none; border-left: 4px solid $surface; border-radius: 0; padding: 0;
}
QTextEdit[guide="true"]:focus { border: none; border-left: 4px solid $focus; padding: 0; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit, QComboBox QLineEdit:focus,
QAbstractSpinBox QLineEdit:focus { border: none; background: transparent; padding: 0; min-height: 0; }
QAbstractItemView QLineEdit, QAbstractItemView QLineEdit:focus, QAbstractItemView QComboBox,
QAbstractItemView QComboBox:focus {
    border: 2px solid $focus; border-radius: 0; padding: 0 4px; min-height: 0;
}
"""

_CHOICES: Final = """
QComboBox { combobox-popup: 0; padding-right: 4px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$mark_down"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { border: 1px solid $control_border; padding: 3px; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 6px; }
QAbstractSpinBox { qproperty-alignment: AlignHCenter; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: padding; border: none; width: 26px; background: transparent;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; }
QAbstractSpinBox::up-arrow { image: url("$mark_up"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$mark_down"); width: 10px; height: 10px; }
QCheckBox, QRadioButton {
    spacing: 9px; padding: 2px 4px; border: 2px solid transparent; border-radius: 4px;
}
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $text3; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    width: 14px; height: 14px; border: 1px solid $control_border; border-radius: 3px;
    background: $surface;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $text; border-color: $text; image: url("$mark_check");
}
QRadioButton::indicator:checked { background: $text; border-color: $text; image: url("$mark_dot"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    background: $quiet; border-color: $line;
}
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled {
    background: $text3; border-color: $text3;
}
QPushButton, QToolButton {
    background: $surface; color: $text; border: 1px solid $control_border; border-radius: 4px;
    padding: 7px 12px;
}
QPushButton:hover, QToolButton:hover { background: $quiet; }
QPushButton:pressed, QToolButton:pressed { background: $desk; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 6px 11px; }
QPushButton:disabled, QToolButton:disabled { color: $text3; border-color: $line; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent_border; }
QPushButton:default:hover { background: $accent_hover; }
QPushButton:default:pressed { background: $accent_pressed; }
"""

# Setting the spacing, even to what it was, makes a list lay out anew: rows laid out before the stylesheet
# came to it would else overlap.
_VIEWS: Final = """
QAbstractItemView {
    background: $surface; color: $text; border: none; outline: none; gridline-color: $row_line;
    selection-background-color: $selected; selection-color: $text;
}
QListView { qproperty-spacing: 0; }
QListView::item { min-height: 28px; padding: 0 8px; border-left: 4px solid transparent; }
QTreeView::item { padding: 4px; }
QListView::item:hover, QTreeView::item:hover { background: $quiet; color: $text; }
QListView::item:selected, QTreeView::item:selected { background: $selected; color: $text; }
QListView::item:selected { border-left: 4px solid $accent; }
QHeaderView { background: $quiet; border: none; }
QHeaderView::section {
    background: $quiet; color: $text2; border: none; border-bottom: 1px solid $line; padding: 0 6px;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url("$mark_up"); width: 10px; height: 10px; }
QHeaderView::down-arrow { image: url("$mark_down"); width: 10px; height: 10px; }
QTableCornerButton::section { background: $quiet; border: none; }
QScrollArea { border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $control_border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
"""

_MENUS: Final = """
QDialog { border: 1px solid $control_border; }
QWizard { border: none; }
QMenu { background: $surface; color: $text; border: 1px solid $control_border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 10px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $text3; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::indicator:checked { background: $text; border-radius: 3px; image: url("$mark_check"); }
"""

_MARKS: Final = {
    "mark_up": "mark-chevron-up",
    "mark_down": "mark-chevron-down",
    "mark_check": "mark-check",
    "mark_dot": "mark-dot",
}


def sheet(worn: Colours) -> str:
    """The stylesheet of the application in those colours."""
    values = {name: value for name, value in asdict(worn).items() if isinstance(value, str)}
    look = "dark" if worn.dark else "light"
    for name, drawing in _MARKS.items():
        values[name] = resource(f"icons/{drawing}-{look}.svg").as_posix()
    tones = ""
    for state in State:
        values[state.value] = worn.ink(state)
        tones += f'QLabel[tone="{state.value}"] {{ color: {worn.ink(state)}; }}\n'
    # "quiet" is the name of a ground as well as of a state.
    values["quiet"] = worn.quiet
    return tones + Template(_TEXTS + _INPUTS + _CHOICES + _VIEWS + _MENUS).substitute(values)
