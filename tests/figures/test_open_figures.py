"""Open figures: for everybody, by whole past months, with small counts hidden; kept by proxies, and never with anybody's name."""

import json
from datetime import date, timedelta

import pytest
import time_machine
from tortoise import connections
from tortoise.exceptions import IntegrityError

from models import clock as moments
from models import demo, texts
from models.attachment import Attachment
from models.clinic import Clinic
from models.law import Language
from models.open_figures import OpenMonth, publish
from models.person import Person
from tests.attachment.asking import BINS, Json
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, text, visit
from tests.attachment.test_statements import counted

__all__ = ["application", "visit"]
SHOWN = """months smallest provision { key confirmed } figures {
    month service clinic { bin } received { number cover text } late { number cover } refused { number cover } granted { number }
    inTermPercent exact
} totals { month service received late refused inTermPercent hidden }"""
OCTOBER = date(2026, 10, 1)


def asked(since: date = OCTOBER, until: date = date(2026, 10, 31)) -> str:
    return f'{{ openFigures(since: "{since}", until: "{until}") {{ {SHOWN} }} }}'


async def requests(number: int, late: int, clinic: str = "almaty-9", first: date = OCTOBER, refused: int = 0) -> None:
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
async def october(register: str) -> None:
    """A large clinic, a small one, and days of this month, which is not over."""
    await requests(120, 12, refused=3)
    await requests(7, 2, "almaty-5")
    await requests(50, 0, first=date(2026, 11, 2))
    assert await publish() == 1


async def test_anybody_may_ask_and_small_counts_are_hidden(people: People, october: None) -> None:
    found = await (await people("")).see(asked())
    by_clinic: dict[str, Json] = {one["clinic"]["bin"]: one for one in found["figures"]}
    large, small = by_clinic[BINS["almaty-9"]], by_clinic[BINS["almaty-5"]]
    assert large["received"]["number"] == 120 and large["late"]["number"] == 12 and (large["inTermPercent"], large["exact"]) == (90, True)
    assert large["refused"] == {"number": None, "cover": "FEW"}
    assert small["received"]["number"] is None and small["received"]["cover"] == "FEW" and "10" in small["received"]["text"]
    assert small["late"] == {"number": None, "cover": "HIDDEN"} and small["inTermPercent"] is None
    assert found["smallest"] == 10 and found["provision"] == {"key": "figures.small", "confirmed": False}


async def test_a_total_adds_only_what_is_shown(people: People, october: None) -> None:
    found = await (await people("")).see(asked())
    assert found["totals"] == [
        {"month": "2026-10-01", "service": "ATTACHMENT", "received": 120, "late": 12, "refused": 0, "inTermPercent": 90, "hidden": 2}
    ]


async def test_days_of_a_month_and_the_month_that_runs_cannot_be_asked(people: People, october: None) -> None:
    nobody = await people("")
    whole = (await nobody.see(asked()))["figures"]
    assert (await nobody.see(asked(date(2026, 10, 14), date(2026, 10, 15))))["figures"] == whole
    assert (await nobody.see(asked(OCTOBER, date(2030, 1, 1))))["figures"] == whole
    assert (await nobody.see(asked(date(2026, 11, 1), date(2026, 11, 30))))["months"] == []


async def test_the_figures_take_few_statements_however_many_clinics_there_are(people: People, october: None) -> None:
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
async def test_the_page_tells_what_is_hidden_and_why(visit: Visit, october: None, language: Language) -> None:
    page = await (await visit("")).get(f"/{language}/figures")
    words = text(page)
    assert texts.text("figures.open.why_small", language, most=9) in words and "120" in words
    assert texts.text("api.figures.cover.FEW", language, n=10) in words and texts.text("api.figures.cover.HIDDEN", language) in words
    assert texts.text("figures.open.empty", language) in text(await (await visit("")).get(f"/{language}/figures?service=APPEAL"))
    assert "style=" not in page and 'lang="' + language in page


async def test_the_page_is_kept_where_nobody_has_signed_in_and_nowhere_else(visit: Visit, october: None) -> None:
    nobody = (await (await visit("")).http.get("/kk/figures")).headers
    assert nobody["cache-control"] == "public, max-age=3600" and "Cookie" in nobody["vary"] and "set-cookie" not in nobody
    zhanar = await (await visit("zhanar")).http.get("/kk/figures")
    assert zhanar.headers["cache-control"] == "no-store" and "Жанар" in zhanar.text


async def test_other_words_in_the_address_show_the_latest_month(visit: Visit, october: None) -> None:
    nobody = await visit("")
    latest = await nobody.get("/kk/figures")
    for query in ("month=2019-01", "month=2026-11", "month=x&service=<b>", "service=PERSON"):
        assert text(await nobody.get(f"/kk/figures?{query}")).split("(")[0] == text(latest).split("(")[0]


async def test_the_files_have_the_same_rows(visit: Visit, october: None) -> None:
    nobody = await visit("")
    given = await nobody.http.get("/ru/figures.csv?month=2026-10")
    lines = given.content.decode("utf-8-sig").splitlines()
    assert given.headers["cache-control"] == "public, max-age=3600" and "attachment" in given.headers["content-disposition"]
    assert len(lines) == 3 and any(";120;12;90 %;" in one for one in lines) and not [one for one in lines if ";7;" in one]
    told = json.loads((await nobody.http.get("/ru/figures.json")).content)
    assert len(told["months"]) == 12 and told["smallest"] == 10
    assert {(one["received"]["number"], one["received"]["cover"]) for one in told["rows"]} == {(120, "SHOWN"), (None, "FEW")}
    assert "Марат" not in str(told)


async def test_a_published_month_stays_as_it_was_published_whatever_becomes_of_its_cases(people: People, october: None) -> None:
    nobody = await people("")
    before = await nobody.see(asked())
    await requests(30, 5, "almaty-14", first=date(2026, 10, 20))
    await Attachment.filter(submitted_at__lt=moments.start_of_day(date(2026, 11, 1))).update(state="WITHDRAWN", refusal_ground=None)
    assert await publish() == 0
    assert await nobody.see(asked()) == before


@pytest.mark.parametrize("change", ["UPDATE open_month SET counted_at = NULL", "DELETE FROM open_month"])
async def test_the_database_changes_no_published_month(october: None, change: str) -> None:
    with pytest.raises(IntegrityError):
        await connections.get("default").execute_query(change)
    assert await OpenMonth.all().count() == 1


async def test_a_month_is_not_counted_before_its_day(people: People, register: str, clock: time_machine.Traveller) -> None:
    await requests(50, 0, first=date(2026, 10, 2))
    clock.move_to(moments.start_of_day(date(2026, 11, 15)))
    assert await publish() == 0
    assert (await (await people("")).see(asked()))["months"] == []
