"""The side panel of the Orders page: real keys and clicks on every kind of card."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.domain.fixes import NearPoint, fixes
from inpost_desk.domain.order import Change, Field, Problem
from inpost_desk.domain.pile import PileRow, RowDetail
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look
from inpost_desk.ui.look import State
from inpost_desk.ui.orders.panel import SidePanel
from inpost_desk.ui.orders.panel_cards import (
    Candidate,
    Happening,
    Mended,
    NowCard,
    ProblemCard,
    QuestionCard,
    RefusedRow,
    Reimported,
    RepeatedQuestion,
    RowCard,
    SentBefore,
    UnsureCard,
    Warned,
    grouped,
)
from inpost_desk.ui.orders.panel_problem import line_height
from inpost_desk.ui.shapes import Shape

WHEN = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
CLOSED = Problem(Field.POINT, "point_closed", "KRA054M")
NEAR = (
    NearPoint("KRA112M", "Lipska 14", "Kraków", metres=180),
    NearPoint("KRA07APP", "Saska 9", "Kraków", metres=420),
    NearPoint("KRA201N", "Nowohucka 1", "Kraków", metres=1650),
)
POINTS = fixes(CLOSED, {Field.POINT: "KRA054M"}, nearest=NEAR)
CARD = ProblemCard(7, "ZK-48217", "Magdalena Dąbrowska", CLOSED, POINTS)
LONG_PHONE = Problem(Field.PHONE, "too_long", "0501 234 567")
PHONE = ProblemCard(
    9, "ZK-9", "Jan", LONG_PHONE, fixes(LONG_PHONE, {Field.PHONE: "0501 234 567"}), alike=31
)
OTHERS = [
    PileRow(12, 13, "ZK-48222", Stage.TO_FIX, field="phone", rule="too_short", value="601 118 22"),
    PileRow(15, 16, "ZK-48225", Stage.TO_FIX, field="cod", rule="too_big", value="6 200,00"),
    PileRow(17, 18, "ZK-48190", Stage.UNSURE, rule="answer_lost"),
]
REPEATED = RepeatedQuestion(12, 5, 48, 55)
BEFORE = (SentBefore(10, "ZK-48102", "620999001234567890120412", WHEN, "confirmed"),)
ONE = Candidate(ShipmentId(5512), "620999001234567890120412", "confirmed", WHEN, "529")
TWO = Candidate(ShipmentId(5513))
UNSURE = UnsureCard("ZK-48190", WHEN, "same_reference", (ONE,), 17, "Natalia Adamczyk", "529")


@pytest.fixture(scope="module", autouse=True)
def _look(qapp: QApplication) -> None:
    look.apply(qapp, "light")


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[SidePanel]:
    panel = SidePanel()
    panel.resize(panel.width(), 900)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    yield panel
    panel.hide()


def click(widget: QWidget, place: QPoint | None = None) -> None:
    QTest.mouseClick(
        widget,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        place or widget.rect().center(),
    )


def heard(panel: SidePanel) -> list[tuple[object, ...]]:
    """Everything that the panel says, by signal."""
    said: list[tuple[object, ...]] = []
    for name in (
        "fix_chosen", "fix_all_chosen", "other_asked", "skip_asked", "problem_chosen", "repeated_answered",
        "duplicates_answered", "unsure_answered", "undo_asked",
    ):  # fmt: skip
        getattr(panel, name).connect(lambda *what, name=name: said.append((name, *what)))
    return said


def test_digits_answer_the_current_problem(panel: SidePanel) -> None:
    said = heard(panel)
    panel.show_problems(CARD, OTHERS)
    assert panel.problem.title.text() == "KRA054M is closed"
    assert panel.problem.answers[0].words() == ("KRA112M · 180 m", "Lipska 14, Kraków")
    assert panel.problem.answers[2].words()[0] == "KRA201N · 1.7 km"
    panel.problem.answers[0].setFocus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_Delete, Qt.Key.Key_0, Qt.Key.Key_9):
        QTest.keyClick(panel.problem.answers[0], key)
    assert said == [("fix_chosen", 7, POINTS[1]), ("other_asked", 7), ("skip_asked", 7)]
    click(panel.problem.answers[2])
    click(panel.problem.skip_button)
    QTest.keyClick(panel.problem.answers[0], Qt.Key.Key_Return)
    assert said[3:] == [
        ("fix_chosen", 7, POINTS[2]),
        ("skip_asked", 7),
        ("fix_chosen", 7, POINTS[0]),
    ]
    assert panel.press(1)
    assert not panel.press(0)


def test_one_answer_for_all_alike_with_one_key(panel: SidePanel) -> None:
    said = heard(panel)
    panel.show_problems(PHONE)
    assert panel.problem.all_button.words()[0] == "The same in all rows like this (31)"
    click(panel.problem.all_button)
    assert panel.press(0)
    assert said == [("fix_all_chosen", 9, PHONE.fixes[0])] * 2


def test_among_several_answers_the_next_digit_says_which(panel: SidePanel) -> None:
    said = heard(panel)
    card = ProblemCard(7, "ZK", "Jan", CLOSED, POINTS, alike=3)
    panel.show_problems(card)
    assert panel.press(0)
    assert said == []
    # What changes around it does not undo the choice.
    panel.show_problems(card, OTHERS)
    panel.press(2)
    assert said == [("fix_all_chosen", 7, POINTS[1])]
    panel.press(0)
    panel.press(1)
    assert said[1:] == [("fix_chosen", 7, POINTS[0])]


def test_another_problem_forgets_what_was_begun(panel: SidePanel) -> None:
    said = heard(panel)
    panel.show_problems(ProblemCard(7, "ZK", "Jan", CLOSED, POINTS, alike=3))
    panel.press(0)
    panel.show_problems(ProblemCard(8, "ZK", "Jan", CLOSED, POINTS, alike=3))
    panel.press(1)
    assert said == [("fix_chosen", 8, POINTS[0])]


def test_other_problems_are_walked_and_chosen(panel: SidePanel) -> None:
    said = heard(panel)
    panel.show_problems(CARD, OTHERS)
    assert panel.header.count.text() == "4"
    assert panel.others.lines()[0] == (
        "ZK-48222 · telephone",
        "601 118 22 – too few digits (8 of 9)",
        "no. 12",
    )
    assert "5\N{NO-BREAK SPACE}000" in panel.others.lines()[1][1]
    assert panel.others.lines()[2][:2] == ("ZK-48190", "no answer from InPost")
    panel.others.setFocus()
    QTest.keyClick(panel.others, Qt.Key.Key_Down)
    QTest.keyClick(panel.others, Qt.Key.Key_Return)
    place = QPoint(40, line_height() // 2)
    click(panel.others.viewport(), place)
    QTest.keyClick(panel.others, Qt.Key.Key_1)
    assert [one[:2] for one in said] == [
        ("problem_chosen", 15),
        ("problem_chosen", 12),
        ("fix_chosen", 7),
    ]


def test_a_long_list_stays_quick(panel: SidePanel) -> None:
    many = [PileRow(row, row, f"ZK-{row}", Stage.TO_FIX) for row in range(1, 5000)]
    panel.show_problems(None, many)
    assert panel.header.count.text() == "4999"
    assert len(panel.others.lines()) == 200


def test_questions_take_digits_where_no_problem_is_current(panel: SidePanel) -> None:
    said = heard(panel)
    panel.show_problems(None, questions=QuestionCard(REPEATED, BEFORE))
    assert [button.key() for button in panel.questions.buttons[:4]] == ["1", "2", "3", "4"]
    for digit in (1, 2, 3, 4):
        assert panel.press(digit)
    click(panel.questions.buttons[1])
    assert said == [
        ("repeated_answered", "lines"),
        ("repeated_answered", "parcels"),
        ("duplicates_answered", "skip"),
        ("duplicates_answered", "again"),
        ("repeated_answered", "parcels"),
    ]
    assert panel.header.title.text() == "A question"


def test_beside_a_problem_questions_take_alt_digits(panel: SidePanel, qtbot: QtBot) -> None:
    said = heard(panel)
    panel.show_problems(CARD, questions=QuestionCard(None, BEFORE))
    assert [button.key() for button in panel.questions.buttons[2:4]] == ["Alt+1", "Alt+2"]
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    QTest.keyClick(panel, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    panel.press(2)
    assert said == [("duplicates_answered", "again"), ("fix_chosen", 7, POINTS[1])]


def test_without_questions_or_problems_nothing_answers(panel: SidePanel) -> None:
    said = heard(panel)
    panel.show_problems(None)
    assert panel.questions.isHidden()
    assert panel.header.title.text() == "Nothing to be fixed"
    panel.show_nothing()
    assert not any(panel.press(digit) for digit in range(5))
    assert said == []


def test_what_was_mended(panel: SidePanel) -> None:
    said = heard(panel)
    changes = [
        (2, Change(Field.PHONE, "+48 501 234 567", "501234567")),
        (3, Change(Field.PHONE, "48501234567", "501234567")),
        (3, Change(Field.PHONE, "501 234 567", "501234567")),
        (4, Change(Field.SERVICE, "a", "b", "service_becomes_parcel_point")),
        (5, Change(Field.COD, "99 zł", "99.00")),
        (6, Change(Field.NAME, "a  b", "a b")),
    ]
    mended = grouped(changes)
    assert mended[0] == Mended("phone_prefix", 2, 2, "+48 501 234 567", "501234567")
    again = Reimported(5, "ZK-48215", (Change(Field.SIZE, "A", "B"),))
    warned = Warned(8, "ZK-48218", Problem(Field.NAME, "too_long_for_label", "x", "21"))
    panel.show_problems(
        None, mended=mended, reimported=[again], warnings=[warned] * 9, undo="ZK-1: A → B"
    )
    assert panel.mended.mended.texts()[0] == "+48 removed from numbers: 2"
    assert "Needless blanks removed: 1" in panel.mended.mended.texts()
    assert panel.mended.again.texts() == ["ZK-48215: size A → B"]
    assert panel.mended.warned.texts()[0].startswith("ZK-48218 · first and last name: x – too long")
    assert panel.mended.warned.texts()[-1] == "and 4 more"
    click(panel.mended.undo_button)
    assert said == [("undo_asked",)]


def test_a_run(panel: SidePanel) -> None:
    image = QImage(105, 148, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    now = NowCard(
        Stage.PRINTING, "ZK-48338", "Sebastian Wróbel", ("KIE22N",), image, True, (105, 148)
    )
    events = [Happening(WHEN, Shape.TICK, State.DONE, f"{n} checked") for n in range(40)]
    refused = [RefusedRow(row, f"ZK-{row}", "the point is closed") for row in range(6)]
    panel.show_running(now, refused, events, lasting="2 min", ending="a result file")
    running = panel.running
    assert running.reference.text() == "ZK-48338"
    assert running.checks.texts() == ["code read", "105 × 148 mm"]
    assert running.refused_lines.texts()[-1] == "and 2 more"
    assert len(running.events.texts()) == 30
    panel.show_running(None, [], [])
    assert running.refused.isHidden()
    assert running.events.texts() == running.ending.texts() == []


def test_an_unsure_order_is_adopted_or_asked_for_again(panel: SidePanel) -> None:
    said = heard(panel)
    panel.show_unsure([UNSURE, UnsureCard("ZK-2", WHEN, "too_old")])
    assert panel.unsure.title.text() == "Was ZK-48190 bought?"
    assert panel.unsure.others.texts() == ["ZK-2"]
    panel.press(1)
    panel.press(3)
    assert said == [
        ("unsure_answered", "ZK-48190", "adopt", 5512),
        ("unsure_answered", "ZK-48190", "settle", None),
    ]


def test_sending_again_takes_a_second_key(panel: SidePanel) -> None:
    said = heard(panel)
    panel.show_unsure([UNSURE])
    panel.press(2)
    panel.press(2)
    panel.press(3)
    assert said == []
    panel.press(1)
    panel.press(4)
    assert said == []
    panel.press(2)
    panel.unsure.buttons["back"].setFocus()
    QTest.keyClick(panel.unsure.buttons["back"], Qt.Key.Key_Escape)
    assert not panel.unsure.buttons["absent"].isHidden()
    panel.press(2)
    click(panel.unsure.buttons["yes"])
    assert said == [("unsure_answered", "ZK-48190", "absent", None)]


def test_among_several_candidates_a_person_says_which(panel: SidePanel) -> None:
    said = heard(panel)
    panel.show_unsure([UnsureCard("ZK-3", WHEN, "same_reference", (ONE, TWO))])
    panel.press(1)
    assert said == []
    radio = panel.unsure.choices()[1]
    click(radio, QPoint(12, radio.height() // 2))
    panel.press(1)
    assert said == [("unsure_answered", "ZK-3", "adopt", 5513)]
    # Another order: nothing is chosen for it.
    panel.show_unsure([UnsureCard("ZK-4", WHEN, "same_reference", (ONE, TWO))])
    panel.press(1)
    assert len(said) == 1


def test_without_a_candidate_there_is_nothing_to_adopt(panel: SidePanel) -> None:
    said = heard(panel)
    panel.show_unsure([UnsureCard("ZK-3", WHEN, "keys_not_proven", looking=True)])
    assert not panel.unsure.buttons["adopt"].isEnabled()
    assert not panel.press(1)
    assert not panel.press(3)
    assert said == []


def test_a_row_in_full(panel: SidePanel) -> None:
    said = heard(panel)
    cells = {Field.POINT: "KRA112M", Field.NAME: "Jan", Field.COD: "", Field.REFERENCE: "ZK-1"}
    change = Change(Field.PHONE, "+48 501", "501")
    warning = Problem(Field.POINT, "point_ignored", "x")
    detail = RowDetail(4, "ZK-1", cells, {Field.POINT: "KRA054M"}, (), (warning,), (change,))
    panel.show_detail(RowCard(detail, Stage.PRINTED, "620999001234567890120412", "confirmed", WHEN))
    assert panel.detail.pairs() == [
        ("first and last name", "Jan"),
        ("Paczkomat or PaczkoPunkt", "KRA054M → KRA112M"),
    ]
    click(panel.detail.undo_button)
    assert said == [("undo_asked",)]
    panel.show_detail(RowCard(RowDetail(5, "ZK-2", {Field.NAME: "Ola"}, {}), Stage.READY))
    assert panel.detail.pairs() == [("first and last name", "Ola")]
    assert panel.detail.undo_button.isHidden()


def test_only_one_subject_at_a_time(panel: SidePanel) -> None:
    panel.show_problems(CARD, OTHERS, questions=QuestionCard(REPEATED))
    panel.show_running(None)
    assert not panel.problem.isVisible()
    assert panel.running.isVisible()
    panel.show_problems(CARD, OTHERS, questions=QuestionCard(REPEATED))
    assert panel.problem.isVisible()
    assert panel.others.isVisible()
    assert panel.questions.isVisible()
    assert not panel.running.isVisible()


@pytest.mark.parametrize("wide", [False, True])
def test_nothing_is_wider_than_the_panel(panel: SidePanel, qtbot: QtBot, wide: bool) -> None:
    panel.set_wide(wide=wide)
    word = "Konstantynopolitańczykowianeczka" * 4
    phone = ProblemCard(1, word, word, Problem(Field.NAME, "too_long", word), POINTS, 7)
    subjects: list[Callable[[], None]] = [
        lambda: panel.show_problems(phone, OTHERS, questions=QuestionCard(REPEATED, BEFORE)),
        lambda: panel.show_unsure([UnsureCard(word, WHEN, "x", (ONE, TWO), 1, word)]),
        lambda: panel.show_running(NowCard(Stage.LABEL, word, word), [RefusedRow(1, word, word)]),
        lambda: panel.show_detail(
            RowCard(RowDetail(1, word, {Field.EMAIL: word}, {}), Stage.READY)
        ),
    ]
    for show in subjects:
        show()
        qtbot.waitUntil(lambda: panel.inside().width() < panel.width())
        assert panel.inside().minimumSizeHint().width() < panel.width()
