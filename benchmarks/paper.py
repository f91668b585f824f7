"""What labels cost on their way to paper, each beside the bare PDFium work that is in it.

Joined to one PDF, four on a sheet, drawn as a head prints them and read back. The labels are drawn by
`tests/labels`, as heavy as InPost's. And how soon a run's first page is at the printer.
"""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp
from PIL import Image

from benchmarks.figures import Figure
from benchmarks.paper_first import first_page
from benchmarks.reading import BOTH
from inpost_desk.domain.printer import Language, Profile, Reach
from inpost_desk.labels.bitmap import drawn
from inpost_desk.labels.readback import read_image
from inpost_desk.labels.sheet import four_up, join, page_count, sheet_count
from tests.labels.specimen_labels import heavy, number

LABELS: Final = 1_000
RUNS: Final = (50, 1_000)
READ: Final = 50
ROUNDS: Final = 3
_MORE: Final = 3
"""Times as many rounds of what takes a quarter of a second: others use this machine too."""
_BYTES: Final = 36_000
"""Of a label's picture and fonts: InPost's own are about 40 KB."""
_A4: Final = (210 / 25.4 * 72, 297 / 25.4 * 72)
_HEAD: Final = Profile("z", "Zebra", Reach.SOCKET, "10.0.0.1", language=Language.ZPL)
_OVERSAMPLE: Final = 4


def on_paper(
    folder: Path,
    *,
    labels: int = LABELS,
    read: int = READ,
    rounds: int = ROUNDS,
    runs: Sequence[int] = RUNS,
) -> list[Figure]:
    """All figures; of each the best of so many rounds, in which ours and the bare work take turns."""
    files = _files(folder, labels)
    pages = [file.read_bytes() for file in files[:read]]
    return [
        *_joining(files, folder, rounds * _MORE),
        *_sheets((folder / "ours.pdf").read_bytes(), labels, rounds * _MORE),
        *_reading(pages, replace(_HEAD, dpi=203), rounds, limit=1.3),
        *_reading(pages, replace(_HEAD, dpi=300), rounds, limit=None),
        *_first_pages(folder, runs, rounds),
    ]


def _files(folder: Path, labels: int) -> list[Path]:
    files = [folder / f"{place:04}.pdf" for place in range(labels)]
    for place, file in enumerate(files):
        file.write_bytes(heavy(number(place), noise=os.urandom(_BYTES)))
    return files


def _joining(files: Sequence[Path], folder: Path, rounds: int) -> list[Figure]:
    target = folder / "ours.pdf"

    def bare() -> None:
        pile = pypdfium2.PdfDocument.new()
        for file in files:
            with pypdfium2.PdfDocument(file) as pages:
                pile.import_pages(pages)
        pile.save(folder / "bare.pdf")
        pile.close()

    ours, plain = _best(rounds, lambda: join(files, target), bare)
    joined = page_count(target.read_bytes())
    assert joined == len(files), f"{joined} of {len(files)} labels"
    name = f"{len(files)} labels joined"
    return [
        Figure(name, ours, "s"),
        Figure(f"{name}: bare page import", plain, "s"),
        Figure("joined ÷ bare page import", ours / plain, limit=1.5),
    ]


def _sheets(document: bytes, labels: int, rounds: int) -> list[Figure]:
    def bare() -> None:
        with pypdfium2.PdfDocument(document) as pages:
            sheets = pdfium.FPDF_ImportNPagesToOne(pages, *_A4, 2, 2)
            with pypdfium2.PdfDocument(sheets) as pile:
                pile.save(io.BytesIO())

    ours, started, plain = _best(
        rounds, lambda: four_up(document), lambda: four_up(document, start=2), bare
    )
    sheets = sheet_count(labels)
    found = page_count(four_up(document, start=2))
    assert found == sheet_count(labels, start=2), f"{found} sheets"
    return [
        Figure(f"{sheets} sheets of four", ours, "s"),
        Figure(f"{sheets} sheets of four: PDFium's own", plain, "s"),
        Figure("sheets ÷ PDFium's own", ours / plain, limit=2),
        Figure("sheets with a start place ÷ without", started / ours, limit=1.1),
    ]


def _reading(
    pages: Sequence[bytes], profile: Profile, rounds: int, *, limit: float | None
) -> list[Figure]:
    """CPU of this thread a page: drawn as the head prints it and decoded."""
    scale = profile.dots * 25.4 / 72
    plain: list[Image.Image] = []
    for content in pages:
        with pypdfium2.PdfDocument(content) as document:
            plain.append(document[0].render(scale=scale, grayscale=True).to_pil())

    def ours() -> None:
        for place, content in enumerate(pages):
            (page,) = drawn(content, profile)
            codes = read_image(page.image, expected=[number(place)])
            assert number(place) in codes, f"label {place} says {codes}"

    def bare_render() -> None:
        for content in pages:
            with pypdfium2.PdfDocument(content) as document:
                document[0].render(scale=scale * _OVERSAMPLE, grayscale=True).to_pil()

    def bare_decode() -> None:
        for image in plain:
            assert zxingcpp.read_barcodes(image, BOTH)

    whole, drawing, decoding = _best(rounds, ours, bare_render, bare_decode, clock=time.thread_time)
    name = f"a label drawn and read, {profile.dpi} dpi"
    a_page = 1_000 / len(pages)
    return [
        Figure(name, whole * a_page, "ms"),
        Figure(f"{name}: bare PDFium", drawing * a_page, "ms"),
        Figure(f"{name}: bare zxing", decoding * a_page, "ms"),
        Figure(f"{name} ÷ bare PDFium and zxing", whole / (drawing + decoding), limit=limit),
    ]


def _first_pages(folder: Path, runs: Sequence[int], rounds: int) -> list[Figure]:
    best: dict[int, float] = {}
    for turn in range(rounds):
        for rows in runs:
            place = folder / f"run-{turn}-{rows}"
            place.mkdir()
            best[rows] = min(best.get(rows, float("inf")), first_page(place, rows=rows))
    name = "first page at the printer after its label"
    shortest, longest = min(runs), max(runs)
    return [
        *(Figure(f"{name}, {rows} orders", best[rows], "s", limit=1) for rows in runs),
        Figure(f"{name}: {longest} ÷ {shortest} orders", best[longest] / best[shortest]),
    ]


def _best(
    rounds: int, *works: Callable[[], object], clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Seconds of each at its best."""
    found: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, seconds in zip(works, found, strict=True):
            began = clock()
            work()
            seconds.append(clock() - began)
    return [min(one) for one in found]
