"""Whose appeal it is: by others' ids, at another clinic, through partner systems; which acts each role may ask for; the lines left."""

import re
from datetime import date
from uuid import UUID, uuid4

import pytest

from api.ids import encode
from models import clock as now
from models import demo
from models.appeal import Appeal
from models.clinic import Clinic
from models.consent import Consent
from models.document import Document
from models.journal import Entry
from tests.appeal.appeals import IIN, WORDS, act, at, codes, complained, done, filed, request, row, see, taken_in
from tests.appeal.test_handling import PARTNER, consent
from tests.attachment.asking import BINS, Asker, Json, patient_id
from tests.attachment.conftest import People
from tests.attachment.test_may_i import MAY, may

STRANGERS = ("yerlan", "olga", "registrar9", "head9", "officer9", "doctor9", "doctor", "administrator", "centre", PARTNER, "partner:", "")
NODE = "query ($id: ID!) { node(id: $id) { id } }"
CASE = "query ($id: ID!) { appeal(id: $id) { id essence phone } }"
SEEN: Json = {"version": 0}
KEYED: Json = {"idempotencyKey": "KEY"}
MOMENT = "2026-11-24T10:00:00+05:00"
BY_ID: dict[str, Json] = {
    "correctAppeal": {**KEYED, "words": WORDS}, "objectToAppealDecision": {**KEYED, "words": WORDS}, "withdrawAppeal": {"words": WORDS},
    "takeUpAppeal": {**SEEN, "executor": encode("Account", UUID(int=5))},
    "askAppealCorrection": {**SEEN, "requirements": ["NAME"], "words": WORDS, "until": "2026-11-27"},
    "forwardAppeal": {**SEEN, "ground": "NOT_COMPETENT", "words": WORDS}, "forwardAppealPart": {**SEEN, "part": WORDS, "words": WORDS},
    "extendAppeal": {**SEEN, "until": "2026-12-20", "words": WORDS}, "noteExtensionNotice": {**SEEN, "words": WORDS},
    "proposeAppealDecision": {**SEEN, "outcome": "GRANTED", "words": WORDS},
    "appointHearing": {**SEEN, "at": MOMENT, "way": "VIDEO", "place": "X"},
    "recordHearing": {
        **SEEN, "beganAt": MOMENT, "endedAt": MOMENT, "secretary": "X", "participants": "X", "content": "X", "explanations": "X",
    },
    "decideAppeal": {**SEEN, "outcome": "GRANTED", "words": WORDS}, "leaveAppeal": {**SEEN, "ground": "WITHOUT_ESSENCE", "words": WORDS},
    "sendAppealAnswer": {**SEEN, "words": WORDS},
    "nameAccused": {**SEEN, "people": [encode("Patient", UUID(int=5))]}, "requestAppealCase": {**SEEN, "words": WORDS},
    "giveAppealCase": {**SEEN, "words": WORDS},
}  # fmt: skip


def asked(name: str, key: str) -> Json:
    """An act on the appeal of an id, with a fresh key where it needs one."""
    return {"id": key, **{one: str(uuid4()) if value == "KEY" else value for one, value in BY_ID[name].items()}}


async def foreign() -> list[UUID]:
    """Marat's appeals at polyclinic No. 5, where nobody of the strangers has a part."""
    marat, clinic, made = await demo.person("marat"), await Clinic.get(bin=BINS["almaty-5"]), []
    for number in range(4):
        case = await Appeal.create(
            number=f"AL-{number}", register_year=2026, register_number=900 + number, state="REGISTERED", kind="REQUEST", subject="OTHER",
            clinic=clinic, person=marat, applicant=marat, name="М", language="kk", channel="PORTAL", received_by="X",
            received_role="SYSTEM", submitted_at=now.now(), entered_at=now.now(), registered_at=now.now(), due_on=date(2026, 12, 14),
            first_due_on=date(2026, 12, 14), latest_on=date(2027, 1, 23), forward_by=date(2026, 11, 26),
        )  # fmt: skip
        made.append(case.id)
    return made


