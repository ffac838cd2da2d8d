"""Files of journals: made in the background with progress, for one session, for an hour; a maker that was killed is told."""

import asyncio
import csv
import re
from datetime import timedelta
from io import StringIO

import anyio
import httpx
import pytest
import time_machine
from starlette.applications import Starlette

from models import account, export, schedule, texts
from models import clock as now
from models.export import Export, State
from models.journal import Entry
from models.law import Language
from tests.attachment.asking import Json
from tests.attachment.pages import SITE, Visit, Visitor, text, visitor
from tests.export.files import file_of, finished, ordered
from tests.home_visit.test_log import many
from web import export as making
from web.app import create

LOG = "/ru/work/calls/log"
LONG = 4000
BAR = re.compile(r'<progress max="(\d+)" value="(\d+)"')


def said(name: str, language: str = "ru", **values: object) -> str:
    return texts.text(f"export.{name}", language, **values)


def lines(answer: httpx.Response) -> list[list[str]]:
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))[1:]


async def begun(who: Visitor, kind: str = "csv", page: str = LOG) -> str:
    """Where the page of a file is."""
    answer = await ordered(who, page, kind)
    assert answer.status_code == 303, text(answer.text)[:800]
    return str(answer.headers["location"])


@pytest.fixture
async def long(call: Json) -> int:
    """A log that takes longer than a second to read."""
    await many(call, LONG)
    return LONG + 1


async def test_how_far_a_long_file_is_can_be_seen_while_it_is_made(visit: Visit, long: int) -> None:
    registrar = await visit("registrar9")
    place, seen = await begun(registrar), []
    for _ in range(200):
        page = await registrar.get(place)
        if (found := BAR.search(page)) is None:
            break
        assert int(found[1]) == long and "every 1s" in page and said("again") in page
        seen.append(int(found[2]))
        await anyio.sleep(0.1)
    assert len(set(seen)) >= 2 and seen == sorted(seen) and 0 < max(seen) < long
    assert len(lines(await registrar.http.get(f"{place}/file"))) == long


async def test_any_process_shows_how_far_a_file_is(visit: Visit, long: int) -> None:
    registrar = await visit("registrar9")
    place = await begun(registrar)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(create()), base_url=SITE, cookies=registrar.http.cookies) as other:
        assert BAR.search((await other.get(place)).text)
        await finished(registrar, place)
        assert len(lines(await other.get(f"{place}/file"))) == long


async def test_what_htmx_asks_for_is_the_part_alone(visit: Visit, call: Json) -> None:
    registrar = await visit("registrar9")
    place = await begun(registrar)
    part = (await registrar.http.get(place, headers={"HX-Request": "true", "HX-Target": "div#progress"})).text
    assert part.lstrip().startswith('<div id="progress">') and f'href="{place}/file"' in part and "<h1" not in part


async def test_a_small_file_is_ready_before_its_page_opens(visit: Visit, call: Json) -> None:
    for kind, sort in (("csv", "text/csv"), ("xlsx", "application/vnd.openxml")):
        registrar = await visit("registrar9")
        place = await begun(registrar, kind)
        page = await registrar.get(place)
        assert "<progress" not in page and f'href="{place}/file"' in page
        answer = await registrar.http.get(f"{place}/file")
        assert answer.headers["cache-control"] == "no-store" and answer.headers["content-type"].startswith(sort)
        assert answer.headers["content-disposition"] == f'attachment; filename="calls-2026-11-23-2026-11-23.{kind}"'


@pytest.mark.parametrize("language", list(Language))
async def test_the_page_of_a_file_speaks_the_language_in_which_it_is_opened(visit: Visit, call: Json, language: Language) -> None:
    registrar = await visit("registrar9")
    place = await begun(registrar)
    page = await registrar.get(place.replace("/ru/", f"/{language}/"))
    assert texts.text("home_visit_log.title", language) in page and texts.text("api.export.state.READY", language) in page


async def test_a_file_has_the_rows_of_the_page_and_no_others(visit: Visit, call: Json) -> None:
    await many(call, 60)
    registrar, day = await visit("registrar9"), "since=2026-11-23&until=2026-11-23"
    for query in (day, f"{day}&state=CANCELLED", f"{day}&state=SUBMITTED&channel=PHONE"):
        page = await registrar.get(f"{LOG}?{query}")
        seen = re.findall(r"№ (\d+)</a>", page)
        while following := re.search(r'<a class="button quiet" href="([^"]*after=[^"]*)"', page):
            page = await registrar.get(following[1].replace("&amp;", "&"))
            seen += re.findall(r"№ (\d+)</a>", page)
        assert [line[0] for line in lines(await file_of(registrar, f"{LOG}?{query}", "csv"))] == seen, query


async def test_a_killed_maker_is_told_and_its_file_is_begun_again(visit: Visit, long: int, clock: time_machine.Traveller) -> None:
    registrar = await visit("registrar9")
    place = await begun(registrar)
    await making.stopped()
    assert BAR.search(await registrar.get(place))
    clock.shift(timedelta(seconds=31))
    page = await registrar.get(place)
    assert texts.text("api.export.state.STOPPED", "ru") in page and "<progress" not in page and "hx-get" not in page
    assert (await registrar.http.get(f"{place}/file")).status_code == 404
    anew = await registrar.done(place, f"{place}/again")
    assert anew != place
    await finished(registrar, anew)
    assert len(lines(await registrar.http.get(f"{anew}/file"))) == long


