"""Appeals as people of the demonstration file them at /graphql: signed, at a desk, by phone; and the acts of the bodies on them."""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

import time_machine

from models import demo
from models.appeal import Appeal
from models.clock import ZONE
from models.demo_data import PEOPLE
from models.journal import Entry
from models.outbox import Message
from tests.attachment.asking import Asker, Json, clinic_id

APPEAL = """appeal {
    id number version state stateText kind mark name anonymous dueOn firstDueOn latestOn lapsedAt late executor essence registrationLateAt
    forwardingLateAt noticeLateAt caseLateAt endedAt body { kind name }
    receipt { number line receivedAt registeredOn receiver position dueOn place }
    may { act } due { at overdue provision { basis } } correction { requirements until missed } extension { until noticedAt }
    proposal { outcome objectBy decideFrom objection } hearing { at protocol { participants } }
    decision { outcome text late restored wayOn answeredAt }
    sentOn { id number state body { kind } } origin { id number } complaintOpen accused { name } next { act why by overdue yours }
    outcomes executors { id name } staff { id name position }
}"""
PROBLEMS = "problems { code field message remedy allowedFrom provision { basis } }"
INPUTS = {"noteExtensionNotice": "AppealWordsInput", "sendAppealAnswer": "AppealWordsInput", "requestAppealCase": "AppealWordsInput"}
UNSEEN = ("correctAppeal", "objectToAppealDecision")  # what the appellant does needs a key instead of a version
IIN = {one.key: one.iin for one in PEOPLE}
ESSENCE = "Емханада ұзақ кезек тұрамыз, тіркеу терезесін көбейтуді сұраймын."
WORDS = "Өтініште көрсетілген мән-жайлар тексеріліп, анықталды."
LAW = "ҚР ДСМ-90 бұйрығы, 7-тармақ"
HOME = "Алматы қ., Төле би көш., 45, 2-пәтер"


def request(**changes: Any) -> Json:
    """A sound appeal: a request, an address."""
    given = {
        "idempotencyKey": str(uuid4()), "kind": "REQUEST", "essence": ESSENCE, "postalAddress": HOME, "language": "KK",
        "subject": "WAITING", **changes,
    }  # fmt: skip
    return {name: value for name, value in given.items() if value is not None}


async def act(asker: Asker, name: str, given: Json, shown: str = APPEAL) -> Json:
    """The payload of an act."""
    kind = INPUTS.get(name, f"{name[0].upper()}{name[1:]}Input")
    found: Json = await asker.see(f"mutation ($input: {kind}!) {{ {name}(input: $input) {{ {shown} {PROBLEMS} }} }}", input=given)
    return found


async def file(asker: Asker, **changes: Any) -> Json:
    """File an appeal on the portal, to clinic 9 unless told otherwise: signed by whoever asks."""
    given = request(**{"clinic": await clinic_id("almaty-9"), **changes})
    return await act(asker, "fileAppeal", await asker.signed("fileAppeal", given, as_head=False))


async def filed(asker: Asker, **changes: Any) -> Json:
    """An appeal of the portal that was filed."""
    return _of(await file(asker, **changes))


async def complained(asker: Asker, about: str, **changes: Any) -> Json:
    """A complaint of the portal about a case."""
    given = request(kind=None, about=about, **changes)
    return _of(await act(asker, "fileComplaint", await asker.signed("fileComplaint", given, as_head=False)))


async def taken_in(asker: Asker, **changes: Any) -> Json:
    """An appeal that somebody of a body takes in at a desk."""
    return _of(await act(asker, "fileAppeal", request(**changes)))


async def see(asker: Asker, key: str) -> Json:
    """An appeal as somebody sees it now; None when it is not to be seen."""
    found: Json = await asker.see(f"query ($id: ID!) {{ {APPEAL.replace('appeal {', 'appeal(id: $id) {', 1)} }}", id=key)
    return found


def given(name: str, case: Json, **more: Any) -> Json:
    """What an act needs to know of an appeal."""
    base: Json = {"id": case["id"]}
    if name in UNSEEN:
        base["idempotencyKey"] = str(uuid4())
    elif name != "withdrawAppeal":
        base["version"] = case["version"]
    return base | more


async def done(asker: Asker, name: str, case: Json, **more: Any) -> Json:
    """An act on an appeal as it is now, which nothing forbids: the appeal after it."""
    return _of(await act(asker, name, given(name, await see(asker, case["id"]), **more)))


async def refused(asker: Asker, name: str, case: Json, **more: Any) -> list[str]:
    """The codes for which an act on an appeal is not done; the appeal stays as it was."""
    before = await row(case)
    now = case | {"version": before.version}
    answer = await act(asker, name, given(name, now, **more))
    after = await row(case)
    assert (before.version, before.state, before.due_on) == (after.version, after.state, after.due_on)
    return codes(answer)


def _of(answer: Json) -> Json:
    assert answer["problems"] == [], answer["problems"]
    return dict(answer["appeal"])


def codes(payload: Json) -> list[str]:
    """The codes of the problems of a payload."""
    return [one["code"] for one in payload["problems"]]


def at(day: str, hour: int = 10, minute: int = 0) -> datetime:
    """A moment of a day in Kazakhstan's time."""
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), ZONE).replace(hour=hour, minute=minute)


async def later(clock: time_machine.Traveller, moment: datetime, *askers: Asker) -> None:
    """Go to a later moment; who has a bearer signs in again, since none lives longer than twelve hours."""
    clock.move_to(moment)
    for one in askers:
        one.token = await demo.token(one.name)


async def row(case: Json) -> Appeal:
    """The row of an appeal."""
    return await Appeal.get(number=case["number"]).prefetch_related("clinic", "authority", "person")


async def lines(case: Json) -> list[str]:
    """What was done to an appeal, by the journal, in alphabetical order: the tests' clock stands still."""
    found = await Entry.filter(case_number=case["number"], reading=False)
    return sorted(one.act.removeprefix("appeal:") for one in found)


async def told(name: str, way: str = "ACCOUNT") -> list[str]:
    """What somebody was told of appeals, one template per message, in alphabetical order."""
    found = await Message.filter(person__iin=IIN[name], way=way, template__startswith="appeal_")
    return sorted(one.template for one in found)


async def executor(asker: Asker, case: Json, surname: str = "") -> str:
    """The id of an executor of the body that has an appeal."""
    return str(next(one["id"] for one in (await see(asker, case["id"]))["executors"] if one["name"].startswith(surname)))
