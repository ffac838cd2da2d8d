"""Who may be called for, by whom and by which way, and what a call is given from the first moment."""

from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine

from api.ids import encode
from models import clock as now
from models.clinic import Clinic
from models.home_visit import HomeVisit
from models.person import Person
from models.representation import Representation
from tests.attachment.asking import BINS, Asker, Json, patient_id
from tests.attachment.conftest import People
from tests.attachment.test_may_i import may
from tests.home_visit.calls import (
    HOME,
    IIN,
    NEEDLESS,
    SEEN,
    accepted,
    act,
    at,
    call,
    call_by_phone,
    called,
    codes,
    done,
    on_the_way,
    request,
    see,
)

SIGNS = [
    "UNCONSCIOUS", "BREATHING", "CHEST_PAIN", "STROKE", "SEIZURE", "BLEEDING", "ALLERGY", "INJURY", "POISONING", "SUICIDE", "LABOUR",
    "INFANT_FEVER", "STIFF_NECK_OR_RASH",
]  # fmt: skip
URGENT = {"BLOOD_PRESSURE", "DIZZINESS", "INFECTION"}
NAMED = ["FEVER", "BLOOD_PRESSURE", "DIARRHOEA", "PAIN", "DIZZINESS", "CHRONIC", "INFECTION", "NOT_TRANSPORTABLE"]


async def entered(registrar: Asker, **changes: Any) -> Json:
    """What a registrar enters, and what becomes of it."""
    return await act(registrar, "callDoctor", request(**changes))


@pytest.mark.parametrize(
    "channel, more, codes_found",
    [
        ("DESK", {"identity": SEEN}, []), ("DESK", {}, ["IDENTITY_NOT_SEEN"]), ("PHONE", {}, []), ("CLINIC", {}, []),
        ("AMBULANCE", {"ambulanceNumber": "103-77"}, []), ("AMBULANCE", {}, ["AMBULANCE_NUMBER"]),
        ("AMBULANCE", {"ambulanceNumber": " "}, ["AMBULANCE_NUMBER"]),
    ],
)  # fmt: skip
async def test_each_way_asks_what_it_can_know(people: People, channel: str, more: Json, codes_found: list[str]) -> None:
    payload = await entered(await people("registrar9"), patientIin=IIN["olga"], channel=channel, **more)
    assert codes(payload) == codes_found
    assert [one.channel.value for one in await HomeVisit.all()] == ([] if codes_found else [channel])


@pytest.mark.parametrize("said", ["PORTAL", "PARTNER", "REGISTER"])
async def test_a_registrar_cannot_say_that_a_call_came_by_a_way_that_is_not_the_clinics(people: People, said: str) -> None:
    made = await entered(await people("registrar9"), patientIin=IIN["olga"], channel=said, identity=SEEN)
    assert codes(made) == [] and (await HomeVisit.get()).channel.value == "DESK"


async def test_what_103_hands_over_is_urgent_needs_no_attachment_and_is_reached_within_its_hour(people: People) -> None:
    registrar = await people("registrar9")
    handed = request(patientIin=IIN["yerlan"], channel="AMBULANCE", ambulanceNumber="103-77", indications=[], words=None)
    case = (await act(registrar, "callDoctor", handed))["homeVisit"]
    assert case["urgency"] == "URGENT" and case["indications"] == [{"indication": "AMBULANCE"}]
    assert case["windows"][0] == {"since": at(23, 10).isoformat(), "until": at(23, 11).isoformat()}
    assert (await HomeVisit.get()).ambulance_number == "103-77" and (await HomeVisit.get()).applicant_id is None


async def test_only_103_says_that_103_hands_a_call_over(people: People) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    for who, more in ((zhanar, {}), (registrar, {"patientIin": IIN["olga"]})):
        assert codes(await act(who, "callDoctor", request(indications=["AMBULANCE"], **more))) == ["INVALID_VALUE"]
    kept = await act(zhanar, "saveHomeVisitDraft", {"indications": ["AMBULANCE"]}, "homeVisitDraft { key }")
    assert codes(kept) == ["INVALID_VALUE"]
    for who in (zhanar, registrar):
        assert [one["indication"] for one in await who.see("{ indications { indication } }")] == NAMED


