"""Calling a doctor home as people of the demonstration do it at /graphql: signed, at the desk, by phone; and the acts of the clinic."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from models import demo
from models.clinic import Doctor
from models.clock import ZONE
from models.demo_data import PEOPLE
from models.home_visit import HomeVisit
from models.journal import Entry
from models.outbox import Message
from tests.attachment.asking import Asker, Json

CALL = """homeVisit {
    id number logNumber state stateText version urgency visitDay servedByLaw carried answerBy answeredAt window { since until }
    windows { since until } laterDays doctor { id fullName } attempts apologies insisted route mark may { act } spoken
    dangerSigns { sign } indications { indication } due { at overdue } refusal { ground text provision { basis } complaint { text } }
}"""
PROBLEMS = "problems { code field message remedy allowedFrom provision { basis } }"
INPUTS = {
    "agreeToRedirection": "CaseInput", "insistOnHomeVisit": "CaseInput", "setOutForHomeVisit": "RoundStepInput",
    "arriveAtHomeVisit": "RoundStepInput", "markNobodyHome": "RoundStepInput", "giveHomeVisitUp": "RoundStepInput",
    "takeHomeVisitBack": "RoundStepInput",
}  # fmt: skip
HOME = {"locality": "Алматы", "street": "Төле би", "house": "45", "flat": "2", "entrance": "1", "floor": "3", "intercom": "45К"}
REASON = "Бүгін барлық дәрігер шақыруда, кешірім сұраймыз."


def request(**changes: Any) -> Json:
    """A sound call: a temperature, an address, a phone."""
    given = {
        "idempotencyKey": str(uuid4()), "dangerSigns": [], "indications": ["FEVER"], "words": "Кеше кештен бері қызуы 39", "address": HOME,
        "phone": "+7 701 234 56 78", "arrival": "Есіктегі қоңырау істемейді", "language": "KK", **changes,
    }  # fmt: skip
    return {name: value for name, value in given.items() if value is not None}


async def act(asker: Asker, name: str, given: Json, shown: str = CALL) -> Json:
    """The payload of an act."""
    kind = INPUTS.get(name, f"{name[0].upper()}{name[1:]}Input")
    found: Json = await asker.see(f"mutation ($input: {kind}!) {{ {name}(input: $input) {{ {shown} {PROBLEMS} }} }}", input=given)
    return found


async def call(asker: Asker, **changes: Any) -> Json:
    """Call a doctor on the portal: signed by whoever asks."""
    return await act(asker, "callDoctor", await asker.signed("callDoctor", request(**changes), as_head=False))


async def call_by_phone(registrar: Asker, iin: str, **changes: Any) -> Json:
    """A call that a registrar enters for whoever is on the phone."""
    return await act(registrar, "callDoctor", request(patientIin=iin, channel="PHONE", **changes))


async def called(asker: Asker, **changes: Any) -> Json:
    """A call of the portal that was entered."""
    answer = await call(asker, **changes)
    assert answer["problems"] == [], answer["problems"]
    return dict(answer["homeVisit"])


async def see(asker: Asker, key: str) -> Json:
    """A call as somebody sees it now; None when it is not to be seen."""
    found: Json = await asker.see(f"query ($id: ID!) {{ {CALL.replace('homeVisit {', 'homeVisit(id: $id) {', 1)} }}", id=key)
    return found


async def doctor_id(name: str) -> str:
    """The id of a doctor of the demonstration."""
    from api.ids import encode

    return encode("Doctor", (await Doctor.get(person=await demo.person(name))).id)


async def done(asker: Asker, name: str, case: Json, **more: Any) -> Json:
    """An act on a call as it was seen, which nothing forbids: the call after it."""
    answer = await act(asker, name, given(name, case, **more))
    assert answer["problems"] == [], answer["problems"]
    return dict(answer["homeVisit"])


def given(name: str, case: Json, **more: Any) -> Json:
    """What an act needs to know of a call."""
    base: Json = {"id": case["id"]}
    if name.endswith("HomeVisit") and name.split("HomeVisit")[0] in ("accept", "refuse", "redirect", "assign", "carry", "weigh"):
        base["version"] = case["version"]
    if name == "promiseWindow":
        base["version"] = case["version"]
    if INPUTS.get(name) == "RoundStepInput" or name in ("completeHomeVisit", "reportWorse"):
        base["idempotencyKey"] = str(uuid4())
    return base | more


async def accepted(registrar: Asker, case: Json, doctor: str | None = None) -> Json:
    """A call accepted in the first window that can be promised, with a doctor of the demonstration where one is named."""
    seen = await see(registrar, case["id"])
    more: Json = {"window": seen["windows"][0]}
    if doctor:
        more["doctor"] = await doctor_id(doctor)
    return await done(registrar, "acceptHomeVisit", seen, **more)


def codes(payload: Json) -> list[str]:
    """The codes of the problems of a payload."""
    return [one["code"] for one in payload["problems"]]


IIN = {one.key: one.iin for one in PEOPLE}
NEEDLESS = "Өзі емханаға келді"
SEEN = "ЖК № 012345678"
STEPS = ("setOutForHomeVisit", "arriveAtHomeVisit")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026; the 23rd is the Monday of the tests."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


def window(since: datetime, hours: float = 2) -> Json:
    """A window as it is promised."""
    return {"since": since.isoformat(), "until": (since + timedelta(hours=hours)).isoformat()}


async def row(case: Json) -> HomeVisit:
    """The row of a call."""
    return await HomeVisit.get(number=case["number"])


async def lines(case: Json) -> list[str]:
    """What was done to a call, in the order in which it was done, by the journal."""
    found = await Entry.filter(case_number=case["number"], reading=False).order_by("at")
    return [one.act.removeprefix("home_visit:") for one in found]


async def told(name: str, way: str = "ACCOUNT") -> list[str]:
    """What somebody was told, one template per message, in alphabetical order."""
    return sorted(one.template for one in await Message.filter(person__iin=IIN[name], way=way))


async def refused(asker: Asker, name: str, case: Json, **more: Any) -> list[str]:
    """The codes for which an act on a call is not done; the call stays as it was."""
    before = await row(case)
    answer = await act(asker, name, given(name, case, **more))
    after = await row(case)
    assert (before.version, before.state) == (after.version, after.state)
    return codes(answer)


async def on_the_way(registrar: Asker, doctor: Asker, case: Json, name: str = "doctor9") -> Json:
    """A call accepted with a doctor, who has set out."""
    return await done(doctor, "setOutForHomeVisit", await accepted(registrar, case, name))


async def in_vain(doctor: Asker, case: Json) -> Json:
    """The doctor is at the door, and nobody opens."""
    return await done(doctor, "markNobodyHome", await done(doctor, "arriveAtHomeVisit", case))
