"""The demo, from the sample orders to the paper."""

from __future__ import annotations

from docs.picturing.shop import checked
from docs.picturing.studio import Studio
from inpost_desk.app_session import Given


def demo(studio: Studio) -> None:
    """All that somebody sees who only tries it."""
    studio.start(Given(environment="demo"))
    page = studio.page("orders")
    checked(studio)
    studio.picture("demo")
    studio.picture("narrow", size=(1024, 768))
    studio.key("F1")
    studio.picture("keys")
    studio.key("Escape")
    if studio.wants("guide", "hint"):
        _help(studio)
    studio.key("Ctrl+F")
    studio.type("Kowalska")
    studio.rest(1)
    studio.picture("nothing-found")
    studio.key("Escape")
    studio.key("Escape")
    studio.rest(0.5)
    page.table.setFocus()
    page.table.go_to(3)
    for _ in range(4):
        studio.key("Shift+Down")
    studio.picture("several")
    studio.key("Up")
    studio.key("Ctrl+Return")
    studio.wait(lambda: page.runner.figures.printed > 0)
    studio.picture("demo-running", settle=0.05)
    studio.wait(lambda: not page.runner.running)
    studio.idle()
    studio.picture("demo-ended")
    studio.key("Shift+F4")
    page.table.go_to(5)
    studio.idle()
    studio.picture("row")
    page.papers.print_again_from_here()
    studio.picture("print-again")
    studio.key("Escape")


def _help(studio: Studio) -> None:
    """The guide, and a hint on first use, which other pictures are without."""
    studio.key("Shift+F1")
    studio.idle()
    studio.picture("guide")
    studio.key("Ctrl+2")
    studio.desk.change_settings(hints=True)
    studio.idle()
    studio.picture("hint")
    studio.desk.change_settings(hints=False)
    studio.idle()


def twice_as_large(studio: Studio) -> None:
    """The demo at 200 %: the screen has half the room. Started with QT_SCALE_FACTOR=2."""
    studio.start(Given(environment="demo"))
    checked(studio)
    studio.picture("twice")
    studio.window.open_page("settings")
    studio.idle()
    studio.picture("twice-settings")
