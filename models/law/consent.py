"""Consent to access restricted personal data (Law on personal data, art. 8): purposes, contents, withdrawal."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.law import Basis, Impediment, Provision, Service


class Purpose(StrEnum):
    """What the access is for."""

    ATTACHMENT = "ATTACHMENT"
    PARTNER_ACCESS = "PARTNER_ACCESS"


# what a clinic is allowed belongs to one service; a partner's access to none
SERVICE: Mapping[Purpose, Service | None] = {Purpose.ATTACHMENT: Service.ATTACHMENT, Purpose.PARTNER_ACCESS: None}


class Content(StrEnum):
    """What a consent must state."""

    OPERATOR_NAME = "OPERATOR_NAME"
    OPERATOR_NUMBER = "OPERATOR_NUMBER"
    SUBJECT_NAME = "SUBJECT_NAME"
    TERM = "TERM"
    DATA = "DATA"
    THIRD_PARTIES = "THIRD_PARTIES"
    CROSS_BORDER = "CROSS_BORDER"
    PUBLICATION = "PUBLICATION"


@dataclass(frozen=True)
class Required:
    """One content with its paragraph; not confirmed where only the law's known wording stands behind it."""

    basis: Basis
    confirmed: bool


_ARTICLE = Basis("personal-data-law", "8(4)")
_READ = {Content.OPERATOR_NAME, Content.OPERATOR_NUMBER, Content.SUBJECT_NAME}
CONTENTS: Mapping[Content, Required] = {content: Required(_ARTICLE, content in _READ) for content in Content}

PARTNER_DAYS = Provision("consent.partner_days", Basis("proposal"), {date(2026, 1, 1): 365}, unit="day", confirmed=False)
EDITION = "2026-11"


def until(purpose: Purpose, given_on: date) -> date | None:
    """The last day of a consent: a partner's ends by itself, the clinic's lasts until it is withdrawn."""
    if purpose is Purpose.PARTNER_ACCESS:
        return given_on + timedelta(days=PARTNER_DAYS.on(given_on))
    return None


def missing(stated: Collection[Content]) -> list[Content]:
    """What a consent fails to state (article 8, paragraph 4)."""
    return [content for content in CONTENTS if content not in stated]


def withdrawal_impediments(purpose: Purpose, open_application: bool) -> list[Impediment]:
    """Consent is not withdrawn while an obligation rests on it: the open request comes first (article 8(2))."""
    if purpose is Purpose.ATTACHMENT and open_application:
        return [Impediment("CONSENT_IN_USE", Basis("personal-data-law", "8(2)"))]
    return []
