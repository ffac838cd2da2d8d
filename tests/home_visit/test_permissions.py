"""Whose call it is: by others' ids, at another clinic, through partner systems; what each role is shown; the lines that are left."""

import re
from uuid import UUID, uuid4

import pytest
import time_machine

from api.ids import decode, encode
from models import clock as now
from models import demo, texts
from models.account import Partner
from models.clinic import Clinic, Doctor
from models.consent import Consent
from models.home_visit import HomeVisit
from models.journal import Entry
from models.law import Role
from models.representation import Representation
from tests.attachment.asking import BINS, Asker, Json, patient_id
from tests.attachment.conftest import People
from tests.attachment.test_may_i import MAY, may
from tests.home_visit.calls import (
    IIN,
    REASON,
    accepted,
    act,
    call_by_phone,
    called,
    codes,
    doctor_id,
    done,
    given,
    on_the_way,
    request,
    row,
    see,
    window,
)

PARTNER = "partner:home_visit:call home_visit:read"
UNKNOWN = "730404399077"
STRANGERS = ("yerlan", "olga", "aliya", "registrar9", "head9", "doctor9", "doctor", "administrator", "centre", "authority", PARTNER, "")
NODE = "query ($id: ID!) { node(id: $id) { id } }"
CASE = "query ($id: ID!) { homeVisit(id: $id) { id phone words } }"
DAY = {"since": "2026-11-23T12:00:00+05:00", "until": "2026-11-23T14:00:00+05:00"}
SEEN: Json = {"version": 0}
KEYED: Json = {"idempotencyKey": "KEY"}
BY_ID: dict[str, Json] = {
    "reportWorse": {**KEYED, "words": "X"}, "agreeToRedirection": {}, "insistOnHomeVisit": {}, "cancelHomeVisit": {},
    "acceptHomeVisit": {**SEEN, "window": DAY}, "promiseWindow": {**SEEN, "window": DAY},
    "refuseHomeVisit": {**SEEN, "ground": "UNRELIABLE", "words": REASON},
    "redirectHomeVisit": {**SEEN, "route": "APPOINTMENT", "words": REASON},
    "assignHomeVisit": {**SEEN, "doctor": encode("Doctor", UUID(int=5))}, "carryHomeVisit": {**SEEN, "day": "2026-11-24", "reason": REASON},
    "weighHomeVisit": {**SEEN, "urgency": "EMERGENCY"}, "handOverHomeVisit": {}, "setOutForHomeVisit": KEYED, "arriveAtHomeVisit": KEYED,
    "markNobodyHome": KEYED, "giveHomeVisitUp": KEYED, "completeHomeVisit": {**KEYED, "outcome": "LEFT_AT_HOME"},
    "takeHomeVisitBack": KEYED,
}  # fmt: skip


def asked(name: str, key: str) -> Json:
    """An act on the call of an id, with a fresh key where it needs one."""
    more = {one: str(uuid4()) if value == "KEY" else value for one, value in BY_ID[name].items()}
    return {"id": key, **more}


async def foreign() -> list[UUID]:
    """Marat's calls at polyclinic No. 5, where nobody of the strangers has a part."""
    marat, clinic = await demo.person("marat"), await Clinic.get(bin=BINS["almaty-5"])
    child = await Doctor.get(person=await demo.person("doctor-child"))
    made = []
    for number in range(6):
        case = await HomeVisit.create(
            number=f"T-{number}", log_year=2026, log_number=900 + number, state="COMPLETED", kind="PRIMARY", urgency="ROUTINE",
            person=marat, clinic=clinic, doctor=child, channel="PHONE", applicant=marat, language="kk", submitted_at=now.now(),
            accepted_at=now.now(),
            answer_by=now.now(), served_by_law=now.today(), visit_day=now.today(), phone="+77010000009",
        )  # fmt: skip
        made.append(case.id)
    return made


async def answer(who: Asker, query: str, **given: object) -> str:
    return re.sub(r'"traceId":"\w+"', "", (await who.send(query, given)).text)


@pytest.mark.parametrize("name", STRANGERS)
async def test_what_belongs_to_others_is_absent_by_every_id_to_every_act(people: People, name: str) -> None:
    who, keys = await people(name), await foreign()
    for query in (NODE, CASE):
        assert len({await answer(who, query, id=encode("HomeVisit", key)) for key in [*keys, uuid4()]}) == 1
    for what in BY_ID:
        found = {str(await act(who, what, asked(what, encode("HomeVisit", key)), "homeVisit { id }")) for key in [*keys[:2], uuid4()]}
        assert len(found) == 1, what
        verdicts = {str(await who.see(MAY, act={what: asked(what, encode("HomeVisit", key))})) for key in [*keys[:2], uuid4()]}
        assert len(verdicts) == 1 and "'allowed': False" in verdicts.pop(), what
    assert {one.state.value for one in await HomeVisit.all()} == {"COMPLETED"} and not await Entry.exists()
    for field in ("homeVisits(first: 100) { nodes", "callLog(first: 100) { nodes", "callBoard { calls", "callRound"):
        body = await who.ask(f"{{ {field} {{ id }} {'}' if ' ' in field else ''} }}")
        assert not set(keys) & {decode(one, "HomeVisit") for one in re.findall(r"homeVisit_\w+", str(body))}


