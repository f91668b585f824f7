"""Figures and their limits as one table, for the terminal and for the folder `results`. Measures nothing."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).with_name("results")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line. `limit` is the most `value` may be; None where a figure is only reported."""

    name: str
    value: float
    unit: str = ""
    limit: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the limit is kept."""
        return self.limit is None or self.value <= self.limit


def table(figures: Sequence[Figure]) -> str:
    """Markdown that is readable in a terminal too."""
    lines = [("what", "measured", "at most", "")]
    for one in figures:
        shown = f"{one.value:.3g}" if one.value < 100 else f"{one.value:.0f}"
        limit = "" if one.limit is None else f"{one.limit:g}"
        kept = "" if one.limit is None else "yes" if one.kept else "NO"
        lines.append((one.name, f"{shown} {one.unit}".strip(), limit, kept))
    widths = [max(len(line[place]) for line in lines) for place in range(4)]
    rows = [
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in lines
    ]
    rows.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(rows)


def keep(figures: Sequence[Figure], *, of: str, table_name: str) -> None:
    """Put a run `of` something on top of those kept of this table. Says what kind of machine, not which."""
    title = f"# Results of `python -m benchmarks --only {table_name}`, newest first\n"
    place = RESULTS / f"{table_name}.md"
    older = place.read_text("utf-8").removeprefix(title) if place.exists() else ""
    day = datetime.now(UTC).date().isoformat()
    RESULTS.mkdir(exist_ok=True)
    entry = f"\n## {day}, {of}\n\n{_machine()}\n\n{table(figures)}\n"
    place.write_text(title + entry + older, "utf-8")


def _machine() -> str:
    processor = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[1]
    return (
        f"{os.cpu_count()} × {processor}, {memory:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}; load over the last five minutes {load:.1f}"
    )
