"""What was found on this computer, a row each: shape, name, fact, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import ShapeLabel, Text, frame_outside
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.doctor import fact_words, name_words, remedy_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.doctor import Finding


class FindingsList(QWidget):
    """What is wrong stands first. One stop of Tab; Ctrl+C copies everything as text."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[Finding] = []
        self._rows: list[QWidget] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        frame_outside(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.GAP, look.GAP, look.GAP, look.GAP)
        self._column.setSpacing(look.GAP)
        self.hide()

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show these instead of what stood there."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._found = sorted(found, key=_rank)
        self._rows = [FindingRow(one) for one in self._found]
        for row in self._rows:
            self._column.addWidget(row)
        self.setAccessibleName(translate("ui", "What was found on this computer"))
        self.setAccessibleDescription(self.text())
        self.setVisible(bool(self._found))

    def rows(self) -> list[QWidget]:
        """The rows, from above."""
        return list(self._rows)

    def text(self) -> str:
        """Everything as text, a line each, without the name of whoever sits here: it is passed on."""
        lines = "\n".join(finding_line(one) for one in self._found)
        return lines.replace(str(Path.home()), "~")

    def copy(self) -> None:
        """Put the text into the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)


class FindingRow(QWidget):
    """One thing that was looked at."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.setAccessibleName(finding_line(finding))
        shape, state = _shape(finding)
        words = QVBoxLayout()
        words.setSpacing(2)
        name, fact = _capital(name_words(finding)), fact_words(finding)
        remedy = _capital(remedy_words(finding))
        if finding.ok:
            words.addWidget(Text(f"{name}: {fact}" if fact else name, wrap=True))
        else:
            words.addWidget(Text(name, bold=True, wrap=True))
        for said in (remedy,) if finding.ok else (fact, remedy):
            if said:
                words.addWidget(
                    Text(
                        said,
                        tone="text" if said is remedy and not finding.ok else "text2",
                        wrap=True,
                    )
                )
        mark = QVBoxLayout()
        mark.addWidget(ShapeLabel(shape, state, 16))
        mark.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.GAP)
        row.addLayout(mark)
        row.addLayout(words, 1)


def finding_line(finding: Finding) -> str:
    """One line of text: a sign, the name, the fact, the remedy."""
    sign = "✓" if finding.ok else "✗"
    said = " – ".join(filter(None, (fact_words(finding), remedy_words(finding))))
    name = name_words(finding)
    return f"{sign} {name}: {said}" if said else f"{sign} {name}"


def _capital(words: str) -> str:
    """Here they stand for themselves, not in a line."""
    return words[:1].upper() + words[1:]


def _rank(finding: Finding) -> int:
    if finding.grave:
        return 0
    return 2 if finding.ok else 1


def _shape(finding: Finding) -> tuple[Shape, State]:
    if finding.ok:
        return Shape.TICK, State.DONE
    if finding.grave:
        return Shape.OCTAGON, State.ERROR
    return Shape.TRIANGLE, State.WARNING