SHOWN = {
    "zhanar": True, "marat": True, "registrar9": True, "registrar9-second": True, "head9": True, "doctor9": True, "olga": False,
    "yerlan": False, "doctor9-child": False, "registrar": False, "head": False, "doctor": False, "administrator9": False, "centre": False,
    "authority": False, "officer": False, "partner:home_visit:read": False, "": False,
}  # fmt: skip
MEDICAL = ("zhanar", "marat", "head9", "doctor9")


async def test_each_sees_the_call_that_is_theirs_and_the_diagnosis_only_who_needs_it(people: People) -> None:
    zhanar, registrar, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    case = await on_the_way(registrar, doctor, await called(zhanar, patient=await patient_id("marat")))
    await done(doctor, "completeHomeVisit", case, outcome="HOSPITALISED", diagnosis="Пневмония", helpGiven="Укол")
    query = "query ($id: ID!) { homeVisit(id: $id) { number diagnosis helpGiven identitySeen windows { since } laterDays spoken } }"
    for name, shown in SHOWN.items():
        who = await people(name)
        body = await who.ask(query, id=case["id"])
        found = (body["data"] or {}).get("homeVisit")
        assert bool(found) is shown, name
        assert ("Пневмония" in str(body) and "Укол" in str(body)) is (name in MEDICAL), name
        if found and name in ("zhanar", "marat"):
            assert not found["windows"] and not found["laterDays"] and not found["spoken"] and not found["identitySeen"]
        by_node = await who.ask("query ($id: ID!) { node(id: $id) { ... on HomeVisit { number diagnosis } } }", id=case["id"])
        assert ("Пневмония" in str(by_node)) is (name in MEDICAL), name
        listed = await who.ask("{ homeVisits { nodes { number diagnosis helpGiven } } }")
        assert ("Пневмония" in str(listed)) is (name in MEDICAL) and (case["number"] in str(listed)) is shown, name


async def test_other_roles_of_the_clinic_act_as_their_post_lets_them(people: People) -> None:
    case = await called(await people("zhanar"))
    roles = ("registrar9", "head9", "doctor9", "administrator9", "zhanar", "")
    admitted = {
        "acceptHomeVisit": ("registrar9", "head9"),
        "completeHomeVisit": ("doctor9", "registrar9"),
        "reportWorse": ("registrar9", "zhanar"),
    }
    for what, allowed in admitted.items():
        for name in roles:
            _, forbidding = await may(await people(name), what, asked(what, case["id"]))
            assert (not {"FORBIDDEN", "UNAUTHENTICATED"} & set(forbidding)) is (name in allowed), (what, name)


async def test_the_contact_centre_learns_the_state_by_number_and_nothing_of_the_person_or_the_illness(people: People) -> None:
    zhanar, registrar, centre = await people("zhanar"), await people("registrar9"), await people("centre")
    case = await accepted(registrar, await called(zhanar, dangerSigns=["STROKE"]), "doctor9")
    fields = "number serviceText stateText clinicName clinicPhone submittedAt due { at }"
    found = await centre.see(f"query ($n: String!) {{ caseStatus(number: $n) {{ {fields} }} }}", n=case["number"].lower())
    assert found["number"] == case["number"] and found["due"] and found["stateText"] and found["clinicPhone"]
    for hidden in (IIN["zhanar"], "Өтегенова", "Каримов", "STROKE", "инсульт", "39", "Төле"):
        assert hidden not in str({**found, "number": "", "submittedAt": "", "due": ""})
    assert await Entry.filter(act="home_visit:status", role="CONTACT_CENTRE", reading=True).count() == 1
    assert await centre.see("query ($n: String!) { caseStatus(number: $n) { number } }", n=case["number"][:3] + "2026-999999-0") is None


