"""Run in a folder of its own: the demonstration on a Monday morning with cases of all four services in many states.

What people typed stands in TYPED, so that the crawler knows which words on a page are theirs and not the site's.
"""

import asyncio
import json
from typing import Any
from uuid import uuid4

import time_machine

from models import account, appeal_clock, appointment_link, database, demo, timetable_opening
from models.appointment import Appointment
from models.demo_data import ALMATY
from models.settings import settings
from tests.appeal import appeals
from tests.appointment import booking
from tests.attachment.asking import Asker, Json, clinic_id, done, patient_id, served
from tests.attachment.conftest import People
from tests.home_visit import calls
from web.app import prepare

MONDAY, BEFORE = appeals.at("2026-11-23", 9, 30), appeals.at("2026-11-09")
HOME = {"kato": ALMATY, "locality": "Алматы", "street": "Төле би", "house": "45", "flat": "7"}
ESSENCE = "Тіркеу терезесінің алдында екі сағат күттік, кезекті қысқартуды сұраймын."
WORDS = "Өтініште көрсетілген мән-жайлар тексеріліп, толық анықталды."
PART = "Балалар дәрігерін қосуды да сұраймын, ол бізде жоқ."
REASON = "Дәрігер науқастанып қалды, кешірім сұраймыз."
REFUSED = "Мекенжай тексерілді, бірақ расталмады."
FEVER, ARRIVAL = "Кеше кештен бері қызуы 39", "Есіктегі қоңырау істемейді"
NAME = "Сейітов Бауыржан"
BASIS = "№ 12 сенімхат"
TOLD = "told.json"
# what the demonstration itself begins with
OF_DEMONSTRATION = ("Туу туралы куәлік № 0012345", "Сенімхат № 778, нотариус")
ROOM, SEEN, AWAY = "12-кабинет", calls.SEEN, "Оқу"
TYPED = (*OF_DEMONSTRATION, ROOM, SEEN, NAME, BASIS, ESSENCE, WORDS, PART, REASON, REFUSED, FEVER, ARRIVAL, appeals.LAW, appeals.HOME, AWAY)
# who goes on in which post, in the crawler's words
ROLES = {
    "visitor": "", "citizen": "zhanar", "registrar": "registrar9", "doctor": "doctor9", "head": "head9", "appeals officer": "officer9",
    "administrator": "administrator9", "contact centre": "centre", "authority": "authority",
}  # fmt: skip


async def attachments(people: People) -> None:
    """Requests to polyclinic No. 9: new, checked, to be refused, approved, refused, withdrawn; and one of Zhanar's to another clinic."""
    registrar, head = await people("registrar9"), await people("head9")

    async def filed(name: str) -> str:
        return str(done(await (await people(name)).file(clinic="almaty-9", address=HOME))["id"])

    async def checked(name: str) -> str:
        return str(done(await registrar.act("checkAttachment", {"id": await filed(name)}))["id"])

    async def to_refuse(name: str) -> str:
        given = {"id": await filed(name), "ground": "UNRELIABLE", "words": REFUSED}
        return str(done(await registrar.act("proposeAttachmentRefusal", given))["id"])

    await filed("yerlan")
    await checked("citizen:officer")
    await to_refuse("citizen:centre")
    done(await head.decide("approveAttachment", await checked("citizen:registrar2")))
    done(await head.decide("refuseAttachment", await to_refuse("citizen:cardiologist")))
    withdrawn = await filed("citizen:ent")
    done(await (await people("citizen:ent")).act("withdrawAttachment", {"id": withdrawn}))
    done(await (await people("zhanar")).file(ground="FREE_CHOICE", home="samal"))


async def appointments(people: People) -> None:
    """Bookings of Zhanar's, one of them to be moved by the clinic; others of the day and cancelled; a doctor who is away."""
    zhanar, olga, registrar = await people("zhanar"), await people("olga"), await people("registrar9")
    await _booked(zhanar, "GP", 40)
    moved = await _booked(zhanar, "DENTIST", 3)
    _sound(await booking.act(registrar, "offerOtherTime", {"id": moved["id"], "reason": REASON}))
    cancelled = await _booked(olga, "GP", 5)
    _sound(await booking.act(olga, "cancelAppointment", {"id": cancelled["id"], "reason": REASON}))
    await _booked(olga, "DENTIST", 6)
    slot = (await booking.times(registrar))[0]["id"]
    _sound(await booking.book_at_desk(registrar, appeals.IIN["marat"], slot))
    away = {"since": "2026-11-25T08:00:00+05:00", "until": "2026-11-27T20:00:00+05:00", "reason": REASON}
    given = {"doctor": await calls.doctor_id("endocrinologist9"), **away}
    _sound(await booking.act(await people("administrator9"), "recordAbsence", given, "change { absence { id } }"))


async def home_visits(people: People) -> None:
    """Calls that wait, are refused, have no indication; a doctor at the door."""
    zhanar, olga, marat = await people("zhanar"), await people("olga"), await people("marat")
    registrar, doctor = await people("registrar9"), await people("doctor9")
    call: dict[str, Any] = {"words": FEVER, "arrival": ARRIVAL}
    await calls.called(zhanar, **call)
    door = await calls.on_the_way(registrar, doctor, await calls.called(marat, **call))
    await calls.done(doctor, "arriveAtHomeVisit", door)
    await calls.accepted(registrar, await calls.called(await people("citizen:registrar2"), **call), "doctor9")
    refused = await calls.called(olga, **call)
    await calls.done(registrar, "refuseHomeVisit", refused, ground="UNRELIABLE", words=REFUSED)
    await calls.called(olga, indications=[], **call)


