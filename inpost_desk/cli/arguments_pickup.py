"""The arguments of `pickup`: ordering a courier, and what became of it."""

from __future__ import annotations

import argparse
from typing import Any

Commands = Any  # argparse does not name what `add_subparsers` returns


def add_pickup_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Adds them to the whole command line."""
    pickup = commands.add_parser("pickup", help="order a courier, and what became of it")
    actions = pickup.add_subparsers(dest="action", required=True)
    _add_order(actions.add_parser("order", parents=[common], help="order a courier for parcels"))
    listed = actions.add_parser("list", parents=[common], help="the orders for a courier")
    listed.add_argument("words", nargs="*", metavar="WORD", help="number, place or a reference")
    for name, words in (
        ("show", "how an order stands, as InPost says now"),
        ("cancel", "call a courier off at InPost"),
        ("missed", "the courier did not come: its parcels are ready again"),
    ):
        one = actions.add_parser(name, parents=[common], help=words)
        one.add_argument("number", type=int, metavar="N", help="as “pickup list” shows it")
    actions.add_parser("points", parents=[common], help="the places that InPost's couriers know")


def _add_order(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("references", nargs="*", metavar="REFERENCE")
    parser.add_argument("--all", action="store_true", help="every parcel that is ready")
    place = parser.add_argument_group("where the courier comes, else as the settings say")
    place.add_argument("--point", type=int, metavar="ID", help="as “pickup points” lists them")
    place.add_argument("--name", metavar="TEXT", help="the place's name")
    place.add_argument("--street", metavar="TEXT", help="street with the building's number")
    place.add_argument("--post-code", metavar="TEXT")
    place.add_argument("--city", metavar="TEXT")
    place.add_argument("--phone", metavar="TEXT")
    place.add_argument("--email", metavar="TEXT")
    place.add_argument("--hours", metavar="8-16", help="when somebody is there")
    place.add_argument("--comment", metavar="TEXT", help="for the courier")
    parser.add_argument(
        "--again",
        action="store_true",
        help="also for parcels whose courier did not come (may cost money once more)",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be ordered, and the price"
    )
    parser.add_argument("--no-wait", action="store_true", help="do not wait for InPost's yes or no")
