"""A printer that is a folder: each document becomes a file in it, whole or not at all, and is done at once.

For the demo, for trying out, and for whoever prints from another program. Nothing is ever overwritten.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

from inpost_desk.errors import FileTrouble, PaperTrouble, PrinterTrouble
from inpost_desk.paths import disk_rule
from inpost_desk.printers.printer import Document, Form, Job, JobState, PrinterState, Readiness

_ENDINGS: Final = {Form.PDF: ".pdf", Form.ZPL: ".zpl", Form.EPL: ".epl"}


def _here_and_now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class FolderPrinter:
    """`now` is the clock on the wall, by which the files are named: `2026-11-22-0901-001.pdf`."""

    folder: Path
    now: Callable[[], datetime] = _here_and_now
    can_tell: bool = True

    @property
    def name(self) -> str:
        """The folder's path."""
        return str(self.folder)

    def send(self, document: Document, *, title: str) -> str:
        """The job's id is the file's name.

        Raises FileTrouble `missing` (the folder is not made again: it may be a stick that was pulled out),
        `disk_full`, `read_only`, `not_a_folder`, PaperTrouble `damaged` for what is no PDF, PrinterTrouble
        `wrong_form`.
        """
        del title
        if document.form not in _ENDINGS:
            raise PrinterTrouble("wrong_form", place=self.name, detail=document.form)
        is_pdf = document.form is Form.PDF
        if not document.content or (is_pdf and not document.content.startswith(b"%PDF-")):
            raise PaperTrouble("damaged", detail="not a PDF")
        try:
            return self._put(document.content, _ENDINGS[document.form])
        except OSError as error:
            raise FileTrouble(_rule(error), place=str(self.folder)) from error

    def job(self, job_id: str) -> Job:
        """It was done when `send` returned."""
        return Job(job_id, JobState.DONE)

    def state(self) -> PrinterState:
        """Whether the folder is there and can be written."""
        try:
            with tempfile.TemporaryFile(dir=self.folder):
                return PrinterState(Readiness.READY)
        except FileNotFoundError:
            return PrinterState(Readiness.MISSING, ("missing",))
        except OSError as error:
            return PrinterState(Readiness.STOPPED, (_rule(error),))

    def cancel(self, job_id: str) -> None:
        """What is done cannot be taken back."""

    def _put(self, content: bytes, ending: str) -> str:
        minute = self.now().strftime("%Y-%m-%d-%H%M")
        draft = self.folder / f".{secrets.token_hex(8)}.part"
        try:
            with draft.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            names = (f"{minute}-{number:03}{ending}" for number in count(1))
            return next(name for name in names if _take(draft, self.folder / name))
        finally:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)


def _take(draft: Path, target: Path) -> bool:
    """Give the complete file its name, unless that is taken."""
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        return False
    except OSError:
        # FAT and some shares have no hard links: the name is taken first, then filled.
        try:
            target.open("xb").close()
        except FileExistsError:
            return False
        draft.replace(target)
    return True


def _rule(error: OSError) -> str:
    return "missing" if isinstance(error, FileNotFoundError) else disk_rule(error)
