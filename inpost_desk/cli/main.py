"""The command line's entry: arguments, one command, one exit code.

Exit codes: 0 all done, 1 some rows failed, 2 usage or bad input (also a question without a terminal), 3 not
allowed, 4 InPost unreachable, 5 something is unsure or still waiting.
"""

from __future__ import annotations

import argparse
import logging
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from inpost_desk import log, settings
from inpost_desk.cli import VERSION
from inpost_desk.cli.asked import WINDOW, command_first
from inpost_desk.cli.show import complain
from inpost_desk.domain.service import SENDING_METHODS
from inpost_desk.errors import (
    FileTrouble,
    KeyringTrouble,
    LedgerTrouble,
    NoAnswer,
    NotAllowed,
    Offline,
    QuestionOpen,
    Refused,
    TooFast,
    Trouble,
)
from inpost_desk.paths import data_dir, disk_rule
from inpost_desk.settings import Environment
from inpost_desk.wording import sentences, speech

Command = Callable[[argparse.Namespace], int]
BAD_INPUT, NOT_ALLOWED, UNREACHABLE = 2, 3, 4


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Without a command the window opens; without a screen, the demo runs in the terminal.
    """
    given = list(sys.argv[1:] if argv is None else argv)
    if given[:1] == ["simulator"]:
        # A program of its own that shares nothing with the client; its options are its own.
        from inpost_desk.simulator.__main__ import main as simulate

        return simulate(given[1:])
    arguments = _parser().parse_args(command_first(given))
    speech.speak(speech.choose_language(arguments.language or ""))
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if arguments.command != WINDOW:
            _prepare(arguments)
        return _command(arguments.command)(arguments)
    except Trouble as trouble:
        complain(sentences.trouble_words(trouble))
        return exit_code(trouble)
    except KeyboardInterrupt:
        complain(
            speech.translate(
                "cli",
                "Stopped. Nothing is lost or bought twice: start the same command again to go on.",
            )
        )
        return 5
    except BrokenPipeError:
        return 1


def _command(name: str) -> Command:
    """Only the command asked for is loaded: some take half a second."""
    modules = {"settle": "settling"}
    found: Command = import_module(f"inpost_desk.cli.{modules.get(name, name)}").run
    return found


def exit_code(trouble: Trouble) -> int:
    """What a trouble means for whoever called us."""
    match trouble:
        case NotAllowed() | KeyringTrouble():
            return NOT_ALLOWED
        case Offline() | NoAnswer() | TooFast() | Refused():
            return UNREACHABLE
        case FileTrouble() | QuestionOpen() | LedgerTrouble():
            return BAD_INPUT
        case _:
            return 1


def _prepare(arguments: argparse.Namespace) -> None:
    """The kept language, and the log."""
    try:
        folder = data_dir(arguments.data_dir)
    except RuntimeError as error:  # `~nobody` has no home
        raise FileTrouble("missing", place=str(arguments.data_dir)) from error
    kept = settings.load(folder)
    if kept.damaged is not None:
        words = speech.translate(
            "cli", "The settings were damaged and set aside as {path}; the usual ones apply now."
        )
        complain(words.format(path=kept.damaged))
    if kept.settings.language and not arguments.language:
        speech.speak(kept.settings.language)
    file = folder / "inpost-desk.log"
    try:
        log.set_up(file, verbose=arguments.verbose)
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(file)) from error
    logging.getLogger("inpost_desk").info("command %s", arguments.command)


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    group = common.add_argument_group("common options")
    group.add_argument("--data-dir", metavar="DIR", help="where settings and ledgers are kept")
    group.add_argument("--environment", choices=[str(one) for one in Environment])
    group.add_argument("--api-url", metavar="URL", help="https, or http to this machine")
    group.add_argument("--organization", type=int, metavar="ID")
    group.add_argument("--language", choices=speech.LANGUAGES)
    group.add_argument("--json", action="store_true", help="print JSON on standard output")
    group.add_argument("--verbose", action="store_true", help="log more (never secrets)")
    group.add_argument("--pace", type=_positive, metavar="N", help="requests a second at most")
    group.add_argument(
        "--horizon",
        type=_positive,
        metavar="S",
        help="seconds after which InPost surely no longer acts on a lost call (for tests)",
    )
    return common


def _parser() -> argparse.ArgumentParser:
    common = _common()
    parser = argparse.ArgumentParser(
        prog="inpost-desk", description="InPost labels at the packing table."
    )
    parser.add_argument("--version", action="version", version=f"InPost Desk {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True)
    shown = commands.add_parser(
        WINDOW, parents=[common], help="the window (also without any command, on a screen)"
    )
    shown.add_argument("file", nargs="?", metavar="FILE", help="an order file to import there")
    _add_ship(commands.add_parser("ship", parents=[common], help="buy the orders of a file"))
    shown = commands.add_parser("status", parents=[common], help="how orders and runs stand")
    shown.add_argument("references", nargs="*", metavar="REFERENCE")
    shown.add_argument("--run", type=int, metavar="N", help="a run with its ShipX batches")
    shown.add_argument("--runs", action="store_true", help="list the runs")
    shown.add_argument("--output", metavar="F.pdf", help="put the stored labels of these rows here")
    settled = commands.add_parser("settle", parents=[common], help="find out what is unsure")
    settled.add_argument("reference", nargs="?", metavar="REFERENCE")
    decided = settled.add_mutually_exclusive_group()
    decided.add_argument("--adopt", type=int, metavar="SHIPMENT_ID", help="this one is it")
    decided.add_argument("--absent", action="store_true", help="InPost does not have it")
    _add_account(commands.add_parser("account", help="tokens in the system's keyring"), common)
    commands.add_parser("doctor", parents=[common], help="what works on this machine")
    shown = commands.add_parser(
        "demo", parents=[common], help="24 sample orders, no account needed"
    )
    shown.add_argument("--output-dir", default="demo-output", metavar="DIR")
    commands.add_parser("simulator", help="a ShipX that runs here (see simulator --help)")
    return parser


def _add_ship(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="CSV, XLSX or ODS in Manager Paczek's layout")
    parser.add_argument("--output", metavar="F.pdf", help="the labels, in pile order")
    parser.add_argument("--result", metavar="F.csv", help="one line for each row of the file")
    parser.add_argument("--dry-run", action="store_true", help="check only, buy nothing")
    parser.add_argument("--duplicates", choices=["ask", "skip", "again"], default="ask")
    parser.add_argument("--repeated", choices=["lines", "parcels"])
    parser.add_argument("--sending-method", choices=SENDING_METHODS)
    parser.add_argument("--no-wait", action="store_true", help="do not wait for unsure parcels")
    parser.add_argument("--chunk", type=_chunk, default=100, metavar="N", help=argparse.SUPPRESS)


def _add_account(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    for name, words in (
        ("add", "keep a token (read from the terminal or standard input)"),
        ("list", "the accounts known here"),
        ("remove", "forget an account and its token"),
        ("check", "ask InPost which organisation answers"),
    ):
        actions.add_parser(name, parents=[common], help=words)


def _positive(text: str) -> float:
    number = float(text)
    if not 0 < number < 1e6:
        raise argparse.ArgumentTypeError(text)
    return number


def _chunk(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 100:
        raise argparse.ArgumentTypeError(text)
    return number
