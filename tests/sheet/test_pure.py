"""Paper knows nothing of the house: no tables, no settings, no texts, no clock, no network."""

import ast
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "models" / "sheet"
OUTSIDE = {"socket", "http", "urllib", "httpx", "os", "time", "subprocess"}


def imported(path: Path) -> list[str]:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    names = [one.name for node in nodes if isinstance(node, ast.Import) for one in node.names]
    return names + [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]


def test_paper_needs_nothing_of_the_project_but_itself() -> None:
    names = [name for path in FOLDER.glob("*.py") for name in imported(path)]
    assert "models.sheet.letters" in names
    assert [
        name
        for name in names
        if name.split(".")[0] in {"api", "web"} or (name.startswith("models") and not name.startswith("models.sheet"))
    ] == []
    assert [name for name in names if name.split(".")[0] in OUTSIDE] == []


def test_the_template_reads_no_other_file_and_no_clock() -> None:
    words = (FOLDER / "sheet.typ").read_text("utf-8")
    assert [one for one in ("#import", "#include", "read(", "datetime.today", "eval(", "@preview") if one in words] == []
