"""How a source fares, in one word and one sentence: so that "no incident" and "nobody looked" are never confused.

*Silent* is a judgement about numbers: what came in the last day or more would come with a probability below 1 % if all
was in order. What is normal is stated by a person or learned from the source's own days. Counts of news vary more than
a Poisson process (weekdays, holidays, big days), so they are taken as negative binomial with the variance that was seen
and the uncertainty of the mean (Hilbe, Negative Binomial Regression, 2011, ch. 8); Poisson where they do not.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sayso.collect.past import Past, failures
from sayso.model.source import Source

UNLIKELY = 0.01
_ENOUGH = 6.0  # items expected in the window: none of six comes by chance in 0.8 % of cases when stated to 30 %
_LONGEST_WINDOW = 28
_LEAST_DAYS = 3  # of its own past before anything is learned from it
_STATED_SPREAD = 0.3  # what a person states is right to about 30 %
_LATE = timedelta(hours=1)

_WHY = {
    "robots": "its robots.txt does not allow it",
    "robots_unread": "its robots.txt cannot be read for now",
    "rate_limited": "it says that we ask too often",
    "busy": "too many requests wait for its host",
    "dns": "its name is not found",
    "private_address": "it leads to an address that is not public",
    "timeout": "no answer in time",
    "tls": "its certificate or encryption does not hold",
    "too_large": "it sends more than is taken",
    "bomb": "it sends a body that unpacks beyond all measure",
    "redirects": "it redirects without end",
    "reset": "the line breaks",
    "http_4xx": "it refuses the request",
    "http_5xx": "its server has an error",
    "bad_answer": "its answer cannot be read",
    "parse": "what it sends cannot be read",
}
Days = Mapping[date, tuple[int, int]]
"""Day (UTC) to looks that reached the source and new items found, the backlog of the first look left out."""


@dataclass(frozen=True, slots=True)
class Usual:
    """What is normal: items a day and their variance, how many days it rests on (0 when it is stated)."""

    mean: float
    variance: float
    days: int


def health(
    source: Source, looks: Sequence[Past], now: datetime, days: Days | None = None, due: datetime | None = None
) -> tuple[str, str]:
    """How a source fares now.

    Args:
        source: as configured, with its stated volume if any.
        looks: the last looks at it, oldest first.
        now: UTC.
        days: its days as far as they are kept; see ``Days``.
        due: when the next look was to be; None when that is not known.

    Returns:
        One of ``sayso.model.source.HEALTH`` and one sentence for people.
    """
    if source.paused:
        return "paused", "Paused: nobody looks at it."
    if not looks:
        return "new", "Nobody has looked at it yet."
    late = due is not None and now - due > _LATE + 0.5 * max(timedelta(), due - looks[-1].at)
    if late:
        return "failing", f"Nobody has looked since {_time(looks[-1].at)}: collecting does not run."
    return _trouble(looks) or _volume(source, looks, now, days or {})


def _trouble(looks: Sequence[Past]) -> tuple[str, str] | None:
    """The word for what is in the way; None when the last look was in order, or a single one was not."""
    last, in_a_row = looks[-1], failures(looks)
    if not in_a_row:
        return None
    passing = last.outcome in ("failing", "changed") or last.reason == "rate_limited"
    if passing and in_a_row < 2 and any(look.reached for look in looks):
        return None
    word = {"gone": "failing"}.get(last.outcome, last.outcome)
    opening = {
        "blocked": "It keeps us out", "gone": "It is no longer at this address", "failing": "It cannot be reached",
        "changed": "It is no longer what it was",
    }.get(last.outcome, "It is not in order")  # fmt: skip
    why = _WHY.get(last.reason, last.reason.replace("_", " "))
    before = next((look for look in reversed(looks) if look.reached), None)
    since = f"last in order {_time(before.at)}" if before else "never in order so far"
    many = f"{in_a_row} looks in a row" if in_a_row > 1 else "at the last look"
    return word, f"{opening}{f' ({why})' if why else ''}, {many}; {since}."


def _volume(source: Source, looks: Sequence[Past], now: datetime, days: Days) -> tuple[str, str]:
    blip = "" if looks[-1].reached else f" The last look failed ({_WHY.get(looks[-1].reason, looks[-1].reason)})."
    today = now.astimezone(UTC).date()
    usual, window = expectation(source, days, today)
    if usual is None:
        seen = sum(items for _, items in days.values())
        return "healthy", f"In order; too early to say how much is normal ({seen} new so far).{blip}"
    found, watched = _in_window(days, today, window)
    if not watched:  # its first day: nothing to compare with yet
        normal = f"about {_number(usual.mean)} a day are normal"
        return "healthy", f"In order; too early to compare ({found} new so far, {normal}).{blip}"
    many = f"{found} new in {_days(window)}, about {_number(usual.mean * max(watched, 1.0))} are normal"
    if watched >= 1 and found < usual.mean * watched and chance(usual, found, watched) < UNLIKELY:
        return "silent", f"Far fewer items than expected: {many}.{blip}"
    return "healthy", f"In order: {many}.{blip}"


def expectation(source: Source, days: Days, today: date) -> tuple[Usual | None, int]:
    """What is normal for a source, and over how many whole days before today it is to be compared.

    Returns:
        None when nothing is stated and the source was watched for less than three days besides the window, or nothing
        ever came in them.
    """
    if source.expected_per_day:
        mean = max(source.expected_per_day, 0.0)
        return Usual(mean, mean + (_STATED_SPREAD * mean) ** 2, 0), _window(mean)
    window = 1
    for _ in range(3):  # the window follows from the mean, and the mean is learned from the days before the window
        counts = [n for day, (reached, n) in days.items() if reached and day < today - timedelta(days=window)]
        if len(counts) < _LEAST_DAYS or not sum(counts):
            return None, window
        mean = sum(counts) / len(counts)
        window = _window(mean)
    spread = sum((n - mean) ** 2 for n in counts) / max(1, len(counts) - 1)
    return Usual(mean, max(mean, spread), len(counts)), window


def _window(mean: float) -> int:
    """Whole days in which enough items are expected, at least one: nights are quiet everywhere."""
    return max(1, math.ceil(_ENOUGH / mean)) if mean > _ENOUGH / _LONGEST_WINDOW else _LONGEST_WINDOW


def _in_window(days: Days, today: date, window: int) -> tuple[int, float]:
    """New items in the window (today so far among them), and its whole days on which somebody looked."""
    inside = [held for day, held in days.items() if today - timedelta(days=window) <= day <= today]
    watched = [day for day, (reached, _) in days.items() if reached and today - timedelta(days=window) <= day < today]
    return sum(items for _, items in inside), float(len(watched))


def chance(usual: Usual, found: int, days: float) -> float:
    """Probability of at most ``found`` items in so many days when all is as usual."""
    mean = usual.mean * days
    if mean <= 0:
        return 1.0
    variance = usual.variance * days + (usual.variance * days**2 / usual.days if usual.days else 0.0)
    if not usual.days:  # a stated number may be wrong in the same direction every day
        variance = mean + (_STATED_SPREAD * mean) ** 2
    return _poisson(found, mean) if variance <= mean else _negative_binomial(found, mean, variance)


def _poisson(found: int, mean: float) -> float:
    return min(1.0, sum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(found + 1)))


def _negative_binomial(found: int, mean: float, variance: float) -> float:
    size = mean**2 / (variance - mean)
    if size > 1e9:  # as good as Poisson, where the terms below lose their digits
        return _poisson(found, mean)
    hit, miss = math.log(size / (size + mean)), math.log(mean / (size + mean))
    terms = (math.lgamma(k + size) - math.lgamma(size) - math.lgamma(k + 1) + k * miss for k in range(found + 1))
    return min(1.0, sum(math.exp(size * hit + term) for term in terms))


def _time(at: datetime) -> str:
    return f"{at.astimezone(UTC):%d %b %H:%M} UTC"


def _days(window: int) -> str:
    return "the last day" if window == 1 else f"the last {window} days"


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 3 else f"{value:.1f}".removesuffix(".0")
