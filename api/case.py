"""A case of one of the services: what every page, queue and partner can ask of it."""

from datetime import date, datetime

import strawberry

from api.names import Mark, Role
from api.problems import Problem
from api.provision import Provision


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


@strawberry.type(description="Where, how and until when to complain.")
class ComplaintWay:
    body: str = strawberry.field(description="The body that receives the complaint: the one whose act it is.")
    due: date = strawberry.field(description="The last day for it: three months from learning of the act.")
    text: str = strawberry.field(description="The way of complaint in words, with terms and paragraphs.")


@strawberry.type(description="A lawful refusal: its ground of the closed list, reasons and the way of complaint.")
class Refusal:
    ground: str = strawberry.field(description="The ground, by its name in the closed list.")
    text: str = strawberry.field(description="The ground in words.")
    rule: str | None = strawberry.field(description="The rule not met, where the ground names one.")
    rule_text: str | None = strawberry.field(description="The rule in words.")
    explanation: str = strawberry.field(description="The reasons, in the words of the clinic.")
    provision: Provision = strawberry.field(description="The paragraph of the ground.")
    complaint: ComplaintWay = strawberry.field(description="Where, how and until when to complain.")


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
