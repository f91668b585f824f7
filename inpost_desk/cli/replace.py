"""`inpost-desk replace REFERENCE …`: Wymień. Another shipment is bought in the place of one that is paid.

InPost changes nothing in a paid shipment, so this costs money: it is asked about, or `--yes` says so.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from inpost_desk.actions import replace as replacing
from inpost_desk.actions import ship
from inpost_desk.actions.asking import new_from
from inpost_desk.actions.replace import Replaced
from inpost_desk.actions.send import Terms
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.meant import bought_one, put_label, with_label
from inpost_desk.cli.outputs import make_sure_of_place
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.ship import exit_code
from inpost_desk.cli.show import ask, complain, progress_bar, say, say_json
from inpost_desk.cli.stopping import stopping
from inpost_desk.cli.terms import terms_of
from inpost_desk.cli.wishes import (
    asked_changes,
    can_be_sent,
    changed,
    nothing_asked,
)
from inpost_desk.domain.draft import Draft, from_json
from inpost_desk.domain.draft_from import draft_of
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ledger import changes, journal
from inpost_desk.ledger.changes import Ours
from inpost_desk.ledger.report import RowStanding
from inpost_desk.wording import sentences
from inpost_desk.wording.offer_rules import money_back_words
from inpost_desk.wording.speech import translate

OK, FAILED, USAGE = 0, 1, 2
YES, NO = "yes", "no"


def run(arguments: argparse.Namespace) -> int:
    """Buy the replacement; started again it goes on, and a replacement that is bought is not bought again."""
    if arguments.output:
        make_sure_of_place(Path(arguments.output))
    with opened(arguments) as session:
        row = bought_one(session, arguments.reference)
        ours = changes.find(session.ledger, row.local_id or 0) if row else None
        if row is None or ours is None or ours.shipx_id is None:
            return FAILED
        terms = terms_of(arguments, session, session.settings.sending_method or "")
        return _Replacement(arguments, session, row, ours, ours.shipx_id, terms).done()


@dataclass(slots=True)
class _Replacement:
    """One order's replacement."""

    arguments: argparse.Namespace
    session: Session
    row: RowStanding
    ours: Ours
    shipx_id: ShipmentId
    terms: Terms

    def done(self) -> int:
        """Find out what is wanted, ask, buy, and say what came of it."""
        asked, begun = asked_changes(self.arguments), self._begun()
        if not asked and begun is None:
            complain(nothing_asked(self.ours.reference))
            return USAGE
        before = draft_of(self.ours.wish, self.session.client.shipment(self.shipx_id))
        contract, choices = self.terms.contract, self.terms.choices
        draft = changed(before, asked, contract, choices) if asked else begun or before
        if not can_be_sent(self.session, draft, contract, choices):
            return USAGE
        if self._is_same(before, draft):
            return self._nothing_to_do()
        if begun is not None and not self._is_same(begun, draft):
            return self._another_begun()
        return self._buy(draft) if self._agreed() else self._left()

    def _begun(self) -> Draft | None:
        """A replacement that went to InPost already, or may have, and is not paid for."""
        number, ledger = self.ours.replaced_by, self.session.ledger
        other = changes.find(ledger, number) if number is not None else None
        if number is None or other is None or not other.wish:
            return None
        asked = {one.shipment_id for one in journal.open_steps(ledger)}
        if other.shipx_id is None and number not in asked:
            return None
        return from_json(other.wish.encode())

    def _is_same(self, one: Draft, other: Draft) -> bool:
        """Whether InPost would be asked for the very same."""
        reference, choices = self.ours.reference, self.terms.choices
        first, second = (
            new_from(draft, key="", reference=reference, choices=choices) for draft in (one, other)
        )
        return first is not None and first == second

    def _nothing_to_do(self) -> int:
        reference = self.ours.reference
        number, run_id = self.ours.shipment_id, self.ours.run_id or 0
        row = with_label(self.session, reference, number, run_id) or self.row
        put_label(self.session, row, self.arguments.output)
        if self.arguments.json:
            say_json(self._facts(row, "unchanged"))
        else:
            words = translate(
                "cli", "{reference}: the shipment is like that already, so nothing was bought."
            )
            say(words.format(reference=reference))
        return OK

    def _another_begun(self) -> int:
        words = translate(
            "cli",
            "{reference}: another replacement was begun and is not paid yet. Correct that one with “inpost-desk "
            "order update {reference} …”, then start “inpost-desk replace {reference}” again.",
        )
        complain(words.format(reference=self.ours.reference))
        return FAILED

    def _agreed(self) -> bool | None:
        """Whether a person, or `--yes`, agrees to pay; None where nobody could be asked."""
        if self.arguments.yes:
            return True
        question = translate(
            "cli",
            "{reference}: parcel {number} stays paid, and another one is bought in its place. Go on?",
        ).format(reference=self.ours.reference, number=self.row.tracking_number)
        answer = ask(question, [YES, NO])
        if answer is None:
            complain(translate("cli", "This costs money. Add “--yes” where nobody can be asked."))
            return None
        return answer == YES

    def _left(self) -> int:
        complain(translate("cli", "Nothing was bought."))
        return USAGE

    def _buy(self, draft: Draft) -> int:
        ledger, client, number = self.session.ledger, self.session.client, self.ours.shipment_id
        # Always the same name, so that the command started again goes on with the same shipment.
        name = f"replace-{number}"
        run_id = replacing.enter_replacement(
            ledger, client, number, draft, self.terms, draft_id=name
        )
        if run_id is None:
            words = translate(
                "cli",
                "{reference}: it was replaced before; “inpost-desk status {reference}” shows by what.",
            )
            complain(words.format(reference=self.ours.reference))
            return FAILED
        stop = Stop()
        with progress_bar() as show, stopping(stop):
            finished = ship.work(ledger, client, run_id, terms=self.terms, show=show, stop=stop)
            if finished.trouble is not None:
                complain(sentences.trouble_words(finished.trouble))
                return exit_code(finished)
            replaced = replacing.end_old(
                ledger, client, number, run_id, terms=self.terms, stop=stop
            )
        self._tell(replaced)
        return exit_code(finished)

    def _tell(self, replaced: Replaced) -> None:
        new = replaced.new
        there = put_label(self.session, new, self.arguments.output)
        if self.arguments.json:
            facts = self._facts(new, new.outcome.value)
            say_json(facts | {"replaces": self.row.shipment_id, "old": replaced.old})
        elif replaced.old:
            words = translate(
                "cli", "{reference}: parcel {new} was bought in the place of {old}. {money}"
            )
            said = words.format(
                reference=self.ours.reference,
                new=new.tracking_number,
                old=self.row.tracking_number,
                money=money_back_words(replaced.old),
            )
            say(said)
            if there and self.arguments.output:
                say(translate("cli", "Labels: {path}").format(path=self.arguments.output))
        if not replaced.old:
            words = translate(
                "cli",
                "{reference}: the new shipment is not bought: {why} The old one is still good. Start the same "
                "command again to go on.",
            )
            why = sentences.rule_words(new.rule, field=new.field, value=new.value)
            complain(words.format(reference=self.ours.reference, why=why))

    def _facts(self, row: RowStanding, outcome: str) -> dict[str, object]:
        return {
            "reference": self.ours.reference,
            "outcome": outcome,
            "shipment_id": row.shipment_id,
            "tracking_number": row.tracking_number,
            "service": row.service,
            "price": row.price,
            "field": row.field,
            "rule": row.rule,
            "label": row.label,
        }
