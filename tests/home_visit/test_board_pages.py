"""The dispatch board and the registrar's pages of calls: in a browser without JavaScript, and the fragments of one with it."""

import asyncio
import re
from datetime import datetime
from html import unescape
from typing import Any

import httpx
import pytest
import time_machine

from models import demo, texts
from models.attachment import Attachment
from models.clock import ZONE
from models.home_visit import HomeVisit
from models.law import Channel, Language
from models.law.home_visit import Kind, State
from tests.attachment.asking import Json, iin, patient_id
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, Visitor, application, text, visit
from tests.attachment.test_statements import counted
from tests.home_visit.calls import REASON, accepted, call_by_phone, called, doctor_id, done, see
from web.home_visit_work import PAGED

__all__ = ["application", "visit"]
BOARD = "/ru/work/calls"
HTMX = {"HX-Request": "true", "HX-Target": "div#board"}
FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
OPTION = re.compile(r'<option value="([^"]*)"( selected)?>')


@pytest.fixture
async def case(people: People) -> Json:
    """Zhanar's call of the portal, which awaits an answer."""
    return await called(await people("zhanar"))


def words(key: str, **values: object) -> str:
    """Words of these pages in Russian."""
    return texts.text(f"home_visit_work.{key}", Language.RU, **values)


def form(page: str, action: str) -> str:
    """The form of a page that leads to an action."""
    found = [one for one in re.findall(r'<form method="post".*?</form>', page, re.DOTALL) if f'action="{action}"' in one]
    assert len(found) == 1, (action, re.findall(r'<form method="post" action="([^"]+)"', page))
    return str(found[0])


def unseen(page: str, action: str) -> dict[str, str]:
    """What a form carries unseen."""
    return {name: unescape(value) for name, value in FIELD.findall(form(page, action))}


def choices(page: str, action: str, name: str) -> tuple[list[str], str]:
    """The options of a list in a form, and which of them is chosen as the page opens."""
    inside = re.findall(rf'<select [^>]*name="{name}"[^>]*>.*?</select>', form(page, action), re.DOTALL)[0]
    found = OPTION.findall(inside)
    return [value for value, _ in found], next((value for value, chosen in found if chosen), found[0][0])


async def send(who: Visitor, page: str, action: str, fields: dict[str, Any] | None = None, htmx: bool = False) -> httpx.Response:
    """Open a page and send one of its forms."""
    shown = await who.get(page)
    return await who.http.post(action, data=unseen(shown, action) | (fields or {}), headers=HTMX if htmx else {})


def place(case: Json, act: str = "") -> str:
    """The page of a call, or of an act on it."""
    return f"{BOARD}/{case['id']}" + (f"/{act}" if act else "")


async def row(case: Json) -> HomeVisit:
    """The call as the database has it."""
    return await HomeVisit.get(number=case["number"])


# the board


async def test_the_board_tells_of_a_call_all_that_is_needed_to_answer_it(visit: Visit, case: Json) -> None:
    shown = text(await (await visit("registrar9")).get(BOARD))
    for said in (case["number"], "Өтегенова Жанар", "34 года", "Төле би", "+7", words("board.doctors"), "Каримов"):
        assert said in shown, said
    assert texts.text("law.urgency.URGENT", "ru") in shown or texts.text("law.urgency.ROUTINE", "ru") in shown
    assert texts.text("law.channel.PORTAL", "ru") in shown


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


async def test_a_call_is_found_by_number_or_iin_and_no_iin_stands_in_an_address(visit: Visit, case: Json) -> None:
    registrar = await visit("registrar9")
    for typed in (case["number"], await iin("zhanar")):
        answer = await send(registrar, BOARD, f"{BOARD}/find", {"search": typed})
        assert answer.status_code == 303 and answer.headers["location"] == place(case)
    nothing = await send(registrar, BOARD, f"{BOARD}/find", {"search": "HV-1"})
    assert nothing.status_code == 422 and words("board.nothing") in text(nothing.text) and 'value="HV-1"' in nothing.text


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


