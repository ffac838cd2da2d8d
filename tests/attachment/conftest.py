"""The demonstration's register on a Monday morning, its keys, and its people at the API."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
import time_machine

from models import account, demo, trust
from models.demo_data import CLINICS, PEOPLE
from models.demonstration_keys import Authority
from models.eds.issue import Holder
from models.law import Role
from tests.attachment.asking import MONDAY, Asker, served

People = Callable[[str], Awaitable[Asker]]


@pytest.fixture(scope="session")
def made_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's authority with the keys of its heads, made once: RSA keys take their time."""
    folder = tmp_path_factory.mktemp("keys") / "demonstration-keys"
    authority = Authority.open(folder)
    clinics = {one.key: one for one in CLINICS}
    for one in PEOPLE:
        bare = Holder(one.iin, one.surname, one.given_name, one.patronymic)
        authority.issue(bare)
        if one.role is Role.HEAD:
            clinic = clinics[one.clinic]
            authority.issue(Holder(one.iin, one.surname, one.given_name, one.patronymic, clinic.name["ru"], clinic.bin, head=True))
    return folder


@pytest.fixture
def keys(environment: pytest.MonkeyPatch, tmp_path: Path, made_keys: Path) -> Iterator[Path]:
    """A copy of those keys where this test's demonstration looks for them."""
    shutil.copytree(made_keys, tmp_path / "demonstration-keys", dirs_exist_ok=True)
    trust.authority.cache_clear()
    yield tmp_path / "demonstration-keys"
    trust.authority.cache_clear()


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """A Monday at ten, standing still until it is moved."""
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
async def register(database: str, keys: Path, clock: time_machine.Traveller) -> str:
    """The demonstration's clinics and people."""
    await demo.seed()
    return database


@pytest.fixture
async def people(register: str) -> AsyncIterator[People]:
    """`await people("zhanar")` is Zhanar with a bearer; "citizen:head" a head as a citizen; "partner:…" a system with scopes.

    "" is somebody who has not signed in.
    """
    async with served() as http:

        async def somebody(name: str) -> Asker:
            if name.startswith("partner:"):
                return Asker(name, await account.add_partner(name, name.removeprefix("partner:").split()), http)
            if name.startswith("citizen:"):
                own = await account.account_of(await demo.person(name.removeprefix("citizen:")))
                return Asker(name.removeprefix("citizen:"), await account.begin(own, account.SessionKind.BEARER), http)
            return Asker(name, await demo.token(name) if name else "", http)

        yield somebody