async def test_the_person_reads_in_the_journal_of_access_what_was_done_and_who_looked(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await called(zhanar)
    for look in (
        registrar.see("{ callBoard { calls { id } } }"), registrar.see("{ callBoard { calls { id } } }"), see(registrar, case["id"]),
        registrar.see(NODE, id=case["id"]), zhanar.see(NODE, id=case["id"]), see(zhanar, case["id"]),
    ):  # fmt: skip
        clock.shift(1)
        await look
    clock.shift(1)
    await done(registrar, "weighHomeVisit", case, urgency="URGENT")
    log = (await zhanar.see("{ accessLog(first: 50) { nodes { actText role reading caseNumber service } } }"))["nodes"]
    assert [(one["role"], one["reading"]) for one in reversed(log)] == [
        ("CITIZEN", False), ("REGISTRAR", True), ("REGISTRAR", True), ("REGISTRAR", True), ("REGISTRAR", False),
    ]  # fmt: skip
    assert {one["caseNumber"] for one in log} == {case["number"]} and {one["service"] for one in log} == {"HOME_VISIT"}
    assert texts.text("api.journal.other", "en") not in {one["actText"] for one in log} and len({one["actText"] for one in log}) == 4


async def test_a_doctors_round_leaves_one_line_a_day_of_each_person(people: People) -> None:
    doctor = await people("doctor9")
    await accepted(await people("registrar9"), await called(await people("zhanar")), "doctor9")
    for _ in range(2):
        await doctor.see("{ callRound { id } }")
    assert await Entry.filter(act="home_visit:listed", role=Role.DOCTOR).count() == 1


async def test_a_registrars_question_about_a_person_leaves_one_line_and_ones_own_none(people: People) -> None:
    registrar, zhanar = await people("registrar9"), await people("zhanar")
    query = "query ($p: ID) { callTerm(patient: $p) { visitDay } }"
    await zhanar.see(query)
    assert not await Entry.exists()
    await registrar.see(query, p=await patient_id("zhanar"))
    (line,) = await Entry.all()
    assert (line.act, line.reading, line.role) == ("home_visit:asked", True, Role.REGISTRAR)
    body = await zhanar.ask(query, p=await patient_id("olga"))
    assert body["errors"][0]["extensions"]["code"] == "NOT_FOUND" and await Entry.all().count() == 1
    await registrar.see(MAY, act={"callDoctor": request(patientIin=IIN["olga"])})
    await act(registrar, "callDoctor", request(patientIin=IIN["dias"]))  # refused: of another clinic
    assert await Entry.filter(act="home_visit:asked").count() == 3


async def consent(people: People, name: str, partner: str) -> None:
    """Somebody lets a partner system act."""
    row = await Partner.get(name=partner)
    given = {"idempotencyKey": str(uuid4()), "partner": str(encode("Partner", row.id))}
    assert codes(await (await people(name)).act("giveConsent", given, "consent { id }")) == []


async def test_a_partner_learns_nothing_of_anybody_before_a_consent_or_a_signature(people: People) -> None:
    partner, answers = await people(PARTNER), set()
    await called(await people("zhanar"))
    for whose in (UNKNOWN, *[IIN[name] for name in ("zhanar", "olga", "dias", "yerlan", "registrar9")]):
        given = request(patientIin=whose)
        beforehand = await partner.see(MAY, act={"callDoctor": given})
        content, problems = await partner.to_sign("callDoctor", given)
        assert "Өтегенова" not in content.decode() and "емхана" not in content.decode()
        answers.add(str((beforehand, len(content), problems, codes(await act(partner, "callDoctor", given)))))
    assert len(answers) == 1 and not await Entry.filter(role="PARTNER").exists()
    assert codes(await act(partner, "callDoctor", request(patient=await patient_id("olga")))) == ["NOT_FOUND"]
    assert (await partner.see("{ homeVisits { nodes { id } } }"))["nodes"] == []


async def test_a_partner_acts_for_whoever_consented_within_its_scopes_until_the_consent_ends(people: People) -> None:
    partner, reader, registrar = await people(PARTNER), await people("partner:home_visit:read"), await people("registrar9")
    await consent(people, "olga", PARTNER)
    case = (await act(partner, "callDoctor", request(patientIin=IIN["olga"], channel="AMBULANCE", kind="ACTIVE", identity="X")))[
        "homeVisit"
    ]
    kept = await row(case)
    assert (kept.channel.value, kept.kind.value, kept.identity_seen, kept.registrar_id) == ("PARTNER", "PRIMARY", "", None)
    assert await see(reader, case["id"]) is None
    assert codes(await act(reader, "callDoctor", request(patientIin=IIN["olga"]))) == ["FORBIDDEN"]
    assert codes(await act(reader, "cancelHomeVisit", {"id": case["id"]})) == ["FORBIDDEN"]
    await done(partner, "reportWorse", case, words="Нашар")
    assert await accepted(registrar, case)
    await Consent.filter(person__iin=IIN["olga"]).update(withdrawn_at=now.now())
    assert await see(partner, case["id"]) is None
    for name in ("cancelHomeVisit", "reportWorse", "insistOnHomeVisit"):
        assert codes(await act(partner, name, asked(name, case["id"]))) == ["NOT_FOUND"]
    assert codes(await act(partner, "callDoctor", request(patientIin=IIN["olga"]))) != []


async def test_a_partner_with_consent_leaves_alone_what_the_person_called(people: People) -> None:
    partner, olga = await people(PARTNER), await people("olga")
    await consent(people, "olga", PARTNER)
    own = await called(olga)
    assert (await see(partner, own["id"]))["number"] == own["number"]
    for name in ("cancelHomeVisit", "reportWorse"):
        assert codes(await act(partner, name, asked(name, own["id"]))) == ["NOT_REPRESENTATIVE"]


async def test_a_draft_for_somebody_who_may_no_longer_be_represented_is_the_callers_own_again(people: People) -> None:
    zhanar = await people("zhanar")
    save = {"patient": await patient_id("marat"), "words": "Қызуы көтерілді", "dangerSigns": []}
    assert codes(await act(zhanar, "saveHomeVisitDraft", save, "homeVisitDraft { key }")) == []
    query = "{ homeVisitDraft { patient { fullName } dangerAsked addressGiven words address { line } term { forbidding { code } } } }"
    before = await zhanar.see(query)
    assert before["patient"]["fullName"].startswith("Өтегенов Марат") and "Төле би" in before["address"]["line"] and before["dangerAsked"]
    await Representation.filter(represented__iin=IIN["marat"]).update(ended_at=now.now())
    after = await zhanar.see(query)
    assert after["patient"]["fullName"].startswith("Өтегенова Жанар") and "Самал" in after["address"]["line"]
    assert codes(await act(zhanar, "saveHomeVisitDraft", {"patient": await patient_id("marat")}, "homeVisitDraft { key }")) == ["NOT_FOUND"]
    assert not (await (await people("olga")).see("{ homeVisitDraft { words dangerAsked } }"))["words"]


async def test_the_draft_is_forgotten_with_the_call_and_by_its_own_key_only(people: People) -> None:
    zhanar = await people("zhanar")
    key = (await act(zhanar, "saveHomeVisitDraft", {"words": "X"}, "homeVisitDraft { key }"))["homeVisitDraft"]["key"]
    kept = await act(zhanar, "discardHomeVisitDraft", {"key": str(uuid4())}, "homeVisitDraft { key words }")
    assert kept["homeVisitDraft"] == {"key": key, "words": "X"}
    await called(zhanar, idempotencyKey=key)
    after = await zhanar.see("{ homeVisitDraft { key words } }")
    assert after["words"] == "" and after["key"] != key
    fresh = await act(zhanar, "discardHomeVisitDraft", {"key": after["key"]}, "homeVisitDraft { key }")
    assert fresh["homeVisitDraft"]["key"] != after["key"]


async def test_another_clinics_doctor_cannot_be_named_nor_another_clinics_calls_filtered_out(people: People) -> None:
    registrar, stranger = await people("registrar9"), await people("registrar")
    case = (await call_by_phone(registrar, IIN["olga"]))["homeVisit"]
    query = "query ($f: HomeVisitFilter) { homeVisits(filter: $f) { totalCount } }"
    filters: list[Json] = [
        {}, {"search": case["number"]}, {"search": IIN["olga"]}, {"patient": await patient_id("olga")}, {"live": True},
        {"since": "0001-01-01", "until": "9999-12-31"}, {"visitDay": "2026-11-23"}, {"urgency": ["ROUTINE"], "channel": ["PHONE"]},
    ]  # fmt: skip
    for one in filters:
        assert (await registrar.see(query, f=one))["totalCount"] == 1, one
        assert (await stranger.see(query, f=one))["totalCount"] == 0, one
    for narrow in ({"live": False}, {"since": "9999-12-31"}, {"until": "0001-01-01"}, {"doctor": await doctor_id("doctor9")}):
        assert (await registrar.see(query, f=narrow))["totalCount"] == 0, narrow
    asked_for = given("acceptHomeVisit", case, window=window(now.now()), doctor=await doctor_id("doctor"))
    assert codes(await act(registrar, "acceptHomeVisit", asked_for)) == ["DOCTOR_ELSEWHERE"]


async def test_an_appeals_officer_sees_that_a_doctor_was_called_and_not_why(people: People) -> None:
    asked = "query ($id: ID!) { homeVisit(id: $id) { number words indications { text } dangerSigns { text } } }"
    case = await called(await people("zhanar"))
    told = await (await people("officer9")).see(asked, id=case["id"])
    assert told["number"] == case["number"] and (told["words"], told["indications"], told["dangerSigns"]) == ("", [], [])
    assert (await (await people("registrar9")).see(asked, id=case["id"]))["indications"]
