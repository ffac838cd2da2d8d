"""Signing in by a signed challenge, and sessions: idle, absolute, ended, in another capacity, after a post has ended."""

import base64
from datetime import date, timedelta

import httpx
import pytest
import time_machine

from models import demo, trust
from models.account import Post, Session
from models.demonstration_keys import Kind
from models.journal import Entry
from models.person import Person
from tests.attachment.asking import MONDAY, Asker, Json, codes, iin, request
from tests.attachment.conftest import People
from tests.attachment.test_signature_refused import holder

SIGNED = "signIn { token role name }"
ME = "{ me { name role } }"


async def challenge(visitor: Asker) -> bytes:
    found = await visitor.act("startSignIn", {}, "signatureRequest { content }")
    return base64.b64decode(found["signatureRequest"]["content"])


async def sign_in(visitor: Asker, cms: bytes, program: bool = False) -> Json:
    return await visitor.act("signIn", {"signature": base64.b64encode(cms).decode(), "program": program}, SIGNED)


async def browser(people: People, name: str = "yerlan") -> Asker:
    """Somebody who has signed in with a browser."""
    visitor = await people("")
    found = await sign_in(visitor, await demo.sign(name, await challenge(visitor), as_head=False))
    return Asker(name, found["signIn"]["token"], visitor.http)


async def status(who: Asker) -> tuple[int, str]:
    """How a bearer is answered."""
    answer: httpx.Response = await who.send(ME)
    body = answer.json()
    return answer.status_code, body["errors"][0]["extensions"]["code"] if "errors" in body else ""


ALIVE, ENDED = (200, ""), (401, "BAD_BEARER")


async def test_the_certificate_says_who_signs_in(people: People) -> None:
    assert (await (await browser(people)).see(ME)) == {"name": "Тілеуов Ерлан Болатұлы", "role": "CITIZEN"}
    assert await Entry.filter(act="session:begin", person_id=(await Person.get(iin=await iin("yerlan"))).id).count() == 1


async def test_a_certificate_for_signing_in_is_enough(people: People) -> None:
    visitor = await people("")
    trust.authority().issue(await holder("yerlan"), Kind.AUTH)
    cms = trust.authority().sign(await iin("yerlan"), await challenge(visitor), kind=Kind.AUTH)
    assert (await sign_in(visitor, cms))["signIn"]["role"] == "CITIZEN"


async def test_a_challenge_opens_one_session(people: People) -> None:
    visitor = await people("")
    cms = await demo.sign("yerlan", await challenge(visitor))
    assert not codes(await sign_in(visitor, cms))
    assert codes(await sign_in(visitor, cms)) == ["CHALLENGE_USED"]
    assert await Session.all().count() == 1


async def test_a_challenge_is_void_after_five_minutes(people: People, clock: time_machine.Traveller) -> None:
    visitor = await people("")
    cms = await demo.sign("yerlan", await challenge(visitor))
    clock.shift(timedelta(minutes=5))
    assert codes(await sign_in(visitor, cms)) == ["CHALLENGE_EXPIRED"]


async def test_a_signed_request_signs_nobody_in(people: People) -> None:
    content, _ = await (await people("yerlan")).to_sign("submitAttachment", await request())
    assert codes(await sign_in(await people(""), await demo.sign("yerlan", content))) == ["SIGNATURE_OTHER_CONTENT"]


async def test_a_revoked_certificate_signs_nobody_in(people: People) -> None:
    visitor = await people("")
    cms = await demo.sign("yerlan", await challenge(visitor))
    trust.authority().revoke(await iin("yerlan"), at=MONDAY - timedelta(hours=1))
    assert codes(await sign_in(visitor, cms)) == ["SIGNATURE_REVOKED"]


async def test_a_challenge_of_another_site_is_no_good_here(people: People) -> None:
    visitor = await people("")
    content = (await challenge(visitor)).replace(b"127.0.0.1:8000", b"evil.example.kz")
    assert codes(await sign_in(visitor, await demo.sign("yerlan", content))) == ["SIGNATURE_OTHER_CONTENT"]


async def test_the_token_is_kept_nowhere(people: People) -> None:
    who = await browser(people)
    assert who.token not in str(await Session.all().values())
    assert len(base64.urlsafe_b64decode(who.token + "=")) >= 32


