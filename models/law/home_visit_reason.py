"""Calling a doctor home: why. Signs of danger, the indications of the standard, and how urgent a call is (domain 3.3, 3.4).

The software only ever raises the urgency; a human decides. It names no illness.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.law import Basis, Provision, Service

_PROPOSAL = Basis("proposal")
_STANDARD = Basis("standard-85")
_AMBULANCE = Basis("rules-225")
_OURS = date(2026, 11, 1)


class DangerSign(StrEnum):
    """A sign upon which 103 is called at once, whatever else is done."""

    UNCONSCIOUS = "UNCONSCIOUS"
    BREATHING = "BREATHING"
    CHEST_PAIN = "CHEST_PAIN"
    STROKE = "STROKE"
    SEIZURE = "SEIZURE"
    BLEEDING = "BLEEDING"
    ALLERGY = "ALLERGY"
    INJURY = "INJURY"
    POISONING = "POISONING"
    SUICIDE = "SUICIDE"
    LABOUR = "LABOUR"
    INFANT_FEVER = "INFANT_FEVER"
    STIFF_NECK_OR_RASH = "STIFF_NECK_OR_RASH"


class Indication(StrEnum):
    """A state of the standard's list in which a doctor is called home. AMBULANCE: handed over by 103 in the clinic's hours."""

    FEVER = "FEVER"
    BLOOD_PRESSURE = "BLOOD_PRESSURE"
    DIARRHOEA = "DIARRHOEA"
    PAIN = "PAIN"
    DIZZINESS = "DIZZINESS"
    CHRONIC = "CHRONIC"
    INFECTION = "INFECTION"
    NOT_TRANSPORTABLE = "NOT_TRANSPORTABLE"
    AMBULANCE = "AMBULANCE"


class Urgency(StrEnum):
    """How urgent a call is, the most urgent first. EMERGENCY: a sign of danger was named."""

    EMERGENCY = "EMERGENCY"
    URGENT = "URGENT"
    ROUTINE = "ROUTINE"


RANK: Mapping[Urgency, int] = {urgency: rank for rank, urgency in enumerate(Urgency)}


@dataclass(frozen=True)
class Listed:
    """A sign or an indication: its short code, where it is written, the urgency that it gives at least."""

    code: str
    basis: Basis
    urgency: Urgency
    confirmed: bool = True


DANGER: Mapping[DangerSign, Listed] = {
    sign: Listed(f"D{number}", _PROPOSAL, Urgency.EMERGENCY, False) for number, sign in enumerate(DangerSign, start=1)
}
# As clinics print the list of the standard of 2016; the standard in force (49) was not visible, so every entry is unconfirmed.
INDICATIONS: Mapping[Indication, Listed] = {
    Indication.FEVER: Listed("T38", _STANDARD, Urgency.ROUTINE, False),
    Indication.BLOOD_PRESSURE: Listed("BP", _STANDARD, Urgency.URGENT, False),
    Indication.DIARRHOEA: Listed("DIAR", _STANDARD, Urgency.ROUTINE, False),
    Indication.PAIN: Listed("PAIN", _STANDARD, Urgency.ROUTINE, False),
    Indication.DIZZINESS: Listed("DIZZ", _STANDARD, Urgency.URGENT, False),
    Indication.CHRONIC: Listed("CHRON", _STANDARD, Urgency.ROUTINE, False),
    Indication.INFECTION: Listed("INF", _STANDARD, Urgency.URGENT, False),
    Indication.NOT_TRANSPORTABLE: Listed("NOTRANS", _STANDARD, Urgency.ROUTINE, False),
    # Category 4 of the ambulance's rules: an acute illness without a threat to life, within 60 minutes.
    Indication.AMBULANCE: Listed("AMB", _AMBULANCE, Urgency.URGENT, False),
}
# Small children fall ill faster: a call for one is urgent at least.
INFANT_YEARS = Provision("home_visit.infant_years", _PROPOSAL, {_OURS: 1}, "year_of_age", Service.HOME_VISIT, False)


def urgency_of(signs: Collection[DangerSign], indications: Collection[Indication], age: int, day: date) -> Urgency:
    """The urgency that the answers give at least: the highest of any sign, indication and the patient's age in full years."""
    given = [DANGER[sign].urgency for sign in signs] + [INDICATIONS[one].urgency for one in indications]
    infant = [Urgency.URGENT] if age < INFANT_YEARS.on(day) else []
    return highest(*given, *infant)


def highest(*urgencies: Urgency) -> Urgency:
    """The most urgent of some; a routine one when there is none."""
    return min((Urgency.ROUTINE, *urgencies), key=RANK.__getitem__)


def lowered(before: Urgency, after: Urgency) -> bool:
    """Whether the urgency was lowered, which only a human does, with reasons."""
    return RANK[after] > RANK[before]
