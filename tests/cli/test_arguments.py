"""What is said of a command line that makes no sense."""

from __future__ import annotations

import pytest

from inpost_desk.cli.arguments import language_asked, parser, said


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["ship"], "This is missing: FILE."),
        (["ship", "f.csv", "--mad"], "does not know this: --mad."),
        (["ship", "f.csv", "--duplicates", "maybe"], "--duplicates: 'maybe' is not possible."),
        (["nonsense"], "command: 'nonsense' is not possible."),
        (["ship", "f.csv", "--output"], "--output: a value is missing"),
        (["ship", "f.csv", "--pace", "0"], "--pace: '0' cannot be used here."),
        (["ship", "f.csv", "--chunk", "101"], "--chunk: '101' cannot be used here."),
        (["ship", "f.csv", "--horizon", "nan"], "--horizon: 'nan' cannot be used here."),
        (["offers"], "This is missing: REFERENCE."),
        (["replace", "R", "--size", "XL"], "--size: 'XL' is not possible."),
        (["ship", "f.csv", "--choose", "dearest"], "--choose: 'dearest' is not possible."),
        (["points", "KRA", "--most", "0"], "--most: '0' cannot be used here."),
        (["order", "forget", "R"], "action: 'forget' is not possible."),
        (["pickup", "show", str(2**63)], "N: '9223372036854775808' cannot be used here."),
        (["pickup", "missed", "-1"], "cannot be used here."),
        (["manifest", "--pickup", "9" * 20], "--pickup: '99999999999999999999' cannot be"),
        (["status", "--run", "9" * 20], "--run: '99999999999999999999' cannot be used here."),
        (["export", "--output", "f.csv", "--run", "9" * 20], "--run: '99999999999999999999'"),
        (["export", "--output", "f.csv", "--month", "9999-12"], "--month: '9999-12' cannot be"),
        (["returns", "cod", "--since", "0001-01-01"], "--since: '0001-01-01' is no day here."),
        (["returns", "cod", "--until", "9999-12-31"], "--until: '9999-12-31' is no day here."),
        (["settle", "R", "--adopt", "1", "--absent"], "--absent and --adopt cannot go together."),
    ],
)
def test_what_makes_no_sense_is_said_and_ends_with_2(
    given: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(given)
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert words in told
    assert told.startswith("usage: inpost-desk")
    assert "--help" in told.splitlines()[-1]


def test_what_is_not_known_is_said_as_it_is() -> None:
    assert said("something new of 50%: {odd}") == "something new of 50%: {odd}"


def test_the_language_is_known_before_anything_is_judged() -> None:
    assert language_asked(["ship", "--language", "en", "--mad"]) == "en"
    assert language_asked(["--language=pl"]) == "pl"
    assert language_asked(["ship", "--language"]) == ""
    assert language_asked(["ship"]) == ""


def test_every_command_is_understood() -> None:
    whole = parser()
    assert whole.parse_args(["ship", "f.csv", "--chunk", "7"]).chunk == 7
    assert whole.parse_args(["status", "A", "B"]).references == ["A", "B"]
    assert whole.parse_args(["account", "check", "--organization", "3"]).organization == 3
    assert whole.parse_args(["demo"]).output_dir == "demo-output"
    assert whole.parse_args(["offers", "A", "B"]).references == ["A", "B"]
    assert whole.parse_args(["buy", "A", "--offer", "12"]).offer == "12"
    assert whole.parse_args(["cancel", "A"]).reference == "A"
    assert whole.parse_args(["replace", "A", "--size", "b", "--post-code", "30-624"]).size == "B"
    assert whole.parse_args(["points", "Kraków", "Lipowa"]).query == ["Kraków", "Lipowa"]
    assert whole.parse_args(["order", "update", "A", "--cod", "0"]).action == "update"
