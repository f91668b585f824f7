"""Two programs on one ledger at the same time, with the same order file: nothing is bought twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.desk import KILLED, Desk

MOMENTS = (
    ("batch sent", 1),
    ("batch answered", 1),
    ("made commit", 2),
    ("store_labels commit", 1),
    ("any", 30),
)


def _own_files(desk: Desk, name: str) -> tuple[str, ...]:
    labels, result = _labels(desk, name), _result(desk, name)
    return ("--output", str(labels), "--result", str(result))


def _start(
    desk: Desk, name: str, *, file: Path | None = None, moment: str = "", nth: int = 1
) -> int:
    arguments = desk.arguments("ship", *_own_files(desk, name), file=file)
    return desk.start(*arguments, moment=moment, nth=nth)


def _labels(desk: Desk, name: str) -> Path:
    return desk.folder / f"{name}.pdf"


def _result(desk: Desk, name: str) -> Path:
    return desk.folder / f"{name}.csv"


def _check(desk: Desk, *names: str) -> None:
    """Nothing twice, and each program's own files say that everything is done."""
    bought = desk.check_bought()
    for name in names:
        desk.check_files(bought, result=_result(desk, name), labels=_labels(desk, name))


def test_both_end_with_everything_done(desk: Desk) -> None:
    desk.write(40)
    desk.chunk = 5
    desk.simulator.faults(list_lag=0.6, confirm_after=0.3, seconds_per_row=0.02)
    both = [_start(desk, name) for name in ("one", "two")]
    assert [desk.launcher.wait(one) for one in both] == [0, 0]
    _check(desk, "one", "two")


@pytest.mark.parametrize(("moment", "nth"), MOMENTS)
def test_one_of_them_is_killed(desk: Desk, moment: str, nth: int) -> None:
    desk.write(30)
    desk.chunk = 5
    desk.simulator.faults(
        {"do": "cut", "act": True, "method": "POST", "nth": [3, 5]},
        list_lag=0.6,
        confirm_after=0.3,
        seconds_per_row=0.02,
    )
    one = _start(desk, "one", moment=moment, nth=nth)
    two = _start(desk, "two")
    assert desk.launcher.wait(one) == KILLED
    assert desk.launcher.wait(two) == 0
    _check(desk, "two")
    assert desk.run("ship", *_own_files(desk, "one")) == 0
    _check(desk, "one")


def test_two_files_with_the_same_orders_at_once(desk: Desk) -> None:
    """The same orders in another file are other rows, but their references are skipped."""
    desk.write(20)
    other = desk.folder / "kopia.csv"
    other.write_bytes(desk.file.read_bytes() + b"\r\n")
    first = _start(desk, "one")
    second = _start(desk, "two", file=other)
    ends = {desk.launcher.wait(first), desk.launcher.wait(second)}
    assert ends <= {0, 5}
    desk.check_bought()
