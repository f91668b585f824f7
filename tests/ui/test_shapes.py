"""The shapes: each is its own, and each stage has one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look, shapes
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import STAGE_LOOK, Shape, ShapeLabel


def drawn(shape: Shape, size: int = 14, *, angle: float = 0) -> QImage:
    """A shape on nothing."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    shapes.paint(painter, shape, QRectF(0, 0, size, size), "#1E2328", angle=angle)
    painter.end()
    return image


def ink(image: QImage) -> float:
    """How much of an image is covered, 0 to 1."""
    covered = sum(
        image.pixelColor(x, y).alphaF() for x in range(image.width()) for y in range(image.height())
    )
    return covered / (image.width() * image.height())


def test_every_stage_has_a_shape(qapp: QApplication) -> None:
    del qapp
    assert set(STAGE_LOOK) == set(Stage)
    assert all(ink(drawn(shape)) > 0.05 for shape, _state in STAGE_LOOK.values())


def test_what_needs_somebody_never_looks_like_what_is_done() -> None:
    done = {STAGE_LOOK[Stage.PRINTED]}
    waiting = {STAGE_LOOK[stage] for stage in (Stage.TO_FIX, Stage.UNSURE, Stage.REFUSED)}
    assert len(waiting) == 3
    assert not done & waiting
    assert {shape for shape, state in STAGE_LOOK.values() if state is State.DONE} == {Shape.TICK}


@pytest.mark.parametrize("size", [12, 14, 18, 128])
def test_no_two_shapes_are_alike_without_their_colour(qapp: QApplication, size: int) -> None:
    del qapp
    pictures = {shape: drawn(shape, size) for shape in Shape}
    alike = [
        (one, other)
        for one in Shape
        for other in Shape
        if one < other and pictures[one] == pictures[other]
    ]
    assert alike == []


@pytest.mark.parametrize("shape", list(Shape))
def test_a_shape_stays_inside_its_square(qapp: QApplication, shape: Shape) -> None:
    del qapp
    image = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    shapes.paint(painter, shape, QRectF(12, 12, 16, 16), "#1E2328")
    painter.end()
    outside = [
        (x, y)
        for x in range(40)
        for y in range(40)
        if not (11 <= x <= 28 and 11 <= y <= 28) and image.pixelColor(x, y).alpha()
    ]
    assert outside == []


def test_the_arc_turns(qapp: QApplication) -> None:
    del qapp
    assert drawn(Shape.ARC) != drawn(Shape.ARC, angle=90)


def test_a_label_follows_shape_state_and_look(qapp: QApplication, qtbot: QtBot) -> None:
    look.apply(qapp, "light")
    label = ShapeLabel(Shape.CIRCLE)
    qtbot.addWidget(label)
    ready = label.grab().toImage()
    label.set_shape(Shape.TICK, State.DONE)
    done = label.grab().toImage()
    look.apply(qapp, "dark")
    dark = label.grab().toImage()
    look.apply(qapp, "light")
    assert ready != done
    assert done != dark
