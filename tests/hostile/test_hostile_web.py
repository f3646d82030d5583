"""Every ill-behaved host comes to its stated outcome, within its time, and in one clean line."""

from __future__ import annotations

import time

import pytest
from hostile_all import BEHAVIOURS
from hostile_web import ARTICLE, Behaviour, HostileWeb

from sayso.collect.answer import REASONS, FetchProblem
from sayso.collect.fetch import get, get_page, getter
from sayso.collect.kinds import WATCHED
from sayso.model.source import OUTCOMES, Look, LookState, Source

KINDS = {kind.name: kind for kind in WATCHED}
MARGIN_S = 8.0
"""Seconds beyond its limit that a request may end on a busy machine."""


LOOKS = [
    name for name, b in BEHAVIOURS.items() if b.how.startswith(("feed", "look")) and not name.startswith("healthy")
]
REQUESTS = [name for name, b in BEHAVIOURS.items() if not b.how.startswith(("feed", "look"))]


@pytest.mark.parametrize("name", REQUESTS)
def test_behaviour(web: HostileWeb, name: str) -> None:
    behaviour = BEHAVIOURS[name]
    started = time.monotonic()
    came, words = outcome(web, behaviour)
    took = time.monotonic() - started
    assert came == (behaviour.outcome, behaviour.reason), words
    assert len(words.splitlines()) <= 1
    assert len(words) < 500
    assert took < behaviour.timeout + MARGIN_S


def outcome(web: HostileWeb, behaviour: Behaviour) -> tuple[tuple[str, str], str]:
    """What came of asking, as (outcome, reason), and the words for people."""
    ask = get_page if behaviour.how == "page" else get
    limits = {"timeout": behaviour.timeout, "max_bytes": behaviour.max_bytes}
    try:
        answer = ask(web.url(behaviour), allow_hosts=web.allow_hosts, ways=web.ways(), **limits)  # type: ignore[arg-type]
    except FetchProblem as problem:
        return (problem.outcome, problem.reason), str(problem)
    return ("got", "" if answer.body == ARTICLE else "*"), repr(answer.body[:60])


@pytest.mark.parametrize("name", LOOKS)
def test_look(web: HostileWeb, name: str) -> None:
    behaviour = BEHAVIOURS[name]
    kind = KINDS[behaviour.how.split(" ")[1] if behaviour.how.startswith("look") else "feed"]
    source = Source(name, name, kind.name, web.url(behaviour))
    ask = getter(allow_hosts=web.allow_hosts, ways=web.ways(), timeout=behaviour.timeout)
    look = Look((), LookState(), "new")
    started = time.monotonic()
    for _ in range(2 if behaviour.how == "feed twice" else 1):
        look = kind.look(source, look.state, ask)
    took = time.monotonic() - started
    came = (look.outcome, look.reason, len(look.items))
    assert came == (behaviour.outcome, behaviour.reason, behaviour.items), look.note
    places = ("https://harbour.hostile-web.org/", web.url(behaviour, "/"))
    assert [seen.address for seen in look.items if not seen.address.startswith(places)] == []
    assert took < behaviour.timeout + MARGIN_S


def test_the_table_is_large_and_its_outcomes_are_words_of_the_house() -> None:
    assert len(BEHAVIOURS) >= 60
    assert {b.outcome for b in BEHAVIOURS.values()} <= {*OUTCOMES, "got"}
    assert all(REASONS[b.reason] == b.outcome for b in map(BEHAVIOURS.get, REQUESTS) if b and b.outcome != "got")
