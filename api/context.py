"""What one request carries to every resolver: who asks, in which language, under which number, and what is loaded."""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, TypeVar

import strawberry
from strawberry.dataloader import DataLoader

from models import signing
from models.actor import NOBODY, Actor
from models.law import Language
from models.signing import Signed

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")
Batch = Callable[[list[Key]], Awaitable[Sequence[Found]]]


@dataclass(frozen=True)
class Context:
    """One request. `request_id` is the trace id that a masked fault shows and the log repeats."""

    actor: Actor = NOBODY
    language: Language = Language.KK
    request_id: str = ""
    loaders: dict[object, DataLoader[Any, Any]] = field(default_factory=dict, repr=False)
    signatures: dict[bytes, Signed] = field(default_factory=dict, repr=False)

    def loader(self, batch: Batch[Key, Found]) -> DataLoader[Key, Found]:
        """The loader of this request for a batch function: rows asked for one by one are read together."""
        if batch not in self.loaders:
            self.loaders[batch] = DataLoader(load_fn=batch)
        return self.loaders[batch]

    async def read_signature(self, given: object) -> None:
        """Read the signature of an input, if it has one, before the act's transaction begins."""
        cms = getattr(given, "signature", None)
        if isinstance(cms, bytes) and cms not in self.signatures:
            self.signatures[cms] = await signing.read(cms)

    def signed(self, cms: bytes | None) -> Signed | None:
        """The signature of an input, as it was read; None where there is none."""
        return self.signatures.get(cms) if cms is not None else None

    def forget_loaded(self) -> None:
        """After an act nothing read before it may be shown."""
        self.loaders.clear()


def context(actor: Actor, language: Language, request_id: str) -> Context:
    """The context of a request whose actor speaks this language and leaves this number in the journal."""
    return Context(replace(actor, language=language, request=request_id), language, request_id)


Info: TypeAlias = strawberry.Info[Context, None]
