"""Posts given and ended: by whom, to whom, what a session in them becomes, and what the journal says."""

import asyncio
from datetime import date
from typing import Any

import pytest

from models import account, demo
from models.account import Post, Session
from models.clinic import Doctor
from models.journal import Entry
from models.law import Role
from models.person import Person
from models.schedule import JOBS
from tests.attachment.asking import Asker
from tests.attachment.conftest import People
from tests.staffing.posts import as_doctor, codes, doctor, done, end, give, no_timetable, post, seen

ME = "{ me { role posts { id role } } }"
ENDED = "BAD_BEARER"
TAKE = "mutation ($input: TakePostInput!) { takePost(input: $input) { signIn { token role } problems { code } } }"


async def told(who: Asker) -> str:
    """The code with which a bearer is turned away."""
    return str((await who.ask(ME))["errors"][0]["extensions"]["code"])


async def test_a_registrar_gets_a_post_works_in_it_and_is_signed_out_when_it_ends(people: People) -> None:
    administrator, olga = await people("administrator9"), await people("olga")
    assert (await olga.see(ME))["posts"] == []
    done(await give(administrator, "olga"))
    (given,) = (await olga.see(ME))["posts"]
    taken = await olga.see(TAKE, input={"post": given["id"]})
    olga.token = taken["signIn"]["token"]
    assert taken["signIn"]["role"] == "REGISTRAR" and (await olga.see("{ work { totalCount } }")) is not None
    ended = done(await end(administrator, "olga", Role.REGISTRAR))
    assert [one["ended"] for one in ended["posts"]] == [True]
    assert await told(olga) == ENDED
    again = await people("olga")
    assert (await again.see(ME))["posts"] == []
    assert [one["code"] for one in (await again.see(TAKE, input={"post": given["id"]}))["problems"]] == ["NOT_FOUND"]


async def test_a_post_ends_by_itself_after_its_last_day(people: People, clock: Any) -> None:
    administrator, olga = await people("administrator9"), await people("olga")
    done(await give(administrator, "olga"))
    ended = done(await end(administrator, "olga", Role.REGISTRAR, until="2026-11-24"))
    assert ended["posts"][0]["ended"] is False
    clock.shift(37 * 3600)  # the last evening
    olga = await people("olga")
    olga.token = (await olga.see(TAKE, input={"post": (await olga.see(ME))["posts"][0]["id"]}))["signIn"]["token"]
    assert (await olga.see(ME))["role"] == "REGISTRAR"
    clock.shift(3600)
    assert await told(olga) == ENDED and (await (await people("olga")).see(ME))["posts"] == []


async def test_a_post_ahead_is_not_offered_before_its_first_day(people: People, clock: Any) -> None:
    administrator = await people("administrator9")
    member = done(await give(administrator, "olga", since="2026-11-25"))
    assert member["posts"][0]["ahead"] and (await (await people("olga")).see(ME))["posts"] == []
    clock.shift(2 * 86400)
    assert [one["role"] for one in (await (await people("olga")).see(ME))["posts"]] == ["REGISTRAR"]


async def test_a_post_given_again_is_the_same_row_and_wakes_no_old_session(people: People, clock: Any) -> None:
    administrator, olga = await people("administrator9"), await people("olga")
    first = done(await give(administrator, "olga"))["posts"][0]["post"]["id"]
    olga.token = (await olga.see(TAKE, input={"post": first}))["signIn"]["token"]
    row = await post("olga", Role.REGISTRAR)
    await Post.filter(id=row.id).update(until=date(2026, 11, 22), may_sign=True)  # as a post that ran out by itself leaves it
    again = done(await give(administrator, "olga"))["posts"][0]["post"]
    assert again == {"id": first, "role": "REGISTRAR", "since": "2026-11-23", "until": None}
    assert await told(olga) == ENDED and not (await Post.get(id=row.id)).may_sign


@pytest.mark.parametrize(("who", "to", "role", "code"), [
    ("administrator9", "olga", "HEAD", ["POST_NOT_GIVEN"]), ("administrator9", "olga", "ADMINISTRATOR", ["POST_NOT_GIVEN"]),
    ("administrator9", "olga", "AUTHORITY", ["POST_NOT_GIVEN"]), ("head9", "olga", "CONTACT_CENTRE", ["POST_NOT_GIVEN"]),
    ("administrator9", "administrator9", "REGISTRAR", ["OWN_POST"]), ("administrator9", "registrar9", "REGISTRAR", ["POST_HELD"]),
    ("head9", "olga", "HEAD", []), ("head9", "olga", "ADMINISTRATOR", []),
    ("head9", "head9", "APPEALS_OFFICER", ["OWN_POST"]), ("head9", "head9", "REGISTRAR", ["OWN_POST"]),
    ("head9", "head9", "ADMINISTRATOR", ["OWN_POST"]), ("head9", "aliya", "REGISTRAR", ["POST_MINOR"]),
])  # fmt: skip
async def test_who_gives_which_post(people: People, who: str, to: str, role: str, code: list[str]) -> None:
    before = await Post.all().count()
    assert codes(await give(await people(who), to, role)) == code
    assert await Post.all().count() == before + (not code)


