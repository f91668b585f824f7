"""The support bundle of a warehouse where secrets and people stand everywhere: none of them is in it."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inpost_desk.actions import veil
from inpost_desk.actions.doctor import Finding
from inpost_desk.actions.support import SupportBundle, support_bundle, write_bundle
from inpost_desk.errors import FileTrouble
from inpost_desk.ledger.ledger import Ledger, ledger_folder

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ0YWplbW5pY2EifQ.podpis"
PLANTED = (
    TOKEN, "tajnytoken99", "600700801", "600 700 801", "+48600700801", "jan.planted@example.test",
    "Zenobia", "zenobia", "Grzegżółka", "grzegżółka", "grzegzolka", "Brzozowa", "brzozowa", "31-987",
    "Zatajewo", "824613", "Sklepik u Zenobii", "ZAM-9917", "192.168.77.12", "biuro-zebra",
    "proxy.zatajewo.test", "/home/zenobia", "C:\\Users\\zenobia",
)  # fmt: skip
LOG = (
    "command ship",
    "GET /v1/shipments/123456789 200 41 ms 39e05251-e0c5-44c3-8570-a9589f184de5",
    "GET /v1/organizations/600700801/shipments?status&page 200 9 ms 39e05251-e0c5-44c3-8570-a9589f184de5",
    f"token={TOKEN} tajnytoken99",
    "Bearer tajnytoken99",
    "receiver Zenobia Grzegżółka, Brzozowa 7/9, 31-987 Zatajewo, 600 700 801",
    "zenobia grzegżółka grzegzolka brzozowa zatajewo zam-9917",
    "jan.planted@example.test customer_delivering_code=824613 code 824613",
    "job 12 on biuro-zebra: 2 pages, 30111 bytes via 192.168.77.12:9100",
    "file /home/zenobia/zam/ZAM-9917.csv C:\\Users\\zenobia",
    "labels of 3 shipments: NoAnswer",
)
SETTINGS = {
    "sending_method": "dispatch_order",
    "language": "pl",
    "sender": {"name": "Zenobia Grzegżółka", "phone": "600700801", "email": "jan.planted@example.test"},
    "accounts": [
        {"environment": "production", "organization": 600700801, "name": "Sklepik u Zenobii"},
        {"environment": "https://proxy.zatajewo.test", "organization": 7, "name": "Zatajewo"},
    ],
    "printers": [
        {"id": "a", "name": "biuro-zebra", "reach": "socket", "address": "192.168.77.12:9100", "dpi": 203},
        {"id": "b", "name": "zenobia", "reach": "folder", "address": "/home/zenobia", "paper": "a6"},
    ],
    "proxy": "http://proxy.zatajewo.test:8080",
    "shipment_presets": [["Zenobia", "{\"name\": \"Grzegżółka\"}"]],
    "columns": {"digest": {"Zenobia": "phone"}},
    "station": {"operators": [{"name": "Zenobia", "badge": "824613", "pin": "tajnytoken99"}]},
    "data": {"keep_days": 90, "backup_folder": "/home/zenobia"},
    "from_a_newer_version": "Zatajewo",
    "Zenobia": 1,
    "token": "tajnytoken99",
    "number_of_somebody": 600700801,
}  # fmt: skip


def _warehouse(folder: Path) -> Path:
    folder.mkdir()
    (folder / "settings.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    head = "2026-11-23 07:59:01,123Z 4711 INFO inpost_desk.shipx "
    traceback = (
        "Traceback (most recent call last):",
        '  File "/home/zenobia/inpost_desk/actions/send.py", line 242, in send_zenobia',
        '    raise ValueError("Zenobia Grzegżółka")',
        "ValueError: Zenobia Grzegżółka 600700801",
        "Zenobia",
    )
    lines = [head + one for one in LOG] + list(traceback)
    (folder / "inpost-desk.log").write_text("\n".join(lines) + "\n", encoding="utf-8")
    _ledger(folder)
    return folder


def _ledger(folder: Path) -> None:
    place = ledger_folder(folder, api_url="production", organization=600700801)
    Ledger(place).close()
    person = "'ZAM-9917','600700801','jan.planted@example.test','Zenobia','Grzegżółka','Sklepik u Zenobii'"
    with contextlib.closing(sqlite3.connect(place / "ledger.sqlite")) as ledger, ledger:
        ledger.execute("PRAGMA foreign_keys=OFF")
        ledger.execute(
            "INSERT INTO orders (file_digest,row,place,kind,size,point,street,building_number,city,post_code,"
            "country_code,created_at,reference,phone,email,first_name,last_name,company) VALUES"
            f" ('d',1,1,'locker','A','KRA010','Brzozowa','7/9','Zatajewo','31-987','PL','2026-11-23',{person})"
        )
        ledger.execute("INSERT INTO runs (id,file_name,file_digest,started_at,stopped_by) VALUES"
                       " (1,'ZAM-9917.csv','d','2026-11-23','')")  # fmt: skip
        ledger.execute(
            "INSERT INTO run_rows (run_id,row,reference,outcome,field,rule,value) VALUES"
            " (1,1,'ZAM-9917','invalid','phone','too_short','600700801'),"
            " (1,2,'Zenobia','refused','','Zenobia mieszka: Brzozowa','824613')"
        )
        ledger.execute(
            "INSERT INTO shipments (key,shipx_id,service,status,tracking_number,reference,phone,point,"
            "transaction_status,payment_error,refused_field,refused_rule,mode,receiver,city,size,"
            "sending_method,mpk,return_number,phase,concern,words) VALUES"
            " ('k',123456789,'inpost_locker_standard','confirmed','600700801600700801600700','ZAM-9917',"
            "'600700801','KRA010','','debt_collection','receiver.phone','Zenobia 824613','','Zenobia Grzegżółka',"
            "'Zatajewo','A','','','','made','','zenobia grzegzolka zatajewo brzozowa')"
        )


FINDINGS = (
    Finding("python", ok=True, fact="3.11.7"),
    Finding("data_dir", ok=True, fact="/home/zenobia/.local/share/inpost-desk"),
    Finding("network_share", ok=False, fact="C:\\Users\\zenobia"),
    Finding("printer", ok=False, fact="media-empty", rule="ready", about="biuro-zebra"),
    Finding("proxy", ok=True, fact="http://proxy.zatajewo.test:8080", rule="settings"),
    Finding("network", ok=True, about="api-shipx-pl.easypack24.net"),
    Finding(
        "organization", ok=False, fact="600700801", rule="other_organization", about="600700801"
    ),
    Finding("account_ledger", ok=True, fact="/home/zenobia/ledger", about="production-600700801"),
)


@pytest.fixture
def bundle(tmp_path: Path) -> SupportBundle:
    return support_bundle(_warehouse(tmp_path / "data"), FINDINGS, version="0.1.0", now=NOW)


def _text(bundle: SupportBundle, name: str) -> str:
    (found,) = [one.text for one in bundle.files if one.name == name]
    return found


def test_nothing_planted_is_in_it(bundle: SupportBundle) -> None:
    whole = "".join(one.text for one in bundle.files)
    assert [one for one in PLANTED if one.casefold() in whole.casefold()] == []
    assert "zenobi" not in whole.casefold()


def test_what_helps_is_in_it(bundle: SupportBundle) -> None:
    findings = _text(bundle, "findings.txt")
    assert "ok    python 3.11.7" in findings
    assert f"WRONG printer {veil.digest('biuro-zebra')} ready" in findings
    assert "ok    network api-shipx-pl.easypack24.net" in findings
    settings = _text(bundle, "settings.txt")
    assert "sending_method: dispatch_order" in settings
    assert "reach=socket" in settings
    assert "keep_days=90, backup_folder=(set)" in settings
    ledgers = _text(bundle, "ledgers.txt")
    assert ", 0 MB, sound" in ledgers
    assert "shipments: confirmed · 1" in ledgers
    assert "not paid: debt_collection · 1" in ledgers
    assert f"{veil.digest('ZAM-9917')} · invalid · phone · too_short" in ledgers
    log = _text(bundle, "log.txt")
    assert "GET /v1/shipments/[…] 200 41 ms 39e05251-e0c5-44c3-8570-a9589f184de5" in log
    assert "labels of 3 shipments NoAnswer" in log
    assert "  send.py:242" in log
    assert "  ValueError" in log
    assert "InPost Desk 0.1.0, 2026-11-23 08:00 UTC" in _text(bundle, "versions.txt")


def test_it_is_written_as_it_was_shown_and_for_its_owner_only(
    bundle: SupportBundle, tmp_path: Path
) -> None:
    path = tmp_path / "help.zip"
    write_bundle(bundle, path)
    with zipfile.ZipFile(path) as packed:
        assert packed.namelist() == [one.name for one in bundle.files]
        assert all(packed.read(one.name).decode() == one.text for one in bundle.files)
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileTrouble, match="missing"):
        write_bundle(bundle, tmp_path / "nowhere" / "help.zip")


def test_what_is_damaged_or_missing_makes_it_shorter(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    place = folder / "ledgers" / "production-1"
    place.mkdir(parents=True)
    (place / "ledger.sqlite").write_bytes(b"Zenobia" * 200)
    (folder / "settings.json").write_bytes(b"{Zenobia")
    found = support_bundle(folder, (), version="0.1.0", now=NOW)
    assert ", damaged" in _text(found, "ledgers.txt")
    assert _text(found, "settings.txt").strip() == _text(found, "log.txt").strip() == ""
