"""The desk in a real browser: keyboard, zoom, map, and not one request to anywhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install sayso[dev])")

CHROMIUM = Path("/usr/bin/chromium")
QUIET = [
    "--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]  # fmt: skip
DRAWS = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
PAGES = [
    "/",
    "/incident/KEN-4C1D02",
    "/incident/PER-2A00F1",
    "/article/doc-claim",
    "/search?q=yard",
    "/?as_of=2030-01-01",
]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed (apt-get install chromium)"),
]


class Visit:
    """A page with a record of everything it asked for and complained about."""

    def __init__(self, browser, address: str, **options) -> None:
        self.address = address
        self.context = browser.new_context(**{"viewport": {"width": 1100, "height": 640}, **options})
        self.page = self.context.new_page()
        self.hosts: set[str] = set()
        self.complaints: list[str] = []
        self.page.on("request", lambda r: self.hosts.add(urlsplit(r.url).netloc))
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))

    def go(self, path: str):
        self.page.goto(self.address + path)
        self.page.wait_for_selector("body:not(:has([data-map])), [data-map][data-state]", timeout=30_000)
        return self.page


@pytest.fixture(scope="module")
def tool() -> Iterator[object]:
    with playwright.sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def chromium(tool) -> Iterator[object]:
    browser = tool.chromium.launch(executable_path=str(CHROMIUM), args=QUIET + DRAWS)
    yield browser
    browser.close()


@pytest.fixture
def plain_chromium(tool) -> Iterator[object]:
    """A browser without WebGL."""
    args = [*QUIET, "--disable-gpu", "--disable-3d-apis"]
    browser = tool.chromium.launch(executable_path=str(CHROMIUM), args=args)
    yield browser
    browser.close()


@pytest.fixture
def visit(chromium, address) -> Iterator[Callable[..., Visit]]:
    made: list[Visit] = []

    def open_page(**options) -> Visit:
        made.append(Visit(chromium, address, **options))
        return made[-1]

    yield open_page
    for one in made:
        one.context.close()


def wide(page) -> int:
    """Pixels by which the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def focused(page) -> str:
    return page.evaluate("document.activeElement.textContent.trim()")


def test_pages_ask_nobody_else_and_complain_about_nothing(visit, address):
    one = visit()
    for path in PAGES:
        one.go(path)
        assert one.page.locator("h1").count() == 1, path
    assert one.hosts <= {urlsplit(address).netloc, ""}
    assert one.complaints == []


def test_the_map_draws_where_webgl_is(visit):
    page = visit().go("/")
    assert page.locator("[data-map]").get_attribute("data-state") == "ready"
    assert page.locator("[data-map] canvas").is_visible()


def test_the_drawn_map_stays_where_webgl_is_missing(plain_chromium, address):
    one = Visit(plain_chromium, address)
    page = one.go("/")
    assert page.locator("[data-map]").get_attribute("data-state") == "drawn"
    assert page.locator(".drawn .pin").count() == 4
    assert one.complaints == []


ON_TOP = """selector => {
  const part = document.querySelector(selector), box = part.getBoundingClientRect();
  const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return part === seen || part.contains(seen);
}"""
"""Whether the middle of an element is seen, and nothing lies over it."""


def test_the_drawn_map_is_seen_until_the_other_has_its_first_picture(visit):
    one = visit()
    one.page.route("**/world.geojson", lambda route: None)  # never answered
    one.page.goto(one.address + "/")
    one.page.wait_for_selector(".maplibregl-map canvas", state="attached")
    assert one.page.locator("[data-map]").get_attribute("data-state") is None
    assert one.page.evaluate(ON_TOP, ".drawn")


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 800)])
def test_every_drawn_pin_is_inside_the_map_whatever_its_shape(visit, width, height):
    one = visit(java_script_enabled=False, viewport={"width": width, "height": height})
    one.page.goto(one.address + "/")
    box = one.page.locator("[data-map]").bounding_box()
    pins = [one.page.locator(".drawn .pin").nth(k).bounding_box() for k in range(4)]
    assert all(box["x"] <= p["x"] and p["x"] + p["width"] <= box["x"] + box["width"] for p in pins)
    assert all(box["y"] <= p["y"] and p["y"] + p["height"] <= box["y"] + box["height"] for p in pins)
    assert max(p["width"] for p in pins) < 30


