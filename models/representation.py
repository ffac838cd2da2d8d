"""Who may act for whom: parents and guardians of children and wards, and holders of a power of attorney (product, section 3.5)."""

import uuid
from datetime import date

from tortoise import fields
from tortoise.expressions import Q, RawSQL, Subquery
from tortoise.models import Model
from tortoise.queryset import QuerySet

from models import clock, journal
from models.actor import Actor
from models.law import Role, Service, forbid
from models.law import representation as law
from models.law.person import ADULT_AGE, full_years
from models.law.representation import Right
from models.person import Person


class Representation(Model):
    """One person's right to act for another, within services and to a day. Ended at once when either side or a registrar ends it."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    representative: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="represents", on_delete=fields.RESTRICT
    )
    represented: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="represented_by", on_delete=fields.RESTRICT
    )
    right = fields.CharEnumField(Right, max_length=20)
    services: list[str] = fields.JSONField(default=list)
    basis = fields.CharField(max_length=300, default="")
    since = fields.DateField()
    until = fields.DateField(null=True)
    recorded_at = fields.DatetimeField()
    recorded_by = fields.UUIDField(null=True)
    ended_at = fields.DatetimeField(null=True)
    representative_id: uuid.UUID
    represented_id: uuid.UUID

    class Meta:
        table = "representation"

    @classmethod
    def in_force(cls, day: date | None = None) -> "QuerySet[Representation]":
        """Those in force on a day; a parent's right ends by itself on the day the child is of age."""
        day = day or clock.today()
        lasting = Q(until=None) | Q(until__gte=day)
        minor = ~Q(right=Right.PARENT) | Q(represented__birth_date__gt=of_age_since(day))
        return cls.filter(lasting, minor, since__lte=day, ended_at=None)

    @classmethod
    def visible_to(cls, actor: Actor) -> "QuerySet[Representation]":
        """Either side sees it while it is in force; a registrar sees those of people at the desk."""
        if actor.role is Role.REGISTRAR:
            return cls.all()
        if actor.role is not Role.CITIZEN:
            return cls.filter(id=None)
        return cls.in_force().filter(Q(representative_id=actor.person) | Q(represented_id=actor.person))

    def covers(self, service: Service | None) -> bool:
        """Parents and guardians act in everything; a power of attorney in the services it names (None: in some service)."""
        return self.right is not Right.POWER_OF_ATTORNEY or (service.value in self.services if service else bool(self.services))


def represented_by(person: uuid.UUID | None, service: Service | None) -> Subquery:
    """The ids of those for whom a person may act in a service today, for use in `person_id__in`.

    None stands for any service: the right covers at least one. It is for what belongs to no service: the person, not the cases.
    """
    held = Representation.in_force().filter(representative_id=person)
    named = f'"{service}"' if service else '"'
    covering = held.annotate(named=RawSQL("CAST(services AS TEXT)")).filter(~Q(right=Right.POWER_OF_ATTORNEY) | Q(named__contains=named))
    return Subquery(covering.values("represented_id"))


def of_age_since(day: date) -> date:
    """Whoever was born on this day or before is of age on `day` (Civil Code, article 17)."""
    year = day.year - ADULT_AGE.on(day)
    return date(year, 2, 28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


async def right_of(person: uuid.UUID | None, patient: uuid.UUID, service: Service | None) -> Right | None:
    """By what right a person acts for a patient in a service today (None: in some service), or None."""
    if person is None:
        return None
    if person == patient:
        return Right.SELF
    for one in await Representation.in_force().filter(representative_id=person, represented_id=patient):
        if one.covers(service):
            return one.right
    return None


async def record(
    actor: Actor, representative: Person, represented: Person, right: Right, *, services: list[Service], basis: str,
    since: date | None = None, until: date | None = None,
) -> Representation:  # fmt: skip
    """Enter a right to act for another, by the document seen at the desk."""
    today = clock.today()
    found = law.impediments(
        law.Facts(
            right=right, same_person=representative.id == represented.id, basis=basis, since=since or today, until=until,
            services=len(services), own=actor.person in (representative.id, represented.id),
            representative_age=full_years(representative.birth_date, today), represented_age=full_years(represented.birth_date, today),
        )
    )  # fmt: skip
    forbid(found)
    made = await Representation.create(
        representative=representative, represented=represented, right=right, services=[one.value for one in services], basis=basis,
        since=since or clock.today(), until=until, recorded_at=clock.now(), recorded_by=actor.account,
    )  # fmt: skip
    await journal.record(actor, "representation:record", person=represented.id, right=right, representative=str(representative.id))
    return made


async def end(actor: Actor, one: Representation) -> Representation:
    """End a right to act at once: by either side, or by a registrar."""
    if one.ended_at is None:
        one.ended_at = clock.now()
        await one.save(update_fields=["ended_at"])
        await journal.record(actor, "representation:end", person=one.represented_id, representative=str(one.representative_id))
    return one
