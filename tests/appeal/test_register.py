"""The register of appeals: every line of the body, on the screen, on paper and as files; who may read it."""

import csv
from datetime import datetime
from io import BytesIO, StringIO
from uuid import uuid4

import pytest
import time_machine
from openpyxl import load_workbook

from models import demo, texts
from models.appeal import Appeal
from models.journal import Entry
from models.law import Language
from tests.appeal.appeals import row as row_of
from tests.appeal.register_world import FORMULA, filled
from tests.attachment.asking import Json
from tests.attachment.conftest import People
from tests.attachment.pages import CSRF, Visit, Visitor, application, text, visit
from tests.attachment.test_statements import counted
from tests.export.files import file_of, ordered
from web.appeal_register import COLUMNS, heads

__all__ = ["application", "visit"]
REGISTER = "/ru/work/appeals/register"
PERIOD = "?since=2026-11-19&until=2026-12-16"
Sheet = list[dict[str, object]]


@pytest.fixture
async def every(people: People, clock: time_machine.Traveller) -> list[Json]:
    return await filled(people, clock)


def said(name: str, **values: object) -> str:
    return texts.text(f"appeal_register.{name}", "ru", **values)


async def read_xlsx(who: Visitor, query: str = PERIOD, language: str = "ru") -> Sheet:
    answer = await file_of(who, f"/{language}/work/appeals/register{query}", "xlsx")
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store", answer.text[:300]
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert list(rows[0]) == heads(Language(language))
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]


async def read_csv(who: Visitor, query: str = PERIOD, language: str = "ru") -> Sheet:
    answer = await file_of(who, f"/{language}/work/appeals/register{query}", "csv")
    assert answer.status_code == 200, answer.text[:300]
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == heads(Language(language))
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]


async def test_the_register_has_every_line_whatever_became_of_it(visit: Visit, every: list[Json]) -> None:
    rows = await read_xlsx(await visit("officer9"))
    assert [row["line"] for row in rows] == list(range(1, 10))
    assert [row["number"] for row in rows] == [one["number"] for one in every]
    states = ("DEEMED_REFUSED", "DEEMED_REFUSED", "FORWARDED", "DEEMED_REFUSED", "WITHDRAWN", "FORWARDED", "REGISTERED")
    ends = ["law.appeal_outcome.GRANTED", *(f"law.state.appeal.{one}" for one in states), "law.appeal_outcome.UNSATISFIED"]
    assert [row["result"] for row in rows] == [texts.text(one, "ru") for one in ends]


async def test_a_line_says_who_what_when_and_how_it_was_answered(visit: Visit, every: list[Json]) -> None:
    granted = (await read_xlsx(await visit("officer9")))[0]
    zhanar = await demo.person("zhanar")
    assert granted["received_at"] == datetime(2026, 11, 23, 10) and granted["registered_on"] == datetime(2026, 11, 23)
    assert (granted["name"], granted["iin"], granted["kind"]) == (zhanar.full_name, zhanar.iin, "Заявление")
    assert (granted["due_on"], granted["extended_to"]) == (datetime(2026, 12, 14), None)
    assert granted["executor"] and granted["received_by"] and granted["answered_at"] == granted["ended_at"] == datetime(2026, 11, 23, 10)
    assert granted["answer_way"] == texts.text("law.appeal_way.ACCOUNT", "ru") and granted["remarks"] is None


async def test_what_is_late_is_said_in_the_line(visit: Visit, every: list[Json]) -> None:
    rows = await read_xlsx(await visit("head9"))
    remarks = [str(row["remarks"] or "") for row in rows]
    assert said("remark.registration", day="23.11.2026") in remarks[1] and said("remark.lapsed", day="11.12.2026") in remarks[1]
    assert said("remark.forwarding", day="27.11.2026") in remarks[3]
    assert said("remark.lapsed", day="15.12.2026") in remarks[4]
    assert said("remark.unsent") in remarks[8]
    assert rows[7]["extended_to"] == datetime(2027, 1, 20) and len(str(rows[7]["essence"])) <= 250


