"""Words in the three languages, from folders of TOML files: `<folder>/<language>/<topic>.toml`, key `topic.table.name`.

A value is a sentence with `{placeholders}`, or a table of plural forms chosen by the value `n` with Babel's rules.
"""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from babel import Locale

from models.law import Language

Words = str | Mapping[str, str]
FOLDERS = [Path(__file__).parent / "texts"]
_FORMS = {"zero", "one", "two", "few", "many", "other"}


def add_folder(folder: Path) -> None:
    """Let a layer above bring its own words; the same key may not stand in two folders."""
    if folder not in FOLDERS:
        FOLDERS.append(folder)
        words.cache_clear()


def text(key: str, language: str, **values: object) -> str:
    """The words of a key in a language; a key that does not exist is a fault of the caller (KeyError)."""
    found = words(Language(language))[key]
    if not isinstance(found, str):
        number = values["n"]
        assert isinstance(number, int)
        found = found.get(Locale(str(Language(language))).plural_form(number), found["other"])
    return found.format_map(values) if values else found


def has(key: str, language: str) -> bool:
    """Whether there are words for a key."""
    return key in words(Language(language))


@lru_cache
def words(language: Language) -> dict[str, Words]:
    """Every key of a language."""
    found: dict[str, Words] = {}
    for file in sorted(file for folder in FOLDERS for file in (folder / language).glob("*.toml")):
        for key, value in _flatten(tomllib.loads(file.read_text("utf-8")), file.stem + "."):
            if key in found:
                raise ValueError(f"{key} stands twice ({file})")
            found[key] = value
    return found


def _flatten(table: Mapping[str, object], prefix: str) -> list[tuple[str, Words]]:
    """Pairs of full key and words; a table whose names are plural forms is one value."""
    found: list[tuple[str, Words]] = []
    for name, value in table.items():
        if isinstance(value, dict) and not set(value) <= _FORMS:
            found += _flatten(value, f"{prefix}{name}.")
        else:
            found.append((prefix + name, value))  # type: ignore[arg-type]
    return found
