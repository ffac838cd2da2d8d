"""What browsers keep: public pages of visitors, asked for anew each time; nothing of anybody who has signed in; answers packed."""

import pytest

from tests.attachment.conftest import clock, keys, made_keys, people, register
from tests.attachment.pages import Visit, application, visit

__all__ = ["application", "clock", "keys", "made_keys", "people", "register", "visit"]
PUBLIC = ["", "/attachments/about", "/appointments/about", "/home-visits/about", "/appeals/about"]
PERSONAL = ["", "/account", "/attachments", "/appointments", "/home-visits", "/appeals", "/attachments/about", "/signin", "/law"]


@pytest.mark.parametrize("path", PUBLIC)
async def test_a_visitor_s_browser_asks_whether_a_public_page_still_holds_and_is_told_so_in_a_few_bytes(visit: Visit, path: str) -> None:
    http = (await visit("")).http
    await http.get(f"/ru{path}")
    kept = await http.get(f"/ru{path}")
    assert kept.headers["cache-control"] == "private, no-cache" and "Cookie" in kept.headers["vary"]
    again = await http.get(f"/ru{path}", headers={"If-None-Match": kept.headers["etag"]})
    assert again.status_code == 304 and not again.content


async def test_nothing_is_kept_of_whoever_has_signed_in(visit: Visit) -> None:
    http = (await visit("zhanar")).http
    for path in PERSONAL:
        answer = await http.get(f"/kk{path}")
        assert answer.headers["cache-control"] == "no-store" and "etag" not in answer.headers, path


async def test_a_page_kept_by_a_visitor_no_longer_holds_once_the_visitor_has_signed_in(visit: Visit) -> None:
    stranger, zhanar = await visit(""), await visit("zhanar")
    await stranger.http.get("/kk")
    kept = await stranger.http.get("/kk")
    answer = await zhanar.http.get("/kk", headers={"If-None-Match": kept.headers["etag"]})
    assert answer.status_code == 200 and "Жанар" in answer.text


async def test_pages_travel_packed_and_a_browser_that_cannot_unpack_gets_them_whole(visit: Visit) -> None:
    http = (await visit("")).http
    packed = await http.get("/kk/law")
    whole = await http.get("/kk/law", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip" and "content-encoding" not in whole.headers
    assert int(packed.headers["content-length"]) * 4 < len(whole.content)
