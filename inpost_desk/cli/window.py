"""`inpost-desk window`, and no command at all where there is a screen: the window."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from inpost_desk import app
from inpost_desk.app_session import Given
from inpost_desk.cli import VERSION
from inpost_desk.errors import FileTrouble, Trouble
from inpost_desk.paths import data_dir
from inpost_desk.wording.sentences import trouble_words


def run(arguments: argparse.Namespace) -> int:
    """Show the window until it is closed."""
    start = app.Start(
        file=Path(arguments.file).absolute() if arguments.file else None,
        given=Given(
            environment=arguments.environment or "",
            api_url=arguments.api_url or "",
            organization=arguments.organization,
            pace=arguments.pace,
        ),
        language=arguments.language or "",
        verbose=arguments.verbose,
        version=VERSION,
    )
    try:
        return app.run(_folder(arguments), start)
    except Trouble as trouble:
        # Started by a double-click there is no terminal to complain on.
        if sys.stderr is None or not os.isatty(2):
            app.show_trouble(trouble_words(trouble))
        raise


def _folder(arguments: argparse.Namespace) -> Path:
    try:
        return data_dir(arguments.data_dir)
    except RuntimeError as error:  # `~nobody` has no home
        raise FileTrouble("missing", place=str(arguments.data_dir)) from error
