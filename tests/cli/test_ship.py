"""`ship` from the file to the labels, as a user sees it: exit code, result file, PDF, and InPost's side."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from inpost_desk.labels.readback import read_pages
from tests.cli.conftest import HEADER, Desk, courier, locker
from tests.weekend_hours import ALWAYS

METHOD = ("--sending-method", "dispatch_order")


def pile(pdf: Path) -> list[str]:
    """The numbers on the labels, page by page."""
    return [reading.codes[0] for reading in read_pages(pdf.read_bytes())]


def test_labels_come_out_in_pile_order(desk: Desk) -> None:
    path = desk.file(locker("R-01"), courier("R-02"), locker("R-03", point="POP-WAW364"))
    assert desk.ship(path, *METHOD) == 0
    rows = desk.result(path)
    assert [row["outcome"] for row in rows] == ["done"] * 3
    assert [row["row"] for row in rows] == ["1", "2", "3"]
    assert pile(desk.folder / "orders-labels.pdf") == [row["tracking_number"] for row in rows]
    assert [row["service"] for row in rows] == [
        "inpost_locker_standard",
        "inpost_courier_standard",
        "inpost_locker_customer_service_point",
    ]


def test_workbook_keeps_numbers_as_text(desk: Desk) -> None:
    path = desk.file(locker("R-01"))
    desk.ship(path, *METHOD)
    sheet = CalamineWorkbook.from_path(desk.folder / "orders-result.xlsx").get_sheet_by_index(0)
    assert sheet.to_python()[1][4] == desk.result(path)[0]["tracking_number"]


def test_second_start_buys_nothing(desk: Desk) -> None:
    path = desk.file(locker("R-01"), locker("R-02"))
    desk.ship(path, *METHOD)
    before = desk.simulator.shipments()
    assert desk.ship(path) == 0
    assert desk.outcomes(path) == ["done", "done"]
    assert "2 rows were bought by an earlier start" in desk.out
    assert desk.simulator.shipments() == before


def test_mistakes_do_not_stop_the_others(desk: Desk) -> None:
    path = desk.file(
        locker("R-01", phone="50123456"),
        locker("R-02", point="NIEMA1"),
        locker("R-03", cod="12,5,0"),
        locker("R-04"),
    )
    assert desk.ship(path, *METHOD) == 1
    found = [(row["outcome"], row["field"], row["rule"]) for row in desk.result(path)]
    assert found == [
        ("invalid", "telefon", "too_short"),
        ("invalid", "paczkomat", "does_not_exist"),
        ("invalid", "za_pobraniem", "invalid_amount"),
        ("done", "", ""),
    ]
    assert all(row["message"] for row in desk.result(path)[:3])
    assert len(desk.simulator.shipments()) == 1


def test_sending_method_is_asked_once_and_kept(desk: Desk) -> None:
    path = desk.file(locker("R-01"))
    assert desk.ship(path) == 2
    assert "--sending-method" in desk.err
    assert desk.simulator.shipments() == []
    assert desk.ship(path, *METHOD) == 0
    other = desk.file(locker("R-02"), name="other.csv")
    assert desk.ship(other) == 0


def test_repeated_reference_is_a_question(desk: Desk) -> None:
    path = desk.file(locker("R-01"), locker("R-01"), locker("R-02"))
    assert desk.ship(path, *METHOD) == 2
    assert "--repeated" in desk.err
    assert desk.simulator.shipments() == []
    assert desk.ship(path, "--repeated", "lines") == 0
    first, second, _ = desk.result(path)
    assert first["tracking_number"] == second["tracking_number"]
    assert len(desk.simulator.shipments()) == 2
    assert len(pile(desk.folder / "orders-labels.pdf")) == 2


def test_answer_about_repeated_rows_is_kept_for_the_layout(desk: Desk) -> None:
    desk.ship(desk.file(locker("R-01"), locker("R-01")), *METHOD, "--repeated", "parcels")
    other = desk.file(locker("S-01"), locker("S-01"), name="other.csv")
    assert desk.ship(other) == 0
    assert [row["reference"] for row in desk.result(other)] == ["S-01-1/2", "S-01-2/2"]


def test_reference_sent_before_is_a_question(desk: Desk) -> None:
    desk.ship(desk.file(locker("R-01")), *METHOD)
    other = desk.file(locker("R-01"), locker("R-02"), name="other.csv")
    assert desk.ship(other) == 2
    assert "--duplicates" in desk.err
    assert len(desk.simulator.shipments()) == 1
    assert desk.ship(other, "--duplicates", "skip") == 0
    assert desk.outcomes(other) == ["duplicate", "done"]
    assert desk.result(other)[0]["shipment_id"] == str(desk.simulator.shipments()[0]["id"])
    assert len(desk.simulator.shipments()) == 2


def test_take_again_buys_once_more(desk: Desk) -> None:
    path = desk.file(locker("R-01"))
    desk.ship(path, *METHOD)
    assert desk.ship(path, "--duplicates", "again") == 0
    assert len(desk.simulator.shipments()) == 2
    assert desk.ship(path) == 0
    assert len(desk.simulator.shipments()) == 2


def test_parcel_made_elsewhere_is_noticed(desk: Desk) -> None:
    """The mirror: another data folder, so the ledger knows nothing of the first purchase."""
    path = desk.file(locker("R-01"))
    desk.ship(path, *METHOD)
    desk.folder.joinpath("data").rename(desk.folder / "data-before")
    assert desk.ship(path, *METHOD) == 2
    assert desk.ship(path, *METHOD, "--duplicates", "skip") == 0
    assert desk.outcomes(path) == ["duplicate"]
    assert len(desk.simulator.shipments()) == 1


def test_corrected_file_sends_only_what_was_missing(desk: Desk) -> None:
    desk.ship(desk.file(locker("R-01"), locker("R-02", phone="1")), *METHOD)
    mended = desk.file(locker("R-01"), locker("R-02"), name="mended.csv")
    assert desk.ship(mended, "--duplicates", "skip") == 0
    assert desk.outcomes(mended) == ["duplicate", "done"]


def test_empty_reference_gets_a_day_number(desk: Desk) -> None:
    path = desk.file(locker(""), locker(""))
    assert desk.ship(path, *METHOD) == 0
    day = desk.result(path)[0]["reference"].split("/")[0]
    assert [row["reference"] for row in desk.result(path)] == [f"{day}/001", f"{day}/002"]
    assert desk.ship(path) == 0
    assert [row["reference"] for row in desk.result(path)] == [f"{day}/001", f"{day}/002"]


def test_dry_run_buys_nothing(desk: Desk) -> None:
    path = desk.file(locker("R-01"), locker("R-02", point="NIEMA1"))
    assert desk.ship(path, *METHOD, "--dry-run") == 1
    assert "Parcels to buy: 1" in desk.out
    assert desk.simulator.shipments() == []
    assert not (desk.folder / "orders-result.csv").exists()


def test_json_tells_everything(desk: Desk) -> None:
    path = desk.file(locker("R-01"), locker("R-02", phone="1"))
    assert desk.ship(path, *METHOD, "--json") == 1
    told = desk.json()
    assert told["counts"]["done"] == 1
    assert told["counts"]["invalid"] == 1
    assert [row["reference"] for row in told["rows"]] == ["R-01", "R-02"]


def test_courier_without_contract_goes_c2c(prepaid: Desk) -> None:
    path = prepaid.file(courier("R-01", size="D"))
    assert prepaid.ship(path, *METHOD) == 0
    assert prepaid.result(path)[0]["service"] == "inpost_courier_c2c"
    assert prepaid.simulator.shipments()[0]["asked_service"] == "inpost_courier_c2c"


def test_empty_balance_stops_and_is_paid_again_on_the_same_shipments(prepaid: Desk) -> None:
    path = prepaid.file(*(locker(f"R-{number:02}") for number in range(1, 13)))
    prepaid.simulator.control("balance", {"organization": prepaid.organization, "amount": 50})
    assert prepaid.ship(path, *METHOD, "--chunk", 5) == 5
    outcomes = prepaid.outcomes(path)
    made = len(prepaid.simulator.shipments())
    assert "done" in outcomes
    assert "unpaid" in outcomes
    assert outcomes.count("waiting") == 12 - made
    assert {row["rule"] for row in prepaid.result(path) if row["outcome"] == "unpaid"} == {
        "debt_collection"
    }
    prepaid.simulator.control("balance", {"organization": prepaid.organization, "amount": 9999})
    assert prepaid.ship(path) == 0
    assert prepaid.outcomes(path) == ["done"] * 12
    assert len(prepaid.simulator.shipments()) == 12


def test_wrong_token_is_not_allowed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INPOST_DESK_TOKEN", "nobody")
    assert desk.ship(desk.file(locker("R-01")), *METHOD) == 3
    assert "token" in desk.err


def test_token_of_another_organisation_is_not_allowed(desk: Desk) -> None:
    desk.organization = desk.simulator.prepaid_organization
    assert desk.ship(desk.file(locker("R-01")), *METHOD) == 3
    assert desk.simulator.shipments() == []


def test_unreachable_leaves_every_row_waiting(desk: Desk) -> None:
    path = desk.file(locker("R-01"), locker("R-02", phone="1"))
    desk.simulator.stop()
    assert desk.ship(path, *METHOD) == 4
    assert desk.outcomes(path) == ["waiting", "invalid"]


def test_nothing_is_bought_where_the_result_cannot_be_written(desk: Desk) -> None:
    path = desk.file(locker("R-01"))
    nowhere = desk.folder / "nowhere" / "labels.pdf"
    assert desk.ship(path, *METHOD, "--output", nowhere) == 2
    assert str(nowhere.parent) in desk.err
    assert desk.ship(path, *METHOD, "--result", desk.folder) == 2
    assert desk.simulator.shipments() == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (HEADER.encode(), "no orders"),
        ((HEADER + "\n" + locker("R-01")).encode("utf-16"), "UTF-8"),
        (b"\x89PNG\r\n\x1a\n" + bytes(400), "neither CSV nor XLSX nor ODS"),
        (HEADER.replace("telefon;", "").encode() + b"\n1", "telefon"),
        (HEADER.replace("telefon;", "telefon;telefon;").encode() + b"\n1", "telefon"),
    ],
)
def test_bad_file_gives_one_sentence(desk: Desk, content: bytes, words: str) -> None:
    path = desk.folder / "bad.csv"
    path.write_bytes(content)
    assert desk.ship(path, *METHOD) == 2
    assert words in desk.err
    assert len(desk.err.strip().splitlines()) == 1


def test_refused_row_is_marked_and_the_rest_goes_on(desk: Desk) -> None:
    """InPost refuses what our own checks let pass: it has the last word about its weekend window."""
    desk.weekend(ALWAYS)
    weekend = locker("R-02").removesuffix("NIE") + "TAK"
    path = desk.file(locker("R-00"), locker("R-01"), weekend, locker("R-03"))
    assert desk.ship(path, *METHOD, "--horizon", 1) == 1
    assert desk.outcomes(path) == ["done", "done", "refused", "done"]
    refused = desk.result(path)[2]
    assert refused["field"] == "paczka_w_weekend"
    assert refused["rule"] == "invalid_end_of_week_collection"
    assert refused["message"]
