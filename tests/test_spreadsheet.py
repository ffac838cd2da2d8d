"""Rows come out of both files as they went in, and no cell of either is ever computed."""

import csv
import re
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as Box
from openpyxl.worksheet.worksheet import Worksheet

from models.clock import ZONE
from models.spreadsheet import WIDEST, Cell, csv_file, xlsx_file

MOMENT = datetime(2026, 11, 23, 9, 30, tzinfo=ZONE)
FORMULAS = [
    "=1+1", '=HYPERLINK("http://a.kz";"x")', "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\x00=1+1", "＝1+1",
    "=cmd|' /C calc'!A0", "+7(701)", "=", "-",
]  # fmt: skip


def from_csv(rows: Sequence[Sequence[Cell]], columns: Sequence[str] = ("a",)) -> list[list[str]]:
    words = csv_file(columns, rows).decode("utf-8-sig")
    return list(csv.reader(StringIO(words, newline=""), delimiter=";"))[1:]


def sheet_of(rows: Sequence[Sequence[Cell]], columns: Sequence[str] = ("a",), title: str = "Журнал") -> Worksheet:
    sheet = load_workbook(BytesIO(xlsx_file(title, columns, rows))).active
    assert isinstance(sheet, Worksheet)
    return sheet


def box(cell: Cell) -> Box:
    found = sheet_of([[cell]])["A2"]
    assert isinstance(found, Box)
    return found


def xml_of(cell: Cell) -> str:
    with ZipFile(BytesIO(xlsx_file("Журнал", ["a"], [[cell]]))) as file:
        return file.read("xl/worksheets/sheet1.xml").decode()


def test_a_csv_file_is_what_excel_of_kazakhstan_opens() -> None:
    content = csv_file(["Аты-жөні", "Күні", "Сағаты", "Саны"], [["Әсел", date(2026, 11, 23), MOMENT, 5], [None, None, None, -5]])
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == (
        "Аты-жөні;Күні;Сағаты;Саны\r\nӘсел;2026-11-23;2026-11-23 09:30:00;5\r\n;;;-5\r\n"
    )  # fmt: skip


@pytest.mark.parametrize("words", ["a;b", 'a"b', "a\nb", '";"', "a,b", "", "№ 5 'емхана'"])
def test_separators_quotes_and_lines_come_back_from_csv_as_they_were(words: str) -> None:
    assert from_csv([[words, "x"]]) == [[words, "x"]]


def test_a_quote_is_doubled_inside_quotes() -> None:
    assert csv_file(["a"], [['"Қ" ; x']]).endswith('\r\n"""Қ"" ; x"\r\n'.encode())


@pytest.mark.parametrize("words", FORMULAS)
def test_no_text_begins_a_formula_in_csv(words: str) -> None:
    ((cell,),) = from_csv([[words]])
    assert cell == "'" + words.replace("\x00", "")


@pytest.mark.parametrize("words", ["fever,=1+1", "a;=cmd()", "a, @SUM(1)", "a,\t=2", "x,+cmd", "b\n=1"])
def test_no_text_begins_a_formula_for_a_reader_that_splits_at_commas(words: str) -> None:
    content = csv_file(["a"], [[words], ["Төле би, 5, +7 700 000 00 05"]]).decode("utf-8-sig")
    cells = [cell.strip(' "') for line in content.splitlines() for cell in re.split("[,;\t]", line)]
    assert not [one for one in cells if one.startswith(("=", "@", "+cmd"))]
    assert "Төле би, 5, +7 700 000 00 05" in content


def test_no_heading_begins_a_formula() -> None:
    assert csv_file(["=1+1"], []).decode("utf-8-sig") == "'=1+1\r\n"
    head = sheet_of([], ["=1+1"])["A1"]
    assert (head.value, head.data_type) == ("=1+1", "s")


def test_a_phone_stays_a_phone_in_both() -> None:
    assert from_csv([["+77010000001", -5]]) == [["+77010000001", "-5"]]
    assert (box("+77010000001").value, box("+77010000001").data_type) == ("+77010000001", "s")


@pytest.mark.parametrize("words", [*FORMULAS, "#N/A", "#REF!"])
def test_no_text_is_a_formula_or_an_error_in_xlsx_and_it_reads_as_it_was(words: str) -> None:
    assert "<f>" not in xml_of(words) and 't="inlineStr"' in xml_of(words) and 't="e"' not in xml_of(words)
    found = box(words)
    assert (found.data_type, found.quotePrefix, found.number_format) == ("s", True, "@")
    assert str(found.value).split() == words.replace("\x00", "").split()


