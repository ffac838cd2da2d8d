"""Every kind of notice, given by the act that the law's table names, done as people of the demonstration do it at /graphql."""

from collections.abc import Awaitable, Callable

import time_machine

from models import appeal_clock
from models.law.notice import Kind
from models.notice import Notice
from tests.appeal import appeals
from tests.appointment import booking
from tests.attachment.asking import Asker, Json, clinic_id, done
from tests.attachment.conftest import People
from tests.home_visit import calls

PROTOCOL = "№ 5 хаттама, 20.11.2026"
REASON = "Дәрігер науқастанып қалды, кешірім сұраймыз."
PART = "Балалар дәрігерін қосуды да сұраймын, ол бізде жоқ."
Act = Callable[[People], Awaitable[Json]]


async def filed(people: People) -> Json:
    return done(await (await people("yerlan")).file())


async def withdrawn(people: People) -> Json:
    case = await filed(people)
    return done(await (await people("yerlan")).act("withdrawAttachment", {"id": case["id"]}))


async def approved(people: People) -> Json:
    case = await filed(people)
    return done(await (await people("head")).decide("approveAttachment", case["id"]))


async def refused(people: People) -> Json:
    case = await filed(people)
    proposed = {"id": case["id"], "ground": "UNRELIABLE", "words": "Мекенжай тексерілді, бірақ расталмады."}
    done(await (await people("registrar")).act("proposeAttachmentRefusal", proposed))
    return done(await (await people("head")).decide("refuseAttachment", case["id"]))


async def detached(people: People) -> Json:
    case = await approved(people)
    return done(await (await people("head")).decide("detachAttachment", case["id"], ground="WITHOUT_WILL", words=PROTOCOL))


async def booked(people: People, name: str = "zhanar", which: int = 0) -> Json:
    who = await people(name)
    return _of(await booking.book(who, (await booking.times(who))[which]["id"]))


async def offered(people: People) -> Json:
    case = await booked(people)
    return _of(await booking.act(await people("registrar9"), "offerOtherTime", {"id": case["id"], "reason": REASON}))


async def cancelled(people: People) -> Json:
    case = await booked(people)
    return _of(await booking.act(await people("zhanar"), "cancelAppointment", {"id": case["id"], "reason": "Қолым тимейді"}))


async def forbidden(people: People) -> Json:
    """A second appointment with the same specialty is forbidden; the person wants that in writing."""
    await booked(people)
    who = await people("zhanar")
    return await in_writing(who, (await booking.times(who))[1]["id"])


async def in_writing(who: Asker, slot: str) -> Json:
    """The refusal of a time in writing."""
    query = "mutation ($input: BookAppointmentInput!) { refuseAppointment(input: $input) { notice { id number } problems { code } } }"
    answer: Json = await who.see(query, input=booking.request(slot))
    return answer


async def answered(people: People) -> Json:
    case = await calls.called(await people("zhanar"))
    return await calls.accepted(await people("registrar9"), case, "doctor9")


async def call_refused(people: People) -> Json:
    case = await calls.called(await people("zhanar"))
    return await calls.done(await people("registrar9"), "refuseHomeVisit", case, ground="UNRELIABLE", words=calls.REASON)


async def call_cancelled(people: People) -> Json:
    zhanar = await people("zhanar")
    return await calls.done(zhanar, "cancelHomeVisit", await calls.called(zhanar), reason="Өзім емханаға бардым")


async def appealed(people: People) -> Json:
    return await appeals.filed(await people("zhanar"))


async def decided(people: People) -> Json:
    return await appeals.done(await people("head9"), "decideAppeal", await appealed(people), outcome="GRANTED", words=appeals.WORDS)


async def left(people: People) -> Json:
    case = await appeals.taken_in(await people("officer9"), kind="SERVICE_COMPLAINT")
    return await appeals.done(await people("head9"), "leaveAppeal", case, ground="ANONYMOUS", words=appeals.WORDS)


async def sent_on(people: People) -> Json:
    given = {"ground": "NOT_COMPETENT", "clinic": await clinic_id("almaty-5"), "words": appeals.WORDS}
    return await appeals.done(await people("officer9"), "forwardAppeal", await appealed(people), **given)


