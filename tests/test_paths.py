"""The data folder and the places of resources, on a real disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk import paths
from inpost_desk.errors import FileTrouble


def test_resources_lie_beside_the_package_in_a_checkout() -> None:
    assert paths.resource("samples").is_dir()


def test_a_new_data_folder_belongs_to_its_owner_only(tmp_path: Path) -> None:
    place = paths.data_dir(str(tmp_path / "a" / "zażółć gęślą"))

    assert place.is_dir()
    assert place.stat().st_mode & 0o077 == 0
    assert list(place.iterdir()) == []


def test_without_a_choice_the_system_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert paths.data_dir(None) == tmp_path / "inpost-desk"


def test_a_relative_data_folder_stays_where_it_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert paths.data_dir("here") == tmp_path / "here"


def test_a_file_is_no_data_folder(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")

    for given_path in (tmp_path / "taken", tmp_path / "taken" / "below"):
        with pytest.raises(FileTrouble) as caught:
            paths.data_dir(str(given_path))
        assert caught.value.rule == "not_a_folder"
        assert caught.value.place == str(given_path)


def test_a_folder_that_takes_no_files_is_refused() -> None:
    with pytest.raises(FileTrouble) as caught:
        paths.data_dir("/proc/self/inpost-desk")

    assert caught.value.rule == "read_only"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_no_room_left_has_a_rule_of_its_own(number: int) -> None:
    assert paths.disk_rule(OSError(number, os.strerror(number))) == "disk_full"


def test_this_disk_is_no_network_share(tmp_path: Path) -> None:
    assert not paths.on_network(tmp_path)
    assert paths.file_system_of(Path("/proc/self"), Path("/proc/mounts").read_text()) == "proc"


def test_the_innermost_and_latest_mount_counts() -> None:
    mounts = (
        "/dev/vda / ext4 rw 0 0\n"
        "nas:/paczki /srv/paczki nfs4 rw 0 0\n"
        "/dev/vdb /srv/paczki/local ext4 rw 0 0\n"
        "//nas/a /srv/dwa\\040słowa ext4 rw 0 0\n"
        "//nas/b /srv/dwa\\040słowa cifs rw 0 0\n"
        "broken\n"
    )

    assert paths.file_system_of(Path("/srv"), mounts) == "ext4"
    assert paths.file_system_of(Path("/srv/paczki/desk"), mounts) == "nfs4"
    assert paths.file_system_of(Path("/srv/paczki-2"), mounts) == "ext4"
    assert paths.file_system_of(Path("/srv/paczki/local/desk"), mounts) == "ext4"
    assert paths.file_system_of(Path("/srv/dwa słowa/desk"), mounts) == "cifs"
    assert paths.file_system_of(Path("/srv"), "") == ""


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1))
def test_any_folder_name_is_found_again_in_the_kernel_s_writing(name: str) -> None:
    if name in (".", ".."):
        return
    written = "".join(f"\\{ord(c):03o}" if c in " \t\n\\" else c for c in name)
    mounts = f"/dev/vda / ext4 rw 0 0\nnas:/x /nowhere/{written} nfs rw 0 0\n"

    assert paths.file_system_of(Path("/nowhere") / name / "desk", mounts) == "nfs"
