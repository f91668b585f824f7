"""API tokens in the keyring of the operating system, and nowhere else. The only module that knows keyring.

Every function here may block without limit while the system shows its password window, so call them off
the GUI thread, with a time limit of your own. A server without a keyring passes a token in INPOST_DESK_TOKEN.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from itertools import count
from typing import TYPE_CHECKING, Final, TypeVar

from inpost_desk.errors import KeyringTrouble

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

ENVIRONMENT_VARIABLE: Final = "INPOST_DESK_TOKEN"

# Windows holds 2,560 bytes an entry, as UTF-16: 1,280 characters.
ENTRY_LENGTH: Final = 1200
_HEAD_LENGTH: Final = len("00/00:")
_MOST_PIECES: Final = 99
_DIGEST_LENGTH: Final = 64

# Anything else may keep secrets in a plain file (keyrings.alt) or not at all (null).
_KNOWN: Final = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
    }
)
_CHAINER: Final = "keyring.backends.chainer.ChainerBackend"
_FAIL: Final = "keyring.backends.fail.Keyring"

_Answer = TypeVar("_Answer")


def token_for(account_key: str, environ: Mapping[str, str]) -> str | None:
    """The token given by the environment, else the stored one; None where there is neither.

    Raises as `store` does for a token that cannot be one, and as `load` does.
    """
    given = environ.get(ENVIRONMENT_VARIABLE, "").strip()
    return _checked(given) if given else load(account_key)


def store(account_key: str, token: str) -> None:
    """Keeps the token of an account (`settings.Account.key`), replacing an older one whole.

    Raises `KeyringTrouble`: `missing`, `locked`, `unsafe`, `failed`, or `token_not_valid` for something that
    no HTTP header could carry.
    """
    pieces = _cut(_checked(token.strip()))
    vault = _vault()
    # The first piece comes last: it says how many there are, and with it the new token counts.
    for number in (*range(1, len(pieces)), 0):
        _ask(vault.set_password, *_entry(account_key, number), pieces[number])
    _remove_from(vault, account_key, len(pieces))


def load(account_key: str) -> str | None:
    """The stored token, or None.

    Raises `KeyringTrouble` as `store` does, with `token_damaged` where the pieces do not fit together.
    """
    vault = _vault()
    first = _ask(vault.get_password, *_entry(account_key, 0))
    if first is None:
        return None
    rest = (
        _ask(vault.get_password, *_entry(account_key, number))
        for number in range(1, _announced(first))
    )
    return _joined([first, *(piece or "" for piece in rest)])


def remove(account_key: str) -> None:
    """Forgets the token of an account; one that is not there is no error. Raises `KeyringTrouble`."""
    _remove_from(_vault(), account_key, 0)


def examined() -> str:
    """The keyring in use, by its class, after a look-up that shows whether it works.

    Raises `KeyringTrouble`.
    """
    vault = _vault()
    _ask(vault.get_password, *_entry("doctor", 0))
    return _name(vault)


def keyring_in_use() -> str:
    """The keyring that would be asked, by its class, without asking it. Raises `KeyringTrouble` as `load`."""
    return _name(_vault())


def _vault() -> KeyringBackend:
    import keyring  # 70 ms, paid only by who looks into the keyring

    backend = _ask(keyring.get_keyring)
    name = _name(backend)
    # Asking the chain for its members asks each whether it works, which may fail as any question may.
    chained = (
        _ask(lambda: list(getattr(backend, "backends", ()))) if name == _CHAINER else [backend]
    )
    members = [_name(one) for one in chained]
    if not members or name == _FAIL:
        raise KeyringTrouble("missing", detail=name)
    if not _KNOWN.issuperset(members):
        raise KeyringTrouble("unsafe", detail=", ".join(members))
    return backend


def _name(backend: KeyringBackend) -> str:
    """The class itself: one derived from a known keyring may keep secrets elsewhere."""
    kind = type(backend)
    return f"{kind.__module__}.{kind.__qualname__}"


def _ask(call: Callable[..., _Answer], *arguments: str) -> _Answer:
    """Foreign errors become ours and are not chained: their texts and frames may hold the secret."""
    from keyring import errors

    try:
        return call(*arguments)
    except errors.KeyringLocked:
        raise KeyringTrouble("locked") from None
    # Without a display a Secret Service that has no keyring yet cannot make one.
    except (errors.NoKeyringError, errors.InitError):
        raise KeyringTrouble("missing") from None
    # Back ends let errors of D-Bus and of the system through.
    except Exception as error:  # noqa: BLE001
        raise KeyringTrouble("failed", detail=type(error).__name__) from None


def _entry(account_key: str, number: int) -> tuple[str, str]:
    """Service and user name of one piece. A service each: Windows renames entries that share one."""
    return f"inpost-desk/{account_key}#{number}", account_key


def _remove_from(vault: KeyringBackend, account_key: str, first: int) -> None:
    """Removes the pieces from number `first` on, the last one first, so that a cut leaves no gap."""
    number = next(
        number
        for number in count(first)
        if _ask(vault.get_password, *_entry(account_key, number)) is None
    )
    for leftover in reversed(range(first, number)):
        _ask(vault.delete_password, *_entry(account_key, leftover))


def _checked(token: str) -> str:
    length = len(token) + _DIGEST_LENGTH
    fits = bool(token) and length <= _MOST_PIECES * (ENTRY_LENGTH - _HEAD_LENGTH)
    if not (fits and token.isascii() and token.isprintable() and " " not in token):
        raise KeyringTrouble("token_not_valid")
    return token


def _cut(token: str) -> list[str]:
    """`1/2:` and the digest with the start of the token, then `2/2:` and the rest."""
    text = _digest(token) + token
    size = ENTRY_LENGTH - _HEAD_LENGTH
    parts = [text[at : at + size] for at in range(0, len(text), size)]
    return [f"{number}/{len(parts)}:{part}" for number, part in enumerate(parts, 1)]


def _announced(first: str) -> int:
    """How many pieces the first one speaks of; 1 where it is none of ours, which `_joined` will refuse."""
    number = first.partition(":")[0].partition("/")[2]
    return int(number) if number.isdecimal() and len(number) <= len(str(_MOST_PIECES)) else 1


def _joined(pieces: list[str]) -> str:
    heads = [f"{number}/{len(pieces)}:" for number in range(1, len(pieces) + 1)]
    text = "".join(piece.removeprefix(head) for piece, head in zip(pieces, heads, strict=True))
    digest, token = text[:_DIGEST_LENGTH], text[_DIGEST_LENGTH:]
    if not token or _digest(token) != digest:
        raise KeyringTrouble("token_damaged")
    return token


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