# the pages of acts


async def test_a_call_is_carried_over_with_reasons_and_too_few_words_stay_typed(visit: Visit, case: Json) -> None:
    registrar, page = await visit("registrar9"), place(case, "carry")
    short = await send(registrar, page, page, {"day": "2026-11-24", "reason": "Некому"})
    assert short.status_code == 422 and "Некому" in short.text and 'value="2026-11-24" checked' in short.text
    answer = await send(registrar, page, page, {"day": "2026-11-24", "reason": REASON})
    assert answer.status_code == 303 and str((await row(case)).visit_day) == "2026-11-24"
    assert REASON in text(await registrar.get(place(case)))


async def test_a_call_is_refused_on_the_two_grounds_only_and_only_when_they_are_so(visit: Visit, case: Json) -> None:
    registrar, page = await visit("registrar9"), place(case, "refuse")
    shown = await registrar.get(page)
    assert re.findall(r'name="ground" value="([^"]+)"', shown) == ["UNRELIABLE", "NOT_ATTACHED"] and words("refuse.warning") in text(shown)
    attached = await send(registrar, page, page, {"ground": "NOT_ATTACHED", "words": REASON})
    assert attached.status_code == 422 and REASON in attached.text and 'value="NOT_ATTACHED" checked' in attached.text
    short = await send(registrar, page, page, {"ground": "UNRELIABLE", "words": "Нет"})
    assert short.status_code == 422 and "Нет</textarea>" in short.text and (await row(case)).state is State.SUBMITTED
    assert (await send(registrar, page, page, {"ground": "UNRELIABLE", "words": REASON})).status_code == 303
    after = text(await registrar.get(place(case)))
    assert REASON in after and texts.text("common.refusal.complaint", "ru") in after


async def test_a_call_of_somebody_not_attached_is_refused_on_that_ground(people: People, visit: Visit) -> None:
    registrar = await visit("registrar9")
    handed = await entered(registrar, "yerlan", "AMBULANCE", ambulanceNumber="103-77")
    page = place(handed, "refuse")
    assert (await send(registrar, page, page, {"ground": "NOT_ATTACHED", "words": REASON})).status_code == 422
    case = await called(await people("zhanar"))
    await Attachment.filter(person=await demo.person("zhanar"), state="IN_FORCE").update(state="ENDED")  # detached meanwhile
    page = place(case, "refuse")
    assert (await send(registrar, page, page, {"ground": "NOT_ATTACHED", "words": REASON})).status_code == 303
    assert (await row(case)).state is State.REFUSED


@pytest.mark.parametrize(("word", "after"), [("agree", State.REROUTED), ("insist", State.SUBMITTED)])
async def test_what_is_offered_instead_awaits_the_persons_word_by_phone(people: People, visit: Visit, word: str, after: State) -> None:
    case, registrar = await called(await people("zhanar"), indications=[]), await visit("registrar9")
    page = place(case, "redirect")
    assert (await send(registrar, page, page, {"route": "APPOINTMENT", "words": "Мало"})).status_code == 422
    assert (await send(registrar, page, page, {"route": "APPOINTMENT", "words": REASON})).status_code == 303
    assert words("board.phone_them") in text(await registrar.get(BOARD))
    answer = await send(registrar, BOARD, place(case, f"board/{word}"))
    assert answer.status_code == 303 and (await row(case)).state is after
    shown = await registrar.get(answer.headers["location"])
    booking = f"/ru/work/people/{await patient_id('zhanar')}/appointment?channel=phone"
    assert (booking in shown) is (word == "agree") and (words("board.insisted") in shown) is (word == "insist")


async def test_where_an_indication_was_named_nothing_else_can_be_offered(visit: Visit, case: Json) -> None:
    page = await (await visit("registrar9")).get(place(case, "redirect"))
    assert words("show.not_open") in text(page) and 'name="route"' not in page


