"""The command that makes the pictures still does: the real window on a screen of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parent.parent
# Two cores may be shared with other test runs.
LIMIT = 120


def test_two_pictures_are_made(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "docs/make_pictures.py"), "--folder", str(tmp_path)]
    chosen = ["--language", "pl", "--look", "dark", "--width", "1366"]
    wanted = ["--only", "demo", "--only", "keys"]
    made = subprocess.run(
        [*command, *chosen, *wanted], capture_output=True, text=True, timeout=LIMIT, check=False
    )
    assert made.returncode == 0, made.stderr
    pictures = sorted(tmp_path.rglob("*.png"))
    assert [one.relative_to(tmp_path).as_posix() for one in pictures] == [
        "pl-dark-1366/01-demo.png",
        "pl-dark-1366/03-keys.png",
    ]
    images = [QImage(str(one)) for one in pictures]
    assert {(one.width(), one.height()) for one in images} == {(1366, 768)}
    assert images[0] != images[1]
    # The demo's frame, and the surface of the dark look.
    assert images[0].pixelColor(300, 4).name() == "#7a2e9e"
    assert images[0].pixelColor(900, 80).lightness() < 64
