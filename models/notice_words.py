"""What a notice says in words, and whether it still is what was signed."""

import json
from datetime import date
from typing import Any

import anyio.to_thread

from models import eds, texts, trust
from models.law import Language
from models.law.notice import Kind
from models.law.words import day_words
from models.notice import Notice


def body(kind: Kind, facts: dict[str, Any], language: Language | str) -> list[str]:
    """The paragraphs of a notice in a language: the words of the standard's form, then what was decided."""
    values = _values(facts, language)
    lines = [texts.text(f"notice.{kind}.{name}", language, **values) for name in _LINES[kind] if facts.get(name)]
    return [texts.text(f"law.notice.{kind}.text", language, **values), *lines]


_LINES: dict[Kind, tuple[str, ...]] = {
    Kind.ATTACHMENT: ("effective_on", "doctor", "site", "outside_zone"),
    Kind.ATTACHMENT_REFUSAL: ("ground", "words"),
    Kind.DETACHMENT: ("ground", "words"),
    Kind.WITHDRAWAL: (),
    Kind.RECEIPT: (),
}


def _values(facts: dict[str, Any], language: Language | str) -> dict[str, object]:
    """The facts as they stand in sentences."""
    values: dict[str, object] = {
        "name": facts["person"]["name"],
        "iin": facts["person"]["iin"],
        "clinic": facts["clinic"]["name"][str(Language(language))],
        "bin": facts["clinic"]["bin"],
        "doctor": facts.get("doctor") or "",
        "site": facts.get("site") or "",
        "words": facts.get("words") or "",
        "case": facts["case"],
        "ground": ground_words(facts, language),
    }
    for name in ("effective_on", "decided_on"):
        values[name] = day_words(date.fromisoformat(facts[name]), language) if facts.get(name) else ""
    return values


def ground_words(facts: dict[str, Any], language: Language | str) -> str:
    """The ground of a refusal with its rule, of a detachment, or of the request."""
    topic = {Kind.ATTACHMENT_REFUSAL: "refusal", Kind.DETACHMENT: "detachment"}.get(Kind(facts["kind"]), "ground")
    words = texts.text(f"law.{topic}.{facts['ground']}", language) if facts.get("ground") else ""
    return f"{words} ({texts.text('law.impediment.' + facts['rule'] + '.title', language)})" if facts.get("rule") else words


async def status(notice: Notice) -> str:
    """What a verification finds: "valid", "annulled", "changed" when the facts are not those signed, "unsigned" or "broken"."""
    if notice.annulled_at is not None:
        return "annulled"
    if notice.signature is None:
        return "unsigned"
    content = bytes(notice.signature.request.content)
    if json.loads(content).get("facts") != json.loads(notice.facts):
        return "changed"
    return "valid" if await _still_signed(bytes(notice.signature.cms), content, notice) else "broken"


async def _still_signed(cms: bytes, content: bytes, notice: Notice) -> bool:
    """Whether the signature verifies, as of the moment it was received, and covers exactly the request's bytes.

    A certificate revoked later does not undo what was signed before.
    """
    assert notice.signature is not None
    anchors, received = trust.anchors(), notice.signature.received_at
    try:
        signer = await anyio.to_thread.run_sync(lambda: eds.verify(cms, anchors=anchors, at=received, revocation=_AsWhenReceived()))
    except eds.Bad:
        return False
    return signer.content == content


class _AsWhenReceived:
    """Revocation was looked up when the signature was received, and is kept with it."""

    def status(self, certificate: object, issuer: object, at: object) -> eds.Revocation:
        return eds.Revocation.GOOD
