"""Giving and ending posts, as the tests ask for it."""

from typing import Any
from uuid import uuid4

from api.ids import encode
from models import account, demo
from models.account import Post
from models.clinic import Clinic, Doctor, Site
from models.law import Role
from tests.attachment.asking import BINS, Asker, Json, codes, iin

POSTS = "posts { ended ahead signedInOn post { id role since until } forbidding { code } }"
MEMBER = f"member {{ id fullName version {POSTS} doctor {{ id serving }} }}"
SITE = "site { id number zones { id street firstHouse lastHouse } }"


async def give(who: Asker, to: str, role: str = "REGISTRAR", **more: Any) -> Json:
    """The payload of giving a post to somebody of the demonstration, or by an IIN."""
    known = {"iin": await iin(to)} if to else {}
    return await who.act("givePost", {"idempotencyKey": str(uuid4()), "role": role, **known, **more}, MEMBER)


async def site_id(clinic: str = "almaty-9", number: int = 1) -> str:
    place = await Clinic.get(bin=BINS[clinic])
    return str(encode("Site", (await Site.get(clinic=place, number=number)).id))


async def as_doctor(**changes: Any) -> Json:
    """What is said of a new doctor."""
    return {"specialty": "GP", "site": await site_id(), "languages": ["KK", "RU"], **changes}


async def post(name: str, role: Role) -> Post:
    """The post of somebody of the demonstration."""
    own = await account.account_of(await demo.person(name))
    return await Post.get(account=own, role=role)


async def end(who: Asker, name: str, role: Role, **more: Any) -> Json:
    """The payload of ending somebody's post."""
    return await who.act("endPost", {"id": encode("Post", (await post(name, role)).id), **more}, MEMBER)


async def doctor(name: str) -> Doctor:
    return await Doctor.get(person=await demo.person(name))


async def seen(who: Asker, name: str) -> Json:
    """Somebody of the clinic as an administrator sees it."""
    own = await account.account_of(await demo.person(name))
    query = f"query ($id: ID!) {{ node(id: $id) {{ ... on StaffMember {{ id version {POSTS} }} }} }}"
    found: Json = await who.see(query, id=encode("StaffMember", own.id))
    return found


async def change(who: Asker, name: str, **changes: Any) -> Json:
    """The payload of changing what is said of a doctor, as it was seen a moment ago."""
    row = await doctor(name)
    given: Json = {
        "id": encode("Doctor", row.id), "version": (await seen(who, name))["version"], "serving": row.serving,
        "site": encode("Site", row.site_id) if row.site_id else None, "languages": [one.upper() for one in row.languages],
    }  # fmt: skip
    return await who.act("changeDoctor", given | changes, MEMBER)


async def no_timetable(name: str) -> None:
    """The doctor's receptions have ended, and nobody is booked."""
    from models.timetable import Reception

    await Reception.filter(doctor=await doctor(name)).update(until="2026-11-01")


def done(payload: Json) -> Json:
    """The member of staff of an act that was done."""
    assert not payload["problems"], payload["problems"]
    found: Json = payload["member"]
    return found


__all__ = ["as_doctor", "change", "codes", "doctor", "done", "end", "give", "no_timetable", "post", "seen", "site_id"]
