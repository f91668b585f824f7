"""The guides: what they tell people to type works, both languages tell the same, and nothing is left out."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from inpost_desk.asked import SELFTEST, command_first
from inpost_desk.cli.arguments import parser
from inpost_desk.simulator import control
from inpost_desk.simulator.__main__ import main as simulate
from inpost_desk.simulator.behaviour import Behaviour
from inpost_desk.simulator.faults import KINDS

ROOT = Path(__file__).resolve().parent.parent
HELP = ROOT / "resources" / "help"
LANGUAGES = ("pl", "en")
GUIDES = {
    f"{language}/{name}": HELP / language / f"{name}.md"
    for language in LANGUAGES
    for name in ("owner", "programmer")
}
TEXTS = {"README": ROOT / "README.md", **GUIDES}
PROGRAMS = ("inpost-desk", "./run.sh")
SHELL_S_OWN = {";", "|", "||", "&&", ">", ">>", "2>"}
MOST_PICTURES = 700_000
"""Bytes of all of them: they travel with the program."""


def commands_of(file: Path) -> list[list[str]]:
    """The arguments of each call of ours in the code blocks of a text, in their order."""
    return [
        arguments
        for block in re.findall(
            r"^```\w*\n(.*?)^```$", file.read_text("utf-8"), re.DOTALL | re.MULTILINE
        )
        for line in block.splitlines()
        if (arguments := called(line)) is not None
    ]


def called(line: str) -> list[str] | None:
    """What our program is given on this line of a shell, None where the line is not a call of it."""
    if not line.lstrip().startswith(PROGRAMS):
        return None
    rest = shlex.split(line, comments=True)[1:]
    end = next((at for at, one in enumerate(rest) if one in SHELL_S_OWN), len(rest))
    return rest[:end]


def accepted(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the program understands them. A screen is there, so that no command means the window."""
    monkeypatch.setenv("DISPLAY", ":99")
    if arguments[:1] == [SELFTEST] or arguments == ["--version"]:
        return True
    try:
        if arguments[:1] == ["simulator"]:
            # Its own parser ends with 0 on --help, after it has read what stands before.
            simulate([*arguments[1:], "--help"])
        parser().parse_args(command_first(arguments))
    except SystemExit as end:
        return end.code == 0
    return True


def every_option(whole: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, str]]:
    """Each command with each of its options that help shows, "" for the command itself."""
    for action in whole._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, under in action.choices.items():
                yield f"{name} {word}".strip(), ""
                yield from every_option(under, f"{name} {word}".strip())
        elif action.help != argparse.SUPPRESS or not name:
            yield from ((name, one) for one in action.option_strings if one.startswith("--"))


@pytest.mark.parametrize("text", TEXTS)
def test_every_command_in_a_code_block_is_understood(
    text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = commands_of(TEXTS[text])
    wrong = [one for one in commands if not accepted(one, monkeypatch)]
    assert commands
    assert wrong == [], capsys.readouterr().err


@pytest.mark.parametrize("name", ["owner", "programmer"])
def test_both_languages_tell_the_same(name: str) -> None:
    polish, english = (GUIDES[f"{language}/{name}"] for language in LANGUAGES)
    assert commands_of(polish) == commands_of(english)
    assert headings(polish) == headings(english)
    assert tables(polish) == tables(english)


def headings(file: Path) -> list[str]:
    """The levels of the headings and the names of chapters, in their order."""
    return re.findall(r'^(?:#+(?= )|<a id="[a-z-]+"></a>$)', without_code(file), re.MULTILINE)


def tables(file: Path) -> list[int]:
    """How many rows each table has."""
    return [
        len(one.splitlines())
        for one in re.findall(r"(?:^\|.*\n)+", without_code(file), re.MULTILINE)
    ]


def without_code(file: Path) -> str:
    return re.sub(r"^```.*?^```$", "", file.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_programmer_s_guide_names_every_command_and_option(language: str) -> None:
    code = code_of(GUIDES[f"{language}/programmer"])
    missing = [
        f"{command} {option}"
        for command, option in every_option(parser())
        if option != "--help" and not named(option or command, code)
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_programmer_s_guide_names_all_of_the_simulator(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        simulate(["--help"])
    options = re.findall(r"^  (--[\w-]+)", capsys.readouterr().out, re.MULTILINE)
    calls = re.findall(r"/_control/\w+", str(control.__doc__))
    behaviours = [one.name for one in fields(Behaviour)]
    code = code_of(GUIDES[f"{language}/programmer"])
    wanted = [*options, *calls, *behaviours, *KINDS]
    assert len(wanted) > 50
    assert [one for one in wanted if not named(one, code)] == []


def code_of(file: Path) -> str:
    """Everything that stands in a text as code: blocks, and words between backticks."""
    blocks = re.findall(r"^```.*?^```$", file.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return "\n".join([*blocks, *re.findall(r"`[^`\n]+`", without_code(file))])


def named(words: str, code: str) -> bool:
    """Whole: `--run` is not named by `--runs`."""
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", code) is not None


@pytest.mark.parametrize("text", TEXTS)
def test_links_and_pictures_lead_somewhere(text: str) -> None:
    file = TEXTS[text]
    links = re.findall(r"\]\((?!https?:)([^)#]+)", file.read_text("utf-8"))
    assert [one for one in links if not (file.parent / one).exists()] == []


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_reads_well_on_github_and_in_qt(text: str) -> None:
    # Names of chapters may stand there: the Help page and GitHub both know them.
    words = re.sub(r'^<a id="[a-z-]+"></a>$', "", without_code(TEXTS[text]), flags=re.MULTILINE)
    assert re.findall(r"</?[a-z]+[^>\n]*>", words) == []
    # Qt puts a blank line into the first cell of a table that follows a block of code.
    assert "```\n\n|" not in TEXTS[text].read_text("utf-8")


def test_the_pictures_are_small_together() -> None:
    sizes = [one.stat().st_size for one in (HELP / "pictures").glob("*.png")]
    assert 0 < sum(sizes) <= MOST_PICTURES