async def answer(who: Asker, query: str, **given: object) -> str:
    return re.sub(r'"traceId":"\w+"', "", (await who.send(query, given)).text)


@pytest.mark.parametrize("name", STRANGERS)
async def test_what_belongs_to_others_is_absent_by_every_id_to_every_act(people: People, name: str) -> None:
    who, keys = await people(name), await foreign()
    for query in (NODE, CASE):
        assert len({await answer(who, query, id=encode("Appeal", key)) for key in [*keys, uuid4()]}) == 1
    for what in BY_ID:
        found = {str(await act(who, what, asked(what, encode("Appeal", key)), "appeal { id }")) for key in [*keys[:2], uuid4()]}
        assert len(found) == 1, what
        verdicts = {str(await who.see(MAY, act={what: asked(what, encode("Appeal", key))})) for key in [*keys[:2], uuid4()]}
        assert len(verdicts) == 1 and "'allowed': False" in verdicts.pop(), what
    assert {one.version for one in await Appeal.all()} == {0} and not await Entry.filter(act__startswith="appeal:").exists()
    own = {encode("Appeal", key) for key in keys}
    for field in ("appeals(first: 100) { nodes", "appealRegister(first: 100) { nodes", "appealWork"):
        body = await who.ask(f"{{ {field} {{ id }} {'}' if ' {' in field else ''} }}")
        assert not own & set(re.findall(r"appeal_\w+", str(body))), field


def test_every_act_by_an_id_is_in_the_table() -> None:
    from models.law.appeal import MOVES

    system = {"correction_over", "lapse", "late_registration", "late_forwarding", "late_notice", "late_case"}
    assert len(BY_ID) == len(set(MOVES) - system)


# Which roles an act admits at all (FORBIDDEN or UNAUTHENTICATED to everybody else), of those at the clinic that has the appeal.
ROLES = (
    "zhanar", "registrar9", "officer9", "head9", "deputy9", "doctor9", "administrator9", "centre", "authority", PARTNER,
    "partner:appeal:read", "",
)  # fmt: skip
PERSON, HANDLING = ("zhanar", "registrar9", "officer9", "authority", PARTNER), ("officer9", "head9", "deputy9", "authority")
DECIDING = ("head9", "deputy9", "authority")
ADMITTED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("correctAppeal", "objectToAppealDecision", "withdrawAppeal"), PERSON), **dict.fromkeys(BY_ID, HANDLING),
    **dict.fromkeys(("extendAppeal", "decideAppeal", "leaveAppeal"), DECIDING), "requestAppealCase": ("authority",),
    "giveAppealCase": ("officer9", "head9", "deputy9"),
}  # fmt: skip
ADMITTED |= dict.fromkeys(("correctAppeal", "objectToAppealDecision", "withdrawAppeal"), PERSON)


@pytest.mark.parametrize("name", ROLES)
async def test_each_role_may_ask_for_the_acts_of_its_own(people: People, name: str) -> None:
    case, who = await filed(await people("zhanar")), await people(name)
    for what in BY_ID:
        _, forbidding = await may(who, what, asked(what, case["id"]))
        assert (not {"FORBIDDEN", "UNAUTHENTICATED"} & set(forbidding)) is (name in ADMITTED[what]), (what, name)
    assert (await row(case)).version == 0


SHOWN = {
    "zhanar": True, "marat": True, "officer9": True, "head9": True, "deputy9": True, "registrar9": False, "doctor9": False,
    "administrator9": False, "olga": False, "yerlan": False, "registrar": False, "officer": False, "head": False, "centre": False,
    "authority": False, "partner:appeal:read": False, PARTNER: False, "citizen:officer9": False, "": False,
}  # fmt: skip


