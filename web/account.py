"""The personal account: data, cases, messages, contacts, consents, representation, the journal of access, sessions and roles."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from web import session
from web.page import Action, Page, action, page


def begin(response: Response, payload: Mapping[str, Any]) -> None:
    """Another role is another session: the browser goes on with the new one."""
    session.begin(response, str(payload["signIn"]["token"]))


PAGES: list[Page | Action] = [
    page("/account", "account/index"),
    page("/account/documents", "account/documents"),
    page("/account/messages", "account/messages"),
    page("/account/contacts", "account/contacts"),
    page("/account/consents", "account/consents"),
    page("/account/representation", "account/representation"),
    page("/account/access", "account/access"),
    page("/account/access/{patient}", "account/access"),
    page("/account/sessions", "account/sessions"),
    action("/account/role", "account/take_post", shows="account/index", done=begin, returns=True),
    action("/account/contacts", "account/save_contacts", shows="account/contacts", then="/account/contacts?saved=1"),
    action("/account/consents", "account/give_consent", shows="account/consents"),
    action("/account/consents/{id}/withdraw", "account/withdraw_consent", shows="account/consents"),
    action("/account/representation/{id}/end", "account/end_representation", shows="account/representation"),
    action("/account/sessions/{id}/end", "account/end_session", shows="account/sessions"),
]
