"""A whole review in a real browser, by keyboard alone, and without script by buttons."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from ledger_sample import at, blast, claim, store
from sayso.model import Figure

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("engine", ["sqlite"], indirect=True),
]


@pytest.fixture
def desk(ledger: Path) -> Iterator[str]:
    """The address of a desk over a ledger whose reports do not agree."""
    from waitress import create_server

    from sayso.app.serve import application, listening_port

    store(
        blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 3, known=at(2), speaker="Aru Bekova"),
        claim("North Star", "Red Dawn", at(3)), claim("West Wind", "Red Dawn", at(4), "negated"),
    )  # fmt: skip
    with override_settings(ROOT_URLCONF="sayso.web.urls", DEBUG=False):
        server = create_server(application(), host="127.0.0.1", port=0, threads=2)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening_port(server)}"
        server.close()
        thread.join(timeout=5)


class Visit:
    """A page that notes what it complains about."""

    def __init__(self, browser: Any, desk: str, **options: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))
        self.page.goto(f"{desk}/review")

    def title(self) -> str:
        return str(self.page.locator("#item-title").inner_text())

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def decided(self) -> str:
        self.page.wait_for_selector(".said-now")
        return str(self.page.locator(".said-now").inner_text())

    def progress(self) -> str:
        return str(self.page.locator(".progress strong").inner_text())


@pytest.fixture
def visit(chromium: Any, desk: str) -> Iterator[Visit]:
    one = Visit(chromium, desk)
    yield one
    one.context.close()


def begin(one: Visit, who: str = "Ann Reviewer") -> None:
    one.page.keyboard.type(who)
    one.press("Enter")
    one.page.wait_for_selector("#item:focus")  # the script has run: a key pressed before it would go astray


def killed(as_of: Any = None) -> Any:
    from sayso.app.as_of import list_incidents

    return list_incidents(as_of)[0].killed.datum


def kinds() -> list[str]:
    from sayso.app.judge import all_deeds

    return [d.judgement.kind for d in reversed(all_deeds()) if d.withdrawn is None]


def test_a_whole_review_by_keyboard_alone(visit: Visit) -> None:
    begin(visit)
    total = int(visit.progress().rpartition(" ")[2])
    assert visit.progress() == f"1 of {total}"
    assert visit.title().startswith("Killed: ")
    assert visit.page.locator(".in-view mark").first.inner_text().startswith("killed ")
    # reject: the reason is asked for, Enter decides, the next item comes by itself
    visit.press("r")
    assert visit.page.evaluate("document.activeElement.id") == "reason"
    assert "say why" in visit.page.locator("#pending").inner_text()
    visit.page.keyboard.type("counts another blast")
    visit.press("Enter")
    assert "rejected: killed" in visit.decided()
    assert visit.progress() == f"2 of {total}"
    # undo it, then the same again with the reason offered
    visit.press("u")
    visit.page.wait_for_selector(".said-now", state="detached")
    assert kinds() == []
    visit.press("k")
    visit.page.wait_for_selector(".progress:has-text('1 of')")
    visit.press("1", "r")
    assert "rejected: killed" in visit.decided()
    # another value: field is chosen, value and reason typed
    visit.press("e")
    assert visit.page.evaluate("document.activeElement.name") == "value"
    visit.page.keyboard.type("7")
    visit.press("Enter")
    assert visit.page.evaluate("document.activeElement.id") == "reason"
    visit.page.keyboard.type("ministry's list")
    visit.press("Enter")
    visit.page.wait_for_selector(".said-now:has-text('killed: 7')")
    assert killed() == Figure(7, 7)
    # the report belongs elsewhere
    visit.press("1", "n", "Enter")
    visit.page.wait_for_selector(".said-now:has-text('belongs to')")
    assert sorted(kinds()) == ["not_this_incident", "other_value", "reject"]
    # the list of keys, and out of it
    visit.press("?")
    assert visit.page.locator("dialog[open]").is_visible()
    visit.press("Escape")
    # go through to the end by accepting
    for _ in range(total + 3):
        if visit.page.locator("#item").count() == 0:
            break
        with visit.page.expect_navigation():
            visit.press("1", "a")
        if visit.page.locator("[role=alert]").count():
            with visit.page.expect_navigation():
                visit.press("j")
    assert "All decided" in visit.page.locator("h1").inner_text()
    assert visit.complaints == []


def test_merge_and_split_by_keyboard(visit: Visit) -> None:
    from sayso.app.as_of import list_incidents

    begin(visit)
    visit.press("s")
    visit.press("Space", "w")
    visit.page.keyboard.type("the second blast")
    visit.press("Enter")
    assert "split off" in visit.decided()
    lines = list_incidents()
    assert sorted(line.n_reports for line in lines) == [1, 3]
    other = next(line.id for line in lines if line.n_reports == 1)
    visit.press("m")
    visit.page.keyboard.type(other)
    visit.press("Enter")
    visit.page.keyboard.type("one after all")
    visit.press("Enter")
    visit.page.wait_for_selector(".said-now:has-text('are one incident')")
    assert [line.n_reports for line in list_incidents()] == [4]
    assert visit.complaints == []


def test_enter_without_a_decision_decides_nothing(visit: Visit) -> None:
    begin(visit)
    visit.press("w")
    visit.page.keyboard.type("no idea")
    visit.press("Enter")
    assert "Choose a decision" in visit.page.locator("#pending").inner_text()
    assert kinds() == []


def test_keys_leave_boxes_alone_and_escape_leads_out(visit: Visit) -> None:
    begin(visit)
    visit.press("w")
    visit.page.keyboard.type("marjeans")  # every letter is a key elsewhere
    assert visit.page.input_value("#reason") == "marjeans"
    visit.press("Escape")
    assert visit.page.evaluate("document.activeElement.id") == "item"


def test_tab_reaches_every_decision_with_the_focus_in_sight(visit: Visit) -> None:
    begin(visit)
    reached = set()
    for _ in range(40):
        visit.press("Tab")
        reached.add(visit.page.evaluate("document.activeElement.dataset.key || document.activeElement.id"))
        outline = "getComputedStyle(document.activeElement).outlineStyle"
        assert visit.page.evaluate(f"document.activeElement === document.body || {outline} !== 'none'")
    assert {"reason", "a", "r", "m", "s", "n", "e", "j"} <= reached


def test_it_works_without_script(chromium: Any, desk: str) -> None:
    one = Visit(chromium, desk, java_script_enabled=False)
    one.page.fill("#name", "Ann")
    one.page.click("text=Begin")
    one.page.fill("#reason", "read it")
    one.page.press("#reason", "Enter")  # the first button of a form must decide nothing
    assert "no decision was chosen" in one.page.locator("[role=alert]").inner_text()
    one.page.click("button[value=reject]")
    assert "rejected" in one.decided()
    assert kinds() == ["reject"]
    one.context.close()


@pytest.mark.parametrize("path", ["/review", "/review?blind=1", "/review/agreement"])
def test_nothing_runs_out_of_a_narrow_window(chromium: Any, desk: str, path: str) -> None:
    one = Visit(chromium, desk, viewport={"width": 390, "height": 844})
    begin(one)
    one.page.goto(desk + path)
    assert one.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    one.context.close()
