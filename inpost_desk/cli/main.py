"""The command line's entry: arguments, one command, one exit code.

Exit codes: 0 all done, 1 some rows failed, 2 usage or bad input (also a question without a terminal), 3 not
allowed, 4 InPost unreachable, 5 something is unsure or still waiting.
"""

from __future__ import annotations

import argparse
import logging
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from types import TracebackType

from inpost_desk import log, settings
from inpost_desk.asked import SELFTEST, WINDOW, command_first
from inpost_desk.cli import streams
from inpost_desk.cli.arguments import language_asked, parser
from inpost_desk.cli.show import complain
from inpost_desk.cli.stopping import ENDS
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
from inpost_desk.wording import sentences, speech

Command = Callable[[argparse.Namespace], int]
OTHER_PROGRAMS = {
    "simulator": "inpost_desk.simulator.__main__",
    SELFTEST: "inpost_desk.selftest",
}
"""Programs of their own, which share no option with the commands."""

DOCTOR = "doctor"
BAD_INPUT, NOT_ALLOWED, UNREACHABLE, OPEN = 2, 3, 4, 5


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Without a command the window opens; without a screen, the demo runs in the terminal.
    """
    streams.make_ready()
    if argv is None:
        sys.excepthook = _last_words
        _leave_no_dump()
    given = list(sys.argv[1:] if argv is None else argv)
    if (other := OTHER_PROGRAMS.get(given[0] if given else "")) is not None:
        code: int = import_module(other).main(given[1:])
        return code
    speech.speak(speech.choose_language(language_asked(given)))
    arguments = parser().parse_args(command_first(given))
    for one in ENDS:
        signal.signal(one, signal.default_int_handler)
    written: logging.Handler | None = None
    try:
        if arguments.command != WINDOW:
            written = _prepare(arguments)
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
        return OPEN
    except BrokenPipeError:
        return 1
    except Exception:
        logging.getLogger("inpost_desk").exception("unexpected failure")
        raise
    finally:
        if written is not None:
            log.close(written)


def _leave_no_dump() -> None:
    """What a crash would write of this process's memory, and of its children's, would hold the token."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _last_words(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """A mistake of the program's own, on standard error: what it quotes may be a secret, or a receiver's."""
    sys.stderr.write(log.redact("".join(traceback.format_exception(kind, error, trace))))


def _command(name: str) -> Command:
    """Only the command asked for is loaded: some take half a second."""
    modules = {"settle": "settling", "print": "printing"}
    found: Command = import_module(f"inpost_desk.cli.{modules.get(name, name)}").run
    return found


def exit_code(trouble: Trouble) -> int:
    """What a trouble means for whoever called us."""
    match trouble:
        case NotAllowed() | KeyringTrouble():
            return NOT_ALLOWED
        case Offline() | NoAnswer() | TooFast() | Refused():
            return UNREACHABLE
        case LedgerTrouble(rule="restored_lately"):
            return OPEN
        case FileTrouble() | QuestionOpen() | LedgerTrouble():
            return BAD_INPUT
        case _:
            return 1


def _prepare(arguments: argparse.Namespace) -> logging.Handler | None:
    """The kept language, and the log."""
    try:
        folder = data_dir(arguments.data_dir)
    except RuntimeError as error:  # `~nobody` has no home
        raise FileTrouble("missing", place=str(arguments.data_dir)) from error
    except FileTrouble:
        if arguments.command == DOCTOR:
            return None  # it is there to say so
        raise
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
        handler = log.set_up(file, verbose=arguments.verbose)
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(file)) from error
    logging.getLogger("inpost_desk").info("command %s", arguments.command)
    return handler
