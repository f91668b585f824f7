"""The program's log file, and the redaction that keeps secrets and personal data out of it.

`redact` is also used where a text written by InPost is kept inside an error. No screen output, no levels
of our own.
"""

from __future__ import annotations

import logging
import os
import re
import time
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_SIZE = 2_000_000
_PRIVATE = 0o600
KEPT_FILES = 5

# Digits that look like a phone and are none: request ids, dates, tracking numbers, ids in our own paths.
_KEPT = (
    r"(?<![0-9A-Za-z])[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![0-9A-Za-z])"
    r"|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)"
    r"|(?<!\d)\d{24}(?!\d)"
    r"|/(?:shipments|batches|organizations|dispatch_orders)/\d{1,19}(?!\d)"
)
_PHONE = r"(?<!\d)(?<!\d\.)(?:(?:\+|00)?48[ .\-\u00a0]{0,2})?[1-9](?:[ .\-\u00a0]{0,2}\d){8}(?!\d)"
_FOREIGN_PHONE = r"\+\d(?:[ .\-\u00a0()]{0,2}\d){7,13}(?!\d)"
_DIGITS = re.compile(f"(?P<kept>{_KEPT})|{_FOREIGN_PHONE}|{_PHONE}")
_WORD = r"[^\s@<>\"'(),;:=/?&\[\]{}]"
# The lookbehind lets a match start only where a word does: otherwise long words cost quadratic time.
_EMAIL = re.compile(rf"(?<!{_WORD}){_WORD}+(?:@|%40){_WORD}+")
_BEARER = re.compile(r"(?i)\bbearer\s+[^\s\"',;]+")
_JWT = re.compile(r"eyJ[\w\-=]{6,}(?:\.[\w\-=]*)*", re.ASCII)
_SECRET = re.compile(
    r"(?i)(?P<name>[\w\-]{0,40}(?:token|authorization|password|secret|api_?key|customer_delivering_code))"
    r"(?P<between>\\*[\"']?\s*(?:=>|[:=])\s*)"
    r"(?:\"[^\"]*\"|'[^']*'|\\*[\"']?[^\s\"'\\,;&}\])]+)"
)


def redact(text: str) -> str:
    """`text` without tokens, e-mails, phones and locker-opening codes. 24-digit tracking numbers stay."""
    text = _BEARER.sub("[token]", text)
    text = _JWT.sub("[token]", text)
    text = _SECRET.sub(r"\g<name>\g<between>[secret]", text)
    text = _EMAIL.sub("[e-mail]", text)
    return _DIGITS.sub(lambda found: found["kept"] or "[phone]", text)


class RedactingFormatter(logging.Formatter):
    """Redacts the finished line, so that arguments and tracebacks are covered too."""

    def format(self, record: logging.LogRecord) -> str:
        """The line that goes into the file."""
        return redact(super().format(record))


class LogFile(RotatingFileHandler):
    """Only its owner reads it. Goes on in the same file where it cannot be renamed: on Windows, while another
    process has it."""

    def _open(self) -> TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_CREAT | os.O_WRONLY, _PRIVATE))
        return super()._open()

    def doRollover(self) -> None:  # noqa: N802 - the name of logging
        """Begin a new file, where that is possible now."""
        try:
            super().doRollover()
        except OSError:
            if self.stream is None:
                self.stream = self._open()


def set_up(path: Path, *, verbose: bool = False) -> logging.Handler:
    """Writes the log of the whole program to `path`, until the returned handler is given to `close`.

    Five older files of 2 MB are kept. `verbose` writes DEBUG records too. Raises OSError where the file
    cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = LogFile(
        path, maxBytes=FILE_SIZE, backupCount=KEPT_FILES, encoding="utf-8", errors="replace"
    )
    lines = RedactingFormatter("%(asctime)sZ %(process)d %(levelname)s %(name)s %(message)s")
    lines.converter = time.gmtime
    handler.setFormatter(lines)
    ours = logging.getLogger("inpost_desk")
    ours.setLevel(logging.DEBUG if verbose else logging.INFO)
    ours.addHandler(handler)
    return handler


def close(handler: logging.Handler) -> None:
    """Ends what `set_up` began."""
    logging.getLogger("inpost_desk").removeHandler(handler)
    handler.close()
