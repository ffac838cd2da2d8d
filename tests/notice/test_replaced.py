"""What came later takes the place of what came before, in the same case and for the kinds that the law's table names."""

from typing import Any

import pytest
import time_machine

from models import notice_sealing, notice_sheet, notice_words, texts
from models.attachment import Attachment
from models.law import Language
from models.law.notice import Kind
from models.notice import Notice
from tests.appeal import appeals
from tests.appointment import booking
from tests.attachment.asking import done
from tests.attachment.conftest import People
from tests.home_visit import calls
from tests.notice.acts import PROTOCOL, REASON, answered, approved, booked, shown, unanswered
from tests.notice.test_file import text

VERIFY = "query ($code: String!) { verifyNotice(code: $code) { valid number statusText replacedBy signer { roleText bin } } }"


async def verified(people: People, notice: Notice) -> Any:
    return await (await people("")).see(VERIFY, code=notice.code)


async def newest(kind: Kind) -> Notice:
    found = await Notice.filter(kind=kind).order_by("-issued_at").first()
    assert found
    return found


async def test_a_moved_appointment_replaces_its_first_notice(people: People, clock: time_machine.Traveller) -> None:
    zhanar, case = await people("zhanar"), await booked(people)
    first = await newest(Kind.APPOINTMENT)
    clock.shift(60)
    await notice_sealing.seal_due()
    assert await verified(people, first) | {"signer": None} == {
        "valid": True, "number": first.number, "signer": None, "replacedBy": None,
        "statusText": "The document is genuine: the signature is right, the content unchanged.",
    }  # fmt: skip
    await booking.act(zhanar, "moveAppointment", {"id": case["id"], "slot": (await booking.times(zhanar))[1]["id"]})
    second = await newest(Kind.APPOINTMENT)
    await notice_sealing.seal_due()
    found = await verified(people, first)
    assert (found["valid"], found["replacedBy"]) == (False, second.number) and second.number in found["statusText"]
    assert (await verified(people, second))["valid"]


@pytest.mark.parametrize("act, more, kind", [
    ("offerOtherTime", {"reason": REASON}, Kind.APPOINTMENT_OFFER), ("cancelAppointment", {}, Kind.APPOINTMENT_CANCELLATION),
])  # fmt: skip
async def test_an_offer_and_a_cancellation_replace_the_appointment(
    people: People, clock: time_machine.Traveller, act: str, more: dict[str, str], kind: Kind
) -> None:
    case, who = await booked(people), await people("registrar9" if "reason" in more else "zhanar")
    first = await newest(Kind.APPOINTMENT)
    clock.shift(60)
    assert (await booking.act(who, act, {"id": case["id"], **more}))["problems"] == []
    await notice_sealing.seal_due()
    assert (await verified(people, first))["replacedBy"] == (await newest(kind)).number
    assert (await verified(people, await newest(kind)))["valid"]


async def test_a_second_window_and_a_cancellation_replace_the_answer_to_a_call(people: People, clock: time_machine.Traveller) -> None:
    case, registrar = await answered(people), await people("registrar9")
    first = await newest(Kind.HOME_VISIT)
    clock.shift(60)
    case = await calls.done(registrar, "promiseWindow", case, window=calls.window(calls.at(23, 15)))
    second = await newest(Kind.HOME_VISIT)
    clock.shift(60)
    await calls.done(registrar, "cancelHomeVisit", case, reason=calls.NEEDLESS)
    third = await newest(Kind.HOME_VISIT_CANCELLATION)
    await notice_sealing.seal_due()
    assert [(await verified(people, one))["replacedBy"] for one in (first, second, third)] == [third.number, third.number, None]


async def test_a_detachment_replaces_the_notice_of_attachment(people: People, clock: time_machine.Traveller) -> None:
    case, head = await approved(people), await people("head")
    first = await newest(Kind.ATTACHMENT)
    assert (await verified(people, first))["valid"]
    clock.shift(60)
    done(await head.decide("detachAttachment", case["id"], ground="WITHOUT_WILL", words=PROTOCOL))
    found = await verified(people, first)
    assert (found["valid"], found["replacedBy"]) == (False, (await newest(Kind.DETACHMENT)).number)


async def paper(notice: Notice, language: Language) -> str:
    """What the PDF of a notice says when it is downloaded now, without spaces."""
    whole = await Notice.get(id=notice.id).prefetch_related("clinic", "authority", "person", "signature__request")
    return text(await notice_sheet.pdf(whole, language))


def stands(word: str, language: Language, **values: object) -> str:
    """The words about a document's state, as they stand on paper without spaces."""
    return "".join(texts.text(f"api.verification.{word}", language, **{"number": "", "kind": "", **values}).split())


