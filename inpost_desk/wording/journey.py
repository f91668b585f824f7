"""A shipment after its label: phases, what to do about an exception, requests and prints, in words.

Statuses are in `names`; one that InPost has invented since is shown as its key.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from inpost_desk.domain.journey import Concern, Phase
from inpost_desk.wording.names import STATUSES
from inpost_desk.wording.sentences import WARSAW, status_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

PHASES: Final = {
    Phase.UNPAID: QT_TRANSLATE_NOOP("ui", "Not paid"),
    Phase.PREPARED: QT_TRANSLATE_NOOP("ui", "To be posted"),
    Phase.ON_ITS_WAY: QT_TRANSLATE_NOOP("ui", "On their way"),
    Phase.WAITING: QT_TRANSLATE_NOOP("ui", "Waiting"),
    Phase.DELIVERED: QT_TRANSLATE_NOOP("ui", "Delivered"),
    Phase.RETURNED: QT_TRANSLATE_NOOP("ui", "Returned"),
    Phase.LOST: QT_TRANSLATE_NOOP("ui", "Lost"),
    Phase.CANCELLED: QT_TRANSLATE_NOOP("ui", "Cancelled"),
}
CONCERNS: Final = {
    Concern.LEFT_BEHIND: QT_TRANSLATE_NOOP("ui", "Left behind"),
    Concern.EXPIRED: QT_TRANSLATE_NOOP("ui", "Not collected in time"),
    Concern.REFUSED: QT_TRANSLATE_NOOP("ui", "Refused by the receiver"),
    Concern.UNDELIVERED: QT_TRANSLATE_NOOP("ui", "Could not be delivered"),
    Concern.MISSING: QT_TRANSLATE_NOOP("ui", "Parcel lost"),
    Concern.RETURNED: QT_TRANSLATE_NOOP("ui", "Comes back"),
    Concern.CLAIMED: QT_TRANSLATE_NOOP("ui", "Under complaint"),
    Concern.OVERSIZED: QT_TRANSLATE_NOOP("ui", "Too large"),
    Concern.REDIRECTED: QT_TRANSLATE_NOOP("ui", "Redirected"),
    Concern.DELAYED: QT_TRANSLATE_NOOP("ui", "May be late"),
}
REMEDIES: Final = {
    Concern.LEFT_BEHIND: QT_TRANSLATE_NOOP(
        "ui",
        "A courier has been, and InPost does not have it: look for it on the shelf and hand it over.",
    ),
    Concern.EXPIRED: QT_TRANSLATE_NOOP(
        "ui", "It comes back: ask the receiver whether to send it once more."
    ),
    Concern.REFUSED: QT_TRANSLATE_NOOP(
        "ui", "It comes back: ask the receiver why, and settle the order."
    ),
    Concern.UNDELIVERED: QT_TRANSLATE_NOOP(
        "ui", "Ask the receiver for the right address and telephone, and tell InPost's helpline."
    ),
    Concern.MISSING: QT_TRANSLATE_NOOP(
        "ui", "Make a complaint to InPost, with the number and the value of the contents."
    ),
    Concern.RETURNED: QT_TRANSLATE_NOOP(
        "ui", "When it is back, scan its label: it is marked as received."
    ),
    Concern.CLAIMED: QT_TRANSLATE_NOOP(
        "ui", "The receiver has complained: answer InPost's letter about it."
    ),
    Concern.OVERSIZED: QT_TRANSLATE_NOOP(
        "ui", "InPost may charge more or send it back: measure such parcels before posting."
    ),
    Concern.REDIRECTED: QT_TRANSLATE_NOOP("ui", "Nothing to do: the receiver gets it elsewhere."),
    Concern.DELAYED: QT_TRANSLATE_NOOP("ui", "Nothing to do: InPost delivers it later."),
}
REQUESTS: Final = {
    "create": QT_TRANSLATE_NOOP("ui", "ordered"),
    "batch": QT_TRANSLATE_NOOP("ui", "ordered, with others"),
    "select": QT_TRANSLATE_NOOP("ui", "offer chosen"),
    "buy": QT_TRANSLATE_NOOP("ui", "paid for"),
    "bulk_buy": QT_TRANSLATE_NOOP("ui", "paid for, with others"),
    "edit": QT_TRANSLATE_NOOP("ui", "changed"),
    "cancel": QT_TRANSLATE_NOOP("ui", "cancellation"),
}
ANSWERS: Final = {
    "": QT_TRANSLATE_NOOP("ui", "no answer yet"),
    "made": QT_TRANSLATE_NOOP("ui", "done"),
    "paid": QT_TRANSLATE_NOOP("ui", "done"),
    "selected": QT_TRANSLATE_NOOP("ui", "done"),
    "edited": QT_TRANSLATE_NOOP("ui", "done"),
    "canceled": QT_TRANSLATE_NOOP("ui", "it is cancelled"),
    "refused": QT_TRANSLATE_NOOP("ui", "refused"),
    "batch_refused": QT_TRANSLATE_NOOP("ui", "refused"),
    "failed": QT_TRANSLATE_NOOP("ui", "payment failed"),
    "overtaken": QT_TRANSLATE_NOOP("ui", "came too late"),
    "too_late": QT_TRANSLATE_NOOP("ui", "came too late"),
    "not_done": QT_TRANSLATE_NOOP("ui", "InPost did not do it"),
    "not_sent": QT_TRANSLATE_NOOP("ui", "was not sent"),
    "not_allowed": QT_TRANSLATE_NOOP("ui", "not allowed"),
    "absent": QT_TRANSLATE_NOOP("ui", "did not reach InPost"),
}
PRINTS: Final = {
    "sending": QT_TRANSLATE_NOOP("ui", "maybe printed"),
    "sent": QT_TRANSLATE_NOOP("ui", "given to the printer"),
    "done": QT_TRANSLATE_NOOP("ui", "printed"),
    "failed": QT_TRANSLATE_NOOP("ui", "not printed"),
    "cancelled": QT_TRANSLATE_NOOP("ui", "printing stopped"),
}


def phase_words(phase: Phase) -> str:
    """The word of a chip."""
    return translate("ui", PHASES[phase])


def concern_words(concern: Concern) -> str:
    """An exception in a few words."""
    return translate("ui", CONCERNS[concern])


def remedy_words(concern: Concern) -> str:
    """What to do about it, in one sentence."""
    return translate("ui", REMEDIES[concern])


def stop_words(status: str) -> str:
    """A status where it begins a line; one nobody knows stays as InPost wrote it."""
    words = status_words(status)
    return words[:1].upper() + words[1:] if status in STATUSES else words


def request_words(kind: str) -> str:
    """What was asked of InPost."""
    return translate("ui", REQUESTS.get(kind, kind))


def answer_words(outcome: str) -> str:
    """What came of it."""
    return translate("ui", ANSWERS.get(outcome, outcome))


def print_words(state: str) -> str:
    """How one printing of the label ended."""
    return translate("ui", PRINTS.get(state, state))


def brief_moment(moment: datetime, *, year: int) -> str:
    """Day and time in that year, the day alone in others: what a narrow column has room for."""
    this = QT_TRANSLATE_NOOP("names", "%d %b %H:%M")
    other = QT_TRANSLATE_NOOP("names", "%d %b %Y")
    local = moment.astimezone(WARSAW)
    return local.strftime(translate("names", this if local.year == year else other))


def day_words(day: date) -> str:
    """A day with its year."""
    return day.strftime(translate("names", QT_TRANSLATE_NOOP("names", "%Y-%m-%d")))


def clock_words(moment: datetime) -> str:
    """The time of day in Warsaw, such as 7:42."""
    local = moment.astimezone(WARSAW)
    return f"{local.hour}:{local.minute:02}"
