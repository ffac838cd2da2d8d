"""What comes back from anybody is read in one way or refused; nothing makes the reader fail or wait."""

import io
import random
import re
import time
import zlib
from collections.abc import Callable
from itertools import pairwise

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from models.sheet import ROOM, Opened, Reason, Unreadable, opened, sealed
from models.sheet.read import LARGEST, MOST_FILES
from tests.sheet.conftest import FILES


def refused(pdf: bytes) -> Reason | None:
    try:
        opened(pdf)
    except Unreadable as unreadable:
        return unreadable.reason
    return None


def attempt(pdf: bytes) -> Opened | Reason:
    try:
        return opened(pdf)
    except Unreadable as unreadable:
        return unreadable.reason


def rewritten(pdf: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    """The file changed by an ordinary program and written plainly."""
    into = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        document.save(into, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return into.getvalue()


def test_one_changed_bit_is_refused_or_is_seen_in_what_must_be_verified(closed: bytes) -> None:
    """Whatever the bit: no answer, or other covered bytes, or another seal. So a signature that held does not hold any more."""
    good, chance = opened(closed), random.Random(20261122)
    hole = closed.index(b"/Contents <") + 10
    places = [chance.randrange(len(closed)) for _ in range(300)] + [hole + chance.randrange(2 * ROOM + 2) for _ in range(300)]
    same = []
    for place in places:
        changed = bytearray(closed)
        changed[place] ^= 1 << chance.randrange(8)
        found = attempt(bytes(changed))
        if isinstance(found, Opened) and (found.covered, found.seal) == (good.covered, good.seal):
            same.append(place)
    assert same == []


def test_every_bit_of_the_frame_around_the_seal_counts(closed: bytes) -> None:
    good = opened(closed)
    hole = closed.index(b"/Contents <") + 10
    length = len(good.seal or b"") * 2
    for place in (hole, hole + 1, hole + length, hole + length + 1, hole + 2 * ROOM, hole + 2 * ROOM + 1):
        for bit in range(8):
            changed = bytearray(closed)
            changed[place] ^= 1 << bit
            found = attempt(bytes(changed))
            assert not isinstance(found, Opened) or found.seal != good.seal or found.covered != good.covered, (place, bit)


@pytest.mark.parametrize("seed", range(5))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(closed: bytes, plain: bytes, seed: int) -> None:
    """A hundred for each seed: bytes changed, cut out, doubled, moved, and words of the format put where they do not belong."""
    chance = random.Random(seed)
    words = b"endobj obj stream << >> [ ] ( /ByteRange 0~R 99999999999 -1 %%EOF xref null \x00".replace(b"~", b" ").split(b" ")
    for _ in range(100):
        changed = bytearray(chance.choice((closed, plain)))
        for _ in range(chance.choice((1, 1, 3, 30))):
            at, length = chance.randrange(len(changed)), chance.choice((1, 2, 20, 2000))
            kind = chance.randrange(5)
            if kind == 0:
                changed[at] = chance.randrange(256)
            elif kind == 1:
                del changed[at : at + length]
            elif kind == 2:
                changed[at:at] = changed[at : at + length]
            elif kind == 3:
                word = chance.choice(words)
                changed[at : at + len(word)] = word
            else:
                changed[at : at + length] = changed[chance.randrange(len(changed)) :][:length]
        begun = time.monotonic()
        attempt(bytes(changed))
        assert time.monotonic() - begun < 5


@pytest.mark.parametrize("keep", [0, 1, 4, 8, 15, 100, 5_000, 40_000, -1, -6, -30])
def test_a_file_cut_short_is_refused(closed: bytes, keep: int) -> None:
    assert refused(closed[:keep]) is not None or closed[keep:] == b"\n"


@pytest.mark.parametrize("given", [b"", b"%PDF-1.7", b"%PDF-1.7\nstartxref\n0\n%%EOF\n", b"<html>", b"PK\x03\x04", b"\x00" * 1000])
def test_what_is_no_pdf_is_refused(given: bytes) -> None:
    assert refused(given) in (Reason.NO_PDF, Reason.MALFORMED)


def test_a_file_over_the_limit_is_not_even_looked_at(closed: bytes) -> None:
    assert refused(closed + bytes(LARGEST)) is Reason.TOO_LARGE


def update(pdf: bytes, body: bytes, number: int) -> bytes:
    """An incremental update, as ISO 32000 describes it: one object more, its table and its trailer after the end."""
    root, before = re.findall(rb"/Root (\d+) 0 R", pdf)[-1], re.findall(rb"startxref\s+(\d+)", pdf)[-1]
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(pdf))
    trailer = b"trailer\n<< /Size %d /Root %s 0 R /Prev %s >>\n" % (number + 1, root, before)
    added = b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return pdf + added + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(pdf) + len(added))


