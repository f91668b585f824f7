"""The doctor on this machine, and on one where things are missing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from inpost_desk.actions import doctor
from inpost_desk.actions.doctor import Finding, examine
from inpost_desk.domain.shipment import Organization, OrganizationId
from inpost_desk.errors import KeyringTrouble, NotAllowed, Offline, Trouble


@dataclass
class Answering:
    organization: OrganizationId
    answer: Organization | Trouble

    def account(self) -> Organization:
        if isinstance(self.answer, Trouble):
            raise self.answer
        return self.answer


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
    assert "shipx" not in findings


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    aside = tmp_path / "settings.json.damaged-20261121T120000.000000"
    (tmp_path / "taken").write_text("")

    findings = examine(tmp_path / "taken", keyring=_broken, damaged=[aside])

    assert Finding("data_dir", ok=False, fact=f"not_a_folder {tmp_path / 'taken'}") in findings
    assert Finding("keyring", ok=False, fact="locked") in findings
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


@pytest.mark.parametrize(
    ("answer", "ok", "fact"),
    [
        (Organization(OrganizationId(7)), True, "7"),
        (Organization(OrganizationId(8)), False, "other_organization"),
        (NotAllowed(status=401), False, "401"),
        (Offline("connect"), False, "Offline"),
    ],
)
def test_inpost_is_asked_where_there_is_a_client(
    answer: Organization | Trouble, ok: bool, fact: str
) -> None:
    found = doctor._shipx(Answering(OrganizationId(7), answer))

    assert found == Finding("shipx", ok=ok, fact=fact)
