"""What the station says of each rule in English: the fact and what to do. `station` speaks them.

A key is `state.rule`; what comes under both PRINTED and SENT is written once, under printed.
"""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP

RULES: Final[dict[str, tuple[str, str]]] = {
    "ready.": (
        QT_TRANSLATE_NOOP("station", "Scan an order"),
        QT_TRANSLATE_NOOP("station", "or a label, to see whose it is"),
    ),
    "ready.badge": (
        QT_TRANSLATE_NOOP("station", "Scan your badge"),
        QT_TRANSLATE_NOOP("station", "Nobody is signed on here yet."),
    ),
    "ready.armed": (
        QT_TRANSLATE_NOOP("station", "Scan the order this is for"),
        QT_TRANSLATE_NOOP("station", "it counts for one order; Esc takes it back"),
    ),
    "busy.looking": (
        QT_TRANSLATE_NOOP("station", "Looking for the order"),
        QT_TRANSLATE_NOOP("station", "Go on scanning: nothing is lost."),
    ),
    "busy.buying": (
        QT_TRANSLATE_NOOP("station", "Buying at InPost"),
        QT_TRANSLATE_NOOP("station", "The label prints as soon as it is there."),
    ),
    "printing.": (
        QT_TRANSLATE_NOOP("station", "The label is on its way to the printer"),
        QT_TRANSLATE_NOOP("station", "Wait for it."),
    ),
    "printed.": (
        QT_TRANSLATE_NOOP("station", "Stick it on and put the parcel aside"),
        QT_TRANSLATE_NOOP("station", "Then scan the next order."),
    ),
    "printed.reprinted": (
        QT_TRANSLATE_NOOP("station", "The same label once more"),
        QT_TRANSLATE_NOOP("station", "Tear up the old one, so that it is not stuck on anything."),
    ),
    "printed.another": (
        QT_TRANSLATE_NOOP("station", "One more parcel for the same person"),
        QT_TRANSLATE_NOOP("station", "Stick it on the next parcel of this order."),
    ),
    "printed.elsewhere": (
        QT_TRANSLATE_NOOP("station", "It comes out of {printer}"),
        QT_TRANSLATE_NOOP(
            "station", "{value} cannot print now. Take it from there and stick it on."
        ),
    ),
    "sent.": (
        QT_TRANSLATE_NOOP("station", "Look whether it came out, stick it on"),
        QT_TRANSLATE_NOOP("station", "Then scan the next order."),
    ),
    "told.unknown": (
        QT_TRANSLATE_NOOP("station", "Nobody here knows this code"),
        QT_TRANSLATE_NOOP("station", "Scan the order’s own code, or import the file it is in."),
    ),
    "told.product": (
        QT_TRANSLATE_NOOP("station", "This is the code of a product"),
        QT_TRANSLATE_NOOP("station", "Scan the code of the order, not of the goods."),
    ),
    "told.point": (
        QT_TRANSLATE_NOOP("station", "This is the code of a locker or point"),
        QT_TRANSLATE_NOOP("station", "Scan the code of the order."),
    ),
    "told.partial": (
        QT_TRANSLATE_NOOP("station", "Only a part of a code came"),
        QT_TRANSLATE_NOOP("station", "Hold the scanner still and scan it again."),
    ),
    "told.not_ready": (
        QT_TRANSLATE_NOOP("station", "No account is open yet"),
        QT_TRANSLATE_NOOP("station", "Wait a moment, or open one in Settings."),
    ),
    "told.nothing_last": (
        QT_TRANSLATE_NOOP("station", "Nothing was printed yet"),
        QT_TRANSLATE_NOOP("station", "Scan an order first."),
    ),
    "told.no_other_printer": (
        QT_TRANSLATE_NOOP("station", "There is no other printer"),
        QT_TRANSLATE_NOOP("station", "Add one in Settings, under Printers."),
    ),
    "told.printer_changed": (
        QT_TRANSLATE_NOOP("station", "Labels now come out of {value}"),
        QT_TRANSLATE_NOOP("station", "Take them there from the next order on."),
    ),
    "told.signed_on": (
        QT_TRANSLATE_NOOP("station", "Signed on: {value}"),
        QT_TRANSLATE_NOOP("station", "Scan an order."),
    ),
    "told.signed_off": (
        QT_TRANSLATE_NOOP("station", "Signed off"),
        QT_TRANSLATE_NOOP("station", "Scan a badge to work here."),
    ),
    "told.sign_on_first": (
        QT_TRANSLATE_NOOP("station", "Nobody is signed on"),
        QT_TRANSLATE_NOOP("station", "Scan your badge first, then the order."),
    ),
    "told.badge_unknown": (
        QT_TRANSLATE_NOOP("station", "Nobody has this badge"),
        QT_TRANSLATE_NOOP("station", "Scan another one, or add the person in Settings."),
    ),
    "told.mode_checking": (
        QT_TRANSLATE_NOOP("station", "Label check"),
        QT_TRANSLATE_NOOP("station", "Scan an order, then the label on its parcel."),
    ),
    "told.mode_shipping": (
        QT_TRANSLATE_NOOP("station", "Shipping"),
        QT_TRANSLATE_NOOP("station", "Scan an order: its label prints."),
    ),
    "told.nothing_late": (
        QT_TRANSLATE_NOOP("station", "No label is waiting"),
        QT_TRANSLATE_NOOP("station", "Scan an order."),
    ),
    "waiting.offline": (
        QT_TRANSLATE_NOOP("station", "InPost cannot be reached"),
        QT_TRANSLATE_NOOP(
            "station", "Put the parcel aside: its label is offered when InPost answers again."
        ),
    ),
    "waiting.unsure": (
        QT_TRANSLATE_NOOP("station", "InPost’s answer was lost"),
        QT_TRANSLATE_NOOP(
            "station", "Put the parcel aside: it is being found out, nothing is bought twice."
        ),
    ),
    "waiting.slow": (
        QT_TRANSLATE_NOOP("station", "InPost takes long"),
        QT_TRANSLATE_NOOP(
            "station", "Put the parcel aside and scan the next one: the label will be offered."
        ),
    ),
    "waiting.late": (
        QT_TRANSLATE_NOOP("station", "The label came too late to print by itself"),
        QT_TRANSLATE_NOOP("station", "Put the parcel aside. F8 prints what waits."),
    ),
    "waiting.label": (
        QT_TRANSLATE_NOOP("station", "Bought, the label has not come yet"),
        QT_TRANSLATE_NOOP("station", "Put the parcel aside: the label will be offered."),
    ),
    "waiting.paper": (
        QT_TRANSLATE_NOOP("station", "The printer cannot print now"),
        QT_TRANSLATE_NOOP("station", "Look at paper and ribbon, then print what waits with F8."),
    ),
    "ask.size": (
        QT_TRANSLATE_NOOP("station", "Which size?"),
        QT_TRANSLATE_NOOP(
            "station", "Choose by the box on the table. Nothing is bought before that."
        ),
    ),
    "ask.first_paid": (
        QT_TRANSLATE_NOOP("station", "First paid parcel of this account. Buy it?"),
        QT_TRANSLATE_NOOP("station", "From now on a scan buys without asking."),
    ),
    "ask.which": (
        QT_TRANSLATE_NOOP("station", "Which order is it?"),
        QT_TRANSLATE_NOOP("station", "Several orders carry this code."),
    ),
    "already.": (
        QT_TRANSLATE_NOOP("station", "Printed {earlier}"),
        QT_TRANSLATE_NOOP("station", "One label is enough for one parcel."),
    ),
    "already.paired": (
        QT_TRANSLATE_NOOP("station", "Label matched {earlier}"),
        QT_TRANSLATE_NOOP("station", "This parcel is done."),
    ),
    "pair.": (
        QT_TRANSLATE_NOOP("station", "Scan the label of this order"),
        QT_TRANSLATE_NOOP("station", "It was printed beforehand."),
    ),
    "pair.verify": (
        QT_TRANSLATE_NOOP("station", "Scan the label that just came out"),
        QT_TRANSLATE_NOOP("station", "So that it is known to be readable."),
    ),
    "paired.": (
        QT_TRANSLATE_NOOP("station", "The label belongs to this order"),
        QT_TRANSLATE_NOOP("station", "Stick it on and put the parcel aside."),
    ),
    "shown.number": (
        QT_TRANSLATE_NOOP("station", "Whose label this is"),
        QT_TRANSLATE_NOOP("station", "Scan an order to go on."),
    ),
    "deaf.": (
        QT_TRANSLATE_NOOP("station", "Another window has the keyboard"),
        QT_TRANSLATE_NOOP("station", "Click here, then scan again."),
    ),
    "stop.held": (
        QT_TRANSLATE_NOOP("station", "This order is held back"),
        QT_TRANSLATE_NOOP(
            "station", "Put the parcel aside. Somebody decided that it must not go yet."
        ),
    ),
    "stop.wrong_label": (
        QT_TRANSLATE_NOOP("station", "Not the label of this parcel"),
        QT_TRANSLATE_NOOP("station", "Take it off the parcel and put it aside."),
    ),
    "stop.foreign_label": (
        QT_TRANSLATE_NOOP("station", "A label of no order here"),
        QT_TRANSLATE_NOOP("station", "Take it off the parcel, then scan the right one."),
    ),
    "stop.replaced": (
        QT_TRANSLATE_NOOP("station", "This label was replaced"),
        QT_TRANSLATE_NOOP("station", "Tear it up. The new one is the one that counts."),
    ),
    "stop.cancelled_at_inpost": (
        QT_TRANSLATE_NOOP("station", "Cancelled at InPost"),
        QT_TRANSLATE_NOOP("station", "Tear up its label and put the parcel aside."),
    ),
    "stop.unknown_at_inpost": (
        QT_TRANSLATE_NOOP("station", "InPost does not know this shipment"),
        QT_TRANSLATE_NOOP("station", "Put the parcel aside and look it up in Manager Paczek."),
    ),
    "stop.problem": (
        QT_TRANSLATE_NOOP("station", "This order cannot be sent like this"),
        QT_TRANSLATE_NOOP("station", "Put the parcel aside and correct it on the Orders page."),
    ),
    "stop.refused": (
        QT_TRANSLATE_NOOP("station", "InPost refused it"),
        QT_TRANSLATE_NOOP("station", "Put the parcel aside and correct it on the Orders page."),
    ),
    "stop.unpaid": (
        QT_TRANSLATE_NOOP("station", "Not paid"),
        QT_TRANSLATE_NOOP("station", "Put the parcel aside and see to the account at InPost."),
    ),
    "stop.unsure": (
        QT_TRANSLATE_NOOP("station", "It is not certain whether it was bought"),
        QT_TRANSLATE_NOOP(
            "station", "Put the parcel aside and decide on the Orders page, under To be settled."
        ),
    ),
    "stop.offered": (
        QT_TRANSLATE_NOOP("station", "Somebody has to choose an offer"),
        QT_TRANSLATE_NOOP("station", "Put the parcel aside and choose on the Orders page."),
    ),
    "stop.duplicate": (
        QT_TRANSLATE_NOOP("station", "This order was sent before"),
        QT_TRANSLATE_NOOP("station", "Shipment {value}. Put the parcel aside and ask."),
    ),
    "stop.question": (
        QT_TRANSLATE_NOOP("station", "Its file has an open question"),
        QT_TRANSLATE_NOOP("station", "Put the parcel aside and answer it on the Orders page."),
    ),
    "stop.weekend_shut": (
        QT_TRANSLATE_NOOP("station", "InPost takes no Paczka w Weekend now"),
        QT_TRANSLATE_NOOP("station", "Put the parcel aside, or send it without."),
    ),
    "stop.held_label": (
        QT_TRANSLATE_NOOP("station", "The label is held back"),
        QT_TRANSLATE_NOOP("station", "Look at its picture on the Orders page."),
    ),
    "stop.bad_label": (
        QT_TRANSLATE_NOOP("station", "The label that came out cannot be read"),
        QT_TRANSLATE_NOOP(
            "station", "Tear it up, look at ribbon and print head, then print it again."
        ),
    ),
    "stop.maybe_printed": (
        QT_TRANSLATE_NOOP("station", "It may be printed already"),
        QT_TRANSLATE_NOOP(
            "station", "Look at the printer and the table before you print it again."
        ),
    ),
    "stop.printer": (
        QT_TRANSLATE_NOOP("station", "The printer did not take it"),
        QT_TRANSLATE_NOOP("station", "Look at the printer, then scan the order again."),
    ),
    "stop.trouble": (
        QT_TRANSLATE_NOOP("station", "That did not work"),
        QT_TRANSLATE_NOOP("station", "Put the parcel aside and scan it again later."),
    ),
    "stop.not_bought": (
        QT_TRANSLATE_NOOP("station", "Not bought yet"),
        QT_TRANSLATE_NOOP(
            "station",
            "Put the parcel aside. Its label has to be bought first, on the Orders page.",
        ),
    ),
    "stop.closed_pile": (
        QT_TRANSLATE_NOOP("station", "The list of this order is closed"),
        QT_TRANSLATE_NOOP("station", "Put the parcel aside, or open the list on the Orders page."),
    ),
    "stop.not_allowed": (
        QT_TRANSLATE_NOOP("station", "InPost does not allow it"),
        QT_TRANSLATE_NOOP(
            "station", "Put the parcel aside. The token has to be checked in Settings."
        ),
    ),
    "refused.dialog": (
        QT_TRANSLATE_NOOP("station", "Not taken."),
        QT_TRANSLATE_NOOP("station", "Close the open dialog first."),
    ),
    "refused.closed": (
        QT_TRANSLATE_NOOP("station", "Not taken."),
        QT_TRANSLATE_NOOP("station", "Answer first what is on the screen."),
    ),
    "refused.busy": (
        QT_TRANSLATE_NOOP("station", "Not taken."),
        QT_TRANSLATE_NOOP("station", "Wait for the label of the last order, then scan it again."),
    ),
    "refused.account": (
        QT_TRANSLATE_NOOP("station", "Not taken."),
        QT_TRANSLATE_NOOP("station", "Another account was opened: scan what was waiting again."),
    ),
    "refused.bounced": (
        QT_TRANSLATE_NOOP("station", "Not taken."),
        QT_TRANSLATE_NOOP("station", "The same code twice in a row counts once."),
    ),
}
