"""The call log: every channel and every end in it, on the screen, on paper and as files; who may read it."""

import csv
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO
from uuid import uuid4

import pytest
import time_machine
from openpyxl import load_workbook

from api.ids import decode
from models import demo, texts
from models.clock import ZONE
from models.export import Export
from models.home_visit import HomeVisit
from models.journal import Entry
from models.law import Channel, Language
from models.law.home_visit import State
from models.settings import settings
from tests.attachment.asking import Json, iin
from tests.attachment.conftest import People
from tests.attachment.pages import CSRF, Visit, Visitor, application, text, visit
from tests.attachment.test_statements import counted
from tests.export.files import file_of, ordered
from tests.home_visit.calls import REASON, accepted, act, call_by_phone, called, doctor_id, request
from tests.home_visit.calls import done as did
from web.home_visit_log import COLUMNS, heads

__all__ = ["application", "visit"]
LOG = "/ru/work/calls/log"
Sheet = list[dict[str, object]]


def entered(payload: Json) -> Json:
    assert payload["problems"] == [], payload["problems"]
    return dict(payload["homeVisit"])


async def served(people: People, clock: time_machine.Traveller) -> Json:
    """Zhanar's call of the portal, served by the general practitioner half an hour later."""
    registrar, doctor = await people("registrar9"), await people("doctor9")
    case = await accepted(registrar, await called(await people("zhanar"), indications=["FEVER"]), "doctor9")
    for step in ("setOutForHomeVisit", "arriveAtHomeVisit"):
        await did(doctor, step, case)
    clock.shift(timedelta(minutes=30))
    return await did(doctor, "completeHomeVisit", case, outcome="LEFT_AT_HOME", diagnosis="Өткір бронхит", helpGiven="Ұйқы, сұйықтық, дәрі")


@pytest.fixture
async def every(people: People, clock: time_machine.Traveller) -> list[Json]:
    """A call of each channel, and each end that keeps a call in the log."""
    registrar, olga, minute = await people("registrar9"), await people("olga"), timedelta(minutes=1)
    portal = await served(people, clock)
    given = request(patientIin=await iin("aliya"), applicantIin=await iin("zhanar"), channel="DESK", identity="куәлік № 1")
    clock.shift(minute)
    desk = entered(await act(registrar, "callDoctor", given))
    await did(registrar, "refuseHomeVisit", desk, ground="UNRELIABLE", words="Мекенжай жоқ үйді көрсетеді, қайта тексерілді")
    clock.shift(minute)
    phone = entered(await call_by_phone(registrar, await iin("marat"), words='=HYPERLINK("http://x")', indications=[]))
    await did(registrar, "handOverHomeVisit", phone, number="103-17", words="Ентігу")
    partner = await people("partner:home_visit:call")
    given = request(patientIin=await iin("olga"))
    clock.shift(minute)
    system = entered(await act(partner, "callDoctor", await partner.signed("callDoctor", given, signer="olga", as_head=False)))
    await did(olga, "cancelHomeVisit", system)
    clock.shift(minute)
    given = request(patientIin=await iin("olga"), channel="CLINIC", indications=[], words="Шақыртусыз бару")
    own = entered(await act(registrar, "callDoctor", given))
    await did(registrar, "carryHomeVisit", await accepted(registrar, own), day="2026-11-24", reason=REASON)
    clock.shift(minute)
    given = request(patientIin=await iin("zhanar"), channel="AMBULANCE", ambulanceNumber="А-55", indications=["AMBULANCE"])
    return [portal, desk, phone, system, own, entered(await act(registrar, "callDoctor", given))]


async def read_xlsx(who: Visitor, query: str = "", language: str = "ru") -> Sheet:
    answer = await file_of(who, f"/{language}/work/calls/log{query}", "xlsx")
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store", answer.text[:300]
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert list(rows[0]) == heads(Language(language))
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]


async def read_csv(who: Visitor, query: str = "", language: str = "ru") -> Sheet:
    answer = await file_of(who, f"/{language}/work/calls/log{query}", "csv")
    assert answer.status_code == 200, answer.text[:300]
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == heads(Language(language))
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]


