"""The command line: the same actions as the window, without one."""

from typing import Final

# Stands in pyproject.toml, too: a checkout that is not installed has no metadata to ask.
VERSION: Final = "0.1.0"