def test_what_was_appended_after_the_seal_is_refused(closed: bytes) -> None:
    assert refused(update(closed, b"<< /Type /Catalog >>", 500)) is Reason.APPENDED
    for added in (b" ", b"\n\n", b"%%EOF\n", b"x", closed[-30:]):
        assert refused(closed + added) is not None, added


def test_what_was_appended_before_the_seal_is_refused_too(plain: bytes) -> None:
    assert refused(update(plain, b"<< /Type /Catalog >>", 500)) is Reason.APPENDED


def place_of(pdf: bytes) -> tuple[int, int]:
    begins = pdf.index(b"/Contents <") + 10
    return begins, begins + 2 * ROOM + 2


@pytest.mark.parametrize(
    ("first", "before", "after", "rest"),
    [(1, 0, 0, 0), (0, -1, 0, 0), (0, 0, 1, -1), (0, 1, 0, 0), (0, 0, 0, -1), (0, 0, 0, 1), (0, -9, 9, -9), (0, 0, -2, 2)],
)
def test_a_range_that_leaves_out_anything_but_the_seal_is_refused(closed: bytes, first: int, before: int, after: int, rest: int) -> None:
    begins, ends = place_of(closed)
    given = b"/ByteRange [ %d %d %d %d" % (first, begins + before, ends + after, len(closed) - ends + rest)
    changed = re.sub(rb"/ByteRange \[ [0-9 ]*\]", lambda found: given.ljust(len(found[0]) - 1) + b"]", closed)
    assert len(changed) == len(closed)
    assert refused(changed) is Reason.BAD_SEAL


@pytest.mark.parametrize("change", [
    lambda place: place.upper(),
    lambda place: place[:-2] + b"1>",
    lambda place: place[:-2] + b" >",
    lambda place: b"<31" + place[3:],
    lambda place: b"<3080" + place[5:],
    lambda place: b"<308400000bb8" + place[13:],
    lambda place: b"<30830000ff" + place[11:],
    lambda place: b"<3083ffffff" + place[11:],
    lambda place: b"<" + b"0" * (2 * ROOM) + b">",
])  # fmt: skip
def test_a_seal_is_written_in_one_way_only(closed: bytes, change: Callable[[bytes], bytes]) -> None:
    begins, ends = place_of(closed)
    changed = closed[:begins] + change(closed[begins:ends]) + closed[ends:]
    assert len(changed) == len(closed)
    assert refused(changed) is Reason.BAD_SEAL


def _second(document: pikepdf.Pdf) -> None:
    form = document.Root.AcroForm
    form.Fields.append(document.make_indirect(Dictionary(dict(form.Fields[0].items()))))


def _hidden(document: pikepdf.Pdf) -> None:
    document.Root.Hidden = document.make_indirect(Dictionary(ByteRange=Array([0, 1, 2, 3]), Contents=String("x")))


