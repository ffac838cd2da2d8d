"""The law as printable tables in three languages: what `emhana law`, `emhana calendar YEAR` and the page /law show.

The rows themselves are in `table_rows`.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from models.law import (
    Basis,
    Move,
    Provision,
    Role,
    Service,
    agenda,
    appeal,
    appeal_rules,
    appointment,
    appointment_access,
    appointment_rules,
    attachment,
    calendar,
    consent,
    disclosure,
    figures,
    home_visit,
    home_visit_reason,
    home_visit_rules,
    person,
    signature,
    staffing,
    term,
    timetable,
)
from models.law.calendar import Kind, Regime
from models.law.home_visit_reason import DANGER, INDICATIONS, Urgency
from models.law.sources import SOURCES
from models.law.table_rows import (
    AccessRow,
    ClockRow,
    ContradictionRow,
    DayRow,
    DisclosureRow,
    GroundRow,
    Listed,
    MonthRow,
    MoveRow,
    ProvisionRow,
    SourceRow,
)
from models.law.words import cite as cite
from models.law.words import complaint_words as complaint_words
from models.law.words import day_words as day_words
from models.law.words import impediment_words as impediment_words
from models.law.words import said as said
from models.law.words import value_words as value_words
from models.texts import text

ALL_PROVISIONS: tuple[Provision[Any], ...] = (
    attachment.REVIEW,
    attachment.SAME_DAY_CUTOFF,
    term.CLINIC_HOURS,
    term.EXTENSION,
    attachment.FREE_CHANGES_PER_YEAR,
    attachment.CAMPAIGN,
    *attachment.NORM.values(),
    attachment.NORM_YOUNG_CHILDREN,
    *attachment.AGES.values(),
    attachment.CHILD_BY_RESIDENCE,
    person.ADULT_AGE,
    attachment.COMPLAINT_TERM,
    attachment.COMPLAINT_REVIEW,
    attachment.COMPLAINT_REVIEW_BODY,
    appointment.ANSWER_PORTAL,
    appointment.ANSWER_DESK,
    appointment.HORIZON,
    appointment.SLOT_MINUTES,
    appointment.HOLD_MINUTES,
    appointment.HOLD_EXTENSIONS,
    appointment.OFFER_ENDS_BEFORE,
    appointment.OFFER_LEAVES,
    *appointment.REMINDERS.values(),
    *home_visit.PROVISIONS,
    *appeal.PROVISIONS,
    home_visit_reason.INFANT_YEARS,
    consent.PARTNER_DAYS,
    signature.LIFETIME,
    *figures.PROVISIONS,
    *staffing.PROVISIONS,
    *agenda.PROVISIONS,
)
MOVES: Mapping[Service, Mapping[str, Move[Any]]] = {
    Service.ATTACHMENT: attachment.MOVES,
    Service.APPOINTMENT: appointment.MOVES,
    Service.HOME_VISIT: home_visit.MOVES,
    Service.APPEAL: appeal.MOVES,
}
RULES: Mapping[Service, Mapping[str, Basis]] = {
    Service.ATTACHMENT: attachment.IMPEDIMENTS,
    Service.APPOINTMENT: {**appointment_rules.IMPEDIMENTS, **timetable.IMPEDIMENTS},
    Service.HOME_VISIT: home_visit_rules.IMPEDIMENTS,
    Service.APPEAL: appeal_rules.IMPEDIMENTS,
}
REFUSALS: Mapping[Service, Mapping[Any, Listed]] = {
    Service.ATTACHMENT: attachment.REFUSAL,
    Service.HOME_VISIT: home_visit.REFUSAL,
}
_REFUSAL_WORDS = {Service.ATTACHMENT: "refusal", Service.HOME_VISIT: "home_visit_refusal"}
# The rows of domain 11 that concern the services, their clocks and the calendar; two of domain 2.3 (20 and 21: who is seen without a
# referral); and where paragraphs leave a choice: four about calls (22 to 25), six about appeals (26 to 31). Their words stand in texts.
CONTRADICTIONS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31)


def provisions(language: str, on: date, service: Service | None = None) -> list[ProvisionRow]:
    """Every number of the law in force on a day; with a service, its own and those of all services."""
    chosen = [one for one in ALL_PROVISIONS if service is None or one.service in (None, service)]
    return [_provision(one, on, language) for one in chosen]


def sources(language: str) -> list[SourceRow]:
    """Every source that the law here cites."""
    return [
        SourceRow(
            key=one.key,
            title=text(f"law.source.{one.key}.title", language),
            number=one.number,
            adopted=day_words(one.adopted, language) if one.adopted else "",
            edition=day_words(one.edition, language) if one.edition else "",
            in_force=one.in_force,
            state=text(f"law.words.{'in_force' if one.in_force else 'repealed'}", language),
            mark=str(one.mark),
            certainty=text(f"law.certainty.{one.mark}", language),
        )
        for one in SOURCES.values()
    ]


def moves(service: Service, language: str) -> list[MoveRow]:
    """Every act of a service's procedure: from which states, to which, by whom, on what basis."""
    topic = service.lower()
    return [
        MoveRow(
            act=act,
            title=text(f"law.act.{topic}.{act}", language),
            before="; ".join(text(f"law.state.{topic}.{one}", language) for one in _ordered(move)),
            after=text(f"law.state.{topic}.{move.after}" if move.after else "law.words.state_stays", language),
            by=", ".join(text(f"law.role.{one}", language) for one in sorted(move.by)),
            basis=cite(move.basis, language),
            confirmed=move.confirmed,
        )
        for act, move in MOVES[service].items()
    ]


