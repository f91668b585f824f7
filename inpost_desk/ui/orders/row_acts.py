"""What can be done with one row whose shipment InPost has: which acts fit it, with their keys and words."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate


class Act(StrEnum):
    """In the order of the buttons."""

    LABEL = "label"
    """Look at the label as its printer gets it; one that is held back, with what to do about it."""
    CHOOSE = "choose"
    PAY = "pay"
    REPLACE = "replace"
    PARCEL = "parcel"
    CANCEL = "cancel"


KEYS: Final = {
    Act.LABEL: "Ctrl+E",
    Act.CHOOSE: "Ctrl+Shift+O",
    Act.PAY: "Ctrl+Shift+P",
    Act.REPLACE: "Ctrl+Shift+W",
    Act.PARCEL: "Ctrl+Shift+N",
    Act.CANCEL: "Ctrl+Del",
}
_WORDS: Final = {
    Act.LABEL: QT_TRANSLATE_NOOP("ui", "Look at the label"),
    Act.CHOOSE: QT_TRANSLATE_NOOP("ui", "Choose an offer"),
    Act.PAY: QT_TRANSLATE_NOOP("ui", "Pay again"),
    Act.REPLACE: QT_TRANSLATE_NOOP("ui", "Replace"),
    Act.PARCEL: QT_TRANSLATE_NOOP("ui", "Another parcel"),
    Act.CANCEL: QT_TRANSLATE_NOOP("ui", "Cancel the shipment"),
}
BOUGHT: Final = frozenset(
    {
        Stage.BOUGHT,
        Stage.BAD_LABEL,
        Stage.LABEL,
        Stage.PRINTING,
        Stage.MAYBE_PRINTED,
        Stage.PRINTED,
    }
)
_STAGES: Final = {
    Act.LABEL: BOUGHT - {Stage.BOUGHT},
    Act.CHOOSE: frozenset({Stage.OFFERED}),
    Act.PAY: frozenset({Stage.UNPAID}),
    Act.REPLACE: BOUGHT,
    Act.PARCEL: BOUGHT,
    Act.CANCEL: frozenset({Stage.OFFERED, Stage.UNPAID}),
}


def act_words(act: Act) -> str:
    """What the button and the menu say."""
    return translate("ui", _WORDS[act])


def may(act: Act, row: PileRow | None) -> bool:
    """Whether the act fits that row."""
    if row is None or row.local_id is None or row.shipment_id is None:
        return False
    return row.stage in _STAGES[act] and row.same_parcel_as is None


class RowAction(QAction):
    """A key of the table, which the rows' menu shows where it fits the current row."""

    def __init__(self, words: str, key: str, parent: QObject) -> None:
        super().__init__(words, parent)
        self.setShortcut(QKeySequence(key))
        self.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.setAutoRepeat(False)

    def fits(self, row: PileRow) -> bool:
        """Whether it is of use there: what InPost has refused may be sent again."""
        return row.stage is Stage.REFUSED


class ActAction(RowAction):
    """One of the acts."""

    def __init__(self, act: Act, parent: QObject) -> None:
        super().__init__(act_words(act), KEYS[act], parent)
        self.act = act

    def fits(self, row: PileRow) -> bool:
        """Whether the act fits that row."""
        return may(self.act, row)
