"""Pages: a document and a template; what is missing, in another language, or faulty."""

import html

import httpx
import pytest
from starlette.applications import Starlette

from tests.web import site
from web.document import Document
from web.guard import where
from web.page import page


async def test_a_page_shows_what_its_document_asks_with_values_of_path_and_query(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/ru/notes/1?tab=history")
    assert answer.status_code == 200
    assert "history" in answer.text
    assert '<html lang="ru">' in answer.text


async def test_markup_in_data_is_shown_as_text(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/kk/notes/1")
    assert html.escape("<b>words</b>") in answer.text
    assert "<b>words</b>" not in answer.text


async def test_the_path_decides_and_not_the_query(browser: httpx.AsyncClient) -> None:
    assert (await browser.get("/kk/notes/2?id=1")).status_code == 404


async def test_an_absent_object_and_an_address_that_was_never_one_look_alike(browser: httpx.AsyncClient) -> None:
    absent, never = await browser.get("/en/notes/2"), await browser.get("/en/elsewhere/2")
    assert absent.status_code == never.status_code == 404
    assert _main(absent) == _main(never)


async def test_a_wrong_method_is_405_as_a_page(browser: httpx.AsyncClient) -> None:
    answer = await browser.post("/kk/notes/1")
    assert answer.status_code == 405
    assert '<html lang="kk">' in answer.text
    assert answer.headers["allow"]


async def test_a_fault_of_ours_is_a_500_page_with_a_number_and_nothing_of_our_insides(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.get("/ru/notes/3")
    assert answer.status_code == 500
    assert answer.headers["x-request-id"] in answer.text
    assert "secret" not in answer.text and "Traceback" not in answer.text and "RuntimeError" not in answer.text


async def test_a_name_misspelt_in_a_template_is_a_500_page(environment: pytest.MonkeyPatch) -> None:
    environment.setattr(site, "DECLARED", [page("/faulty", "faulty")])
    async with site.browser(site.application()) as client:
        answer = await client.get("/kk/faulty")
    assert answer.status_code == 500
    assert "misspelt" not in answer.text


def test_the_fault_in_the_log_has_no_words_that_could_quote_a_person() -> None:
    iin = "921104" + "499023"
    try:
        raise ValueError(f"Key (iin)=({iin}) already exists")
    except ValueError as error:
        told = where(error)
    assert "ValueError" in told and "test_pages.py" in told
    assert iin not in told


async def test_a_page_for_the_signed_in_leads_a_stranger_to_sign_in_and_back(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/ru/mine?from=2026")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/ru/signin?then=%2Fmine%3Ffrom%3D2026"


async def test_a_part_of_a_page_asked_for_after_the_session_ended_sends_the_whole_page_to_sign_in(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/ru/mine", headers={"HX-Request": "true", "HX-Target": "mine"})
    assert answer.headers["hx-redirect"] == "/ru/signin?then=%2Fmine"
    assert answer.text == ""


async def test_htmx_gets_one_block_when_the_page_gives_it_alone(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/kk/notes/1", headers={"HX-Request": "true", "HX-Target": "p#status"})
    assert answer.text.strip().startswith('<p id="status">')
    whole = await browser.get("/kk/notes/1", headers={"HX-Request": "true", "HX-Target": "div#other"})
    assert "<html" in whole.text
    assert {"HX-Request", "HX-Target"} <= set(whole.headers["vary"].split(", "))


async def test_a_document_that_asks_for_a_field_that_is_not_there_stops_the_start(application: Starlette) -> None:
    with pytest.raises(ValueError, match="nowhere"):
        Document("query Q { nowhere }")


async def test_a_document_without_a_template_stops_the_start(environment: pytest.MonkeyPatch) -> None:
    environment.setattr(site, "DECLARED", [page("/change", "change")])
    with pytest.raises(Exception, match=r"change\.html"):
        site.application()


async def test_what_a_page_needs_must_be_asked_for() -> None:
    with pytest.raises(ValueError, match="case"):
        Document("# needs: case\nquery Q { __typename }")


async def test_another_host_is_refused(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/kk", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "content-security-policy" in answer.headers


async def test_with_the_database_away_a_page_is_503_and_says_when_to_come_again(browser: httpx.AsyncClient) -> None:
    site.TOLD.away = True
    answer = await browser.get("/kk/notes/1")
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0


def _main(answer: httpx.Response) -> str:
    return answer.text.partition("<main")[2].partition("</main>")[0]
