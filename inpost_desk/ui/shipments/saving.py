"""Files of the history: exports, the month's file, return labels. A dialog asks where they go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import FETCH, PAPER, PRINT
from inpost_desk.domain.history import HistoryRow, Query
from inpost_desk.domain.printer import Purpose
from inpost_desk.errors import Trouble
from inpost_desk.session_printers import outlets_of
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import DONE, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.opening import open_file
from inpost_desk.ui.shipments.columns import name_of
from inpost_desk.ui.shop_columns import ShopColumnsDialog
from inpost_desk.wording.journey import day_words
from inpost_desk.wording.sentences import WARSAW, rule_words, trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.print_line import Printed
    from inpost_desk.actions.returns import Returned
    from inpost_desk.domain.shop_columns import ShopColumns
    from inpost_desk.session import Session

EXPORT: Final = "shipments.export"
RETURN: Final = "shipments.return"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is exported: the query's shipments, all of them or those selected; `count` of them."""

    query: Query
    count: int
    ids: tuple[int, ...] | None = None


class Saver(QObject):
    """Asks where, writes on a lane, says where it is."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent
        self._jobs = Jobs(desk, self)
        self._stop = Stop()
        self._writing = 0

    def show_menu(self, place: QPoint, wanted: Wanted) -> QMenu:
        """What can be written of that."""
        menu = QMenu(self._parent)
        columns = self._desk.settings.shop_columns
        # Whatever is chosen when the account is another one is about shipments that are not there.
        mine = self._jobs.told
        menu.addAction(_what_words(wanted)).setEnabled(False)
        for words, ending, shop in (
            (translate("ui", "CSV for a spreadsheet…"), ".csv", None),
            (translate("ui", "XLSX…"), ".xlsx", None),
            (translate("ui", "The shop's columns (CSV)…"), ".csv", columns),
        ):
            action = menu.addAction(words)
            action.setEnabled(wanted.count > 0)
            action.triggered.connect(mine(partial(self._export, wanted, ending, shop)))
        columns_words = translate("ui", "Set up the shop's columns…")
        menu.addAction(columns_words).triggered.connect(self._set_up_columns)
        menu.addSeparator()
        for month in _months():
            words = translate("ui", "Month file {month}…").format(month=f"{month:%m.%Y}")
            menu.addAction(words).triggered.connect(mine(partial(self._month, month)))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
        return menu

    @Slot()
    def _set_up_columns(self) -> None:
        dialog = ShopColumnsDialog(self._desk, self._parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def stop(self) -> None:
        """What is being written is given up; no file has changed."""
        self._stop.event.set()
        self._stop = Stop()

    def close(self) -> None:
        """The same; and the page is gone before it could say so."""
        self.stop()
        if self._writing:
            self._desk.withdraw(EXPORT)

    def return_menu(self, place: QPoint, rows: Sequence[HistoryRow]) -> QMenu:
        """Return labels: on paper, or as a file."""
        menu = QMenu(self._parent)
        ids, mine = [row.id for row in rows], self._jobs.told
        menu.addAction(translate("ui", "Print the return label")).triggered.connect(
            mine(partial(self._print_returns, ids))
        )
        word = translate("ui", "return")
        name = f"{word}-{name_of(rows[0])}.pdf"
        menu.addAction(translate("ui", "Return label as a PDF…")).triggered.connect(
            mine(partial(self._ask, Path(_safe(name)), partial(self._save_returns, ids)))
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
        return menu

    # Exports

    def _export(self, wanted: Wanted, ending: str, shop: ShopColumns | None, *_: object) -> None:
        today = day_words(datetime.now(WARSAW).date())
        name = translate("ui", "shipments-{day}").format(day=today)
        work = partial(_write, wanted=wanted, shop=shop)
        self._ask(Path(_safe(name + ending)), partial(self._write, work))

    def _month(self, month: date, *_: object) -> None:
        name = translate("ui", "month-{month}").format(month=f"{month:%Y-%m}")
        work = partial(_write_month, month=month)
        self._ask(Path(_safe(name + ".xlsx")), partial(self._write, work))

    def _ask(self, suggestion: Path, then: Callable[[Path], None], *_: object) -> None:
        dialog = QFileDialog(self._parent, translate("ui", "Save as"))
        then = self._jobs.told(then)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggestion.suffix.lstrip("."))
        dialog.selectFile(suggestion.name)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def _write(self, work: Callable[..., int | None], place: Path) -> None:
        session = self._desk.session
        if session is None:
            return
        self._told(EXPORT, (0, 0))
        told = self._jobs.relay(partial(self._told, EXPORT))

        def tell(done: int, most: int) -> None:
            told((done, most))

        self._writing += 1
        # Also told when the account is another one by then: the file is there.
        self._desk.lanes.start(
            PAPER,
            partial(work, session, place=place, told=tell, stop=self._stop),
            done=self._jobs.lasting(partial(self._written, EXPORT, place)),
            failed=self._jobs.lasting(self._not_written),
        )

    def _told(self, key: str, progress: tuple[int, int]) -> None:
        words = translate("ui", "Writing the file: {done} of {total}")
        fact = words.format(done=progress[0], total=progress[1])
        fact = fact if progress[1] else translate("ui", "Writing the file…")
        button = translate("ui", "Stop")
        self._desk.notify(Notice(key, INFORMATION, fact, "", button, self.stop))

    def _not_written(self, error: Exception) -> None:
        self._writing -= 1
        self._failed(EXPORT, error)

    def _written(self, key: str, place: Path, count: int | None) -> None:
        self._writing -= 1
        if count is None:
            words = translate("ui", "Stopped by you: nothing was written.")
            self._desk.notify(Notice(key, INFORMATION, words))
            return
        words = translate("ui", "Written, shipments: {count}.").format(count=count)
        button = translate("ui", "Open the folder")
        opened = partial(open_file, self._desk, place.parent)
        self._desk.notify(Notice(key, DONE, words, str(place), button, opened))

    def _failed(self, key: str, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        self._desk.notify(Notice(key, WARNING, trouble_words(error)))

    # Return labels

    def _ask_for_returns(self) -> None:
        words = translate("ui", "Fetching the return label from InPost…")
        self._desk.notify(Notice(RETURN, INFORMATION, words))

    def _save_returns(self, ids: Sequence[int], place: Path) -> None:
        self._ask_for_returns()
        self._jobs.start(
            partial(_save_returns, ids=ids, place=place),
            lane=FETCH,
            done=partial(self._returned, place),
            failed=partial(self._failed, RETURN),
        )

    def _print_returns(self, ids: Sequence[int], *_: object) -> None:
        self._ask_for_returns()
        work = partial(_print_returns, ids=ids, known=self._desk.settings, stop=self._stop)
        self._jobs.start(work, lane=PRINT, done=self._printed, failed=partial(self._failed, RETURN))

    def _returned(self, place: Path, made: Returned) -> None:
        if not made.pdf:
            self._tell_left_out(made)
            return
        fact = f"{translate('ui', 'The PDF is written.')} {_left_out_words(made)}".rstrip()
        button = translate("ui", "Open")
        opened = partial(open_file, self._desk, place)
        state = WARNING if made.left_out else DONE
        self._desk.notify(Notice(RETURN, state, fact, str(place), button, opened))

    def _printed(self, end: tuple[Returned, Printed | None]) -> None:
        made, printed = end
        if printed is None:
            self._tell_left_out(made)
        elif printed.failed or printed.cancelled:
            words = translate("ui", "The printer stopped.")
            told = translate("ui", "The return label did not come out. See to the printer.")
            self._desk.notify(Notice(RETURN, WARNING, words, told))
        else:
            words = translate("ui", "Return labels given to the printer: {count}.")
            said = words.format(count=len(made.shipments))
            state = WARNING if made.left_out else DONE
            self._desk.notify(Notice(RETURN, state, said, _left_out_words(made)))

    def _tell_left_out(self, made: Returned) -> None:
        words = translate("ui", "InPost made no return label.")
        why = rule_words(made.left_out[0][1]) if made.left_out else ""
        self._desk.notify(Notice(RETURN, WARNING, words, why))


def _what_words(wanted: Wanted) -> str:
    """What the files of the menu will be about."""
    if not wanted.count:
        return translate("ui", "Nothing here to be written")
    if wanted.ids is not None:
        return translate("ui", "The selected shipments: {count}").format(count=wanted.count)
    return translate("ui", "All shipments of the list: {count}").format(count=wanted.count)


def _left_out_words(made: Returned) -> str:
    """How many there is none for, and why of the first; "" where all are there."""
    if not made.left_out:
        return ""
    words = translate("ui", "Without a return label: {count} ({reason}).")
    why = rule_words(made.left_out[0][1]).rstrip(".")
    return words.format(count=len(made.left_out), reason=why)


def _months() -> list[date]:
    """This month and the one before, which is the one an accountant asks for."""
    first = datetime.now(WARSAW).date().replace(day=1)
    return [(first - timedelta(days=1)).replace(day=1), first]


def _safe(name: str) -> str:
    return "".join("-" if one in '/\\:*?"<>|' else one for one in name)


def _write(
    session: Session,
    wanted: Wanted,
    shop: ShopColumns | None,
    place: Path,
    told: Callable[[int, int], None],
    stop: Stop,
) -> int | None:
    from inpost_desk.actions.export import write_export
    from inpost_desk.wording.exports import export_words

    return write_export(
        place,
        session.ledger,
        wanted.query,
        shop,
        words=export_words,
        ids=wanted.ids,
        told=told,
        stop=stop,
    )


def _write_month(
    session: Session,
    month: date,
    place: Path,
    told: Callable[[int, int], None],
    stop: Stop,
) -> int | None:
    from inpost_desk.actions.month_file import month_file
    from inpost_desk.wording.exports import export_words

    return month_file(place, session.ledger, month, words=export_words, told=told, stop=stop)


def _save_returns(session: Session, ids: Sequence[int], place: Path) -> Returned:
    from inpost_desk.actions.returns import return_labels
    from inpost_desk.whole_file import write_whole

    made = return_labels(session.ledger, session.client, ids)
    if made.pdf:
        write_whole(place, made.pdf)
    return made


def _print_returns(
    session: Session, ids: Sequence[int], known: Settings, stop: Stop
) -> tuple[Returned, Printed | None]:
    from inpost_desk.actions.printing import print_document
    from inpost_desk.actions.returns import return_labels

    made = return_labels(session.ledger, session.client, ids)
    if not made.pdf:
        return made, None
    printed = print_document(
        session.ledger,
        outlets_of(session, known).serving(Purpose.COURIERS),
        made.pdf,
        document="return",
        title=translate("ui", "Return label"),
        now=session.client.now,
        stop=stop,
    )
    return made, printed