async def test_103_hands_calls_over_in_the_clinics_hours_only(people: People, clock: time_machine.Traveller) -> None:
    for moment, found in ((at(23, 20), ["AMBULANCE_HOURS"]), (at(24, 7, 59), ["AMBULANCE_HOURS"]), (at(24, 8), [])):
        clock.move_to(moment)
        registrar = await people("registrar9")
        handed = request(patientIin=IIN["olga"], channel="AMBULANCE", ambulanceNumber="1")
        assert codes(await act(registrar, "callDoctor", handed)) == found


async def test_whoever_asks_at_the_desk_or_by_phone_has_a_right_to_and_103_needs_none(people: People) -> None:
    registrar, child = await people("registrar9"), {"patientIin": IIN["aliya"]}
    assert codes(await entered(registrar, **child, applicantIin=IIN["olga"], channel="PHONE")) == ["NOT_REPRESENTATIVE"]
    made = await entered(registrar, **child, applicantIin=IIN["zhanar"], channel="PHONE")
    assert codes(made) == [] and (await HomeVisit.get()).applicant_right.value == "PARENT"
    handed = await entered(registrar, patientIin=IIN["marat"], applicantIin=IIN["olga"], channel="AMBULANCE", ambulanceNumber="1")
    assert codes(handed) == []


async def test_a_representative_calls_for_the_child_and_with_a_power_of_attorney_and_for_nobody_else(people: People) -> None:
    zhanar = await people("zhanar")
    for name in ("aliya", "marat"):
        assert (await called(zhanar, patient=await patient_id(name)))["state"] == "SUBMITTED"
    for key in (await patient_id("olga"), encode("Patient", uuid4())):
        assert codes(await act(zhanar, "callDoctor", request(patient=key))) == ["NOT_FOUND"]
    assert codes(await act(zhanar, "callDoctor", request(patientIin=IIN["olga"]))) == ["INVALID_VALUE"]


async def test_a_right_that_has_ended_calls_nobody_and_shows_nothing(people: People) -> None:
    zhanar = await people("zhanar")
    case = await called(zhanar, patient=await patient_id("marat"))
    await Representation.filter(represented__iin=IIN["marat"]).update(services=["ATTACHMENT"])
    assert await see(zhanar, case["id"]) is None
    for name in ("cancelHomeVisit", "reportWorse"):
        more = {"idempotencyKey": str(uuid4()), "words": "X"} if name == "reportWorse" else {}
        assert codes(await act(zhanar, name, {"id": case["id"], **more})) == ["NOT_FOUND"]
    assert codes(await act(zhanar, "callDoctor", request(patient=await patient_id("marat")))) == ["NOT_FOUND"]


async def test_without_an_attachment_there_is_no_clinic_to_call(people: People) -> None:
    yerlan, registrar = await people("yerlan"), await people("registrar9")
    assert codes(await act(yerlan, "callDoctor", request())) == ["NOT_ATTACHED"]
    assert (await yerlan.to_sign("callDoctor", request()))[1][0]["code"] == "NOT_ATTACHED"
    for name in ("yerlan", "dias"):  # attached to none, and to another clinic
        assert codes(await call_by_phone(registrar, IIN[name])) == ["NOT_ATTACHED"]
    term = await yerlan.see("{ callTerm { clinic { id } answerBy forbidding { code } } }")
    assert term == {"clinic": None, "answerBy": None, "forbidding": [{"code": "NOT_ATTACHED"}]}


async def test_nobody_is_called_to_who_is_dead_nor_by_a_clinic_that_serves_nobody(people: People) -> None:
    registrar = await people("registrar9")
    await Person.filter(iin=IIN["olga"]).update(deceased_on=now.today())
    assert codes(await call_by_phone(registrar, IIN["olga"])) == ["DECEASED"]
    await Clinic.filter(bin=BINS["almaty-9"]).update(serving=False)
    assert codes(await act(await people("zhanar"), "callDoctor", request())) == ["CLINIC_NOT_SERVING"]


