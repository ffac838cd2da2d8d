"""Appeals: one row from the receipt to the answer, and who may see it. Nothing and nobody deletes one, or changes its receipt."""

import uuid
from datetime import date, datetime
from typing import Any, ClassVar

from tortoise import fields
from tortoise.expressions import Q, Subquery
from tortoise.models import Model
from tortoise.queryset import QuerySet

from models import clock
from models.account import Partner
from models.actor import Actor
from models.authority import Authority
from models.case import CASES
from models.clinic import Clinic
from models.consent import consented_to
from models.law import Channel, Language, Role, Service
from models.law import appeal as law
from models.law import appeal_rules as rules
from models.law.appeal import AnswerWay, Body, Clock, ForwardGround, Kind, LeaveGround, Outcome, Requirement, State, Subject
from models.law.appeal_rules import Seat
from models.law.representation import Right
from models.person import Person
from models.representation import represented_by, right_of

Kept = dict[str, Any]


class Appeal(Model):
    """One appeal at one body: the authorised body where `authority` is named, otherwise the clinic. Sent on, it is another appeal there.

    `clinic` is the clinic that has it, or whose act the authorised body looks at. `person` is empty where nobody of the register
    appeals: without an IIN, or without a name. `register_number` is its line in the body's register of the year, without gaps.
    `facts` are those of the case complained about, as they were on the day; `accused` are those about whom it complains.
    """

    service: ClassVar[Service] = Service.APPEAL

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    number = fields.CharField(max_length=30, unique=True)
    register_year = fields.IntField()
    register_number = fields.IntField()
    state = fields.CharEnumField(State, max_length=20)
    version = fields.IntField(default=0)
    kind = fields.CharEnumField(Kind, max_length=20)
    subject = fields.CharEnumField(Subject, max_length=20)
    clinic: fields.ForeignKeyRelation[Clinic] = fields.ForeignKeyField("models.Clinic", related_name="appeals", on_delete=fields.RESTRICT)
    authority: fields.ForeignKeyNullableRelation[Authority] = fields.ForeignKeyField(
        "models.Authority", related_name="appeals", null=True, on_delete=fields.RESTRICT
    )
    # who appeals
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="appeals", null=True, on_delete=fields.RESTRICT
    )
    applicant: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="filed_appeals", null=True, on_delete=fields.RESTRICT
    )
    applicant_right = fields.CharEnumField(Right, max_length=20, default=Right.SELF)
    name = fields.CharField(max_length=200, default="")
    iin = fields.CharField(max_length=12, default="")
    bin = fields.CharField(max_length=12, default="")
    postal_address = fields.CharField(max_length=300, default="")
    phone = fields.CharField(max_length=20, default="")
    language = fields.CharEnumField(Language, max_length=2)
    answer_ways = fields.CharField(max_length=60, default="")
    # the receipt
    channel = fields.CharEnumField(Channel, max_length=10)
    partner: fields.ForeignKeyNullableRelation[Partner] = fields.ForeignKeyField(
        "models.Partner", related_name="appeals", null=True, on_delete=fields.RESTRICT
    )
    registrar_id = fields.UUIDField(null=True)
    received_by = fields.CharField(max_length=200)
    received_role = fields.CharEnumField(Role, max_length=20)
    identity_seen = fields.CharField(max_length=200, default="")
    signature_id = fields.UUIDField(null=True)
    submitted_at = fields.DatetimeField()
    entered_at = fields.DatetimeField()
    registered_at = fields.DatetimeField()
    # what is said
    essence = fields.TextField(default="")
    oral = fields.BooleanField(default=False)
    crime = fields.BooleanField(default=False)
    about_service = fields.CharEnumField(Service, max_length=20, null=True)
    about_id = fields.UUIDField(null=True)
    about_number = fields.CharField(max_length=30, default="")
    facts: Kept = fields.JSONField(default=dict)
    accused: list[dict[str, str]] = fields.JSONField(default=list)
    accused_note = fields.TextField(default="")  # why nobody of the staff is meant by the person's words
    complained_of = fields.CharField(max_length=300, default="")
    learned_on = fields.DateField(null=True)
    late = fields.BooleanField(default=False)
    restore_words = fields.TextField(default="")
    restored = fields.BooleanField(null=True)
    # the chain
    origin_id = fields.UUIDField(null=True, db_index=True)  # the appeal that was sent on to this body
    part = fields.TextField(default="")
    forward_ground = fields.CharEnumField(ForwardGround, max_length=20, null=True)
    forward_words = fields.TextField(default="")
    # the clock
    due_on = fields.DateField()
    first_due_on = fields.DateField()
    latest_on = fields.DateField()
    forward_by = fields.DateField()
    lapsed_at = fields.DatetimeField(null=True)
    registration_late_at = fields.DatetimeField(null=True)
    forwarding_late_at = fields.DatetimeField(null=True)
    # handling
    executor_id = fields.UUIDField(null=True)
    executor = fields.CharField(max_length=200, default="")
    requirements = fields.CharField(max_length=200, default="")
    correction_words = fields.TextField(default="")
    correct_by = fields.DateField(null=True)
    correction_given = fields.TextField(default="")  # apart from the essence, which the person has signed
    corrected_at = fields.DatetimeField(null=True)
    correction_missed = fields.BooleanField(default=False)
    extended_at = fields.DatetimeField(null=True)
    extension_words = fields.TextField(default="")
    notice_by = fields.DateField(null=True)
    noticed_at = fields.DatetimeField(null=True)
    notice_words = fields.CharField(max_length=300, default="")
    notice_late_at = fields.DatetimeField(null=True)
    proposed_outcome = fields.CharEnumField(Outcome, max_length=20, null=True)
    proposed_words = fields.TextField(default="")
    shown_at = fields.DatetimeField(null=True)
    object_by = fields.DateField(null=True)
    objection = fields.TextField(default="")
    objected_at = fields.DatetimeField(null=True)
    hearing: Kept = fields.JSONField(default=dict)
    protocol: Kept = fields.JSONField(default=dict)
    case_words = fields.TextField(default="")
    case_requested_at = fields.DatetimeField(null=True)
    case_by = fields.DateField(null=True)
    case_answer = fields.TextField(default="")
    case_given_at = fields.DatetimeField(null=True)
    case_late_at = fields.DatetimeField(null=True)
    earlier: list[Kept] = fields.JSONField(default=list)  # preliminary decisions and hearings before the present ones
    # the end
    outcome = fields.CharEnumField(Outcome, max_length=20, null=True)
    leave_ground = fields.CharEnumField(LeaveGround, max_length=20, null=True)
    reasons = fields.TextField(default="")
    decision_law = fields.TextField(default="")
    decided_by = fields.CharField(max_length=200, default="")
    decided_role = fields.CharEnumField(Role, max_length=20, null=True)
    ended_at = fields.DatetimeField(null=True)
    answered_at = fields.DatetimeField(null=True)
    answer_words = fields.CharField(max_length=300, default="")

    person_id: uuid.UUID | None
    clinic_id: uuid.UUID
    authority_id: uuid.UUID | None
    sent: "Appeal | None" = None  # the case that the act being done has opened at another body
    near: bool = False  # whether whoever asks may act for the person; known once `looked_at`
    applicant_id: uuid.UUID | None
    partner_id: uuid.UUID | None

    class Meta:
        table = "appeal"
        indexes = [
            ("clinic_id", "state", "due_on"),
            ("authority_id", "state", "due_on"),
            ("clinic_id", "submitted_at", "id"),
            ("authority_id", "submitted_at", "id"),
            ("person_id", "submitted_at"),
            ("about_id",),
            ("state", "due_on"),
        ]

    @classmethod
    def visible_to(cls, actor: Actor) -> "QuerySet[Appeal]":
        """The person and whoever represents the person in appeals today; the body that has it; the body whose act a case above is
        about, once the case was sent on, asked for or decided; the body above, which sees the cases behind its own; whoever entered
        it at a desk; the partner that filed it, or may read and has consent."""
        if actor.role is Role.SYSTEM:
            return cls.all()
        if actor.role is Role.CITIZEN:
            return cls.filter(Q(person_id=actor.person) | Q(person_id__in=represented_by(actor.person, Service.APPEAL)))
        if actor.role is Role.REGISTRAR and actor.clinic:
            return cls.filter(clinic_id=actor.clinic, registrar_id=actor.account)
        if actor.role in (Role.HEAD, Role.APPEALS_OFFICER) and actor.clinic:
            known = Q(origin_id__not_isnull=True) | Q(case_requested_at__not_isnull=True) | Q(state=State.DECIDED)
            return cls.filter(Q(clinic_id=actor.clinic) & (Q(authority_id=None) | known))
        if actor.role is Role.AUTHORITY and actor.authority:
            own = cls.filter(authority_id=actor.authority)
            behind = Q(id__in=Subquery(own.values("origin_id"))) | Q(id__in=Subquery(own.values("about_id")))
            return cls.filter(Q(authority_id=actor.authority) | behind)
        if actor.role is Role.PARTNER and "appeal:read" in actor.scopes:
            return cls.filter(cls._own(actor) | Q(person_id__in=consented_to(actor.partner)))
        if actor.role is Role.PARTNER and "appeal:file" in actor.scopes:
            return cls.filter(cls._own(actor))
        return cls.filter(id=None)

    @staticmethod
    def _own(actor: Actor) -> Q:
        """What a partner system filed: with a signature that stands, or while the consent behind it does."""
        return Q(partner_id=actor.partner) & (Q(signature_id__not_isnull=True) | Q(person_id__in=consented_to(actor.partner)))

    @property
    def body(self) -> Body:
        """Which body has it."""
        return Body.AUTHORITY if self.authority_id else Body.CLINIC

    @property
    def clock(self) -> Clock:
        return law.CLOCKS[self.kind, self.body]

    @property
    def accepted_at(self) -> datetime:
        """When it counts as accepted: the registration, on the day of receipt or the next working day."""
        return self.registered_at

    @property
    def due_at(self) -> datetime | None:
        """The moment at which the term of the answer ends; None when no answer is owed."""
        return rules.due_at(self.state, self.due_on)

    @property
    def ways(self) -> list[AnswerWay]:
        return [AnswerWay(one) for one in self.answer_ways.split()]

    @property
    def anonymous(self) -> bool:
        """Whether nobody knows who appeals: neither a person nor a name, and no number to ask by."""
        return not (self.person_id or self.name or self.iin or self.bin)

    @property
    def accused_unnamed(self) -> bool:
        """Whether it complains of somebody in words, and nobody has said who that is, or that nobody of the staff is meant."""
        return bool(self.complained_of.strip()) and not (self.accused or self.accused_note)

    @property
    def notice_owed(self) -> bool:
        """Whether somebody must still be told of an extension: there is no account to tell it in."""
        return self.extended_at is not None and self.noticed_at is None and not self.anonymous

    async def looked_at(self, actor: Actor) -> None:
        """Know whether somebody in a post may act for the person: a parent does not decide what a child appeals for."""
        self.near = bool(actor.staff and self.person_id and await right_of(actor.person, self.person_id, Service.APPEAL))

    def appealed_by(self, person: uuid.UUID | None) -> bool:
        """Whether somebody appeals here: as the person, or on the person's behalf."""
        return person is not None and person in (self.person_id, self.applicant_id)

    def complains_of(self, person: uuid.UUID | None) -> bool:
        """Whether somebody is among those complained about."""
        return person is not None and any(one.get("person") == str(person) for one in self.accused)

    def may_execute(self, person: uuid.UUID) -> bool:
        """Whether somebody of the body can execute it: not who is complained about, nor who appeals."""
        return not (self.complains_of(person) or self.appealed_by(person))

    def seat_of(self, actor: Actor) -> Seat:
        """In which place an actor stands to it."""
        if actor.role in (Role.CITIZEN, Role.PARTNER, Role.REGISTRAR):
            return Seat.APPELLANT
        if actor.role is Role.SYSTEM:
            return Seat.BODY
        if actor.role is Role.AUTHORITY:
            return Seat.BODY if self.authority_id and self.authority_id == actor.authority else Seat.OTHER
        if actor.of_clinic and actor.clinic == self.clinic_id:
            return Seat.RESPONDENT if self.authority_id else Seat.BODY
        return Seat.OTHER

    def standing(self, actor: Actor) -> rules.Standing:
        """What decides which acts are open to an actor. Those complained about do nothing in any post; as citizens they still stand by
        what they have filed."""
        seat = self.seat_of(actor)
        return rules.Standing(
            state=self.state, kind=self.kind, body=self.body, seat=seat, due_on=self.due_on, latest_on=self.latest_on,
            accused=self.complains_of(actor.person) and not (actor.role is Role.CITIZEN and self.appealed_by(actor.person)),
            own=seat in (Seat.BODY, Seat.RESPONDENT) and (self.near or self.appealed_by(actor.person)), anybody_accused=bool(self.accused),
            extended=self.extended_at is not None, notice_owed=self.notice_owed, shown_on=_day(self.shown_at),
            proposed=self.proposed_outcome, objected=self.objected_at is not None, anonymous=self.anonymous, crime=self.crime,
            correction_missed=self.correction_missed, late=self.late, answered=self.answered_at is not None,
            signed=self.signature_id is not None, essence_asked=Requirement.ESSENCE in self.requirements.split(),
            accused_unnamed=self.accused_unnamed,
            appointed_at=datetime.fromisoformat(self.hearing["at"]) if self.hearing else None,
            case_requested=self.case_requested_at is not None, case_given=self.case_given_at is not None,
            lapsed=self.lapsed_at is not None or self.due_on < clock.today(),  # also before the clock has come round to it
        )  # fmt: skip


def _day(moment: datetime | None) -> date | None:
    return clock.local(moment).date() if moment else None


CASES[Service.APPEAL] = Appeal
