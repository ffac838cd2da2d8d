"""The schema: the sum of the services. `python -m api.schema` writes `schema.graphql`, which a test keeps true."""

import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import strawberry
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import create_type
from strawberry.types.field import StrawberryField

from api.context import Context
from api.execution import Answer, Api
from api.root import MUTATIONS, QUERIES
from api.scalars import SCALARS
from api.stored import Stored

SERVICES = (
    "api.node",
    "api.account",
    "api.clinic",
    "api.attachment",
    "api.attachment_list",
    "api.attachment_act",
    "api.attachment_draft",
    "api.attachment_ground",
    "api.slot_search",
    "api.hold",
    "api.appointment",
    "api.appointment_list",
    "api.appointment_act",
    "api.appointment_link",
    "api.timetable",
    "api.staffing",
    "api.home_visit",
    "api.home_visit_list",
    "api.home_visit_board",
    "api.absence",
    "api.home_visit_draft",
    "api.home_visit_act",
    "api.appeal",
    "api.appeal_list",
    "api.appeal_file",
    "api.appeal_draft",
    "api.appeal_act",
    "api.agenda",
    "api.finding",
    "api.signing",
    "api.mobile_signing",
    "api.document",
    "api.notice",
    "api.consent",
    "api.representation",
    "api.access",
    "api.export",
    "api.figures",
    "api.law",
    "api.demonstration",
)
FILE = Path(__file__).parent / "schema.graphql"


def build(queries: list[StrawberryField], mutations: list[StrawberryField]) -> strawberry.Schema:
    """A schema of these root fields, with our scalars and no guesses in its error messages."""
    asked = create_type("Query", queries, description="What can be asked. Missing and forbidden look alike: both are null.")
    done = (
        create_type("Mutation", mutations, description="Acts. Each is one transaction: all of it, or nothing and the reasons.")
        if mutations
        else None
    )
    return strawberry.Schema(asked, done, config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True))


def _whole() -> strawberry.Schema:
    for service in SERVICES:
        import_module(service)
    return build(QUERIES, MUTATIONS)


schema = _whole()
published = Api(schema)


async def execute(document: Stored, variables: Mapping[str, Any], context: Context) -> Answer:
    """Ask this process's own API in-process, with a stored document."""
    return await document(variables, context)


def sdl() -> str:
    """The schema in its own language, as `schema.graphql` holds it."""
    return schema.as_str() + "\n"


if __name__ == "__main__":
    if "--print" in sys.argv:
        sys.stdout.write(sdl())
    else:
        FILE.write_text(sdl(), "utf-8")
