"""The arguments of `printers`: how a printer is reached, what it speaks, its paper, and what goes to it."""

from __future__ import annotations

import argparse
import re
from typing import Final

from inpost_desk.cli.arguments_shipments import Commands
from inpost_desk.domain.printer import DOTS, ROTATIONS, SLOTS, Language, PaperKind, Purpose, Sheet

AS_SET: Final = "as-set"
"""`--darkness` of a printer that keeps its own."""
_PAPERS: Final = {
    "a6": PaperKind.A6,
    "100x150": PaperKind.MM_100_150,
    "4x6": PaperKind.INCH_4_6,
    "a4-four": PaperKind.A4_FOUR,
    "a4": PaperKind.A4,
}
_SIZE: Final = re.compile(r"(?P<width>\d{1,3}(?:[.,]\d)?)x(?P<height>\d{1,3}(?:[.,]\d)?)")

Paper = tuple[PaperKind, Sheet | None]


def add_printers(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Adds `printers` with its actions to the whole command line."""
    whole = commands.add_parser("printers", help="the printers that labels and documents go to")
    actions = whole.add_subparsers(dest="action", required=True)
    listed = actions.add_parser("list", parents=[common], help="the printers set up, as they stand")
    listed.add_argument("--found", action="store_true", help="what this computer reports instead")
    for name, words in (
        ("add", "set up a printer; what is not said is as its queue reports it"),
        ("set", "change what was set up"),
    ):
        one = actions.add_parser(name, parents=[common], help=words)
        one.add_argument("name", metavar="NAME")
        _add_way(one.add_mutually_exclusive_group(required=name == "add"))
        _add_device(one.add_argument_group("the printer"))
        _add_use(one.add_argument_group("what goes to it"))
        if name == "set":
            one.add_argument("--name", dest="renamed", metavar="NEW", help="another name")
            one.add_argument(
                "--place",
                type=int,
                choices=range(1, SLOTS + 1),
                help="the first free place of the A4 sheet in it",
            )
    for name, words in (("remove", "forget a printer"), ("test", "print the test label")):
        actions.add_parser(name, parents=[common], help=words).add_argument("name", metavar="NAME")


def _add_way(group: argparse._MutuallyExclusiveGroup) -> None:
    group.add_argument("--queue", metavar="Q", help="a queue of CUPS")
    group.add_argument("--windows", metavar="Q", help="a printer of Windows")
    group.add_argument("--socket", metavar="HOST[:9100]", help="a printer on the network")
    group.add_argument("--folder", metavar="DIR", help="files instead of paper")


def _add_device(group: argparse._ArgumentGroup) -> None:
    # `--language` is that of the program.
    group.add_argument("--speaks", choices=[str(one) for one in Language])
    group.add_argument("--dpi", type=int, choices=list(DOTS))
    group.add_argument(
        "--paper", type=_paper, metavar="PAPER", help=f"{', '.join(_PAPERS)}, or WxH in mm"
    )
    group.add_argument(
        "--head", type=_tenths, metavar="MM", help="printable width, 0 for all of it"
    )
    group.add_argument("--right", type=_tenths, metavar="MM", help="move the print to the right")
    group.add_argument("--down", type=_tenths, metavar="MM", help="move the print down")
    group.add_argument("--rotate", type=int, choices=ROTATIONS, help="degrees, clockwise")
    group.add_argument("--darkness", type=_darkness, metavar="N", help=f"0 to 30, or {AS_SET}")


def _add_use(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--serves",
        type=_purposes,
        metavar="LIST",
        help=f"any of {','.join(str(one) for one in Purpose)}, or none",
    )
    group.add_argument("--stand-in", metavar="NAME", help="prints where this one does not, or none")
    group.add_argument(
        "--carrier-commands",
        action=argparse.BooleanOptionalAction,
        help="InPost's own ZPL or EPL instead of our pixels",
    )
    group.add_argument(
        "--separators",
        action=argparse.BooleanOptionalAction,
        help="a sheet between two batches",
    )


def _paper(text: str) -> Paper:
    known = _PAPERS.get(text.casefold())
    if known is not None:
        return known, None
    found = _SIZE.fullmatch(text.casefold())
    if found is None:
        raise ValueError(text)
    return PaperKind.CUSTOM, Sheet(_tenths(found["width"]), _tenths(found["height"]))


def _tenths(text: str) -> int:
    """Millimetres as typed, in tenths."""
    return round(float(text.replace(",", ".")) * 10)


def _purposes(text: str) -> tuple[Purpose, ...]:
    if text == "none":
        return ()
    named = {Purpose(one.strip()) for one in text.split(",")}
    return tuple(one for one in Purpose if one in named)


def _darkness(text: str) -> int | str:
    return AS_SET if text == AS_SET else int(text)
