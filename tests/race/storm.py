"""A storm: everything that may be done about one person is done at the same instant, through two processes, again and again."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from tests.race.calls import HELD, OPEN_CASE, Calls, Json, request
from tests.race.stage import Citizen, Desk, Stage

AT_ONCE = 6
WORDS = {"ground": "NONCOMPLIANT", "rule": "OTHER_UNIT", "words": "Мекенжайы басқа бірлікте."}
Move = Coroutine[Any, Any, object]


async def storm(calls: Calls, stage: Stage, rounds: int, signing: int = 0) -> None:
    """Live everybody's rounds, some people at a time; the first `signing` people also sign requests of their own."""
    room = asyncio.Semaphore(AT_ONCE)

    async def live(number: int, citizen: Citizen) -> None:
        async with room:
            for turn in range(number, number + rounds):
                await file(calls, stage, citizen, turn, signs=number < signing)
                await decide(calls, stage, citizen, turn)

    await asyncio.gather(*(live(number, citizen) for number, citizen in enumerate(stage.citizens)))


def released(moves: list[Move], turn: int) -> "asyncio.Future[list[object]]":
    """All of them at one instant; who is first changes from turn to turn."""
    cut = turn % len(moves)
    return asyncio.gather(*moves[cut:], *moves[:cut])


async def file(calls: Calls, stage: Stage, citizen: Citizen, turn: int, signs: bool = False) -> None:
    """Three desks and, where the citizen signs, the portal file for the same person; on the ground that fits what is held."""
    here, there = stage.here, stage.there
    held = await held_by(calls, stage, citizen, turn)
    ground = "RESIDENCE_CHANGE" if held else "FIRST"
    first, second = (there, here) if held and held["clinic"]["id"] == here.clinic else (here, there)
    moves: list[Move] = [
        calls.act(0, first.registrars[0], "submitAttachment", request(citizen, first.clinic, ground, desk=True)),
        calls.act(1, first.registrars[1], "submitAttachment", request(citizen, first.clinic, ground, desk=True)),
        calls.act(1, second.registrars[0], "submitAttachment", request(citizen, second.clinic, ground, desk=True)),
    ]
    if signs:
        given = await calls.signed(turn, citizen.token, "submitAttachment", request(citizen, first.clinic, ground, desk=False))
        moves.append(calls.act(0, citizen.token, "submitAttachment", given))
    await released(moves, turn)


async def held_by(calls: Calls, stage: Stage, citizen: Citizen, turn: int) -> Json | None:
    """The attachment in force, seen by the clinic that has it."""
    for desk in (stage.here, stage.there):
        if held := await calls.found(turn, desk.registrars[0], HELD, citizen.iin):
            return held
    return None


async def decide(calls: Calls, stage: Stage, citizen: Citizen, turn: int) -> None:
    """The open request is checked, then answered, withdrawn, proposed for refusal and filed beside, all at once; then refused."""
    for desk in (stage.here, stage.there):
        if case := await calls.found(turn, desk.registrars[0], OPEN_CASE, citizen.iin):
            await released([calls.act(to, desk.registrars[to], "checkAttachment", {"id": case["id"]}) for to in (0, 1)], turn)
            if turn % 4 == 1:  # proposed undisturbed, so that in every storm there are refusals to decide at one instant
                await calls.act(0, desk.registrars[1], "proposeAttachmentRefusal", {"id": case["id"], **WORDS})
            else:
                await released(await _answers(calls, stage, desk, citizen, case, turn), turn)
            case = await calls.found(turn, desk.registrars[0], OPEN_CASE, citizen.iin)
            if case and case["state"] == "REFUSAL_PROPOSED":
                await released(await _refusals(calls, desk, citizen, case, turn), turn)


async def _answers(calls: Calls, stage: Stage, desk: Desk, citizen: Citizen, case: Json, turn: int) -> list[Move]:
    """Two heads approve, with signatures that are both good until one is used; others do what excludes it."""
    given = {"id": case["id"]}
    approvals = [await calls.signed(to, desk.heads[to], "approveAttachment", given) for to in (0, 1)]
    moves: list[Move] = [calls.act(to, desk.heads[to], "approveAttachment", approvals[to]) for to in (0, 1)]
    moves.append(calls.act(turn, stage.there.registrars[0], "submitAttachment", request(citizen, stage.there.clinic, "FIRST", desk=True)))
    if turn % 3:
        moves.insert(turn % 3, calls.act(1, citizen.token, "withdrawAttachment", given))
    if turn % 2:
        moves.insert(0, calls.act(0, desk.registrars[1], "proposeAttachmentRefusal", {**given, **WORDS}))
    return moves


async def _refusals(calls: Calls, desk: Desk, citizen: Citizen, case: Json, turn: int) -> list[Move]:
    """Two heads confirm the refusal, one of them also declines it, and the citizen withdraws."""
    given = {"id": case["id"]}
    signed = [await calls.signed(to, desk.heads[to], "refuseAttachment", given) for to in (0, 1)]
    moves: list[Move] = [calls.act(to, desk.heads[to], "refuseAttachment", signed[to]) for to in (0, 1)]
    moves.append(calls.act(1, desk.heads[1], "declineAttachmentRefusal", {**given, "words": "Құжаттары дұрыс."}))
    moves.append(calls.act(0, citizen.token, "withdrawAttachment", given))
    return moves
