"""Journals and registers in one place: who finds which, how many lines they have, and what is given of the registers of attachment."""

import csv
from datetime import datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from models import demo, texts
from models.attachment import Attachment
from models.journal import Entry
from models.law import Language
from tests.attachment.asking import Json, done, iin
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, Visitor, text
from tests.attachment.test_statements import counted
from tests.export.files import file_of, ordered
from web import attachment_register

PLACE, REQUESTS, ATTACHED = "/ru/work/registers", "/ru/work/attachments", "/ru/work/people"
NAMES = ("APPOINTMENTS", "CALLS", "APPEALS", "ATTACHMENTS", "PEOPLE")
OF = {
    "registrar9": {"APPOINTMENTS", "CALLS", "ATTACHMENTS", "PEOPLE"}, "head9": set(NAMES),
    "officer9": {"APPOINTMENTS", "APPEALS", "ATTACHMENTS", "PEOPLE"}, "administrator9": {"APPOINTMENTS"},
    "doctor9": {"APPOINTMENTS", "PEOPLE"}, "authority": {"APPEALS"},
}  # fmt: skip


def name_of(one: str, language: str = "ru") -> str:
    return texts.text(f"api.logbook.{one}", language)


async def read_csv(who: Visitor, page: str) -> list[dict[str, str]]:
    answer = await file_of(who, page, "csv")
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def column(one: str, language: str = "ru") -> str:
    return texts.text(f"registers.column.{one}", language)


@pytest.fixture
async def asked(people: People) -> Json:
    """A request for attachment to polyclinic No. 5, and one that is refused by nobody yet."""
    return dict(done(await (await people("yerlan")).file()))


@pytest.mark.parametrize("name", OF)
async def test_each_role_finds_the_journals_that_it_may_read_and_can_open_them(visit: Visit, call: Json, name: str) -> None:
    who = await visit(name)
    page = await who.get(PLACE)
    assert {one for one in NAMES if f">{name_of(one)}</a>" in page} == OF[name]
    links = [part.split('"')[0].replace("&amp;", "&") for part in page.split('<h2><a href="')[1:]]
    assert len(links) == len(OF[name])
    for link in links:
        await who.get(link)


async def test_nobody_else_finds_any(visit: Visit) -> None:
    for name in ("zhanar", "centre"):
        await (await visit(name)).get(PLACE, 403)
    assert "/signin" in (await (await visit("")).http.get(PLACE)).headers["location"]


async def test_lines_are_counted_without_being_read(visit: Visit, call: Json) -> None:
    registrar, before = await visit("registrar9"), await Entry.all().count()
    page = text(await registrar.get(PLACE))
    calls = page.partition(name_of("CALLS"))[2].partition(name_of("ATTACHMENTS"))[0]
    assert f"{texts.text('registers.today', 'ru')} 1 {texts.text('registers.month', 'ru')} 1" in calls
    assert await Entry.all().count() == before
    with counted() as sent:
        await registrar.get(PLACE)
    assert len([one for one in sent if "BEGIN" not in one and "COMMIT" not in one]) <= 25


@pytest.mark.parametrize("language", list(Language))
async def test_the_place_of_journals_is_there_in_every_language(visit: Visit, language: Language) -> None:
    page = await (await visit("head9")).get(f"/{language}/work/registers")
    assert all(name_of(one, language) in page for one in NAMES)


async def test_a_journal_is_printed_and_taken_from_its_place_for_this_month(visit: Visit, call: Json) -> None:
    registrar = await visit("registrar9")
    page = await registrar.get(PLACE)
    assert "/ru/work/calls/log/print?since=2026-11-01&amp;until=2026-11-30" in page
    form = page.partition('action="/ru/work/calls/log/export"')[2].partition("</form>")[0]
    assert 'name="since" value="2026-11-01"' in form and 'name="until" value="2026-11-30"' in form


async def test_the_register_of_requests_has_every_column_filled(visit: Visit, asked: Json) -> None:
    registrar = await visit("registrar")
    (row,) = [one for one in await read_csv(registrar, REQUESTS) if one[column("iin")] == await iin("yerlan")]
    yerlan, found = await demo.person("yerlan"), await Attachment.get(number=asked["number"])
    assert (row[column("number")], row[column("name")]) == (found.number, yerlan.full_name)
    assert row[column("submitted_at")] == "2026-11-23 10:00:00" and row[column("born")] == yerlan.birth_date.isoformat()
    assert row[column("channel")] == texts.text("law.channel.PORTAL", "ru") and row[column("phone")] == found.phone
    assert row[column("state")] == texts.text("law.state.attachment.SUBMITTED", "ru") and row[column("due")] > row[column("submitted_at")]
    assert row[column("effective_on")] == ""


