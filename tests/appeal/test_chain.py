"""From body to body: each opens its own case with its own receipt, the files and the accused go along, and no appeal goes in a circle."""

import pytest
import time_machine

from models.appeal import Appeal
from tests.appeal.appeals import WORDS, act, at, codes, done, filed, given, later, lines, refused, row, see, taken_in, told
from tests.appeal.test_files import uploaded
from tests.appeal.test_handling import staff
from tests.attachment.asking import Asker, Json, clinic_id
from tests.attachment.conftest import People


async def test_another_clinic_opens_its_own_case_and_the_person_follows_both(people: People) -> None:
    zhanar, officer, theirs = await people("zhanar"), await people("officer9"), await people("officer")
    case = await filed(zhanar, crime=True, complainedOf="Тіркеуші")
    sent = await done(officer, "forwardAppeal", case, ground="NOT_COMPETENT", clinic=await clinic_id("almaty-5"), words=WORDS)
    assert sent["state"] == "FORWARDED" and sent["endedAt"] and sent["sentOn"] == []  # what the other body does is its own
    (there,) = (await see(zhanar, case["id"]))["sentOn"]
    kept, first = await row(there), await row(case)
    assert (kept.origin_id, kept.register_number, kept.crime, kept.complained_of) == (first.id, 1, True, "Тіркеуші")
    assert kept.number != first.number and kept.channel == first.channel and kept.received_by == "Emhana"
    assert (await see(theirs, there["id"]))["origin"] is None and await see(theirs, case["id"]) is None
    assert codes(await act(officer, "takeUpAppeal", given("takeUpAppeal", there | {"version": 0}, executor="account_x"))) == ["NOT_FOUND"]
    assert await told("zhanar") == ["appeal_filed", "appeal_forwarded", "appeal_received"]
    assert await lines(case) == ["file", "forward"] and await lines(there) == ["file"]


async def test_a_part_goes_and_the_rest_stays_in_its_own_term(people: People) -> None:
    zhanar, officer, head = await people("zhanar"), await people("officer9"), await people("head9")
    case = await filed(zhanar)
    part = "Басқа емхананың дәрігері туралы бөлігі"
    stays = await done(officer, "forwardAppealPart", case, clinic=await clinic_id("almaty-5"), part=part, words=WORDS)
    assert (stays["state"], stays["dueOn"], stays["endedAt"]) == ("REGISTERED", case["dueOn"], None)
    (there,) = (await see(zhanar, case["id"]))["sentOn"]
    kept = await row(there)
    assert (kept.part, kept.essence) == (part, part) and kept.due_on == (await row(case)).due_on
    assert (await done(head, "decideAppeal", case, outcome="GRANTED", words=WORDS))["state"] == "DECIDED"


async def test_where_those_complained_about_would_decide_it_goes_up(people: People) -> None:
    zhanar, officer, authority = await people("zhanar"), await people("officer9"), await people("authority")
    case = await filed(zhanar, kind="SERVICE_COMPLAINT")
    heads = [await staff(people, name, case) for name in ("Сәдуақасова", "Төлегенов")]
    await done(officer, "nameAccused", case, people=heads)
    sent = await done(officer, "forwardAppeal", case, ground="CONFLICT", words=WORDS)
    above = await see(authority, sent["sentOn"][0]["id"])
    assert len(above["accused"]) == 2 and above["dueOn"] == "2026-12-14"
    assert (await done(authority, "decideAppeal", above, outcome="ORDERED", words=WORDS))["state"] == "DECIDED"


