"""No token, phone, e-mail or locker code reaches the log file; what support needs does."""

from __future__ import annotations

import base64
import json
import logging
import threading
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk import log
from inpost_desk.log import redact

AROUND = st.text(
    st.characters(codec="utf-8", exclude_categories=["Nd", "Cs"], exclude_characters="@\\"),
    max_size=20,
)
DIGITS = st.from_regex(r"[1-9][0-9]{8}", fullmatch=True)


def spaced(digits: str, form: str) -> str:
    given = iter(digits)
    return "".join(next(given) if one == "#" else one for one in form)


PHONES = st.builds(
    spaced,
    DIGITS,
    st.sampled_from(
        [
            "#########",
            "+48#########",
            "0048#########",
            "48#########",
            "### ### ###",
            "###-###-###",
            "###.###.###",
            "+48 ### ### ###",
            "+48-###-###-###",
            "## ### ## ##",
            "## ### ####",
        ]
    ),
)
TOKENS = st.builds(
    lambda claims: (
        "eyJhbGciOiJIUzUxMiJ9."
        + base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
        + ".c2lnbmF0dXJl"
    ),
    st.dictionaries(st.text(max_size=5), st.text(max_size=10), min_size=1, max_size=3),
)


@given(before=AROUND, phone=PHONES, after=AROUND)
def test_no_phone_gets_through(before: str, phone: str, after: str) -> None:
    shown = redact(f"{before}{phone}{after}")
    assert not any(char.isascii() and char.isdigit() for char in shown)


@given(before=AROUND, user=st.from_regex(r"[a-z][a-z0-9.+_-]{0,12}", fullmatch=True), after=AROUND)
def test_no_e_mail_gets_through(before: str, user: str, after: str) -> None:
    for at in ("@", "%40"):
        shown = redact(f"{before} {user}{at}example.test {after}")
        assert f"{user}{at}" not in shown
        assert "[e-mail]" in shown


@given(before=AROUND, token=TOKENS, after=AROUND)
def test_no_token_gets_through(before: str, token: str, after: str) -> None:
    shown = redact(f"{before}{token} {after}")
    assert not any(part in shown for part in token.split("."))


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer opaque-Value_1",
        "bearer opaque-Value_1",
        '{"token": "opaque-Value_1"}',
        "{'INPOST_DESK_TOKEN': 'opaque-Value_1'}",
        r"{\"token\":\"opaque-Value_1\"}",
        "password=opaque-Value_1&x=1",
        "'customer_delivering_code': 'opaque-Value_1'",
        '"customer_delivering_code":"opaque-Value_1"',
        "customer_delivering_code=opaque-Value_1)",
    ],
)
def test_named_secrets(text: str) -> None:
    assert "opaque-Value_1" not in redact(text)


def test_a_numeric_locker_code() -> None:
    assert "123456" not in redact('"customer_delivering_code":123456,"target_point":"GDY044"')


@pytest.mark.parametrize(
    "text",
    [
        "GET /v1/shipments/709709700 200 84 ms",
        "POST /v1/organizations/123456789/batches 201",
        "620999000000000000000501",
        "2026-03-02 09:15:06,123 INFO",
        "2026-03-02 5 orders",
        "rule token_invalid",
        "400 orders in 12345678 ms",
        "24 of 1234567890",
    ],
)
def test_what_support_needs_stays(text: str) -> None:
    assert redact(text) == text


def test_request_ids_stay() -> None:
    for _ in range(200):
        text = f"200 12 ms {uuid4()}"
        assert redact(text) == text


def test_a_long_text_takes_no_time() -> None:
    for text in ("a" * 200_000, "token" * 40_000, "1 " * 100_000, "%40" * 50_000, "eyJ" * 50_000):
        finished = threading.Thread(target=redact, args=(text,), daemon=True)
        finished.start()
        finished.join(5)
        assert not finished.is_alive()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    ours = logging.getLogger("inpost_desk")
    level = ours.level
    path = tmp_path / "deeper" / "desk.log"
    handler = log.set_up(path)
    yield path
    ours.removeHandler(handler)
    ours.setLevel(level)
    handler.close()


def test_arguments_and_tracebacks_are_redacted_too(file: Path) -> None:
    ours = logging.getLogger("inpost_desk.tests")
    ours.info("receiver %s", "ewa@example.test")
    try:
        int("500 600 700")
    except ValueError:
        ours.exception("żółw")
    written = file.read_text(encoding="utf-8")
    assert "receiver [e-mail]" in written
    assert "'[phone]'" in written
    assert "żółw" in written
    assert "500 600 700" not in written


def test_debug_is_written_only_when_asked(file: Path) -> None:
    logging.getLogger("inpost_desk.tests").debug("quiet")
    assert "quiet" not in file.read_text(encoding="utf-8")
    second = log.set_up(file.with_name("verbose.log"), verbose=True)
    logging.getLogger("inpost_desk.tests").debug("loud")
    logging.getLogger("inpost_desk").removeHandler(second)
    second.close()
    assert "loud" in file.with_name("verbose.log").read_text(encoding="utf-8")
