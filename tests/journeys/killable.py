"""The real program in processes of its own that die by SIGKILL at a chosen moment.

`python -m tests.journeys.killable` waits for commands and forks a process for each start of the program, so
that sixty starts do not import everything sixty times. What runs in the fork is `inpost_desk.cli.main`.

Moments: `<call> noted` (in the journal, not a byte sent), `<call> sent` (InPost has it, nothing read yet),
`<call> answered` for the calls of `CALLS`; `<writer> commit` (before the transaction's end)
and `<writer> done` for what writes the ledger; `any` counts all of these; `time` is n milliseconds.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import socket
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

# Everything that a start would otherwise import by and by.
import alembic.command
import alembic.config
import httpx
import pypdf
import python_calamine
from sqlalchemy import Engine, event

from inpost_desk.actions import labels as label_line
from inpost_desk.cli import main as program
from inpost_desk.labels import sheet
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import anew, changes, journal, mirrored, orders, seen
from inpost_desk.shipx.client import Client
from tests.journeys import offer_program

PRELOADED: Final = (alembic.command, alembic.config, httpx, pypdf, python_calamine, sheet)
CALLS: Final = {
    "create": "create",
    "create_batch": "batch",
    "buy": "buy",
    "renew": "renew",
    "bulk_buy": "bulk_buy",
    "select_offer": "select",
    "select_offers": "select",
    "edit": "edit",
    "cancel": "cancel",
}
WRITERS: Final[dict[Any, tuple[str, ...]]] = {
    journal: (
        "claim",
        "batch_accepted",
        "made",
        "not_done",
        "refused",
        "let_go",
        "looked",
    ),
    anew: ("replace_by", "plan_again"),
    changes: ("claim_change", "ended", "called_off", "edited"),
    orders: ("enter_run", "end_run"),
    seen: ("saw",),
    mirrored: ("mirror",),
}


class Trap:
    """Kills this process when a moment comes for the n-th time."""

    def __init__(self, moment: str, nth: int) -> None:
        self._moment = moment
        self._nth = nth
        self._met: Counter[str] = Counter()
        self._lock = threading.Lock()
        self.here = threading.local()

    def meet(self, moment: str) -> None:
        """One of the threads has come to this moment."""
        with self._lock:
            self._met[moment] += 1
            self._met["any"] += 1
            if self._moment in (moment, "any") and self._met[self._moment] == self._nth:
                os.kill(os.getpid(), signal.SIGKILL)

    def set(self) -> None:
        """Lay it around calls, ledger and label files."""
        if self._moment == "time":
            signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
            signal.setitimer(signal.ITIMER_REAL, self._nth / 1000)
        for name, call in CALLS.items():
            setattr(Client, name, self._around_call(getattr(Client, name), call))
        for module, names in WRITERS.items():
            for name in names:
                setattr(module, name, self._around_writer(getattr(module, name), name))
        stored = self._around_writer(seen.store_labels, "store_labels")
        label_line.store_labels = stored  # type: ignore[attr-defined]
        LabelStore.save_all = self._around_writer(LabelStore.save_all, "save_all")  # type: ignore[method-assign]
        event.listen(Engine, "commit", lambda _connection: self._committing())
        self._before_reading()

    def _around_call(self, call: Callable[..., Any], name: str) -> Callable[..., Any]:
        def called(*given: Any, **named: Any) -> Any:
            self.meet(f"{name} noted")
            self.here.call = name
            answer = call(*given, **named)
            self.meet(f"{name} answered")
            return answer

        return called

    def _around_writer(self, write: Callable[..., Any], name: str) -> Callable[..., Any]:
        def written(*given: Any, **named: Any) -> Any:
            self.here.writer = name
            result = write(*given, **named)
            self.here.writer = ""
            self.meet(f"{name} done")
            return result

        return written

    def _committing(self) -> None:
        self.meet(f"{getattr(self.here, 'writer', '') or 'other'} commit")

    def _before_reading(self) -> None:
        """A request is out, whole, when its answer is first read for."""
        receive = socket.socket.recv

        def received(one: socket.socket, *given: Any) -> bytes:
            call, self.here.call = getattr(self.here, "call", ""), ""
            if call:
                self.meet(f"{call} sent")
            return receive(one, *given)

        socket.socket.recv = received  # type: ignore[method-assign,assignment]


def start(wanted: dict[str, Any]) -> int:
    """Fork the program with these arguments; the id of its process."""
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        with Path(wanted["output"]).open("ab") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.environ.update(wanted["environment"])
        if wanted["moment"]:
            Trap(wanted["moment"], wanted["nth"]).set()
        main = offer_program.main if wanted.get("offers") else program.main
        code = main(wanted["arguments"])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        logging.getLogger(__name__).exception("the program failed")
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def serve() -> None:
    """`{"start": {…}}` answers a process id, `{"wait": id}` how it ended, as `Popen.returncode` does."""
    for line in sys.stdin:
        command = json.loads(line)
        if "start" in command:
            answer = start(command["start"])
        else:
            answer = os.waitstatus_to_exitcode(os.waitpid(command["wait"], 0)[1])
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
