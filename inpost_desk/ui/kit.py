"""The kit: the window's own controls, gathered under one name. Each is written in its `kit_…` module."""

from inpost_desk.ui.kit_button import KeyButton, Link
from inpost_desk.ui.kit_cap import KeyCap
from inpost_desk.ui.kit_card import Card, Ground, Line
from inpost_desk.ui.kit_chips import Chip, ChipBar, Chips, stage_word
from inpost_desk.ui.kit_field import FieldBox
from inpost_desk.ui.kit_focus import frame_outside
from inpost_desk.ui.kit_frame import EnvironmentFrame
from inpost_desk.ui.kit_progress import Progress
from inpost_desk.ui.kit_rail import Rail, RailEntry
from inpost_desk.ui.kit_segmented import Segmented
from inpost_desk.ui.kit_stack import Stack
from inpost_desk.ui.kit_status import StatusBar, StatusPart
from inpost_desk.ui.kit_strip import NoticeBar
from inpost_desk.ui.kit_text import Caption, Heading, Text
from inpost_desk.ui.shapes import ShapeLabel

__all__ = [
    "Caption",
    "Card",
    "Chip",
    "ChipBar",
    "Chips",
    "EnvironmentFrame",
    "FieldBox",
    "Ground",
    "Heading",
    "KeyButton",
    "KeyCap",
    "Line",
    "Link",
    "NoticeBar",
    "Progress",
    "Rail",
    "RailEntry",
    "Segmented",
    "ShapeLabel",
    "Stack",
    "StatusBar",
    "StatusPart",
    "Text",
    "frame_outside",
    "stage_word",
]
