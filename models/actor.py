"""Who acts: the capacity, person, clinic and channel behind every act and every reading of rows."""

from dataclasses import dataclass, field, replace
from uuid import UUID

from models.law import CLINIC_ROLES, STAFF_ROLES, Channel, Language, Role


@dataclass(frozen=True)
class Actor:
    """One caller of one request. `role` is None for somebody who has not signed in."""

    role: Role | None = None
    account: UUID | None = None
    person: UUID | None = None
    clinic: UUID | None = None
    authority: UUID | None = None
    partner: UUID | None = None
    session: UUID | None = None
    channel: Channel = Channel.PORTAL
    scopes: frozenset[str] = field(default_factory=frozenset)
    name: str = ""
    language: Language = Language.KK
    address: str = ""
    request: str = ""

    @property
    def of_clinic(self) -> bool:
        """Whether the actor works for a clinic and so sees that clinic's cases."""
        return self.role in CLINIC_ROLES and self.clinic is not None

    @property
    def capacity(self) -> Role:
        """As what an act is done and noted. The API lets nobody without a role come as far as an act: what has none is the system's own."""
        return self.role or Role.SYSTEM

    @property
    def staff(self) -> bool:
        return self.role in STAFF_ROLES

    def by(self, channel: Channel) -> "Actor":
        """The same actor on another channel (a registrar at the desk or on the phone)."""
        return replace(self, channel=channel)


NOBODY = Actor()
SYSTEM = Actor(role=Role.SYSTEM, name="Emhana")