@pytest.mark.parametrize(("change", "reason"), [
    (_second, Reason.SEVERAL_SEALS),
    (_hidden, Reason.SEVERAL_SEALS),
    (lambda pdf: pdf.Root.__delitem__("/AcroForm"), Reason.BAD_SEAL),
    (lambda pdf: pdf.Root.AcroForm.__setitem__("/Fields", Array([])), Reason.BAD_SEAL),
    (lambda pdf: pdf.Root.AcroForm.Fields[0].__delitem__("/V"), Reason.BAD_SEAL),
    (lambda pdf: pdf.Root.AcroForm.Fields[0].V.__setitem__("/SubFilter", Name("/adbe.pkcs7.sha1")), Reason.BAD_SEAL),
    (lambda pdf: pdf.Root.AcroForm.Fields[0].V.__setitem__("/ByteRange", Array([0, 1, 2])), Reason.MALFORMED),
    (lambda pdf: pdf.Root.AcroForm.Fields[0].V.__setitem__("/ByteRange", Array([0, "a", {}, 2])), Reason.MALFORMED),
])  # fmt: skip
def test_one_field_with_one_signature_or_none(closed: bytes, change: Callable[[pikepdf.Pdf], object], reason: Reason) -> None:
    assert refused(rewritten(closed, change)) is reason


def test_a_sealed_file_written_anew_by_another_program_has_lost_its_seal(closed: bytes) -> None:
    assert refused(rewritten(closed, lambda pdf: pdf.Root.__setitem__("/Lang", String("ru")))) is Reason.BAD_SEAL


def test_a_sheet_without_a_seal_is_covered_by_nothing_but_itself(plain: bytes) -> None:
    assert opened(plain) == Opened(plain, None, {name: file.content for name, file in FILES.items()})


