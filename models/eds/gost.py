"""The national algorithms: GOST 34.10-2015 with GOST 34.11-2015 (512 bits), and their predecessors of 2004, by the system's libgcrypt.

On the wire everything is little-endian: a key is x then y, a signature is r then s, and the digest is read as a number
from its last byte on. The mathematics is libgcrypt's; here is only that layout. Signing is for demonstration keys alone.
"""

import ctypes
import ctypes.util
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

LIBRARY = "libgcrypt.so.20"
MISSING = "GOST needs the system's libgcrypt: on Debian, apt install libgcrypt20"
_INITIALISED = 38  # GCRYCTL_INITIALIZATION_FINISHED


class Missing(Exception):
    """The library is not on this system, or it lacks the algorithm."""


@dataclass(frozen=True)
class Family:
    """One generation of the algorithms: the object identifiers, and libgcrypt's names of curve and digest."""

    name: str
    key: str
    parameters: str
    signature: str
    digests: tuple[str, ...]
    curve: bytes
    hash: bytes
    size: int
    prime: int  # of the curve y² = x³ - 3x + b
    b: int


STREEBOG = "1.2.398.3.10.1.3.3"
GOST_2015 = Family(
    "GOST2015-512", "1.2.398.3.10.1.1.2.2", "1.2.398.3.10.1.1.2.2.1", "1.2.398.3.10.1.1.2.3.2", (STREEBOG,),
    b"GOST2012-512-tc26-A", b"STRIBOG512", 64, (1 << 512) - 569,
    0xE8C2505DEDFC86DDC1BD0B2B6667F1DA34B82574761CB0E879BD081CFD0B6265EE3CB090F30D27614CB4574010DA90DD862EF9D4EBEE4761503190785A71C760,
)  # fmt: skip
# Read only where it is switched on: nothing that a person signs today is signed so.
GOST_2004 = Family(
    "GOST2004", "1.2.398.3.10.1.1.1.1", "1.2.398.3.10.1.1.1.1.1", "1.2.398.3.10.1.1.1.2",
    ("1.2.398.3.10.1.3.1", "1.2.398.3.10.1.3.1.1.0"), b"GOST2001-CryptoPro-A", b"GOSTR3411_94", 32, (1 << 256) - 617, 0xA6,
)  # fmt: skip
FAMILIES = (GOST_2015, GOST_2004)
BY_KEY: Mapping[str, Family] = {one.key: one for one in FAMILIES}


@dataclass(frozen=True)
class PublicKey:
    """A point of a family's curve: x and y, each little-endian, of the family's size."""

    family: Family
    point: bytes

    def on_curve(self) -> bool:
        """Whether it is a point at all: a key that is none leaves to chance what is signed by it."""
        if len(self.point) != 2 * self.family.size:
            return False
        x, y = (int.from_bytes(half, "little") for half in _halves(self.point))
        prime = self.family.prime
        return max(x, y) < prime and (y * y - x * x * x + 3 * x - self.family.b) % prime == 0

    def verify(self, signature: bytes, signed: bytes) -> bool:
        """Whether a signature (r then s) is this key's over bytes. What is no signature at all is simply not."""
        size = self.family.size
        if len(signature) != 2 * size or len(self.point) != 2 * size:
            return False
        digest = hashed(self.family, signed)
        x, y, r, s = (half[::-1] for half in (*_halves(self.point), *_halves(signature)))
        with _Expressions() as made:
            key = made.expression(b"(public-key(ecc(curve %s)(q %%b)))" % self.family.curve, b"\x04" + x + y)
            value = made.expression(b"(sig-val(gost(r %b)(s %b)))", r, s)
            data = made.expression(b"(data(flags gost)(value %b))", digest[::-1])
            return bool(key and value and data) and library().gcry_pk_verify(value, data, key) == 0


