"""The recipes for Windows, macOS and CI, as far as they can be tried here."""

from __future__ import annotations

import plistlib
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from PIL import Image

from inpost_desk.cli import VERSION
from inpost_desk.own_process import CONSOLE_PROGRAM

ROOT = Path(__file__).parents[1]
WINDOWS = ROOT / "packaging" / "windows"
INSTALLER = (WINDOWS / "installer.nsi").read_text("utf-8")
SYSTEMS = ("linux", "windows", "macos")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder as PyInstaller leaves it, with next to nothing in it."""
    folder = tmp_path / "dist" / "inpost-desk"
    (folder / "_internal").mkdir(parents=True)
    for name in (CONSOLE_PROGRAM, "InPost Desk.exe", "LICENSE.txt", "_internal/base_library.zip"):
        (folder / name).write_text(name)
    return folder


def _compiled(program: Path, *given: str) -> subprocess.CompletedProcess[str]:
    makensis = shutil.which("makensis")
    assert makensis, "the package nsis is missing: packaging/set-up.sh names it"
    return subprocess.run(
        [
            makensis,
            "-V2",
            "-WX",
            "-INPUTCHARSET",
            "UTF8",
            f"-DVERSION={VERSION}",
            f"-DPROGRAM={program}",
            f"-DOUTPUT={program.parent / 'installer.exe'}",
            *given,
            str(WINDOWS / "installer.nsi"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_installer_compiles_without_a_warning(program: Path, tmp_path: Path) -> None:
    icon = tmp_path / "inpost-desk.ico"
    subprocess.run([sys.executable, WINDOWS / "icon.py", icon], check=True)

    done = _compiled(program, f"-DICON={icon}")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (program.parent / "installer.exe").read_bytes()[:2] == b"MZ"
    with Image.open(icon) as picture:
        assert {(16, 16), (32, 32), (256, 256)} <= set(picture.info["sizes"])


def test_the_installer_notices_a_program_that_was_not_built(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()

    assert _compiled(tmp_path / "dist" / "inpost-desk").returncode != 0


def test_the_installer_asks_for_no_rights_and_leaves_the_data() -> None:
    removed = re.findall(r'(?:RMDir|Delete)(?: /r)? "(.+?)"', INSTALLER)

    assert "RequestExecutionLevel user" in INSTALLER
    assert not re.search(r"\b(HKLM|\$PROGRAMFILES|SetShellVarContext all)\b", INSTALLER)
    assert all(one.startswith(("$INSTDIR", "$SMPROGRAMS", "$DESKTOP")) for one in removed)
    assert re.findall(r'RMDir /r "(.+?)"', INSTALLER) == [r"$INSTDIR\_internal"]


def test_the_installer_speaks_both_languages() -> None:
    said = {
        language: set(re.findall(rf"LangString (\w+) \${{LANG_{language}}} ", INSTALLER))
        for language in ("POLISH", "ENGLISH")
    }

    assert said["POLISH"] == said["ENGLISH"] == set(re.findall(r"\$\((\w+)\)", INSTALLER))


def test_the_two_programs_are_those_of_the_spec() -> None:
    spec = (ROOT / "packaging" / "inpost-desk.spec").read_text("utf-8")
    names = re.findall(r'!define (?:WINDOW|CONSOLE) "(.+)\.exe"', INSTALLER)

    assert f"{names[1]}.exe" == CONSOLE_PROGRAM
    assert all(f'program("{name}"' in spec for name in names)


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    said = (WINDOWS / "version.txt").read_text("utf-8")

    assert project["version"] == VERSION
    assert set(re.findall(r"'(\d+\.\d+\.\d+)'", said)) == {VERSION}
    numbers = ", ".join([*VERSION.split("."), "0"])
    assert re.findall(r"vers=\((.+?)\)", said) == [numbers, numbers]


def test_what_the_workflow_starts_is_there() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    steps = [step for name in SYSTEMS for step in workflow["jobs"][name]["steps"]]
    commands = "\n".join(step.get("run", "") for step in steps).replace("\\", "/")
    started = set(re.findall(r"(?:packaging|\.ci)/[\w./-]+", commands))

    assert set(workflow["jobs"]) == set(SYSTEMS)
    assert {one for one in started if not (ROOT / one).is_file()} == set()
    assert {".ci/run", "packaging/windows/build.ps1", "packaging/macos/build.sh"} <= started


def test_every_system_tries_out_its_frozen_program() -> None:
    linux = (ROOT / ".github/workflows/ci.yml").read_text("utf-8")
    windows = (WINDOWS / "build.ps1").read_text("utf-8")
    mac = (ROOT / "packaging" / "macos" / "build.sh").read_text("utf-8")

    assert all("--selftest" in one for one in (linux, windows, mac))


def test_the_tests_for_elsewhere_are_there() -> None:
    lines = (ROOT / "packaging" / "tests-elsewhere.txt").read_text("utf-8").splitlines()
    places = [line.removeprefix("--deselect=").partition("::")[0] for line in lines]

    assert all((ROOT / one).exists() for one in places)


def test_the_mac_s_papers_can_be_read() -> None:
    content = (ROOT / "packaging" / "macos" / "entitlements.plist").read_bytes()
    script = ROOT / "packaging" / "macos" / "build.sh"

    assert all(plistlib.loads(content).values())
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