async def many(case: Json, count: int) -> None:
    """So many more calls, cancelled, like a given one."""
    like = await HomeVisit.get(id=decode(case["id"], "HomeVisit"))
    names = [name for name in HomeVisit._meta.db_fields if name not in ("id", "number", "log_number", "state", "submitted_at")]
    common = {name: getattr(like, name) for name in names}
    await HomeVisit.bulk_create(
        HomeVisit(
            id=uuid4(), number=f"HV-X-{n}", log_number=1000 + n, state=State.CANCELLED,
            submitted_at=like.submitted_at + timedelta(seconds=n), **common,
        )
        for n in range(1, count + 1)
    )  # fmt: skip


async def test_the_log_has_the_calls_of_every_channel_and_every_end(visit: Visit, every: list[Json]) -> None:
    rows = await read_xlsx(await visit("head9"))
    assert [row["number"] for row in rows] == list(range(1, len(every) + 1))
    channels = [Channel.PORTAL, Channel.DESK, Channel.PHONE, Channel.PARTNER, Channel.CLINIC, Channel.AMBULANCE]
    assert [row["channel"] for row in rows] == [texts.text(f"law.channel.{one}", "ru") for one in channels]
    states = [texts.text(f"law.state.home_visit.{one}", "ru") for one in ("REFUSED", "HANDED_OVER", "CANCELLED", "ACCEPTED", "SUBMITTED")]
    ends = [str(row["outcome"]) for row in rows]
    assert ends[0] == texts.text("law.home_visit_outcome.LEFT_AT_HOME", "ru")
    for end, state in zip(ends[1:], states, strict=True):
        assert end.startswith(state)
    assert texts.text("law.home_visit_refusal.UNRELIABLE", "ru") in ends[1] and "қайта тексерілді" in ends[1]
    assert "103-17" in ends[2] and "Ентігу" in ends[2]
    assert "23.11.2026" in str(rows[4]["remarks"]) and REASON in str(rows[4]["remarks"]) and "А-55" in str(rows[5]["remarks"])


async def test_every_column_of_the_form_is_filled_for_a_served_call(people: People, visit: Visit, clock: time_machine.Traveller) -> None:
    await served(people, clock)
    (row,) = await read_xlsx(await visit("head9"))
    zhanar = await demo.person("zhanar")
    assert row == {
        "number": 1, "called_at": datetime(2026, 11, 23, 10, 0), "name": zhanar.full_name, "birth_year": zhanar.birth_date.year, "age": 34,
        "address": "Алматы, Төле би, 45, 2", "entrance": "1", "floor": "3", "intercom": "45К", "phone": "+77012345678", "site": 1,
        "reason": f"{texts.text('law.indication.FEVER', 'ru')}; Кеше кештен бері қызуы 39",
        "kind": texts.text("law.home_visit_kind.PRIMARY", "ru"), "channel": texts.text("law.channel.PORTAL", "ru"),
        "received_by": texts.text("law.channel.PORTAL", "ru"), "assigned_to": (await demo.person("doctor9")).full_name,
        "window": "23.11.2026 10:00–12:00", "done_at": datetime(2026, 11, 23, 10, 30),
        "visited_by": (await demo.person("doctor9")).full_name, "diagnosis": "Өткір бронхит", "help": "Ұйқы, сұйықтық, дәрі",
        "outcome": texts.text("law.home_visit_outcome.LEFT_AT_HOME", "ru"), "signature": None, "remarks": None,
    }  # fmt: skip
    (line,) = await read_csv(await visit("head9"))
    assert {name: str(value) for name, value in row.items() if value is not None} == {name: value for name, value in line.items() if value}


