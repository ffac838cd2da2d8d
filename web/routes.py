"""Every page, act and file of the site: the sum of the services' tables."""

from starlette.routing import Route

from web import account, appointment, appointment_work, attachment, files, laws, notice, signing, timetable, work
from web.page import Action, Page, page

TABLES: list[list[Page | Action]] = [
    [page("/", "home")],
    attachment.PAGES,
    appointment.PAGES,
    work.PAGES,
    appointment_work.PAGES,
    timetable.PAGES,
    notice.PAGES,
    signing.PAGES,
    account.PAGES,
    laws.PAGES,
]
FILES: list[Route] = [
    *attachment.FILES,
    *appointment.FILES,
    *signing.FILES,
    *files.FILES,
    *work.FILES,
    *appointment_work.FILES,
    *notice.FILES,
]


def declared() -> list[Page | Action]:
    """All pages and actions."""
    return [one for table in TABLES for one in table]
