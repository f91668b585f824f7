"""The label of a typed shipment that is held back: said on the last page, looked at, printed all the same."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.draft import Step
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.ui.orders.held_dialog import Answer, HeldDialog
from inpost_desk.wording.held_labels import held_sentence
from tests.simulator_process import Simulator
from tests.ui.wizard_desk import CTRL, LOCKER, wizard


def test_a_label_that_is_shifted_off_its_paper_waits_for_an_answer(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    paper = tmp_path / "paper"
    shifted = Profile.at(Reach.FOLDER, str(paper), right=500)
    with wizard(qtbot, lanes, simulator, tmp_path, draft=LOCKER, printers=(shifted,)) as desk:
        desk.go_to(Step.SUMMARY)
        desk.enter()
        desk.ended()
        assert held_sentence("off_paper") in desk.done.paper_text.text()
        assert list(paper.glob("*.pdf")) == []
        desk.key(Qt.Key.Key_E, CTRL)
        desk.until(lambda: desk.done.findChildren(HeldDialog))
        (asked,) = desk.done.findChildren(HeldDialog)
        asked.activateWindow()
        desk.until(asked.isActiveWindow)
        assert asked.buttons[Answer.PRINT].isVisible()
        QTest.keyClick(asked, Qt.Key.Key_2)
        desk.until(lambda: not desk.done.findChildren(HeldDialog))
        desk.until(lambda: desk.done.paper_text.text() == "The label is printed.")
        assert len(list(paper.glob("*.pdf"))) == 1
        assert not desk.done.look_button.isVisible()