@pytest.mark.parametrize("language", Language)
async def test_the_paper_of_an_attachment_that_a_detachment_ended_names_the_later_document(
    people: People, clock: time_machine.Traveller, language: Language
) -> None:
    case, head = await approved(people), await people("head")
    first = await newest(Kind.ATTACHMENT)
    assert stands("ended", language) not in await paper(first, language)
    clock.shift(60)
    done(await head.decide("detachAttachment", case["id"], ground="WITHOUT_WILL", words=PROTOCOL))
    later = await newest(Kind.DETACHMENT)
    assert not (await verified(people, first))["valid"]
    kind = notice_words.title(Kind.DETACHMENT, language)
    assert stands("replaced", language, number=later.number, kind=kind) in await paper(first, language)


@pytest.mark.parametrize("language", Language)
async def test_an_attachment_that_another_one_followed_has_ended(people: People, clock: time_machine.Traveller, language: Language) -> None:
    await approved(people)
    first = await newest(Kind.ATTACHMENT)
    assert (await verified(people, first))["valid"]
    clock.shift(60)
    yerlan, head = await people("yerlan"), await people("head9")
    case = done(await yerlan.file(ground="RESIDENCE_CHANGE", clinic="almaty-9", home="samal", outsideZone=True))
    assert (await verified(people, first))["valid"], "asking for another attachment ends nothing"
    done(await head.decide("approveAttachment", case["id"]))
    assert await Attachment.filter(number=case["number"], state="IN_FORCE").exists()
    found, ended = await verified(people, first), "the attachment has ended since"
    assert (found["valid"], found["replacedBy"]) == (False, None) and ended in found["statusText"]
    assert stands("ended", language) in await paper(first, language)
    assert (await verified(people, await newest(Kind.ATTACHMENT)))["valid"]


@pytest.mark.parametrize("language", Language)
async def test_the_paper_of_a_moved_appointment_names_the_later_document(
    people: People, clock: time_machine.Traveller, language: Language
) -> None:
    zhanar, case = await people("zhanar"), await booked(people)
    first = await newest(Kind.APPOINTMENT)
    clock.shift(60)
    await booking.act(zhanar, "moveAppointment", {"id": case["id"], "slot": (await booking.times(zhanar))[1]["id"]})
    second, kind = await newest(Kind.APPOINTMENT), notice_words.title(Kind.APPOINTMENT, language)
    said = stands("replaced", language, number=second.number, kind=kind)
    assert said in await paper(first, language) and said not in await paper(second, language)


async def test_the_decision_replaces_the_preliminary_one(people: People, clock: time_machine.Traveller) -> None:
    case, head = await shown(people), await people("head9")
    first = await newest(Kind.APPEAL_PRELIMINARY)
    await notice_sealing.seal_due()
    assert (await verified(people, first))["valid"]
    clock.shift(60)
    await appeals.done(head, "decideAppeal", case, outcome="GRANTED", words=appeals.WORDS)
    assert (await verified(people, first))["replacedBy"] == (await newest(Kind.APPEAL_DECISION)).number


async def test_a_second_preliminary_decision_replaces_the_first_and_a_late_one_does_not_undo_the_silence(
    people: People, clock: time_machine.Traveller
) -> None:
    case, officer = await unanswered(people), await people("officer9")
    numbers = []
    for outcome in ("PARTLY", "UNSATISFIED"):
        clock.shift(60)
        await appeals.done(officer, "proposeAppealDecision", case, outcome=outcome, words=appeals.WORDS)
        numbers.append((await newest(Kind.APPEAL_PRELIMINARY)).number)
    clock.shift(60)
    await appeals.done(await people("head9"), "decideAppeal", case, outcome="GRANTED", words=appeals.WORDS)
    await notice_sealing.seal_due()
    last = (await newest(Kind.APPEAL_DECISION)).number
    for number in numbers:
        assert (await verified(people, await Notice.get(number=number)))["replacedBy"] == last
    assert numbers[1] == f"{numbers[0]}/2"
    assert (await verified(people, await newest(Kind.APPEAL_DEEMED_REFUSAL)))["valid"]


async def test_a_notice_of_another_case_replaces_nothing(people: People, clock: time_machine.Traveller) -> None:
    await booked(people)
    first = await newest(Kind.APPOINTMENT)
    clock.shift(60)
    await booked(people, "olga")
    await notice_sealing.seal_due()
    assert (await verified(people, first))["valid"]


async def test_until_it_is_sealed_a_notice_is_said_to_be_unsealed(people: People) -> None:
    await booked(people)
    found = await verified(people, await newest(Kind.APPOINTMENT))
    assert (found["valid"], found["signer"]) == (False, None) and "not signed it yet" in found["statusText"]
