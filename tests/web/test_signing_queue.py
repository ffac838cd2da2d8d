"""The head signs many: what waits, what is prepared, and that one document that cannot be accepted hinders no other."""

import base64
import io
import json
import zipfile
from html import unescape

import pytest
import time_machine

from models import demo, texts
from models.attachment import Attachment
from models.notice import Notice
from models.signing import SignatureRequest
from tests.attachment.asking import iin, key
from tests.attachment.conftest import People, clock, keys, made_keys, people, register
from tests.attachment.pages import Visit, Visitor, application, text, visit
from tests.web.signing_world import (
    MANY,
    QUEUE,
    approval,
    boxes,
    checked,
    contents,
    filed,
    files,
    posted,
    prepared,
    refusal,
    requests,
    state,
    ticked,
    to_refuse,
)

__all__ = ["application", "clock", "keys", "made_keys", "people", "register", "visit"]
LANGUAGES = ["kk", "ru", "en"]
PEM = "-----BEGIN CMS-----\n{}\n-----END CMS-----\n"


def said(name: str, language: str = "ru", **values: object) -> str:
    return texts.text(f"signing_queue.{name}", language, **values)


async def by_head(content: str | bytes, name: str = "head") -> bytes:
    """The head's signature over a text, given in Base64 or as it is."""
    return await demo.sign(name, base64.b64decode(content) if isinstance(content, str) else content, as_head=True)


def problems_of(page: str) -> str:
    """The part of a page that tells what stood in the way."""
    return page.split('class="problems"')[1].split("<h1>")[0]


@pytest.fixture
async def three(people: People) -> list[str]:
    """Two requests to approve and one to refuse."""
    return [await checked(people, "yerlan"), await to_refuse(people, "citizen:officer"), await checked(people, "citizen:centre")]


def as_chosen(cases: list[str]) -> list[str]:
    return [approval(cases[0]), refusal(cases[1]), approval(cases[2])]


STATES = ["IN_FORCE", "REFUSED", "IN_FORCE"]


# ------------------------------------------------------------------------- what waits


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_list_has_what_awaits_the_heads_signature_the_nearest_term_first(
    visit: Visit, people: People, clock: time_machine.Traveller, language: str
) -> None:
    first = await checked(people, "yerlan")  # a day earlier than the rest
    clock.shift(86400)
    second, own = await to_refuse(people, "citizen:officer"), await to_refuse(people, "citizen:centre", by="head")
    unchecked = await filed(people, "citizen:administrator")
    head = await visit("head")
    page = await head.get(f"/{language}/work/signing")
    assert boxes(page) == [approval(first), refusal(second)]
    for words in (said("list.title", language), "Тілеуов Ерлан Болатұлы", said("list.approve", language), said("list.refuse", language)):
        assert words in text(page)
    assert texts.text("work.queue.by_me", language) in text(page) and own in page
    assert unchecked not in page, "what nobody has checked is not signed in a row"
    assert f'href="/{language}/work/signing"' in await head.get(f"/{language}/work/queue")


async def test_nobody_but_a_head_of_the_clinic_comes_here(visit: Visit, three: list[str]) -> None:
    address = await prepared(await visit("head"), *as_chosen(three))
    for name in ("registrar", "officer", "administrator", "doctor", "centre", "yerlan"):
        who = await visit(name)
        await who.get(QUEUE, 403)
        await who.get(address, 403)
        await who.get(address.replace("/many", "/many/requests.zip"), 403)
        assert "/work/signing" not in await who.get("/ru")
    nobody = await visit("")
    for place in (QUEUE, address):
        assert "/ru/signin?then=" in (await nobody.http.get(place)).headers["location"]
    other = await visit("head9")
    assert boxes(await other.get(QUEUE)) == []
    await other.get(address, 404)


async def test_no_other_head_prepares_or_signs_what_is_not_of_the_clinic(visit: Visit, three: list[str]) -> None:
    address, other = await prepared(await visit("head"), *as_chosen(three)), await visit("head9")
    assert (await posted(other, QUEUE, QUEUE, {"case": as_chosen(three)})).status_code == 404
    assert (await posted(other, QUEUE, address, {"demonstrate": "true"})).status_code == 404
    registrar = await visit("registrar")
    assert (await posted(registrar, "/ru/work/desk", QUEUE, {"case": as_chosen(three)})).status_code == 403
    assert (await posted(registrar, "/ru/work/desk", address, {"demonstrate": "true"})).status_code == 403
    assert [await state(one) for one in three] == ["CHECKED", "REFUSAL_PROPOSED", "CHECKED"]


