"""The pictures there are, in the order of their numbers, and the story that leads to each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from docs.picturing import after, care, demo, history, setting_up, shop, station, wizard
from docs.picturing.studio import Studio


@dataclass(frozen=True, slots=True)
class Story:
    """One start of the program and the pictures taken on the way."""

    act: Callable[[Studio], None]
    pictures: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


STORIES: Final = {
    "demo": Story(
        demo.demo,
        (
            "demo", "narrow", "keys", "guide", "hint", "nothing-found", "several", "demo-running",
            "demo-ended", "row", "print-again",
        ),
    ),
    "files": Story(shop.files, ("empty", "drag", "refused-file", "loading", "columns")),
    "morning": Story(
        shop.morning,
        (
            "orders", "one-key", "accounts", "running", "ended", "runs", "questions", "sent-before",
            "re-imported", "maybe-notice", "maybe-printed",
        ),
    ),
    "trouble": Story(
        shop.trouble,
        ("payment-stop", "unsure", "printer-waits", "printer-stopped", "stopping"),
    ),
    "first-start": Story(
        setting_up.first_start,
        ("first-start", "token", "sending-unchosen", "sending", "printer", "test-label"),
    ),
    "settings": Story(
        setting_up.settings,
        (*(f"settings-{one}" for one in setting_up.SECTIONS), "crash"),
    ),
    "wizard": Story(
        wizard.service,
        (
            "wizard-mode", "wizard-receiver", "wizard-points-unknown", "wizard-points", "wizard-parcels",
            "wizard-extras", "wizard-summary", "wizard-done",
        ),
    ),
    "contract": Story(
        wizard.contract,
        (
            "wizard-address", "wizard-courier-parcels", "wizard-courier-extras",
            "wizard-courier-summary", "wizard-offers",
        ),
    ),
    "compared": Story(
        wizard.compared,
        (
            "wizard-compare", "wizard-offers-expired", "wizard-offers-prepaid", "wizard-done-offer",
        ),
    ),
    "station": Story(
        station.station,
        (
            "station-ready", "station-printed", "station-already", "station-stop", "station-armed",
            "station-product",
        ),
    ),
    "after": Story(
        after.after,
        (
            "shipments", "shipments-export", "pickup", "pickup-sent", "pickup-rejected", "hand-over",
            "hand-over-close", "hand-over-done", "pickup-orders", "pickup-hand-overs",
        ),
    ),
    "twice-after": Story(
        after.twice_as_large,
        ("twice-pickup", "twice-pickup-order", "twice-hand-over", "twice-pickup-orders"),
        {"QT_SCALE_FACTOR": "2"},
    ),
    "history": Story(
        history.history, ("exceptions", "delivered", "shop-columns", "settings-notifications")
    ),
    "twice-history": Story(
        history.twice_as_large,
        ("twice-exceptions", "twice-exception", "twice-export"),
        {"QT_SCALE_FACTOR": "2"},
    ),
    "twice": Story(demo.twice_as_large, ("twice", "twice-settings"), {"QT_SCALE_FACTOR": "2"}),
    "twice-wizard": Story(
        wizard.twice_as_large,
        (
            "twice-wizard", "twice-wizard-receiver", "twice-wizard-delivery", "twice-wizard-parcels",
            "twice-wizard-extras", "twice-wizard-summary", "twice-wizard-offers",
        ),
        {"QT_SCALE_FACTOR": "2"},
    ),
    "care": Story(
        care.care,
        ("settings-data", "settings-restore", "settings-move", "settings-computer", "support"),
    ),
    "twice-care": Story(
        care.twice_as_large,
        ("twice-settings-data", "twice-move", "twice-settings-computer"),
        {"QT_SCALE_FACTOR": "2"},
    ),
}  # fmt: skip


def numbers() -> dict[str, int]:
    """The number of each picture, by its name."""
    names = (name for story in STORIES.values() for name in story.pictures)
    return {name: number for number, name in enumerate(names, 1)}
