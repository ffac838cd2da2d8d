"""Who may not decide: every act by every role has a written expectation; other clinics, other keys, one pair of eyes, wrong states."""

import base64

import pytest

from models import demo, trust
from models.account import Post
from models.attachment import Attachment
from models.demo_data import CLINICS
from models.eds.issue import Holder
from models.law.attachment import State
from models.law.notice import Kind
from models.notice import Notice
from tests.attachment.asking import Asker, Json, codes, doctor_id, done, row
from tests.attachment.conftest import People
from tests.attachment.test_decision import filed

WORDS = "Құжат күмәнді: мөр мен қол анық емес."
ACTS = {
    "checkAttachment": {}, "proposeAttachmentRefusal": {"ground": "UNRELIABLE", "words": WORDS},
    "declineAttachmentRefusal": {"words": "Құжат дұрыс."}, "approveAttachment": {}, "refuseAttachment": {}, "withdrawAttachment": {},
    "detachAttachment": {"ground": "DEATH", "words": "№ 1"},
}  # fmt: skip
YES: list[str] = []
SIGN, OPEN, NO, ABSENT, WHO = ["SIGNATURE_REQUIRED"], ["NOT_OPEN"], ["FORBIDDEN"], ["NOT_FOUND"], ["UNAUTHENTICATED"]
ROLES = ("yerlan", "zhanar", "registrar", "head", "registrar9", "head9", "officer", "administrator", "doctor", "centre",
         "authority", "partner:attachment:submit attachment:read", "")  # fmt: skip
# What each role is answered when it acts on a request just filed to clinic no. 5; the order is that of ROLES.
EXPECTED: dict[str, tuple[list[str], ...]] = {
    "checkAttachment": (NO, NO, YES, NO, ABSENT, NO, NO, NO, NO, NO, NO, NO, WHO),
    "proposeAttachmentRefusal": (NO, NO, YES, YES, ABSENT, ABSENT, NO, NO, NO, NO, NO, NO, WHO),
    "declineAttachmentRefusal": (NO, NO, OPEN, OPEN, ABSENT, ABSENT, NO, NO, NO, NO, NO, NO, WHO),
    "approveAttachment": (NO, NO, NO, SIGN, NO, ABSENT, NO, NO, NO, NO, NO, NO, WHO),
    "refuseAttachment": (NO, NO, NO, OPEN, NO, ABSENT, NO, NO, NO, NO, NO, NO, WHO),
    "withdrawAttachment": (YES, ABSENT, YES, NO, ABSENT, NO, NO, NO, NO, NO, NO, NO, WHO),
    "detachAttachment": (NO, NO, NO, OPEN, NO, ABSENT, NO, NO, NO, NO, NO, NO, WHO),
}  # fmt: skip


@pytest.mark.parametrize("act", ACTS)
async def test_each_act_is_open_to_the_roles_written_here_and_to_no_other(people: People, act: str) -> None:
    case = await filed(people)
    for name, expected in zip(ROLES, EXPECTED[act], strict=True):
        await Attachment.filter(id=(await row(case)).id).update(state=State.SUBMITTED)
        assert codes(await (await people(name)).act(act, {"id": case["id"], **ACTS[act]})) == expected, name


STATES: dict[State, dict[str, list[str]]] = {
    State.SUBMITTED: {"checkAttachment": YES, "proposeAttachmentRefusal": YES, "approveAttachment": SIGN, "withdrawAttachment": YES},
    State.CHECKED: {"proposeAttachmentRefusal": YES, "approveAttachment": SIGN, "withdrawAttachment": YES},
    State.REFUSAL_PROPOSED: {"declineAttachmentRefusal": YES, "refuseAttachment": SIGN, "withdrawAttachment": YES},
    State.APPROVED: {"detachAttachment": SIGN},
    State.IN_FORCE: {"detachAttachment": SIGN},
    State.REFUSED: {}, State.WITHDRAWN: {}, State.ENDED: {},
}  # fmt: skip
DOES = {"checkAttachment": "registrar", "withdrawAttachment": "registrar"}


@pytest.mark.parametrize("state", STATES)
async def test_in_each_state_only_its_acts_are_open(people: People, state: State) -> None:
    case = await filed(people)
    for act, given in ACTS.items():
        await Attachment.filter(id=(await row(case)).id).update(state=state, refusal_ground="UNRELIABLE", proposed_by=None)
        who = await people(DOES.get(act, "head"))
        assert codes(await who.act(act, {"id": case["id"], **given})) == STATES[state].get(act, OPEN), act


