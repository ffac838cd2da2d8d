"""Why a doctor is called: the signs of danger and the indications, as lists with their words and paragraphs."""

from typing import Any

import strawberry

from api.context import Info
from api.names import DangerSign, Indication, Urgency
from api.provision import Provision, cite
from api.root import ANYONE, query
from models import texts
from models.law import Language
from models.law import home_visit_reason as law

# That 103 hands a call over is said by the way of the call, and is no choice.
NAMED = tuple(one for one in law.Indication if one is not law.Indication.AMBULANCE)


@strawberry.type(description="A sign of danger: a yes means 103, whatever else is done.")
class DangerSignChoice:
    sign: DangerSign = strawberry.field(description="The sign.")
    text: str = strawberry.field(description="The sign in words.")


@strawberry.type(description="A state in which a doctor is called home.")
class IndicationChoice:
    indication: Indication = strawberry.field(description="The state.")
    code: str = strawberry.field(description="Its short code.")
    text: str = strawberry.field(description="The state in words.")
    urgency: Urgency = strawberry.field(description="How urgent a call with it is at least.")
    provision: Provision = strawberry.field(description="Where the list stands.")


def sign_choice(sign: law.DangerSign, language: Language) -> DangerSignChoice:
    """A sign as the API shows it."""
    return DangerSignChoice(sign=sign, text=texts.text(f"law.danger_sign.{sign}", language))


def indication_choice(indication: law.Indication, language: Language) -> IndicationChoice:
    """An indication as the API shows it."""
    listed = law.INDICATIONS[indication]
    return IndicationChoice(
        indication=indication, code=listed.code, text=texts.text(f"law.indication.{indication}", language), urgency=listed.urgency,
        provision=cite(listed.basis, language),
    )  # fmt: skip


@query(ANYONE, returns=list[DangerSignChoice])
async def danger_signs(info: Info) -> Any:
    """The signs of danger, asked first: any yes means calling 103 at once."""
    return [sign_choice(one, info.context.language) for one in law.DangerSign]


@query(ANYONE, returns=list[IndicationChoice])
async def indications(info: Info) -> Any:
    """The states in which a doctor is called home (domain 3.3); other words are accepted as well."""
    return [indication_choice(one, info.context.language) for one in NAMED]
