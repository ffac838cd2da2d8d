"""The chain of the journal: one sequencer gives each line its place and hash; `verify` shows any change, gap or cut."""

import hashlib
from dataclasses import dataclass

from tortoise import fields
from tortoise.models import Model

from models.database import retrying, transaction
from models.journal import Entry

FIRST = "0" * 64
AT_ONCE = 1000


class Head(Model):
    """The place and hash of the last line chained: one row, locked by whoever chains."""

    id = fields.IntField(primary_key=True)
    position = fields.BigIntField(default=0)
    hash = fields.CharField(max_length=64, default=FIRST)

    class Meta:
        table = "journal_head"


@dataclass(frozen=True)
class Report:
    """What a verification found: how many lines, the head, and the faults in words for the operator."""

    lines: int
    position: int
    hash: str
    faults: list[str]


def link(previous: str, position: int, content: bytes) -> str:
    """The hash of a line: over the hash before it, its place and its content."""
    return hashlib.sha256(f"{previous}:{position}:".encode() + content).hexdigest()


async def chain() -> int:
    """Chain the lines that have no place yet, oldest first; the number of lines chained."""
    return await retrying(_chain_once)


async def _chain_once() -> int:
    async with transaction():
        await Head.get_or_create(id=1)
        head = await Head.select_for_update().get(id=1)
        waiting = await Entry.filter(position=None).order_by("at", "id").limit(AT_ONCE)
        position, previous = head.position, head.hash
        for entry in waiting:
            position += 1
            previous = link(previous, position, entry.content())
            await Entry.filter(id=entry.id).update(position=position, hash=previous)
        if waiting:
            await Head.filter(id=1).update(position=position, hash=previous)
        return len(waiting)


async def verify(known: tuple[int, str] | None = None) -> Report:
    """Compute the chain anew, also while it grows. `known` is a head written down earlier: with it a cut-off end shows too."""
    written = [(head.position, head.hash) for head in await Head.filter(id=1)] + ([known] if known else [])
    position, previous, faults = 0, FIRST, list[str]()
    while page := await Entry.filter(position__gt=position).order_by("position").limit(AT_ONCE):
        for entry in page:
            faults += _line_faults(entry, position + 1, previous, written)
            position, previous = entry.position or 0, entry.hash
    return Report(position, position, previous, faults + await _end_faults(position, written))


def _line_faults(entry: Entry, expected: int, previous: str, written: list[tuple[int, str]]) -> list[str]:
    """What is wrong with one line: lines before it are gone, its words or its place were changed, or it is another one."""
    position, faults = entry.position or 0, []
    if position != expected:
        faults.append(f"line {expected} is missing")
    if link(previous, position, entry.content()) != entry.hash:
        faults.append(f"line {position} was changed")
    if any(place == position and noted != entry.hash for place, noted in written):
        faults.append(f"line {position} is not the one that was written down")
    return faults


async def _end_faults(position: int, written: list[tuple[int, str]]) -> list[str]:
    """Whether the end of the journal was cut off, or lines stand behind the end of the chain, which only grows meanwhile."""
    faults = [f"the journal ends at line {position}, line {place} was written down" for place, _ in written if place > position]
    head = await Head.get_or_none(id=1)
    if position > (head.position if head else 0):
        faults.append(f"the journal ends at line {position}, the chain at line {head.position if head else 0}")
    return faults
