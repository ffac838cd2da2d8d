"""The people of a clinic, for its head and administrator: posts, doctors, sites and the streets of their zones."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

import strawberry

from api.account import Post
from api.case import Impediment, impeding
from api.clinic import Doctor, Site
from api.context import Info
from api.given import KEY, words
from api.ids import decode
from api.names import Language, Role, Specialty
from api.node import Node
from api.problems import Invalid, ProblemCode, from_impediment
from api.root import mutation, payload, query
from api.rows import loads
from api.scalars import IIN
from api.shown import shown
from models import candidate, clock, doctor_change, member, post_change, site_change, texts
from models.account import Post as PostRow
from models.actor import Actor
from models.clinic import plain_street
from models.doctor_change import DoctorFacts
from models.law import Role as RoleOfLaw
from models.law import staffing as law
from models.law.specialty import Specialty as SpecialtyOfLaw
from models.law.staffing import ADMINISTERS
from models.member import Member

LARGEST_NUMBER, LARGEST_HOUSE, LARGEST_LOAD = 999, 9999, 9999


@strawberry.type(description="A post that can be given.")
class GivablePost:
    role: Role = strawberry.field(description="The role.")
    role_text: str = strawberry.field(description="The role in words.")


@strawberry.type(description="A post of a member of staff, as whoever administers the clinic sees it.")
class StaffPost:
    row: strawberry.Private[PostRow]
    post: Post = strawberry.field(description="The post.")
    ended: bool = strawberry.field(description="Whether it is over.")
    ahead: bool = strawberry.field(description="Whether it has not begun.")
    signed_in_on: date | None = strawberry.field(description="The last day on which it was taken up by signing in; null when never.")

    @shown
    async def forbidding(self, info: Info) -> list[Impediment]:
        """Every rule that forbids the caller to end it now; empty when nothing does."""
        found = await post_change.forbidding(info.context.actor, self.row)
        return [impeding(from_impediment(one, info.context.language)) for one in found]


@strawberry.type(description="Somebody who has or had a post at the caller's clinic.")
class StaffMember(Node):
    @shown
    def full_name(self, root: strawberry.Parent[Member]) -> str:
        """Surname, given name, patronymic."""
        return root.person.full_name

    @shown
    def iin_end(self, root: strawberry.Parent[Member]) -> str:
        """The last four digits of the IIN, which tell namesakes apart."""
        return root.person.iin[-4:]

    @shown
    def is_me(self, root: strawberry.Parent[Member], info: Info) -> bool:
        """Whether this is the caller."""
        return root.id == info.context.actor.account

    @shown
    def posts(
        self,
        root: strawberry.Parent[Member],
        id: Annotated[strawberry.ID | None, strawberry.argument(description="Only this one.")] = None,
    ) -> list[StaffPost]:
        """The posts at the clinic; those that are over come last."""
        wanted = decode(id, "Post") if id else None
        return [_post(one, root) for one in root.posts if wanted in (None, one.id)]

    @shown
    def doctor(self, root: strawberry.Parent[Member]) -> Doctor | None:
        """What the clinic says of the person as a doctor; null for who is none."""
        return root.doctor  # type: ignore[return-value]

    @shown
    def elsewhere(self, root: strawberry.Parent[Member]) -> int:
        """How many people attached to the doctor only the national register knows."""
        return root.doctor.elsewhere if root.doctor else 0

    @shown
    def version(self, root: strawberry.Parent[Member]) -> str:
        """The version of what is said of the doctor, which a change names; empty for who is none."""
        return doctor_change.version(root.doctor) if root.doctor else ""


def _post(one: PostRow, whose: Member) -> StaffPost:
    ahead = one.since > clock.today()
    return StaffPost(row=one, post=one, ended=member.ended(one), ahead=ahead, signed_in_on=whose.signed_in.get(one.id))  # type: ignore[arg-type]


StaffMemberPayload = payload(StaffMember, "member")
SitePayload = payload(Site)


@strawberry.input(description="What the clinic says of a new doctor.")
class NewDoctorInput:
    specialty: Specialty = strawberry.field(description="What the doctor is a doctor of.")
    site: strawberry.ID | None = strawberry.field(default=None, description="The site served; whoever people are attached to has one.")
    languages: list[Language] = strawberry.field(description="The languages the doctor speaks.")


@strawberry.input(description="A post for somebody of the register, at the caller's own clinic.")
class GivePostInput:
    idempotency_key: UUID = strawberry.field(description=KEY)
    iin: IIN = strawberry.field(description="To whom, by IIN.")
    role: Role = strawberry.field(description="The role.")
    since: date | None = strawberry.field(default=None, description="Its first day; today when absent.")
    until: date | None = strawberry.field(default=None, description="Its last day; without end when absent.")
    doctor: NewDoctorInput | None = strawberry.field(default=None, description="For a doctor: of what, where, in which languages.")


@strawberry.input(description="A post and the last day on which it is held.")
class EndPostInput:
    id: strawberry.ID = strawberry.field(description="The post's id.")
    until: date | None = strawberry.field(
        default=None, description="Its last day; today, an earlier day or none: it ends at once, with every session in it."
    )


@strawberry.input(description="What the clinic says of a doctor of its own.")
class ChangeDoctorInput:
    id: strawberry.ID = strawberry.field(description="The doctor's id.")
    version: str = strawberry.field(description="The version that was seen: `version` of the member of staff.")
    site: strawberry.ID | None = strawberry.field(default=None, description="The site served, if the doctor has one.")
    languages: list[Language] = strawberry.field(description="The languages the doctor speaks.")
    serving: bool = strawberry.field(description="Whether the doctor serves people.")
    elsewhere: int | None = strawberry.field(default=None, description="People only the national register knows; as before when absent.")


@strawberry.input(description="A new site of the caller's clinic.")
class AddSiteInput:
    number: int = strawberry.field(description=f"Its number, from 1 to {LARGEST_NUMBER}.")


@strawberry.input(description="A street, or houses of it, for the zone of a site.")
class AddZoneInput:
    site: strawberry.ID = strawberry.field(description="The site.")
    street: str = strawberry.field(description="The street or micro-district, without the kind of street.")
    first_house: int = strawberry.field(default=1, description="The first house.")
    last_house: int = strawberry.field(default=LARGEST_HOUSE, description="The last house.")


@strawberry.input(description="A street of a site's zone.")
class RemoveZoneInput:
    id: strawberry.ID = strawberry.field(description="The zone's id.")


@query(*ADMINISTERS, returns=list[StaffMember])
async def staff(
    info: Info,
    role: Annotated[Role | None, strawberry.argument(description="Only those with this post.")] = None,
    former: Annotated[bool, strawberry.argument(description="Those whose posts have all ended, in place of the others.")] = False,
) -> Any:
    """The people of the caller's clinic by name, with their posts."""
    return await member.members(info.context.actor, role, former)


