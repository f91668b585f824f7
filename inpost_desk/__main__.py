"""Double-click and `python -m inpost_desk`: hands over to the command line."""

import sys

from inpost_desk.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
