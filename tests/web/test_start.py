"""What happens before the first answer: settings, migrations, constraints; and what is refused."""

import base64
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from models import clinic, clock, database, demo_data
from models.demonstration_branch import new_key
from models.eds import SIGN, algorithm, issue, write
from models.settings import Misconfigured, settings
from tests.notice.production import HEAD, Production, begin
from tests.web import site
from web.app import Unguarded, check_settings, create, hosts, prepare, serving
from web.server import where_to_look


def test_a_demonstration_beside_a_production_trust_store_is_refused(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("EMHANA_TRUST", "/etc/emhana/trust")
    settings.cache_clear()
    with pytest.raises(Misconfigured, match="EMHANA_TRUST"):
        check_settings()


def test_production_beside_the_data_of_a_demonstration_is_refused(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    check_settings()
    environment.setenv("EMHANA_DEMONSTRATION", "0")
    settings.cache_clear()
    check_settings()
    settings().demonstration_keys.mkdir()
    with pytest.raises(Misconfigured, match="EMHANA_DATA"):
        check_settings()
    with pytest.raises(Misconfigured, match=str(tmp_path)):
        create()
    environment.setenv("EMHANA_DEMONSTRATION", "1")
    settings.cache_clear()
    check_settings()


def test_a_site_without_a_host_is_refused(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("EMHANA_SITE", "emhana")
    settings.cache_clear()
    with pytest.raises(Misconfigured, match="EMHANA_SITE"):
        check_settings()


def test_only_the_sites_own_host_is_answered_but_for_this_computer_in_a_demonstration(
    environment: pytest.MonkeyPatch,
) -> None:
    environment.setenv("EMHANA_SITE", "https://emhana.example:8443")
    settings.cache_clear()
    assert hosts() == ["emhana.example", "127.0.0.1", "localhost"]
    environment.setenv("EMHANA_DEMONSTRATION", "0")
    settings.cache_clear()
    assert hosts() == ["emhana.example"]


def test_a_newcomer_is_told_in_three_lines_where_to_look_and_as_whom_to_sign_in(
    environment: pytest.MonkeyPatch,
) -> None:
    lines = where_to_look()
    assert len(lines) == 3
    assert settings().site in lines[0]
    assert "Жанар" in lines[1]
    assert "head" in lines[2]


def test_of_a_real_register_only_the_address_is_told(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("EMHANA_DEMONSTRATION", "0")
    settings.cache_clear()
    first, *rest = where_to_look()
    assert first == f"Emhana answers at {settings().site}"
    assert all(one.startswith("Not ready: ") for one in rest) and "EMHANA_TRUST" in rest[0] and "EMHANA_SYSTEM_KEYS" in rest[1]


async def test_the_whole_application_starts_serves_its_home_page_and_ends(address: str) -> None:
    await prepare()
    app = create()
    async with serving(app), site.browser(app) as client:
        assert (await client.get("/kk")).status_code == 200
        ready = await client.get("/ready")
        assert (ready.status_code, ready.json()) == (200, {"ready": True, "missing": []})
        assert await clinic.Clinic.exists()


@pytest.fixture
async def unguarded(address: str, engine: str) -> AsyncIterator[None]:
    """A database without the index that keeps one attachment in force per person; PostgreSQL's is of all tests."""
    kept = "SELECT indexdef AS made FROM pg_indexes WHERE indexname = 'uq_attachment_in_force'"
    if engine == "sqlite":
        kept = "SELECT sql AS made FROM sqlite_master WHERE name = 'uq_attachment_in_force'"
    await database.connect()
    (found,) = await database.connection().execute_query_dict(kept)
    await database.connection().execute_script("DROP INDEX uq_attachment_in_force")
    await database.close()
    yield
    await database.connect()
    await database.connection().execute_script(found["made"])
    await database.close()


async def test_nothing_is_served_while_a_constraint_is_missing(unguarded: None) -> None:
    with pytest.raises(Unguarded, match="uq_attachment_in_force"):
        await prepare()
    app = create()
    with pytest.raises(Unguarded, match="uq_attachment_in_force"):
        async with serving(app):
            pytest.fail("it serves")


async def test_a_process_whose_constraint_was_dropped_meanwhile_is_not_ready(unguarded: None) -> None:
    await database.connect()
    async with site.browser(site.application()) as client:
        ready = await client.get("/ready")
    await database.close()
    assert ready.status_code == 503
    assert "uq_attachment_in_force" in str(ready.json()["missing"])


async def test_what_the_database_has_not_got_yet_is_told_before_serving(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment.setenv("EMHANA_DEMONSTRATION", "0")
    environment.setenv("EMHANA_DATABASE_URL", f"sqlite://{tmp_path}/empty.sqlite3")
    settings.cache_clear()
    with pytest.raises(Unguarded, match="emhana migrate"):
        await prepare()


@pytest.fixture
def believing(environment: pytest.MonkeyPatch, address: str, tmp_path: Path) -> Production:
    """A production process whose only anchor has an override that somebody wrote by hand."""
    return begin(environment, tmp_path / "production")


async def test_nothing_is_served_upon_an_override_that_is_not_in_the_journal(believing: Production) -> None:
    with pytest.raises(Misconfigured, match="not in the journal"):
        await prepare()
    app = create()
    with pytest.raises(Misconfigured, match="not in the journal"):
        async with serving(app):
            pytest.fail("it serves")


async def test_what_is_laid_into_the_trust_store_of_a_running_server_changes_nothing(believing: Production) -> None:
    """An authority of one's own with its override, and a stray file, which once made every sign-in a fault of the server's."""
    root = believing.trust / "root.cer"
    blob = root.read_bytes()
    root.unlink()
    await prepare()
    app = create()
    async with serving(app), site.browser(app) as client:
        root.write_bytes(blob)
        assert await signed_in(client, believing) == ["SIGNATURE_UNTRUSTED"]
        (believing.trust / "stray.cer").write_bytes(b"junk")
        assert await signed_in(client, believing) == ["SIGNATURE_UNTRUSTED"]


async def signed_in(client: httpx.AsyncClient, production: Production) -> list[str]:
    """Why a person with a key of the tests' own authority is not let in."""

    async def act(query: str, **variables: object) -> dict[str, Any]:
        answer = await client.post("/graphql", json={"query": query, "variables": variables})
        data: dict[str, Any] = answer.json()["data"]
        return data

    begun = await act("mutation { startSignIn(input: {}) { signatureRequest { content } } }")
    content = base64.b64decode(begun["startSignIn"]["signatureRequest"]["content"])
    key = new_key(algorithm.ECDSA)
    cms = write.signed(content, issue.person(HEAD, SIGN, key, production._by()), key, clock.now())
    query = "mutation($i: SignInInput!) { signIn(input: $i) { problems { code } } }"
    ended = await act(query, i={"signature": base64.b64encode(cms).decode()})
    return [one["code"] for one in ended["signIn"]["problems"]]


async def test_a_demonstration_fills_its_database_once(address: str) -> None:
    await prepare()
    await prepare()
    await database.connect()
    found = await clinic.Clinic.all().count()
    await database.close()
    assert found == len(demo_data.CLINICS)


async def test_without_a_database_the_process_is_not_ready(environment: pytest.MonkeyPatch) -> None:
    app: Starlette = site.application()
    async with site.browser(app) as client:
        assert (await client.get("/ready")).status_code == 503
        assert (await client.get("/live")).status_code == 200
