"""The bar codes that the tests' Zebra draws from commands of its own languages: Code 128 and Data Matrix."""

from __future__ import annotations

import zxingcpp
from PIL import Image

TURNS = {
    1: Image.Transpose.ROTATE_270,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}


def code_128(text: str, *, module: int, height: int, turns: int) -> Image.Image:
    """Bars that are `module` dots at least, turned clockwise by so many quarters."""
    lines = _cells(text, zxingcpp.BarcodeFormat.Code128)
    lines = lines.crop((0, 0, lines.width, 1))
    return _turned(lines.resize((lines.width * module, height), Image.Resampling.NEAREST), turns)


def data_matrix(text: str, *, cell: int, turns: int) -> Image.Image:
    """A square of cells that are so many dots wide."""
    cells = _cells(text, zxingcpp.BarcodeFormat.DataMatrix)
    size = (cells.width * cell, cells.height * cell)
    return _turned(cells.resize(size, Image.Resampling.NEAREST), turns)


def _cells(text: str, kind: zxingcpp.BarcodeFormat) -> Image.Image:
    code = zxingcpp.create_barcode(text, kind)
    return Image.fromarray(code.to_image(add_quiet_zones=False)).convert("1")


def _turned(image: Image.Image, turns: int) -> Image.Image:
    return image.transpose(TURNS[turns]) if turns else image
