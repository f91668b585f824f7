"""What a user reads: every row with its reason, in few lines, and what to do next."""

from __future__ import annotations

import io

import pytest

from inpost_desk.cli.show import ask
from tests.cli.conftest import Desk, courier, locker
from tests.weekend_hours import ALWAYS

METHOD = ("--sending-method", "dispatch_order")


def test_rows_with_the_same_reason_share_a_line(prepaid: Desk) -> None:
    path = prepaid.file(locker("R-00", phone="1"), *(locker(f"R-{n}0") for n in range(1, 9)))
    prepaid.simulator.control("balance", {"organization": prepaid.organization, "amount": 0})
    assert prepaid.ship(path, *METHOD) == 5
    lines = prepaid.out.splitlines()
    assert lines[0].startswith("! row 1: telefon: ")
    assert lines[1].startswith("! row 2: not paid: the balance is too low")
    assert lines[2].startswith("! rows 3–9: ")
    assert "top up" in lines[-1]
    assert "same command" in lines[-1]


def test_a_refused_row_names_its_field(desk: Desk) -> None:
    desk.weekend(ALWAYS)
    weekend = locker("R-02").removesuffix("NIE") + "TAK"
    desk.ship(desk.file(locker("R-01"), weekend), *METHOD, "--horizon", 1)
    assert "! row 2: refused by InPost: " in desk.out
    assert "Paczka w Weekend" in desk.out


def test_many_equal_changes_are_told_once(desk: Desk) -> None:
    path = desk.file(*(locker(f"R-{n}0", phone=f"501 234 56{n}") for n in range(7)))
    desk.ship(path, *METHOD)
    assert "telefon: written the usual way (rows: 7)" in desk.out
    assert "501 234 560" not in desk.out


def test_few_changes_show_before_and_after(desk: Desk) -> None:
    desk.ship(desk.file(*(locker(f"R-{n}0", phone="501 234 567") for n in range(2))), *METHOD)
    assert "rows 1–2: telefon: 501 234 567 → 501234567" in desk.out


def test_the_question_about_duplicates_names_them(desk: Desk) -> None:
    rows = [locker(f"R-{number:02}") for number in range(12)]
    desk.ship(desk.file(*rows), *METHOD)
    assert desk.ship(desk.file(*rows[1:], name="other.csv")) == 2
    assert "11 (R-01, R-02," in desk.err
    assert "R-10, …)" in desk.err
    assert "R-11" not in desk.err


def test_a_wrong_answer_is_told_the_right_ones(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n\nag\n"))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert ask("Leave them out?", ["skip", "again"]) == "again"
    assert capsys.readouterr().err.count("none of the answers") == 2


def test_a_dry_run_needs_and_keeps_no_answers(desk: Desk) -> None:
    path = desk.file(locker("R-01"), locker("R-01"), courier("R-02"))
    assert desk.ship(path, "--dry-run", "--repeated", "lines", *METHOD) == 0
    assert "Parcels to buy: 2" in desk.out
    assert desk.ship(path, "--dry-run") == 2
    assert "--repeated" in desk.err
    assert desk.ship(path, "--dry-run", "--repeated", "parcels") == 0
    assert "Parcels to buy: 3" in desk.out
    assert desk.ship(path, "--repeated", "lines") == 2
    assert "--sending-method" in desk.err


def test_a_dry_run_counts_what_is_bought_no_more(desk: Desk) -> None:
    path = desk.file(locker("R-01"), locker("R-02", phone="1"), locker("R-03"))
    desk.ship(path, *METHOD)
    assert desk.ship(path, "--dry-run") == 1
    assert "Parcels to buy: 0. Rows to correct: 1. Sent before: 0." in desk.out
    assert "2 rows were bought by an earlier start" in desk.out
    assert desk.ship(path, "--dry-run", "--duplicates", "again") == 1
    assert "Parcels to buy: 2." in desk.out


def test_a_dry_run_as_json_holds_the_rows(desk: Desk) -> None:
    path = desk.file(locker("R-01"), locker("R-02", phone="1"), locker("R-03", phone="501 234 567"))
    assert desk.ship(path, "--dry-run", "--json") == 1
    told = desk.json()
    assert told["parcels"] == 2
    assert [row["row"] for row in told["rows"]] == [2, 3]
    assert told["rows"][0]["problems"][0]["rule"] == "too_short"
    assert told["rows"][1]["changes"][0]["after"] == "501234567"
