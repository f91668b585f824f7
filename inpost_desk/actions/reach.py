"""Whether InPost can be reached from here, and if not, whose doing that is.

Only reads: the line is followed step by step, then InPost is asked what it tells everybody, and with a token
whose organisation it opens. Facts, no sentences; a token goes to the address it is for and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from inpost_desk.actions.account import check_account
from inpost_desk.actions.doctor import Finding
from inpost_desk.clock import steady_now
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.errors import NoAnswer, NotAllowed, NotFound, Offline, TooFast, Trouble
from inpost_desk.shipx.answers import GATEWAY_404, values_of
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.line import Leg, Line, look
from inpost_desk.shipx.transport import Transport

# InPost names it to everybody (API §1.2).
PUBLIC: Final = "/v1/statuses"
SECONDS: Final = 10.0
LONGEST_DIFFERENCE: Final = 120
"""Seconds between this clock and InPost's that do no harm."""
NETWORK: Final = frozenset({"network", "proxy", "tls", "inpost"})
"""The names of findings about the way to InPost."""
ACCOUNT: Final = frozenset({"token", "environment", "organization"})
"""The names of findings about what InPost thinks of the token."""
_STATUS: Final = "status_"


def reach(
    address: str,
    *,
    token: str = "",
    proxy: str = "",
    organization: int = 0,
    clock: Callable[[], datetime] = steady_now,
) -> tuple[Finding, ...]:
    """Looks at an API address; without an `organization` no token is asked for or sent.

    `proxy` is as the settings keep it, `clock` this machine's time in UTC. Takes a second, or up to half a
    minute where nobody answers. Raises `NotAllowed` for an address that no token may be sent to.
    """
    about_account = partial(_of_token, address, token, proxy, OrganizationId(organization))
    return _followed(address, proxy, clock, about_account if organization else None)


def reach_of(
    client: Client, *, may_ask: bool, proxy: str, clock: Callable[[], datetime] = steady_now
) -> tuple[Finding, ...]:
    """As `reach`, for an account that is open; without `may_ask` there is no token. Takes as long."""
    about = str(client.organization)
    missing = Finding("token", ok=False, rule="token_missing", about=about)

    def about_account() -> Iterator[Finding]:
        return _of_account(client, client.address) if may_ask else iter([missing])

    return _followed(client.address, proxy, clock, about_account)


def _followed(
    address: str,
    proxy: str,
    clock: Callable[[], datetime],
    about_account: Callable[[], Iterator[Finding]] | None,
) -> tuple[Finding, ...]:
    host = urlsplit(address).hostname or ""
    # The address is judged before anybody is asked.
    Transport(address).close()
    line = look(address, proxy)
    found = list(_of_line(line, host))
    if line.broken is not None:
        return tuple(found)
    transport = Transport(address, proxy=proxy, wait=_give_up, clock=clock)
    try:
        answered = _public(transport, host)
        found += [answered, *_clock(transport, clock, host)]
    finally:
        transport.close()
    if answered.ok and about_account is not None:
        found += about_account()
    return tuple(found)


def _of_line(line: Line, host: str) -> Iterator[Finding]:
    way = line.proxy
    if not way.address:
        broken = line.broken is Leg.NETWORK
        yield Finding("network", not broken, rule=line.rule if broken else "", about=host)
        # A script that chooses the proxy does no harm where the direct way is open.
        rule = "script" if way.script else "none"
        yield Finding("proxy", not (way.script and broken), way.script, rule, host)
    elif line.broken is Leg.PROXY:
        fact = " ".join(filter(None, (way.shown, line.detail)))
        yield Finding("proxy", ok=False, fact=fact, rule=line.rule, about=host)
    else:
        yield Finding("proxy", ok=True, fact=way.shown, rule=way.source.value, about=host)
    if line.broken is Leg.TLS:
        yield Finding("tls", ok=False, fact=line.issuer, rule=line.rule, about=host)
    elif line.issuer and line.broken is None:
        rule = "" if line.public else "inspected"
        yield Finding("tls", ok=True, fact=line.issuer, rule=rule, about=host)


def _public(transport: Transport, host: str) -> Finding:
    try:
        transport.read_as(PUBLIC, values_of, timeout=SECONDS, signed=False)
    except Trouble as trouble:
        return _of_trouble(trouble, host)
    return Finding("inpost", ok=True, about=host)


def _clock(transport: Transport, clock: Callable[[], datetime], host: str) -> Iterator[Finding]:
    """How many seconds this machine is ahead of InPost; nothing where InPost did not say."""
    if transport.clock_known:
        ahead = round((clock() - transport.now()).total_seconds())
        yield Finding("clock", abs(ahead) <= LONGEST_DIFFERENCE, str(ahead), about=host)


def _of_token(
    address: str, token: str, proxy: str, organization: OrganizationId
) -> Iterator[Finding]:
    about = str(organization)
    if not token.strip():
        yield Finding("token", ok=False, rule="token_missing", about=about)
        return
    try:
        transport = Transport(address, token, proxy=proxy, wait=_give_up)
    except NotAllowed as trouble:
        yield Finding("token", ok=False, rule=trouble.rule, about=about)
        return
    try:
        yield from _of_account(Client(transport, organization), address)
    finally:
        transport.close()


def _of_account(client: Client, address: str) -> Iterator[Finding]:
    about = str(client.organization)
    try:
        check_account(client)
    except NotAllowed as trouble:
        yield _of_refusal(trouble, about)
    except NotFound as trouble:
        if trouble.error == GATEWAY_404:
            yield _of_trouble(trouble, urlsplit(address).hostname or "")
        else:
            yield Finding("organization", ok=False, rule="not_visible", about=about)
    except Trouble as trouble:
        yield _of_trouble(trouble, urlsplit(address).hostname or "")
    else:
        yield Finding("token", ok=True, about=about)
        yield Finding("organization", ok=True, about=about)


def _of_refusal(trouble: NotAllowed, about: str) -> Finding:
    match trouble.rule:
        case "other_environment":
            return Finding("environment", ok=False, rule=trouble.rule, about=about)
        case "blocked":
            return Finding(
                "inpost", ok=False, fact=str(trouble.status), rule="blocked", about=about
            )
        case "other_organization":
            return Finding(
                "organization", ok=False, fact=trouble.detail, rule=trouble.rule, about=about
            )
        case _ if trouble.status == 403:
            return Finding("organization", ok=False, rule="access_forbidden", about=about)
        case _:
            return Finding("token", ok=False, rule="token_invalid", about=about)


def _of_trouble(trouble: Trouble, host: str) -> Finding:
    """Why InPost's own answer is missing though the line is whole."""
    rule, fact = "not_inpost", ""
    match trouble:
        case NotAllowed():
            rule, fact = "blocked", str(trouble.status)
        case NoAnswer() if trouble.detail.startswith(_STATUS):
            rule, fact = "down", trouble.detail.removeprefix(_STATUS)
        case Offline() | NoAnswer() if trouble.detail not in ("redirected", "unreadable"):
            rule = "no_answer"
        case TooFast():
            rule, fact = "too_fast", f"{trouble.wait:.0f}"
    return Finding("inpost", ok=False, fact=fact, rule=rule, about=host)


def _give_up(_seconds: float) -> bool:
    """Somebody waits for the answer: nothing is asked twice."""
    return True
