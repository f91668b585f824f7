"""Runs cells: the real program in forks of a process that has imported everything, against a real simulator.

One bench is one simulator and one cell at a time. A fork costs milliseconds; a start of the interpreter would
cost more than the cell.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from inpost_desk.actions import settle_changes
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.errors import Trouble
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx import request, transport
from inpost_desk.shipx.breaker import Breaker
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport
from tests.matrix import truth
from tests.matrix.calls import BY_NAME, Call, Step
from tests.matrix.cells import REFUSED, SLOW, Cell, Kill, Outcome, cell_of
from tests.matrix.program import ForPerson, Person
from tests.matrix.trap import Trap
from tests.simulator_process import Simulator

DONE, BROKEN, TROUBLE, NOT_YET, FOR_PERSON = 0, 1, 4, 5, 6
KILLED: Final = -signal.SIGKILL
# Nobody starts a program oftener: one that is not done by then never will be.
MOST_STARTS: Final = 12
BEHAVIOUR: Final[dict[str, Any]] = {"pickup_after": 0.02, "confirm_after": 0.05, "list_lag": 0.0}


def quicken() -> None:
    """What waits for InPost in this process and its forks waits for a simulator that is quick."""
    transport.PAUSES = tuple(pause / 20 for pause in request.PAUSES)  # type: ignore[assignment,attr-defined]
    settle_changes.LIST_LAG = timedelta(seconds=0.1)


@dataclass
class Bench:
    """A simulator and a folder. `cell` leaves nothing behind."""

    simulator: Simulator
    folder: Path
    template: Path

    @classmethod
    def open(cls) -> Self:
        """With an empty ledger to copy, so that not every cell makes its tables."""
        folder = Path(tempfile.mkdtemp(prefix="matrix-"))
        Ledger(folder / "template").close()
        return cls(Simulator(), folder, folder / "template")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.simulator.close()
        shutil.rmtree(self.folder)

    def warm(self) -> None:
        """Do some of it in this very process: what is loaded and worked out by that is there in all forks."""
        for call in (BY_NAME["create a batch"], BY_NAME["buy an offer"]):
            self._clear(call)
            for act in (*call.before, call.act):
                self._person(act)
        # What is here is copied into no fork, as long as nobody counts it.
        gc.collect()
        gc.disable()
        gc.freeze()

    def _clear(self, call: Call) -> None:
        """An empty account and ledger."""
        ledger, output = self.folder / "ledger", self.folder / "output"
        shutil.rmtree(ledger, ignore_errors=True)
        shutil.copytree(self.template, ledger)
        for left in (output, self.folder / REFUSED):
            left.unlink(missing_ok=True)
        self.simulator.reset()
        self.simulator.faults(**BEHAVIOUR | call.behaviour)

    def run(self, cell: Cell) -> Outcome:
        """One cell from an empty account to its end."""
        call = BY_NAME[cell.call]
        self._clear(call)
        if not all(self._start(one) == DONE for one in call.before):
            return Outcome(f"could not be prepared: {self._output()}", 0, person=False, starts=0)
        self.simulator.control("log", method="DELETE")
        rule = cell.fault.rule
        rules = [rule | {"method": call.verb, "path": call.path, "times": 1}] if rule else []
        self.simulator.faults(*rules, **BEHAVIOUR | call.behaviour)
        return self._until_done(cell, call, fault_met=not rules)

    def _until_done(self, cell: Cell, call: Call, *, fault_met: bool) -> Outcome:
        kill, starts, person, ended = cell.kill, 0, False, NOT_YET
        while ended != DONE and starts < MOST_STARTS:
            starts += 1
            ended = self._start(call.act, self._trap(cell, call, kill))
            if ended == KILLED:
                kill = Kill.NEVER
            if ended == FOR_PERSON:
                person = True
                ended = DONE if self._start(Person.decide) != DONE else NOT_YET
            if ended == BROKEN:
                break
        wrong = "" if ended == DONE else f"ended with {ended}: {self._output()}"
        if cell.kill is not Kill.NEVER and kill is not Kill.NEVER:
            wrong = wrong or "was never killed"
        if cell.fault.name == REFUSED and not (self.folder / REFUSED).exists():
            wrong = wrong or "no connection was refused"
        asked = [one for one in self.simulator.log() if truth.is_call(one, call)]
        if not fault_met and not any(one["fault"] for one in asked):
            wrong = wrong or "the fault was never met"
        wrong = wrong or truth.wrong(self.simulator, self.folder / "ledger", call, asked)
        return Outcome(wrong, len(asked), person=person, starts=starts)

    def _trap(self, cell: Cell, call: Call, kill: Kill) -> Trap:
        refused = self.folder / REFUSED if cell.fault.name == REFUSED else None
        return Trap(call.method, kill, refused=refused, impatient=cell.fault.name == SLOW)

    def _start(self, act: Step, trap: Trap | None = None) -> int:
        """One start of the program; how it ended, as `Popen.returncode` tells."""
        pid = os.fork()
        if not pid:
            self._in_fork(lambda: self._person(act), trap)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    def _in_fork(self, work: Callable[[], int], trap: Trap | None) -> None:
        """Never returns: what a killed process cannot do must not be done by the others either."""
        ended = BROKEN
        try:
            if trap is not None:
                trap.set()
            ended = work()
        except BaseException:  # noqa: BLE001 - whatever it was, the process ends here
            with (self.folder / "output").open("a") as output:
                traceback.print_exc(file=output)
        finally:
            os._exit(ended)

    def _person(self, act: Step) -> int:
        known = self.simulator
        ledger = Ledger(self.folder / "ledger")
        turns = Pace(per_second=200)
        breaker = Breaker(recovered=turns.begin_gently)
        line = Transport(known.url, known.prepaid_token, pace=turns, breaker=breaker)
        organization = OrganizationId(known.prepaid_organization)
        try:
            person = Person(ledger, Client(line, organization), known.url, organization)
            return DONE if act(person) else NOT_YET
        except ForPerson:
            return FOR_PERSON
        except Trouble as trouble:
            with (self.folder / "output").open("a") as output:
                print(type(trouble).__name__, trouble, file=output)
            return TROUBLE
        finally:
            ledger.close()
            line.close()

    def _output(self) -> str:
        file = self.folder / "output"
        return file.read_text()[-2000:] if file.exists() else "without a word"


def serve() -> None:
    """Cells come as JSON lines `[call, fault, kill]`; each is answered by its outcome."""
    quicken()
    with Bench.open() as bench:
        bench.warm()
        for line in sys.stdin:
            outcome = bench.run(cell_of(*json.loads(line)))
            print(
                json.dumps([outcome.wrong, outcome.asked, outcome.person, outcome.starts]),
                flush=True,
            )


if __name__ == "__main__":
    serve()
