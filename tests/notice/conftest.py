"""The demonstration with a few free times and with the system keys of its bodies, made once: RSA keys take their time."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models import trust
from models.demo_data import AUTHORITY, CLINICS
from models.demonstration_keys import Authority
from tests.appointment.fewer import register
from tests.attachment.conftest import clock, made_keys, people

__all__ = ["clock", "keys", "made_keys", "people", "register", "sealing_keys"]


@pytest.fixture(scope="session")
def sealing_keys(made_keys: Path) -> Path:
    """Everybody's keys, those of the information systems among them."""
    authority = Authority(made_keys)
    for one in CLINICS[:2]:
        authority.system_certificate(one.bin, one.name["kk"])
    authority.system_certificate(AUTHORITY["number"], AUTHORITY["name"]["kk"])
    return made_keys


@pytest.fixture
def keys(environment: pytest.MonkeyPatch, tmp_path: Path, sealing_keys: Path) -> Iterator[Path]:
    """A copy of those keys where this test's demonstration looks for them."""
    shutil.copytree(sealing_keys, tmp_path / "demonstration-keys", dirs_exist_ok=True)
    trust.authority.cache_clear()
    yield tmp_path / "demonstration-keys"
    trust.authority.cache_clear()
