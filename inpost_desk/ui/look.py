"""The look: every colour, size and font of the window. Nobody else writes one.

Widgets that paint themselves ask `colours()` while they paint, so that a change of look reaches them with the
repaint. The words of the stylesheet are in `look_sheet`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

LIGHT_LOOK: Final = "light"
DARK_LOOK: Final = "dark"
STYLED: Final = "look_styled"

RAIL: Final = 88
RAIL_ITEM: Final = 72
FRAME: Final = 8
FRAME_TOP: Final = 40
STRIP: Final = 40
HEADER: Final = 64
CHIPS: Final = 48
TABLE_HEADER: Final = 32
TABLE_ROW: Final = 24
BAR: Final = 64
BAR_RUNNING: Final = 88
STATUS: Final = 32
PANEL: Final = 304
PANEL_WIDE: Final = 400
PANEL_SHIPMENT: Final = 424
"""Of the Shipments page: a picture beside buttons, in the widest of the usual fonts."""
WIDE_FROM: Final = 1600
NARROW_BELOW: Final = 1200

GAP: Final = 8
PAD: Final = 16
EDGE: Final = 24
FORM: Final = 40
RADIUS: Final = 4
RADIUS_CARD: Final = 6

RADIUS_TILE: Final = 8
"""Of the station's tiles."""

STATION_BAR: Final = 48
HAZARD: Final = 16
STATION_LEAST: Final = 6.0
"""Points, scaled by nothing: only at that size a name on the station loses its end."""

BUTTON_MAIN: Final = 48
BUTTON_PLAIN: Final = 40
BUTTON_HEADER: Final = 32
CHIP: Final = 28
KEY_CAP: Final = 18
FOCUS: Final = 2
"""Width of the focus frame, and its distance from what has the focus."""


class State(StrEnum):
    """What a shape and its colour say. Never shown by colour alone."""

    INFORMATION = "information"
    DONE = "done"
    WARNING = "warning"
    ERROR = "error"
    QUIET = "quiet"


class Role(Enum):
    """What a text is; the value is its size in points."""

    KEY = 8.25
    CAPTION = 9
    TABLE = 9.5
    BODY = 10
    FIELD = 11
    SECTION = 12
    MAIN_BUTTON = 13
    HEADING = 15
    TITLE = 17
    PROGRESS = 20


class Station(Enum):
    """What a text of the station is, in points: read from two metres from READ on, DECIDE decides."""

    LINE = 12
    CAPTION = 14
    READ = 24
    DECIDE = 36
    ORDER = 44
    LONG_WORD = 78
    WORD = 88
    STOP = 108


BOLD_ROLES: Final = frozenset(
    {Role.SECTION, Role.MAIN_BUTTON, Role.HEADING, Role.TITLE, Role.PROGRESS}
)


@dataclass(frozen=True, slots=True)
class Tones:
    """A state's colours: its text and shape, what lies under them, and the line round that."""

    ink: str
    tint: str
    line: str


