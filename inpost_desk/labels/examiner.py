"""Opens what comes from InPost in a child process: a file that crashes or hangs PDFium takes the child alone.

The child also draws and decodes, so that the program's own interpreter is free meanwhile. Whether a page is
the right label is not decided here.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import queue
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO, Final, cast

import msgspec

from inpost_desk import own_process
from inpost_desk.errors import PaperTrouble
from inpost_desk.labels.examined import Answer, Page, Question, receive, send
from inpost_desk.labels.unpack import MOST_BYTES

__all__ = ["LIMIT", "MOST_PAGES", "PER_PAGE", "Examiner", "Page", "examiner"]

log = logging.getLogger(__name__)

START_LIMIT: Final = 60.0
"""Seconds until the child is loaded; 0.2 on a machine at rest."""
LIMIT: Final = 20.0
"""Seconds for a document, and for each step of it: opening it, and each page."""
PER_PAGE: Final = 1.0
"""Seconds more for each page: twenty times what one takes."""
MOST_PAGES: Final = 100
"""This many and two for each number expected are examined; no answer of InPost's has more."""


@dataclass(frozen=True, slots=True)
class _Child:
    """A running process, and what it says; None after its last word."""

    process: subprocess.Popen[bytes]
    said: queue.SimpleQueue[bytes | None]

    @property
    def ears(self) -> BinaryIO:
        return cast("BinaryIO", self.process.stdin)


class Examiner:
    """One child, started when it is first needed and again after it died. For any thread, one at a time."""

    def __init__(self, *, limit: float = LIMIT, per_page: float = PER_PAGE) -> None:
        self._limit = limit
        self._per_page = per_page
        self._turn = threading.Lock()
        self._starting = threading.Lock()
        self._child: _Child | None = None
        self._closed = False

    def start(self) -> None:
        """Have the child ready soon; it takes 0.2 s to load, beside the caller."""
        self._living()

    @property
    def process_id(self) -> int:
        """The child's, 0 while there is none."""
        child = self._child
        return child.process.pid if child is not None else 0

    def pages(self, content: bytes, *, expected: Sequence[str]) -> list[Page]:
        """Every page of a label answer, PDF or ZIP, in order, read back for the numbers `expected`.

        Raises PaperTrouble: the rules of `unpack.documents`, `too_many_pages`, and of what takes the child
        with it, `crashed` or `too_slow`. RuntimeError after `close`, and where no child can be started.
        """
        if len(content) > MOST_BYTES:
            raise PaperTrouble("too_large")
        question = Question(content, tuple(expected), MOST_PAGES + 2 * len(expected))
        with self._turn:
            try:
                return self._answered(question)
            except PaperTrouble as trouble:
                if self._closed:
                    # Not the document's fault: nothing may be noted against it.
                    raise RuntimeError("the examiner is closed") from trouble
                raise
            except BaseException:
                # Broken off half-way: what the child still says belongs to no question.
                self._lose(self._child)
                raise

    def close(self) -> None:
        """End the child, in the middle of its work if need be."""
        with self._starting:
            self._closed = True
            child, self._child = self._child, None
        if child is not None:
            _end(child)

    def _living(self) -> _Child:
        with self._starting:
            if self._closed:
                raise RuntimeError("the examiner is closed")
            if self._child is not None and self._child.process.poll() is not None:
                _end(self._child)
                self._child = None
            if self._child is None:
                self._child = _started()
            return self._child

    def _answered(self, question: Question) -> list[Page]:
        for _ in range(2):
            child = self._living()
            if self._begins(child, question):
                return self._told(child)
            # It died at rest or while it loaded, so another one is asked.
            self._lose(child)
        raise RuntimeError("the examiner does not start")

    def _begins(self, child: _Child, question: Question) -> bool:
        try:
            send(child.ears, question)
            return child.said.get(timeout=START_LIMIT) is not None
        except (OSError, ValueError, queue.Empty):
            # ValueError: closed meanwhile, by us.
            return False

    def _told(self, child: _Child) -> list[Page]:
        end = time.monotonic() + self._limit
        found: list[Page] = []
        while not (answer := self._next(child, end)).ended:
            if answer.detail:
                log.error("the examiner failed: %s", answer.detail)
            if answer.rule:
                raise PaperTrouble(answer.rule)
            end += answer.pages * self._per_page
            if answer.page is not None:
                found.append(answer.page)
        return found

    def _next(self, child: _Child, end: float) -> Answer:
        try:
            left = max(0.0, min(self._limit, end - time.monotonic()))
            message = child.said.get(timeout=left)
        except queue.Empty:
            self._lose(child)
            log.warning("a label file took too long to examine")
            raise PaperTrouble("too_slow") from None
        if message is None:
            self._lose(child)
            if not self._closed:
                code = child.process.returncode
                log.warning("a label file ended the examiner, exit code %d", code)
            raise PaperTrouble("crashed")
        return msgspec.msgpack.decode(message, type=Answer)

    def _lose(self, child: _Child | None) -> None:
        with self._starting:
            if self._child is child:
                self._child = None
        if child is not None:
            _end(child)


@cache
def examiner(name: str = "") -> Examiner:
    """The one of this process by that name; its child ends with the program.

    Whoever must not wait until a hundred labels of somebody else are examined has one of its own.
    """
    del name
    one = Examiner()
    atexit.register(one.close)
    return one


def _command() -> list[str]:
    return own_process.command("inpost_desk.labels.examined")


def _started() -> _Child:
    # Our own program and module, no word from outside. In a session of its own Ctrl-C does not reach it: it
    # ends when its input does.
    process = subprocess.Popen(  # noqa: S603
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=own_process.FOLDER,
        env=own_process.environment(),
        start_new_session=True,
        creationflags=own_process.NO_WINDOW,
    )
    said: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    child = _Child(process, said)
    threading.Thread(target=_hear, args=(child,), name="examiner", daemon=True).start()
    return child


def _hear(child: _Child) -> None:
    with cast("BinaryIO", child.process.stdout) as mouth:
        while (message := receive(mouth)) is not None:
            child.said.put(message)
    child.said.put(None)


def _end(child: _Child) -> None:
    child.process.kill()
    child.process.wait()
    # What it did not take any more cannot be written.
    with contextlib.suppress(OSError):
        child.ears.close()
