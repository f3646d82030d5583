"""When a source that redirects for good is taken to have moved, and when never."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sayso.collect.moved import is_due, noted, objection
from sayso.model.source import Look, LookState, Source

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
OLD, NEW = "https://herald.example.org/old/feed", "https://herald.example.org/feed"
HERALD = Source("herald", "Herald", "feed", OLD)


def after(*looks: tuple[int, str, str]) -> LookState:
    """The state after looks: (hours from the first one, where it redirects for good, outcome)."""
    state = LookState()
    for hours, target, outcome in looks:
        state = noted(HERALD, state, Look((), LookState(), outcome, moved_to=target), NOW + hours * HOUR)
    return state


@pytest.mark.parametrize(
    ("looks", "due"),
    [
        ([(0, NEW, "new"), (12, NEW, "unchanged"), (24, NEW, "new")], True),
        ([(0, NEW, "new"), (24, NEW, "new")], False),
        ([(0, NEW, "new"), (6, NEW, "new"), (12, NEW, "new"), (18, NEW, "new")], False),
        ([(0, NEW, "new"), (12, NEW, "new"), (13, "", "failing"), (24, NEW, "new")], True),
        ([(0, NEW, "new"), (12, NEW, "new"), (13, "", "new"), (24, NEW, "new")], False),
        ([(0, NEW, "new"), (12, NEW, "new"), (24, NEW + "2", "new")], False),
        ([(0, NEW, "changed"), (12, NEW, "changed"), (24, NEW, "changed")], False),
        ([(0, OLD, "new"), (12, OLD, "new"), (24, OLD, "new")], False),
    ],
)
def test_three_looks_in_a_row_over_a_day_move_a_source(looks: list[tuple[int, str, str]], due: bool) -> None:
    assert is_due(after(*looks), NOW + looks[-1][0] * HOUR) is due


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/feed", "http://10.0.0.8/feed", "https://[::1]/feed", "https://intranet/feed",
        "https://feeds.internal/feed", "https://office.example.org/feed", "http://herald.example.org/feed",
        "https://herald.example.org/", "https://herald.example.org/feed?session=abcdefgh", "ftp://herald.example.org/f",
        "https://somebody@herald.example.org/feed",
    ],
)  # fmt: skip
def test_no_source_moves_to(target: str) -> None:
    source = Source("herald", "Herald", "feed", OLD, allow_hosts=("office.example.org",))
    assert objection(source, target)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        (OLD, NEW), (OLD, "https://news.example.net/feed"), ("http://herald.example.org/feed", NEW),
        ("https://herald.example.org", "https://www.herald.example.org/"),
        ("http://127.0.0.1:8080/old", "http://127.0.0.1:8080/new"),
    ],
)  # fmt: skip
def test_a_source_may_move_to(address: str, target: str) -> None:
    assert objection(Source("a", "A", "feed", address, allow_hosts=("127.0.0.1:8080",)), target) == ""
