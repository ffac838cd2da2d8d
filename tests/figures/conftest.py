"""The demonstration's register on a Monday morning."""

from tests.attachment.conftest import clock, keys, made_keys, people, register

__all__ = ["clock", "keys", "made_keys", "people", "register"]
