"""Good messages changed at random: each is refused as `Bad`, or says the very same of the very same signer.

Another encoding of one meaning is possible in one place only: hashes may have NULL parameters or none (RFC 5754), and a
time stamp may be taken off, for nothing that the signer signed covers it.
"""

import random
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from models.demonstration_keys import Authority
from models.eds import Anchors, Bad, Signer, cms, verify
from tests.eds.conftest import Good, Stamper
from tests.eds.tree import Node, parsed

PERSON, HEAD = "850312399011", "730404399077"
EVERYDAY, FULL = 3_000, 100_000
SLOWEST = 1.0  # seconds of the processor for one message, so that a busy machine changes nothing
Message = tuple[bytes, dict[str, Any]]
Pool = Mapping[str, Message]


@pytest.fixture(scope="module")
def pool(
    authority: Authority,
    moment: datetime,
    message: bytes,
    head_message: bytes,
    gost_message: bytes,
    stamper: Stamper,
    gost_stamper: Stamper,
) -> Pool:
    given: dict[str, Any] = {"anchors": authority.anchors, "at": moment, "revocation": authority.crl_source}
    made = {
        "ECDSA": (message, given),
        "RSA": (head_message, given),
        "GOST": (gost_message, given),
        "stamped": (stamper(message), given),
        "GOST stamped": (gost_stamper(gost_message), given),
        "detached": (authority.sign(PERSON, b"%PDF", detached=True, at=moment), {**given, "detached": b"%PDF"}),
    }
    return {**made, **_national()}


def _national() -> Pool:
    """The signatures of the national program, where they are at hand."""
    folder = Path(__file__).parents[3] / "shared" / "fixtures" / "eds"
    if not folder.is_dir():
        return {}
    given: dict[str, Any] = {
        "anchors": Anchors.of_folder(folder / "test-ca"), "at": datetime(2026, 8, 15, tzinfo=UTC), "revocation": Good(),
    }  # fmt: skip
    document = (folder / "cms/individual_document.txt").read_bytes()
    attached, detached = ((folder / f"cms/individual_{name}.der").read_bytes() for name in ("attached", "detached"))
    return {"national": (attached, given), "national detached": (detached, {**given, "detached": document})}


