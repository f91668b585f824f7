"""What the modes of the bottom bar share: their row, and their words for figures."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.domain.stage import Stage
from inpost_desk.domain.time_left import rounded
from inpost_desk.ui import look
from inpost_desk.ui.kit import stage_word
from inpost_desk.wording.speech import translate


def words_column(part: QWidget) -> QVBoxLayout:
    """The words of a bar, below each other; whoever fills it ends it with a stretch."""
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addStretch(1)
    return column


def shape_and_words(part: QWidget, shape: QWidget) -> QVBoxLayout:
    """The same with a shape at the left."""
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.GAP)
    row.addWidget(shape)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addStretch(1)
    row.addLayout(column, 1)
    return column


def button_row(part: QWidget, *, gap: int) -> QHBoxLayout:
    """The buttons of a bar, at its right."""
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    row.addStretch(1)
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
