"""What `print` says meanwhile: a bar on a terminal, and in any case what nobody may miss."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from inpost_desk.actions.print_line import Printing, Told
from inpost_desk.cli.printer_words import waits_words
from inpost_desk.cli.show import complain
from inpost_desk.printers.printer import JobState
from inpost_desk.wording.speech import translate


@dataclass(slots=True)
class Remarks:
    """Each thing is said once, why a printer waits again when the reason changes.

    `earlier`: it had documents before this began, so it is nobody else who prints there. `printers` are those
    that labels came out of.
    """

    earlier: bool
    printers: list[str] = field(default_factory=list)
    _printed: int = 0
    _said: set[str] = field(default_factory=set)
    _why: str = ""

    def __call__(self, printing: Printing) -> None:
        """Say what is new."""
        if printing.printed > self._printed and printing.name not in self.printers:
            self.printers.append(printing.name)
        self._printed = printing.printed
        for line in self._lines(printing):
            if line not in self._said:
                self._said.add(line)
                complain(line)
        why = _why(printing)
        if why and why != self._why:
            words = translate(
                "cli",
                "{name} waits: {reasons}. Out: {printed} of {total}. Ctrl+C stops waiting; what is at the "
                "printer comes out by itself.",
            )
            numbers = {"printed": printing.printed, "total": printing.total}
            complain(words.format(name=printing.name, reasons=why, **numbers))
        self._why = why

    def _lines(self, printing: Printing) -> Iterator[str]:
        if printing.stand_in:
            words = translate("cli", "{away} does not print: labels come out of {stand_in}.")
            yield words.format(away=printing.away, stand_in=printing.stand_in)
        if printing.shared and self.earlier:
            yield translate("cli", "A document from before is still at this printer.")
        elif printing.shared:
            yield translate("cli", "Somebody else prints there too: labels may come out mixed.")
        if printing.smallest < 1:
            words = translate(
                "cli", "A label does not fit the paper: made smaller, to {percent} %."
            )
            yield words.format(percent=int(printing.smallest * 100))


def _why(printing: Printing) -> str:
    if printing.printer is None:
        return ""
    held = translate("cli", "the document is held") if printing.job is JobState.HELD else ""
    return waits_words(printing.printer) or held


@contextmanager
def bar(remarks: Remarks) -> Iterator[Told]:
    """How far it is, where a terminal can show it."""
    if not sys.stderr.isatty():
        yield remarks
        return
    from rich import progress as rich
    from rich.console import Console

    columns = (rich.TextColumn("{task.description}"), rich.BarColumn(), rich.MofNCompleteColumn())
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(translate("cli", "Printing"), total=None)

        def tell(printing: Printing) -> None:
            remarks(printing)
            shown.update(task, total=printing.total, completed=printing.printed)

        yield tell
