"""What Windows' errors lead to, with its errors raised here: it has never run on a real Windows."""

from __future__ import annotations

import ctypes
import errno
import logging
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import platformdirs
import pytest

from inpost_desk import clock, log, paths, settings, single_instance, windows_files
from inpost_desk.actions.order_file import read_table
from inpost_desk.actions.result_file import write_result
from inpost_desk.actions.template import write_template
from inpost_desk.actions.watched_folder import put_away
from inpost_desk.errors import FileTrouble
from inpost_desk.labels import store
from inpost_desk.ui import awake
from inpost_desk.whole_file import whole_file
from inpost_desk.windows_files import is_device, put_in_place, too_long

DENIED, IN_USE = 5, 32


def _said(winerror: int, number: int = errno.EACCES) -> OSError:
    """As Python raises it there, where it puts Windows' own number beside that of C."""
    error = OSError(number, "from Windows")
    error.winerror = winerror  # type: ignore[attr-defined]
    return error


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Path]]:
    """From now on renames fail so many times; gives back the places that were tried."""
    replace = Path.replace

    def hold(*, times: int, winerror: int = DENIED) -> list[Path]:
        tried: list[Path] = []

        def refused(self: Path, target: Path) -> Path:
            tried.append(Path(target))
            if len(tried) <= times:
                raise _said(winerror)
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", refused)
        monkeypatch.setattr(windows_files, "PAUSES", (0.0, 0.0, 0.0))
        return tried

    return hold


@pytest.mark.parametrize("winerror", [DENIED, IN_USE])
def test_a_virus_scanner_that_looks_for_a_moment_is_waited_for(
    tmp_path: Path, held: Callable[..., list[Path]], winerror: int
) -> None:
    ready = tmp_path / "ready"
    ready.write_text("new")
    tried = held(times=2, winerror=winerror)

    put_in_place(ready, tmp_path / "place")

    assert len(tried) == 3
    assert (tmp_path / "place").read_text() == "new"


def _table(folder: Path) -> None:
    with whole_file(folder / "orders.csv") as whole:
        whole.file.write(b"new")


def _labels(folder: Path) -> None:
    store.LabelStore(folder).save("labels.pdf", b"new")


def _settings(folder: Path) -> None:
    settings.change(folder, language="en")


@pytest.mark.parametrize(
    ("write", "name"),
    [
        (_table, "orders.csv"),
        (_labels, "labels.pdf"),
        (_settings, "settings.json"),
        (lambda folder: write_template(folder / "empty.csv"), "empty.csv"),
        (lambda folder: write_result(folder / "result.csv", []), "result.csv"),
        (lambda folder: store.LabelStore(folder).save("1.pdf", b"new"), "1.pdf"),
    ],
)
def test_a_file_that_is_open_in_excel_or_a_reader_is_named(
    tmp_path: Path,
    held: Callable[..., list[Path]],
    write: Callable[[Path], object],
    name: str,
) -> None:
    (tmp_path / name).write_bytes(b"{}")
    held(times=100)

    with pytest.raises(FileTrouble) as caught:
        write(tmp_path)

    assert (caught.value.rule, caught.value.place) == ("held_open", str(tmp_path / name))
    assert (tmp_path / name).read_bytes() == b"{}"
    assert [one.name for one in tmp_path.iterdir() if not one.name.endswith(".lock")] == [name]


def test_an_order_file_that_another_program_locks_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise _said(IN_USE)

    (tmp_path / "orders.csv").write_text("x")
    monkeypatch.setattr(Path, "open", locked)

    with pytest.raises(FileTrouble) as caught:
        read_table(tmp_path / "orders.csv")

    assert caught.value.rule == "held_open"


def test_a_watched_file_that_is_opened_in_the_last_moment_is_said(
    tmp_path: Path, held: Callable[..., list[Path]]
) -> None:
    (tmp_path / "orders.csv").write_text("x")
    held(times=1, winerror=IN_USE)

    with pytest.raises(FileTrouble) as caught:
        put_away(tmp_path / "orders.csv", "done")

    assert (caught.value.rule, caught.value.place) == ("held_open", str(tmp_path / "orders.csv"))
    assert (tmp_path / "orders.csv").read_text() == "x"
    assert list((tmp_path / "done").iterdir()) == []


def test_rules_of_windows_numbers() -> None:
    assert paths.disk_rule(_said(IN_USE)) == "held_open"
    assert paths.disk_rule(OSError(errno.ENAMETOOLONG, "")) == "name_too_long"
    assert paths.disk_rule(_said(DENIED)) == "read_only"


@pytest.mark.parametrize(
    "name", ["NUL", "nul.pdf", "Con.txt", "com1", "LPT9.csv", "aux .x", "COM²"]
)
def test_devices_are_no_files(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["nulls.pdf", "console", "com", "com10", "lpt.csv", "prince.csv"])
def test_what_only_looks_like_a_device(name: str) -> None:
    assert not is_device(name)


