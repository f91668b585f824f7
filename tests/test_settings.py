"""Settings on a real disk, with real processes changing them at once."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import UTC, time
from decimal import Decimal
from pathlib import Path

import filelock
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk import settings
from inpost_desk.domain.order import Address, Person, Size
from inpost_desk.domain.order_shipment import PRESETS, Preset
from inpost_desk.domain.shipment import Dimensions, OrganizationId
from inpost_desk.domain.weekend_window import WeekendWindow
from inpost_desk.errors import FileTrouble
from inpost_desk.settings import Account, Settings

SENDER = Person(
    phone="500600700",
    email="magazyn@example.pl",
    company="Żółta Łódź",
    address=Address("Polna", "12/3", "Łódź", "90-001"),
)
SHOP = Account("sandbox", OrganizationId(4711), "Sklep")


def _file(folder: Path) -> Path:
    return folder / settings.FILE_NAME


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    loaded = settings.load(tmp_path)

    assert loaded == settings.Loaded(Settings())
    assert loaded.settings.presets == PRESETS
    assert not _file(tmp_path).exists()


def test_what_is_changed_is_there_after_a_restart(tmp_path: Path) -> None:
    heavy = Preset(Dimensions(300, 200, 100), Decimal("2.5"))
    changed = settings.change(
        tmp_path,
        sending_method="parcel_locker",
        sender=SENDER,
        presets={**PRESETS, Size.A: heavy},
        accounts=(SHOP,),
        requests_per_second=1.5,
    )

    assert settings.load(tmp_path).settings == changed
    assert changed.sender == SENDER
    assert changed.presets[Size.A] == heavy
    assert changed.accounts == (SHOP,)
    assert _file(tmp_path).stat().st_mode & 0o077 == 0


def test_presets_of_shipments_are_kept_by_their_names(tmp_path: Path) -> None:
    presets = (("Reklamacje & zwroty", '{"service": "inpost_locker_standard"}'), ("Ż", "{"))

    settings.change(tmp_path, shipment_presets=presets)

    assert settings.load(tmp_path).settings.shipment_presets == presets
    for name in ("", " a", "x" * 61):
        with pytest.raises(ValueError, match="shipment_presets"):
            settings.change(tmp_path, shipment_presets=((name, "{}"),))
    assert settings.load(tmp_path).settings.shipment_presets == presets


def test_unknown_keys_survive(tmp_path: Path) -> None:
    own = {"from_a_newer_version": {"deep": [1, None, "ź"]}, "sending_method": "pop"}
    _file(tmp_path).write_text(json.dumps(own), "utf-8")

    settings.change(tmp_path, language="pl")

    assert json.loads(_file(tmp_path).read_text("utf-8")) == {**own, "language": "pl"}


def test_a_preset_that_the_file_lacks_is_the_default(tmp_path: Path) -> None:
    changed = settings.change(tmp_path, presets={Size.B: PRESETS[Size.C]})

    assert changed.presets == {**PRESETS, Size.B: PRESETS[Size.C]}


DAMAGED = [
    b"",
    b"{",
    b"[]",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"sending_method": 7}',
    b'{"sender": {"phone": null}}',
    b'{"requests_per_second": 0}',
    b'{"in_flight": 0}',
    b'{"repeated": {"x": "maybe"}}',
    b'{"shipment_presets": [["", "{}"]]}',
    b'{"shipment_presets": [["a", "{}"], ["a", "{}"]]}',
    b'{"shipment_presets": [["a"]]}',
    b'{"presets": {"A": {"dimensions": {"length": 1, "width": 1, "height": 0}, "weight": "1"}}}',
    b'{"presets": {"A": {"dimensions": {"length": 1, "width": 1, "height": 1}, "weight": "NaN"}}}',
]


@pytest.mark.parametrize("content", DAMAGED, ids=lambda content: repr(content[:40]))
def test_a_damaged_file_is_set_aside_and_reported(tmp_path: Path, content: bytes) -> None:
    _file(tmp_path).write_bytes(content)

    loaded = settings.load(tmp_path)

    assert loaded.settings == Settings()
    assert loaded.damaged is not None
    assert loaded.damaged.read_bytes() == content
    assert settings.damaged_files(tmp_path) == [loaded.damaged]
    assert settings.load(tmp_path).damaged is None


def test_a_change_never_overwrites_a_damaged_file(tmp_path: Path) -> None:
    _file(tmp_path).write_bytes(b"{]")

    assert settings.change(tmp_path, language="en").language == "en"
    assert [one.read_bytes() for one in settings.damaged_files(tmp_path)] == [b"{]"]


@given(st.binary(max_size=60))
def test_whatever_stands_in_the_file_it_is_read_or_set_aside(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        _file(Path(name)).write_bytes(content)
        loaded = settings.load(Path(name))

        assert (loaded.damaged is None) == _file(Path(name)).exists()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])).map("x".__add__), JSON))
def test_whatever_a_newer_version_wrote_survives(unknown: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as name:
        _file(Path(name)).write_text(json.dumps(unknown), "utf-8")
        settings.change(Path(name), language="pl")

        assert json.loads(_file(Path(name)).read_bytes()) == {**unknown, "language": "pl"}


def test_a_value_that_does_not_fit_changes_nothing(tmp_path: Path) -> None:
    settings.change(tmp_path, in_flight=3)

    with pytest.raises(ValueError, match=r"^in_flight$"):
        settings.change(tmp_path, in_flight=0)
    with pytest.raises(ValueError, match=r"^language$"):
        settings.change(tmp_path, language=7)
    with pytest.raises(TypeError, match="colour"):
        settings.change(tmp_path, colour="red")

    assert settings.load(tmp_path).settings.in_flight == 3


def test_accounts_are_added_replaced_and_removed(tmp_path: Path) -> None:
    other = Account("production", OrganizationId(4711), "Sklep")
    renamed = Account("sandbox", OrganizationId(4711), "Magazyn")

    settings.add_account(tmp_path, SHOP)
    settings.add_account(tmp_path, other)
    assert settings.add_account(tmp_path, renamed).accounts == (renamed, other)
    assert settings.remove_account(tmp_path, SHOP.key).accounts == (other,)
    assert settings.remove_account(tmp_path, "no such").accounts == (other,)


def test_the_meaning_of_repeated_references_is_kept_per_layout(tmp_path: Path) -> None:
    settings.remember_repeated(tmp_path, "digest-1", "lines")
    kept = settings.remember_repeated(tmp_path, "digest-2", "parcels")

    assert kept.repeated == {"digest-1": "lines", "digest-2": "parcels"}
    with pytest.raises(ValueError, match="repeated"):
        settings.remember_repeated(tmp_path, "digest-1", "both")


ADD_ACCOUNTS = """
import sys
from pathlib import Path
from inpost_desk import settings
for number in range(10):
    settings.add_account(Path(sys.argv[1]), settings.Account("demo", int(sys.argv[2]) + number))
