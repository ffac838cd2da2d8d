"""Authorised bodies for assessment and control of the quality of public services: the bodies above the clinics (S2–S4; APPC, 91)."""

import uuid

from tortoise import fields
from tortoise.models import Model

from models.clinic import Clinic, Names
from models.law import Language


class Authority(Model):
    """An authorised body. `kato` is the territory whose clinics it oversees; empty, it oversees those that no other does."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    bin = fields.CharField(max_length=12, unique=True)
    name: Names = fields.JSONField()
    address: Names = fields.JSONField()
    phone = fields.CharField(max_length=20, default="")
    kato = fields.CharField(max_length=9, default="")
    appeal_code = fields.IntField(null=True, unique=True)

    class Meta:
        table = "authority"

    def name_in(self, language: Language | str) -> str:
        return self.name[str(Language(language))]


async def above(clinic: Clinic) -> Authority | None:
    """The authorised body above a clinic: that of its territory, otherwise the one of the whole country; None where none is known."""
    return _above(clinic, await _by_territory())


async def below(authority: uuid.UUID | None) -> list[Clinic]:
    """The clinics that an authorised body stands above."""
    known = await _by_territory()
    found = [(one, _above(one, known)) for one in await Clinic.all().order_by("bin")]
    return [clinic for clinic, body in found if body and body.id == authority]


async def _by_territory() -> dict[str, Authority]:
    return {one.kato: one for one in await Authority.all()}


def _above(clinic: Clinic, known: dict[str, Authority]) -> Authority | None:
    return next((known[kato] for kato in (clinic.kato, f"{clinic.kato[:2]}0000000", "") if kato in known), None)
