"""Gives a document that Qt made of Markdown the fonts and colours of the look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontDatabase,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from inpost_desk.ui import look
from inpost_desk.ui.look import Colours, Role, State

_ROLES: Final = {1: Role.TITLE, 2: Role.HEADING, 3: Role.SECTION}
_ABOVE: Final = {1: 8, 2: 28, 3: 18}
_CELL: Final = 6
"""Padding of a table's cell."""
_LEAST: Final = 80
"""A picture is never narrower."""
_LINE_HEIGHT: Final = 125
"""Percent."""
_PROPORTIONAL: Final = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


def dress(document: QTextDocument, worn: Colours | None = None) -> None:
    """Fonts, colours and distances; `worn` where another look is wanted than the one in use."""
    worn = worn or look.colours()
    document.setDefaultFont(look.font(Role.FIELD))
    document.setDocumentMargin(look.PAD)
    edit = QTextCursor(document)
    edit.beginEditBlock()
    for block in list(blocks(document)):
        _dress_block(block, worn)
        for start, length, form in list(_pieces(block)):
            _dress_piece(QTextCursor(document), start, length, form, worn)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, worn)
    edit.endEditBlock()


def headings(document: QTextDocument) -> list[QTextBlock]:
    """The blocks that are headings, in the order of the text."""
    return [one for one in blocks(document) if one.blockFormat().headingLevel()]


def narrow_pictures(document: QTextDocument, width: int) -> None:
    """Pictures as they are, or smaller where the text is narrower, or the column of a table."""
    page = max(_LEAST, width - 2 * round(document.documentMargin()))
    for block in blocks(document):
        table = QTextCursor(block).currentTable()
        room = page
        if table is not None:
            room = max(_LEAST, page // table.columns() - 2 * _CELL - 2)
        for start, length, form in list(_pieces(block)):
            if not form.isImageFormat():
                continue
            image = form.toImageFormat()
            if image.maximumWidth().rawValue() != room:
                image.setMaximumWidth(QTextLength(QTextLength.Type.FixedLength, room))
                _over(QTextCursor(document), start, length).setCharFormat(image)


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """All paragraphs."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _pieces(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    step = block.begin()
    while not step.atEnd():
        piece = step.fragment()
        yield piece.position(), piece.length(), piece.charFormat()
        step += 1


def _over(cursor: QTextCursor, start: int, length: int) -> QTextCursor:
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _dress_block(block: QTextBlock, worn: Colours) -> None:
    form = QTextBlockFormat(block.blockFormat())
    level = form.headingLevel()
    cursor = QTextCursor(block)
    if level:
        form.setTopMargin(_ABOVE.get(level, look.PAD))
        form.setBottomMargin(look.GAP)
    elif form.property(QTextFormat.Property.BlockCodeFence) or form.nonBreakableLines():
        form.setBackground(QBrush(QColor(worn.quiet)))
        # A long line goes on below: only tables may be wider than the page.
        form.setNonBreakableLines(False)
    elif not any(one.isImageFormat() for _, _, one in _pieces(block)):
        form.setLineHeight(_LINE_HEIGHT, _PROPORTIONAL)
    if form.property(QTextFormat.Property.BlockQuoteLevel):
        form.setBackground(QBrush(QColor(worn.tint(State.INFORMATION))))
        form.setLeftMargin(look.PAD)
        form.setRightMargin(look.PAD)
    cursor.setBlockFormat(form)


def _dress_piece(
    cursor: QTextCursor, start: int, length: int, form: QTextCharFormat, worn: Colours
) -> None:
    cursor = _over(cursor, start, length)
    if form.isImageFormat():
        return
    level = cursor.blockFormat().headingLevel()
    made = QTextCharFormat(form)
    if level:
        font = look.font(_ROLES.get(level, Role.FIELD), bold=True)
        # Qt's own steps in size count for more than points.
        made.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        made.setFontPointSize(font.pointSizeF())
        made.setFontWeight(font.weight())
    if form.fontFixedPitch():
        made.setFontFamilies(
            QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families()
        )
        made.setBackground(QBrush(QColor(worn.quiet)))
    made.setForeground(QBrush(QColor(worn.text)))
    if form.isAnchor():
        made.setForeground(QBrush(QColor(worn.ink(State.INFORMATION))))
        made.setFontUnderline(True)
    cursor.setCharFormat(made)


def _dress_table(table: QTextTable, worn: Colours) -> None:
    form = table.format()
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setBorderBrush(QBrush(QColor(worn.line)))
    form.setCellPadding(_CELL)
    form.setCellSpacing(0)
    form.setTopMargin(look.GAP)
    form.setBottomMargin(look.PAD)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        head = cell.format()
        head.setBackground(QBrush(QColor(worn.quiet)))
        cell.setFormat(head)
