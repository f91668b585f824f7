"""Bar codes as numbers: the bars of a Code 128, the cells of a Data Matrix. Drawing them is for others."""

from __future__ import annotations

import itertools
from typing import Any

import zxingcpp


def code128(digits: str) -> list[tuple[int, int]]:
    """Bars as (start, width) in modules, without quiet zones; 24 digits take 167 modules."""
    code = zxingcpp.create_barcode(digits, zxingcpp.BarcodeFormat.Code128)
    return _runs(_rows(code)[0])


def code128_length(digits: str) -> int:
    """Modules of the whole code."""
    start, width = code128(digits)[-1]
    return start + width


def data_matrix(digits: str) -> list[list[tuple[int, int]]]:
    """Dark runs (start, width) of each row, top row first; 24 digits take 16 × 16 modules."""
    code = zxingcpp.create_barcode(digits, zxingcpp.BarcodeFormat.DataMatrix)
    return [_runs(row) for row in _rows(code)]


def _rows(code: zxingcpp.Barcode) -> list[bytes]:
    picture: Any = code.to_image(scale=1, add_quiet_zones=False)
    image = memoryview(picture)
    height, width = image.shape or (0, 0)
    pixels = image.tobytes()
    return [pixels[row * width : (row + 1) * width] for row in range(height)]


def _runs(row: bytes) -> list[tuple[int, int]]:
    runs, place = [], 0
    for value, group in itertools.groupby(row):
        width = len(list(group))
        if value == 0:
            runs.append((place, width))
        place += width
    return runs
