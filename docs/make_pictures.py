"""Makes the pictures of every page and state: `.venv/bin/python docs/make_pictures.py [--only NAME] [--folder F]`.

The real window works against the real simulator on a screen of its own (Xvfb), in both languages, both looks
and two sizes. Without `--folder` the pictures go to a new temporary folder.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SCREEN: Final = "1920x1200x24"
LANGUAGES: Final = ("pl", "en")
LOOKS: Final = ("light", "dark")
SIZES: Final = {1366: 768, 1920: 1080}


def main() -> int:
    """Make the wanted pictures. Returns 1 where a story came to no good end."""
    options = _options()
    if options.story:
        return _story(options)
    return _all(options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    add = parser.add_argument
    add("--only", action="append", default=[], metavar="NAME", help="one picture; may be repeated")
    add("--folder", type=Path, help="where the pictures go")
    add("--language", choices=LANGUAGES, action="append", default=[])
    add("--look", choices=LOOKS, action="append", default=[])
    add("--width", type=int, choices=list(SIZES), action="append", default=[])
    add("--story", help=argparse.SUPPRESS)
    return parser.parse_args()


def _all(options: argparse.Namespace) -> int:
    from docs.picturing.scenes import STORIES

    folder = options.folder or Path(tempfile.mkdtemp(prefix="pictures-"))
    stories = [
        one
        for one, (_, names) in STORIES.items()
        if not options.only or set(names) & set(options.only)
    ]
    failed = []
    with _screen() as display:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "TZ": "Europe/Warsaw",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "PYTHONPATH": str(ROOT),
            "PYTHONFAULTHANDLER": "1",
        }
        for language in options.language or LANGUAGES:
            for story in stories:
                command = [
                    sys.executable,
                    __file__,
                    "--story",
                    story,
                    "--language",
                    language,
                    "--folder",
                    str(folder),
                ]
                for name in ("only", "look", "width"):
                    for value in getattr(options, name):
                        command += [f"--{name}", str(value)]
                if subprocess.run(command, env=environment, check=False).returncode:
                    failed.append(f"{story} ({language})")
    for one in failed:
        print(f"failed: {one}", file=sys.stderr)
    print(folder)
    return 1 if failed else 0


def _screen():
    import contextlib

    @contextlib.contextmanager
    def running():
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"]
        with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
            os.close(write)
            with os.fdopen(read) as told:
                number = told.readline().strip()
            try:
                yield f":{number}"
            finally:
                server.terminate()

    return running()


def _story(options: argparse.Namespace) -> int:
    from docs.picturing.scenes import STORIES
    from docs.picturing.studio import Enough, Studio, View

    act, names = STORIES[options.story]
    numbers = {}
    for _, those in STORIES.values():
        for one in those:
            numbers[one] = len(numbers) + 1
    wanted = {one: numbers[one] for one in names if not options.only or one in options.only}
    views = [
        View(options.language[0], look, width, SIZES[width])
        for width in options.width or SIZES
        for look in options.look or LOOKS
    ]
    with tempfile.TemporaryDirectory(prefix="desk-") as data:
        studio = Studio(options.folder, views, wanted, Path(data) / "data")
        code = 0
        try:
            act(studio)
        except Enough:
            pass
        except Exception:
            import traceback

            traceback.print_exc()
            studio.failed()
            code = 1
        studio.end()
    sys.stdout.flush()
    return code


if __name__ == "__main__":
    sys.exit(main())
