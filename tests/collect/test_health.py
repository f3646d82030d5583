"""How a source fares: "no incident" and "nobody looked" are never the same word or sentence."""

import math
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collect.health import Days, Usual, chance, expectation, health
from sayso.collect.past import Past
from sayso.model.source import HEALTH, OUTCOMES, Source

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
FEED = Source("daily-steppe", "Daily Steppe", "feed", "https://steppe.example/feed")
FINE = Past(NOW - timedelta(minutes=5), "unchanged")


def days(*counts: int) -> dict[object, tuple[int, int]]:
    """Days up to today, the last one today, each with a few looks."""
    today = NOW.date()
    return {today - timedelta(days=len(counts) - 1 - n): (20, items) for n, items in enumerate(counts)}


def failing(times: int, outcome: str = "failing", reason: str = "timeout") -> list[Past]:
    return [FINE, *(Past(NOW - timedelta(minutes=4 - n / 10), outcome, reason) for n in range(times))]


def word(source: Source, looks: list[Past], held: Days | None = None, **more: datetime) -> str:
    return health(source, looks, NOW, held, **more)[0]


def test_nobody_has_looked_yet() -> None:
    assert health(FEED, [], NOW) == ("new", "Nobody has looked at it yet.")


def test_a_paused_source_says_that_nobody_looks() -> None:
    found, words = health(replace(FEED, paused=True), [FINE], NOW)
    assert found == "paused"
    assert "nobody looks" in words


def test_a_service_that_does_not_run_is_no_silence_of_the_source() -> None:
    looked = Past(NOW - timedelta(days=2), "new", new_items=3)
    found, words = health(FEED, [looked], NOW, days(30, 30, 30, 30, 30, 0), due=NOW - timedelta(days=2))
    assert found == "failing"
    assert words.startswith("Nobody has looked since 02 Mar 12:00 UTC")


def test_in_order() -> None:
    assert health(FEED, [FINE], NOW, days(30, 28, 31, 35, 29, 14)) == (
        "healthy", "In order: 43 new in the last day, about 31 are normal.",
    )  # fmt: skip


def test_far_fewer_items_than_usual_is_silent() -> None:
    found, words = health(FEED, [FINE], NOW, days(30, 28, 31, 35, 1, 0))
    assert (found, words) == ("silent", "Far fewer items than expected: 1 new in the last day, about 31 are normal.")


def test_far_fewer_items_than_stated_is_silent() -> None:
    stated = replace(FEED, expected_per_day=30.0)
    assert word(stated, [FINE], days(2, 0)) == "silent"
    assert word(stated, [FINE], days(14, 3)) == "healthy"


def test_a_rare_source_is_not_called_silent_after_a_quiet_day() -> None:
    twice_a_week = (1, 0, 0, 1, 0, 0, 0) * 4
    assert word(FEED, [FINE], days(*twice_a_week, 0, 0, 0, 0)) == "healthy"
    assert word(replace(FEED, expected_per_day=0.3), [FINE], days(*[0] * 6)) == "healthy"
    assert word(replace(FEED, expected_per_day=0.3), [FINE], days(*[0] * 25)) == "silent"


def test_quiet_sundays_are_learned() -> None:
    weeks = (3, 40, 42, 38, 41, 39, 4) * 4
    assert word(FEED, [FINE], days(*weeks, 3, 1)) == "healthy"
    assert word(FEED, [FINE], days(*weeks, 0, 0, 0, 0, 0)) == "silent"


def test_a_day_on_which_nobody_looked_tells_nothing() -> None:
    held = days(30, 28, 31, 35, 0, 0)
    del held[NOW.date() - timedelta(days=1)]
    assert word(FEED, [FINE], held) == "healthy"


def test_too_early_to_say() -> None:
    found, words = health(FEED, [FINE], NOW, days(3, 2))
    assert found == "healthy"
    assert "too early" in words


def test_one_failure_is_told_but_changes_no_word() -> None:
    found, words = health(FEED, failing(1), NOW, days(30, 28, 31, 35, 29, 14))
    assert found == "healthy"
    assert words.endswith("The last look failed (no answer in time).")
    assert word(FEED, failing(2), days(30, 28, 31, 35, 29, 14)) == "failing"


