"""A newcomer who has a keyboard and eyes, and nothing else: moves by Tab, knows things by their visible names, types into what has focus.

At every stop the focus must be seen: something about the element or its label differs from what it looked like before, and no part of the
page that stays in place covers it whole (WCAG 2.4.7, 2.4.11, 2.1.2). What the newcomer pressed and saw is counted.
"""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Frame, Page

from models.texts import text
from web import render  # noqa: F401  the words of pages are told where templates are made

BOUND = 250
PARTS_OF_A_DATE = 8
MOMENT = 10_000
# What every element that can have focus looks like without it, kept before it gets it; then what has focus now, and whether that is seen.
STOP = """() => {
    const shown = (one, pseudo) => {
        const style = getComputedStyle(one, pseudo)
        return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join(' ')
    }
    const look = one => [one, one.closest('label')].filter(Boolean).flatMap(two => [shown(two), shown(two, '::after')]).join(' | ')
    const looks = window.newcomer ??= new WeakMap()
    const focused = document.activeElement, label = focused.closest('label')
    for (const one of document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]'))
        if (one !== focused && !looks.has(one)) looks.set(one, look(one))
    const boxes = [...focused.getClientRects(), ...(label?.getClientRects() ?? [])]
    const mine = at => at && (focused.contains(at) || label?.contains(at))
    const third = [.1, .5, .9]
    const places = boxes.flatMap(box => third.flatMap(x => third.map(y => [box.left + box.width * x, box.top + box.height * y])))
    return {
        nowhere: focused === document.body || focused === document.documentElement,
        marked: looks.get(focused) !== look(focused), uncovered: places.some(([x, y]) => mine(document.elementFromPoint(x, y))),
        chosen: focused.tagName === 'SELECT' ? focused.selectedOptions[0]?.textContent.trim() : '',
        value: focused.value ?? '', own: [...document.querySelectorAll('*')].indexOf(focused),
    }
}"""


@dataclass
class Stop:
    """What has the focus: its role and its name, as the browser tells them to a screen reader."""

    role: str
    name: str
    chosen: str
    nowhere: bool
    own: int
    value: str

    def called(self, *words: str) -> bool:
        """Whether its name has all these words."""
        return all(plain(one) in plain(self.name) for one in words)

    def labelled(self, label: str) -> bool:
        """Whether this is its label, whatever is added to it in brackets."""
        return plain(self.name).startswith(plain(label))


