"""ARCHITECTURE.md: what it names is there, every module has a place on it, its arrows are the contract's.

Whether what it says of them is true only a reader can tell.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = ROOT / "inpost_desk"
MAP: Final = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
WHOLE: Final = (
    "",
    "actions",
    "actions/station",
    "domain",
    "labels",
    "ledger",
    "printers",
    "shipx",
    "ui",
    "wording",
)
"""Packages with a place on the map for every module; of the others their docstrings tell."""

_TREE, _ARROWS = re.findall(r"```\n(.*?)```", MAP, re.DOTALL)[:2]
_PROSE: Final = MAP.replace(_TREE, "").replace(_ARROWS, "")
_FILE: Final = re.compile(r"[\w*./-]+\.(?:py|md|spec|sh|yml)\b")


def _of_tree() -> Iterator[str]:
    """Each file and folder that the tree names, from the repository's top; patterns as they are."""
    above: list[tuple[int, str]] = []
    for line in _TREE.splitlines():
        indent = len(line) - len(line.lstrip())
        while above and above[-1][0] >= indent:
            above.pop()
        first = line.split()[0]
        folder = "".join(one for _, one in above)
        if first.endswith("/"):
            above.append((indent, first))
            folder += first
            yield folder
        for name in _FILE.findall(line):
            yield folder + name


def _of_prose() -> Iterator[str]:
    """What stands in backticks and looks like a path; `{pl,en}` written out."""
    for name in re.findall(r"`([\w./*{},-]+/[\w./*{},-]*)`", _PROSE):
        pieces = [one.strip("{}").split(",") for one in re.split(r"(\{[^}]*\})", name)]
        yield from ("".join(one) for one in product(*pieces))


def _is_there(name: str) -> bool:
    """A file, folder or module, from the top or the package; or what one holds (`domain/draft.Step`)."""
    plain = name.rstrip("/")
    module = re.sub(r"\.\w+$", "", plain)
    wanted = (plain, f"{plain}.py", f"{module}.py")
    return any(any(above.glob(one)) for above in (ROOT, PACKAGE) for one in wanted)


@pytest.mark.parametrize("read", [_of_tree, _of_prose])
def test_whatever_it_names_is_there(read: Callable[[], Iterator[str]]) -> None:
    named = sorted(set(read()))
    assert len(named) > 40
    assert [one for one in named if not _is_there(one)] == []


@pytest.mark.parametrize("package", WHOLE)
def test_every_module_has_a_place(package: str) -> None:
    named = {found for one in _of_tree() for found in ROOT.glob(one)}
    modules = {one for one in (PACKAGE / package).glob("*.py") if one.name != "__init__.py"}
    assert modules
    assert sorted(one.name for one in modules - named) == []


def test_the_arrows_are_the_contracts() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = next(one["layers"] for one in contracts["contracts"] if one["type"] == "layers")
    drawn = [one.split("·") for one in _ARROWS.split("→")]
    assert [[name.strip() for name in one] for one in drawn] == [
        [name.strip() for name in one.split("|")] for one in layers
    ]
