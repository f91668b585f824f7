"""Runs the program's own command line and notes the most memory it ever held: `watched.py NOTE ARGUMENTS…`.

The peak is the process's own (`VmHWM`); `ru_maxrss` of a child starts with what its parent held.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from inpost_desk.cli.main import main


def peak_kilobytes() -> int:
    """Of this process since it was started."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found is not None
    return int(found[1])


if __name__ == "__main__":
    code = main(sys.argv[2:])
    Path(sys.argv[1]).write_text(str(peak_kilobytes()))
    sys.exit(code)
