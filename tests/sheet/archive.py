"""What of PDF/A-3a (ISO 19005-3) can be seen in the structure of a file, by the number of the clause."""

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Dictionary, Name, Stream

FORBIDDEN_ACTIONS = {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState", "/GoTo3DView"}
NOTHING = Dictionary()
RELATIONSHIPS = {"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"}


def faults(pdf: bytes) -> list[str]:
    """The clauses that a file breaks."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [clause for clause, kept in CLAUSES.items() if not kept(document)]


def dictionaries(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary, nested ones too."""
    waiting: list[object] = list(document.objects)
    while waiting:
        one = waiting.pop()
        if isinstance(one, Dictionary | Stream):
            yield one
            waiting += [value for _, value in one.items() if not _indirect(value)]
        elif isinstance(one, pikepdf.Array):
            waiting += [value for value in one if not _indirect(value)]


def _indirect(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and value.is_indirect


def _marked(document: pikepdf.Pdf) -> bool:
    written = document.Root.Metadata.read_bytes()
    return b"<pdfaid:part>3</pdfaid:part>" in written and b"<pdfaid:conformance>A</pdfaid:conformance>" in written


def _fonts(document: pikepdf.Pdf) -> bool:
    fonts = [one for one in dictionaries(document) if one.get("/Type") == Name.Font]
    outlines = [one for one in dictionaries(document) if one.get("/Type") == Name.FontDescriptor]
    embedded = all(any(f"/FontFile{one}" in outline for one in ("", "2", "3")) for outline in outlines)
    readable = all("/ToUnicode" in font for font in fonts if font.Subtype in (Name.Type0, Name.TrueType, Name.Type1))
    described = all("/FontDescriptor" in font for font in fonts if font.Subtype in (Name.CIDFontType0, Name.CIDFontType2))
    return bool(fonts) and embedded and readable and described


def _intent(document: pikepdf.Pdf) -> bool:
    return any(one.S == Name.GTS_PDFA1 and one.DestOutputProfile.N in (1, 3, 4) for one in document.Root.get("/OutputIntents", ()))


def _no_action(document: pikepdf.Pdf) -> bool:
    if "/OpenAction" in document.Root or "/AA" in document.Root or "/JavaScript" in document.Root.get("/Names", NOTHING):
        return False
    return not any("/JS" in one or "/AA" in one or str(one.get("/S")) in FORBIDDEN_ACTIONS for one in dictionaries(document))


def _attached(document: pikepdf.Pdf) -> bool:
    listed = document.Root.get("/Names", NOTHING).get("/EmbeddedFiles", NOTHING).get("/Names", pikepdf.Array())
    files = [listed[place] for place in range(1, len(listed), 2)]
    associated = {one.objgen for one in document.Root.get("/AF", ())}
    said = all(str(one.get("/AFRelationship")) in RELATIONSHIPS and "/F" in one and "/UF" in one for one in files)
    typed = all("/Subtype" in one.EF.F and "/ModDate" in one.EF.F.get("/Params", {}) for one in files)
    return said and typed and {one.objgen for one in files} == associated


def _opaque(document: pikepdf.Pdf) -> bool:
    """Nothing transparent, so no page needs a colour space to blend in."""
    return not any(
        one.get("/CA", 1) != 1 or one.get("/ca", 1) != 1 or str(one.get("/SMask", "/None")) != "/None" or one.get("/S") == Name.Transparency
        for one in dictionaries(document)
    )


def _annotations(document: pikepdf.Pdf) -> bool:
    """Printed and never hidden; with an appearance, or without any extent."""
    found = [one for page in document.pages for one in page.obj.get("/Annots", ())]
    printed = all(int(one.get("/F", 0)) & 0b100111 == 0b100 for one in found)
    return printed and all("/AP" in one or (one.Rect[0] == one.Rect[2] and one.Rect[1] == one.Rect[3]) for one in found)


def _finished_form(document: pikepdf.Pdf) -> bool:
    """Nothing is left for a program to draw."""
    return not {"/NeedAppearances", "/XFA"} & set(document.Root.get("/AcroForm", NOTHING).keys())


def _tags(document: pikepdf.Pdf) -> bool:
    """Pages and annotations know their place in the tree of tags."""
    pages = all("/StructParents" in page.obj for page in document.pages)
    tagged = all("/StructParent" in one for page in document.pages for one in page.obj.get("/Annots", ()))
    return pages and tagged and document.Root.get("/StructTreeRoot", NOTHING).get("/K") is not None


def _streams(document: pikepdf.Pdf) -> bool:
    return not any(isinstance(one, Stream) and ("/F" in one or "LZW" in str(one.get("/Filter"))) for one in document.objects)


CLAUSES: dict[str, Callable[[pikepdf.Pdf], bool]] = {
    "6.1.3 the file has an identifier and no encryption": lambda pdf: len(pdf.trailer.get("/ID", ())) == 2 and not pdf.is_encrypted,
    "6.1.7 no stream lies outside or is packed by LZW": _streams,
    "6.2.3 there is an output intent": _intent,
    "6.2.10 nothing is transparent": _opaque,
    "6.2.11 every font is embedded and can be read": _fonts,
    "6.3 annotations are printed": _annotations,
    "6.4 no form asks for appearances": _finished_form,
    "6.5 nothing acts": _no_action,
    "6.6 the metadata tell part and conformance": _marked,
    "6.7.2 the document is marked as tagged": lambda pdf: bool(pdf.Root.get("/MarkInfo", NOTHING).get("/Marked")),
    "6.7.3 there is a tree of tags": _tags,
    "6.7.4 the language is told": lambda pdf: re.fullmatch("kk|ru|en", str(pdf.Root.get("/Lang"))) is not None,
    "6.8 attached files tell what they are": _attached,
}  # fmt: skip
