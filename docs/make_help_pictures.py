"""Makes the pictures of the guides anew: of the real window, of parts of it, and of each state word.

They go where the guides look for them, small enough to be read in the window. Needs Xvfb.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

FOLDER: Final = ROOT / "resources" / "help" / "pictures"
LANGUAGES: Final = ("pl", "en")
OF_THE_WINDOW: Final = {
    "packer-ready": "station-ready",
    "packer-printed": "station-printed",
    "packer-already": "station-already",
    "packer-stop": "station-stop",
    "packer-hand-over": "hand-over",
}
"""By the name in the guide: the picture of `make_pictures` it is made of."""
PARTS_OF_THE_WINDOW: Final = {
    "owner-token": ("token", (110, 0, 1256, 660)),
    "owner-printer": ("settings-printer", (306, 65, 1366, 736)),
    "owner-unsure": ("unsure", (98, 40, 1366, 528)),
    "owner-pickup": ("pickup", (106, 80, 1366, 728)),
}
"""The same with what is kept of it: left, top, right and bottom, in pixels."""
PART_COLOURS: Final = 32
WIDTH: Final = 724
"""Pixels: as wide as a line of the guides, so that nothing is scaled there."""
COLOURS: Final = 128
WORD_SIZE: Final = (300, 54)
WORD_COLOURS: Final = 32


def main() -> int:
    """Make all of them; returns 1 where the window could not be photographed."""
    with tempfile.TemporaryDirectory(prefix="pictures-") as place:
        sources = [*OF_THE_WINDOW.values(), *(name for name, _ in PARTS_OF_THE_WINDOW.values())]
        only = [part for name in sources for part in ("--only", name)]
        command = [sys.executable, str(ROOT / "docs" / "make_pictures.py"), "--folder", place]
        views = ["--look", "light", "--width", "1366"]
        if subprocess.run([*command, *only, *views], check=False).returncode:
            return 1
        for language in LANGUAGES:
            for name, source in OF_THE_WINDOW.items():
                found = next(Path(place).glob(f"{language}-light-1366/*-{source}.png"))
                _keep(found, FOLDER / f"{name}-{language}.png", COLOURS)
            for name, (source, box) in PARTS_OF_THE_WINDOW.items():
                found = next(Path(place).glob(f"{language}-light-1366/*-{source}.png"))
                _keep(found, FOLDER / f"{name}-{language}.png", PART_COLOURS, box=box)
    _words()
    return 0


def _words() -> None:
    """Each state word as it stands across the station."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from inpost_desk.app import application
    from inpost_desk.cli import VERSION
    from inpost_desk.domain.station import State
    from inpost_desk.ui import look
    from inpost_desk.ui.station.band import Band
    from inpost_desk.wording import speech

    app = application(VERSION)
    look.apply(app, look.LIGHT_LOOK)
    for language in LANGUAGES:
        speech.speak(language)
        for state in State:
            band = Band()
            # Twice as large: thin edges of letters stay when it is made smaller.
            band.resize(WORD_SIZE[0] * 2, WORD_SIZE[1] * 2)
            band.show_state(state, "")
            place = FOLDER / f"state-{state.value}-{language}.png"
            band.grab().save(str(place))
            _keep(place, place, WORD_COLOURS, width=WORD_SIZE[0])


def _keep(
    source: Path,
    place: Path,
    colours: int,
    *,
    width: int = WIDTH,
    box: tuple[int, int, int, int] | None = None,
) -> None:
    """As few colours as nobody misses; `box` is the part that is kept."""
    from PIL import Image

    with Image.open(source) as whole:
        picture = whole.convert("RGB").crop(box)
        height = round(picture.height * width / picture.width)
        small = picture.resize((width, height), Image.Resampling.LANCZOS)
    place.parent.mkdir(parents=True, exist_ok=True)
    # So that the little yellow there is stays yellow.
    coverage, no = Image.Quantize.MAXCOVERAGE, Image.Dither.NONE
    small.quantize(colours, coverage, kmeans=3, dither=no).save(place, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
