"""Reading a sheet back, from anybody: what its seal covers, the seal, the attached files.

The answer is one way of reading the bytes or none: whatever two programs could read differently is refused. So a file is
refused that was appended to, that holds more than one signature, or that is damaged in any way a program would have to guess
about. Whether the seal is genuine is for the caller to find out, of `covered` and `seal`.
"""

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

LARGEST = 8 * 1024 * 1024
"""Bytes of a file, and of all its attachments together when unpacked."""

MOST_OBJECTS, MOST_FILES = 20_000, 20
MOST_WORDS = 2 * LARGEST
"""Bytes of all objects written out, streams aside: objects that lie within one another add up to more than the file."""


class Reason(StrEnum):
    """Why a file was not read."""

    TOO_LARGE = "too_large"
    NO_PDF = "no_pdf"
    APPENDED = "appended"
    ENCRYPTED = "encrypted"
    MALFORMED = "malformed"
    TOO_MANY_OBJECTS = "too_many_objects"
    SEVERAL_SEALS = "several_seals"
    BAD_SEAL = "bad_seal"
    TOO_MANY_FILES = "too_many_files"
    DUPLICATE_FILE = "duplicate_file"
    BAD_FILE = "bad_file"


class Unreadable(ValueError):
    """The file is no sheet that has one meaning."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True)
class Opened:
    """`covered`: every byte but the seal's place, the whole file when there is no seal; `seal`: a CMS in DER; the files by name."""

    covered: bytes
    seal: bytes | None
    files: dict[str, bytes]


# What pikepdf and its conversions say of a file that contradicts itself.
_SAID = (pikepdf.PdfError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RuntimeError, zlib.error)
_HEAD = re.compile(rb"%PDF-1\.[0-9][\r\n]")
_TAIL = re.compile(rb"startxref\r?\n([0-9]{1,10})\r?\n%%EOF\r?\n?\Z")


def opened(pdf: bytes) -> Opened:
    """What a file holds; Unreadable with the reason."""
    if len(pdf) > LARGEST:
        raise Unreadable(Reason.TOO_LARGE)
    _plain(pdf)
    try:
        return _opened(pdf)
    except Unreadable:
        raise
    except pikepdf.PasswordError as error:
        raise Unreadable(Reason.ENCRYPTED) from error
    except _SAID as error:
        raise Unreadable(Reason.MALFORMED) from error


def _plain(pdf: bytes) -> None:
    """One plain table of objects at the end: nothing packed is unpacked before it is measured, nothing was appended."""
    tail = _TAIL.search(pdf, max(0, len(pdf) - 64))
    if not _HEAD.match(pdf) or tail is None:
        raise Unreadable(Reason.NO_PDF)
    if not pdf.startswith(b"xref", int(tail[1])):
        raise Unreadable(Reason.MALFORMED)


def _opened(pdf: bytes) -> Opened:
    with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False, inherit_page_attributes=False) as document:
        _refuse(document.is_encrypted, Reason.ENCRYPTED)
        _refuse("/Prev" in document.trailer or "/XRefStm" in document.trailer, Reason.APPENDED)
        _refuse(int(document.trailer.Size) > MOST_OBJECTS, Reason.TOO_MANY_OBJECTS)
        objects = list(_objects(document))
        signature = _signature(document, objects)
        files = _files(document, objects)
        covered, seal = (pdf, None) if signature is None else _cut(pdf, signature)
        _refuse(bool(document.get_warnings()), Reason.MALFORMED)
        return Opened(covered, seal, files)


def _refuse(wrong: bool, reason: Reason) -> None:
    if wrong:
        raise Unreadable(reason)


