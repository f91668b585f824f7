"""`inpost-desk demo`: the sample orders on the built-in simulator, for whoever has no account yet."""

from __future__ import annotations

import argparse
from pathlib import Path

from inpost_desk.cli.outputs import Outputs
from inpost_desk.cli.ship import ship_file
from inpost_desk.cli.show import say
from inpost_desk.demo_simulator import DEMO_ORGANIZATION
from inpost_desk.errors import FileTrouble
from inpost_desk.labels.contact_sheet import contact_sheet
from inpost_desk.paths import disk_rule, resource
from inpost_desk.settings import Environment
from inpost_desk.wording.speech import translate


def run(arguments: argparse.Namespace) -> int:
    """Ship the samples; a second start shows what was done and buys nothing again."""
    folder = Path(arguments.output_dir)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(folder)) from error
    arguments.file = str(resource("samples/orders.csv"))
    arguments.environment = str(Environment.DEMO)
    arguments.organization = DEMO_ORGANIZATION
    arguments.api_url = None
    arguments.sending_method = "dispatch_order"
    arguments.repeated = "lines"
    arguments.duplicates = "skip"
    arguments.dry_run = arguments.no_wait = False
    arguments.mode, arguments.choose = "service", None
    arguments.chunk = 100
    outputs = Outputs(folder / "labels.pdf", folder / "result.csv")
    code, rows = ship_file(arguments, outputs=outputs)
    if outputs.labels.exists():
        sheet = folder / "labels.png"
        captions = {row.tracking_number: row.reference for row in rows if row.label}
        contact_sheet(outputs.labels, sheet, captions=tuple(captions.values()))
        if not arguments.json:
            say(translate("cli", "Picture of the labels: {path}").format(path=sheet))
    # The three wrong rows are part of the show, not a failure of the demo.
    return 0 if code == 1 else code