def refusal_grounds(language: str, service: Service = Service.ATTACHMENT) -> list[GroundRow]:
    """The closed list of grounds on which a service is refused (S0, S1); a service without one is not refused at all."""
    return [_listed(_REFUSAL_WORDS[service], key, one, language) for key, one in REFUSALS.get(service, {}).items()]


def detachment_grounds(language: str) -> list[GroundRow]:
    """The grounds on which an attachment ends without a new one."""
    return [_listed("detachment", key, one, language) for key, one in attachment.DETACHMENT.items()]


def grounds(language: str) -> list[GroundRow]:
    """The grounds of attachment with the documents of each (S1, list of documents)."""
    rows = []
    for ground in attachment.Ground:
        kinds = attachment.DOCUMENTS.get(ground, ())
        basis = attachment.DOCUMENT_BASIS[kinds[0]] if kinds else Basis("portal-3176")
        documents = tuple(said(kind, language) for kind in kinds)
        note = text(f"law.ground_note.{ground}", language)
        title = text(f"law.ground.{ground}", language)
        rows.append(GroundRow(ground, "", title, cite(basis, language), True, note, documents))
    return rows


def danger_signs(language: str) -> list[GroundRow]:
    """The signs upon which 103 is called at once (domain 3.4)."""
    return [_weighed("danger_sign", key, one, one.urgency, language) for key, one in DANGER.items()]


def indications(language: str) -> list[GroundRow]:
    """The states in which a doctor is called home, and the urgency that each gives at least (domain 3.3)."""
    return [_weighed("indication", key, one, one.urgency, language) for key, one in INDICATIONS.items()]


def clocks(language: str, on: date) -> list[ClockRow]:
    """The clock of every kind of appeal at each body (Procedural Code, 76, 91 and 99; Law on public services, 25)."""
    return [_clock(kind, body, on, language) for kind in appeal.Kind for body in appeal.Body]


def leaving_grounds(language: str) -> list[GroundRow]:
    """The grounds on which an appeal may be left without consideration."""
    return [_listed("appeal_leaving", key, one, language) for key, one in appeal.LEAVING.items()]


def forwarding_grounds(language: str) -> list[GroundRow]:
    """The grounds on which an appeal goes to another body."""
    return [_listed("appeal_forwarding", key, one, language) for key, one in appeal.FORWARDING.items()]


def impediments(language: str, service: Service = Service.ATTACHMENT) -> list[GroundRow]:
    """Every rule that may forbid a request for a service, with its paragraph."""
    return [
        GroundRow(code, code, text(f"law.impediment.{code}.title", language), cite(basis, language), True)
        for code, basis in RULES[service].items()
    ]


def access(language: str) -> list[AccessRow]:
    """Whom one sees directly, for which reasons without a referral, and whom with one (Rules 37)."""
    return [
        AccessRow(
            key=specialty,
            title=said(specialty, language),
            access=said(way.access, language),
            reasons=tuple(said(reason, language) for reason in way.without_referral),
            basis=cite(way.basis, language),
            confirmed=way.confirmed,
        )
        for specialty, way in appointment_access.WAYS.items()
    ]


def disclosures(language: str) -> list[DisclosureRow]:
    """What of a person or case not everybody who sees it is shown, and who is."""
    return [
        DisclosureRow(fact, text(f"law.fact.{fact}", language), _people(one.to, language), cite(one.basis, language), one.confirmed)
        for fact, one in disclosure.DISCLOSED.items()
    ]


