"""The pages of the site on which what has a global id is shown: links of messages and notices lead there."""

from uuid import UUID

from api.ids import encode

PATHS = {
    "Attachment": "/attachments/{id}",
    "Appointment": "/appointments/{id}",
    "HomeVisit": "/home-visits/{id}",
    "Appeal": "/appeals/{id}",
}


def path_of(name: str, key: UUID) -> str:
    """The page of something of a type, without the language; empty when it has none."""
    return PATHS[name].format(id=encode(name, key)) if name in PATHS else ""
