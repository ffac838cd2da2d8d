"""A table whose promises Tortoise does not make."""

from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.models import Model


class Ignored(Model):
    id = fields.IntField(primary_key=True)
    place = fields.IntField()

    class Meta:
        table = "ignored"
        constraints = (
            CheckConstraint(check="place > 0", name="ck_place"),
            UniqueConstraint(fields=("place",), name="uq_place", condition="place > 5"),
        )
