"""Every ill-behaved host comes to its stated outcome, within its time, and in one clean line."""

from __future__ import annotations

import time
from collections.abc import Iterator

import hostile_bodies
import hostile_lines
import hostile_ways
import pytest
from hostile_web import ARTICLE, Behaviour, HostileWeb, running

from sayso.collect.answer import REASONS, Answer, FetchProblem
from sayso.collect.fetch import get, get_page
from sayso.model.source import OUTCOMES

BEHAVIOURS = {b.name: b for b in [*hostile_lines.BEHAVIOURS, *hostile_ways.BEHAVIOURS, *hostile_bodies.BEHAVIOURS]}
MARGIN_S = 8.0
"""Seconds beyond its limit that a request may end on a busy machine."""


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostileWeb]:
    with running(BEHAVIOURS, tmp_path_factory.mktemp("hostile")) as made:
        yield made


def asked(web: HostileWeb, behaviour: Behaviour) -> Answer:
    ask = get_page if behaviour.how == "page" else get
    return ask(
        web.url(behaviour), timeout=behaviour.timeout, max_bytes=behaviour.max_bytes, allow_hosts=web.allow_hosts,
        ways=web.ways(),
    )  # fmt: skip


def outcome(web: HostileWeb, behaviour: Behaviour) -> tuple[tuple[str, str], str]:
    """What came of asking, as (outcome, reason), and the words for people."""
    try:
        answer = asked(web, behaviour)
    except FetchProblem as problem:
        return (problem.outcome, problem.reason), str(problem)
    return ("got", "" if answer.body == ARTICLE else "*"), repr(answer.body[:60])


@pytest.mark.parametrize("name", BEHAVIOURS)
def test_behaviour(web: HostileWeb, name: str) -> None:
    behaviour = BEHAVIOURS[name]
    started = time.monotonic()
    came, words = outcome(web, behaviour)
    took = time.monotonic() - started
    assert came == (behaviour.outcome, behaviour.reason), words
    assert len(words.splitlines()) <= 1
    assert len(words) < 500
    assert took < behaviour.timeout + MARGIN_S


def test_the_table_is_large_and_its_outcomes_are_words_of_the_house() -> None:
    assert len(BEHAVIOURS) >= 60
    assert {b.outcome for b in BEHAVIOURS.values()} <= {*OUTCOMES, "got"}
    assert all(REASONS[b.reason] == b.outcome for b in BEHAVIOURS.values() if b.outcome != "got")
