"""The law as this system reads it, open to everybody: the tables, and the working calendar of a year."""

from web.page import Action, Page, page

PAGES: list[Page | Action] = [
    page("/law", "laws/index", public=True),
    page("/law/calendar", "laws/calendar", public=True),
]
