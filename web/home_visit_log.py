"""The call log: on paper and as files."""

from starlette.routing import Route

from web.page import Action, Page

PAGES: list[Page | Action] = []
FILES: list[Route] = []
