"""The spooler of this Windows computer, through pywin32 and Pillow; imported nowhere else.

Only calls and their answers as facts: what they mean is `windows`' business. The protocols say of pywin32
what is used here, as it comes without types.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

from inpost_desk.domain.printer import Sheet
from inpost_desk.printers.windows_spooler import (
    Driver,
    Handle,
    Page,
    Queue,
    QueuedJob,
    Spooler,
    SpoolerError,
)

if TYPE_CHECKING:
    from PIL.Image import Image

# Windows' own numbers (wingdi.h, winspool.h).
_LOCAL_AND_CONNECTIONS: Final = 0x2 | 0x4
_JOB_DELETE: Final = 5
_DOTS_ACROSS, _DOTS_DOWN = 88, 90
_WIDTH, _HEIGHT, _LEFT, _TOP = 110, 111, 112, 113
_IN_AND_OUT: Final = 8 | 2
_UPRIGHT: Final = 1
_WHOLE_SIZE: Final = 100
# Orientation, paper's number, length and width, scale, copies.
_FIELDS: Final = 0x1 | 0x2 | 0x4 | 0x8 | 0x10 | 0x100


class _Win32Print(Protocol):
    def EnumPrinters(self, flags: int, name: None, level: Literal[2], /) -> Sequence[Any]: ...  # noqa: N802
    def EnumPrinterDrivers(  # noqa: N802
        self, server: None, environment: None, level: Literal[2], /
    ) -> Sequence[Any]: ...
    def GetDefaultPrinter(self) -> str: ...  # noqa: N802
    def OpenPrinter(self, name: str, /) -> Any: ...  # noqa: N802
    def ClosePrinter(self, queue: Any, /) -> None: ...  # noqa: N802
    def GetPrinter(self, queue: Any, level: Literal[2], /) -> Any: ...  # noqa: N802
    def GetJob(self, queue: Any, number: int, level: Literal[1], /) -> Any: ...  # noqa: N802
    def SetJob(  # noqa: N802
        self, queue: Any, number: int, level: Literal[0], job: None, command: int, /
    ) -> None: ...
    def StartDocPrinter(  # noqa: N802
        self, queue: Any, level: Literal[1], document: tuple[str, None, str], /
    ) -> int: ...
    def StartPagePrinter(self, queue: Any, /) -> None: ...  # noqa: N802
    def WritePrinter(self, queue: Any, content: bytes, /) -> int: ...  # noqa: N802
    def EndPagePrinter(self, queue: Any, /) -> None: ...  # noqa: N802
    def EndDocPrinter(self, queue: Any, /) -> None: ...  # noqa: N802
    def AbortPrinter(self, queue: Any, /) -> None: ...  # noqa: N802
    def DocumentProperties(  # noqa: N802
        self, window: int, queue: Any, name: str, out: Any, given: Any, mode: int, /
    ) -> int: ...
    def GetDeviceCaps(self, canvas: int, index: int, /) -> int: ...  # noqa: N802
    def StartDoc(self, canvas: int, document: tuple[str, None, None, int], /) -> int: ...  # noqa: N802
    def StartPage(self, canvas: int, /) -> None: ...  # noqa: N802
    def EndPage(self, canvas: int, /) -> None: ...  # noqa: N802
    def EndDoc(self, canvas: int, /) -> None: ...  # noqa: N802
    def AbortDoc(self, canvas: int, /) -> None: ...  # noqa: N802


class _Win32Gui(Protocol):
    def CreateDC(self, driver: str, device: str, settings: Any, /) -> Any: ...  # noqa: N802
    def DeleteDC(self, canvas: int, /) -> None: ...  # noqa: N802


class _Win32Ts(Protocol):
    def ProcessIdToSessionId(self, process: int, /) -> Any: ...  # noqa: N802


@cache
def spooler() -> Spooler:
    """The one of this process. ImportError where there is no Windows."""
    import pywintypes  # type: ignore[import-untyped,unused-ignore]
    import win32gui  # type: ignore[import-untyped,unused-ignore]
    import win32print  # type: ignore[import-untyped,unused-ignore]
    import win32ts  # type: ignore[import-untyped,unused-ignore]

    return PyWin32Spooler(win32print, win32gui, win32ts, pywintypes.error)


@dataclass(frozen=True, slots=True)
class PyWin32Spooler:
    """See `Spooler`."""

    printing: _Win32Print
    drawing: _Win32Gui
    sessions: _Win32Ts
    refused: type[Exception]

    def queues(self) -> Sequence[Queue]:
        """One call for all: asking each would wait for every server that is switched off."""
        with self._calling("EnumPrinters"):
            listed = self.printing.EnumPrinters(_LOCAL_AND_CONNECTIONS, None, 2)
        return [_queue(one) for one in listed]

    def default(self) -> str:
        """Windows raises where there is none."""
        try:
            return self.printing.GetDefaultPrinter()
        except (self.refused, RuntimeError):
            return ""

    def session(self) -> int:
        """Of this process."""
        with self._calling("ProcessIdToSessionId"):
            return int(self.sessions.ProcessIdToSessionId(os.getpid()))

    def driver(self, name: str) -> Driver | None:
        """Of the drivers on this computer; a share's driver is here, too."""
        with self._calling("EnumPrinterDrivers"):
            listed = self.printing.EnumPrinterDrivers(None, None, 2)
        found = next((one for one in listed if one["Name"] == name), None)
        return found and Driver(name, int(found["Version"]), str(found["DriverPath"] or ""))

    def open(self, name: str) -> Handle:
        """For use only: no rights of an administrator are asked for."""
        with self._calling("OpenPrinter"):
            opened: object = self.printing.OpenPrinter(name)
        return opened

    def close(self, queue: Handle) -> None:
        """Let it go."""
        with self._calling("ClosePrinter"):
            self.printing.ClosePrinter(queue)

    def queue(self, queue: Handle) -> Queue:
        """How it stands."""
        with self._calling("GetPrinter"):
            return _queue(self.printing.GetPrinter(queue, 2))

    def job(self, queue: Handle, number: int) -> QueuedJob:
        """JOB_INFO_1."""
        with self._calling("GetJob"):
            found = self.printing.GetJob(queue, number, 1)
        return QueuedJob(int(found["Status"]), int(found["Position"]), found["pStatus"] or "")

    def cancel(self, queue: Handle, number: int) -> None:
        """Delete, as Windows wants it since JOB_CONTROL_CANCEL is out of use."""
        with self._calling("SetJob"):
            self.printing.SetJob(queue, number, 0, None, _JOB_DELETE)

    def start(self, queue: Handle, title: str, *, datatype: str) -> int:
        """The job's number."""
        with self._calling("StartDocPrinter"):
            return self.printing.StartDocPrinter(queue, 1, (title, None, datatype))

    def start_page(self, queue: Handle) -> None:
        """Begin its page."""
        with self._calling("StartPagePrinter"):
            self.printing.StartPagePrinter(queue)

    def write(self, queue: Handle, content: bytes) -> int:
        """Bytes taken."""
        with self._calling("WritePrinter"):
            return self.printing.WritePrinter(queue, content)

    def end_page(self, queue: Handle) -> None:
        """The page is complete."""
        with self._calling("EndPagePrinter"):
            self.printing.EndPagePrinter(queue)

    def end(self, queue: Handle) -> None:
        """The document is complete."""
        with self._calling("EndDocPrinter"):
            self.printing.EndDocPrinter(queue)

    def abort(self, queue: Handle) -> None:
        """Delete its spool file."""
        with self._calling("AbortPrinter"):
            self.printing.AbortPrinter(queue)

    def canvas(self, queue: Handle, paper: Sheet, *, number: int) -> Handle:
        """A device context; its driver has been asked what it makes of our wishes."""
        with self._calling("DocumentProperties"):
            facts = self.printing.GetPrinter(queue, 2)
            name, wishes = facts["pPrinterName"], facts["pDevMode"]
            if wishes is None:
                raise SpoolerError(0, "pDevMode")
            wishes.Orientation, wishes.Scale, wishes.Copies = _UPRIGHT, _WHOLE_SIZE, 1
            wishes.PaperSize = number
            wishes.PaperWidth, wishes.PaperLength = paper.width, paper.height
            wishes.Fields |= _FIELDS
            self.printing.DocumentProperties(0, queue, name, wishes, wishes, _IN_AND_OUT)
        with self._calling("CreateDC"):
            return int(self.drawing.CreateDC("WINSPOOL", name, wishes))

    def page(self, canvas: Handle) -> Page:
        """What the driver really gives."""
        with self._calling("GetDeviceCaps"):
            return Page(
                dpi_across=self._measure(canvas, _DOTS_ACROSS),
                dpi_down=self._measure(canvas, _DOTS_DOWN),
                width=self._measure(canvas, _WIDTH),
                height=self._measure(canvas, _HEIGHT),
                left=self._measure(canvas, _LEFT),
                top=self._measure(canvas, _TOP),
            )

    def start_drawing(self, canvas: Handle, title: str) -> int:
        """The job's number."""
        with self._calling("StartDoc"):
            return self.printing.StartDoc(_number(canvas), (title, None, None, 0))

    def draw(self, canvas: Handle, image: Image, *, left: int, top: int) -> None:
        """Pillow hands the dots on with StretchDIBits where the device is a printer."""
        from PIL import ImageWin

        here = _number(canvas)
        with self._calling("StartPage"):
            self.printing.StartPage(here)
        box = (left, top, left + image.width, top + image.height)
        ImageWin.Dib(image).draw(here, box)
        with self._calling("EndPage"):
            self.printing.EndPage(here)

    def end_drawing(self, canvas: Handle) -> None:
        """The document is complete."""
        with self._calling("EndDoc"):
            self.printing.EndDoc(_number(canvas))

    def abort_drawing(self, canvas: Handle) -> None:
        """Throw it away."""
        with self._calling("AbortDoc"):
            self.printing.AbortDoc(_number(canvas))

    def forget(self, canvas: Handle) -> None:
        """Let it go."""
        with self._calling("DeleteDC"):
            self.drawing.DeleteDC(_number(canvas))

    def _measure(self, canvas: Handle, index: int) -> int:
        return self.printing.GetDeviceCaps(_number(canvas), index)

    @contextmanager
    def _calling(self, call: str) -> Iterator[None]:
        try:
            yield
        except self.refused as error:
            raise SpoolerError(int(getattr(error, "winerror", 0) or 0), call) from error


def _number(canvas: Handle) -> int:
    if not isinstance(canvas, int):
        raise TypeError("canvas")
    return canvas


def _queue(facts: Mapping[str, Any]) -> Queue:
    given = facts["pDevMode"]
    # What is not positive stands for "draft" and "high", not for a number.
    dpi = max(0, int(given.PrintQuality)) if given else 0
    sides = (int(given.PaperWidth), int(given.PaperLength)) if given else (0, 0)
    return Queue(
        name=facts["pPrinterName"],
        driver=facts["pDriverName"] or "",
        port=facts["pPortName"] or "",
        comment=facts["pComment"] or "",
        attributes=int(facts["Attributes"]),
        status=int(facts["Status"]),
        dpi=dpi,
        paper=Sheet(*sides) if min(sides) > 0 else None,
    )
