"""A process that loads what the window needs and says which Qt it found; for `doctor`.

Qt itself would abort, or say nothing, where a system library is missing: here the loader names it.
"""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Final

# Qt loads these two by itself and only when they are needed.
PLUGINS: Final = ("platforms/libqxcb.so", "printsupport/libcupsprintersupport.so")


def main() -> None:
    """Raises ImportError or OSError with the name of the missing library."""
    import PySide6
    import PySide6.QtPrintSupport
    import PySide6.QtWidgets

    plugins = Path(PySide6.__file__).parent / "Qt" / "plugins"
    for name in PLUGINS:
        if (plugins / name).exists():
            ctypes.CDLL(str(plugins / name))
    print(PySide6.__version__)  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
