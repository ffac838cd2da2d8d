"""The demonstration with a few free times, and its people at the API."""

from tests.appointment.fewer import register
from tests.attachment.conftest import clock, keys, made_keys, people

__all__ = ["clock", "keys", "made_keys", "people", "register"]
