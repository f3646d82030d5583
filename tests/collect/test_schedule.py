"""When to look again: bounded, learned from what came, and out of the way of a source in trouble."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.collect.past import Past
from sayso.collect.schedule import LONGEST, SHORTEST, next_look, rate
from sayso.model.source import OUTCOMES, Source

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
FEED = Source("daily-steppe", "Daily Steppe", "feed", "https://steppe.example/feed")


def steady(per_day: float, gap: timedelta = timedelta(hours=1), days: int = 4) -> list[Past]:
    """Looks at a source that publishes so many items a day, the last one now."""
    many = int(timedelta(days=days) / gap)
    made, told = [], 0.0
    for n in range(many, -1, -1):
        told += per_day * gap.total_seconds() / 86_400
        new = int(told)
        told -= new
        made.append(Past(NOW - n * gap, "new" if new else "unchanged", new_items=new, backlog=n == many))
    return made


def gap_of(source: Source, looks: list[Past]) -> timedelta:
    return next_look(source, looks, NOW) - NOW


def failed(times: int, outcome: str = "failing", **more: object) -> list[Past]:
    return [Past(NOW - timedelta(minutes=times - n - 1), outcome, **more) for n in range(times)]  # type: ignore[arg-type]


looks = st.builds(
    Past, at=st.datetimes(datetime(2026, 2, 1), datetime(2026, 3, 4), timezones=st.just(UTC)),
    outcome=st.sampled_from(OUTCOMES), reason=st.sampled_from(("", "timeout", "rate_limited")),
    new_items=st.integers(0, 10_000), wait_s=st.none() | st.integers(-5, 10**7), backlog=st.booleans(),
)  # fmt: skip
sources = st.builds(
    replace, st.just(FEED), expected_per_day=st.none() | st.floats(0, 10_000), id=st.sampled_from(("a", "steppe")),
)  # fmt: skip


@given(sources, st.lists(looks, max_size=30).map(lambda some: sorted(some, key=lambda look: look.at)))
def test_the_gap_is_between_two_minutes_and_a_day_whatever_happened(source: Source, past: list[Past]) -> None:
    gap = gap_of(source, past)
    assert gap == timedelta() if not past else SHORTEST <= gap <= LONGEST


@given(sources, st.lists(looks, min_size=1, max_size=10).map(lambda some: sorted(some, key=lambda look: look.at)))
def test_the_same_past_gives_the_same_time(source: Source, past: list[Past]) -> None:
    assert next_look(source, past, NOW) == next_look(source, list(past), NOW)


@settings(max_examples=50)
@given(st.floats(0.5, 400), st.floats(1.5, 4))
def test_who_publishes_more_is_looked_at_more_often(per_day: float, times: float) -> None:
    slow, fast = rate(FEED, steady(per_day), NOW), rate(FEED, steady(per_day * times), NOW)
    assert slow < fast


def test_a_volume_of_next_to_nothing_is_a_volume() -> None:
    assert SHORTEST <= gap_of(replace(FEED, expected_per_day=5e-324), steady(1)) <= LONGEST


def test_the_gap_follows_the_rate() -> None:
    assert timedelta(minutes=25) < gap_of(FEED, steady(24)) < timedelta(minutes=40)  # half an item at 24 a day
    assert gap_of(FEED, steady(2000)) <= timedelta(minutes=2.3)
    assert gap_of(FEED, steady(0, days=14)) > timedelta(hours=20)


def test_a_source_that_falls_asleep_is_looked_at_less_often_from_day_to_day() -> None:
    busy = steady(200, days=2)
    gaps = []
    for days in (1, 3, 6):
        quiet = [Past(NOW + timedelta(hours=h), "unchanged") for h in range(1, 24 * days)]
        now = NOW + timedelta(days=days)
        gaps.append(next_look(FEED, [*busy, *quiet], now) - now)
    assert gaps == sorted(gaps)
    assert gaps[-1] > 5 * gap_of(FEED, busy)


def test_what_had_gathered_before_the_first_look_is_no_rate() -> None:
    first = [Past(NOW, "new", new_items=500, backlog=True)]
    assert gap_of(FEED, first) > timedelta(minutes=30)


def test_the_stated_volume_counts_until_something_is_learned() -> None:
    first = [Past(NOW, "new", new_items=5, backlog=True)]
    assert gap_of(replace(FEED, expected_per_day=240.0), first) < timedelta(minutes=5)
    assert gap_of(replace(FEED, expected_per_day=1.0), first) > timedelta(hours=10)


def test_the_stated_gap_is_kept() -> None:
    weekly = replace(FEED, every_s=7 * 86_400)
    assert abs(gap_of(weekly, steady(500)) - timedelta(days=7)) <= timedelta(days=0.7)
    assert gap_of(replace(FEED, every_s=1), steady(500)) >= timedelta(seconds=60)
    own = replace(FEED, every_s=5, allow_hosts=("intranet",))
    assert gap_of(own, steady(500)) < timedelta(seconds=6)


def test_every_failure_in_a_row_doubles_the_gap() -> None:
    gaps = [gap_of(FEED, [*steady(2000)[:-1], *failed(n)]) / timedelta(minutes=2**n) for n in range(1, 9)]
    assert all(0.9 <= gap <= 1.1 for gap in gaps)


def test_one_good_look_ends_the_waiting() -> None:
    past = [*steady(2000)[:-7], *failed(6), Past(NOW, "new", new_items=40)]
    assert gap_of(FEED, past) < timedelta(minutes=3)


def test_who_keeps_us_out_is_left_alone_for_longer() -> None:
    assert gap_of(FEED, [*steady(2000)[:-1], *failed(1, "blocked")]) >= timedelta(minutes=27)
    assert gap_of(FEED, [*steady(2000)[:-1], *failed(12, "blocked")]) >= timedelta(hours=21)


def test_retry_after_is_kept_to_up_to_a_day() -> None:
    assert gap_of(FEED, failed(1, "blocked", reason="rate_limited", wait_s=7200)) >= timedelta(hours=2)
    assert gap_of(FEED, failed(1, "blocked", wait_s=10**7)) == LONGEST
    own = replace(FEED, every_s=5, allow_hosts=("intranet",))
    assert gap_of(own, failed(1, "failing", wait_s=90)) >= timedelta(seconds=90)


def test_a_stated_gap_outranks_the_advice_of_a_feed() -> None:
    advice = [Past(NOW, "new", new_items=1, wait_s=3600)]
    assert gap_of(replace(FEED, every_s=300), advice) < timedelta(minutes=6)
    assert gap_of(FEED, advice) >= timedelta(hours=1)


def test_not_all_sources_come_at_once() -> None:
    past = [Past(NOW, "unchanged")]
    gaps = {gap_of(replace(FEED, id=f"source-{n}"), past) for n in range(100)}
    assert len(gaps) > 95
    assert max(gaps) / min(gaps) < 1.25
