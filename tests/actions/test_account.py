"""Whose account a token opens."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from inpost_desk.actions.account import MOST_PAGES, check_account, find_organizations
from inpost_desk.domain.shipment import Organization, OrganizationId
from inpost_desk.errors import NotAllowed


@dataclass
class Answering:
    organization: OrganizationId
    answer: Organization

    def account(self) -> Organization:
        return self.answer


def test_the_organization_that_was_asked_for_answers() -> None:
    answer = Organization(OrganizationId(4711), "Sklep", frozenset({"inpost_locker_standard"}))

    check = check_account(Answering(OrganizationId(4711), answer))

    assert check.organization == answer


def test_somebody_else_s_token_is_refused() -> None:
    answer = Organization(OrganizationId(4712), "Inny")

    with pytest.raises(NotAllowed) as caught:
        check_account(Answering(OrganizationId(4711), answer))

    assert (caught.value.status, caught.value.rule) == (403, "other_organization")
    assert caught.value.detail == "4712"


@dataclass
class Listing:
    """Pages of two organisations each; `count` is what every page says."""

    ids: list[int]
    count: int
    asked: int = 0

    def organizations(self, *, page: int = 1) -> OnePage:
        self.asked += 1
        ids = self.ids[(page - 1) * 2 : page * 2]
        return OnePage([Organization(OrganizationId(one)) for one in ids], self.count)


@dataclass
class OnePage:
    items: list[Organization]
    count: int


def test_all_pages_of_organizations_are_read() -> None:
    listing = Listing([5, 6, 7], count=3)

    assert [one.id for one in find_organizations(listing)] == [5, 6, 7]
    assert listing.asked == 2
    assert find_organizations(Listing([], count=0)) == ()


def test_a_list_that_never_ends_is_left() -> None:
    listing = Listing([5, 6] * 100, count=200)

    assert [one.id for one in find_organizations(listing)] == [5, 6]
    assert listing.asked == MOST_PAGES
