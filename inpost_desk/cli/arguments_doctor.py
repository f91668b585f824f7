"""The arguments of `doctor`: what is looked at, and what is done with it."""

from __future__ import annotations

import argparse


def add_doctor(parser: argparse.ArgumentParser) -> None:
    """Without any of these: this machine, and whether InPost's usual addresses can be reached."""
    parser.add_argument(
        "--all", action="store_true", help="ask InPost about every account that is known here"
    )
    parser.add_argument(
        "--bundle",
        metavar="F.zip",
        help="put what a helper needs into this file, without tokens and personal data",
    )
    parser.add_argument(
        "--newer", action="store_true", help="only ask whether there is a newer version"
    )