async def lapsed(people: People) -> None:
    """A complaint of two weeks ago whose term ran out."""
    given = {"kind": "SERVICE_COMPLAINT", "patientIin": appeals.IIN["zhanar"], "essence": ESSENCE}
    await appeals.taken_in(await people("officer9"), **given)


async def handled(people: People) -> None:
    """Appeals to polyclinic No. 9 in every state, and complaints at the authorised body."""
    zhanar, olga, marat = await people("zhanar"), await people("olga"), await people("marat")
    officer, head, above = await people("officer9"), await people("head9"), await people("authority")

    async def in_work(who: Asker, **changes: Any) -> Json:
        case = await appeals.filed(who, **({"essence": ESSENCE} | changes))
        return await appeals.done(officer, "takeUpAppeal", case, executor=await appeals.executor(officer, case))

    await appeals.filed(zhanar, essence=ESSENCE)
    await appeals.done(officer, "proposeAppealDecision", await in_work(zhanar), outcome="DENIED", words=WORDS)
    await appeals.done(head, "decideAppeal", await in_work(zhanar, kind="PROPOSAL"), outcome="GRANTED", words=WORDS)
    await appeals.done(head, "extendAppeal", await in_work(olga), until="2027-01-20", words=WORDS)
    asked = {"requirements": ["POWER"], "words": WORDS, "until": "2026-11-26"}
    await appeals.done(officer, "askAppealCorrection", await appeals.filed(zhanar, essence=ESSENCE, kind="MESSAGE"), **asked)
    heard = {"at": "2026-11-26T11:00:00+05:00", "way": "IN_PERSON", "place": ROOM}
    await appeals.done(officer, "appointHearing", await in_work(marat, kind="COMPLAINT", learnedOn="2026-11-20"), **heard)
    gone = await appeals.filed(olga, essence=ESSENCE, kind="PROPOSAL")
    await appeals.done(officer, "forwardAppeal", gone, ground="NOT_COMPETENT", clinic=await clinic_id("almaty-5"), words=WORDS)
    await appeals.taken_in(await people("registrar9"), essence=ESSENCE, channel="PHONE", patientIin=appeals.IIN["marat"])
    spoken: dict[str, Any] = {"essence": ESSENCE, "channel": "PHONE", "patientIin": appeals.IIN["marat"]}

    async def by_phone(**changes: Any) -> Json:
        return await appeals.taken_in(officer, **(spoken | changes))

    await appeals.done(officer, "askAppealCorrection", await by_phone(kind="MESSAGE"), **asked)
    by_post: Json = {"name": NAME, "essence": ESSENCE, "oral": True}
    await appeals.done(head, "extendAppeal", await appeals.taken_in(officer, **by_post), until="2027-01-20", words=WORDS)
    await appeals.done(head, "decideAppeal", await appeals.taken_in(officer, **by_post), outcome="GRANTED", words=WORDS)
    shown = await by_phone()
    shown = await appeals.done(officer, "takeUpAppeal", shown, executor=await appeals.executor(officer, shown))
    await appeals.done(officer, "proposeAppealDecision", shown, outcome="DENIED", words=WORDS)
    for who in (zhanar, marat):
        sent = await appeals.filed(who, essence=ESSENCE, kind="COMPLAINT", learnedOn="2026-11-20")
        sent = await appeals.done(officer, "forwardAppeal", sent, ground="COMPLAINT", words=WORDS)
    own = dict(sent["sentOn"][0])
    taken = await appeals.done(above, "takeUpAppeal", own, executor=await appeals.executor(above, own))
    await appeals.done(above, "requestAppealCase", taken, words=WORDS)


async def rights(people: People) -> None:
    """Who may act for whom; an appointment's link as a message carries it; answers not yet filed."""
    given = {
        "idempotencyKey": str(uuid4()), "representative": appeals.IIN["zhanar"], "represented": appeals.IIN["dias"],
        "right": "POWER_OF_ATTORNEY", "basis": BASIS, "until": "2027-06-01", "services": ["APPOINTMENT", "APPEAL"],
    }  # fmt: skip
    registrar = await people("registrar9")
    answer = await registrar.act("recordRepresentation", given, "representation { id }")
    assert answer["problems"] == [], answer


async def told() -> dict[str, object]:
    """What the crawler must be told: links as messages carry them, and the child whom Zhanar may call a doctor for."""
    found = await Appointment.filter(person__iin=appeals.IIN["zhanar"], state="BOOKED").order_by("starts_at").first()
    assert found is not None
    made = [await appointment_link.make(found, found.person_id, act) for act in appointment_link.LinkAct]
    return {"links": [f"/a/{token}" for token in made], "child": await patient_id("aliya"), "number": found.number}


async def _booked(who: Asker, specialty: str, which: int) -> Json:
    slot = (await booking.times(who, specialty))[which]["id"]
    return dict(_sound(await booking.book(who, slot))["appointment"])


def _sound(answer: Json) -> Json:
    assert answer["problems"] == [], answer["problems"]
    return answer


async def build() -> None:
    """Two weeks ago first, then the Monday."""
    with time_machine.travel(BEFORE, tick=True) as clock:
        await prepare()
        await database.connect()
        try:
            async with served() as http:

                async def people(name: str) -> Asker:
                    bare = name.removeprefix("citizen:")
                    if bare == name:
                        return Asker(name, await demo.token(name), http)
                    own = await account.account_of(await demo.person(bare))
                    return Asker(bare, await account.begin(own, account.SessionKind.BEARER), http)

                await lapsed(people)
                clock.move_to(MONDAY)
                await appeal_clock.lapse()
                await timetable_opening.open_horizon()
                for part in (attachments, appointments, home_visits, handled, rights):
                    await part(people)
                (settings().data / TOLD).write_text(json.dumps(await told()))
        finally:
            await database.close()


if __name__ == "__main__":
    asyncio.run(build())
