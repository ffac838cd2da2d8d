"""A notice on paper: the PDF in one of the three languages, with what was signed inside it and the issuer's seal over it.

Attached are the facts as signed (facts.json), the signature over them as received (facts.cms), and what was known of revocation
then (evidence.json): whoever has the file and the anchors of trust can verify it, without this server.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import anyio.to_thread

from models import clock, notice_words, system_keys, texts
from models.authority import Authority, above
from models.law import Language
from models.law.notice import FORMS
from models.law.words import cite, complaint_words, moment_words
from models.notice import Notice, NoticeSeal, canonical
from models.notice_sealing import seal
from models.notice_status import Status, status
from models.settings import Misconfigured, settings
from models.sheet import File, Sheet, render, sealed
from models.signing import Signature

FACTS, CMS, EVIDENCE = "facts.json", "facts.cms", "evidence.json"
# the words of what was signed or sealed as it stands; nothing else gets the issuer's seal over its sheet
SOUND = frozenset({"valid", "replaced", "ended", "annulled"})
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Signed:
    """The signature of a notice, whoever's: as received, with what was read from it and what was known of revocation."""

    cms: bytes
    facts: Mapping[str, Any]
    evidence: Mapping[str, Any]
    at: datetime


async def pdf(notice: Notice, language: Language | str) -> bytes:
    """The PDF of a notice whose clinic and authority were read with it; one that nobody has sealed yet is sealed first."""
    await seal(notice)
    signed, told = await _signed(notice), Language(language)
    now, higher = await status(notice), await above(notice.clinic)
    sheet, files = _sheet(notice, signed, _sections(notice, now, higher, told), told), _files(notice, signed)
    return await anyio.to_thread.run_sync(lambda: _made(notice, sheet, files, now.word in SOUND))


async def _signed(notice: Notice) -> Signed | None:
    if notice.signature_id:
        kept = await Signature.get(id=notice.signature_id)
        return Signed(bytes(kept.cms), kept.facts, kept.evidence, kept.received_at)
    made = await NoticeSeal.get_or_none(notice_id=notice.id)
    return Signed(bytes(made.cms), made.facts, made.evidence, made.made_at) if made else None


def _made(notice: Notice, sheet: Sheet, files: Mapping[str, File], sound: bool) -> bytes:
    """The sheet with its files, sealed where it is what an act has given and the issuer's key is at hand."""
    made = render(sheet, files)
    issuer = notice.stated["clinic"]
    if not sound or not system_keys.at_hand(issuer["bin"]):
        return made
    try:
        return sealed(
            made, sheet.issuer, sheet.title, lambda covered: system_keys.sign(issuer["bin"], issuer["name"], covered, detached=True),
            at=clock.now(),
        )  # fmt: skip
    except Misconfigured as fault:  # the person gets the sheet all the same; the operator reads why it has no seal
        log.error("%s is not sealed: %s", notice.number, fault)
        return made


def _files(notice: Notice, signed: Signed | None) -> dict[str, File]:
    """What is attached, under names that every language reads."""
    found = {FACTS: File(notice.facts.encode(), "application/json", notice.number, "data")}
    if signed:
        known = {"received_at": signed.at.isoformat(), "revocation": dict(signed.evidence)}
        found[CMS] = File(signed.cms, "application/pkcs7-mime", notice.number, "supplement")
        found[EVIDENCE] = File(canonical(known).encode(), "application/json", notice.number, "supplement")
    return found


def _sheet(notice: Notice, signed: Signed | None, sections: tuple[tuple[str, str], ...], language: Language) -> Sheet:
    """The words of the sheet, in its language."""

    def said(key: str, **values: object) -> str:
        return texts.text(f"notice.sheet.{key}", language, **values)

    facts, body = notice.stated, notice.authority or notice.clinic
    lines = notice_words.pairs(notice.kind, facts, language)
    rows = [(label, words) for label, words in lines if label]
    footer = said("demonstration" if settings().demonstration else "footer")
    return Sheet(
        language=language.value, title=notice_words.title(notice.kind, language), number=notice.number,
        issued=moment_words(notice.issued_at, language), issuer=body.name_in(language), issuer_lines=(
            said("bin", bin=body.bin), body.address[language.value], body.phone,
        ), paragraphs=(notice_words.opening(notice.kind, facts, language), *(words for label, words in lines if not label)),
        facts=(*_whose(notice, language), *rows, _basis(notice, language)), sections=sections, signed=tuple(
            _signature(notice, signed, language)
        ), verify_words=said("verify"),
        verify_address=f"{settings().site}/verify/{notice.code}", code_words=said("code"), code=notice.code, footer=footer,
        moment=notice.issued_at, author=body.name_in(language), producer="Emhana",
    )  # fmt: skip


def _sections(notice: Notice, now: Status, higher: Authority | None, language: Language) -> tuple[tuple[str, str], ...]:
    """What has become of it since; the way of complaint, where the notice goes against the person, and the body above the clinic."""
    found = []
    if now.word in ("replaced", "ended", "annulled"):
        kind = notice_words.title(now.kind, language) if now.kind else ""
        said = texts.text(f"api.verification.{now.word}", language, number=now.replaced_by, kind=kind)
        found.append((texts.text("notice.sheet.stands", language), said))
    if FORMS[notice.kind].complaint:
        day = clock.local(notice.issued_at).date()
        above = [f"{higher.name_in(language)}, {higher.address[language.value]}, {higher.phone}"] if higher else []
        words = complaint_words(notice.clinic.name_in(language), day, language)
        found.append((texts.text("notice.sheet.complaint", language), "\n\n".join([words, *above])))
    return tuple(found)


def _whose(notice: Notice, language: Language) -> list[tuple[str, str]]:
    """Whom it concerns, beyond the name, and in which case."""
    facts, iin = notice.stated, notice.stated["person"].get("iin")
    case = facts["case"] if facts["case"] != notice.number else ""
    rows = ((texts.text("notice.sheet.iin", language), iin), (texts.text("notice.sheet.case", language), case))
    return [(label, value) for label, value in rows if value]


def _basis(notice: Notice, language: Language) -> tuple[str, str]:
    """The paragraph under which a document of this kind is given."""
    return texts.text("notice.sheet.basis", language), cite(FORMS[notice.kind].basis, language)


def _signature(notice: Notice, signed: Signed | None, language: Language) -> list[str]:
    """The signature block: whose signature the form asks for, and what its certificate says."""
    lines = [texts.text(f"law.notice.{notice.kind}.signature", language)]
    if signed is None:
        return [*lines, texts.text("api.verification.unsealed", language)]
    facts = signed.facts
    certified = texts.text("notice.sheet.certified", language)
    named = [str(facts[name]) for name in ("name", "organisation") if facts.get(name)]
    bin = texts.text("notice.sheet.bin", language, bin=facts["bin"]) if facts.get("bin") else ""
    certificate = texts.text("notice.sheet.certificate", language, serial=facts["serial"], algorithm=facts["algorithm"])
    owner = ", ".join([*dict.fromkeys(named), *([bin] if bin else [])])
    return [*lines, f"{certified} {owner}", moment_words(signed.at, language), certificate]


def facts_of(files: Mapping[str, bytes]) -> dict[str, Any]:
    """The facts attached to a sheet. ValueError or KeyError where there are none."""
    found: dict[str, Any] = json.loads(files[FACTS])
    return found
