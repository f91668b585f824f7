"""What a token opens: which organisations answer, and in which of InPost's environments.

Asks InPost (reads only) without a ledger and without an account; what is done with the answer is the
window's business. Blocks: call it on a lane. A token never goes into a log or an error.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Final

from inpost_desk.actions.account import find_organizations
from inpost_desk.domain.shipment import Organization, OrganizationId
from inpost_desk.errors import NotAllowed, Trouble
from inpost_desk.settings import API_URLS, Account, Environment, checked_api_url
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.environments import checked_token
from inpost_desk.shipx.transport import Transport

# A person waits: one repetition after a short pause, no more.
LONGEST_PAUSE: Final = 1.0
OTHER: Final[dict[str, Environment]] = {
    Environment.PRODUCTION: Environment.SANDBOX,
    Environment.SANDBOX: Environment.PRODUCTION,
}


@dataclass(frozen=True, slots=True)
class Probe:
    """`environment` is where the token works: not always where it was tried first."""

    environment: str
    organizations: tuple[Organization, ...]
    token: str = field(repr=False)
    """The token as it goes into the keyring: without what was pasted around it."""

    def account_of(self, organization: Organization) -> Account:
        """The account to be added for one of the organisations."""
        return Account(self.environment, organization.id, organization.name)


def account_probe(token: str, environment: str, *, proxy: str = "") -> Probe:
    """Ask InPost which organisations a token may act for.

    `environment` is an `Environment` or an API address, `proxy` as the settings keep it. A token that InPost
    does not know there is tried in the other environment. Raises `NotAllowed`, `Offline`, `NoAnswer`,
    `TooFast`, `Refused`, and `FileTrouble` for an address that no token may be sent to.
    """
    clean = checked_token(token)
    if not clean:
        raise NotAllowed(status=0, rule="token_missing")
    try:
        return Probe(environment, _organizations(clean, environment, proxy), clean)
    except NotAllowed as refusal:
        other = OTHER.get(environment)
        unknown = refusal.status == 401 or refusal.rule == "other_environment"
        if other is None or not unknown:
            raise
        try:
            return Probe(other, _organizations(clean, other, proxy), clean)
        except Trouble:
            # What the environment said that the user meant is worth more.
            raise refusal from None


def _organizations(token: str, environment: str, proxy: str) -> tuple[Organization, ...]:
    ours = environment in set(API_URLS)
    address = API_URLS[Environment(environment)] if ours else checked_api_url(environment)
    transport = Transport(address, token, wait=_pause, proxy=proxy)
    try:
        # The list is the token's own: no organisation is asked for.
        return find_organizations(Client(transport, OrganizationId(0)))
    finally:
        transport.close()


def _pause(seconds: float) -> bool:
    """Sleep between two attempts; True gives up."""
    if seconds > LONGEST_PAUSE:
        return True
    time.sleep(seconds)
    return False
