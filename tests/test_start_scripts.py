"""run.sh and test.sh in a checkout of its own, with stand-ins for the tools: nothing is installed here."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROGRAM = "import os, sys; print(os.getcwd(), sys.argv[1:], sep='|')"
REST = "--ignore=tests/ui"
EVERYTHING = 'shift 3; for name; do printf "%s=installed " "$name"; done'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with blanks in its path, a program that says how it was started, and a ready environment."""
    place = tmp_path / "moje paczki"
    for folder in ("packaging", "inpost_desk", ".venv/bin"):
        (place / folder).mkdir(parents=True)
    shutil.copy(ROOT / "run.sh", place)
    shutil.copy(ROOT / "packaging" / "set-up.sh", place / "packaging")
    shutil.copy(ROOT / "test.sh", place)
    (place / "inpost_desk" / "__main__.py").write_text(PROGRAM)
    (place / "requirements.lock").write_text("nothing\n")
    (place / ".venv" / "bin" / "python").symlink_to(sys.executable)
    digest = hashlib.sha256(b"nothing\n").hexdigest()
    (place / ".venv" / "set-up.stamp").write_text(f"{platform.python_version()} {digest}\n")
    return place


def _start(
    command: Path, *arguments: str, cwd: Path, **programs: str
) -> subprocess.CompletedProcess[str]:
    """Runs with shell scripts in the place of system programs."""
    stand_ins = cwd / "stand-ins"
    stand_ins.mkdir()
    for name, body in programs.items():
        file = stand_ins / name.replace("_", "-")
        file.write_text(f"#!/bin/sh\n{body}\n")
        file.chmod(0o755)
    return subprocess.run(
        [command, *arguments],
        cwd=cwd,
        env={**os.environ, "PATH": f"{stand_ins}:{os.environ['PATH']}"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_folder_and_the_arguments_of_the_user_are_kept(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "os.py").write_text("raise SystemExit('a module of the folder was imported')")
    (tmp_path / "desk").symlink_to(checkout / "run.sh")

    done = _start(
        tmp_path / "desk", "ship", "moje zamówienia.csv", cwd=tmp_path, dpkg_query=EVERYTHING
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{tmp_path}|['ship', 'moje zamówienia.csv']\n"


@pytest.mark.parametrize("present", ["libcups2", "libcups2t64"])
def test_a_renamed_package_counts_under_either_name(
    checkout: Path, tmp_path: Path, present: str
) -> None:
    other = {"libcups2": "libcups2t64", "libcups2t64": "libcups2"}[present]
    listed = EVERYTHING.replace("do ", f'do [ "$name" = {other} ] && continue; ')

    done = _start(checkout / "run.sh", cwd=tmp_path, dpkg_query=listed + "; exit 1")

    assert (done.returncode, done.stderr) == (0, "")


def test_without_rights_the_one_command_to_run_is_printed(checkout: Path, tmp_path: Path) -> None:
    listed = EVERYTHING.replace("do ", 'do case "$name" in libgl1|libcups2*) continue; esac; ')

    done = _start(
        checkout / "run.sh",
        cwd=tmp_path,
        dpkg_query=listed,
        apt_cache='[ "$2" = libcups2t64 ]',
        apt_get="echo E: no archive; exit 100",
        sudo="exit 1",
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == (
        "sudo sh -c 'apt-get update && "
        "apt-get install -y --no-install-recommends libgl1 libcups2t64'"
    )


def test_an_environment_that_cannot_be_made_is_one_sentence(checkout: Path, tmp_path: Path) -> None:
    shutil.rmtree(checkout / ".venv")
    (checkout / ".venv").write_text("in the way")

    done = _start(checkout / "run.sh", cwd=tmp_path, dpkg_query=EVERYTHING)

    assert done.returncode == 1
    assert done.stderr == (
        f"InPost Desk: the environment cannot be made: {checkout / '.venv'} is not writable.\n"
    )


@pytest.mark.parametrize("failing", ["", "tests/ui", "tests/journeys", "tests/cli", REST])
def test_one_group_of_tests_that_fails_is_enough(
    checkout: Path, tmp_path: Path, failing: str
) -> None:
    (checkout / "pytest.py").write_text(
        f"import sys; print(*sys.argv); exit({failing!r} in sys.argv)"
    )

    done = _start(checkout / "test.sh", cwd=tmp_path, dpkg_query=EVERYTHING)

    assert (done.returncode, done.stderr) == (1 if failing else 0, "")
    words = done.stdout.split()
    given = {word for word in words if word.startswith("tests/")}
    # Some of a folder's files go with another one: none is run twice, and none is left out.
    apart = {one for one in given if "*" in one}
    assert all(list(ROOT.glob(one)) for one in apart)
    elsewhere = {word[len("--ignore-glob=*/") :] for word in words if "-glob=" in word}
    assert elsewhere == {Path(one).stem for one in apart}
    alone = given - apart
    assert alone == {word[len("--ignore=") :] for word in words if word.startswith("--ignore=")}
    assert all((ROOT / one).is_dir() for one in alone)


def test_arguments_go_to_pytest_as_they_are(checkout: Path, tmp_path: Path) -> None:
    (checkout / "pytest.py").write_text("import sys; print(sys.argv[1:]); exit(5)")

    done = _start(
        checkout / "test.sh", "-k", "two words", "tests/ui", cwd=tmp_path, dpkg_query=EVERYTHING
    )

    assert (done.returncode, done.stderr) == (5, "")
    assert done.stdout == "['-k', 'two words', 'tests/ui']\n"
