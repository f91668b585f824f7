"""Whether there is a newer version, asked of a real server."""

from __future__ import annotations

import pytest

from inpost_desk.actions.newer_version import Published, is_newer, newest
from inpost_desk.errors import NoAnswer, NotAllowed, NotFound
from tests.shipx.scripted_server import answer, serve

PAGE = "https://example.test/inpost-desk"


def test_what_is_published_is_read_and_nothing_is_told() -> None:
    body = f'{{"version": "1.4.0", "page": "{PAGE}"}}'
    with serve(answer(200, body)) as server:
        assert newest(f"{server.url}/releases/newest.json") == Published("1.4.0", PAGE)
    (request,) = server.requests
    assert (request.method, request.target) == ("GET", "/releases/newest.json")
    assert "authorization" not in request.headers
    assert "cookie" not in request.headers
    assert "x-user-agent-version" not in request.headers


@pytest.mark.parametrize(
    "body",
    ["", "<html>", "[]", "{}", '{"version": 2}', '{"version": "newest"}', '{"version": "1.0 <b>"}'],
)
def test_anything_else_is_not_believed(body: str) -> None:
    with serve(answer(200, body)) as server, pytest.raises(NoAnswer, match="unreadable"):
        newest(server.url + "/newest.json")


@pytest.mark.parametrize(
    "page", ["http://x.test", "javascript:1", "https://x.test/ y", "https://ó"]
)
def test_a_page_that_is_none_is_not_shown(page: str) -> None:
    with serve(answer(200, f'{{"version": "2", "page": "{page}"}}')) as server:
        assert newest(server.url + "/n.json") == Published("2", "")


def test_an_address_that_is_not_safe_is_not_asked() -> None:
    with pytest.raises(NotAllowed):
        newest("http://example.test/newest.json")
    with serve(answer(404, "no")) as server, pytest.raises(NotFound):
        newest(server.url + "/newest.json")


@pytest.mark.parametrize(
    ("published", "here", "newer"),
    [
        ("0.2.0", "0.1.0", True),
        ("0.10.0", "0.9.9", True),
        ("1", "0.99", True),
        ("0.1.0", "0.1.0", False),
        ("0.1", "0.1.0", False),
        ("0.0.9", "0.1.0", False),
        ("0.1.0.1", "0.1.0", True),
    ],
)
def test_versions_are_compared_as_numbers(published: str, here: str, newer: bool) -> None:
    assert is_newer(published, here) is newer
