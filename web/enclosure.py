"""Files that come with a form of an appeal: kept at once, so that whatever else is wrong they need not be chosen again."""

from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from api.context import Context
from web import desk, render
from web.document import load
from web.form import File, Form

_KEEP = load((render.FOLDER,), "appeal/upload", None)
Kept = dict[str, Any]


async def kept(form: Form, field: str, told: Context, patient: str | None = None) -> tuple[list[Kept], list[desk.Problem]]:
    """The files of a field, kept: the id and name of each, and what is wrong with those that were not. A form sent twice keeps them
    once. `patient` is whose appeal it is, where that is known already."""
    found, problems = list[Kept](), list[desk.Problem]()
    for file in form.files.get(field, []):
        given = file.as_input() | {"idempotencyKey": _key(form, file)} | ({"patient": patient} if patient else {})
        answer = await _KEEP.ask({"input": given}, told)
        problems += [one | {"field": [field], "message": f"{file.name}: {one['message']}"} for one in answer.problems]
        document = ((answer.data or {}).get("uploadEnclosure") or {}).get("document")
        found += [document] if document else []
    return found, problems


def _key(form: Form, file: File) -> str:
    """The one-time key of a file follows from that of the form."""
    return str(uuid5(NAMESPACE_URL, f"{form.last('idempotencyKey')} {file.name} {sha256(file.content).hexdigest()}"))
