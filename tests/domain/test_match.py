from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.match import Wanted, match, same_receiver
from inpost_desk.domain.order import Person
from inpost_desk.domain.shipment import Shipment, ShipmentId, ShipmentParcel


def _wanted(key: str, reference: str = "ZAM/1", phone: str = "501200300") -> Wanted:
    return Wanted(key, reference, phone=phone, email="anna@example.test", last_name="Nowak")


def _seen(
    number: int,
    *,
    key: str = "",
    parcel_key: str = "",
    reference: str = "ZAM/1",
    phone: str = "501200300",
) -> Shipment:
    return Shipment(
        ShipmentId(number),
        "created",
        reference=reference,
        key=key,
        receiver=Person(phone=phone),
        parcels=(ShipmentParcel(identify_number=parcel_key),),
    )


def test_our_key_decides_wherever_it_came_back() -> None:
    found = match(
        [_wanted("k1"), _wanted("k2")],
        [_seen(1, key="k2", reference="inna", phone="1"), _seen(2, parcel_key="k1")],
    ).found
    assert {key: one.id for key, one in found.items()} == {"k1": 2, "k2": 1}


def test_without_keys_reference_receiver_and_count_decide() -> None:
    found = match([_wanted("k1", " zam/1")], [_seen(1, phone="+48 501 200 300")]).found
    assert found["k1"].id == 1


def test_a_shipment_without_our_key_is_not_ours_where_keys_come_back() -> None:
    matched = match([_wanted("k1")], [_seen(1)], keys_come_back=True)
    assert matched.found == {}
    assert [one.id for one in matched.suspects["k1"]] == [1]


def test_another_receiver_is_a_suspect() -> None:
    matched = match([_wanted("k1")], [_seen(1, phone="600000000")])
    assert (matched.found, list(matched.suspects)) == ({}, ["k1"])


def test_another_number_of_shipments_than_wanted_is_suspect() -> None:
    assert match([_wanted("k1")], [_seen(1), _seen(2)]).found == {}
    assert match([_wanted("k1"), _wanted("k2")], [_seen(1)]).found == {}
    assert set(match([_wanted("k1"), _wanted("k2")], [_seen(1), _seen(2)]).found) == {"k1", "k2"}


def test_somebody_elses_key_is_not_ours() -> None:
    matched = match([_wanted("k1")], [_seen(1, key="theirs")])
    assert (matched.found, list(matched.suspects)) == ({}, ["k1"])


def test_no_reference_proves_nothing() -> None:
    assert match([_wanted("k1", "")], [_seen(1, reference="")]).found == {}


def test_one_thing_in_common_makes_the_same_receiver() -> None:
    wanted = Wanted("k", "r", phone="501200300", email="Anna@example.test", company="Sklep")
    shipment = _seen(1, phone="600")
    assert not same_receiver(wanted, shipment)
    for receiver in (
        Person(phone="48501200300"),
        Person(email="anna@EXAMPLE.test"),
        Person(company="SKLEP"),
    ):
        assert same_receiver(wanted, Shipment(ShipmentId(1), "", receiver=receiver))
    assert not same_receiver(Wanted("k", "r"), Shipment(ShipmentId(1), ""))


KEYS = st.sampled_from(["", "k1", "k2", "k3", "other"])
REFERENCES = st.sampled_from(["", "A", "a ", "B"])
PHONES = st.sampled_from(["", "501200300", "501200301"])
WANTED = st.lists(st.tuples(REFERENCES, PHONES), max_size=3)
SEEN = st.lists(st.tuples(KEYS, KEYS, REFERENCES, PHONES), max_size=6)


@given(WANTED, SEEN, st.booleans())
def test_no_shipment_is_taken_twice_and_no_key_is_ignored(
    wanted: list[tuple[str, str]], seen: list[tuple[str, str, str, str]], keys_come_back: bool
) -> None:
    rows = [Wanted(f"k{n}", name, phone=phone) for n, (name, phone) in enumerate(wanted, start=1)]
    shipments = [
        _seen(number, key=key, parcel_key=other, reference=reference, phone=phone)
        for number, (key, other, reference, phone) in enumerate(seen, start=1)
    ]
    matched = match(rows, shipments, keys_come_back=keys_come_back)
    by_key = {one.key: one for one in rows}
    for key, shipment in matched.found.items():
        if key in shipment.keys:
            continue
        assert not keys_come_back
        assert not shipment.keys
        assert shipment.reference.strip().casefold() == by_key[key].reference.strip().casefold()
    without_key = [one.id for key, one in matched.found.items() if key not in one.keys]
    assert len(set(without_key)) == len(without_key)
    assert not matched.found.keys() & matched.suspects.keys()


def test_what_was_there_before_we_asked_is_not_ours() -> None:
    """Without keys a parcel made elsewhere under the same reference must not be taken for the lost one."""
    receiver = Person(phone="501200300")
    older = Shipment(ShipmentId(7), "confirmed", reference="R-1", receiver=receiver)
    newer = Shipment(ShipmentId(8), "confirmed", reference="R-1", receiver=receiver)
    wanted = Wanted("k", "R-1", phone="501200300", after=7)
    assert match([wanted], [older]).found == {}
    assert match([wanted], [older]).suspects == {}
    assert match([wanted], [older, newer]).found == {"k": newer}
