"""The ten pictures of the README: `make screenshots` serves a demonstration of its own, on a day of its own, and writes docs/screenshots.

The open figures are taken some months later, of a demonstration in which whole months are over.
"""

import asyncio
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import time_machine
from PIL import Image
from playwright.sync_api import Browser, Page, Route, sync_playwright

from models import appeal_clock, database, demo
from tests.appeal import appeals
from tests.attachment.asking import Asker, served
from tests.browser import world
from tests.browser.conftest import CDN, FLAGS, NAMES, ROOT, Site, packed
from tests.browser.looking import sign_in, take_post
from web.app import prepare

FOLDER = ROOT / "docs" / "screenshots"
MONDAY, SPRING = "2026-11-23T09:45", "2027-04-20T10:00"
COLOURS, MOST_BYTES = 192, 120 * 1024
# What two clinics were asked by telephone in four months: (officer, head, day, appeals, how many of them were answered at once).
MONTHS = [
    ("officer9", "head9", "2026-11-10", 24, 13), ("officer", "head", "2026-11-10", 22, 12), ("officer9", "head9", "2026-12-08", 31, 20),
    ("officer", "head", "2026-12-08", 13, 13), ("officer9", "head9", "2027-01-12", 35, 23), ("officer", "head", "2027-01-12", 26, 16),
    ("officer9", "head9", "2027-02-09", 38, 27), ("officer", "head", "2027-02-09", 29, 17),
]  # fmt: skip


async def months() -> None:
    """Four months of appeals; the term of those that nobody answered runs out."""
    with time_machine.travel(appeals.at(MONTHS[0][2]), tick=True) as clock:
        await prepare()
        await database.connect()
        try:
            async with served() as http:
                for officer, head, day, number, answered in MONTHS:
                    clock.move_to(appeals.at(day))
                    desk, above = [Asker(name, await demo.token(name), http) for name in (officer, head)]
                    for place in range(number):
                        taken = await appeals.taken_in(desk, essence=world.ESSENCE, channel="PHONE", patientIin=appeals.IIN["marat"])
                        if place < answered:
                            await appeals.done(above, "decideAppeal", taken, outcome="GRANTED", words=world.WORDS)
                clock.move_to(appeals.at(SPRING[:10]))
                await appeal_clock.lapse()
        finally:
            await database.close()


def pictures(page: Callable[..., Page]) -> Iterator[tuple[str, Page]]:
    """Each picture's name, and the page as it stands."""
    visitor = page(width=320, height=640)
    visitor.goto("/kk")
    yield "start-kk-phone", visitor
    wide = page()
    wide.goto("/kk")
    yield "start-kk", wide
    olga = page(height=1040)
    sign_in(olga, "ru", "olga")
    olga.goto("/ru/appointments/new")
    olga.locator('main a[href*="specialty=GP"]').first.click()
    olga.locator('main input[name="slot"]').nth(4).check()
    yield "times-ru", olga
    attached = page(height=1100)
    sign_in(attached, "kk", "registrar2")
    attached.locator('form[action$="/signin/post"] button').last.click()
    attached.goto("/kk/attachments")
    attached.locator('main a[href*="/attachments/attachment_"]').first.click()
    yield "attachment-kk", attached
    visitor.goto("/kk/home-visits/new/danger")
    visitor.locator('main input[value="CHEST_PAIN"]').check()
    visitor.locator('form[action$="/new/danger"] .buttons button').click()
    yield "emergency-kk-phone", visitor
    zhanar = page(width=768, height=1000)
    sign_in(zhanar, "ru", "zhanar")
    zhanar.goto("/ru/appeals")
    address = zhanar.locator('main a[href*="/appeals/appeal_"]').first.get_attribute("href")
    zhanar.goto(f"{address}/receipt")
    yield "receipt-ru", zhanar
    registrar = page(height=1200)
    take_post(registrar, "kk", "registrar9")
    yield "work-kk", registrar
    registrar.goto("/ru/work/calls")
    yield "calls-ru", registrar
    head = page(height=1100)
    take_post(head, "kk", "head9")
    head.goto("/kk/work/figures")
    yield "figures-kk", head


def later(page: Callable[..., Page]) -> Iterator[tuple[str, Page]]:
    """What everybody may read, some months on."""
    dark = page(height=1060, colours="dark")
    while dark.goto("/en/figures?service=APPEAL&month=2027-01") and not dark.locator("main td").count():
        dark.wait_for_timeout(1000)  # the months are published a moment after the start
    yield "open-figures-en-dark", dark


def small(picture: bytes) -> bytes:
    """The same picture with few colours, where that is smaller."""
    output = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT).save(output, "PNG", optimize=True)
    return min(picture, output.getvalue(), key=len)


@contextmanager
def windows(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Opens windows onto the site; what it asks of the CDN is answered by the same bytes from the package."""

    def answer(route: Route) -> None:
        name = "dist/ext/hx-sse.min.js" if "hx-sse" in route.request.url else "dist/htmx.min.js"
        kept = packed("htmx.org", "4.0.1", name)
        heads = {"content-type": "text/javascript", "access-control-allow-origin": "*"}
        route.fulfill(path=kept, headers=heads) if kept else route.abort()

    def opened(width: int = 1280, height: int = 900, colours: str = "light") -> Page:
        screen = {"width": width, "height": height}
        context = browser.new_context(viewport=screen, base_url=site.address, color_scheme=colours, reduced_motion="reduce")  # type: ignore[arg-type]
        context.route(lambda url: url.startswith(CDN), answer)
        return context.new_page()

    yield opened


BUILT = {"morning": world.build, "months": months}
TAKEN = [("morning", MONDAY, pictures), ("months", SPRING, later)]


def made(folder: Path, what: str, moment: str) -> Site:
    """A demonstration, filled by a process of its own and served on its day."""
    environment = {"EMHANA_DEMONSTRATION": "1", "EMHANA_DATA": str(folder), "PATH": ""}
    subprocess.run([sys.executable, "-m", "tests.browser.screenshots", what], env=environment, cwd=ROOT, check=True)
    return Site(folder, moment)


def main() -> None:
    """All ten, or none: a picture that is too large stops the command."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        raise SystemExit("the machine has no Chromium: add it with `make browser`")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for what, moment, shown in TAKEN:
            site = made(Path(folder) / what, what, moment)
            try:
                with windows(browser, site) as page:
                    for name, stands in shown(page):
                        keep(name, stands)
            finally:
                site.stop()
        browser.close()


def keep(name: str, page: Page) -> None:
    """Writes the picture of a page as it stands."""
    picture = small(page.screenshot(animations="disabled", caret="hide"))
    if len(picture) > MOST_BYTES:
        raise SystemExit(f"{name} has {len(picture)} bytes, more than {MOST_BYTES}")
    (FOLDER / f"{name}.png").write_bytes(picture)
    print(f"{len(picture):7} docs/screenshots/{name}.png")


if __name__ == "__main__":
    asyncio.run(BUILT[sys.argv[1]]()) if sys.argv[1:] else main()