async def test_another_window_is_promised_by_choice_or_by_times_of_ones_own(people: People, visit: Visit, case: Json) -> None:
    await accepted(await people("registrar9"), case, "doctor9")
    registrar, page = await visit("registrar9"), place(case, "promise")
    answer = await send(registrar, page, page, {"from": "16:00", "to": "17:00"})
    assert answer.status_code == 303, text(answer.text)[:600]
    since = (await row(case)).window_since
    assert since and f"{since.astimezone(ZONE):%H:%M}" == "16:00"
    late = await send(registrar, page, page, {"from": "21:00", "to": "22:00"})
    assert late.status_code == 422 and 'value="21:00"' in late.text and 'id="window-fault"' in late.text


async def test_the_urgency_is_lowered_only_with_reasons(people: People, visit: Visit) -> None:
    case, registrar = await called(await people("zhanar"), dangerSigns=["SEIZURE"]), await visit("registrar9")
    page = place(case, "weigh")
    assert (await send(registrar, page, page, {"urgency": "ROUTINE", "words": ""})).status_code == 422
    assert (await send(registrar, page, page, {"urgency": "ROUTINE", "words": REASON})).status_code == 303


async def test_a_call_is_handed_over_to_103_with_its_number(visit: Visit, case: Json) -> None:
    registrar, page = await visit("registrar9"), place(case, "hand_over")
    assert 'href="tel:103"' in form(await registrar.get(page), page)
    assert (await send(registrar, page, page, {"number": "103-555"})).status_code == 303
    assert (await row(case)).state is State.HANDED_OVER and "103-555" in await registrar.get(place(case))


async def test_worse_and_cancelled_are_taken_down_at_the_persons_word(visit: Visit, case: Json) -> None:
    registrar, worse, cancel = await visit("registrar9"), place(case, "worsen"), place(case, "cancel")
    assert (await send(registrar, worse, worse, {"dangerSigns": "BREATHING", "words": ""})).status_code == 303
    assert (await row(case)).urgency == "EMERGENCY"
    assert (await send(registrar, cancel, cancel, {"reason": ""})).status_code == 303
    assert (await row(case)).state is State.CANCELLED


async def test_the_registrar_sees_no_diagnosis_and_the_head_does(people: People, visit: Visit, case: Json) -> None:
    await accepted(await people("registrar9"), case, "doctor9")
    await done(await people("doctor9"), "completeHomeVisit", case, outcome="LEFT_AT_HOME", diagnosis="ЖРВИ-42", helpGiven="Тексеру")
    assert "ЖРВИ-42" not in await (await visit("registrar9")).get(place(case))
    assert "ЖРВИ-42" in await (await visit("head9")).get(place(case))


# calls that the clinic enters


async def enter(who: Visitor, name: str, channel: str, **fields: Any) -> httpx.Response:
    """Enter a call for somebody, as the page suggests it, with a reason."""
    address = f"/ru/work/people/{await patient_id(name)}/call"
    shown = await who.get(f"{address}?channel={channel}")
    inside = form(shown, address)
    given = dict(re.findall(r'<input[^>]*name="(address\.[^"]+|phone)"[^>]*value="([^"]*)"', inside))
    given = {key: unescape(value) for key, value in given.items()} | {"language": "RU", "words": "Болит горло", "phone": "+7 701 234 56 78"}
    return await who.http.post(address, data=unseen(shown, address) | given | fields)


async def entered(who: Visitor, name: str, channel: str, **fields: Any) -> Json:
    """A call that was entered, by its page of the answer."""
    answer = await enter(who, name, channel, **fields)
    assert answer.status_code == 303, text(answer.text)[:1200]
    key = str(answer.headers["location"]).split("/")[-2]
    return {"id": key, "number": (await HomeVisit.all().order_by("-submitted_at", "-number").first()).number}  # type: ignore[union-attr]


