"""A CUPS for all tests of printers: each has queues with names of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cups import PrivateCups


@pytest.fixture(scope="package")
def server() -> Iterator[PrivateCups]:
    with PrivateCups() as one:
        yield one


@pytest.fixture
def here(server: PrivateCups, monkeypatch: pytest.MonkeyPatch) -> None:
    """What prints through CUPS meets the tests' own."""
    monkeypatch.setenv("CUPS_SERVER", server.url)
