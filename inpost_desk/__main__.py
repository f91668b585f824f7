"""Double-click and `python -m inpost_desk`: the empty window at once, then the command line."""

import sys

from inpost_desk import first_paint, own_process


def main() -> int:
    """What the arguments ask for; the exit code."""
    if sys.argv[1:2] == [own_process.WORD]:
        # A child of ours, in a program that has no Python beside it: it needs nothing of the window.
        return own_process.run(sys.argv[2:])
    first_paint.show(sys.argv[1:])
    # Loaded only now, with the window on screen.
    from inpost_desk.cli.main import main as command_line

    return command_line()


if __name__ == "__main__":
    sys.exit(main())
