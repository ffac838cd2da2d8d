"""What people are told of a call: each step once, in their language, to the person and to whoever called; 103 wherever it may be needed."""

import pytest

from models import texts
from models.home_visit import HomeVisit
from models.law import Language
from models.outbox import Message, words
from models.person import Person
from models.representation import Representation
from models.settings import settings
from tests.attachment.asking import patient_id, reachable
from tests.attachment.conftest import People
from tests.home_visit.calls import (
    IIN,
    NEEDLESS,
    REASON,
    accepted,
    act,
    at,
    call_by_phone,
    called,
    doctor_id,
    done,
    in_vain,
    on_the_way,
    request,
    told,
    window,
)


@pytest.fixture
def sms(environment: pytest.MonkeyPatch) -> None:
    """SMS can be sent; nothing of it leaves, since nobody runs the outbox."""
    environment.setenv("EMHANA_SMS", "http://127.0.0.1:1/sms")
    settings.cache_clear()


HIDDEN = ("Пневмония", "Кеше кештен", "STROKE", "FEVER")


async def test_each_step_tells_the_person_and_whoever_called_and_nobody_else(people: People) -> None:
    zhanar, registrar, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    case = await called(zhanar, patient=await patient_id("marat"))
    case = await accepted(registrar, case)
    case = await done(registrar, "promiseWindow", case, window=window(at(23, 12)))
    case = await done(registrar, "assignHomeVisit", case, doctor=await doctor_id("doctor9"))
    case = await done(doctor, "setOutForHomeVisit", case)
    case = await in_vain(doctor, case)
    case = await done(registrar, "weighHomeVisit", case, urgency="URGENT")
    case = await done(doctor, "setOutForHomeVisit", case)
    case = await done(doctor, "takeHomeVisitBack", case)
    case = await done(doctor, "arriveAtHomeVisit", case)
    await done(doctor, "completeHomeVisit", case, outcome="LEFT_AT_HOME", diagnosis="Пневмония", helpGiven="Пневмония")
    steps = ("submitted", "accepted", "window", "assigned", "on_the_way", "nobody_home", "on_the_way", "step_back", "done")
    assert await told("marat") == sorted(f"home_visit_{one}" for one in steps) == await told("zhanar")
    assert {one.person_id for one in await Message.all()} == {(await Person.get(iin=IIN[name])).id for name in ("marat", "zhanar")}
    for message in await Message.all():
        assert not any(hidden in words(message, language) for hidden in HIDDEN for language in Language), message.template


async def test_danger_named_is_answered_with_103_in_the_first_words(people: People) -> None:
    zhanar = await people("zhanar")
    case = await called(zhanar, dangerSigns=["STROKE"])
    await done(zhanar, "reportWorse", case, words="Нашар")
    assert await told("zhanar") == ["home_visit_submitted_danger", "home_visit_worse"]
    for message in await Message.all():
        assert all("103" in words(message, language) for language in Language)


NEEDS_103 = (
    "submitted", "submitted_danger", "worse", "refused", "carried", "carried_unanswered", "apology", "handed_over",
)  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_whoever_is_left_waiting_or_without_a_doctor_is_reminded_of_103(language: Language) -> None:
    values = dict.fromkeys(
        ("number", "name", "clinic", "phone", "day", "due", "window", "doctor", "address", "route", "ground", "reason"), "1"
    )
    for name in NEEDS_103:
        assert "103" in texts.text(f"message.home_visit_{name}", language, **values), name


async def test_whoever_called_is_answered_in_the_language_and_at_the_phone_of_the_call_the_patient_as_the_register_knows(
    sms: None, people: People
) -> None:
    zhanar = await people("zhanar")
    for name in ("zhanar", "marat"):
        await reachable(name, "", "+77770000000")
    await called(zhanar, patient=await patient_id("marat"), language="EN", phone="+7 702 000 00 02")
    found = {(one.person_id, one.way.value): one for one in await Message.all()}
    own, patient = [(await Person.get(iin=IIN[name])) for name in ("zhanar", "marat")]
    assert found[(own.id, "SMS")].destination == "+77020000002" and found[(own.id, "SMS")].language is Language.EN
    assert found[(patient.id, "SMS")].destination == "+77770000000" and found[(patient.id, "SMS")].language == patient.language


async def test_when_103_or_the_clinic_itself_calls_the_patient_is_told_at_the_phone_of_the_call(sms: None, people: People) -> None:
    registrar = await people("registrar9")
    handed = request(patientIin=IIN["olga"], channel="AMBULANCE", ambulanceNumber="7", language="RU", phone="+7 702 000 00 02")
    await act(registrar, "callDoctor", handed)
    (sent,) = await Message.filter(way="SMS")
    assert (sent.destination, sent.language, sent.template) == ("+77020000002", Language.RU, "home_visit_submitted")


