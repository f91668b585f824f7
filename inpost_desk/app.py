"""Builds every long-lived object of the window once, wires them, and stops them in order.

Before the window is shown only what it needs is loaded; the rest comes on the lanes.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from dataclasses import dataclass, field
from logging.handlers import MemoryHandler
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QLibraryInfo,
    QLocale,
    Qt,
    QTimer,
    QTranslator,
)
from PySide6.QtWidgets import QApplication, QMessageBox

from inpost_desk import first_paint, log, settings, single_instance
from inpost_desk.app_session import Given
from inpost_desk.app_signals import Signals
from inpost_desk.app_window import Program
from inpost_desk.background import FETCH, SWITCH, Garbage, Lanes
from inpost_desk.errors import FileTrouble
from inpost_desk.paths import disk_rule, resource
from inpost_desk.settings import Loaded, Settings
from inpost_desk.ui import look
from inpost_desk.ui.crash import CrashDoor
from inpost_desk.ui.desk import WARNING, Desk, Notice
from inpost_desk.ui.icons import app_icon
from inpost_desk.ui.window import MainWindow
from inpost_desk.wording import speech
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

LOG_NAME: Final = "inpost-desk.log"
# A settings file that another process holds for longer is read when it comes free.
SETTINGS_PATIENCE: Final = 500
TROUBLE_SECONDS: Final = 60
LAST_WAIT: Final = 2_000


@dataclass(frozen=True, slots=True)
class Start:
    """What the command line asked for; empty where the settings decide."""

    file: Path | None = None
    given: Given = field(default_factory=Given)
    language: str = ""
    look: str = ""
    verbose: bool = False
    version: str = ""


def run(data_dir: Path, start: Start | None = None) -> int:
    """Show the window until it is closed; a second start only calls the first one. Returns the exit code.

    Raises `FileTrouble` (`locked`) where another window holds the folder and does not answer.
    """
    start = start or Start()
    shown = first_paint.taken(data_dir)
    lock = shown.lock if shown else single_instance.first(data_dir, file=start.file)
    if lock is None:
        return 0
    app = application(start.version)
    try:
        running = _Running(app, data_dir, start, lock, shown.window if shown else None)
        running.begin()
    except Exception:
        # Otherwise a double-click would seem to do nothing: the threads begun already abort the process.
        logging.getLogger("inpost_desk").exception("the window could not be built")
        traceback.print_exc()
        _say_not_built()
        _leave_threads(1)
        raise
    code = app.exec()
    running.end(code)
    app.shutdown()
    return code


def application(version: str = "") -> QApplication:
    """The one QApplication, with its version and its mark."""
    app = first_paint.application()
    QCoreApplication.setApplicationVersion(version)
    app.setWindowIcon(app_icon())
    return app


def show_trouble(words: str) -> None:
    """Say why there is no window, where there is no terminal to say it on."""
    app = application()
    look.apply(app, "")
    box = QMessageBox(QMessageBox.Icon.Warning, "InPost Desk", words)
    box.setTextFormat(Qt.TextFormat.PlainText)
    # Nobody may be there: a start by the system must not hang for ever.
    QTimer.singleShot(TROUBLE_SECONDS * 1_000, box.reject)
    box.exec()
    app.shutdown()


def _say_not_built() -> None:
    words = translate(
        "ui", "The window could not be opened. Please start with --verbose and send us the report."
    )
    box = QMessageBox(QMessageBox.Icon.Critical, "InPost Desk", words)
    QTimer.singleShot(TROUBLE_SECONDS * 1_000, box.reject)
    box.exec()


class _Running:
    """From the first object to the last, and back."""

    def __init__(
        self,
        app: QApplication,
        data_dir: Path,
        start: Start,
        lock: single_instance.Lock,
        window: MainWindow | None = None,
    ) -> None:
        self._app, self._data_dir, self._start, self._lock = app, data_dir, start, lock
        sys.setswitchinterval(SWITCH)
        self._garbage = Garbage()
        self._lanes = Lanes()
        self._qt_words = QtWords(app)
        self._log: logging.Handler | None = None
        # What is said before the log file is open waits for it.
        self._early = MemoryHandler(10_000, flushLevel=logging.CRITICAL + 1)
        logging.getLogger("inpost_desk").addHandler(self._early)
        loaded = self._load_settings()
        self._desk = Desk(self._lanes, data_dir, loaded.settings if loaded else Settings())
        self._door = CrashDoor(self._desk)
        self._door.install()
        self._lanes.unhandled.connect(self._door.failed)
        self._signals = Signals()
        known = self._desk.settings
        look.apply(app, start.look or known.look)
        self.speak(start.language or known.language)
        self.program = Program(
            self._desk, start.given, speak=self.speak, wear=self.wear, window=window
        )
        if loaded is not None and loaded.damaged is not None:
            self._desk.notify(_damaged(loaded.damaged))

    def begin(self) -> None:
        """Show the window, then start everything that may take a moment."""
        self.program.window_changed.connect(self._door.show_over)
        self.program.closed.connect(self._app.quit)
        self._door.close_asked.connect(self.program.close)
        self._signals.asked.connect(self.program.close_by_signal)
        self._lock.asked.connect(self.program.called_again)
        self.program.show()
        self._lock.listen()
        self._lanes.start(FETCH, self._set_up_log)
        self.program.open_first_account(self._start.file)

    def end(self, code: int) -> None:
        """Stop in order. Does not come back where a thread does not end: a locked keyring never may."""
        ended = self._lanes.stop(milliseconds=LAST_WAIT)
        self.program.drop_windows()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        closer = threading.Thread(target=self.program.account.close, daemon=True)
        closer.start()
        closer.join(None if ended else LAST_WAIT / 1_000)
        self._signals.remove()
        self._lock.release()
        self._door.remove()
        self._qt_words.remove()
        self._close_log()
        if not ended:
            _leave_threads(code)
        self._garbage.stop()

    def _close_log(self) -> None:
        for handler in (self._early, self._log):
            if handler is not None:
                log.close(handler)

    def speak(self, language: str) -> None:
        """Speak that language, or the system's, from now on; what is on screen stays as it is."""
        chosen = speech.choose_language(language)
        speech.speak(chosen)
        self._qt_words.speak(chosen)

    def wear(self, chosen: str) -> None:
        """Change the look of everything on screen."""
        look.apply(self._app, chosen)

    def _load_settings(self) -> Loaded | None:
        """The settings, or None where they take too long: then they come when they come."""
        waiting = QEventLoop()
        found: list[Loaded] = []
        failed: list[Exception] = []

        def done(loaded: Loaded) -> None:
            found.append(loaded)
            if waiting.isRunning():
                waiting.quit()
            else:
                self._settings_late(loaded)

        def lost(error: Exception) -> None:
            failed.append(error)
            waiting.quit()

        data_dir = self._data_dir
        self._lanes.start(FETCH, lambda: settings.load(data_dir), done=done, failed=lost)
        QTimer.singleShot(SETTINGS_PATIENCE, waiting.quit)
        waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        for error in failed:
            QTimer.singleShot(0, lambda error=error: self._desk.report(error))
        return found[0] if found else None

    def _settings_late(self, loaded: Loaded) -> None:
        self._desk.take_settings(loaded.settings)
        look.apply(self._app, self._start.look or loaded.settings.look)
        self.program.settings_came(self._start.language or loaded.settings.language)

    def _set_up_log(self) -> None:
        file = self._data_dir / LOG_NAME
        try:
            self._log = log.set_up(file, verbose=self._start.verbose)
        except OSError as error:
            raise FileTrouble(disk_rule(error), place=str(file)) from error
        ours = logging.getLogger("inpost_desk")
        ours.removeHandler(self._early)
        ours.info("window %s", self._start.version)
        self._early.setTarget(self._log)
        self._early.close()


# Words of Qt's own dialogs for files that its Polish translation does not have: they are in ours.
LACKING: Final = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)


class QtWords:
    """Qt's own words: the buttons of its dialogs, the menus of its fields."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Take them in that language."""
        self.remove()
        locale = QLocale("pl_PL" if language == "pl" else "en_GB")
        QLocale.setDefault(locale)
        own, ours = QTranslator(), QTranslator()
        place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        file = str(resource(f"translations/inpost_desk_{language}.qm"))
        loaded = (own.load(locale, "qtbase", "_", place), ours.load(file))
        for translator, found in zip((own, ours), loaded, strict=True):
            if found:
                self._app.installTranslator(translator)
                self._translators.append(translator)

    def remove(self) -> None:
        """Give them up, before the application ends."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators.clear()


def _damaged(aside: Path) -> Notice:
    return Notice(
        "settings",
        WARNING,
        translate("ui", "The settings were damaged; the usual ones apply now."),
        translate("ui", "The damaged file is kept: {path}").format(path=aside),
    )


def _leave_threads(code: int) -> None:
    """End the process with a thread still in it: Qt would abort when it destroys a running one."""
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)
