"""Do the tests notice small mistakes? `python -m tests.mutation MODULE… [--sample N] [--folder F]`.

Works in a copy: the tests are run once to learn which of them reach which line, then once a mutant, those
that reach it. A folder that is named keeps copy and measurement for another run. Results: `results.md`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from coverage import CoverageData

from tests.mutation.contexts import TIMES
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.trial import LAST, Reached, Verdict, judge, load_libraries

ROOT = Path(__file__).resolve().parents[2]
USUAL = ("tests/domain", "tests/shipx", "tests/ledger", "tests/actions")
NOT_COPIED = (".*", "__pycache__", "build", "dist", "docs")


def main() -> int:
    """Prints each survivor and the figures of each module; 0 unless something could not be run."""
    asked = _arguments()
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="mutation-"))
    tree = folder.resolve() / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(*NOT_COPIED))
    if not (folder / "reached").exists():
        _measure(tree, folder.resolve(), asked.tests)
    load_libraries()
    for module in asked.modules:
        reached = _reached(folder, tree, module)
        chosen = _chosen(tree / module, sample=asked.sample, lines=asked.at)
        _try_all(tree, module, chosen, reached, most=asked.most)
    if not asked.folder:
        shutil.rmtree(folder)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("modules", nargs="+", help="such as inpost_desk/ledger/journal.py")
    parser.add_argument(
        "--sample", type=int, help="so many mutants of each module, the same each time"
    )
    parser.add_argument("--at", type=int, nargs="+", help="only those of these lines")
    parser.add_argument("--tests", nargs="+", default=USUAL, help="where to look for tests")
    parser.add_argument("--folder", type=Path, help="kept; what was measured there is used again")
    parser.add_argument("--most", type=float, default=60, help="seconds of tests for a mutant")
    return parser.parse_args()


def _measure(tree: Path, folder: Path, tests: Sequence[str]) -> None:
    (folder / "coveragerc").write_text("[run]\nbranch = true\nsource = inpost_desk\n", "utf-8")
    command = [sys.executable, "-m", "coverage", "run", "--rcfile", str(folder / "coveragerc")]
    command += ["-m", "pytest", "-q", "-p", "tests.mutation.contexts", *tests]
    places = {"COVERAGE_FILE": str(folder / "measuring"), TIMES: str(folder / "times.json")}
    subprocess.run(command, cwd=tree, env=os.environ | places, check=True)
    (folder / "measuring").rename(folder / "reached")


def _reached(folder: Path, tree: Path, module: str) -> Reached:
    data = CoverageData(str(folder / "reached"))
    data.read()
    names = [name for name in data.measured_files() if name.endswith(module)]
    lines = data.contexts_by_lineno(names[0]) if names else {}
    seconds = json.loads((folder / "times.json").read_text("utf-8"))
    known = {line: frozenset(tests) & seconds.keys() for line, tests in lines.items()}
    there = {one: (tree / one.partition("::")[0]).exists() for one in seconds}
    return Reached(
        module,
        {line: frozenset(one for one in tests if there[one]) for line, tests in known.items()},
        seconds,
    )


def _chosen(module: Path, *, sample: int | None, lines: Sequence[int] | None) -> list[Mutant]:
    found = [
        one for one in mutants(module.read_text("utf-8")) if lines is None or one.line in lines
    ]
    if sample is None or sample >= len(found):
        return found
    # The same ones each time, so that two runs can be compared.
    places = sorted(random.Random(module.name).sample(range(len(found)), sample))
    return [found[place] for place in places]


def _try_all(
    tree: Path, module: str, chosen: Sequence[Mutant], reached: Reached, *, most: float
) -> None:
    began = time.monotonic()
    count: Counter[Verdict] = Counter()
    for mutant in chosen:
        reaching = reached.of(mutant)
        tests = reached.quick(reaching, at_most=most)
        if not count:
            _prove(tree, module, mutant, tests)
        verdict = judge(tree, module, mutant, tests, limit=60 + 4 * most)
        count[verdict] += 1
        if verdict is not Verdict.KILLED:
            before, after = (" ".join(text.split()) for text in (mutant.before, mutant.after))
            found = f"{verdict.value} ({len(tests)} of {len(reaching)} tests): {before} → {after}"
            print(f"{module}:{mutant.line} {found}", flush=True)
    figures = ", ".join(f"{count[one]} {one.value}" for one in Verdict)
    print(
        f"{module}: {len(chosen)} mutants, {figures}; {time.monotonic() - began:.0f} s", flush=True
    )


def _prove(tree: Path, module: str, mutant: Mutant, tests: Sequence[str]) -> None:
    """With the module as it is the tests pass; else every mutant would seem to be killed."""
    whole = replace(mutant, source=(tree / module).read_text("utf-8"))
    verdict = judge(tree, module, whole, tests, limit=600)
    if verdict not in {Verdict.SURVIVED, Verdict.UNREACHED}:
        sys.exit(f"{module}: the tests fail without any mutant, see {tree.parent / LAST}")


if __name__ == "__main__":
    sys.exit(main())