@dataclass(frozen=True)
class PrivateKey:
    """A demonstration key: the secret number, big-endian and of the family's size, with its public key."""

    family: Family
    secret: bytes
    public: PublicKey

    def sign(self, signed: bytes) -> bytes:
        """The signature (r then s, little-endian) over bytes."""
        size, digest = self.family.size, hashed(self.family, signed)
        x, y = (half[::-1] for half in _halves(self.public.point))
        with _Expressions() as made:
            form = b"(private-key(ecc(curve %s)(q %%b)(d %%b)))" % self.family.curve
            key = made.expression(form, b"\x04" + x + y, b"\0" + self.secret)  # a first bit that is set would mean a negative number
            data = made.expression(b"(data(flags gost)(value %b))", digest[::-1])
            value = made.given(library().gcry_pk_sign, data, key)
            return b"".join(made.number(value, name)[::-1].ljust(size, b"\0") for name in (b"r", b"s"))


def generate(family: Family = GOST_2015) -> PrivateKey:
    """A new demonstration key of a family."""
    with _Expressions() as made:
        wanted = made.expression(b"(genkey(ecc(curve %s)))" % family.curve)
        pair = made.given(library().gcry_pk_genkey, wanted)
        point, secret = made.number(pair, b"q"), made.number(pair, b"d")
    x, y = _halves(point[1:])
    return PrivateKey(family, secret.lstrip(b"\0").rjust(family.size, b"\0"), PublicKey(family, x[::-1] + y[::-1]))


def hashed(family: Family, data: bytes) -> bytes:
    """The digest of bytes by a family's hash, in the byte order of its standard."""
    code = library().gcry_md_map_name(family.hash)
    if not code:
        raise Missing(MISSING)
    digest = ctypes.create_string_buffer(library().gcry_md_get_algo_dlen(code))
    library().gcry_md_hash_buffer(code, digest, data, ctypes.c_size_t(len(data)))
    return digest.raw


def available() -> bool:
    """Whether this system can do it."""
    try:
        library()
    except Missing:
        return False
    return True


@lru_cache
def library() -> Any:
    """libgcrypt, loaded once; its calls below keep no state of ours and may be made by several threads."""
    try:
        found = ctypes.CDLL(LIBRARY)
    except OSError as absent:
        raise Missing(MISSING) from absent
    found.gcry_check_version.restype = ctypes.c_char_p
    found.gcry_sexp_find_token.restype = ctypes.c_void_p
    found.gcry_sexp_nth_data.restype = ctypes.c_void_p
    if not found.gcry_check_version(None):
        raise Missing(MISSING)
    found.gcry_control(_INITIALISED, 0)
    return found


def _halves(both: bytes) -> tuple[bytes, bytes]:
    return both[: len(both) // 2], both[len(both) // 2 :]


class _Expressions:
    """The library's expressions made during one calculation, released at its end."""

    def __init__(self) -> None:
        self._made: list[ctypes.c_void_p] = []

    def __enter__(self) -> "_Expressions":
        return self

    def __exit__(self, *_: object) -> None:
        for one in self._made:
            library().gcry_sexp_release(one)

    def expression(self, form: bytes, *values: bytes) -> ctypes.c_void_p:
        """An expression of a form, with byte strings in its places; empty when the values do not fit."""
        made = ctypes.c_void_p()
        self._made.append(made)
        given = [part for value in values for part in (ctypes.c_int(len(value)), ctypes.c_char_p(value))]
        library().gcry_sexp_build(ctypes.byref(made), None, form, *given)
        return made

    def given(self, call: Any, *inputs: ctypes.c_void_p) -> ctypes.c_void_p:
        """What a call of the library gives back in its first argument."""
        made = ctypes.c_void_p()
        self._made.append(made)
        if call(ctypes.byref(made), *inputs):
            raise Missing(MISSING)
        return made

    def number(self, expression: ctypes.c_void_p, name: bytes) -> bytes:
        """The bytes of a named number inside an expression, without leading zeros, but a point as it is."""
        token = ctypes.c_void_p(library().gcry_sexp_find_token(expression, name, ctypes.c_size_t(0)))
        self._made.append(token)
        length = ctypes.c_size_t()
        start = library().gcry_sexp_nth_data(token, 1, ctypes.byref(length))
        if not start:
            raise Missing(MISSING)
        return ctypes.string_at(start, length.value)