async def test_a_form_that_is_not_ours_prepares_and_signs_nothing(visit: Visit, three: list[str]) -> None:
    head = await visit("head")
    address = await prepared(head, *as_chosen(three))
    before = await SignatureRequest.all().count()
    for action in (QUEUE, address, address.replace("/many", "/many/again")):
        assert (await head.http.post(action, data={"csrf": "x", "demonstrate": "true", "all": "true"})).status_code == 403
    assert await SignatureRequest.all().count() == before and await state(three[0]) == "CHECKED"


async def test_all_on_this_page_are_prepared_with_one_tick(visit: Visit, three: list[str]) -> None:
    head = await visit("head")
    shown = boxes(await head.get(QUEUE))
    answer = await posted(head, QUEUE, QUEUE, {"shown": shown, "all": "true"})
    assert len(requests(answer.headers["location"])) == 3


async def test_nothing_ticked_or_more_than_twenty_is_told(visit: Visit, three: list[str]) -> None:
    head = await visit("head")
    answer = await posted(head, QUEUE, QUEUE, {})
    assert answer.status_code == 422 and said("nothing_chosen", n=20) in text(answer.text)
    answer = await posted(head, QUEUE, QUEUE, {"case": [approval(f"attachment_{n}") for n in range(21)]})
    assert answer.status_code == 422 and said("too_many", n=20) in text(answer.text)
    assert await SignatureRequest.filter(purpose="DECISION").count() == 0


@pytest.mark.parametrize("chosen", ["detachAttachment:{}", "submitAttachment:{}", "{}", "approveAttachment:", "approveAttachment:x"])
async def test_only_the_two_decisions_are_prepared_so(visit: Visit, three: list[str], chosen: str) -> None:
    answer = await posted(await visit("head"), QUEUE, QUEUE, {"case": [chosen.format(three[0])]})
    assert answer.status_code == 404


async def test_what_became_impossible_is_told_with_its_paragraph_and_the_others_stay_ticked(
    visit: Visit, people: People, three: list[str]
) -> None:
    head = await visit("head")
    await head.get(QUEUE)
    await (await people("yerlan")).act("withdrawAttachment", {"id": three[0]})
    answer = await posted(head, QUEUE, QUEUE, {"case": as_chosen(three)})
    assert answer.status_code == 422
    number = (await Attachment.get(id=key(three[0]))).number
    assert f"№ {number}:" in text(problems_of(answer.text)) and "/law#" in problems_of(answer.text)
    assert sorted(ticked(answer.text)) == sorted(as_chosen(three)[1:])
    assert await state(three[2]) == "CHECKED"


# ------------------------------------------------------------------------- signing


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_document_stands_there_with_what_is_signed(visit: Visit, three: list[str], language: str) -> None:
    head = await visit("head")
    address = (await prepared(head, *as_chosen(three))).replace("/ru/", f"/{language}/")
    page = await head.get(address)
    shown = text(page)
    assert said("many.title", language, n=3) in shown and said("many.demonstrate", language, n=3) in shown
    for words in ("AT-2026-", "AR-2026-", "Тілеуов Ерлан Болатұлы", "Мекенжай расталмады.", await iin("yerlan")):
        assert words in shown
    assert len(contents(page)) == 3 and page.count('<details class="inset" open>') == 3
    switched = address[3:].replace("&", "&amp;")
    assert f'href="/kk{switched}"' in page, "the links of language keep every request"


async def test_the_demonstration_signs_all_with_one_button(visit: Visit, three: list[str]) -> None:
    head = await visit("head")
    address = await prepared(head, *as_chosen(three))
    answer = await posted(head, address, address, {"demonstrate": "true"})
    assert (answer.status_code, answer.headers["location"]) == (303, address)
    assert [await state(one) for one in three] == STATES
    page = await head.get(address)
    assert said("many.done", n=3) in text(page) and page.count("/ru.pdf") == 3 and contents(page) == []
    for one in three:
        notice = await Notice.get(attachment_id=key(one), signature_id__not_isnull=True)
        assert notice.number in page


