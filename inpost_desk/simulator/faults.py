"""Planned faults: which requests go wrong, and how.

A plan is a JSON object, given with `--faults F` or sent to `POST /_control/faults` (which replaces it)::

    {"seed": 1,
     "rules": [
       {"do": "cut", "act": true, "method": "POST", "path": "/v1/organizations/*/batches", "nth": [1]},
       {"do": "too_many", "retry_after": 2, "every": 5},
       {"do": "error", "status": 503, "probability": 0.1, "times": 3},
       {"do": "outage"}],
     "list_lag": 5.0, "seconds_per_row": 1.0, "return_keys": false, "key_filter": false,
     "refuse_payment": "debt_collection", "cancel_race": true, "cancel_selected": true, "fail_at_once": true,
     "offer_life": 300, "confirm_after": 1.1, "pickup_after": 2, "reject_pickups": "address_not_served",
     "courier_comes": false}

The members beside `seed` and `rules` are those of `behaviour.Behaviour`; what is missing stays as it is.

`do` of a rule is one of

* `cut`: the connection is closed without an answer; `hang`: no answer until the client gives up or `seconds`
  are over; `truncate`: half an answer, then cut;
* `error`: JSON error with `status` (500; `error`, `details` may be given); `empty`: that status, no body;
* `too_many`: 429 as plain text with `retry_after` (1) seconds; `text_404`: "404 page not found";
  `not_found`: JSON 404 for something that exists; `slow`: the answer comes `seconds` (1) later;
* `page`: a proxy's HTML page with `status` 200; `redirect`: a portal's 302 to its own page;
* `outage`: every connection is closed at once (a `cut` that matches everything).

`act` says whether the request is carried out first; default false, but true for `slow` and `truncate`, which
make no sense otherwise. A rule matches by `method` (any) and `path` (a pattern with `*`; any), and then fires
on its `nth` matching request (a number or a list, from 1), on `every` n-th, with `probability`, or always,
and never more than `times`. The first rule that fires wins. Plans and counts are not part of the saved state.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, fields
from fnmatch import fnmatchcase
from typing import Any

from inpost_desk.simulator.behaviour import Behaviour

KINDS = frozenset(
    {
        "cut",
        "hang",
        "truncate",
        "error",
        "empty",
        "too_many",
        "text_404",
        "not_found",
        "slow",
        "page",
        "redirect",
    }
)


@dataclass(slots=True)
class Rule:
    """One fault. `seen` and `fired` count what matched and what went wrong."""

    do: str
    act: bool = False
    method: str = ""
    path: str = "*"
    nth: tuple[int, ...] = ()
    every: int = 0
    probability: float = 1.0
    times: int = 0
    status: int = 500
    error: str = "internal_server_error"
    details: Any = field(default_factory=dict)
    retry_after: int = 1
    seconds: float = 0.0
    seen: int = 0
    fired: int = 0

    def fires(self, method: str, path: str, dice: random.Random) -> bool:
        """Counts the request if it matches, and says whether it goes wrong."""
        if self.method not in ("", method) or not fnmatchcase(path, self.path):
            return False
        self.seen += 1
        if self.times and self.fired >= self.times:
            return False
        if self.nth:
            hit = self.seen in self.nth
        elif self.every:
            hit = self.seen % self.every == 0
        else:
            hit = self.probability >= 1 or dice.random() < self.probability
        self.fired += hit
        return hit


class Faults:
    """The plan in force and the behaviour it sets. `usual` is what a new plan starts from."""

    def __init__(self, plan: dict[str, Any], usual: Behaviour) -> None:
        """Raises ValueError with what is wrong in the plan."""
        if not isinstance(plan, dict):
            raise ValueError("a plan must be a JSON object")  # noqa: TRY004 - a mistake in a file
        others = set(plan) - {"seed", "rules"}
        self.behaviour = usual.changed({name: plan[name] for name in others})
        rules = plan.get("rules", [])
        if not isinstance(rules, list) or not all(isinstance(one, dict) for one in rules):
            raise ValueError("rules must be a list of objects")
        self.rules = [_rule(one) for one in rules]
        self._dice = random.Random(plan.get("seed", 0))  # noqa: S311 - which request goes wrong

    def fault(self, method: str, path: str) -> Rule | None:
        """The rule that fires for this request. Every rule that matches counts it."""
        fired = [rule for rule in self.rules if rule.fires(method, path, self._dice)]
        return fired[0] if fired else None


def _rule(given: dict[str, Any]) -> Rule:
    wanted = dict(given)
    if wanted.get("do") == "outage":
        wanted["do"] = "cut"
    if wanted.get("do") not in KINDS:
        raise ValueError(f"unknown fault: {given.get('do')}")
    known = {one.name for one in fields(Rule)} - {"seen", "fired"}
    if set(wanted) - known:
        raise ValueError(f"unknown members of a rule: {', '.join(sorted(set(wanted) - known))}")
    nth = wanted.get("nth", ())
    wanted["nth"] = tuple(nth) if isinstance(nth, list) else ((nth,) if nth else ())
    if wanted["do"] in ("slow", "truncate"):
        wanted.setdefault("act", True)
    if wanted["do"] == "page":
        wanted.setdefault("status", 200)
    if wanted["do"] in ("slow", "hang"):
        wanted.setdefault("seconds", 1.0 if wanted["do"] == "slow" else 3600.0)
    return Rule(**wanted)
