"""Runs somebody else's client against a simulator of its own: `python -m tests.strangers PYTHON`.

PYTHON is one that has the packages of `requirements.lock`; `run.sh` makes it. Ends as that client does.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.simulator_process import Simulator

LIMIT = 120.0
CLIENT = Path(__file__).with_name("sendparcel_client.py")


def main(python: str) -> int:
    """Isolated (`-I`), so that nothing of ours can be imported by mistake."""
    with Simulator() as simulator:
        known = [simulator.url, simulator.token, str(simulator.organization)]
        return subprocess.run([python, "-I", CLIENT, *known], timeout=LIMIT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
