"""What every answer carries, whatever its route and status."""

import httpx
import pytest
from starlette.applications import Starlette

from models.settings import settings
from tests.web import site
from web import static
from web.guard import HTMX_INTEGRITY, HTMX_URL

ADDRESSES = [
    "/",
    "/kk",
    "/kk/notes/1",
    "/kk/notes/2",
    "/kk/notes/3",
    "/ru/mine",
    "/nowhere",
    "/static/emhana.css",
    "/live",
    "/kk/notes/1/change",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "OPTIONS"])
async def test_every_answer_is_guarded(browser: httpx.AsyncClient, method: str, address: str) -> None:
    answer = await browser.request(method, address)
    policy = dict(rule.split(" ", 1) for rule in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["object-src"] == "'none'"
    assert policy["script-src"].startswith(f"{HTMX_URL} 'nonce-")
    assert policy["connect-src"] == "'self' wss://127.0.0.1:13579"
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["x-request-id"]
    assert answer.headers["cache-control"]


async def test_the_nonce_of_the_page_is_that_of_its_policy_and_of_no_other_answer(browser: httpx.AsyncClient) -> None:
    first, second = await browser.get("/kk/notes/1"), await browser.get("/kk/notes/1")
    nonce = first.text.partition('nonce="')[2].partition('"')[0]
    assert nonce and f"'nonce-{nonce}'" in first.headers["content-security-policy"]
    assert nonce not in second.headers["content-security-policy"]


async def test_htmx_is_loaded_by_its_exact_address_and_hash(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/kk/notes/1")
    assert f'src="{HTMX_URL}" integrity="{HTMX_INTEGRITY}"' in answer.text


async def test_a_page_that_asks_for_no_parts_of_itself_brings_no_htmx(browser: httpx.AsyncClient) -> None:
    """What is not needed is not fetched (design, section 7: 40 KB); the icon comes with the page."""
    asking, plain = await browser.get("/kk/notes/1"), await browser.get("/kk/nowhere")
    assert HTMX_URL in asking.text and HTMX_URL not in plain.text
    assert 'rel="icon" href="data:image/svg+xml,' in plain.text


async def test_an_operator_may_serve_htmx_from_an_own_address(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("EMHANA_HTMX", "https://files.example/htmx.js")
    settings.cache_clear()
    async with site.browser(site.application()) as client:
        answer = await client.get("/kk/notes/1")
    assert f'src="https://files.example/htmx.js" integrity="{HTMX_INTEGRITY}"' in answer.text
    assert "script-src https://files.example/htmx.js " in answer.headers["content-security-policy"]


async def test_pages_are_kept_nowhere(browser: httpx.AsyncClient) -> None:
    for address in ("/kk/notes/1", "/kk/notes/2", "/kk/notes/3"):
        assert (await browser.get(address)).headers["cache-control"] == "no-store"


async def test_a_file_under_its_hash_is_kept_for_a_year_and_under_another_hash_is_not_there(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.get(static.address("emhana.css"))
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/css")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert (await browser.get("/static/0123456789abcdef/emhana.css")).status_code == 404


async def test_a_file_by_its_plain_name_is_asked_for_anew(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/static/emhana.css")
    assert answer.headers["cache-control"] == "no-cache"
    again = await browser.get("/static/emhana.css", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("name", ["../app.py", "%2e%2e/app.py", "..%2fapp.py", "/etc/passwd", ""])
async def test_nothing_beside_our_own_files_is_served(browser: httpx.AsyncClient, name: str) -> None:
    assert (await browser.get(f"/static/{name}")).status_code == 404


async def test_over_tls_cookies_are_bound_to_the_host_and_browsers_stay_with_tls(
    environment: pytest.MonkeyPatch,
) -> None:
    environment.setenv("EMHANA_SITE", "https://emhana.example")
    settings.cache_clear()
    app: Starlette = site.application()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://emhana.example") as client:
        answer = await client.get("/kk/notes/1")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-emhana-visitor=")
    for part in ("HttpOnly", "Secure", "SameSite=lax", "Path=/"):
        assert part in cookie
    assert "Domain" not in cookie
    assert int(answer.headers["strict-transport-security"].partition("max-age=")[2].partition(";")[0]) >= 31_536_000


async def test_without_tls_the_cookie_works_too(browser: httpx.AsyncClient) -> None:
    cookie = (await browser.get("/kk/notes/1")).headers["set-cookie"]
    assert cookie.startswith("emhana-visitor=") and "HttpOnly" in cookie and "SameSite=lax" in cookie


async def test_the_process_says_that_it_lives(browser: httpx.AsyncClient) -> None:
    assert (await browser.get("/live")).status_code == 200
