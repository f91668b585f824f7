"""Encrypted connections: trusted is what the system trusts, a company's own authority in its store included.

Also what a certificate says of itself, and why one was not accepted. Sends nothing.
"""

from __future__ import annotations

import contextlib
import os
import ssl
from collections.abc import Iterator
from typing import Final

import truststore

# What OpenSSL, Windows (CERT_E_…) and macOS (errSec…) call the same thing.
_WHY: Final = {
    10: "expired",
    0x800B0101: "expired",
    -67818: "expired",
    9: "not_yet_valid",
    62: "wrong_name",
    64: "wrong_name",
    0x800B010F: "wrong_name",
    -67602: "wrong_name",
}
_VERSION: Final = 0xA0
# Object identifiers 2.5.4.10 and 2.5.4.3 as they stand in a name.
_ORGANIZATION: Final = b"\x06\x03\x55\x04\x0a"
_COMMON_NAME: Final = b"\x06\x03\x55\x04\x03"
_UTF16: Final = 0x1E


def secure_context() -> ssl.SSLContext:
    """Trusts what the system trusts, and what SSL_CERT_FILE holds: OpenSSL reads that by itself, Windows and
    macOS do not."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    own = os.environ.get("SSL_CERT_FILE")
    if own:
        # One that cannot be read adds nothing.
        with contextlib.suppress(OSError):
            context.load_verify_locations(cafile=own)
    return context


def public_context() -> ssl.SSLContext:
    """Trusts the public authorities only. Raises ImportError or OSError where their list is not here."""
    import certifi

    return ssl.create_default_context(cafile=certifi.where())


def trusting_context() -> ssl.SSLContext:
    """Trusts everybody: only to see which certificate is shown, nothing may be sent through it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def why_not_trusted(error: ssl.SSLCertVerificationError) -> str:
    """`expired`, `not_yet_valid`, `wrong_name`, or `not_trusted`."""
    return _WHY.get(getattr(error, "verify_code", 0), "not_trusted")


def issuer_of(certificate: bytes | None) -> str:
    """Who issued a certificate (DER): its organisation, else its common name, "" where it does not say."""
    try:
        return _issuer(certificate or b"")
    except (IndexError, StopIteration, ValueError):
        return ""


def _issuer(certificate: bytes) -> str:
    """RFC 5280 §4.1: serial number, algorithm and issuer follow each other, a version may stand before."""
    ((_, whole),) = _members(certificate)
    signed = next(_members(whole))[1]
    parts = [one for one in _members(signed) if one[0] != _VERSION]
    issuer = parts[2][1]
    names = [name for _, group in _members(issuer) for _, name in _members(group)]
    for kind in (_ORGANIZATION, _COMMON_NAME):
        for name in names:
            if name.startswith(kind):
                tag, text = next(_members(name[len(kind) :]))
                return text.decode("utf-16-be" if tag == _UTF16 else "utf-8", "replace")
    return ""


def _members(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Tag and content of each element of DER that follow each other."""
    at = 0
    while at < len(content):
        tag, length = content[at], content[at + 1]
        at += 2
        if length & 0x80:
            digits = length & 0x7F
            length = int.from_bytes(content[at : at + digits])
            at += digits
        if at + length > len(content):
            raise ValueError("cut short")
        yield tag, content[at : at + length]
        at += length