async def test_what_is_begun_again_asks_for_the_same(visit: Visit, call: Json, clock: time_machine.Traveller) -> None:
    await many(call, 30)
    registrar = await visit("registrar9")
    place = await begun(registrar, "xlsx", f"{LOG}?since=2026-11-23&until=2026-11-23&state=SUBMITTED")
    kept = await Export.all().only(*export.WITHOUT_CONTENT).get()
    assert kept.path == "/work/calls/log?since=2026-11-23&until=2026-11-23&state=SUBMITTED" and kept.done == kept.total == 1
    await Export.all().update(state=State.FAILED, reason="fault", content=None)
    page = await registrar.get(place)
    assert texts.text("api.export.reason.fault", "ru") in page
    await finished(registrar, await registrar.done(place, f"{place}/again"))
    anew = await Export.filter(state=State.READY).only(*export.WITHOUT_CONTENT).get()
    assert (anew.path, anew.kind, anew.done) == (kept.path, "xlsx", 1)


async def test_another_sessions_file_is_absent_even_to_the_same_person(visit: Visit, call: Json, application: Starlette) -> None:
    place = await begun(await visit("registrar9"))
    for who in (await visit("head9"), await visitor(application, "registrar9"), await visit("registrar")):
        for address in (place, f"{place}/file"):
            assert (await who.http.get(address)).status_code == 404
        proof = re.findall(r'name="csrf" value="([^"]+)"', await who.get("/ru/work/registers"))[0]
        assert (await who.http.post(f"{place}/again", data={"csrf": proof})).status_code == 404
    nobody = await visit("")
    for address in (place, f"{place}/file"):
        assert "/signin" in (await nobody.http.get(address)).headers["location"]


async def test_a_file_ends_with_the_session_that_asked_for_it(visit: Visit, call: Json) -> None:
    registrar = await visit("registrar9")
    place = await begun(registrar)
    await account.Session.all().update(ended_at=now.now())
    assert "/signin" in (await registrar.http.get(f"{place}/file")).headers["location"]
    assert await export.clear() == 1 and await Export.all().count() == 0


async def test_nothing_more_is_made_for_a_session_that_has_ended(visit: Visit, long: int) -> None:
    registrar = await visit("registrar9")
    await begun(registrar)
    await account.Session.all().update(ended_at=now.now())
    await asyncio.gather(*making._makers)
    found = await Export.get()
    assert found.state is State.PREPARING and found.content is None and found.done < long


async def test_a_file_is_kept_for_an_hour(visit: Visit, call: Json, clock: time_machine.Traveller) -> None:
    registrar = await visit("registrar9")
    place = await begun(registrar)
    assert "11:00" in text(await registrar.get(place))
    for _ in range(5):
        clock.shift(timedelta(minutes=10))
        await registrar.get(place)
    assert (await registrar.http.get(f"{place}/file")).status_code == 200
    clock.shift(timedelta(minutes=10))
    assert (await registrar.http.get(f"{place}/file")).status_code == (await registrar.http.get(place)).status_code == 404
    (job,) = [one for one in schedule.JOBS if one.work == export.clear]
    assert await job.work() == 1 and job.every <= timedelta(minutes=5) and await Export.all().count() == 0


async def test_a_session_has_two_files_made_at_once_at_most(visit: Visit, long: int) -> None:
    registrar = await visit("registrar9")
    for kind in ("csv", "xlsx"):
        await begun(registrar, kind)
    answer = await ordered(registrar, LOG, "csv")
    assert answer.status_code == 422 and said("busy", most=2) in text(answer.text) and f"№ {1}</a>" in answer.text
    assert await Export.all().count() == 2
    await asyncio.gather(*making._makers)
    await begun(registrar)


async def test_two_orders_at_the_same_moment_do_not_become_three_files(visit: Visit, long: int) -> None:
    registrar = await visit("registrar9")
    answers = await asyncio.gather(*(ordered(registrar, LOG, "csv") for _ in range(5)))
    assert sorted(one.status_code for one in answers) == [303, 303, 422, 422, 422]
    await making.stopped()


async def test_a_form_that_is_not_ours_makes_no_file(visit: Visit, call: Json) -> None:
    registrar = await visit("registrar9")
    for data in ({"file": "csv"}, {"file": "csv", "csrf": "x"}):
        assert (await registrar.http.post(f"{LOG}/export", data=data)).status_code == 403
    assert (await ordered(registrar, LOG, "pdf")).status_code == 422
    assert (await registrar.http.get(f"{LOG}/export")).headers["location"] == LOG
    assert await Export.all().count() == 0


async def test_a_file_leaves_the_lines_that_reading_leaves(visit: Visit, long: int) -> None:
    registrar = await visit("registrar9")
    await finished(registrar, await begun(registrar))
    assert await Entry.filter(act="home_visit:listed").count() == long
