"""People: who they are by the state register, and how to reach them."""

import uuid
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.law import Language
from models.search import plain

UNSOUGHT = ""  # the words of somebody entered before people were sought by name
AT_ONCE = 500


class Person(Model):
    """A natural person, identified by IIN. `address` holds kato, locality, street, house and flat of the registered residence.

    `search` is the name in the form in which it is sought (`models.search`); it follows the name.
    """

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
    search = fields.CharField(max_length=320, default=UNSOUGHT)

    class Meta:
        table = "person"

    async def save(self, *args: Any, **kwargs: Any) -> None:
        """Saved with the words by which the person is sought."""
        self.search = plain(self.full_name)
        if kwargs.get("update_fields"):
            kwargs["update_fields"] = {*kwargs["update_fields"], "search"}
        await super().save(*args, **kwargs)

    @property
    def full_name(self) -> str:
        """Surname, given name, patronymic."""
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)

    @property
    def short_name(self) -> str:
        """Surname and initials, as receipts and timelines name officials."""
        return " ".join([self.surname, "".join(f"{part[0]}." for part in (self.given_name, self.patronymic) if part)])


async def seek_people() -> int:
    """Give people entered before names were sought the words by which they are; how many were given them."""
    found = await Person.filter(search=UNSOUGHT).limit(AT_ONCE)
    for one in found:
        await one.save(update_fields=["search"])
    return len(found)
