"""Sheets in three languages, of nobody, with the two files that a document of the house carries."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from models.sheet import File, Sheet, render, sealed

FILES = {
    "facts.json": File('{"пациент":"Үлгілі Айгүл"}'.encode() * 20, "application/json", "Деректер", "data"),
    "facts.cms": File(b"\x30\x82" + bytes(range(256)) * 10, "application/pkcs7-signature", "Қолтаңба", "supplement"),
}
KAZAKH = Sheet(
    language="kk",
    title="Емханаға бекіту туралы хабарлама",
    number="№ АЛ-05-2026-000123",
    issued="2026 жылғы 22 қараша",
    issuer="№ 5 «Үлгі» қалалық емханасы",
    issuer_lines=("БСН 260440990019", "Алматы қаласы, Сәтбаев көшесі, 9-үй", "+7 727 300 00 05"),
    paragraphs=("Құрметті Үлгілі Айгүл Тестқызы!", "Сіз 2026 жылғы 23 қарашадан бастап № 5 қалалық емханаға бекітілдіңіз."),
    facts=(("Негіз", "Алғаш рет бекіту"), ("Учаске", "12-учаске, дәрігер Әбдірахманова Гүлсім Һамитқызы")),
    sections=(("Шағымдану тәртібі", "Шағым үш ай ішінде беріледі.\n\nТөлем: 0 ₸."),),
    signed=("Электрондық цифрлық қолтаңбамен қол қойылды", "Басшы Үлгі Тестұлы, бас дәрігер"),
    verify_words="Құжатты тексеру мекенжайы:",
    verify_address="https://emhana.example/kk/verify/23456789abcdefghjkmnpqrstuv",
    code_words="Тексеру коды:",
    code="23456789abcdefghjkmnpqrstuv",
    footer="Электрондық құжат қағаздағы құжатпен тең.",
    moment=datetime(2026, 11, 22, 14, 5, tzinfo=ZoneInfo("Asia/Almaty")),
    author="№ 5 «Үлгі» қалалық емханасы",
    producer="Emhana",
)
RUSSIAN = replace(
    KAZAKH,
    language="ru",
    title="Мотивированный отказ в прикреплении",
    issued="22 ноября 2026 года",
    issuer="Городская поликлиника № 5 «Үлгі»",
    paragraphs=("Уважаемая Үлгілі Айгүл Тестқызы!", "По вашему заявлению принято решение — отказать."),
    facts=(("Основание отказа", "Превышена норма нагрузки на врача"),),
    sections=(("Порядок обжалования", "Жалоба подаётся в течение трёх месяцев."),),
    signed=("Подписано ЭЦП",),
    verify_words="Проверить документ:",
    code_words="Код проверки:",
    footer="Электронный документ равнозначен бумажному.",
)
ENGLISH = replace(
    KAZAKH,
    language="en",
    title="Receipt of an appeal",
    issued="22 November 2026",
    issuer="City Polyclinic No. 5",
    paragraphs=("We have received your appeal.",),
    facts=(("Answer by", "14 December 2026"),),
    sections=(),
    signed=("Sealed by the organisation",),
    verify_words="Verify this document at",
    code_words="Verification code",
    footer="An electronic document equals one on paper.",
)
SHEETS = {one.language: one for one in (KAZAKH, RUSSIAN, ENGLISH)}

DER = b"\x30\x82\x0b\xb8" + bytes(one * 7 % 256 for one in range(3000))
"""As long as a signature of the house, and read by nobody: what a seal says is proved elsewhere."""


@pytest.fixture(scope="session")
def plain() -> bytes:
    return render(KAZAKH, FILES)


@pytest.fixture(scope="session")
def seal() -> bytes:
    return DER


@pytest.fixture(scope="session")
def closed(plain: bytes) -> bytes:
    """The Kazakh sheet with a seal upon it."""
    return sealed(plain, "№ 5 қалалық емхана", "Ұйымның мөрі", lambda _: DER)


@pytest.fixture(scope="session", params=[*SHEETS, "sealed"])
def document(request: pytest.FixtureRequest, closed: bytes) -> bytes:
    """Every kind of sheet in turn."""
    return closed if request.param == "sealed" else render(SHEETS[request.param], FILES)