async def test_each_sees_the_appeal_that_is_theirs_by_every_way_of_asking(people: People) -> None:
    case = await filed(await people("zhanar"), patient=await patient_id("marat"))
    for name, shown in SHOWN.items():
        who = await people(name)
        body = await who.ask(CASE, id=case["id"])
        assert bool((body["data"] or {}).get("appeal")) is shown, name
        by_node = await who.ask("query ($id: ID!) { node(id: $id) { ... on Appeal { number } } }", id=case["id"])
        listed = await who.ask("query ($s: String) { appeals(filter: {search: $s}) { nodes { number } } }", s=case["number"])
        assert (case["number"] in str(by_node)) is shown and (case["number"] in str(listed)) is shown, name
        register = await who.ask("{ appealRegister { nodes { number } } }")
        assert (case["number"] in str(register)) is (name in ("officer9", "head9", "deputy9")), name


async def test_a_registrar_sees_what_the_registrar_took_in_and_a_colleague_does_not(people: People) -> None:
    registrar, second = await people("registrar9"), await people("registrar9-second")
    case = await taken_in(registrar, patientIin=IIN["olga"], identity="№ 1")
    assert await see(registrar, case["id"]) and await see(second, case["id"]) is None
    assert [one["act"] for one in (await see(registrar, case["id"]))["may"]] == ["withdraw"]


async def test_the_clinic_sees_a_complaint_above_only_once_it_is_told_of_it(people: People) -> None:
    head, authority = await people("head9"), await people("authority")
    case = await filed(await people("zhanar"), kind="SERVICE_COMPLAINT", toAuthority=True)
    assert await see(head, case["id"]) is None
    await done(authority, "requestAppealCase", case, words=WORDS)
    assert [one["act"] for one in (await see(head, case["id"]))["may"]] == ["give_case"]
    assert await see(await people("head"), case["id"]) is None


async def test_the_contact_centre_learns_state_and_term_and_nothing_of_the_person(people: People) -> None:
    zhanar, centre = await people("zhanar"), await people("centre")
    case = await filed(zhanar)
    query = "query ($s: String!) { caseStatuses(search: $s) { number serviceText stateText clinicName clinicPhone due { at } orderText } }"
    for search in (case["number"], case["number"].lower(), IIN["zhanar"]):
        found = str(next(one for one in await centre.see(query, s=search) if one["number"] == case["number"]))
        assert not any(hidden in found for hidden in (IIN["zhanar"], "Өтегенова", "кезек", "Төле"))
    assert await centre.see(query, s="AL-2026-99000001-0") == [] == await centre.see(query, s="730404399077")
    assert await Entry.filter(act="appeal:status", role="CONTACT_CENTRE", reading=True, case_number=case["number"]).count() == 3
    await taken_in(await people("officer9"))
    nobody = await Appeal.get(person_id=None)
    assert (await centre.see(query, s=nobody.number))[0]["number"] == nobody.number


async def test_whoever_opens_an_appeal_leaves_a_line_and_the_person_reads_it(people: People) -> None:
    zhanar, officer, case = await people("zhanar"), await people("officer9"), await filed(await people("zhanar"))
    await see(zhanar, case["id"])
    for look in (see(officer, case["id"]), officer.see(NODE, id=case["id"]), officer.see("{ appealWork { id } }")):
        await look
    acts = [one.act for one in await Entry.filter(reading=True, case_number=case["number"])]
    assert acts.count("appeal:read") == 2 and len(acts) >= 2 and await Entry.filter(reading=True, role="CITIZEN").count() == 0
    log = (await zhanar.see("{ accessLog(first: 50) { nodes { actText role reading caseNumber } } }"))["nodes"]
    assert {one["role"] for one in log if one["reading"]} == {"APPEALS_OFFICER"}


CHAIN = {
    "about": "about { id }", "origin": "origin { id }", "sentOn": "sentOn { id }", "complaints": "complaints { id }",
}  # fmt: skip


