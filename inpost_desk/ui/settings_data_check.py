"""Whether the data of every account is sound: what is wrong, a row each, with what to do."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import CARE
from inpost_desk.errors import Trouble
from inpost_desk.settings import Settings
from inpost_desk.ui import look
from inpost_desk.ui.care import CHECK as NOTICE
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import KeyButton, ShapeLabel, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_page_parts import scroll_to
from inpost_desk.ui.settings_station_parts import wrapped
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.data_care import problem_words
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.integrity import Checked

GRAVE: Final = frozenset({"damaged_file"})

Answer = tuple[Mapping[str, "Checked"], Mapping[str, str]]


class CheckForm(QWidget):
    """One button; every label file is read, which takes as long as it takes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stop: Stop | None = None
        self.check_button = KeyButton(translate("ui", "Check the data"), icon="search")
        self.stop_button = KeyButton(translate("ui", "Stop"), icon="stop")
        self.state = Finding()
        self.rows: list[ProblemRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.PAD)
        self._column.addWidget(wrapped(translate("ui", "Is the data sound?")))
        about = translate(
            "ui",
            "A quick look happens by itself each day. This one reads every ledger to its end and every stored label.",
        )
        self._column.addWidget(Text(about, tone="text2", wrap=True))
        self._column.addWidget(Flow(self.check_button, self.stop_button, gap=look.GAP))
        self._column.addWidget(self.state)
        self.stop_button.hide()
        self.check_button.clicked.connect(self._check)
        self.stop_button.clicked.connect(self.closing)

    def closing(self) -> None:
        """The window closes, or somebody has seen enough."""
        if self._stop is not None:
            self._stop.event.set()

    @Slot()
    def _check(self) -> None:
        if self._stop is not None:
            return
        self._stop = Stop()
        self._show_checking(True)
        self._show({}, {})
        words = translate("ui", "Reading the data…")
        about = translate("ui", "You can go on working meanwhile.")
        self.state.say(State.INFORMATION, words, about, working=True)
        self._come_into_view()
        self._desk.lanes.start(
            CARE,
            partial(_check_all, self._desk.data_dir, self._desk.settings, self._stop),
            done=while_alive(self, self._checked),
            failed=while_alive(self, self._failed),
        )

    def _show_checking(self, checking: bool) -> None:  # noqa: FBT001
        # The button itself stays enabled, and deaf: the focus would go on to something else, and a second
        # Enter press that.
        if self.stop_button.hasFocus():
            self.check_button.setFocus()
        self.stop_button.setVisible(checking)

    def _checked(self, answer: Answer) -> None:
        self._stop = None
        self._show_checking(False)
        self._come_into_view()
        found, names = answer
        self._show(found, names)
        problems = [one for checked in found.values() for one in checked.problems]
        labels = sum(one.labels for one in found.values())
        stopped = any(one.stopped for one in found.values())
        if problems:
            words = translate("ui", "Something is wrong with the data. Problems: {count}.")
            grave = any(one.rule in GRAVE for one in problems)
            state = State.ERROR if grave else State.WARNING
            self.state.say(state, words.format(count=len(problems)))
        elif stopped:
            words = translate("ui", "Stopped. Nothing wrong so far; labels read: {count}.")
            self.state.say(State.INFORMATION, words.format(count=labels))
        else:
            self._desk.withdraw(NOTICE)
            words = translate("ui", "Everything is sound. Labels read: {count}.")
            self.state.say(State.DONE, words.format(count=labels))

    def _failed(self, error: Exception) -> None:
        self._stop = None
        self._show_checking(False)
        self._come_into_view()
        if isinstance(error, Trouble):
            self.state.say(State.ERROR, trouble_words(error))
        else:
            self.state.hide()
            self._desk.report(error)

    def _come_into_view(self) -> None:
        """It stands at the end of a long section. Whoever went on to another part is left there."""
        if self.isAncestorOf(QApplication.focusWidget() or self.check_button):
            # Once the layout knows how much there is.
            QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        if self.rows:
            scroll_to(self.rows[-1])
        scroll_to(self.state)

    def _show(self, found: Mapping[str, Checked], names: Mapping[str, str]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [
            ProblemRow(
                names.get(name, name),
                problem_words(one.rule, one.count, one.place),
                grave=one.rule in GRAVE,
            )
            for name, checked in found.items()
            for one in checked.problems
        ]
        for row in self.rows:
            self._column.addWidget(row)


class ProblemRow(QWidget):
    """Shape, whose data, what is wrong and what to do."""

    def __init__(self, name: str, words: str, *, grave: bool) -> None:
        super().__init__()
        self.setAccessibleName(f"{name}: {words}")
        shape, state = Shape.TRIANGLE, State.WARNING
        if grave:
            shape, state = Shape.OCTAGON, State.ERROR
        mark = QVBoxLayout()
        mark.addWidget(ShapeLabel(shape, state, 16))
        mark.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Text(name, bold=True, wrap=True))
        said.addWidget(Text(words, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.GAP)
        row.addLayout(mark)
        row.addLayout(said, 1)

    def words(self) -> str:
        """All it says."""
        return self.accessibleName()


def _check_all(data_dir: Path, known: Settings, stop: Stop) -> Answer:
    from inpost_desk.ui.care_work import account_names, check_all

    return dict(check_all(data_dir, quick=False, stop=stop)), account_names(data_dir, known)
