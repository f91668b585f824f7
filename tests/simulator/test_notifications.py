"""Notifications: the URL that must answer, the events, their order, what fails, and what is sent by hand."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from tests.simulator.shop import Shop, courier, locker
from tests.simulator_process import MONDAY
from tests.waiting import until

DAY = 86_400.0
OFFERS, CONFIRMED, CHANGED = "offers_prepared", "shipment_confirmed", "shipment_status_changed"


class Listener(ThreadingHTTPServer):
    """A shop's own receiver; `status` is what it answers, and it does so when `open_` is set."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.url = f"http://127.0.0.1:{self.server_address[1]}/inpost/tajne"
        self.status = 200
        self.open_ = threading.Event()
        self.open_.set()
        self.heard: list[Any] = []
        self.headers: list[dict[str, str]] = []

    def events(self) -> list[str]:
        return [one["event"] for one in self.heard]


class _Answers(BaseHTTPRequestHandler):
    server: Listener

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        try:
            heard = json.loads(body)
        except ValueError:
            heard = body
        self.server.headers.append({name.lower(): text for name, text in self.headers.items()})
        self.server.heard.append(heard)
        self.server.open_.wait(20)
        self._answer()

    def _answer(self) -> None:
        self.send_response(self.server.status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as listener:
        thread = threading.Thread(target=listener.serve_forever, args=(0.02,))
        thread.start()
        yield listener
        listener.open_.set()
        listener.shutdown()
        thread.join()


@pytest.fixture
def heard_shop(shop: Shop, listener: Listener) -> Shop:
    """A shop on a Monday at ten, whose listener hears."""
    shop.simulator.control("clock", {"set": MONDAY})
    shop.simulator.control("notifications", {"organization": shop.id, "url": listener.url})
    return shop


def sent(shop: Shop, count: int) -> list[dict[str, Any]]:
    """The log, once so many have been sent and none waits."""

    def all_there() -> bool:
        state = shop.simulator.look("notifications")
        return len(state["sent"]) == count and state["waiting"] == 0

    until(all_there)
    return list(shop.simulator.look("notifications")["sent"])


def test_the_url_must_answer_200_to_be_saved(shop: Shop, listener: Listener) -> None:
    wanted = {"organization": shop.id, "url": listener.url}
    listener.status = 404
    with pytest.raises(AssertionError, match="does not answer 200"):
        shop.simulator.control("notifications", wanted)
    for nowhere in ("http://127.0.0.1:9/x", "ftp://x", "nonsense"):
        with pytest.raises(AssertionError, match="does not answer 200"):
            shop.simulator.control("notifications", {**wanted, "url": nowhere})
    assert shop.simulator.look("notifications")["urls"][str(shop.id)] == ""
    listener.status = 200
    shop.simulator.control("notifications", wanted)
    assert shop.simulator.look("notifications")["urls"][str(shop.id)] == listener.url
    shop.simulator.control("notifications", {**wanted, "url": ""})
    shop.bought(locker())
    assert shop.simulator.look("notifications")["sent"] == []


def test_a_purchase_and_a_way_are_told_in_order(
    heard_shop: Shop, prepaid: Shop, listener: Listener
) -> None:
    prepaid.bought(locker())
    made = heard_shop.bought(locker())
    heard_shop.simulator.control("collect", {"way": "uncollected"})
    heard_shop.simulator.advance(14 * DAY)
    log = sent(heard_shop, 12)
    assert {entry["status"] for entry in log} == {200}
    assert listener.events() == [OFFERS, CONFIRMED, *[CHANGED] * 10]
    offers, confirmed, *changed = listener.heard
    assert offers["payload"]["offers"][0]["service"]["id"] == "inpost_locker_standard"
    number = made["tracking_number"]
    assert confirmed["payload"] == {"shipment_id": made["id"], "tracking_number": number}
    assert confirmed["organization_id"] == heard_shop.id
    assert confirmed["event_ts"].startswith("2026-03-02 10:00:0")
    assert confirmed["event_ts"].endswith(" +0100")
    assert changed[0]["payload"]["status"] == "collected_from_sender"
    assert "return_tracking_number" not in changed[0]["payload"]
    last = changed[-1]["payload"]
    assert last["status"] == "returned_to_sender"
    back = heard_shop.read(made["id"])["return_tracking_number"]
    assert last["return_tracking_number"] == back
    assert listener.headers[0]["content-type"] == "application/json"


def test_in_offer_mode_every_offer_is_told(heard_shop: Shop, listener: Listener) -> None:
    heard_shop.bought(courier(service=None))
    sent(heard_shop, 1)
    [told] = listener.heard
    statuses = {offer["status"] for offer in told["payload"]["offers"]}
    assert (told["event"], statuses) == (OFFERS, {"available", "unavailable"})


def test_the_order_is_not_promised(heard_shop: Shop, listener: Listener) -> None:
    ids = [heard_shop.bought(locker())["id"] for _ in range(3)]
    sent(heard_shop, 6)
    heard_shop.simulator.faults(shuffle=True)
    heard_shop.simulator.control("collect")
    heard_shop.simulator.advance(7 * DAY)
    sent(heard_shop, 6 + 3 * 7)
    told = [one["event_ts"] for one in listener.heard[6:]]
    assert told != sorted(told)
    assert {one["payload"]["shipment_id"] for one in listener.heard} == set(ids)


def test_what_fails_is_noted_and_not_sent_again(heard_shop: Shop, listener: Listener) -> None:
    listener.status = 500
    heard_shop.bought(locker())
    log = sent(heard_shop, 2)
    assert [entry["status"] for entry in log] == [500, 500]
    heard_shop.simulator.control(
        "notifications/forge", {"body": "x", "url": "http://127.0.0.1:9/nobody"}
    )
    last = sent(heard_shop, 3)[-1]
    assert (last["status"], last["problem"]) == (None, "ConnectError")
    assert len(listener.heard) == 2


def test_a_receiver_that_hangs_holds_nobody_up(heard_shop: Shop, listener: Listener) -> None:
    listener.open_.clear()
    made = heard_shop.bought(locker())
    heard_shop.simulator.control("collect")
    heard_shop.simulator.advance(7 * DAY)
    assert heard_shop.read(made["id"])["status"] == "delivered"
    state = heard_shop.simulator.look("notifications")
    assert (state["waiting"], state["sent"]) == (9, [])
    heard_shop.simulator.reset()
    listener.open_.set()
    assert heard_shop.simulator.look("notifications")["urls"][str(heard_shop.id)] == ""


def test_by_hand_any_event_again_and_forged(heard_shop: Shop, listener: Listener) -> None:
    made = heard_shop.bought(locker())
    sent(heard_shop, 2)
    heard_shop.simulator.control("notifications/repeat", {"number": 1})
    heard_shop.simulator.control("notifications/fire", {"event": CHANGED, "id": made["id"]})
    anything = {"event": "novelty", "organization": heard_shop.id, "payload": {"x": 1}}
    heard_shop.simulator.control("notifications/fire", anything)
    heard_shop.simulator.control(
        "notifications/forge", {"body": "{broken", "headers": {"X-Forwarded-For": "10.1.1.1"}}
    )
    sent(heard_shop, 6)
    assert listener.heard[2] == listener.heard[1]
    assert listener.heard[3]["payload"] == {
        "shipment_id": made["id"],
        "status": "confirmed",
        "tracking_number": made["tracking_number"],
    }
    assert (listener.heard[4]["event"], listener.heard[4]["payload"]) == ("novelty", {"x": 1})
    assert listener.heard[5] == b"{broken"
    assert listener.headers[5]["x-forwarded-for"] == "10.1.1.1"


def test_nothing_can_be_repeated_before_anything_was_sent(shop: Shop) -> None:
    for body in ({}, {"number": 0}, {"number": -1}):
        answer = httpx.post(
            f"{shop.simulator.url}/_control/notifications/repeat", json=body, verify=False
        )
        assert answer.status_code == 400
        assert "was sent" in answer.json()["error"]
