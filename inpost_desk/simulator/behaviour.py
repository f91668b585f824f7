"""How the simulated ShipX behaves beside its rules: delays, lags, and habits that differ between accounts."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Behaviour:
    """Seconds, and switches for what was seen on some accounts only.

    `confirm_after`: from POST to `confirmed`; offers come after 3/11 of it, the payment starts after 4/11
    (0.3 s, 0.4 s, 1.1 s: API §4.1). `list_lag`: how long a new shipment is missing from lists.
    `seconds_per_row`: how far apart the shipments of a batch appear, and the purchases of a `bulk_buy` begin.
    `return_keys`: whether
    `external_customer_id` and `identify_number` come back; `key_filter`: whether lists can be filtered by the
    former. `refuse_payment`: error key with which every payment fails. `cancel_race`: whether a purchase that
    is already running overtakes a cancellation (API §3.2); `cancel_selected`: whether a chosen offer can
    still be cancelled (the newer page says so, the sandbox refused). `offer_life`: how long offers are valid.
    `fail_at_once`: a payment that `buy` starts and that must fail is answered 400 `transaction_failed` as the
    documentation has it, instead of 200 and a failed transaction later, as recorded (API §3.3).
    `standing_collection`: whether what is confirmed from now on leaves by itself, collected in the afternoon
    or handed in where the sending method says so. `troubles` (0 to 1): the share of parcels that do not
    simply arrive; `cod_held`: the share of delivered cash that is never paid out. `shuffle`: whether
    notifications go out in any order.
    `pickup_after`: from ordering a pickup to `sent` or `rejected`; `reject_pickups`: why every order that is
    looked at is rejected, "" for none. `courier_comes`: whether the courier of a sent order collects.
    """

    confirm_after: float = 1.1
    list_lag: float = 2.0
    seconds_per_row: float = 0.005
    return_keys: bool = True
    key_filter: bool = True
    refuse_payment: str = ""
    cancel_race: bool = True
    cancel_selected: bool = False
    offer_life: float = 300.0
    fail_at_once: bool = False
    standing_collection: bool = False
    troubles: float = 0.0
    cod_held: float = 0.0
    shuffle: bool = False
    pickup_after: float = 2.0
    reject_pickups: str = ""
    courier_comes: bool = True

    @property
    def prepare_after(self) -> float:
        return self.confirm_after * 3 / 11

    @property
    def initiate_after(self) -> float:
        return self.confirm_after * 4 / 11

    def changed(self, wanted: dict[str, Any]) -> Behaviour:
        """With the given members replaced. Raises ValueError for an unknown name or a wrong type."""
        known = {field.name: getattr(self, field.name) for field in fields(self)}
        read = {name: _like(known.get(name), value, name) for name, value in wanted.items()}
        return replace(self, **read)


def _like(known: Any, value: Any, name: str) -> Any:
    if isinstance(known, bool) and isinstance(value, bool):
        return value
    if isinstance(known, float) and isinstance(value, (int, float)) and value >= 0:
        return float(value)
    if isinstance(known, str) and isinstance(value, str):
        return value
    raise ValueError(f"unknown or wrong: {name}")
