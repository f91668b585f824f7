"""The Orders page's header: what is on the desk, the search, and the buttons of the page.

Buttons that do not fit go into a "…" menu. It only asks; the page does what is asked.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.icons import paint_icon
from inpost_desk.ui.kit import Heading, KeyButton, KeyCap
from inpost_desk.ui.look import Role
from inpost_desk.ui.orders.fitting import FittingText
from inpost_desk.wording.speech import translate

_GLASS = 16
# On X11 a field takes these as "end of line", "delete to the end" and the like.
OF_THE_PAGE: Final = frozenset({Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_K})


class SearchField(QLineEdit):
    """Esc empties it; once it is empty, Esc is the page's again. Down and Enter go on to the table."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(look.BUTTON_HEADER)
        self.setPlaceholderText(translate("ui", "Search this file"))
        self.setAccessibleName(translate("ui", "Search this file"))
        self.setTextMargins(_GLASS + look.GAP, 0, 0, 0)
        self._cap = KeyCap("Ctrl+F")
        self._cap.setParent(self)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._show_cap)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for the invitation and the key."""
        return QSize(self._full_width(), look.BUTTON_HEADER)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A reference still fits."""
        return QSize(self.fontMetrics().averageCharWidth() * 12 + 48, look.BUTTON_HEADER)

    def event(self, event: QEvent) -> bool:
        """Takes Esc before the page while there is something to clear, and leaves the page its keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape and self.text():
                event.accept()
                return True
            held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if held and event.key() in OF_THE_PAGE:
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc, Down and Enter as above; the rest is typing."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the key at the right; the invitation may have too little room."""
        super().resizeEvent(event)
        self.setToolTip(self.placeholderText())
        size = self._cap.sizeHint()
        self._cap.setGeometry(
            self.width() - size.width() - look.GAP,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        self._show_cap()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The field as Qt paints it, and the glass."""
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRectF(12, (self.height() - _GLASS) / 2, _GLASS, _GLASS)
        paint_icon(painter, "search", place, look.colours().text2)
        painter.end()

    def _full_width(self) -> int:
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return words + self._cap.sizeHint().width() + _GLASS + 5 * look.GAP

    def _show_cap(self) -> None:
        """The key makes room for what is typed, and for the invitation where both do not fit."""
        self._cap.setVisible(not self.text() and self.width() >= self._full_width() - look.GAP)


class PageHeader(QWidget):
    """Title, what is on the desk, search and buttons."""

    search_changed = Signal(str)
    search_left = Signal()
    """Down or Enter in the search: the table comes next."""
    import_asked = Signal()
    columns_asked = Signal()
    runs_toggled = Signal(bool)
    packing_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(look.HEADER)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = Heading(translate("ui", "Orders"), Role.TITLE)
        self._subtitle = FittingText(tone="text2")
        self.search = SearchField()
        self.search.textChanged.connect(self.search_changed)
        self.search.left.connect(self.search_left)
        self._build_buttons()
        self._build_menu()
        self._with_table = True
        self._lay_out()

    def set_subtitle(self, parts: tuple[str, ...]) -> None:
        """Such as file name, rows, time; those at the end go first where there is no room."""
        wordings = [" · ".join(parts[:length]) for length in range(len(parts), 0, -1)]
        self._subtitle.set_wordings(wordings or [""])
        self._subtitle.setToolTip(" · ".join(parts))

    def set_with_table(self, with_table: bool) -> None:  # noqa: FBT001
        """Without a pile there is nothing to search, to lay out or to pack."""
        self._with_table = with_table
        self.search.setVisible(with_table)
        self._fold()

    def set_runs_shown(self, shown: bool) -> None:  # noqa: FBT001
        """Whether the list of earlier runs is open; asks for nothing."""
        for one in (self._runs, self._runs_action):
            with QSignalBlocker(one):
                one.setChecked(shown)

    def below_columns(self) -> QPoint:
        """Where a menu of those buttons opens."""
        return self.columns_place.mapToGlobal(self.columns_place.rect().bottomLeft())

    def focus_search(self) -> None:
        """Ctrl+F."""
        if self._with_table:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    @property
    def columns_place(self) -> QWidget:
        """Where a menu of columns opens: its button, or "…" while that is folded away."""
        return self._more if self._columns.isHidden() else self._columns

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """With everything folded away; what is shown now must not keep the window wide."""
        needed = self._title.sizeHint().width() + self._more.sizeHint().width()
        if self._with_table:
            needed += self.search.minimumSizeHint().width()
        return QSize(needed + 2 * look.EDGE + 2 * look.PAD, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fold what does not fit."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another font needs another width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_more"):
            self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The surface and the line under it."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), worn.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, worn.line)
        painter.end()

    def _build_buttons(self) -> None:
        self._import = _header_button(translate("ui", "Import"), "import", key="Ctrl+O")
        self._import.clicked.connect(self.import_asked)
        self._columns = _header_button(translate("ui", "Columns"), "columns")
        self._columns.clicked.connect(self.columns_asked)
        self._runs = _header_button(translate("ui", "Runs"), "orders")
        self._runs.setCheckable(True)
        self._runs.toggled.connect(self._toggle_runs)
        self._packing = _header_button(translate("ui", "Packing list…"), "box")
        self._packing.clicked.connect(self.packing_asked)
        self._more = _header_button("…", "")
        self._more.setAccessibleName(translate("ui", "More"))
        self._more.clicked.connect(self._open_menu)

    def _build_menu(self) -> None:
        self._menu = QMenu(self)
        self._import_action = QAction(translate("ui", "Import"), self)
        self._import_action.triggered.connect(self.import_asked)
        self._packing_action = QAction(translate("ui", "Packing list…"), self)
        self._packing_action.triggered.connect(self.packing_asked)
        self._columns_action = QAction(translate("ui", "Columns"), self)
        self._columns_action.triggered.connect(self.columns_asked)
        self._runs_action = QAction(translate("ui", "Runs"), self, checkable=True)
        self._runs_action.toggled.connect(self._toggle_runs)
        # In the order they are folded away: what is needed least goes first.
        self._folding = (
            (self._packing, self._packing_action),
            (self._columns, self._columns_action),
            (self._runs, self._runs_action),
            (self._import, self._import_action),
        )
        for _, action in reversed(self._folding):
            self._menu.addAction(action)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(look.EDGE, 0, look.EDGE, 0)
        row.setSpacing(look.GAP)
        row.addWidget(self._title)
        row.addSpacing(look.PAD)
        row.addWidget(self._subtitle, 1)
        row.addWidget(self.search)
        for one in (self._import, self._columns, self._runs, self._packing, self._more):
            row.addWidget(one)

    def _fold(self) -> None:
        """Buttons go into the menu one by one until the rest fits."""
        usable = [
            (button, action)
            for button, action in self._folding
            if self._with_table or button in (self._import, self._runs)
        ]
        folded = 0
        while folded < len(usable) and self._needed(usable[folded:], more=folded) > self.width():
            folded += 1
        kept = [button for button, _ in usable[folded:]]
        hidden = [action for _, action in usable[:folded]]
        for button, action in self._folding:
            button.setVisible(button in kept)
            action.setVisible(action in hidden)
        self._more.setVisible(bool(folded))

    def _needed(self, kept: list[tuple[KeyButton, QAction]], *, more: int) -> int:
        widths = [button.sizeHint().width() for button, _ in kept]
        if more:
            widths.append(self._more.sizeHint().width())
        if self._with_table:
            widths.append(self.search.sizeHint().width())
        # The file's name should be told at least in part.
        subtitle = self.fontMetrics().averageCharWidth() * 24
        fixed = self._title.sizeHint().width() + look.PAD + subtitle + 2 * look.EDGE
        return fixed + sum(widths) + look.GAP * (len(widths) + 2)

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _toggle_runs(self, shown: bool) -> None:  # noqa: FBT001
        self.set_runs_shown(shown)
        self.runs_toggled.emit(shown)


def _header_button(words: str, icon: str, *, key: str = "") -> KeyButton:
    made = KeyButton(words, key=key, icon=icon, kind="header")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
