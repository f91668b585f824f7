"""The doctor's words: every finding of the program has a name, every remedy fits its gaps."""

from __future__ import annotations

import ast
import string
from pathlib import Path

from inpost_desk.actions import doctor, reach
from inpost_desk.actions.doctor import PARTS, Finding
from inpost_desk.wording.doctor import NAMES, fact_words, name_words, remedy_words
from inpost_desk.wording.doctor_remedies import NOTES, REMEDIES


def _made() -> set[str]:
    """The first words of every `Finding(...)` in the two modules that make them."""
    found = {part[0] for part in PARTS}
    for module in (doctor, reach):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding":
                match node.args:
                    case [ast.Constant(value=str(name)), *_]:
                        found.add(name)
    return found


def test_every_finding_has_a_name() -> None:
    assert _made() == set(NAMES)


def test_every_remedy_belongs_to_a_finding_and_fits() -> None:
    for key, text in (REMEDIES | NOTES).items():
        assert key.split(".")[0] in NAMES, key
        gaps = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        assert gaps <= {"detail", "about"}, key


def test_a_rule_nobody_thought_of_still_says_what_to_do() -> None:
    for name in NAMES:
        fact = "7" if name in ("clock", "disk_space") else "x"
        finding = Finding(name, ok=False, fact=fact, rule="new", about="there")
        assert "there" in name_words(finding)
        assert remedy_words(finding), name
        assert "{" not in fact_words(finding) + remedy_words(finding)


def test_what_is_right_needs_no_remedy() -> None:
    assert remedy_words(Finding("pdf", ok=True, fact="5")) == ""
    assert "reads along" in remedy_words(Finding("tls", ok=True, fact="X", rule="inspected"))
    assert fact_words(Finding("disk_space", ok=True, fact="2500000000")) == "2500 MB"
