"""Draws the program's mark in the sizes that systems ask for: `icons.py FOLDER` writes N.png for each size.

For the packages; the running program draws its own (`ui/icons.py`).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
MARK = Path(__file__).parents[1] / "resources" / "icons" / "app.svg"


def draw(folder: Path) -> None:
    """Write the pictures into `folder`, which is made where it is missing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    mark = QSvgRenderer(str(MARK))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        mark.render(painter)
        painter.end()
        if not image.save(str(folder / f"{size}.png")):
            raise OSError(f"{folder}: the icon could not be written")
    app.shutdown()


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
