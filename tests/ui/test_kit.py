"""The kit by keyboard, by ear and at twice the text size."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look
from inpost_desk.ui.kit import (
    Card,
    Chip,
    ChipBar,
    FieldBox,
    Ground,
    KeyButton,
    KeyCap,
    Line,
    Link,
    Progress,
    Segmented,
    Text,
    stage_word,
)
from inpost_desk.ui.kit_focus import FocusFrame
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording import speech

Show = Callable[..., QWidget]
KINDS = ("accent", "main", "plain", "header", "quiet", "danger")
PRESSABLE: dict[str, Callable[[], QPushButton]] = {
    "key button": lambda: KeyButton("Zapisz", key="F7", icon="printer"),
    "link": lambda: Link("Pusty wzór pliku", icon="file"),
    "chip": lambda: Chip("Gotowe", Shape.CIRCLE),
}


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    look.apply(qapp, "light")
    yield
    look.apply(qapp, "light")


@pytest.fixture
def polish() -> Iterator[None]:
    speech.speak("pl")
    yield
    speech.speak("en")


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    """Puts parts on a page that is on the screen and active."""
    pages = []

    def show(*parts: QWidget) -> QWidget:
        page = QWidget()
        pages.append(page)
        qtbot.addWidget(page)
        layout = QHBoxLayout(page)
        layout.setSpacing(16)
        for part in parts:
            layout.addWidget(part)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return show


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def twice(widget: QWidget) -> None:
    font = QFont(widget.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    widget.setFont(font)


@pytest.mark.parametrize("kind", PRESSABLE)
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press(qtbot: QtBot, shown: Show, kind: str, key: Qt.Key) -> None:
    button = PRESSABLE[kind]()
    shown(button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)
    assert button.hasFocus()


@pytest.mark.parametrize("kind", PRESSABLE)
def test_a_button_has_a_name_and_a_role(qtbot: QtBot, kind: str) -> None:
    button = PRESSABLE[kind]()
    qtbot.addWidget(button)
    heard = QAccessible.queryAccessibleInterface(button)
    assert heard.text(QAccessible.Text.Name) in ("Zapisz", "Pusty wzór pliku", "Gotowe")
    assert heard.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)


@pytest.mark.parametrize("kind", PRESSABLE)
def test_twice_the_text_size_cuts_nothing(qtbot: QtBot, kind: str) -> None:
    button = PRESSABLE[kind]()
    qtbot.addWidget(button)
    before = button.sizeHint()
    twice(button)
    assert button.sizeHint().width() > before.width() * 1.25
    assert button.sizeHint().height() >= button.fontMetrics().height()
    assert button.minimumSizeHint() == button.sizeHint()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_key_and_icon_are_painted(
    qapp: QApplication, qtbot: QtBot, kind: str, name: str
) -> None:
    look.apply(qapp, name)
    button = KeyButton("Zapisz", key="F7", icon="file", kind=kind)
    qtbot.addWidget(button)
    button.resize(300, 48)
    seen = [picture(button)]
    button.set_text("Zapasy")
    seen.append(picture(button))
    button.set_key("F8")
    seen.append(picture(button))
    button.set_icon("folder")
    seen.append(picture(button))
    button.setEnabled(False)
    seen.append(picture(button))
    assert all(one != other for one, other in itertools.pairwise(seen))


def test_heights_are_those_of_the_look(qtbot: QtBot) -> None:
    heights = []
    for kind in KINDS:
        button = KeyButton("Zapisz", key="F7", kind=kind)
        qtbot.addWidget(button)
        heights.append(button.sizeHint().height())
    assert heights == [48, 48, 40, 32, 32, 40]


def test_an_ampersand_is_a_sign_like_others(qtbot: QtBot) -> None:
    button = KeyButton("Kowalski & Syn")
    qtbot.addWidget(button)
    heard = QAccessible.queryAccessibleInterface(button)
    assert button.words() == "Kowalski & Syn"
    assert heard.text(QAccessible.Text.Name) == "Kowalski & Syn"


def test_the_focus_is_framed_outside_for_keys_and_not_for_the_mouse(shown: Show) -> None:
    one, other = KeyButton("Jeden"), KeyButton("Dwa")
    page = shown(one, other)
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert other.hasFocus()
    frame = page.findChild(FocusFrame)
    assert isinstance(frame, FocusFrame)
    assert frame.isVisible()
    place = QRect(other.mapTo(page, QPoint()), other.size())
    assert frame.geometry() == place.adjusted(-4, -4, 4, 4)
    edge = frame.geometry().topLeft() + QPoint(frame.width() // 2, 1)
    assert page.grab().toImage().pixelColor(edge).name().upper() == look.LIGHT.focus
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert one.hasFocus()
    assert not frame.isVisible()


def test_the_focus_frame_goes_with_what_is_scrolled(qtbot: QtBot, shown: Show) -> None:
    inside = QWidget()
    layout = QVBoxLayout(inside)
    buttons = [KeyButton(f"Nr {n}") for n in range(20)]
    for button in buttons:
        layout.addWidget(button)
    area = QScrollArea()
    area.setWidget(inside)
    page = shown(area)
    page.resize(200, 200)
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    frame = page.findChild(FocusFrame)
    assert isinstance(frame, FocusFrame)
    qtbot.waitUntil(frame.isVisible)
    before = frame.mapTo(page, QPoint())
    area.verticalScrollBar().setValue(30)
    assert frame.mapTo(page, QPoint()).y() == before.y() - 30


def test_a_chosen_chip_is_inverted_and_a_count_is_painted(qtbot: QtBot) -> None:
    chip = Chip("Gotowe", Shape.CIRCLE)
    qtbot.addWidget(chip)
    chip.set_count(5)
    chip.resize(chip.sizeHint())
    five = picture(chip)
    chip.set_count(6)
    six = picture(chip)
    chip.setChecked(True)
    middle = picture(chip).pixelColor(chip.width() - 6, chip.height() // 2).name().upper()
    heard = QAccessible.queryAccessibleInterface(chip)
    assert five != six
    assert middle == look.LIGHT.text
    assert heard.text(QAccessible.Text.Name) == "Gotowe 6"
    assert heard.state().checked


def test_chips_choose_by_mouse_and_arrows_and_tell_the_stage(shown: Show) -> None:
    bar = ChipBar([Stage.READY, Stage.TO_FIX, Stage.PRINTED])
    shown(bar)
    told: list[object] = []
    bar.chosen.connect(told.append)
    QTest.mouseClick(bar.chip(Stage.TO_FIX), Qt.MouseButton.LeftButton)
    QTest.keyClick(bar.chip(Stage.TO_FIX), Qt.Key.Key_Right)
    QTest.keyClick(bar.chip(Stage.PRINTED), Qt.Key.Key_Space)
    QTest.mouseClick(bar.chip(None), Qt.MouseButton.LeftButton)
    assert told == [Stage.TO_FIX, Stage.PRINTED, None]
    assert bar.value() is None


def test_chips_show_what_there_is_and_the_usual_ones(shown: Show) -> None:
    bar = ChipBar()
    shown(bar)
    bar.set_counts({Stage.READY: 1200, Stage.REFUSED: 3})
    visible = {stage for stage in Stage if bar.chip(stage).isVisible()}
    assert visible == {Stage.READY, Stage.TO_FIX, Stage.UNDER_WAY, Stage.PRINTED, Stage.REFUSED}
    assert bar.chip(None).count() == 1203
    bar.choose(Stage.REFUSED)
    bar.set_counts({Stage.READY: 1203})
    assert bar.chip(Stage.REFUSED).isVisible()


@pytest.mark.usefixtures("polish")
def test_chips_go_on_in_a_second_line_where_one_is_too_short(qtbot: QtBot) -> None:
    bar = ChipBar()
    qtbot.addWidget(bar)
    bar.set_counts(dict.fromkeys(Stage, 100))
    bar.resize(700, bar.heightForWidth(700))
    bar.show()
    chips = [bar.chip(stage) for stage in Stage]
    assert bar.heightForWidth(3000) == look.CHIPS
    assert bar.height() > look.CHIPS
    assert all(bar.rect().contains(chip.geometry()) for chip in chips)
    assert not any(
        one.geometry().intersects(other.geometry())
        for one in chips
        for other in chips
        if one is not other
    )


def test_every_stage_has_a_word() -> None:
    words = [stage_word(stage) for stage in Stage]
    assert len(set(words)) == len(Stage)


def test_segments_choose_by_arrows_mouse_and_call(shown: Show) -> None:
    row = Segmented([("zpl", "ZPL"), ("epl", "EPL"), ("pdf", "PDF")], name="Język")
    shown(row)
    told: list[str] = []
    row.changed.connect(told.append)
    row.set_value("zpl")
    assert told == []
    first, second, third = row.findChildren(
        QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
    )[-3:]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert row.value() == "epl"
    assert second.hasFocus()
    QTest.mouseClick(third, Qt.MouseButton.LeftButton, pos=QPoint(third.width() - 3, 5))
    assert told == ["epl", "pdf"]
    heard = QAccessible.queryAccessibleInterface(third)
    assert heard.role() == QAccessible.Role.RadioButton
    assert heard.text(QAccessible.Text.Name) == "PDF"
    assert heard.state().checked


def test_a_segment_chosen_looks_chosen_and_grows_with_the_text(qtbot: QtBot) -> None:
    row = Segmented([("pl", "Polski"), ("en", "English")])
    qtbot.addWidget(row)
    row.set_value("pl")
    one = picture(row)
    row.set_value("en")
    assert picture(row) != one
    before = row.sizeHint()
    for segment in row.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        twice(segment)
    row.updateGeometry()
    assert row.sizeHint().width() > before.width() * 1.3


def test_progress_says_its_value_and_paints_it(qtbot: QtBot) -> None:
    bar = Progress()
    bar.setAccessibleName("Wydrukowane")
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    empty = picture(bar)
    bar.set(1, 1000)
    little = picture(bar)
    bar.set(150, 300)
    half = picture(bar)
    heard = QAccessible.queryAccessibleInterface(bar)
    assert empty != little != half
    assert half.pixelColor(50, 4).name().upper() == look.LIGHT.accent
    assert half.pixelColor(150, 4).name().upper() == look.LIGHT.desk
    assert heard.role() == QAccessible.Role.ProgressBar
    assert heard.text(QAccessible.Text.Name) == "Wydrukowane"
    assert bar.value() == 150
    bar.set(700, 300)
    assert bar.value() == 300


def test_a_finding_is_seen_heard_and_taken_back(shown: Show) -> None:
    field = FieldBox("Telefon", note="bez +48")
    other = KeyButton("Dalej")
    shown(field, other)
    other.setFocus()
    heard = QAccessible.queryAccessibleInterface(field.edit)
    plain = picture(field.edit)
    height = field.edit.height()
    field.set_finding("8 cyfr zamiast 9", State.ERROR)
    wrong = picture(field.edit)
    assert heard.text(QAccessible.Text.Name) == "Telefon"
    assert heard.text(QAccessible.Text.Description) == "8 cyfr zamiast 9"
    assert field.finding() == "8 cyfr zamiast 9"
    assert wrong.pixelColor(100, 0).name().upper() == look.LIGHT.ink(State.ERROR)
    assert field.edit.height() == height == look.FORM
    field.set_finding("", State.ERROR)
    assert picture(field.edit) == plain


def test_a_field_takes_typing(shown: Show) -> None:
    field = FieldBox("Nazwa", in_header=True)
    shown(field)
    field.edit.setFocus()
    QTest.keyClicks(field.edit, " Zebra ")
    assert field.text() == "Zebra"
    assert field.edit.height() == look.BUTTON_HEADER


def test_a_key_cap_shows_its_key_and_grows(qtbot: QtBot) -> None:
    cap = KeyCap("F8")
    qtbot.addWidget(cap)
    before, seen = cap.sizeHint(), picture(cap)
    cap.set_text("F9")
    assert before.height() == look.KEY_CAP
    assert picture(cap) != seen
    assert cap.accessibleName() == "F9"
    twice(cap)
    assert cap.sizeHint().height() > before.height()


def test_words_from_files_are_never_markup(qtbot: QtBot) -> None:
    label = Text("<b>Jan</b> & Syn")
    plain = Text("Jan & Syn")
    qtbot.addWidget(label)
    qtbot.addWidget(plain)
    assert label.sizeHint().width() > plain.sizeHint().width()


def test_a_tone_can_change(shown: Show) -> None:
    label = Text("Gotowe")
    shown(label)
    before = picture(label)
    label.set_state("Gotowe", State.ERROR)
    assert picture(label) != before


def test_grounds_and_cards_have_the_colours_of_the_look(qtbot: QtBot) -> None:
    card, ground, line = Card(State.DONE), Ground("quiet", lines=[Qt.Edge.BottomEdge]), Line()
    for part in (card, ground, line):
        qtbot.addWidget(part)
        part.resize(100, 40)
    middle = QPoint(50, 15)
    assert picture(card).pixelColor(middle).name().upper() == look.LIGHT.tint(State.DONE)
    card.set_current(True)
    assert picture(card).pixelColor(middle).name().upper() == look.LIGHT.selected
    assert picture(card).pixelColor(1, 15).name().upper() == look.LIGHT.accent
    assert picture(ground).pixelColor(middle).name().upper() == look.LIGHT.quiet
    assert picture(ground).pixelColor(50, 39).name().upper() == look.LIGHT.line
    assert picture(line).pixelColor(50, 0).name().upper() == look.LIGHT.line
