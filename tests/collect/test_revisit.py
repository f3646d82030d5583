"""When an item is fetched again: often at first, then rarely; and how long it is tried when it cannot be had."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sayso.collect.answer import REASONS
from sayso.collect.revisit import MOST_CHECKS, next_check, next_try
from sayso.model.source import Seen, Source

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
FEED = Source("daily-steppe", "Daily Steppe", "feed", "https://steppe.example/feed")
ITEM = Seen("https://steppe.example/1")


def tries(outcome: str, reason: str, source: Source = FEED) -> list[timedelta]:
    """The gaps between tries until the item is given up."""
    gaps: list[timedelta] = []
    while (at := next_try(source, outcome, reason, len(gaps), None, NOW)) is not None:
        gaps.append(at - NOW)
    return gaps


def test_an_item_is_looked_at_again_at_wider_and_wider_gaps() -> None:
    times = [next_check(FEED, ITEM, NOW, checks, NOW) for checks in range(MOST_CHECKS)]
    gaps = [at - NOW for at in times if at]
    assert gaps[0] == timedelta(minutes=30)
    assert gaps == sorted(gaps)
    assert timedelta(days=5) < sum(gaps, timedelta()) < timedelta(days=10)
    assert next_check(FEED, ITEM, NOW, MOST_CHECKS, NOW) is None


def test_old_items_are_left_alone() -> None:
    assert next_check(FEED, ITEM, NOW - timedelta(days=8), 0, NOW) is None
    assert next_check(FEED, replace(ITEM, published="2026-02-20"), NOW, 0, NOW) is None
    assert next_check(FEED, replace(ITEM, published="2026-03-03T10:00:00Z"), NOW, 0, NOW) is not None


def test_text_that_the_source_brings_along_is_not_looked_up() -> None:
    assert next_check(FEED, replace(ITEM, body=b"Words.", fetch=False), NOW, 0, NOW) is None


def test_what_fails_is_tried_for_hours_with_longer_and_longer_gaps() -> None:
    gaps = tries("failing", "timeout")
    assert gaps == sorted(gaps)
    assert len(gaps) == 7
    assert timedelta(hours=3) < sum(gaps, timedelta()) < timedelta(days=1)


def test_what_is_gone_is_tried_once_more() -> None:
    assert len(tries("gone", "gone")) == 1


def test_who_keeps_us_out_is_not_pestered() -> None:
    assert tries("blocked", "robots") == [timedelta(hours=6)] * 2


def test_a_robots_txt_that_cannot_be_read_for_now_is_no_refusal() -> None:
    assert tries("blocked", "robots_unread") == tries("failing", "timeout")


def test_what_fails_on_ones_own_host_is_tried_for_minutes() -> None:
    own = replace(FEED, allow_hosts=("127.0.0.1",), every_s=4)
    gaps = [next_try(own, "failing", "reset", count, None, NOW) for count in range(7)]
    assert [gap - NOW for gap in gaps if gap] == [timedelta(seconds=4 * 2**n) for n in range(7)]


def test_a_busy_host_costs_the_item_no_try() -> None:
    assert next_try(FEED, "failing", "busy", 99, 40, NOW) == NOW + timedelta(seconds=40)
    assert next_try(FEED, "blocked", "rate_limited", 99, None, NOW) == NOW + timedelta(seconds=60)


@given(st.sampled_from(sorted(REASONS)), st.integers(0, 20), st.none() | st.integers(0, 90_000))
def test_a_try_lies_ahead_and_after_what_the_host_asked_for(reason: str, count: int, wait: int | None) -> None:
    at = next_try(FEED, REASONS[reason], reason, count, wait, NOW)
    assert at is None or at >= NOW + timedelta(seconds=max(1, wait or 0))
