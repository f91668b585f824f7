"""What a double-click shows before the program behind it is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from inpost_desk.asked import data_dir_for_window

ROOT = Path(__file__).resolve().parent.parent
SHOWN = """
import sys
from inpost_desk import first_paint
first_paint.show(sys.argv[2:])
from pathlib import Path
one = first_paint.taken(Path(sys.argv[1]))
print("shown" if one and one.window.isVisible() else "nothing")
if one:
    print(one.window.grab().toImage().pixelColor(20, 300).name())
print(*(name for name in ("inpost_desk.settings", "inpost_desk.ui.kit", "sqlalchemy", "httpx",
    "PySide6.QtWidgets") if name in sys.modules))
print(first_paint.taken(Path(sys.argv[1])))
"""


def _started(folder: Path, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", SHOWN, str(folder), *arguments],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_the_empty_window_is_shown_with_nothing_but_qt_loaded(tmp_path: Path) -> None:
    shown, _, loaded, again = _started(tmp_path, "--data-dir", str(tmp_path))
    assert (shown, loaded, again) == ("shown", "PySide6.QtWidgets", "None")


def test_it_has_the_colours_of_the_last_time(tmp_path: Path) -> None:
    ground = "[ground]\nwindow=#15181b\nrail=#0f1214\nrail_width=88\n"
    (tmp_path / "window.ini").write_text(ground, "utf-8")
    assert _started(tmp_path, "--data-dir", str(tmp_path))[1] == "#0f1214"


def test_colours_nobody_can_read_are_the_systems(tmp_path: Path) -> None:
    ground = "[ground]\nwindow=nonsense\nrail=#0f1214\nrail_width=wide\n"
    (tmp_path / "window.ini").write_text(ground, "utf-8")
    shown, rail, *_ = _started(tmp_path, "--data-dir", str(tmp_path))
    assert (shown, rail == "#0f1214") == ("shown", False)


@pytest.mark.parametrize("given", [("demo",), ("window", "--help"), ("ship", "orders.csv")])
def test_a_command_without_a_window_loads_no_qt(tmp_path: Path, given: tuple[str, ...]) -> None:
    assert _started(tmp_path, *given, "--data-dir", str(tmp_path)) == ["nothing", "", "None"]


def test_a_second_start_shows_no_window_of_its_own(tmp_path: Path) -> None:
    holding = (
        "from inpost_desk.single_instance import alone; from pathlib import Path; import sys;\n"
    )
    holding += "lock = alone(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        assert _started(tmp_path, "--data-dir", str(tmp_path))[0] == "nothing"
        first.communicate("")


def test_a_folder_that_cannot_be_is_left_to_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert _started(tmp_path, "--data-dir", str(file))[0] == "nothing"


@pytest.mark.parametrize(
    ("given", "folder"),
    [
        (["--data-dir=here"], "here"),
        (["--data-dir", "here", "window", "orders.csv"], "here"),
        (["window", "--data-dir"], ""),
        (["window", "-h"], None),
        (["status", "--data-dir", "here"], None),
    ],
)
def test_the_folder_of_a_window(given: list[str], folder: str | None) -> None:
    assert data_dir_for_window(given) == folder
