"""What the recipes of the packages say of the program is true of it. CI tries the packages themselves."""

from __future__ import annotations

import runpy
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path

from inpost_desk.cli import VERSION
from inpost_desk.paths import APP_NAME

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"


def desktop_entry() -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    # Keys of a desktop entry keep their capitals.
    parser.optionxform = str  # type: ignore[method-assign, assignment]
    parser.read(LINUX / "inpost-desk.desktop", "utf-8")
    return dict(parser["Desktop Entry"])


def metainfo() -> ET.Element:
    (file,) = LINUX.glob("*.metainfo.xml")
    root = ET.parse(file).getroot()
    assert root.findtext("id") == file.name.removesuffix(".metainfo.xml")
    return root


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    release = metainfo().find("releases/release")
    assert release is not None
    assert project["version"] == release.get("version") == VERSION


def test_the_menu_entry_and_the_window_know_each_other() -> None:
    entry = desktop_entry()
    assert entry["StartupWMClass"] == entry["Icon"] == APP_NAME
    assert metainfo().findtext("launchable") == f"{APP_NAME}.desktop"


def test_both_languages_are_in_the_menu() -> None:
    entry = desktop_entry()
    for key in ("GenericName", "Comment", "Keywords"):
        assert entry[key] != entry[f"{key}[pl]"]


def test_the_mark_is_drawn_in_every_size(tmp_path: Path) -> None:
    sizes = runpy.run_path(str(ROOT / "packaging" / "icons.py"))["SIZES"]
    script = [sys.executable, str(ROOT / "packaging" / "icons.py"), str(tmp_path)]
    subprocess.run(script, check=True, timeout=60)
    assert {one.name for one in tmp_path.iterdir()} == {f"{size}.png" for size in sizes}


def test_the_size_is_that_of_all_files_without_links(tmp_path: Path) -> None:
    inside = tmp_path / "_internal" / "PySide6" / "Qt" / "lib"
    inside.mkdir(parents=True)
    (inside / "libQt6Core.so.6").write_bytes(b"1" * 100)
    (tmp_path / "_internal" / "libQt6Core.so.6").symlink_to(inside / "libQt6Core.so.6")
    (tmp_path / "inpost-desk").write_bytes(b"1" * 10)
    found = runpy.run_path(str(ROOT / "packaging" / "size.py"))["weigh"](tmp_path)
    assert dict(found) == {
        "Qt: libraries": 100,
        "Python modules, ours among them (compressed)": 10,
    }
