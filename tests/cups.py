"""A CUPS server of the tests' own, on a free port, as root or as anybody, without systemd.

Its printers are real ends of a line: a socket that keeps what arrives, and CUPS's own IPP printer. What they
print lies in a folder, a file for each job. Nothing of the system's CUPS is touched.
"""

from __future__ import annotations

import contextlib
import grp
import os
import pwd
import resource
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

from tests.cups_settings import (
    A6_PRINTER,
    ANY_PAPER,
    CUPSD_CONF,
    FILES_CONF,
    NO_INK,
    ROLL_PRINTER,
)

PATH: Final = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
_PDF_DRIVER: Final = Path("/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd")


class PrivateCups:
    """Start it, add queues, point the program at `url` with CUPS_SERVER (or at `socket`), close it."""

    def __init__(self) -> None:
        # Short, because a socket's path has a limit; open, because printing is done by another user.
        self.folder = Path(tempfile.mkdtemp(prefix="cups-"))
        self.socket = self.folder / "cups.sock"
        self.port = 0
        self._server: subprocess.Popen[bytes] | None = None
        self._bus: subprocess.Popen[str] | None = None
        self._listeners: list[_Listener] = []
        self._ipp: dict[str, subprocess.Popen[bytes]] = {}
        self._ipp_ports: dict[str, int] = {}
        self._held: list[socket.socket] = []

    def __enter__(self) -> PrivateCups:
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def url(self) -> str:
        """What CUPS_SERVER says."""
        return f"127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, or start it again where it was stopped: its queues and its port stay."""
        if not self.port:
            self.port = _free_port()
            self._write_settings()
        self._server = subprocess.Popen(
            [
                _tool("cupsd"), "-f",
                "-c", str(self.folder / "etc/cupsd.conf"),
                "-s", str(self.folder / "etc/cups-files.conf"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            # Writing more than `fill_spool` allows must not kill it: it must say so.
            restore_signals=False,
        )  # fmt: skip
        _until(lambda: _listens(self.port), "cupsd")

    def stop(self) -> None:
        """As when the machine's CUPS is stopped; `start` brings it back."""
        if self._server is not None:
            _end(self._server)
            self._server = None

    def freeze(self) -> None:
        """It hangs: whoever speaks to it waits, until `thaw`."""
        assert self._server is not None
        self._server.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on where it was."""
        assert self._server is not None
        self._server.send_signal(signal.SIGCONT)

    def add_pdf_queue(self, name: str, folder: Path, *, any_paper: bool = True) -> None:
        """A queue whose printer takes PDF and writes each job into `folder`, as 001.pdf and so on.

        Without `any_paper` it knows A4, A6 and other papers of an office.
        """
        driver = self.folder / "pdf.ppd"
        assert _PDF_DRIVER.exists(), "cups-filters is missing: ./test.sh installs what tests need"
        more = NO_INK + (ANY_PAPER if any_paper else "")
        driver.write_text(_PDF_DRIVER.read_text("utf-8") + more, "utf-8")
        self._add(name, self._listen(folder), "-P", str(driver))

    def add_raw_queue(self, name: str, folder: Path) -> None:
        """A queue that hands on what it gets, byte by byte, into files as above."""
        self._add(name, self._listen(folder), "-m", "raw")

    def add_socket_queue(self, name: str, port: int) -> None:
        """A queue that hands on what it gets to whoever listens there, such as a `ZebraListener`."""
        self._add(name, f"socket://127.0.0.1:{port}", "-m", "raw")

    def add_zebra_queue(self, name: str, folder: Path, *, dpi: int = 203) -> None:
        """A queue with CUPS's own driver for Zebras: what it makes of a page is a ZPL graphic."""
        driver = ("-m", "drv:///sample.drv/zebra.ppd", "-o", f"Resolution={dpi}dpi")
        self._add(name, self._listen(folder), *driver)

    def add_ipp_queue(self, name: str, folder: Path, *, roll: bool = False) -> None:
        """A queue without a driver to CUPS's own IPP printer, which keeps each job's PDF in `folder`.

        It has A6 only, or a `roll` of labels up to 110 × 300 mm.
        """
        port = self._ipp_ports[name] = _free_port()
        settings = self.folder / f"{name}.conf"
        settings.write_text(ROLL_PRINTER if roll else A6_PRINTER, "utf-8")
        folder.mkdir(parents=True, exist_ok=True)
        # Without a command of its own every job would play a slow printer.
        self._ipp[name] = subprocess.Popen(
            [
                _tool("ippeveprinter"), "-d", str(folder), "-k", "-c", "/bin/true", "-a", str(settings),
                "-p", str(port), "-n", "localhost", "-r", "off", name,
            ],
            env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": self._bus_address()},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        _until(lambda: _listens(port), "ippeveprinter")
        self._add(name, f"ipp://localhost:{port}/ipp/print", "-m", "everywhere")
        # CUPS asks the printer after lpadmin has returned; until then the queue is a raw one.
        _until(lambda: "Everywhere" in self._run("lpoptions", "-p", name), "the queue")

    def pull_out(self, name: str) -> None:
        """The printer of an IPP queue is gone in the middle of whatever it did."""
        self._ipp[name].kill()
        self._ipp.pop(name).wait(10)
        # Its port stays empty: another test's server must not be taken for the printer.
        held = socket.socket()
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", self._ipp_ports[name]))
        self._held.append(held)

    def pause(self, name: str) -> None:
        """The queue takes jobs and does not print."""
        self._run("cupsdisable", name)

    def resume(self, name: str) -> None:
        """A paused queue prints again."""
        self._run("cupsenable", name)

    def reject(self, name: str) -> None:
        """The queue takes no jobs."""
        self._run("cupsreject", name)

    def remove(self, name: str) -> None:
        """The queue is deleted, with its jobs."""
        self._run("lpadmin", "-x", name)

    def make_default(self, name: str) -> None:
        """What prints without naming a queue goes there."""
        self._run("lpadmin", "-d", name)

    def fill_spool(self, room: int) -> None:
        """No file gets longer than `room` bytes, as where the disk is full; -1 takes that back."""
        assert self._server is not None
        resource.prlimit(self._server.pid, resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))

    def idle(self) -> bool:
        """Whether no job waits or is printed."""
        return not self._run("lpstat", "-o").strip()

    def accept(self, name: str) -> None:
        """A rejecting queue takes jobs again."""
        self._run("cupsaccept", name)

    def be_strict(self, name: str) -> None:
        """The queue lets only those print and cancel of whom CUPS knows for sure who they are."""
        self._run("lpadmin", "-p", name, "-o", "printer-op-policy=strict")

    def log(self) -> str:
        """CUPS's own log, for a test that failed."""
        return (self.folder / "log/error_log").read_text("utf-8", "replace")

    def close(self) -> None:
        """End everything and leave nothing behind."""
        self.stop()
        for printer in self._ipp.values():
            _end(printer)
        if self._bus is not None:
            _end(self._bus)
        for listener in self._listeners:
            listener.close()
        for held in self._held:
            held.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _listen(self, folder: Path) -> str:
        listener = _Listener(folder)
        self._listeners.append(listener)
        return f"socket://127.0.0.1:{listener.port}"

    def _add(self, name: str, device: str, *driver: str) -> None:
        self._run("lpadmin", "-p", name, "-E", "-v", device, *driver)

    def _run(self, tool: str, *arguments: str) -> str:
        done = subprocess.run(
            [_tool(tool), *arguments],
            env={**os.environ, "CUPS_SERVER": self.url},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert done.returncode == 0, f"{tool}: {done.stderr}"
        return done.stdout

    def _write_settings(self) -> None:
        for name in ("etc/ppd", "etc/ssl", "spool/tmp", "cache", "state", "log"):
            (self.folder / name).mkdir(parents=True)
        self.folder.chmod(0o755)
        user, group = pwd.getpwuid(os.geteuid()).pw_name, grp.getgrgid(os.getegid()).gr_name
        if os.geteuid() == 0:
            # As root it prints as another user, who must own where it works.
            user = group = "lp"
            for name in ("spool", "spool/tmp", "cache"):
                shutil.chown(self.folder / name, user)
        for name, text in (("cupsd.conf", CUPSD_CONF), ("cups-files.conf", FILES_CONF)):
            content = text.format(folder=self.folder, port=self.port, user=user, group=group)
            (self.folder / "etc" / name).write_text(content, "utf-8")

    def _bus_address(self) -> str:
        """CUPS's IPP printer does not start without a bus; that nobody listens there does not matter."""
        address = self.folder / "bus"
        if self._bus is None:
            self._bus = subprocess.Popen(
                [_tool("dbus-daemon"), "--session", "--nofork", f"--address=unix:path={address}"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                text=True,
                start_new_session=True,
            )
            _until(address.exists, "dbus-daemon")
        return f"unix:path={address}"


class _Listener:
    """A printer at the end of a socket: each connection is a job and becomes a file, whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._print, name="printer", daemon=True)
        self._thread.start()

    def _print(self) -> None:
        number = 0
        while True:
            try:
                connection, _address = self._socket.accept()
            except OSError:
                return
            with connection:
                content = b""
                while block := connection.recv(65536):
                    content += block
            if content:
                number += 1
                draft = self._folder / f".{number:03}"
                draft.write_bytes(content)
                draft.rename(self._folder / f"{number:03}.pdf")

    def close(self) -> None:
        """Shut down first: closing alone would leave the thread waiting."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)


def _tool(name: str) -> str:
    found = shutil.which(name, path=PATH)
    assert found, f"{name} is missing: ./test.sh installs what the tests need"
    return found


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _until(ready: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + 20
    while not ready():
        assert time.monotonic() < end, f"{what} does not start"
        time.sleep(0.01)


def _end(process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    """With its children: filters and backends are processes of their own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(5)
