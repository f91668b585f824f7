"""How pywin32 is called: answers as facts, its errors as ours, and the paper that a driver is asked for.

pywin32 cannot be had without Windows, so a hand-written one takes its place, with its names and its shapes;
that those are right is for the type checker (`mypy --platform win32`) and the first start on Windows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest

from inpost_desk.domain.printer import A6, Sheet
from inpost_desk.printers.windows_pywin32 import PyWin32Spooler
from inpost_desk.printers.windows_spooler import Driver, Page, Queue, QueuedJob, SpoolerError


class RefusedError(Exception):
    """As `pywintypes.error`."""

    def __init__(self, winerror: int) -> None:
        super().__init__(winerror, "Call", "words in the system's language")
        self.winerror = winerror


@dataclass
class DevMode:
    """As `PyDEVMODEW`."""

    Fields: int = 0
    Orientation: int = 2
    Scale: int = 90
    Copies: int = 3
    PaperSize: int = 9
    PaperWidth: int = 1000
    PaperLength: int = 1500
    PrintQuality: int = 203


@dataclass
class Printing:
    """As `win32print`: what it is asked for is kept in `asked`."""

    settings: DevMode | None = field(default_factory=DevMode)
    refusal: int = 0
    asked: list[tuple[Any, ...]] = field(default_factory=list)

    def __getattr__(self, call: str) -> Any:
        """Every call that has no answer of its own."""

        def called(*given: Any) -> int:
            self._pass()
            self.asked.append((call, *given))
            return 7

        return called

    def EnumPrinters(self, flags: int, name: None, level: Literal[2], /) -> Sequence[Any]:  # noqa: N802
        self._pass()
        assert (flags, name, level) == (6, None, 2)
        return [self.GetPrinter("handle", 2)]

    def EnumPrinterDrivers(  # noqa: N802
        self, server: None, environment: None, level: Literal[2], /
    ) -> Sequence[Any]:
        assert (server, environment, level) == (None, None, 2)
        return [{"Name": "ZPL", "Version": 4, "DriverPath": r"C:\x\mxdwdrv.dll"}]

    def GetDefaultPrinter(self) -> str:  # noqa: N802
        self._pass()
        return "Zebra"

    def GetPrinter(self, queue: Any, level: Literal[2], /) -> Any:  # noqa: N802
        assert (queue, level) == ("handle", 2)
        return {
            "pPrinterName": "Zebra",
            "pDriverName": "ZPL",
            "pPortName": "USB001",
            "pComment": None,
            "pDevMode": self.settings,
            "Attributes": 1,
            "Status": 16,
        }

    def GetJob(self, queue: Any, number: int, level: Literal[1], /) -> Any:  # noqa: N802
        self._pass()
        assert (queue, number, level) == ("handle", 4, 1)
        return {"Status": 64, "Position": 2, "pStatus": None}

    def GetDeviceCaps(self, canvas: int, index: int, /) -> int:  # noqa: N802
        return canvas * 1000 + index

    def _pass(self) -> None:
        if self.refusal:
            raise RefusedError(self.refusal)


class Drawing:
    """As `win32gui`."""

    def CreateDC(self, driver: str, device: str, settings: Any, /) -> Any:  # noqa: N802
        assert (driver, device) == ("WINSPOOL", "Zebra")
        assert settings.PaperWidth
        return 5

    def DeleteDC(self, canvas: int, /) -> None:  # noqa: N802
        assert canvas == 5


class Sessions:
    """As `win32ts`."""

    def ProcessIdToSessionId(self, process: int, /) -> Any:  # noqa: N802
        return 3 if process else 0


def spooler(printing: Printing) -> PyWin32Spooler:
    return PyWin32Spooler(printing, Drawing(), Sessions(), RefusedError)


def test_answers_become_facts() -> None:
    one = spooler(Printing())
    queue = Queue("Zebra", "ZPL", "USB001", "", 1, 16, 203, Sheet(1000, 1500))
    assert one.queues() == [queue]
    assert one.queue("handle") == queue
    assert one.job("handle", 4) == QueuedJob(64, 2, "")
    assert one.driver("ZPL") == Driver("ZPL", 4, r"C:\x\mxdwdrv.dll")
    assert one.driver("EPL") is None
    assert (one.default(), one.session()) == ("Zebra", 3)


def test_a_driver_that_says_little() -> None:
    (without,) = spooler(Printing(settings=None)).queues()
    assert (without.dpi, without.paper) == (0, None)
    draft = DevMode(PrintQuality=-4, PaperWidth=0)
    (vague,) = spooler(Printing(settings=draft)).queues()
    assert (vague.dpi, vague.paper) == (0, None)


def test_a_document_of_raw_bytes() -> None:
    printing = Printing()
    one = spooler(printing)
    opened = one.open("Zebra")
    assert one.start(opened, "title", datatype="RAW") == 7
    one.start_page(opened)
    assert one.write(opened, b"1234567") == 7
    one.end_page(opened)
    one.end(opened)
    one.abort(opened)
    one.cancel(opened, 4)
    one.close(opened)
    assert printing.asked == [
        ("OpenPrinter", "Zebra"),
        ("StartDocPrinter", 7, 1, ("title", None, "RAW")),
        ("StartPagePrinter", 7),
        ("WritePrinter", 7, b"1234567"),
        ("EndPagePrinter", 7),
        ("EndDocPrinter", 7),
        ("AbortPrinter", 7),
        ("SetJob", 7, 4, 0, None, 5),
        ("ClosePrinter", 7),
    ]


def test_the_driver_is_asked_for_the_paper_upright_and_at_true_size() -> None:
    printing = Printing()
    one = spooler(printing)
    canvas = one.canvas("handle", A6, number=70)
    wishes = DevMode(
        Fields=0x11F,
        Orientation=1,
        Scale=100,
        Copies=1,
        PaperSize=70,
        PaperWidth=1050,
        PaperLength=1480,
    )
    assert printing.settings == wishes
    assert printing.asked == [("DocumentProperties", 0, "handle", "Zebra", wishes, wishes, 10)]
    assert one.page(canvas) == Page(5088, 5090, 5110, 5111, 5112, 5113)
    one.forget(canvas)


def test_a_document_of_pages() -> None:
    printing = Printing()
    one = spooler(printing)
    assert one.start_drawing(5, "title") == 7
    one.end_drawing(5)
    one.abort_drawing(5)
    assert printing.asked == [
        ("StartDoc", 5, ("title", None, None, 0)),
        ("EndDoc", 5),
        ("AbortDoc", 5),
    ]


def test_what_windows_refuses_is_told_by_number_and_call() -> None:
    one = spooler(Printing(refusal=1722))
    with pytest.raises(SpoolerError) as caught:
        one.queues()
    assert (caught.value.code, caught.value.call) == (1722, "EnumPrinters")
    assert caught.value.rule == "unreachable"
    assert one.default() == ""
    with pytest.raises(SpoolerError):
        spooler(Printing(settings=None)).canvas("handle", A6, number=70)