async def test_signatures_find_their_documents_by_the_text_inside_in_whatever_order(visit: Visit, three: list[str]) -> None:
    head = await visit("head")
    address = await prepared(head, *as_chosen(three))
    made = [base64.b64encode(await by_head(one)).decode() for one in contents(await head.get(address))]
    answer = await posted(head, address, address, {"signature": made[::-1]})
    assert answer.status_code == 303
    assert [await state(one) for one in three] == STATES


async def test_several_files_are_uploaded_at_once_without_javascript(visit: Visit, three: list[str]) -> None:
    head = await visit("head")
    address = await prepared(head, *as_chosen(three))
    page = await head.get(address)
    packed = await head.http.get(address.replace("/many", "/many/requests.zip"))
    assert packed.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    assert sorted(base64.b64encode(one).decode() for one in inside.values()) == sorted(contents(page))
    assert all(json.loads(one)["facts"]["number"] == name.removesuffix(".json") for name, one in inside.items())
    first, second, third = [await by_head(one) for _, one in sorted(inside.items(), reverse=True)]
    armoured = PEM.format(base64.encodebytes(third).decode().strip()).encode()
    sent = files(("a.cms", first), ("b.cms", base64.b64encode(second)), ("c.pem", armoured))
    answer = await posted(head, address, address, {}, sent)
    assert answer.status_code == 303, text(answer.text)[:1000]
    assert [await state(one) for one in three] == STATES


async def test_one_bad_signature_hinders_no_other_and_can_be_made_again(visit: Visit, three: list[str]) -> None:
    head = await visit("head")
    address = await prepared(head, *as_chosen(three))
    asked = contents(await head.get(address))
    made = [await by_head(asked[0]), await by_head(asked[1]), await by_head(asked[2], "head9")]
    answer = await posted(head, address, address, {}, files(*[(f"{n}.cms", one) for n, one in enumerate(made)]))
    assert answer.status_code == 422
    assert [await state(one) for one in three] == ["IN_FORCE", "REFUSED", "CHECKED"]
    shown, number = text(answer.text), json.loads(base64.b64decode(asked[2]))["facts"]["number"]
    assert said("many.done", n=2) in shown and said("many.title", n=1) in shown
    problems = problems_of(answer.text)
    assert f"№ {number}" in problems and texts.text("law.impediment.SIGNATURE_FOREIGN.text", "ru") in text(problems)
    assert "/law#" in problems, "with its paragraph"
    assert answer.text.count("/ru.pdf") == 2 and contents(answer.text) == [asked[2]]
    answer = await posted(head, address, address, {"signature": base64.b64encode(await by_head(asked[2])).decode()})
    assert answer.status_code == 303 and await state(three[2]) == "IN_FORCE"


async def test_a_decision_that_became_impossible_meanwhile_is_told_and_the_others_are_signed(
    visit: Visit, people: People, three: list[str]
) -> None:
    head = await visit("head")
    address = await prepared(head, *as_chosen(three))
    await (await people("yerlan")).act("withdrawAttachment", {"id": three[0]})
    answer = await posted(head, address, address, {"demonstrate": "true"})
    assert answer.status_code == 422
    assert [await state(one) for one in three] == ["WITHDRAWN", "REFUSED", "IN_FORCE"]
    left = requests(address)[1:]
    assert "".join(f"request={one}" for one in left) in unescape(answer.text).replace("&", ""), "the page without it is one link away"
    assert said("many.done", n=2) in text(await head.get(f"{MANY}?" + "&".join(f"request={one}" for one in left)))


async def test_a_second_press_and_a_reload_do_nothing_twice(visit: Visit, three: list[str]) -> None:
    head = await visit("head")
    address = await prepared(head, *as_chosen(three))
    made = [base64.b64encode(await by_head(one)).decode() for one in contents(await head.get(address))]
    for _ in range(2):
        answer = await posted(head, address, address, {"signature": [*made, *made]})
        assert (answer.status_code, answer.headers["location"]) == (303, address)
    assert (await posted(head, address, address, {"demonstrate": "true"})).status_code == 303
    assert await Notice.filter(signature_id__not_isnull=True).count() == 3


