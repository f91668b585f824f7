"""What one key writes instead of a text of the draft that cannot be sent; nothing where nobody can know.

The guesses are a file's own (`domain.fixes`); only what the wizard has apart (first and last name, comments)
is looked at here.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from inpost_desk.domain import checks
from inpost_desk.domain.draft import Draft, Finding, goes_to_point
from inpost_desk.domain.draft_script import in_latin, script_rule
from inpost_desk.domain.fixes import KIND_TEXTS, fixes
from inpost_desk.domain.order import Field, Kind

MEMBERS: Final[dict[Field, str]] = {
    Field.PHONE: "phone",
    Field.EMAIL: "email",
    Field.FIRST_NAME: "first_name",
    Field.LAST_NAME: "last_name",
    Field.COMPANY: "company",
    Field.STREET: "street",
    Field.POST_CODE: "post_code",
    Field.CITY: "city",
    Field.COD: "cod",
    Field.INSURANCE: "insurance",
    Field.REFERENCE: "reference",
    Field.COMMENTS: "comments",
}
"""Where the draft holds the text of a field."""

_READ_AS_IN_FILES: Final = frozenset(
    {Field.PHONE, Field.EMAIL, Field.COD, Field.INSURANCE, Field.POST_CODE, Field.STREET}
)
_UNPRINTABLE: Final = frozenset({"So", "Sk", "Cn", "Co", "Cs", "Cc", "Cf", "Zl", "Zp"})


def mend_of(finding: Finding, draft: Draft) -> dict[str, str] | None:
    """The members of the draft to be written, the one in question first."""
    problem = finding.problem
    member = MEMBERS.get(problem.field)
    if not member or not finding.stops:
        return None
    if problem.field in _READ_AS_IN_FILES:
        return _as_in_files(finding, draft)
    text = str(getattr(draft, member))
    if problem.rule == "invalid_characters":
        text = _printable(text)
    elif problem.rule == "too_long" and problem.field is Field.REFERENCE:
        text = text.strip()[: checks.REFERENCE_LIMITS[1]].rstrip()
    return {member: text} if text and text != getattr(draft, member) else None


def _as_in_files(finding: Finding, draft: Draft) -> dict[str, str] | None:
    kind = Kind.LOCKER if goes_to_point(draft) else Kind.COURIER
    cells = {field: str(getattr(draft, member)) for field, member in MEMBERS.items()}
    cells[Field.KIND] = KIND_TEXTS[kind]
    for fix in fixes(finding.problem, cells):
        written = {MEMBERS[field]: text for field, text in fix.cells.items() if field in MEMBERS}
        if fix.rule == "write" and len(written) == len(fix.cells):
            return written
    return None


def _printable(text: str) -> str:
    kept = "".join(char for char in text if unicodedata.category(char) not in _UNPRINTABLE)
    clean = checks.tidy(kept)
    return "" if script_rule(in_latin(clean)) else clean
