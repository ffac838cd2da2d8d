"""The same request again is the same answer, once: a double click, a reload, a retry of a program over a bad connection."""

import asyncio
from uuid import uuid4

from models.home_visit import HomeVisit
from models.idempotency import IdempotencyKey
from models.journal import Entry
from models.outbox import Message
from tests.attachment.conftest import People
from tests.home_visit.calls import IIN, accepted, act, call_by_phone, called, codes, done, given, request, row


async def test_a_call_repeated_is_one_call_and_another_input_under_its_key_is_refused(people: People) -> None:
    zhanar = await people("zhanar")
    whole = await zhanar.signed("callDoctor", request(), as_head=False)
    answers = [await act(zhanar, "callDoctor", whole) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2] and codes(answers[0]) == []
    assert await HomeVisit.all().count() == 1 == await Entry.filter(act="home_visit:call").count()
    assert await Message.all().count() == 1
    for change in ({"words": "Басқа"}, {"phone": "+77019999999"}, {"dangerSigns": ["STROKE"]}):
        assert codes(await act(zhanar, "callDoctor", whole | change)) == ["IDEMPOTENCY_KEY_REUSED"]
    await done(zhanar, "cancelHomeVisit", answers[0]["homeVisit"])
    assert (await act(zhanar, "callDoctor", whole))["homeVisit"]["state"] == "CANCELLED"


async def test_two_clicks_at_once_are_one_call_and_two_registrars_at_once_are_one_too(people: People) -> None:
    registrar, second = await people("registrar9"), await people("registrar9-second")
    asked = request(patientIin=IIN["olga"], channel="PHONE")
    one, other = await asyncio.gather(*(act(registrar, "callDoctor", asked) for _ in range(2)))
    assert one == other and codes(one) == [] and await HomeVisit.all().count() == 1
    both = await asyncio.gather(*(call_by_phone(who, IIN["marat"]) for who in (registrar, second)))
    assert sorted(codes(found) for found in both) == [[], ["ALREADY_CALLED"]]
    assert sorted(one.log_number for one in await HomeVisit.all()) == [1, 2]


async def test_a_refused_call_leaves_its_key_free_and_no_gap_in_the_log(people: People) -> None:
    registrar = await people("registrar9")
    key = str(uuid4())
    assert codes(await call_by_phone(registrar, IIN["olga"], indications=[], words=None, idempotencyKey=key)) == ["REASON_MISSING"]
    assert codes(await call_by_phone(registrar, IIN["dias"])) == ["NOT_ATTACHED"]
    assert not await IdempotencyKey.exists()
    assert (await call_by_phone(registrar, IIN["olga"], idempotencyKey=key))["homeVisit"]["logNumber"] == 1


async def test_a_key_of_one_caller_says_nothing_about_anothers(people: People) -> None:
    key = str(uuid4())
    mine = await called(await people("zhanar"), idempotencyKey=key)
    hers = await called(await people("olga"), idempotencyKey=key)
    assert mine["id"] != hers["id"]


async def test_that_it_is_worse_is_told_once_however_often_it_is_sent(people: People) -> None:
    zhanar = await people("zhanar")
    case = await called(zhanar)
    worse = given("reportWorse", case, words="Нашар", dangerSigns=["SEIZURE"])
    answers = [await act(zhanar, "reportWorse", worse) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert (await row(case)).words.count("Нашар") == 1 and await Entry.filter(act="home_visit:worsen").count() == 1
    assert codes(await act(zhanar, "reportWorse", worse | {"words": "Басқа"})) == ["IDEMPOTENCY_KEY_REUSED"]


async def test_acts_without_a_key_repeated_do_nothing_more(people: People) -> None:
    zhanar, registrar = await people("zhanar"), await people("registrar9")
    case = await called(zhanar)
    seen = given("acceptHomeVisit", case, window=(await accepted(registrar, case))["window"])
    assert codes(await act(registrar, "acceptHomeVisit", seen)) == ["CALL_CHANGED"]
    assert [codes(await act(zhanar, "cancelHomeVisit", {"id": case["id"]})) for _ in range(2)] == [[], ["NOT_OPEN"]]
    assert await Message.filter(template="home_visit_cancelled").count() == 1
