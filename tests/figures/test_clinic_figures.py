"""The figures of a clinic: they count what was received and what has become of it, for those whom it concerns, and name nobody."""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from models import attachment_decision, clock, demo, texts
from models.appeal import Appeal
from models.attachment import Attachment
from models.authority import Authority
from models.clinic import Clinic
from models.home_visit import HomeVisit
from models.law import Channel, Language
from models.number import next_number
from models.person import Person
from tests.appeal.register_world import filled
from tests.attachment.asking import BINS, Json, clinic_id
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, text, visit
from tests.attachment.test_statements import counted

__all__ = ["application", "visit"]
SINCE, UNTIL = date(2026, 11, 1), date(2026, 11, 30)
SHOWN = """clinic { bin } clinics { bin } unused services { service received ended refused medianMinutes term { key citation value }
    channels { channel number } terms { fate number } grounds { key text number provision { basis } } }
    days { day received held served } visits { fate number }"""
MOST = 25


def asked(since: date = SINCE, until: date = UNTIL, clinic: str = "") -> str:
    which = f', clinic: "{clinic}"' if clinic else ""
    return f'{{ clinicFigures(since: "{since}", until: "{until}"{which}) {{ {SHOWN} }} }}'


async def requested(person: Person, at: datetime, clinic: str = "almaty-9", **more: object) -> Attachment:
    """A request for attachment, due a day later."""
    given: Json = {"state": "ENDED", "channel": Channel.DESK, "decided_at": at + timedelta(hours=2), **more}
    return await Attachment.create(
        number=await next_number("AP"), person=person, clinic=await Clinic.get(bin=BINS[clinic]), ground="FIRST",
        language="kk", submitted_at=at, accepted_at=at, due_at=at + timedelta(days=1), **given,
    )  # fmt: skip


async def called(person: Person, at: datetime, number: int, **more: object) -> HomeVisit:
    """A call that a doctor has served; the clinic owed its answer in half an hour."""
    clinic = await Clinic.get(bin=BINS["almaty-9"]).prefetch_related("doctors")
    given: Json = {"state": "COMPLETED", "answered_at": at + timedelta(minutes=12), "ended_at": at + timedelta(hours=3), **more}
    return await HomeVisit.create(
        number=f"HV-{number}", log_year=2026, log_number=number, kind="PRIMARY", urgency="ROUTINE", person=person, clinic=clinic,
        doctor=(await clinic.doctors)[0], channel=Channel.PHONE, language="kk", submitted_at=at, accepted_at=at,  # type: ignore[attr-defined]
        answer_by=at + timedelta(minutes=30), served_by_law=at.date(), visit_day=at.date(), **given,
    )  # fmt: skip


@pytest.fixture
async def month(people: People) -> None:
    """A November of polyclinic No. 9: four requests, three calls; and a request elsewhere."""
    person = await demo.person("marat")
    at = clock.start_of_day(date(2026, 11, 10)) + timedelta(hours=10)
    await requested(person, at)
    await requested(person, at, decided_at=at + timedelta(days=2))
    await requested(person, at + timedelta(days=1), state="REFUSED", refusal_ground="NO_CONSENT", channel=Channel.PORTAL)
    await requested(person, at + timedelta(days=1), state="WITHDRAWN")
    await requested(person, at, clinic="almaty-5")
    await called(person, at, 901)
    await called(person, at, 902, answered_at=at + timedelta(minutes=40))
    await called(person, at, 903, state="REFUSED", refusal_ground="NOT_ATTACHED", overdue_at=at + timedelta(minutes=31))


def of(found: Json, service: str) -> Json:
    return next(dict(one) for one in found["services"] if one["service"] == service)


def fates(service: Json) -> Json:
    return {one["fate"]: one["number"] for one in service["terms"] if one["number"]}


async def test_each_case_is_counted_once_by_its_term(people: People, month: None) -> None:
    found = await (await people("head9")).see(asked())
    requests, calls = of(found, "ATTACHMENT"), of(found, "HOME_VISIT")
    assert (requests["received"], requests["ended"], requests["refused"]) == (4, 4, 1)
    assert fates(requests) == {"IN_TERM": 2, "LATE": 1, "WITHDRAWN": 1}
    assert fates(calls) == {"IN_TERM": 1, "LATE": 2}  # an answer forty minutes later, and one recorded as overdue
    for one in found["services"]:
        assert sum(fates(one).values()) == one["received"] == sum(way["number"] for way in one["channels"])
    assert requests["medianMinutes"] == 120 and calls["medianMinutes"] == 12
    assert requests["channels"] == [{"channel": "DESK", "number": 3}, {"channel": "PORTAL", "number": 1}]


