"""A warehouse whose program is run for real, with everything secret planted, and watched while it runs."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from inpost_desk.tokens import ENVIRONMENT_VARIABLE
from tests.secrets.planted import Planted
from tests.simulator_process import Simulator

ROOT = Path(__file__).parents[2]
LIMIT = 120.0
BUNDLE = "support.zip"


@dataclass(frozen=True, slots=True)
class Seen:
    """A child of the program as anybody with `ps` sees it, and what its owner sees besides."""

    command: bytes
    environment: bytes


@dataclass
class House:
    """`home`, `tmp` and `data` are the program's; `given` and `paper` are its user's own."""

    folder: Path
    simulator: Simulator
    environment: dict[str, str]
    said: list[tuple[str, bytes]] = field(default_factory=list)
    children: set[Seen] = field(default_factory=set)
    dumps: set[str] = field(default_factory=set)
    """How large a picture of its memory each of them may leave where it crashes."""

    def __post_init__(self) -> None:
        for one in ("home", "tmp", "given", "paper"):
            (self.folder / one).mkdir()

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.data / "inpost-desk.log"

    def given(self, name: str) -> Path:
        return self.folder / "given" / name

    def run(self, *words: object, typed: str = "", bug: Path | None = None, token: str = "") -> int:
        """The program with these words; what it said is kept, its children are looked at all the while."""
        process = self.start(*words, bug=bug, token=token)
        assert process.stdin is not None
        process.stdin.write(typed.encode())
        process.stdin.close()
        self.watch(process)
        return self.end(process, " ".join(str(one) for one in words[:2]))

    def start(
        self, *words: object, bug: Path | None = None, token: str = ""
    ) -> subprocess.Popen[bytes]:
        """As `run`, and it goes on by itself. `bug` is a folder whose modules come before all others."""
        command = [sys.executable, "-m", "inpost_desk", *(str(one) for one in words)]
        command += ["--data-dir", str(self.data), "--language", "pl", "--verbose"]
        path = [str(one) for one in (bug, ROOT) if one is not None]
        given = {ENVIRONMENT_VARIABLE: token} if token else {}
        place = {"HOME": str(self.folder / "home"), "TMPDIR": str(self.folder / "tmp")}
        with (self.folder / "output").open("wb") as output:
            return subprocess.Popen(
                command,
                cwd=self.folder / "given",
                env={**self.environment, **place, "PYTHONPATH": os.pathsep.join(path), **given},
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def watch(self, process: subprocess.Popen[bytes]) -> None:
        """Look at what it has started until it ends, however short-lived."""
        while process.poll() is None:
            for child in _descendants(process.pid):
                seen = Seen(_read(child, "cmdline"), _read(child, "environ"))
                # Just forked it is its parent still.
                forked = not seen.command or b"\0-m\0inpost_desk\0" in seen.command
                if not (forked or _is_a_search(seen.command)):
                    self.children.add(seen)
                    self.dumps.add(_core_limit(child))
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.01)

    def end(self, process: subprocess.Popen[bytes], what: str) -> int:
        """How it ended; what it said is kept."""
        code = process.wait(LIMIT)
        output = self.folder / "output"
        self.said.append((what, output.read_bytes()))
        output.unlink()
        return code

    def leaks(self, planted: Sequence[Planted]) -> list[str]:
        """Where something planted lies that may not lie there."""
        found = []
        for name, content in self._everything():
            may_hold_receivers = _is_for_receivers(name)
            found += [
                f"{one.name} in {name}"
                for one in planted
                if not (one.receiver and may_hold_receivers)
                and one.home != name
                and one.found_in(content)
            ]
        return found

    def _everything(self) -> Iterator[tuple[str, bytes]]:
        for path in sorted(self.folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(self.folder).as_posix()
                yield name, path.read_bytes()
                if path.name == BUNDLE:
                    with zipfile.ZipFile(path) as bundle:
                        yield from (
                            (f"{name}/{one}", bundle.read(one)) for one in bundle.namelist()
                        )
        for what, said in self.said:
            yield f"what `{what}` said", said
        for child in self.children:
            words = child.command.replace(b"\0", b" ").decode(errors="replace")
            yield f"the command line of {words}", child.command
            yield f"the environment of {words}", child.environment


def _is_for_receivers(name: str) -> bool:
    """The ledger, the labels, what the user gave and got, and the settings, which hold the sender."""
    if name.endswith((".log", ".zip")) or ".log." in name or f"{BUNDLE}/" in name:
        return False
    return name.startswith(
        ("given/", "paper/", "data/ledgers/", "data/demo/", "data/settings.json")
    )


def _core_limit(pid: int) -> str:
    limits = _read(pid, "limits").decode().splitlines()
    return next((one.split()[4] for one in limits if one.startswith("Max core file size")), "0")


def _is_a_search(command: bytes) -> bool:
    """Python's for a library of macOS, where keyring looks for its backends: not ours, and over at once."""
    program = command.partition(b"\0")[0].rpartition(b"/")[2]
    return program in (b"gcc", b"cc", b"collect2", b"ld", b"ldconfig", b"sh")


def _descendants(pid: int) -> Iterator[int]:
    try:
        threads = [one.name for one in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return
    for thread in threads:
        for child in _read(pid, f"task/{thread}/children").split():
            yield int(child)
            yield from _descendants(int(child))


def _read(pid: int, name: str) -> bytes:
    """Empty once the process is gone."""
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""
