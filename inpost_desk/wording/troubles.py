"""What each trouble says in English, by kind and rule; `sentences` speaks them.

`{place}` is the file, column or folder concerned, `{detail}` a fact such as a row or a count.
"""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP

TROUBLES: Final[dict[str, str]] = {
    "unknown": QT_TRANSLATE_NOOP("troubles", "Something unexpected went wrong: {detail}"),
    "offline": QT_TRANSLATE_NOOP(
        "troubles",
        "InPost cannot be reached; nothing was sent. Check the connection and start again.",
    ),
    "no_answer": QT_TRANSLATE_NOOP(
        "troubles", "InPost did not answer as it should. Start again: nothing is bought twice."
    ),
    "too_fast": QT_TRANSLATE_NOOP(
        "troubles", "InPost asks to wait {place} seconds. Start again then."
    ),
    "not_allowed": QT_TRANSLATE_NOOP(
        "troubles", "InPost does not accept the token for this organisation. Check the account."
    ),
    "not_allowed.token_invalid": QT_TRANSLATE_NOOP(
        "troubles",
        "InPost does not accept the token. Copy it again from Manager Paczek (My account, API); "
        "a sandbox token works in the sandbox only.",
    ),
    "not_allowed.other_environment": QT_TRANSLATE_NOOP(
        "troubles",
        "This token belongs to the other environment: sandbox tokens work in the sandbox only, "
        "production tokens in production only.",
    ),
    "not_allowed.other_organization": QT_TRANSLATE_NOOP(
        "troubles", "This token belongs to organisation {detail}, not to the one asked for."
    ),
    "not_allowed.token_missing": QT_TRANSLATE_NOOP(
        "troubles",
        "There is no token for this account. Run “inpost-desk account add” or set INPOST_DESK_TOKEN.",
    ),
    "file": QT_TRANSLATE_NOOP("troubles", "{place}: the file cannot be used ({detail})."),
    "file.missing": QT_TRANSLATE_NOOP("troubles", "{place}: there is no such file."),
    "file.is_a_folder": QT_TRANSLATE_NOOP("troubles", "{place} is a folder; name a file."),
    "file.not_a_folder": QT_TRANSLATE_NOOP("troubles", "{place} is not a folder; name a folder."),
    "file.unreadable": QT_TRANSLATE_NOOP(
        "troubles", "{place} cannot be read; check its permissions."
    ),
    "file.no_permission": QT_TRANSLATE_NOOP(
        "troubles", "{place} cannot be read; check its permissions."
    ),
    "file.empty": QT_TRANSLATE_NOOP("troubles", "{place} is empty."),
    "file.header_only": QT_TRANSLATE_NOOP("troubles", "{place} has a header but no orders."),
    "file.no_header": QT_TRANSLATE_NOOP(
        "troubles", "{place}: the first row must hold the column names of Manager Paczek's file."
    ),
    "file.encoding": QT_TRANSLATE_NOOP(
        "troubles", "{place} is in an unknown encoding; save it as UTF-8 or Windows-1250."
    ),
    "file.not_a_table": QT_TRANSLATE_NOOP(
        "troubles", "{place} is neither CSV nor XLSX nor ODS; export the orders once more."
    ),
    "file.old_workbook": QT_TRANSLATE_NOOP(
        "troubles", "{place} is an old XLS file; save it as XLSX."
    ),
    "file.damaged": QT_TRANSLATE_NOOP("troubles", "{place} is damaged; export it once more."),
    "file.encrypted": QT_TRANSLATE_NOOP(
        "troubles", "{place} is protected by a password; remove it."
    ),
    "file.zip_bomb": QT_TRANSLATE_NOOP(
        "troubles", "{place} unpacks to far more than an order file holds and was not opened."
    ),
    "file.too_large": QT_TRANSLATE_NOOP(
        "troubles", "{place} is too large; split it (20 MB at most)."
    ),
    "file.too_many_rows": QT_TRANSLATE_NOOP(
        "troubles", "{place} has too many rows; split it (20,000 at most)."
    ),
    "file.too_many_columns": QT_TRANSLATE_NOOP("troubles", "{place} has too many columns."),
    "file.quotes": QT_TRANSLATE_NOOP(
        "troubles", "{place}: a quotation mark is opened and never closed."
    ),
    "file.columns_missing": QT_TRANSLATE_NOOP("troubles", "Columns are missing: {place}."),
    "file.columns_doubled": QT_TRANSLATE_NOOP("troubles", "Columns stand twice: {place}."),
    "file.read_only": QT_TRANSLATE_NOOP(
        "troubles", "{place} cannot be written; choose another folder or change its permissions."
    ),
    "file.disk_full": QT_TRANSLATE_NOOP(
        "troubles", "The disk is full: {place} was not written. Free space."
    ),
    "file.locked": QT_TRANSLATE_NOOP(
        "troubles", "{place} is in use by another program; close it there."
    ),
    "file.api_url_not_secure": QT_TRANSLATE_NOOP(
        "troubles", "{place}: the address must be https, or http on this machine."
    ),
    "file.api_url_not_valid": QT_TRANSLATE_NOOP("troubles", "{place} is not a web address."),
    "ledger": QT_TRANSLATE_NOOP("troubles", "The ledger {place} cannot be used ({detail})."),
    "ledger.newer": QT_TRANSLATE_NOOP(
        "troubles", "The ledger {place} was written by a newer InPost Desk; install that one."
    ),
    "ledger.damaged": QT_TRANSLATE_NOOP(
        "troubles",
        "The ledger {place} is damaged; restore it from a backup before anything is bought.",
    ),
    "ledger.disk_full": QT_TRANSLATE_NOOP(
        "troubles", "The disk is full: nothing more was sent. Free space and start again."
    ),
    "ledger.read_only": QT_TRANSLATE_NOOP(
        "troubles", "{place} cannot be written, so nothing was sent. Choose another --data-dir."
    ),
    "ledger.busy": QT_TRANSLATE_NOOP(
        "troubles", "Another process holds the ledger {place}; start again in a moment."
    ),
    "ledger.network_share": QT_TRANSLATE_NOOP(
        "troubles",
        "{place} is on a network share, where a ledger is not safe; choose a local --data-dir.",
    ),
    "keyring": QT_TRANSLATE_NOOP("troubles", "The system's keyring cannot be used ({detail})."),
    "keyring.missing": QT_TRANSLATE_NOOP(
        "troubles",
        "This system has no keyring. Install gnome-keyring or KWallet, or pass the token in INPOST_DESK_TOKEN.",
    ),
    "keyring.locked": QT_TRANSLATE_NOOP(
        "troubles", "The system's keyring is locked; unlock it and try again."
    ),
    "keyring.unsafe": QT_TRANSLATE_NOOP(
        "troubles",
        "The only keyring here keeps secrets in plain text; install gnome-keyring or KWallet.",
    ),
    "keyring.token_damaged": QT_TRANSLATE_NOOP(
        "troubles", "The token in the keyring is damaged; add the account again."
    ),
    "keyring.token_not_valid": QT_TRANSLATE_NOOP(
        "troubles", "This is not a token; copy it once more."
    ),
    "question": QT_TRANSLATE_NOOP("troubles", "A question needs an answer: {detail}"),
    "question.sending_method": QT_TRANSLATE_NOOP(
        "troubles",
        "How do the parcels leave? Say so once with --sending-method "
        "(dispatch_order: a courier fetches them, parcel_locker, pop, any_point …); it is remembered.",
    ),
    "question.repeated": QT_TRANSLATE_NOOP(
        "troubles",
        "References stand on several rows ({detail}). Are these lines of one order or separate parcels? "
        "Say --repeated lines or --repeated parcels; nothing was bought.",
    ),
    "question.duplicates": QT_TRANSLATE_NOOP(
        "troubles",
        "{detail} references were sent before. Say --duplicates skip or --duplicates again; nothing was bought.",
    ),
    "question.organization": QT_TRANSLATE_NOOP(
        "troubles",
        "Which organisation? Say --organization, or add an account with “inpost-desk account add”.",
    ),
}
