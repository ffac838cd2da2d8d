"""Templates and what each may use. A misspelt name stops the page (StrictUndefined); all text is escaped."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from starlette.requests import Request
from starlette.responses import HTMLResponse

from models import texts
from models.law import Language, Role
from models.settings import settings
from web import case_place, formats, static
from web.guard import HTMX_INTEGRITY, SSE_INTEGRITY, htmx_url, sse_url
from web.language import link
from web.session import Viewer

FOLDER = Path(__file__).parent / "templates"
HELP = {"contact_centre": "1414", "line": "8-800-080-7777", "emergency": "103"}
FORMATS: tuple[Callable[..., str], ...] = (
    formats.moment,
    formats.day,
    formats.short_day,
    formats.table_day,
    formats.that_day,
    formats.weekday,
    formats.clock_time,
    formats.short_moment,
    formats.number,
    formats.left,
    formats.phone_number,
)
texts.add_folder(Path(__file__).parent / "texts")


class _Environment(Environment):
    """Looks into dicts first: a page's data are dicts, and `data.items` is a field of theirs before it is a method."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


@lru_cache
def environment(folders: tuple[Path, ...] = (FOLDER,)) -> Environment:
    """The environment of all templates; the same name in an earlier folder wins."""
    return _Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def shared(request: Request, language: Language, path: str, viewer: Viewer | None, csrf: str) -> dict[str, object]:
    """What every template may use, whatever its page."""
    words = {function.__name__: partial(function, language=language) for function in FORMATS}
    return words | {
        "data": {},
        "problems": [],
        "form": getattr(request.state, "typed", {}),
        "kept": getattr(request.state, "kept", False),
        "language": str(language),
        "path": path,
        "query": dict(request.query_params),
        "t": partial(_words, language=language),
        "viewer": viewer,
        "csrf": csrf,
        "nonce": getattr(request.state, "nonce", ""),
        "link": partial(link, language),
        "case_page": partial(case_place.of_case, Role(viewer.role)) if viewer else None,
        "act_page": partial(case_place.of_act, Role(viewer.role)) if viewer else None,
        "static": static.address,
        "icon": static.inside("emhana.svg"),
        "fresh_key": lambda: str(uuid4()),
        "site": settings().site,
        "help": HELP | {"clinic": viewer.clinicPhone if viewer else ""},
        "htmx": {"url": htmx_url(), "integrity": HTMX_INTEGRITY},
        "sse": {"url": sse_url(), "integrity": SSE_INTEGRITY},
        "demonstration": settings().demonstration,
        "signing_program": settings().signing_program,
        "egov_mobile": settings().egov_mobile,
        "largest_document": settings().largest_document // (1024 * 1024),
    }


def html(template: Template, values: Mapping[str, object], status: int = 200, fragment: str = "") -> HTMLResponse:
    """A page, or only one block of it when htmx asked for that."""
    if not fragment:
        return HTMLResponse(template.render(values), status)
    context = template.new_context(dict(values))
    return HTMLResponse("".join(template.blocks[fragment](context)), status)


def _words(key: str, language: Language, **values: object) -> str:
    return texts.text(key, language, **values)
