"""A small world of appeals: two clinics and the body above them, their people, two partner systems; acts at the level of the models."""

from datetime import date
from uuid import UUID

from models import account, clock, register, signing
from models.account import Partner
from models.actor import Actor
from models.appeal_facts import Wanted
from models.appeal_filing import ACT
from models.authority import Authority
from models.clinic import Clinic
from models.consent import Consent
from models.database import close, connect
from models.database.migrate import upgrade
from models.demo_data import ALMATY, iin
from models.eds.revocation import Revocation
from models.eds.verify import Signer
from models.law import Channel, Language, Role
from models.law.consent import EDITION
from models.person import Person
from models.representation import Representation

NAMES = {one.value: "№ 1" for one in Language}
SCOPES = frozenset({"appeal:read", "appeal:file"})
# who: role, and where: the first clinic, the second, the body above; "" is a citizen
STAFF: dict[str, tuple[Role, str]] = {
    "registrar": (Role.REGISTRAR, "first"), "officer": (Role.APPEALS_OFFICER, "first"), "head": (Role.HEAD, "first"),
    "deputy": (Role.HEAD, "first"), "other-officer": (Role.APPEALS_OFFICER, "second"), "other-head": (Role.HEAD, "second"),
    "authority": (Role.AUTHORITY, ""), "authority-second": (Role.AUTHORITY, ""),
}  # fmt: skip
CITIZENS = ("citizen", "stranger", "representative")
PARTNERS = ("consented", "unknown")


async def small(url: str) -> None:
    """Two clinics and the body above both, six posts, three citizens, of whom the last may act for the first."""
    await upgrade(url)
    await connect(url)
    clinics = {
        "first": await register.clinic("260440990019", ALMATY, NAMES, NAMES, "", True),
        "second": await register.clinic("260440990029", ALMATY, NAMES, NAMES, "", True),
    }
    above = await register.authority("260440990039", NAMES, NAMES, "")
    people = {}
    for serial, name in enumerate((*STAFF, *CITIZENS)):
        born = date(1980, 1, 1 + serial)
        people[name] = await register.person(iin(born, True, serial), name, "Асан", "", born)
        await account.account_of(people[name])
        role, where = STAFF.get(name, (None, ""))
        if role:
            await register.post(people[name], role, clinics.get(where), authority=None if where else above)
    await Representation.create(
        representative=people["representative"], represented=people["citizen"], right="POWER_OF_ATTORNEY", services=["APPEAL"],
        since=clock.today(), recorded_at=clock.now(),
    )  # fmt: skip
    for name in PARTNERS:
        await account.add_partner(name, sorted(SCOPES))
    await Consent.create(
        person=people["citizen"], given_by=people["citizen"].id, purpose="PARTNER_ACCESS", partner=await Partner.get(name="consented"),
        edition=EDITION, channel="PORTAL", given_at=clock.now(),
    )  # fmt: skip
    await close()


async def actors() -> dict[str, Actor]:
    """Everybody, in every capacity: the head is a citizen too."""
    found = {}
    clinics = {"first": await Clinic.get(bin="260440990019"), "second": await Clinic.get(bin="260440990029")}
    above = await Authority.get()
    for name in (*STAFF, *CITIZENS):
        person = await Person.get(surname=name)
        key = (await account.account_of(person)).id
        citizen = Actor(role=Role.CITIZEN, account=key, person=person.id, name=name)
        if name not in STAFF:
            found[name] = citizen
            continue
        role, where = STAFF[name]
        place = {"clinic": clinics[where].id} if where else {"authority": above.id}
        found[name] = Actor(role=role, account=key, person=person.id, channel=Channel.DESK, name=name, **place)  # type: ignore[arg-type]
        if name == "head":
            found["head-as-citizen"] = citizen
    for name in PARTNERS:
        row = await Partner.get(name=name)
        found[name] = Actor(role=Role.PARTNER, partner=row.id, channel=Channel.PARTNER, scopes=SCOPES, name=name)
    return found


async def signed(actor: Actor, wanted: Wanted, signer: UUID | None = None) -> tuple[dict[str, object], signing.Signed]:
    """A payload, and a proved signature of a person under it: what the reader of signatures gives for a true one."""
    payload: dict[str, object] = {"essence": wanted.essence}
    request = await signing.ask(actor, signing.Purpose.REQUEST, ACT, payload, summary={})
    person = await Person.get(id=signer or actor.person)
    proved = Signer(
        iin=person.iin, bin=None, name="", surname="", patronymic="", organisation="", roles=frozenset(), usage=frozenset({"SIGN"}),
        serial="1", issuer="", not_before=clock.now(), not_after=clock.now(), algorithm="", signing_time=None, revocation=Revocation.GOOD,
        content=bytes(request.content), certificate=b"",
    )  # fmt: skip
    return payload, signing.Signed(b"cms", proved)
