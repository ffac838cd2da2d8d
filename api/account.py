"""The account: signing in by a signed challenge, capacities, sessions, contacts and messages."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry

from api.appeal import Appeal
from api.appeal_list import AppealFilter
from api.appeal_list import listed_of as listed_of_appeals
from api.appointment import Appointment
from api.appointment_list import AppointmentFilter
from api.appointment_list import listed_of as listed_of_appointments
from api.attachment import Attachment
from api.attachment_list import CaseFilter, listed_of
from api.clinic import Clinic
from api.connection import After, Connection, First, page
from api.consent import Consent
from api.context import Info
from api.given import phone as plain_phone
from api.home_visit import HomeVisit
from api.home_visit_list import HomeVisitFilter
from api.home_visit_list import listed_of as listed_of_home_visits
from api.ids import decode
from api.limits import PAGE
from api.names import Language, Role
from api.node import Node
from api.paths import path_of
from api.person import Patient, person_by_id
from api.problems import Invalid, ProblemCode
from api.representation import Representation
from api.root import ANYONE, mutation, payload, query
from api.rows import loads
from api.scalars import Base64
from api.shown import by_id, shown
from api.signing import SignatureRequestPayload
from models import account as rows
from models import clock, journal, signing_in, texts
from models import consent as consents
from models import outbox as outboxes
from models import representation as representations
from models.actor import NOBODY, Actor
from models.clinic import Clinic as ClinicRow
from models.law import STAFF_ROLES
from models.law import Role as RoleOfLaw

SIGNED_IN = (RoleOfLaw.CITIZEN, *sorted(STAFF_ROLES))


@strawberry.type(description="A role that the account holds, at a clinic where the role belongs to one.")
class Post(Node):
    role: Role = strawberry.field(description="The role.")
    since: date = strawberry.field(description="Its first day.")
    until: date | None = strawberry.field(description="Its last day; null when none is set.")

    @shown
    def role_text(self, root: strawberry.Parent[rows.Post], info: Info) -> str:
        """The role in words."""
        return texts.text(f"law.role.{root.role}", info.context.language)

    @shown
    async def clinic(self, root: strawberry.Parent[rows.Post], info: Info) -> Clinic | None:
        """The clinic, where the role belongs to one."""
        return await info.context.loader(by_id(ClinicRow)).load(root.clinic_id) if root.clinic_id else None


@strawberry.type(description="A sign-in that has not ended.")
class Session(Node):
    begun_at: datetime = strawberry.field(description="When it began.")
    seen_at: datetime = strawberry.field(description="When it was last used, to the minute.")

    @shown
    def current(self, root: strawberry.Parent[rows.Session], info: Info) -> bool:
        """Whether it is the one in use now."""
        return root.id == info.context.actor.session

    @shown
    def program(self, root: strawberry.Parent[rows.Session]) -> bool:
        """Whether it was given to a program, not to a browser."""
        return root.kind is rows.SessionKind.BEARER


@strawberry.type(description="A message to the person, as it stands in the account.")
class Message(Node):
    created_at: datetime = strawberry.field(description="When it was written.")

    @shown
    def link(self, root: strawberry.Parent[outboxes.Message]) -> str:
        """The page of its case, without the language; empty when there is none."""
        name, _, key = root.link.partition(":")
        return path_of(name, UUID(key)) if key else ""

    @shown
    def text(self, root: strawberry.Parent[outboxes.Message], info: Info) -> str:
        """Its words, in the caller's language."""
        return outboxes.words(root, info.context.language)

    @shown
    def about(self, root: strawberry.Parent[outboxes.Message], info: Info) -> str:
        """Of its words the first: the number of the case and for whom it is."""
        return outboxes.parts(root, info.context.language)[0]

    @shown
    def title(self, root: strawberry.Parent[outboxes.Message], info: Info) -> str:
        """Of its words the sentence that says what happened."""
        return outboxes.parts(root, info.context.language)[1]

    @shown
    def rest(self, root: strawberry.Parent[outboxes.Message], info: Info) -> str:
        """Of its words what follows: by when, where, whom to ask; may be empty."""
        return outboxes.parts(root, info.context.language)[2]


