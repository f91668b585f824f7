"""Where failures come to that nobody expected: the log and one dialog, without secrets, from every thread.

A `Trouble` that got lost on the way goes to the notices instead. Nothing here may fail itself.
"""

from __future__ import annotations

import contextlib
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import QWidget

from inpost_desk.errors import Trouble
from inpost_desk.log import redact
from inpost_desk.ui.crash_dialog import CrashDialog
from inpost_desk.ui.desk import ERROR, Desk, Notice
from inpost_desk.wording.speech import translate

NOTICE: Final = "crash"
# What Qt says of the fonts and screens of this machine is nobody's business but the log's.
LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

log = logging.getLogger(__name__)
ExceptHook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class CrashDoor(QObject):
    """Takes every failure that has no other door, and shows it."""

    close_asked = Signal()
    _came = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._over: QWidget | None = None
        self._dialog: CrashDialog | None = None
        self._known: set[str] = set()
        self._hooks: tuple[ExceptHook, Callable[[threading.ExceptHookArgs], object]] | None = None
        # Queued, so that the call that failed is over before a dialog comes up.
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on nothing that fails goes by unseen."""
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._from_python
        threading.excepthook = self._from_thread
        qInstallMessageHandler(_from_qt)

    def remove(self) -> None:
        """Put back what was there before."""
        if self._hooks is not None:
            sys.excepthook, threading.excepthook = self._hooks
            self._hooks = None
            qInstallMessageHandler(None)
        if self._dialog is not None:
            self._dialog.close()

    def show_over(self, window: QWidget | None) -> None:
        """Whose dialog it is."""
        self._over = window

    def failed(self, error: BaseException, thread: str = "") -> None:
        """Take a failure, from any thread."""
        try:
            if isinstance(error, Trouble):
                self._came.emit(error, "")
                return
            text = report_of(error, thread=thread)
            log.error("unexpected failure\n%s", text)
            self._came.emit(None, text)
        except Exception:  # noqa: BLE001 - behind the last door there is none
            _last_words("a failure could not be shown")

    @Slot(object, str)
    def _show(self, trouble: Trouble | None, text: str) -> None:
        try:
            if trouble is not None:
                self._desk.report(trouble)
            elif self._dialog is not None:
                self._dialog.count_one_more()
            elif text_without_time(text) in self._known:
                self._say_again(text)
            else:
                self._open(text)
        except Exception:  # noqa: BLE001 - behind the last door there is none
            _last_words("the crash dialog failed")

    def _open(self, text: str) -> None:
        self._known.add(text_without_time(text))
        self._dialog = CrashDialog(text, self._over)
        self._dialog.close_asked.connect(self.close_asked)
        self._dialog.finished.connect(self._closed)
        self._dialog.show()
        # Over a window that keeps the keys, Esc would go to that one.
        self._dialog.raise_()
        self._dialog.activateWindow()

    @Slot()
    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _say_again(self, text: str) -> None:
        """The same failure once more: a dialog at each repaint would leave nobody a way out."""
        self._desk.notify(
            Notice(
                NOTICE,
                ERROR,
                translate("ui", "The same mistake of the program has happened again."),
                translate("ui", "What was bought is kept. Please report it."),
                translate("ui", "Details"),
                lambda: self._open(text),
            )
        )

    def _from_python(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, Exception):
            if self._hooks is not None:
                self._hooks[0](kind, error, trace)
            return
        self.failed(error if error.__traceback__ else error.with_traceback(trace))

    def _from_thread(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            self.failed(given.exc_value, given.thread.name if given.thread else "")


def report_of(error: BaseException, *, thread: str = "") -> str:
    """What a programmer needs to know of a failure, without secrets and without the user's name."""
    version = QCoreApplication.applicationVersion()
    lines = [
        f"InPost Desk {version} · Python {platform.python_version()} · Qt {qVersion()}",
        f"{platform.platform()} · {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"
        + (f" · {thread}" if thread else ""),
        "",
        "".join(traceback.format_exception(error)).rstrip(),
    ]
    text = "\n".join(lines)
    with contextlib.suppress(RuntimeError):  # nobody's home
        text = text.replace(str(Path.home()), "~")
    return redact(text)


def text_without_time(text: str) -> str:
    """What two reports of the same failure have in common."""
    return text.partition("\n\n")[2]


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    with contextlib.suppress(Exception):
        place = context.category or "qt"
        log.log(LEVELS.get(kind, logging.WARNING), "%s: %s", place, message)


def _last_words(what: str) -> None:
    with contextlib.suppress(Exception):
        log.error("%s\n%s", what, redact(traceback.format_exc()))
