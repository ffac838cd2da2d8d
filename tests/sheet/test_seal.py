"""The seal over a sheet: an ordinary signature of a PDF, which spoils nothing of the sheet."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pikepdf
import pytest
from pypdf import PdfReader

from models.demonstration_keys import Authority
from models.eds import Anchors, Code, RevocationSource, verify
from models.eds.bad import Bad
from models.eds.issue import Holder
from models.sheet import ROOM, NoRoom, opened, render, sealed
from tests.sheet.conftest import FILES, KAZAKH

HEAD = Holder("730404399077", "БАСШЫ", "ҮЛГІ", "ТЕСТҰЛЫ", "«Үлгі» емханасы", "260440990019", head=True)
MOMENT = datetime(2026, 11, 22, 14, 6, tzinfo=ZoneInfo("Asia/Almaty"))


def test_the_seal_is_what_was_signed_over_everything_else(plain: bytes, seal: bytes) -> None:
    asked: list[bytes] = []
    closed = sealed(plain, "a", "b", lambda covered: asked.append(covered) or seal)  # type: ignore[func-returns-value]
    found = opened(closed)
    assert (found.covered, found.seal) == (asked[0], seal)
    assert len(found.covered) == len(closed) - 2 * ROOM - 2


def test_a_genuine_seal_is_proved_over_what_was_read(plain: bytes, tmp_path: Path) -> None:
    authority = Authority.open(tmp_path / "keys")
    authority.issue(HEAD)

    def sign(covered: bytes) -> bytes:
        return authority.sign_as_head(HEAD.iin, covered, organisation=HEAD.bin, detached=True, at=MOMENT)

    found = opened(sealed(plain, "№ 5 қалалық емхана", "Ұйымның мөрі", sign, at=MOMENT))
    assert proved(found.seal or b"", found.covered, authority.anchors, authority.crl_source) is None
    assert proved(found.seal or b"", found.covered + b" ", authority.anchors, authority.crl_source) is Code.DIGEST


def proved(seal: bytes, covered: bytes, anchors: Anchors, revocation: RevocationSource) -> Code | None:
    try:
        verify(seal, anchors=anchors, at=MOMENT, revocation=revocation, detached=covered)
    except Bad as bad:
        return bad.code
    return None


def test_the_field_is_one_that_programs_know(closed: bytes, seal: bytes) -> None:
    field = PdfReader(io.BytesIO(closed)).trailer["/Root"]["/AcroForm"]["/Fields"][0].get_object()  # type: ignore[index]
    signature = field["/V"]
    assert (field["/FT"], field["/F"], [float(one) for one in field["/Rect"]]) == ("/Sig", 132, [0, 0, 0, 0])
    assert (signature["/Filter"], signature["/SubFilter"]) == ("/Adobe.PPKLite", "/ETSI.CAdES.detached")
    assert (signature["/Name"], signature["/Reason"], signature["/M"]) == ("№ 5 қалалық емхана", "Ұйымның мөрі", "D:20261122090500Z")
    zero, before, after, rest = signature["/ByteRange"]
    assert (zero, after + rest) == (0, len(closed))
    assert closed[before:after] == b"<" + seal.hex().ljust(2 * ROOM, "0").encode() + b">"


@pytest.mark.parametrize(("at", "said"), [(MOMENT, "D:20261122140600+05'00'"), (MOMENT.astimezone(UTC), "D:20261122090600+00'00'")])
def test_the_moment_of_the_seal_is_told_in_the_file(plain: bytes, seal: bytes, at: datetime, said: str) -> None:
    assert f"/M ({said})".encode() in sealed(plain, "a", "b", lambda _: seal, at=at)


def test_sealing_changes_neither_the_page_nor_the_files(plain: bytes, closed: bytes) -> None:
    before, after = PdfReader(io.BytesIO(plain)), PdfReader(io.BytesIO(closed))
    assert [one.extract_text() for one in before.pages] == [one.extract_text() for one in after.pages]
    assert opened(closed).files == opened(plain).files == {name: file.content for name, file in FILES.items()}
    with pikepdf.open(io.BytesIO(plain)) as one, pikepdf.open(io.BytesIO(closed)) as other:
        assert [page.obj.Contents.read_bytes() for page in one.pages] == [page.obj.Contents.read_bytes() for page in other.pages]
        assert one.Root.Metadata.read_bytes() == other.Root.Metadata.read_bytes()
        assert bytes(one.trailer.ID[0]) == bytes(other.trailer.ID[0])


def test_the_field_has_its_place_among_the_tags(closed: bytes) -> None:
    with pikepdf.open(io.BytesIO(closed)) as document:
        field, tree = document.Root.AcroForm.Fields[0], document.Root.StructTreeRoot
        numbers = list(tree.ParentTree.Nums)
        tag = numbers[numbers.index(field.StructParent) + 1]
        assert (str(tag.S), str(tag.Alt), tag.K[0].Obj.objgen) == ("/Form", "Ұйымның мөрі", field.objgen)
        top = tree.K[0] if isinstance(tree.K, pikepdf.Array) else tree.K
        assert tag.objgen in [one.objgen for one in top.K if isinstance(one, pikepdf.Object)]
        assert tree.ParentTreeNextKey == field.StructParent + 1
        assert document.pages[-1].obj.Tabs == "/S"


def keys_of(tree: pikepdf.Object) -> list[int]:
    """The keys of a tree of numbers in their order."""
    if "/Kids" in tree:
        return [key for one in tree.Kids for key in keys_of(one)]
    return [int(tree.Nums[place]) for place in range(0, len(tree.Nums), 2)]


def test_a_sheet_of_many_pages_is_sealed_as_well(seal: bytes) -> None:
    long = render(replace(KAZAKH, sections=(("Негіздеме", "Клиника өтінішті қарап, мынаны анықтады. " * 3000),)), FILES)
    with pikepdf.open(io.BytesIO(sealed(long, "a", "b", lambda _: seal))) as document:
        assert len(document.pages) > 20
        keys = keys_of(document.Root.StructTreeRoot.ParentTree)
        assert keys == list(range(len(keys)))
        assert document.Root.AcroForm.Fields[0].StructParent == keys[-1]


def test_a_branching_tree_of_tags_takes_the_field_at_its_last_branch(plain: bytes, seal: bytes) -> None:
    into = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as document:
        tree = document.Root.StructTreeRoot
        leaf = pikepdf.Dictionary(Limits=pikepdf.Array([0, 0]), Nums=tree.ParentTree.Nums)
        tree.ParentTree = pikepdf.Dictionary(Kids=pikepdf.Array([document.make_indirect(leaf)]))
        document.save(into)
    with pikepdf.open(io.BytesIO(sealed(into.getvalue(), "a", "b", lambda _: seal))) as document:
        tree = document.Root.StructTreeRoot.ParentTree
        assert keys_of(tree) == [0, 1]
        assert [int(one) for one in tree.Kids[0].Limits] == [0, 1]


def test_the_same_sheet_sealed_alike_is_the_same_bytes(plain: bytes, seal: bytes) -> None:
    assert sealed(plain, "a", "b", lambda _: seal) == sealed(plain, "a", "b", lambda _: seal)


def test_a_signature_fills_its_room_to_the_last_byte(plain: bytes) -> None:
    widest = b"\x30\x82" + (ROOM - 4).to_bytes(2) + b"\x01" * (ROOM - 4)
    assert opened(sealed(plain, "a", "b", lambda _: widest)).seal == widest
    with pytest.raises(NoRoom):
        sealed(plain, "a", "b", lambda _: widest + b"\x00")


def test_a_sealed_sheet_is_not_sealed_again(closed: bytes, seal: bytes) -> None:
    with pytest.raises(ValueError, match="sealed again"):
        sealed(closed, "a", "b", lambda _: seal)


def test_a_seal_at_a_moment_without_its_zone_is_refused(plain: bytes, seal: bytes) -> None:
    with pytest.raises(ValueError, match="zone"):
        sealed(plain, "a", "b", lambda _: seal, at=datetime(2026, 11, 22))


def test_a_name_that_imitates_the_place_of_a_seal_does_not_move_it(plain: bytes, seal: bytes) -> None:
    imitation = "/ByteRange [ 0 9999999999 9999999999 9999999999 ] /Contents <" + "0" * 2 * ROOM + ">"
    found = opened(sealed(plain, imitation, imitation, lambda _: seal))
    assert found.seal == seal
    assert re.search(rb"/Name \(/ByteRange \[ 0 9999999999", found.covered)
