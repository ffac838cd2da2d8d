"""A clinic small enough to be crowded: two general practitioners, a dentist, few times; and its times reckoned slowly."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from models import clock, register, timetable_opening
from models.attachment import Attachment
from models.clinic import Clinic
from models.database import close, connect
from models.database.migrate import upgrade
from models.demo_data import ALMATY, iin
from models.law import Language
from models.law.appointment import VisitReason
from models.law.specialty import Specialty
from models.timetable import Absence, Reception

PEOPLE = 6
BY = {specialty.value: weekdays for specialty, weekdays in ((Specialty.GP, (0, 2)), (Specialty.DENTIST, (1, 2)))}
NAMES = {one.value: "№ 1" for one in Language}
MINUTE = timedelta(minutes=1)


async def small(url: str) -> None:
    """A clinic of two general practitioners and a dentist with three times on some mornings, and people attached to it."""
    await upgrade(url)
    await connect(url)
    clinic = await register.clinic("260440990019", ALMATY, NAMES, NAMES, "", True)
    await register.site(clinic, 1, [])
    for serial in range(PEOPLE + 4):
        born = date(1980, 1, 1 + serial)
        person = await register.person(iin(born, True, serial), f"Үлгілі{serial}", "Асан", "", born)
        if serial < PEOPLE + 1:
            await Attachment.create(
                number=f"X-{serial}", state="IN_FORCE", person=person, clinic=clinic, ground="FIRST", channel="REGISTER", language="kk",
                submitted_at=clock.now(), applicant=person,
            )  # fmt: skip
            continue
        specialty = Specialty.DENTIST if serial == PEOPLE + 3 else Specialty.GP
        doctor = await register.doctor(person, clinic, specialty, 1, ["kk"], 0)
        for weekday in BY[specialty] if serial != PEOPLE + 2 else (0, 1):
            await Reception.create(
                clinic=clinic, doctor=doctor, weekday=weekday, begins_minute=540, ends_minute=630, minutes=30, room=str(serial),
                reasons=" ".join(VisitReason), since=clock.today(), recorded_at=clock.now(),
            )  # fmt: skip
    await timetable_opening.open_horizon()
    await close()


async def given(clinic: Clinic) -> set[tuple[UUID, datetime, datetime]]:
    """The times that receptions and absences give from now to the horizon, reckoned slowly and by themselves."""
    found, away, hours = set(), await Absence.all(), clinic.working_hours()
    for one in await Reception.all():
        for number in range(15):
            on = clock.today() + timedelta(days=number)
            holds = on.weekday() == one.weekday and one.since <= on and (one.until is None or on <= one.until)
            for minute in range(one.begins_minute, one.ends_minute - one.minutes + 1, one.minutes) if holds and hours.on(on) else ():
                starts_at = datetime.combine(on, time(minute // 60, minute % 60), clock.ZONE)
                ends_at = starts_at + timedelta(minutes=one.minutes)
                absent = any(
                    a.doctor_id == one.doctor_id and a.since < ends_at and starts_at < a.until and a.until - a.since > MINUTE for a in away
                )
                if starts_at > clock.now() and not absent:
                    found.add((one.doctor_id, starts_at, ends_at))
    return found
