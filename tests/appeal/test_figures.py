"""The register in figures: that they are honest, add up, name nobody, and stay quick for a whole country."""

import random
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine

from models import texts
from models.appeal import Appeal
from models.appeal_figures import Fate, Line, fate, figures
from models.clinic import Clinic
from models.clock import ZONE
from models.law import Language
from models.law import appeal as law
from models.law.appeal import Kind, Outcome, State, Subject
from tests.appeal.appeals import filed, row
from tests.appeal.register_world import filled
from tests.attachment.asking import Json
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, text, visit
from tests.attachment.test_statements import counted

__all__ = ["application", "visit"]
SINCE, UNTIL = date(2026, 11, 19), date(2026, 12, 16)
PERIOD = f"?since={SINCE}&until={UNTIL}"
FIVE = ("running", "in_term", "late", "forwarded", "withdrawn")
SHOWN = """received running inTerm late forwarded withdrawn satisfied unsatisfied otherwise left unanswered lateSteps
    byKind { key text number late satisfied } bySubject { key number late satisfied }"""
TODAY = date(2026, 11, 23)


def at(days: int) -> datetime:
    """Noon of a day so many days from today."""
    return datetime(2026, 11, 23, 12, tzinfo=ZONE) + timedelta(days=days)


def line(state: State, **more: object) -> Line:
    """An appeal that is due today, in a state."""
    bare = dict.fromkeys(Line._fields[6:])
    given = {"clinic_id": uuid4(), "state": state, "kind": Kind.REQUEST, "subject": Subject.OTHER, "outcome": None, "due_on": TODAY}
    return Line(**{**given, **bare, **more})  # type: ignore[arg-type]


def some(dice: random.Random) -> Line:
    """An appeal of any kind, in any state that the database lets be, with any steps late."""
    state = dice.choice(list(State))
    return line(
        state, kind=dice.choice(list(Kind)), subject=dice.choice(list(Subject)), due_on=TODAY + timedelta(days=dice.randint(-9, 9)),
        outcome=dice.choice(list(Outcome)) if state is State.DECIDED else None,
        ended_at=at(dice.randint(-9, 0)) if state in law.FINAL else None, answered_at=dice.choice([None, at(0)]),
        lapsed_at=at(-1) if state is State.DEEMED_REFUSED or dice.random() < 0.2 else None,
        **{name: dice.choice([None, at(0)]) for name in Line._fields if name.endswith("_late_at")},
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(200))
def test_whatever_was_received_is_counted_once_by_its_term(clock: time_machine.Traveller, seed: int) -> None:
    dice = random.Random(seed)
    cases = [some(dice) for _ in range(dice.randint(0, 40))]
    found = figures(cases)
    assert sum(getattr(found, one) for one in FIVE) == found.received == len(cases)
    assert found.satisfied + found.unsatisfied + found.otherwise == sum(one.state is State.DECIDED for one in cases)
    for parts in (found.by_kind, found.by_subject):
        assert sum(one.number for one in parts.values()) == found.received
        assert sum(one.late for one in parts.values()) == found.late
        assert sum(one.satisfied for one in parts.values()) == found.satisfied
    assert found.left <= found.in_term + found.late and found.unanswered <= found.in_term + found.late


FATES = [
    (line(State.IN_WORK), Fate.RUNNING),
    (line(State.IN_WORK, due_on=TODAY - timedelta(days=1)), Fate.LATE),  # the clock has not come round to it yet
    (line(State.DECIDED, ended_at=at(0)), Fate.IN_TERM),
    (line(State.DECIDED, ended_at=at(1)), Fate.LATE),
    (line(State.LEFT, ended_at=at(0)), Fate.IN_TERM),
    (line(State.DEEMED_REFUSED, lapsed_at=at(1)), Fate.LATE),
    (line(State.DECIDED, ended_at=at(5), lapsed_at=at(1)), Fate.LATE),
    (line(State.WITHDRAWN, ended_at=at(0)), Fate.WITHDRAWN),
    (line(State.WITHDRAWN, ended_at=at(5), lapsed_at=at(1)), Fate.LATE),
    (line(State.FORWARDED, ended_at=at(0)), Fate.FORWARDED),
    (line(State.FORWARDED, ended_at=at(1)), Fate.LATE),  # kept in silence until the clock sent it up
    (line(State.FORWARDED, ended_at=at(-3), forwarding_late_at=at(-3)), Fate.LATE),  # in the answer's term, after the days of sending on,
]


@pytest.mark.parametrize("case, told", FATES)
def test_late_is_what_was_not_ended_by_its_last_day_and_stays_late(case: Line, told: Fate) -> None:
    assert fate(case, TODAY) is told


def test_an_appeal_sent_on_in_time_is_neither_in_term_nor_late_and_its_late_step_is_counted_apart(clock: time_machine.Traveller) -> None:
    found = figures([line(State.FORWARDED, ended_at=at(0), registration_late_at=at(0))])
    assert (found.in_term, found.late, found.forwarded, found.late_steps) == (0, 0, 1, 1)
    kept = figures([line(State.FORWARDED, ended_at=at(1), forwarding_late_at=at(1))])
    assert (kept.in_term, kept.late, kept.forwarded, kept.late_steps) == (0, 1, 0, 1)


