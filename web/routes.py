"""Every page, act and file of the site: the sum of the services' tables."""

from starlette.routing import Route

from web import (
    account,
    appeal,
    appeal_act,
    appeal_register,
    appeal_work,
    appointment,
    appointment_work,
    attachment,
    attachment_register,
    export,
    figures,
    files,
    home_visit,
    home_visit_live,
    home_visit_log,
    home_visit_round,
    home_visit_work,
    laws,
    mobile_signing,
    notice,
    signing,
    signing_queue,
    speak,
    staffing,
    timetable,
    work,
)
from web.page import Action, Page, page

TABLES: list[list[Page | Action]] = [
    [page("/", "home", public=True)],
    attachment.PAGES,
    appointment.PAGES,
    home_visit.PAGES,
    appeal.PAGES,
    work.PAGES,
    appeal_act.PAGES,
    appeal_register.PAGES,
    appointment_work.PAGES,
    timetable.PAGES,
    staffing.PAGES,
    home_visit_log.PAGES,
    home_visit_round.PAGES,
    home_visit_work.PAGES,
    appeal_work.PAGES,
    notice.PAGES,
    signing.PAGES,
    account.PAGES,
    export.PAGES,
    laws.PAGES,
]
FILES: list[Route] = [
    *attachment.FILES,
    *appointment.FILES,
    *home_visit_live.FILES,
    *home_visit.FILES,
    *appeal.FILES,
    *mobile_signing.FILES,
    *signing_queue.FILES,
    *signing.FILES,
    *files.FILES,
    *figures.FILES,
    *export.FILES,
    *attachment_register.FILES,
    *work.FILES,
    *appeal_act.FILES,
    *appeal_register.FILES,
    *appointment_work.FILES,
    *staffing.FILES,
    *home_visit_log.FILES,
    *home_visit_round.FILES,
    *home_visit_work.FILES,
    *appeal_work.FILES,
    *notice.FILES,
    *speak.FILES,
]


def declared() -> list[Page | Action]:
    """All pages and actions."""
    return [one for table in TABLES for one in table]
