"""Printing: sentences, tables and a progress bar on a terminal, nothing but the facts in a pipe."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal

from inpost_desk.actions.progress import Progress, Shower
from inpost_desk.wording.speech import translate

STAGES = {
    "points": lambda: translate("cli", "Reading points"),
    "buying": lambda: translate("cli", "Buying"),
    "labels": lambda: translate("cli", "Checking labels"),
}


def say(text: str) -> None:
    """A line for the reader on standard output."""
    sys.stdout.write(text + "\n")


def say_json(value: object) -> None:
    """One JSON document on standard output; every Decimal in it is an amount of money."""
    say(json.dumps(value, ensure_ascii=False, indent=1, default=_plain))


def _plain(value: object) -> str:
    """Amounts always have two decimals: programs compare them as text."""
    return f"{value:.2f}" if isinstance(value, Decimal) else str(value)


def complain(text: str) -> None:
    """A line about trouble on standard error."""
    sys.stderr.write(text + "\n")


def ask(question: str, answers: Sequence[str]) -> str | None:
    """One of `answers`, typed on the terminal; None where nobody is there."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    while True:
        complain(f"{question} [{' / '.join(answers)}]")
        line = sys.stdin.readline()
        if not line:
            return None
        matching = [one for one in answers if one.startswith(line.strip().casefold())]
        if line.strip() and len(matching) == 1:
            return matching[0]
        words = translate("cli", "That is none of the answers. Type one of these: {answers}.")
        complain(words.format(answers=", ".join(answers)))


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table on standard output, plain columns in a pipe."""
    if not sys.stdout.isatty():
        for row in rows:
            say("\t".join(row))
        return
    from rich.console import Console
    from rich.table import Table

    shown = Table(*columns, show_edge=False, pad_edge=False)
    for row in rows:
        shown.add_row(*row)
    Console().print(shown)


@contextmanager
def progress_bar() -> Iterator[Shower]:
    """A bar on a terminal; in a pipe nothing is shown."""
    if not sys.stderr.isatty():
        yield lambda _progress: None
        return
    from rich import progress as rich
    from rich.console import Console

    with rich.Progress(
        rich.TextColumn("{task.description}"),
        rich.BarColumn(),
        rich.MofNCompleteColumn(),
        rich.TextColumn("{task.fields[note]}"),
        rich.TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("", total=None, note="")

        def show(progress: Progress) -> None:
            labels = progress.stage == "labels"
            bar.update(
                task,
                description=STAGES[progress.stage](),
                total=progress.total or None,
                completed=progress.labels if labels else progress.bought,
                note=_note(progress),
            )

        yield show


def _note(progress: Progress) -> str:
    if progress.unsure:
        return translate("cli", "finding out what became of a lost answer")
    if progress.labels:
        return translate("cli", "labels: {count}").format(count=progress.labels)
    return ""


def counts_line(counts: Mapping[str, int], words: Mapping[str, str]) -> str:
    """`done: 21 · to be corrected: 3`."""
    return " · ".join(f"{words[name]}: {count}" for name, count in counts.items() if count)
