"""A page is a path, a GraphQL document and a template of one name; an action, a path and a mutation that a form sends.

Here they are declared, in the route tables of the services; `web.site` makes them answer.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from web.form import Form
from web.session import Visit

Done = Callable[[Response, Mapping[str, Any]], None]
Prepare = Callable[[Request, Visit, Form], Awaitable[Form]]


@dataclass(frozen=True)
class Page:
    """What one address shows. `fragments` are the blocks that htmx may ask for alone, by the id of its target.

    A `public` page may be kept by the browser of a visitor, who asks each time whether it still holds; it is never kept for
    somebody who has signed in.
    """

    path: str
    name: str
    fragments: tuple[str, ...] = ()
    public: bool = False


@dataclass(frozen=True)
class Action:
    """What one form does: the mutation, the page that shows its problems, where it leads, and what it does to the session."""

    path: str
    name: str
    shows: str
    then: str = ""
    done: Done | None = None
    returns: bool = False
    prepare: Prepare | None = None


def page(path: str, name: str, *, fragments: tuple[str, ...] = (), public: bool = False) -> Page:
    """A page at a path without its language: `page("/attachments/{id}", "attachment/show")`."""
    return Page(path, name, fragments, public)


def action(
    path: str,
    name: str,
    *,
    shows: str,
    then: str = "",
    done: Done | None = None,
    returns: bool = False,
    prepare: Prepare | None = None,
) -> Action:
    """A form's act. `then` is a path filled from the answer, `/attachments/{attachment.id}`; unsaid, it is the page itself.

    `returns` lets the form's own field `then`, a path of this site, say where to go; `done` may begin or end the session;
    `prepare` may put into the form what a browser cannot, such as a file's bytes as text.
    """
    return Action(path, name, shows, then, done, returns, prepare)
