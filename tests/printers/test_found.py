"""What is proposed for the printers that a real CUPS reports, and for models it does not have here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from inpost_desk.domain.printer import (
    LABELS,
    USUAL_HEAD,
    Language,
    PaperKind,
    Profile,
    Purpose,
    Reach,
    Sheet,
)
from inpost_desk.errors import PrinterTrouble
from inpost_desk.printers import windows
from inpost_desk.printers.choice import printer_for
from inpost_desk.printers.found import Found, Reported, found_printers, proposed
from inpost_desk.printers.printer import PrinterState, Readiness
from inpost_desk.printers.windows_spooler import Queue
from tests.cups import PrivateCups
from tests.printers.windows_stand_in import StandIn


def test_what_cups_reports_is_proposed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with PrivateCups() as cups:
        cups.add_pdf_queue("Biuro", tmp_path / "1", any_paper=False)
        cups.add_raw_queue("Rampa", tmp_path / "2")
        cups.add_zebra_queue("Zebra", tmp_path / "3", dpi=300)
        cups.add_ipp_queue("Rolka", tmp_path / "4", roll=True)
        cups.make_default("Biuro")
        cups.pause("Rampa")
        monkeypatch.setenv("CUPS_SERVER", cups.url)
        found = found_printers()
        assert [one.profile for one in found] == [one.profile for one in found_printers()]
        assert [printer_for(one.profile).name for one in found] == [
            "Rampa",
            "Rolka",
            "Zebra",
            "Biuro",
        ]
        ramp, roll, zebra, office = found
    assert (ramp.readiness, ramp.reasons) == ("paused", ("paused",))
    assert ramp.profile == Profile(
        "cups:Rampa", "Rampa", Reach.CUPS, "Rampa", Language.ZPL, head=USUAL_HEAD
    )
    assert roll.profile == Profile("cups:Rolka", "Rolka", Reach.CUPS, "Rolka", Language.PDF)
    assert zebra.model == "Zebra ZPL Label Printer"
    assert (zebra.profile.language, zebra.profile.dpi) == (Language.PDF, 300)
    assert zebra.profile.paper == PaperKind.A6
    assert office.is_default
    assert (office.profile.paper, office.profile.serves) == (PaperKind.A4, (Purpose.DOCUMENTS,))


def test_without_cups_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no.sock"))
    with pytest.raises(PrinterTrouble) as trouble:
        found_printers()
    assert trouble.value.rule == "unreachable"


def reported(model: str, **more: object) -> Reported:
    facts: dict[str, object] = {
        "reach": Reach.CUPS,
        "name": "Q",
        "model": model,
        "description": "",
        "where": "",
        "state": PrinterState(Readiness.READY),
        "is_default": False,
        "raw": False,
        **more,
    }
    return Reported(**facts)  # type: ignore[arg-type]


def one_for(model: str, **more: object) -> Profile:
    (found,) = proposed([reported(model, **more)])
    return found.profile


def test_an_office_printer_alone_takes_four_labels_a_sheet() -> None:
    profile = one_for("HP LaserJet M402", papers=("iso_a4_210x297mm",), dpi=1200)
    assert (profile.paper, profile.language, profile.dpi) == (
        PaperKind.A4_FOUR,
        Language.PDF,
        600,
    )
    assert profile.serves == (*LABELS, Purpose.SLIPS, Purpose.DOCUMENTS)


@pytest.mark.parametrize(
    ("more", "language"),
    [
        ({"where": "usb://Zebra%20Technologies/ZTC%20ZD421-203dpi%20ZPL?serial=1"}, Language.ZPL),
        ({"where": "usb://Zebra/LP2844?serial=1"}, Language.EPL),
        ({"where": "usb://Zebra/TLP%202844-Z?serial=1"}, Language.ZPL),
        ({"name": "zebra-epl"}, Language.EPL),
        ({"where": "socket://10.0.0.7:9100"}, Language.ZPL),
    ],
)
def test_a_raw_queue_gets_commands(more: dict[str, object], language: Language) -> None:
    profile = one_for("Local Raw Printer", raw=True, **more)
    assert (profile.language, profile.head, profile.dpi) == (language, USUAL_HEAD, 203)


@pytest.mark.parametrize(
    ("words", "reported_dpi", "dpi"),
    [
        ("ZTC ZD421-300dpi ZPL", 0, 300),
        ("Zebra ZT411 (600 dpi)", 0, 600),
        ("Zebra TLP2844-Z-200dpi", 0, 203),
        ("Zebra GK420d", 305, 300),
        ("Zebra GK420d", 0, 203),
    ],
)
def test_dots_are_read_where_they_are_said(words: str, reported_dpi: int, dpi: int) -> None:
    assert one_for(words, dpi=reported_dpi).dpi == dpi


@pytest.mark.parametrize(
    "model", ["TSC TDP-225", "Citizen CL-S621", "DYMO LabelWriter 4XL", "ZDesigner GK420d", "Godex G500"]
)  # fmt: skip
def test_a_label_printer_with_a_driver_gets_pages(model: str) -> None:
    profile = one_for(model, papers=("iso_a4_210x297mm", "na_index-4x6_4x6in"))
    assert (profile.language, profile.paper) == (Language.PDF, PaperKind.INCH_4_6)
    assert Purpose.LOCKERS in profile.serves


@pytest.mark.parametrize(
    ("paper", "kind", "custom"),
    [
        (Sheet(1000, 1500), PaperKind.MM_100_150, None),
        (Sheet(1048, 1482), PaperKind.A6, None),
        (Sheet(1020, 1530), PaperKind.INCH_4_6, None),
        (Sheet(1000, 2100), PaperKind.CUSTOM, Sheet(1000, 2100)),
        (Sheet(1016, 1270), PaperKind.A6, None),
        (None, PaperKind.A6, None),
    ],
)
def test_the_paper_is_what_it_is_set_to_where_a_label_fits(
    paper: Sheet | None, kind: PaperKind, custom: Sheet | None
) -> None:
    profile = one_for("Zebra", paper=paper)
    assert (profile.paper, profile.custom) == (kind, custom)


def test_a_printer_of_labels_is_known_by_its_paper() -> None:
    for more in ({"paper": Sheet(1000, 1500)}, {"papers": ("iso_a6_105x148mm",)}):
        assert Purpose.LOCKERS in one_for("Nameless", **more).serves
    assert one_for("HP", paper=Sheet(2100, 2970)).paper == PaperKind.A4_FOUR


def test_a_windows_driver_is_given_commands_or_dots() -> None:
    zebra = one_for("ZDesigner ZD421-300dpi ZPL", reach=Reach.WINDOWS, raw=True)
    assert (zebra.id, zebra.language, zebra.dpi) == ("windows:Q", Language.ZPL, 300)
    assert one_for("Canon", reach=Reach.WINDOWS).language == Language.PIXELS


def test_windows_queues_are_proposed_without_those_that_print_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    queues = [
        Queue("Zebra", driver="ZDesigner GK420d", port="USB001", dpi=203),
        Queue("HP", driver="HP Universal", port="IP_1", dpi=600, paper=Sheet(2100, 2970)),
        Queue("Microsoft Print to PDF", driver="Microsoft Print To PDF", port="PORTPROMPT:"),
    ]
    spooler = StandIn({one.name: one for one in queues})
    monkeypatch.setattr(windows, "this_spooler", lambda: spooler)
    with monkeypatch.context() as there:
        there.setattr(sys, "platform", "win32")
        found = found_printers()
    zebra, office = [one.profile for one in found]
    assert (zebra.reach, zebra.language, zebra.paper) == (
        Reach.WINDOWS,
        Language.ZPL,
        PaperKind.A6,
    )
    assert (office.language, office.paper) == (Language.PIXELS, PaperKind.A4)


def test_label_printers_come_first() -> None:
    state = PrinterState(Readiness.STOPPED, ("offline",))
    found: list[Found] = proposed(
        [reported("HP", name="a"), reported("Zebra", name="Ż", state=state), reported("Zebra")]
    )
    assert [one.profile.name for one in found] == ["Q", "Ż", "a"]
    assert (found[1].readiness, found[1].reasons) == ("stopped", ("offline",))
