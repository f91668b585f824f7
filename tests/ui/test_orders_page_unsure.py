"""Orders whose answer was lost, on the Orders page: the evidence beside them and a person's three answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.stage import Stage
from tests.simulator_process import Simulator
from tests.ui.orders_desk import Window, lockers, references, window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BATCHES = {"method": "POST", "path": "/v1/organizations/*/batches"}
Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path) as made:
        yield made


def lost(desk: Window, *, acted: bool) -> None:
    """The first is bought; of the two others the answer was lost, and lists show nothing yet."""
    desk.take(*lockers(3))
    behaviour = {"list_lag": 3600.0} if acted else {}
    desk.simulator.faults({"do": "cut", "act": acted, "nth": 1, **BATCHES}, **behaviour)
    desk.create_and_print()
    desk.simulator.faults()
    assert desk.stages() == [Stage.PRINTED, Stage.UNSURE, Stage.UNSURE]


def shown(desk: Window, row: int) -> None:
    desk.page.table.go_to(row)
    panel = desk.page.side.panel
    name = desk.rows()[row - 1].reference
    desk.until(lambda: panel.unsure.isVisible() and name in panel.unsure.title.text())
    desk.rest()


def test_absent_is_asked_once_more_and_sent_by_the_next_run(desk: Window) -> None:
    lost(desk, acted=False)
    shown(desk, 2)
    desk.key(Key.Key_2)
    desk.rest()
    assert desk.stages()[1] is Stage.UNSURE
    # Said once, then held down: that is no answer to whether one is sure.
    desk.hold_down(Key.Key_2, times=3)
    desk.rest()
    assert desk.stages()[1] is Stage.UNSURE
    desk.key(Key.Key_4)
    desk.until(lambda: desk.stages()[1] is Stage.READY)
    desk.rest()
    assert desk.notices["unsure"].state == "done"
    desk.create_and_print()
    assert desk.bought() == Counter(["R-01", "R-02"])
    assert desk.stages() == [Stage.PRINTED, Stage.PRINTED, Stage.UNSURE]


def test_a_stranger_under_the_reference_is_shown_and_adopted(desk: Window) -> None:
    lost(desk, acted=False)
    stranger = _made_elsewhere(desk, "R-03")
    shown(desk, 3)
    desk.until(lambda: desk.page.side.unsure._cards[3].candidates)
    desk.key(Key.Key_1)
    desk.until(lambda: desk.stages()[2] is not Stage.UNSURE)
    desk.rest()
    assert desk.rows()[2].shipment_id == stranger
    desk.create_and_print()
    assert desk.stages() == [Stage.PRINTED, Stage.UNSURE, Stage.PRINTED]
    assert desk.bought()["R-03"] == 1


def test_asked_again_inpost_has_it_after_all(desk: Window) -> None:
    lost(desk, acted=True)
    shown(desk, 2)
    desk.key(Key.Key_3)
    desk.until(lambda: Stage.UNSURE not in desk.stages())
    desk.rest()
    desk.create_and_print()
    assert desk.stages() == [Stage.PRINTED] * 3
    assert desk.bought() == Counter(references(3))


def test_what_inpost_could_not_be_asked_about_is_no_evidence(desk: Window) -> None:
    lost(desk, acted=False)
    lists = "/v1/organizations/*/shipments"
    desk.simulator.faults({"do": "cut", "method": "GET", "path": lists})
    shown(desk, 3)
    box = desk.page.side.panel.unsure
    assert "could not be asked" in box._evidence_title.text()
    assert not box.buttons["absent"].isEnabled()
    desk.key(Key.Key_2)
    assert box.buttons["yes"].isHidden()
    desk.simulator.faults()
    stranger = _made_elsewhere(desk, "R-03")
    desk.page.table.go_to(1)
    desk.until(lambda: not box.isVisible())
    shown(desk, 3)
    desk.until(lambda: stranger in [one.shipment_id for one in box._cards[0].candidates])
    assert box.buttons["absent"].isEnabled()


def test_what_came_after_the_evidence_was_read_is_shown_before_it_is_sent_again(
    desk: Window,
) -> None:
    lost(desk, acted=False)
    shown(desk, 3)
    stranger = _made_elsewhere(desk, "R-03")
    desk.key(Key.Key_2)
    desk.key(Key.Key_4)
    desk.until(lambda: "unsure" in desk.notices)
    desk.rest()
    assert desk.notices["unsure"].state == "warning"
    assert desk.stages()[2] is Stage.UNSURE
    box = desk.page.side.panel.unsure
    assert [one.shipment_id for one in box._cards[0].candidates] == [stranger]
    desk.key(Key.Key_2)
    desk.key(Key.Key_4)
    desk.until(lambda: desk.stages()[2] is Stage.READY)
    assert desk.notices["unsure"].state == "done"


def test_what_stays_unsure_is_neither_edited_nor_removed(desk: Window) -> None:
    lost(desk, acted=False)
    desk.page.table.go_to(2)
    desk.key(Key.Key_Delete)
    desk.rest()
    assert desk.stages() == [Stage.PRINTED, Stage.UNSURE, Stage.UNSURE]
    assert "too_late" in desk.notices


def _made_elsewhere(desk: Window, reference: str) -> int:
    """Somebody makes a parcel under that reference, as in Manager Paczek."""
    known = desk.simulator
    body = {
        "receiver": {"phone": "609609609", "email": "ewa@example.test", "last_name": "Lis"},
        "parcels": {"template": "small"},
        "service": "inpost_locker_standard",
        "reference": reference,
        "custom_attributes": {"target_point": "KRA010", "sending_method": "dispatch_order"},
    }
    answer = httpx.post(
        f"{known.url}/v1/organizations/{known.organization}/shipments",
        json=body,
        headers={"Authorization": f"Bearer {known.token}"},
    )
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])
