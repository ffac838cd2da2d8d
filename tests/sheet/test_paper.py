"""What is printed is what was said: every letter, in every language, whatever it contains."""

import hashlib
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest
import segno
from hypothesis import given, settings, strategies
from pypdf import PdfReader

from models.sheet import File, Sheet, opened, render, sealed
from models.sheet.letters import MISSING, SHOWN, shown
from tests.sheet.archive import faults
from tests.sheet.conftest import DER, ENGLISH, FILES, KAZAKH, RUSSIAN, SHEETS

LETTERS = {
    "kk": "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz",
}
MARKUP = (
    r"""*bold* _italic_ #panic("no") #let x = 1 $a^2$ `raw` <label> @key \ \n \u{41} ~ -- --- ... // no /* no */ = H ]) [ { ' " & ; %"""
)


def texts(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def told(pdf: bytes) -> str:
    """The text of all pages, lines joined."""
    return " ".join(" ".join(texts(pdf)).split())


def all_words(sheet: Sheet) -> Iterator[str]:
    for name in ("title", "number", "issued", "issuer", "verify_words", "verify_address", "code_words", "code", "footer"):
        yield getattr(sheet, name)
    yield from sheet.issuer_lines + sheet.paragraphs + sheet.signed
    for label, value in sheet.facts + sheet.sections:
        yield from (label, *value.split("\n\n"))


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_word_can_be_copied_from_the_page(sheet: Sheet) -> None:
    text = told(render(sheet, FILES))
    assert [one for one in all_words(sheet) if one not in text] == []


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_letter_of_the_language_is_printed_in_the_typeface_of_the_sheet(sheet: Sheet) -> None:
    signs = "№ « » — – „ “ … 0123456789"
    pdf = render(replace(sheet, paragraphs=(" ".join(LETTERS[sheet.language]), signs), sections=()), {})
    assert " ".join(LETTERS[sheet.language]).replace("   ", " ") in told(pdf) and signs in told(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = {str(one.FontName) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/FontName" in one}
    assert {re.sub("^/[A-Z]{6}[+]|-.*", "", one) for one in fonts} == {"LibertinusSerif", "DejaVuSansMono"}


def test_a_person_may_be_called_what_a_program_would_obey() -> None:
    hostile = replace(
        ENGLISH, title=MARKUP, number=MARKUP, issuer=MARKUP, paragraphs=(MARKUP,), facts=((MARKUP, MARKUP),), sections=((MARKUP, MARKUP),),
        signed=(MARKUP,), footer=MARKUP, author=MARKUP, producer=MARKUP, code=MARKUP,
    )  # fmt: skip
    pdf = render(hostile, FILES)
    joined = "".join(told(pdf).split())
    assert joined.count("".join(MARKUP.split())) == 11
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.docinfo["/Title"]) == str(document.docinfo["/Producer"]) == MARKUP


@pytest.mark.parametrize("named", ["=Heading", "- item", "+ item", "/ term: x", "1. x", "https://x.example/a?b#c", "\ufeff№", "a\u00a0b"])
def test_what_would_begin_a_list_or_a_link_is_text(named: str) -> None:
    pdf = render(replace(ENGLISH, paragraphs=(named,)), {})
    assert named.replace("\ufeff", "").replace("\u00a0", " ") in told(pdf)
    assert b"/URI" not in pdf


def test_every_letter_that_is_said_to_be_shown_is_shown_in_every_weight_and_typeface() -> None:
    letters = [chr(one) for first, last in SHOWN for one in range(first, last + 1)]
    lines = tuple(" ".join(letters[at : at + 40]) for at in range(0, len(letters), 40))
    pdf = render(replace(ENGLISH, paragraphs=lines, sections=tuple((one, "") for one in lines)), {})
    visible = [shown(one) for one in letters if not one.isspace()]
    text = told(pdf)
    assert len(visible) > 2000
    assert [one for one in visible if one not in text] == []
    for one in (*lines, "".join(letters)):
        render(replace(ENGLISH, signed=(one,), code=one, number=one), {})


@settings(max_examples=60, deadline=None, derandomize=True)
@given(strategies.text(max_size=60))
def test_no_text_can_keep_a_sheet_from_being_printed(text: str) -> None:
    hostile = replace(
        ENGLISH, title="x" + text, number=text, issued=text, issuer=text, issuer_lines=(text,), paragraphs=(text,), facts=((text, text),),
        sections=((text, text),), signed=(text,), verify_words=text, code_words=text, code=text, footer=text, author=text, producer=text,
    )  # fmt: skip
    pdf = sealed(render(hostile, {"facts.json": File(b"{}", "application/json", text, "data")}), text, text, lambda _: DER)
    assert faults(pdf) == []
    assert opened(pdf).seal == DER


def test_a_letter_without_a_glyph_costs_nobody_the_document() -> None:
    written = "Дәрігер 👨\u200d⚕️ 漢字 \ue000\U0010ffff\x00\x07\u202e\ud800 болды"
    text = told(render(replace(KAZAKH, paragraphs=(written,), title=written, author=written), {}))
    assert f"Дәрігер {MISSING * 2} {MISSING * 2} {MISSING * 3} болды" in text


def test_a_letter_written_in_two_parts_is_printed_as_one() -> None:
    assert shown("и\u0306е\u0308 a\u0301") == "йё á"
    assert shown("т\u0301а\u0336") == "та"


def test_lines_and_paragraphs_stay_apart() -> None:
    pdf = render(replace(ENGLISH, sections=(("Reason", "first\r\nsecond\u2028third\n \n\n  fourth"),)), {})
    assert "first\nsecond\nthird\nfourth" in re.sub(r" *\n *", "\n", "\n".join(texts(pdf)))


@pytest.mark.parametrize("place", ["title", "number", "issuer", "footer", "facts", "labels", "sections", "paragraphs", "signed"])
def test_a_word_without_end_stays_on_the_paper(place: str) -> None:
    endless = "Щ" * 400
    places = {
        "facts": (("x", endless),),
        "labels": ((endless, "x"),),
        "sections": ((endless, endless),),
        "paragraphs": (endless,),
        "signed": (endless,),
    }
    sheet = replace(RUSSIAN, **{"facts" if place == "labels" else place: places.get(place, endless)})  # type: ignore[arg-type]
    pdf = render(sheet, {})
    ends: list[float] = []

    def note(text: str, page: list[float], line: list[float], font: object, size: float) -> None:
        ends.append(page[4] + line[4] + text.count("Щ") * size * 0.98 if "Щ" in text else 0)

    for one in PdfReader(io.BytesIO(pdf)).pages:
        one.extract_text(visitor_text=note)
    assert "".join(told(pdf).split()).count("Щ") >= 400
    assert 200 < max(ends) <= 595 - 40


def test_a_long_reason_flows_over_pages_and_loses_nothing() -> None:
    sentence = "Рассмотрев заявление и приложенные документы, клиника установила следующее. "
    reason = "\n\n".join(f"{number}. {sentence}" * 8 for number in range(1, 181))
    pdf = render(replace(RUSSIAN, sections=(("Причины", reason),)), FILES)
    pages = texts(pdf)
    assert 25 <= len(pages) <= 40
    text = " ".join(" ".join(pages).split())
    assert text.count("Рассмотрев") == text.count("следующее.") == 8 * 180
    assert [number for number in range(1, 181) if f" {number}. " not in text] == []
    assert all(f"{number} / {len(pages)}" in text for number, text in enumerate(pages, 1))
    assert all(RUSSIAN.number in text and RUSSIAN.title in text for text in pages)


@pytest.mark.parametrize("filled", range(0, 60, 3))
def test_the_signature_and_its_code_are_never_parted(filled: int) -> None:
    pages = texts(render(replace(KAZAKH, paragraphs=("жол",) * filled), {}))
    assert [KAZAKH.signed[0] in one for one in pages] == [KAZAKH.code in one for one in pages]
    assert sum(KAZAKH.code in one for one in pages) == 1


def modules(pdf: bytes) -> set[tuple[int, int]]:
    """The dark squares of the drawn code: strokes of one unit's width, each from column to column in the middle of a row."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        path: list[list[float]] = []
        for step in pikepdf.parse_content_stream(document.pages[-1].obj.Contents):
            operator = str(step.operator)
            if operator in "ml":
                path.append([float(one) for one in step.operands])
            elif operator == "B" and len(path) > 200:
                strokes = zip(path[::2], path[1::2], strict=True)
                return {(at, int(y)) for (x, y), (to, _) in strokes for at in range(int(x), int(to))}
            else:
                path = [] if operator in "SfnBb" else path
    return set()


@pytest.mark.parametrize("address", [KAZAKH.verify_address, "https://name-of-a-host.of-a-region.example/kk/verify/" + "abcdefghjk" * 6])
def test_the_drawn_code_is_that_of_the_address(address: str) -> None:
    wanted = segno.make(address, error="m", micro=False).matrix
    dark = {(x, y) for y, row in enumerate(wanted) for x, one in enumerate(row) if one}
    assert modules(render(replace(KAZAKH, verify_address=address), {})) == dark


def test_the_code_is_read_by_a_reader_of_codes(tmp_path: Path) -> None:
    cv2 = pytest.importorskip("cv2", reason="no reader of QR codes is installed: the drawing is compared instead")
    numpy = pytest.importorskip("numpy")
    picture = numpy.full((49, 49), 255, dtype=numpy.uint8)
    for x, y in modules(render(KAZAKH, {})):
        picture[y + 4, x + 4] = 0
    assert cv2.QRCodeDetector().detectAndDecode(numpy.kron(picture, numpy.ones((8, 8), dtype=numpy.uint8)))[0] == KAZAKH.verify_address


def tagged(pdf: bytes) -> list[tuple[str, str]]:
    """Every tag with its alternative text."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type", "") == "/StructElem"]
        found = found or [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one]
        return [(str(one.S), str(one.get("/Alt", ""))) for one in found]


