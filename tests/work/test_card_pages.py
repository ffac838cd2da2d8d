"""A person's card: what each role may see of whom, what goes on first, what may be done; nothing that the role may not know."""

import pytest

from models import texts
from tests.appeal import appeals
from tests.attachment.asking import iin, patient_id
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, text, visit
from tests.attachment.test_statements import MOST, counted
from tests.home_visit import calls

__all__ = ["application", "visit"]
WORDS = "Кеше кештен бері қызуы 39"
ESSENCE = appeals.ESSENCE


async def card(name: str) -> str:
    return f"/ru/work/people/{await patient_id(name)}"


async def with_cases(people: People) -> tuple[dict[str, str], dict[str, str]]:
    """Zhanar's call, assigned to the doctor of clinic 9, and her appeal to it."""
    call = await calls.called(await people("zhanar"))
    await calls.accepted(await people("registrar9"), call, "doctor9")
    return call, await appeals.filed(await people("zhanar"))


async def test_a_registrar_sees_what_goes_on_and_may_book_call_file_and_take_in(people: People, visit: Visit) -> None:
    call, appeal = await with_cases(people)
    page = await (await visit("registrar9")).get(await card("zhanar"))
    assert call["number"] in page and await iin("zhanar") in page
    for way in ("appointment", "call", "attachment", "appeal"):
        assert f'href="{await card("zhanar")}/{way}' in page, way
    assert WORDS not in page and appeal["number"] not in page  # nothing medical, and appeals are not the registrar's to see


async def test_of_a_call_the_card_says_what_is_due_the_answer_or_the_doctor(people: People, visit: Visit) -> None:
    answer, comes = (texts.text(f"work.card.{key}", "ru", moment="").strip() for key in ("answer_by", "comes_by"))
    call = await calls.called(await people("zhanar"))
    page = text(await (await visit("registrar9")).get(await card("zhanar")))
    assert answer in page and comes not in page
    await calls.accepted(await people("registrar9"), call, "doctor9")
    page = text(await (await visit("registrar9")).get(await card("zhanar")))
    assert comes in page and answer not in page


async def test_a_head_sees_the_cases_of_every_service_and_none_of_the_desk_s_acts(people: People, visit: Visit) -> None:
    call, appeal = await with_cases(people)
    page = await (await visit("head9")).get(await card("zhanar"))
    assert call["number"] in page and appeal["number"] in page
    assert f'href="{await card("zhanar")}/appointment' not in page and texts.text("work.card.representations", "ru") not in page


async def test_a_doctor_sees_own_patients_calls_and_no_appeals(people: People, visit: Visit) -> None:
    call, appeal = await with_cases(people)
    page = await (await visit("doctor9")).get(await card("zhanar"))
    assert f'href="/ru/work/round/{call["id"]}"' in page and appeal["number"] not in page and ESSENCE not in page
    assert texts.text("work.card.seen", "ru") not in page
    await (await visit("doctor9-child")).get(await card("zhanar"), 404)


async def test_an_officer_sees_the_appeal_and_no_words_of_the_call(people: People, visit: Visit) -> None:
    _, appeal = await with_cases(people)
    page = await (await visit("officer9")).get(await card("zhanar"))
    assert f'href="/ru/work/appeals/{appeal["id"]}"' in page and WORDS not in page and "қызу" not in page
    assert f'href="/ru/work/appeals/{appeal["id"]}/take-up"' in page


async def test_an_authority_sees_only_those_who_turned_to_it(people: People, visit: Visit) -> None:
    call, _ = await with_cases(people)
    await (await visit("authority")).get(await card("zhanar"), 404)
    complaint = await appeals.filed(await people("zhanar"), kind="SERVICE_COMPLAINT", toAuthority=True)
    page = await (await visit("authority")).get(await card("zhanar"))
    assert complaint["number"] in page and call["number"] not in page


@pytest.mark.parametrize("name", ["administrator9", "centre", "zhanar"])
async def test_nobody_else_has_cards(visit: Visit, name: str) -> None:
    await (await visit(name)).get(await card("olga"), 403)


async def test_another_clinic_s_head_finds_no_such_card(people: People, visit: Visit) -> None:
    await with_cases(people)
    await (await visit("head")).get(await card("zhanar"), 404)


async def test_a_child_s_card_names_who_may_act_for_the_child(visit: Visit) -> None:
    page = await (await visit("registrar9")).get(await card("aliya"))
    assert texts.text("work.card.represented", "ru", name="Өтегенова Жанар Маратқызы") in text(page)


async def test_a_case_that_ended_stands_apart(people: People, visit: Visit) -> None:
    call = await calls.called(await people("zhanar"))
    await calls.done(await people("zhanar"), "cancelHomeVisit", call)
    page = await (await visit("registrar9")).get(await card("zhanar"))
    assert page.index(texts.text("work.card.ended", "ru")) < page.index(call["number"])


async def test_a_card_takes_few_statements(people: People, visit: Visit) -> None:
    await with_cases(people)
    for name in ("registrar9", "head9", "officer9", "doctor9"):
        who = await visit(name)
        await who.get(await card("zhanar"))
        address = await card("zhanar")
        with counted() as sent:
            await who.get(address)
        assert len([one for one in sent if "BEGIN" not in one and "COMMIT" not in one]) <= MOST, name
