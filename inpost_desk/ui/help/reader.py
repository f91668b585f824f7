"""One guide as text to read: in the look's fonts and colours, searched, its links told to the page."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSignalBlocker, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QTextEdit

from inpost_desk.ui import look
from inpost_desk.ui.help.dressing import blocks, dress, headings, narrow_pictures
from inpost_desk.ui.help.guides import Guide, letters
from inpost_desk.wording.speech import translate

WIDEST: Final = 760
"""Of a line, in pixels: longer ones are hard to read."""
_SETTLED: Final = 80
"""Milliseconds without another width, before pictures are scaled to it."""
_LEAST: Final = QSize(280, 200)
_KEEP: Final = QTextCursor.MoveMode.KeepAnchor


class GuideText(QTextBrowser):
    """Arrows and Page keys scroll, Tab goes to the next link, Enter follows it."""

    asked = Signal(str)
    """A link was pressed: its target as it stands in the text."""
    reached = Signal(int)
    """The number of the chapter at the top."""

    def __init__(self) -> None:
        super().__init__()
        self._guide: Guide | None = None
        self._found: list[QTextCursor] = []
        self._wanted = ""
        self._scaled_to = 0
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self._scale_pictures)
        self._worn = QTimer(self, singleShot=True, interval=0)
        self._worn.timeout.connect(self._dress)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("guide", "true")
        self.setAccessibleName(translate("ui", "Text of the guide"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.anchorClicked.connect(lambda url: self.asked.emit(_target(url)))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def guide(self) -> Guide | None:
        """What is shown."""
        return self._guide

    def show_guide(self, guide: Guide) -> None:
        """Show it from its beginning."""
        self._guide, self._scaled_to = guide, 0
        self.document().clear()
        self.document().setMarkdown(guide.text)
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self.search(self._wanted)

    def go_to(self, chapter: int) -> None:
        """The heading of that number to the top."""
        blocks = headings(self.document())
        if chapter < len(blocks):
            # With the cursor there, Tab finds the next link and the screen reader its place.
            with QSignalBlocker(self.verticalScrollBar()):
                self.setTextCursor(QTextCursor(blocks[chapter]))
            top = self.document().documentLayout().blockBoundingRect(blocks[chapter]).top()
            self.verticalScrollBar().setValue(round(top) - look.GAP)
            self.reached.emit(chapter)

    @property
    def found(self) -> int:
        """How many places there are of what is searched for."""
        return len(self._found)

    def search(self, words: str) -> None:
        """Mark all places of those words; "" marks none."""
        self._wanted = words
        self._found = _places(self.document(), letters(words)) if words else []
        self._mark(-1)
        if not self._found:
            self._forget_place()

    def go_to_found(self, step: int, *, again: bool = False) -> int:
        """To the next place (`step` 1) or the one before (-1); its number from 1, 0 where there is none.

        `again` may stay at the present place: somebody types on.
        """
        if not self._found:
            return 0
        here = self.textCursor()
        if step > 0:
            start = here.selectionStart() if again else here.selectionEnd()
            later = (n for n, one in enumerate(self._found) if one.selectionStart() >= start)
            number = next(later, 0)
        else:
            start = here.selectionStart()
            earlier = [n for n, one in enumerate(self._found) if one.selectionEnd() <= start]
            number = earlier[-1] if earlier else len(self._found) - 1
        self._mark(number)
        self.setTextCursor(self._found[number])
        return number + 1

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802
        """A picture of the guide, with a thin line round it: nothing is read from the disk here."""
        pictures = self._guide.pictures if self._guide is not None else {}
        picture = pictures.get(QUrl(name).toString())
        if picture is None or picture.isNull():
            return None if kind == QTextDocument.ResourceType.ImageResource.value else ""
        return _framed(picture, picture.width(), 1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A few words a line."""
        return _LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lines of a length that can be read; pictures as wide as they."""
        self._set_margins()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another look, or other letters: once for all events it comes with."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._worn.start()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Copy what is selected, or where a link leads."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        target = self.anchorAt(event.pos())
        if target.startswith("http"):
            copied = menu.addAction(translate("ui", "Copy the address"))
            copied.triggered.connect(lambda: QGuiApplication.clipboard().setText(target))
        act = menu.addAction(translate("ui", "Copy the text"))
        act.setEnabled(self.textCursor().hasSelection())
        act.triggered.connect(self.copy)
        menu.popup(event.globalPos())

    def _dress(self) -> None:
        if self._guide is not None:
            self._scaled_to = 0
            dress(self.document())
            self._set_margins()
            self._mark(-1)

    def _set_margins(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        side = look.EDGE if self.width() > WIDEST else look.PAD
        spare = max(side, self.width() - bar - WIDEST - side)
        self.setViewportMargins(side, 0, spare, 0)
        narrow_pictures(self.document(), self.viewport().width())

        self._settled.start()

    def _scale_pictures(self) -> None:
        """Smoothly: what Qt scales while it paints is hard to read."""
        room = self.viewport().width() - 2 * look.PAD
        if self._guide is None or room == self._scaled_to:
            return
        self._scaled_to = room
        kind = QTextDocument.ResourceType.ImageResource.value
        for name, picture in self._guide.pictures.items():
            width = min(room, picture.width())
            shown = _framed(picture, width, self.devicePixelRatioF())
            self.document().addResource(kind, QUrl(name), shown)
        self.document().markContentsDirty(0, self.document().characterCount())

    def _mark(self, present: int) -> None:
        worn = look.colours()
        marks = []
        for number, place in enumerate(self._found):
            mark = QTextEdit.ExtraSelection()
            found = QTextCharFormat()
            found.setBackground(QColor(worn.accent if number == present else worn.selected))
            found.setForeground(QColor(worn.on_accent if number == present else worn.text))
            _set(mark, place, found)
            marks.append(mark)
        self.setExtraSelections(marks)

    def _forget_place(self) -> None:
        """What was found before does not stay selected; the page stays where it is."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            height = self.verticalScrollBar().value()
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(height)

    def _scrolled(self) -> None:
        # A heading that has come near the top is what is read now.
        top = self.cursorForPosition(QPoint(0, look.FORM)).position()
        blocks = headings(self.document())
        before = [number for number, one in enumerate(blocks) if one.position() <= top + 1]
        if before:
            self.reached.emit(before[-1])


def _target(url: QUrl) -> str:
    return url.toString()


def _places(document: QTextDocument, words: str) -> list[QTextCursor]:
    found = []
    for block in blocks(document):
        text = letters(block.text())
        at = text.find(words)
        while at >= 0:
            place = QTextCursor(block)
            place.setPosition(block.position() + at)
            place.setPosition(block.position() + at + len(words), _KEEP)
            found.append(place)
            at = text.find(words, at + len(words))
    return found


def _set(mark: Any, place: QTextCursor, found: QTextCharFormat) -> None:
    # Known to Qt, not to its type stubs.
    mark.cursor, mark.format = place, found


def _framed(picture: QImage, width: int, ratio: float) -> QImage:
    """As wide as that, or as it is, in pixels of a screen with that ratio."""
    made = picture.convertToFormat(QImage.Format.Format_RGB32)
    if width < picture.width():
        smooth = Qt.TransformationMode.SmoothTransformation
        made = made.scaledToWidth(round(width * ratio), smooth)
        made.setDevicePixelRatio(ratio)
    size = made.deviceIndependentSize()
    painter = QPainter(made)
    painter.setPen(QPen(QColor(look.colours().control_border), 1))
    painter.drawRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1))
    painter.end()
    return made
