"""What the station's page shows: nothing cut in any size, next and printed apart, repainted at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.station import CLOSED, Act, Answer, Armed, Box, Counters, Shown, State
from inpost_desk.ui import look
from inpost_desk.ui.look import Station
from inpost_desk.ui.station import band, fitting
from inpost_desk.ui.station.figures import LINE_LOOKS
from inpost_desk.ui.station.page import StationPage
from inpost_desk.wording.station import LINES, STATES
from tests.ui.station_room import ALREADY, BOX, EVERY, NUMBER, STOP, label, line, opened


def shown_at(one: QWidget, page: StationPage) -> QRect:
    """Where it lies on the page."""
    return QRect(one.mapTo(page, QPoint(0, 0)), one.size())


@pytest.fixture
def page(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> StationPage:
    """A page on screen."""
    return opened(qtbot, lanes, tmp_path)


def parts(page: StationPage) -> list[QWidget]:
    """What lies on the page and can be seen."""
    return [
        one
        for one in (page.band, page.armed, page.card, page.late, page.figures, page.parcel)
        if one.isVisible()
    ]


def test_every_state_has_a_look_and_none_is_told_by_colour_alone() -> None:
    assert band.LOOKS.keys() == set(State) == STATES.keys()
    for one in State:
        for other in State:
            shape_apart = band.LOOKS[one][0] is not band.LOOKS[other][0]
            assert one is other or shape_apart or STATES[one] != STATES[other]
    assert LINE_LOOKS.keys() == LINES.keys()


@pytest.mark.parametrize("points", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1278, 668), (936, 600), (1920, 1040)])
def test_the_word_is_never_cut(
    page: StationPage, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], points: float
) -> None:
    monkeypatch.setattr(look, "_points_per_point", lambda: points)
    page.resize(*size)
    words = "WYSŁANO DO DRUKARKI", "WYDRUKOWANO", "ETYKIETA?", "NIE SŁUCHAM", "ALREADY PRINTED"
    for word in words:
        for hint in ("", "Etykieta przyszła za późno, by wydrukować się sama"):
            page.band.show_state(State.WAITING, hint)
            page.band._word = word
            room = page.band._word_place()
            needed = QFontMetricsF(page.band.word_font()).boundingRect(room, fitting._BREAK, word)
            assert needed.width() <= room.width()
            assert needed.height() <= room.height()
            # Read from far away still.
            assert page.band.word_font().pointSizeF() >= Station.DECIDE.value * 0.7


@pytest.mark.parametrize("size", [(1278, 668), (936, 600), (1920, 1040), (640, 330)])
def test_nothing_lies_over_another_in_any_state(page: StationPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    page.show_late(3, 2)
    for shown in EVERY:
        page.show_state(shown)
        seen = parts(page)
        for at, one in enumerate(seen):
            assert page.rect().contains(one.geometry())
            assert not any(one.geometry().intersects(other.geometry()) for other in seen[at + 1 :])
        tiles = (
            page.stop.tiles.shown() if shown.state is State.STOP else page.question.tiles.shown()
        )
        if shown.state in CLOSED:
            assert len(tiles) == len(shown.answers)
            assert all(page.rect().contains(shown_at(tile, page)) for tile in tiles)


def test_long_names_take_more_lines_before_they_lose_their_end(qapp: QApplication) -> None:
    del qapp
    name = "Przedsiębiorstwo Handlowo-Usługowe Brzęczyszczykiewicz i Wspólnicy"
    image = QImage(500, 60, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    place = QRectF(0, 0, 500, 60)
    font = look.station_font(Station.DECIDE)
    wide = fitting.paint_whole(painter, name, place, font=font, ink="#000000")
    used = fitting.block_font(name, font, 500, 60)
    painter.end()
    assert wide == 500
    assert QFontMetricsF(used).horizontalAdvance(name) > 500
    dark = [y for y in range(60) if any(image.pixelColor(x, y).value() < 128 for x in range(500))]
    assert dark[0] < 25
    assert dark[-1] > 35


def test_what_is_next_is_grey_and_what_was_printed_is_not(page: StationPage) -> None:
    page.show_next(Box("ZK-2", "Ola", size="A"), 41)
    assert (page.parcel.told.grey, page.parcel.told.note) == (True, "Next in the pile · 41 left")
    page.show_state(Shown(State.PRINTED, box=BOX))
    assert not page.parcel.told.grey
    # What comes next while something else shows does not take its place.
    page.show_next(Box("ZK-3"), 40)
    assert page.parcel.told.box == BOX
    page.show_state(Shown(State.READY))
    assert page.parcel.told.box == Box("ZK-3")


def test_stop_takes_the_whole_page_and_compares_two_numbers(page: StationPage) -> None:
    page.show_state(STOP)
    assert page.stop.isVisible()
    assert not page.band.isVisible()
    assert page.stop.height() == page.height() - page.bar.height()
    assert [box.number[-4:] for _, box in page.stop.cards()] == ["5106", "4995"]
    picture = page.stop.grab().toImage()
    assert (
        picture.pixelColor(4, picture.height() // 2).name()
        == look.LIGHT.fill(look.State.ERROR).lower()
    )
    page.show_state(Shown(State.STOP, "held", box=BOX))
    assert page.stop.cards() == []
    page.show_state(Shown(State.READY))
    assert page.band.isVisible()


def test_a_label_without_an_order_is_compared_by_its_number(page: StationPage) -> None:
    page.show_state(Shown(State.STOP, "foreign_label", code="1" * 20 + "4321", box=BOX))
    assert page.stop.cards()[1][1].number.endswith("4321")
    page.show_state(Shown(State.STOP, "replaced", box=BOX))
    assert page.stop.cards() == []


def test_what_is_armed_and_what_waits_are_strips(page: StationPage) -> None:
    assert not page.armed.isVisible()
    assert not page.late.isVisible()
    page.show_state(Shown(State.READY, "armed", armed=Armed("C", 2)))
    page.show_late(3, 1)
    assert page.armed.words == "NEXT ORDER: SIZE C · ×2"
    assert page.late.text() == "Waits to be printed: 3 · still to come: 1"
    assert page.armed.isVisible()
    assert page.late.isVisible()
    page.show_state(ALREADY)
    assert not page.late.isVisible()
    page.show_state(Shown(State.READY))
    page.show_late(0, 0)
    assert not page.late.isVisible()


def test_a_refused_scan_is_told_for_a_moment(page: StationPage, qtbot: QtBot) -> None:
    page.show_state(STOP)
    page.flash("Not taken.")
    assert page.flashed.isVisible()
    assert page.flashed.geometry().bottom() <= page.stop.geometry().top() + page.height() * 0.06
    qtbot.waitUntil(lambda: not page.flashed.isVisible(), timeout=4000)


def test_the_label_comes_after_the_state(page: StationPage, qtbot: QtBot) -> None:
    page.show_state(Shown(State.PRINTED, box=BOX))
    page.show_picture(label(), 100, 150, NUMBER)
    assert page.card.shown.isNull()
    qtbot.waitUntil(lambda: not page.card.shown.isNull())
    assert page.card.accessibleName() == f"Label {NUMBER}"
    page.show_picture(b"", 0, 0, "")
    assert page.card.accessibleName() == "No label yet"
    qtbot.waitUntil(lambda: bool(page.card.shown.isNull()))


def test_the_frame_of_the_label_has_the_states_colour_only_for_its_own(
    page: StationPage, qtbot: QtBot
) -> None:
    page.show_picture(label(), 100, 150, NUMBER)
    qtbot.waitUntil(lambda: not page.card.shown.isNull())
    green = QColor(look.colours().fill(look.State.DONE)).name()

    def framed() -> bool:
        picture = page.card.grab().toImage()
        column = range(picture.height())
        return any(picture.pixelColor(picture.width() // 2, y).name() == green for y in column)

    page.show_state(Shown(State.PRINTED, box=BOX))
    assert framed()
    page.show_state(Shown(State.PRINTED, box=Box("ZK-9", number="1" * 24)))
    assert not framed()


def test_counters_and_the_last_ten(page: StationPage) -> None:
    page.show_counters(Counters(215, 62, 9.34, 3, 1))
    assert [value for value, _ in page.figures.cells()][::2] == ["215", "9.3 s", "1"]
    page.show_counters(Counters())
    assert page.figures.cells()[2][0] == "–"
    before = page.last.grab().toImage()
    page.show_lines([line(what, f"ZK-{at}") for at, what in enumerate(LINES)])
    assert page.last.grab().toImage() != before
    assert "ZK-9" in page.last.accessibleDescription()
    assert "ZK-10" not in page.last.accessibleDescription()


def test_rows_give_way_before_anything_else(page: StationPage) -> None:
    page.show_state(Shown(State.PRINTED, box=BOX))
    page.resize(1278, 700)
    large = page.last.rows()
    page.resize(1278, 560)
    assert page.last.rows() < large
    assert page.parcel.height() >= page.parcel.wanted_height()


def test_both_looks_have_the_same_fills(page: StationPage, qapp: QApplication) -> None:
    page.show_state(Shown(State.PRINTED, box=BOX))
    light = page.band.grab().toImage(), page.parcel.grab().toImage()
    look.apply(qapp, look.DARK_LOOK)
    try:
        dark = page.band.grab().toImage(), page.parcel.grab().toImage()
    finally:
        look.apply(qapp, look.LIGHT_LOOK)
    assert light[0] == dark[0]
    assert light[1] != dark[1]


def test_states_are_shown_at_once_by_what_is_there_already(
    page: StationPage, qapp: QApplication
) -> None:
    for shown in EVERY:
        page.show_state(shown)
    qapp.processEvents()
    before = len(page.findChildren(QWidget))
    for shown in EVERY:
        page.show_state(shown)
        qapp.processEvents()
    assert len(page.findChildren(QWidget)) == before


def test_a_tile_says_big_and_small_words(page: StationPage) -> None:
    page.show_state(Shown(State.ASK, "first_paid", box=BOX, answers=(Answer("K", Act.BUY),)))
    assert page.band.hint == "First paid parcel of this account. Buy it?"
    (tile,) = page.question.tiles.shown()
    assert tile.words == ("Yes, buy and print", "and do so from now on without asking")
