"""What the modes of the bottom bar share: their row, and their words for figures."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from inpost_desk.domain.stage import Stage
from inpost_desk.domain.time_left import rounded
from inpost_desk.ui import look
from inpost_desk.ui.kit import stage_word
from inpost_desk.wording.speech import translate


def bar_row(bar: QWidget) -> QHBoxLayout:
    """The row of a bar: at the page's edges, nothing between its parts but what is put there."""
    row = QHBoxLayout(bar)
    row.setContentsMargins(look.EDGE, 4, look.EDGE, 4)
    row.setSpacing(0)
    return row


def by_stage(counts: Mapping[Stage, int]) -> str:
    """`to fix 5, sent before 2`, in the order of the chips; stages without rows are left out."""
    return ", ".join(
        f"{stage_word(stage).lower()} {counts[stage]}" for stage in Stage if counts.get(stage)
    )


def sum_words(amount: Decimal) -> str:
    """PLN as a Polish price list has it: 1 299,00 zł."""
    plain = f"{amount:,.2f}".replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
    return f"{plain}\N{NO-BREAK SPACE}zł"


def time_words(seconds: float) -> str:
    """About how long: 40 s, 2 min 10 s, 7 min, 1 h 20 min."""
    whole = rounded(seconds)
    minutes, rest = divmod(whole, 60)
    if minutes >= 60:
        words = translate("ui", "{hours} h {minutes} min")
        return words.format(hours=minutes // 60, minutes=minutes % 60)
    if not minutes:
        return translate("ui", "{seconds} s").format(seconds=rest)
    if not rest:
        return translate("ui", "{minutes} min").format(minutes=minutes)
    return translate("ui", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
