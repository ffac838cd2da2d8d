"""Chromium for the tests of this folder: skipped where the machine has none, unless EMHANA_BROWSER=required."""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "the machine has no Chromium: add it with `make browser`"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The program of the browser."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    if os.environ.get("EMHANA_BROWSER") == "required":
        pytest.fail(MISSING, pytrace=False)
    pytest.skip(MISSING)