def _objects(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every object, one by one, so that a file made to be slow is given up early."""
    words = 0
    for number in range(1, int(document.trailer.Size)):
        one = document.get_object((number, 0))
        if not isinstance(one, pikepdf.Object):  # a number, nothing
            continue
        words += len(one.unparse(resolved=True))
        _refuse(words > MOST_WORDS, Reason.TOO_MANY_OBJECTS)
        yield one


def _signature(document: pikepdf.Pdf, objects: list[pikepdf.Object]) -> pikepdf.Object | None:
    """The one signature, reached through the one field of the form; None when there is neither."""
    fields = [one for one in objects if _of(one, "/FT", Name.Sig)]
    values = [one for one in objects if _of(one, "/Type", Name.Sig) or _has(one, "/ByteRange")]
    _refuse(len(fields) > 1 or len(values) > 1, Reason.SEVERAL_SEALS)
    if "/AcroForm" not in document.Root and not fields and not values:
        return None
    form = document.Root.get("/AcroForm", Dictionary(Fields=Array()))
    _refuse(len(form.Fields) != 1 or not fields or not values, Reason.BAD_SEAL)
    _refuse(form.Fields[0].objgen != fields[0].objgen or fields[0].V.objgen != values[0].objgen, Reason.BAD_SEAL)
    _refuse(values[0].SubFilter != Name("/ETSI.CAdES.detached"), Reason.BAD_SEAL)
    return values[0]


def _of(one: pikepdf.Object, key: str, value: Name) -> bool:
    return _has(one, key) and one[key] == value


def _has(one: pikepdf.Object, key: str) -> bool:
    return isinstance(one, Dictionary | Stream) and key in one


def _cut(pdf: bytes, signature: pikepdf.Object) -> tuple[bytes, bytes]:
    """What the signature covers, and the signature: its range must leave out its own place and nothing else.

    The place is written in one way only (small figures, zeros after the end), so no bit of it can change unnoticed.
    """
    zero, begins, ends, rest = (int(one) for one in signature.ByteRange)
    _refuse(zero != 0 or not 0 < begins < ends < len(pdf) or ends + rest != len(pdf), Reason.BAD_SEAL)
    place = pdf[begins:ends]
    _refuse(re.fullmatch(rb"<(?:[0-9a-f]{2})+>", place) is None, Reason.BAD_SEAL)
    contents = bytes.fromhex(place[1:-1].decode())
    _refuse(bytes(signature.Contents) != contents, Reason.BAD_SEAL)
    length = _length(contents)
    _refuse(length > len(contents) or any(contents[length:]), Reason.BAD_SEAL)
    return pdf[:begins] + pdf[ends:], contents[:length]


def _length(der: bytes) -> int:
    """The length of a DER sequence with its head, told in as few bytes as can be."""
    _refuse(len(der) < 4 or der[0] != 0x30, Reason.BAD_SEAL)
    if der[1] < 0x80:
        return 2 + der[1]
    figures = der[1] & 0x7F
    told = int.from_bytes(der[2 : 2 + figures])
    _refuse(not 1 <= figures <= 3 or told < 0x80 or told < 1 << 8 * (figures - 1), Reason.BAD_SEAL)
    return 2 + figures + told


def _files(document: pikepdf.Pdf, objects: list[pikepdf.Object]) -> dict[str, bytes]:
    """The attachments by name, every one reached through the table of names and none hidden elsewhere."""
    embedded = sum(_of(one, "/Type", Name.EmbeddedFile) for one in objects)
    found: dict[str, bytes] = {}
    for name, stream in _named(document):
        _refuse(name in found, Reason.DUPLICATE_FILE)
        _refuse(len(found) == MOST_FILES, Reason.TOO_MANY_FILES)
        found[name] = _unpacked(stream, LARGEST - sum(map(len, found.values())))
    _refuse(embedded != len(found), Reason.BAD_FILE)
    return found


def _named(document: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    names = document.Root.get("/Names", Dictionary()).get("/EmbeddedFiles")
    if names is None:
        return
    _refuse("/Kids" in names or len(names.Names) % 2 != 0, Reason.BAD_FILE)
    for place in range(0, len(names.Names), 2):
        key, file = names.Names[place], names.Names[place + 1]
        stream = file.EF.F
        alike = isinstance(key, String) and str(key) == str(file.F) == str(file.UF)
        _refuse(not alike or not _of(stream, "/Type", Name.EmbeddedFile) or _other(file.EF, stream), Reason.BAD_FILE)
        yield str(key), stream


def _other(variants: pikepdf.Object, stream: pikepdf.Object) -> bool:
    """Whether a file has different content for another kind of reader."""
    return any(one.objgen != stream.objgen for one in variants.as_dict().values())


def _unpacked(stream: pikepdf.Object, most: int) -> bytes:
    """The content of a stream, packed by Flate or not at all, and not larger than said."""
    packed = stream.get("/Filter")
    if isinstance(packed, Array) and len(packed) == 1:
        packed = packed[0]
    raw = stream.read_raw_bytes()
    if packed is not None:
        _refuse(packed != Name.FlateDecode or "/DecodeParms" in stream, Reason.BAD_FILE)
        unpacking = zlib.decompressobj()
        raw = unpacking.decompress(raw, most + 1)
        _refuse(len(raw) <= most and (not unpacking.eof or bool(unpacking.unused_data)), Reason.BAD_FILE)
    _refuse(len(raw) > most, Reason.TOO_LARGE)
    return raw
