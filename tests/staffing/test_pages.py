"""The pages of staff and sites, without JavaScript: a post given and ended, a doctor changed, a street added, and who opens them."""

import re
from html import unescape
from urllib.parse import unquote

import pytest

from api.ids import encode
from models import account, demo, texts
from models.account import Post
from models.clinic import Zone
from models.law import Role
from models.person import Person
from tests.attachment.asking import iin
from tests.attachment.pages import CSRF, KEY, Visit, Visitor, text
from tests.attachment.test_statements import counted
from tests.staffing.posts import doctor, no_timetable, post, site_id

STAFF, SITES = "/kk/work/staff", "/kk/work/sites"
MOST = 25
TICKED = {"doctor.languages": ["KK", "RU"], "doctor.specialty": "", "doctor.site": ""}  # as the form is before anybody touches it


async def of(name: str) -> str:
    """The page of somebody of the clinic."""
    return f"{STAFF}/{encode('StaffMember', (await account.account_of(await demo.person(name))).id)}"


async def found(who: Visitor, iin: str) -> tuple[int, str]:
    """What checking an IIN shows."""
    answer = await who.sent(f"{STAFF}/new", f"{STAFF}/find", {"iin": iin})
    assert "location" not in answer.headers
    return answer.status_code, answer.text


async def given(who: Visitor, name: str, **fields: object) -> tuple[int, str, str]:
    """The form of a post filled for somebody: the answer's status, where it leads, its page."""
    _, page = await found(who, await iin(name))
    sent = {"csrf": CSRF.findall(page)[-1], "idempotencyKey": KEY.findall(page)[0], "iin": await iin(name), "since": "2026-11-23"}
    answer = await who.http.post(f"{STAFF}/new", data=sent | fields)
    return answer.status_code, answer.headers.get("location", ""), answer.text


async def test_a_registrar_is_made_signs_in_takes_the_post_works_and_is_signed_out_when_it_ends(visit: Visit) -> None:
    administrator, olga = await visit("administrator9"), await visit("olga")
    status, page = await found(administrator, await iin("olga"))
    assert status == 200 and (await demo.person("olga")).full_name in page
    assert (await given(administrator, "olga", role="REGISTRAR", **TICKED))[:2] == (303, await of("olga"))
    await olga.get("/kk/work", 403)
    offered = await olga.get("/kk/signin/post")
    taking = next(one for one in re.findall(r"<form.*?</form>", offered, re.DOTALL) if "/work" in unescape(one))
    fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', taking))
    assert (await olga.http.post("/kk/signin/post", data=fields)).status_code == 303
    assert "Тіркеуші" in text(await olga.get("/kk/work/desk"))
    ending = f"{await of('olga')}/posts/{encode('Post', (await post('olga', Role.REGISTRAR)).id)}/end"
    assert await administrator.done(ending, ending, {"until": "2026-11-23"}) == await of("olga")
    assert "/signin" in (await olga.http.get("/kk/work/desk")).headers["location"]


async def test_who_is_unknown_or_mistyped_is_told_with_the_way_and_no_iin_in_any_address(visit: Visit) -> None:
    administrator = await visit("administrator9")
    for typed, words in (("730404399077", texts.text("staffing.new.nobody", "kk")), ("730404399078", "")):
        status, page = await found(administrator, typed)
        assert status == 422 and 'id="iin-fault"' in page and typed in page and words in unescape(page)
    _, page = await found(administrator, await iin("olga"))
    assert await iin("olga") not in unquote("".join(re.findall(r'(?:href|action)="([^"]*)"', page)))


async def test_whose_look_ups_of_the_day_are_spent_is_told_so(visit: Visit) -> None:
    administrator = await visit("administrator9")
    for one in await Person.exclude(id=(await demo.person("olga")).id).limit(20):
        await found(administrator, one.iin)
    status, page = await found(administrator, await iin("olga"))
    words = texts.text("law.impediment.LOOKUPS_SPENT.text", "kk", n=20)
    assert status == 422 and words in unescape(page) and (await demo.person("olga")).full_name not in page


async def test_a_refused_post_keeps_what_was_typed(visit: Visit) -> None:
    administrator = await visit("administrator9")
    facts = {"doctor.specialty": "GP", "doctor.languages": "KK"}
    status, _, page = await given(administrator, "olga", role="DOCTOR", named="Ким Ольга", **facts)
    assert status == 422 and 'id="doctor-site-fault' in page and "Ким Ольга" in page
    assert (await given(administrator, "olga", role="DOCTOR", **facts, **{"doctor.site": await site_id()}))[0] == 303
    assert re.search(r'value="DOCTOR" checked', page) and re.search(r'value="GP" selected', page) and await iin("olga") in page