async def test_an_appeal_never_comes_back_as_not_ours_and_so_its_way_ends(people: People, clock: time_machine.Traveller) -> None:
    zhanar, names = await people("zhanar"), {"almaty-9": "officer9", "almaty-5": "officer"}
    case = await filed(zhanar)
    five, nine = await clinic_id("almaty-5"), await clinic_id("almaty-9")
    await done(await people(names["almaty-9"]), "forwardAppeal", case, ground="NOT_COMPETENT", clinic=five, words=WORDS)
    (second,) = (await see(zhanar, case["id"]))["sentOn"]
    officer = await people(names["almaty-5"])
    assert await refused(officer, "forwardAppeal", second, ground="NOT_COMPETENT", clinic=nine, words=WORDS) == ["FORWARDED_BACK"]
    back = await refused(officer, "forwardAppealPart", second, clinic=nine, part=WORDS, words=WORDS)
    assert back == ["FORWARDED_BACK"]
    sent = await done(officer, "forwardAppeal", second, ground="NOT_COMPETENT", words=WORDS)
    assert sent["sentOn"] == [] or sent["sentOn"][0]["body"]["kind"] == "AUTHORITY"
    third = (await see(zhanar, second["id"]))["sentOn"][0]
    authority = await people("authority")
    for there in (five, nine):
        again = await refused(authority, "forwardAppeal", third, ground="NOT_COMPETENT", clinic=there, words=WORDS)
        assert again == ["FORWARDED_BACK"]
    assert (await done(authority, "decideAppeal", third, outcome="GRANTED", words=WORDS))["state"] == "DECIDED"


async def test_where_those_complained_about_would_decide_it_goes_up_even_to_a_body_that_had_it(people: People) -> None:
    zhanar, officer, authority = await people("zhanar"), await people("officer9"), await people("authority")
    case = await filed(zhanar, toAuthority=True)
    nine = await clinic_id("almaty-9")
    await done(authority, "forwardAppeal", case, ground="NOT_COMPETENT", clinic=nine, words=WORDS)
    (here,) = (await see(zhanar, case["id"]))["sentOn"]
    assert await refused(officer, "forwardAppeal", here, ground="NOT_COMPETENT", words=WORDS) == ["FORWARDED_BACK"]
    await done(officer, "nameAccused", here, people=[await staff(people, "Сәдуақасова", here)])
    up = (await done(officer, "forwardAppeal", here, ground="CONFLICT", words=WORDS))["sentOn"][0]
    assert up["state"] == "REGISTERED"
    assert await refused(authority, "forwardAppeal", up, ground="NOT_COMPETENT", clinic=nine, words=WORDS) == ["FORWARDED_BACK"]


@pytest.mark.parametrize("kind", ["COMPLAINT", "SERVICE_COMPLAINT"])
async def test_a_complaint_goes_upwards_only_whole_or_in_part(people: People, kind: str) -> None:
    zhanar, officer, authority = await people("zhanar"), await people("officer9"), await people("authority")
    five = await clinic_id("almaty-5")
    case = await filed(zhanar, kind=kind)
    assert await _grounds(officer, case) == ["NOT_COMPETENT", "COMPLAINT"]
    for name, more in (("forwardAppeal", {"ground": "NOT_COMPETENT"}), ("forwardAppealPart", {"part": WORDS})):
        assert await refused(officer, name, case, clinic=five, words=WORDS, **more) == ["COMPLAINT_UPWARDS"], name
    above = await filed(zhanar, kind=kind, toAuthority=True)
    assert await _grounds(authority, above) == []
    for name, more in (("forwardAppeal", {"ground": "NOT_COMPETENT"}), ("forwardAppealPart", {"part": WORDS})):
        assert await refused(authority, name, above, clinic=five, words=WORDS, **more) == ["NO_BODY_ABOVE"], name
    (sent,) = (await done(officer, "forwardAppeal", case, ground="NOT_COMPETENT", words=WORDS))["sentOn"]
    assert sent["body"]["kind"] == "AUTHORITY"


async def test_the_grounds_offered_are_those_that_fit(people: People) -> None:
    zhanar, officer = await people("zhanar"), await people("officer9")
    plain, about, named = await filed(zhanar), await filed(zhanar, complainedOf="Терапевт"), await filed(zhanar)
    await done(officer, "nameAccused", named, people=[await staff(people, "Сәдуақасова", named)])
    assert await _grounds(officer, plain) == ["NOT_COMPETENT"]
    assert await _grounds(officer, about) == await _grounds(officer, named) == ["NOT_COMPETENT", "CONFLICT"]


async def _grounds(who: Asker, case: Json) -> list[str]:
    found = await who.see("query ($id: ID!) { appeal(id: $id) { forwardGrounds } }", id=case["id"])
    return list(found["forwardGrounds"])


