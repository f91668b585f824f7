"""The arguments of the commands that give away and listen: export, notifications."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any, Final

from inpost_desk.cli.arguments_kinds import day, number
from inpost_desk.domain.journey import Phase
from inpost_desk.domain.notified_address import proxies

Commands = Any  # argparse does not name what `add_subparsers` returns
_ENDINGS: Final = ".csv or .txt (semicolons), .tsv (tabs) or .xlsx"
_LONGEST_SECRET: Final = 128
_SHORTEST_SECRET: Final = 16


def add_export_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Adds both to the whole command line."""
    _add_export(
        commands.add_parser(
            "export", parents=[common], help="the shipments as a table: CSV or XLSX"
        )
    )
    _add_notifications(
        commands.add_parser(
            "notifications", parents=[common], help="receive InPost's notifications (webhooks)"
        )
    )


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", required=True, metavar="F.csv|F.xlsx", help=_ENDINGS)
    dated: dict[str, Any] = {"type": day, "metavar": "YYYY-MM-DD"}
    parser.add_argument("--since", help="made on that day or later", **dated)
    parser.add_argument("--until", help="made on that day or before", **dated)
    phases = [str(one) for one in Phase]
    parser.add_argument("--status-phase", choices=phases, help="only those that stand so")
    parser.add_argument("--service", default="", metavar="NAME", help="as inpost_locker_standard")
    parser.add_argument("--run", type=number, metavar="N", help="only the orders of that run")
    parser.add_argument("--not-printed", action="store_true", help="no printer had their labels")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--shop", action="store_true", help="only the columns set up for your shop")
    what.add_argument(
        "--month", type=_month, metavar="YYYY-MM", help="the month's XLSX for the accounts"
    )


def _add_notifications(parser: argparse.ArgumentParser) -> None:
    # Not required here: that one of them is missing is said in the program's language.
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--listen", action="store_true", help="receive until Ctrl-C")
    what.add_argument(
        "--address", action="store_true", help="what to enter in Manager Paczek; makes a secret"
    )
    parser.add_argument("--port", type=_port, metavar="N", help="where it listens")
    parser.add_argument("--host", metavar="ADDRESS", help="of this machine; 0.0.0.0 is every one")
    parser.add_argument(
        "--secret", type=_secret, metavar="TEXT", help="instead of the one kept in the settings"
    )
    parser.add_argument(
        "--any-sender",
        action="store_true",
        help="take what comes from outside InPost's network, too",
    )
    parser.add_argument(
        "--trusted-proxy",
        type=_proxy,
        action="append",
        metavar="IP",
        help="believe what this proxy says of the sender (also a network; may be repeated)",
    )


def _month(text: str) -> date:
    return day(f"{text}-01")


def _port(text: str) -> int:
    number = int(text)
    if not 0 < number < 65_536:
        raise ValueError(text)
    return number


def _secret(text: str) -> str:
    """Letters and figures in lower case: InPost takes an address in lower case only."""
    good = text.isascii() and text.isalnum() and text == text.lower()
    if not (good and _SHORTEST_SECRET <= len(text) <= _LONGEST_SECRET):
        raise ValueError(text)
    return text


def _proxy(text: str) -> str:
    (one,) = proxies(text)
    return one
