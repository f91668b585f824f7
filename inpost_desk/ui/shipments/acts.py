"""What can be done with a shipment of the history: which acts are open to it, and why the others are not."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from inpost_desk.domain.history import Detail
from inpost_desk.domain.journey import Phase
from inpost_desk.domain.pickup import LIVING, NotReady, not_ready
from inpost_desk.ui.shipments.jobs import Whole
from inpost_desk.wording.pickups import not_ready_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate


class Act(StrEnum):
    """In the order of the buttons."""

    PRINT = "print"
    PICKUP = "pickup"
    RETURN = "return"
    TRACK = "track"
    SUPPORT = "support"
    REPLACE = "replace"
    PAY = "pay"
    CANCEL = "cancel"


KEYS: Final = {
    Act.PRINT: "Ctrl+P",
    Act.PICKUP: "Ctrl+D",
    Act.RETURN: "Ctrl+R",
    Act.TRACK: "Ctrl+L",
    Act.SUPPORT: "Ctrl+K",
    Act.REPLACE: "Ctrl+Shift+W",
    Act.PAY: "Ctrl+Shift+P",
    Act.CANCEL: "Ctrl+Del",
}
DONE_KEY: Final = "Ctrl+M"
ICONS: Final = {
    Act.PRINT: "printer",
    Act.PICKUP: "truck",
    Act.RETURN: "undo",
    Act.TRACK: "globe",
    Act.SUPPORT: "copy",
    Act.REPLACE: "refresh",
    Act.PAY: "key",
    Act.CANCEL: "close",
}
_WORDS: Final = {
    Act.PRINT: QT_TRANSLATE_NOOP("ui", "Print again…"),
    Act.PICKUP: QT_TRANSLATE_NOOP("ui", "Add to pickup"),
    Act.RETURN: QT_TRANSLATE_NOOP("ui", "Return label…"),
    Act.TRACK: QT_TRANSLATE_NOOP("ui", "InPost's tracking"),
    Act.SUPPORT: QT_TRANSLATE_NOOP("ui", "Copy for support"),
    Act.REPLACE: QT_TRANSLATE_NOOP("ui", "Replace"),
    Act.PAY: QT_TRANSLATE_NOOP("ui", "Pay again"),
    Act.CANCEL: QT_TRANSLATE_NOOP("ui", "Cancel"),
}
# What stands in the sentence that gives the reasons.
_SHORT: Final = {
    Act.PRINT: QT_TRANSLATE_NOOP("ui", "printing"),
    Act.PICKUP: QT_TRANSLATE_NOOP("ui", "pickup"),
    Act.RETURN: QT_TRANSLATE_NOOP("ui", "return label"),
    Act.TRACK: QT_TRANSLATE_NOOP("ui", "tracking"),
    Act.SUPPORT: QT_TRANSLATE_NOOP("ui", "copy for support"),
    Act.REPLACE: QT_TRANSLATE_NOOP("ui", "replacing"),
    Act.PAY: QT_TRANSLATE_NOOP("ui", "payment"),
    Act.CANCEL: QT_TRANSLATE_NOOP("ui", "cancelling"),
}
_RETURNS: Final = {
    "not_paid": QT_TRANSLATE_NOOP("ui", "not paid"),
    "cancelled": QT_TRANSLATE_NOOP("ui", "it is cancelled"),
    "return_only_courier": QT_TRANSLATE_NOOP("ui", "couriers' parcels only"),
    "return_not_allegro": QT_TRANSLATE_NOOP("ui", "not for Allegro's parcels"),
}


def act_words(act: Act, *, printed: bool = True) -> str:
    """What the button says."""
    if act is Act.PRINT and not printed:
        return translate("ui", "Print")
    return translate("ui", _WORDS[act])


def why_not(act: Act, whole: Whole, *, printer: bool = True) -> str:
    """Why it cannot be done, in a few words; "" where it can."""
    detail = whole.detail
    phase = detail.row.phase
    match act:
        case Act.PRINT:
            return _why_no_print(detail, printer=printer)
        case Act.PICKUP:
            return _why_no_pickup(detail)
        case Act.RETURN:
            rule = whole.no_return
            return translate("ui", _RETURNS[rule]) if rule in _RETURNS else rule
        case Act.TRACK:
            return "" if detail.row.tracking_number else translate("ui", "no number yet")
        case Act.REPLACE:
            return _why_no_replacement(detail)
        case Act.PAY:
            return _why_no_payment(detail)
        case Act.CANCEL:
            return _why_no_cancelling(phase)
        case _:
            return ""


def reasons(whole: Whole, *, printer: bool = True, but: Act | None = None) -> str:
    """What (`but` one) cannot be done and why, in one sentence; "" where everything can."""
    said = [
        f"{translate('ui', _SHORT[act])} ({why})"
        for act in Act
        if act is not but and (why := why_not(act, whole, printer=printer))
    ]
    if not said:
        return ""
    return translate("ui", "Not available: {acts}.").format(acts=", ".join(said))


def _why_no_print(detail: Detail, *, printer: bool) -> str:
    row = detail.row
    if row.phase is Phase.UNPAID:
        return translate("ui", "not paid")
    if row.phase is Phase.CANCELLED:
        return translate("ui", "it is cancelled")
    if row.do_not_send:
        return translate("ui", "replaced")
    return "" if printer else translate("ui", "no printer chosen")


def _why_no_pickup(detail: Detail) -> str:
    row, pickup = detail.row, detail.pickup
    why = not_ready(
        status=row.status,
        sending_method=row.sending_method,
        ordered=pickup is not None and pickup.state in LIVING,
        do_not_send=row.do_not_send,
    )
    if why is NotReady.GONE:
        return translate("ui", "already posted")
    return not_ready_words(why) if why is not None else ""


def _why_no_replacement(detail: Detail) -> str:
    row = detail.row
    if row.do_not_send:
        return translate("ui", "replaced already")
    if row.phase is Phase.UNPAID:
        return translate("ui", "not paid")
    if row.phase is Phase.CANCELLED:
        return translate("ui", "it is cancelled")
    return "" if row.phase is Phase.PREPARED else translate("ui", "already posted")


def _why_no_payment(detail: Detail) -> str:
    phase = detail.row.phase
    if phase is Phase.UNPAID:
        under_way = detail.row.ours and detail.transaction_status == "pending"
        return translate("ui", "being paid") if under_way else ""
    if phase is Phase.CANCELLED:
        return translate("ui", "it is cancelled")
    return translate("ui", "paid")


def _why_no_cancelling(phase: Phase) -> str:
    if phase is Phase.UNPAID:
        return ""
    if phase is Phase.CANCELLED:
        return translate("ui", "cancelled already")
    return translate("ui", "only before payment")
