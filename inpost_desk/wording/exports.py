"""What exports call their columns, sheets and sums, by key; services and statuses by their own names."""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.sentences import service_words, status_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

_WORDS: Final[dict[str, str]] = {
    "column.reference": QT_TRANSLATE_NOOP("exports", "Reference"),
    "column.number": QT_TRANSLATE_NOOP("exports", "Tracking number"),
    "column.name": QT_TRANSLATE_NOOP("exports", "Receiver"),
    "column.service": QT_TRANSLATE_NOOP("exports", "Service"),
    "column.size": QT_TRANSLATE_NOOP("exports", "Size"),
    "column.point": QT_TRANSLATE_NOOP("exports", "Paczkomat or PaczkoPunkt"),
    "column.city": QT_TRANSLATE_NOOP("exports", "Town"),
    "column.status": QT_TRANSLATE_NOOP("exports", "InPost's status"),
    "column.status_words": QT_TRANSLATE_NOOP("exports", "Status"),
    "column.made": QT_TRANSLATE_NOOP("exports", "Made"),
    "column.status_at": QT_TRANSLATE_NOOP("exports", "Status since"),
    "column.cod": QT_TRANSLATE_NOOP("exports", "Cash on delivery (PLN)"),
    "column.insurance": QT_TRANSLATE_NOOP("exports", "Extra protection (PLN)"),
    "column.price": QT_TRANSLATE_NOOP("exports", "Price (PLN)"),
    "column.mpk": QT_TRANSLATE_NOOP("exports", "Cost centre (MPK)"),
    "column.return_number": QT_TRANSLATE_NOOP("exports", "Number of the returned parcel"),
    "column.tracking_page": QT_TRANSLATE_NOOP("exports", "Tracking page"),
    "column.shipx_id": QT_TRANSLATE_NOOP("exports", "InPost's number of the shipment"),
    "column.carrier": QT_TRANSLATE_NOOP("exports", "Carrier"),
    "column.phone": QT_TRANSLATE_NOOP("exports", "Telephone"),
    "column.count": QT_TRANSLATE_NOOP("exports", "Shipments"),
    "column.cod_state": QT_TRANSLATE_NOOP("exports", "State of the cash on delivery"),
    "column.unused_count": QT_TRANSLATE_NOOP("exports", "Of these unused labels"),
    "column.unused_price": QT_TRANSLATE_NOOP("exports", "Price of the unused labels (PLN)"),
    "sheet.shipments": QT_TRANSLATE_NOOP("exports", "Shipments"),
    "sheet.services": QT_TRANSLATE_NOOP("exports", "Services and sizes"),
    "sheet.cod": QT_TRANSLATE_NOOP("exports", "Cash on delivery"),
    "sheet.unused": QT_TRANSLATE_NOOP("exports", "Unused labels"),
    "sheet.ended": QT_TRANSLATE_NOOP("exports", "Cancelled and replaced"),
    "sheet.mpk": QT_TRANSLATE_NOOP("exports", "MPK"),
    "sheet.totals": QT_TRANSLATE_NOOP("exports", "Totals"),
    "cod.sent": QT_TRANSLATE_NOOP("exports", "on its way"),
    "cod.delivered": QT_TRANSLATE_NOOP("exports", "delivered"),
    "cod.returned": QT_TRANSLATE_NOOP("exports", "returned"),
    "cod.unused": QT_TRANSLATE_NOOP("exports", "not handed over"),
    "mpk.none": QT_TRANSLATE_NOOP("exports", "no MPK"),
    "total.sum": QT_TRANSLATE_NOOP("exports", "Together"),
    "total.all": QT_TRANSLATE_NOOP("exports", "All shipments"),
    "total.paid": QT_TRANSLATE_NOOP("exports", "Paid"),
    "total.delivered": QT_TRANSLATE_NOOP("exports", "Delivered"),
    "total.returned": QT_TRANSLATE_NOOP("exports", "Returned"),
    "total.unused": QT_TRANSLATE_NOOP("exports", "Paid and not handed over"),
    "total.ended": QT_TRANSLATE_NOOP("exports", "Cancelled and replaced"),
    "total.unpaid": QT_TRANSLATE_NOOP("exports", "Not paid"),
}


def export_words(key: str) -> str:
    """The words of a key such as `column.name`, `service.inpost_locker_standard` or `status.delivered`."""
    kind, _, name = key.partition(".")
    if kind in ("service", "status"):
        speak = service_words if kind == "service" else status_words
        return speak(name) if name else ""
    return translate("exports", _WORDS[key])
