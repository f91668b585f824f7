"""The look: what is written on what can be read, in both looks; a change of look reaches every widget."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.ui import look
from inpost_desk.ui.icons import app_icon, icon
from inpost_desk.ui.kit import KeyButton, Progress, Text
from inpost_desk.ui.look import Colours, Role, State
from inpost_desk.ui.look_sheet import sheet

LOOKS = pytest.mark.parametrize("worn", [look.LIGHT, look.DARK], ids=["light", "dark"])


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG counts it."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(value: str) -> float:
    parts = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def text_pairs(worn: Colours) -> list[tuple[str, str]]:
    """Every text colour with every ground it may stand on."""
    grounds = (worn.window, worn.surface, worn.quiet, worn.desk, worn.selected)
    inks = (worn.text, worn.text2, worn.text3)
    pairs = list(itertools.product(inks, grounds))
    for state in State:
        own = worn.ink(state)
        pairs += [(own, worn.tint(state)), (own, worn.surface), (own, worn.selected)]
        pairs += [(worn.text, worn.tint(state)), (worn.text2, worn.tint(state))]
        pairs.append((worn.on_fill(state), worn.fill(state)))
    pairs += [
        (worn.on_accent, fill) for fill in (worn.accent, worn.accent_hover, worn.accent_pressed)
    ]
    # A chosen chip is inverted.
    pairs.append((worn.surface, worn.text))
    pairs += [(worn.rail_text, worn.rail), (worn.rail_text, worn.rail_selected)]
    pairs += [(worn.rail_text_selected, worn.rail), (worn.rail_text_selected, worn.rail_selected)]
    pairs += [(worn.on_not_real, worn.not_real), (worn.on_not_real, worn.not_real_stripe)]
    return pairs


@LOOKS
def test_every_text_can_be_read(worn: Colours) -> None:
    poor = [(ink, ground) for ink, ground in text_pairs(worn) if contrast(ink, ground) < 4.5]
    assert poor == []


@LOOKS
def test_borders_of_controls_and_the_focus_can_be_seen(worn: Colours) -> None:
    pairs = [(worn.control_border, worn.surface), (worn.focus, worn.surface)]
    pairs += [(worn.focus, worn.window), (worn.accent, worn.rail), (worn.accent, worn.not_real)]
    poor = [pair for pair in pairs if contrast(*pair) < 3]
    assert poor == []


@LOOKS
def test_the_stylesheet_has_no_blank_left_and_names_files_that_exist(
    worn: Colours, qapp: QApplication
) -> None:
    del qapp
    text = sheet(worn)
    named = [part.split('"')[0] for part in text.split('url("')[1:]]
    assert "$" not in text
    assert named
    assert [name for name in named if QImage(name).isNull()] == []


def test_the_palette_follows_the_look(qapp: QApplication) -> None:
    look.apply(qapp, "dark")
    dark = qapp.palette().color(QPalette.ColorRole.Window).name().upper()
    assert look.colours() is look.DARK
    look.apply(qapp, "light")
    assert dark == look.DARK.window
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == look.LIGHT.window


def test_the_systems_look_is_one_of_both(qapp: QApplication) -> None:
    look.apply(qapp, "")
    assert look.colours() in (look.LIGHT, look.DARK)
    look.apply(qapp, "light")


def test_a_change_of_look_paints_every_widget_anew(qapp: QApplication, qtbot: QtBot) -> None:
    look.apply(qapp, "light")
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    parts = [
        KeyButton("Zapisz", key="F7"),
        Text("Gotowe", tone="text2"),
        QLineEdit("x"),
        Progress(),
    ]
    for part in parts:
        layout.addWidget(part)
    with qtbot.waitExposed(page):
        page.show()
    before = [part.grab().toImage() for part in parts]
    look.apply(qapp, "dark")
    after = [part.grab().toImage() for part in parts]
    look.apply(qapp, "light")
    again = [part.grab().toImage() for part in parts]
    assert all(one != other for one, other in zip(before, after, strict=True))
    assert before == again


def test_a_list_laid_out_before_the_stylesheet_came_does_not_overlap(
    qapp: QApplication, qtbot: QtBot
) -> None:
    from PySide6.QtWidgets import QListWidget

    look.apply(qapp, "light")
    page = QWidget()
    qtbot.addWidget(page)
    rows = QListWidget()
    rows.addItems(["Konto", "Nadawca", "Drukarki"])
    rows.setCurrentRow(2)
    rows.doItemsLayout()
    QVBoxLayout(page).addWidget(rows)
    with qtbot.waitExposed(page):
        page.show()
    places = [rows.visualItemRect(rows.item(index)) for index in range(3)]
    assert places[1].top() > places[0].bottom()
    assert places[2].top() > places[1].bottom()


def test_fonts_have_the_sizes_of_their_roles(qapp: QApplication) -> None:
    del qapp
    sizes = [look.font(role).pointSizeF() for role in Role]
    assert sizes == sorted(sizes)
    assert look.font(Role.BODY).pointSizeF() >= 10
    assert look.font(Role.TITLE).weight() > look.font(Role.BODY, bold=True).weight()
    assert look.font(Role.BODY, bold=True).weight() > look.font(Role.BODY).weight()


def test_fields_are_as_high_in_forms_as_the_look_says(qapp: QApplication, qtbot: QtBot) -> None:
    look.apply(qapp, "light")
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    plain, form, spin = QLineEdit(), QLineEdit(), QSpinBox()
    form.setProperty("form", "true")
    for part in (plain, form, spin):
        layout.addWidget(part)
    with qtbot.waitExposed(page):
        page.show()
    assert plain.height() == look.BUTTON_HEADER
    assert form.height() == look.FORM
    assert spin.height() >= look.BUTTON_HEADER


def test_icons_take_the_colour_asked_for(qapp: QApplication) -> None:
    del qapp
    image = icon("stop", "#A3161F").pixmap(QSize(24, 24)).toImage()
    reds = {
        image.pixelColor(x, y).name().upper()
        for x in range(24)
        for y in range(24)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert reds == {"#A3161F"}


def test_every_icon_of_the_set_can_be_drawn(qapp: QApplication) -> None:
    del qapp
    names = (
        "orders settings help import plus search printer key play folder file undo stop close "
        "chevron-down chevron-up columns account home globe truck box scan sliders refresh copy hold"
    )
    empty = [
        name
        for name in names.split()
        if icon(name).pixmap(QSize(24, 24)).toImage() == _nothing(QSize(24, 24))
    ]
    mark = app_icon().pixmap(QSize(64, 64)).toImage()
    assert empty == []
    assert QColor(mark.pixelColor(32, 6)).name().upper() == look.LIGHT.accent


def _nothing(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image