@strawberry.type(description="The account of whoever is signed in.")
class Account:
    row: strawberry.Private[Actor]

    @shown
    async def person(self, info: Info) -> Patient:
        """The person."""
        return await info.context.loader(person_by_id).load(self.row.person)  # type: ignore[return-value]

    @shown
    def name(self) -> str:
        """How the person is named in this capacity."""
        return self.row.name

    @shown
    def role(self) -> Role:
        """The capacity in use."""
        assert self.row.role is not None, "an account has a role"
        return self.row.role

    @shown
    def role_text(self, info: Info) -> str:
        """The capacity in words."""
        return texts.text(f"law.role.{self.row.role}", info.context.language)

    @shown
    async def clinic(self, info: Info) -> Clinic | None:
        """The clinic of the capacity in use."""
        return await info.context.loader(by_id(ClinicRow)).load(self.row.clinic) if self.row.clinic else None

    @shown
    async def posts(self) -> list[Post]:
        """The other capacities of the person."""
        return await rows.posts_of(self.row.account) if self.row.account else []  # type: ignore[return-value]

    @shown
    async def sessions(self) -> list[Session]:
        """The sign-ins that have not ended, the latest first."""
        found = await rows.Session.filter(account_id=self.row.account, ended_at=None).order_by("-begun_at").prefetch_related("post")
        return [one for one in found if one.alive(clock.now())]  # type: ignore[misc]

    @shown
    async def messages(self, first: First = PAGE, after: After = None) -> Connection[Message]:
        """Messages to the person, the latest first."""
        found = outboxes.Message.filter(person_id=self.row.person, way=outboxes.Way.ACCOUNT)
        return await page(found, "-created_at", first=first, after=after)  # type: ignore[return-value]

    @shown
    async def attachments(
        self,
        info: Info,
        filter: Annotated[CaseFilter | None, strawberry.argument(description="Which of them; all when absent.")] = None,
        first: First = PAGE,
        after: After = None,
    ) -> Connection[Attachment]:
        """Attachments of the person and of those represented, the latest first; none in a capacity of staff."""
        return await listed_of(info.context.actor, filter, first, after)  # type: ignore[no-any-return]

    @shown
    async def appointments(
        self,
        info: Info,
        filter: Annotated[AppointmentFilter | None, strawberry.argument(description="Which of them; all when absent.")] = None,
        first: First = PAGE,
        after: After = None,
    ) -> Connection[Appointment]:
        """Appointments of the person and of those represented, by the time of the visit; none in a capacity of staff."""
        actor = info.context.actor if info.context.actor.role is RoleOfLaw.CITIZEN else NOBODY
        return await listed_of_appointments(actor, filter, first, after)  # type: ignore[no-any-return]

    @shown
    async def home_visits(
        self,
        info: Info,
        filter: Annotated[HomeVisitFilter | None, strawberry.argument(description="Which of them; all when absent.")] = None,
        first: First = PAGE,
        after: After = None,
    ) -> Connection[HomeVisit]:
        """Calls for the person and for those represented, the latest first; none in a capacity of staff."""
        actor = info.context.actor if info.context.actor.role is RoleOfLaw.CITIZEN else NOBODY
        return await listed_of_home_visits(actor, filter, first, after)  # type: ignore[no-any-return]

    @shown
    async def appeals(
        self,
        info: Info,
        filter: Annotated[AppealFilter | None, strawberry.argument(description="Which of them; all when absent.")] = None,
        first: First = PAGE,
        after: After = None,
    ) -> Connection[Appeal]:
        """Appeals of the person and of those represented, the latest first; none in a capacity of staff."""
        actor = info.context.actor if info.context.actor.role is RoleOfLaw.CITIZEN else NOBODY
        return await listed_of_appeals(actor, filter, first, after)  # type: ignore[no-any-return]

    @shown
    async def represents(self) -> list[Representation]:
        """For whom the person may act."""
        if self.row.role is not RoleOfLaw.CITIZEN:
            return []
        return await representations.Representation.in_force().filter(representative_id=self.row.person).order_by("since", "id")  # type: ignore[return-value]

    @shown
    async def represented_by(self) -> list[Representation]:
        """Who may act for the person."""
        if self.row.role is not RoleOfLaw.CITIZEN:
            return []
        return await representations.Representation.in_force().filter(represented_id=self.row.person).order_by("since", "id")  # type: ignore[return-value]

    @shown
    async def consents(self, info: Info) -> list[Consent]:
        """Consents of the person and of those represented, the latest first."""
        return await consents.Consent.visible_to(info.context.actor).order_by("-given_at").limit(100)  # type: ignore[return-value]


@query(ANYONE, returns=Account | None)
async def me(info: Info) -> Any:
    """Whoever is signed in; null for a visitor and for a partner system."""
    return Account(row=info.context.actor) if info.context.actor.account else None


