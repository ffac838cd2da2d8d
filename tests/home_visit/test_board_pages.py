"""The dispatch board of a clinic in a browser without JavaScript, and the fragments of one with it."""

import asyncio
import re
from datetime import datetime
from typing import Any

from api.ids import encode
from models import texts
from models.clinic import Doctor
from models.clock import ZONE
from models.law.home_visit import State
from models.law.specialty import ATTENDING
from tests.appointment import booking
from tests.attachment.asking import BINS, Asker, Json, iin
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, text, visit
from tests.home_visit.calls import IIN, accepted, called, doctor_id, done
from tests.home_visit.pages import BOARD, HTMX, case, choices, form, place, row, send, unseen, words

__all__ = ["application", "case", "visit"]


async def absent(head: Asker, doctor: str) -> None:
    """A doctor noted absent from now until the clinic closes."""
    given = {"doctor": doctor, "today": True, "reason": "Дәрігер бүгін қабылдай алмайды."}
    assert (await booking.act(head, "recordAbsence", given, "change { absence { id } }"))["problems"] == []


async def test_the_board_tells_of_a_call_all_that_is_needed_to_answer_it(visit: Visit, case: Json) -> None:
    shown = text(await (await visit("registrar9")).get(BOARD))
    for said in (case["number"], "Өтегенова Жанар", "34 года", "Төле би", "+7", words("board.doctors"), "Каримов"):
        assert said in shown, said
    assert texts.text("law.urgency.URGENT", "ru") in shown or texts.text("law.urgency.ROUTINE", "ru") in shown
    assert texts.text("law.channel.PORTAL", "ru") in shown


async def test_the_board_says_until_what_the_time_left_runs(people: People, visit: Visit, case: Json) -> None:
    registrar = await visit("registrar9")
    assert words("left.answer", at="10:30") in text(await registrar.get(BOARD))
    await accepted(await people("registrar9"), case, "doctor9")
    assert words("left.visit", at="12:00") in text(await registrar.get(BOARD))


async def test_the_choice_of_a_doctor_tells_the_hours_of_todays_reception(visit: Visit, case: Json) -> None:
    inside = form(await (await visit("registrar9")).get(BOARD), place(case, "board/accept"))
    option = inside[inside.index(await doctor_id("doctor9")) :].split("</option>")[0]
    assert words("answer.reception", hours="08:00–14:00") in option


async def test_whoever_opens_the_page_of_another_role_is_led_to_the_own_one(visit: Visit) -> None:
    own = {"doctor9": ("DOCTOR", "/ru/work"), "administrator9": ("ADMINISTRATOR", "/ru/work"), "zhanar": ("CITIZEN", "/ru")}
    for name, (role, start) in own.items():
        page = await (await visit(name)).get(BOARD, 403)
        assert texts.text("error.403.role", "ru", role=texts.text(f"law.role.{role}", "ru")) in text(page)
        assert re.search(rf'href="{start}/?">{texts.text("error.403.start", "ru")}', page), name


async def test_the_contact_centre_finds_a_call_by_its_number_and_knows_the_numbers_of_every_service(visit: Visit, case: Json) -> None:
    page = text(await (await visit("centre")).get(f"/ru/work/status?number={case['number']}"))
    assert texts.text("law.state.home_visit.SUBMITTED", "ru") in page and "Өтегенова" not in page
    assert all(prefix in page for prefix in ("AP-", "AB-", "HV-"))


async def test_an_emergency_comes_first_and_103_stands_at_it(people: People, visit: Visit, case: Json) -> None:
    urgent = await called(await people("olga"), dangerSigns=["CHEST_PAIN"])
    page = await (await visit("registrar9")).get(BOARD)
    assert page.index(urgent["number"]) < page.index(case["number"])
    card = page[page.index(f'id="call-{urgent["id"]}"') : page.index(f'id="call-{case["id"]}"')]
    assert 'href="tel:103"' in card and texts.text("law.urgency.EMERGENCY", "ru") in card


async def test_a_call_is_accepted_on_the_board_with_window_and_doctor_in_one_form(visit: Visit, case: Json) -> None:
    registrar = await visit("registrar9")
    page, action = await registrar.get(BOARD), place(case, "board/accept")
    windows, first = choices(page, action, "window")
    doctors, _ = choices(page, action, "doctor")
    assert first == windows[0] and await doctor_id("doctor9") in doctors
    answer = await send(registrar, BOARD, action, {"window": windows[1], "doctor": await doctor_id("doctor9")})
    assert answer.status_code == 303 and answer.headers["location"].startswith(BOARD), text(answer.text)[:800]
    found = await row(case)
    assert found.state is State.ASSIGNED and found.window_since
    assert found.window_since.astimezone(ZONE) == datetime.fromisoformat(windows[1].split("/")[0])
    after = text(await registrar.get(answer.headers["location"]))
    assert f"№ {case['number']}" in after and "Каримов" in after


