"""What comes from InPost is opened in a process of its own, which may die of it: the program does not."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from inpost_desk.errors import PaperTrouble
from inpost_desk.labels import examined
from inpost_desk.labels.examiner import Examiner, examiner
from inpost_desk.labels.readback import read_pages
from inpost_desk.labels.sheet import single_pages
from tests.labels.hostile import hanging
from tests.labels.specimen_labels import (
    A4,
    NUMBER,
    Look,
    blank,
    courier,
    encrypted,
    locker,
    lockers,
    number,
)
from tests.waiting import until

NUMBERS = [number(place) for place in range(3)]


@pytest.fixture
def patient() -> Iterator[Examiner]:
    one = Examiner()
    yield one
    one.close()


@pytest.fixture
def impatient() -> Iterator[Examiner]:
    """Gives a document a second, once its child is loaded."""
    one = Examiner(limit=1.0)
    loaded(one)
    yield one
    one.close()


def loaded(one: Examiner) -> None:
    """However busy this machine is, the child answers now."""
    assert rule_of(one, b"") == "empty"


def rule_of(one: Examiner, content: bytes, *expected: str) -> str:
    with pytest.raises(PaperTrouble) as caught:
        one.pages(content, expected=expected)
    return caught.value.rule


def gone(process: int) -> bool:
    """Ended; perhaps nobody has taken notice of it yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def working(process: int) -> bool:
    """Whether it has been at it for a while: it is not loading any more."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) / os.sysconf("SC_CLK_TCK") > 0.6


def test_it_sees_what_is_seen_without_it(patient: Examiner) -> None:
    document = lockers(NUMBERS)
    pages = patient.pages(document, expected=NUMBERS)
    assert [one.content for one in pages] == single_pages(document)
    assert [one.reading for one in pages] == list(read_pages(document, expected=NUMBERS))


def test_a_zip_of_two_services(patient: Examiner) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.pdf", lockers(NUMBERS[:2]))
        archive.writestr("b.pdf", courier(NUMBERS[2]))
    pages = patient.pages(target.getvalue(), expected=NUMBERS)
    assert [one.reading.codes for one in pages] == [(one,) for one in NUMBERS]


def test_what_is_no_good_label_is_told_and_costs_no_process(patient: Examiner) -> None:
    bad = {
        "damaged": locker()[:-300],
        "encrypted": encrypted(),
        "empty": b" \r\n",
        "not_a_pdf": b"<html><body>502 Bad Gateway</body></html>",
    }
    patient.start()
    process = patient.process_id
    assert {rule: rule_of(patient, content) for rule, content in bad.items()} == {
        rule: rule for rule in bad
    }
    assert patient.process_id == process != 0


def test_pages_that_are_wrong_are_seen_for_what_they_are(patient: Examiner) -> None:
    [wrong] = patient.pages(locker(number(7)), expected=[NUMBER])
    [empty] = patient.pages(blank(), expected=[NUMBER])
    [large] = patient.pages(locker(size=A4), expected=[NUMBER])
    assert (wrong.reading.codes, empty.reading.blank) == ((number(7),), True)
    assert round(large.reading.width_mm) == 210


def test_forty_pages_for_one_parcel_are_shown_and_a_thousand_are_not(patient: Examiner) -> None:
    look = Look(matrix=False)
    assert len(patient.pages(lockers([NUMBER] * 40, look), expected=[NUMBER])) == 40
    assert rule_of(patient, blank(103), NUMBER) == "too_many_pages"


def test_too_large_is_told_without_a_look(
    patient: Examiner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inpost_desk.labels.examiner.MOST_BYTES", 100)
    assert rule_of(patient, locker()) == "too_large"
    assert patient.process_id == 0


def test_a_document_that_hangs_is_given_up_and_the_next_one_read(impatient: Examiner) -> None:
    before = impatient.process_id
    assert rule_of(impatient, hanging(), NUMBER) == "too_slow"
    assert gone(before)
    assert len(impatient.pages(locker(), expected=[NUMBER])) == 1


def test_a_document_that_crashes_pdfium_takes_the_child_alone(patient: Examiner) -> None:
    loaded(patient)
    process = patient.process_id
    with ThreadPoolExecutor(1) as lane:
        broken = lane.submit(rule_of, patient, hanging(), NUMBER)
        until(lambda: working(process))
        os.kill(process, signal.SIGSEGV)
        assert broken.result(timeout=15) == "crashed"
    assert len(patient.pages(locker(), expected=[NUMBER])) == 1
    assert patient.process_id != process


def test_a_child_that_was_killed_at_rest_harms_no_document(patient: Examiner) -> None:
    loaded(patient)
    process = patient.process_id
    os.kill(process, signal.SIGKILL)
    until(lambda: gone(process))
    assert len(patient.pages(locker(), expected=[NUMBER])) == 1


def test_where_no_child_can_be_started_no_document_is_blamed(
    patient: Examiner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inpost_desk.labels.examiner._command", lambda: [sys.executable, "-c", ""])
    with pytest.raises(RuntimeError, match="does not start"):
        patient.pages(locker(), expected=[NUMBER])
    assert patient.process_id == 0


def test_many_threads_get_their_own_pages(patient: Examiner) -> None:
    def codes(place: int) -> tuple[str, ...]:
        [page] = patient.pages(locker(number(place)), expected=[number(place)])
        return page.reading.codes

    with ThreadPoolExecutor(4) as lanes:
        found = list(lanes.map(codes, range(12)))
    assert found == [(number(place),) for place in range(12)]


def test_closed_it_works_no_more_and_blames_no_document(patient: Examiner) -> None:
    loaded(patient)
    process = patient.process_id
    with ThreadPoolExecutor(1) as lane:
        busy: Future[object] = lane.submit(patient.pages, hanging(), expected=[NUMBER])
        until(lambda: working(process))
        patient.close()
        with pytest.raises(RuntimeError, match="closed"):
            busy.result(timeout=15)
    assert gone(process)
    with pytest.raises(RuntimeError, match="closed"):
        patient.pages(locker(), expected=[NUMBER])


def test_broken_off_by_the_user_nothing_of_it_reaches_the_next(
    patient: Examiner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_message: object, **_how: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("inpost_desk.labels.examiner.msgspec.msgpack.decode", interrupted)
        with pytest.raises(KeyboardInterrupt):
            patient.pages(lockers(NUMBERS), expected=NUMBERS)
    [page] = patient.pages(locker(), expected=[NUMBER])
    assert page.reading.codes == (NUMBER,)


def test_the_child_has_limits(patient: Examiner) -> None:
    loaded(patient)
    limits = Path(f"/proc/{patient.process_id}/limits").read_text()
    soft = {line[:26].strip(): line[26:].split()[0] for line in limits.splitlines()[1:]}
    assert soft["Max address space"] == str(examined.MOST_MEMORY)
    assert soft["Max core file size"] == "0"


def test_the_child_ends_with_a_program_that_was_killed_while_it_works() -> None:
    program = (
        "import threading\n"
        "from inpost_desk.labels.examiner import examiner\n"
        "from tests.labels.hostile import hanging\n"
        "one = examiner()\n"
        "one.start()\n"
        "print(one.process_id, flush=True)\n"
        "one.pages(hanging(), expected=['1'])\n"
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        until(lambda: working(child))
        parent.kill()
    until(lambda: gone(child))
    assert gone(child)


def test_there_is_one_for_the_program() -> None:
    assert examiner() is examiner()


def test_what_is_no_length_ends_the_conversation_at_once() -> None:
    # Whatever printed into the pipe: a PDF's first bytes would be a length of exabytes.
    assert examined.receive(io.BytesIO(b"%PDF-1.7 and so on")) is None
