"""Numbers of notices, what notices state, consent and territories."""

from datetime import date

import pytest

from models.law import Service, appeal, consent, notice, territory
from models.law.consent import Content, Purpose
from models.law.notice import Kind, Number, Signer
from models.texts import text


def test_a_number_reads_back_as_it_was_given() -> None:
    given = notice.number("AT", 2026, 123)
    assert given == f"AT-2026-000123-{notice.check_digit('AT-2026-000123')}"
    assert notice.parse(given) == Number("AT", 2026, 123)
    assert given.startswith(notice.series("AT", 2026) + "-")


@pytest.mark.parametrize("sequence", [1, 7, 123, 999_999, 1_000_000, 123_456_789])
def test_any_one_wrong_digit_is_found(sequence: int) -> None:
    given = notice.number("AT", 2026, sequence)
    for place in (place for place, sign in enumerate(given) if sign.isdigit()):
        for digit in set("0123456789") - {given[place]}:
            assert not notice.verify(given[:place] + digit + given[place + 1 :])


def test_the_check_digit_is_that_of_iso_7064() -> None:
    assert notice.check_digit("0794") == 5


def test_a_number_of_another_kind_does_not_pass_with_the_same_check_digit() -> None:
    assert not notice.verify("AR" + notice.number("AT", 2026, 123)[2:])


def test_a_number_is_read_in_small_letters_cyrillic_and_with_spaces() -> None:
    given = notice.number("AT", 2026, 123)
    for typed in (given.lower(), given.replace("AT", "АТ"), given.replace("-", " - "), given.replace("-", "–")):
        assert notice.parse(typed) == Number("AT", 2026, 123)


@pytest.mark.parametrize("typed", ["", "AT", "AT-2026-000123", "AT-2026-000000-0", "A1-2026-000123-7", "AT-2026-٠٠٠١٢٣-7"])
def test_what_is_no_number_reads_as_nothing(typed: str) -> None:
    assert notice.parse(typed) is None


def test_a_series_begins_at_one() -> None:
    for sequence in (0, -1):
        with pytest.raises(ValueError, match="from one"):
            notice.number("AT", 2026, sequence)


def test_decisions_are_signed_by_the_head_and_negative_ones_say_how_to_complain() -> None:
    heads = {kind for kind, form in notice.FORMS.items() if form.signer is Signer.HEAD}
    assert heads == {Kind.ATTACHMENT, Kind.ATTACHMENT_REFUSAL, Kind.DETACHMENT}
    against = {Kind.ATTACHMENT_REFUSAL, Kind.DETACHMENT, Kind.APPOINTMENT_OFFER, Kind.APPOINTMENT_REFUSAL, Kind.HOME_VISIT_REFUSAL}
    assert {kind for kind, form in notice.FORMS.items() if form.complaint} == against
    assert set(notice.FORMS) == set(Kind)
    prefixes = [form.prefix for form in notice.FORMS.values()]
    assert len(set(prefixes)) == len(prefixes) and notice.CASE_PREFIX not in prefixes


def test_every_kind_but_those_of_a_head_and_the_refusal_in_writing_is_given_by_an_act_of_its_service() -> None:
    given = set(notice.ISSUED.values())
    assert set(Kind) - given == {Kind.ATTACHMENT, Kind.ATTACHMENT_REFUSAL, Kind.DETACHMENT, Kind.APPOINTMENT_REFUSAL}
    for (service, _), kind in notice.ISSUED.items():
        assert kind in (Kind.RECEIPT, Kind.WITHDRAWAL) if service is Service.ATTACHMENT else kind.startswith(service)


def test_what_replaces_a_notice_is_of_the_same_service() -> None:
    of_service = {kind: service for (service, _), kind in notice.ISSUED.items()}
    for kind, form in notice.FORMS.items():
        assert {of_service.get(one, Service.ATTACHMENT) for one in form.replaced_by} <= {of_service.get(kind, Service.ATTACHMENT)}, kind
        assert form.signer is Signer.HEAD or not form.replaced_by or kind in form.replaced_by, kind