async def part_sent_on(people: People, part: str = PART) -> Json:
    given = {"clinic": await clinic_id("almaty-5"), "part": part, "words": appeals.WORDS}
    return await appeals.done(await people("officer9"), "forwardAppealPart", await appealed(people), **given)


async def extended(people: People) -> Json:
    return await appeals.done(await people("head9"), "extendAppeal", await appealed(people), until="2027-01-20", words=appeals.WORDS)


async def shown(people: People) -> Json:
    case, officer = await appealed(people), await people("officer9")
    await appeals.done(officer, "takeUpAppeal", case, executor=await appeals.executor(officer, case))
    return await appeals.done(officer, "proposeAppealDecision", case, outcome="DENIED", words=appeals.WORDS)


async def taken_back(people: People) -> Json:
    return await appeals.done(await people("zhanar"), "withdrawAppeal", await appealed(people), words="Мәселе шешілді")


async def unanswered(people: People, **changes: object) -> Json:
    """A complaint about a service of two weeks ago: its term is over, and the clock comes round to it."""
    with time_machine.travel(appeals.at("2026-11-09"), tick=False):
        given = {"kind": "SERVICE_COMPLAINT", "patientIin": appeals.IIN["zhanar"], **changes}
        case = await appeals.taken_in(await people("officer9"), **given)
    assert await appeal_clock.lapse() == 1
    return case


ACTS: dict[Kind, Act] = {
    Kind.ATTACHMENT: approved, Kind.ATTACHMENT_REFUSAL: refused, Kind.DETACHMENT: detached, Kind.WITHDRAWAL: withdrawn, Kind.RECEIPT: filed,
    Kind.APPOINTMENT: booked, Kind.APPOINTMENT_OFFER: offered, Kind.APPOINTMENT_CANCELLATION: cancelled,
    Kind.APPOINTMENT_REFUSAL: forbidden, Kind.HOME_VISIT: answered, Kind.HOME_VISIT_REFUSAL: call_refused,
    Kind.HOME_VISIT_CANCELLATION: call_cancelled, Kind.APPEAL_RECEIPT: appealed, Kind.APPEAL_DECISION: decided, Kind.APPEAL_LEFT: left,
    Kind.APPEAL_FORWARDING: sent_on, Kind.APPEAL_EXTENSION: extended, Kind.APPEAL_PRELIMINARY: shown, Kind.APPEAL_WITHDRAWAL: taken_back,
    Kind.APPEAL_DEEMED_REFUSAL: unanswered,
}  # fmt: skip
# What a case gave on the way to the kind, by kind.
BEFORE: dict[Kind, tuple[Kind, ...]] = {
    Kind.ATTACHMENT: (Kind.RECEIPT,), Kind.ATTACHMENT_REFUSAL: (Kind.RECEIPT,), Kind.WITHDRAWAL: (Kind.RECEIPT,),
    Kind.DETACHMENT: (Kind.RECEIPT, Kind.ATTACHMENT), Kind.APPOINTMENT_OFFER: (Kind.APPOINTMENT,),
    Kind.APPOINTMENT_CANCELLATION: (Kind.APPOINTMENT,), Kind.APPOINTMENT_REFUSAL: (Kind.APPOINTMENT,),
    Kind.APPEAL_DECISION: (Kind.APPEAL_RECEIPT,), Kind.APPEAL_LEFT: (Kind.APPEAL_RECEIPT,),
    Kind.APPEAL_FORWARDING: (Kind.APPEAL_RECEIPT, Kind.APPEAL_RECEIPT), Kind.APPEAL_EXTENSION: (Kind.APPEAL_RECEIPT,),
    Kind.APPEAL_PRELIMINARY: (Kind.APPEAL_RECEIPT,), Kind.APPEAL_WITHDRAWAL: (Kind.APPEAL_RECEIPT,),
    Kind.APPEAL_DEEMED_REFUSAL: (Kind.APPEAL_RECEIPT,),
}  # fmt: skip


async def given(people: People, kind: Kind) -> Notice:
    """The notice of a kind, given by its act; its clinic, authority and signature are read with it."""
    await ACTS[kind](people)
    return await Notice.get(kind=kind).prefetch_related("clinic", "authority", "person", "signature__request")


def _of(answer: Json) -> Json:
    assert answer["problems"] == [], answer["problems"]
    return dict(answer["appointment"])