async def test_where_an_appeal_was_sent_on_is_said_even_when_the_other_body_alone_sees_it(visit: Visit, every: list[Json]) -> None:
    rows = await read_xlsx(await visit("officer9"))
    (there,) = await Appeal.filter(origin_id=(await row_of(every[6])).id).prefetch_related("clinic")
    assert rows[6]["sent_on"] == f"{there.clinic.name_in('ru')}, 23.11.2026, № {there.number}"
    assert "27.11.2026" in str(rows[3]["sent_on"]) and rows[0]["sent_on"] is None


async def test_the_authorised_body_has_a_register_of_its_own(visit: Visit, every: list[Json]) -> None:
    (row,) = await read_xlsx(await visit("authority"))
    assert row["line"] == 1 and "Городская поликлиника № 9" in str(row["about"]) and "тіркеуші" in str(row["about"])
    (there,) = await read_xlsx(await visit("officer"))
    assert there["line"] == 1 and there["kind"] == "Предложение"
    page = await (await visit("authority")).get(f"{REGISTER}/print{PERIOD}")
    body = (await row_of({"number": row["number"]})).authority
    assert body is not None and body.name_in("ru") in page


async def test_a_formula_in_a_name_or_an_essence_computes_nothing(visit: Visit, every: list[Json]) -> None:
    officer = await visit("officer9")
    lines = await read_csv(officer)
    assert str(lines[1]["essence"]).startswith("'=HYPERLINK") and str(lines[2]["name"]).startswith("'=HYPERLINK")
    assert str(lines[2]["address"]).startswith("'+7")
    book = load_workbook(BytesIO((await file_of(officer, f"{REGISTER}{PERIOD}", "xlsx")).content))
    sheet = list(book.active.iter_rows())  # type: ignore[union-attr]
    for line, column in ((2, "essence"), (3, "name")):
        cell = sheet[line][COLUMNS.index(column)]
        assert cell.data_type == "s" and cell.value == FORMULA
    assert "&#34;http://x&#34;" in await officer.get(REGISTER + PERIOD)


async def test_the_register_is_of_this_month_until_a_period_is_asked(visit: Visit, every: list[Json]) -> None:
    officer = await visit("officer9")
    assert said("empty") in await officer.get(REGISTER)
    assert await read_csv(officer, "") == []
    assert len(await read_csv(officer, "?since=2026-11-23")) == len(await read_csv(officer, "?until=2026-11-23")) == 8
    page = await officer.get(f"{REGISTER}{PERIOD}")
    assert "since=2026-10-01&amp;until=2026-10-31" in page and "since=2026-12-01&amp;until=2026-12-31" in page


async def test_the_register_is_narrowed_by_kind_state_subject_way_and_lateness(visit: Visit, every: list[Json]) -> None:
    officer = await visit("officer9")
    for query, numbers in (
        ("kind=COMPLAINT", [4]), ("state=FORWARDED", [4, 7]), ("subject=BEHAVIOUR", [3, 4]), ("overdue=true", [2, 3, 4, 5]),
        ("state=FORWARDED&overdue=false", [7]),
        ("channel=PHONE", [3]), ("kind=COMPLAINT&state=DECIDED", []), ("kind=&state=&subject=&channel=", list(range(1, 10))),
    ):  # fmt: skip
        assert [row["line"] for row in await read_xlsx(officer, f"{PERIOD}&{query}")] == numbers, query
        page = await officer.get(f"{REGISTER}{PERIOD}&{query}")
        assert page.count('role="rowheader"') == len(numbers), query


async def test_the_authorised_body_narrows_its_register_to_one_clinic(visit: Visit, every: list[Json]) -> None:
    authority = await visit("authority")
    page = await authority.get("/ru/work/oversight" + PERIOD)
    links = [part.split('"')[0] for part in page.split('href="')[1:] if "clinic=" in part.split('"')[0]]
    assert len(links) == 1
    one = await authority.get(links[0].replace("&amp;", "&"))
    assert one.count('role="rowheader"') == 1 and said("about_clinic", clinic="Городская поликлиника № 9") in text(one)
    await authority.get(f"{REGISTER}{PERIOD}&clinic=clinic_x", 404)


