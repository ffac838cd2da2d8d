"""Open figures: for everybody, by whole past months, with small counts hidden; kept by proxies, and never with anybody's name."""

import json
from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from tortoise import connections
from tortoise.exceptions import IntegrityError

from models import clock as moments
from models import demo, texts
from models.appeal import Appeal
from models.attachment import Attachment
from models.authority import Authority
from models.clinic import Clinic
from models.law import Language
from models.open_figures import OpenMonth, publish
from models.person import Person
from tests.attachment.asking import BINS, Json
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, text, visit
from tests.attachment.test_statements import counted
from web.figures import month_words
from web.formats import day

__all__ = ["application", "visit"]
SHOWN = """months smallest provision { key confirmed } figures {
    month service clinic { bin } received { number cover text } late { number cover }
    running { number cover } refused { number cover } granted { number }
    inTermPercent exact
} totals { month service received late running refused inTermPercent hidden }"""
SEPTEMBER = date(2026, 9, 1)


def asked(since: date = SEPTEMBER, until: date = date(2026, 9, 30)) -> str:
    return f'{{ openFigures(since: "{since}", until: "{until}") {{ {SHOWN} }} }}'


async def requests(number: int, late: int, clinic: str = "almaty-9", first: date = SEPTEMBER, refused: int = 0) -> None:
    """So many requests of one month, some of them late."""
    person: Person = await demo.person("marat")
    at, where = moments.start_of_day(first) + timedelta(hours=10), await Clinic.get(bin=BINS[clinic])
    await Attachment.bulk_create(
        Attachment(
            number=f"AP-{clinic}-{first}-{n}", person=person, clinic=where, ground="FIRST", channel="DESK", language="kk", submitted_at=at,
            accepted_at=at, due_at=at + timedelta(days=1), decided_at=at + timedelta(days=2 if n < late else 0),
            state="REFUSED" if n < refused else "ENDED", refusal_ground="NO_CONSENT" if n < refused else None,
        )
        for n in range(number)
    )  # fmt: skip


@pytest.fixture
async def september(register: str) -> None:
    """A large clinic, a small one, and days of this month, which is not over."""
    await requests(120, 12, refused=3)
    await requests(7, 2, "almaty-5")
    await requests(50, 0, first=date(2026, 11, 2))
    assert await publish() == 1


async def test_anybody_may_ask_and_small_counts_are_hidden(people: People, september: None) -> None:
    found = await (await people("")).see(asked())
    by_clinic: dict[str, Json] = {one["clinic"]["bin"]: one for one in found["figures"]}
    large, small = by_clinic[BINS["almaty-9"]], by_clinic[BINS["almaty-5"]]
    assert large["received"]["number"] == 120 and large["late"]["number"] == 12 and (large["inTermPercent"], large["exact"]) == (90, True)
    assert large["refused"] == {"number": None, "cover": "FEW"}
    assert small["received"]["number"] is None and small["received"]["cover"] == "FEW" and "10" in small["received"]["text"]
    assert small["late"] == {"number": None, "cover": "HIDDEN"} and small["inTermPercent"] is None
    assert found["smallest"] == 10 and found["provision"] == {"key": "figures.small", "confirmed": False}


async def test_a_total_adds_only_what_is_shown(people: People, september: None) -> None:
    found = await (await people("")).see(asked())
    assert found["totals"] == [
        {
            "month": "2026-09-01", "service": "ATTACHMENT", "received": 120, "late": 12, "running": 0, "refused": 0, "inTermPercent": 90,
            "hidden": 2,
        }
    ]


async def appeals(number: int, kind: str, clinic: str = "almaty-9", **changes: object) -> list[Appeal]:
    """So many appeals of one kind of the month: explained on their day, or as the changes say."""
    where, at, last = await Clinic.get(bin=BINS[clinic]), moments.start_of_day(SEPTEMBER) + timedelta(hours=10), await Appeal.all().count()
    given = {"state": "DECIDED", "outcome": "EXPLAINED", "ended_at": at, "submitted_at": at, "due_on": date(2026, 9, 21)} | changes
    rows = [
        Appeal(
            id=uuid4(), number=f"AL-{last + n}", register_year=2026, register_number=900 + last + n, clinic=where, kind=kind,
            subject="OTHER", channel="DESK", language="kk", received_by="-", received_role="REGISTRAR", entered_at=at, registered_at=at,
            first_due_on=date(2026, 9, 21), latest_on=date(2027, 1, 31), forward_by=date(2026, 9, 4), **given,
        )
        for n in range(number)
    ]  # fmt: skip
    await Appeal.bulk_create(rows)
    return rows


