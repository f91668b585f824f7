"""The printers in the settings: those set up and those found at the left, one printer's form, its paper, and
the three steps that set it right. Every change is written at once; the way back is the page's around it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from inpost_desk.domain.printer import PaperKind, Profile, Sheet
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import Ground, Line
from inpost_desk.ui.look import State
from inpost_desk.ui.printers.address import QUEUE
from inpost_desk.ui.printers.calibration import Calibration
from inpost_desk.ui.printers.form_area import FormArea
from inpost_desk.ui.printers.found_part import FoundPart, own_ids
from inpost_desk.ui.printers.preview import Preview
from inpost_desk.ui.printers.profile_form import ProfileForm
from inpost_desk.ui.printers.profile_list import ListColumn, Row
from inpost_desk.ui.printers.states import States
from inpost_desk.ui.printers.words import how_words, serves_words
from inpost_desk.ui.settings_page_changes import Changes
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inpost_desk.printers.found import Found

WIDE: Final = 920
MEDIUM: Final = 700
_LIST_WIDTH: Final = 236
_PICTURE_HEIGHT: Final = {True: 200, False: 420}
# Somebody puts paper in and looks here.
LOOK_EVERY: Final = 4_000
# Of one that is being added.
DRAFT: Final = "new"


class PrintersPage(QWidget):
    """The section as it fills the settings page."""

    loaded = Signal()
    """The printers of the system are shown."""

    def __init__(self, desk: Desk, changes: Changes) -> None:
        super().__init__()
        self._changes = changes
        self._current = ""
        self._draft: Profile | None = None
        self._states = States(desk, parent=self)
        self.found = FoundPart(desk)
        self.column = ListColumn(self.found)
        self.list = self.column.list
        self.form = ProfileForm(desk)
        self.preview = Preview(desk)
        self.calibration = Calibration(desk)
        self._beat = QTimer(self, interval=LOOK_EVERY)
        self._lay_out()
        self._connect()
        self.show_settings()

    def refresh(self) -> None:
        """Ask the system for its printers, and those that are set up how they stand."""
        self.found.look()
        self._states.look()

    def print_test(self) -> None:
        """Print the test label on the printer that is shown."""
        self.calibration.print()

    def add(self) -> None:
        """Begin with another printer; it is there once it is known how it is reached."""
        self._draft = Profile.at(QUEUE, "", id=DRAFT, name="")
        self._current = DRAFT
        self.show_settings()
        self._form_area.verticalScrollBar().setValue(0)
        self.form.address.focus_way()

    def remove(self) -> None:
        """Forget the printer that is shown, where the list has the focus: elsewhere Del is for texts."""
        if self.list.hasFocus() or self.column.remove_button.hasFocus():
            self._remove()

    def escape(self) -> bool:
        """Whether there was something to leave: a printer that was being added."""
        if self._draft is None:
            return False
        self._draft = None
        self._current = ""
        self.show_settings()
        self.list.setFocus()
        return True

    def show_settings(self) -> None:
        """Show what was decided, here or elsewhere."""
        profiles = self._changes.known.printers
        ids = [one.id for one in profiles] + ([DRAFT] if self._draft else [])
        if self._current not in ids:
            self._current = ids[0] if ids else ""
        self._states.watch(profiles)
        self._show_rows()
        self.found.set_known(profiles)
        shown = self._shown()
        self._editor.setVisible(shown is not None)
        self.column.show_none(none=not ids)
        self.form.set_value(shown, profiles)
        ready = shown if shown is not None and shown.id != DRAFT else None
        slot = self._changes.known.sheet_slots.get(ready.id, 0) if ready else 0
        self.preview.show_profile(ready, slot)
        self.calibration.set_printer(ready)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What stands here may be old."""
        super().showEvent(event)
        self._look_again()
        self._beat.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody looks."""
        super().hideEvent(event)
        self._beat.stop()

    @Slot()
    def _look_again(self) -> None:
        self._states.look()
        self._changes.read_printers()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Three columns where there is room, else form and paper below the list, else one column."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._form_area = FormArea(self.form)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(0)
        self._top.addWidget(self._form_area, 6)
        self._top.addWidget(self.preview, 5)
        self._editor = QWidget()
        editor = QVBoxLayout(self._editor)
        editor.setContentsMargins(0, 0, 0, 0)
        editor.setSpacing(0)
        editor.addLayout(self._top, 1)
        editor.addWidget(Line())
        editor.addWidget(self.calibration)
        inside = Ground("window")
        self._all = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.setSpacing(0)
        self._between = Line(Qt.Orientation.Vertical)
        self._all.addWidget(self.column)
        self._all.addWidget(self._between)
        self._all.addWidget(self._editor, 1)
        self._all.addStretch(0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _connect(self) -> None:
        self._changes.changed.connect(self.show_settings)
        self._states.changed.connect(self._show_rows)
        self._beat.timeout.connect(self._look_again)
        self.list.currentRowChanged.connect(self._chosen)
        self.column.add_button.clicked.connect(self.add)
        self.column.remove_button.clicked.connect(self._remove)
        self.found.taken.connect(self._take_found)
        self.found.loaded.connect(self._found_loaded)
        self.form.changed.connect(self._keep)
        self.form.first_asked.connect(self._put_first)
        self.preview.slot_chosen.connect(self._keep_slot)
        self.calibration.corrected.connect(
            lambda right, down: self.form.edit(right=right, down=down)
        )
        self.calibration.paper_found.connect(self._take_paper)

    def _arrange(self) -> None:
        wide, medium = self.width() >= WIDE, self.width() >= MEDIUM
        across, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._all.setDirection(across if wide else below)
        self._top.setDirection(across if medium else below)
        self._between.setVisible(wide)
        self.calibration.set_narrow(narrow=not medium)
        self.column.be_column(_LIST_WIDTH if wide else 0)
        self._form_area.set_whole(whole=not wide)
        self.preview.picture.setMinimumHeight(_PICTURE_HEIGHT[wide])

    def _shown(self) -> Profile | None:
        if self._current == DRAFT:
            return self._draft
        known = self._changes.known.printers
        return next((one for one in known if one.id == self._current), None)

    def _show_rows(self) -> None:
        rows = [self._row(one) for one in self._changes.known.printers]
        if self._draft is not None:
            name = self._draft.name or translate("ui", "New printer")
            todo = translate("ui", "choose how it is reached")
            detail = translate("ui", "not set up yet")
            rows.append(Row(DRAFT, name, detail, todo, Shape.CIRCLE, State.INFORMATION))
        self.list.set_rows(rows, self._current)
        self.column.remove_button.setEnabled(bool(rows))

    def _row(self, profile: Profile) -> Row:
        detail = f"{serves_words(profile)} · {how_words(profile)}"
        word, shape, state = self._states.words(profile)
        return Row(profile.id, profile.name, detail, word, shape, state)

    def _chosen(self, _: int) -> None:
        chosen = self.list.current_id()
        if chosen is not None and chosen != self._current:
            self._current = chosen
            self.show_settings()

    def _found_loaded(self) -> None:
        self.form.address.set_queues(
            [one.profile.address for one in self.found.there if one.profile.reach is QUEUE]
        )
        self.loaded.emit()

    def _take_found(self, found: Found) -> None:
        self._store_new(found.profile)
        self.list.setFocus()

    def _keep(self, profile: Profile) -> None:
        if profile.id != DRAFT:
            self._store([profile if one.id == profile.id else one for one in self._known()])
            return
        self._draft = profile
        if not profile.address:
            self._show_rows()
            return
        proposal = self.found.proposal(profile.reach, profile.address)
        if proposal is not None and profile.name not in ("", profile.address):
            proposal = replace(proposal, name=profile.name)
        self._store_new(proposal or profile)

    def _store_new(self, profile: Profile) -> None:
        """With an id and a name that no other has."""
        self._draft = None
        new = own_ids(profile, self._known())
        self._current = new.id
        self._store([*self._known(), new])

    def _remove(self) -> None:
        if self.escape():
            return
        known = self._known()
        at = next((at for at, one in enumerate(known) if one.id == self._current), None)
        if at is None:
            return
        gone = known.pop(at)
        self._current = known[min(at, len(known) - 1)].id if known else ""
        self._store(
            [replace(one, stand_in="") if one.stand_in == gone.id else one for one in known]
        )
        self.list.setFocus()

    def _put_first(self) -> None:
        shown = self._shown()
        if shown is not None:
            self._store([shown, *(one for one in self._known() if one.id != shown.id)])

    def _keep_slot(self, slot: int) -> None:
        self._changes.make(sheet_slots={self._current: slot})

    def _take_paper(self, paper: PaperKind, sheet: Sheet) -> None:
        self.form.edit(paper=paper, custom=sheet if paper is PaperKind.CUSTOM else None)

    def _known(self) -> list[Profile]:
        return list(self._changes.known.printers)

    def _store(self, profiles: Sequence[Profile]) -> None:
        self._changes.make(printers=tuple(profiles))
