"""Where newer versions of this program are published.

Whoever builds the program for others names the place here; nobody is asked before the user wants to know.
"""

from __future__ import annotations

from typing import Final

ADDRESS: Final = ""
"""An https address of a JSON file `{"version": "1.2.3", "page": "https://…"}`; "" where there is none."""