async def test_a_call_accepted_without_a_doctor_is_assigned_on_the_board(visit: Visit, case: Json) -> None:
    head = await visit("head9")
    page, action = await head.get(BOARD), place(case, "board/accept")
    await send(head, BOARD, action, {"window": choices(page, action, "window")[0][0], "doctor": ""})
    assert (await row(case)).state is State.ACCEPTED
    answer = await send(head, BOARD, place(case, "board/assign"), {"doctor": await doctor_id("doctor9")})
    assert answer.status_code == 303 and (await row(case)).state is State.ASSIGNED


async def test_the_board_says_who_is_absent_until_when_and_chooses_nobody_of_them(people: People, visit: Visit, case: Json) -> None:
    registrar, action = await visit("registrar9"), place(case, "board/accept")
    doctor = await doctor_id("doctor9")
    assert choices(await registrar.get(BOARD), action, "doctor")[1] == doctor
    await absent(await people("head9"), doctor)
    page = await registrar.get(BOARD)
    listed, chosen = choices(page, action, "doctor")
    assert doctor in listed and chosen != doctor
    said = words("board.absent", since="10:00", until="20:00")
    assert said in text(page[page.index('class="on-call"') :]) and said in form(page, action)
    assert words("answer.reception", hours="08:00–14:00") not in form(page, action)


async def test_a_promised_call_whose_doctor_is_absent_tells_it_and_is_given_to_another_on_the_board(
    people: People, visit: Visit, case: Json
) -> None:
    await accepted(await people("registrar9"), case, "doctor9")
    registrar, action = await visit("registrar9"), place(case, "board/assign")
    said = words("board.away", doctor="Каримов Рустам", since="10:00", until="20:00")
    assert f'action="{action}"' not in await registrar.get(BOARD)
    await absent(await people("head9"), await doctor_id("doctor9"))
    page = await registrar.get(BOARD)
    assert said.split(" (")[1] in text(page) and choices(page, action, "doctor")[1] != await doctor_id("doctor9")
    assert said.split(" (")[1] in text(await registrar.get(place(case)))
    refused = await send(registrar, BOARD, action, {"doctor": await doctor_id("doctor9")})
    assert refused.status_code == 422 and texts.text("law.impediment.DOCTOR_ABSENT.text", "ru") in refused.text
    other = await Doctor.filter(clinic__bin=BINS["almaty-9"], specialty__in=ATTENDING).exclude(person__iin=IIN["doctor9"]).first()
    await Doctor.filter(id=other.id).update(specialty="GP")  # type: ignore[union-attr]
    assert (await send(registrar, BOARD, action, {"doctor": str(encode("Doctor", other.id))})).status_code == 303  # type: ignore[union-attr]
    assert said.split(" (")[1] not in text(await registrar.get(BOARD))


async def test_of_two_registrars_the_slower_is_told_at_that_call_what_it_is_now(visit: Visit, case: Json) -> None:
    first, second = await visit("registrar9"), await visit("registrar9-second")
    action = place(case, "board/accept")
    page = await second.get(BOARD)
    given = unseen(page, action) | {"window": choices(page, action, "window")[0][0], "doctor": await doctor_id("doctor9")}
    assert (await send(first, BOARD, action, {"window": given["window"], "doctor": ""})).status_code == 303
    slower = await second.http.post(action, data=given)
    assert slower.status_code == 422 and (await row(case)).state is State.ACCEPTED
    card = slower.text[slower.text.index(f'id="call-{case["id"]}"') :]
    assert 'role="alert"' in card and texts.text("law.state.home_visit.ACCEPTED", "ru") in card
    assert place(case, "board/assign") in card and place(case, "board/accept") not in card


async def test_with_htmx_only_the_board_comes_back_after_a_conflict(visit: Visit, case: Json) -> None:
    first, second = await visit("registrar9"), await visit("registrar9-second")
    action = place(case, "board/accept")
    page = await second.get(BOARD)
    given = unseen(page, action) | {"window": choices(page, action, "window")[0][0]}
    await send(first, BOARD, action, {"window": given["window"], "doctor": ""})
    slower = await second.http.post(action, data=given, headers=HTMX)
    assert slower.status_code == 422 and "<html" not in slower.text and 'id="board"' in slower.text and 'role="alert"' in slower.text


