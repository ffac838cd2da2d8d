"""Attachment: which doctor serves whom, and when a doctor's site is full (domain of the norms: Rules 194)."""

from datetime import date

from models.law.attachment_ground import AGES, NORM, DoctorKind


def serves(kind: DoctorKind, age: int, day: date) -> bool:
    """Whether a kind of doctor serves an age."""
    return AGES[kind].on(day).include(age)


def full(kind: DoctorKind, load: int, day: date) -> bool:
    """Whether the norm of a kind of doctor is reached."""
    return load >= NORM[kind].on(day)