"""


def test_processes_that_change_at_once_lose_nothing(tmp_path: Path) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-c", ADD_ACCOUNTS, str(tmp_path), str(start)])
        for start in (100, 200, 300)
    ]
    while any(process.poll() is None for process in processes):
        assert settings.load(tmp_path).damaged is None

    assert [process.returncode for process in processes] == [0, 0, 0]
    organizations = {int(one.organization) for one in settings.load(tmp_path).settings.accounts}
    assert organizations == {start + number for start in (100, 200, 300) for number in range(10)}
    assert {one.name for one in tmp_path.iterdir()} <= {"settings.json", "settings.json.lock"}


FULL = """
import resource, signal, sys
from pathlib import Path
from inpost_desk import settings
from inpost_desk.errors import FileTrouble
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (8, 8))
try:
    settings.change(Path(sys.argv[1]), language="en")
except FileTrouble as trouble:
    print(trouble.rule)
"""


def test_where_there_is_no_room_the_old_settings_stay(tmp_path: Path) -> None:
    before = settings.change(tmp_path, language="pl")

    said = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert said.stdout == "disk_full\n"
    assert settings.load(tmp_path).settings == before
    assert {one.name for one in tmp_path.iterdir()} <= {"settings.json", "settings.json.lock"}


def test_somebody_who_never_lets_go_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "LOCK_SECONDS", 0.0)

    with (
        filelock.FileLock(tmp_path / "settings.json.lock"),
        pytest.raises(FileTrouble) as caught,
    ):
        settings.load(tmp_path)
    assert caught.value.rule == "locked"


def test_a_file_that_cannot_be_read_stays_where_it_is(tmp_path: Path) -> None:
    _file(tmp_path).mkdir()

    with pytest.raises(FileTrouble) as caught:
        settings.load(tmp_path)
    assert caught.value.rule == "unreadable"
    assert caught.value.place == str(_file(tmp_path))


def test_a_folder_that_is_gone_is_reported() -> None:
    with pytest.raises(FileTrouble) as caught:
        settings.load(Path("/proc/self/no-such-folder"))
    assert caught.value.rule == "read_only"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        *((url, url) for url in settings.API_URLS.values()),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("https://gateway.example.pl/shipx/", "https://gateway.example.pl/shipx"),
    ],
)
def test_addresses_that_tokens_may_be_sent_to(url: str, kept: str) -> None:
    assert settings.checked_api_url(url) == kept


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("http://api.example.pl", "api_url_not_secure"),
        ("http://127.0.0.1.example.pl", "api_url_not_secure"),
        ("http://10.0.0.1", "api_url_not_secure"),
        ("ftp://127.0.0.1", "api_url_not_secure"),
        ("//127.0.0.1:80", "api_url_not_secure"),
        ("127.0.0.1:8080", "api_url_not_valid"),
        ("", "api_url_not_valid"),
        ("https://", "api_url_not_valid"),
        ("https://[::1", "api_url_not_valid"),
        ("https://api.example.pl:port", "api_url_not_valid"),
        ("https://user:secret@api.example.pl", "api_url_not_valid"),
        ("http://127.0.0.1\\@example.pl", "api_url_not_valid"),
        ("https://api.example.pl/?token=x", "api_url_not_valid"),
        ("https://api.example.pl\r\nX: y", "api_url_not_valid"),
    ],
)
def test_addresses_that_no_token_goes_to(url: str, rule: str) -> None:
    with pytest.raises(FileTrouble) as caught:
        settings.checked_api_url(url)

    assert caught.value.rule == rule
    assert "secret" not in str(caught.value) + caught.value.place


@given(st.text())
def test_any_text_is_an_address_or_refused(url: str) -> None:
    try:
        kept = settings.checked_api_url(url)
    except FileTrouble:
        return
    assert kept.lower().startswith(("https://", "http://"))


def test_the_weekends_hours_are_kept(tmp_path: Path) -> None:
    hours = WeekendWindow(2, time(19, 30), 4, time(16))
    settings.change(tmp_path, weekend_window=hours)
    assert settings.load(tmp_path).settings.weekend_window == hours


@pytest.mark.parametrize(
    "hours",
    [
        WeekendWindow(opens_on=7),
        WeekendWindow(closes_on=-1),
        WeekendWindow(opens_at=time(20, tzinfo=UTC)),
    ],
)
def test_hours_that_no_clock_in_warsaw_shows_are_refused(
    tmp_path: Path, hours: WeekendWindow
) -> None:
    with pytest.raises(ValueError, match="weekend_window"):
        settings.change(tmp_path, weekend_window=hours)
    assert settings.load(tmp_path).settings == Settings()
