"""Walking through DER of any length without building anything: values one after another, in place.

The parsers elsewhere make an object of every value, and `der.check` allows few thousand; a revocation list has a million.
"""

from collections.abc import Iterator

from models.eds.bad import Bad, Code


class Reader:
    """DER values one after another, between two places in the same bytes; every length must be minimal and fit."""

    def __init__(self, raw: bytes, at: int, end: int) -> None:
        self.raw, self.at, self.end = raw, at, end

    def next(self, *tags: int) -> tuple[int, int]:
        """Where the body of the next value begins and ends; its tag must be one of those named."""
        raw, at = self.raw, self.at
        if self.end - at < 2 or raw[at] not in tags:
            raise Bad(Code.MALFORMED, f"no value of the kind expected at byte {at}")
        length, start = raw[at + 1], at + 2
        if length >= 0x80:
            size = length & 0x7F
            start += size
            length = int.from_bytes(raw[at + 2 : start], "big")
            if not 1 <= size <= 4 or start > self.end or length < 0x80 or raw[at + 2] == 0:
                raise Bad(Code.MALFORMED, "a length that is not minimal or not definite")
        if start + length > self.end:
            raise Bad(Code.MALFORMED, "a length beyond its container")
        self.at = start + length
        return start, self.at

    def inside(self, *tags: int) -> "Reader":
        return Reader(self.raw, *self.next(*tags))

    def body(self, *tags: int) -> bytes:
        start, end = self.next(*tags)
        return self.raw[start:end]

    def whole(self, *tags: int) -> bytes:
        """The next value with its tag and length."""
        start = self.at
        self.next(*tags)
        return self.raw[start : self.at]

    def sees(self, *tags: int) -> bool:
        return self.at < self.end and self.raw[self.at] in tags

    def finished(self) -> None:
        if self.at != self.end:
            raise Bad(Code.MALFORMED, f"bytes left over at {self.at}")


def each(reader: Reader, *tags: int) -> Iterator[tuple[int, int]]:
    while reader.at < reader.end:
        yield reader.next(*tags)
