"""The API knows bearers, and the cookie of a browser is none."""

from models import account, demo
from models.account import SessionKind
from tests.attachment.conftest import clock, keys, made_keys, register

__all__ = ["clock", "keys", "made_keys", "register"]


async def test_the_cookie_of_a_browser_is_no_bearer(register: str) -> None:
    zhanar = await account.account_of(await demo.person("zhanar"))
    cookie, bearer = await account.begin(zhanar, SessionKind.BROWSER), await account.begin(zhanar, SessionKind.BEARER)
    assert await account.actor_of_bearer(cookie) is None
    assert await account.actor_of_token(cookie) is not None
    assert await account.actor_of_bearer(bearer) is not None