async def of_appeals(people: People) -> dict[str | None, Json]:
    """The published rows of the one clinic by service."""
    return {one["service"]: one for one in (await (await people("")).see(asked()))["figures"]}


async def test_complaints_are_not_among_the_appeals_so_that_no_subtraction_tells_a_small_rest(people: People, register: str) -> None:
    await appeals(4, "REQUEST")
    await appeals(12, "COMPLAINT")
    await appeals(8, "SERVICE_COMPLAINT")
    assert await publish() == 1
    found = await of_appeals(people)
    assert found[None]["received"]["number"] == 20 and found["APPEAL"]["received"]["number"] is None
    shown = [one["number"] for row in found.values() for name in ("received", "late", "running") if (one := row[name])["number"]]
    assert shown == [20] and not {24, 16} & set(shown)


async def test_a_complaint_that_its_clinic_kept_in_silence_is_late_though_the_clock_sent_it_up(people: People, register: str) -> None:
    above, sent = await Authority.first(), moments.start_of_day(date(2026, 9, 5))
    assert above is not None
    kept = await appeals(10, "COMPLAINT", state="FORWARDED", due_on=date(2026, 9, 4), ended_at=sent, forwarding_late_at=sent)
    await appeals(10, "COMPLAINT", state="FORWARDED", due_on=date(2026, 9, 4))
    for one in kept:
        await appeals(1, "COMPLAINT", state="IN_WORK", ended_at=None, origin_id=one.id, authority=above, submitted_at=sent)
    await appeals(10, "COMPLAINT", state="IN_WORK", ended_at=None, due_on=date(2026, 12, 21))
    await publish()
    found = (await of_appeals(people))[None]
    assert [found[name]["number"] for name in ("received", "late", "running")] == [20, 10, 10]


async def test_what_has_no_answer_when_the_month_is_counted_is_published_as_running(people: People, register: str) -> None:
    await appeals(30, "REQUEST")
    await appeals(15, "REQUEST", state="IN_WORK", ended_at=None, due_on=date(2026, 12, 21))
    await appeals(3, "REQUEST", "almaty-5", state="IN_WORK", ended_at=None, due_on=date(2026, 12, 21))
    await publish()
    found = (await (await people("")).see(asked()))["figures"]
    told = {one["clinic"]["bin"]: (one["received"]["number"], one["running"]["number"], one["late"]["number"]) for one in found}
    assert told == {BINS["almaty-9"]: (45, 15, 0), BINS["almaty-5"]: (None, None, None)}


@pytest.mark.parametrize("since", ["9999-12-01", "9999-12-31", "2027-01-01"])
async def test_a_period_that_has_not_begun_has_no_figures(people: People, september: None, since: str) -> None:
    found = await (await people("")).see(f'{{ openFigures(since: "{since}", until: "9999-12-31") {{ months figures {{ month }} }} }}')
    assert found == {"months": [], "figures": []}


@pytest.mark.parametrize("language", list(Language))
async def test_a_month_that_waits_is_told_as_not_yet_published_and_not_as_nought(visit: Visit, september: None, language: Language) -> None:
    nobody = await visit("")
    page = text(await nobody.get(f"/{language}/figures?month=2026-10"))
    when = {"month": month_words(date(2026, 10, 1), language), "day": day(date(2026, 12, 16), language)}
    assert " ".join(texts.text("figures.open.waits", language, **when).split()) in page
    assert texts.text("figures.open.empty", language) not in page
    assert texts.text("figures.open.not_yet", language) in page
    assert texts.text("figures.open.not_yet", language) in text(await nobody.get(f"/{language}/figures"))  # in the year's table


