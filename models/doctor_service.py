"""The days on which doctors serve a clinic: those of their posts there."""

import uuid
from collections.abc import Sequence

from models.account import Post
from models.clinic import Doctor
from models.law import Role
from models.law.staffing import ServiceDays


async def days_of(doctor: Doctor) -> ServiceDays:
    """The days of a doctor's post at the clinic; without bounds for one whom only the register entered, with no post."""
    return (await days_of_all([doctor]))[doctor.id]


async def days_of_all(doctors: Sequence[Doctor]) -> dict[uuid.UUID, ServiceDays]:
    """The same of several doctors, by one statement."""
    people, places = {one.person_id for one in doctors}, {one.clinic_id for one in doctors}
    posts = Post.filter(role=Role.DOCTOR, clinic_id__in=list(places), account__person_id__in=list(people)).select_related("account")
    known = {(one.account.person_id, one.clinic_id): ServiceDays(one.since, one.until) for one in (await posts if doctors else [])}
    return {one.id: known.get((one.person_id, one.clinic_id), ServiceDays()) for one in doctors}


async def resting(doctors: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    """Which of several doctors serve nobody now."""
    found = await Doctor.filter(id__in=list(doctors), serving=False) if doctors else []
    return {one.id for one in found}
