"""The child's side of the examiner: a process that opens what came from InPost and may die of it.

Reads questions from its standard input and answers on its standard output, a length before each. It ends with
its parent, whose end closes the input. Nothing here judges a label: that is `readback.check`.
"""

from __future__ import annotations

import contextlib
import os
import queue
import struct
import sys
import threading
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final

import msgspec

from inpost_desk.errors import PaperTrouble
from inpost_desk.labels.readback import PageReading, read_pages
from inpost_desk.labels.sheet import page_count, single_pages
from inpost_desk.labels.unpack import MOST_BYTES, documents

MOST_MEMORY: Final = 2 << 30
"""Bytes of address space: ten times what the largest page of a label takes."""

LONGEST: Final = 2 * MOST_BYTES
"""Bytes of a message: the largest answer and what is said about it."""

_LENGTH: Final = struct.Struct("<Q")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an answer as a PDF of its own, with what the read-back found on it."""

    content: bytes
    reading: PageReading


class Question(msgspec.Struct, frozen=True):
    """The bytes of an answer, the numbers expected on its pages, and how many pages are too many."""

    content: bytes
    expected: tuple[str, ...]
    most_pages: int


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of what there is to say: `begun`, then the number of pages, each page, and `ended`.

    `rule` is why there are no more pages, `detail` where our own code failed (no word of the document).
    """

    begun: bool = False
    pages: int = 0
    page: Page | None = None
    ended: bool = False
    rule: str = ""
    detail: str = ""


def send(stream: BinaryIO, message: Question | Answer) -> None:
    """Raises OSError where nobody listens any more."""
    content = msgspec.msgpack.encode(message)
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """The next message, None at the end of the stream or where it breaks off."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(head)
    if size > LONGEST:
        # No length at all: something else got into the pipe, and waiting for so much would never end.
        return None
    content = stream.read(size)
    return content if len(content) == size else None


def main() -> None:
    """Answer questions for as long as the parent lives."""
    _limit()
    questions: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(questions,), daemon=True).start()
    # Whatever prints something must not get between the answers.
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    while True:
        question = msgspec.msgpack.decode(questions.get(), type=Question)
        send(answers, Answer(begun=True))
        _answer(question, answers)


def _listen(questions: queue.SimpleQueue[bytes]) -> None:
    """Beside the work, so that the end of the parent is noticed while PDFium hangs."""
    while (message := receive(sys.stdin.buffer)) is not None:
        questions.put(message)
    os._exit(0)


def _limit() -> None:
    """As much as the system allows: memory has an end, and a crash leaves neither core file nor dialog."""
    if sys.platform == "win32":
        import ctypes

        no_dialogs = 0x0001 | 0x0002
        ctypes.windll.kernel32.SetErrorMode(no_dialogs)
        return
    import resource

    for kind, limit in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, MOST_MEMORY)):
        # A stricter limit that is set already stays, and macOS refuses the second.
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (limit, limit))


def _answer(question: Question, answers: BinaryIO) -> None:
    try:
        _examine(question, answers)
        last = Answer(ended=True)
    except PaperTrouble as trouble:
        last = Answer(rule=trouble.rule)
    except MemoryError:
        last = Answer(rule="too_large")
    except Exception as error:  # noqa: BLE001 -- told in full by the parent, which has the log
        places = "".join(traceback.format_tb(error.__traceback__))
        last = Answer(rule="crashed", detail=f"{type(error).__name__}\n{places}")
    send(answers, last)


def _examine(question: Question, answers: BinaryIO) -> None:
    found = documents(question.content)
    pages = sum(page_count(one) for one in found)
    if pages > question.most_pages:
        raise PaperTrouble("too_many_pages")
    send(answers, Answer(pages=pages))
    for document in found:
        for page in _pages(document, question.expected):
            send(answers, Answer(page=page))


def _pages(document: bytes, expected: Sequence[str]) -> map[Page]:
    return map(Page, single_pages(document), read_pages(document, expected=expected))


if __name__ == "__main__":
    main()
