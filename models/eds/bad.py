"""Why a signature is not accepted: one code for machines and texts, one detail for the log."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum


class Code(StrEnum):
    """The refusals of `verify`, in the order in which they are looked for."""

    TOO_LARGE = "TOO_LARGE"
    MALFORMED = "MALFORMED"
    NO_SIGNER = "NO_SIGNER"
    SEVERAL_SIGNERS = "SEVERAL_SIGNERS"
    NO_CERTIFICATE = "NO_CERTIFICATE"
    ALGORITHM = "ALGORITHM"
    UNAVAILABLE = "UNAVAILABLE"
    ATTRIBUTES = "ATTRIBUTES"
    CONTENT = "CONTENT"
    DIGEST = "DIGEST"
    SIGNATURE = "SIGNATURE"
    TIMESTAMP = "TIMESTAMP"
    UNTRUSTED = "UNTRUSTED"
    EXPIRED = "EXPIRED"
    USAGE = "USAGE"
    SUBJECT = "SUBJECT"
    REVOKED = "REVOKED"
    REVOCATION_UNKNOWN = "REVOCATION_UNKNOWN"


class Bad(Exception):
    """The signature is refused. The detail is for the log: it may quote hostile input and is never shown as it is."""

    def __init__(self, code: Code, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.detail = detail


@contextmanager
def hostile() -> Iterator[None]:
    """Whatever goes wrong while reading somebody's bytes is their fault: it becomes `Bad`, with the cause kept."""
    try:
        yield
    except Bad:
        raise
    except Exception as fault:
        raise Bad(Code.MALFORMED, f"{type(fault).__name__}: {fault}"[:200]) from fault
