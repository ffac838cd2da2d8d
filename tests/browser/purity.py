"""Is a text in the language that it claims? Words that stand only in the words of another language are not.

The vocabularies are those of the texts themselves, with Babel's months and weekdays. What people typed, names and addresses are taken
out before, phrase by phrase, so that a word of theirs is never taken for one of ours.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from babel import Locale

from models import texts
from models.demo_data import AUTHORITY, CLINICS, PEOPLE
from models.law import Language
from tests.browser.world import TYPED
from web import render as render  # brings the words of the site

WORD = re.compile(r"(?<!\w)[^\W\d_]{2,}(?:['’-][^\W\d_]+)*(?!\w)")
# addresses, files; codes of the API and of what is unconfirmed, on /law
CODE = re.compile(r"https?://\S+|\S+\.(?:csv|xlsx|pdf)\b|\b[A-Z][A-Z0-9_]{2,}\b|\b[A-Z]\d+\b")
KAZAKH, CYRILLIC = re.compile("[әғқңөұүһі]", re.IGNORECASE), re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
# Written alike in every language: names of languages and regions, abbreviations of the state's systems, patterns that show how to type.
ALIKE = {
    "қазақша", "русский", "english", "емхана", "emhana", "мсак", "пмсп", "al", "ap", "at", "hv", "csv", "excel", "xlsx", "json", "pdf",
    "жетісу", "ұлытау", "астана", "qr", "ncalayer", "egov", "mobile", "gost", "rsa", "ecdsa", "cms", "ocsp", "crl", "sha",
}  # fmt: skip


@lru_cache
def vocabulary(language: Language) -> frozenset[str]:
    """Every word of the texts of a language, in small letters, and the names of its months and weekdays."""
    found = [value for one in texts.words(language).values() for value in ([one] if isinstance(one, str) else one.values())]
    locale = Locale(str(language))
    for names in (locale.months, locale.days):
        found += [name for context in names.values() for width in context.values() for name in width.values()]
    return frozenset(word for value in found for word in words(re.sub(r"{\w+}", " ", value)))


def words(text: str) -> Iterable[str]:
    """The words of a text in small letters."""
    return (one.lower() for one in WORD.findall(text))


@lru_cache
def data(language: Language) -> re.Pattern[str]:
    """What people are called, where they live and what they typed; of clinics only the name in the page's own language."""
    found = {*TYPED, "Алматы", "Бақбақты"}
    for one in PEOPLE:
        found |= {one.surname, one.given_name, one.patronymic, *one.address.values()}
        found |= {f"{one.given_name[:1]}.{one.patronymic[:1]}.", f"{one.given_name[:1]}. {one.patronymic[:1]}."}
    for clinic in CLINICS:
        found |= {clinic.name[language], clinic.address[language], *(street for part in clinic.streets.values() for street, *_ in part)}
    found |= {AUTHORITY["name"][language], AUTHORITY["address"][language]}
    # as a certificate names them, whatever the language of the page
    certified = {name[one] for name in (*(clinic.name for clinic in CLINICS), AUTHORITY["name"]) for one in (Language.KK, Language.RU)}
    found |= {f"{name}{sign}{word}" for name in certified for sign in (" (", ", ") for word in ("БИН", "BIN", "БСН")}
    found |= {"«Емхана» ақпараттық жүйесі"}
    ordered = sorted((one for one in found if len(one) > 1 and WORD.search(one)), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in ordered))


def foreign(text: str, language: Language) -> list[str]:
    """The words of a text that are not of the language: of another one's texts alone, or in letters that it does not have."""
    bare = CODE.sub(" ", data(language).sub(" ", text))
    return [one for one in words(bare) if one not in ALIKE and _foreign(one, language)]


def _foreign(word: str, language: Language) -> bool:
    if word in vocabulary(language):
        return False
    if (language is Language.EN and CYRILLIC.search(word)) or (language is Language.RU and KAZAKH.search(word)):
        return True
    return any(word in vocabulary(other) for other in Language if other is not language)
