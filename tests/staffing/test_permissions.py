"""Whose staff it is: no role but the head and the administrator of that clinic sees a member or changes anything."""

import pytest

from api.ids import encode
from models import account, demo
from models.account import Post
from models.law import Role
from tests.attachment.asking import codes
from tests.attachment.conftest import People
from tests.staffing.posts import end, post

NODE = "query ($id: ID!) { node(id: $id) { id } }"
PARTNER = "partner:attachment:read appointment:read"


@pytest.mark.parametrize("name", ["registrar9", "doctor9", "officer9", "olga", "centre", "authority", "head", "administrator", PARTNER, ""])
async def test_a_member_of_staff_is_absent_for_others(people: People, name: str) -> None:
    own = await account.account_of(await demo.person("registrar9-second"))
    assert await (await people(name)).see(NODE, id=encode("StaffMember", own.id)) is None
    assert await (await people("head9")).see(NODE, id=encode("StaffMember", own.id)) is not None


async def test_whoever_has_no_post_at_the_clinic_is_absent_there(people: People) -> None:
    for name in ("olga", "registrar", "authority"):
        own = await account.account_of(await demo.person(name))
        assert await (await people("head9")).see(NODE, id=encode("StaffMember", own.id)) is None


@pytest.mark.parametrize("name", ["head", "administrator"])
async def test_a_post_of_another_clinic_cannot_be_ended(people: People, name: str) -> None:
    assert codes(await end(await people(name), "registrar9", Role.REGISTRAR)) == ["NOT_FOUND"]
    assert (await post("registrar9", Role.REGISTRAR)).until is None
    assert not await Post.exclude(until=None).exists()
