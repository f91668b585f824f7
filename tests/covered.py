"""How much of the four packages below the window the tests reach: `python -m tests.covered [TESTS…]`.

Branches count, by package; modules under nine tenths are named. An hour and more on two cores; 1 under 95 %.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGES: Final = ("domain", "shipx", "ledger", "actions")
WANTED: Final = 95.0
USUAL: Final = (
    *("tests/domain", "tests/shipx", "tests/ledger", "tests/actions"),
    *("tests/journeys", "tests/cli", "tests/labels", "tests/ui", "tests/test_session.py"),
)


def main() -> int:
    """Runs the tests with every process measured and prints what they reached."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        os.environ["COVERAGE_FILE"] = str(Path(folder) / "measured")
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        given = sys.argv[1:] or USUAL
        failed = _coverage("run", "-m", "pytest", "-q", "-p", "tests.lanes_measured", *given)
        # Processes that tests kill leave unfinished files behind.
        _coverage("combine", "--quiet")
        _coverage("json", "--quiet", "-o", str(report))
        shares = _shares(json.loads(report.read_text("utf-8"))["files"])
    return 1 if failed or min(shares.values()) < WANTED else 0


def _coverage(*arguments: str) -> int:
    command = [sys.executable, "-m", "coverage", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _shares(files: Mapping[str, Any]) -> dict[str, float]:
    """Percent of the branches of each package."""
    reached: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for name, found in sorted(files.items()):
        _, package, *_ = Path(name).parts
        summary = found["summary"]
        taken, there = summary["covered_branches"], summary["num_branches"]
        if package in PACKAGES:
            reached[package].append((taken, there))
            if there and taken / there < 0.9:
                print(f"{name}: {taken} of {there} branches, missing {found['missing_lines']}")
    shares = {}
    for package in PACKAGES:
        taken, there = (sum(column) for column in zip(*reached[package], strict=True))
        shares[package] = 100 * taken / there
        print(f"{package}: {taken} of {there} branches, {shares[package]:.1f} %")
    return shares


if __name__ == "__main__":
    sys.exit(main())
