"""Verifying the PDF of a notice with nothing but the file and the anchors of trust: no server, no database, no network.

What is proved: that the sheet is as its issuer sealed it, to the last byte; that the facts inside are those that the head signed
or the issuer's system sealed; and what was known of revocation when that happened.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography import x509

from models import eds, evidence, notice_words, trust
from models.eds import Bad, NothingKnown
from models.eds.kept import Kept
from models.law import Language
from models.law import signature as law
from models.law.notice import FORMS, Kind
from models.law.notice import Signer as By
from models.notice_sheet import CMS, EVIDENCE, FACTS
from models.settings import settings
from models.sheet import Opened, Unreadable, opened

# what reading of facts that somebody else wrote can come upon
_HOSTILE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)


@dataclass(frozen=True)
class Step:
    """One thing that was looked at: its name, whether it holds, and what was found."""

    name: str
    holds: bool
    found: str


@dataclass(frozen=True)
class Report:
    """What a file turned out to be. It is genuine when every step holds."""

    steps: tuple[Step, ...]
    words: tuple[str, ...] = ()

    @property
    def genuine(self) -> bool:
        return bool(self.steps) and all(one.holds for one in self.steps)


def verify(pdf: bytes, at: datetime, language: Language | str = Language.EN) -> Report:
    """The report on a file, at a moment: an expired seal is told, not hidden."""
    try:
        sheet = opened(pdf)
    except Unreadable as fault:
        return Report((Step("file", False, f"no sheet of a notice: {fault.reason}"),))
    try:
        facts, known = json.loads(sheet.files[FACTS]), json.loads(sheet.files[EVIDENCE])
        kind, when = Kind(facts["kind"]), _moment(known["received_at"])
        issuer, words = str(facts["clinic"]["bin"]), tuple(notice_words.body(kind, facts, language))
        known = {"revocation": dict(known["revocation"]), "told": evidence.told(known["revocation"])}
    except _HOSTILE as fault:
        return Report((Step("facts", False, f"the facts of a notice are not inside: {type(fault).__name__}"),))
    return Report((_sealed(sheet, issuer, at), _signed(sheet, kind, facts, known, issuer, when)), words)


def _sealed(sheet: Opened, issuer: str, at: datetime) -> Step:
    """The seal over the whole sheet, by the issuer's system key. Offline nothing is known of its revocation, and that is said."""
    if sheet.seal is None:
        return Step("sheet", False, "not sealed: only the facts inside can be proved, not what is printed")
    try:
        signer = eds.verify(sheet.seal, anchors=trust.anchors(), at=at, revocation=_Unasked(), detached=sheet.covered)
    except Bad as bad:
        return Step("sheet", False, f"the seal does not hold: {_why(bad)}")
    found = law.system(law.Facts.of(signer), issuer)
    if found:
        return Step("sheet", False, f"sealed by somebody else: {found[0].code}")
    return Step("sheet", True, f"sealed by {signer.organisation}, BIN {signer.bin}, {signer.algorithm}; revocation not asked offline")


def _signed(sheet: Opened, kind: Kind, facts: Mapping[str, Any], known: Mapping[str, Any], issuer: str, when: datetime) -> Step:
    """The signature over the facts: the head's, or the system's, with the evidence of then."""
    try:
        source = _Offline(known["revocation"])
        signer = eds.verify(sheet.files[CMS], anchors=trust.anchors(), at=when, revocation=source)
    except Bad as bad:
        return Step("facts", False, f"the signature does not hold: {_why(bad)}")
    except KeyError:
        return Step("facts", False, "nobody has signed the facts")
    head = FORMS[kind].signer is By.HEAD
    if _content(signer.content, head, when) != facts:
        return Step("facts", False, "the facts are not those that were signed, or not then")
    read = law.Facts.of(signer)
    found = law.decision(read, issuer, registered=True) if head else law.system(read, issuer)
    if found:
        return Step("facts", False, f"signed by somebody else: {', '.join(one.code for one in found)}")
    said = f"{signer.name}, {signer.organisation}, BIN {signer.bin}, {signer.algorithm}"
    return Step("facts", True, f"signed by {said}; {known['told']}; received {when:%Y-%m-%d %H:%M:%S}")


def _content(content: bytes, head: bool, when: datetime) -> object:
    """The facts in what was signed: a head signs a request that holds them, good for some minutes; a system the facts themselves."""
    try:
        signed = json.loads(content)
        if not head:
            return signed
        in_time = datetime.fromisoformat(signed["iat"]) <= when <= datetime.fromisoformat(signed["exp"])
        return signed["facts"] if in_time else None
    except _HOSTILE:
        return None


def _moment(words: str) -> datetime:
    """A moment with its zone; ValueError for one without."""
    moment = datetime.fromisoformat(words)
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment


def _why(bad: Bad) -> str:
    """The code, with what its reader most probably forgot."""
    empty = bad.code is eds.Code.UNTRUSTED and not trust.anchors().certificates
    return f"{bad.code}; no anchors of trust here: set EMHANA_TRUST, or EMHANA_DEMONSTRATION=1 for a demonstration's" if empty else bad.code


class _Offline(Kept):
    """What the file brings along about revocation. An OCSP answer is verified again; a list that is only named, or what another
    program said then, cannot be verified here, and is believed as far as the seal over the whole sheet is."""

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> eds.Finding:
        found = super().status(certificate, issuer, at)
        named = found.state is eds.Revocation.UNKNOWN and (self._evidence.get("by") == "NCANODE" or _names_list(self._evidence, at))
        return eds.Finding(eds.Revocation.GOOD) if named else found


def _names_list(known: Mapping[str, Any], at: datetime) -> bool:
    """Whether evidence really names a list that was in force at the moment."""
    try:
        since, until = _moment(known["this_update"]), _moment(known["next_update"])
        return known.get("by") == "CRL" and len(bytes.fromhex(known["sha256"])) == 32 and since <= at <= until
    except _HOSTILE:
        return False


class _Unasked(NothingKnown):
    """Offline: nobody can be asked whether a seal's certificate was revoked since; the report says so."""

    def status(self, certificate: Any, issuer: Any, at: datetime) -> eds.Finding:
        return eds.Finding(eds.Revocation.GOOD)


def printed(report: Report) -> list[str]:
    """The report as lines for the terminal; the file's own words only when it is genuine, and nothing in them that a terminal obeys."""
    lines = [f"{'holds ' if one.holds else 'FAILS '} {one.name}: {_plain(one.found)}" for one in report.steps]
    if not report.genuine:
        return [*lines, "NOT PROVED GENUINE"]
    ending = "genuine; compare these words with the sheet, and ask its address whether it still stands"
    told = [*lines, *(f"        {_plain(words)}" for words in report.words), ending]
    return [*told, "a demonstration: without legal force"] if settings().demonstration else told


def _plain(words: str) -> str:
    """One line of letters: control characters would let a file speak in our name."""
    return "".join(one if one.isprintable() else " " for one in words)
