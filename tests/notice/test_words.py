"""What a notice says, in three languages: the standard's own sentences, nothing left open, nothing in the letters of another language."""

import re
from collections.abc import Iterator

import pytest

from models import notice_words as words
from models import texts
from models.law import Language
from models.law.notice import FORMS, Kind
from tests.attachment.conftest import People
from tests.notice.acts import given

STANDARD = {
    "kk": "Құрметті ____! Сіз «____» медициналық ұйымына тіркелдіңіз.",
    "ru": "Уважаемый (ая) ____ Вы прикреплены к медицинской организации «____».",
}
KAZAKH = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
LATIN = re.compile(r"[A-Za-z]+")
# what belongs in any language: numbers of cases, the program's name
BELONGING = re.compile(r"\b[A-Z]{2}-\d{4}-\d{6,12}-\d\b|Emhana|gov\.kz")


def said(kind: Kind, facts: dict[str, object], language: str) -> Iterator[str]:
    """Every sentence of a notice with its title."""
    yield words.title(kind, language)
    yield from words.body(kind, facts, language)


@pytest.mark.parametrize("kind", Kind)
async def test_every_kind_speaks_three_languages_whole(people: People, kind: Kind) -> None:
    facts = (await given(people, kind)).stated
    for language in Language:
        told = list(said(kind, facts, language))
        assert all(one.strip() and not set("{}") & set(one) and "None" not in one for one in told), told
        assert len(told) >= 2, told
        assert str(facts["person"]["name"]) in " ".join(told)
        assert facts["clinic"]["name"][language] in " ".join(told)


@pytest.mark.parametrize("kind", Kind)
async def test_what_is_said_in_kazakh_and_russian_has_no_latin_word(people: People, kind: Kind) -> None:
    facts = (await given(people, kind)).stated
    for language in (Language.KK, Language.RU):
        for one in said(kind, facts, language):
            assert not LATIN.findall(BELONGING.sub("", one)), one
    assert KAZAKH & set(" ".join(said(kind, facts, Language.KK)))


@pytest.mark.parametrize("kind", Kind)
async def test_a_sheet_of_pairs_says_the_same_as_the_lines(people: People, kind: Kind) -> None:
    facts = (await given(people, kind)).stated
    for language in Language:
        lines, pairs = words.lines(kind, facts, language), words.pairs(kind, facts, language)
        assert len(lines) == len(pairs)
        for line, (label, value) in zip(lines, pairs, strict=True):
            assert label in line and value in line and value, (line, label, value)


def test_the_sentence_of_attachment_is_the_standards_word_for_word() -> None:
    for language, sentence in STANDARD.items():
        assert texts.text("law.notice.ATTACHMENT.text", language, name="____", clinic="____") == sentence


def test_russian_calls_out_to_the_person_everywhere_but_in_the_standards_own_sentence() -> None:
    said = {kind: texts.text(f"law.notice.{kind}.text", "ru") for kind in Kind}
    assert {kind for kind, words in said.items() if not words.startswith("Уважаемый (ая) {name}! ")} == {Kind.ATTACHMENT}


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", Language)
def test_no_two_lines_of_a_form_have_the_same_label(kind: Kind, language: Language) -> None:
    labels = [texts.text(words._key(kind, name), language).partition(": {")[0] for name in FORMS[kind].lines]
    assert len(set(labels)) == len(labels), labels


@pytest.mark.parametrize("kind", [Kind.APPOINTMENT_CANCELLATION, Kind.HOME_VISIT_CANCELLATION])
async def test_a_cancellation_says_in_which_role_somebody_cancelled(people: People, kind: Kind) -> None:
    facts = (await given(people, kind)).stated
    assert ("Cancelled by", "Citizen") in words.pairs(kind, facts, "en")
    assert ("Тоқтатқан", "Азамат") in words.pairs(kind, facts, "kk")
    assert ("Кто отменил", "Система") in words.pairs(kind, facts | {"by": "SYSTEM"}, "ru")


def test_every_line_of_every_form_has_words_in_three_languages() -> None:
    for kind, form in FORMS.items():
        for name in form.lines:
            for language in Language:
                assert texts.text(words._key(kind, name), language)
        for language in Language:
            assert texts.text(f"law.notice.{kind}.signature", language)


async def test_a_name_with_braces_is_only_a_name(people: People) -> None:
    facts = (await given(people, Kind.RECEIPT)).stated
    facts["person"]["name"] = "{clinic} {0} {x.y}"
    assert "{clinic} {0} {x.y}" in words.opening(Kind.RECEIPT, facts, "kk")
