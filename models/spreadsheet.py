"""Rows as files for people and programs: CSV and XLSX that open in Excel, in which no cell is ever a formula.

Both block while they write: call them in a thread. Numbers that name something (IIN, phone, case) are given as text.
"""

import csv
import re
from collections.abc import Generator, Iterable, Sequence
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell as Box
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from models import clock

Cell = str | int | date | datetime | None

CSV_TYPE = "text/csv; charset=utf-8; header=present"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
PHONE = re.compile(r"\+[0-9 ]{5,20}")
WITHIN = re.compile(r"(?<!^)([,;\t\n]\s*)(?=[=@]|[+-][^\d\s])")
WORDS = re.compile(r"[^\W\d_]")
ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
TITLE_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
LONGEST_TEXT, LONGEST_TITLE = 32767, 31
NARROWEST, WIDEST = 8, 60
FIRST_YEAR = 1900
TEXT, DAY, MOMENT = "@", "dd.mm.yyyy", "dd.mm.yyyy hh:mm"
WIDTHS = {DAY: 10, MOMENT: 16}


class CsvFile:
    """A CSV file (RFC 4180) as Excel of Kazakhstan opens it: UTF-8 with a mark, semicolons (the comma is its decimal sign), ISO dates.

    A text that would begin a formula gets an apostrophe before it, also where a reader that splits at commas would begin a cell; a phone
    of a plus, digits and blanks stays as it is.
    """

    def __init__(self, columns: Sequence[str]) -> None:
        self.kept = StringIO(newline="")
        self.writer = csv.writer(self.kept, delimiter=";", lineterminator="\r\n")
        self.writer.writerow([_harmless(column) for column in columns])

    def add(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Further rows, below those before."""
        self.writer.writerows([_harmless(cell) for cell in row] for row in rows)

    def content(self) -> bytes:
        """The whole file."""
        return self.kept.getvalue().encode("utf-8-sig")


class XlsxFile:
    """An Excel file of one sheet: every text is of the type text, days and moments are Excel's own in Almaty time.

    The first rows say how wide the columns are; nothing of any row is kept but in the file.
    """

    def __init__(self, title: str, columns: Sequence[str]) -> None:
        self.book, self.columns = Workbook(write_only=True), columns
        self.book.properties.creator, self.book.properties.title = "Emhana", _clean(title)
        self.book.properties.created = self.book.properties.modified = clock.now().astimezone(UTC).replace(tzinfo=None)
        self.sheet = self.book.create_sheet(_sheet_title(title))
        self.sheet.freeze_panes = "A2"
        self.boxes = _Boxes(self.sheet)
        self.begun = False

    def add(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Further rows, below those before."""
        kept = [[_plain(cell) for cell in row] for row in rows]
        if not self.begun:
            self._begin(kept)
        for row in kept:
            self.sheet.append(self.boxes.filled(row))

    def content(self) -> bytes:
        """The whole file; nothing can be added after it."""
        if not self.begun:
            self._begin([])
        return _saved(self.book)

    def _begin(self, rows: Sequence[Sequence[Cell]]) -> None:
        for at, width in enumerate(_widths(self.columns, rows), 1):
            self.sheet.column_dimensions[get_column_letter(at)].width = width
        self.sheet.append(self.boxes.heads([_clean(column) for column in self.columns]))
        self.begun = True


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A CSV file of these rows."""
    file = CsvFile(columns)
    file.add(rows)
    return file.content()


def xlsx_file(title: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """An Excel file of these rows."""
    file = XlsxFile(title, columns)
    file.add(rows)
    return file.content()


class _Boxes:
    """Ready cells, one per format, filled again and again: each is written before the next is asked for."""

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        self.sheet = sheet
        self.by_format = {wanted: self.made(wanted) for wanted in (TEXT, DAY, MOMENT)}
        self.by_format[TEXT].quotePrefix = True
        self.head = self.made(TEXT)
        self.head.font = Font(bold=True)

    def made(self, wanted: str) -> Box:
        box = WriteOnlyCell(self.sheet)
        box.number_format = wanted
        return box

    def filled(self, row: Sequence[Cell]) -> Generator[Box | str | int | None, None, None]:
        for cell in row:
            yield self.text(cell) if isinstance(cell, str) else self.when(cell) if isinstance(cell, date) else cell

    def heads(self, columns: Sequence[str]) -> Generator[Box, None, None]:
        for column in columns:
            yield self.put(self.head, column)

    def text(self, words: str) -> Box | str:
        """Words that begin with a letter are nothing but words; any other text stays text also when a person edits it."""
        return words if WORDS.match(words) and not ESCAPED.search(words) else self.put(self.by_format[TEXT], words)

    def put(self, box: Box, words: str) -> Box:
        """A cell of the type text, whatever the text says: nothing computes it."""
        box.value = ESCAPED.sub("_x005F_", words)
        box.data_type = "s"
        return box

    def when(self, cell: date) -> Box:
        box = self.by_format[_format(cell)]
        box.value = cell
        return box


def _format(cell: date) -> str:
    return MOMENT if isinstance(cell, datetime) else DAY


def _saved(book: Workbook) -> bytes:
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _plain(cell: Cell) -> Cell:
    """What a cell can hold: text without the characters that XML forbids, a moment as the clock in Almaty shows it."""
    if isinstance(cell, str):
        return _clean(cell)[:LONGEST_TEXT]
    if isinstance(cell, datetime):
        cell = _local(cell)
    if isinstance(cell, date) and cell.year < FIRST_YEAR:
        return str(cell)
    return int(cell) if isinstance(cell, int) else cell


def _clean(words: str) -> str:
    return FORBIDDEN.sub("", words.replace("\r\n", "\n"))


def _local(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone")
    return clock.local(moment).replace(tzinfo=None, microsecond=0)


def _harmless(cell: Cell) -> Cell:
    """One value of a CSV file: nothing in it that a spreadsheet would compute."""
    if isinstance(cell, str):
        words = _clean(cell)
        words = WITHIN.sub(r"\1'", words)
        return f"'{words}" if FORMULA.match(words) and not PHONE.fullmatch(words) else words
    return str(_local(cell)) if isinstance(cell, datetime) else cell


def _widths(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[float]:
    """As wide as the longest line of each column, within bounds: a narrower day or moment would be shown as hashes.

    What stands nowhere in these rows may be a moment in later ones.
    """
    filled = {at for row in rows for at, cell in enumerate(row) if cell is not None}
    widths = [max(NARROWEST if at in filled else WIDTHS[MOMENT], _width(column)) for at, column in enumerate(columns)]
    for row in rows:
        for at, cell in enumerate(row):
            if cell is not None and widths[at] < WIDEST:
                widths[at] = max(widths[at], _width(cell))
    return [min(width, WIDEST) + 2 for width in widths]


def _width(cell: str | int | date) -> int:
    if isinstance(cell, str):
        return max(map(len, cell.split("\n"))) if "\n" in cell else len(cell)
    return WIDTHS[_format(cell)] if isinstance(cell, date) else len(str(cell))


def _sheet_title(title: str) -> str:
    """A sheet's name as Excel allows it: 31 letters, none of []:*?/\\, no apostrophe at either end."""
    allowed = TITLE_FORBIDDEN.sub(" ", " ".join(_clean(title).split()))
    return allowed[:LONGEST_TITLE].strip("' ") or "1"
