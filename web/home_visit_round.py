"""The doctor's round on a phone."""

from starlette.routing import Route

from web.page import Action, Page

PAGES: list[Page | Action] = []
FILES: list[Route] = []
