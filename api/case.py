"""A case of one of the services: what every page, queue and partner can ask of it, whatever the service.

What differs by service each service tells for its row: `served(Row, Told(...))`. Words come by the service's name: the state by
`law.state.<service>.<STATE>`, what it means by `law.meaning.<service>.<STATE>` or, once its term has run out,
`law.meaning_overdue.<service>.<STATE>`, an act by `law.act.<service>.<act>`, a step by `api.step.<service>.<act>`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

import strawberry

from api.clinic import Clinic
from api.context import Info
from api.names import Channel, Language, Mark, Role, Service
from api.node import Node
from api.notice import Notice, Signer, notices_of, signer_of
from api.person import Applicant, Patient, person_by_id, right_text
from api.problems import Problem
from api.provision import Provision
from api.shown import by_id, shown
from models import case as rows
from models import clock, texts
from models.actor import Actor
from models.clinic import Clinic as ClinicRow
from models.journal import Entry
from models.law import Role as RoleOfLaw
from models.law.words import day_words, moment_words
from models.signing import Signature


@strawberry.type(description="The running term of a case.")
class Due:
    at: datetime = strawberry.field(description="The moment by which the clinic must answer.")
    target: datetime | None = strawberry.field(description="The earlier moment aimed at, where the standard names one.")
    overdue: bool = strawberry.field(description="Whether the moment has passed without an answer.")
    minutes_left: int = strawberry.field(description="Minutes until the moment; negative when it has passed.")
    provision: Provision = strawberry.field(description="The paragraph that sets the term.")


@strawberry.type(description="A step of a case's course: done, or still ahead.")
class Step:
    act: str = strawberry.field(description="The act, by its name in the law's table.")
    text: str = strawberry.field(description="What happened or will happen, in the caller's language.")
    mark: Mark | None = strawberry.field(description="The standard's mark; null for steps that have none.")
    at: datetime | None = strawberry.field(description="When it happened; null for a step ahead.")
    by: Role | None = strawberry.field(description="In what role somebody did it; null for a step ahead.")
    by_text: str | None = strawberry.field(description="The role in words.")
    ahead: bool = strawberry.field(description="Whether it is still ahead.")
    due: datetime | None = strawberry.field(default=None, description="By when a step ahead must be taken.")
    note: str | None = strawberry.field(default=None, description="For the clinic: the reasons given with the step.")


@strawberry.type(description="An act open to the caller now.")
class OpenAct:
    act: str = strawberry.field(description="The act, by its name in the law's table.")
    text: str = strawberry.field(description="The act in words.")


@strawberry.type(description="A rule that forbids an act now.")
class Impediment:
    code: str = strawberry.field(description="The rule, for a program.")
    text: str = strawberry.field(description="The rule in words.")
    remedy: str | None = strawberry.field(description="What would make the act possible.")
    allowed_from: datetime | None = strawberry.field(description="From when the act will be possible, if time alone is needed.")
    field: list[str] | None = strawberry.field(description="The input field it concerns.")
    provision: Provision | None = strawberry.field(description="The paragraph of the rule; null where the request itself is wrong.")


@strawberry.type(description="Whether an act may be done now, and every rule that forbids it.")
class Verdict:
    allowed: bool = strawberry.field(description="Whether nothing forbids it.")
    forbidding: list[Impediment] = strawberry.field(description="Every rule that forbids it; empty when it is allowed.")


def impeding(problem: Problem) -> Impediment:
    """A problem, told beforehand."""
    return Impediment(
        code=problem.code.value, text=problem.message, remedy=problem.remedy, allowed_from=problem.allowed_from, field=problem.field,
        provision=problem.provision,
    )  # fmt: skip


Row = TypeVar("Row", bound=rows.Case)
Root = strawberry.Parent[rows.Case]


@dataclass(frozen=True)
class Told(Generic[Row]):
    """What a service tells of its cases: the mark, the course from the journal (for those who answer or not), open acts, the term,
    and whether a complaint about it leads anywhere but to court."""

    mark: Callable[[Row], Mark]
    course: Callable[[Row, Sequence[Entry], bool], Sequence[rows.Step]]
    may: Callable[[Row, Actor], Iterable[str]]
    due: Callable[[Row, Language], Due | None]
    complaint: Callable[[Row], bool] = lambda case: True


_TOLD: dict[type, Told[Any]] = {}


def served(row: type[Row], told: Told[Row]) -> None:
    """Say what a service tells of the cases of its table."""
    _TOLD[row] = told


def told_of(case: rows.Case) -> Told[Any]:
    """What the service of a case tells of it."""
    return _TOLD[type(case)]


def state_words(case: rows.Case, language: Language) -> str:
    """The state of a case in words; what came outside working time and is only delivered says so, where the service has words for it."""
    service = case.service.lower()
    delivered = f"law.delivered.{service}"
    if texts.has(delivered, language) and told_of(case).mark(case) is Mark.DELIVERED:
        return texts.text(delivered, language)
    return texts.text(f"law.state.{service}.{case.state}", language)


def meaning(case: rows.Case, language: Language) -> str:
    """What the state of a case means for the person; once its term has run out, that it has, and what can be done."""
    due, state = told_of(case).due(case, language), f"{case.service.lower()}.{case.state}"
    if due is None or not due.overdue:
        return texts.text(f"law.meaning.{state}", language)
    day = day_words(clock.local(due.at).date(), language)
    return texts.text(f"law.meaning_overdue.{state}", language, day=day, moment=moment_words(due.at, language))


@strawberry.interface(description="A case of one of the four services: what every page, queue and partner can ask of it.")
class Case(Node):
    number: str = strawberry.field(description="The printed number: unique, with a check digit.")
    channel: Channel = strawberry.field(description="The way by which it came.")
    submitted_at: datetime = strawberry.field(description="When it was filed.")
    accepted_at: datetime | None = strawberry.field(
        description="When it counts as accepted: the next working moment, if it came outside working time."
    )

    @shown
    def service(self, root: Root) -> Service:
        """The service it belongs to."""
        return root.service

    @shown
    async def patient(self, root: Root, info: Info) -> Patient | None:
        """For whom; null only for an appeal of somebody whom the register does not know."""
        return await info.context.loader(person_by_id).load(root.person_id) if root.person_id else None

    @shown
    async def applicant(self, root: Root, info: Info) -> Applicant | None:
        """Who asked, and by what right."""
        person = await info.context.loader(person_by_id).load(root.applicant_id) if root.applicant_id else None
        if person is None:
            return None
        words = right_text(root.applicant_right, info.context.language)
        return Applicant(full_name=person.full_name, right=root.applicant_right, right_text=words)

    @shown
    async def clinic(self, root: Root, info: Info) -> Clinic:
        """The clinic asked."""
        return await info.context.loader(by_id(ClinicRow)).load(root.clinic_id)  # type: ignore[return-value]

    @shown
    def due(self, root: Root, info: Info) -> Due | None:
        """The running term; null when none runs."""
        return told_of(root).due(root, info.context.language)

    @shown
    def state_text(self, root: Root, info: Info) -> str:
        """The state in words."""
        return state_words(root, info.context.language)

    @shown
    def meaning(self, root: Root, info: Info) -> str:
        """What the state means for the person and what comes next, in words."""
        return meaning(root, info.context.language)

    @shown
    def mark(self, root: Root) -> Mark:
        """The standard's mark: delivered, registered, in work, done, refused."""
        return told_of(root).mark(root)

    @shown
    async def course(self, root: Root, info: Info) -> list[Step]:
        """The course of the case: steps done, then steps ahead."""
        entries = await info.context.loader(_entries_of).load(root.id)
        steps = told_of(root).course(root, entries, info.context.actor.staff)
        return [step_of(one, root.service, info.context.language) for one in steps]

    @shown
    def may(self, root: Root, info: Info) -> list[OpenAct]:
        """The acts open to the caller now, by the law's table."""
        words = f"law.act.{root.service.lower()}"
        acts = told_of(root).may(root, info.context.actor)
        return [OpenAct(act=act, text=texts.text(f"{words}.{act}", info.context.language)) for act in acts]

    @shown
    def complaint_open(self, root: Root, info: Info) -> bool:
        """Whether the caller can complain about it from here (`fileComplaint`)."""
        return info.context.actor.role is RoleOfLaw.CITIZEN and told_of(root).complaint(root)

    @shown
    async def signed(self, root: Root, info: Info) -> Signer | None:
        """Who signed the request, and what was known of the certificate then; null where no signature was needed."""
        signature = await info.context.loader(by_id(Signature)).load(root.signature_id) if root.signature_id else None
        return signer_of(signature, info.context.language) if signature else None

    @shown
    async def notices(self, root: Root, info: Info) -> list[Notice]:
        """The notices issued in the case."""
        return await info.context.loader(notices_of(info.context.actor)).load(root.id)  # type: ignore[return-value]


@strawberry.type(description="A case of somebody of the register.")
class OfPatient:
    @shown
    async def patient(self, root: Root, info: Info) -> Patient:
        """For whom."""
        return await info.context.loader(person_by_id).load(root.person_id)  # type: ignore[return-value]


def step_of(step: rows.Step, service: Service, language: Language) -> Step:
    key = f"api.step.{service.lower()}.{step.act}" + (".ahead" if step.ahead else ".done")
    by = texts.text(f"law.role.{step.by}", language) if step.by else None
    return Step(
        act=step.act, text=texts.text(key, language), mark=step.mark, at=step.at, by=step.by, by_text=by, ahead=step.ahead,
        due=step.due, note=step.note or None,
    )  # fmt: skip


async def _entries_of(keys: list[UUID]) -> list[list[Entry]]:
    found = await Entry.filter(case_id__in=keys, reading=False).order_by("at", "id")
    return [[one for one in found if one.case_id == key] for key in keys]
