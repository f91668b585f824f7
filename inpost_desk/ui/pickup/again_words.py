"""What somebody has to know where a courier did not come, before another is ordered for the same parcels."""

from __future__ import annotations

from inpost_desk.ui.pickup.jobs import Asking
from inpost_desk.wording.offers import price_words
from inpost_desk.wording.speech import translate


def again_words(count: int, asking: Asking, numbers: str) -> str:
    """So many parcels, what the second courier costs, and that the old orders may still hold them."""
    about = translate("ui", "Parcels it is about: {count}.").format(count=count)
    if asking.price is not None:
        cost = translate("ui", "InPost may charge for both; the second costs {price}.")
        cost = cost.format(price=price_words(asking.price))
    elif asking.known:
        cost = translate("ui", "InPost may charge for both, by your contract.")
    else:
        cost = translate("ui", "InPost may charge for both; it does not say now what that costs.")
    held = translate(
        "ui",
        "InPost may still hold them in the old order {number} today, and turn the new one down.",
    )
    return " ".join((about, cost, held.format(number=numbers)))
