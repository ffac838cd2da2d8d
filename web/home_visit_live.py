"""A call's status as it changes."""

from starlette.routing import Route

from web.page import Action, Page

PAGES: list[Page | Action] = []
FILES: list[Route] = []
