"""Any picture of dots, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st
from PIL import Image


@st.composite
def pictures(draw: st.DrawFn) -> Image.Image:
    """Mode "1", of any small size, with dots anywhere."""
    width, height = draw(st.integers(1, 70)), draw(st.integers(1, 40))
    size = -(-width // 8) * height
    dots = draw(st.binary(min_size=size, max_size=size))
    return Image.frombytes("1", (width, height), dots)
