"""The bottom bar before a run: what is ready, what is left out, and the one button that spends money."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout

from inpost_desk.ui import look
from inpost_desk.ui.kit import KeyButton, Link, ShapeLabel, Text
from inpost_desk.ui.kit_narrow import NarrowRow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.bar_modes import Block, Idle
from inpost_desk.ui.orders.bar_parts import button_row, by_stage, sum_words, words_column
from inpost_desk.ui.orders.fitting import FittingText, WrappingText
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

_REASONS: Final = {
    Block.NO_PRINTER: QT_TRANSLATE_NOOP("ui", "No printer is chosen yet."),
    Block.NO_ACCOUNT: QT_TRANSLATE_NOOP("ui", "No InPost account is connected yet."),
    Block.NO_METHOD: QT_TRANSLATE_NOOP("ui", "Nobody has said yet how the parcels leave."),
    Block.OFFLINE: QT_TRANSLATE_NOOP("ui", "InPost cannot be reached; I keep trying."),
    Block.QUESTION: QT_TRANSLATE_NOOP("ui", "The file leaves a question open."),
    Block.CHECKING: QT_TRANSLATE_NOOP("ui", "The rows are still being checked…"),
}
_LINKS: Final = {
    Block.NO_PRINTER: QT_TRANSLATE_NOOP("ui", "Choose a printer"),
    Block.NO_ACCOUNT: QT_TRANSLATE_NOOP("ui", "Connect an account"),
    Block.NO_METHOD: QT_TRANSLATE_NOOP("ui", "Say how"),
    Block.QUESTION: QT_TRANSLATE_NOOP("ui", "Answer it"),
}
# Told of, but a press is worth a try.
_OPEN: Final = frozenset({None, Block.OFFLINE})
# What one waits for is no fault of anybody's.
_WAITING: Final = frozenset({Block.CHECKING})


class IdleBar(NarrowRow):
    """Two lines at the left, two buttons at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(look.BAR - 1)
        self._ready = FittingText(Role.FIELD, bold=True)
        self._skipped = FittingText(Role.FIELD, tone="text2")
        self._note = Text("", Role.CAPTION, tone="text2", wrap=True)
        self._shape = ShapeLabel(Shape.TRIANGLE, State.WARNING, 14)
        self._reason = WrappingText(tone=State.WARNING)
        self.link = Link("")
        self.buy = KeyButton(translate("ui", "Only buy"))
        self.main = KeyButton("", key="Ctrl+Enter", kind="accent")
        self._lay_out()

    def show_idle(self, shown: Idle) -> None:
        """Show the figures, and why the buttons cannot be pressed where they cannot."""
        count = shown.ready if shown.selected is None else shown.selected
        self._show_counts(shown)
        self.main.set_text(_main_words(shown, count))
        self._show_block(shown, count)
        self._fit()
        self.buy.setEnabled(bool(count) and shown.blocked in _OPEN | {Block.NO_PRINTER})
        self.main.setEnabled(bool(count) and shown.blocked in _OPEN)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(0)
        first.addWidget(self._ready)
        first.addWidget(self._skipped, 1)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self._shape)
        second.addWidget(self._reason)
        second.addWidget(self.link)
        second.addStretch(1)
        words = words_column(self._words)
        words.addLayout(first)
        words.addLayout(second)
        words.addWidget(self._note)
        words.addStretch(1)
        row = button_row(self._buttons, gap=look.PAD)
        row.addWidget(self.buy)
        row.addWidget(self.main)
        self._set_parts(look.PAD)

    def _show_counts(self, shown: Idle) -> None:
        if shown.selected is None:
            words = translate("ui", "Ready: {count}").format(count=shown.ready)
        else:
            words = translate("ui", "Selected and ready: {count} of {ready}")
            words = words.format(count=shown.selected, ready=shown.ready)
        # The figure stands on the button, too.
        self._ready.set_wordings([words, str(shown.ready)])
        left_out = sum(shown.skipped.values())
        if shown.selected is not None or not left_out:
            self._skipped.set_wordings([""])
            return
        short = translate("ui", "leaving out {count}").format(count=left_out)
        # What is left out stands in the chips, too.
        self._skipped.set_wordings([f" · {short}: {by_stage(shown.skipped)}", f" · {short}", ""])

    def _show_block(self, shown: Idle, count: int) -> None:
        reason, link = block_words(shown.blocked) if shown.blocked else ("", "")
        if not shown.blocked and shown.doubted:
            words = translate("ui", "Labels that may be printed already: {count}")
            reason, link = words.format(count=shown.doubted), translate("ui", "Say which")
        if not reason and not count:
            reason = (
                translate("ui", "None of the rows is ready.")
                if shown.selected is None
                else translate("ui", "None of the selected rows is ready.")
            )
        quiet = shown.blocked in _WAITING or not (shown.blocked or shown.doubted)
        state = State.QUIET if quiet else State.WARNING
        self._shape.set_shape(Shape.PAUSE if quiet else Shape.TRIANGLE, state)
        self._reason.set_state(reason, state)
        self.link.setText(link)
        self.link.updateGeometry()
        self._shape.setVisible(bool(reason))
        self._reason.setVisible(bool(reason))
        self.link.setVisible(bool(link))
        self.main.setAccessibleDescription(reason or self.main.key())
        self._note.setText(shown.note)
        self._note.setVisible(bool(shown.note) and not reason)


def block_words(block: Block) -> tuple[str, str]:
    """Why nothing can be bought, and what the link to the remedy says, "" without one."""
    link = translate("ui", _LINKS[block]) if block in _LINKS else ""
    return translate("ui", _REASONS[block]), link


def _main_words(shown: Idle, count: int) -> str:
    words = (
        translate("ui", "Create and print ({count})")
        if shown.selected is None
        else translate("ui", "Create and print selected ({count})")
    ).format(count=count)
    return f"{words} · {sum_words(shown.price)}" if shown.price is not None and count else words
