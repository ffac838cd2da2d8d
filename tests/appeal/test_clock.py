"""The clock that nobody stops, and the database that has the last word."""

import pytest
import time_machine
from tortoise.exceptions import IntegrityError, OperationalError

from models import appeal_clock
from models.appeal import Appeal
from models.database import connection
from models.schedule import JOBS
from tests.appeal.appeals import WORDS, at, complained, done, filed, later, lines, refused, row, see, taken_in, told
from tests.attachment.asking import Json
from tests.attachment.conftest import People

WORK = (appeal_clock.lapse, appeal_clock.end_corrections, appeal_clock.record_late_notices, appeal_clock.record_late_cases)


def test_every_job_of_appeals_is_in_the_schedule() -> None:
    assert set(WORK) <= {one.work for one in JOBS}


async def everybody_accused(people: People, case: Json) -> None:
    """An officer names everybody of the clinic who could act, the officer too."""
    officer = await people("officer9")
    await done(officer, "nameAccused", case, people=[one["id"] for one in (await see(officer, case["id"]))["staff"]])


@pytest.mark.parametrize("kind, after, state", [("REQUEST", "2026-12-15", "DEEMED_REFUSED"), ("COMPLAINT", "2026-11-27", "FORWARDED")])
async def test_when_nobody_is_left_to_act_the_clock_brings_the_end(
    people: People, clock: time_machine.Traveller, kind: str, after: str, state: str
) -> None:
    zhanar = await people("zhanar")
    case = await filed(zhanar, kind=kind)
    await everybody_accused(people, case)
    for name in ("officer9", "head9", "deputy9"):
        who = await people(name)
        assert (await see(who, case["id"]))["may"] == []
        assert await refused(who, "forwardAppeal", case, ground="CONFLICT", words=WORDS) == ["ACCUSED"]
    await later(clock, at(after, 0, 1), zhanar)
    assert await appeal_clock.lapse() == 1
    ended = await see(zhanar, case["id"])
    assert ended["state"] == state
    if state == "DEEMED_REFUSED":  # the way up is open, and nobody of the clinic can stop it
        complaint = await complained(zhanar, case["id"])
        await later(clock, at("2026-12-22"), zhanar)
        assert await appeal_clock.lapse() == 1
        ended = await see(zhanar, complaint["id"])
    assert ended["sentOn"][0]["body"]["kind"] == "AUTHORITY"
    authority = await people("authority")
    above = await see(authority, ended["sentOn"][0]["id"])
    assert (await done(authority, "decideAppeal", above, outcome="ORDERED", words=WORDS))["state"] == "DECIDED"


async def test_a_service_complaint_that_nobody_may_decide_lapses_and_is_the_authoritys(
    people: People, clock: time_machine.Traveller
) -> None:
    zhanar = await people("zhanar")
    case = await filed(zhanar, kind="SERVICE_COMPLAINT")
    await everybody_accused(people, case)
    await later(clock, at("2026-12-01"), zhanar)
    assert await appeal_clock.lapse() == 1
    complaint = await complained(zhanar, case["id"])
    assert (complaint["kind"], complaint["body"]["kind"], complaint["dueOn"]) == ("SERVICE_COMPLAINT", "AUTHORITY", "2026-12-23")


async def test_a_late_notice_is_recorded_where_somebody_could_be_told(people: People, clock: time_machine.Traveller) -> None:
    officer, head = await people("officer9"), await people("head9")
    named, nobody = await taken_in(officer, name="Үлгілі Асан"), await taken_in(officer)
    for case in (named, nobody):
        await done(head, "extendAppeal", case, until="2026-12-20", words=WORDS)
    await later(clock, at("2026-11-26", 23, 59), officer)
    assert await appeal_clock.record_late_notices() == 0
    await later(clock, at("2026-11-27"), officer)
    assert (await appeal_clock.record_late_notices(), await appeal_clock.record_late_notices()) == (1, 0)
    assert (await see(officer, named["id"]))["noticeLateAt"] and not (await see(officer, nobody["id"]))["noticeLateAt"]
    await done(officer, "noteExtensionNotice", named, words="Хат № 12, 27.11.2026 ж. жіберілді")
    assert await lines(named) == ["extend", "file", "late_notice", "notify"]


async def test_a_case_not_given_in_three_days_is_recorded_and_still_owed(people: People, clock: time_machine.Traveller) -> None:
    zhanar, authority, officer = await people("zhanar"), await people("authority"), await people("officer9")
    case = await filed(zhanar, kind="SERVICE_COMPLAINT", toAuthority=True)
    await done(authority, "requestAppealCase", case, words=WORDS)
    await later(clock, at("2026-11-26", 23), officer, authority)
    assert await appeal_clock.record_late_cases() == 0
    await later(clock, at("2026-11-27"), officer, authority)
    assert (await appeal_clock.record_late_cases(), await appeal_clock.record_late_cases()) == (1, 0)
    await done(officer, "giveAppealCase", case, words=WORDS)
    assert (await see(authority, case["id"]))["caseLateAt"]