async def test_the_page_says_before_the_call_on_which_day_and_by_when(visit: Visit) -> None:
    page = text(await (await visit("registrar9")).get(f"/ru/work/people/{await patient_id('zhanar')}/call?channel=PHONE"))
    assert words("enter.visit_day", day="23 ноября, понедельник") in page and "10:10" in page
    assert page.index(words("enter.danger")) < page.index(words("enter.indications")) and "103" in page


async def test_a_call_by_phone_is_read_out_and_accepted_at_once(visit: Visit) -> None:
    registrar = await visit("registrar9")
    case = await entered(registrar, "zhanar", "PHONE")
    found, page = await row(case), place(case, "answer")
    assert found.channel is Channel.PHONE and found.address["street"] and found.identity_seen == ""
    shown = await registrar.get(page)
    assert 'class="spoken" lang="ru"' in shown and found.number in shown
    action = place(case, "answer/accept")
    window = choices(shown, action, "window")[0][0]
    answer = await send(registrar, page, action, {"window": window, "doctor": await doctor_id("doctor9")})
    assert answer.status_code == 303 and answer.headers["location"] == page
    assert "Каримов" in await registrar.get(page) and (await row(case)).state is State.ASSIGNED


async def test_at_the_desk_the_identity_must_be_seen_and_what_was_typed_stays(visit: Visit) -> None:
    registrar = await visit("registrar9")
    refused = await enter(registrar, "zhanar", "DESK", identity="", dangerSigns="SEIZURE")
    assert refused.status_code == 422 and "Болит горло" in refused.text and 'id="identity-fault"' in refused.text
    assert re.search(r'value="SEIZURE" checked', refused.text)
    case = await entered(registrar, "zhanar", "DESK", identity="удостоверение № 012345678", dangerSigns="SEIZURE")
    assert (await row(case)).identity_seen == "удостоверение № 012345678"
    assert 'href="tel:103"' in await registrar.get(place(case, "answer"))


