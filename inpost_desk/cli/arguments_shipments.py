"""The arguments of the commands about single shipments: offers, buy, cancel, replace, points, order."""

from __future__ import annotations

import argparse
from typing import Any, Final

# What may be changed of an order: the option, and what the help says of it.
CHANGES: Final = {
    "phone": "the receiver's telephone",
    "email": "the receiver's e-mail address",
    "name": "first and last name",
    "company": "the receiver's company",
    "point": "Paczkomat or PaczkoPunkt",
    "street": "street with the building's number",
    "post-code": "post code",
    "city": "town",
    "cod": "cash on delivery in zł, 0 for none",
    "insurance": "extra protection in zł, 0 for none",
}
SIZES: Final = ("A", "B", "C", "D", "N")

Commands = Any  # argparse does not name what `add_subparsers` returns


def add_shipment_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Adds them to the whole command line."""
    for name, words, add in (
        ("offers", "what InPost offers for an order, with prices", _add_offers),
        ("buy", "buy an offer of an order", _add_buy),
        ("cancel", "cancel an order at InPost that is not paid", _add_reference),
        ("replace", "buy another shipment in the place of one (costs money)", _add_replace),
        ("points", "find Paczkomat lockers and PaczkoPunkt counters", _add_points),
    ):
        add(commands.add_parser(name, parents=[common], help=words))
    order = commands.add_parser("order", help="hold, release or correct an order not sent yet")
    _add_order(order, common)


def add_choosing(parser: argparse.ArgumentParser) -> None:
    """How `ship` comes to the service of each row."""
    parser.add_argument(
        "--mode",
        choices=["service", "offer"],
        default="service",
        help="take the service the row asks for, or have InPost prepare offers",
    )
    parser.add_argument(
        "--choose",
        choices=["cheapest", "ask"],
        help="with --mode offer: buy the cheapest, or leave the choice to you (the usual)",
    )


def _add_reference(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("reference", metavar="REFERENCE")


def _add_offers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("references", nargs="+", metavar="REFERENCE")
    parser.add_argument("--renew", action="store_true", help="have expired offers made anew")


def _add_buy(parser: argparse.ArgumentParser) -> None:
    _add_reference(parser)
    # Not required here: what is missing or no number is said with its next step.
    parser.add_argument("--offer", metavar="ID|cheapest", help="as “offers” lists them")
    parser.add_argument("--output", metavar="F.pdf", help="put the label here")


def _add_replace(parser: argparse.ArgumentParser) -> None:
    _add_reference(parser)
    _add_changes(parser)
    parser.add_argument("--yes", action="store_true", help="buy without asking")
    parser.add_argument("--output", metavar="F.pdf", help="put the new label here")


def _add_points(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY", help="code, town, street, post code")
    parser.add_argument("--near", default="", metavar="PLACE", help="a post code or town")
    parser.add_argument("--most", type=_count, metavar="N", help="how many to list")
    parser.add_argument("--payment", action="store_true", help="cash on delivery is paid there")
    parser.add_argument("--open-247", action="store_true", help="open day and night")
    parser.add_argument("--weekend", action="store_true", help="takes Paczka w Weekend")
    parser.add_argument("--no-parcel-points", action="store_true", help="Paczkomat lockers only")
    parser.add_argument("--refresh", action="store_true", help="read the list of points again")


def _add_order(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    for name, words in (
        ("hold", "keep an order back"),
        ("release", "let it go again"),
        ("update", "correct an order before it is bought"),
    ):
        one = actions.add_parser(name, parents=[common], help=words)
        _add_reference(one)
        one.add_argument(
            "--file", metavar="FILE", help="the order file, where it is not on the desk"
        )
        if name == "update":
            _add_changes(one)


def _add_changes(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("what is to be different")
    group.add_argument("--size", type=str.upper, choices=SIZES)
    for name, words in CHANGES.items():
        group.add_argument(f"--{name}", metavar="TEXT", help=words)


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 1000:
        raise ValueError(text)
    return number
