"""Words that no database, header or page expects, in every argument of every root field: an answer, never a fault of ours."""

import pytest

from tests.attachment import matrix
from tests.attachment.conftest import People

WORDS = {
    "a zero byte": "а\x00б", "half a letter": "\ud800", "a very long word": "қ" * 5000, "a quote": "'; DROP TABLE person; --",
    "a percent": "%_%", "nothing": "", "controls": "\r\n\x1b[31m", "right to left": "\u202eabc", "digits of another script": "\u0663" * 12,
    "braces": "{0.__class__}",
}  # fmt: skip
CALLERS = ("yerlan", "registrar", "head", "centre", "partner:attachment:submit attachment:read", "")


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("name", CALLERS)
async def test_any_words_are_answered(people: People, name: str, word: str) -> None:
    who, faults = await people(name), []
    for field in sorted(matrix.roots()):
        query, given = matrix.hostile(field, WORDS[word])
        answer = await who.send(query, given)
        told = [one["extensions"].get("code") for one in answer.json().get("errors", [])]
        if answer.status_code >= 500 or "INTERNAL" in told:
            faults.append(field)
        if answer.status_code == 401:
            who = await people(name)
    assert faults == []
