"""The program's mark as the installer's icon: `python packaging/windows/icon.py FILE.ico`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

DRAWING = Path(__file__).resolve().parents[1] / "icons.py"
LARGEST = 256


def write(target: Path) -> None:
    """Each size is drawn by itself: a small one made from a large one is a smudge."""
    with tempfile.TemporaryDirectory() as folder:
        # Our own script.
        subprocess.run([sys.executable, str(DRAWING), folder], check=True)  # noqa: S603
        drawn = [Image.open(file) for file in Path(folder).glob("*.png")]
        sizes = sorted(one.size for one in drawn if one.width <= LARGEST)
        largest = next(one for one in drawn if one.width == LARGEST)
        target.parent.mkdir(parents=True, exist_ok=True)
        largest.save(target, sizes=sizes, append_images=drawn)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