async def test_a_form_sent_twice_makes_one_call(visit: Visit) -> None:
    registrar = await visit("registrar9")
    key = "5d0ab4f4-2f9b-4a5e-9a75-4f4d0d2f0f11"
    first = await enter(registrar, "zhanar", "PHONE", idempotencyKey=key)
    # the page says by now that a call is under way, so the same form is sent again by hand
    address = f"/ru/work/people/{await patient_id('zhanar')}/call"
    body = first.request.content
    again = await registrar.http.post(address, content=body, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert again.status_code == 303 and again.headers["location"] == first.headers["location"] and await HomeVisit.all().count() == 1


async def test_a_mother_asks_for_her_child_and_a_stranger_may_not(visit: Visit) -> None:
    registrar = await visit("registrar9")
    stranger = await enter(registrar, "aliya", "PHONE", applicantIin=await iin("olga"))
    assert stranger.status_code == 422 and 'id="applicantIin-fault"' in stranger.text
    case = await entered(registrar, "aliya", "PHONE", applicantIin=await iin("zhanar"))
    assert "Өтегенова Жанар" in await registrar.get(place(case))


async def test_103_gives_a_number_and_may_hand_over_somebody_not_attached(visit: Visit) -> None:
    registrar = await visit("registrar9")
    without = await enter(registrar, "yerlan", "AMBULANCE", ambulanceNumber="")
    assert without.status_code == 422 and 'id="ambulanceNumber-fault"' in without.text
    case = await entered(registrar, "yerlan", "AMBULANCE", ambulanceNumber="103-77")
    assert (await row(case)).channel is Channel.AMBULANCE
    assert words("board.ambulance", number="103-77") in text(await registrar.get(BOARD))


async def test_outside_the_clinics_hours_103_hands_nothing_over(visit: Visit, clock: time_machine.Traveller) -> None:
    registrar = await visit("registrar9")
    clock.move_to(datetime(2026, 11, 22, 12, 0, tzinfo=ZONE))
    answer = await enter(registrar, "zhanar", "AMBULANCE", ambulanceNumber="103-77")
    assert answer.status_code == 422 and texts.text("law.impediment.AMBULANCE_HOURS.text", "ru") in text(answer.text)


async def test_somebody_not_attached_is_told_so_before_anything_is_typed(visit: Visit) -> None:
    page = await (await visit("registrar9")).get(f"/ru/work/people/{await patient_id('yerlan')}/call?channel=PHONE")
    assert words("enter.forbidden") in text(page) and 'name="words"' not in page


async def test_the_clinic_comes_of_its_own_accord(visit: Visit) -> None:
    registrar = await visit("registrar9")
    case = await entered(registrar, "marat", "CLINIC", words="Выписан из стационара")
    found = await row(case)
    assert found.kind is Kind.ACTIVE and found.applicant_id is None


async def test_a_second_call_leads_to_the_first(people: People, visit: Visit, case: Json) -> None:
    registrar = await visit("registrar9")
    page = await registrar.get(f"/ru/work/people/{await patient_id('zhanar')}/call?channel=PHONE")
    assert place(case) in page and 'name="words"' not in page


async def test_nobody_enters_a_call_for_oneself_at_the_own_desk(visit: Visit) -> None:
    page = await (await visit("registrar9")).get(f"/ru/work/people/{await patient_id('registrar9')}/call?channel=DESK")
    assert texts.text("law.impediment.OWN_DESK.text", "ru") in text(page) and 'name="words"' not in page


async def test_only_a_registrar_enters_calls(visit: Visit) -> None:
    address = f"/ru/work/people/{await patient_id('zhanar')}/call"
    for name in ("head9", "doctor9", "administrator9", "zhanar"):
        assert (await (await visit(name)).http.get(address)).status_code in (403, 404), name


async def test_the_card_of_a_person_leads_to_a_call_and_shows_the_live_one(visit: Visit, case: Json) -> None:
    page = await (await visit("registrar9")).get(f"/ru/work/people/{await patient_id('zhanar')}")
    assert f"/ru/work/people/{await patient_id('zhanar')}/call" in page and place(case) in page


# what it costs, and in what language


async def test_a_page_takes_twenty_five_statements_at_most_however_many_calls(people: People, visit: Visit, case: Json) -> None:
    asker, registrar = await people("registrar9"), await visit("registrar9")
    for name in ("olga", "marat", "aliya"):
        await call_by_phone(asker, await iin(name), **({"applicantIin": await iin("zhanar")} if name == "aliya" else {}))
    person = await patient_id("zhanar")
    paths = [BOARD, f"{BOARD}/fragments", f"/ru/work/people/{person}", f"/ru/work/people/{person}/call?channel=PHONE"]
    spent = {}
    for path in paths + [place(case, act) for act in ("", "answer", "accept", "carry", "refuse", "redirect", "weigh", "hand_over")]:
        await registrar.get(path)
        with counted() as sent:
            await registrar.get(path)
        spent[path] = len([one for one in sent if "BEGIN" not in one and "COMMIT" not in one])
    assert {path: n for path, n in spent.items() if n > 25} == {}


async def test_every_page_is_there_in_every_language(people: People, visit: Visit, case: Json) -> None:
    registrar = await visit("registrar9")
    for language in Language:
        await registrar.get(f"/{language}/work/calls")
        for channel in ("DESK", "PHONE", "AMBULANCE", "CLINIC"):
            await registrar.get(f"/{language}/work/people/{await patient_id('olga')}/call?channel={channel}")
        for act in (
            "",
            "/answer",
            *(f"/{one}" for one in PAGED),
        ):
            await registrar.get(f"/{language}/work/calls/{case['id']}{act}")
    assert (await see(await people("registrar9"), case["id"]))["state"] == "SUBMITTED"
