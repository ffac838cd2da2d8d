"""How a member of staff gets a file of a journal: the button on its page, the page of the file, the file."""

import re
from typing import Any
from urllib.parse import parse_qsl

import anyio
import httpx

from tests.attachment.pages import CSRF, Visitor, text


async def ordered(who: Visitor, page: str, kind: str, **more: Any) -> httpx.Response:
    """Open a journal as it is asked for, and send its form of files with the hidden fields that stand in it.

    A journal without rows has no such form; then what was asked is sent as it would have been.
    """
    shown, (path, _, query) = await who.get(page), page.partition("?")
    found = re.search(rf'<form method="post" action="{re.escape(path)}/export">(.*?)</form>', shown, re.DOTALL)
    kept = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', found.group(1))) if found else dict(parse_qsl(query))
    return await who.http.post(f"{path}/export", data={"csrf": CSRF.findall(shown)[-1], **kept, **more, "file": kind})


async def finished(who: Visitor, place: str) -> str:
    """The page of a file once nothing is being made any more."""
    for _ in range(600):
        page = await who.get(place)
        if "<progress" not in page:
            return page
        await anyio.sleep(0.05)
    raise AssertionError("the file is never ready")


async def file_of(who: Visitor, page: str, kind: str, **more: Any) -> httpx.Response:
    """The file of a journal as it is asked for."""
    answer = await ordered(who, page, kind, **more)
    assert answer.status_code == 303, (answer.status_code, text(answer.text)[:1200])
    place = answer.headers["location"]
    assert "/work/exports/" in place, place
    assert f'href="{place}/file"' in await finished(who, place)
    return await who.http.get(f"{place}/file")