@pytest.mark.parametrize("words", ["010203500123", "+7 701 000 00 01", "1/2", "2026-11-23", "TRUE", "1E5", " бос орын ", "a\nb"])
def test_text_is_text_in_xlsx(words: str) -> None:
    assert (box(words).value, box(words).data_type) == (words, "s")


def test_a_text_that_looks_like_an_escape_is_not_read_as_one() -> None:
    """Excel reads _x003D_ in a text as the letter with that code, and _x005F_ as the underscore."""
    assert "<t>a_x005F_x003D_1 _x_ a_xyz</t>" in xml_of("a_x003D_1 _x_ a_xyz")


@pytest.mark.parametrize("letter", ["\x00", "\x0b", "\x1f", "\x7f", "\x9f", "\ud800", "\ufffe", "\uffff"])
def test_letters_that_no_file_can_hold_are_left_out(letter: str) -> None:
    assert box(f"Ә{letter}сел").value == "Әсел"
    assert from_csv([[f"Ә{letter}сел"]]) == [["Әсел"]]
    assert sheet_of([], [f"a{letter}b"], f"t{letter}")["A1"].value == "ab"


def test_days_and_moments_are_excels_own_in_the_time_of_almaty() -> None:
    day, moment = box(date(2026, 11, 23)), box(datetime(2026, 11, 23, 20, 30, 5, 7, tzinfo=UTC))
    assert (day.value, day.number_format, day.is_date) == (datetime(2026, 11, 23), "dd.mm.yyyy", True)
    assert (moment.value, moment.number_format, moment.is_date) == (datetime(2026, 11, 24, 1, 30, 5), "dd.mm.yyyy hh:mm", True)
    assert from_csv([[datetime(2026, 11, 23, 20, 30, tzinfo=UTC)]]) == [["2026-11-24 01:30:00"]]


def test_before_march_2024_almaty_was_six_hours_ahead() -> None:
    assert box(datetime(2024, 2, 1, 3, 0, tzinfo=UTC)).value == datetime(2024, 2, 1, 9, 0)


def test_a_day_before_excels_first_is_text() -> None:
    assert box(date(1899, 12, 31)).value == "1899-12-31"


@pytest.mark.parametrize("write", [lambda rows: csv_file(["a"], rows), lambda rows: xlsx_file("t", ["a"], rows)])
def test_a_moment_without_a_zone_is_refused(write: object) -> None:
    assert callable(write)
    with pytest.raises(ValueError, match="no zone"):
        write([[datetime(2026, 11, 23, 9, 30)]])


def test_numbers_are_numbers_and_nothing_is_nothing() -> None:
    rows = sheet_of([[5, None, -7]], ["a", "b", "c"])
    assert [(one.value, one.data_type) for one in rows[2]] == [(5, "n"), (None, "n"), (-7, "n")]


def test_the_head_is_bold_and_stays_in_sight() -> None:
    sheet = sheet_of([["x", 1]], ["Аты-жөні", "Саны"])
    assert [cell.value for cell in sheet[1]] == ["Аты-жөні", "Саны"] and all(cell.font.bold for cell in sheet[1])
    assert not sheet["A2"].font.bold and sheet.freeze_panes == "A2"


def test_columns_are_as_wide_as_their_content_within_bounds() -> None:
    rows: list[list[Cell]] = [["x", "ж" * 20, "y" * 500, None, None] for _ in range(3000)]
    rows.append(["x", "x", "x", MOMENT, "қысқа\n" + "z" * 30])
    sheet = sheet_of(rows, ["a", "b", "c", "d", "e"])
    widths = {name: sheet.column_dimensions[name].width for name in "ABCDE"}
    assert widths == {"A": 10, "B": 22, "C": WIDEST + 2, "D": 18, "E": 32}


@pytest.mark.parametrize("title", ["Журнал: 01/12 [бөлім]?*\\", "Ә" * 50, "'Журнал'", "a\nb", "", "  "])
def test_any_title_names_the_sheet(title: str) -> None:
    name = sheet_of([], title=title).title
    assert 0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\\n]|^'|'$", name)


def test_a_text_longer_than_a_cell_is_cut() -> None:
    assert len(str(box("a" * 40000).value)) == 32767


def test_rows_may_come_one_by_one_and_be_none() -> None:
    assert sheet_of([]).max_row == 1
    made = (row for row in [["x"], ["y"]])
    assert len(csv_file(["a"], made).splitlines()) == 3


def test_no_personal_data_stays_in_the_folder_of_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    xlsx_file("t", ["a"], [["Әсел"]])
    assert list(tmp_path.iterdir()) == []
