"""Accounts, posts, partner systems and their sessions: who a bearer or a cookie speaks for."""

import hashlib
import secrets
import uuid
from datetime import datetime, timedelta
from enum import StrEnum

from tortoise import fields
from tortoise.models import Model

from models import clock
from models.actor import Actor
from models.authority import Authority
from models.clinic import Clinic
from models.database.prepared import Prepared
from models.law import CLINIC_ROLES, STAFF_ROLES, Channel, Language, Role
from models.person import Person

IDLE = {"citizen": timedelta(minutes=30), "staff": timedelta(minutes=15)}
ABSOLUTE = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=1)
PARTNER_KEY = "partner_"  # how the key of a partner system begins; a session's token that began so would be nobody's


class SessionKind(StrEnum):
    """A browser's session ends when left idle; a bearer, given to a program, lives to its absolute end."""

    BROWSER = "BROWSER"
    BEARER = "BEARER"


class Account(Model):
    """A person's account: one for everything the person is, citizen and staff."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    person: fields.OneToOneRelation[Person] = fields.OneToOneField("models.Person", related_name="account", on_delete=fields.RESTRICT)
    opened_at = fields.DatetimeField()
    person_id: uuid.UUID

    class Meta:
        table = "account"


class Post(Model):
    """A role that an account holds, at a clinic or an authorised body where the role belongs to one; ends on `until`."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("models.Account", related_name="posts", on_delete=fields.RESTRICT)
    clinic: fields.ForeignKeyNullableRelation[Clinic] = fields.ForeignKeyField(
        "models.Clinic", related_name="posts", null=True, on_delete=fields.RESTRICT
    )
    authority: fields.ForeignKeyNullableRelation[Authority] = fields.ForeignKeyField(
        "models.Authority", related_name="posts", null=True, on_delete=fields.RESTRICT
    )
    role = fields.CharEnumField(Role, max_length=20)
    may_sign = fields.BooleanField(default=False)
    since = fields.DateField()
    until = fields.DateField(null=True)
    account_id: uuid.UUID
    clinic_id: uuid.UUID | None
    authority_id: uuid.UUID | None

    class Meta:
        table = "post"
        unique_together = (("account", "clinic", "role"),)

    @property
    def in_force(self) -> bool:
        today = clock.today()
        return self.since <= today and (self.until is None or today <= self.until)


class Partner(Model):
    """A partner system: its key is kept hashed, and its scopes say what it may ask for."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    name = fields.CharField(max_length=200)
    key_hash = fields.CharField(max_length=64, unique=True)
    scopes: list[str] = fields.JSONField(default=list)
    created_at = fields.DatetimeField()
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "partner"


class Session(Model):
    """A sign-in that has not ended: the token is kept hashed; `post` is the capacity chosen, None for a citizen."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    token_hash = fields.CharField(max_length=64, unique=True)
    kind = fields.CharEnumField(SessionKind, max_length=10)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="sessions", on_delete=fields.CASCADE
    )
    post: fields.ForeignKeyNullableRelation[Post] = fields.ForeignKeyField(
        "models.Post", related_name="sessions", null=True, on_delete=fields.CASCADE
    )
    begun_at = fields.DatetimeField()
    seen_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)
    account_id: uuid.UUID
    post_id: uuid.UUID | None

    class Meta:
        table = "session"

    def alive(self, at: datetime) -> bool:
        """Twelve hours at most; a browser left idle ends after 30 minutes, a member of staff's after 15."""
        if self.ended_at or at >= self.begun_at + ABSOLUTE:
            return False
        idle = IDLE["staff" if self.post_id else "citizen"]
        return self.kind is SessionKind.BEARER or at < self.seen_at + idle


_SESSION = Prepared(lambda token_hash: Session.filter(token_hash=token_hash).select_related("account__person", "post"), str)
_PARTNER = Prepared(lambda key_hash: Partner.filter(key_hash=key_hash, revoked_at=None), str)


def hashed(token: str) -> str:
    """How tokens and keys are kept: SHA-256, enough for secrets of 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


async def account_of(person: Person) -> Account:
    """The account of a person, opened at the first sign-in."""
    account, _ = await Account.get_or_create(person=person, defaults={"opened_at": clock.now()})
    return account


async def begin(account: Account, kind: SessionKind, post: Post | None = None, since: datetime | None = None) -> str:
    """A new session's token, kept nowhere; `since` is when the person signed in, if that was earlier."""
    token, now = secrets.token_urlsafe(32), clock.now()
    await Session.create(token_hash=hashed(token), kind=kind, account=account, post=post, begun_at=since or now, seen_at=now)
    return token


async def actor_of_token(token: str, quiet: bool = False, bearer: bool = False) -> Actor | None:
    """Who a cookie or bearer speaks for: a person in a capacity, or a partner system; None when it is nobody's or ended.

    What an open page asks by itself (`quiet`) keeps no session alive; a cookie is no `bearer`.
    """
    if token.startswith(PARTNER_KEY):
        return await _partner_of(token)
    session = await _SESSION.one(hashed(token))
    if session is None or (bearer and session.kind is SessionKind.BROWSER):
        return None
    now = clock.now()
    if not session.alive(now) or (session.post and not session.post.in_force):
        return None
    if not quiet and now - session.seen_at >= SEEN_EVERY:
        await Session.filter(id=session.id).update(seen_at=now)
    person = session.account.person
    return Actor(
        role=session.post.role if session.post else Role.CITIZEN,
        account=session.account_id,
        person=person.id,
        clinic=session.post.clinic_id if session.post else None,
        authority=session.post.authority_id if session.post else None,
        session=session.id,
        channel=Channel.DESK if session.post and session.post.role in CLINIC_ROLES else Channel.PORTAL,
        name=person.short_name if session.post else person.full_name,
        language=Language(person.language),
    )


async def actor_of_bearer(token: str) -> Actor | None:
    """Who a bearer of the API speaks for; the cookie of a browser's session is none."""
    return await actor_of_token(token, bearer=True)


async def _partner_of(key: str) -> Actor | None:
    partner = await _PARTNER.one(hashed(key))
    if partner is None:
        return None
    return Actor(role=Role.PARTNER, partner=partner.id, channel=Channel.PARTNER, scopes=frozenset(partner.scopes), name=partner.name)


async def posts_of(account: uuid.UUID) -> list[Post]:
    """The posts in force of an account, staff roles only."""
    found = await Post.filter(account_id=account, role__in=list(STAFF_ROLES)).prefetch_related("clinic").order_by("role")
    return [post for post in found if post.in_force]


async def end(actor: Actor, session: uuid.UUID | None = None) -> None:
    """End a session of one's own: the present one, or another of the same account."""
    await Session.filter(id=session or actor.session, account_id=actor.account, ended_at=None).update(ended_at=clock.now())


SCOPES = (
    "attachment:read", "attachment:submit", "appointment:read", "appointment:book", "home_visit:read", "home_visit:call",
    "appeal:read", "appeal:file",
)  # fmt: skip


async def add_partner(name: str, scopes: list[str]) -> str:
    """Register a partner system; its key is shown once and kept hashed. A scope that does not exist is a LookupError."""
    unknown = sorted(set(scopes) - set(SCOPES))
    if unknown:
        raise LookupError(f"there is no scope {', '.join(unknown)}: the scopes are {', '.join(SCOPES)}")
    key = PARTNER_KEY + secrets.token_urlsafe(32)
    await Partner.create(name=name, key_hash=hashed(key), scopes=scopes, created_at=clock.now())
    return key
