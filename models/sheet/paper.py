"""A sheet of paper: what stands on it, and the PDF made of it.

The document is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): it can be archived, read aloud and carries its data as
attachments. The same sheet gives the same bytes: its only date is its own.
"""

import io
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Literal, NamedTuple
from xml.sax.saxutils import escape

import pikepdf
import segno
import typst
from pikepdf import Dictionary, Name

from models.sheet.letters import line, shown

_TEMPLATE = Path(__file__).with_name("sheet.typ")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_ARCHIVE: Literal["a-3a"] = "a-3a"
_READ_ALOUD: Literal["ua-1"] = "ua-1"


@dataclass(frozen=True)
class Sheet:
    """What is printed, in the order of the page. Every word comes in ready; each is printed literally, whatever it contains.

    `issued` is the date in words, `issuer_lines` BIN, address, telephone. `facts` are pairs of label and value, `sections` of
    heading and text; a blank line in a text begins a paragraph. `signed` are the lines of the signature block. `moment`, with
    its zone, is the date of the document in its metadata; `author` and `producer` stand there too.
    """

    language: Literal["kk", "ru", "en"]
    title: str
    number: str
    issued: str
    issuer: str
    issuer_lines: tuple[str, ...]
    paragraphs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, str], ...]
    signed: tuple[str, ...]
    verify_words: str
    verify_address: str
    code_words: str
    code: str
    footer: str
    moment: datetime
    author: str
    producer: str


class File(NamedTuple):
    """An attached file; the relationship is that of PDF/A-3: what the page shows ("data"), what adds to it ("supplement")."""

    content: bytes
    mime: str
    description: str
    relationship: Literal["source", "data", "alternative", "supplement"]


def render(sheet: Sheet, files: Mapping[str, File | tuple[bytes, str, str, str]]) -> bytes:
    """The sheet as PDF with the files attached under their names (Latin letters, figures, `.`, `_`, `-`).

    ValueError: a name that is none, or a moment without its zone.
    """
    if sheet.moment.tzinfo is None:
        raise ValueError("the moment of a sheet has a zone")
    made = _compiled(_words(sheet) | {"qr": _qr(sheet.verify_address), "files": [_file(*one) for one in files.items()]})
    return _finished(made, line(sheet.producer))


def _words(sheet: Sheet) -> dict[str, object]:
    given = asdict(sheet)
    moment = given.pop("moment").astimezone(UTC)
    words = {name: _shown(value) for name, value in given.items()}
    one_line = {name: line(given[name]) for name in ("title", "number", "issued", "issuer", "code", "footer", "author")}
    return words | one_line | {"moment": [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second]}


def _shown(value: str | tuple[object, ...]) -> object:
    return shown(value) if isinstance(value, str) else [_shown(one) for one in value]  # type: ignore[arg-type]


def _file(name: str, file: File | tuple[bytes, str, str, str]) -> dict[str, object]:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of an attached file")
    content, mime, description, relationship = file
    return {"name": name, "content": list(content), "mime": mime, "description": line(description), "relationship": relationship}


def _qr(address: str) -> str:
    """The code as an SVG drawing, one unit to a module; the page leaves the empty margin that a reader needs around it."""
    drawn = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(drawn, kind="svg", border=0, xmldecl=False, omitsize=True, nl=False, svgclass=None, lineclass=None)
    return drawn.getvalue().decode()


class _Press:
    """One warm compiler: it borrows itself while it works, so one sheet at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._compiler: typst.Compiler | None = None

    def compiled(self, words: dict[str, object]) -> bytes:
        given = {"sheet": json.dumps(words, ensure_ascii=False)}
        with self._lock:
            self._compiler = self._compiler or self._opened()
            made = self._compiler.compile(format="pdf", pdf_standards=[_ARCHIVE, _READ_ALOUD], sys_inputs=given)
        if not isinstance(made, bytes):
            raise TypeError("one PDF is made of one sheet")
        return made

    @staticmethod
    def _opened() -> typst.Compiler:
        # The typefaces that come with the compiler: the same on every machine.
        fonts = typst.Fonts(include_system_fonts=False)
        return typst.Compiler(_TEMPLATE, root=_TEMPLATE.parent, font_paths=fonts, ignore_system_fonts=True)


_compiled = _Press().compiled


def _finished(made: bytes, producer: str) -> bytes:
    """The same with its producer named and its table read aloud as pairs: the compiler can say neither."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        _named(pdf, producer)
        for one in pdf.objects:
            if isinstance(one, Dictionary) and one.get("/S") == Name.TR:
                _headed(*one.K)
        return written(pdf)


def _named(pdf: pikepdf.Pdf, producer: str) -> None:
    """Name the producer in both places where readers look."""
    pdf.docinfo["/Producer"] = producer
    head, closing, tail = pdf.Root.Metadata.read_bytes().rpartition(b"</rdf:Description>")
    pdf.Root.Metadata.write(head + f"<pdf:Producer>{escape(producer)}</pdf:Producer>".encode() + closing + tail)


def _headed(label: pikepdf.Object, value: pikepdf.Object) -> None:
    """Tag the first cell of a row of facts as the heading of the second."""
    label.S = Name.TH
    label.A[0].Scope = Name.Row
    for cell in (label, value):
        del cell.A[0]["/Headers"]


def written(pdf: pikepdf.Pdf) -> bytes:
    """The document as bytes that depend on nothing but what is in it, with one plain table of its objects."""
    into = io.BytesIO()
    pdf.save(into, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    return into.getvalue()
