"""The acts, pages and calendars that the law here rests on: one table. Titles stand in texts `law.source.<key>`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Certainty(StrEnum):
    """How sure we are of a statement: what was read, and what was only known, computed or proposed."""

    READ = "S"
    SEEN = "P"
    PRACTICE = "G"
    COMPUTED = "C"
    BACKGROUND = "B"
    PROPOSED = "D"


class Division(StrEnum):
    """What a number in a citation counts: orders and rules have paragraphs, codes and laws have articles."""

    PARAGRAPH = "paragraph"
    ARTICLE = "article"


@dataclass(frozen=True)
class Source:
    """One act, page or calendar; `edition` is the day of the text read, `register` its code in the database of acts."""

    key: str
    number: str
    adopted: date | None
    mark: Certainty
    edition: date | None = None
    in_force: bool = True
    division: Division = Division.PARAGRAPH
    register: str = ""


_READ, _SEEN, _KNOWN = Certainty.READ, Certainty.SEEN, Certainty.BACKGROUND
_ARTICLE = Division.ARTICLE

_ALL = (
    Source("rules-194", "ҚР ДСМ-194/2020", date(2020, 11, 13), _SEEN, date(2025, 10, 21), register="V2000021642"),
    Source("rules-90", "ҚР ДСМ-90", date(2021, 8, 24), _SEEN, date(2026, 1, 2), register="V2100024094"),
    Source("standard-49", "49", date(2023, 3, 30), _SEEN, date(2025, 10, 23), register="V2300032160"),
    Source("appc", "350-VI", date(2020, 6, 29), _SEEN, date(2026, 3, 19), division=_ARTICLE, register="K2000000350"),
    Source("information-law", "401-V", date(2015, 11, 16), _KNOWN, division=_ARTICLE, register="Z1500000401"),
    Source("services-law", "88-V", date(2013, 4, 15), _KNOWN, division=_ARTICLE, register="Z1300000088"),
    Source("personal-data-law", "94-V", date(2013, 5, 21), _SEEN, division=_ARTICLE, register="Z1300000094"),
    Source("health-code", "360-VI", date(2020, 7, 7), _SEEN, division=_ARTICLE, register="K2000000360"),
    Source("labour-code", "414-V", date(2015, 11, 23), _SEEN, division=_ARTICLE, register="K1500000414"),
    Source("civil-code", "268-XIII", date(1994, 12, 27), _KNOWN, division=_ARTICLE, register="K940001000_"),
    Source("holidays-law", "267-II", date(2001, 12, 13), _SEEN, date(2026, 7, 1), division=_ARTICLE, register="Z010000267_"),
    Source("constitution-2026", "", date(2026, 3, 15), _SEEN, date(2026, 7, 1), division=_ARTICLE),
    Source("ministry-calendar-2026", "", date(2025, 12, 10), _SEEN),
    Source("iin-decree", "406", date(2007, 5, 22), _SEEN, register="P070000406_"),
    Source("iin-decree-853", "853", date(2013, 8, 26), _SEEN, register="P1300000853"),
    Source("eds-law", "370-II", date(2003, 1, 7), _KNOWN, division=_ARTICLE, register="Z030000370_"),
    Source("order-272", "272", date(2015, 4, 27), _READ, in_force=False, register="V1500011304"),
    Source("order-272-appointment", "272", date(2015, 4, 27), _READ, in_force=False, register="V1500011304"),
    Source("order-272-home-visit", "272", date(2015, 4, 27), _READ, in_force=False, register="V1500011304"),
    Source("standard-85", "85", None, _SEEN, in_force=False),
    Source("rules-225", "ҚР ДСМ-225/2020", date(2020, 11, 30), _SEEN, register="V2000021713"),
    Source("rules-37", "ҚР ДСМ-37", date(2022, 4, 27), _SEEN, date(2025, 11, 3), register="V2200027833"),
    Source("portal-3176", "3176", None, _READ, date(2025, 9, 1)),
    Source("portal-3182", "3182", None, _READ),
    Source("norms-2022", "", date(2022, 9, 1), _SEEN),
    Source("kato", "НК РК 11-2021", None, Certainty.PRACTICE),
    Source("proposal", "", None, Certainty.PROPOSED),
)

SOURCES: Mapping[str, Source] = {source.key: source for source in _ALL}
