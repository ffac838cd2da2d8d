"""No question about times or appointments asks the database more because its answer is longer."""

from datetime import date

from models.timetable import Slot
from tests.appointment.fewer import IIN, neighbours, register
from tests.appointment.test_offers import booked, dense
from tests.attachment.asking import Json, clinic_id, patient_id
from tests.attachment.conftest import People
from tests.attachment.test_statements import counted

__all__ = ["register"]
MOST = 16
CASE = """id number stateText mark patient { fullName } applicant { fullName } clinic { name } doctor { fullName } slot { room }
offer { slot { startsAt } } course { text } may { act } notices { number }"""
TIME = "id free state room doctor { fullName } clinic { name } appointment { id }"
QUERIES: dict[str, tuple[str, str]] = {
    "free times": (
        "zhanar",
        f"query ($c: ID!, $n: Int) {{ freeSlots(filter: {{clinic: $c}}, first: $n) {{ nodes {{ {TIME} forbidding {{ code }} }} }} }}",
    ),
    "free times for somebody": (
        "registrar9",
        "query ($c: ID!, $n: Int, $p: ID) { freeSlots(filter: {clinic: $c, patient: $p}, first: $n)"
        f" {{ nodes {{ {TIME} forbidding(patient: $p) {{ code }} }} }} }}",
    ),
    "the journal": ("registrar9", f"query ($n: Int) {{ appointments(first: $n) {{ nodes {{ {CASE} }} }} }}"),
    "a doctor's day": ("doctor9", f"query ($d: Date!) {{ receptionDay(on: $d) {{ id state free appointment {{ {CASE} }} }} }}"),
}


async def test_a_longer_list_costs_no_more(people: People) -> None:
    await dense()
    slots = await Slot.filter(doctor__person__iin=IIN["doctor9"]).order_by("starts_at")
    monday, tuesday = [[one for one in slots if one.day == date(2026, 11, day)] for day in (23, 24)]
    await booked(await neighbours(30), monday[:27] + tuesday[:3])
    whole = {"c": await clinic_id("almaty-9"), "p": await patient_id("zhanar")}
    for what, (name, query) in QUERIES.items():
        who, sent = await people(name), list[int]()
        for number, day in ((3, "2026-11-24"), (30, "2026-11-23")):
            given: Json = {key: value for key, value in {**whole, "n": number, "d": day}.items() if f"${key}:" in query}
            await who.see(query, **given)  # seen once, the lines of the day are written
            with counted() as statements:
                await who.see(query, **given)
            sent.append(len(statements))
        assert sent[1] <= sent[0] + 1 and sent[1] <= MOST, (what, sent)
