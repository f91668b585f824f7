"""`inpost-desk printers`: set up, listed as they stand, changed, forgotten, and a test label comes out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import zxingcpp

from inpost_desk import settings
from inpost_desk.cli.main import main
from inpost_desk.domain.printer import A6, Language, PaperKind, Profile, Purpose, Reach, Sheet
from inpost_desk.labels.zpl import pictures
from tests.cups import PrivateCups
from tests.zebra_listener import ZebraListener


@dataclass
class Line:
    """The command line with a data folder of its own."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    out: str = ""
    err: str = ""

    def __call__(self, *given: object) -> int:
        """`inpost-desk printers …`; what it printed is in `out` and `err`."""
        words = ["printers", *(str(one) for one in given)]
        code = main([*words, "--data-dir", str(self.folder / "data"), "--language", "en"])
        self.out, self.err = self.capsys.readouterr()
        return code

    def labels(self, name: str) -> Path:
        """A folder to print into."""
        place = self.folder / name
        place.mkdir()
        return place

    @property
    def kept(self) -> dict[str, Profile]:
        """The printers in the settings."""
        known = settings.load(self.folder / "data").settings.printers
        return {one.name: one for one in known}

    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(tmp_path, capsys)


@pytest.fixture(scope="module")
def cups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrivateCups]:
    with PrivateCups() as server:
        place = tmp_path_factory.mktemp("printed")
        server.add_raw_queue("Zebra", place / "zebra")
        server.add_pdf_queue("Biuro", place / "office")
        yield server
        shutil.rmtree(place, ignore_errors=True)


def test_a_folder_is_set_up_and_gets_the_test_label(line: Line) -> None:
    place = line.labels("etykiety")
    assert line("list") == 0
    assert "No printer is set up here" in line.out
    assert line("add", "Pliki", "--folder", place) == 0
    assert line.out.startswith("Pliki: locker labels, courier labels, packing slips · folder")
    assert line("list") == 0
    assert line.out.split("\t")[-1] == "ready\n"
    assert line("test", "pliki") == 0
    (label,) = place.iterdir()
    code = line.out.rstrip(".\n").rpartition(" ")[2]
    assert label.read_bytes().startswith(b"%PDF-")
    assert code in _codes(label)