@strawberry.type(description="A sign-in that has just begun.")
class SignIn:
    token: str = strawberry.field(description="The bearer: kept by nobody but the caller. Browsers get it as a cookie.")
    role: Role = strawberry.field(description="The capacity.")
    name: str = strawberry.field(description="The person.")


SignInPayload = payload(SignIn)


@strawberry.input(description="Nothing needs to be said.")
class StartSignInInput:
    language: Language | None = strawberry.field(default=None, description="The language of the summary; the request's when absent.")


@strawberry.input(description="The signed challenge.")
class SignInInput:
    signature: Base64 = strawberry.field(description="A CMS over the bytes that `startSignIn` gave, by an AUTH or a SIGN certificate.")
    program: bool = strawberry.field(default=False, description="True: a bearer for a program; false: a session that ends when left idle.")


@mutation(ANYONE, returns=SignatureRequestPayload)
async def start_sign_in(info: Info, input: StartSignInInput) -> Any:
    """Ask for a challenge to sign in with: one-time bytes that name this site, void after five minutes."""
    return await signing_in.challenge(info.context.actor)


@mutation(ANYONE, returns=SignInPayload)
async def sign_in(info: Info, input: SignInInput) -> Any:
    """Sign in with a signed challenge: the certificate says who it is, and a challenge is accepted once."""
    kind = rows.SessionKind.BEARER if input.program else rows.SessionKind.BROWSER
    token, name = await signing_in.sign_in(info.context.actor, info.context.signed(input.signature), kind)
    return SignIn(token=token, role=RoleOfLaw.CITIZEN, name=name)


@strawberry.input(description="In which capacity to go on.")
class TakePostInput:
    post: strawberry.ID | None = strawberry.field(default=None, description="The post; absent: as a citizen.")


@mutation(*SIGNED_IN, returns=SignInPayload)
async def take_post(info: Info, input: TakePostInput) -> Any:
    """Go on in another capacity of one's own: a new session begins and the present one ends."""
    actor = info.context.actor
    key = decode(input.post, "Post", "post") if input.post else None
    taken = await signing_in.take_post(actor, key)
    if taken is None:
        raise Invalid(ProblemCode.NOT_FOUND, "post")
    token, role = taken
    return SignIn(token=token, role=role, name=actor.name)


@strawberry.input(description="One session; the present one when absent.")
class EndSessionInput:
    id: strawberry.ID | None = strawberry.field(default=None, description="The session's id.")


AccountPayload = payload(Account)


@mutation(*SIGNED_IN, returns=AccountPayload)
async def end_session(info: Info, input: EndSessionInput) -> Any:
    """Sign out: end the present session, or another of the same account."""
    actor = info.context.actor
    key = decode(input.id, "Session") if input.id else None
    if key and await _session(key, actor) is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    await rows.end(actor, key)
    await journal.record(actor, "session:end", person=actor.person)
    return Account(row=actor)


@strawberry.input(description="How to reach the person.")
class SaveContactsInput:
    phone: str = strawberry.field(description="Phone.")
    email: str = strawberry.field(default="", description="E-mail; empty when there is none.")
    language: Language = strawberry.field(description="The language of messages and documents.")


@mutation(RoleOfLaw.CITIZEN, returns=AccountPayload)
async def save_contacts(info: Info, input: SaveContactsInput) -> Any:
    """Keep one's phone, e-mail and language of messages."""
    email = input.email.strip()
    if email and (email.count("@") != 1 or len(email) > 200 or any(sign.isspace() or not sign.isprintable() for sign in email)):
        raise Invalid(ProblemCode.INVALID_VALUE, "email")
    await signing_in.save_contacts(info.context.actor, plain_phone(input.phone), email, input.language)
    return Account(row=info.context.actor)


async def _post(key: UUID, actor: Actor) -> rows.Post | None:
    return await rows.Post.get_or_none(id=key, account_id=actor.account) if actor.account else None


async def _session(key: UUID, actor: Actor) -> rows.Session | None:
    return await rows.Session.get_or_none(id=key, account_id=actor.account, ended_at=None) if actor.account else None


async def _message(key: UUID, actor: Actor) -> outboxes.Message | None:
    return await outboxes.Message.get_or_none(id=key, person_id=actor.person, way=outboxes.Way.ACCOUNT) if actor.person else None


loads("Post", rows.Post, _post)
loads("Session", rows.Session, _session)
loads("Message", outboxes.Message, _message)
