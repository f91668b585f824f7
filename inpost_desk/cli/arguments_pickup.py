"""The arguments of `pickup`: ordering a courier, and what became of it."""

from __future__ import annotations

import argparse
from typing import Any

from inpost_desk.cli.arguments_kinds import day, number
from inpost_desk.domain.pickup import PickupState

Commands = Any  # argparse does not name what `add_subparsers` returns


def add_pickup_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Adds them to the whole command line."""
    pickup = commands.add_parser(
        "pickup", help="couriers: order one, see who comes, call one off (zlecenie odbioru)"
    )
    actions = pickup.add_subparsers(dest="action", required=True)
    words = "order one courier for parcels that are paid"
    _add_order(actions.add_parser("order", parents=[common], help=words))
    words = "the couriers ordered here, newest first"
    _add_list(actions.add_parser("list", parents=[common], help=words))
    for name, words in (
        ("show", "whether one of them comes, as InPost says now"),
        ("cancel", "call a courier off; its parcels are free again"),
        ("missed", "nobody came: parcels still here are ready again"),
    ):
        one = actions.add_parser(name, parents=[common], help=words)
        one.add_argument("number", type=number, metavar="N", help="first column of “pickup list”")
    words = "your places at InPost, with their numbers"
    actions.add_parser("points", parents=[common], help=words)


def _add_list(parser: argparse.ArgumentParser) -> None:
    words = "in InPost's number, the place or a reference"
    parser.add_argument("words", nargs="*", metavar="WORD", help=words)
    parser.add_argument(
        "--since",
        type=day,
        metavar="YYYY-MM-DD",
        help="ordered on that day or later",
    )
    parser.add_argument(
        "--state", choices=[str(one) for one in PickupState], help="sent: a courier comes"
    )


def _add_order(parser: argparse.ArgumentParser) -> None:
    words = "order references or parcel numbers"
    parser.add_argument("references", nargs="*", metavar="REFERENCE", help=words)
    parser.add_argument("--all", action="store_true", help="every parcel that is ready")
    place = parser.add_argument_group("where the courier comes, else as the settings say")
    place.add_argument("--point", type=number, metavar="ID", help="as “pickup points” lists them")
    place.add_argument("--name", metavar="TEXT", help="the place's name, as lists show it")
    place.add_argument("--street", metavar="TEXT", help="street with the building's number")
    place.add_argument("--post-code", metavar="00-000")
    place.add_argument("--city", metavar="TEXT")
    place.add_argument("--phone", metavar="TEXT", help="of somebody who is there")
    place.add_argument("--email", metavar="TEXT", help="where InPost writes to")
    place.add_argument("--hours", metavar="8-16", help="when somebody is there")
    place.add_argument("--comment", metavar="TEXT", help="for the courier")
    parser.add_argument(
        "--again",
        action="store_true",
        help="also for parcels whose courier did not come (may cost money once more)",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="order nothing: say which parcels would go, and the price",
    )
    parser.add_argument("--no-wait", action="store_true", help="do not wait for InPost's yes or no")
