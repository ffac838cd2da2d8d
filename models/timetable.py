"""The doctors' timetable: weekly receptions, absences, and the slots opened from them, one for each time of a doctor."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime, time

from tortoise import fields
from tortoise.models import Model

from models.clinic import Clinic, Doctor
from models.database.indexes import UniqueWhere
from models.law.appointment import VisitReason
from models.law.specialty import Specialty
from models.law.timetable import SHORTEST_ABSENCE
from models.law.timetable import SlotState as SlotState


class Reception(Model):
    """A weekly reception of a doctor: weekday (Monday is 0), hours, room, slot length in minutes, kinds of visit, first and last day.

    A reception of one day (`since` = `until`) is an extra one. `reasons` are names of VisitReason between spaces.
    """

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    clinic: fields.ForeignKeyRelation[Clinic] = fields.ForeignKeyField(
        "models.Clinic", related_name="receptions", on_delete=fields.RESTRICT
    )
    doctor: fields.ForeignKeyRelation[Doctor] = fields.ForeignKeyField(
        "models.Doctor", related_name="receptions", on_delete=fields.RESTRICT
    )
    weekday = fields.IntField()
    begins_minute = fields.IntField()
    ends_minute = fields.IntField()
    minutes = fields.IntField()
    room = fields.CharField(max_length=20)
    reasons = fields.CharField(max_length=100)
    since = fields.DateField()
    until = fields.DateField(null=True)
    recorded_at = fields.DatetimeField()
    clinic_id: uuid.UUID
    doctor_id: uuid.UUID

    class Meta:
        table = "reception"
        indexes = [("clinic_id", "weekday")]

    @property
    def begins(self) -> time:
        return _time(self.begins_minute)

    @property
    def ends(self) -> time:
        return _time(self.ends_minute)


class Absence(Model):
    """A doctor is absent from one moment to another; ended early when the doctor comes back."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    clinic: fields.ForeignKeyRelation[Clinic] = fields.ForeignKeyField("models.Clinic", related_name="absences", on_delete=fields.RESTRICT)
    doctor: fields.ForeignKeyRelation[Doctor] = fields.ForeignKeyField("models.Doctor", related_name="absences", on_delete=fields.RESTRICT)
    since = fields.DatetimeField()
    until = fields.DatetimeField()
    reason = fields.CharField(max_length=300, default="")
    recorded_at = fields.DatetimeField()
    clinic_id: uuid.UUID
    doctor_id: uuid.UUID

    class Meta:
        table = "absence"
        indexes = [("doctor_id", "until")]

    @property
    def takes_place(self) -> bool:
        """Whether it takes any time: one that was ended before it began has only the length that a row must have."""
        return self.until - self.since > SHORTEST_ABSENCE


class Slot(Model):
    """One time of a doctor. BOOKED is taken by an appointment; CLOSED is not given to anybody.

    `withdrawn` tells a time that the clinic closed for one appointment from those that the timetable closed: it stays closed.
    """

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    clinic: fields.ForeignKeyRelation[Clinic] = fields.ForeignKeyField("models.Clinic", related_name="slots", on_delete=fields.RESTRICT)
    doctor: fields.ForeignKeyRelation[Doctor] = fields.ForeignKeyField("models.Doctor", related_name="slots", on_delete=fields.RESTRICT)
    reception: fields.ForeignKeyRelation[Reception] = fields.ForeignKeyField(
        "models.Reception", related_name="slots", on_delete=fields.RESTRICT
    )
    specialty = fields.CharEnumField(Specialty, max_length=20)
    room = fields.CharField(max_length=20)
    reasons = fields.CharField(max_length=100)
    day = fields.DateField()
    starts_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()
    state = fields.CharEnumField(SlotState, max_length=10)
    withdrawn = fields.BooleanField(default=False)
    holds_noted: Sequence[object] | None = None  # what was read of its holds since it was locked
    clinic_id: uuid.UUID
    doctor_id: uuid.UUID
    reception_id: uuid.UUID

    class Meta:
        table = "slot"
        indexes = [
            UniqueWhere(fields=("doctor_id", "starts_at"), name="uq_slot_doctor", where="state <> 'CLOSED'"),
            UniqueWhere(fields=("clinic_id", "room", "starts_at"), name="uq_slot_room", where="state <> 'CLOSED'"),
            ("clinic_id", "specialty", "state", "starts_at"),
            ("doctor_id", "day"),
        ]


def _time(minute: int) -> time:
    return time(minute // 60, minute % 60)


def minute_of(moment: time) -> int:
    """A time of day as minutes from midnight."""
    return moment.hour * 60 + moment.minute


def reasons_text(reasons: "list[VisitReason] | tuple[VisitReason, ...]") -> str:
    """Kinds of visit as they are kept: in the order of the law's list."""
    return " ".join(one for one in VisitReason if one in reasons)


def reasons_of(row: Reception | Slot) -> list[VisitReason]:
    """Kinds of visit of a reception or slot."""
    return [VisitReason(one) for one in row.reasons.split()]


def any_reason(slot: Slot) -> VisitReason:
    """What the visit is for is asked after the time is chosen: any that the slot is open for will do until then."""
    return VisitReason(slot.reasons.split()[0])


async def receptions_of(doctors: list[uuid.UUID], first: date, last: date) -> list[Reception]:
    """The receptions of doctors that hold on some day between two."""
    found = await Reception.filter(doctor_id__in=doctors, since__lte=last).order_by("weekday", "begins_minute")
    return [one for one in found if one.until is None or one.until >= first]


async def absences_of(doctors: list[uuid.UUID], first: datetime) -> list[Absence]:
    """The absences of doctors that have not ended by a moment."""
    found = await Absence.filter(doctor_id__in=doctors, until__gt=first).order_by("since")
    return [one for one in found if one.takes_place]