def test_an_encrypted_file_is_refused_with_and_without_a_password(plain: bytes) -> None:
    for password in ("", "secret"):
        into = io.BytesIO()
        with pikepdf.open(io.BytesIO(plain)) as document:
            lock = pikepdf.Encryption(owner="owner", user=password)
            document.save(into, encryption=lock, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        assert refused(into.getvalue()) in (Reason.ENCRYPTED, Reason.MALFORMED)
    assert refused(into.getvalue()) is Reason.ENCRYPTED


def test_a_file_with_packed_objects_is_refused(plain: bytes) -> None:
    into = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as document:
        document.save(into, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert refused(into.getvalue()) is Reason.MALFORMED


def names(pdf: pikepdf.Pdf) -> Array:
    return pdf.Root.Names.EmbeddedFiles.Names  # type: ignore[return-value]


def _twice(pdf: pikepdf.Pdf) -> None:
    names(pdf).extend([names(pdf)[0], names(pdf)[1]])


def _other_content(pdf: pikepdf.Pdf) -> None:
    names(pdf)[1].EF.UF = pdf.make_stream(b"other", Type=Name.EmbeddedFile)


def _other_name(pdf: pikepdf.Pdf) -> None:
    names(pdf)[1].UF = String("other.json")


def _unlisted(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Hidden = pdf.make_stream(b"other", Type=Name.EmbeddedFile)


def _odd(pdf: pikepdf.Pdf) -> None:
    names(pdf).append(String("x"))


def _nested(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names.EmbeddedFiles.Kids = Array()


def _many(pdf: pikepdf.Pdf) -> None:
    for number in range(MOST_FILES):
        stream = pdf.make_stream(b"x", Type=Name.EmbeddedFile)
        name = String(f"{number}.txt")
        names(pdf).extend([name, Dictionary(Type=Name.Filespec, F=name, UF=name, EF=Dictionary(F=stream, UF=stream))])


def _bomb(pdf: pikepdf.Pdf) -> None:
    names(pdf)[1].EF.F.write(zlib.compress(bytes(200_000_000), 9), filter=Name.FlateDecode)


def _broken(pdf: pikepdf.Pdf) -> None:
    names(pdf)[1].EF.F.write(zlib.compress(b"content")[:-3], filter=Name.FlateDecode)


def _followed(pdf: pikepdf.Pdf) -> None:
    names(pdf)[1].EF.F.write(zlib.compress(b"content") + b"more", filter=Name.FlateDecode)


def _other_filter(pdf: pikepdf.Pdf) -> None:
    names(pdf)[1].EF.F.write(b"41>", filter=Name.ASCIIHexDecode)


@pytest.mark.parametrize(("change", "reason"), [
    (_twice, Reason.DUPLICATE_FILE), (_other_content, Reason.BAD_FILE), (_other_name, Reason.BAD_FILE), (_unlisted, Reason.BAD_FILE),
    (_odd, Reason.BAD_FILE), (_nested, Reason.BAD_FILE), (_many, Reason.TOO_MANY_FILES), (_bomb, Reason.TOO_LARGE),
    (_broken, Reason.BAD_FILE), (_followed, Reason.BAD_FILE), (_other_filter, Reason.BAD_FILE),
])  # fmt: skip
def test_files_with_more_than_one_meaning_are_refused(plain: bytes, change: Callable[[pikepdf.Pdf], object], reason: Reason) -> None:
    into = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as document:
        change(document)
        plainly = pikepdf.ObjectStreamMode.disable
        document.save(into, object_stream_mode=plainly, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    begun = time.monotonic()
    assert refused(into.getvalue()) is reason
    assert time.monotonic() - begun < 2


def built(objects: list[bytes], size: int | None = None) -> bytes:
    """A file of given objects, the first of them its root."""
    starts = [9]
    for one in objects:
        starts.append(starts[-1] + len(one))
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % one for one, _ in pairwise(starts))
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size or len(objects) + 1, starts[-1])
    return b"%PDF-1.7\n" + b"".join(objects) + table + trailer


ROOT = [b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n", b"2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"]
OWN_NAMES = b"1 0 obj\n<</Type/Catalog/Pages 2 0 R/Names 1 0 R/EmbeddedFiles 1 0 R>>\nendobj\n"
OWN_FORM = b"1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>\nendobj\n"
# Each string contains all the following ones, and every object of the file.
WITHIN = [b"%d 0 obj\n(endobj\n" % one + b"x" * 400 for one in range(3, 15_003)]
SLOW = {
    "objects within one another": built([*ROOT, *WITHIN, b")" * 15_000 + b"\nendobj\n"]),
    "a great many objects": built([*ROOT, *([b""] * 200_000)]),
    "a size that is not there": built(ROOT, 2**31 - 1),
    "arrays within one another": built([*ROOT, b"3 0 obj\n" + b"[" * 500_000 + b"]" * 500_000 + b"\nendobj\n"]),
    "a root that is its own names": built([OWN_NAMES, ROOT[1]]),
    "an object that is itself": built([OWN_FORM, ROOT[1], b"3 0 obj\n3 0 R\nendobj\n"]),
}  # fmt: skip


@pytest.mark.parametrize("made", SLOW)
def test_a_file_made_to_be_slow_is_refused_soon(made: str) -> None:
    begun = time.monotonic()
    assert refused(SLOW[made]) in (Reason.TOO_MANY_OBJECTS, Reason.MALFORMED)
    assert time.monotonic() - begun < 5


def test_the_smallest_plain_file_is_read() -> None:
    assert opened(built(ROOT)) == Opened(built(ROOT), None, {})


def test_a_seal_put_into_another_sheet_covers_other_bytes(plain: bytes, closed: bytes, seal: bytes) -> None:
    other = sealed(plain, "Other", "Ұйымның мөрі", lambda _: seal)
    assert opened(other).seal == opened(closed).seal
    assert opened(other).covered != opened(closed).covered


def test_a_range_that_leaves_out_another_word_than_the_signature_is_refused(closed: bytes, seal: bytes) -> None:
    def decoy(document: pikepdf.Pdf) -> None:
        signature = document.Root.AcroForm.Fields[0].V
        signature.Contents, signature.Decoy = String(b"\x30\x02\x01\x01"), String(seal)
        signature.ByteRange = Array([0, 9999999999, 9999999999, 9999999999])

    changed = rewritten(closed, decoy)
    begins = changed.index(b"/Decoy <") + 7
    ends = changed.index(b">", begins) + 1
    given = b"/ByteRange [ 0 %d %d %d" % (begins, ends, len(changed) - ends)
    changed = re.sub(rb"/ByteRange \[ [0-9 ]*\]", lambda found: given.ljust(len(found[0]) - 1) + b"]", changed)
    assert changed[begins:ends] == b"<" + seal.hex().encode() + b">"
    assert refused(changed) is Reason.BAD_SEAL