async def test_the_register_of_requests_is_narrowed_on_the_page_on_paper_and_in_the_file_alike(visit: Visit, asked: Json) -> None:
    registrar = await visit("registrar")
    whole = len(await read_csv(registrar, REQUESTS))
    cases = (
        ("since=2026-11-23", 1), ("until=2026-11-22", whole - 1), ("since=2026-11-23&until=2026-11-23&state=SUBMITTED", 1),
        ("channel=PORTAL&open=true", 1), ("state=REFUSED", 0), ("overdue=true", 0),
    )  # fmt: skip
    for query, expected in cases:
        page, paper = await registrar.get(f"{REQUESTS}?{query}"), await registrar.get(f"{REQUESTS}/print?{query}")
        assert page.count('role="rowheader"') == paper.count('role="rowheader"') == expected, query
        assert len(await read_csv(registrar, f"{REQUESTS}?{query}")) == expected, query


async def test_the_register_of_requests_is_told_what_is_no_period(visit: Visit, asked: Json) -> None:
    registrar = await visit("registrar")
    for answer in (
        await ordered(registrar, REQUESTS, "csv", since="2026-11-24", until="2026-11-23"),
        await registrar.http.get(f"{REQUESTS}/print?since=x"),
    ):
        assert answer.status_code == 422 and texts.text("registers.requests.no_period", "ru") in text(answer.text)


async def test_both_registers_are_printed_with_their_title_in_both_state_languages(visit: Visit, asked: Json) -> None:
    registrar = await visit("registrar")
    for place, name in ((REQUESTS, "ATTACHMENTS"), (ATTACHED, "PEOPLE")):
        page = await registrar.get(f"{place}/print")
        titles = [f'<span lang="{speech}">{name_of(name, speech)}</span>' for speech in ("kk", "ru")]
        assert f"<h1>{' / '.join(titles)}</h1>" in page and 'class="sheet"' in page
        assert "Городская поликлиника № 5" in page and "23 ноября 2026" in page.replace("\xa0", " ")


async def test_a_doctor_has_the_people_attached_to_the_doctor_and_the_clinic_all_of_them(visit: Visit) -> None:
    doctor, head = await visit("doctor9"), await visit("head9")
    own, whole = await read_csv(doctor, ATTACHED), await read_csv(head, ATTACHED)
    kept = {one[column("number")] for one in own}
    assert kept <= {one[column("number")] for one in whole} and len(whole) == 4
    assert (await doctor.get(ATTACHED)).count('role="rowheader"') == len(own)
    zhanar = await demo.person("zhanar")
    (row,) = [one for one in whole if one[column("iin")] == zhanar.iin]
    assert row[column("name")] == "Өтегенова Жанар Маратқызы" == zhanar.full_name and row[column("age")] == "34"


async def test_people_are_narrowed_to_one_doctor(visit: Visit) -> None:
    head = await visit("head9")
    page = await head.get(ATTACHED)
    options = [part.split('"')[0] for part in page.partition('id="doctor"')[2].partition("</select>")[0].split('value="')[1:]]
    found = [len(await read_csv(head, f"{ATTACHED}?doctor={one}")) for one in options if one]
    assert sum(found) == 4 and 0 in found


async def test_the_file_of_excel_has_days_and_moments_of_its_own(visit: Visit, asked: Json) -> None:
    answer = await file_of(await visit("registrar"), f"{REQUESTS}?since=2026-11-23", "xlsx")
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    row = dict(zip(attachment_register.OF_REQUESTS, rows[1], strict=True))
    assert row["submitted_at"] == datetime(2026, 11, 23, 10) and isinstance(row["born"], datetime)


async def test_the_registers_of_attachment_are_for_people_of_a_clinic(visit: Visit, asked: Json) -> None:
    for place in (REQUESTS, ATTACHED):
        for name in ("zhanar", "centre", "authority"):
            await (await visit(name)).get(place, 403)
            await (await visit(name)).get(f"{place}/print", 403)
        for ending in ("", "/print"):
            assert "/signin" in (await (await visit("")).http.get(f"{place}{ending}")).headers["location"]
    stranger = await visit("registrar9")
    assert asked["number"] not in (await file_of(stranger, REQUESTS, "csv")).text


async def test_a_file_of_the_population_leaves_a_line_for_everybody_in_it(visit: Visit) -> None:
    rows = await read_csv(await visit("head9"), ATTACHED)
    assert await Entry.filter(act="attachment:listed").count() == len(rows) == 4