async def test_nobody_enters_a_call_for_oneself_at_ones_own_desk(people: People) -> None:
    registrar = await people("registrar9")
    assert "OWN_DESK" in codes(await call_by_phone(registrar, IIN["registrar9"]))


async def test_a_call_says_why_by_a_sign_a_state_or_ones_own_words(people: People) -> None:
    registrar = await people("registrar9")
    for words in (None, "", " \n "):
        assert codes(await call_by_phone(registrar, IIN["olga"], indications=[], words=words)) == ["REASON_MISSING"]
    for name, more in (("olga", {"words": "Х"}), ("marat", {"dangerSigns": ["STROKE"]}), ("zhanar", {"indications": ["PAIN"]})):
        assert codes(await call_by_phone(registrar, IIN[name], **{"indications": [], "words": None, **more})) == []


TYPED_WRONG: list[tuple[Json, str, list[str]]] = [
        ({"phone": "1"}, "INVALID_PHONE", ["phone"]), ({"words": "а" * 2001}, "TOO_LONG", ["words"]),
        ({"arrival": "а" * 501}, "TOO_LONG", ["arrival"]), ({"words": "\x00"}, "INVALID_VALUE", ["words"]),
        ({"arrival": "\x1b[2J"}, "INVALID_VALUE", ["arrival"]), ({"identity": "№" * 201}, "TOO_LONG", ["identity"]),
        ({"ambulanceNumber": "1" * 61}, "TOO_LONG", ["ambulanceNumber"]),
        ({"address": {**HOME, "street": " "}}, "REQUIRED", ["address", "street"]),
        ({"address": {**HOME, "intercom": "1" * 201}}, "TOO_LONG", ["address", "intercom"]),
        ({"address": {**HOME, "flat": "\ud800"}}, "INVALID_VALUE", ["address", "flat"]),
        ({"dangerSigns": ["STROKE"] * 101}, "TOO_MANY", ["dangerSigns"]), ({"patientIin": "1"}, "IIN_LENGTH", ["patientIin"]),
        ({"patientIin": "730404399077"}, "NOT_FOUND", ["patientIin"]), ({"applicantIin": "730404399077"}, "NOT_FOUND", ["applicantIin"]),
]  # fmt: skip


async def test_what_is_typed_wrong_is_told_on_its_field(people: People) -> None:
    registrar = await people("registrar9")
    for changes, code, field in TYPED_WRONG:
        given = request(**{"patientIin": IIN["olga"], **changes})
        problem = (await act(registrar, "callDoctor", given))["problems"][0]
        assert (problem["code"], problem["field"]) == (code, field)
    assert not await HomeVisit.exists()


async def test_a_registrar_who_names_a_person_that_is_not_is_told_that_there_is_none(people: People) -> None:
    registrar, nobody = await people("registrar9"), encode("Patient", UUID(int=9))
    assert codes(await act(registrar, "callDoctor", request(patient=nobody))) == ["NOT_FOUND"]
    body = await registrar.ask("query ($p: ID) { callTerm(patient: $p) { visitDay } }", p=nobody)
    assert body["errors"][0]["extensions"]["code"] == "NOT_FOUND"


async def test_the_urgency_is_the_highest_of_what_was_named(people: People) -> None:
    registrar = await people("registrar9")
    signs = [({"dangerSigns": [one]}, "EMERGENCY") for one in SIGNS]
    states = [({"indications": ["FEVER", one]}, "URGENT" if one in URGENT else "ROUTINE") for one in NAMED]
    for named, expected in signs + states:
        case = (await call_by_phone(registrar, IIN["olga"], **named))["homeVisit"]
        assert case["urgency"] == expected, named
        await done(registrar, "cancelHomeVisit", case, reason=NEEDLESS)


async def test_a_sign_named_twice_is_named_once(people: People) -> None:
    case = await called(await people("zhanar"), dangerSigns=["STROKE", "STROKE"], indications=["FEVER", "FEVER"])
    assert case["dangerSigns"] == [{"sign": "STROKE"}] and case["indications"] == [{"indication": "FEVER"}]


