"""The demonstration's clinics and people. Everybody here is invented; the numbers are of the synthetic kind (serial 99xx)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.law import Role
from models.law.person import check_digit
from models.law.specialty import Specialty

ALMATY, ASTANA, ALMATY_REGION = "750000000", "710000000", "190000000"


def iin(birth: date, male: bool, serial: int) -> str:
    """A synthetic IIN: serial 9900 and up; the first serial from there on for which a check digit exists."""
    century = {1800: 1, 1900: 3, 2000: 5}[birth.year // 100 * 100]
    eleven = f"{birth:%y%m%d}{century + (not male)}{9900 + serial}"
    digit = check_digit(eleven)
    return f"{eleven}{digit}" if digit is not None else iin(birth, male, serial + 1)


@dataclass(frozen=True)
class DemoClinic:
    """A clinic with the streets of its sites."""

    key: str
    bin: str
    kato: str
    name: dict[str, str]
    address: dict[str, str]
    phone: str
    streets: dict[int, list[tuple[str, int, int]]]
    fund_contract: bool = True


@dataclass(frozen=True)
class DemoPerson:
    """A person. `at` is the clinic of the attachment in force, `post` the role held at `clinic`; `note` says what the person is good for."""

    key: str
    surname: str
    given_name: str
    patronymic: str
    birth: date
    male: bool
    serial: int
    address: dict[str, str] = field(default_factory=dict)
    at: str = ""
    role: Role | None = None
    clinic: str = ""
    doctor: Specialty | None = None
    site: int = 0
    elsewhere: int = 0
    languages: tuple[str, ...] = ("kk", "ru")
    free_changes: int = 0

    @property
    def iin(self) -> str:
        return iin(self.birth, self.male, self.serial)


def _home(kato: str, locality: str, street: str, house: str, flat: str = "") -> dict[str, str]:
    return {"kato": kato, "locality": locality, "street": street, "house": house, "flat": flat}


CLINICS = [
    DemoClinic(
        "almaty-5", "260440990019", ALMATY,
        {"kk": "№ 5 қалалық емхана", "ru": "Городская поликлиника № 5", "en": "City Polyclinic No. 5"},
        {"kk": "Алматы қ., Сәтбаев көш., 30", "ru": "г. Алматы, ул. Сатпаева, 30", "en": "30 Satpayev St, Almaty"},
        "+7 727 000 05 05",
        {1: [("Сәтбаев", 1, 60), ("Сатпаева", 1, 60)], 2: [("Абай", 1, 200), ("Абая", 1, 200)], 3: [("Самал-2", 1, 120)]},
    ),
    DemoClinic(
        "almaty-9", "260440990029", ALMATY,
        {"kk": "№ 9 қалалық емхана", "ru": "Городская поликлиника № 9", "en": "City Polyclinic No. 9"},
        {"kk": "Алматы қ., Төле би көш., 112", "ru": "г. Алматы, ул. Толе би, 112", "en": "112 Tole Bi St, Almaty"},
        "+7 727 000 09 09",
        {1: [("Төле би", 1, 300), ("Толе би", 1, 300)], 2: [("Орбита-1", 1, 60)]},
    ),
    DemoClinic(
        "almaty-14", "260440990039", ALMATY,
        {"kk": "«Шипалы» жеке емханасы", "ru": "Частная поликлиника «Шипалы»", "en": "Shipaly Private Polyclinic"},
        {"kk": "Алматы қ., Жандосов көш., 7", "ru": "г. Алматы, ул. Жандосова, 7", "en": "7 Zhandosov St, Almaty"},
        "+7 727 000 14 14",
        {1: [("Жандосов", 1, 90), ("Жандосова", 1, 90)]},
        fund_contract=False,
    ),
    DemoClinic(
        "astana-2", "260440990049", ASTANA,
        {"kk": "№ 2 қалалық емхана", "ru": "Городская поликлиника № 2", "en": "City Polyclinic No. 2"},
        {"kk": "Астана қ., Бөгенбай батыр даң., 12", "ru": "г. Астана, пр. Богенбай батыра, 12", "en": "12 Bogenbay Batyr Ave, Astana"},
        "+7 717 000 02 02",
        {1: [("Бөгенбай батыр", 1, 120), ("Богенбай батыра", 1, 120)]},
    ),
    DemoClinic(
        "village", "260440990059", ALMATY_REGION,
        {"kk": "Бақбақты ауылдық дәрігерлік амбулаториясы", "ru": "Врачебная амбулатория села Бакбакты", "en": "Bakbakty Village Outpatient Clinic"},
        {"kk": "Бақбақты ауылы, Мектеп көш., 1", "ru": "село Бакбакты, ул. Мектеп, 1", "en": "1 Mektep St, Bakbakty village"},
        "+7 728 000 01 01",
        {1: [("Мектеп", 1, 80), ("Достық", 1, 80)]},
    ),
]  # fmt: skip

AUTHORITY: dict[str, Any] = {
    "number": "260440990069", "phone": "+7 727 000 10 10",
    "name": {
        "kk": "Мемлекеттік қызметтердің сапасын бақылау жөніндегі уәкілетті орган (көрсетілім)",
        "ru": "Уполномоченный орган по контролю качества госуслуг (демонстрация)",
        "en": "Authorised body for the quality of public services (demonstration)",
    },
    "address": {"kk": "Алматы қ., Абай даң., 10", "ru": "г. Алматы, пр. Абая, 10", "en": "10 Abay Ave, Almaty"},
}  # fmt: skip

_AT5, _AT9 = "almaty-5", "almaty-9"
PEOPLE = [
    DemoPerson("zhanar", "Өтегенова", "Жанар", "Маратқызы", date(1992, 11, 4), False, 2, _home(ALMATY, "Алматы", "Самал-2", "33", "14"), at=_AT9),
    DemoPerson("aliya", "Өтегенова", "Әлия", "Ерланқызы", date(2021, 5, 25), False, 3, _home(ALMATY, "Алматы", "Самал-2", "33", "14"), at=_AT9),
    DemoPerson("marat", "Өтегенов", "Марат", "Қасымұлы", date(1955, 2, 17), True, 4, _home(ALMATY, "Алматы", "Төле би", "45", "2"), at=_AT9),
    DemoPerson("yerlan", "Тілеуов", "Ерлан", "Болатұлы", date(1985, 3, 12), True, 1, _home(ALMATY, "Алматы", "Сәтбаев", "9", "31")),
    DemoPerson("olga", "Ким", "Ольга", "Викторовна", date(1990, 8, 18), False, 5, _home(ALMATY, "Алматы", "Абай", "150", "3"), at=_AT9, free_changes=2),
    DemoPerson("dias", "Серіков", "Диас", "Нұрланұлы", date(2010, 1, 20), True, 6, _home(ALMATY, "Алматы", "Абай", "88", "7"), at=_AT5),
    DemoPerson("registrar", "Ахметова", "Гүлнар", "Сәкенқызы", date(1988, 6, 3), False, 7, role=Role.REGISTRAR, clinic=_AT5),
    DemoPerson("registrar2", "Иванова", "Светлана", "Петровна", date(1979, 9, 9), False, 8, role=Role.REGISTRAR, clinic=_AT5),
    DemoPerson("head", "Жұмабаев", "Асқар", "Тоқтарұлы", date(1970, 4, 30), True, 9, role=Role.HEAD, clinic=_AT5),
    DemoPerson("head9", "Сәдуақасова", "Мәншүк", "Бекқызы", date(1968, 12, 1), False, 10, role=Role.HEAD, clinic=_AT9),
    DemoPerson("registrar9", "Оспанов", "Данияр", "Ержанұлы", date(1993, 7, 7), True, 11, role=Role.REGISTRAR, clinic=_AT9),
    DemoPerson("officer", "Бейсенова", "Айгүл", "Қанатқызы", date(1983, 2, 2), False, 12, role=Role.APPEALS_OFFICER, clinic=_AT5),
    DemoPerson("administrator", "Пак", "Роман", "Сергеевич", date(1986, 10, 10), True, 13, role=Role.ADMINISTRATOR, clinic=_AT5),
    DemoPerson("centre", "Мусина", "Динара", "Ришатқызы", date(1995, 5, 5), False, 14, role=Role.CONTACT_CENTRE),
    DemoPerson("authority", "Қалиев", "Тимур", "Ғалымұлы", date(1974, 3, 3), True, 15, role=Role.AUTHORITY),
    DemoPerson("doctor", "Нұрғали", "Бақыт", "Мұратұлы", date(1980, 1, 15), True, 16, role=Role.DOCTOR, clinic=_AT5, doctor=Specialty.GP, site=3, elsewhere=1640),
    DemoPerson("doctor-full", "Сейітқали", "Айнұр", "Ержанқызы", date(1976, 7, 21), False, 17, role=Role.DOCTOR, clinic=_AT5, doctor=Specialty.GP, site=1, elsewhere=1700),
    DemoPerson("doctor-therapist", "Ли", "Виктор", "Андреевич", date(1972, 11, 11), True, 18, role=Role.DOCTOR, clinic=_AT5, doctor=Specialty.THERAPIST, site=2, elsewhere=1893, languages=("ru",)),
    DemoPerson("doctor-child", "Абдрахманова", "Сәуле", "Ілиясқызы", date(1984, 4, 4), False, 19, role=Role.DOCTOR, clinic=_AT5, doctor=Specialty.PAEDIATRICIAN, site=3, elsewhere=511),
    DemoPerson("doctor9", "Каримов", "Рустам", "Әлімұлы", date(1981, 8, 8), True, 20, role=Role.DOCTOR, clinic=_AT9, doctor=Specialty.GP, site=1, elsewhere=1488),
    DemoPerson("doctor9-child", "Юсупова", "Лейла", "Рашидқызы", date(1989, 9, 19), False, 21, role=Role.DOCTOR, clinic=_AT9, doctor=Specialty.PAEDIATRICIAN, site=2, elsewhere=402),
    DemoPerson("doctor14", "Волков", "Игорь", "Николаевич", date(1977, 2, 28), True, 22, role=Role.DOCTOR, clinic="almaty-14", doctor=Specialty.GP, site=1, elsewhere=320),
    DemoPerson("doctor-astana", "Қуанышев", "Ернар", "Абайұлы", date(1985, 6, 16), True, 23, role=Role.DOCTOR, clinic="astana-2", doctor=Specialty.GP, site=1, elsewhere=1250),
    DemoPerson("dentist", "Бекова", "Гаухар", "Серікқызы", date(1987, 3, 29), False, 25, role=Role.DOCTOR, clinic=_AT5, doctor=Specialty.DENTIST, site=1),
    DemoPerson("ent", "Хван", "Сергей", "Алексеевич", date(1978, 12, 9), True, 26, role=Role.DOCTOR, clinic=_AT5, doctor=Specialty.ENT, site=1, languages=("ru", "en")),
    DemoPerson("cardiologist", "Мұқанова", "Салтанат", "Дәуренқызы", date(1973, 5, 14), False, 27, role=Role.DOCTOR, clinic=_AT5, doctor=Specialty.CARDIOLOGIST, site=1),
    DemoPerson("dentist9", "Ержанов", "Алмас", "Қайратұлы", date(1990, 1, 31), True, 28, role=Role.DOCTOR, clinic=_AT9, doctor=Specialty.DENTIST, site=1),
    DemoPerson("obstetrician9", "Айтбаева", "Назгүл", "Талғатқызы", date(1982, 10, 2), False, 29, role=Role.DOCTOR, clinic=_AT9, doctor=Specialty.OBSTETRICIAN, site=1, languages=("kk", "ru", "en")),
    DemoPerson("ophthalmologist9", "Цой", "Марина", "Вячеславовна", date(1975, 4, 17), False, 30, role=Role.DOCTOR, clinic=_AT9, doctor=Specialty.OPHTHALMOLOGIST, site=1, languages=("ru",)),
    DemoPerson("endocrinologist9", "Дүйсенов", "Ержан", "Маратұлы", date(1968, 8, 23), True, 31, role=Role.DOCTOR, clinic=_AT9, doctor=Specialty.ENDOCRINOLOGIST, site=2),
    DemoPerson("administrator9", "Сапарова", "Мадина", "Нұрболқызы", date(1991, 6, 11), False, 32, role=Role.ADMINISTRATOR, clinic=_AT9),
    DemoPerson("registrar9-second", "Лим", "Алина", "Юрьевна", date(1994, 12, 14), False, 33, role=Role.REGISTRAR, clinic=_AT9),
    DemoPerson("officer9", "Жақсыбекова", "Әсел", "Нұртайқызы", date(1985, 4, 19), False, 34, role=Role.APPEALS_OFFICER, clinic=_AT9),
    DemoPerson("deputy9", "Төлегенов", "Сәкен", "Ғабитұлы", date(1976, 1, 8), True, 35, role=Role.HEAD, clinic=_AT9),
    DemoPerson("authority-second", "Рахимова", "Айжан", "Болатқызы", date(1988, 8, 2), False, 36, role=Role.AUTHORITY),
    DemoPerson("doctor-village", "Тоқтаров", "Нұрлан", "Сапарұлы", date(1969, 10, 23), True, 24, role=Role.DOCTOR, clinic="village", doctor=Specialty.GP, site=1, elsewhere=910),
]  # fmt: skip
# Zhanar and her daughter have moved; their attachment still knows the old address
OLD_HOMES = {one.iin: _home(ALMATY, "Алматы", "Төле би", "45", "8") for one in PEOPLE if one.key in ("zhanar", "aliya")}
SIGN_IN_AS = (
    "zhanar", "yerlan", "olga", "registrar", "head", "registrar9", "doctor9", "administrator9", "officer9", "deputy9", "authority", "centre",
)  # fmt: skip

# Weekly receptions: (weekdays, begins, ends, slot minutes). Doctors of one clinic take turns at morning and afternoon.
MORNING, AFTERNOON, SATURDAY = ((0, 1, 2, 3, 4), 8, 14), ((0, 1, 2, 3, 4), 14, 20), ((5,), 9, 12)
SLOT_MINUTES = {Specialty.DENTIST: 30, Specialty.CARDIOLOGIST: 20, Specialty.ENDOCRINOLOGIST: 20}
