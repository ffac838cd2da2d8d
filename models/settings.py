"""Every environment variable, typed; the only reader of `os.environ`. README's configuration table follows this file."""

import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"", "0", "false", "no", "off"}


class Misconfigured(Exception):
    """A variable has a value that cannot be served with; the message names it and says what is accepted."""


def _text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def _flag(name: str, default: str = "") -> bool:
    value = _text(name, default).lower()
    if value not in _TRUE | _FALSE:
        raise Misconfigured(f"{name} is {value!r}: use 1 or 0")
    return value in _TRUE


def _bin(name: str) -> str:
    value = _text(name)
    if value and not (value.isascii() and value.isdigit() and len(value) == 12):
        raise Misconfigured(f"{name} is {value!r}: use the twelve digits of a BIN")
    return value


def _number(name: str, default: int) -> int:
    value = _text(name, str(default))
    if not value.isdigit():
        raise Misconfigured(f"{name} is {value!r}: use a whole number")
    return int(value)


def _addresses(name: str) -> tuple[str, ...]:
    """Addresses by commas, each http:// or https:// with a host."""
    found = tuple(one.strip() for one in _text(name).split(",") if one.strip())
    for one in found:
        parts = urlsplit(one)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Misconfigured(f"{name}: {one!r} is no http:// or https:// address")
    return found


@dataclass(frozen=True)
class Settings:
    """What this process was told. Sizes are in bytes, times in seconds."""

    database_url: str = field(default_factory=lambda: _text("EMHANA_DATABASE_URL"))
    data: Path = field(default_factory=lambda: Path(_text("EMHANA_DATA", "data")).absolute())
    site: str = field(default_factory=lambda: _text("EMHANA_SITE", "http://127.0.0.1:8000").rstrip("/"))
    demonstration: bool = field(default_factory=lambda: _flag("EMHANA_DEMONSTRATION"))
    demonstration_day: bool = field(default_factory=lambda: _flag("EMHANA_DEMONSTRATION_DAY"))
    trust: str = field(default_factory=lambda: _text("EMHANA_TRUST"))
    work: bool = field(default_factory=lambda: _flag("EMHANA_WORK", "1"))
    clock: str = field(default_factory=lambda: _text("EMHANA_CLOCK"))
    htmx: str = field(default_factory=lambda: _text("EMHANA_HTMX"))
    smtp: str = field(default_factory=lambda: _text("EMHANA_SMTP"))
    sms: str = field(default_factory=lambda: _text("EMHANA_SMS"))
    largest_document: int = field(default_factory=lambda: _number("EMHANA_LARGEST_DOCUMENT", 5 * 1024 * 1024))
    proxy: str = field(default_factory=lambda: _text("EMHANA_PROXY"))
    map: str = field(default_factory=lambda: _text("EMHANA_MAP", "https://2gis.kz/search/{address}"))
    call_log_form: str = field(default_factory=lambda: _text("EMHANA_CALL_LOG_FORM"))
    pool: int = field(default_factory=lambda: _number("EMHANA_POOL", 10))
    ocsp: tuple[str, ...] = field(default_factory=lambda: _addresses("EMHANA_OCSP"))
    crl: tuple[str, ...] = field(default_factory=lambda: _addresses("EMHANA_CRL"))
    ncanode: tuple[str, ...] = field(default_factory=lambda: _addresses("EMHANA_NCANODE"))
    legacy_gost: bool = field(default_factory=lambda: _flag("EMHANA_LEGACY_GOST"))
    system_keys: str = field(default_factory=lambda: _text("EMHANA_SYSTEM_KEYS"))
    signing_program: str = field(default_factory=lambda: (_text("EMHANA_NCALAYER") or "wss://127.0.0.1:13579").rstrip("/"))
    egov_mobile: bool = field(default_factory=lambda: _flag("EMHANA_EGOV_MOBILE"))
    organisation_bin: str = field(default_factory=lambda: _bin("EMHANA_ORGANISATION_BIN"))
    organisation_name: str = field(default_factory=lambda: _text("EMHANA_ORGANISATION_NAME"))

    @property
    def database(self) -> str:
        """Where the data are: the URL given, or an SQLite file in the data folder."""
        return self.database_url or f"sqlite://{self.data / 'emhana.sqlite3'}"

    @property
    def documents(self) -> Path:
        """The folder of uploaded documents: outside everything that is served by path."""
        return self.data / "documents"

    @property
    def demonstration_keys(self) -> Path:
        """The folder of the demonstration authority and its people's keys."""
        return self.data / "demonstration-keys"

    @property
    def revocation(self) -> Path:
        """The folder of revocation lists brought from EMHANA_CRL; those that signatures name lie in its folder `kept`."""
        return self.data / "revocation"

    @property
    def secure(self) -> bool:
        """Whether the site is served over TLS, so that cookies can demand it."""
        return self.site.startswith("https://")


@lru_cache
def settings() -> Settings:
    """The settings of this process, read once; `settings.cache_clear()` reads them again."""
    return Settings()
