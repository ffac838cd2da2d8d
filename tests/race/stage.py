"""The people of these tests: the demonstration's clinics, enough citizens, and a bearer for everyone who acts."""

from dataclasses import dataclass
from datetime import date, timedelta

from api.ids import encode
from models import clock, demo
from models.account import Account, Post, SessionKind, account_of, begin
from models.clinic import Clinic
from models.demo_data import ALMATY, CLINICS, iin
from models.law import Language, Role
from models.law.representation import Right
from models.person import Person
from models.representation import Representation

HOME = {"kato": ALMATY, "locality": "Алматы", "street": "Сәтбаев", "house": "9", "flat": "31"}
BORN = date(1970, 1, 1)


@dataclass(frozen=True)
class Desk:
    """A clinic: its id at the API, and the bearers of two registrars and two heads (the same one twice where there is one)."""

    clinic: str
    registrars: tuple[str, str]
    heads: tuple[str, str]


@dataclass(frozen=True)
class Citizen:
    """Somebody to be attached: IIN, bearer, and the row's id at the API."""

    iin: str
    token: str
    id: str


@dataclass(frozen=True)
class Stage:
    """Everybody."""

    here: Desk
    there: Desk
    citizens: list[Citizen]

    def desk_of(self, clinic: str) -> Desk:
        return self.here if clinic == self.here.clinic else self.there


async def set_up(citizens: int) -> Stage:
    """Fill the connected database. The clinic here gets a second head, so that two may decide at once."""
    await demo.seed()
    almaty = await Clinic.get(bin=CLINICS[0].bin)
    second = await account_of(await _person(citizens))
    await Post.create(account=second, clinic=almaty, role=Role.HEAD, since=date(2026, 1, 1))
    here = Desk(
        encode("Clinic", almaty.id), (await demo.token("registrar"), await demo.token("registrar2")),
        (await demo.token("head"), await _token_of_post(second)),
    )  # fmt: skip
    other = encode("Clinic", (await Clinic.get(bin=CLINICS[1].bin)).id)
    there = Desk(other, (await demo.token("registrar9"),) * 2, (await demo.token("head9"),) * 2)
    return Stage(here, there, [await _citizen(number) for number in range(citizens)])


async def _token_of_post(account: Account) -> str:
    return await begin(account, SessionKind.BEARER, await Post.get(account=account))


async def _citizen(number: int) -> Citizen:
    person = await _person(number)
    token = await begin(await account_of(person), SessionKind.BEARER)
    return Citizen(person.iin, token, encode("Patient", person.id))


async def _person(number: int) -> Person:
    """An invented person of full age, of whom the register knows an address."""
    born = BORN + timedelta(days=number)
    return await Person.create(
        iin=iin(born, True, 40), surname="Сынақов", given_name="Сынақ", patronymic=str(number), birth_date=born, sex="M",
        address=HOME, phone="+7 700 000 00 00", language=Language.KK, recorded_at=clock.now(),
    )  # fmt: skip


async def parent_of(parent: Citizen, child: Citizen) -> None:
    """One of them may act for the other."""
    await Representation.create(
        representative=await Person.get(iin=parent.iin), represented=await Person.get(iin=child.iin), right=Right.POWER_OF_ATTORNEY,
        services=["ATTACHMENT"], basis="Сенімхат № 1", since=clock.today(), until=clock.today() + timedelta(days=300),
        recorded_at=clock.now(),
    )  # fmt: skip
