"""The seal over a whole sheet: an ordinary PDF signature (PAdES, ETSI EN 319 142-1; ISO 32000-1, 12.8).

The signature covers every byte of the file but its own place. Its field is there for programs, not for eyes: what is to be
read about the signer is printed on the sheet.
"""

import io
import re
from collections.abc import Callable
from datetime import datetime

import pikepdf
from pikepdf import Array, Dictionary, Name

from models.sheet.letters import line
from models.sheet.paper import written

ROOM = 16 * 1024
"""Bytes that a signature may take."""

LONGEST = 200
"""Letters of the signer's name, and of the reason, that go into the field."""

_UNKNOWN = 9_999_999_999  # as wide as any position in a file can be
_PLACE = re.compile(rb"/ByteRange \[ (0(?: 9999999999){3}) \] /Contents (<0{%d}>)" % (2 * ROOM))
_PRINT, _LOCKED = 4, 128  # PDF/A wants every annotation printed, an empty one too


class NoRoom(ValueError):
    """The signature is longer than the room left for it."""


def sealed(pdf: bytes, name: str, reason: str, sign: Callable[[bytes], bytes], *, at: datetime | None = None) -> bytes:
    """A sheet of `render` with the seal of `name` over it.

    `sign` gets the covered bytes and returns a CMS in DER over them, detached, without a signing time of its own: PAdES puts
    the time into the file (`at`, with its zone; the date of the document when left out). ValueError: sealed already, no zone; NoRoom.
    """
    if at is not None and at.tzinfo is None:
        raise ValueError("the moment of a seal has a zone")
    prepared = _prepared(pdf, line(name)[:LONGEST], line(reason)[:LONGEST], at)
    places = list(_PLACE.finditer(prepared))
    if len(places) != 1:
        raise ValueError("the place of the seal is not found")
    begins, ends = places[0].span(2)
    positions = b"0 %d %d %d" % (begins, ends, len(prepared) - ends)
    since, until = places[0].span(1)
    before = prepared[:since] + positions.ljust(until - since) + prepared[until:begins]
    seal = sign(before + prepared[ends:])
    if len(seal) > ROOM:
        raise NoRoom(f"a signature of {len(seal)} bytes in a room of {ROOM}")
    return before + b"<" + seal.hex().ljust(2 * ROOM, "0").encode() + b">" + prepared[ends:]


def _prepared(pdf: bytes, name: str, reason: str, at: datetime | None) -> bytes:
    """The document with the field, an empty place in it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        if "/AcroForm" in document.Root:
            raise ValueError("a sealed sheet is not sealed again")
        moment = at.strftime("D:%Y%m%d%H%M%S%z") if at else str(document.docinfo["/CreationDate"])
        field = _field(document, name, reason, re.sub(r"([+-]\d\d)(\d\d)$", r"\1'\2'", moment))
        document.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)  # signed, to be appended to only
        _tagged(document, field, reason)
        return written(document)


def _field(document: pikepdf.Pdf, name: str, reason: str, moment: str) -> pikepdf.Object:
    page = document.pages[-1].obj
    signature = Dictionary(
        Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), SubFilter=Name("/ETSI.CAdES.detached"), Name=name, Reason=reason, M=moment,
        ByteRange=Array([0, _UNKNOWN, _UNKNOWN, _UNKNOWN]), Contents=pikepdf.String(bytes(ROOM)),
    )  # fmt: skip
    field = document.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T="Seal", TU=reason, V=document.make_indirect(signature),
            Rect=Array([0, 0, 0, 0]), F=_PRINT | _LOCKED, P=page,
        )
    )  # fmt: skip
    page.Annots = Array([*page.get("/Annots", ()), field])
    page.Tabs = Name.S
    return field


def _tagged(document: pikepdf.Pdf, field: pikepdf.Object, reason: str) -> None:
    """Put the field into the tree of tags: in a tagged document every annotation has its place there."""
    tree = document.Root.StructTreeRoot
    top = tree.K[0] if isinstance(tree.K, Array) else tree.K
    shown = Dictionary(Type=Name.OBJR, Obj=field, Pg=field.P)
    tag = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=top, Alt=reason, K=Array([shown])))
    top.K = Array([*(top.K if isinstance(top.K, Array) else [top.K]), tag])
    key = int(tree.ParentTreeNextKey)
    field.StructParent, tree.ParentTreeNextKey = key, key + 1
    _parents(tree.ParentTree, key, tag)


def _parents(numbers: pikepdf.Object, key: int, tag: pikepdf.Object) -> None:
    """Add the greatest key so far to a tree of numbers, along its last branch."""
    if "/Limits" in numbers:
        numbers.Limits = Array([numbers.Limits[0], key])
    if "/Kids" in numbers:
        _parents(numbers.Kids[len(numbers.Kids) - 1], key, tag)
    else:
        numbers.Nums = Array([*numbers.Nums, key, tag])