async def test_diagnosis_and_help_are_for_the_head_alone(people: People, visit: Visit, clock: time_machine.Traveller) -> None:
    await served(people, clock)
    head, registrar = await visit("head9"), await visit("registrar9")
    for path in (LOG, f"{LOG}/print"):
        assert "Өткір бронхит" in await head.get(path) and "Ұйқы, сұйықтық" in await head.get(path)
        page = await registrar.get(path)
        assert "Өткір бронхит" not in page and "Ұйқы" not in page and "Өтегенова" in page
    (row,) = await read_csv(registrar)
    assert row["diagnosis"] == row["help"] == "" and row["outcome"]
    (row,) = await read_xlsx(registrar)
    assert row["diagnosis"] is row["help"] is None


async def test_a_formula_in_the_words_of_a_caller_computes_nothing(visit: Visit, every: list[Json]) -> None:
    head = await visit("head9")
    assert str((await read_csv(head))[2]["reason"]).startswith("'=HYPERLINK")
    book = load_workbook(BytesIO((await file_of(head, LOG, "xlsx")).content))
    cell = list(book.active.iter_rows())[3][COLUMNS.index("reason")]  # type: ignore[union-attr]
    assert cell.data_type == "s" and cell.value == '=HYPERLINK("http://x")'
    assert "&#34;http://x&#34;" in await head.get(LOG)


async def test_the_log_is_of_today_until_a_day_or_a_period_is_asked(visit: Visit, every: list[Json], clock: time_machine.Traveller) -> None:
    clock.move_to(datetime(2026, 11, 24, 9, tzinfo=ZONE))
    registrar = await visit("registrar9")
    assert texts.text("home_visit_log.empty", "ru") in await registrar.get(LOG)
    assert len(await read_csv(registrar, "?since=2026-11-23")) == len(await read_csv(registrar, "?until=2026-11-23")) == 6
    assert len(await read_csv(registrar, "?since=2026-11-20&until=2026-11-24")) == 6
    assert await read_csv(registrar) == []
    assert "Өтегенова" in await registrar.get(f"{LOG}?since=2026-11-23")


async def test_the_log_is_narrowed_by_channel_state_and_doctor(visit: Visit, every: list[Json]) -> None:
    registrar = await visit("registrar9")
    for query, numbers in (
        ("channel=PARTNER", [4]), ("state=REFUSED", [2]), (f"doctor={await doctor_id('doctor9')}", [1]),
        ("channel=PHONE&state=REFUSED", []), ("channel=&state=&doctor=", [1, 2, 3, 4, 5, 6]),
    ):  # fmt: skip
        assert [row["number"] for row in await read_xlsx(registrar, f"?{query}")] == numbers, query
        page = await registrar.get(f"{LOG}?{query}")
        assert [n for n in range(1, 7) if f"№ {n}</a>" in page] == numbers, query


async def test_more_than_a_hundred_calls_are_all_there_once_and_in_order(visit: Visit, every: list[Json]) -> None:
    await many(every[0], 230)
    registrar = await visit("registrar9")
    numbers = [str(row["number"]) for row in await read_csv(registrar)]
    assert len(numbers) == len(set(numbers)) == 236
    page = await registrar.get(f"{LOG}/print")
    assert page.count('role="rowheader"') == 236 and "236" in page
    first = await registrar.get(LOG)
    assert first.count('role="rowheader"') == 50 and "after=" in first


async def test_the_print_has_the_official_title_the_clinic_and_every_column(visit: Visit, every: list[Json]) -> None:
    page = await (await visit("registrar9")).get(f"{LOG}/print")
    assert '<h1><span lang="kk">Шақыруларды тіркеу журналы</span> / <span lang="ru">Журнал регистрации вызовов</span></h1>' in page
    assert "Городская поликлиника № 9" in page and 'class="sheet"' in page and 'class="code"' not in page
    for one in ("number", "called_at", "name", "born", "place", "phone", "site", "reason", "kind", "received_by", "assigned_to", "window",
                "done_at", "visited_by", "diagnosis", "help", "outcome", "signature"):  # fmt: skip
        assert texts.text(f"home_visit_log.column.{one}", "ru") in text(page), one
    assert "подъезд 1, этаж 3, домофон 45К" in text(page)


async def test_the_code_of_the_form_is_a_setting(environment: pytest.MonkeyPatch, visit: Visit, every: list[Json]) -> None:
    environment.setenv("EMHANA_CALL_LOG_FORM", "031/у")
    settings.cache_clear()
    assert "Форма № 031/у" in text(await (await visit("registrar9")).get(f"{LOG}/print"))