def _codes(file: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(file) as pages:
        page = pages[0]
        picture = page.render(scale=4).to_pil()
        page.close()
    return " ".join(one.text for one in zxingcpp.read_barcodes(picture))


@pytest.mark.parametrize("dpi", [203, 300])
def test_the_test_label_comes_out_of_a_zebra(line: Line, dpi: int) -> None:
    with ZebraListener() as zebra:
        line("add", "Zebra", "--socket", zebra.address, "--dpi", dpi)
        assert line("test", "Zebra") == 0
        code = line.out.rstrip(".\n").rpartition(" ")[2]
        (label,) = pictures(b"".join(zebra.labels))
        assert label.width == line.kept["Zebra"].printable * line.kept["Zebra"].dots // 10
        said = {one.text for one in zxingcpp.read_barcodes(label.convert("L"))}
        assert code in said
        assert line("list") == 0
        assert line.out.endswith("\tready\n")


def test_a_network_printer_with_everything_said(line: Line) -> None:
    given = ["--socket", "127.0.0.1", "--speaks", "zpl", "--dpi", 300, "--paper", "100x100,5"]
    given += ["--right", "1.5", "--down", "-0.7", "--rotate", 180, "--serves", "couriers,lockers"]
    given += ["--darkness", 18, "--separators"]
    assert line("add", "Stół 1", *given) == 0
    assert line.kept["Stół 1"] == Profile(
        id="socket:127.0.0.1",
        name="Stół 1",
        reach=Reach.SOCKET,
        address="127.0.0.1",
        language=Language.ZPL,
        dpi=300,
        paper=PaperKind.CUSTOM,
        custom=Sheet(1000, 1005),
        right=15,
        down=-7,
        rotation=180,
        head=1040,
        serves=(Purpose.LOCKERS, Purpose.COURIERS),
        darkness=18,
        separators=True,
    )


def test_what_is_set_again_changes_only_that(line: Line) -> None:
    line("add", "A", "--socket", "127.0.0.1:9101")
    line("add", "B", "--folder", line.labels("b"), "--separators")
    before = line.kept["B"]
    assert line("set", "b", "--stand-in", "A", "--darkness", 3, "--name", "Druga") == 0
    changed = line.kept["Druga"]
    assert (changed.id, changed.stand_in) == (before.id, line.kept["A"].id)
    assert (changed.darkness, changed.separators) == (3, True)
    given = ("--stand-in", "none", "--darkness", "as-set", "--no-separators", "--serves", "none")
    assert line("set", "Druga", *given, "--json") == 0
    assert line.json()["stand_in"] == ""
    changed = line.kept["Druga"]
    assert (changed.darkness, changed.separators, changed.serves) == (None, False, ())
    assert line("set", "Druga", "--socket", "127.0.0.1:9102") == 0
    moved = line.kept["Druga"]
    assert (moved.reach, moved.address) == (Reach.SOCKET, "127.0.0.1:9102")
    assert (moved.language, moved.head, moved.id) == (Language.ZPL, 1040, before.id)
    assert list(line.kept) == ["A", "Druga"]


def test_a_printer_is_forgotten_and_nobody_waits_for_it(line: Line) -> None:
    line("add", "A", "--folder", line.labels("a"))
    line("add", "B", "--folder", line.labels("b"), "--stand-in", "A")
    first, second = line.kept["A"].id, line.kept["B"].id
    settings.change(line.folder / "data", sheet_slots={first: 2, second: 1})
    assert line("remove", "A") == 0
    assert line.kept["B"].stand_in == ""
    assert settings.load(line.folder / "data").settings.sheet_slots == {second: 1}
    assert line("remove", "A") == 1
    assert "There is no printer A here. There are: B." in line.err


def test_the_same_way_twice_and_never_the_same_name(line: Line) -> None:
    line("add", "A6", "--socket", "127.0.0.1:9101")
    assert line("add", "Duże", "--socket", "127.0.0.1:9101", "--paper", "4x6") == 0
    assert [one.id for one in line.kept.values()] == [
        "socket:127.0.0.1:9101",
        "socket:127.0.0.1:9101#2",
    ]
    assert line("add", "a6", "--socket", "127.0.0.1:9103") == 2
    assert "There is a printer a6 already" in line.err
    assert line("set", "Duże", "--name", "A6") == 2
    assert "Another printer has the name A6." in line.err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--socket", "a b"), "--socket: an address such as"),
        (("--socket", "127.0.0.1", "--speaks", "pdf"), "--speaks: this way does not take"),
        (("--socket", "127.0.0.1", "--paper", "a4-four"), "--paper: ZPL and EPL are for labels"),
        (("--socket", "127.0.0.1", "--paper", "5x5"), "--paper: sides of at least 20 mm"),
        (("--socket", "127.0.0.1", "--right", "51"), "--right: at most 50 mm."),
        (("--socket", "127.0.0.1", "--down", "-51"), "--down: at most 50 mm."),
        (("--socket", "127.0.0.1", "--head", "500"), "--head: 20 to 300 mm"),
        (("--socket", "127.0.0.1", "--darkness", "31"), "--darkness: 0 to 30"),
        (
            ("--folder", ".", "--carrier-commands"),
            "--carrier-commands: InPost's own commands are ZPL",
        ),
        (
            ("--socket", "127.0.0.1", "--paper", "4x6", "--carrier-commands"),
            "--carrier-commands: InPost's own commands are for A6",
        ),
    ],
)
def test_values_nobody_can_use(line: Line, given: tuple[str, ...], said: str) -> None:
    assert line("add", "A", *given) == 2
    assert said in line.err
    assert not line.kept


