"""One thing that a database enforces."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """`kind` is unique, reference, check or trigger; `columns` its columns or name; `condition` what else it says."""

    kind: str
    table: str
    columns: tuple[str, ...]
    condition: str = ""
