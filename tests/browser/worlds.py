"""The world of cases, made once in a run and served in copies; what each role can reach in it, found once."""

import subprocess
import sys
from pathlib import Path

import pytest

from models.law import Language
from tests.browser import prelude
from tests.browser.conftest import ROOT, Site
from tests.browser.crawler import Crawl, signed_in
from tests.browser.world import ROLES

# A browser that has signed in begins where its menu begins; everything else must be found from there.
BEGIN = ("", "/work", "/account")
SPEECH = {str(one): one for one in Language}


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a demonstration with cases in many states."""
    folder = tmp_path_factory.mktemp("world") / "data"
    environment = {"EMHANA_DEMONSTRATION": "1", "EMHANA_DATA": str(folder), "PATH": ""}
    made = subprocess.run([sys.executable, "-m", "tests.browser.world"], env=environment, cwd=ROOT, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    return folder


def crawled(site: Site, role: str, language: str, *, filled: bool = True) -> Crawl:
    """Everything that a role comes to in a language; with cases, after what the role fills in first."""
    http = signed_in(site.address, language, prelude.IIN.get(ROLES[role], ""))
    begun = [f"/{language}{path}" for path in BEGIN]
    if filled:
        begun += prelude.PRELUDES.get(role, prelude.nothing)(http, SPEECH[language], site.data)
    return Crawl(http, language).begin(begun)
