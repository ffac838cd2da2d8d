"""A register of three weeks with every end that an appeal can have, for the tests of the register and its figures."""

from datetime import timedelta

import time_machine

from models import appeal_clock
from tests.appeal.appeals import LAW, WORDS, at, done, executor, filed, later, taken_in
from tests.attachment.asking import Json, clinic_id
from tests.attachment.conftest import People

FORMULA = '=HYPERLINK("http://x")'
HOME = "+7 көш., 1-үй"


async def filled(people: People, clock: time_machine.Traveller) -> list[Json]:
    """The register of polyclinic No. 9, line by line; it is 16 December at the end, and two appeals have gone up."""
    zhanar, marat, olga = await people("zhanar"), await people("marat"), await people("olga")
    officer, head, registrar = await people("officer9"), await people("head9"), await people("registrar9")
    minute = timedelta(minutes=1)
    granted = await filed(zhanar)
    await done(officer, "takeUpAppeal", granted, executor=await executor(officer, granted))
    await done(head, "decideAppeal", granted, outcome="GRANTED", words=WORDS)
    clock.shift(minute)
    nobody = await taken_in(officer, receivedAt=at("2026-11-19").isoformat(), postalAddress="", essence=FORMULA)
    clock.shift(minute)
    phoned = await taken_in(registrar, name=FORMULA, postalAddress=HOME, channel="PHONE", subject="BEHAVIOUR")
    clock.shift(minute)
    kept = await filed(marat, kind="COMPLAINT", learnedOn="2026-11-20", complainedOf="тіркеуші", subject="BEHAVIOUR")
    clock.shift(minute)
    lapsed = await filed(zhanar, subject="QUALITY")
    clock.shift(minute)
    withdrawn = await filed(olga, kind="SERVICE_COMPLAINT")
    await done(olga, "withdrawAppeal", withdrawn, words="")
    clock.shift(minute)
    elsewhere = await filed(olga, kind="PROPOSAL")
    await done(officer, "forwardAppeal", elsewhere, ground="NOT_COMPETENT", clinic=await clinic_id("almaty-5"), words=WORDS)
    clock.shift(minute)
    extended = await filed(marat, kind="MESSAGE", essence="Ұзақ сөз. " * 60)
    await done(head, "extendAppeal", extended, until="2027-01-20", words=WORDS)
    clock.shift(minute)
    posted = await taken_in(officer, name="Сейітов Бауыржан", kind="SERVICE_COMPLAINT")
    await done(officer, "proposeAppealDecision", await taken(officer, posted), outcome="UNSATISFIED", words=WORDS)
    await later(clock, at("2026-11-27", 0, 1), officer, head)
    assert await appeal_clock.lapse() == 1
    await later(clock, at("2026-11-27"), officer, head)
    await done(head, "decideAppeal", posted, outcome="UNSATISFIED", words=WORDS, law=LAW)
    await later(clock, at("2026-12-16", 0, 1))
    await appeal_clock.lapse()
    clock.move_to(at("2026-12-16"))
    return [granted, nobody, phoned, kept, lapsed, withdrawn, elsewhere, extended, posted]


async def taken(officer: object, case: Json) -> Json:
    """An appeal whose executor is named."""
    return await done(officer, "takeUpAppeal", case, executor=await executor(officer, case))  # type: ignore[arg-type]
