"""The `emhana` command."""

import io
import json
import sys

import pytest

from models import database, demo
from models.settings import settings
from tests import databases
from web.cli import main


def test_the_law_is_printed_in_each_language_with_its_unconfirmed_readings_marked(
    environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, mark in {"kk": "расталмаған", "ru": "не подтверждено", "en": "unconfirmed"}.items():
        assert main(["law", "--language", language]) == 0
        assert f"| {mark}" in capsys.readouterr().out


def test_the_calendar_of_a_year_is_printed(environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", "2027"]) == 0
    assert "2027" in capsys.readouterr().out


def test_a_wrong_setting_is_told_in_one_line(
    environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.setenv("EMHANA_TRUST", "/etc/emhana/trust")
    settings.cache_clear()
    assert main(["serve"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("emhana: ") and told.count("\n") == 1


def test_outside_a_demonstration_nobody_is_given_a_token(
    address: str, environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.setenv("EMHANA_DEMONSTRATION", "0")
    settings.cache_clear()
    assert main(["demo", "token", "zhanar"]) == 2
    assert "EMHANA_DEMONSTRATION" in capsys.readouterr().err


def test_a_database_that_is_up_to_date_is_left_alone(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["migrate"]) == 0
    assert "up to date" in capsys.readouterr().out


def test_a_partner_system_is_given_its_key_once_and_no_scope_that_does_not_exist(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["partner", "add", "Зертхана", "foo:bar"]) == 2
    told = capsys.readouterr()
    assert told.err.startswith("emhana: ") and told.err.count("\n") == 1 and "foo:bar" in told.err
    assert "attachment:read" in told.err and told.out == ""
    assert main(["partner", "add", "Зертхана", "attachment:read"]) == 0
    assert capsys.readouterr().out.startswith("partner_")


def test_beside_a_demonstrations_data_nothing_else_is_served(
    environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.setenv("EMHANA_DEMONSTRATION", "0")
    settings.cache_clear()
    settings().demonstration_keys.mkdir()
    assert main(["serve"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("emhana: ") and told.count("\n") == 1 and "EMHANA_DATA" in told


@pytest.mark.parametrize("asked", [("notice", "absent.pdf"), ("evidence", "AP-2026-000001-1")])
def test_where_no_demonstration_is_nothing_is_proved_and_no_authority_is_made(
    asked: tuple[str, str], address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new authority would call forged whatever the right one has signed."""
    assert main([asked[0], "verify", asked[1]]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"emhana: there is no demonstration in EMHANA_DATA: {settings().data}") and told.count("\n") == 1
    assert not settings().demonstration_keys.exists()


def test_an_untouched_journal_is_whole(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["journal", "verify"]) == 0


def test_what_stands_at_the_input_is_signed(
    environment: pytest.MonkeyPatch, address: str, capsys: pytest.CaptureFixture[str]
) -> None:

    async def seeded() -> None:
        await database.connect()
        await demo.seed()
        await database.close()

    databases.now(seeded())
    environment.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps({"act": "try"}).encode())))
    assert main(["demo", "sign", "zhanar"]) == 0
    assert capsys.readouterr().out.startswith("-----BEGIN CMS-----\n")
    assert main(["demo", "token", "zhanar"]) == 0
    assert len(capsys.readouterr().out.strip()) >= 32
    assert main(["demo", "token", "nobody"]) == 2
    assert "zhanar" in capsys.readouterr().err
