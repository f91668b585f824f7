"""What is on a picture of dots: its bar codes and where its ink lies."""

from __future__ import annotations

import zxingcpp
from PIL import Image


def read(image: Image.Image) -> set[str]:
    """The contents of every bar code."""
    return {found.text for found in zxingcpp.read_barcodes(image.convert("L"))}


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The box of what is black, in dots."""
    found = image.convert("L").point([255] + [0] * 255).getbbox()
    assert found is not None, "nothing is black"
    return found
