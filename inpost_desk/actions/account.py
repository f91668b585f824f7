"""Whose account a token opens: asked of InPost before anything else is done in its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from inpost_desk.domain.shipment import Organization, OrganizationId
from inpost_desk.errors import NotAllowed

# Nobody acts for more; an answer that never ends must.
MOST_PAGES: Final = 10


class AccountClient(Protocol):
    """What this needs of `shipx.client.Client`."""

    @property
    def organization(self) -> OrganizationId:
        """The organisation the caller asked for."""

    def account(self) -> Organization:
        """The organisation as InPost describes it."""


@dataclass(frozen=True, slots=True)
class AccountCheck:
    """The account that answered; without services where InPost did not say what it allows."""

    organization: Organization


def check_account(client: AccountClient) -> AccountCheck:
    """Asks InPost once.

    Raises `NotAllowed` with the rule `other_organization` (and the id that answered as its detail) where the
    token belongs to somebody else, and whatever `client.account` raises.
    """
    answered = client.account()
    if answered.id != client.organization:
        raise NotAllowed(str(answered.id), status=403, rule="other_organization")
    return AccountCheck(answered)


class OrganizationPage(Protocol):
    """A page of a collection, as `shipx.client.Page` is one."""

    @property
    def items(self) -> Sequence[Organization]:
        """What stands on the page."""

    @property
    def count(self) -> int:
        """How many there are on all pages."""


class OrganizationsClient(Protocol):
    """What `find_organizations` needs of `shipx.client.Client`."""

    def organizations(self, *, page: int = 1) -> OrganizationPage:
        """A page of the organisations that the token may act for."""


def find_organizations(client: OrganizationsClient) -> tuple[Organization, ...]:
    """Every organisation the token may act for; none where the account's data is incomplete."""
    found: dict[OrganizationId, Organization] = {}
    for number in range(1, MOST_PAGES + 1):
        page = client.organizations(page=number)
        found |= {one.id: one for one in page.items}
        if not page.items or len(found) >= page.count:
            break
    return tuple(found.values())
