"""The label that nobody can send: it reads like a real one and says what it is."""

from __future__ import annotations

import pypdfium2

from inpost_desk.labels.readback import read_pages
from inpost_desk.labels.specimen import NUMBER, specimen_label


def test_it_can_be_scanned_and_says_what_it_is() -> None:
    (page,) = read_pages(specimen_label())
    assert NUMBER in page.codes
    with pypdfium2.PdfDocument(specimen_label()) as document:
        text = document[0].get_textpage().get_text_range()
    assert "WZÓR" in text