def bits(dice: random.Random, good: bytes, other: bytes) -> bytes:
    changed = bytearray(good)
    for _ in range(dice.randint(1, 3)):
        changed[dice.randrange(len(good))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def octets(dice: random.Random, good: bytes, other: bytes) -> bytes:
    changed = bytearray(good)
    for _ in range(dice.randint(1, 8)):
        changed[dice.randrange(len(good))] = dice.choice((0, 1, 0x7F, 0x80, 0xFF, dice.randrange(256)))
    return bytes(changed)


def cut(dice: random.Random, good: bytes, other: bytes) -> bytes:
    place = dice.randrange(len(good))
    return dice.choice((good[:place], good[place:], good[:place] + good[place + dice.randint(1, 40) :], good + good[:place]))


def splice(dice: random.Random, good: bytes, other: bytes) -> bytes:
    place, start, size = dice.randrange(len(good)), dice.randrange(len(other)), dice.randint(1, 200)
    return good[:place] + other[start : start + size] + good[place + dice.choice((0, size)) :]


def lengths(dice: random.Random, good: bytes, other: bytes) -> bytes:
    """The length of some value, as its first byte says it, or written longer than it need be."""
    whole = dice.choice([one for one in parsed(good).walk() if one.constructed] + [parsed(good)]).encoded()
    place = good.find(whole) + 1
    rest = dice.choice((good[place + 1 :], bytes(dice.randint(1, 4)) + good[place + 1 :]))
    return good[:place] + bytes([dice.choice((0, 0x7F, 0x80, 0x81, 0x82, 0x84, 0x88, 0xFF, dice.randrange(256)))]) + rest


def doubled(dice: random.Random, good: bytes, other: bytes) -> bytes:
    def change(siblings: list[Node], place: int) -> None:
        siblings.insert(dice.randint(0, len(siblings)), siblings[place])

    return _siblings(dice, good, change)


def removed(dice: random.Random, good: bytes, other: bytes) -> bytes:
    return _siblings(dice, good, lambda siblings, place: siblings.__delitem__(place))


def swapped(dice: random.Random, good: bytes, other: bytes) -> bytes:
    """Two values of the message in each other's place."""
    root = parsed(good)
    one, two = (dice.choice([every for every in root.walk() if every.constructed and every.inside]) for _ in range(2))
    here, there = dice.randrange(len(one.inside)), dice.randrange(len(two.inside))
    if {id(each) for each in one.inside[here].walk()} & {id(two)} or {id(each) for each in two.inside[there].walk()} & {id(one)}:
        return bits(dice, good, other)  # one of them is inside of the other
    one.inside[here], two.inside[there] = two.inside[there], one.inside[here]
    return root.encoded()


def grafted(dice: random.Random, good: bytes, other: bytes) -> bytes:
    """A value of another good message in the place of one of the same kind."""
    root, stock = parsed(good), list(parsed(other).walk())
    node = dice.choice(list(root.walk()))
    node_like = dice.choice([one for one in stock if one.tag == node.tag] or stock)
    node.tag, node.body, node.inside = node_like.tag, node_like.body, node_like.inside
    return root.encoded()


def tagged(dice: random.Random, good: bytes, other: bytes) -> bytes:
    root = parsed(good)
    node = dice.choice(list(root.walk()))
    node.tag = dice.choice([one.tag for one in root.walk()]) & ~0x20 | node.tag & 0x20
    return root.encoded()


def bodies(dice: random.Random, good: bytes, other: bytes) -> bytes:
    """The bytes of a value that has none inside: none, zeros, ones, longer, or huge."""
    root = parsed(good)
    node = dice.choice([one for one in root.walk() if not one.constructed])
    was = node.body
    node.body = dice.choice((b"", b"\0", bytes(len(was)), b"\xff" * len(was), was + was, was[:-1], b"\0" + was, b"\x7f" * 70_000))
    return root.encoded()


def _siblings(dice: random.Random, good: bytes, change: Callable[[list[Node], int], None]) -> bytes:
    root = parsed(good)
    parent = dice.choice([one for one in root.walk() if one.constructed and one.inside])
    change(parent.inside, dice.randrange(len(parent.inside)))
    return root.encoded()


CHANGES = (bits, octets, cut, splice, lengths, doubled, removed, swapped, grafted, tagged, bodies)


def test_a_changed_message_is_refused_or_says_the_same_of_the_same_signer(
    pool: Pool, full: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    dice, codes, slowest, begun = random.Random(20261122), Counter[str](), 0.0, time.monotonic()
    names = sorted(pool)
    signers = {name: verify(good, **given) for name, (good, given) in pool.items()}
    for number in range(FULL if full else EVERYDAY):
        name, change = names[number % len(names)], CHANGES[number // len(names) % len(CHANGES)]
        good, given = pool[name]
        changed = change(dice, good, pool[dice.choice(names)][0])
        started = time.process_time()
        codes[_outcome(name, changed, given, pool, signers)] += 1
        slowest = max(slowest, time.process_time() - started)
    with capsys.disabled():
        figures = ", ".join(f"{code} {count:,}" for code, count in codes.most_common())
        took = f"{time.monotonic() - begun:.0f} s, the slowest {slowest * 1000:.0f} ms"
        print(f"\n{codes.total():,} changed messages in {took}: {figures}")
    assert slowest < SLOWEST
    assert codes.total() > codes["unchanged"] + codes["same"]


def _outcome(name: str, changed: bytes, given: dict[str, Any], pool: Pool, signers: Mapping[str, Signer]) -> str:
    """The code of the refusal; "unchanged" or "same" when it was accepted for what it still is. Anything else fails."""
    try:
        signer = verify(changed, **given)
    except Bad as bad:
        return str(bad.code)
    if changed == pool[name][0]:
        return "unchanged"
    known = [replace(one, timestamp=signer.timestamp) for one in signers.values() if signer.timestamp in (None, one.timestamp)]
    assert signer in known, f"{name}: {changed.hex()}"
    assert _only_in_another_form(changed, pool), f"{name}: {changed.hex()}"
    return "same"


def _only_in_another_form(changed: bytes, pool: Pool) -> bool:
    """Whether it is one of the good messages but for its stamp and for NULL in the algorithms outside of what is signed."""

    def bare(message: bytes) -> Any:
        read = cms.read(message, len(message))
        outside = (replace(read.digest, parameters=b""), replace(read.signature_algorithm, parameters=b""))
        return replace(read, digest=outside[0], signature_algorithm=outside[1], token=None, others=())

    return bare(changed) in [bare(good) for good, _ in pool.values()]