def test_a_screen_reader_is_told_headings_pairs_and_the_code(plain: bytes) -> None:
    tags = tagged(plain)
    names = [name for name, _ in tags]
    assert (names.count("/Title"), names.count("/H1"), names.count("/TR"), names.count("/TH"), names.count("/TD")) == (1, 1, 2, 2, 2)
    assert [alt for name, alt in tags if name == "/Figure"] == [f"{KAZAKH.verify_words} {KAZAKH.verify_address}"]


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_the_metadata_tell_the_title_the_language_and_the_date(sheet: Sheet) -> None:
    with pikepdf.open(io.BytesIO(render(sheet, FILES))) as document:
        assert str(document.Root.Lang) == sheet.language
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        told = {name: str(document.docinfo[name]) for name in ("/Title", "/Author", "/Producer", "/CreationDate")}
        kept = document.open_metadata(set_pikepdf_as_editor=False)
        assert (kept["dc:title"], kept["pdf:Producer"], kept["xmp:CreateDate"]) == (sheet.title, "Emhana", "2026-11-22T09:05:00Z")
    assert told == {"/Title": sheet.title, "/Author": sheet.author, "/Producer": "Emhana", "/CreationDate": "D:20261122090500Z"}


def test_the_same_sheet_is_the_same_bytes_in_another_process(plain: bytes) -> None:
    code = "from tests.sheet.conftest import *; import hashlib; print(hashlib.sha256(render(KAZAKH, FILES)).hexdigest())"
    other = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == hashlib.sha256(plain).hexdigest() == hashlib.sha256(render(KAZAKH, FILES)).hexdigest()
    assert render(replace(KAZAKH, number="№ 2"), FILES) != plain


def test_sheets_printed_at_once_do_not_mix() -> None:
    sheets = [replace(KAZAKH, number=f"№ {number}") for number in range(12)]
    with ThreadPoolExecutor(6) as threads:
        at_once = list(threads.map(lambda one: render(one, FILES), sheets))
    assert at_once == [render(one, FILES) for one in sheets]


def test_files_come_back_as_they_were_attached(plain: bytes) -> None:
    assert opened(plain).files == {name: file.content for name, file in FILES.items()}
    files = {
        "empty.bin": File(b"", "application/octet-stream", "Бос", "source"),
        "zeros.bin": File(bytes(100_000), "application/octet-stream", "x", "data"),
    }
    assert opened(render(KAZAKH, files)).files == {name: file.content for name, file in files.items()}


@pytest.mark.parametrize("name", ["", "../facts.json", "a/b", "қ.json", ".hidden", "a" * 101, "a\nb"])
def test_a_file_needs_a_name_that_every_system_takes(name: str) -> None:
    with pytest.raises(ValueError, match="is no name"):
        render(KAZAKH, {name: FILES["facts.json"]})


def test_a_moment_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        render(replace(KAZAKH, moment=datetime(2026, 11, 22)), {})
