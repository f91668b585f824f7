"""Hears a scanner among the keys that reach our windows, wherever the focus is, and keeps them from all else.

Which burst of keys is a scan is decided in `domain.scan`, what a code means elsewhere. In a field letters
show as they are typed and are taken back when they were a scan (`scanner_leak`). Everywhere else (a table, a
menu, a button, a page with keys of its own) a letter is kept back until it is known whose: the first one
of a code must not answer a question. A person's key comes through a tenth of a second late there.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from math import ceil
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from inpost_desk.domain.scan import ENDS, Key, Reader, Scan
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.scanner_keys import PERSONAL, Again, Clock, control_letter, is_modifier, letter
from inpost_desk.ui.scanner_leak import Leak, TextField, field_with_keys, remember

TAKES_SCANS: Final = "takes_scans"
"""Property of a widget that gets the scans while it or something in it has the focus.

Its `take_scan(code: str)` is called; a line edit without one gets the code as its text, and Enter.
"""
READS_KEYS: Final = "reads_keys"
"""Property of a window whose keys are its own business altogether."""
_HOP: Final = 5
"""Milliseconds from the end of the silence to the judgement: keys that wait behind the timer come first."""
_BUSY: Final = 10
"""Milliseconds: a timer so late says that the window was busy, and that more keys may wait."""
SETTLED: Final = 150
"""Milliseconds until the keyboard counts as lost: from one of our windows to another it is nobody's."""
STARTED: Final = 1500
"""The same for a program that comes up."""

_PRESS: Final = QEvent.Type.KeyPress
_RELEASE: Final = QEvent.Type.KeyRelease
_OVERRIDE: Final = QEvent.Type.ShortcutOverride
_KEYS: Final = frozenset({_PRESS, _RELEASE, _OVERRIDE})


class _Fate(Enum):
    """What becomes of a key."""

    PASS = "pass"  # noqa: S105
    KEEP = "keep"
    """Nobody knows yet."""
    EAT = "eat"
    """It was a part of a scan."""


