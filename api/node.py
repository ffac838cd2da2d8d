"""Everything with a global id, and `node(id)`: the same visibility as by any other way."""

from typing import Annotated, Any

import strawberry

from api.context import Info
from api.ids import decode, encode, prefix
from api.problems import Invalid, ProblemCode
from api.root import ANYONE, query
from api.rows import LOADERS, READS, ROWS, load
from api.shown import shown


@strawberry.interface(description="Something with a global id.")
class Node:
    @shown
    def id(self, root: strawberry.Parent[Any], info: Info) -> strawberry.ID:
        """The global id: opaque, prefixed with the type."""
        return encode(str(info.path.typename), root.id)

    @classmethod
    def is_type_of(cls, row: object, _info: object) -> bool:
        """Whether a row is what this type shows: the types of the API are read from rows, not built from them."""
        return isinstance(row, (cls, ROWS.get(cls.__name__, cls)))


@query(ANYONE, returns=Node | None)
async def node(info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="A global id of any type.")]) -> object | None:
    """Anything with a global id, if the caller may see it; null when it is absent or hidden."""
    for name in LOADERS:
        if id.rpartition("_")[0] == prefix(name):
            found = await load(name, decode(id, name), info.context.actor)
            if found is not None and name in READS:
                await READS[name](info.context.actor, found)
            return found
    raise Invalid(ProblemCode.NOT_FOUND, "id")