async def test_a_part_goes_once_to_a_body_and_another_part_or_another_body_is_free(people: People) -> None:
    officer, case = await people("officer9"), await filed(await people("zhanar"))
    five, other = await clinic_id("almaty-5"), "Басқа емхананың дәрігері туралы бөлігі"
    await done(officer, "forwardAppealPart", case, clinic=five, part=WORDS, words=WORDS)
    assert await refused(officer, "forwardAppealPart", case, clinic=five, part=WORDS, words=WORDS) == ["FORWARDED_BACK"]
    await done(officer, "forwardAppealPart", case, part=WORDS, words=WORDS)
    await done(officer, "forwardAppealPart", case, clinic=five, part=other, words=WORDS)
    assert await Appeal.filter(part=WORDS).count() == 2 and await Appeal.filter(part=other).count() == 1


async def test_what_the_authority_returns_is_a_request_of_the_clinic_with_a_receipt_and_a_term_of_its_own(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar, authority, head, officer = [await people(one) for one in ("zhanar", "authority", "head9", "officer9")]
    case = await filed(zhanar, kind="COMPLAINT", learnedOn="2026-08-22", toAuthority=True, files=[await uploaded(zhanar)])
    await later(clock, at("2026-12-01"), zhanar, authority, head, officer)
    returned = await done(authority, "decideAppeal", case, outcome="RETURNED", words=WORDS, restored=True)
    assert (returned["state"], returned["decision"]["outcome"]) == ("DECIDED", "RETURNED")
    (there,) = (await see(zhanar, case["id"]))["sentOn"]
    mine = await see(head, there["id"])
    assert (mine["kind"], mine["body"]["kind"], mine["state"]) == ("REQUEST", "CLINIC", "REGISTERED")
    assert (mine["receipt"]["line"], mine["receipt"]["registeredOn"], mine["dueOn"]) == (1, "2026-12-01", "2026-12-23")
    assert not mine["late"] and mine["essence"] == case["essence"] and mine["receipt"]["number"] != case["number"]
    assert len((await officer.see("query ($id: ID!) { appeal(id: $id) { documents { id } } }", id=there["id"]))["documents"]) == 1
    assert (await told("zhanar")).count("appeal_received") == 1 and await lines(there) == ["file"]
    assert await refused(officer, "forwardAppeal", there, ground="NOT_COMPETENT", words=WORDS) == ["FORWARDED_BACK"]
    assert (await done(head, "decideAppeal", there, outcome="GRANTED", words=WORDS))["state"] == "DECIDED"


async def test_that_nobody_of_one_clinic_is_meant_says_nothing_of_another(people: People) -> None:
    zhanar, officer, head = await people("zhanar"), await people("officer9"), await people("head")
    case = await filed(zhanar, complainedOf="№ 5 емхананың дәрігері")
    await done(officer, "nameAccused", case, words=WORDS)
    await done(officer, "forwardAppeal", case, ground="NOT_COMPETENT", clinic=await clinic_id("almaty-5"), words=WORDS)
    (there,) = (await see(zhanar, case["id"]))["sentOn"]
    assert await refused(head, "decideAppeal", there, outcome="GRANTED", words=WORDS) == ["ACCUSED_UNNAMED"]


async def test_what_is_sent_on_late_is_recorded_once_with_its_line(people: People, clock: time_machine.Traveller) -> None:
    zhanar, officer, case = await people("zhanar"), await people("officer9"), await filed(await people("zhanar"))
    await later(clock, at("2026-11-27"), zhanar, officer)
    there = await clinic_id("almaty-5")
    for part in (WORDS, "Басқа емхананың дәрігері туралы бөлігі"):
        await done(officer, "forwardAppealPart", case, clinic=there, part=part, words=WORDS)
    sent = await done(officer, "forwardAppeal", case, ground="NOT_COMPETENT", clinic=there, words=WORDS)
    assert sent["forwardingLateAt"]
    assert await lines(case) == ["file", "forward", "forward_part", "forward_part", "late_forwarding"]


async def test_nobodys_appeal_goes_on_as_nobodys(people: People) -> None:
    officer, authority = await people("officer9"), await people("authority")
    case = await taken_in(officer, essence="Х", kind="COMPLAINT")
    sent = await done(officer, "forwardAppeal", case, ground="COMPLAINT", words=WORDS)
    above = await see(authority, sent["sentOn"][0]["id"])
    assert above["anonymous"] and above["may"]
