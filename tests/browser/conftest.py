"""A real Chromium against a real server: skipped where the machine has none, unless EMHANA_BROWSER=required."""

import os
import shutil
import socket
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "the machine has no Chromium: add it with `make browser`"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
ROOT = Path(__file__).parent.parent.parent
MONDAY = "2026-11-23T10:00"
CDN = "https://cdn.jsdelivr.net/"
OUTPUT = ROOT / "test-output"


def required() -> bool:
    return os.environ.get("EMHANA_BROWSER") == "required"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The program of the browser."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    if required():
        pytest.fail(MISSING, pytrace=False)
    pytest.skip(MISSING)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


def packed(name: str, version: str, inside: str) -> Path | None:
    """A file of a package, fetched once by npm into the folder of test output; None where npm cannot."""
    kept = OUTPUT / f"{name}-{version}-{Path(inside).name}"
    if kept.exists():
        return kept
    OUTPUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=OUTPUT) as folder:
        npm = shutil.which("npm")
        done = subprocess.run([npm, "pack", f"{name}@{version}", "--silent"], cwd=folder, capture_output=True) if npm else None
        if done is None or done.returncode:
            if required():
                pytest.fail(f"npm cannot fetch {name}@{version}, which the browser tests need", pytrace=False)
            return None
        with tarfile.open(Path(folder) / f"{name}-{version}.tgz") as archive:
            file = archive.extractfile(f"package/{inside}")
            assert file is not None
            (Path(folder) / kept.name).write_bytes(file.read())
        # at once, as two workers may fetch the same
        (Path(folder) / kept.name).replace(kept)
    return kept


@pytest.fixture(scope="session")
def htmx() -> Path | None:
    """The very bytes that the CDN serves, so that the integrity of the page's tag is really checked."""
    return packed("htmx.org", "4.0.1", "dist/htmx.min.js")


@pytest.fixture(scope="session")
def axe() -> str | None:
    """The checker of accessibility."""
    found = packed("axe-core", "4.14.1", "axe.min.js")
    return found.read_text("utf-8") if found else None


class Site:
    """A demonstration served by a process of its own, whose clock starts on a Monday morning."""

    def __init__(self, folder: Path, moment: str = MONDAY) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.data = folder
        self.environment = {
            **os.environ, "EMHANA_DEMONSTRATION": "1", "EMHANA_DATA": str(folder), "EMHANA_SITE": self.address, "EMHANA_CLOCK": moment,
            "EMHANA_DATABASE_URL": "",
        }  # fmt: skip
        self._start()

    def _start(self) -> None:
        command = [str(Path(sys.executable).parent / "emhana"), "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self._until_ready()

    def _until_ready(self) -> None:
        for _ in range(300):
            if self.process.poll() is not None:
                raise RuntimeError(self.process.stdout.read() if self.process.stdout else "the server ended")
            try:
                if httpx.get(f"{self.address}/ready").status_code == 200:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.1)
        raise RuntimeError("the server did not become ready")

    def later(self, moment: str) -> None:
        """Another day: the same data, served anew by a process whose clock starts then."""
        self.stop()
        self.environment["EMHANA_CLOCK"] = moment
        self._start()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


@pytest.fixture
def site(chromium: str, tmp_path: Path) -> Iterator[Site]:
    served = Site(tmp_path / "data")
    yield served
    served.stop()


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, site: Site, htmx: Path | None) -> Iterator[Open]:
    """A fresh visitor: own cookies, own width, with or without JavaScript. Whatever the console complains of fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def answer(route: Route) -> None:
        if htmx and route.request.url.startswith(CDN):
            heads = {"content-type": "text/javascript", "access-control-allow-origin": "*"}
            asked = packed("htmx.org", "4.0.1", "dist/ext/hx-sse.min.js") if "hx-sse" in route.request.url else htmx
            route.fulfill(path=asked, headers=heads)
        else:
            complaints.append(f"asked for {route.request.url}")
            route.abort()

    def opened(*, javascript: bool = True, width: int = 1280, height: int = 900) -> Page:
        context = browser.new_context(java_script_enabled=javascript, viewport={"width": width, "height": height}, base_url=site.address)
        contexts.append(context)
        context.route(lambda url: not url.startswith(site.address), answer)
        page = context.new_page()

        def hear(line: ConsoleMessage) -> None:
            # an answer with problems (422) is what a test asked for; the browser calls it an error
            if line.type == "error" and "422" not in line.text:
                complaints.append(f"{page.url}: {line.text}")

        page.on("console", hear)
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
