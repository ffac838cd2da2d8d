"""The demonstration's register on a Monday morning, with the times of its doctors opened; people at the API and in browsers."""

from tests.appointment.conftest import clock, keys, made_keys, people, register
from tests.attachment.pages import application, visit

__all__ = ["application", "clock", "keys", "made_keys", "people", "register", "visit"]