async def test_the_patient_who_is_worse_raises_the_urgency_and_never_lowers_it(people: People) -> None:
    zhanar = await people("zhanar")
    case = await called(zhanar)
    assert case["urgency"] == "ROUTINE"
    case = await done(zhanar, "reportWorse", case, dangerSigns=["CHEST_PAIN"])
    assert case["urgency"] == "EMERGENCY" and case["dangerSigns"] == [{"sign": "CHEST_PAIN"}]
    case = await done(zhanar, "reportWorse", case, words="Тыныш")
    assert case["urgency"] == "EMERGENCY" and case["dangerSigns"] == [{"sign": "CHEST_PAIN"}]
    assert (await HomeVisit.get()).words.splitlines() == ["Кеше кештен бері қызуы 39", "Тыныш"]
    assert codes(await act(zhanar, "reportWorse", {"idempotencyKey": str(uuid4()), "id": case["id"], "words": " "})) == ["REASON_MISSING"]


async def test_what_is_told_of_one_call_has_an_end(people: People) -> None:
    zhanar = await people("zhanar")
    case = await called(zhanar)
    for _ in range(4):
        case = await done(zhanar, "reportWorse", case, words="а" * 2000)
    longer = {"idempotencyKey": str(uuid4()), "id": case["id"], "words": "а" * 2000}
    assert codes(await act(zhanar, "reportWorse", longer)) == ["TOO_LONG"]
    assert codes(await act(zhanar, "reportWorse", {**longer, "words": None, "dangerSigns": ["STROKE"]})) == []


MOMENTS = [
        (at(23, 10), "PORTAL", at(23, 10, 30), "2026-11-23"), (at(23, 10), "PHONE", at(23, 10, 10), "2026-11-23"),
        (at(23, 17, 59), "PORTAL", at(23, 18, 29), "2026-11-23"), (at(23, 18), "PORTAL", at(23, 18, 30), "2026-11-24"),
        (at(23, 19, 50), "PORTAL", at(24, 8, 20), "2026-11-24"), (at(23, 23), "PORTAL", at(24, 8, 30), "2026-11-24"),
        (at(28, 11, 59), "PORTAL", at(28, 12, 29), "2026-11-28"), (at(28, 12, 1), "PHONE", at(28, 12, 11), "2026-11-30"),
        (at(29, 12), "PORTAL", at(30, 8, 30), "2026-11-30"),
]  # fmt: skip


async def test_what_is_said_beforehand_of_the_answer_and_the_day_is_what_the_call_is_given(
    people: People, clock: time_machine.Traveller
) -> None:
    query = "query ($p: ID, $c: Channel) { callTerm(patient: $p, channel: $c) { answerBy visitDay forbidding { code } } }"
    patient = await patient_id("zhanar")
    for moment, channel, answer_by, day in MOMENTS:
        clock.move_to(moment)
        who = await people("zhanar" if channel == "PORTAL" else "registrar9")
        term = await who.see(query, p=patient, c=channel)
        assert term == {"answerBy": answer_by.isoformat(), "visitDay": day, "forbidding": []}, moment
        made = (await (call(who) if channel == "PORTAL" else call_by_phone(who, IIN["zhanar"])))["homeVisit"]
        assert (made["answerBy"], made["visitDay"]) == (term["answerBy"], day)
        assert (await who.see(query, p=patient, c=channel))["forbidding"] == [{"code": "ALREADY_CALLED"}]
        await done(who, "cancelHomeVisit", made, reason=NEEDLESS)


async def test_after_a_visit_a_call_is_a_repeated_one_and_the_clinics_own_is_active(people: People) -> None:
    registrar, doctor, zhanar = await people("registrar9"), await people("doctor9"), await people("zhanar")
    case = await called(zhanar)
    case = await accepted(registrar, case, "doctor9")
    await done(doctor, "completeHomeVisit", case, outcome="LEFT_AT_HOME")
    await called(zhanar)
    await call_by_phone(registrar, IIN["olga"])
    await act(registrar, "callDoctor", request(patientIin=IIN["marat"], channel="CLINIC"))
    kinds = {one.log_number: one.kind.value for one in await HomeVisit.all()}
    assert kinds == {1: "PRIMARY", 2: "REPEAT", 3: "PRIMARY", 4: "ACTIVE"}