class Scanner(QObject):
    """`scanned` has a `domain.scan.Scan`; `heard` says that our windows got or lost the keyboard.

    `known` says of a text whether it is a reference somebody knows. The figures are the settings' own.
    """

    scanned = Signal(object)
    heard = Signal(bool)
    _found = Signal(object, object)

    def __init__(self, desk: Desk, *, known: Callable[[str], bool]) -> None:
        super().__init__()
        self._desk = desk
        self._reader = Reader(desk.settings.scanner, known)
        self._again = Again()
        self._kept: list[tuple[QWindow, QKeyEvent]] = []
        self._eaten: set[int] = set()
        self._leaks: list[Leak] = []
        self._judged: tuple[tuple[int, int, bool], _Fate] | None = None
        self._clock = Clock()
        self._since = QElapsedTimer()
        self._armed = QElapsedTimer()
        self._hopped = False
        self._silence = QTimer(self, singleShot=True)
        self._silence.setTimerType(Qt.TimerType.PreciseTimer)
        self._silence.timeout.connect(self._fell_silent)
        self._listening: bool | None = None
        self._settled = QTimer(self, singleShot=True)
        self._settled.timeout.connect(self._tell_heard)
        # What a scan leads to (a dialog, perhaps) must not happen within the key that ended it.
        self._found.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        desk.settings_changed.connect(self._take_rules)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._focus_went)
        application.applicationStateChanged.connect(self._state_went)
        window = QGuiApplication.focusWindow()
        if window is not None:
            window.installEventFilter(self)
        # Told when somebody can be listening to it.
        self._settled.start(0 if _has_keyboard() else STARTED)

    @property
    def listening(self) -> bool:
        """Whether one of our windows has the keyboard."""
        return bool(self._listening)

    def watch(self, window: QWidget) -> None:
        """Hear that window's keys from now on. Those that get the keyboard later are found by themselves."""
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look at the keys before anybody else does, shortcuts included."""
        kind = event.type()
        if kind not in _KEYS or not isinstance(event, QKeyEvent) or self._again.passes():
            return False
        if not isinstance(watched, QWindow) or _reads_keys():
            return False
        if kind == _RELEASE:
            return self._released(watched, event)
        if kind == _PRESS:
            return self._pressed(watched, event)
        # Qt asks this first of every key: who accepts it keeps it from the shortcuts.
        fate = self._judge(event)
        self._judged = (_mark(event), fate)
        if fate is not _Fate.PASS:
            event.accept()
        return fate is not _Fate.PASS

    # Keys

    def _pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        judged, self._judged = self._judged, None
        known = judged is not None and judged[0] == _mark(event)
        fate = judged[1] if judged is not None and known else self._judge(event)
        self._eaten.discard(_which(event))
        if fate is _Fate.KEEP:
            self._kept.append((window, event.clone()))
        elif fate is _Fate.EAT:
            self._eaten.add(_which(event))
        return fate is not _Fate.PASS

    def _released(self, window: QWindow, event: QKeyEvent) -> bool:
        which = _which(event)
        if which in self._eaten:
            if not event.isAutoRepeat():
                self._eaten.discard(which)
            return True
        if which in self._down():
            self._kept.append((window, event.clone()))
            return True
        return False

    def _judge(self, event: QKeyEvent) -> _Fate:
        if is_modifier(event):
            return _Fate.PASS
        if event.isAutoRepeat() and _which(event) in self._eaten:
            return _Fate.EAT
        at = self._clock.at(event.timestamp())
        text = letter(event) or self._control(event)
        if text:
            return self._read(Key(text, at, event.isAutoRepeat()))
        # An arrow, a shortcut: whatever was typed before comes before it.
        self._end_burst(at + self._reader.wait)
        return _Fate.PASS

    def _read(self, key: Key) -> _Fate:
        reading = self._reader.key(key)
        self._clock.last = key.at
        if reading.scan is not None:
            self._take(reading.scan)
        elif reading.fresh:
            self._give_up()
        if reading.hold:
            return _Fate.EAT
        if key.text in ENDS or key.text in PERSONAL:
            self._give_up()
            return _Fate.PASS
        self._wait()
        field = field_with_keys()
        if field is None and not key.repeat:
            return _Fate.KEEP
        if field is not None:
            self._remember(field)
        self._let_go()
        return _Fate.PASS

    def _wait(self) -> None:
        self._since.start()
        self._hopped = False
        self._arm(ceil(self._reader.wait * 1000))

    def _arm(self, milliseconds: int) -> None:
        self._armed.start()
        self._silence.start(milliseconds)

    def _control(self, event: QKeyEvent) -> str:
        """Ctrl and a letter belongs to a code only in the middle of one, or where one begins so."""
        text = control_letter(event)
        begins = bool(text) and self._desk.settings.scanner.prefix.startswith(text)
        return text if begins or self._silence.isActive() else ""

    # Bursts

    @Slot()
    def _fell_silent(self) -> None:
        busy = self._armed.elapsed() - self._silence.interval() > _BUSY
        if busy or not self._hopped:
            self._hopped = True
            self._arm(_HOP)
            return
        self._end_burst(self._clock.last + self._since.elapsed() / 1000)

    def _end_burst(self, at: float) -> None:
        self._silence.stop()
        scan = self._reader.quiet(at)
        if scan is None:
            self._give_up()
        else:
            self._take(scan)

    def _take(self, scan: Scan) -> None:
        self._silence.stop()
        self._eaten |= self._down()
        self._kept.clear()
        for leak in reversed(self._leaks):
            leak.take_back()
        self._leaks.clear()
        self._found.emit(scan, _who_takes_scans())

    def _give_up(self) -> None:
        """It was a person."""
        self._leaks.clear()
        self._let_go()

    def _let_go(self) -> None:
        kept, self._kept = self._kept, []
        for window, event in kept:
            self._again.give(window, event)

    def _remember(self, field: TextField) -> None:
        # Over the proposals of a file dialog Qt names a field that is gone already.
        if isValid(field) and not any(leak.field is field for leak in self._leaks):
            self._leaks.append(remember(field))

    def _down(self) -> set[int]:
        """Keys that were kept back and have not come up again."""
        down: set[int] = set()
        for _, event in self._kept:
            if event.type() == _PRESS:
                down.add(_which(event))
            else:
                down.discard(_which(event))
        return down

    @Slot(object, object)
    def _deliver(self, scan: Scan, taker: QWidget | None) -> None:
        if taker is None or not isValid(taker):
            self.scanned.emit(scan)
        else:
            _hand_over(scan.code, taker)

    @Slot()
    def _take_rules(self) -> None:
        self._reader.rules = self._desk.settings.scanner

    # Who has the keyboard

    @Slot(QWindow)
    def _focus_went(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
        self._look()

    @Slot(Qt.ApplicationState)
    def _state_went(self, state: Qt.ApplicationState) -> None:
        del state
        self._look()

    def _look(self) -> None:
        if _has_keyboard():
            self._settled.stop()
            self._tell_heard()
        elif self._listening and not self._settled.isActive():
            self._settled.start(SETTLED)

    @Slot()
    def _tell_heard(self) -> None:
        has = _has_keyboard()
        if has is not self._listening:
            self._listening = has
            self.heard.emit(has)


def _mark(event: QKeyEvent) -> tuple[int, int, bool]:
    return event.timestamp(), _which(event), event.isAutoRepeat()


def _which(event: QKeyEvent) -> int:
    """The key itself, whatever letter it writes while Shift is up or down."""
    return event.nativeScanCode() or int(event.key())


def _reads_keys() -> bool:
    window = QApplication.activeWindow()
    return window is not None and bool(window.property(READS_KEYS))


def _has_keyboard() -> bool:
    active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
    return active and QGuiApplication.focusWindow() is not None


def _who_takes_scans() -> QWidget | None:
    widget = QApplication.focusWidget()
    while widget is not None and not widget.property(TAKES_SCANS):
        widget = widget.parentWidget()
    return widget


def _hand_over(code: str, taker: QWidget) -> None:
    take = getattr(taker, "take_scan", None)
    if take is not None:
        take(code)
    elif isinstance(taker, QLineEdit):
        taker.selectAll()
        taker.insert(code)
        taker.returnPressed.emit()