def test_whose_outlines_the_map_has_is_told_on_the_map(visit):
    page = visit().go("/incident/KEN-4C1D02")
    assert page.locator("[data-map]").get_attribute("data-state") == "ready"
    assert page.evaluate(ON_TOP, ".map-note")


def test_the_page_works_without_script(visit):
    one = visit(java_script_enabled=False)
    one.page.goto(one.address + "/")
    assert one.page.locator(".drawn .pin").count() == 4
    one.page.select_option("#family", "unrest")
    one.page.click("text=Show")
    assert one.page.locator(".line").count() == 1


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [(380, 800), (640, 480)], ids=["phone", "1280 at 200 percent"])
def test_nothing_runs_out_of_the_window(visit, path, size):
    one = visit(viewport={"width": size[0], "height": size[1]})
    assert wide(one.go(path)) <= 0


def test_keys_walk_the_list_open_an_incident_and_lead_back(visit):
    page = visit().go("/")
    page.keyboard.press("j")
    assert focused(page) == "Bombing in Kisumu, Kenya"
    page.keyboard.press("j")
    assert focused(page).startswith("Fire at a fuel depot")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/incident/KEN-4C1D02")
    page.keyboard.press("u")
    page.wait_for_url("**/")
    page.keyboard.press("?")
    assert page.locator("dialog[open]").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("yard")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=yard")


def test_the_first_tab_skips_to_the_content(visit):
    page = visit().go("/")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_filter_changes_list_map_and_address_without_a_new_page(visit):
    page = visit().go("/")
    page.evaluate("window.stays = true")
    page.select_option("#family", "unrest")
    page.wait_for_url("**/?*family=unrest*")
    page.wait_for_function("document.querySelectorAll('.line').length === 1")
    assert page.evaluate("window.stays") is True
    assert page.evaluate("JSON.parse(document.getElementById('pins').textContent).features.length") == 0


def test_the_time_lives_in_the_address(visit):
    page = visit().go("/")
    page.fill("#as-of", "2031-03-05T10:00")
    page.locator("#as-of").dispatch_event("change")
    page.wait_for_url("**/?*as_of=*")
    assert parse_qs(urlsplit(page.url).query)["as_of"] == ["2031-03-05T10:00"]
    page.wait_for_selector(".as-of-bar")
    page.locator(".line h2 a").first.click()
    page.wait_for_url("**/incident/**")
    assert "as_of=2031-03-05T10" in page.url
    assert page.input_value("#as-of") == "2031-03-05T10:00"


def test_a_line_with_the_focus_marks_its_pin(visit):
    page = visit().go("/")
    page.keyboard.press("j")
    page.wait_for_selector(".maplibregl-popup")
    assert "Kisumu" in page.locator(".maplibregl-popup").inner_text()


def test_evidence_leads_to_its_place_in_the_article(visit):
    page = visit().go("/incident/KEN-4C1D02")
    page.locator("#values a", has_text="its fighters planted the bomb").first.click()
    page.wait_for_url("**/article/doc-claim#at-*")
    assert page.evaluate("document.activeElement.tagName") == "MARK"
    assert focused(page) == "its fighters planted the bomb"
    assert "Perpetrator: Red Delta Front" in page.locator("#told").inner_text()


def test_the_legend_switches_a_layer(visit):
    page = visit().go("/article/doc-claim")
    style = "getComputedStyle(document.querySelector('.text mark.is-statement')).backgroundColor"
    before = page.evaluate(style)
    page.locator("[data-layer=statement]").uncheck()
    assert page.evaluate(style) != before


def test_the_slider_asks_for_what_is_sure_when_it_is_let_go(visit):
    page = visit().go("/article/doc-claim")
    page.locator("#least").fill("0.7")
    page.wait_for_url("**/article/doc-claim?least=0.7*")
    assert "left out: 2 statements" in page.locator("#least-told").inner_text()
    assert page.locator(".least button").is_hidden()