async def test_another_clinics_calls_are_not_in_the_log(visit: Visit, every: list[Json]) -> None:
    stranger = await visit("registrar")
    assert await read_csv(stranger) == [] and await read_xlsx(stranger) == []
    for path in (LOG, f"{LOG}/print"):
        page = await stranger.get(path)
        assert "Өтегенова" not in page and every[0]["number"] not in page


async def test_the_log_is_for_registrars_and_heads(visit: Visit, every: list[Json]) -> None:
    for ending in ("", "/print"):
        for name in ("doctor9", "zhanar", "centre", "administrator9", "authority"):
            await (await visit(name)).get(f"{LOG}{ending}", 403)
        for asked in ("", "?since=x"):
            assert "/signin" in (await (await visit("")).http.get(f"{LOG}{ending}{asked}")).headers["location"]


async def test_the_files_of_the_log_are_for_those_who_may_read_it(visit: Visit, every: list[Json]) -> None:
    for name in ("doctor9", "zhanar", "centre", "administrator9", "authority"):
        who = await visit(name)
        proof = CSRF.findall(await who.get("/ru/account"))[-1]
        answer = await who.http.post(f"{LOG}/export", data={"csrf": proof, "file": "csv"})
        assert answer.status_code == 403, name
    assert await Export.all().count() == 0


PERIODS = [
    ("since=2026-10-01&until=2026-11-02", "long_period"),
    ("since=x", "no_period"),
    ("since=2026-11-23&until=2026-11-01", "no_period"),
]


@pytest.mark.parametrize("period, told", PERIODS)
async def test_a_wrong_or_too_long_period_is_told_on_the_page(visit: Visit, every: list[Json], period: str, told: str) -> None:
    registrar = await visit("registrar9")
    asked = dict(one.split("=") for one in period.split("&"))
    for answer in (
        await ordered(registrar, LOG, "csv", **asked), await ordered(registrar, LOG, "xlsx", **asked),
        await registrar.http.get(f"{LOG}/print?{period}"),
    ):  # fmt: skip
        assert answer.status_code == 422
        assert texts.text(f"home_visit_log.{told}", "ru", days=31, rows=10_000) in text(answer.text)
    assert (await registrar.http.get(f"{LOG}?{period}")).status_code == (200 if told == "long_period" else 422)


@pytest.mark.parametrize("language", list(Language))
async def test_the_log_is_there_in_every_language_with_kazakh_letters_whole(visit: Visit, every: list[Json], language: Language) -> None:
    head = await visit("head9")
    for ending in ("", "/print"):
        assert "Өткір бронхит" in await head.get(f"/{language}/work/calls/log{ending}")
    for rows in (await read_csv(head, language=language), await read_xlsx(head, language=language)):
        assert rows[0]["diagnosis"] == "Өткір бронхит" and rows[0]["kind"] == texts.text("law.home_visit_kind.PRIMARY", language)


async def test_an_export_leaves_a_line_for_everybody_in_it(visit: Visit, every: list[Json]) -> None:
    before = await Entry.filter(act="home_visit:listed").count()
    await read_csv(await visit("head9"))
    assert await Entry.filter(act="home_visit:listed").count() - before == len(every)


async def test_the_log_takes_few_statements_however_long_the_day(visit: Visit, every: list[Json]) -> None:
    await many(every[0], 40)
    registrar = await visit("registrar9")
    await registrar.get(LOG)
    with counted() as sent:
        await registrar.get(LOG)
    assert len([one for one in sent if "BEGIN" not in one and "COMMIT" not in one]) <= 25


async def test_the_age_stands_beside_the_year_of_birth(visit: Visit, every: list[Json]) -> None:
    rows = await read_xlsx(await visit("registrar9"))
    born = (await demo.person("aliya")).birth_date
    assert rows[1]["birth_year"] == born.year and rows[1]["age"] == (date(2026, 11, 23) - born).days // 365
