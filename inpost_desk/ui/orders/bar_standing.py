"""What the bar says of a pile by its rows alone: what a run takes up, what it leaves, and how a pile stands
that is done with though no run has just ended, as after a start of the program.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.bar_modes import Ended
from inpost_desk.ui.orders.running import WANTED

# What a run would take up by itself; what is unsure is settled, not bought.
TAKES = WANTED - {Stage.UNSURE}
LEFT_OUT = (
    Stage.TO_FIX,
    Stage.QUESTION,
    Stage.DUPLICATE,
    Stage.HELD,
    Stage.OFFERED,
    Stage.REFUSED,
    Stage.UNSURE,
    Stage.MAYBE_PRINTED,
)
# What keeps a row from its label after a run.
TROUBLE = (
    Stage.OFFERED,
    Stage.REFUSED,
    Stage.UNPAID,
    Stage.UNSURE,
    Stage.BAD_LABEL,
    Stage.BOUGHT,
    Stage.UNDER_WAY,
)
_ON_PAPER = frozenset({Stage.PRINTED, Stage.PRINTING, Stage.MAYBE_PRINTED})
_GONE = _ON_PAPER | {Stage.REFUSED, Stage.UNSURE}


def standing(rows: Collection[PileRow]) -> Ended | None:
    """How a pile stands of which there is nothing more to take up; None where there is, or never was."""
    counts = Counter(one.stage for one in rows)
    if not _ON_PAPER & counts.keys() or (TAKES | {Stage.QUESTION}) & counts.keys():
        return None
    left = (*LEFT_OUT, Stage.PRINTING)
    return Ended(
        done=counts[Stage.PRINTED],
        total=sum(counts[stage] for stage in _GONE),
        trouble={stage: counts[stage] for stage in left if counts[stage]},
    )
