"""Entering clinics and their people from a file."""

import pytest

from models import register
from models.account import Post
from models.clinic import Clinic, Doctor, Site, site_of
from models.law import Role
from models.person import Person

FILE = """
[[clinic]]
bin = "260440990019"
kato = "750000000"
phone = "+7 727 000 05 05"
name = { kk = "№ 5 қалалық емхана", ru = "Городская поликлиника № 5", en = "City Polyclinic No. 5" }
address = { kk = "Сәтбаев, 30", ru = "Сатпаева, 30", en = "30 Satpayev St" }
hours = { 0 = ["08:00", "20:00"], 5 = ["09:00", "14:00"] }

[[clinic.site]]
number = 1
streets = [["Сәтбаев көшесі", 1, 60]]

[[clinic.staff]]
iin = "850312399011"
surname = "Асанов"
given_name = "Асан"
birth_date = 1985-03-12
roles = ["HEAD", "DOCTOR"]
doctor = "GP"
site = 1
"""


async def test_a_clinic_is_entered_with_its_sites_doctors_and_staff(database: object) -> None:
    assert await register.load(FILE) == ["№ 5 қалалық емхана"]
    clinic = await Clinic.get(bin="260440990019")
    assert {post.role for post in await Post.filter(clinic=clinic)} == {Role.HEAD, Role.DOCTOR}
    assert (await Doctor.get(clinic=clinic)).site_id == (await Site.get(clinic=clinic)).id
    assert await site_of(clinic.id, {"street": "ул. Сәтбаев", "house": "9"}) is not None
    assert clinic.working_hours().week[5][1].hour == 14


async def test_the_same_file_entered_again_changes_nothing(database: object) -> None:
    await register.load(FILE)
    await register.load(FILE)
    assert [await table.all().count() for table in (Clinic, Site, Doctor, Post, Person)] == [1, 1, 1, 2, 1]


@pytest.mark.parametrize(
    "wrong",
    [
        FILE.replace("260440990019", "260440990018"),
        FILE.replace("850312399011", "850312399012"),
        FILE.replace('"HEAD"', '"KING"'),
        FILE.replace("site = 1", "site = 7"),
        FILE.replace("number = 1", ""),
        FILE + "[[",
    ],
    ids=["BIN", "IIN", "role", "site", "missing", "not TOML"],
)
async def test_a_file_with_a_mistake_enters_nothing(database: object, wrong: str) -> None:
    with pytest.raises(register.Unreadable):
        await register.load(wrong)
    assert not await Clinic.exists()