async def proposed(people: People, name: str) -> tuple[Asker, Json]:
    """Somebody who has proposed a refusal, and the case."""
    case, who = await filed(people), await people(name)
    done(await who.act("proposeAttachmentRefusal", {"id": case["id"], "ground": "UNRELIABLE", "words": WORDS}))
    return who, case


async def test_a_head_does_not_confirm_the_refusal_that_he_proposed(people: People) -> None:
    head, case = await proposed(people, "head")
    assert codes(await head.act("refuseAttachment", {"id": case["id"]})) == ["FOUR_EYES"]
    _, problems = await head.to_sign("refuseAttachment", {"id": case["id"]})
    assert [one["code"] for one in problems] == ["FOUR_EYES"]
    assert not await Notice.exclude(kind=Kind.RECEIPT).exists()


async def test_a_head_takes_back_the_refusal_that_he_proposed_and_may_then_approve(people: People) -> None:
    head, case = await proposed(people, "head")
    assert done(await head.act("declineAttachmentRefusal", {"id": case["id"], "words": "Қателестім."}))["state"] == "SUBMITTED"
    assert done(await head.decide("approveAttachment", case["id"]))["state"] == "IN_FORCE"


async def test_a_registrar_takes_back_only_the_refusal_that_he_proposed(people: People) -> None:
    registrar, case = await proposed(people, "registrar")
    given = {"id": case["id"], "words": "Қателестім."}
    assert codes(await (await people("registrar2")).act("declineAttachmentRefusal", given)) == ["NOT_YOURS"]
    assert codes(await (await people("registrar9")).act("declineAttachmentRefusal", given)) == ["NOT_FOUND"]
    assert (await row(case)).state is State.REFUSAL_PROPOSED
    assert done(await registrar.act("declineAttachmentRefusal", given))["state"] == "SUBMITTED"
    kept = await row(case)
    assert [kept.refusal_ground, kept.refusal_words, kept.proposed_by] == [None, "", None]


async def test_the_offer_to_take_a_refusal_back_is_made_to_its_proposer_and_to_heads(people: People) -> None:
    _, case = await proposed(people, "registrar")
    query = "query ($id: ID!) { attachment(id: $id) { may { act } } }"
    for name, offered in (("registrar", True), ("registrar2", False), ("head", True), ("officer", False), ("yerlan", False)):
        acts = (await (await people(name)).see(query, id=case["id"]))["may"]
        assert ({"act": "decline_refusal"} in acts) is offered, name


async def test_who_is_registrar_and_head_does_not_confirm_what_he_proposed_in_the_other_post(people: People) -> None:
    registrar, case = await proposed(people, "registrar")
    post = await Post.get(account__person=await demo.person("registrar")).prefetch_related("clinic", "account")
    await Post.create(account=post.account, clinic=post.clinic, role="HEAD", since=post.since)
    posts = (await registrar.see("{ me { posts { id role } } }"))["posts"]
    head_post = next(one["id"] for one in posts if one["role"] == "HEAD")
    taken = await registrar.act("takePost", {"post": head_post}, "signIn { token role }")
    as_head = Asker("registrar", taken["signIn"]["token"], registrar.http)
    assert codes(await as_head.act("refuseAttachment", {"id": case["id"]})) == ["FOUR_EYES"]


async def test_a_refusal_for_noncompliance_names_its_rule_and_every_refusal_its_reasons(people: People) -> None:
    case, registrar = await filed(people), await people("registrar")
    for given, expected in (
        ({"ground": "NONCOMPLIANT", "words": WORDS}, ["REFUSAL_RULE"]),
        ({"ground": "NONCOMPLIANT", "rule": "NO_SUCH_RULE", "words": WORDS}, ["REFUSAL_RULE"]),
        ({"ground": "UNRELIABLE", "rule": "OUTSIDE_ZONE", "words": WORDS}, ["REFUSAL_RULE"]),
        ({"ground": "NO_CONSENT", "rule": "NO_CONSENT", "words": WORDS}, ["REFUSAL_RULE"]),
        ({"ground": "UNRELIABLE", "words": "  "}, ["REFUSAL_WORDS"]),
        ({"ground": "UNRELIABLE", "words": "к" * 19}, ["REFUSAL_WORDS"]),
        ({"ground": "UNRELIABLE", "words": " " * 30 + "к" * 19}, ["REFUSAL_WORDS"]),
        ({"ground": "NONCOMPLIANT", "words": ""}, ["REFUSAL_RULE", "REFUSAL_WORDS"]),
        ({"ground": "UNRELIABLE", "words": "к" * 2001}, ["TOO_LONG"]),
    ):
        assert codes(await registrar.act("proposeAttachmentRefusal", {"id": case["id"], **given})) == expected
    assert (await row(case)).state is State.SUBMITTED