def _people(roles: Collection[Role], language: str) -> str:
    """Roles in their order, without the system itself, to which nothing is shown."""
    return ", ".join(text(f"law.role.{one}", language) for one in Role if one in roles and one is not Role.SYSTEM)


def contradictions(language: str) -> list[ContradictionRow]:
    """What the sources say differently about the services and the calendar, and how it is settled here."""
    parts = ("topic", "first", "second", "settled")
    return [
        ContradictionRow(str(number), *(text(f"law.contradiction.{number}.{part}", language) for part in parts))
        for number in CONTRADICTIONS
    ]


def calendar_days(year: int, language: str) -> list[DayRow]:
    """The days off of a year but the weekly ones, in both working weeks, moved and unconfirmed ones marked."""
    weeks = [{one.day: one for one in calendar.days_off(year, regime)} for regime in Regime]
    rows = []
    for day in sorted(weeks[0] | weeks[1]):
        five, six = weeks[0].get(day), weeks[1].get(day)
        known = five or six
        assert known is not None
        rows.append(
            DayRow(
                day=day,
                date=day_words(day, language),
                weekday=text(f"law.weekday.{day.weekday()}", language),
                name=text(f"law.day.{known.name}", language),
                five_day=_kind(five.kind if five else None, language),
                six_day=_kind(six.kind if six else None, language),
                confirmed=known.confirmed,
                note="" if known.confirmed else text("law.words.unconfirmed_day", language),
            )
        )
    return rows


def calendar_months(year: int, language: str) -> list[MonthRow]:
    """The working days of each month of a year, in both working weeks."""
    counts = [calendar.month_counts(year, regime) for regime in Regime]
    return [
        MonthRow(text(f"law.month_name.{number}", language), five, six)
        for number, (five, six) in enumerate(zip(*counts, strict=True), start=1)
    ]


def overrides(language: str) -> list[GroundRow]:
    """What the state decided about single days, with its source."""
    return [
        GroundRow(
            one.day.isoformat(),
            day_words(one.day, language),
            text(f"law.effect.{one.effect}", language),
            cite(one.basis, language),
            one.confirmed,
            text(f"law.day.{one.name}", language) if one.name else "",
        )
        for one in calendar.OVERRIDES
    ]


def _provision(provision: Provision[Any], on: date, language: str) -> ProvisionRow:
    source = SOURCES[provision.basis.source]
    note = "" if provision.confirmed else text("law.words.unconfirmed", language)
    return ProvisionRow(
        key=provision.key,
        title=text(f"law.provision.{provision.key}", language),
        value=value_words(provision, on, language),
        basis=cite(provision.basis, language),
        source=text(f"law.source.{source.key}.title", language),
        since=day_words(provision.since(on), language),
        confirmed=provision.confirmed,
        in_force=source.in_force,
        note=note if source.in_force else text("law.words.repealed", language),
    )


def _clock(kind: appeal.Kind, body: appeal.Body, on: date, language: str) -> ClockRow:
    clock = appeal.CLOCKS[kind, body]
    number = _provision(clock.term, on, language)
    longer = [text("law.words.extendable", language)] if clock.extendable else []
    return ClockRow(
        key=f"{kind}-{body}",
        title=said(kind, language),
        body=said(body, language),
        value=number.value,
        calendar=text(f"law.regime.{clock.regime}" if clock.regime else "law.words.calendar_days", language),
        course="; ".join([*longer, said(clock.lapse, language)]),
        basis=number.basis,
        confirmed=number.confirmed,
        in_force=number.in_force,
        note=number.note,
    )


def _listed(topic: str, key: str, one: Listed, language: str, note: str = "") -> GroundRow:
    title = text(f"law.{topic}.{key}", language)
    return GroundRow(key, one.code, title, cite(one.basis, language), one.confirmed, note)


def _weighed(topic: str, key: str, one: Listed, urgency: Urgency, language: str) -> GroundRow:
    """A sign or an indication, with the urgency that it gives at least."""
    note = text("law.words.urgency_least", language, urgency=text(f"law.urgency.{urgency}", language))
    return _listed(topic, key, one, language, note)


def _ordered(move: Move[Any]) -> list[Any]:
    """The states before an act, in the order of their enumeration."""
    return [state for state in type(next(iter(move.before))) if state in move.before]


def _kind(kind: Kind | None, language: str) -> str:
    return text(f"law.day_kind.{kind}", language) if kind else ""
