"""What is done once a day for the data, on a lane: a quick check, deleting what is old, the day's copy.

Each account's ledger is opened for itself, whichever one the window works for. Nothing is said here.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inpost_desk.domain.data_care import DataRules
from inpost_desk.errors import FileTrouble, LedgerTrouble, Trouble
from inpost_desk.settings import Settings

if TYPE_CHECKING:
    from inpost_desk.actions.copying import Copied
    from inpost_desk.actions.integrity import Checked, Problem
    from inpost_desk.actions.waiting import Stop
    from inpost_desk.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Cared:
    """What came of it: problems by account, the copy (None where none was due), and what went wrong.

    `last` is when the newest copy was made that can be seen. `whole`: nothing was left out by a stop.
    """

    problems: tuple[tuple[str, Problem], ...] = ()
    check_trouble: Trouble | None = None
    forget_trouble: Trouble | None = None
    copied: Copied | None = None
    copy_trouble: Trouble | None = None
    last: datetime | None = None
    whole: bool = True


def care(data_dir: Path, rules: DataRules, *, now: datetime, daily: bool, stop: Stop) -> Cared:
    """With `daily`, check and delete too; the copy is made where it is due. Takes seconds to minutes."""
    problems: tuple[tuple[str, Problem], ...] = ()
    check_trouble = forget_trouble = None
    if daily:
        try:
            checked = list(check_all(data_dir, quick=True, stop=stop))
            problems = tuple((name, one) for name, found in checked for one in found.problems)
        except Trouble as trouble:
            check_trouble = trouble
        forget_trouble = _forgotten(data_dir, rules, now=now, stop=stop)
    copied, copy_trouble = _copied(data_dir, rules, now=now, stop=stop)
    return Cared(
        problems,
        check_trouble,
        forget_trouble,
        copied,
        copy_trouble,
        last_copy(data_dir, rules.backup_folder),
        not stop.asked,
    )


def check_all(data_dir: Path, *, quick: bool, stop: Stop) -> Iterator[tuple[str, Checked]]:
    """How every account's data is, by the names of their folders. Raises LedgerTrouble."""
    from inpost_desk.actions.integrity import check

    for ledger in ledgers(data_dir):
        yield ledger.folder.name, check(ledger, quick=quick, stop=stop)


def ledgers(data_dir: Path) -> Iterator[Ledger]:
    """Every account's ledger, opened one after the other."""
    from inpost_desk.ledger.condition import ledger_files
    from inpost_desk.ledger.ledger import Ledger

    for path in ledger_files(data_dir):
        with contextlib.closing(Ledger(path.parent)) as ledger:
            yield ledger


def account_names(data_dir: Path, known: Settings) -> dict[str, str]:
    """What accounts are called, by the names of their ledgers' folders; those of others are not in it."""
    from inpost_desk.ledger.ledger import ledger_folder
    from inpost_desk.session import target_for

    found = {}
    for one in known.accounts:
        with contextlib.suppress(FileTrouble):
            address = target_for(one).api_url or one.environment
            folder = ledger_folder(data_dir, api_url=address, organization=one.organization)
            found[folder.name] = one.name or str(one.organization)
    return found


def last_copy(data_dir: Path, folder: str) -> datetime | None:
    """When this computer's newest copy in that folder was made; None where none can be seen."""
    from inpost_desk.actions.copies import days_in, home_of, read_manifest

    if not folder:
        return None
    with contextlib.suppress(OSError, FileTrouble):
        days = days_in(home_of(data_dir, Path(folder)))
        return read_manifest(days[-1]).made_at if days else None
    return None


def _forgotten(data_dir: Path, rules: DataRules, *, now: datetime, stop: Stop) -> Trouble | None:
    """Why nothing, or not everything, that is old could be deleted."""
    from inpost_desk.actions.copying import drop_older
    from inpost_desk.actions.forgetting import forget, surely_now

    before = rules.kept_since(surely_now(data_dir, now))
    if before is None:
        return None
    try:
        for ledger in ledgers(data_dir):
            forget(ledger, before=before, stop=stop)
    except LedgerTrouble as trouble:
        return trouble
    if rules.backup_folder:
        # A stick that is not plugged in keeps its copies until it is.
        with contextlib.suppress(FileTrouble):
            drop_older(data_dir, Path(rules.backup_folder), before=before)
    return None


def _copied(
    data_dir: Path, rules: DataRules, *, now: datetime, stop: Stop
) -> tuple[Copied | None, Trouble | None]:
    from inpost_desk.actions.copying import back_up, copy_due

    folder = Path(rules.backup_folder)
    if not rules.backup_folder or stop.asked or not copy_due(data_dir, folder, now=now):
        return None, None
    try:
        return back_up(data_dir, folder, copies=rules.copies, now=now, stop=stop), None
    except FileTrouble as trouble:
        # Another window or command is at it: that is as good.
        return None, None if trouble.rule == "copying" else trouble
    except LedgerTrouble as trouble:
        return None, trouble