async def test_the_doctor_named_must_be_of_the_clinic_and_serve_the_age(people: People) -> None:
    case, registrar = await filed(people), await people("registrar")
    for doctor, code in (("doctor9", "DOCTOR_ELSEWHERE"), ("doctor-child", "DOCTOR_AGE")):
        found = await registrar.act("checkAttachment", {"id": case["id"], "doctor": await doctor_id(doctor)})
        assert codes(found) == [code]


async def signature(head: Asker, case: Json, holder: Holder) -> list[str]:
    """The codes for an approval signed with a certificate of this holder."""
    content, problems = await head.to_sign("approveAttachment", {"id": case["id"]})
    assert not problems
    trust.authority().issue(holder)
    cms = trust.authority().sign(holder.iin, content, organisation=holder.bin or None)
    found = await head.act("approveAttachment", {"id": case["id"], "signature": base64.b64encode(cms).decode()})
    assert (await row(case)).state is State.SUBMITTED and not await Notice.exclude(kind=Kind.RECEIPT).exists()
    return codes(found)


async def test_an_approval_is_signed_by_the_head_of_this_clinic_with_this_clinics_bin(people: People) -> None:
    case, head = await filed(people), await people("head")
    one, other = await demo.person("head"), await demo.person("head9")
    own, theirs = CLINICS[0], CLINICS[1]
    names = (one.surname, one.given_name, one.patronymic)
    expected = [
        (Holder(one.iin, *names), ["SIGNATURE_NOT_HEAD", "SIGNATURE_OTHER_CLINIC"]),
        (Holder(one.iin, *names, theirs.name["ru"], theirs.bin, head=True), ["SIGNATURE_OTHER_CLINIC"]),
        (Holder(other.iin, "A", "B", "C", own.name["ru"], own.bin, head=True), ["SIGNATURE_FOREIGN"]),
        (Holder(other.iin, "A", "B", "C", theirs.name["ru"], theirs.bin, head=True), ["SIGNATURE_FOREIGN"]),
    ]
    for holder, found in expected:
        assert await signature(head, case, holder) == found


async def test_an_employee_of_the_clinic_does_not_sign_for_its_head(people: People) -> None:
    case, head, one = await filed(people), await people("head"), await demo.person("registrar")
    employee = Holder(one.iin, one.surname, one.given_name, one.patronymic, CLINICS[0].name["ru"], CLINICS[0].bin)
    assert await signature(head, case, employee) == ["SIGNATURE_FOREIGN"]


async def test_what_was_signed_for_one_case_approves_no_other(people: People) -> None:
    first, second = await filed(people), await filed(people, "zhanar", ground="FREE_CHOICE", home="samal")
    head = await people("head")
    signed = await head.signed("approveAttachment", {"id": first["id"]})
    assert codes(await head.act("approveAttachment", signed | {"id": second["id"]})) == ["SIGNATURE_OTHER_CONTENT"]


async def test_what_was_signed_to_approve_does_not_detach(people: People) -> None:
    case, head = await filed(people), await people("head")
    signed = await head.signed("approveAttachment", {"id": case["id"]})
    done(await head.act("approveAttachment", signed))
    again = {"ground": "DEATH", "words": "№ 1", **signed}
    assert codes(await head.act("detachAttachment", again)) == ["SIGNATURE_OTHER_CONTENT"]


async def test_a_notice_that_would_state_something_else_than_was_signed_is_not_issued(people: People) -> None:
    case, head = await filed(people), await people("head")
    signed = await head.signed("approveAttachment", {"id": case["id"]})
    given = {"id": case["id"], "doctor": await doctor_id("doctor-therapist")}
    done(await (await people("registrar")).act("checkAttachment", given))
    assert codes(await head.act("approveAttachment", signed)) == ["SIGNATURE_OTHER_CONTENT"]


async def test_a_second_approval_that_waits_for_its_day_is_refused(people: People) -> None:
    case, head = await filed(people), await people("head")
    kept = await row(case)
    await Attachment.create(
        number="AP-2026-999999-0", state=State.APPROVED, person_id=kept.person_id, clinic_id=kept.clinic_id, ground="CAMPAIGN",
        channel="PORTAL", language="kk", submitted_at=kept.submitted_at, effective_on=kept.submitted_at.date().replace(year=2027),
    )  # fmt: skip
    assert codes(await head.act("approveAttachment", {"id": case["id"]})) == ["ANOTHER_APPROVED"]
