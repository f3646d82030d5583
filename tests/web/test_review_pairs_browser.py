"""Two incidents that may be one, decided in a real browser by keyboard alone: merged, taken back, kept apart."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from ledger_sample import at, blast, store, store_apart

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("engine", ["sqlite"], indirect=True),
]
BRIDGE = "Shops on Satpayev Street lost their windows near the Ural bridge, and the Makhambet school closed."
HARBOUR = "The Damba harbour closed, ferries to Baku waited, and guards searched the Caspian pier."


@pytest.fixture
def two(ledger: Path) -> tuple[str, ...]:
    """Two incidents of one day in one town, the one opened first before the other."""
    return store_apart(
        blast("Daily Steppe", 2, known=at(1), more=BRIDGE), blast("West Wind", 4, known=at(1, 13), more=HARBOUR)
    )


@pytest.fixture
def page(two: tuple[str, ...], chromium: Any) -> Iterator[Any]:
    """The review queue before the name is given; nothing may be complained about."""
    from waitress import create_server

    from sayso.app.serve import application, listening_port

    with override_settings(ROOT_URLCONF="sayso.web.urls", DEBUG=False):
        server = create_server(application(), host="127.0.0.1", port=0, threads=2)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        shown = context.new_page()
        said: list[str] = []
        shown.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
        shown.on("pageerror", lambda e: said.append(str(e)))
        shown.goto(f"http://127.0.0.1:{listening_port(server)}/review")
        yield shown
        context.close()
        server.close()
        thread.join(timeout=5)
        assert said == []


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def begin(page: Any) -> None:
    page.keyboard.type("Ann Reviewer")
    press(page, "Enter")
    page.wait_for_selector("#item:focus")


def go_to(page: Any, title: str) -> None:
    """Step through the queue until an item has the title."""
    for _ in range(20):
        if page.locator("#item-title").inner_text().startswith(title):
            return
        with page.expect_navigation():
            press(page, "j")
    pytest.fail(f"no item {title!r}")


def said_now(page: Any, words: str) -> None:
    page.wait_for_selector(f".said-now:has-text('{words}')")


def incidents() -> list[str]:
    from sayso.app.as_of import list_incidents

    return sorted(line.id for line in list_incidents())


def test_a_pair_is_merged_taken_back_and_kept_apart(page: Any, two: tuple[str, ...]) -> None:
    begin(page)
    go_to(page, "Are these one incident?")
    assert page.locator(".in-view h2 a").all_inner_texts() == list(two)  # both with their sentences
    assert page.locator(".in-view .quote, .in-view q, .in-view blockquote").count() >= 2
    press(page, "a")
    assert page.evaluate("document.activeElement.id") == "reason"
    page.keyboard.type("one blast, two streets")
    press(page, "Enter")
    said_now(page, "are one incident")
    assert incidents() == [two[0]]
    press(page, "u")
    page.wait_for_selector(".said-now", state="detached")
    assert incidents() == sorted(two)
    assert page.locator("#item-title").inner_text() == "Are these one incident?"  # back where it was decided
    press(page, "1", "r")
    said_now(page, "are two incidents")
    assert incidents() == sorted(two)


def test_the_filter_for_pairs_is_reached_and_used_by_keyboard(page: Any, two: tuple[str, ...]) -> None:
    begin(page)
    for _ in range(15):
        if page.evaluate("document.activeElement.id") == "kind":
            break
        press(page, "Shift+Tab")
    assert page.evaluate("document.activeElement.id") == "kind"
    page.keyboard.type("possible")  # a select takes what is typed
    for _ in range(4):
        if page.evaluate("document.activeElement.name") == "fresh":
            break
        press(page, "Tab")
    with page.expect_navigation():
        press(page, "Enter")
    assert page.locator(".progress strong").inner_text() == "1 of 1"
    assert page.locator("#item-title").inner_text() == "Are these one incident?"
    press(page, "m")
    page.keyboard.type("one blast")
    press(page, "Enter")
    said_now(page, "are one incident")
    assert incidents() == [two[0]]


def test_a_report_left_by_a_merge_taken_back_is_sent_where_it_belongs(page: Any, two: tuple[str, ...]) -> None:
    from sayso.app.judge import judge, withdraw
    from sayso.app.judge_subjects import reports_in

    merged = judge("merge", two[0], other=two[1], author="Bo", reason="one blast")
    store(blast("Far Away Times", None, known=at(5)), since=datetime.now(UTC))
    withdraw(merged.id, author="Bo", reason="two streets")
    before = len(list(reports_in(two[1])))
    begin(page)
    assert page.locator("#item-title").inner_text() == "Does this report tell of this incident?"
    assert two[1] in page.locator(".hint").inner_text()
    press(page, "n")
    assert page.input_value("#to") == two[1]  # the other incident is filled in
    press(page, "Enter")
    page.keyboard.type("it names the harbour")
    press(page, "Enter")
    said_now(page, "a report belongs to")
    assert len(list(reports_in(two[1]))) == before + 1
