"""Whose account a token opens."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from inpost_desk.actions.account import check_account
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
    assert check.contract_known


def test_an_account_without_services_has_an_unknown_contract() -> None:
    answer = Organization(OrganizationId(4711))

    assert not check_account(Answering(OrganizationId(4711), answer)).contract_known


def test_somebody_else_s_token_is_refused() -> None:
    answer = Organization(OrganizationId(4712), "Inny")

    with pytest.raises(NotAllowed) as caught:
        check_account(Answering(OrganizationId(4711), answer))

    assert (caught.value.status, caught.value.rule) == (403, "other_organization")
    assert caught.value.detail == "4712"
