"""What runs when: one table. Every job can be run twice, or by two processes at once, without harm."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import anyio

from models import (
    appeal_clock,
    appointment_booking,
    appointment_day,
    appointment_ending,
    appointment_reminder,
    attachment_decision,
    clock,
    doctor_change,
    export,
    home_visit_clock,
    housekeeping,
    journal_chain,
    notice_sealing,
    open_figures,
    outbox_sending,
    register,
    timetable_opening,
    trust,
)
from models.database import Away
from models.faults import where

log = logging.getLogger("emhana.schedule")
PAUSE = 0.5


@dataclass(frozen=True)
class Job:
    """A piece of work and how often it is done."""

    name: str
    every: timedelta
    work: Callable[[], Awaitable[int]]


JOBS = (
    Job("chain the journal", timedelta(seconds=1), journal_chain.chain),
    Job("send what the outbox holds", timedelta(seconds=5), outbox_sending.send_due),
    Job("seal notices", timedelta(seconds=1), notice_sealing.seal_due),
    Job("bring approved attachments into force", timedelta(minutes=1), attachment_decision.bring_into_force),
    Job("record overdue attachments", timedelta(minutes=1), attachment_decision.record_overdue),
    Job("end holds that ran out", timedelta(seconds=5), appointment_booking.end_expired),
    Job("open the times of the horizon", timedelta(minutes=30), timetable_opening.open_horizon),
    Job("begin and end the service of doctors whose post begins or runs out", timedelta(minutes=30), doctor_change.keep_service),
    Job("offer other times", timedelta(minutes=1), appointment_ending.renew_offers),
    Job("remind of appointments", timedelta(minutes=1), appointment_reminder.send_due),
    Job("note appointments that passed", timedelta(minutes=30), appointment_day.record_passed),
    Job("record overdue answers to calls", timedelta(minutes=1), home_visit_clock.record_overdue),
    Job("apologise for windows about to be missed", timedelta(minutes=1), home_visit_clock.apologise),
    Job("carry over calls that the day left undone", timedelta(minutes=1), home_visit_clock.carry_over),
    Job("let terms of appeals run out", timedelta(minutes=1), appeal_clock.lapse),
    Job("end corrections of appeals", timedelta(minutes=1), appeal_clock.end_corrections),
    Job("record late notices of extensions", timedelta(minutes=30), appeal_clock.record_late_notices),
    Job("record cases not given", timedelta(minutes=30), appeal_clock.record_late_cases),
    Job("fetch revocation lists", timedelta(minutes=1), trust.fetch_lists),
    Job("let people and clinics be sought", timedelta(minutes=1), register.seek_all),
    Job("delete files of journals whose hour is over", timedelta(minutes=1), export.clear),
    Job("publish the figures of months that are over", timedelta(hours=1), open_figures.publish),
    Job("clear what has expired", timedelta(hours=1), housekeeping.clear),
)


async def run_forever() -> None:
    """Do every job when its time comes, until cancelled; a job that fails is logged and comes again."""
    due = {job.name: clock.now() for job in JOBS}
    while True:
        for job in JOBS:
            if clock.now() >= due[job.name]:
                due[job.name] = clock.now() + job.every
                await run(job)
        await anyio.sleep(PAUSE)


async def run(job: Job) -> None:
    """One job, once; a database that is away is one line in the log."""
    try:
        done = await job.work()
    except Away:
        log.warning("the database is away: %s will be tried again", job.name)
    except Exception as error:
        log.error("%s failed and will be tried again\n%s", job.name, where(error))
    else:
        if done and job.every > timedelta(seconds=5):
            log.info("%s: %d", job.name, done)
