"""A form becomes the input of a mutation by the schema's own types."""

import base64
from datetime import date
from enum import Enum

import pytest
import strawberry

from api.execution import Api
from api.problems import Fault, ProblemCode
from api.scalars import SCALARS
from web.document import Document
from web.form import LONGEST_LIST, File, Form


@strawberry.enum
class Kind(Enum):
    PENSION = "PENSION"
    COURT = "COURT"


@strawberry.input
class Address:
    street: str
    house: str
    flat: str | None = None


@strawberry.input
class Paper:
    file_name: str
    content: str
    kind: Kind | None = None


@strawberry.input
class Filed:
    id: strawberry.ID
    kind: Kind
    kinds: list[Kind]
    day: date | None = None
    age: int | None = None
    weight: float | None = None
    urgent: bool = True
    told: bool | None = None
    address: Address | None = None
    home: Address | None = None
    papers: list[Paper] = strawberry.field(default_factory=list)
    words: str | None = None


@strawberry.type
class Query:
    @strawberry.field
    def file(self, input: Filed) -> str:
        return ""


API = Api(strawberry.Schema(Query, config=strawberry.schema.config.StrawberryConfig(scalar_map=SCALARS)))
DOCUMENT = Document("query Q($input: Filed!) { file(input: $input) }", API)
LEAST: list[tuple[str, str | File]] = [("id", "1"), ("kind", "PENSION")]


def read(*pairs: tuple[str, str | File]) -> dict[str, object]:
    """The input made of the least form and more fields."""
    variables, faults = DOCUMENT.read(Form.of([*LEAST, *pairs]))
    assert faults == []
    found = variables["input"]
    assert isinstance(found, dict)
    return found


def wrong(*pairs: tuple[str, str | File]) -> list[Fault]:
    return DOCUMENT.read(Form.of([*LEAST, *pairs]))[1]


def test_what_was_not_sent_is_not_in_the_input_but_for_lists_and_yes_or_no() -> None:
    assert read() == {"id": "1", "kind": "PENSION", "kinds": [], "urgent": False}


def test_a_box_left_open_is_no_whatever_the_default_and_a_ticked_one_is_yes() -> None:
    assert read()["urgent"] is False
    for word in ("on", "true", "1", "yes", "True"):
        assert read(("urgent", word))["urgent"] is True
    assert read(("told", "false"))["told"] is False
    assert "told" not in read()
    assert wrong(("urgent", "maybe")) == [Fault(ProblemCode.INVALID_VALUE, ("urgent",))]


def test_empty_text_is_nothing() -> None:
    assert "words" not in read(("words", "  ")) and "age" not in read(("age", "")) and "day" not in read(("day", ""))


def test_numbers_are_numbers() -> None:
    assert read(("age", " 42 "), ("weight", "3,5")) | {} == read() | {"age": 42, "weight": 3.5}
    assert wrong(("age", "forty")) == [Fault(ProblemCode.INVALID_VALUE, ("age",))]
    assert wrong(("age", "99999999999")) == [Fault(ProblemCode.INVALID_VALUE, ("age",))]


def test_a_day_may_come_in_three_fields() -> None:
    assert read(("day", "2026-03-08"))["day"] == "2026-03-08"
    assert read(("day.day", "8"), ("day.month", "3"), ("day.year", "2026"))["day"] == "2026-03-08"


def test_ticked_boxes_of_one_name_are_a_list_and_words_that_are_none_are_told() -> None:
    assert read(("kinds", "PENSION"), ("kinds", "COURT"))["kinds"] == ["PENSION", "COURT"]
    assert wrong(("kinds", "OTHER")) == [Fault(ProblemCode.INVALID_VALUE, ("kinds",))]


def test_dotted_names_are_parts_and_an_empty_part_is_none() -> None:
    assert read(("address.street", "Абай"), ("address.house", "5"))["address"] == {"street": "Абай", "house": "5"}
    assert "address" not in read(("address.street", ""), ("address.house", " "))


def test_what_is_missing_is_told_with_its_path_all_at_once() -> None:
    faults = DOCUMENT.read(Form.of([("address.street", "Абай")]))[1]
    assert {fault.field for fault in faults} == {("id",), ("kind",), ("address", "house")}
    assert {fault.code for fault in faults} == {ProblemCode.REQUIRED}


def test_numbered_names_are_items_in_their_order_without_gaps() -> None:
    papers = read(
        ("papers.2.fileName", "b.pdf"), ("papers.2.content", "Yg=="), ("papers.0.fileName", "a.pdf"), ("papers.0.content", "YQ==")
    )["papers"]  # fmt: skip
    assert papers == [{"fileName": "a.pdf", "content": "YQ=="}, {"fileName": "b.pdf", "content": "Yg=="}]


def test_an_uploaded_file_is_its_name_and_its_bytes_in_base64() -> None:
    content = bytes(range(256))
    papers = read(("papers.0", File("скан.pdf", content)), ("papers.0.kind", "COURT"))["papers"]
    told = base64.b64encode(content).decode()
    assert papers == [{"fileName": "скан.pdf", "content": told, "kind": "COURT"}]


def test_several_files_of_one_field_are_items_and_an_empty_file_field_is_none() -> None:
    papers = read(("papers", File("a.pdf", b"a")), ("papers", File("", b"")), ("papers", File("b.pdf", b"b")))["papers"]
    assert papers == [{"fileName": "a.pdf", "content": "YQ=="}, {"fileName": "b.pdf", "content": "Yg=="}]


def test_a_list_has_an_end() -> None:
    (fault,) = wrong(*[("kinds", "COURT")] * (LONGEST_LIST + 50))
    assert (fault.code, fault.field) == (ProblemCode.TOO_MANY, ("kinds",))


def test_lines_end_as_lines_end_and_a_null_character_is_refused() -> None:
    assert read(("words", " a\r\nb "))["words"] == "a\nb"
    assert wrong(("words", "a\x00b")) == [Fault(ProblemCode.INVALID_VALUE, ("words",))]


def test_what_the_input_does_not_have_is_left_out() -> None:
    assert read(("csrf", "token"), ("state", "APPROVED"), ("__proto__.a", "x")) == read()


@pytest.mark.parametrize(
    "name", ["papers.-1", "papers.x.kind", "papers..kind", ".", "papers.99999999999999999999.kind"]
)
def test_odd_names_break_nothing(name: str) -> None:
    DOCUMENT.read(Form.of([*LEAST, (name, "COURT"), (name, File("a", b"a"))]))
