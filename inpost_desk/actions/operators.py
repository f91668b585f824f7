"""An operator's badge and PIN: how they are made and compared. Who may do what is `domain/station.py`'s.

A PIN of four figures is soon guessed by whoever has the settings file; its digest keeps it from being read
by chance, and from leading to where else the same figures are used.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Final

from inpost_desk.domain.scan_code import BADGE_PREFIX, STEADY

BADGE_LENGTH: Final = 8
# 16 MB and some 50 ms for each try.
_COST: Final = 2**14
_SALT: Final = 16


def new_badge() -> str:
    """The text of a new badge, which nobody can guess from another one, typed alike by every keyboard."""
    return BADGE_PREFIX + "".join(secrets.choice(STEADY) for _ in range(BADGE_LENGTH))


def pin_digest(pin: str) -> str:
    """What is kept of a PIN. Takes some 50 ms: not on the GUI thread. Raises ValueError for an empty PIN."""
    if not pin:
        raise ValueError("pin")
    salt = secrets.token_bytes(_SALT)
    return f"{salt.hex()}:{_digest(pin, salt).hex()}"


def pin_matches(pin: str, digest: str) -> bool:
    """Whether that is the PIN. No PIN matches an empty or damaged digest. Takes as long as `pin_digest`."""
    salt, _, kept = digest.partition(":")
    try:
        known = bytes.fromhex(kept)
        return bool(known) and hmac.compare_digest(_digest(pin, bytes.fromhex(salt)), known)
    except ValueError:
        return False


def _digest(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_COST, r=8, p=1)
