"""Tokens in a real Secret Service (gnome-keyring on a D-Bus of its own), unlocked, locked and absent."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import keyring
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import keyring.backends.SecretService
import pytest
import secretstorage
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend

from inpost_desk import tokens
from inpost_desk.errors import KeyringTrouble

ACCOUNT = "sandbox/4711"
SESSION = (
    "printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null;"
    ' echo "$DBUS_SESSION_BUS_ADDRESS"; read -r _ || true'
)
TOKENS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=5000)


def _made(kind: type[Any]) -> KeyringBackend:
    made: KeyringBackend = kind()
    return made


def _secret_service() -> KeyringBackend:
    return _made(keyring.backends.SecretService.Keyring)


@contextmanager
def a_secret_service() -> Iterator[str]:
    """The address of a D-Bus with an unlocked keyring on it, and no display for a password window."""
    for program in ("dbus-run-session", "gnome-keyring-daemon"):
        if shutil.which(program) is None:
            pytest.fail(f"{program} is missing: install dbus and gnome-keyring, as ./test.sh does")
    # Not pytest's folder: the path of a socket may have 107 characters at most.
    with tempfile.TemporaryDirectory(prefix="keyring-") as folder:
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        environment |= dict.fromkeys(("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME"), folder)
        with (
            (Path(folder) / "stderr").open("wb") as errors,
            subprocess.Popen(
                ["dbus-run-session", "--", "bash", "-ec", SESSION],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=environment,
                text=True,
            ) as session,
        ):
            assert session.stdout is not None
            address = session.stdout.readline().strip()
            assert address, (Path(folder) / "stderr").read_text()
            yield address
            session.communicate()


@pytest.fixture(scope="module")
def unlocked() -> Iterator[str]:
    with a_secret_service() as address:
        yield address


@pytest.fixture
def service(unlocked: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", unlocked)
    with _chosen(_secret_service()):
        yield
        tokens.remove(ACCOUNT)


@contextmanager
def _chosen(backend: KeyringBackend) -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield
    finally:
        keyring.set_keyring(before)


def _entries() -> list[str]:
    """What really lies in the keyring, as any other program sees it."""
    connection = secretstorage.dbus_init()
    try:
        found = secretstorage.get_default_collection(connection).get_all_items()
        return [item.get_secret().decode() for item in found]
    finally:
        connection.close()


@pytest.mark.usefixtures("service")
def test_a_token_is_kept_until_it_is_removed() -> None:
    assert tokens.load(ACCOUNT) is None
    tokens.store(ACCOUNT, " abc.def-ghi\n")
    assert tokens.load(ACCOUNT) == "abc.def-ghi"
    assert tokens.load("production/4711") is None
    assert tokens.examined() == "keyring.backends.SecretService.Keyring"

    tokens.remove(ACCOUNT)
    assert tokens.load(ACCOUNT) is None
    assert _entries() == []
    tokens.remove(ACCOUNT)


@pytest.mark.usefixtures("service")
def test_a_long_token_lies_in_short_entries_and_a_shorter_one_leaves_nothing_of_it() -> None:
    tokens.store(ACCOUNT, "a" * 5000)
    assert tokens.load(ACCOUNT) == "a" * 5000
    assert len(_entries()) == 5
    assert max(map(len, _entries())) <= 1200

    tokens.store(ACCOUNT, "b" * 2000)
    assert tokens.load(ACCOUNT) == "b" * 2000
    assert len(_entries()) == 2

    tokens.store(ACCOUNT, "c")
    assert tokens.load(ACCOUNT) == "c"
    assert len(_entries()) == 1


@pytest.mark.usefixtures("service")
def test_pieces_of_two_tokens_are_never_taken_for_one() -> None:
    tokens.store(ACCOUNT, "a" * 2000)
    service, user = f"inpost-desk/{ACCOUNT}#1", ACCOUNT
    piece = keyring.get_password(service, user)
    tokens.store(ACCOUNT, "b" * 2000)
    assert piece is not None
    keyring.set_password(service, user, piece)

    with pytest.raises(KeyringTrouble) as caught:
        tokens.load(ACCOUNT)
    assert caught.value.rule == "token_damaged"

    keyring.delete_password(service, user)
    with pytest.raises(KeyringTrouble):
        tokens.load(ACCOUNT)


@pytest.mark.usefixtures("service")
def test_the_environment_comes_before_the_keyring(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    tokens.store(ACCOUNT, "stored-secret")

    assert tokens.token_for(ACCOUNT, {}) == "stored-secret"
    assert tokens.token_for(ACCOUNT, {"INPOST_DESK_TOKEN": " "}) == "stored-secret"
    assert tokens.token_for(ACCOUNT, {"INPOST_DESK_TOKEN": "given\n"}) == "given"
    assert "secret" not in caplog.text


@pytest.mark.parametrize(
    "token", ["", "  ", "two words", "line\nline", "żółć", "\x00", "x" * 120_000]
)
def test_what_no_header_can_carry_is_refused(token: str) -> None:
    with pytest.raises(KeyringTrouble) as caught:
        tokens.store(ACCOUNT, token)
    assert caught.value.rule == "token_not_valid"


# keyring forgets to close its connection to a keyring that is locked.
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
def test_a_locked_keyring_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with a_secret_service() as address, _chosen(_secret_service()):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        tokens.store(ACCOUNT, "secret")
        connection = secretstorage.dbus_init()
        secretstorage.get_default_collection(connection).lock()
        connection.close()

        for call in (tokens.load, tokens.remove, lambda key: tokens.store(key, "other")):
            with pytest.raises(KeyringTrouble) as caught:
                call(ACCOUNT)
            assert caught.value.rule == "locked"
            assert "secret" not in str(caught.value)
        del caught
        gc.collect()


def test_a_keyring_that_dies_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with _chosen(_secret_service()), pytest.raises(KeyringTrouble) as caught:
        tokens.load(ACCOUNT)
    assert caught.value.rule in ("failed", "missing")


LOAD = """
from inpost_desk import tokens
from inpost_desk.errors import KeyringTrouble
try:
    print(tokens.load("sandbox/4711"), tokens.examined())
