"""The shape of the tree: what a newcomer may rely on, and what nobody needs to remember."""

import ast
import re
import string
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import parse

from api import description, schema
from models import texts
from models.law import Language
from web import routes
from web.page import Action, Page

ROOT = Path(__file__).parent.parent
LAYERS = {"web": 3, "api": 2, "models": 1}
TEMPLATES = ROOT / "web" / "templates"
# product, section 9: the verbs that belong to this service and to everything
QUERIES = {
    "me", "clinics", "clinic", "doctors", "attachments", "attachment", "notice", "verifyNotice", "mayI", "provisions", "accessLog", "node",
}  # fmt: skip
MUTATIONS = {
    "requestSignature", "submitAttachment", "approveAttachment", "refuseAttachment", "withdrawAttachment", "giveConsent", "withdrawConsent",
}  # fmt: skip


def sources(folder: str) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / folder).rglob("*.py")):
        yield path, ast.parse(path.read_text("utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_point_down(layer: str) -> None:
    for path, tree in sources(layer):
        for name in imported(tree):
            assert LAYERS.get(name.split(".")[0], 0) <= LAYERS[layer], f"{path} imports {name}"


def test_the_law_is_pure() -> None:
    allowed = {"models.law", "models.texts"}
    for path, tree in sources("models/law"):
        for name in imported(tree):
            if name.split(".")[0] in LAYERS:
                assert any(name == one or name.startswith(one + ".") for one in allowed), f"{path} imports {name}"


def test_signatures_are_verified_without_tables() -> None:
    for path, tree in sources("models/eds"):
        for name in imported(tree):
            assert name.split(".")[0] not in LAYERS or name.startswith(("models.eds", "models.law")), f"{path} imports {name}"


def calls(folder: str, wanted: set[str]) -> set[str]:
    found = set()
    for path, tree in sources(folder):
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and ast.unparse(node) in wanted:
                found.add(str(path.relative_to(ROOT)))
    return found


@pytest.mark.parametrize("folder", ["models", "api", "web"])
def test_only_the_clock_asks_for_the_time(folder: str) -> None:
    assert calls(folder, {"datetime.now", "datetime.utcnow", "date.today", "time.time"}) <= {"models/clock.py"}


@pytest.mark.parametrize("folder", ["models", "api", "web"])
def test_only_the_settings_read_the_environment(folder: str) -> None:
    assert calls(folder, {"os.environ", "os.getenv"}) <= {"models/settings.py"}


def placeholders(words: texts.Words) -> set[str]:
    forms = [words] if isinstance(words, str) else list(words.values())
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name is not None}


@pytest.mark.parametrize("language", [Language.RU, Language.EN])
def test_texts_are_complete_in_three_languages(language: Language) -> None:
    kazakh, other = texts.words(Language.KK), texts.words(language)
    assert set(kazakh) == set(other)
    assert [key for key in kazakh if placeholders(kazakh[key]) != placeholders(other[key])] == []


def test_kazakh_words_are_not_left_in_another_language() -> None:
    """A Kazakh text that equals the Russian one is a name, a number or forgotten."""
    kazakh, russian = texts.words(Language.KK), texts.words(Language.RU)
    same = [key for key, words in kazakh.items() if words == russian[key] and isinstance(words, str) and len(words.split()) > 3]
    assert same == []


def declared_names() -> set[str]:
    return {one.name for one in routes.declared()}


def test_a_page_is_a_document_and_a_template_of_one_name() -> None:
    for one in routes.declared():
        assert (TEMPLATES / f"{one.name}.graphql").exists(), one.name
        if isinstance(one, Page):
            assert (TEMPLATES / f"{one.name}.html").exists(), one.name


def test_no_document_is_left_without_a_page() -> None:
    found = {str(path.relative_to(TEMPLATES).with_suffix("")) for path in TEMPLATES.rglob("*.graphql")}
    code = "".join(path.read_text("utf-8") for path in (ROOT / "web").glob("*.py"))
    assert {name for name in found - declared_names() if f'"{name}"' not in code} == set()


def test_an_action_shows_a_page_that_exists() -> None:
    pages = {one.name for one in routes.declared() if isinstance(one, Page)}
    assert [one.name for one in routes.declared() if isinstance(one, Action) and one.shows not in pages] == []


def root_fields(operation: str) -> set[str]:
    kind = schema.schema._schema.type_map[operation]
    return set(kind.fields)  # type: ignore[attr-defined]


def test_the_contract_lists_the_verbs_of_the_product() -> None:
    assert root_fields("Query") >= QUERIES
    assert root_fields("Mutation") >= MUTATIONS


def test_every_element_of_the_contract_is_described() -> None:
    assert description.undescribed(schema.schema) == []


def test_the_committed_contract_is_the_one_served() -> None:
    assert schema.FILE.read_text("utf-8") == schema.sdl()


def test_documents_name_their_operation_kind() -> None:
    for path in TEMPLATES.rglob("*.graphql"):
        assert len(parse(path.read_text("utf-8")).definitions) >= 1, path


def committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_registry_address_is_committed() -> None:
    pattern = re.compile(rb"--(extra-)?index-url|--find-links|simple/|pypi\.[a-z]+|registry\.npmjs|files\.pythonhosted")
    found = [path for path in committed() if path.suffix != ".py" and pattern.search(path.read_bytes())]
    assert found == []


def test_every_dependency_is_pinned_with_hashes() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    pins = [line for line in text.splitlines() if re.match(r"^[a-z0-9]", line)]
    assert len(pins) > 20
    assert all("==" in line for line in pins)
    assert text.count("--hash=sha256:") >= len(pins)


def test_the_stylesheet_stays_small() -> None:
    import gzip

    assert len(gzip.compress((ROOT / "web/static/emhana.css").read_bytes(), 9)) <= 12 * 1024


def test_nobody_writes_markup_past_the_escaping() -> None:
    for path in TEMPLATES.rglob("*.html"):
        assert "|safe" not in path.read_text("utf-8").replace(" ", ""), path


MIXED = re.compile(r"[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")


def test_no_word_mixes_latin_and_cyrillic_letters() -> None:
    """A Latin letter that looks like a Cyrillic one breaks search and the screen reader."""
    found = []
    for path in [*ROOT.glob("models/texts/*/*.toml"), *ROOT.glob("web/texts/*/*.toml"), ROOT / "models/demo_data.py"]:
        found += [f"{path.name}: {line.strip()}" for line in path.read_text("utf-8").splitlines() if MIXED.search(line)]
    assert found == []


def test_every_setting_is_explained_in_the_readme() -> None:
    named = set(re.findall(r"EMHANA_[A-Z_]+", (ROOT / "models/settings.py").read_text("utf-8")))
    assert named <= set(re.findall(r"EMHANA_[A-Z_]+", (ROOT / "README.md").read_text("utf-8")))
