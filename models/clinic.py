"""Clinics: sites, the streets of their zones, doctors and how many people each serves."""

import uuid
from collections.abc import Iterable
from datetime import date, time

from tortoise import fields
from tortoise.functions import Count
from tortoise.models import Model

from models import clock
from models.database.indexes import UniqueWhere
from models.law import Language
from models.law.attachment import State
from models.law.specialty import Specialty
from models.law.term import CLINIC_HOURS, Hours
from models.person import Person

Names = dict[str, str]


class Clinic(Model):
    """A medical organisation of primary health care. `name` and `address` are by language; `kato` is its territory."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    bin = fields.CharField(max_length=12, unique=True)
    name: Names = fields.JSONField()
    address: Names = fields.JSONField()
    kato = fields.CharField(max_length=9, db_index=True)
    phone = fields.CharField(max_length=20, default="")
    latitude = fields.FloatField(null=True)
    longitude = fields.FloatField(null=True)
    serving = fields.BooleanField(default=True)
    fund_contract = fields.BooleanField(default=True)
    hours: dict[str, list[str]] | None = fields.JSONField(null=True)
    search = fields.CharField(max_length=500, default="")
    appeal_code = fields.IntField(null=True)  # stands in the numbers of the clinic's appeals; given with the first of them

    class Meta:
        table = "clinic"
        indexes = [UniqueWhere(fields=("appeal_code",), name="uq_clinic_appeal_code", where="appeal_code IS NOT NULL")]

    def working_hours(self) -> Hours:
        """The clinic's own hours (weekday or date → opening and closing; an empty pair is a closed day), or the common ones."""
        if not self.hours:
            return CLINIC_HOURS.on(clock.today())
        spans = {day: _span(pair) for day, pair in self.hours.items()}
        week = {int(day): span for day, span in spans.items() if len(day) == 1 and span}
        return Hours(week, {date.fromisoformat(day): span for day, span in spans.items() if len(day) > 1})

    def name_in(self, language: Language | str) -> str:
        return self.name[str(Language(language))]


class Site(Model):
    """A site of a clinic: the part of its zone that one doctor serves."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    clinic: fields.ForeignKeyRelation[Clinic] = fields.ForeignKeyField("models.Clinic", related_name="sites", on_delete=fields.RESTRICT)
    number = fields.IntField()
    clinic_id: uuid.UUID

    class Meta:
        table = "site"
        unique_together = (("clinic", "number"),)


class Zone(Model):
    """A street, or houses of it, that belongs to a site's zone. `street` is compared in its plain form."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    site: fields.ForeignKeyRelation[Site] = fields.ForeignKeyField("models.Site", related_name="zones", on_delete=fields.CASCADE)
    kato = fields.CharField(max_length=9)
    street = fields.CharField(max_length=200, db_index=True)
    first_house = fields.IntField(default=1)
    last_house = fields.IntField(default=9999)
    site_id: uuid.UUID

    class Meta:
        table = "zone"


class Doctor(Model):
    """A doctor of a clinic, with the site served. The load is the number of people whose attachment in force names the doctor."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("models.Person", related_name="doctors", on_delete=fields.RESTRICT)
    clinic: fields.ForeignKeyRelation[Clinic] = fields.ForeignKeyField("models.Clinic", related_name="doctors", on_delete=fields.RESTRICT)
    site: fields.ForeignKeyNullableRelation[Site] = fields.ForeignKeyField(
        "models.Site", related_name="doctors", null=True, on_delete=fields.SET_NULL
    )
    specialty = fields.CharEnumField(Specialty, max_length=20)
    languages: list[str] = fields.JSONField(default=list)
    serving = fields.BooleanField(default=True)
    serves_from = fields.DateField(null=True)  # the post has not begun: service begins by itself on this day
    elsewhere = fields.IntField(default=0)
    clinic_id: uuid.UUID
    person_id: uuid.UUID
    site_id: uuid.UUID | None

    class Meta:
        table = "doctor"
        unique_together = (("person", "clinic"),)


def _span(pair: list[str]) -> tuple[time, time] | None:
    return (time.fromisoformat(pair[0]), time.fromisoformat(pair[1])) if pair else None


async def loads(doctors: Iterable[uuid.UUID]) -> dict[uuid.UUID, int]:
    """How many people each doctor serves by the register: attachments in force, and those approved for a coming day.

    `elsewhere` counts people whose attachments are kept in the national register only and were not carried over.
    """
    from models.attachment import Attachment

    wanted = list(doctors)
    rows = (
        await Attachment.filter(doctor_id__in=wanted, state__in=[State.IN_FORCE, State.APPROVED])
        .annotate(n=Count("id"))
        .group_by("doctor_id")
        .values_list("doctor_id", "n")
    )
    counted = {uuid.UUID(str(doctor)): int(n) for doctor, n in rows}
    carried = {one.id: one.elsewhere for one in await Doctor.filter(id__in=wanted)}
    return {one: counted.get(one, 0) + carried.get(one, 0) for one in wanted}


def plain_street(street: str) -> str:
    """A street in the form in which zones are compared: no case, no kind of street, no punctuation."""
    kinds = {"улица", "ул", "көшесі", "көш", "проспект", "пр", "даңғылы", "микрорайон", "мкр", "шағынаудан", "street", "st"}
    letters = "".join(letter if letter.isalnum() or letter == "-" else " " for letter in street.casefold())
    return " ".join(word for word in letters.split() if word not in kinds)


async def site_of(clinic: uuid.UUID, address: dict[str, str]) -> Site | None:
    """The site of a clinic whose zone holds an address, or None when the address is outside the zone."""
    digits = "".join(letter for letter in address.get("house", "") if letter.isdigit()) or "0"
    zone = (
        await Zone.filter(
            site__clinic_id=clinic,
            street=plain_street(address.get("street", "")),
            first_house__lte=int(digits[:6]),
            last_house__gte=int(digits[:6]),
        )
        .prefetch_related("site")
        .first()
    )
    return zone.site if zone else None