@dataclass
class Newcomer:
    """Somebody at a keyboard who does one task in one language."""

    page: Page
    role: str
    task: str
    language: str
    keys: int = 0
    pages: list[str] = field(default_factory=list)
    begun: float = field(default_factory=time.monotonic)
    ended: float = 0

    def __post_init__(self) -> None:
        self._new = True
        self._chromium = self.page.context.new_cdp_session(self.page)
        self.page.on("framenavigated", self._turned)

    def _turned(self, frame: Frame) -> None:
        if frame == self.page.main_frame:
            self._new = True
            path = urlsplit(frame.url).path
            if not self.pages or self.pages[-1] != path:
                self.pages.append(path)

    @property
    def seconds(self) -> float:
        return round((self.ended or time.monotonic()) - self.begun, 1)

    def word(self, key: str, **values: object) -> str:
        """What the page calls something, in the newcomer's language; what stands around a value, where it is not known."""
        return text(key, self.language, **values)

    def opens(self, path: str = "") -> None:
        """An address typed above the page: where every task begins."""
        self.page.goto(f"/{self.language}{path}")

    def measures(self) -> dict[str, float]:
        """What it took."""
        return {"pages": len(self.pages), "keys": self.keys, "seconds": self.seconds}

    def told(self) -> str:
        """The task is done: what it took, in a line."""
        self.ended = time.monotonic()
        return f"{self.role} {self.task} {self.language} steps={len(self.pages)} keys={self.keys} seconds={self.seconds}"

    def press(self, key: str) -> None:
        self.keys += 1
        self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        """Types over what stands in the field that has focus."""
        self.press("Control+a")
        self.press("Delete")
        self.types(words)

    def types(self, words: str) -> None:
        self.keys += len(words)
        self.page.keyboard.type(words)

    def stop(self) -> Stop:
        """What has the focus now; whether it can be seen is judged at once."""
        found, (role, name) = self.page.evaluate(STOP), self._told()
        if not found["nowhere"]:
            assert found["marked"], f"the focus on {role} «{name}» of {self.page.url} is not seen"
            assert found["uncovered"], f"{role} «{name}» of {self.page.url} has the focus and is covered"
        return Stop(role, name, found["chosen"], found["nowhere"], found["own"], str(found["value"]))

    def _told(self) -> tuple[str, str]:
        """Role and name of what has focus, of the browser's own tree of accessibility."""
        of = self._chromium.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]["objectId"]
        node = self._chromium.send("Accessibility.getPartialAXTree", {"objectId": of, "fetchRelatives": False})["nodes"][0]
        return str(node.get("role", {}).get("value", "")), str(node.get("name", {}).get("value", ""))

    def step(self, key: str = "Tab") -> Stop:
        """One press of Tab and what it leads to."""
        if self._new:
            self.page.evaluate(STOP)
            self._new = False
        self.press(key)
        return self.stop()

    def reach(self, *words: str, key: str = "Tab", where: Callable[[Stop], bool] = lambda stop: True) -> Stop:
        """Presses Tab, unless the focus is there already, until it is on something of this name; twice around the page is a failure."""
        met = [self.stop()]
        while len(met) < BOUND and sum(one.nowhere for one in met[1:]) < 2:
            stop = met[-1]
            if not stop.nowhere and stop.called(*words) and where(stop):
                return stop
            met.append(self.step(key))
            latest = met[-PARTS_OF_A_DATE:]
            assert len(latest) < PARTS_OF_A_DATE or len({one.own for one in latest}) > 1, f"{stop} of {self.page.url} keeps the focus"
        seen = "\n".join(dict.fromkeys(f"{one.role}: {one.name}" for one in met))
        raise AssertionError(f"no {words} on {self.page.url} by keyboard, only:\n{seen}")

    def around(self, key: str) -> list[Stop]:
        """Every stop from here to the end of the page."""
        met: list[Stop] = []
        while len(met) < BOUND:
            stop = self.step(key)
            if stop.nowhere:
                return met
            met.append(stop)
        raise AssertionError(f"{key} does not lead out of {self.page.url}")

    def enter(self) -> None:
        """Enter on what leads to another page."""
        with self.page.expect_navigation(wait_until="load", timeout=MOMENT):
            self.press("Enter")

    def go(self, *words: str, role: str = "") -> None:
        """To a link or a button of this name, and on to where it leads."""
        self.reach(*words, where=lambda stop: stop.role == role if role else stop.role in ("link", "button"))
        self.enter()

    def write(self, label: str, words: str) -> None:
        """Into the field of this label."""
        self.reach(where=lambda stop: stop.role in ("textbox", "searchbox") and stop.labelled(label))
        self.type(words)

    def date(self, label: str, digits: str) -> None:
        """A date, and after a blank a time, part by part as the field shows them: Tab leads from the year to the hour."""
        self.reach(where=lambda stop: stop.labelled(label))
        for number, part in enumerate(digits.split(" ")):
            if number:
                self.press("Tab")
            self.types(part)

    def choose(self, *words: str) -> None:
        """One of several that exclude each other: Tab to the group, arrows within it, Tab to the next group where it is not in this one."""
        stop = first = self.reach(where=lambda stop: stop.role == "radio")
        for _ in range(BOUND):
            if stop.called(*words):
                return self.press("Space")
            stop = self.step("ArrowDown")
            if stop.own == first.own:
                self.step()
                stop = first = self.reach(where=lambda stop: stop.role == "radio")
        raise AssertionError(f"no choice {words} on {self.page.url}")

    def tick(self, *words: str) -> None:
        """A box of this name."""
        self.reach(*words, where=lambda stop: stop.role == "checkbox")
        self.press("Space")

    def pick(self, label: str, option: str) -> None:
        """An option of the list of this label, by arrows."""
        stop = self.reach(where=lambda stop: stop.role == "combobox" and stop.labelled(label))
        if plain(option) not in plain(stop.chosen):
            stop = self.step("Home")
        for _ in range(BOUND):
            if plain(option) in plain(stop.chosen):
                return
            stop = self.step("ArrowDown")
        raise AssertionError(f"no option {option!r} of {label!r} on {self.page.url}")

    def reads(self) -> str:
        """What stands on the page."""
        return self.page.locator("main").inner_text()

    def waits(self, *words: str) -> None:
        """Until the page has a button or a link of this name, after a step that did not leave the page."""
        named = re.compile(".*".join(re.escape(one) for one in words), re.IGNORECASE | re.DOTALL)
        self.page.get_by_role("button", name=named).or_(self.page.get_by_role("link", name=named)).first.wait_for(timeout=MOMENT)


def plain(words: str) -> str:
    """Names are compared without regard to case and kinds of blanks."""
    return " ".join(words.split()).casefold()
