"""A session bus of one's own, and on it a desktop that notes who wants the screen to stay on."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

from jeepney import HeaderFields, MatchRule, MessageType, new_error, new_method_return  # type: ignore[import-untyped]
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from tests.window.screen import found_tool

NAME: Final = "org.freedesktop.ScreenSaver"
# Any number does, but no signed one.
COOKIE: Final = 3_000_000_000


@contextmanager
def session_bus() -> Iterator[str]:
    """Its address."""
    process = subprocess.Popen(
        [found_tool("dbus-daemon"), "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().decode().strip()
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


class ScreenSaver:
    """`org.freedesktop.ScreenSaver`: `holding` is who keeps the screen on, with the name and reason given."""

    def __init__(self, bus: str, *, refuses: bool = False) -> None:
        self.holding: dict[str, tuple[str, str]] = {}
        self.asked = 0
        self._refuses = refuses
        self._closing = threading.Event()
        self._connection = open_dbus_connection(bus)
        gone = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        for wanted in (message_bus.RequestName(NAME), message_bus.AddMatch(gone)):
            self._connection.send_and_get_reply(wanted)
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def __enter__(self) -> ScreenSaver:
        return self

    def __exit__(self, *failure: object) -> None:
        self._closing.set()
        self._thread.join(10)
        self._connection.close()

    def _serve(self) -> None:
        while not self._closing.is_set():
            with suppress(TimeoutError):
                self._take(self._connection.receive(timeout=0.05))

    def _take(self, message: Any) -> None:
        fields = message.header.fields
        member = fields.get(HeaderFields.member)
        if member == "NameOwnerChanged" and not message.body[2]:
            self.holding.pop(message.body[0], None)
        elif message.header.message_type is MessageType.method_call and member == "Inhibit":
            assert fields[HeaderFields.signature] == "ss"
            self.asked += 1
            if self._refuses:
                self._connection.send(new_error(message, f"{NAME}.Failed"))
                return
            self.holding[fields[HeaderFields.sender]] = message.body
            self._connection.send(new_method_return(message, "u", (COOKIE,)))
