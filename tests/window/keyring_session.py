"""A session bus with a real gnome-keyring on it, which asks for its password on the screen it is given."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final
from unittest import mock

import secretstorage

from inpost_desk import tokens
from tests.ui import keyrings
from tests.window.screen import Screen, end, found_tool

PASSWORD: Final = "warehouse"
_SESSION: Final = (
    f"printf {PASSWORD} | gnome-keyring-daemon --unlock --components=secrets >/dev/null;"
    ' echo "$DBUS_SESSION_BUS_ADDRESS"; read -r _ || true'
)


@dataclass(frozen=True, slots=True)
class KeyringSession:
    """`bus` is its address; programs get it as DBUS_SESSION_BUS_ADDRESS."""

    bus: str

    @property
    def environment(self) -> dict[str, str]:
        return {"DBUS_SESSION_BUS_ADDRESS": self.bus}

    def store(self, kept: Mapping[str, str]) -> None:
        """Put tokens into it, as the program would."""
        with mock.patch.dict(os.environ, self.environment), keyrings.in_use():
            for account, token in kept.items():
                tokens.store(account, token)

    def lock(self) -> None:
        """From now on it asks for its password."""
        with mock.patch.dict(os.environ, self.environment):
            connection = secretstorage.dbus_init()
            try:
                secretstorage.get_default_collection(connection).lock()
            finally:
                connection.close()


@contextmanager
def keyring_session(screen: Screen) -> Iterator[KeyringSession]:
    """An unlocked keyring without anything in it."""
    for tool in ("dbus-run-session", "gnome-keyring-daemon"):
        found_tool(tool)
    # Not pytest's folder: the path of a socket may have 107 characters at most.
    with tempfile.TemporaryDirectory(prefix="keyring-") as folder:
        environment = dict(screen.environment)
        environment |= dict.fromkeys(("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME"), folder)
        process = subprocess.Popen(
            ["dbus-run-session", "--", "bash", "-ec", _SESSION],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            bus = process.stdout.readline().decode().strip()
            assert bus, "the keyring did not start"
            yield KeyringSession(bus)
        finally:
            process.stdin.close()
            process.stdout.close()
            end(process)