@query(*ADMINISTERS, returns=list[GivablePost])
async def givable_posts(info: Info) -> Any:
    """The posts that the caller gives and ends at the own clinic."""
    language = info.context.language
    found = law.givable(info.context.actor.capacity)
    return [GivablePost(role=one, role_text=texts.text(f"law.role.{one}", language)) for one in found]


@strawberry.type(description="Somebody of the register who is to have a post.")
class StaffCandidate:
    full_name: str = strawberry.field(description="Surname, given name, patronymic.")
    birth_date: date = strawberry.field(description="Day of birth by the state register.")


@query(*ADMINISTERS, returns=StaffCandidate | None)
async def staff_candidate(info: Info, iin: Annotated[IIN, strawberry.argument(description="Individual identification number.")]) -> Any:
    """Who it is that an IIN belongs to, before a post is given. Journalled, and the person sees it; so many people a day and no more."""
    found = await candidate.look_up(info.context.actor, iin)
    return StaffCandidate(full_name=found.full_name, birth_date=found.birth_date)


@query(*ADMINISTERS, returns=list[Site])
async def clinic_sites(info: Info) -> Any:
    """The sites of the caller's own clinic, by number."""
    return await site_change.sites(info.context.actor)


async def _tried(actor: Actor, given: GivePostInput) -> None:
    """A refused act tells of the person as well: what was asked is noted."""
    await candidate.tried(actor, given.iin, RoleOfLaw(given.role))