async def test_a_refusal_by_silence_is_told_once_with_the_way_on(people: People, clock: time_machine.Traveller) -> None:
    zhanar = await people("zhanar")
    case = await filed(zhanar)
    clock.move_to(at("2027-02-01"))
    for _ in range(2):
        for work in WORK:
            await work()
    assert await told("zhanar") == ["appeal_filed", "appeal_lapsed"]
    assert (await row(case)).lapsed_at == at("2026-12-15", 0)


_RECEIPT, _WORDS, _AT = "appeal_receipt_is_as_given", "appeal_words_are_as_given", "'2026-11-23 10:00:00+05:00'"
_ID = "'00000000-0000-0000-0000-000000000005'"
CHANGED: dict[str, tuple[str, str]] = {
    "number": ("number = 'X'", _RECEIPT),
    "line": ("register_number = 99", _RECEIPT),
    "receiver": ("received_by = 'X'", _RECEIPT),
    "registered": ("registered_at = '2026-11-25 10:00:00+05:00'", _RECEIPT),
    "first term": ("first_due_on = '2027-01-01'", _RECEIPT),
    "bound": ("latest_on = '2029-01-01'", _RECEIPT),
    "kind": ("kind = 'MESSAGE'", _RECEIPT),
    "whose": ("person_id = NULL", _RECEIPT),
    "essence": ("essence = 'Басқа'", _WORDS),
    "essence longer": ("essence = essence || ' және тағы'", _WORDS),
    "name": ("name = 'X'", _WORDS),
    "number of a person": ("iin = ''", _WORDS),
    "number of an organisation": ("bin = '260440990019'", _WORDS),
    "facts": ("""facts = '{"number": "X"}'""", _WORDS),
    "case complained about": (f"about_id = {_ID}", _WORDS),
    "its number": ("about_number = 'X'", _WORDS),
    "its service": ("about_service = 'ATTACHMENT'", _WORDS),
    "learnt": ("learned_on = '2020-01-01'", _WORDS),
    "part": ("part = 'X'", _WORDS),
    "complained of": ("complained_of = 'X'", _WORDS),
    "restoring": ("restore_words = 'X'", _WORDS),
    "origin": (f"origin_id = {_ID}", _RECEIPT),
    "signature": (f"signature_id = {_ID}", _RECEIPT),
    "term": ("due_on = '2026-12-30'", "appeal_term_is_moved_by_law"),
    "term beyond": (f"due_on = '2029-01-01', extended_at = {_AT}", "appeal_within_latest"),
    "decided without an outcome": (f"state = 'DECIDED', ended_at = {_AT}", "appeal_decided_how"),
    "left without a ground": (f"state = 'LEFT', ended_at = {_AT}", "appeal_left_on_ground"),
    "refused by silence without a day": ("state = 'DEEMED_REFUSED'", "appeal_refused_when"),
    "ended without a day": ("state = 'WITHDRAWN'", "appeal_ended_when"),
}


@pytest.mark.parametrize("what", sorted(CHANGED))
async def test_the_database_itself_keeps_what_must_not_change(people: People, what: str) -> None:
    case = await filed(await people("zhanar"))
    before = await Appeal.all().values()
    changed, name = CHANGED[what]
    with pytest.raises((IntegrityError, OperationalError), match=name):
        await connection().execute_script(f"UPDATE appeal SET {changed} WHERE number = '{case['number']}'")  # noqa: S608
    assert await Appeal.all().values() == before


async def forbidden(name: str, *statements: str) -> None:
    """Statements that the database itself refuses, by name; nothing of any appeal has changed."""
    before = await Appeal.all().values()
    for one in statements:
        with pytest.raises((IntegrityError, OperationalError), match=name):
            await connection().execute_script(one)
        assert await Appeal.all().values() == before, one