async def test_the_print_has_the_title_in_both_state_languages_and_every_column(visit: Visit, every: list[Json]) -> None:
    page = await (await visit("officer9")).get(f"{REGISTER}/print{PERIOD}")
    assert '<h1><span lang="kk">Жолданымдарды тіркеу журналы</span> / <span lang="ru">Журнал регистрации обращений</span></h1>' in page
    assert "Городская поликлиника № 9" in page and 'class="sheet"' in page
    for one in ("line", "received_at", "from", "channel", "wanted", "essence", "about", "received_by", "executor", "term", "sent_on",
                "result", "answered_at", "remarks"):  # fmt: skip
        assert said(f"column.{one}") in text(page), one


async def test_the_register_is_for_those_who_answer(visit: Visit, every: list[Json]) -> None:
    for path in (REGISTER, f"{REGISTER}/print", "/ru/work/appeals/figures"):
        for name in ("registrar9", "doctor9", "zhanar", "centre", "administrator9"):
            await (await visit(name)).get(path, 403)
        for asked in ("", "?since=x"):
            assert "/signin" in (await (await visit("")).http.get(f"{path}{asked}")).headers["location"]


async def test_the_files_of_the_register_are_for_those_who_answer(visit: Visit, every: list[Json]) -> None:
    for name in ("registrar9", "doctor9", "zhanar", "centre", "administrator9"):
        who = await visit(name)
        proof = CSRF.findall(await who.get("/ru/account"))[-1]
        assert (await who.http.post(f"{REGISTER}/export", data={"csrf": proof, "file": "csv"})).status_code == 403, name


PERIODS = [
    ("since=2026-10-01&until=2026-11-02", "long_period"), ("since=x", "no_period"), ("since=2026-11-23&until=2026-11-01", "no_period"),
]  # fmt: skip


@pytest.mark.parametrize("period, told", PERIODS)
async def test_a_wrong_or_too_long_period_is_told_on_the_page(visit: Visit, every: list[Json], period: str, told: str) -> None:
    officer = await visit("officer9")
    asked = dict(one.split("=") for one in period.split("&"))
    for answer in (await ordered(officer, REGISTER, "csv", **asked), await officer.http.get(f"{REGISTER}/print?{period}")):
        assert answer.status_code == 422
        assert said(told, days=31, rows=10_000) in text(answer.text)
    for path in (REGISTER, "/ru/work/appeals/figures"):
        assert (await officer.http.get(f"{path}?{period}")).status_code == (200 if told == "long_period" else 422)


@pytest.mark.parametrize("language", list(Language))
async def test_the_register_is_there_in_every_language(visit: Visit, every: list[Json], language: Language) -> None:
    officer = await visit("officer9")
    for ending in ("", "/print"):
        assert "Өтегенова" in await officer.get(f"/{language}/work/appeals/register{ending}{PERIOD}")
    (line, *_), (cell, *_) = await read_csv(officer, language=language), await read_xlsx(officer, language=language)
    assert line["result"] == cell["result"] == texts.text("law.appeal_outcome.GRANTED", language)


async def test_an_export_leaves_a_line_for_everybody_in_it(visit: Visit, every: list[Json]) -> None:
    before = await Entry.filter(act="appeal:listed").count()
    await read_csv(await visit("officer9"))
    assert await Entry.filter(act="appeal:listed").count() - before == len(every)


async def test_the_register_takes_few_statements_however_long_it_is(visit: Visit, every: list[Json]) -> None:
    like = await row_of(every[0])
    names = [name for name in Appeal._meta.db_fields if name not in ("id", "number", "register_number")]
    common = {name: getattr(like, name) for name in names}
    await Appeal.bulk_create(Appeal(id=uuid4(), number=f"AL-X-{n}", register_number=1000 + n, **common) for n in range(120))
    officer = await visit("officer9")
    assert len(await read_csv(officer)) == 129
    with counted() as sent:
        page = await officer.get(REGISTER + PERIOD)
    assert page.count('role="rowheader"') == 50 and "after=" in page
    assert len([one for one in sent if "BEGIN" not in one and "COMMIT" not in one]) <= 25
