"""What tests of the station's page share: a page on screen, and what it is asked to show."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.station import Act, Answer, Armed, Box, Line, Shown, State, StationRules
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.station.page import StationPage

NUMBER = "620999000000000041875106"
BOX = Box("ZK-48250", "Renata Tomaszewska", "Białystok, Lipowa 24", "BIA09M", "B", NUMBER, 7)
OTHER = Box("ZK-48247", "Wojciech Baran", number="620999000000000041874995")
ESC, SPACE = Answer("Esc", Act.CANCEL), Answer("Space", Act.ACKNOWLEDGE)
AGAIN = Answer("R", Act.REPRINT)
MORE = Answer("N", Act.ANOTHER, price=Decimal("17.49"), costs=True)
LATER = datetime(2026, 11, 22, 9, 42, tzinfo=UTC)
ALREADY = Shown(State.ALREADY, box=BOX, answers=(AGAIN, MORE, ESC), earlier=LATER, by="Piotr")
STOP = Shown(State.STOP, "wrong_label", box=BOX, other=OTHER, answers=(SPACE,))
FIXES = tuple(Answer(str(at), Act.FIX, str(at - 1), f"KRA0{at}M · {at} km") for at in (1, 2, 3, 4))
EVERY = (
    Shown(State.READY),
    Shown(State.READY, "armed", armed=Armed("C", 3, "on")),
    Shown(State.BUSY, "buying", box=BOX),
    Shown(State.PRINTING, box=BOX),
    Shown(State.PRINTED, box=BOX),
    Shown(State.SENT, box=BOX),
    Shown(State.SENT, "", "Zebra 1", box=BOX, printer="Zebra 2"),
    Shown(State.TOLD, "product", code="5901234123457"),
    Shown(State.WAITING, "offline", box=BOX),
    Shown(State.ASK, "size", box=BOX, answers=(*(Answer(x, Act.SIZE, x) for x in "ABC"), ESC)),
    ALREADY,
    Shown(State.PAIR, box=BOX),
    Shown(State.PAIRED, box=BOX),
    Shown(State.SHOWN, "number", box=BOX),
    Shown(State.DEAF),
    STOP,
    Shown(State.STOP, "problem", "point_closed", box=BOX, answers=(*FIXES, SPACE)),
)


def opened(
    qtbot: QtBot, lanes: Lanes, folder: Path, size: tuple[int, int] = (1278, 668)
) -> StationPage:
    """A page on screen, with the keyboard."""
    desk = Desk(lanes, folder, Settings(station=StationRules(name="Stanowisko 2")))
    page = StationPage(desk)
    qtbot.addWidget(page)
    # The page does not own what it shares.
    page.setProperty("desk", desk)
    page.resize(*size)
    page.show()
    page.setFocus()
    return page


def label(width: int = 812, height: int = 1218) -> bytes:
    """A label's dots as PNG."""
    image = QImage(width, height, QImage.Format.Format_Mono)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def line(what: str, reference: str = "ZK-1") -> Line:
    """One of the last ten."""
    return Line(LATER, what, reference, "Ola")
