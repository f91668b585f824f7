"""What the frozen program weighs and what it is made of: `size.py [FOLDER]` prints a table for the README.

Without a folder: what packaging/linux/build-program.sh has built.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

BUILT = Path(__file__).parents[1] / "build" / "frozen" / "inpost-desk"
# The first that a path begins with counts.
PARTS = {
    "Qt: Unicode data (ICU)": ("PySide6/Qt/lib/libicu",),
    "Qt: libraries": ("PySide6/Qt/lib",),
    "Qt: plugins and words": ("PySide6/Qt/",),
    "PySide6 and Shiboken": ("PySide6", "shiboken6"),
    "Python modules, ours among them (compressed)": ("inpost-desk", "base_library.zip"),
    "Python, SQLite, OpenSSL and their kin": ("lib", "python3"),
    "cryptography (for the keyring)": ("cryptography", "_cffi"),
    "Pillow": ("PIL", "pillow.libs"),
    "PDFium": ("pypdfium2",),
    "zxing, spreadsheets": ("zxingcpp", "python_calamine"),
    "our words, fonts, icons, sounds, help, samples": ("inpost_desk",),
}
REST = "the rest"


def weigh(folder: Path) -> Counter[str]:
    """Bytes of each part; links count nothing."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            place = path.relative_to(folder).as_posix().removeprefix("_internal/")
            found[_part(place)] += path.stat().st_size
    return found


def table(found: Counter[str]) -> str:
    """In Markdown, the heaviest first."""
    lines = ["| part | MB |", "| --- | ---: |"]
    lines += [f"| {name} | {size / 1e6:.1f} |" for name, size in found.most_common()]
    return "\n".join([*lines, f"| **all** | **{found.total() / 1e6:.1f}** |"])


def _part(place: str) -> str:
    for name, beginnings in PARTS.items():
        if place.startswith(beginnings):
            return name
    return REST


if __name__ == "__main__":
    sys.stdout.write(table(weigh(Path(sys.argv[1]) if sys.argv[1:] else BUILT)) + "\n")
