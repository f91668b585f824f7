"""What is planted where the program takes it, and every form in which it may come out again."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Planted:
    """One thing nobody else should see.

    `receiver`: the ledger, labels and the user's own files may hold it; `home` is the one file that must.
    """

    name: str
    text: str
    receiver: bool = False
    digits: bool = False
    home: str = ""

    def forms(self) -> Iterator[bytes]:
        """As it is, in other encodings, quoted, and in base64 wherever it begins in a group of three."""
        texts = {self.text, quote(self.text, safe=""), json.dumps(self.text)[1:-1]}
        if self.digits:
            texts |= {f"{self.text[:3]}{gap}{self.text[3:6]}{gap}{self.text[6:]}" for gap in " -"}
        for text in texts:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1250"):
                yield text.encode(encoding)
        for before in range(3):
            coded = base64.b64encode(b"\0" * before + self.text.encode())
            # The first and the last group depend on the neighbours.
            sure = coded[4 if before else 0 : len(coded) // 4 * 4 - 4]
            if len(sure) >= 8:
                yield sure
                yield sure.replace(b"+", b"-").replace(b"/", b"_")

    def found_in(self, content: bytes) -> bool:
        """Digits only where no further ones stand beside them, as in a number or in fractions of a second."""
        lower = content.lower()
        for form in self.forms():
            if self.digits and form.isdigit():
                if re.search(rb"(?<![\d.])(?:48)?" + form + rb"(?!\d)", content):
                    return True
            elif form in content or form.lower() in lower:
                return True
        return False


OTHER_TOKEN: Final = Planted("the other account's token", "Zq7w-other-account-TOKEN-9f41c2")
PROXY_PASSWORD: Final = Planted("the proxy's password", "Pr0xyGeheim77")
PIN: Final = Planted("an operator's PIN", "83917264", digits=True)
SECRET_PATH: Final = Planted(
    "the secret of notifications", "5ec7e7a1" * 5, home="data/settings.json"
)
PHONE: Final = Planted("a receiver's phone", "511287634", receiver=True, digits=True)
DRAFTED_PHONE: Final = Planted("a typed receiver's phone", "512387641", receiver=True, digits=True)
E_MAIL: Final = Planted("a receiver's e-mail", "zofia.wrzos@poczta-testowa.example", receiver=True)
NAME: Final = Planted("a receiver's name", "Wrzosińska", receiver=True)
STREET: Final = Planted("a receiver's street", "Jarzębinowa", receiver=True)
SENDERS_PHONE: Final = Planted("the sender's phone", "600198273", receiver=True, digits=True)
SENDERS_E_MAIL: Final = Planted(
    "the sender's e-mail", "magazyn@sklep-zasadzony.example", receiver=True
)
EVERYTHING: Final = (
    OTHER_TOKEN,
    PROXY_PASSWORD,
    PIN,
    SECRET_PATH,
    PHONE,
    DRAFTED_PHONE,
    E_MAIL,
    NAME,
    STREET,
    SENDERS_PHONE,
    SENDERS_E_MAIL,
)
