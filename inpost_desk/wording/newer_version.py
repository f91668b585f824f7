"""The answer to “is there a newer version”, in words."""

from __future__ import annotations

from inpost_desk.wording.speech import translate


def newest_words(version: str, page: str, *, here: str, newer: bool) -> str:
    """What is published, and whether it is worth a look."""
    if not newer:
        words = translate("ui", "This is the newest version ({here}).")
    elif page:
        words = translate("ui", "Version {version} is there; here runs {here}. More: {page}")
    else:
        words = translate("ui", "Version {version} is there; here runs {here}.")
    return words.format(version=version, here=here, page=page)


def unknown_words(here: str) -> str:
    """That nobody told this build where to look."""
    words = translate(
        "ui",
        "This is version {here}. It does not know where newer ones are published: ask whoever gave it to you.",
    )
    return words.format(here=here)


def nowhere_words(address: str) -> str:
    """That nothing was to be read there."""
    words = translate(
        "ui",
        "At {address} nothing could be read about newer versions. Check the network with “inpost-desk doctor”, "
        "or try again later.",
    )
    return words.format(address=address)
