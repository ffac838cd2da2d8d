"""Entering clinics and their people: from a file that an operator keeps, or for a demonstration. Entering the same again changes it.

[[clinic]]
bin = "260440990019"
kato = "750000000"
phone = "+7 727 000 05 05"
name = { kk = "№ 5 қалалық емхана", ru = "Городская поликлиника № 5", en = "City Polyclinic No. 5" }
address = { kk = "…", ru = "…", en = "…" }
hours = { 0 = ["08:00", "20:00"], 5 = ["09:00", "14:00"] }           # optional; 0 is Monday

[[clinic.site]]
number = 1
streets = [["Сәтбаев", 1, 60], ["Сатпаева", 1, 60]]

[[clinic.staff]]
iin = "…"
surname = "…"
given_name = "…"
birth_date = 1970-04-30
roles = ["HEAD"]                                                     # a doctor also has doctor = "GP", site = 1, served_elsewhere = 0

[[authority]]                                                        # above the clinics of its territory, or of the whole country
bin = "…"
kato = "750000000"                                                   # optional
phone = "…"
name = { kk = "…", ru = "…", en = "…" }
address = { kk = "…", ru = "…", en = "…" }
staff = [{ iin = "…", surname = "…", given_name = "…", birth_date = 1974-03-03 }]
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from models import clock
from models.account import Post, account_of
from models.authority import Authority
from models.clinic import Clinic, Doctor, Site, Zone, plain_street
from models.database import transaction
from models.law import Language, Role
from models.law.person import bin_fault, iin_fault
from models.law.specialty import Specialty
from models.law.territory import TERRITORIES
from models.person import Person, seek_people
from models.search import plain

Street = tuple[str, int, int]
LONGEST_SEARCH = 500


class Unreadable(ValueError):
    """The file says something that cannot be entered; the message names it."""


async def load(text: str) -> list[str]:
    """Enter everything a file says, all of it or nothing; the names of the bodies entered."""
    try:
        asked = tomllib.loads(text)
        async with transaction():
            above = [await _authority_of(one) for one in asked.get("authority", [])]
            return above + [await _clinic_of(one) for one in asked.get("clinic", [])]
    except (KeyError, TypeError, ValueError) as fault:
        raise Unreadable(f"the file cannot be entered: {fault!r}") from fault


async def _authority_of(asked: Mapping[str, Any]) -> str:
    entered = await authority(asked["bin"], asked["name"], asked["address"], asked.get("phone", ""), asked.get("kato", ""))
    for one in asked.get("staff", []):
        someone = await person(one["iin"], one["surname"], one["given_name"], one.get("patronymic", ""), one["birth_date"])
        await post(someone, Role.AUTHORITY, None, authority=entered)
    return entered.name_in(Language.KK)


async def _clinic_of(asked: Mapping[str, Any]) -> str:
    entered = await clinic(
        asked["bin"],
        asked["kato"],
        asked["name"],
        asked["address"],
        asked.get("phone", ""),
        asked.get("fund_contract", True),
        asked.get("hours"),
    )
    for one in asked.get("site", []):
        await site(entered, one["number"], [tuple(street) for street in one.get("streets", [])])
    for one in asked.get("staff", []):
        await _staff_of(entered, one)
    return entered.name_in(Language.KK)


async def _staff_of(clinic: Clinic, asked: Mapping[str, Any]) -> None:
    someone = await person(asked["iin"], asked["surname"], asked["given_name"], asked.get("patronymic", ""), asked["birth_date"])
    for role in asked["roles"]:
        await post(someone, Role(role), clinic, may_sign=asked.get("may_sign", False))
    if "doctor" in asked:
        elsewhere, languages = asked.get("served_elsewhere", 0), asked.get("languages", ["kk", "ru"])
        await doctor(someone, clinic, Specialty(asked["doctor"]), asked["site"], languages, elsewhere)


async def clinic(
    number: str,
    kato: str,
    name: Mapping[str, str],
    address: Mapping[str, str],
    phone: str,
    fund_contract: bool,
    hours: Mapping[str, list[str]] | None = None,
) -> Clinic:
    """A clinic by its BIN, with its names in three languages and its territory."""
    if bin_fault(number) or kato[:2] not in TERRITORIES or set(name) != set(Language) or set(address) != set(Language):
        raise Unreadable(f"clinic {number}: a sound BIN, a known territory, a name and an address in kk, ru and en are needed")
    known = {
        "name": dict(name), "address": dict(address), "kato": kato, "phone": phone, "fund_contract": fund_contract,
        "hours": dict(hours) if hours else None, "search": sought(name, address),
    }  # fmt: skip
    made, _ = await Clinic.update_or_create(defaults=known, bin=number)
    return made


def sought(name: Mapping[str, str], address: Mapping[str, str]) -> str:
    """The words by which a clinic is sought."""
    return plain(" ".join([*name.values(), *address.values()]))[:LONGEST_SEARCH]


async def seek_all() -> int:
    """Give people and clinics entered before the present form of search the words by which they are sought; how many were given them."""
    changed = await seek_people()
    for one in await Clinic.all():
        if one.search != (words := sought(one.name, one.address)):
            changed += await Clinic.filter(id=one.id).update(search=words)
    return changed


async def site(clinic: Clinic, number: int, streets: Iterable[Street]) -> Site:
    """A site of a clinic with the streets of its zone: these and no others."""
    made, _ = await Site.get_or_create(clinic=clinic, number=number)
    await Zone.filter(site=made).delete()
    for street, first, last in streets:
        await Zone.create(site=made, kato=clinic.kato, street=plain_street(street), first_house=first, last_house=last)
    return made


async def person(iin: str, surname: str, given_name: str, patronymic: str, birth_date: date, **known: Any) -> Person:
    """A person by IIN; what the register already knows of somebody is kept."""
    if iin_fault(iin):
        raise Unreadable(f"IIN {iin} of {surname} is not sound")
    names = {"surname": surname, "given_name": given_name, "patronymic": patronymic, "birth_date": birth_date}
    made, _ = await Person.get_or_create(defaults={**names, "recorded_at": clock.now(), **known}, iin=iin)
    return made


async def authority(number: str, name: Mapping[str, str], address: Mapping[str, str], phone: str, kato: str = "") -> Authority:
    """An authorised body by its BIN; without a territory it stands above every clinic that no other stands above."""
    if bin_fault(number) or (kato and kato[:2] not in TERRITORIES) or set(name) != set(Language) or set(address) != set(Language):
        raise Unreadable(f"authority {number}: a sound BIN, a known territory or none, a name and an address in kk, ru and en are needed")
    known = {"name": dict(name), "address": dict(address), "phone": phone, "kato": kato}
    made, _ = await Authority.update_or_create(defaults=known, bin=number)
    return made


async def post(
    someone: Person, role: Role, clinic: Clinic | None, *, authority: Authority | None = None, since: date | None = None,
    may_sign: bool = False,
) -> Post:  # fmt: skip
    """A staff post of a person, at a clinic, at an authorised body, or at neither."""
    account = await account_of(someone)
    known = {"since": since or clock.today(), "may_sign": may_sign, "authority": authority}
    made, _ = await Post.get_or_create(defaults=known, account=account, clinic=clinic, role=role)
    return made


async def doctor(
    someone: Person, clinic: Clinic, specialty: Specialty, site_number: int, languages: Iterable[str], elsewhere: int
) -> Doctor:
    """A doctor of a clinic at a site; `elsewhere` counts people whom only the national register knows."""
    place = await Site.get_or_none(clinic=clinic, number=site_number)
    if place is None:
        raise Unreadable(f"doctor {someone.surname}: the clinic has no site {site_number}")
    known = {"site": place, "specialty": specialty, "languages": list(languages), "elsewhere": elsewhere}
    made, _ = await Doctor.update_or_create(defaults=known, person=someone, clinic=clinic)
    return made