async def test_what_is_no_signature_of_these_documents_is_told_by_its_name(visit: Visit, people: People, three: list[str]) -> None:
    head = await visit("head")
    address = await prepared(head, *as_chosen(three))
    other = await prepared(head, approval(three[0]))
    foreign = await by_head(contents(await head.get(other))[0])
    sent = files(("чужая.cms", foreign), ("шум.cms", b"\x30\x80nothing"), ("скан.pdf", b"%PDF-1.7"))
    answer = await posted(head, address, address, {}, sent)
    assert answer.status_code == 422
    assert said("strange", names="чужая.cms, шум.cms, скан.pdf") in text(answer.text)
    assert said("nothing_sent") not in text(answer.text), "one fault is told once"
    assert [await state(one) for one in three] == ["CHECKED", "REFUSAL_PROPOSED", "CHECKED"]


async def test_a_document_without_a_signature_among_the_files_is_told_by_its_number(visit: Visit, three: list[str]) -> None:
    head = await visit("head")
    address = await prepared(head, *as_chosen(three))
    found = contents(await head.get(address))
    numbers = [json.loads(base64.b64decode(one))["facts"]["number"] for one in found]
    answer = await posted(head, address, address, {}, files(("b.cms", await by_head(found[1]))))
    assert said("missed", numbers=f"№ {numbers[0]}, № {numbers[2]}") in text(answer.text)
    assert [await state(one) for one in three] == ["CHECKED", "REFUSED", "CHECKED"]
    answer = await posted(head, address, address, {})
    assert answer.status_code == 422 and said("nothing_sent") in text(answer.text)


async def renewed(head: Visitor, page: str, address: str, **fields: str) -> str:
    answer = await posted(head, page, address.replace("/many", "/many/again"), fields)
    assert answer.status_code == 303, text(answer.text)[:800]
    return str(answer.headers["location"])


async def test_an_expired_text_is_told_by_number_and_prepared_again_with_one_button(
    visit: Visit, three: list[str], clock: time_machine.Traveller
) -> None:
    head = await visit("head")
    early = requests(await prepared(head, approval(three[0])))
    clock.shift(200)
    late = requests(await prepared(head, *as_chosen(three)[1:]))
    address = f"{MANY}?" + "&".join(f"request={one}" for one in early + late)
    old = contents(await head.get(address))
    clock.shift(150)
    page = await head.get(address)
    assert texts.text("sign.program.expired.title", "ru") in page and contents(page) == old[1:]
    number = json.loads(base64.b64decode(old[0]))["facts"]["number"]
    answer = await posted(head, address, address, {"signature": [base64.b64encode(await by_head(one)).decode() for one in old]})
    assert answer.status_code == 422 and f"№ {number}" in problems_of(answer.text)
    assert [await state(one) for one in three] == ["CHECKED", "REFUSED", "IN_FORCE"]
    anew = await renewed(head, address, address)
    assert requests(anew)[1:] == late and requests(anew)[0] != early[0]
    assert (await posted(head, anew, anew, {"demonstrate": "true"})).status_code == 303
    assert await state(three[0]) == "IN_FORCE"


async def test_what_can_no_longer_be_prepared_again_is_told_by_its_number(
    visit: Visit, people: People, three: list[str], clock: time_machine.Traveller
) -> None:
    head = await visit("head")
    address = await prepared(head, *as_chosen(three))
    clock.shift(400)
    await (await people("yerlan")).act("withdrawAttachment", {"id": three[0]})
    answer = await posted(head, address, address.replace("/many", "/many/again"), {})
    assert answer.status_code == 422 and len(contents(answer.text)) == 2
    assert "№ AT-2026-" in text(problems_of(answer.text))


async def test_a_request_of_another_kind_or_of_nobody_is_not_signed_here(visit: Visit, people: People, three: list[str]) -> None:
    head = await visit("head")
    detached = await posted(head, QUEUE, QUEUE, {"case": [approval(three[0])]})
    good = requests(detached.headers["location"])[0]
    for wrong in ("signature_request_x", "x", good + "0"):
        await head.get(f"{MANY}?request={good}&request={wrong}", 404)
    assert (await head.http.get(MANY)).headers["location"] == QUEUE
