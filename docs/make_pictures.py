"""Makes pictures of every page and state of the window, or only of some.

The real window works against the real simulator on a screen of its own (Xvfb), in both languages, both looks
and two sizes. Without `--folder` the pictures go into a new temporary folder.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SCREEN: Final = "1920x1080x24"
LANGUAGES: Final = ("pl", "en")
LOOKS: Final = ("light", "dark")
SIZES: Final = {1366: 768, 1920: 1080}
# Enough for flat fills and the edges of letters.
COLOURS: Final = 128


def main() -> int:
    """Make the wanted pictures; returns 1 where a story came to no good end."""
    options = _options()
    return _one_story(options) if options.story else _all_stories(options)


def _options() -> argparse.Namespace:
    from docs.picturing.stories import STORIES, numbers

    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    several = {"action": "append", "default": []}
    add("--only", choices=list(numbers()), metavar="NAME", help="only this picture", **several)
    add("--folder", type=Path, metavar="F", help="where the pictures go")
    add("--language", choices=LANGUAGES, help="only in this language", **several)
    add("--look", choices=LOOKS, help="only in this look", **several)
    add("--width", type=int, choices=list(SIZES), help="only in this size", **several)
    add("--contact-sheet", type=Path, metavar="F.png", help="put them on sheets beside F too")
    add("--story", choices=list(STORIES), help=argparse.SUPPRESS)
    return parser.parse_args()


def _all_stories(options: argparse.Namespace) -> int:
    """Each in a process of its own, on one screen."""
    from docs.picturing.stories import STORIES

    folder = (options.folder or Path(tempfile.mkdtemp(prefix="pictures-"))).absolute()
    passed = [
        part
        for name in ("only", "look", "width")
        for value in getattr(options, name)
        for part in (f"--{name}", str(value))
    ]
    failed = []
    with _screen() as display:
        for language in options.language or LANGUAGES:
            for name, story in STORIES.items():
                if options.only and not set(options.only) & set(story.pictures):
                    continue
                given = ["--story", name, "--language", language, "--folder", str(folder), *passed]
                if _run(given, {"DISPLAY": display, **story.environment}):
                    failed.append(f"{name}, {language}")
    _make_small(folder)
    if options.contact_sheet:
        from docs.picturing.sheets import make_sheets

        print(*make_sheets(folder, options.contact_sheet), sep="\n")
    for one in failed:
        print(f"came to no good end: {one}", file=sys.stderr)
    print(folder)
    return 1 if failed else 0


def _run(arguments: Sequence[str], environment: dict[str, str]) -> int:
    given = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONFAULTHANDLER": "1",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LOGGING_RULES": "qt.qpa.*=false",
        "TZ": "Europe/Warsaw",
        # Nothing of this machine's own desktop is asked or shown.
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        **environment,
    }
    return subprocess.run([sys.executable, __file__, *arguments], env=given, check=False).returncode


@contextmanager
def _screen() -> Iterator[str]:
    """The display of an empty screen."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writes,), stderr=subprocess.DEVNULL) as server:
        os.close(writes)
        with os.fdopen(reads) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def _one_story(options: argparse.Namespace) -> int:
    from docs.picturing.stories import STORIES, numbers
    from docs.picturing.studio import Enough, Studio, View

    story = STORIES[options.story]
    wanted = {name: at for name, at in numbers().items() if name in story.pictures}
    if options.only:
        wanted = {name: at for name, at in wanted.items() if name in options.only}
    widths, looks = options.width or SIZES, options.look or LOOKS
    views = [View(look, width, SIZES[width]) for width in widths for look in looks]
    # Its name is seen in pictures.
    with tempfile.TemporaryDirectory(prefix="sklep-", ignore_cleanup_errors=True) as place:
        studio = Studio(
            options.folder,
            Path(place) / "data",
            language=options.language[0],
            views=views,
            wanted=wanted,
        )
        try:
            story.act(studio)
        except Enough:
            return 0
        except Exception:
            traceback.print_exc()
            studio.failed()
            return 1
        finally:
            studio.end()
    return 0


def _make_small(folder: Path) -> None:
    """As few colours as nobody misses."""
    from PIL import Image

    for place in folder.rglob("*.png"):
        with Image.open(place) as picture:
            small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        small.save(place, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