async def test_what_may_be_called_is_called_and_nothing_else(people: People) -> None:
    askers = [await people(name) for name in ("zhanar", "olga", "yerlan", "dias", "registrar9", "head9", "doctor9", "centre", "")]
    for who in askers:
        for given in (request(), request(patientIin=IIN["marat"]), request(indications=[], words=None)):
            allowed, forbidding = await may(who, "callDoctor", given)
            found = [one for one in codes(await act(who, "callDoctor", given)) if one != "SIGNATURE_REQUIRED"]
            assert (allowed, forbidding) == (not found, found), who.name
    assert {one.person_id for one in await HomeVisit.all()} == {(await Person.get(iin=IIN["marat"])).id}


async def test_the_site_is_that_of_the_address_else_of_the_attachment(people: People) -> None:
    registrar = await people("registrar9")
    inside = (await call_by_phone(registrar, IIN["olga"]))["homeVisit"]
    outside = (await call_by_phone(registrar, IIN["marat"], address={**HOME, "street": "Шалғай"}))["homeVisit"]
    rows = {one.number: one for one in await HomeVisit.all().prefetch_related("site")}
    assert rows[inside["number"]].site and not rows[inside["number"]].outside_zone
    assert rows[outside["number"]].outside_zone


async def test_what_103_hands_over_is_promised_from_this_very_minute(people: People, clock: time_machine.Traveller) -> None:
    clock.move_to(at(23, 10, 7))
    registrar = await people("registrar9")
    handed = await entered(registrar, patientIin=IIN["olga"], channel="AMBULANCE", ambulanceNumber="1")
    case = handed["homeVisit"]
    assert case["windows"][0] == {"since": at(23, 10, 7).isoformat(), "until": at(23, 11, 7).isoformat()}
    assert (await accepted(registrar, case))["window"] == case["windows"][0]


async def test_103_hands_over_whoever_is_attached_elsewhere_only_within_the_clinics_zone(people: People) -> None:
    registrar, handed = await people("registrar9"), {"channel": "AMBULANCE", "ambulanceNumber": "1"}
    for name in ("yerlan", "dias"):
        far = await entered(registrar, patientIin=IIN[name], address={**HOME, "street": "Шалғай"}, **handed)
        assert codes(far) == ["NOT_ATTACHED"]
        assert codes(await entered(registrar, patientIin=IIN[name], **handed)) == []
    assert codes(await entered(registrar, patientIin=IIN["olga"], address={**HOME, "street": "Шалғай"}, **handed)) == []


async def test_what_103_handed_to_another_clinic_keeps_nobody_from_calling_ones_own(people: People) -> None:
    registrar, dias = await people("registrar9"), await people("dias")
    handed = await entered(registrar, patientIin=IIN["dias"], channel="AMBULANCE", ambulanceNumber="1")
    assert codes(handed) == [] == codes(await call(dias))
    assert codes(await act(dias, "callDoctor", request())) == ["ALREADY_CALLED"]
    again = await entered(registrar, patientIin=IIN["dias"], channel="AMBULANCE", ambulanceNumber="2")
    assert codes(again) == ["ALREADY_CALLED"] and handed["homeVisit"]["number"] in again["problems"][0]["message"]


async def test_that_it_is_worse_is_told_even_with_the_doctor_at_the_door(people: People) -> None:
    zhanar, registrar, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    case = await done(doctor, "arriveAtHomeVisit", await on_the_way(registrar, doctor, await called(zhanar)))
    case = await done(zhanar, "reportWorse", case, dangerSigns=["SEIZURE"])
    assert (case["state"], case["urgency"]) == ("ON_SITE", "EMERGENCY")


async def test_a_sign_told_again_without_words_changes_nothing(people: People) -> None:
    zhanar = await people("zhanar")
    case = await called(zhanar, dangerSigns=["SEIZURE", "STROKE"])
    assert (await done(zhanar, "reportWorse", case, dangerSigns=["STROKE"], words=" "))["version"] == case["version"]
    assert (await done(zhanar, "reportWorse", case, dangerSigns=["STROKE"], words="Тағы"))["version"] == case["version"] + 1
