"""The pages of a call for registrars and heads: each act on a page of its own, what it asks and what it refuses; what the pages cost."""

import re
from datetime import datetime

import pytest

from models import demo, texts
from models.attachment import Attachment
from models.clock import ZONE
from models.law import Language
from models.law.home_visit import State
from tests.attachment.asking import Json, iin, patient_id
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, text, visit
from tests.attachment.test_statements import counted
from tests.home_visit.calls import REASON, accepted, call_by_phone, called, done, see
from tests.home_visit.pages import BOARD, IN_ZONE, case, choices, entered, form, place, row, send, words
from web.home_visit_work import PAGED

__all__ = ["application", "case", "visit"]


async def test_a_call_is_carried_over_with_reasons_and_too_few_words_stay_typed(visit: Visit, case: Json) -> None:
    registrar, page = await visit("registrar9"), place(case, "carry")
    assert "2026-11-24" in choices(await registrar.get(page), page, "day")[0]
    short = await send(registrar, page, page, {"day": "2026-11-24", "reason": "Некому"})
    assert short.status_code == 422 and "Некому" in short.text and 'value="2026-11-24" selected' in short.text
    answer = await send(registrar, page, page, {"day": "2026-11-24", "reason": REASON})
    assert answer.status_code == 303 and str((await row(case)).visit_day) == "2026-11-24" and (await row(case)).window_since is None
    assert REASON in text(await registrar.get(place(case)))


async def test_an_answered_call_is_carried_to_the_time_that_the_registrar_chose(people: People, visit: Visit, case: Json) -> None:
    await accepted(await people("registrar9"), case, "doctor9")
    registrar, page = await visit("registrar9"), place(case, "carry")
    offered, chosen = choices(await registrar.get(page), page, "window")
    assert chosen == "" and len({one[:10] for one in offered if one}) > 1
    nothing = await send(registrar, page, page, {"window": "", "reason": REASON})
    assert nothing.status_code == 422 and nothing.text.count('href="#window"') == 1 and REASON in nothing.text
    assert (await send(registrar, page, page, {"window": offered[-1], "reason": REASON})).status_code == 303
    since = (await row(case)).window_since
    assert since and since.astimezone(ZONE) == datetime.fromisoformat(offered[-1].split("/")[0])


async def test_nobody_carries_a_call_in_danger_over(people: People, visit: Visit) -> None:
    case, registrar = await called(await people("zhanar"), dangerSigns=["CHEST_PAIN"]), await visit("registrar9")
    assert place(case, "carry") not in await registrar.get(place(case))
    assert words("show.not_open") in text(await registrar.get(place(case, "carry")))


Act = tuple[str, dict[str, str], list[str]]
REFUSE: Act = ("refuse", {"ground": "UNRELIABLE", "words": REASON}, [])
OFFER: Act = ("redirect", {"route": "APPOINTMENT", "words": REASON}, [])
HAND_OVER: Act = ("hand_over", {"number": "103-555"}, ["CHEST_PAIN"])


@pytest.mark.parametrize(("act", "fields", "signs"), [REFUSE, OFFER, HAND_OVER], ids=lambda one: one if isinstance(one, str) else "")
async def test_what_to_say_is_read_out_after_a_refusal_an_offer_and_a_handing_over(
    people: People, visit: Visit, act: str, fields: Json, signs: list[str]
) -> None:
    case = await called(await people("zhanar"), indications=[], dangerSigns=signs)
    registrar, page = await visit("registrar9"), place(case, act)
    assert (await send(registrar, page, page, fields)).status_code == 303
    assert place(case, "answer") in await registrar.get(f"{place(case)}?done={act}")
    shown = await registrar.get(place(case, "answer"))
    assert 'class="spoken"' in shown and ('class="call103 now"' in shown) is bool(signs)


async def test_the_time_of_the_coming_is_no_term_of_an_answer(people: People, visit: Visit, case: Json) -> None:
    registrar = await visit("registrar9")
    assert texts.text("common.time.due", "ru", moment="").strip() in text(await registrar.get(place(case)))
    await accepted(await people("registrar9"), case, "doctor9")
    shown = await registrar.get(place(case))
    course = text(shown[shown.index('<ol class="course">') :])
    assert words("show.until", moment="").strip() in course and texts.text("common.time.due", "ru", moment="").strip() not in course


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
    handed = await entered(registrar, "yerlan", "AMBULANCE", ambulanceNumber="103-77", **IN_ZONE)
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
    assert choices(await registrar.get(page), page, "window")[1] == ""
    nothing = await send(registrar, page, page, {"window": ""})
    assert nothing.status_code == 422 and nothing.text.count('href="#window"') == 1
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
    assert (await send(registrar, cancel, cancel, {"reason": ""})).status_code == 422
    assert (await send(registrar, cancel, cancel, {"reason": "Стало лучше"})).status_code == 303
    assert (await row(case)).state is State.CANCELLED


async def test_the_registrar_sees_no_diagnosis_and_the_head_does(people: People, visit: Visit, case: Json) -> None:
    await accepted(await people("registrar9"), case, "doctor9")
    await done(await people("doctor9"), "completeHomeVisit", case, outcome="LEFT_AT_HOME", diagnosis="ЖРВИ-42", helpGiven="Тексеру")
    assert "ЖРВИ-42" not in await (await visit("registrar9")).get(place(case))
    assert "ЖРВИ-42" in await (await visit("head9")).get(place(case))


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
        for act in ("", "/answer", *(f"/{one}" for one in PAGED)):
            await registrar.get(f"/{language}/work/calls/{case['id']}{act}")
    assert (await see(await people("registrar9"), case["id"]))["state"] == "SUBMITTED"
