"""Keyrings for tests of the window: a real gnome-keyring, one that hangs, and none at all."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import keyring
import keyring.backends.fail
import keyring.backends.SecretService
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]
from keyring.backend import KeyringBackend

__all__ = ["absent", "hanging", "in_use"]


@contextmanager
def in_use() -> Iterator[None]:
    """The Secret Service on the bus that DBUS_SESSION_BUS_ADDRESS names."""
    with _chosen(keyring.backends.SecretService.Keyring()):  # type: ignore[no-untyped-call]
        yield


@contextmanager
def absent() -> Iterator[None]:
    """A system without a keyring."""
    with _chosen(keyring.backends.fail.Keyring()):  # type: ignore[no-untyped-call]
        yield


@contextmanager
def hanging(bus: str) -> Iterator[Callable[[], None]]:
    """The keyring stands still as behind its password window, until what is given is called."""
    with open_dbus_connection(bus) as connection:
        reply = connection.send_and_get_reply(
            message_bus.GetConnectionUnixProcessID("org.freedesktop.secrets")
        )
    daemon = int(reply.body[0])
    os.kill(daemon, signal.SIGSTOP)
    try:
        yield lambda: os.kill(daemon, signal.SIGCONT)
    finally:
        os.kill(daemon, signal.SIGCONT)


@contextmanager
def _chosen(backend: KeyringBackend) -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield
    finally:
        keyring.set_keyring(before)
