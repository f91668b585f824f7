"""One printer's settings. What can be used is told at once; what cannot is said at its field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from inpost_desk.domain.printer import (
    DARKEST,
    DOTS,
    MOST_OFFSET,
    ROTATIONS,
    USUAL_HEAD,
    Language,
    PaperKind,
    Profile,
    Purpose,
    Reach,
    Sheet,
    languages,
    profile_for,
)
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import Caption, FieldBox, KeyButton, Segmented, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import State
from inpost_desk.ui.printers.address import AddressForm
from inpost_desk.ui.printers.form_parts import Darkness, Labelled, Millimetres, Options
from inpost_desk.ui.printers.words import LANGUAGES, PAPERS, PURPOSES, finding_words
from inpost_desk.wording.speech import translate

_LONGEST: Final = 4000
_NONE: Final = ""


class ProfileForm(QWidget):
    """The fields of a printer."""

    changed = Signal(object)
    """A `Profile` that can be used."""
    first_asked = Signal()
    """This printer is to get what an earlier one gets now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._profile: Profile | None = None
        self._others: Sequence[Profile] = ()
        self._pending: dict[str, Any] = {}
        self.name = FieldBox(translate("ui", "Name"), in_header=True)
        self.address = AddressForm(desk)
        self.language = Segmented(
            [(key, translate("ui", words)) for key, words in LANGUAGES.items()],
            name=translate("ui", "Language"),
        )
        self.dpi = Segmented(
            [(str(one), str(one)) for one in DOTS], name=translate("ui", "Resolution")
        )
        self.rotation = Segmented(
            [(str(one), str(one)) for one in ROTATIONS], name=translate("ui", "Rotation")
        )
        self.paper = Options(translate("ui", "Paper"))
        self.width_box = Millimetres(translate("ui", "Width of the paper"), 0, _LONGEST)
        self.height_box = Millimetres(translate("ui", "Height of the paper"), 0, _LONGEST)
        self.right = Millimetres(
            translate("ui", "To the right"), -MOST_OFFSET, MOST_OFFSET, signed=True
        )
        self.down = Millimetres(translate("ui", "Down"), -MOST_OFFSET, MOST_OFFSET, signed=True)
        self.darkness = Darkness(translate("ui", "Darkness"), DARKEST)
        self.serves = {one: QCheckBox(translate("ui", PURPOSES[one])) for one in Purpose}
        self.stand_in = Options(translate("ui", "Where it does not work, print on"))
        self.separators = QCheckBox(translate("ui", "a sheet between two batches"))
        words = translate(
            "ui", "A page with the file, the number of labels and the time comes before each batch."
        )
        self._about_separators = Caption(words, wrap=True)
        self.carrier_commands = QCheckBox(translate("ui", "InPost's own label commands"))
        words = translate(
            "ui",
            "Prints InPost's own ZPL or EPL instead of our pixels; only their fields can be checked.",
        )
        self._about_commands = Caption(words, wrap=True)
        self.first_button = KeyButton(translate("ui", "Print here first"), kind="header")
        self._lay_out()
        self._connect()

    def set_value(self, profile: Profile | None, others: Sequence[Profile] = ()) -> None:
        """Show a printer; `others` are all that are set up. What is half changed stays where it is."""
        self._others = others
        self.setEnabled(profile is not None)
        if profile is None:
            self._profile = None
            return
        if profile != self._profile:
            # Else a field that is being written in is left alone.
            self._profile, self._pending = profile, {}
            self._say("")
            self._show(profile)
        self._show_stand_ins(profile)
        self._show_rank(profile)

    def edit(self, **change: Any) -> None:
        """Change some of it; what does not fit together waits until it does."""
        if self._profile is None:
            return
        self._pending |= change
        try:
            candidate = replace(self._profile, **self._pending)
        except ValueError as error:
            self._say(str(error))
            return
        self._say("")
        self._pending = {}
        if candidate != self._profile:
            self._profile = candidate
            self._show(candidate)
            self.changed.emit(candidate)

    def findings(self) -> str:
        """Everything that is said to be wrong."""
        said = [one.finding() for one in (self.name, self.address.host, self.address.folder)]
        said += [one.finding() for one in self._parts.values()]
        return " ".join(filter(None, said))

    def _lay_out(self) -> None:
        self._parts = {
            "language": Labelled(translate("ui", "Language"), self.language),
            "dpi": Labelled(translate("ui", "Resolution"), self.dpi, note=translate("ui", "dpi")),
            "rotation": Labelled(
                translate("ui", "Rotation"), self.rotation, note=translate("ui", "degrees")
            ),
            "paper": Labelled(translate("ui", "Paper"), self.paper),
            "custom": Labelled(
                translate("ui", "Width and height"), self.width_box, self.height_box
            ),
            "right": Labelled(translate("ui", "To the right"), self.right, part=True),
            "down": Labelled(translate("ui", "Down"), self.down, part=True),
            "darkness": Labelled(translate("ui", "Darkness"), self.darkness),
        }
        parts = self._parts
        self._rank = Text("", wrap=True, tone=State.WARNING)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.PAD, look.EDGE, look.PAD)
        column.setSpacing(12)
        for part in (
            self.name,
            self.address,
            parts["language"],
            Flow(parts["dpi"], parts["rotation"], gap=look.PAD),
            parts["paper"],
            parts["custom"],
            Labelled(translate("ui", "Offset of the print"), parts["right"], parts["down"]),
            Flow(parts["darkness"]),
            Labelled(translate("ui", "Prints"), *self.serves.values()),
            self._rank,
            Flow(self.first_button),
            Labelled(translate("ui", "Where it does not work, print on"), self.stand_in),
            _explained(self.separators, self._about_separators),
            _explained(self.carrier_commands, self._about_commands),
        ):
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        self.name.edit.editingFinished.connect(self._name_written)
        self.address.changed.connect(self._address_taken)
        self.language.changed.connect(lambda key: self._language_taken(Language(key)))
        self.dpi.changed.connect(lambda key: self.edit(dpi=int(key)))
        self.rotation.changed.connect(lambda key: self.edit(rotation=int(key)))
        self.paper.taken.connect(lambda key: self._paper_taken(PaperKind(key)))
        self.width_box.edited.connect(lambda _: self._size_written())
        self.height_box.edited.connect(lambda _: self._size_written())
        self.right.edited.connect(lambda value: self.edit(right=value))
        self.down.edited.connect(lambda value: self.edit(down=value))
        self.darkness.edited.connect(lambda value: self.edit(darkness=value))
        for box in self.serves.values():
            box.toggled.connect(lambda _: self.edit(serves=self._serving()))
        self.stand_in.taken.connect(lambda key: self.edit(stand_in=key))
        self.separators.toggled.connect(lambda on: self.edit(separators=on))
        self.carrier_commands.toggled.connect(lambda on: self.edit(carrier_commands=on))
        self.first_button.clicked.connect(self.first_asked)

    def _show(self, profile: Profile) -> None:
        self.name.edit.setText(profile.name)
        self.name.set_finding("")
        self.address.set_value(profile.id, profile.reach, profile.address)
        self.language.set_value(profile.language)
        for one in LANGUAGES:
            self.language.set_usable(one, one in languages(profile.reach))
        self.dpi.set_value(str(profile.dpi))
        self.rotation.set_value(str(profile.rotation))
        papers = [(key.value, translate("ui", words)) for key, words in PAPERS.items()]
        self.paper.set_options(papers, profile.paper.value)
        self.width_box.set_tenths(profile.sheet.width)
        self.height_box.set_tenths(profile.sheet.height)
        self._parts["custom"].setVisible(profile.paper is PaperKind.CUSTOM)
        self.right.set_tenths(profile.right)
        self.down.set_tenths(profile.down)
        self.darkness.set_darkness(profile.darkness)
        self._parts["darkness"].setVisible(profile.raw)
        self._show_boxes(profile)

    def _show_stand_ins(self, profile: Profile) -> None:
        options = [(_NONE, translate("ui", "nothing: wait until it works again"))]
        others = [one for one in self._others if one.id != profile.id]
        options += [(one.id, f"{one.name} ({one.dpi} dpi)") for one in others]
        self.stand_in.set_options(options, profile.stand_in)

    def _show_boxes(self, profile: Profile) -> None:
        boxes = {box: one in profile.serves for one, box in self.serves.items()}
        boxes[self.separators] = profile.separators
        boxes[self.carrier_commands] = profile.carrier_commands
        for box, on in boxes.items():
            with QSignalBlocker(box):
                box.setChecked(on)
        for part in (self.carrier_commands, self._about_commands):
            part.setVisible(profile.raw)

    def _show_rank(self, profile: Profile) -> None:
        """Of several printers that serve the same the first gets it: say so where this is not the first."""
        said = []
        for one in profile.serves:
            first = profile_for(self._others, one)
            if first is not None and first.id != profile.id:
                words = translate("ui", "{what} go to {printer} first.")
                text = words.format(what=translate("ui", PURPOSES[one]), printer=first.name)
                said.append(text[:1].upper() + text[1:])
        self._rank.setText(" ".join(said))
        self._rank.setVisible(bool(said))
        self.first_button.setVisible(bool(said))

    def _say(self, field: str) -> None:
        for name, part in self._parts.items():
            part.set_finding(finding_words(field) if name == field else "")

    def _name_written(self) -> None:
        text = self.name.text()
        taken = {one.name for one in self._others if self._profile and one.id != self._profile.id}
        wrong = "name" if not text else "name_taken" if text in taken else ""
        self.name.set_finding(finding_words(wrong) if wrong else "")
        if not wrong:
            self.edit(name=text)

    def _address_taken(self, way: str, address: str) -> None:
        """A way that does not speak the language gets its usual one."""
        if self._profile is None:
            return
        reach = Reach(way)
        change: dict[str, Any] = {"reach": reach, "address": address}
        if self._profile.language not in languages(reach):
            change |= self._speaking(languages(reach)[0])
        if not self._profile.name:
            change["name"] = address
        self.edit(**change)

    def _language_taken(self, language: Language) -> None:
        self.edit(**self._speaking(language))

    def _speaking(self, language: Language) -> dict[str, Any]:
        """A label printer's head is a little narrower than the label; a driver knows that by itself."""
        raw = language in (Language.ZPL, Language.EPL)
        change: dict[str, Any] = {"language": language}
        if self._profile and raw != self._profile.raw:
            change["head"] = USUAL_HEAD if raw else 0
        return change

    def _paper_taken(self, paper: PaperKind) -> None:
        change: dict[str, Any] = {"paper": paper}
        if paper is PaperKind.CUSTOM:
            change["custom"] = Sheet(self.width_box.tenths(), self.height_box.tenths())
        self._parts["custom"].setVisible(paper is PaperKind.CUSTOM)
        self.edit(**change)

    def _size_written(self) -> None:
        self.edit(
            paper=PaperKind.CUSTOM,
            custom=Sheet(self.width_box.tenths(), self.height_box.tenths()),
        )

    def _serving(self) -> tuple[Purpose, ...]:
        return tuple(one for one, box in self.serves.items() if box.isChecked())


def _explained(box: QCheckBox, about: Caption) -> QWidget:
    """What it means right under it, level with its words."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    about.setContentsMargins(look.EDGE + look.GAP, 0, 0, 0)
    column.addWidget(box)
    column.addWidget(about)
    return part
