"""A pytest plugin for `coverage run`: each line is remembered with the tests that reached it, set-up too.

Writes how long each test took beside that, so that the quickest of them can be tried first.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Generator
from pathlib import Path

import pytest
from coverage import Coverage

TIMES = "INPOST_DESK_TEST_TIMES"
"""Names the JSON file for the times: test → seconds."""

_seconds: Counter[str] = Counter()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Whatever runs from here on runs for this test."""
    measuring = Coverage.current()
    if measuring is not None:
        measuring.switch_context(item.nodeid)
    return (yield)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Set-up, test and tear-down together."""
    _seconds[report.nodeid] += report.duration  # type: ignore[assignment]


def pytest_sessionfinish() -> None:
    """Once, at the end."""
    Path(os.environ[TIMES]).write_text(json.dumps(_seconds), "utf-8")
