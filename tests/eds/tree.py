"""A message as a tree of values, to change one of them and have the lengths around it mended."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from models.eds import der


@dataclass
class Node:
    """A value: its tag, and either its bytes or the values inside it."""

    tag: int
    body: bytes = b""
    inside: list["Node"] = field(default_factory=list)

    @property
    def constructed(self) -> bool:
        return bool(self.tag & 0x20)

    def encoded(self) -> bytes:
        return der.value(self.tag, *(one.encoded() for one in self.inside)) if self.constructed else der.value(self.tag, self.body)

    def walk(self) -> Iterator["Node"]:
        yield self
        for one in self.inside:
            yield from one.walk()


def parsed(raw: bytes) -> Node:
    """The tree of one DER value."""
    return _all(raw)[0]


def node(raw: bytes) -> Node:
    """A value to be put into a tree as it is."""
    return parsed(raw)


def changed(raw: bytes, change: Callable[["Parts"], None]) -> bytes:
    """A signed message with something changed."""
    root = parsed(raw)
    change(Parts(root))
    return root.encoded()


@dataclass
class Parts:
    """The parts of a signed message by name."""

    root: Node

    @property
    def signed(self) -> Node:
        return self.root.inside[1].inside[0]

    @property
    def certificates(self) -> Node:
        return next(one for one in self.signed.inside if one.tag == 0xA0)

    @property
    def signers(self) -> Node:
        return self.signed.inside[-1]

    @property
    def signer(self) -> Node:
        """Version, name, digest, attributes, algorithm, signature, and what is not signed."""
        return self.signers.inside[0]

    def digest(self, algorithm: bytes) -> None:
        self.signed.inside[1].inside[0] = self.signer.inside[2] = parsed(algorithm)

    def unsigned(self, *attributes: bytes) -> None:
        """Other unsigned attributes, or one more of them than there are."""
        self.signer.inside[6:] = [Node(0xA1, inside=[parsed(one) for one in attributes])]


def _all(raw: bytes) -> list[Node]:
    found, place = [], 0
    while place < len(raw):
        tag, start, end = der._header(raw, place, len(raw))
        body = raw[start:end]
        found.append(Node(tag, inside=_all(body)) if tag & 0x20 else Node(tag, body))
        place = end
    return found
