"""May I? equals the act: over random requests and cases, the answer beforehand is what happens."""

import random
from typing import Any

import pytest

from models import demo
from models.attachment import Attachment
from models.consent import Consent
from models.document import Document
from models.journal import Entry
from models.law import Channel, Role
from models.law.attachment import Ground, State
from models.outbox import Message
from tests.attachment.asking import BINS, HOMES, Asker, Json, codes, doctor_id, iin, patient_id, request
from tests.attachment.conftest import People
from tests.attachment.test_decision_refused import ACTS

MAY = "query ($act: ActInput!) { mayI(act: $act) { allowed forbidding { code text remedy field provision { basis } } } }"
USUAL = [Ground.FIRST, Ground.FREE_CHOICE, Ground.RESIDENCE_CHANGE, Ground.CLINIC_CLOSED]
DOCTORS = ("doctor", "doctor-full", "doctor-child", "doctor9")


async def may(who: Asker, act: str, given: Json) -> tuple[bool, list[str]]:
    """Whether it is allowed, and the codes of what forbids it."""
    found = await who.see(MAY, act={act: given})
    return found["allowed"], [one["code"] for one in found["forbidding"]]


async def chance(dice: random.Random) -> Json:
    """A request thrown together."""
    changes: dict[str, Any] = {
        "home": dice.choice(["satbayev", "samal", *HOMES]), "clinic": dice.choice(["almaty-5"] * 8 + list(BINS)),
        "ground": dice.choice([*USUAL * 4, *Ground]).value,
        "consent": dice.random() > 0.1, "outsideZone": dice.random() > 0.3,
        "phone": "x" if dice.random() > 0.97 else "+77010000001",
    }  # fmt: skip
    if dice.random() < 0.2:
        changes["doctor"] = await doctor_id(dice.choice(DOCTORS))
    if dice.random() < 0.2:
        changes["patient"] = await patient_id(dice.choice(["aliya", "marat", "olga"]))
    return await request(**changes)


@pytest.mark.parametrize("seed", range(4))
async def test_what_may_be_filed_is_filed_and_nothing_else(people: People, seed: int) -> None:
    dice = random.Random(seed)
    filers = {name: await people(name) for name in ("yerlan", "zhanar", "olga", "dias")}
    allowed_ever = False
    for _ in range(50):
        who = filers[dice.choice(list(filers))]
        given = await chance(dice)
        allowed, forbidding = await may(who, "submitAttachment", given)
        if allowed:
            payload = await who.act("submitAttachment", await who.signed("submitAttachment", given))
            await who.act("withdrawAttachment", {"id": payload["attachment"]["id"]})
        else:
            payload = await who.act("submitAttachment", given)
        assert codes(payload) == forbidding
        assert allowed is (payload["attachment"] is not None)
        allowed_ever |= allowed
    assert allowed_ever


async def test_what_may_be_done_to_a_case_is_done_and_nothing_else(people: People) -> None:
    dice = random.Random(5)
    case = (await (await people("yerlan")).file())["attachment"]
    names = ("yerlan", "zhanar", "registrar", "head", "head9", "officer", "partner:attachment:submit", "")
    callers = {name: await people(name) for name in names}
    for _ in range(120):
        await Attachment.filter(number=case["number"]).update(
            state=dice.choice(list(State)), refusal_ground="UNRELIABLE", proposed_by=None, detachment_ground=None, ended_on=None
        )
        act, who = dice.choice(list(ACTS)), callers[dice.choice(names)]
        given = {"id": case["id"], **ACTS[act]}
        allowed, forbidding = await may(who, act, given)
        found = [one for one in codes(await who.act(act, given)) if one != "SIGNATURE_REQUIRED"]
        assert (allowed, forbidding) == (not found, found), (act, who.name)


async def test_a_partner_without_the_scope_is_told_so_beforehand(people: People) -> None:
    partner, given = await people("partner:attachment:read"), await request(patientIin=await iin("yerlan"))
    assert await may(partner, "submitAttachment", given) == (False, ["FORBIDDEN"])


async def kept() -> tuple[int, ...]:
    """How much of everything that a filing writes there is; lines of the journal about readings are not of it."""
    return (
        await Attachment.all().count(), await Consent.all().count(), await Document.all().count(), await Message.all().count(),
        await Entry.filter(reading=False).count(),
    )  # fmt: skip


async def test_a_citizens_asking_leaves_nothing_behind(people: People) -> None:
    yerlan, before = await people("yerlan"), await kept()
    assert await may(yerlan, "submitAttachment", await request()) == (True, [])
    assert await kept() == before
    assert not await Entry.exists()


@pytest.mark.parametrize("changes, allowed", [({}, True), ({"consent": False}, False)])
@pytest.mark.parametrize("by_id", [True, False])
async def test_a_registrars_asking_leaves_the_line_that_it_was_asked_and_nothing_else(
    people: People, changes: Json, allowed: bool, by_id: bool
) -> None:
    registrar, before = await people("registrar"), await kept()
    whose: Json = {"patient": await patient_id("yerlan")} if by_id else {"patientIin": await iin("yerlan")}
    given = await request(**whose, identity="№ 1", channel=Channel.DESK.value, **changes)
    assert (await may(registrar, "submitAttachment", given))[0] is allowed
    assert await kept() == before
    (line,) = await Entry.all()
    assert (line.act, line.reading, line.role) == ("attachment:asked", True, Role.REGISTRAR)
    assert line.person_id == (await demo.person("yerlan")).id
    told = (await (await people("yerlan")).see("{ accessLog { nodes { role reading } } }"))["nodes"]
    assert told == [{"role": "REGISTRAR", "reading": True}]
    filed = await registrar.act("submitAttachment", given)
    assert (filed["attachment"] is not None) is allowed


async def test_every_rule_that_forbids_comes_with_words_and_its_paragraph(people: People) -> None:
    given = await request(ground="FREE_CHOICE", home="astana", consent=False)
    found = await (await people("yerlan")).see(MAY, act={"submitAttachment": given})
    assert len(found["forbidding"]) == 4
    assert all(one["text"] and one["remedy"] and one["provision"]["basis"] for one in found["forbidding"])


async def test_the_grounds_open_to_a_person_are_told_before_anything_is_typed(people: People) -> None:
    query = "{ attachmentGrounds { ground forbidding { code } } }"
    closed = {
        name: {one["ground"]: one["forbidding"][0]["code"] for one in await (await people(name)).see(query) if one["forbidding"]}
        for name in ("yerlan", "olga")
    }
    assert closed["yerlan"]["FREE_CHOICE"] == "NO_ATTACHMENT_YET" and "FIRST" not in closed["yerlan"]
    assert closed["olga"]["FIRST"] == "NOT_FIRST" and closed["olga"]["CAMPAIGN"] == "CAMPAIGN_CLOSED"
