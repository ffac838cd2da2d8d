"""What is asked for with an appeal, the facts of the case that it is about, and who is complained about."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models import clock
from models.account import Account, Post
from models.actor import Actor
from models.authority import Authority
from models.case import CASES
from models.clinic import Clinic
from models.journal import Entry
from models.law import CLINIC_ROLES, Language, Role, Service
from models.law import appeal as law
from models.law.appeal import AnswerWay, Body, Complaint, Kind, Subject
from models.law.attachment import silence_learned
from models.person import Person

# Entering a request for somebody is not deciding it: who took it in is not complained about for that.
TAKING_IN = ("submit", "call", "book", "file")
EVERY_ROLE = tuple(sorted(CLINIC_ROLES))
STATED = ("refusal_ground", "refusal_rule", "refusal_words", "reasons", "outcome", "route", "visit_day", "starts_at")
MOMENTS = ("submitted_at", "due_at", "decided_at", "ended_at", "overdue_at", "lapsed_at")


@dataclass(frozen=True)
class Wanted:
    """What is filed: what is wanted and from whom, by whom, in what words, how the answer is wanted, of which case it complains.

    Without a `patient` nobody of the register appeals; without a `name` nobody knows who. `received_at` is when a paper came.
    """

    kind: Kind
    clinic: Clinic
    authority: Authority | None = None
    subject: Subject = Subject.OTHER
    patient: Person | None = None
    name: str = ""
    iin: str = ""
    bin: str = ""
    essence: str = ""
    postal_address: str = ""
    phone: str = ""
    language: Language = Language.KK
    ways: tuple[AnswerWay, ...] = (AnswerWay.ACCOUNT,)
    oral: bool = False
    crime: bool = False
    about: Any = None
    complained_of: str = ""
    accused: tuple[uuid.UUID, ...] = ()
    learned_on: date | None = None
    restore_words: str = ""
    files: tuple[uuid.UUID, ...] = ()
    received_at: datetime | None = None
    identity: str = ""
    applicant: Person | None = None

    @property
    def body(self) -> Body:
        return body_of(self.authority)


def complaint_about(case: Any) -> Complaint | None:
    """Where a complaint about a case of any service goes; None where there is only the court."""
    if case.service is not Service.APPEAL:
        return law.COMPLAINT_ABOUT_SERVICE
    return law.complaint_about_answer(case.kind, case.body, case.state, case.decided_role)


def body_of(authority: Authority | None) -> Body:
    """Which of the two bodies it is."""
    return Body.AUTHORITY if authority else Body.CLINIC


def learned_on(case: Any) -> date:
    """When the person learnt of what is complained about: the day of the decision, or that on which the term ran out in silence, which
    is not the day on which that was recorded; otherwise today."""
    moments = [getattr(case, name, None) for name in ("lapsed_at", "decided_at", "ended_at")]
    known = [clock.local(one).date() for one in moments if one is not None]
    if known or getattr(case, "overdue_at", None) is None:
        return known[0] if known else clock.today()
    return silence_learned(clock.local(getattr(case, "answer_by", None) or case.due_at).date())


async def seen(actor: Actor, service: Service, key: uuid.UUID) -> Any:
    """A case that the actor may see and complain about, with its clinic; None when there is none."""
    return await CASES[service].visible_to(actor).filter(id=key).first().prefetch_related("clinic")


async def facts_of(case: Any) -> dict[str, Any]:
    """A case as it is now, for the body that will look at the complaint: what was asked, what was decided and when, step by step."""
    stated = {name: _plain(getattr(case, name, None)) for name in (*MOMENTS, *STATED)}
    entries = await Entry.filter(case_id=case.id, reading=False).order_by("at", "id")
    return {
        "number": case.number, "service": case.service, "state": case.state,
        "stated": {name: value for name, value in stated.items() if value},
        "steps": [{"act": one.act.partition(":")[2], "at": one.at.isoformat(), "role": one.role} for one in entries],
    }  # fmt: skip


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else str(value) if value is not None else None


async def accused_of(case: Any) -> list[dict[str, str]]:
    """Everybody of a clinic or an authorised body who has acted on a case: they do not act on a complaint about it."""
    roles = [*CLINIC_ROLES, Role.AUTHORITY]
    acted = await Entry.filter(case_id=case.id, reading=False, role__in=roles, account_id__not_isnull=True)
    doing = {one.account_id: one for one in acted if one.act.partition(":")[2] not in TAKING_IN}
    accounts = await Account.filter(id__in=list(doing)).prefetch_related("person")
    return [_named(one.person, doing[one.id].role) for one in accounts]


async def named(clinic: uuid.UUID, people: tuple[uuid.UUID, ...]) -> list[dict[str, str]]:
    """Those of a clinic's staff who are complained about by name; anybody else is left out."""
    posts = await Post.filter(clinic_id=clinic, account__person_id__in=list(people)).prefetch_related("account__person").order_by("id")
    return list({one.account.person_id: _named(one.account.person, one.role) for one in posts}.values())


def _named(person: Person, role: Role) -> dict[str, str]:
    return {"person": str(person.id), "name": person.short_name, "role": role}


def together(*lists: list[dict[str, str]]) -> list[dict[str, str]]:
    """Those complained about, each once."""
    return list({one["person"]: one for each in lists for one in each}.values())


async def staff_of(clinic: uuid.UUID | None, authority: uuid.UUID | None, roles: tuple[Role, ...]) -> list[Post]:
    """The members of staff of a body in some roles, today."""
    held = Post.filter(authority_id=authority) if authority else Post.filter(clinic_id=clinic)
    found = await held.filter(role__in=roles).prefetch_related("account__person").order_by("role", "id")
    return [one for one in found if one.in_force]
