"""The doctor on this machine, and on one where things are missing."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from inpost_desk.actions import doctor
from inpost_desk.actions.doctor import Finding, examine
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.errors import KeyringTrouble
from inpost_desk.ledger.ledger import Ledger, ledger_folder
from inpost_desk.printers.printer import PrinterState, Readiness
from inpost_desk.wording.doctor import fact_words, name_words, remedy_words
from tests.zebra_listener import ZebraListener


def _broken() -> str:
    raise KeyringTrouble("locked")


def _program(folder: Path, name: str, body: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o755)


def test_everything_the_program_needs_is_looked_at(tmp_path: Path) -> None:
    findings = {one.name: one for one in examine(tmp_path, keyring=lambda: "Vault")}

    depends_on_the_machine = {"printing", "disk_space"}
    assert {one.name for one in findings.values() if not one.ok} <= depends_on_the_machine
    assert {"python", "ledger", "http", "spreadsheets", "pdf", "bar_codes", "simulator"} <= set(
        findings
    )
    assert {"window_system", "fonts", "data_dir", "network_share", "settings"} <= set(findings)
    assert findings["window_system"].fact.startswith("6.")
    assert findings["keyring"].fact == "Vault"
    assert int(findings["disk_space"].fact) > 0
    assert all(name_words(one) and fact_words(one) is not None for one in findings.values())


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    aside = tmp_path / "settings.json.damaged-20261121T120000.000000"
    (tmp_path / "taken").write_text("")

    findings = examine(tmp_path / "taken", keyring=_broken, damaged=[aside])

    taken = Finding("data_dir", ok=False, fact=str(tmp_path / "taken"), rule="not_a_folder")
    assert taken in findings
    assert taken.grave
    assert Finding("keyring", ok=False, rule="locked") in findings
    assert Finding("settings", ok=False, fact=str(aside)) in findings


def test_a_missing_library_of_qt_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "PySide6"
    broken.mkdir()
    (broken / "__init__.py").write_text(
        'raise ImportError("libEGL.so.1: cannot open shared object file")'
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    finding = doctor._window_system()

    assert not finding.ok
    assert finding.fact == "ImportError: libEGL.so.1: cannot open shared object file"


def test_a_missing_package_is_named() -> None:
    finding = doctor._part("pdf", "no_such_module", "no-such-module")

    assert finding == Finding("pdf", ok=False, fact="No module named 'no_such_module'")


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        ("exit 0", Finding("printing", ok=True, fact="cups")),
        ("exit 1", Finding("printing", ok=False, fact="cups")),
        ("exec tail -f /dev/null", Finding("printing", ok=False, fact="cups")),
        ("", Finding("printing", ok=True, fact="cups")),
    ],
)
def test_printing_is_what_lpstat_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, finding: Finding
) -> None:
    _program(tmp_path, "lpstat", body)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(doctor, "SECONDS", 0.3)

    assert doctor._printing() == finding


def test_without_lpstat_nothing_can_be_said_about_printing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert doctor._printing() == Finding("printing", ok=False, fact="lpstat")


def test_a_folder_that_others_can_read_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    assert Finding("data_private", ok=True, fact=str(tmp_path)) in doctor._data_folder(tmp_path)
    tmp_path.chmod(0o755)
    (found,) = [one for one in doctor._data_folder(tmp_path) if one.name == "data_private"]
    assert (found.ok, found.grave) == (False, False)


def test_ledgers_are_looked_at_and_left_as_they_are(tmp_path: Path) -> None:
    sound = ledger_folder(tmp_path, api_url="sandbox", organization=1)
    Ledger(sound).close()
    broken = ledger_folder(tmp_path, api_url="sandbox", organization=2)
    broken.mkdir()
    (broken / "ledger.sqlite").write_bytes(b"no database " * 100)
    newer = ledger_folder(tmp_path, api_url="sandbox", organization=3)
    Ledger(newer).close()
    with contextlib.closing(sqlite3.connect(newer / "ledger.sqlite")) as ledger, ledger:
        ledger.execute("UPDATE alembic_version SET version_num = '9999'")
    before = (sound / "ledger.sqlite").read_bytes()

    found = {one.about: one.rule for one in doctor._ledgers(tmp_path)}

    assert found == {"sandbox-1": "", "sandbox-2": "damaged", "sandbox-3": "newer"}
    assert (sound / "ledger.sqlite").read_bytes() == before


def test_each_printer_says_how_it_stands(tmp_path: Path) -> None:
    with ZebraListener() as zebra:
        profiles = [
            Profile.at(Reach.FOLDER, str(tmp_path)),
            Profile.at(Reach.FOLDER, str(tmp_path / "gone")),
            Profile.at(Reach.SOCKET, zebra.address),
            Profile.at(Reach.SOCKET, "127.0.0.1:9"),
        ]
        found = doctor._printers(profiles)
    assert [(one.ok, one.rule) for one in found] == [
        (True, ""),
        (False, "missing"),
        (True, ""),
        (False, "unreachable"),
    ]
    assert [one.about for one in found] == [one.name for one in profiles]
    said = [remedy_words(one) for one in found]
    assert str(tmp_path / "gone") in said[1]
    assert "switch it on" in said[3]
    assert doctor._printers([]) == [Finding("printer", ok=True, rule="none")]


@pytest.mark.parametrize(
    ("state", "rule", "words"),
    [
        (PrinterState(Readiness.PAUSED, ("paused",)), "paused", "it is paused"),
        (PrinterState(Readiness.STOPPED), "stopped", "it was stopped"),
        (PrinterState(Readiness.STOPPED, ("rejecting",)), "rejecting", "takes no documents"),
        (PrinterState(Readiness.MISSING, ("no_such_printer",)), "no_such_printer", "any more"),
        (PrinterState(Readiness.READY, ("media-empty",)), "ready", "out of labels; it does not"),
    ],
)
def test_a_printer_that_does_not_print_says_why(
    monkeypatch: pytest.MonkeyPatch, state: PrinterState, rule: str, words: str
) -> None:
    class Saying:
        def state(self) -> PrinterState:
            return state

    monkeypatch.setattr(doctor, "printer_for", lambda _: Saying())
    found = doctor._printer(Profile.at(Reach.CUPS, "zebra"))
    assert (found.ok, found.rule) == (False, rule)
    assert words in remedy_words(found)


def test_a_printer_that_is_half_set_up_is_named() -> None:
    found = doctor._printer(Profile.at(Reach.CUPS, "", name="Stół 1"))
    assert found == Finding("printer", ok=False, rule="not_chosen", about="Stół 1")
