"""Points near a place, on the wire."""

from __future__ import annotations

import pytest

from tests.shipx.scripted_server import answer
from tests.shipx.test_client import asking


@pytest.mark.parametrize(
    ("place", "name", "value"),
    [
        ((50.0614, 19.9366), "relative_point", "50.061400,19.936600"),
        ("30-624", "relative_post_code", "30-624"),
    ],
)
def test_points_near_a_place(place: tuple[float, float] | str, name: str, value: str) -> None:
    body = '{"count":1,"page":1,"per_page":25,"items":[{"name":"KRA010"}]}'
    with asking(answer(body=body)) as (client, server):
        assert [one.name for one in client.points_near(place, metres=500).items] == ["KRA010"]
    query = dict(server.requests[0].query)
    assert server.requests[0].path == "/v1/points"
    assert query[name] == value
    assert (query["max_distance"], query["functions"]) == ("500", "parcel_collect")
    assert query["sort_by"] == "distance_to_relative_point"
    assert "location" in query["fields"]
