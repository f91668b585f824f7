"""The arguments of the commands about the data itself: backup, restore, data."""

from __future__ import annotations

import argparse
from typing import Any

from inpost_desk.cli.arguments_kinds import day

Commands = Any  # argparse does not name what `add_subparsers` returns


def add_data_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Adds them to the whole command line."""
    words = "the day's copy of every ledger, its labels and the settings"
    copied = commands.add_parser("backup", parents=[common], help=words)
    copied.add_argument("--to", metavar="FOLDER", help="instead of the folder in the settings")
    words = "to go on with it on another computer: nothing is sent from here afterwards"
    copied.add_argument("--move", action="store_true", help=words)
    words = "put a copy in place; InPost is read before anything is sent"
    restored = commands.add_parser("restore", parents=[common], help=words)
    restored.add_argument("folder", metavar="FOLDER", help="where the copies are")
    restored.add_argument("--account", default="", metavar="NAME", help="only this organisation's")
    restored.add_argument("--day", type=day, metavar="YYYY-MM-DD", help="instead of the newest")
    restored.add_argument("--look", action="store_true", help="only say what is in it")
    cared = commands.add_parser("data", help="check the data, delete receivers")
    actions = cared.add_subparsers(dest="action", required=True)
    words = "whether ledgers and label files are sound"
    actions.add_parser("check", parents=[common], help=words)
    words = "delete receivers and labels; says first what would go"
    gone = actions.add_parser("forget", parents=[common], help=words)
    words = "made before that day (else as many days as the settings say)"
    gone.add_argument("--before", type=day, metavar="YYYY-MM-DD", help=words)
    gone.add_argument("--yes", action="store_true", help="delete it now")
    words = "go on here after all with what was moved to another computer"
    actions.add_parser("stay", parents=[common], help=words)
