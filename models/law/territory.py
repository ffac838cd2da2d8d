"""The twenty territories: seventeen oblasts and three cities, by the first two digits of the territory code (KATO)."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.law import Language


@dataclass(frozen=True)
class Territory:
    """An oblast, or a city of republican significance (the capital among them), with its three names."""

    code: str
    kk: str
    ru: str
    en: str
    city: bool = False

    def name(self, language: Language | str) -> str:
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[str(Language(language))]


_ALL = (
    Territory("10", "Абай облысы", "область Абай", "Abai Region"),
    Territory("11", "Ақмола облысы", "Акмолинская область", "Akmola Region"),
    Territory("15", "Ақтөбе облысы", "Актюбинская область", "Aktobe Region"),
    Territory("19", "Алматы облысы", "Алматинская область", "Almaty Region"),
    Territory("23", "Атырау облысы", "Атырауская область", "Atyrau Region"),
    Territory("27", "Батыс Қазақстан облысы", "Западно-Казахстанская область", "West Kazakhstan Region"),
    Territory("31", "Жамбыл облысы", "Жамбылская область", "Zhambyl Region"),
    Territory("33", "Жетісу облысы", "область Жетісу", "Zhetysu Region"),
    Territory("35", "Қарағанды облысы", "Карагандинская область", "Karaganda Region"),
    Territory("39", "Қостанай облысы", "Костанайская область", "Kostanay Region"),
    Territory("43", "Қызылорда облысы", "Кызылординская область", "Kyzylorda Region"),
    Territory("47", "Маңғыстау облысы", "Мангистауская область", "Mangystau Region"),
    Territory("55", "Павлодар облысы", "Павлодарская область", "Pavlodar Region"),
    Territory("59", "Солтүстік Қазақстан облысы", "Северо-Казахстанская область", "North Kazakhstan Region"),
    Territory("61", "Түркістан облысы", "Туркестанская область", "Turkistan Region"),
    Territory("62", "Ұлытау облысы", "область Ұлытау", "Ulytau Region"),
    Territory("63", "Шығыс Қазақстан облысы", "Восточно-Казахстанская область", "East Kazakhstan Region"),
    Territory("71", "Астана қаласы", "город Астана", "Astana city", True),
    Territory("75", "Алматы қаласы", "город Алматы", "Almaty city", True),
    Territory("79", "Шымкент қаласы", "город Шымкент", "Shymkent city", True),
)

TERRITORIES: Mapping[str, Territory] = {one.code: one for one in _ALL}


def unit(kato: str) -> str:
    """The administrative-territorial unit of a territory code: its oblast or city; an unknown one is a KeyError."""
    if len(kato) != 9 or not (kato.isascii() and kato.isdigit()):
        raise KeyError(kato)
    return TERRITORIES[kato[:2]].code