@pytest.mark.parametrize(
    "given",
    [
        ("add", "A"),
        ("add", "A", "--socket", "x", "--queue", "y"),
        ("add", "A", "--socket", "x", "--paper", "big"),
        ("add", "A", "--socket", "x", "--serves", "everybody"),
        ("add", "A", "--socket", "x", "--darkness", "dark"),
        ("add", "A", "--socket", "x", "--right", "far"),
    ],
)
def test_arguments_that_make_no_sense(line: Line, given: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        line(*given)
    assert ended.value.code == 2
    assert not line.kept


def test_what_is_not_there_cannot_be_set_up(line: Line) -> None:
    assert line("add", "A", "--folder", line.folder / "gone") == 2
    assert line("add", "A", "--socket", "127.0.0.1", "--stand-in", "B") == 2
    assert "--stand-in: there is no printer B, and no other one." in line.err
    assert line("add", " ", "--socket", "127.0.0.1") == 2
    assert line("set", "A", "--dpi", 300) == 1
    assert "Add one with “printers add”." in line.err
    assert line("test", "A") == 1
    assert not line.kept


def test_a_printer_that_is_away_is_listed_with_its_reason(line: Line) -> None:
    place = line.labels("stick")
    line("add", "Stick", "--folder", place)
    place.rmdir()
    assert line("list") == 0
    assert line.out.endswith("\tnot there\n")
    assert line("list", "--json") == 0
    (told,) = line.json()
    assert (told["readiness"], told["reasons"]) == ("missing", ["missing"])
    assert line("test", "Stick") == 2
    assert "stick" in line.err


def test_what_the_system_reports_is_proposed(
    line: Line, cups: PrivateCups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", cups.url)
    assert line("list", "--found", "--json") == 0
    told = {one["profile"]["name"]: one for one in line.json()}
    assert set(told) == {"Zebra", "Biuro"}
    assert told["Zebra"]["profile"]["language"] == "zpl"
    assert line("add", "Stół", "--queue", "Zebra") == 0
    made = line.kept["Stół"]
    assert (made.reach, made.address, made.language) == (Reach.CUPS, "Zebra", Language.ZPL)
    assert line("add", "Stół 2", "--queue", "Biuro", "--speaks", "zpl", "--paper", "a6") == 0
    assert line.kept["Stół 2"].sheet == A6
    assert line("list", "--found") == 0
    assert sorted(one.split("\t")[-1] for one in line.out.splitlines()) == ["set up", "set up"]
    assert line("add", "Inna", "--queue", "Citizen") == 2
    assert "--queue: there is no printer Citizen. There are: " in line.err
    assert "printers list --found" in line.err
    assert line("list") == 0
    assert line.out.count("\tready\n") == 2


def test_the_list_says_all_that_was_set_and_who_is_asked_first(line: Line) -> None:
    line("add", "A", "--folder", line.labels("a"), "--paper", "a4-four", "--serves", "lockers")
    line("add", "B", "--socket", "127.0.0.1:9101", "--stand-in", "A", "--rotate", 90)
    given = ("--right", 2, "--down", "-0.5", "--separators", "--carrier-commands")
    assert line("set", "B", *given) == 0
    assert line.out == (
        "B: changed: besides: stand-in A, turned by 90° → stand-in A, moved 2 mm right, -0.5 mm down, turned "
        "by 90°, InPost's own commands, sheet between batches.\n"
    )
    line("list")
    first, second = (one.split("\t") for one in line.out.splitlines())
    assert first[:2] == ["A", "locker labels"]
    assert first[3:5] == ["A4 with four labels, next place 1", ""]
    assert second[1] == "locker labels (go to A), courier labels, packing slips"
    assert second[4].startswith("stand-in A, moved 2 mm right")


def test_the_first_free_place_of_a_sheet(line: Line) -> None:
    line("add", "A", "--folder", line.labels("a"), "--paper", "a4-four")
    line("add", "B", "--folder", line.labels("b"))
    assert line("set", "A", "--place", 3) == 0
    assert "next place 1 → A4 with four labels, next place 3" in line.out
    assert settings.load(line.folder / "data").settings.sheet_slots == {line.kept["A"].id: 2}
    line("list")
    assert "next place 3" in line.out
    assert line("set", "A", "--place", 3) == 0
    assert "nothing changed" in line.out
    line("list", "--json")
    assert [one["place"] for one in line.json()] == [3, None]
    assert line("set", "B", "--place", 2) == 2
    assert "--place: only where four labels share" in line.err


def test_what_was_set_so_that_it_cannot_work_can_still_be_renamed_and_mended(line: Line) -> None:
    line("add", "A", "--socket", "127.0.0.1:9101", "--carrier-commands")
    assert line("set", "A", "--paper", "4x6") == 2
    bad = replace(line.kept["A"], paper=PaperKind.INCH_4_6)
    settings.change(line.folder / "data", printers=(bad,))
    assert line("set", "A", "--name", "B") == 0
    assert line("set", "B", "--no-carrier-commands") == 0
    assert not line.kept["B"].carrier_commands


def test_the_test_label_says_where_it_goes_before_it_waits(line: Line) -> None:
    with ZebraListener(hangs_after=0) as zebra:
        line("add", "Zebra", "--socket", zebra.address)
    # Nobody listens there any more: it was said all the same.
    assert line("test", "Zebra") == 1
    assert line.err.startswith("Sending to Zebra…\n")
