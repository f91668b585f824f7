"""The first start, the settings, and what comes up when the program itself fails."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from docs.picturing import places
from docs.picturing.studio import Studio
from inpost_desk.app_session import Given

SECTIONS = ("account", "sender", "sending", "printer", "look", "station")


def first_start(studio: Studio) -> None:
    """From nothing to the printed test label."""
    paper = studio.data_dir.parent / "paper"
    with places.unlocked_keyring(), places.inpost() as inpost, places.printer(paper):
        studio.start()
        first = studio.window._instead.widget()  # noqa: SLF001 - there is one page only
        studio.idle()
        studio.picture("first-start")
        QGuiApplication.clipboard().setText(inpost.prepaid_token)
        studio.key("Ctrl+V")
        studio.wait(lambda: first.token.probe is not None)
        studio.picture("token")
        studio.key("Return")
        studio.idle()
        studio.picture("sending-unchosen")
        studio.key("Return")
        studio.wait(lambda: first.step == 2)
        studio.idle()
        studio.key("Space")
        studio.picture("sending")
        studio.key("Return")
        studio.wait(lambda: first.step == 3)
        studio.idle()
        studio.key("Space")
        studio.idle()
        studio.picture("printer")
        studio.key("Return")
        studio.wait(lambda: first.step == 4)
        studio.key("F7")
        studio.wait(first.test.scanned.isVisible)
        studio.idle()
        studio.picture("test-label")


def settings(studio: Studio) -> None:
    """Every section, and the crash dialog over them."""
    paper = studio.data_dir.parent / "paper"
    with places.inpost() as inpost, places.printer(paper) as printer:
        places.set_up(studio, inpost, printer)
        studio.start(Given(token=inpost.prepaid_token))
        studio.idle()
        studio.key("Ctrl+5")
        page = studio.page("settings")
        for number, name in enumerate(SECTIONS):
            page.open_section(number)
            studio.idle()
            studio.picture(f"settings-{name}")
        studio.door.failed(_mistake())
        studio.rest()
        studio.picture("crash")


def _mistake() -> Exception:
    """A mistake of the program's own, as it would arrive."""
    answer: dict[str, object] = {}
    try:
        return ValueError(str(answer["tracking_number"]))
    except KeyError as error:
        return error
