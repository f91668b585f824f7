"""What ShipX says when it refuses: one exception, the recorded bodies, three languages (API §1.6, §1.7).

Only the human `message` depends on the language; `error` and the keys in `details` never do.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Path = tuple[str, ...]
Finding = tuple[Path, str]

COLLECTIONS = frozenset({"parcels", "shipments"})

MESSAGES = {
    "token_invalid": ("Token is missing or invalid.", "Brak tokenu lub token jest nieprawidłowy."),
    "forbidden": ("Access forbidden for this token.", "Brak dostępu dla tego tokenu."),
    "resource_not_found": ("Resource not found.", "Nie znaleziono zasobu."),
    "routing_not_found": ("Routing not found.", "Nie znaleziono ścieżki."),
    "invalid_parameter": ("Invalid parameter.", "Nieprawidłowy parametr."),
    "validation_failed": (
        "There are some validation errors. Check details object for more info.",
        "Wystąpiły błędy walidacji. Szczegóły w obiekcie details.",
    ),
    "offer_unavailable": ("Offer is unavailable.", "Oferta jest niedostępna."),
    "offer_expired": ("Offer has expired.", "Oferta wygasła."),
    "transaction_failed": ("Transaction failed.", "Płatność nie powiodła się."),
    "internal_server_error": ("Internal server error.", "Wewnętrzny błąd serwera."),
    "label_template_not_found": ("Label template not found.", "Nie znaleziono szablonu etykiety."),
    "label_generation_failed": (
        "Label generation failed.",
        "Nie udało się wygenerować etykiety.",
    ),
    "printout_generation_failed": (
        "Printout generation failed.",
        "Nie udało się wygenerować wydruku.",
    ),
    "invalid_status": ("Invalid status.", "Nieprawidłowy status."),
    "does_not_exist": ("Does not exist.", "Nie istnieje."),
    "invalid_range": ("Invalid range.", "Nieprawidłowy zakres."),
    "cannot_mix_shipments_with_and_without_dispatch_order": (
        "Cannot mix shipments with and without dispatch order.",
        "Nie można łączyć przesyłek ze zleceniem odbioru i bez niego.",
    ),
    "dispatch_point_and_address_cannot_be_mixed": (
        "Dispatch point and address cannot be mixed.",
        "Nie można podać jednocześnie punktu odbioru i adresu.",
    ),
}
STATUSES = {
    "token_invalid": 401,
    "forbidden": 403,
    "resource_not_found": 404,
    "routing_not_found": 404,
    "internal_server_error": 500,
}


class Refusal(Exception):
    """An error answer. `message` replaces the usual sentence; `details` goes out as it is, None too."""

    def __init__(
        self, error: str, details: Any = None, *, message: str = "", null_details: bool = False
    ) -> None:
        super().__init__(error)
        self.error = error
        self.status = STATUSES.get(error, 400)
        self.message = message
        self.details = details if details is not None or null_details else {}

    def body(self, language: str) -> dict[str, Any]:
        return {
            "status": self.status,
            "error": self.error,
            "message": self.message or self._sentence(language),
            "details": self.details,
        }

    def _sentence(self, language: str) -> str:
        english, polish = MESSAGES.get(self.error, (self.error, self.error))
        return {"keys": self.error, "pl_PL": polish}.get(language, english)


class Unavailable(Refusal):
    """A calculation's own shape: no error key, only reasons as (what it is about, key)."""

    def __init__(self, reasons: Iterable[tuple[str, str]]) -> None:
        super().__init__("offer_unavailable")
        self.reasons = [{about: key} for about, key in reasons]

    def body(self, language: str) -> dict[str, Any]:  # noqa: ARG002 - it has no sentence
        return {"status": self.status, "unavailability_reasons": self.reasons}


def invalid(findings: Iterable[Finding]) -> Refusal:
    """`validation_failed` with its nested details."""
    return Refusal("validation_failed", nested(findings))


def action_refused(action: str, *, status: str, shipment_id: int) -> Refusal:
    """As recorded for labels and cancelling (API §1.7)."""
    details = {"action": action, "shipment_status": status, "shipment_id": shipment_id}
    return Refusal("invalid_action", details, message="shipment_status_incorrect")


def pickup_refused(action: str, *, status: str, order_id: int) -> Refusal:
    """The same of a dispatch order; not recorded."""
    details = {"action": action, "dispatch_order_status": status, "dispatch_order_id": order_id}
    return Refusal("invalid_action", details, message="dispatch_order_status_incorrect")


def nested(findings: Iterable[Finding]) -> dict[str, Any]:
    """Shapes flat findings as ShipX does: nested objects in one-element lists (API §1.6).

    Items of collections are keyed by index or row id and are not wrapped themselves.
    """
    tree: dict[str, Any] = {}
    for path, key in findings:
        node = tree
        for part in path[:-1]:
            below = node.setdefault(part, {})
            if isinstance(below, list):
                break
            node = below
        else:
            leaf = node.setdefault(path[-1], [])
            if isinstance(leaf, list) and key not in leaf:
                leaf.append(key)
    return _wrapped(tree)


def _wrapped(tree: dict[str, Any]) -> dict[str, Any]:
    shaped: dict[str, Any] = {}
    for name, value in tree.items():
        if isinstance(value, list):
            shaped[name] = value
        elif name in COLLECTIONS:
            items = {key: _item(item) for key, item in value.items()}
            shaped[name] = [items]
        else:
            shaped[name] = [_wrapped(value)]
    return shaped


def _item(item: Any) -> Any:
    return item if isinstance(item, list) else _wrapped(item)