async def test_days_of_a_month_and_the_month_that_runs_cannot_be_asked(people: People, september: None) -> None:
    nobody = await people("")
    whole = (await nobody.see(asked()))["figures"]
    assert (await nobody.see(asked(date(2026, 9, 14), date(2026, 9, 15))))["figures"] == whole
    assert (await nobody.see(asked(SEPTEMBER, date(2030, 1, 1))))["figures"] == whole
    assert (await nobody.see(asked(date(2026, 11, 1), date(2026, 11, 30))))["months"] == []


async def test_the_figures_take_few_statements_however_many_clinics_there_are(people: People, september: None) -> None:
    nobody = await people("")
    await nobody.see(asked())
    with counted() as few:
        await nobody.see(asked())
    for n, name in enumerate(("almaty-2", "kerbulak")):
        if name in BINS:
            await requests(30 + n, 0, name)
    with counted() as many:
        await nobody.see(asked())
    assert len(many) == len(few) <= 12


@pytest.mark.parametrize("language", list(Language))
async def test_the_page_tells_what_is_hidden_and_why(visit: Visit, september: None, language: Language) -> None:
    page = await (await visit("")).get(f"/{language}/figures")
    words = text(page)
    assert texts.text("figures.open.why_small", language, most=9) in words and "120" in words
    assert texts.text("api.figures.cover.FEW", language, n=10) in words and texts.text("api.figures.cover.HIDDEN", language) in words
    assert texts.text("figures.open.empty", language) in text(await (await visit("")).get(f"/{language}/figures?service=APPEAL"))
    assert "style=" not in page and 'lang="' + language in page


async def test_the_page_is_kept_where_nobody_has_signed_in_and_nowhere_else(visit: Visit, september: None) -> None:
    nobody = (await (await visit("")).http.get("/kk/figures")).headers
    assert nobody["cache-control"] == "public, max-age=3600" and "Cookie" in nobody["vary"] and "set-cookie" not in nobody
    zhanar = await (await visit("zhanar")).http.get("/kk/figures")
    assert zhanar.headers["cache-control"] == "no-store" and "Жанар" in zhanar.text


async def test_other_words_in_the_address_show_the_latest_month(visit: Visit, september: None) -> None:
    nobody = await visit("")
    latest = await nobody.get("/kk/figures")
    for query in ("month=2019-01", "month=2026-11", "month=x&service=<b>", "service=PERSON"):
        assert text(await nobody.get(f"/kk/figures?{query}")).split("(")[0] == text(latest).split("(")[0]


async def test_the_files_have_the_same_rows(visit: Visit, september: None) -> None:
    nobody = await visit("")
    given = await nobody.http.get("/ru/figures.csv?month=2026-09")
    lines = given.content.decode("utf-8-sig").splitlines()
    assert given.headers["cache-control"] == "public, max-age=3600" and "attachment" in given.headers["content-disposition"]
    assert len(lines) == 3 and any(";120;12;90 %;0;" in one for one in lines) and not [one for one in lines if ";7;" in one]
    told = json.loads((await nobody.http.get("/ru/figures.json")).content)
    assert len(told["months"]) == 12 and told["smallest"] == 10
    assert {(one["received"]["number"], one["received"]["cover"]) for one in told["rows"]} == {(120, "SHOWN"), (None, "FEW")}
    assert "Марат" not in str(told)


async def test_a_published_month_stays_as_it_was_published_whatever_becomes_of_its_cases(people: People, september: None) -> None:
    nobody = await people("")
    before = await nobody.see(asked())
    await requests(30, 5, "almaty-14", first=date(2026, 9, 20))
    await Attachment.filter(submitted_at__lt=moments.start_of_day(date(2026, 10, 1))).update(state="WITHDRAWN", refusal_ground=None)
    assert await publish() == 0
    assert await nobody.see(asked()) == before


@pytest.mark.parametrize("change", ["UPDATE open_month SET counted_at = NULL", "DELETE FROM open_month"])
async def test_the_database_changes_no_published_month(september: None, change: str) -> None:
    with pytest.raises(IntegrityError):
        await connections.get("default").execute_query(change)
    assert await OpenMonth.all().count() == 1


async def test_a_month_is_not_counted_before_its_day(people: People, register: str, clock: time_machine.Traveller) -> None:
    await requests(50, 0, first=date(2026, 9, 2))
    clock.move_to(moments.start_of_day(date(2026, 11, 14)))
    assert await publish() == 0
    assert (await (await people("")).see(asked()))["months"] == []
