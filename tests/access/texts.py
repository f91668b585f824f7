"""Every text a widget paints, with its place and colour, whoever paints it: Qt's styles or the kit itself.

The widget is rendered into a picture and the picture is played to an engine that takes down what is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QPaintDevice,
    QPaintEngine,
    QPainter,
    QPicture,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget

DOTS_PER_INCH = 96
LARGEST = 32_767


@dataclass(frozen=True, slots=True)
class Painted:
    """A run of text on one line: `place` and `clip` in the widget's own coordinates, sizes in pixels."""

    text: str
    place: QRectF
    clip: QRectF | None
    ink: QColor


Written = Sequence[tuple[QWidget, Sequence[Painted]]]


class _TakingDown(QPaintEngine):
    """Notes texts; everything else is nothing to it."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: list[Painted] = []

    def begin(self, pdev: QPaintDevice) -> bool:
        del pdev
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: object) -> None:  # noqa: N802
        pass

    def drawTextItem(self, p: QPointF, textItem: QTextItem) -> None:  # type: ignore[override]  # noqa: N802, N803
        painter = self.painter()
        if not textItem.text().strip() or painter.opacity() == 0:
            return
        turned = painter.combinedTransform()
        box = QRectF(
            p.x(),
            p.y() - textItem.ascent(),
            textItem.width(),
            textItem.ascent() + textItem.descent(),
        )
        # The clip is told in the painter's own coordinates, not in the device's.
        world: QTransform = painter.worldTransform()
        outer = turned * world.inverted()[0] if world.isInvertible() else QTransform()
        clip = painter.clipBoundingRect() if painter.hasClipping() else None
        self.found.append(
            Painted(
                textItem.text(),
                turned.mapRect(box),
                None if clip is None else outer.mapRect(world.mapRect(clip)),
                painter.pen().color(),
            )
        )

    def _nothing(self, *_: object) -> None:
        pass

    drawPixmap = drawImage = drawTiledPixmap = drawPath = drawPolygon = _nothing  # type: ignore[assignment]  # noqa: N815
    drawRects = drawLines = drawEllipse = drawPoints = _nothing  # noqa: N815


class _Paper(QPaintDevice):
    """As large as anything, with the screen's own measure of a point."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = _TakingDown()

    def paintEngine(self) -> QPaintEngine:  # noqa: N802
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        known = QPaintDevice.PaintDeviceMetric
        sizes = {
            known.PdmWidth: LARGEST,
            known.PdmHeight: LARGEST,
            known.PdmDepth: 32,
            known.PdmNumColors: 1 << 24,
            known.PdmWidthMM: LARGEST // 4,
            known.PdmHeightMM: LARGEST // 4,
            known.PdmDevicePixelRatio: 1,
            known.PdmDevicePixelRatioScaled: 1 << 16,
        }
        return sizes.get(metric, DOTS_PER_INCH)


def texts_of(widget: QWidget) -> list[Painted]:
    """What this widget writes, without its children."""
    picture = QPicture()
    widget.render(picture, QPoint(), QRegion(), QWidget.RenderFlag(0))
    paper = _Paper()
    painter = QPainter(paper)
    picture.play(painter)
    painter.end()
    return paper.engine.found


def shown_in(top: QWidget) -> Iterator[QWidget]:
    """The widget and all that is visible inside it."""
    yield top
    for one in top.findChildren(QWidget):
        if one.isVisible() and one.window() is top and one.width() > 0 and one.height() > 0:
            yield one
