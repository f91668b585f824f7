"""The Polish file is whole: every sentence of the program is in it, finished, and in the `.qm` that is read.

When the first test fails, after a sentence was changed: run in the checkout
    pyside6-lupdate -extensions py -no-obsolete -locations none -sort-messages -source-language en_GB \\
        -target-language pl_PL inpost_desk -ts resources/translations/inpost_desk_pl.ts
translate what is marked `unfinished`, and
    pyside6-lrelease resources/translations/inpost_desk_pl.ts -qm resources/translations/inpost_desk_pl.qm
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest
from PySide6.QtCore import QTranslator

import inpost_desk
from inpost_desk.paths import resource

PACKAGE = Path(inpost_desk.__file__).parent
TOOLS = Path(PySide6.__file__).parent
TS = resource("translations/inpost_desk_pl.ts")
QM = resource("translations/inpost_desk_pl.qm")
UPDATE = (
    "-extensions", "py", "-no-obsolete", "-locations", "none", "-sort-messages",
    "-source-language", "en_GB", "-target-language", "pl_PL",
)  # fmt: skip


def _tool(name: str, *arguments: str) -> None:
    found = shutil.which(name, path=TOOLS)
    assert found, name
    subprocess.run([found, "-silent", *arguments], check=True, timeout=60)


def _entries() -> list[tuple[str, str, str]]:
    """Context, English, Polish ("" where it is unfinished or gone)."""
    return [
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            ""
            if (found := message.find("translation")) is None or found.attrib
            else found.text or "",
        )
        for context in ElementTree.parse(TS).getroot().iter("context")
        for message in context.iter("message")
    ]


def _spoken() -> Iterator[tuple[str, str]]:
    """Every literal text that goes through `translate` or `QT_TRANSLATE_NOOP`, by Python's own parser."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and len(node.args) == 2:
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                match node.args:
                    case [ast.Constant(value=str(context)), ast.Constant(value=str(text))] if (
                        name
                        in (
                            "translate",
                            "QT_TRANSLATE_NOOP",
                        )
                    ):
                        yield context, text


ENTRIES = _entries()


def test_it_is_up_to_date_with_the_program(tmp_path: Path) -> None:
    fresh = tmp_path / TS.name
    shutil.copy(TS, fresh)
    _tool("lupdate", *UPDATE, str(PACKAGE), "-ts", str(fresh))
    assert fresh.read_text("utf-8").splitlines() == TS.read_text("utf-8").splitlines()


def test_lupdate_sees_every_sentence() -> None:
    assert {(context, text) for context, text, _ in ENTRIES} == set(_spoken())


def test_every_sentence_is_translated() -> None:
    assert [text for _, text, polish in ENTRIES if not polish.strip()] == []


def test_the_qm_file_says_the_same(tmp_path: Path) -> None:
    fresh = tmp_path / QM.name
    _tool("lrelease", str(TS), "-qm", str(fresh))
    committed, made = QTranslator(), QTranslator()
    assert committed.load(str(QM))
    assert made.load(str(fresh))
    for context, text, polish in ENTRIES:
        assert committed.translate(context, text) == made.translate(context, text) == polish


@pytest.mark.parametrize(("text", "polish"), [(text, polish) for _, text, polish in ENTRIES])
def test_a_translation_keeps_its_sentence_shape(text: str, polish: str) -> None:
    # A placeholder that only one language has would be a KeyError, or a fact nobody reads.
    assert set(re.findall(r"\{(.*?)\}", text)) == set(re.findall(r"\{(.*?)\}", polish))
    assert _end(text) == _end(polish)
    assert set(re.findall(r"--[a-z-]+", text)) <= set(re.findall(r"--[a-z-]+", polish))
    # Straight or English quotation marks are foreign to Polish print.
    assert not set("“\"'") & set(polish)
    assert "  " not in polish


def _end(text: str) -> str:
    """A full stop, question mark, colon or blank at the end; nothing after a letter."""
    if re.fullmatch(r"\w{1,4}\.", text):
        # An abbreviation, such as a weekday's in Polish.
        return ""
    last = text[-1]
    return "" if last.isalnum() or last in "})" else last