# The same in both looks: a room learns one green and one red.
_FILLS: Final[Mapping[State, tuple[str, str]]] = {
    State.INFORMATION: ("#1B5A9E", "#FFFFFF"),
    State.DONE: ("#0B7A53", "#FFFFFF"),
    State.WARNING: ("#F08A1D", "#1E2328"),
    State.ERROR: ("#B3202A", "#FFFFFF"),
    State.QUIET: ("#23282E", "#FFFFFF"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One look's colours, "#RRGGBB" each."""

    dark: bool
    window: str
    surface: str
    quiet: str
    desk: str
    line: str
    row_line: str
    control_border: str
    text: str
    text2: str
    text3: str
    selected: str
    focus: str
    rail: str
    rail_selected: str
    rail_text: str
    tones: Mapping[State, Tones]
    rail_text_selected: str = "#FFFFFF"
    accent: str = "#FFC21F"
    accent_hover: str = "#FFD45E"
    accent_pressed: str = "#F0AE00"
    accent_border: str = "#B07C00"
    on_accent: str = "#1E2328"
    not_real: str = "#7A2E9E"
    not_real_stripe: str = "#5B1F78"
    on_not_real: str = "#FFFFFF"

    def ink(self, state: State) -> str:
        """Text and shapes of that state."""
        return self.tones[state].ink

    def tint(self, state: State) -> str:
        """The ground under something in that state."""
        return self.tones[state].tint

    def line_of(self, state: State) -> str:
        """The line round such a ground."""
        return self.tones[state].line

    def fill(self, state: State) -> str:
        """The full ground that shows a state from two metres."""
        return _FILLS[state][0]

    def on_fill(self, state: State) -> str:
        """Text on `fill`."""
        return _FILLS[state][1]


LIGHT: Final = Colours(
    dark=False,
    window="#F3F4F5",
    surface="#FFFFFF",
    quiet="#F7F8F9",
    desk="#E6E9EC",
    line="#DADEE2",
    row_line="#ECEEF0",
    control_border="#868E96",
    text="#1E2328",
    text2="#4A525A",
    text3="#5E666F",
    selected="#FFF4D1",
    focus="#1E2328",
    rail="#23282E",
    rail_selected="#343B43",
    rail_text="#C6CCD2",
    tones={
        State.INFORMATION: Tones("#1B5A9E", "#E7F0FA", "#A9C8E8"),
        State.DONE: Tones("#0A6B49", "#E2F3EA", "#9FD3BA"),
        State.WARNING: Tones("#8A4300", "#FFEFDC", "#F0C08A"),
        State.ERROR: Tones("#A3161F", "#FCE9E9", "#EBB0B2"),
        State.QUIET: Tones("#4A525A", "#F7F8F9", "#DADEE2"),
    },
)
DARK: Final = Colours(
    dark=True,
    window="#15181B",
    surface="#1D2125",
    quiet="#23282D",
    desk="#2B3036",
    line="#363D44",
    row_line="#2A2F35",
    control_border="#7C858E",
    text="#ECEEF0",
    text2="#BCC3CA",
    text3="#9AA2AB",
    selected="#3B3318",
    focus="#FFC21F",
    rail="#0F1214",
    rail_selected="#262B30",
    rail_text="#B4BBC2",
    tones={
        State.INFORMATION: Tones("#8FC2F4", "#17293B", "#345777"),
        State.DONE: Tones("#66D3A5", "#13302A", "#2A6150"),
        State.WARNING: Tones("#FFB661", "#3A2812", "#7A5526"),
        State.ERROR: Tones("#FF9D97", "#40191C", "#84383C"),
        State.QUIET: Tones("#BCC3CA", "#23282D", "#363D44"),
    },
)


class _Use:
    """The look in use: one for the process, as the application's palette and stylesheet are."""

    asked = LIGHT_LOOK
    colours = LIGHT
    follows = False


def colours() -> Colours:
    """The colours in use."""
    return _Use.colours


def apply(app: QApplication, look: str) -> None:
    """Give the whole application that look: "light", "dark", or "" for the system's."""
    _Use.asked = look
    hints = app.styleHints()
    wanted = {LIGHT_LOOK: Qt.ColorScheme.Light, DARK_LOOK: Qt.ColorScheme.Dark}
    # So that title bars and the system's own dialogs agree.
    hints.setColorScheme(wanted.get(look, Qt.ColorScheme.Unknown))
    if not _Use.follows:
        _Use.follows = True
        hints.colorSchemeChanged.connect(_system_changed)
    _wear(app, DARK if _is_dark(look) else LIGHT)


def _is_dark(look: str) -> bool:
    if look in (LIGHT_LOOK, DARK_LOOK):
        return look == DARK_LOOK
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _system_changed() -> None:
    app = QApplication.instance()
    if not _Use.asked and isinstance(app, QApplication):
        _wear(app, DARK if _is_dark("") else LIGHT)


def _wear(app: QApplication, worn: Colours) -> None:
    from inpost_desk.ui.look_sheet import sheet

    _Use.colours = worn
    # Once: under a stylesheet the style has no name, and a new one takes the ground from under what paints.
    if not app.property(STYLED):
        app.setStyle("Fusion")
        app.setProperty(STYLED, True)
    app.setFont(font(Role.BODY))
    app.setPalette(_palette(worn))
    app.setStyleSheet(sheet(worn))
    QToolTip.setFont(font(Role.CAPTION))


def font(role: Role, *, bold: bool = False) -> QFont:
    """The system's own font in the size of that role, with figures of one width where it has them."""
    made = _system_font(role.value)
    if bold or role in BOLD_ROLES:
        made.setWeight(QFont.Weight.Bold if role in BOLD_ROLES else QFont.Weight.DemiBold)
    return made


def station_font(role: Station, *, bold: bool = False) -> QFont:
    """The same for the station; what it says in one word is always bold."""
    made = _system_font(role.value)
    if bold or role.value >= Station.LONG_WORD.value:
        made.setWeight(QFont.Weight.Bold)
    return made


def _system_font(points: float) -> QFont:
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    made.setPointSizeF(points * _points_per_point())
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _points_per_point() -> float:
    """macOS counts 72 dots to the inch, so that its points are smaller than those of the tokens."""
    screen = QGuiApplication.primaryScreen()
    return 96 / min(96.0, screen.logicalDotsPerInch()) if screen else 1.0


def _palette(worn: Colours) -> QPalette:
    made = QPalette()
    role = QPalette.ColorRole
    for which, value in (
        (role.Window, worn.window),
        (role.WindowText, worn.text),
        (role.Base, worn.surface),
        (role.AlternateBase, worn.quiet),
        (role.Text, worn.text),
        (role.PlaceholderText, worn.text3),
        (role.Button, worn.surface),
        (role.ButtonText, worn.text),
        (role.BrightText, worn.rail_text_selected),
        (role.ToolTipBase, worn.rail),
        (role.ToolTipText, worn.rail_text_selected),
        (role.Highlight, worn.accent),
        (role.HighlightedText, worn.on_accent),
        (role.Accent, worn.accent),
        (role.Link, worn.text),
        (role.LinkVisited, worn.text2),
        (role.Light, worn.surface),
        (role.Midlight, worn.quiet),
        (role.Mid, worn.line),
        (role.Dark, worn.control_border),
        (role.Shadow, worn.line),
    ):
        made.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(worn.text3))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(worn.desk))
    made.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(worn.text3))
    return made