@pytest.mark.parametrize(("who", "whose", "role", "code"), [
    ("administrator9", "head9", Role.HEAD, ["POST_NOT_GIVEN"]),
    ("administrator9", "administrator9", Role.ADMINISTRATOR, ["POST_NOT_GIVEN", "OWN_POST"]),
    ("head9", "head9", Role.HEAD, ["OWN_POST"]), ("head9", "deputy9", Role.HEAD, []), ("head9", "administrator9", Role.ADMINISTRATOR, []),
    ("administrator9", "registrar9", Role.REGISTRAR, []), ("administrator9", "officer9", Role.APPEALS_OFFICER, []),
])  # fmt: skip
async def test_who_ends_which_post(people: People, who: str, whose: str, role: Role, code: list[str]) -> None:
    admin = await people(who)
    told = [one["forbidding"] for one in (await seen(admin, whose))["posts"] if one["post"]["role"] == role]
    assert [one["code"] for one in told[0]] == code
    assert codes(await end(admin, whose, role)) == code
    assert (await post(whose, role)).until == (None if code else date(2026, 11, 22))


async def test_a_clinic_is_never_left_without_a_head(people: People) -> None:
    deputy = await people("deputy9")
    await Post.filter(id=(await post("deputy9", Role.HEAD)).id).update(until=date(2026, 12, 31))
    assert codes(await end(deputy, "head9", Role.HEAD)) == ["LAST_HEAD"]
    assert codes(await end(deputy, "head9", Role.HEAD, until="2026-12-01")) == ["LAST_HEAD"]
    done(await give(deputy, "olga", "HEAD"))
    assert codes(await end(deputy, "head9", Role.HEAD)) == []


async def test_of_two_who_end_the_same_post_one_is_told(people: People) -> None:
    admin, head = await people("administrator9"), await people("head9")
    found = await asyncio.gather(end(admin, "registrar9", Role.REGISTRAR), end(head, "registrar9", Role.REGISTRAR))
    assert sorted(map(codes, found)) == [[], ["POST_ENDED"]]
    assert await Entry.filter(act="post:end").count() == 1


async def test_of_two_who_give_the_same_post_one_is_told(people: People) -> None:
    admin, head = await people("administrator9"), await people("head9")
    found = await asyncio.gather(give(admin, "olga"), give(head, "olga"))
    assert sorted(map(codes, found)) == [[], ["POST_HELD"]]
    own = await account.account_of(await demo.person("olga"))
    assert await Post.filter(account=own).count() == 1


async def test_the_same_key_gives_one_post(people: People) -> None:
    admin, key = await people("administrator9"), "00000000-0000-4000-8000-000000000001"
    first, second = [done(await give(admin, "olga", idempotencyKey=key)) for _ in range(2)]
    assert first["id"] == second["id"] and await Entry.filter(act="post:give").count() == 1


async def test_nobody_unknown_to_the_register_and_nobody_dead_gets_a_post(people: People) -> None:
    admin = await people("administrator9")
    given = {"idempotencyKey": "00000000-0000-4000-8000-000000000002", "iin": "730404399077", "role": "REGISTRAR"}
    found = await admin.act("givePost", given, "member { id }")
    assert codes(found) == ["NO_SUCH_PERSON"] and found["problems"][0]["field"] == ["iin"] and found["problems"][0]["remedy"]
    await Person.filter(id=(await demo.person("olga")).id).update(deceased_on=date(2026, 11, 1))
    assert codes(await give(admin, "olga")) == ["DECEASED"]


@pytest.mark.parametrize("more", [{"since": "2026-11-22"}, {"since": "2026-11-25", "until": "2026-11-24"}])
async def test_a_post_begins_today_or_later_and_does_not_end_before(people: People, more: dict[str, str]) -> None:
    assert codes(await give(await people("administrator9"), "olga", **more)) == ["POST_DAYS"]