async def test_a_refusal_an_offer_and_another_day_are_told_with_their_reasons(people: People) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await called(zhanar, indications=[])
    case = await done(registrar, "redirectHomeVisit", case, route="PRE_DOCTOR_ROOM", words=REASON)
    case = await done(zhanar, "insistOnHomeVisit", case)
    await done(registrar, "refuseHomeVisit", case, ground="UNRELIABLE", words="Мекенжай табылмады, үй жоқ екен.")
    said = {one.template: words(one, Language.RU) for one in await Message.filter(way="ACCOUNT")}
    assert texts.text("law.home_visit_route.PRE_DOCTOR_ROOM", Language.RU) in said["home_visit_redirected"]
    assert REASON in said["home_visit_redirected"] and "Мекенжай табылмады" in said["home_visit_refused"]
    assert texts.text("law.home_visit_refusal.UNRELIABLE", Language.RU) in said["home_visit_refused"]
    assert set(said) == {f"home_visit_{one}" for one in ("submitted", "redirected", "insisted", "refused")}


async def test_what_the_registrar_reads_out_is_in_the_persons_language_with_number_day_and_doctor(people: People) -> None:
    registrar = await people("registrar9")
    case = (await call_by_phone(registrar, IIN["olga"], language="EN"))["homeVisit"]
    assert case["number"] in case["spoken"] and "10:10" in case["spoken"] and "answer" in case["spoken"]
    case = await accepted(registrar, case)
    assert "23.11.2026, 10:00" in case["spoken"].replace(" at", ",")
    case = await done(registrar, "assignHomeVisit", case, doctor=await doctor_id("doctor9"))
    assert "Каримов" in case["spoken"]
    case = await done(registrar, "cancelHomeVisit", case, reason=NEEDLESS)
    assert case["spoken"] is None and await HomeVisit.filter(state="CANCELLED").count() == 1


async def test_a_doctor_on_the_way_is_named_to_the_person(people: People) -> None:
    zhanar, registrar, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    await on_the_way(registrar, doctor, await called(zhanar))
    (message,) = await Message.filter(template="home_visit_on_the_way", way="ACCOUNT")
    assert "Каримов" in words(message, Language.KK) and "Төле би" in words(message, Language.KK)


async def test_a_childs_parent_is_told_of_every_act_whoever_called(people: People) -> None:
    registrar = await people("registrar9")
    handed = request(patientIin=IIN["aliya"], channel="AMBULANCE", ambulanceNumber="7")
    case = await accepted(registrar, (await act(registrar, "callDoctor", handed))["homeVisit"])
    await done(registrar, "cancelHomeVisit", case, reason=NEEDLESS)
    steps = [f"home_visit_{one}" for one in ("accepted", "cancelled", "submitted")]
    assert await told("aliya") == steps == await told("zhanar")


async def test_whoever_called_is_told_nothing_more_once_the_right_has_ended(people: People) -> None:
    case = await called(await people("zhanar"), patient=await patient_id("marat"))
    await Representation.filter(represented__iin=IIN["marat"]).update(services=["ATTACHMENT"])
    await accepted(await people("registrar9"), case)
    assert await told("zhanar") == ["home_visit_submitted"]
    assert await told("marat") == ["home_visit_accepted", "home_visit_submitted"]


ENDS = {
    "refuseHomeVisit": {"ground": "UNRELIABLE", "words": REASON}, "redirectHomeVisit": {"route": "APPOINTMENT", "words": REASON},
    "handOverHomeVisit": {"words": REASON}, "carryHomeVisit": {"day": "2026-11-24", "reason": REASON},
}  # fmt: skip


@pytest.mark.parametrize("name", ENDS)
async def test_whoever_is_refused_offered_something_else_handed_over_or_put_off_is_read_why(people: People, name: str) -> None:
    registrar = await people("registrar9")
    case = (await call_by_phone(registrar, IIN["olga"], language="EN", indications=[]))["homeVisit"]
    case = await done(registrar, name, case, **ENDS[name])
    assert case["number"] in case["spoken"] and (name == "handOverHomeVisit" or REASON in case["spoken"])
    assert not case["spoken"].startswith(texts.text("api.spoken.home_visit_danger", Language.EN))


@pytest.mark.parametrize("name", ["", "refuseHomeVisit", "handOverHomeVisit"])
async def test_where_a_danger_sign_was_named_the_first_words_read_out_are_103(people: People, name: str) -> None:
    registrar = await people("registrar9")
    case = (await call_by_phone(registrar, IIN["olga"], language="EN", dangerSigns=["STROKE"]))["homeVisit"]
    case = await done(registrar, name, case, **ENDS[name]) if name else case
    danger = texts.text("api.spoken.home_visit_danger", Language.EN)
    assert case["spoken"].startswith(danger) and "103" in danger