async def test_a_request_that_nobody_answers_is_late_before_the_clock_has_recorded_it(people: People) -> None:
    person = await demo.person("marat")
    case = await requested(person, clock.now() - timedelta(days=2), state="SUBMITTED", decided_at=None)
    head = await people("head9")
    assert fates(of(await head.see(asked()), "ATTACHMENT")) == {"LATE": 1}
    await attachment_decision.record_overdue()
    assert (await Attachment.get(id=case.id)).overdue_at is not None
    assert fates(of(await head.see(asked()), "ATTACHMENT")) == {"LATE": 1}


async def test_what_was_carried_over_from_the_state_register_was_not_requested_here(people: People) -> None:
    head = await people("head9")
    assert await Attachment.filter(channel=Channel.REGISTER).count() > 0
    assert of(await head.see(asked(date(2026, 1, 1), date(2026, 12, 31))), "ATTACHMENT")["received"] == 0


async def test_refusals_are_told_in_the_words_of_the_law_with_their_paragraphs(people: People, month: None) -> None:
    found = await (await people("head9")).see(asked())
    words, basis = texts.text("law.refusal.NO_CONSENT", "en"), {"basis": "portal-3176:refusal:6"}
    assert of(found, "ATTACHMENT")["grounds"] == [{"key": "NO_CONSENT", "text": words, "number": 1, "provision": basis}]
    assert [one["key"] for one in of(found, "HOME_VISIT")["grounds"]] == ["NOT_ATTACHED"]
    assert of(found, "ATTACHMENT")["term"]["key"] == "attachment.review"


async def test_the_load_is_told_of_every_day(people: People, month: None) -> None:
    days = (await (await people("head9")).see(asked()))["days"]
    assert len(days) == 30 and [one["day"] for one in days][:2] == ["2026-11-01", "2026-11-02"]
    busy = {one["day"][-2:]: (one["received"], one["held"], one["served"]) for one in days if any(one["received"]) or one["served"]}
    assert busy == {"10": ([2, 0, 3, 0], 0, 2), "11": ([2, 0, 0, 0], 0, 0)}


async def test_the_appeals_among_them_are_those_of_the_register(people: People, clock: time_machine.Traveller) -> None:
    await filled(people, clock)
    head = await people("head9")
    whole = date(2026, 11, 19), date(2026, 12, 16)
    found = of(await head.see(asked(*whole)), "APPEAL")
    shown = "received inTerm late running forwarded withdrawn"
    own = await head.see(f'{{ appealFigures(since: "{whole[0]}", until: "{whole[1]}") {{ {shown} }} }}')
    names = {"IN_TERM": "inTerm", "LATE": "late", "RUNNING": "running", "FORWARDED": "forwarded", "WITHDRAWN": "withdrawn"}
    assert found["received"] == own["received"] == 9
    assert {names[one["fate"]]: one["number"] for one in found["terms"]} == {name: own[name] for name in names.values()}
    assert {one["key"] for one in found["grounds"]} <= {"UNSATISFIED", "DEEMED_REFUSED"}


async def test_a_head_and_an_administrator_see_their_clinic_alone(people: People, month: None) -> None:
    for name in ("head9", "administrator9"):
        staff = await people(name)
        found = await staff.see(asked())
        assert found["clinic"]["bin"] == BINS["almaty-9"] and len(found["clinics"]) == 1
        assert await staff.see(asked(clinic=await clinic_id("almaty-5"))) is None
        assert of(await staff.see(asked(clinic=await clinic_id("almaty-9"))), "ATTACHMENT")["received"] == 4


async def test_the_body_above_sees_the_clinics_below_it_together_or_one_of_them(people: People, month: None) -> None:
    authority = await people("authority")
    every = await authority.see(asked())
    assert every["clinic"] is None and {BINS["almaty-5"], BINS["almaty-9"]} <= {one["bin"] for one in every["clinics"]}
    assert of(every, "ATTACHMENT")["received"] == 5
    assert of(await authority.see(asked(clinic=await clinic_id("almaty-5"))), "ATTACHMENT")["received"] == 1


