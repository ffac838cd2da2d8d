"""A working day for the demonstration: invented people with requests, calls, appointments and appeals, so that every member of staff finds
work in the first minute. Done by the acts of the API, as their callers would; what the day's rules forbid is left out.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from api.context import Context, context
from api.ids import decode, encode
from api.stored import Stored
from models import account, demo, register
from models.attachment import Attachment
from models.clinic import Clinic
from models.demo_data import ALMATY, CLINICS, DemoPerson
from models.home_visit import HomeVisit
from models.law import Language
from models.person import Person

IDENTITY = "ЖК № 055512345"
PHONE = "+7 700 555 01 0"
NEWS = Language.KK
Given = dict[str, Any]

PEOPLE = [
    DemoPerson("day-1", "Әбенова", "Қымбат", "Сейілқызы", date(1948, 3, 9), False, 51),
    DemoPerson("day-2", "Бектұров", "Нұржан", "Асанұлы", date(1979, 5, 30), True, 52),
    DemoPerson("day-3", "Гончарова", "Елена", "Викторовна", date(1966, 10, 4), False, 53),
    DemoPerson("day-4", "Дәулетова", "Іңкәр", "Маратқызы", date(2019, 6, 21), False, 54),
    DemoPerson("day-5", "Есжанов", "Өмірбек", "Тайырұлы", date(1958, 12, 25), True, 55),
    DemoPerson("day-6", "Жүнісова", "Үміт", "Болатқызы", date(1991, 8, 17), False, 56),
    DemoPerson("day-7", "Иманғали", "Һасан", "Қайратұлы", date(1983, 1, 6), True, 57),
    DemoPerson("day-8", "Ковалёв", "Артём", "Игоревич", date(2000, 2, 29), True, 58),
    DemoPerson("day-9", "Қасенова", "Ғалия", "Ерболқызы", date(1974, 7, 2), False, 59),
    DemoPerson("day-10", "Ли", "Наталья", "Геннадьевна", date(1988, 11, 15), False, 60),
    DemoPerson("day-11", "Мұратбек", "Дінмұхамед", "Ержанұлы", date(1995, 4, 8), True, 61),
    DemoPerson("day-12", "Нұрланова", "Аружан", "Серікқызы", date(2001, 9, 13), False, 62),
    DemoPerson("day-13", "Омаров", "Бейбіт", "Жанатұлы", date(1969, 2, 20), True, 63),
    DemoPerson("day-14", "Пернебай", "Сымбат", "Әділқызы", date(1986, 6, 1), False, 64),
]
ATTACHED, NEW_AT_9, NEW_AT_5 = PEOPLE[:9], PEOPLE[9:11], PEOPLE[11:]
CALLS: list[tuple[int, Given]] = [
    (0, {"indications": ["BLOOD_PRESSURE"], "words": "Қан қысымы 190/110, басы айналады."}),
    (1, {"indications": ["FEVER"], "words": "Екі күннен бері қызуы 38,7."}),
    (2, {"dangerSigns": ["CHEST_PAIN"], "words": "Боль в груди второй час, 103 уже вызвали."}),
    (3, {"indications": ["FEVER"], "words": "Бала кеше кештен бері қызып жатыр, 39,2."}),
]
VISITS = [(4, "GP"), (5, "GP"), (6, "GP"), (7, "DENTIST"), (8, "GP")]
APPEALS: list[tuple[int, Given]] = [
    (5, {"kind": "REQUEST", "subject": "WAITING", "essence": "Таңертең тіркеу терезесі біреу-ақ, кезек ұзақ. Екіншісін ашуды сұраймын."}),
    (7, {"kind": "COMPLAINT", "subject": "BEHAVIOUR", "essence": "Регистратор разговаривала грубо и не объяснила, когда придёт врач."}),
    (8, {"kind": "PROPOSAL", "subject": "OTHER", "essence": "Емхананың кіреберісіне арба көтергіш қойылса, қарттарға жеңіл болар еді."}),
]

TIMES = Stored("query ($f: SlotFilter!) { freeSlots(filter: $f, first: 40) { nodes { id } } }")
DOCTORS = Stored("query { callBoard { doctors { doctor { id } } } }")
CALL = Stored(
    "mutation ($input: CallDoctorInput!) { callDoctor(input: $input) { homeVisit { id windows { since until } } problems { code } } }"
)
ACCEPT = Stored("mutation ($input: AcceptHomeVisitInput!) { acceptHomeVisit(input: $input) { homeVisit { id } problems { code } } }")
BOOK = Stored("mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { appointment { id } problems { code } } }")
OFFER = Stored("mutation ($input: OfferOtherTimeInput!) { offerOtherTime(input: $input) { appointment { id } problems { code } } }")
SUBMIT = Stored("mutation ($input: SubmitAttachmentInput!) { submitAttachment(input: $input) { attachment { id } problems { code } } }")
CHECK = Stored("mutation ($input: CheckAttachmentInput!) { checkAttachment(input: $input) { attachment { id } problems { code } } }")
APPEAL = Stored("mutation ($input: FileAppealInput!) { fileAppeal(input: $input) { appeal { id } problems { code } } }")


async def fill() -> int:
    """Fill the day, once; how many cases there are of it."""
    demo.required()
    if await Person.filter(iin=PEOPLE[0].iin).exists():
        return 0
    clinics = {one.key: await Clinic.get(bin=one.bin) for one in CLINICS}
    for place, one in enumerate(PEOPLE):
        await _enter(place, one, clinics["almaty-9"] if one in ATTACHED else None)
    nine, five = await _staff("registrar9"), await _staff("registrar")
    done = [await _calls(nine), await _visits(nine), await _appeals(await _staff("officer9"))]
    done.append(await _requests(nine, clinics["almaty-9"], NEW_AT_9, checked=1))
    done.append(await _requests(five, clinics["almaty-5"], NEW_AT_5, checked=2))
    return sum(done)


async def _enter(place: int, one: DemoPerson, clinic: Clinic | None) -> None:
    """Somebody of the day, in the register; attached, as the national register would say."""
    home = {"kato": ALMATY, "locality": "Алматы", "street": "Төле би" if clinic else "Абай", "house": str(20 + place), "flat": "1"}
    speech = Language.RU if one.surname in ("Гончарова", "Ковалёв", "Ли") else Language.KK
    person = await register.person(
        one.iin, one.surname, one.given_name, one.patronymic, one.birth, sex="M" if one.male else "F", address=home,
        phone=f"{PHONE}{place % 10}", language=speech,
    )  # fmt: skip
    if clinic and not await Attachment.filter(person=person).exists():
        await demo.carried(person, clinic)


async def _staff(name: str) -> Context:
    actor = await account.actor_of_token(await demo.token(name))
    assert actor is not None
    return context(actor, NEWS, "demonstration-day")


async def _did(act: Stored, given: Mapping[str, Any], by: Context) -> Given | None:
    """The object of an act, or nothing where the rules of the day forbid it."""
    answer = await act({"input": given}, by)
    (payload,) = (answer.data or {"": None}).values()
    return next((value for name, value in (payload or {}).items() if name != "problems"), None)


def _of(person: DemoPerson, **given: Any) -> Given:
    """What every request of the desk carries."""
    return {"idempotencyKey": str(uuid4()), "patientIin": person.iin, "language": NEWS.name, "phone": "+7 700 555 01 00", **given}


async def _calls(desk: Context) -> int:
    """Calls by phone: two are answered, the others wait."""
    made: list[Given] = []
    for which, told in CALLS:
        home = {"locality": "Алматы", "street": "Төле би", "house": str(20 + which), "flat": str(which + 1)}
        found = await _did(CALL, _of(PEOPLE[which], channel="PHONE", address=home, **({"dangerSigns": []} | told)), desk)
        made += [found] if found else []
    doctors = (await DOCTORS({}, desk)).data or {"callBoard": {"doctors": []}}
    for call, doctor in zip(made[:2], doctors["callBoard"]["doctors"], strict=False):
        version = (await HomeVisit.get(id=decode(call["id"], "HomeVisit"))).version
        given = {"id": call["id"], "version": version, "window": call["windows"][0], "doctor": doctor["doctor"]["id"]}
        await _did(ACCEPT, given, desk)
    return len(made)


async def _visits(desk: Context) -> int:
    """Appointments at the desk; the clinic cannot keep one of them, and another time waits for the person's word."""
    made: list[Given] = []
    for place, (which, specialty) in enumerate(VISITS):
        free = (await TIMES({"f": {"specialty": specialty}}, desk)).data or {"freeSlots": {"nodes": []}}
        for slot in free["freeSlots"]["nodes"][place * 3 :][:1]:
            found = await _did(BOOK, _of(PEOPLE[which], slot=slot["id"], reason="PRIMARY", identity=IDENTITY, channel="DESK"), desk)
            made += [found] if found else []
    if made:
        await _did(OFFER, {"id": made[-1]["id"], "reason": "Дәрігер оқуға жіберілді, кешірім сұраймыз."}, desk)
    return len(made)


async def _appeals(desk: Context) -> int:
    """Appeals taken in by the patient support service."""
    made = []
    for which, told in APPEALS:
        given = _of(PEOPLE[which], postalAddress=f"Алматы, Төле би, {20 + which}", identity=IDENTITY, **told)
        made.append(await _did(APPEAL, given, desk))
    return sum(one is not None for one in made)


async def _requests(desk: Context, clinic: Clinic, people: list[DemoPerson], checked: int) -> int:
    """Requests for attachment at the desk; the first of them are checked and wait for the head."""
    made: list[Given] = []
    for place, one in enumerate(people):
        home = {"kato": ALMATY, "locality": "Алматы", "street": "Төле би" if checked == 1 else "Абай", "house": str(40 + place)}
        given = _of(one, clinic=encode("Clinic", clinic.id), ground="FIRST", consent=True, address=home, identity=IDENTITY, channel="DESK")
        found = await _did(SUBMIT, given, desk)
        made += [found] if found else []
    for case in made[:checked]:
        await _did(CHECK, {"id": case["id"]}, desk)
    return len(made)
