"""The arguments of the commands about what follows the label: manifest, track, returns."""

from __future__ import annotations

import argparse
from typing import Any, Final

from inpost_desk.cli.arguments_kinds import day, number

Commands = Any  # argparse does not name what `add_subparsers` returns
_PDF: Final = "F.pdf"


def add_after_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Adds them to the whole command line."""
    words = "the list the courier signs (potwierdzenie nadania), as PDF or on paper"
    _add_manifest(commands.add_parser("manifest", parents=[common], help=words))
    words = "where parcels are; which of them need somebody"
    tracked = commands.add_parser("track", parents=[common], help=words)
    tracked.add_argument("names", nargs="*", metavar="REFERENCE|NUMBER", help="of any parcel")
    tracked.add_argument(
        "--refresh", action="store_true", help="ask InPost about every shipment on its way"
    )
    words = "parcels that need somebody, and what to do"
    tracked.add_argument("--exceptions", action="store_true", help=words)
    returned = commands.add_parser(
        "returns", help="return labels, parcels that came back, cash on delivery paid out"
    )
    _add_returns(returned, common)


def _add_manifest(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("references", nargs="*", metavar="REFERENCE", help="of these parcels")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--pickup",
        type=number,
        metavar="N",
        help="of an ordered courier: first column of “pickup list”",
    )
    which.add_argument("--today", action="store_true", help="everything paid that was made today")
    parser.add_argument("--output", metavar=_PDF, help="put it into this file")
    parser.add_argument("--print", action="store_true", help="print it on the document printer")


def _add_returns(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    label = actions.add_parser(
        "label", parents=[common], help="labels for the receiver to send it back"
    )
    label.add_argument("references", nargs="+", metavar="REFERENCE")
    label.add_argument("--output", required=True, metavar=_PDF, help="put them into this file")
    words = "mark parcels that came back and lie before you"
    received = actions.add_parser("received", parents=[common], help=words)
    words = "the parcel's own, or the one it came back under"
    received.add_argument("numbers", nargs="+", metavar="NUMBER", help=words)
    received.add_argument(
        "--anyway", action="store_true", help="also what InPost still calls on its way"
    )
    actions.add_parser("list", parents=[common], help="what comes back, and what was received")
    words = "cash on delivery: paid out, and not paid out"
    cod = actions.add_parser("cod", parents=[common], help=words)
    cod.add_argument("--since", type=day, required=True, metavar="YYYY-MM-DD")
    cod.add_argument("--until", type=day, required=True, metavar="YYYY-MM-DD")
    cod.add_argument("--output", metavar="F.csv", help="put InPost's report there")