def test_an_attachment_ends_with_its_detachment_and_a_preliminary_decision_with_the_next_or_the_decision() -> None:
    assert notice.FORMS[Kind.ATTACHMENT].replaced_by == {Kind.DETACHMENT}
    assert notice.FORMS[Kind.APPEAL_PRELIMINARY].replaced_by == {Kind.APPEAL_PRELIMINARY, Kind.APPEAL_DECISION}


@pytest.mark.parametrize("act", ["forward", "forward_part", "extend", "propose", "decide", "withdraw", "lapse"])
def test_a_document_of_an_appeal_stands_on_the_paragraph_of_its_act(act: str) -> None:
    assert notice.FORMS[notice.ISSUED[Service.APPEAL, act]].basis == appeal.MOVES[act].basis


def test_every_act_that_ends_an_appeal_or_moves_its_term_gives_a_document() -> None:
    ending = {act for act, move in appeal.MOVES.items() if move.after in (*appeal.FINAL, appeal.State.DEEMED_REFUSED)}
    assert ending | {"extend"} <= {act for service, act in notice.ISSUED if service is Service.APPEAL}


def test_a_later_edition_has_the_number_of_the_first_with_its_own_behind_a_stroke() -> None:
    case = notice.number("AB", 2026, 123)
    first = notice.of_case(Kind.APPOINTMENT, case)
    assert notice.parse(first) == Number("BN", 2026, 123)
    assert [notice.of_case(Kind.APPOINTMENT, case, edition) for edition in (1, 2, 12)] == [first, f"{first}/2", f"{first}/12"]
    with pytest.raises(ValueError, match="not the number of a case"):
        notice.of_case(Kind.APPOINTMENT, "T-1")


def test_the_notice_of_attachment_has_the_words_of_the_standards_appendix() -> None:
    words = text("law.notice.ATTACHMENT.text", "ru", name="____", clinic="____")
    assert words == "Уважаемый (ая) ____ Вы прикреплены к медицинской организации «____»."
    assert text("law.notice.ATTACHMENT.signature", "ru") == "Электронно-цифровая подпись руководителя услугодателя."


def test_a_consent_states_everything_the_law_lists() -> None:
    assert consent.missing(list(Content)) == []
    assert consent.missing([Content.OPERATOR_NAME]) == [one for one in Content if one is not Content.OPERATOR_NAME]


def test_a_partners_consent_ends_by_itself_and_the_clinics_does_not() -> None:
    assert consent.until(Purpose.PARTNER_ACCESS, date(2026, 11, 22)) == date(2027, 11, 22)
    assert consent.until(Purpose.ATTACHMENT, date(2026, 11, 22)) is None


def test_consent_is_not_withdrawn_under_an_open_request() -> None:
    assert [one.code for one in consent.withdrawal_impediments(Purpose.ATTACHMENT, True)] == ["CONSENT_IN_USE"]
    assert consent.withdrawal_impediments(Purpose.ATTACHMENT, False) == []
    assert consent.withdrawal_impediments(Purpose.PARTNER_ACCESS, True) == []


def test_there_are_seventeen_oblasts_and_three_cities_with_three_names() -> None:
    cities = [one for one in territory.TERRITORIES.values() if one.city]
    assert (len(territory.TERRITORIES), [one.kk for one in cities]) == (20, ["Астана қаласы", "Алматы қаласы", "Шымкент қаласы"])
    assert all(one.name(language) for one in territory.TERRITORIES.values() for language in ("kk", "ru", "en"))


def test_the_unit_of_a_code_is_its_oblast_or_city() -> None:
    assert territory.unit("710000000") == "71"
    assert territory.unit("351017000") == "35"
    for wrong in ("", "71", "990000000", "71000000x"):
        with pytest.raises(KeyError):
            territory.unit(wrong)
