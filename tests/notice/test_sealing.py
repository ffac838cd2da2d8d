"""Sealing: what no head signs gets its issuer's system key, once, soon, and from no other key; nothing of it can be changed."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import anyio
import pytest
import time_machine
from tortoise import connections
from tortoise.exceptions import IntegrityError

from models import clock as now
from models import notice_sealing, notice_sheet, trust
from models.law.notice import Kind
from models.notice import Notice, NoticeSeal
from models.notice_status import status
from models.settings import Misconfigured
from models.sheet import opened
from models.signing import Signature
from tests.appeal import appeals
from tests.attachment.asking import BINS
from tests.attachment.conftest import People
from tests.notice.acts import booked, filed, given
from tests.notice.production import Production, begin


@pytest.fixture(autouse=True)
def rested() -> None:
    """No key of an earlier test is left alone for its faults."""
    notice_sealing._resting.clear()


async def word(notice: Notice) -> str:
    return (await status(await Notice.get(id=notice.id).prefetch_related("signature__request"))).word


async def test_the_job_seals_what_waits_and_nothing_twice(people: People) -> None:
    first, second = await given(people, Kind.APPOINTMENT), await given(people, Kind.RECEIPT)
    assert [await word(one) for one in (first, second)] == ["unsealed", "unsealed"]
    assert await notice_sealing.seal_due() == 2
    assert [await word(one) for one in (first, second)] == ["valid", "valid"]
    kept = {one.notice_id: bytes(one.cms) for one in await NoticeSeal.all()}
    assert await notice_sealing.seal_due() == 0
    assert kept == {one.notice_id: bytes(one.cms) for one in await NoticeSeal.all()}
    (sealed_at,) = {one.sealed_at for one in await Notice.all()}
    assert sealed_at == now.now()


async def test_a_seal_covers_the_facts_byte_for_byte_and_is_the_issuers(people: People) -> None:
    notice = await given(people, Kind.APPOINTMENT)
    await notice_sealing.seal_due()
    seal = await NoticeSeal.get(notice_id=notice.id)
    signer = trust.verify(bytes(seal.cms), now.now())
    assert signer.content == notice.facts.encode() and (signer.iin, signer.bin) == ("", notice.clinic.bin)
    assert (seal.facts["bin"], seal.evidence["by"]) == (notice.clinic.bin, "OCSP")


async def test_what_a_head_signed_is_not_sealed(people: People) -> None:
    notice = await given(people, Kind.ATTACHMENT)
    assert await notice_sealing.seal_due() == 1  # the receipt
    assert not await notice_sealing.seal(notice) and not await NoticeSeal.filter(notice_id=notice.id).exists()
    assert await word(notice) == "valid"


async def test_a_notice_of_the_authorised_body_has_the_bodys_seal(people: People) -> None:
    await appeals.filed(await people("zhanar"), toAuthority=True)
    notice = await Notice.get(kind=Kind.APPEAL_RECEIPT).prefetch_related("authority")
    await notice_sealing.seal_due()
    assert notice.authority and (await NoticeSeal.get(notice_id=notice.id)).facts["bin"] == notice.authority.bin
    assert await word(notice) == "valid"


async def test_several_workers_at_once_give_one_seal(people: People) -> None:
    notice = await given(people, Kind.APPOINTMENT)
    done: list[int] = []

    async def work() -> None:
        done.append(await notice_sealing.seal_due())

    async with anyio.create_task_group() as group:
        for _ in range(4):
            group.start_soon(work)
    assert sum(done) == 1 and await NoticeSeal.filter(notice_id=notice.id).count() == 1


async def test_without_its_clinics_key_a_notice_waits_and_says_so(
    people: People, environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    notice = await given(people, Kind.APPOINTMENT)
    production = begin(environment, tmp_path / "production")
    production.give(BINS["almaty-5"])
    assert await notice_sealing.seal_due() == 0 and await word(notice) == "unsealed"
    production.give(BINS["almaty-9"])
    assert await notice_sealing.seal_due() == 1 and await word(notice) == "valid"


Wrong = Callable[[Production, str], Any]
WRONG: dict[str, Wrong] = {
    "a person's": lambda one, bin: one.give(bin, person=True),
    "another organisation's": lambda one, bin: one.give(bin, of=BINS["almaty-5"]),
    "over": lambda one, bin: one.give(bin, until=datetime(2026, 11, 22, tzinfo=UTC)),
    "revoked": lambda one, bin: one.revoke(one.give(bin).serial_number),
    "open to others": lambda one, bin: one.give(bin, mode=0o640),
    "of nobody trusted": lambda one, bin: gone(one, bin, "root.cer"),
    "with nothing known of its revocation": lambda one, bin: gone(one, bin, "root.crl"),
    "no key at all": lambda one, bin: (one.give(bin), (one.keys / f"{bin}.pem").write_bytes(b"-----BEGIN PRIVATE KEY-----\n")),
    "without its certificate": lambda one, bin: cut(one, bin),
}  # fmt: skip


def gone(production: Production, bin: str, name: str) -> None:
    """A sound key, but a file of the trust store is missing."""
    production.give(bin)
    (production.trust / name).unlink()


def cut(production: Production, bin: str) -> None:
    """Leave the private key only."""
    production.give(bin)
    path = production.keys / f"{bin}.pem"
    path.write_bytes(path.read_bytes().partition(b"-----BEGIN CERTIFICATE")[0])


@pytest.mark.parametrize("how", WRONG)
async def test_a_key_that_is_not_the_clinics_sound_one_seals_nothing_and_holds_up_nobody(
    people: People, environment: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture, how: str
) -> None:
    notice, other = await given(people, Kind.APPOINTMENT), await given(people, Kind.RECEIPT)
    production = begin(environment, tmp_path / "production")
    production.give(BINS["almaty-5"])
    WRONG[how](production, BINS["almaty-9"])
    shared = how in ("of nobody trusted", "with nothing known of its revocation")
    with caplog.at_level(logging.ERROR):
        assert await notice_sealing.seal_due() == (0 if shared else 1)
    assert not await NoticeSeal.filter(notice_id=notice.id).exists() and BINS["almaty-9"] in caplog.text
    if not shared:
        assert await word(other) == "valid" and (await Notice.get(id=notice.id)).sealed_at is None


@pytest.mark.parametrize("how", ["a person's", "another organisation's", "over", "open to others", "no key at all"])
async def test_a_sheet_is_given_without_a_seal_rather_than_with_a_wrong_one(
    people: People, environment: pytest.MonkeyPatch, tmp_path: Path, how: str
) -> None:
    notice = await given(people, Kind.APPOINTMENT)
    production = begin(environment, tmp_path / "production")
    WRONG[how](production, BINS["almaty-9"])
    found = opened(await notice_sheet.pdf(notice, "kk"))
    assert found.seal is None and "facts.cms" not in found.files and found.files["facts.json"] == notice.facts.encode()


async def test_a_key_at_fault_is_left_alone_for_a_minute_and_then_tried_again(
    people: People, environment: pytest.MonkeyPatch, tmp_path: Path, clock: time_machine.Traveller, caplog: pytest.LogCaptureFixture
) -> None:
    await booked(people)
    await booked(people, "olga")
    production = begin(environment, tmp_path / "production")
    production.give(BINS["almaty-9"], mode=0o644)
    for _ in range(5):
        assert await notice_sealing.seal_due() == 0
    assert caplog.text.count("seals nothing") == 1
    (production.keys / f"{BINS['almaty-9']}.pem").chmod(0o600)
    clock.shift(61)
    assert await notice_sealing.seal_due() == 2


async def test_fifty_notices_of_a_clinic_whose_key_is_at_fault_do_not_stand_before_anothers(
    people: People, environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    notice = await given(people, Kind.APPOINTMENT)
    many = [
        Notice(number=f"X-{place}", code=f"x{place}", kind=notice.kind, service=notice.service, person_id=notice.person_id,
               clinic_id=notice.clinic_id, facts=notice.facts, issued_at=notice.issued_at)
        for place in range(notice_sealing.AT_ONCE)
    ]  # fmt: skip
    await Notice.bulk_create(many)
    await filed(people)
    production = begin(environment, tmp_path / "production")
    production.give(BINS["almaty-9"], person=True)
    production.give(BINS["almaty-5"])
    await notice_sealing.seal_due()
    assert await notice_sealing.seal_due() == 1 or await NoticeSeal.all().count() == 1
    assert (await Notice.get(kind=Kind.RECEIPT)).sealed_at


async def test_a_production_process_seals_for_the_authorised_body_too(
    people: People, environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await appeals.filed(await people("zhanar"), toAuthority=True)
    notice = await Notice.get(kind=Kind.APPEAL_RECEIPT).prefetch_related("authority")
    assert notice.authority
    begin(environment, tmp_path / "production").give(notice.authority.bin)
    assert await notice_sealing.seal_due() == 1 and await word(notice) == "valid"


async def test_production_refuses_the_demonstrations_authority_as_an_anchor(
    people: People, environment: pytest.MonkeyPatch, tmp_path: Path, keys: Path
) -> None:
    notice = await given(people, Kind.APPOINTMENT)
    production = begin(environment, tmp_path / "production")
    production.give(BINS["almaty-9"])
    (production.trust / "demo.cer").write_bytes((keys / "authority" / "root.pem").read_bytes())
    with pytest.raises(Misconfigured):
        trust.check()
    assert await notice_sealing.seal_due() == 0 and not await NoticeSeal.filter(notice_id=notice.id).exists()


CHANGES = [
    ("notice", "facts = '{}'"), ("notice", "number = 'BN-2026-999999-9'"), ("notice", "code = 'x'"), ("notice", "person_id = NULL"),
    ("notice", "issued_at = '2020-01-01 00:00:00+00:00'"), ("notice", "sealed_at = NULL"), ("notice", "signature_id = NULL"),
    ("notice_seal", "cms = ''"), ("notice_seal", "evidence = '{}'"), ("notice_seal", "made_at = '2020-01-01 00:00:00+00:00'"),
    ("signature", "evidence = '{}'"), ("signature", "verdict = '{}'"), ("signature", "facts = '{}'"),
    ("signature", "received_at = '2020-01-01 00:00:00+00:00'"),
]  # fmt: skip


async def test_sql_cannot_change_or_delete_a_notice_a_seal_a_signature_or_its_evidence(people: People) -> None:
    await given(people, Kind.ATTACHMENT)
    await notice_sealing.seal_due()
    assert await Signature.exists() and await NoticeSeal.exists()
    connection, before = connections.get("default"), await rows()
    for table, change in CHANGES:
        with pytest.raises(IntegrityError):
            await connection.execute_query(f"UPDATE {table} SET {change}")  # noqa: S608
    for table in ("notice", "notice_seal", "signature"):
        with pytest.raises(IntegrityError):
            await connection.execute_query(f"DELETE FROM {table}")  # noqa: S608
    assert before == await rows()


async def rows() -> list[Any]:
    """Every notice, seal and signature, column by column."""
    return [await table.all().order_by("id").values() for table in (Notice, NoticeSeal, Signature)]
