"""Attachment: which doctor serves whom, and when a doctor's site is full (domain of the norms: Rules 194)."""

from datetime import date

from models.law.attachment_ground import AGES, NORM
from models.law.specialty import Specialty


def serves(specialty: Specialty, age: int, day: date) -> bool:
    """Whether people of an age are attached to a doctor of a specialty; to specialists nobody is."""
    return specialty in AGES and AGES[specialty].on(day).include(age)


def full(specialty: Specialty, load: int, day: date) -> bool:
    """Whether the norm of a specialty is reached; a specialist has none."""
    return specialty in NORM and load >= NORM[specialty].on(day)
