"""People: who they are by the state register, and how to reach them."""

import uuid

from tortoise import fields
from tortoise.models import Model

from models.law import Language


class Person(Model):
    """A natural person, identified by IIN. `address` holds kato, locality, street, house and flat of the registered residence."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    iin = fields.CharField(max_length=12, unique=True)
    surname = fields.CharField(max_length=100)
    given_name = fields.CharField(max_length=100)
    patronymic = fields.CharField(max_length=100, default="")
    birth_date = fields.DateField()
    sex = fields.CharField(max_length=1, default="")
    deceased_on = fields.DateField(null=True)
    address: dict[str, str] = fields.JSONField(default=dict)
    phone = fields.CharField(max_length=20, default="")
    email = fields.CharField(max_length=200, default="")
    language = fields.CharEnumField(Language, default=Language.KK, max_length=2)
    recorded_at = fields.DatetimeField()

    class Meta:
        table = "person"

    @property
    def full_name(self) -> str:
        """Surname, given name, patronymic."""
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)

    @property
    def short_name(self) -> str:
        """Surname and initials, as receipts and timelines name officials."""
        return " ".join([self.surname, "".join(f"{part[0]}." for part in (self.given_name, self.patronymic) if part)])