@mutation(*ADMINISTERS, returns=StaffMemberPayload, refused=_tried)
async def give_post(info: Info, input: GivePostInput) -> Any:
    """Give a post to an adult of the register, who then finds it at the next sign-in; a doctor serves from its first day to its last."""
    since = input.since or clock.today()
    asked = post_change.Asked(input.iin, RoleOfLaw(input.role), since, input.until, _new_doctor(input))
    return await post_change.give(info.context.actor, asked)


@mutation(*ADMINISTERS, returns=StaffMemberPayload)
async def end_post(info: Info, input: EndPostInput) -> Any:
    """End a post; when it ends at once, so does every session in it. Nobody ends an own post, but a head that of doctor."""
    actor = info.context.actor
    found = await member.post_of(actor, decode(input.id, "Post"))
    if found is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    return await post_change.end(actor, found, input.until or clock.today())


@mutation(*ADMINISTERS, returns=StaffMemberPayload)
async def change_doctor(info: Info, input: ChangeDoctorInput) -> Any:
    """Change what the clinic says of a doctor. Whoever is awaited goes on serving until the timetable is changed."""
    if input.elsewhere is not None and not 0 <= input.elsewhere <= LARGEST_LOAD:
        raise Invalid(ProblemCode.INVALID_VALUE, "elsewhere")
    facts = DoctorFacts(
        site=decode(input.site, "Site", "site") if input.site else None, languages=_languages(input.languages, "languages"),
        serving=input.serving, elsewhere=input.elsewhere,
    )  # fmt: skip
    changed = await doctor_change.change(info.context.actor, decode(input.id, "Doctor"), input.version, facts)
    if changed is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    return changed


@mutation(*ADMINISTERS, returns=SitePayload)
async def add_site(info: Info, input: AddSiteInput) -> Any:
    """Add a site to the caller's clinic."""
    if not 1 <= input.number <= LARGEST_NUMBER:
        raise Invalid(ProblemCode.INVALID_VALUE, "number")
    return await site_change.add_site(info.context.actor, input.number)


@mutation(*ADMINISTERS, returns=SitePayload)
async def add_zone(info: Info, input: AddZoneInput) -> Any:
    """Add a street, or houses of it, to the zone of a site; no house of a clinic belongs to two sites."""
    street = words(input.street, "street", 200)
    if not plain_street(street):
        raise Invalid(ProblemCode.REQUIRED, "street")
    if input.last_house > LARGEST_HOUSE:
        raise Invalid(ProblemCode.INVALID_VALUE, "last_house")
    site = decode(input.site, "Site", "site")
    added = await site_change.add_zone(info.context.actor, site, street, input.first_house, input.last_house)
    if added is None:
        raise Invalid(ProblemCode.NOT_FOUND, "site")
    return added


@mutation(*ADMINISTERS, returns=SitePayload)
async def remove_zone(info: Info, input: RemoveZoneInput) -> Any:
    """Remove a street from the zone of a site; whoever is attached stays attached."""
    site = await site_change.remove_zone(info.context.actor, decode(input.id, "Zone"))
    if site is None:
        raise Invalid(ProblemCode.NOT_FOUND, "id")
    return site


def _new_doctor(given: GivePostInput) -> DoctorFacts | None:
    """What is said of a new doctor; a doctor's post cannot be given without it."""
    if RoleOfLaw(given.role) is not RoleOfLaw.DOCTOR:
        return None
    if given.doctor is None:
        raise Invalid(ProblemCode.REQUIRED, "doctor.specialty")
    site = decode(given.doctor.site, "Site", "doctor.site") if given.doctor.site else None
    spoken = _languages(given.doctor.languages, "doctor.languages")
    return DoctorFacts(site=site, languages=spoken, specialty=SpecialtyOfLaw(given.doctor.specialty))


def _languages(given: list[Language], field: str) -> tuple[str, ...]:
    """The languages of a doctor, each once, in the order of the languages."""
    if not given:
        raise Invalid(ProblemCode.REQUIRED, field)
    return tuple(one.value for one in Language if one in given)


async def _load(key: UUID, actor: Actor) -> Member | None:
    return await member.member(actor, key)


loads("StaffMember", Member, _load)
