"""The language of a page is the first part of its path: /kk, /ru or /en; Kazakh when nothing says otherwise."""

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request

from models.law import Language


class _LanguageConvertor(Convertor[Language]):
    """The path parameter `{language:language}`."""

    regex = "|".join(Language)

    def convert(self, value: str) -> Language:
        return Language(value)

    def to_string(self, value: Language) -> str:
        return str(value)


register_url_convertor("language", _LanguageConvertor())


def accepted(header: str) -> Language:
    """The language a browser asks for (RFC 9110, 12.5.4): the heaviest that we speak; Kazakh among equals and by default."""
    weights = dict(reversed([_weighed(part) for part in header.split(",")]))
    return max(Language, key=lambda one: weights.get(one, 0.0))


def _weighed(part: str) -> tuple[str, float]:
    """One entry of Accept-Language: the language without its region, and its weight."""
    name, _, parameter = part.strip().partition(";")
    try:
        weight = float(parameter.strip().removeprefix("q=") or 1)
    except ValueError:
        weight = 0.0
    return name.strip().partition("-")[0].lower(), weight


def split(path: str) -> tuple[Language | None, str]:
    """The language at the head of a path, if any, and the path without it."""
    head, _, rest = path.removeprefix("/").partition("/")
    return (Language(head), "/" + rest if rest else "/") if head in set(Language) else (None, path)


def of(request: Request) -> Language:
    """The language of a request: of its path, else of its browser."""
    return split(request.url.path)[0] or accepted(request.headers.get("accept-language", ""))


def link(language: Language, path: str) -> str:
    """A path of this site in a language."""
    return f"/{language}{path if path != '/' else ''}"


def own_path(path: str | None) -> str | None:
    """A path without language that is certainly of this site, or None: where to go next may be told by the browser."""
    if not path or not path.startswith("/") or path.startswith("//") or "\\" in path or not path.isprintable():
        return None
    return path
