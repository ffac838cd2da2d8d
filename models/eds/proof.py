"""Whether a message holds by the certificate inside it. Whose certificate that is, is not asked here."""

from cryptography import x509
from cryptography.hazmat.primitives import constant_time, hashes

from models.eds import algorithm, cms
from models.eds.bad import Bad, Code


def holds(message: cms.Message, owned: x509.Certificate, content: bytes, legacy: bool = False) -> str:
    """The name of the algorithm, once digest, certificate identifier and signature all hold; `Bad` says which does not."""
    key = algorithm.public_key(owned, legacy)
    if not constant_time.bytes_eq(algorithm.digested(message.digest, content, legacy), message.message_digest):
        raise Bad(Code.DIGEST, "the content is not the one signed")
    _same_certificate(message, legacy)
    return algorithm.check(key, message.signature_algorithm, message.digest, message.signature, message.attributes, legacy)


def _same_certificate(message: cms.Message, legacy: bool) -> None:
    """The attribute names this very certificate: by its hash, and by issuer and serial when it gives them."""
    named = message.signing_certificate
    if named.digest is None:  # the older attribute knows only SHA-1, which still lets nobody make a second certificate for a hash
        digest = algorithm.hashed(hashes.SHA1(), message.certificate)  # noqa: S303
    else:
        digest = algorithm.digested(named.digest, message.certificate, legacy)
    if digest != named.value or named.names not in (None, message.names):
        raise Bad(Code.ATTRIBUTES, "signingCertificate names another certificate")
