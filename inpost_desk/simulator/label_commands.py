"""Labels as printer commands: ZPL for 8 or 12 dots a millimetre, EPL2 for 8. Content of the PDF, plainer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from inpost_desk.simulator.label_facts import SPECIMEN, LabelFacts


class Line(NamedTuple):
    """A text with its place and height in millimetres."""

    x: float
    y: float
    height: float
    text: str


def zpl(labels: Sequence[LabelFacts], *, dots: int) -> bytes:
    """UTF-8. `dots` a millimetre: 8 (203 dpi) or 12 (dpi300)."""
    return "".join(_zpl(label, dots) for label in labels).encode()


def epl(labels: Sequence[LabelFacts]) -> bytes:
    """Windows-1250, what it lacks as a question mark."""
    return "".join(_epl(label) for label in labels).encode("cp1250", "replace")


def _lines(label: LabelFacts) -> list[Line]:
    lines = [
        Line(4, 4, 6, label.region),
        Line(35, 4, 4, label.service),
        Line(75, 4, 6, label.destination),
        Line(46, 30, 3, "Nadawca:"),
        Line(46, 34, 3, label.sender[0] if label.sender else ""),
        Line(46, 41, 3, "Odbiorca:"),
    ]
    lines += [
        Line(46, 45 + index * 5, 5 if index == 0 else 3, text)
        for index, text in enumerate(label.receiver)
    ]
    lines += [
        Line(46, 67, 3, f"tel. {label.phone}"),
        Line(46, 73, 4, f"GABARYT {label.size} {label.weight}"),
        Line(46, 79, 4, f"POBRANIE {label.cod}" if label.cod else ""),
        Line(80, 79, 4, label.place),
        Line(4, 118, 3, f"Uwagi nadawcy: {label.comments}"),
        Line(4, 124, 3, f"Nr ref: {label.reference}"),
        Line(4, 110, 4, label.number),
        Line(4, 142, 3, SPECIMEN),
    ]
    return [line for line in lines if line.text]


def _zpl(label: LabelFacts, dots: int) -> str:
    # Three dots of 203 dpi or four of 300 are the module next to a third of a millimetre.
    module = 3 if dots == 8 else 4
    code = f"^BY{module}^BCR,{25 * dots},N,N,N^FD>;{label.number}^FS"
    matrix = f"^BXN,{dots},200^FD{label.number}^FS"
    parts = [
        f"^XA^CI28^PW{105 * dots}^LL{148 * dots}",
        f"^FO{12 * dots},{30 * dots}{code}",
        f"^FO{70 * dots},{88 * dots}{matrix}",
        *(
            f"^FO{round(x * dots)},{round(y * dots)}^A0N,{round(height * dots)}"
            f"^FH_^FD{_zpl_text(text)}^FS"
            for x, y, height, text in _lines(label)
        ),
        "^XZ\n",
    ]
    return "\n".join(parts)


def _zpl_text(text: str) -> str:
    """Command characters as hexadecimal, so that no reference can give orders to the printer."""
    return "".join(f"_{ord(one):02X}" if one in "^~_" else one for one in text)


def _epl(label: LabelFacts) -> str:
    dots = 8
    parts = [
        "",
        "N",
        "I8,B,001",
        f"q{105 * dots}",
        f"Q{148 * dots},24",
        f'B{38 * dots},{30 * dots},1,1,3,6,{25 * dots},N,"{label.number}"',
        f'b{70 * dots},{88 * dots},D,h8,"{label.number}"',
        *(
            f'A{round(x * dots)},{round(y * dots)},0,{4 if height > 3 else 2},1,1,N,"{_epl_text(text)}"'
            for x, y, height, text in _lines(label)
        ),
        "P1",
        "",
    ]
    return "\n".join(parts)


def _epl_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("–", "-").replace("×", "x")
