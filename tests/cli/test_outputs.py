"""Where labels and results go: nothing that must stay is overwritten, nothing stale is left."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Desk, locker

METHOD = ("--sending-method", "dispatch_order")


@pytest.mark.parametrize(
    ("labels", "result"),
    [
        ("orders.csv", "r.csv"),
        ("l.pdf", "orders.csv"),
        ("l.pdf", "orders.xlsx"),
        ("both.csv", "both.csv"),
        ("both.xlsx", "both.csv"),
        ("./folder/../both.csv", "both.xlsx"),
    ],
)
def test_no_file_is_two_things(desk: Desk, labels: str, result: str) -> None:
    path = desk.file(locker("R-01"))
    (desk.folder / "folder").mkdir()
    before = path.read_bytes()
    given = ("--output", f"{desk.folder}/{labels}", "--result", f"{desk.folder}/{result}")
    assert desk.ship(path, *METHOD, *given) == 2
    assert path.read_bytes() == before
    assert desk.simulator.shipments() == []


def test_the_workbook_beside_the_result_is_not_the_order_file(desk: Desk) -> None:
    path = desk.file(locker("R-01"), name="orders.xlsx")
    assert desk.ship(path, *METHOD, "--result", desk.folder / "orders.csv") == 2
    assert "order file" in desk.err
    assert desk.simulator.shipments() == []


@pytest.mark.parametrize("option", ["--output", "--result"])
def test_what_is_no_file_is_left_alone(desk: Desk, option: str) -> None:
    path = desk.file(locker("R-01"))
    fifo = desk.folder / "fifo.csv"
    os.mkfifo(fifo)
    (desk.folder / "link.csv").symlink_to("/dev/null")
    for place in (fifo, desk.folder / "link.csv", Path("/dev/null"), desk.folder):
        assert desk.ship(path, *METHOD, option, place) == 2
    assert fifo.is_fifo()
    assert Path("/dev/null").is_char_device()
    (desk.folder / "table.xlsx").mkdir()
    assert desk.ship(path, *METHOD, "--result", desk.folder / "table.csv") == 2
    assert desk.simulator.shipments() == []


def test_labels_of_an_earlier_start_are_set_aside(desk: Desk) -> None:
    labels = desk.folder / "orders-labels.pdf"
    desk.ship(desk.file(locker("R-01")), *METHOD)
    before = labels.read_bytes()
    assert desk.ship(desk.file(locker("R-02", phone="1"))) == 1
    assert "orders-labels-before.pdf" in desk.err
    assert "Labels:" not in desk.out
    assert not labels.exists()
    labels.write_bytes(b"of another day")
    assert desk.ship(desk.file(locker("R-03", phone="1"))) == 1
    assert (desk.folder / "orders-labels-before.pdf").read_bytes() == before
    assert (desk.folder / "orders-labels-before-2.pdf").read_bytes() == b"of another day"


def test_without_a_connection_the_labels_of_the_same_file_stay(desk: Desk) -> None:
    path = desk.file(locker("R-01"))
    desk.ship(path, *METHOD)
    desk.simulator.stop()
    assert desk.ship(path) == 4
    assert desk.outcomes(path) == ["done"]
    assert "Labels:" in desk.out
    assert (desk.folder / "orders-labels.pdf").exists()
