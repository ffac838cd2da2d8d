"""Finding people by name, however it is spelled, and a case of any service by its number: within what the caller may see."""

import pytest

from models.journal import Entry
from models.person import Person, seek_people
from models.search import plain
from tests.appeal import appeals
from tests.attachment.asking import iin
from tests.attachment.conftest import People
from tests.home_visit import calls
from tests.notice.acts import filed

FOUND = "query ($name: String!) { people(name: $name) { fullName } }"
CASE = "query ($number: String!) { case(number: $number) { __typename number } }"


@pytest.mark.parametrize(
    "typed",
    [
        "Өтегенова", "отегенова", "ӨТЕГЕНОВА жанар", "Otegenova", "Ötegenova Janar", "Zhanar Otegenova", "жанар", "Жан Өтег",
        "маратқызы өтегенова", "maratkyzy", "Маратқызы Ж",
    ],
)  # fmt: skip
async def test_a_name_is_found_in_any_order_and_spelling(people: People, typed: str) -> None:
    found = await (await people("registrar9")).see(FOUND, name=typed)
    assert "Өтегенова Жанар Маратқызы" in [one["fullName"] for one in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Әлия", "Алия"), ("Қасым", "Касым"), ("Ңұр", "Нур"), ("Өмір", "Омир"), ("Ұлан", "Улан"), ("Үміт", "Умит"), ("Һаким", "Хаким"),
        ("Іңкәр", "Инкар"), ("Ғалым", "Галым"), ("Тілеуов Ерлан", "Tileuov Yerlan"), ("Юлия", "Yuliya"), ("Мария", "Maria"),
        ("Шәкен", "Shaken"), ("Жұмабаев", "Zhumabayev"), ("Семён", "Semyon"),
        ("Өтегенова", "Утегенова"), ("Төлеген", "Тулеген"), ("Анна", "Ана"), ("Щукин", "Shchukin"),
    ],
)  # fmt: skip
def test_two_spellings_of_a_name_are_one_in_search(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(("one", "other"), [("№ 11", "№ 1"), ("Серік", "Берік"), ("Асан", "Асқан")])
def test_different_names_and_numbers_stay_different(one: str, other: str) -> None:
    assert plain(one) != plain(other)


async def test_nobody_of_another_clinic_is_found_by_name(people: People) -> None:
    assert await (await people("registrar")).see(FOUND, name="Өтегенова") == []


async def test_the_middle_of_a_word_finds_nobody(people: People) -> None:
    assert await (await people("registrar9")).see(FOUND, name="генова") == []


@pytest.mark.parametrize("typed", ["Ө", "", "%%", "__", "1 2", "§"])
async def test_too_little_to_look_for_is_told(people: People, typed: str) -> None:
    body = await (await people("registrar9")).ask(FOUND, name=typed)
    assert body["errors"][0]["extensions"]["code"] == "TOO_SHORT"


async def test_everybody_shown_can_see_who_looked(people: People) -> None:
    registrar = await people("registrar9")
    await registrar.see(FOUND, name="Өтегенова Жанар")
    await registrar.see(FOUND, name="Өтегенова Жанар")
    zhanar = await Person.get(iin=await iin("zhanar"))
    assert await Entry.filter(act="person:found", person_id=zhanar.id).count() == 1


@pytest.mark.parametrize("name", ["zhanar", "administrator9", "centre", "partner:attachment:read", ""])
async def test_others_find_nobody_by_name(people: People, name: str) -> None:
    body = await (await people(name)).ask(FOUND, name="Өтегенова")
    assert body["errors"][0]["extensions"]["code"] in ("FORBIDDEN", "UNAUTHENTICATED")


async def test_a_doctor_finds_own_patients_and_an_authority_those_who_appealed_to_it(people: People) -> None:
    doctor, authority = await people("doctor9"), await people("authority")
    before = await doctor.see(FOUND, name="Ким Ольга")
    assert await authority.see(FOUND, name="Ким") == []
    assert [one["fullName"] for one in before] in ([], ["Ким Ольга Викторовна"])


async def test_a_number_finds_the_case_of_any_service(people: People) -> None:
    call, appeal, request = await calls.called(await people("zhanar")), await appeals.filed(await people("olga")), await filed(people)
    nine, five = await people("head9"), await people("head")
    wanted = ((nine, call["number"], "HomeVisit"), (nine, appeal["number"], "Appeal"), (five, request["number"], "Attachment"))
    for who, number, kind in wanted:
        assert (await who.see(CASE, number=number))["__typename"] == kind
        assert (await who.see(CASE, number=number.lower().replace("-", " ")))["number"] == number


async def test_another_clinic_s_number_and_a_number_of_nothing_look_alike(people: People) -> None:
    call = await calls.called(await people("zhanar"))
    head = await people("head")
    assert await head.see(CASE, number=call["number"]) is None
    assert await head.see(CASE, number="HV-2026-999999-1") is None
    assert await head.see(CASE, number="'; DROP TABLE person; --") is None


async def test_a_name_that_changes_is_found_by_its_new_words_only(people: People) -> None:
    olga = await Person.get(iin=await iin("olga"))
    olga.surname = "Цой"
    await olga.save(update_fields=["surname"])
    registrar = await people("registrar9")
    assert [one["fullName"] for one in await registrar.see(FOUND, name="Tsoi Olga")] == ["Цой Ольга Викторовна"]
    assert await registrar.see(FOUND, name="Ким Ольга") == []


async def test_people_entered_before_names_were_sought_are_found_after_the_next_round(people: People) -> None:
    await Person.filter(iin=await iin("olga")).update(search="")
    registrar = await people("registrar9")
    assert await registrar.see(FOUND, name="Ким Ольга") == []
    assert await seek_people() == 1
    assert len(await registrar.see(FOUND, name="Ким Ольга")) == 1
