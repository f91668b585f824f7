"""`inpost-desk notifications`: receive InPost's notifications, or show the address they are to go to."""

from __future__ import annotations

import argparse
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from inpost_desk import settings
from inpost_desk.actions.listening import Listener
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.session import folder_of, opened
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.cli.stopping import stopping
from inpost_desk.domain.notified import ListenRules
from inpost_desk.domain.notified_address import new_secret, whole_address
from inpost_desk.domain.tracking import Notification
from inpost_desk.errors import Trouble
from inpost_desk.session import Session
from inpost_desk.settings import Settings
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

OK, USAGE = 0, 2
# Seconds between two looks at what was hinted at.
_BEAT: Final = 0.5


def run(arguments: argparse.Namespace) -> int:
    """Listen until Ctrl-C, or say the address."""
    if not (arguments.listen or arguments.address):
        complain(translate("cli", "Say “--listen” or “--address”: one of these."))
        return USAGE
    known = _with_secret(arguments)
    rules = _rules(arguments, known.notifications)
    if arguments.address:
        return _say_address(rules, as_json=arguments.json)
    stop = Stop()
    with opened(arguments) as session, stopping(stop):
        _listen(session, rules, stop, as_json=arguments.json)
    return OK


def _with_secret(arguments: argparse.Namespace) -> Settings:
    """The settings; the secret is made once and kept, so that the address stays."""
    folder = folder_of(arguments)
    known = settings.load(folder).settings
    if known.notifications.secret or arguments.secret:
        return known
    kept = replace(known.notifications, secret=new_secret())
    return settings.change(folder, notifications=kept)


def _rules(arguments: argparse.Namespace, kept: ListenRules) -> ListenRules:
    given = {"port": arguments.port, "host": arguments.host, "secret": arguments.secret}
    rules = replace(kept, **{name: value for name, value in given.items() if value})
    if arguments.any_sender:
        rules = replace(rules, only_inpost=False)
    if arguments.trusted_proxy:
        rules = replace(rules, trusted_proxies=tuple(arguments.trusted_proxy))
    return rules


def _say_address(rules: ListenRules, *, as_json: bool) -> int:
    address = whole_address(rules)
    if as_json:
        say_json({"address": address, "path": f"/{rules.secret}", "port": rules.port})
    elif address:
        say(address)
        complain(translate("cli", "Enter it in Manager Paczek: My account, API, notifications."))
    else:
        say(f"/{rules.secret}")
        words = translate(
            "cli",
            "That is the path. In front of it goes the public address of this machine "
            "(https://host), which leads to its port {port}; InPost cannot reach any other.",
        )
        complain(words.format(port=rules.port))
    return OK


def _listen(session: Session, rules: ListenRules, stop: Stop, *, as_json: bool) -> None:
    def heard(notification: Notification) -> None:
        if as_json:
            say_json({"event": notification.event, "shipment_id": notification.shipment})

    def began() -> None:
        if not as_json:
            words = translate("cli", "Listening at port {port}. Ctrl-C ends it.")
            say(words.format(port=rules.port))

    listener = Listener(session.ledger, session.client, rules, heard=heard, began=began)
    with _beside(listener, stop) as failed:
        while not stop.wait(_BEAT):
            _look(listener, as_json=as_json)
    if failed:
        raise failed[0]


@contextmanager
def _beside(listener: Listener, stop: Stop) -> Iterator[list[Trouble]]:
    """It listens in a thread of its own; if it cannot, the work ends and the list says why."""
    failed: list[Trouble] = []

    def work() -> None:
        try:
            listener.listen()
        except Trouble as trouble:
            failed.append(trouble)
        finally:
            stop.event.set()

    thread = threading.Thread(target=work, name="notifications")
    thread.start()
    try:
        yield failed
    finally:
        listener.stop()
        thread.join()


def _look(listener: Listener, *, as_json: bool) -> None:
    try:
        count = listener.work()
    except Trouble as trouble:
        # It is looked at again later.
        complain(trouble_words(trouble))
        return
    if count and not as_json:
        say(translate("cli", "Read again: {count}").format(count=count))