async def test_a_new_doctor_is_one_of_the_clinic_at_a_site(people: People) -> None:
    admin = await people("administrator9")
    assert codes(await give(admin, "olga", "DOCTOR")) == ["REQUIRED"]
    assert codes(await give(admin, "olga", "DOCTOR", doctor=await as_doctor(site=None))) == ["SITE_NEEDED"]
    from tests.staffing.posts import site_id

    assert codes(await give(admin, "olga", "DOCTOR", doctor=await as_doctor(site=await site_id("almaty-5")))) == ["NO_SUCH_SITE"]
    assert codes(await give(admin, "olga", "DOCTOR", doctor=await as_doctor(languages=[]))) == ["REQUIRED"]
    assert not await Doctor.filter(person=await demo.person("olga")).exists()
    assert done(await give(admin, "olga", "DOCTOR", doctor=await as_doctor()))["doctor"]["serving"]
    row = await doctor("olga")
    assert (row.specialty, row.languages, row.elsewhere) == ("GP", ["kk", "ru"], 0)
    assert (await row.clinic).bin == "260440990029"


async def test_a_doctor_who_is_awaited_keeps_the_post_and_stops_serving_with_it(people: People) -> None:
    admin = await people("administrator9")
    assert codes(await end(admin, "dentist9", Role.DOCTOR)) == ["HAS_TIMETABLE"]
    await no_timetable("dentist9")
    assert done(await end(admin, "dentist9", Role.DOCTOR))["doctor"]["serving"] is False
    assert (await doctor("dentist9")).serving is False


async def test_a_doctors_service_ends_with_a_post_that_runs_out(people: People, clock: Any) -> None:
    await no_timetable("dentist9")
    done(await end(await people("administrator9"), "dentist9", Role.DOCTOR, until="2026-11-24"))
    job = next(one for one in JOBS if "doctors whose post" in one.name)
    assert await job.work() == 0 and (await doctor("dentist9")).serving
    clock.shift(2 * 86400)
    assert await job.work() == 1 and not (await doctor("dentist9")).serving
    assert await job.work() == 0


async def test_every_act_is_a_line_that_the_person_sees(people: People) -> None:
    admin = await people("administrator9")
    done(await give(admin, "olga"))
    done(await end(admin, "olga", Role.REGISTRAR))
    lines = await (await people("olga")).see("{ accessLog { nodes { actText role } } }")
    said = sorted(one["actText"] for one in lines["nodes"] if one["role"] == "ADMINISTRATOR")  # the clock stands still: no order
    assert said == ["Post ended", "Post given"]


async def test_whose_an_iin_is_is_told_and_noted(people: People) -> None:
    admin, query = await people("administrator9"), "query ($iin: IIN!) { staffCandidate(iin: $iin) { fullName } }"
    olga = await demo.person("olga")
    assert await admin.see(query, iin=olga.iin) == {"fullName": olga.full_name}
    assert await admin.see(query, iin=olga.iin) == {"fullName": olga.full_name}
    assert await Entry.filter(act="post:lookup", person_id=olga.id, role=Role.ADMINISTRATOR).count() == 1
    seen = await (await people("olga")).see("{ accessLog { nodes { actText } } }")
    assert "Looked up by IIN to be given a post" in [one["actText"] for one in seen["nodes"]]
    body = await admin.ask(query, iin="730404399077")
    assert body["errors"][0]["extensions"]["code"] == "NO_SUCH_PERSON"


async def test_the_last_sign_in_is_told_by_its_day(people: People) -> None:
    admin = await people("administrator9")
    await people("registrar9")
    whole = await admin.see("{ staff(role: REGISTRAR) { fullName posts { signedInOn } } }")
    assert [(one["fullName"].split()[0], one["posts"][0]["signedInOn"]) for one in whole] == [("Лим", None), ("Оспанов", "2026-11-23")]
    assert await Session.filter(post_id=(await post("registrar9", Role.REGISTRAR)).id).exists()


async def test_the_list_holds_those_with_a_post_and_apart_those_without(people: People) -> None:
    admin = await people("administrator9")
    done(await end(admin, "registrar9", Role.REGISTRAR))
    now = [one["fullName"] for one in await admin.see("{ staff { fullName } }")]
    former = [one["fullName"] for one in await admin.see("{ staff(former: true) { fullName } }")]
    assert former == ["Оспанов Данияр Ержанұлы"] and not set(former) & set(now) and len(now) == 11
    assert [one.split()[0] for one in now[:4]] == ["Айтбаева", "Дүйсенов", "Ержанов", "Жақсыбекова"]
    assert now[-1].startswith("Юсупова")
