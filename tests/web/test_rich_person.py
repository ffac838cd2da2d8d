"""A person with cases of all four services in many states: every page of a citizen opens, and takes twenty-five statements at most."""

import re

from api.ids import encode
from models import demo
from models.appeal import Appeal
from models.appointment import Appointment
from models.attachment import Attachment
from models.home_visit import HomeVisit
from models.notice import Notice
from tests.appointment.conftest import clock, keys, made_keys, people, register
from tests.attachment.conftest import People
from tests.attachment.pages import Visit, application, visit
from tests.attachment.test_statements import MOST, counted, more
from tests.notice import acts
from web import routes
from web.page import Page

__all__ = ["application", "clock", "keys", "made_keys", "people", "register", "visit"]
TABLES: dict[str, type[Attachment] | type[Appointment] | type[HomeVisit] | type[Appeal]] = {
    "attachments": Attachment, "appointments": Appointment, "home-visits": HomeVisit, "appeals": Appeal,
}  # fmt: skip
STAFF = re.compile(r"/(check|refusal|decline|approve|refuse|detach)$")


async def rich(people: People) -> None:
    """Zhanar's cases, one after another: ended ones first, then those that are live."""
    for act in (acts.cancelled, acts.call_cancelled, acts.call_refused, acts.decided, acts.taken_back, acts.sent_on, acts.unanswered):
        await act(people)
    for act in (acts.offered, acts.answered, acts.shown, acts.extended):
        await act(people)


async def addresses() -> list[str]:
    """Every page that a citizen can open, of every case that there is."""
    person = await demo.person("zhanar")
    plain = [one.path.rstrip("/") for one in routes.declared() if isinstance(one, Page) and "{" not in one.path]
    found = [path for path in plain if not path.startswith("/work")]
    for service, table in TABLES.items():
        keys = [encode(table.__name__, case.id) for case in await table.filter(person=person)]
        paths = [one.path for one in routes.declared() if isinstance(one, Page) and re.fullmatch(rf"/{service}/{{id}}(/[\w-]+)?", one.path)]
        found += [path.replace("{id}", key) for path in paths for key in keys if not STAFF.search(path)]
    return found + [f"/notices/{encode('Notice', one.id)}" for one in await Notice.filter(person=person)]


async def test_no_page_of_a_citizen_takes_more_than_twenty_five_statements(people: People, visit: Visit) -> None:
    await rich(people)
    await more(3, 0)
    zhanar, found = await visit("zhanar"), {}
    for path in await addresses():
        await zhanar.http.get(f"/kk{path}")
        with counted() as sent:
            answer = await zhanar.http.get(f"/kk{path}")
        assert answer.status_code in (200, 303, 403, 404), (path, answer.status_code)
        if answer.status_code == 200:
            found[path] = len([one for one in sent if "BEGIN" not in one and "COMMIT" not in one])
    assert len(found) > 60 and {path.split("/")[1] for path in found if path} >= {*TABLES, "account", "notices"}
    assert {path: n for path, n in found.items() if n > MOST} == {}