def test_a_source_that_was_never_reached_fails_at_once() -> None:
    found, words = health(FEED, [Past(NOW, "failing", "dns")], NOW)
    assert (found, words) == (
        "failing", "It cannot be reached (its name is not found), at the last look; never in order so far.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "reason", "expected"),
    [("blocked", "robots", "blocked"), ("blocked", "forbidden", "blocked"), ("gone", "gone", "failing")],
)
def test_a_refusal_counts_at_once(outcome: str, reason: str, expected: str) -> None:
    assert word(FEED, failing(1, outcome, reason)) == expected


def test_too_many_requests_once_is_no_block() -> None:
    assert word(FEED, failing(1, "blocked", "rate_limited")) == "healthy"
    assert word(FEED, failing(2, "blocked", "rate_limited")) == "blocked"


def test_a_page_in_place_of_the_feed_once_may_be_an_accident() -> None:
    assert word(FEED, failing(1, "changed", "no_feed")) == "healthy"
    found, words = health(FEED, failing(3, "changed", "no_feed"), NOW)
    assert found == "changed"
    assert "3 looks in a row; last in order 04 Mar 11:55 UTC" in words


looks = st.builds(
    Past, at=st.datetimes(datetime(2026, 2, 1), datetime(2026, 3, 4), timezones=st.just(UTC)),
    outcome=st.sampled_from(OUTCOMES), new_items=st.integers(0, 10_000),
    reason=st.sampled_from(("", "dns", "robots", "rate_limited", "no_such_word")),
)  # fmt: skip


@given(
    st.floats(0, 10_000) | st.none(), st.booleans(), st.lists(looks, max_size=6),
    st.dictionaries(
        st.dates(datetime(2026, 2, 1).date(), NOW.date()), st.tuples(st.integers(0, 99), st.integers(0, 10**5))
    ),
)  # fmt: skip
def test_there_is_always_a_known_word_and_one_sentence(
    stated: float | None, paused: bool, past: list[Past], held: Days
) -> None:
    source = replace(FEED, expected_per_day=stated, paused=paused)
    found, words = health(source, sorted(past, key=lambda look: look.at), NOW, held)
    assert found in HEALTH
    assert words.endswith((".", ")."))
    assert "\n" not in words


@given(st.floats(0.05, 500), st.floats(1.0, 30.0), st.integers(0, 40), st.integers(0, 300))
def test_the_chance_is_a_probability_and_grows_with_what_was_found(
    mean: float, spread: float, rests_on: int, found: int
) -> None:
    usual = Usual(mean, mean * spread, rests_on)
    one, more = chance(usual, found, 1.0), chance(usual, found + 1, 1.0)
    assert 0.0 <= one <= more + 1e-9
    assert more <= 1.0


def test_the_chance_of_a_poisson_process_is_the_known_one() -> None:
    assert chance(Usual(5.0, 5.0, 10**9), 0, 1.0) == pytest.approx(math.exp(-5), rel=1e-4)
    assert chance(Usual(5.0, 5.0, 10**9), 2, 1.0) == pytest.approx(0.12465, rel=1e-3)


@pytest.mark.parametrize("per_day", [3.0, 12.0, 60.0])
def test_a_source_in_order_is_called_silent_on_few_of_its_days(per_day: float) -> None:
    dice = random.Random(7)  # noqa: S311
    wrong, days_seen = 0, 400
    for _ in range(days_seen):
        counts = [_poisson(dice, per_day) for _ in range(22)]
        wrong += word(FEED, [FINE], days(*counts)) == "silent"
    assert wrong <= 0.02 * days_seen


def _poisson(dice: random.Random, mean: float) -> int:
    number, time = 0, dice.expovariate(mean)
    while time < 1:
        number, time = number + 1, time + dice.expovariate(mean)
    return number


def test_the_window_holds_about_six_items() -> None:
    assert expectation(replace(FEED, expected_per_day=1.0), {}, NOW.date())[1] == 6
    assert expectation(replace(FEED, expected_per_day=100.0), {}, NOW.date())[1] == 1
    assert expectation(replace(FEED, expected_per_day=0.01), {}, NOW.date())[1] == 28


def test_the_first_day_is_not_compared_with_a_whole_one() -> None:
    found, words = health(replace(FEED, expected_per_day=30.0), [FINE], NOW, {NOW.date(): (3, 2)})
    assert (found, words) == ("healthy", "In order; too early to compare (2 new so far, about 30 a day are normal).")