async def test_a_doctor_who_is_awaited_shows_why_the_post_goes_on_and_the_way(visit: Visit) -> None:
    page = text(await (await visit("administrator9")).get(await of("dentist9")))
    assert texts.text("staffing.show.cannot", "kk") in page and texts.text("law.impediment.HAS_TIMETABLE.remedy", "kk") in page


async def test_a_doctor_stops_serving_on_the_page_once_the_timetable_has_ended(visit: Visit) -> None:
    administrator, place = await visit("administrator9"), f"{await of('dentist9')}/doctor"
    page = await administrator.get(place)
    fields = dict(re.findall(r'type="hidden" name="(id|version)" value="([^"]*)"', page))
    sent = {**fields, "languages": ["RU"], "site": await site_id()}
    assert (await administrator.sent(place, place, sent)).status_code == 422
    await no_timetable("dentist9")
    assert await administrator.done(place, place, sent) == await of("dentist9")
    assert ((await doctor("dentist9")).serving, (await doctor("dentist9")).languages) == (False, ["ru"])


async def test_streets_and_sites_are_added_and_removed_by_forms(visit: Visit) -> None:
    administrator = await visit("administrator9")
    assert await administrator.done(SITES, SITES, {"number": "3"}) == SITES
    street = {"site": await site_id(number=3), "street": "Жаңа көшесі", "firstHouse": "1"}
    assert await administrator.done(SITES, f"{SITES}/zones", street) == SITES
    wrong = await administrator.sent(SITES, f"{SITES}/zones", street)
    assert wrong.status_code == 422 and 'id="street-fault"' in wrong.text
    zone = await Zone.get(street="жаңа")
    way = f"{SITES}/zones/{encode('Zone', zone.id)}/remove"
    assert await administrator.done(SITES, way) == SITES and not await Zone.filter(street="жаңа").exists()


@pytest.mark.parametrize("name", ["registrar9", "doctor9", "officer9", "centre", "authority", "olga"])
async def test_nobody_else_opens_these_pages(visit: Visit, name: str) -> None:
    who = await visit(name)
    for path in (STAFF, f"{STAFF}/new", SITES):
        await who.get(path, 403)
    assert (await who.http.get(await of("registrar9"))).status_code in (403, 404)
    assert "/signin" in (await (await visit("")).http.get(STAFF)).headers["location"]


async def test_staff_of_another_clinic_are_as_absent(visit: Visit) -> None:
    stranger = await visit("administrator")
    await stranger.get(await of("registrar9"), 404)
    key = encode("Post", (await post("registrar9", Role.REGISTRAR)).id)
    proof = CSRF.findall(await stranger.get(f"{STAFF}/new"))[-1]
    own = await of("registrar")
    answer = await stranger.http.post(f"{own}/posts/{key}/end", data={"csrf": proof, "until": "2026-11-23"})
    assert answer.status_code in (404, 422) and (await post("registrar9", Role.REGISTRAR)).until is None


async def test_more_people_cost_no_more_statements(visit: Visit) -> None:
    administrator = await visit("administrator9")
    week = f"/kk/work/timetable/doctors/{encode('Doctor', (await doctor('doctor9')).id)}"
    paths = [STAFF, SITES, await of("doctor9"), "/kk/work/timetable", week]

    async def costs() -> list[int]:
        sent: list[int] = []
        for path in paths:
            await administrator.get(path)
            with counted() as statements:
                await administrator.get(path)
            sent.append(len([one for one in statements if "BEGIN" not in one and "COMMIT" not in one]))
        return sent

    before = await costs()
    clinic = (await post("registrar9", Role.REGISTRAR)).clinic_id
    for one in await Person.filter(surname__in=["Өтегенова", "Ким", "Тілеуов", "Иванова", "Ахметова"]):
        await Post.create(account=await account.account_of(one), clinic_id=clinic, role=Role.REGISTRAR, since="2026-01-01")
    assert await costs() == before and max(before) <= MOST, before


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_a_week_of_a_doctor_is_a_page_for_the_clinic(visit: Visit, language: str) -> None:
    place = f"/{language}/work/timetable/doctors/{encode('Doctor', (await doctor('doctor9')).id)}"
    page = text(await (await visit("registrar9")).get(place))
    assert "08:00–14:00" in page and page.count("08:00–14:00") >= 10 and "Каримов Рустам" in page
    await (await visit("administrator")).get(place, 404)
    assert (await (await visit("zhanar")).http.get(place)).status_code in (403, 404)
