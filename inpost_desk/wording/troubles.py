"""What each trouble says in English, by kind and rule; `sentences` speaks them.

`{place}` is the file, column or folder concerned, `{detail}` a fact such as a line or a count.
"""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.file_troubles import FILE_TROUBLES
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP

_INPOST_FAILED: Final = QT_TRANSLATE_NOOP(
    "troubles", "An error at InPost. Start again later: nothing is bought twice."
)

TROUBLES: Final[dict[str, str]] = FILE_TROUBLES | {
    "unknown": QT_TRANSLATE_NOOP(
        "troubles",
        "Something unexpected went wrong ({detail}). Start again; if it stays so, please report "
        "it.",
    ),
    "offline": QT_TRANSLATE_NOOP(
        "troubles",
        "InPost cannot be reached. What was bought is kept; start again later and it goes on.",
    ),
    "offline.proxy": QT_TRANSLATE_NOOP(
        "troubles",
        "The proxy of this network does not let InPost through. Ask whoever runs the network, then "
        "start again: what was bought is kept.",
    ),
    "offline.certificate": QT_TRANSLATE_NOOP(
        "troubles",
        "The connection to InPost is not safe (its certificate was not recognised). Check this "
        "computer's clock and ask whoever runs the network; what was bought is kept.",
    ),
    "offline.tls": QT_TRANSLATE_NOOP(
        "troubles",
        "No safe connection to InPost could be made. Check this computer's clock and ask whoever "
        "runs the network; what was bought is kept.",
    ),
    "offline.bad_address": QT_TRANSLATE_NOOP(
        "troubles", "This is not a web address. Check --api-url."
    ),
    "offline.outage": QT_TRANSLATE_NOOP(
        "troubles",
        "InPost has been out of reach for a while, so nothing was sent. What was bought is kept; try again when "
        "the connection is back.",
    ),
    "offline.closed": QT_TRANSLATE_NOOP("troubles", "Stopped before it was sent; start again."),
    "no_answer": QT_TRANSLATE_NOOP(
        "troubles", "InPost's answer was lost. Start again: nothing is bought twice."
    ),
    "no_answer.status_500": _INPOST_FAILED,
    "no_answer.status_502": _INPOST_FAILED,
    "no_answer.status_503": _INPOST_FAILED,
    "no_answer.status_504": _INPOST_FAILED,
    "no_answer.timeout": QT_TRANSLATE_NOOP(
        "troubles", "InPost did not answer in time. Start again: nothing is bought twice."
    ),
    "no_answer.unreadable": QT_TRANSLATE_NOOP(
        "troubles",
        "The answer cannot be read. Start again (nothing is bought twice); if it stays so, "
        "check --api-url.",
    ),
    "no_answer.redirected": QT_TRANSLATE_NOOP(
        "troubles", "The address sends us elsewhere; that is not ShipX. Check --api-url."
    ),
    "no_answer.not_shipx": QT_TRANSLATE_NOOP(
        "troubles", "Another InPost API answers here, not ShipX. Check --api-url."
    ),
    "no_answer.gateway_404": QT_TRANSLATE_NOOP(
        "troubles",
        "What answers at this address is not ShipX. Check --api-url, or start again later: nothing is bought twice.",
    ),
    "too_fast": QT_TRANSLATE_NOOP(
        "troubles",
        "InPost asks for a pause of {place} seconds. Start again after that: nothing is bought "
        "twice.",
    ),
    "not_allowed": QT_TRANSLATE_NOOP(
        "troubles",
        "InPost does not accept the token for this organisation. Check it with “inpost-desk "
        "account check”.",
    ),
    "not_allowed.token_invalid": QT_TRANSLATE_NOOP(
        "troubles",
        "InPost does not accept the token. Copy it again from Manager Paczek (My account, API) "
        "and run “inpost-desk account add”; a sandbox token works in the sandbox only.",
    ),
    "not_allowed.other_environment": QT_TRANSLATE_NOOP(
        "troubles",
        "This token belongs to the other environment: sandbox tokens work in the sandbox only, "
        "production tokens in production only. Check --environment.",
    ),
    "not_allowed.other_organization": QT_TRANSLATE_NOOP(
        "troubles",
        "This token belongs to organisation {detail}, not to the one asked for. Say "
        "--organization {detail}, or use the other token.",
    ),
    "not_allowed.token_missing": QT_TRANSLATE_NOOP(
        "troubles",
        "There is no token for this account. Run “inpost-desk account add”, or set "
        "INPOST_DESK_TOKEN.",
    ),
    "not_allowed.access_forbidden": QT_TRANSLATE_NOOP(
        "troubles",
        "The token is right, but has no right to this organisation. Check the number "
        "(--organization) and in Manager Paczek the rights of the token.",
    ),
    "not_allowed.blocked": QT_TRANSLATE_NOOP(
        "troubles",
        "Something between here and InPost (a firewall or proxy) refuses the call; the token "
        "may be right. Ask whoever runs the network.",
    ),
    "not_allowed.bad_address": QT_TRANSLATE_NOOP(
        "troubles", "The address of the API is not a web address. Check --api-url."
    ),
    "not_allowed.insecure_address": QT_TRANSLATE_NOOP(
        "troubles",
        "The address of the API must be https, or http on this machine, because a token travels "
        "with it. Check --api-url.",
    ),
    "ledger": QT_TRANSLATE_NOOP(
        "troubles",
        "The ledger {place} cannot be used ({detail}), so nothing was sent. Run “inpost-desk "
        "doctor”.",
    ),
    "ledger.newer": QT_TRANSLATE_NOOP(
        "troubles",
        "The ledger {place} was written by a newer InPost Desk. Install that one; nothing was "
        "sent.",
    ),
    "ledger.damaged": QT_TRANSLATE_NOOP(
        "troubles",
        "The ledger {place} is damaged. Restore it from a backup before anything is bought.",
    ),
    "ledger.disk_full": QT_TRANSLATE_NOOP(
        "troubles", "The disk is full, so nothing more was sent. Free some space and start again."
    ),
    "ledger.read_only": QT_TRANSLATE_NOOP(
        "troubles", "{place} cannot be written, so nothing was sent. Choose another --data-dir."
    ),
    "ledger.busy": QT_TRANSLATE_NOOP(
        "troubles", "Another program holds the ledger {place}. Start again in a moment."
    ),
    "ledger.restored": QT_TRANSLATE_NOOP(
        "troubles",
        "This ledger was restored from the copy of {detail}. Before anything is sent the program has to read at "
        "InPost what was bought since then: go online and try again. Nothing was sent.",
    ),
    "ledger.restored_lately": QT_TRANSLATE_NOOP(
        "troubles",
        "This ledger was restored a moment ago, and InPost may still be making what was asked for just before. "
        "Try again in {detail} min: nothing is bought twice then. Nothing was sent.",
    ),
    "ledger.in_use": QT_TRANSLATE_NOOP(
        "troubles",
        "A window or command has the ledger {place} open. Close the window, wait until commands have ended, and try "
        "again. Nothing was changed.",
    ),
    "ledger.at_work": QT_TRANSLATE_NOOP(
        "troubles",
        "A run, the station or the printer is at work. Wait until that has ended, and try again. Nothing was changed.",
    ),
    "ledger.half_restored": QT_TRANSLATE_NOOP(
        "troubles",
        "Restoring the ledger {place} was cut short. Restore it once more: in the window under Settings → Data, or "
        "with “inpost-desk restore FOLDER”. Nothing was sent.",
    ),
    "ledger.moved": QT_TRANSLATE_NOOP(
        "troubles",
        "This account was moved to another computer on {detail}, so nothing is sent from here. Go on there. If it "
        "is to go on here after all, say so here, in the window under Settings → Data or with “inpost-desk data "
        "stay”, and send nothing there any more.",
    ),
    "ledger.network_share": QT_TRANSLATE_NOOP(
        "troubles",
        "{place} is on a network share, where a ledger is not safe. Choose a local --data-dir.",
    ),
    "ledger.cloud_folder": QT_TRANSLATE_NOOP(
        "troubles",
        "{place} is kept in step with a cloud (OneDrive, Dropbox, Google Drive, iCloud), where a ledger is not "
        "safe. Choose a --data-dir outside of it.",
    ),
    "keyring": QT_TRANSLATE_NOOP(
        "troubles",
        "The system's keyring cannot be used ({detail}). Unlock it, or pass the token in "
        "INPOST_DESK_TOKEN.",
    ),
    "keyring.missing": QT_TRANSLATE_NOOP(
        "troubles",
        "This system has no keyring. Install gnome-keyring or KWallet, or pass the token in "
        "INPOST_DESK_TOKEN.",
    ),
    "keyring.locked": QT_TRANSLATE_NOOP(
        "troubles", "The system's keyring is locked. Unlock it and try again."
    ),
    "keyring.unsafe": QT_TRANSLATE_NOOP(
        "troubles",
        "The only keyring here keeps secrets in plain text. Install gnome-keyring or KWallet, "
        "or pass the token in INPOST_DESK_TOKEN.",
    ),
    "keyring.token_damaged": QT_TRANSLATE_NOOP(
        "troubles", "The token in the keyring is damaged. Run “inpost-desk account add” once more."
    ),
    "keyring.token_not_valid": QT_TRANSLATE_NOOP(
        "troubles",
        "This is not a token. Copy it once more from Manager Paczek, whole and without blanks.",
    ),
    "question": QT_TRANSLATE_NOOP("troubles", "A question needs an answer: {detail}"),
    "question.sending_method": QT_TRANSLATE_NOOP(
        "troubles",
        "How do the parcels leave? Say so once with --sending-method; it is remembered. "
        "dispatch_order: a courier fetches them; parcel_locker: you put them into a Paczkomat; "
        "pop: you bring them to a PaczkoPunkt; any_point: one or the other. Nothing was bought.",
    ),
    "question.repeated": QT_TRANSLATE_NOOP(
        "troubles",
        "Some references stand on several rows ({detail}). Are these lines of one order or "
        "separate parcels? Say --repeated lines or --repeated parcels. Nothing was bought.",
    ),
    "question.duplicates": QT_TRANSLATE_NOOP(
        "troubles",
        "References that were sent before: {detail}. Say --duplicates skip to leave them out or "
        "--duplicates again to send them once more. Nothing was bought.",
    ),
    "question.weekend": QT_TRANSLATE_NOOP(
        "troubles",
        "Paczka w Weekend while InPost takes none: {detail}. Say --weekend wait to leave these rows for later "
        "or --weekend standard to send them without it. Nothing was bought.",
    ),
    "question.pickup_unsure": QT_TRANSLATE_NOOP(
        "troubles",
        "Nobody knows yet whether InPost has this pickup: look at the pickups, then try again.",
    ),
    "question.sent_before": QT_TRANSLATE_NOOP(
        "troubles",
        "This reference was sent before (shipment {detail}). Say whether it is to be sent once more. "
        "Nothing was bought.",
    ),
    "question.replaced_before": QT_TRANSLATE_NOOP(
        "troubles", "It was replaced by another shipment before; nothing was bought."
    ),
    "question.organization": QT_TRANSLATE_NOOP(
        "troubles",
        "Which organisation? Say --organization, or add an account with “inpost-desk account add”.",
    ),
    "question.which_account": QT_TRANSLATE_NOOP(
        "troubles",
        "Which organisation? Say --organization and --environment. Known here: {detail}.",
    ),
    "printer": QT_TRANSLATE_NOOP(
        "troubles",
        "The printer {place} did not take the document ({detail}). Check the printer and print "
        "again.",
    ),
    "printer.not_chosen": QT_TRANSLATE_NOOP(
        "troubles", "No printer has been chosen yet. Choose one in Settings."
    ),
    "printer.not_printing": QT_TRANSLATE_NOOP(
        "troubles",
        "The printer {place} cannot print now. Look at paper, ribbon and cover; nothing was printed.",
    ),
    "printer.unreachable": QT_TRANSLATE_NOOP(
        "troubles",
        "{place} does not answer. Switch the printer on, or check the network or the printing "
        "system, then print again; nothing was printed.",
    ),
    "printer.no_answer": QT_TRANSLATE_NOOP(
        "troubles",
        "{place} took the document, or part of it, and did not confirm it, so it may have been "
        "printed. Look at the paper before you print again.",
    ),
    "printer.no_such_printer": QT_TRANSLATE_NOOP(
        "troubles", "There is no printer {place} any more. Choose another one in Settings."
    ),
    "printer.rejecting": QT_TRANSLATE_NOOP(
        "troubles",
        "The printer {place} takes no documents. Allow it to in the system's printer settings, "
        "then print again.",
    ),
    "printer.no_pdf": QT_TRANSLATE_NOOP(
        "troubles", "The printer {place} cannot print PDF. Choose another one in Settings."
    ),
    "printer.no_such_paper": QT_TRANSLATE_NOOP(
        "troubles",
        "The queue {place} does not know this paper ({detail}), so the label would come out in the wrong "
        "place. Add the paper in the system's printer settings, or choose another one in Settings; "
        "nothing was printed.",
    ),
    "printer.wrong_paper": QT_TRANSLATE_NOOP(
        "troubles",
        "The driver of the printer {place} has smaller paper set ({detail}), so labels would be cut. Set the "
        "same paper there and in Settings, then print again; nothing was printed.",
    ),
    "printer.no_raw": QT_TRANSLATE_NOOP(
        "troubles",
        "The queue {place} does not pass on printer commands (ZPL, EPL). Choose PDF or pixels for it in "
        "Settings, or use a raw queue; nothing was printed.",
    ),
    "printer.wrong_form": QT_TRANSLATE_NOOP(
        "troubles",
        "The printer {place} does not take this kind of document ({detail}). Choose its language again in "
        "Settings; nothing was printed.",
    ),
    "printer.spool_full": QT_TRANSLATE_NOOP(
        "troubles",
        "There is no room for documents that wait for the printer {place}. Free some disk space, then print "
        "again; nothing was printed.",
    ),
    "printer.not_allowed": QT_TRANSLATE_NOOP(
        "troubles",
        "You may not use the printer {place}. Ask whoever looks after this computer.",
    ),
}