async def test_a_conflict_over_a_call_that_has_left_the_board_is_told_above_it(people: People, visit: Visit, case: Json) -> None:
    registrar = await visit("registrar9")
    action = place(case, "board/accept")
    page = await registrar.get(BOARD)
    given = unseen(page, action) | {"window": choices(page, action, "window")[0][0]}
    await done(await people("zhanar"), "cancelHomeVisit", case)
    answer = await registrar.http.post(action, data=given)
    assert answer.status_code == 422 and words("board.gone") in text(answer.text) and place(case) in answer.text


async def test_what_is_being_filled_in_stays_until_its_call_changes(visit: Visit, case: Json) -> None:
    """The form of a call is left alone by a refresh, and is another one once the call is another."""
    registrar = await visit("registrar9")
    before = form(await registrar.get(BOARD), place(case, "board/accept"))
    assert "hx-morph-skip" in before and f'id="accept-{case["id"]}-{case["version"]}"' in before
    await send(registrar, place(case, "weigh"), place(case, "weigh"), {"urgency": "EMERGENCY"})
    assert f'id="accept-{case["id"]}-{case["version"] + 1}"' in await registrar.get(BOARD)


async def test_the_registrar_marks_a_step_for_a_doctor_by_one_tap(people: People, visit: Visit, case: Json) -> None:
    asker, registrar = await people("registrar9"), await visit("registrar9")
    await accepted(asker, case, "doctor9")
    answer = await send(registrar, BOARD, place(case, "board/set_out"))
    assert answer.status_code == 303 and (await row(case)).state is State.EN_ROUTE


async def test_an_empty_board_says_so(visit: Visit) -> None:
    assert words("board.empty") in text(await (await visit("registrar9")).get(BOARD))


async def test_a_doctor_and_a_citizen_get_no_board(visit: Visit, case: Json) -> None:
    for name in ("doctor9", "administrator9", "zhanar"):
        who = await visit(name)
        for path in (BOARD, f"{BOARD}/live", f"{BOARD}/fragments"):
            assert (await who.http.get(path)).status_code == 403, (name, path)
    assert "/signin" in (await (await visit("")).http.get(BOARD)).headers["location"]
    assert (await (await visit("")).http.get(f"{BOARD}/fragments")).status_code == 403


async def test_the_call_of_another_clinic_is_not_found(visit: Visit, case: Json) -> None:
    stranger = await visit("registrar")
    assert case["number"] not in await stranger.get(BOARD)
    for act in ("", "answer", "accept", "carry", "refuse"):
        await stranger.get(place(case, act), 404)


async def test_a_call_is_found_from_the_board_by_its_number_or_by_the_iin_on_the_card(visit: Visit, case: Json) -> None:
    registrar = await visit("registrar9")
    answer = await send(registrar, BOARD, "/ru/work/find", {"search": case["number"]})
    assert answer.status_code == 303 and answer.headers["location"] == place(case)
    answer = await send(registrar, BOARD, "/ru/work/find", {"search": await iin("zhanar")})
    assert place(case) in await registrar.get(answer.headers["location"])


# what changes by itself


async def test_the_fragment_follows_what_was_committed(people: People, visit: Visit, case: Json) -> None:
    registrar = await visit("registrar9")
    assert 'hx-swap-oob="outerMorph"' in await registrar.get(f"{BOARD}/fragments")
    await accepted(await people("registrar9"), case, "doctor9")
    now = await registrar.get(f"{BOARD}/fragments")
    assert texts.text("law.state.home_visit.ASSIGNED", "ru") in now and "<html" not in now and 'id="board-news"' not in now


async def test_an_open_board_is_sent_the_call_after_its_commit(people: People, visit: Visit, application: Any) -> None:
    """The stream itself: first the board as it is, then the board with the new call."""
    registrar, zhanar = await visit("registrar9"), await people("zhanar")
    sent: asyncio.Queue[str] = asyncio.Queue()
    gone = asyncio.Event()

    async def receive() -> dict[str, Any]:
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send_(message: Any) -> None:
        if message["type"] == "http.response.body":
            await sent.put(message["body"].decode())

    cookie = "; ".join(f"{one.name}={one.value}" for one in registrar.http.cookies.jar)
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "path": f"{BOARD}/live",
        "raw_path": f"{BOARD}/live".encode(), "query_string": b"", "root_path": "", "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8000), "headers": [(b"host", b"127.0.0.1:8000"), (b"cookie", cookie.encode())],
    }  # fmt: skip
    stream = asyncio.create_task(application(scope, receive, send_))
    try:
        assert words("board.empty") in await asyncio.wait_for(sent.get(), 10)
        case = await called(zhanar)
        assert case["number"] in await asyncio.wait_for(sent.get(), 10)
    finally:
        gone.set()
        await asyncio.wait_for(stream, 10)
