"""The first lines of the frozen program: what PyInstaller's loader changed for us must not reach others.

PyInstaller builds the program around this file; from source nothing runs it.
"""

import os
import sys


def _give_back_library_path() -> None:
    """Programs of the system that we start (lpstat, paplay, a browser) must not load our libraries."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)
    # Or the loader would take a child of ours for a part of this process, which has its library path already.
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"


if __name__ == "__main__":
    if sys.platform == "linux":
        _give_back_library_path()

    from inpost_desk.__main__ import main

    sys.exit(main())
