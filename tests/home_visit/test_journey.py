"""From the call to the done visit, as each role does it at /graphql."""

from models.home_visit import HomeVisit
from models.outbox import Message
from tests.attachment.asking import iin
from tests.attachment.conftest import People
from tests.home_visit.calls import accepted, call_by_phone, called, codes, done, see


async def test_a_call_is_entered_answered_assigned_and_served_and_the_person_hears_of_each_step(people: People) -> None:
    zhanar, registrar, doctor = await people("zhanar"), await people("registrar9"), await people("doctor9")
    case = await called(zhanar)
    assert case["state"] == "SUBMITTED" and case["visitDay"] == "2026-11-23" and case["logNumber"] == 1
    case = await accepted(registrar, case, "doctor9")
    assert case["state"] == "ASSIGNED" and case["window"]
    for act, state in (("setOutForHomeVisit", "EN_ROUTE"), ("arriveAtHomeVisit", "ON_SITE")):
        case = await done(doctor, act, case)
        assert case["state"] == state
    case = await done(doctor, "completeHomeVisit", case, outcome="LEFT_AT_HOME", diagnosis="ЖРВИ", helpGiven="Тексеру")
    assert case["state"] == "COMPLETED"
    said = await Message.filter(person__iin=await iin("zhanar"), way="ACCOUNT").values_list("template", flat=True)
    assert {str(one) for one in said} == {"home_visit_submitted", "home_visit_accepted_doctor", "home_visit_on_the_way", "home_visit_done"}
    assert (await see(zhanar, case["id"]))["state"] == "COMPLETED"


async def test_a_second_call_for_the_same_person_is_told_of_the_first(people: People) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    first = await called(zhanar)
    second = await call_by_phone(registrar, await iin("zhanar"))
    assert codes(second) == ["ALREADY_CALLED"] and first["number"] in second["problems"][0]["message"]
    assert await HomeVisit.all().count() == 1
