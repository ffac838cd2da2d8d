"""No question about appeals asks the database more because its answer is longer, and the clock locks only what it changes."""

from datetime import date, timedelta
from uuid import uuid4

import time_machine

from models import appeal_clock, demo
from models import clock as now
from models.appeal import Appeal
from models.authority import Authority
from models.clinic import Clinic
from models.law import notice
from tests.appeal.appeals import at, filed
from tests.appointment.fewer import neighbours
from tests.attachment.asking import BINS
from tests.attachment.conftest import People
from tests.attachment.test_statements import counted

MOST = 24
ROW = """id number stateText mark kindText subjectText channelText patient { fullName } applicant { fullName } clinic { name } body { name }
receipt { line receiver } due { at overdue } may { act } next { act why by yours } dueOn version decision { text wayOn } accused { name }"""
QUERIES = {
    "the register": ("head9", f"{{ appealRegister(first: 30) {{ totalCount nodes {{ {ROW} }} }} }}"),
    "the work": ("officer9", f"{{ appealWork {{ {ROW} }} }}"),
    "the list": ("head9", f"{{ appeals(first: 30) {{ nodes {{ {ROW} course {{ text note }} notices {{ number }} }} }} }}"),
    "above": ("authority", f"{{ appealRegister(first: 30) {{ totalCount nodes {{ {ROW} }} }} }}"),
}


async def many(number: int, first: int = 0) -> None:
    """So many appeals of so many people, one half of them above."""
    clinic, above, day = await Clinic.get(bin=BINS["almaty-9"]), await Authority.get(), now.today()
    for line, person in enumerate(await neighbours(number, first=first), start=first + 1):
        for body in (None, above):
            await Appeal.create(
                number=notice.number(notice.APPEAL_PREFIX, 2026, notice.of_register(901 + bool(body), line)),
                register_year=2026, register_number=line, state="IN_WORK", kind="REQUEST", subject="OTHER",
                clinic=clinic, authority=body, person=person, applicant=person, name=person.full_name, language="kk", channel="PORTAL",
                received_by="X", received_role="SYSTEM", submitted_at=now.now(), entered_at=now.now(), registered_at=now.now(),
                due_on=date(2026, 12, 14), first_due_on=date(2026, 12, 14), latest_on=date(2027, 1, 23), forward_by=day + timedelta(days=3),
                executor_id=uuid4(), executor="X", answer_ways="ACCOUNT",
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


async def test_one_appeal_and_an_unfinished_one_cost_little(people: People) -> None:
    zhanar, officer = await people("zhanar"), await people("officer9")
    case = await filed(zhanar)
    lists = ("executors", "staff", "documents", "sentOn", "complaints", "origin")
    everything = f"{ROW} course {{ text }} notices {{ number }} " + " ".join(f"{one} {{ id }}" for one in lists)
    for who, query in (
        (officer, f'{{ appeal(id: "{case["id"]}") {{ {everything} }} }}'), (zhanar, f'{{ appeal(id: "{case["id"]}") {{ {everything} }} }}'),
        (zhanar, "{ appealDraft { patient { fullName } clinic { name } postalAddress phone bodyName clock { dueOn } files { id } } }"),
        (zhanar, "{ appealKinds { kindText dueOn basis { basis } } }"),
    ):  # fmt: skip
        await who.see(query)
        with counted() as statements:
            await who.see(query)
        assert len(statements) <= 28, statements


async def test_the_clock_locks_nothing_while_nothing_is_to_be_done(people: People, clock: time_machine.Traveller) -> None:
    await many(15)
    for work in (appeal_clock.lapse, appeal_clock.end_corrections, appeal_clock.record_late_notices, appeal_clock.record_late_cases):
        with counted() as statements:
            assert await work() == 0
        assert len(statements) <= 2, statements
    clock.move_to(at("2026-12-15"))
    assert await appeal_clock.lapse() == 30 and await appeal_clock.lapse() == 0
    assert await demo.person("zhanar")