async def test_a_citizens_browser_left_idle_ends_after_thirty_minutes(people: People, clock: time_machine.Traveller) -> None:
    who = await browser(people)
    clock.shift(timedelta(minutes=29, seconds=59))
    assert await status(who) == ALIVE
    clock.shift(timedelta(minutes=29, seconds=59))
    assert await status(who) == ALIVE
    clock.shift(timedelta(minutes=30))
    assert await status(who) == ENDED


async def at_post(people: People, name: str = "registrar") -> Asker:
    """A member of staff at the post, with a browser."""
    who = await browser(people, name)
    (post,) = (await who.see("{ me { posts { id role } } }"))["posts"]
    taken = (await who.act("takePost", {"post": post["id"]}, SIGNED))["signIn"]
    assert await status(who) == ENDED
    return Asker(name, taken["token"], who.http)


async def test_a_browser_of_staff_left_idle_ends_after_fifteen_minutes(people: People, clock: time_machine.Traveller) -> None:
    who = await at_post(people)
    clock.shift(timedelta(minutes=14, seconds=59))
    assert await status(who) == ALIVE
    clock.shift(timedelta(minutes=15))
    assert await status(who) == ENDED


@pytest.mark.parametrize("program", [False, True])
async def test_no_session_lasts_longer_than_twelve_hours(people: People, clock: time_machine.Traveller, program: bool) -> None:
    visitor = await people("")
    found = await sign_in(visitor, await demo.sign("yerlan", await challenge(visitor)), program)
    who = Asker("yerlan", found["signIn"]["token"], visitor.http)
    for _ in range(35):
        clock.shift(timedelta(minutes=20))
        assert await status(who) == ALIVE
    clock.shift(timedelta(minutes=20))
    assert await status(who) == ENDED


async def test_a_session_ended_is_refused_at_once(people: People) -> None:
    who = await browser(people)
    assert not codes(await who.act("endSession", {}, "account { name }"))
    assert await status(who) == ENDED


async def test_one_ends_ones_other_sessions_and_nobody_elses(people: People) -> None:
    first, second, stranger = await browser(people), await browser(people), await browser(people, "olga")
    listed = (await first.see("{ me { sessions { id current program } } }"))["sessions"]
    assert len(listed) == 2 and [one["current"] for one in listed].count(True) == 1
    other = next(one["id"] for one in listed if not one["current"])
    assert codes(await stranger.act("endSession", {"id": other}, "account { name }")) == ["NOT_FOUND"]
    assert await status(second) == ALIVE
    await first.act("endSession", {"id": other}, "account { name }")
    assert (await status(first), await status(second)) == (ALIVE, ENDED)


async def test_a_post_that_has_ended_loses_its_access_the_next_day(people: People, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(hours=13))
    who = await people("registrar")
    await Post.filter(account__person__iin=await iin("registrar")).update(until=date(2026, 11, 23))
    assert (await who.see(ME))["role"] == "REGISTRAR"
    clock.shift(timedelta(hours=1))
    assert await status(who) == ENDED
    assert (await (await people("registrar")).see(ME))["role"] == "CITIZEN"


async def test_nobody_takes_a_post_of_somebody_else_or_one_that_has_ended(people: People) -> None:
    registrar, olga = await browser(people, "registrar"), await browser(people, "olga")
    (post,) = (await registrar.see("{ me { posts { id role } } }"))["posts"]
    assert codes(await olga.act("takePost", {"post": post["id"]}, SIGNED)) == ["NOT_FOUND"]
    await Post.filter(account__person__iin=await iin("registrar")).update(until=date(2026, 11, 22))
    assert codes(await registrar.act("takePost", {"post": post["id"]}, SIGNED)) == ["NOT_FOUND"]
    assert await status(olga) == await status(registrar) == ALIVE


async def test_going_back_to_being_a_citizen_leaves_the_post(people: People) -> None:
    who = await at_post(people, "head")
    taken = (await who.act("takePost", {}, SIGNED))["signIn"]
    assert (taken["role"], await status(who)) == ("CITIZEN", ENDED)


@pytest.mark.parametrize("bearer", ["x", "partner_x", "Bearer", "0" * 43, "%00", "a b"])
async def test_an_unknown_bearer_is_not_taken_for_nobody(people: People, bearer: str) -> None:
    assert await status(Asker("", bearer, (await people("")).http)) == ENDED
