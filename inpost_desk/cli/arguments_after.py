"""The arguments of the commands about what follows the label: manifest, track, returns."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any, Final

Commands = Any  # argparse does not name what `add_subparsers` returns
_PDF: Final = "F.pdf"


def add_after_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Adds them to the whole command line."""
    words = "the courier's manifest (potwierdzenie nadania)"
    _add_manifest(commands.add_parser("manifest", parents=[common], help=words))
    words = "where parcels are, by reference or number"
    tracked = commands.add_parser("track", parents=[common], help=words)
    tracked.add_argument("names", nargs="*", metavar="REFERENCE|NUMBER")
    tracked.add_argument(
        "--refresh", action="store_true", help="ask InPost about every shipment on its way"
    )
    returned = commands.add_parser(
        "returns", help="return labels, what came back, cash on delivery"
    )
    _add_returns(returned, common)


def _add_manifest(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("references", nargs="*", metavar="REFERENCE")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--pickup", type=int, metavar="N", help="that of a pickup, by its number here"
    )
    which.add_argument("--today", action="store_true", help="everything paid that was made today")
    parser.add_argument("--output", metavar=_PDF, help="put it there")
    parser.add_argument("--print", action="store_true", help="print it on the document printer")


def _add_returns(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    label = actions.add_parser("label", parents=[common], help="labels for sending parcels back")
    label.add_argument("references", nargs="+", metavar="REFERENCE")
    label.add_argument("--output", required=True, metavar=_PDF)
    words = "parcels that came back and are here now"
    received = actions.add_parser("received", parents=[common], help=words)
    received.add_argument("numbers", nargs="+", metavar="NUMBER")
    actions.add_parser("list", parents=[common], help="what comes back and what came")
    words = "cash on delivery: paid out, and delivered but not paid out"
    cod = actions.add_parser("cod", parents=[common], help=words)
    cod.add_argument("--since", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    cod.add_argument("--until", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    cod.add_argument("--output", metavar="F.csv", help="put InPost's report there")