async def test_the_body_above_sees_no_clinic_of_another_territory(people: People, month: None) -> None:
    authority, clinic = await people("authority"), await Clinic.get(bin=BINS["almaty-5"])
    own = await Authority.get()
    await Authority.create(bin="990140000123", name=own.name, address=own.address, kato=clinic.kato)
    assert await authority.see(asked(clinic=await clinic_id("almaty-5"))) is None


async def test_a_period_is_bounded(people: People) -> None:
    head = await people("head9")
    for since, until in ((date(2025, 11, 1), date(2026, 11, 2)), (UNTIL, SINCE)):
        told = await head.ask(asked(since, until))
        assert told["errors"][0]["extensions"]["code"] == "INVALID_VALUE"
    assert len((await head.see(asked(date(2025, 11, 1), date(2026, 11, 1))))["days"]) == 366


async def test_the_figures_take_few_statements_however_many_cases_there_are_and_read_no_names(people: People) -> None:
    head, person, sent = await people("head9"), await demo.person("marat"), []
    for _ in range(2):
        for n in range(12):
            await requested(person, clock.now() - timedelta(hours=n))
        await head.see(asked())
        with counted() as statements:
            await head.see(asked())
        sent.append(list(statements))
    assert len(sent[0]) == len(sent[1]) <= MOST
    read = " ".join(one for one in sent[1] if '"attachment"' in one or '"appeal"' in one or '"home_visit"' in one)
    assert read and not [name for name in ('"surname"', '"iin"', '"essence"', '"words"', '"address"', '"phone"') if name in read]


@pytest.mark.parametrize("language", list(Language))
async def test_the_page_is_there_in_every_language_and_names_nobody(visit: Visit, month: None, language: Language) -> None:
    head = await visit("head9")
    page = await head.get(f"/{language}/work/figures?since={SINCE}&until={UNTIL}")
    assert texts.text("figures.received", language, n=7) in text(page)
    assert texts.text("law.refusal.NO_CONSENT", language) in text(page) and page.count('role="img"') >= 4
    assert "style=" not in page and "Марат" not in page
    empty = await head.get(f"/{language}/work/figures?since=2026-01-01&until=2026-01-31")
    assert texts.text("figures.empty", language) in text(empty) and 'role="img"' not in empty


async def test_what_is_drawn_stands_beside_it_in_numbers(visit: Visit, month: None) -> None:
    page = await (await visit("head9")).get(f"/ru/work/figures?since={SINCE}&until={UNTIL}")
    for drawn in page.split("<figure")[1:]:
        figure = drawn.split("</figure>")[0]
        for label in figure.split('aria-labelledby="')[1:]:
            assert all(f'id="{one}"' in figure for one in label.split('"')[0].split()), label[:60]
    assert texts.text("figures.load.table", "ru") in page


async def test_no_period_is_told_on_the_page(visit: Visit, month: None) -> None:
    head = await visit("head9")
    for query in ("since=2026-11-30&until=2026-11-01", "since=2024-01-01&until=2026-11-01", "since=x", "since=0001-01-01&until=0001-01-02"):
        page = await head.get(f"/ru/work/figures?{query}", 422)
        assert texts.text("figures.no_period", "ru", days=366) in page
    assert "2026-11-05" in await head.get("/ru/work/figures?since=2026-11-05")


async def test_the_page_is_for_heads_administrators_and_the_body_above(visit: Visit, month: None) -> None:
    for name in ("officer9", "registrar9", "doctor9", "zhanar", "centre"):
        await (await visit(name)).get("/ru/work/figures", 403)
    assert "/signin" in (await (await visit("")).http.get("/ru/work/figures")).headers["location"]
    for name in ("administrator9", "authority"):
        await (await visit(name)).get("/ru/work/figures")
    chosen = await (await visit("authority")).get(f"/ru/work/figures?clinic={await clinic_id('almaty-5')}")
    assert "selected" in chosen
    await (await visit("head9")).get(f"/ru/work/figures?clinic={await clinic_id('almaty-5')}", 404)


async def test_the_page_of_a_whole_year_takes_few_statements_and_is_drawn_by_weeks(visit: Visit, month: None) -> None:
    head = await visit("head9")
    with counted() as statements:
        page = await head.get("/ru/work/figures?since=2025-12-01&until=2026-11-30")
    assert len(statements) <= MOST and await Appeal.all().count() == 0
    assert texts.text("figures.load.title_span", "ru", days=7) in page