except KeyringTrouble as trouble:
    print(trouble.rule)
"""


def _in_a_new_process(**environment: str) -> str:
    inherited = {key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-c", LOAD],
        env={**inherited, "HOME": "/nowhere", **environment},
        cwd=Path(tokens.__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def test_the_keyring_of_the_session_is_found(unlocked: str) -> None:
    said = _in_a_new_process(DBUS_SESSION_BUS_ADDRESS=unlocked)
    assert said.startswith("None keyring.backends.")


def test_without_a_session_there_is_no_keyring() -> None:
    assert _in_a_new_process() == "missing"


def test_a_keyring_chosen_by_the_environment_must_be_known() -> None:
    assert _in_a_new_process(PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring") == "unsafe"
    assert _in_a_new_process(PYTHON_KEYRING_BACKEND="no.such.Keyring") == "failed"


class Derived(keyring.backends.SecretService.Keyring):
    """Says that it is the Secret Service, and could write anywhere."""


def _chain(*members: KeyringBackend) -> KeyringBackend:
    class ChainerBackend(keyring.backends.chainer.ChainerBackend):
        __module__ = "keyring.backends.chainer"
        __qualname__ = "ChainerBackend"
        backends = members

    return _made(ChainerBackend)


@pytest.mark.parametrize(
    ("backend", "rule"),
    [
        (_made(keyring.backends.null.Keyring), "unsafe"),
        (_made(keyring.backends.fail.Keyring), "missing"),
        (_made(Derived), "unsafe"),
        (_chain(), "missing"),
        (
            _chain(_secret_service(), _made(keyring.backends.null.Keyring)),
            "unsafe",
        ),
    ],
)
def test_only_known_keyrings_are_trusted(backend: KeyringBackend, rule: str) -> None:
    with _chosen(backend), pytest.raises(KeyringTrouble) as caught:
        tokens.store(ACCOUNT, "secret")
    assert caught.value.rule == rule


def test_a_chain_that_cannot_say_who_is_in_it_is_a_trouble_of_the_keyring(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Not derived from keyring's own: every class derived from that one is asked by everybody from then on.
    class ChainerBackend:
        __module__ = "keyring.backends.chainer"
        __qualname__ = "ChainerBackend"

        @property
        def backends(self) -> tuple[KeyringBackend, ...]:
            # As where the session's D-Bus has an address that cannot be read.
            raise RuntimeError("Unable to initialize SecretService")

    monkeypatch.setattr("keyring.get_keyring", ChainerBackend)
    with pytest.raises(KeyringTrouble) as caught:
        tokens.examined()
    assert caught.value.rule == "failed"


@pytest.mark.usefixtures("service")
def test_a_chain_of_known_keyrings_is_trusted() -> None:
    with _chosen(_chain(_secret_service())):
        tokens.store(ACCOUNT, "secret")
        assert tokens.load(ACCOUNT) == "secret"


@given(TOKENS)
def test_every_token_can_be_cut_and_joined(token: str) -> None:
    pieces = tokens._cut(token)

    assert max(map(len, pieces)) <= tokens.ENTRY_LENGTH
    assert tokens._announced(pieces[0]) == len(pieces)
    assert tokens._joined(pieces) == token


@given(TOKENS, st.data())
def test_a_changed_piece_is_always_noticed(token: str, data: st.DataObject) -> None:
    pieces = tokens._cut(token)
    number = data.draw(st.integers(0, len(pieces) - 1))
    at = data.draw(st.integers(0, len(pieces[number]) - 1))
    pieces[number] = pieces[number][:at] + "ż" + pieces[number][at + 1 :]

    with pytest.raises(KeyringTrouble):
        tokens._joined(pieces)


@given(st.text())
def test_any_foreign_entry_is_no_token(text: str) -> None:
    assert 0 <= tokens._announced(text) <= 99
    with pytest.raises(KeyringTrouble):
        tokens._joined([text])
