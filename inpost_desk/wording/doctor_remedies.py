"""What to do about each thing the doctor found wrong, and notes on what is right but worth knowing.

By the finding's name and rule, as `tls.expired`; by its name alone for every other rule. `{detail}` is the
finding's fact, `{about}` which printer, account or host is meant.
"""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP

REMEDIES: Final[dict[str, str]] = {
    "python": QT_TRANSLATE_NOOP("doctor", "install Python 3.11 or newer"),
    "window_system": QT_TRANSLATE_NOOP("doctor", "install the system libraries the README names"),
    "fonts": QT_TRANSLATE_NOOP("doctor", "install a font, for example fonts-dejavu-core"),
    "disk_space": QT_TRANSLATE_NOOP("doctor", "at least 500 MB are needed; free some space"),
    "network_share": QT_TRANSLATE_NOOP("doctor", "choose a local --data-dir"),
    "data_private": QT_TRANSLATE_NOOP(
        "doctor",
        "other users of this computer can look into it: take their rights away (chmod 700)",
    ),
    "account_ledger.restored": QT_TRANSLATE_NOOP(
        "doctor",
        "restored from the copy of {detail}: nothing is sent before the program has read at InPost what was bought "
        "since then; it does so by itself once it is online, in the window or at the next command that sends",
    ),
    "account_ledger.moved": QT_TRANSLATE_NOOP(
        "doctor",
        "moved to another computer on {detail}: nothing is sent from here; go on there, or here after all: in the "
        "window under Settings → Data, or with “inpost-desk data stay”",
    ),
    "printing": QT_TRANSLATE_NOOP("doctor", "install CUPS; until then labels are PDF files only"),
    "settings": QT_TRANSLATE_NOOP("doctor", "a damaged file was set aside; the usual ones apply"),
    "printer": QT_TRANSLATE_NOOP(
        "doctor", "it does not print now; look at paper, ribbon, cover and cable"
    ),
    "printer.paused": QT_TRANSLATE_NOOP(
        "doctor", "it is paused; let it go on at the printer or in the system's printer settings"
    ),
    "printer.stopped": QT_TRANSLATE_NOOP(
        "doctor",
        "it was stopped; look at the printer, then let it go on in the system's printer settings",
    ),
    "printer.rejecting": QT_TRANSLATE_NOOP(
        "doctor", "it takes no documents; allow it to in the system's printer settings"
    ),
    "printer.no_such_printer": QT_TRANSLATE_NOOP(
        "doctor", "there is no such printer in the system any more; choose another one in Settings"
    ),
    "printer.unreachable": QT_TRANSLATE_NOOP(
        "doctor", "it does not answer; switch it on, or check the network or the printing system"
    ),
    "printer.not_chosen": QT_TRANSLATE_NOOP(
        "doctor", "it is not set up completely; set it up again in Settings"
    ),
    "printer.not_allowed": QT_TRANSLATE_NOOP(
        "doctor", "you may not use it; ask whoever looks after this computer"
    ),
    "network": QT_TRANSLATE_NOOP(
        "doctor",
        "there is no way to {about}; check the cable or the Wi-Fi, and whether other pages open here",
    ),
    "network.no_network": QT_TRANSLATE_NOOP(
        "doctor",
        "this computer has no connection to the Internet; check the cable or the Wi-Fi",
    ),
    "network.name_not_found": QT_TRANSLATE_NOOP(
        "doctor",
        "the name {about} is not known in this network; check the address, then ask whoever runs the network "
        "about DNS, or whether a proxy has to be entered",
    ),
    "network.refused": QT_TRANSLATE_NOOP(
        "doctor",
        "{about} refuses the connection; a firewall may stand in between: ask whoever runs the network",
    ),
    "network.no_answer": QT_TRANSLATE_NOOP(
        "doctor",
        "{about} does not answer; a firewall may keep it back: ask whoever runs the network whether a proxy "
        "has to be entered",
    ),
    "proxy": QT_TRANSLATE_NOOP(
        "doctor",
        "this proxy cannot be used ({detail}); check its address in the settings of InPost Desk and of the system",
    ),
    "proxy.script": QT_TRANSLATE_NOOP(
        "doctor",
        "this network chooses its proxy by a script (PAC), which InPost Desk does not run: ask for the proxy's "
        "address and enter it in Settings",
    ),
    "proxy.wants_password": QT_TRANSLATE_NOOP(
        "doctor",
        "the proxy wants a password; ask that {about} be let through without one, or set HTTPS_PROXY with name "
        "and password for InPost Desk (signing in as Windows does, NTLM or Negotiate, is not possible)",
    ),
    "proxy.refuses": QT_TRANSLATE_NOOP(
        "doctor",
        "the proxy does not let {about} through; ask whoever runs the network to allow this address",
    ),
    "proxy.refused": QT_TRANSLATE_NOOP(
        "doctor",
        "nothing answers at the proxy's address; check host and port, or ask for the right ones",
    ),
    "proxy.no_answer": QT_TRANSLATE_NOOP(
        "doctor", "the proxy does not answer; check host and port, or ask for the right ones"
    ),
    "proxy.name_not_found": QT_TRANSLATE_NOOP(
        "doctor",
        "the name of the proxy is not known in this network; check it, or ask for the right one",
    ),
    "proxy.no_network": QT_TRANSLATE_NOOP(
        "doctor", "this computer has no connection to the proxy; check the cable or the Wi-Fi"
    ),
    "tls": QT_TRANSLATE_NOOP(
        "doctor",
        "no safe connection could be made; something in this network stands in between: ask whoever runs it",
    ),
    "tls.not_trusted": QT_TRANSLATE_NOOP(
        "doctor",
        "this computer does not trust that certificate, so nothing is sent. If the company reads encrypted "
        "traffic, ask for its certificate to be added to the system's; else leave this network",
    ),
    "tls.expired": QT_TRANSLATE_NOOP(
        "doctor",
        "the certificate has expired: check date and time of this computer first, then ask whoever runs the "
        "network",
    ),
    "tls.not_yet_valid": QT_TRANSLATE_NOOP(
        "doctor", "the certificate is not valid yet: set date and time of this computer right"
    ),
    "tls.wrong_name": QT_TRANSLATE_NOOP(
        "doctor",
        "the certificate is another computer's, not that of {about}: perhaps a page to sign in to this network; "
        "open any page in the browser, or ask whoever runs the network",
    ),
    "clock": QT_TRANSLATE_NOOP(
        "doctor",
        "set date and time of this computer right, best by itself: offers and orders run out by InPost's clock",
    ),
    "inpost": QT_TRANSLATE_NOOP(
        "doctor",
        "what answers there is not InPost: perhaps a page to sign in to this network; open any page in the "
        "browser, and check --api-url",
    ),
    "inpost.down": QT_TRANSLATE_NOOP(
        "doctor",
        "InPost itself is out of order (HTTP {detail}): wait; nothing is lost, and nothing is bought twice",
    ),
    "inpost.no_answer": QT_TRANSLATE_NOOP(
        "doctor", "the line is there, but InPost does not answer: wait a little and try again"
    ),
    "inpost.blocked": QT_TRANSLATE_NOOP(
        "doctor",
        "a firewall or proxy refuses the call (HTTP {detail}); the token may be right: ask whoever runs the "
        "network",
    ),
    "inpost.too_fast": QT_TRANSLATE_NOOP(
        "doctor", "InPost asks for a pause of {detail} seconds: wait"
    ),
    "token": QT_TRANSLATE_NOOP(
        "doctor",
        "InPost does not know this token: copy it again from Manager Paczek (My account, API) and run "
        "“inpost-desk account add”",
    ),
    "token.token_missing": QT_TRANSLATE_NOOP(
        "doctor",
        "there is no token for this account: run “inpost-desk account add”, or set INPOST_DESK_TOKEN",
    ),
    "environment": QT_TRANSLATE_NOOP(
        "doctor",
        "the token belongs to the other environment: sandbox tokens work in the sandbox only, production "
        "tokens in production only",
    ),
    "organization": QT_TRANSLATE_NOOP(
        "doctor",
        "the token is right, but has no right to this organisation: check its number, and the rights of the "
        "token in Manager Paczek",
    ),
    "organization.other_organization": QT_TRANSLATE_NOOP(
        "doctor",
        "the token belongs to organisation {detail}: take that number, or the other token",
    ),
    "organization.not_visible": QT_TRANSLATE_NOOP(
        "doctor",
        "InPost does not show this organisation to the token: check its number in Manager Paczek (My account, "
        "API), next to the token",
    ),
}

NOTES: Final[dict[str, str]] = {
    "printer.none": QT_TRANSLATE_NOOP(
        "doctor", "none is set up yet; “inpost-desk printers list --found” shows what there is"
    ),
    "proxy.none": QT_TRANSLATE_NOOP("doctor", "none"),
    "proxy.script": QT_TRANSLATE_NOOP(
        "doctor", "the system names a script (PAC), which is not needed: the direct way is open"
    ),
    "proxy.settings": QT_TRANSLATE_NOOP("doctor", "from the settings of InPost Desk"),
    "proxy.environment": QT_TRANSLATE_NOOP("doctor", "from the environment (HTTPS_PROXY)"),
    "proxy.system": QT_TRANSLATE_NOOP("doctor", "from the system's settings"),
    "tls.inspected": QT_TRANSLATE_NOOP(
        "doctor",
        "trusted by this computer only: somebody between here and InPost, as a company's security software, "
        "reads along",
    ),
}
