"""Goes with the stories of the pictures into every state of the program and looks instead of photographing.

`python -m tests.access.inspector LANGUAGE STORY` prints JSON: what was found where, and in how much.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

from docs.picturing.stories import STORIES, numbers
from docs.picturing.studio import Enough, Studio, View
from tests.access.contrast import faint
from tests.access.room import cramped
from tests.access.texts import shown_in, texts_of
from tests.access.tree import Walk

# Each look at two sizes; what is meant as 200 % has half the dots, as with a screen of that scale.
VIEWS: Final = (
    ("1366x768", "light", 1366, 768),
    ("1366x768 at 200 %", "light", 683, 384),
    ("1920x1080 at 200 %", "dark", 960, 540),
    ("900x700", "dark", 900, 700),
)
CONTRAST_IN: Final = frozenset({"1366x768", "900x700"})
ROUNDS: Final = 6


class Inspector(Studio):
    """A studio whose camera is a pair of eyes."""

    def __init__(self, data_dir: Path, *, language: str, wanted: Mapping[str, int]) -> None:
        super().__init__(
            data_dir.parent,
            data_dir,
            language=language,
            views=[View("light", 1366, 768)],
            wanted=wanted,
        )
        self.found: dict[str, list[str]] = defaultdict(list)
        self.controls = self.texts = self.states = 0
        self._worn = ""

    def picture(
        self, name: str, *, settle: float = 0.0, size: tuple[int, int] | None = None
    ) -> None:
        """Look at what is there in all the views."""
        del settle, size
        if self._wanted.pop(name, None) is None:
            return
        self.states += 1
        # A change of look is dear: the one worn goes first.
        for view, chosen, width, height in sorted(VIEWS, key=lambda one: one[1] != self._worn):
            if chosen != self._worn:
                self._wear(chosen)
            self._stretch(width, height)
            for top in self._tops():
                self._look_at(top, name, view)
        self._stretch(1366, 768)
        if not self._wanted:
            raise Enough

    def _wear(self, chosen: str) -> None:
        super()._wear(chosen)
        self._worn = chosen

    def _tops(self) -> list[QWidget]:
        dialog = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return [dialog] if dialog is not None else [self.window]

    def _look_at(self, top: QWidget, state: str, view: str) -> None:
        where = f"{state}, {view}"
        written = [(one, painted) for one in shown_in(top) if (painted := texts_of(one))]
        self.texts += sum(len(painted) for _, painted in written)
        for one in cramped(top, written):
            self.found[f"room: {one}"].append(where)
        if view in CONTRAST_IN:
            for one in faint(top, written):
                self.found[f"contrast: {one}"].append(where)
        if view == VIEWS[0][0]:
            walk = Walk(top)
            self.controls += walk.checked
            for one in walk.findings:
                self.found[f"tree: {one}"].append(where)

    def _stretch(self, width: int, height: int) -> None:
        self.window.resize(width, height)
        # A layout may ask for another one.
        for _ in range(ROUNDS):
            QApplication.sendPostedEvents()
            QApplication.processEvents()


def inspect(language: str, name: str) -> dict[str, object]:
    """All that is found on the way of one story."""
    story = STORIES[name]
    wanted = {one: number for one, number in numbers().items() if one in story.pictures}
    with tempfile.TemporaryDirectory(prefix="sklep-", ignore_cleanup_errors=True) as place:
        inspector = Inspector(Path(place) / "data", language=language, wanted=wanted)
        try:
            story.act(inspector)
        except Enough:
            pass
        finally:
            inspector.end()
    return {
        "states": inspector.states,
        "texts": inspector.texts,
        "controls": inspector.controls,
        "found": inspector.found,
    }


if __name__ == "__main__":
    print(json.dumps(inspect(*sys.argv[1:3])))
