"""No question about calls asks the database more because its answer is longer, and the clock locks only what it changes."""

import time_machine

from models import clock as now
from models import home_visit_clock
from models.clinic import Clinic, Doctor
from models.home_visit import HomeVisit
from tests.appointment.fewer import neighbours
from tests.attachment.asking import BINS, patient_id
from tests.attachment.conftest import People
from tests.attachment.test_statements import counted
from tests.home_visit.calls import HOME, IIN, at

MOST = 18
CALL = """id number stateText mark spoken urgencyText patient { fullName } applicant { fullName } clinic { name } doctor { fullName }
site { number } window { since } windows { since } laterDays dangerSigns { text } indications { text } address { line } due { at }
refusal { text } may { act } version"""
COURSE = "course { text note } notices { number }"
QUERIES = {
    "the board": ("registrar9", f"{{ callBoard {{ calls {{ {CALL} {COURSE} }} doctors {{ doctor {{ fullName }} waiting }} }} }}"),
    "the log": ("head9", f"{{ homeVisits(first: 30) {{ totalCount nodes {{ {CALL} diagnosis {COURSE} }} }} }}"),
    "the round": ("doctor9", f"{{ callRound {{ {CALL} diagnosis {COURSE} }} }}"),
}


async def many(number: int, first: int = 0) -> None:
    """So many calls of so many people on the round of one doctor."""
    clinic, doctor = await Clinic.get(bin=BINS["almaty-9"]), await Doctor.get(person__iin=IIN["doctor9"])
    for line, person in enumerate(await neighbours(number, first=first), start=first + 1):
        await HomeVisit.create(
            number=f"DV-2026-{line:06}-0", log_year=2026, log_number=line, state="ASSIGNED", kind="PRIMARY", urgency="ROUTINE",
            person=person, clinic=clinic, site_id=doctor.site_id, doctor=doctor, channel="PHONE", applicant=person, language="kk",
            submitted_at=now.now(), accepted_at=now.now(), answer_by=now.now(), served_by_law=now.today(), visit_day=now.today(),
            window_since=at(23, 10), window_until=at(23, 12), signs="STROKE", indications="FEVER", address=HOME,
        )  # fmt: skip


async def test_a_longer_list_costs_no_more(people: People) -> None:
    sent: dict[str, list[int]] = {what: [] for what in QUERIES}
    for number, first in ((3, 0), (27, 3)):
        await many(number, first)
        for what, (name, query) in QUERIES.items():
            who = await people(name)
            await who.see(query)  # seen once, the lines of the day are written
            with counted() as statements:
                await who.see(query)
            sent[what].append(len(statements))
    assert all(long <= short + 1 and long <= MOST for short, long in sent.values()), sent


async def test_one_call_and_what_it_would_be_promised_cost_little(people: People) -> None:
    await many(1)
    registrar, zhanar = await people("registrar9"), await people("zhanar")
    for who, query in (
        (registrar, f'{{ homeVisits(filter: {{live: true}}) {{ nodes {{ {CALL} {COURSE} }} }} }}'),
        (registrar, f'{{ callTerm(patient: "{await patient_id("olga")}") {{ visitDay answerBy forbidding {{ code }} }} }}'),
        (zhanar, "{ homeVisitDraft { patient { fullName } address { line } phone term { visitDay forbidding { code } } } }"),
    ):  # fmt: skip
        await who.see(query)
        with counted() as statements:
            await who.see(query)
        assert len(statements) <= 20, statements


async def test_the_clock_locks_nothing_while_nothing_is_to_be_done(people: People, clock: time_machine.Traveller) -> None:
    await many(30)
    for work in (home_visit_clock.record_overdue, home_visit_clock.apologise, home_visit_clock.carry_over):
        with counted() as statements:
            assert await work() == 0
        assert len(statements) <= 2, statements
    clock.move_to(at(23, 20))
    assert await home_visit_clock.carry_over() == 30 and await home_visit_clock.carry_over() == 0
