"""Whose account a token opens: asked of InPost before anything else is done in its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from inpost_desk.domain.shipment import Organization, OrganizationId
from inpost_desk.errors import NotAllowed


class AccountClient(Protocol):
    """What this needs of `shipx.client.Client`."""

    @property
    def organization(self) -> OrganizationId:
        """The organisation the caller asked for."""

    def account(self) -> Organization:
        """The organisation as InPost describes it."""


@dataclass(frozen=True, slots=True)
class AccountCheck:
    """The account that answered. `contract_known` is False where InPost did not say what it allows."""

    organization: Organization

    @property
    def contract_known(self) -> bool:
        return bool(self.organization.services)


def check_account(client: AccountClient) -> AccountCheck:
    """Asks InPost once.

    Raises `NotAllowed` with the rule `other_organization` (and the id that answered as its detail) where the
    token belongs to somebody else, and whatever `client.account` raises.
    """
    answered = client.account()
    if answered.id != client.organization:
        raise NotAllowed(str(answered.id), status=403, rule="other_organization")
    return AccountCheck(answered)
