"""One encoding, one meaning: DER (X.690) checked from end to end before anything reads it.

A lazy or lenient parser would let two different strings of bytes carry one signature. After this walk every length is
minimal, nothing is indefinite, nothing trails, and nesting and number of values are bounded, so reading is quick.
"""

from models.eds.bad import Bad, Code

DEEPEST = 40
MOST = 5_000
LONGEST_OID, LONGEST_TIME = 63, 32  # converting a number of a million digits would take minutes

_BOOLEAN, _INTEGER, _BITS, _NULL, _OID, _SEQUENCE, _SET, _TIMES = 1, 2, 3, 5, 6, 16, 17, (23, 24)


def check(raw: bytes) -> None:
    """Refuse whatever is not exactly one DER value."""
    _, start, end = _header(raw, 0, len(raw))
    if end != len(raw):
        raise Bad(Code.MALFORMED, "bytes after the end")
    count, inside = 0, [(0, len(raw), 0)]
    while inside:
        position, end, depth = inside.pop()
        while position < end:
            tag, start, after = _header(raw, position, end)
            count += 1
            if count > MOST or depth > DEEPEST:
                raise Bad(Code.MALFORMED, "too many values or too deep")
            if tag & 0x20:
                inside.append((start, after, depth + 1))
            _check_value(tag, raw, start, after)
            position = after


def value(tag: int, *body: bytes) -> bytes:
    """The encoding of a value of a tag, whose body is given in pieces."""
    joined = b"".join(body)
    size = len(joined)
    width = (size.bit_length() + 7) // 8
    return bytes([tag, size] if size < 0x80 else [tag, 0x80 | width, *size.to_bytes(width, "big")]) + joined


def _header(raw: bytes, position: int, end: int) -> tuple[int, int, int]:
    """The tag of the value at a position, where its body starts and where it ends."""
    if end - position < 2:
        raise Bad(Code.MALFORMED, "cut off")
    tag, length, start = raw[position], raw[position + 1], position + 2
    if tag & 0x1F == 0x1F or tag == 0:
        raise Bad(Code.MALFORMED, "a tag that no signature has")
    if length >= 0x80:
        size = length & 0x7F
        body = raw[start : min(start + size, end)]
        length, start = int.from_bytes(body, "big"), start + size
        if not 1 <= size <= 4 or len(body) != size or body[0] == 0 or length < 0x80:
            raise Bad(Code.MALFORMED, "a length that is not minimal or not definite")
    if start + length > end:
        raise Bad(Code.MALFORMED, "a length beyond its container")
    return tag, start, start + length


def _check_value(tag: int, raw: bytes, start: int, end: int) -> None:
    """Universal values in their only form: strings whole, integers minimal, truth as FF, spare bits zero."""
    if tag >= 0x40:
        return
    kind = tag & 0x1F
    if bool(tag & 0x20) != (kind in (_SEQUENCE, _SET)):
        raise Bad(Code.MALFORMED, "a string in pieces")
    first, second = raw[start : start + 1], raw[start + 1 : start + 2]
    wrong = (
        (kind == _BOOLEAN and raw[start:end] not in (b"\x00", b"\xff"))
        or (kind == _NULL and end != start)
        or (kind == _OID and not 1 <= end - start <= LONGEST_OID)
        or (kind in _TIMES and end - start > LONGEST_TIME)
        or (kind in (_INTEGER, _BITS) and end == start)
        or (kind == _INTEGER and end - start > 1 and _padded(first[0], second[0]))
        or (kind == _BITS and _spare(first[0], raw[start + 1 : end]))
    )
    if wrong:
        raise Bad(Code.MALFORMED, f"a value of type {kind} not in its only form")


def _spare(unused: int, bits: bytes) -> bool:
    """Whether a bit string leaves more bits unused than it can, or leaves something in them."""
    return unused > 7 or (unused > 0 and (not bits or bits[-1] % (1 << unused) != 0))


def _padded(first: int, second: int) -> bool:
    """Whether an integer begins with nine equal bits, so that its first byte says nothing."""
    return (first == 0 and second < 0x80) or (first == 0xFF and second >= 0x80)
