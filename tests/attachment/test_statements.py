"""No page asks the database more because a list is longer, and a page takes twenty-five statements at most."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine

from api.ids import encode
from models import consent, demo, journal
from models.account import account_of
from models.actor import Actor
from models.attachment import Attachment
from models.clinic import Clinic, Doctor
from models.clock import now
from models.demo_data import iin
from models.document import Document
from models.law import Channel, Language, Role, Service
from models.law.attachment import DocumentKind, Ground, State
from models.law.consent import Purpose
from models.number import next_number
from models.outbox import Message, Way
from models.person import Person
from tests.attachment.pages import Visit, Visitor, application, visit
from web import routes
from web.page import Page

__all__ = ["application", "visit"]
MOST = 25
WITH_REHEARSAL = 32  # these pages ask "may I?", and the act is done and undone
FEW, MANY, OPENINGS = 3, 14, 12
STATES = [State.SUBMITTED, State.CHECKED, State.REFUSAL_PROPOSED]


class Statements(logging.Handler):
    """Counts what is sent to the database: Tortoise tells of every statement at the level DEBUG."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.sent: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.sent.append(record.getMessage())


@contextmanager
def counted() -> Iterator[list[str]]:
    logger, handler = logging.getLogger("tortoise.db_client"), Statements()
    before = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    try:
        yield handler.sent
    finally:
        logger.setLevel(before[0])
        logger.propagate = before[1]
        logger.removeHandler(handler)


async def more(number: int, serial: int) -> None:
    """More of everything that pages list: people with cases at the clinic, their documents, lines, messages, consents."""
    clinic = await Clinic.get(bin="260440990019")
    doctor = await Doctor.filter(clinic=clinic).first()
    zhanar = await demo.person("zhanar")
    account = await account_of(zhanar)
    citizen = Actor(role=Role.CITIZEN, account=account.id, person=zhanar.id, name=zhanar.full_name)
    for one in range(number):
        born = (now() - timedelta(days=9000 + serial + one)).date()
        person = await Person.create(
            iin=iin(born, True, 30), surname=f"Сыналған{serial + one}", given_name="Адам", birth_date=born, recorded_at=now()
        )
        case = await Attachment.create(
            number=await next_number("AP"), state=STATES[one % 3], person=person, clinic=clinic, doctor=doctor, ground=Ground.FIRST,
            channel=Channel.DESK, applicant=zhanar, language=Language.KK, submitted_at=now(), accepted_at=now(),
            due_at=now() + timedelta(hours=one),
        )  # fmt: skip
        await Document.create(person=person, attachment=case, kind=DocumentKind.IDENTITY, paper=True, uploaded_at=now())
        entry = await journal.record(citizen, "attachment:read", person=zhanar.id, service=Service.ATTACHMENT, case=case.id, reading=True)
        await Message.create(
            cause=entry.id, person=zhanar, way=Way.ACCOUNT, language=Language.KK, template="attachment_withdrawn",
            values={"number": "1", "clinic": "x", "name": "x", "due": ""}, created_at=now(), sent_at=now(),
        )  # fmt: skip
        await consent.give(citizen, zhanar.id, Purpose.ATTACHMENT, clinic=clinic.id)


def paths(case: str, own: str) -> dict[str, list[str]]:
    """Every page without parameters, and the pages of a case, by who opens them."""
    plain = [one.path for one in routes.declared() if isinstance(one, Page) and "{" not in one.path]
    of_case = [
        one.path.replace("{id}", case)
        for one in routes.declared()
        if isinstance(one, Page) and re.fullmatch(r"/attachments/\{id\}(/\w+)?", one.path)
    ]
    citizen = [path for path in plain if not path.startswith("/work")]
    return {"zhanar": [*citizen, f"/attachments/{own}"], "registrar": [*plain, *of_case], "head": [*plain, *of_case], "": plain}


async def costs(visit: Visit, wanted: dict[str, list[str]]) -> dict[tuple[str, str], int]:
    """How many statements each page takes, the second time it is opened; pages that are not for this visitor are left out."""
    found = {}
    for name, addresses in wanted.items():
        visitor = await visit(name)
        for path in addresses:
            await visitor.http.get(f"/kk{path}")
            if cost := await opened(visitor, path):
                found[name, path] = cost
    return found


async def opened(visitor: Visitor, path: str) -> int:
    """How many statements a page takes; none when it is not for this visitor."""
    with counted() as sent:
        answer = await visitor.http.get(f"/kk{path}")
    return len([one for one in sent if "BEGIN" not in one and "COMMIT" not in one]) if answer.status_code == 200 else 0


async def least(visit: Visit, name: str, path: str) -> int:
    """The least that a page takes: lists read side by side ask for their people in one statement or, as answers come, in two."""
    visitor = await visit(name)
    return min([await opened(visitor, path) for _ in range(OPENINGS)])


@pytest.fixture
def still() -> Iterator[None]:
    """A session that is noted as seen once in a minute would add a statement to whichever page comes then."""
    with time_machine.travel(now(), tick=False):
        yield


async def test_longer_lists_cost_no_more_statements(visit: Visit, still: None) -> None:
    await more(FEW, 0)
    own = await Attachment.filter(person=await demo.person("zhanar")).first()
    case = await Attachment.filter(state=State.SUBMITTED).first()
    assert own and case
    wanted = paths(encode("Attachment", case.id), encode("Attachment", own.id))
    before = await costs(visit, wanted)
    await more(MANY, 100)
    after = await costs(visit, wanted)
    assert len(after) > 40
    grown = {one: (before[one], await least(visit, *one)) for one in after if after[one] > before[one]}
    assert {one: (few, many) for one, (few, many) in grown.items() if many > few} == {}
    rehearsed = re.compile(r"/(check|approve|refuse|decline|refusal|detach)$")
    assert {one: n for one, n in after.items() if n > (WITH_REHEARSAL if rehearsed.search(one[1]) else MOST)} == {}


async def test_the_counter_sees_statements(register: str) -> None:
    with counted() as sent:
        await Clinic.all().count()
    assert len(sent) == 1