def test_labels_are_not_printed_into_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--output nul.pdf` would be taken, and gone."""
    monkeypatch.setattr(windows_files, "os", SimpleNamespace(name="nt"))

    with pytest.raises(FileTrouble) as caught, whole_file(tmp_path / "nul.pdf") as whole:
        whole.file.write(b"labels")

    assert caught.value.rule == "not_a_file"
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_is_too_long_is_no_missing_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = PureWindowsPath("C:\\" + "x" * 225) / "labels.pdf"
    assert too_long(deep, system="nt")
    assert not too_long(PureWindowsPath("C:\\Users\\Ala\\labels.pdf"), system="nt")
    assert not too_long(deep, system="posix")

    monkeypatch.setattr("inpost_desk.whole_file.too_long", lambda _path: True)
    with pytest.raises(FileTrouble) as caught, whole_file(tmp_path / "none" / "a.csv"):
        pass
    assert caught.value.rule == "name_too_long"


def test_a_log_that_another_process_writes_too_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Window and command line share one log, which Windows does not rename under either of them."""

    def refused(*_: object) -> None:
        raise _said(IN_USE)

    monkeypatch.setattr(log, "FILE_SIZE", 300)
    monkeypatch.setattr(RotatingFileHandler, "rotate", refused)
    handler = log.set_up(tmp_path / "desk.log")
    try:
        for number in range(20):
            logging.getLogger("inpost_desk").info("line %d", number)
    finally:
        log.close(handler)

    assert len((tmp_path / "desk.log").read_text().splitlines()) == 20


def test_time_asleep_counts_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS has a clock of its own for it, Windows' usual one does it."""
    asked: list[int] = []

    def says(number: int) -> float:
        asked.append(number)
        return 7.0

    mac = SimpleNamespace(CLOCK_MONOTONIC=6, clock_gettime=says)
    monkeypatch.setattr(clock, "time", mac)
    assert (clock.elapsed(), asked) == (7.0, [6])
    monkeypatch.setattr(clock, "time", SimpleNamespace(monotonic=lambda: 8.0))
    assert clock.elapsed() == 8.0


def _drive_type(root: str) -> int:
    return {"C:\\": 3, "Z:\\": 4}[root]


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("C:\\Users\\Ala", False),
        ("\\\\?\\C:\\Users\\Ala", False),
        ("Z:\\dane", True),
        ("\\\\serwer\\dane\\x", True),
        ("\\\\?\\UNC\\serwer\\dane\\x", True),
    ],
)
def test_shares_on_windows(path: str, *, remote: bool) -> None:
    assert paths.on_windows_network(PureWindowsPath(path), _drive_type) is remote


def test_no_ledger_in_onedrive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cloud = tmp_path / "Chmura"
    monkeypatch.setenv("OneDrive", str(cloud))

    assert paths.unfit_for_ledger(cloud / "Pulpit" / "dane") == "cloud_folder"
    assert paths.unfit_for_ledger(tmp_path / "dane") == ""


@pytest.mark.parametrize(
    ("path", "cloud"),
    [
        ("/Users/ala/OneDrive - Sklep/dane", True),
        ("/Users/ala/Dropbox (Sklep)/dane", True),
        ("/Users/ala/Dropboxes/dane", False),
        ("/home/ala/dane", False),
    ],
)
def test_clouds_by_name(path: str, *, cloud: bool) -> None:
    assert paths.in_cloud(Path(path), {}) is cloud


def test_a_portable_program_keeps_its_data_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "InPost Desk" / "inpost-desk.exe"
    program.parent.mkdir()
    monkeypatch.setattr("sys.executable", str(program))
    monkeypatch.setattr("sys.frozen", True, raising=False)
    usual = tmp_path / "usual"
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(usual))

    assert paths.data_dir(None) == usual
    (program.parent / paths.PORTABLE).touch()
    assert paths.data_dir(None) == program.parent / "data"
    assert paths.data_dir(str(tmp_path / "given")) == tmp_path / "given"


def test_the_machine_is_held_awake(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def asks(flags: int) -> int:
        asked.append(flags)
        return 0x80000000

    kernel = SimpleNamespace(SetThreadExecutionState=asks)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)

    assert awake.hold_windows(wanted=True)
    assert not awake.hold_windows(wanted=False)
    assert asked == [0x80000003, 0x80000000]


def test_a_second_start_lets_the_first_window_come_forward(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not single_instance.give_focus_away()

    user = SimpleNamespace(AllowSetForegroundWindow=lambda process: int(process == -1))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user), raising=False)
    assert single_instance.give_focus_away()