@pytest.mark.parametrize("way", CHAIN)
async def test_what_is_read_through_another_appeal_leaves_a_line_too_and_the_persons_own_reading_none(people: People, way: str) -> None:
    zhanar, head, authority = await people("zhanar"), await people("head9"), await people("authority")
    first = await filed(zhanar)
    await done(await people("deputy9"), "decideAppeal", first, outcome="GRANTED", words=WORDS)
    complaint = await complained(zhanar, first["id"])
    (above,) = (await done(head, "forwardAppeal", complaint, ground="COMPLAINT", words=WORDS))["sentOn"]
    asker, opened, read = {
        "about": (head, complaint, first), "origin": (authority, above, complaint), "sentOn": (head, complaint, above),
        "complaints": (head, first, complaint),
    }[way]  # fmt: skip
    query, there = f"query ($id: ID!) {{ appeal(id: $id) {{ {CHAIN[way]} }} }}", Entry.filter(reading=True, case_number=read["number"])
    before = await there.count()
    assert read["id"] in str(await zhanar.see(query, id=opened["id"])) and await there.count() == before
    assert read["id"] in str(await asker.see(query, id=opened["id"]))
    role = "AUTHORITY" if asker is authority else "HEAD"
    assert await there.filter(role=role, act__in=["appeal:read", "appeal:listed"]).exists()


async def test_a_partner_is_shown_the_facts_of_a_case_only_if_it_may_see_that_case(people: People) -> None:
    """A signature lets a partner file a complaint; what the register knows of the case is told to whoever may read it."""
    zhanar, partner = await people("zhanar"), await people(PARTNER)
    first = await filed(zhanar)
    await done(await people("head9"), "decideAppeal", first, outcome="GRANTED", words=WORDS)
    facts = "query ($id: ID!) { appeal(id: $id) { facts { number } about { id } } }"
    await consent("zhanar", PARTNER)
    given = request(kind=None, about=first["id"], patientIin=IIN["zhanar"])
    answer = await act(partner, "fileComplaint", await partner.signed("fileComplaint", given, "zhanar", as_head=False))
    complaint = answer["appeal"]
    assert answer["problems"] == [] and (await partner.see(facts, id=complaint["id"]))["facts"]["number"] == first["number"]
    await Consent.filter(partner__name=PARTNER).update(withdrawn_at=now.now())
    assert await partner.see(facts, id=complaint["id"]) == {"facts": None, "about": None}
    assert (await zhanar.see(facts, id=complaint["id"]))["facts"]["number"] == first["number"]


async def test_who_asks_at_a_desk_about_a_person_and_is_refused_leaves_a_line_too(people: People) -> None:
    officer = await people("officer9")
    refused = request(patientIin=IIN["olga"], receivedAt=at("2027-01-01").isoformat())
    assert codes(await act(officer, "fileAppeal", refused)) == ["RECEIVED_LATER"]
    assert await Entry.filter(act="appeal:asked", person_id=(await demo.person("olga")).id).count() == 1


async def test_a_body_acts_on_what_it_has_seen_and_an_old_look_does_nothing(people: People) -> None:
    officer, head, case = await people("officer9"), await people("head9"), await filed(await people("zhanar"))
    await done(officer, "nameAccused", case, people=[encode("Patient", UUID(int=5))])
    for name in BY_ID:
        if name in ("correctAppeal", "objectToAppealDecision", "withdrawAppeal"):
            continue
        who = {"requestAppealCase": await people("authority")}.get(name, head)
        found = codes(await act(who, name, asked(name, case["id"])))
        assert found in (["APPEAL_CHANGED"], ["NOT_FOUND"]), (name, found)
    assert (await row(case)).version == 1


async def test_a_document_is_seen_by_whoever_sees_its_appeal(people: People) -> None:
    zhanar = await people("zhanar")
    case = await row(await filed(zhanar))
    file = await Document.create(appeal=case, person_id=case.person_id, kind="ENCLOSURE", uploaded_at=now.now(), uploaded_by=uuid4())
    query = "query ($id: ID!) { document(id: $id) { id } }"
    for name, shown in SHOWN.items():
        if name == "marat":
            continue
        body = await (await people(name)).ask(query, id=encode("Document", file.id))
        assert bool((body["data"] or {}).get("document")) is shown, name