async def test_the_database_takes_back_no_refusal_and_moves_neither_its_moment_nor_that_of_an_extension(
    people: People, clock: time_machine.Traveller
) -> None:
    head, case = await people("head9"), await filed(await people("zhanar"))
    await done(head, "extendAppeal", case, until="2026-12-20", words=WORDS)
    await forbidden("appeal_extension_stands", *(f"UPDATE appeal SET extended_at = {one}" for one in ("NULL", _AT_NIGHT)))  # noqa: S608
    clock.move_to(at("2026-12-21"))
    assert await appeal_clock.lapse() == 1
    await forbidden("appeal_lapse_stands", *(f"UPDATE appeal SET lapsed_at = {one}" for one in ("NULL", _AT_NIGHT)))  # noqa: S608
    running = ("REGISTERED", "NEEDS_CORRECTION", "IN_WORK", "PRELIMINARY", "HEARING")
    await forbidden("appeal_refusal_stands", *(f"UPDATE appeal SET state = '{one}'" for one in running))  # noqa: S608
    for one in ("LEFT", "FORWARDED"):
        await forbidden("appeal_refusal_stands", f"UPDATE appeal SET state = '{one}', ended_at = {_AT}")  # noqa: S608
    await connection().execute_script(f"UPDATE appeal SET state = 'WITHDRAWN', ended_at = {_AT}")  # noqa: S608


_AT_NIGHT = "'2027-06-01 00:00:00+05:00'"
ENDED = {
    "outcome": "'DENIED'", "reasons": "'X'", "decision_law": "'X'", "restored": "NULL", "decided_by": "'X'", "decided_role": "'AUTHORITY'",
    "ended_at": "'2026-11-23 09:00:00+05:00'", "leave_ground": "'ANONYMOUS'",
}  # fmt: skip


@pytest.mark.parametrize("end", ["decided", "left"])
async def test_the_database_changes_nothing_of_a_decision_and_lets_the_answer_be_noted(people: People, end: str) -> None:
    officer, head = await people("officer9"), await people("head9")
    case = await taken_in(officer, kind="COMPLAINT" if end == "decided" else "REQUEST", learnedOn="2026-08-22", answerBy=["POST"])
    if end == "decided":
        await done(head, "decideAppeal", case, outcome="CANCELLED", words=WORDS, restored=True)
    else:
        await done(head, "leaveAppeal", case, ground="ANONYMOUS", words=WORDS)
    same = {"left": {"restored", "leave_ground"}}.get(end, set())
    for name, value in ENDED.items():
        if name not in same:
            await forbidden("appeal_decision_stands", f"UPDATE appeal SET {name} = {value}")  # noqa: S608
    await connection().execute_script(f"UPDATE appeal SET answered_at = {_AT}, answer_words = 'X'")  # noqa: S608


async def test_no_way_of_writing_a_row_over_it_changes_an_appeal(people: People, engine: str) -> None:
    """REPLACE deletes and inserts, and so does neither: by the key, by the number, whatever the columns."""
    case = await filed(await people("zhanar"))
    columns = [one for one in Appeal._meta.fields_db_projection.values() if one != "essence"]
    listed, key = ", ".join(f'"{one}"' for one in columns), case["number"]
    source = f"SELECT {listed}, 'Басқа' FROM appeal WHERE number = '{key}'"  # noqa: S608
    new_id = source.replace('"id"', _ID if engine == "sqlite" else f"{_ID}::uuid", 1)
    into = f'INTO appeal ({listed}, "essence")'
    if engine == "sqlite":
        for one in (source, new_id):
            await forbidden("appeal_is_kept", f"INSERT OR REPLACE {into} {one}", f"REPLACE {into} {one}")
        await forbidden("appeal_words_are_as_given", "UPDATE OR REPLACE appeal SET essence = 'Басқа'")
    for one, what in ((source, "id"), (new_id, "number")):
        upsert = f"INSERT {into} {one} ON CONFLICT ({what}) DO UPDATE SET essence = excluded.essence"
        await forbidden("appeal_words_are_as_given", upsert)


async def test_the_database_deletes_no_appeal_and_reopens_none(people: People) -> None:
    zhanar, head = await people("zhanar"), await people("head9")
    case = await filed(zhanar)
    with pytest.raises((IntegrityError, OperationalError), match="appeal_is_kept"):
        await connection().execute_script("DELETE FROM appeal")
    with pytest.raises((IntegrityError, OperationalError), match="appeal_is_kept"):
        await Appeal.all().delete()
    await done(head, "extendAppeal", case, until="2026-12-20", words=WORDS)
    with pytest.raises((IntegrityError, OperationalError), match="appeal_term_is_moved_by_law"):
        await connection().execute_script("UPDATE appeal SET due_on = '2026-12-21'")  # a second time
    await done(head, "decideAppeal", case, outcome="GRANTED", words=WORDS)
    for state in ("IN_WORK", "WITHDRAWN", "LEFT", "DEEMED_REFUSED"):
        with pytest.raises((IntegrityError, OperationalError), match="appeal_end_is_final"):
            await connection().execute_script(f"UPDATE appeal SET state = '{state}'")  # noqa: S608
    assert (await see(zhanar, case["id"]))["state"] == "DECIDED"