def test_a_case_given_too_late_is_a_late_step_of_the_clinic_and_not_of_the_body_that_asked(clock: time_machine.Traveller) -> None:
    above = [line(State.IN_WORK, case_late_at=at(0), notice_late_at=at(0))]
    assert figures(above).late_steps == 1
    assert figures([line(State.FORWARDED)], above).late_steps == 1 and figures([], above).received == 0


@pytest.fixture
async def every(people: People, clock: time_machine.Traveller) -> list[Json]:
    return await filled(people, clock)


async def test_the_figures_of_a_clinic_are_those_of_its_register(people: People, every: list[Json]) -> None:
    officer = await people("officer9")
    found = await officer.see(f'{{ appealFigures(since: "{SINCE}", until: "{UNTIL}") {{ {SHOWN} }} }}')
    assert {name: found[name] for name in ("received", "running", "inTerm", "late", "forwarded", "withdrawn")} == {
        "received": 9, "running": 1, "inTerm": 2, "late": 4, "forwarded": 1, "withdrawn": 1,
    }  # fmt: skip
    assert (found["satisfied"], found["unsatisfied"], found["unanswered"], found["lateSteps"]) == (1, 1, 1, 2)
    assert found["byKind"][0]["key"] == "REQUEST" and found["byKind"][0]["late"] == 3
    assert await officer.see('{ appealFigures(since: "2026-12-01", until: "2026-12-31") { received } }') == {"received": 0}


async def test_a_link_of_the_figures_leads_to_as_many_lines_of_the_register(visit: Visit, every: list[Json]) -> None:
    officer = await visit("officer9")
    page = await officer.get(f"/ru/work/appeals/figures{PERIOD}")
    links = {part.split('"')[0].replace("&amp;", "&"): part.split(">")[1].split("<")[0] for part in page.split('href="')[1:]}
    counts = {path: int(words) for path, words in links.items() if "register?" in path and words.strip().isdigit()}
    assert len(counts) >= 7
    for path, number in counts.items():
        assert (await officer.get(path)).count('role="rowheader"') == number, path


@pytest.mark.parametrize("language", list(Language))
async def test_the_pages_of_figures_are_there_in_every_language(visit: Visit, every: list[Json], language: Language) -> None:
    page = await (await visit("head9")).get(f"/{language}/work/appeals/figures{PERIOD}")
    assert texts.text("appeal_register.figures.received", language, n=9) in text(page) and "44 %" in page
    empty = await (await visit("head9")).get(f"/{language}/work/appeals/figures")
    assert texts.text("appeal_register.empty", language) in empty
    page = await (await visit("authority")).get(f"/{language}/work/oversight{PERIOD}")
    assert texts.text("appeal_register.oversight.title", language) in page


async def test_the_oversight_puts_late_clinics_first_and_names_nobody(visit: Visit, people: People, every: list[Json]) -> None:
    told = await (await people("authority")).see(
        f'{{ appealOversight(since: "{SINCE}", until: "{UNTIL}") {{ own {{ received late }} complaints {{ received }} }} }}'
    )
    assert [one["own"]["late"] for one in told] == sorted((one["own"]["late"] for one in told), reverse=True)
    assert (told[0]["own"], told[0]["complaints"]) == ({"received": 9, "late": 4}, {"received": 1})
    page = text(await (await visit("authority")).get(f"/ru/work/oversight{PERIOD}"))
    for name in ("Өтегенова", "Жанар", "Сейітов", "Сәдуақасова"):
        assert name not in page


async def test_the_oversight_is_the_authorised_bodys_alone(visit: Visit, every: list[Json]) -> None:
    for name in ("officer9", "head9", "registrar9", "doctor9", "zhanar", "centre", "administrator9"):
        await (await visit(name)).get("/ru/work/oversight", 403)
    assert "/signin" in (await (await visit("")).http.get("/ru/work/oversight")).headers["location"]


async def test_the_oversight_of_many_clinics_takes_few_statements_and_reads_neither_names_nor_words(people: People) -> None:
    like = await row(await filed(await people("zhanar")))
    clinic = await Clinic.get(id=like.clinic_id)
    plain = {name: getattr(clinic, name) for name in Clinic._meta.db_fields if name not in ("id", "bin", "appeal_code")}
    clinics = [Clinic(id=uuid4(), bin=f"{n:012d}", **plain) for n in range(40)]
    await Clinic.bulk_create(clinics)
    common = {name: getattr(like, name) for name in Appeal._meta.db_fields if name not in ("id", "number", "register_number", "clinic_id")}
    await Appeal.bulk_create(
        Appeal(id=uuid4(), number=f"AL-X-{n}", register_number=10 + n, clinic_id=clinics[n % 40].id, **common) for n in range(400)
    )
    authority = await people("authority")
    with counted() as sent:
        told = await authority.see('{ appealOversight(since: "2026-11-01", until: "2026-11-30") { clinic { bin } own { received } } }')
    assert sum(one["own"]["received"] for one in told) == 401 and len(told) >= 41
    read = [one for one in sent if "BEGIN" not in one and "COMMIT" not in one]
    assert len(read) <= 10 and not [one for one in read if '"essence"' in one or '"facts"' in one]
