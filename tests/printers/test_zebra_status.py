"""What a Zebra answers to `~HS`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.printers.zebra_status import ZebraStatus, status

# As the ZPL II guide lays it out.
READY = (
    b"\x02030,0,0,1245,000,0,0,0,000,0,0,0\x03\r\n"
    b"\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n"
    b"\x021234,0\x03\r\n"
)


def test_a_ready_one_has_nothing_to_say() -> None:
    assert status(READY) == ZebraStatus((), 0)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"030,0,0", b"030,1,0", ZebraStatus(("media-empty",), 0)),
        (b"030,0,0", b"030,0,1", ZebraStatus(("paused",), 0)),
        (b"000,0,0,0,0,2", b"000,0,1,0,0,2", ZebraStatus(("cover-open",), 0)),
        (b"000,0,0,0,0,2", b"000,0,0,1,1,2", ZebraStatus(("marker-supply-empty",), 0)),
        (b"000,0,0,0,0,2", b"000,0,0,1,0,2", ZebraStatus((), 0)),
        (b"1245,000", b"1245,007", ZebraStatus((), 7)),
        (b"00000000", b"00000012", ZebraStatus((), 12)),
        (b"000,0,0,0,000,0", b"000,0,0,1,000,0", ZebraStatus((), 1)),
    ],
)
def test_each_flag_is_read(old: bytes, new: bytes, said: ZebraStatus) -> None:
    assert old in READY
    assert status(READY.replace(old, new, 1)) == said


def test_an_answer_is_waited_for_to_its_end() -> None:
    end = READY.rindex(b"\x03")
    for cut in range(end + 1):
        assert status(READY[:cut]) is None
    assert status(b"noise" + READY[: end + 1]) is not None


@given(st.binary(max_size=120))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    found = status(b"\x02" + content + b"\x03" + READY)
    assert found is None or found.waiting is not None
